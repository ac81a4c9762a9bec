/** Small publications for the tests of the client. */
export interface Publication {
  sequence?: number;
  epoch?: number;
  items?: { id: string; revision?: number; title?: string; change?: 'retraction'; text?: string }[];
  mirrors?: string[];
  validUntil?: number;
  generatedAt?: number;
  expired?: boolean;
  signatures?: string[];
  feedUrl?: string;
}

export function document({
  sequence = 1,
  epoch,
  items = [{ id: 'case' }],
  mirrors,
  validUntil,
  generatedAt,
  expired,
  signatures,
  feedUrl,
}: Publication = {}) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'A campaign',
    expired,
    feed_url: feedUrl,
    _placard: {
      spec: 1,
      sequence,
      epoch,
      generated_at: timestamp(generatedAt ?? Date.UTC(2025, 6, 25)),
      valid_until: validUntil === undefined ? undefined : timestamp(validUntil),
      publisher: { name: 'Defenders' },
      mirrors,
      signatures,
    },
    items: items.map(({ id, revision = 1, title = `${id}, revision ${revision}`, change, text }) => ({
      id,
      title,
      content_text: text,
      _placard: { kind: 'statement', revision, change, retraction: change && { at: '2025-07-25', reason: 'It was wrong.' } },
    })),
  };
}

export function publication(content: Publication = {}): string {
  return JSON.stringify(document(content));
}

const timestamp = (ms: number) => new Date(ms).toISOString();
