/** Which publication is newer. Versions compare by `epoch`, then by `sequence`. */

export interface FeedVersion {
  readonly epoch: number;
  readonly sequence: number;
}

/** A publisher adds one with each publication; more than this at once is a mistake, a clock's time, or an attack. */
export const MAX_STEP = 10_000;

export function isOlder(version: FeedVersion, than: FeedVersion | undefined): boolean {
  return !!than && (version.epoch < than.epoch || (version.epoch === than.epoch && version.sequence < than.sequence));
}

/** Tells a step that a publisher takes from a leap: up to 10,000 publications, or the next epoch, which counts from zero. */
export function isLeap(from: FeedVersion, to: FeedVersion): boolean {
  return to.sequence - (to.epoch > from.epoch ? 0 : from.sequence) > MAX_STEP || to.epoch > from.epoch + 1;
}

/** Above every version: the lower bound of a page whose own bound cannot be read. */
const UNREACHABLE: FeedVersion = { epoch: Infinity, sequence: 0 };

/**
 * Reads `[epoch.]sequence`, as pages write it.
 * @returns undefined where nothing is written; for anything else that is no version, one that no feed reaches
 */
export function parseVersion(text: string | number | undefined | null): FeedVersion | undefined {
  const written = String(text ?? '').trim();
  if (!written) return undefined;
  const [, epoch = 0, sequence] = /^(?:(\d+)\.)?(\d+)$/.exec(written) ?? [];
  return sequence === undefined ? UNREACHABLE : { epoch: Number(epoch), sequence: Number(sequence) };
}
