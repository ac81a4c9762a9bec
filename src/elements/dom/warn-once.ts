/** What embedders are told in the console: each thing once, for ten elements on one feed would say it ten times. */
const said = new Set<string>();

/** Characters; a hostile feed has faults by the million. Each is three bytes at most in UTF-8: 9 kB. */
const LONGEST = 3_000;

export function warn(message: string, cause?: unknown): void {
  const text = message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
  if (said.has(text)) return;
  if (said.size > 200) said.clear(); // a page that stays open for months
  said.add(text);
  // oxlint-disable-next-line no-console -- the embedder's console is where such news belongs
  console.warn(`placard: ${text}`, ...(cause === undefined ? [] : [cause]));
}
