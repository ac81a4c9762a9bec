/** What embedders are told in the console: each thing once, for ten elements on one feed would say it ten times. */
const alreadyWarned = new Set<string>();

/** Characters; a hostile feed has faults by the million. Each is three bytes at most in UTF-8: 9 kB. */
const MAX_CHARS = 3_000;

export function warn(message: string, cause?: unknown): void {
  const text = message.length > MAX_CHARS ? `${message.slice(0, MAX_CHARS)}…` : message;
  if (alreadyWarned.has(text)) return;
  if (alreadyWarned.size > 200) alreadyWarned.clear(); // a page that stays open for months
  alreadyWarned.add(text);
  // oxlint-disable-next-line no-console -- the embedder's console is where such news belongs
  console.warn(`placard: ${text}`, ...(cause === undefined ? [] : [cause]));
}
