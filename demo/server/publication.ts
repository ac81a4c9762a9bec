/**
 * The demo's publisher: which of the four days of the sample case is online. Going back raises the epoch in what is
 * served, because a client refuses a lower sequence as a rollback: a publisher recovers from a mistake the same way.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export const STEPS = [
  { step: '2025-07-11', text: 'The outlet sues over the delayed review.', file: 'feeds/2025-07-11.json' },
  { step: '2025-07-15', text: 'The ministry refuses sixteen journalists.', file: 'feeds/2025-07-15.json' },
  { step: '2025-07-17', text: 'The ministry declines the conciliation that the court proposed.', file: 'feeds/2025-07-17.json' },
  { step: '2025-07-25', text: 'The federation publishes its statement; no hearing date yet.', file: 'feed.json' },
] as const;

export type Step = (typeof STEPS)[number]['step'];
export type Fault = 'down' | 'none';

interface Document {
  items: { image?: string; _placard?: { media?: unknown } }[];
  _placard: { epoch?: number; signatures?: string[] };
}

export interface Published {
  body: string;
  etag: string;
}

export class Publication {
  fault: Fault = 'none';
  private step?: Step;
  private raised = 0;
  private online?: Published;

  get feed(): Published {
    if (!this.online) throw new Error('Nothing has been published yet.');
    return this.online;
  }

  get state() {
    const steps = STEPS.map(({ step, text }) => ({ step, text }));
    return { steps, current: this.step, fault: this.fault, epoch: this.raised };
  }

  async publish(step: Step): Promise<void> {
    const document = await read(STEPS.find((known) => known.step === step)!.file);
    if (this.step && step < this.step) this.raised++;
    this.step = step;
    if (this.raised) {
      document._placard.epoch = (document._placard.epoch ?? 0) + this.raised;
      delete document._placard.signatures; // made for another epoch
    }
    this.online = published(document);
  }

  /** The sample as it stands at its end, changed for one situation of the gallery. */
  async variant(change: (document: Document) => void): Promise<Published> {
    const document = await read('feed.json');
    change(document);
    return published(document);
  }
}

async function read(file: string): Promise<Document> {
  return JSON.parse(await readFile(new URL(`../${file}`, import.meta.url), 'utf8')) as Document;
}

function published(document: Document): Published {
  const body = JSON.stringify(document, null, 2);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
