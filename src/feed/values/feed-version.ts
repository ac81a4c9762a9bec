/** Compares publications by `epoch`, then by `sequence`. */

export interface FeedVersion {
  readonly epoch: number;
  readonly sequence: number;
}

/** A publisher adds 1 with each publication. A larger step is a mistake, a timestamp, or an attack. */
export const MAX_STEP = 10_000;

export function isOlder(version: FeedVersion, than: FeedVersion | undefined): boolean {
  return !!than && (version.epoch < than.epoch || (version.epoch === than.epoch && version.sequence < than.sequence));
}

/** Returns whether a publisher would not take this step: more than 10,000 publications, or more than the next epoch. */
export function isLeap(from: FeedVersion, to: FeedVersion): boolean {
  return to.sequence - (to.epoch > from.epoch ? 0 : from.sequence) > MAX_STEP || to.epoch > from.epoch + 1;
}

/** Above every version: the minimum of a page that sets an invalid one. */
const UNREACHABLE: FeedVersion = { epoch: Infinity, sequence: 0 };

/**
 * Parses `[epoch.]sequence` of an attribute.
 * @returns undefined for an empty text; for an invalid text, a version that every feed is below
 */
export function parseVersion(text: string | number | undefined | null): FeedVersion | undefined {
  const trimmed = String(text ?? '').trim();
  if (!trimmed) return undefined;
  const [, epoch = 0, sequence] = /^(?:(\d+)\.)?(\d+)$/.exec(trimmed) ?? [];
  return sequence === undefined ? UNREACHABLE : { epoch: Number(epoch), sequence: Number(sequence) };
}
