/**
 * The publisher of the demo. One of four days of the sample case is online. Going back raises the epoch of the feed, because a client
 * rejects a lower sequence as a rollback. A real publisher recovers from a mistake in the same way.
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

interface SampleFeed {
  items: { image?: string; _placard?: { media?: unknown } }[];
  _placard: { epoch?: number; signatures?: string[] };
}

/** Changes of the sample for two states of the gallery, by the name of the feed. */
export const VARIANTS: Readonly<Record<string, (feed: SampleFeed) => void>> = {
  empty: (feed) => void (feed.items = []),
  'no-picture': ({ items }) => {
    for (const item of items) {
      delete item.image;
      delete item._placard?.media;
    }
  },
};

export interface Published {
  body: string;
  etag: string;
}

export class Publication {
  fault: Fault = 'none';
  private step?: Step;
  private epochOffset = 0;
  private current?: Published;

  get feed(): Published {
    if (!this.current) throw new Error('Nothing has been published yet.');
    return this.current;
  }

  get state() {
    return { steps: STEPS, current: this.step, fault: this.fault, epoch: this.epochOffset };
  }

  async publish(step: Step): Promise<void> {
    const document = await read(STEPS.find((known) => known.step === step)!.file);
    if (this.step && step < this.step) this.epochOffset++;
    this.step = step;
    if (this.epochOffset) {
      document._placard.epoch = (document._placard.epoch ?? 0) + this.epochOffset;
      delete document._placard.signatures; // they sign another epoch
    }
    this.current = serialize(document);
  }

  /** Returns the sample of the last day with a change for one state of the gallery. */
  async variant(change: (document: SampleFeed) => void): Promise<Published> {
    const document = await read('feed.json');
    change(document);
    return serialize(document);
  }
}

async function read(file: string): Promise<SampleFeed> {
  return JSON.parse(await readFile(new URL(`../${file}`, import.meta.url), 'utf8')) as SampleFeed;
}

function serialize(document: SampleFeed): Published {
  const body = JSON.stringify(document, null, 2);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
