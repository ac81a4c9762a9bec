/** What embedders are told in the console: each thing once, for ten elements on one feed would say it ten times. */
const said = new Set<string>();

export function warn(text: string, cause?: unknown): void {
  if (said.has(text)) return;
  if (said.size > 200) said.clear(); // a page that stays open for months
  said.add(text);
  // oxlint-disable-next-line no-console -- the embedder's console is where such news belongs
  console.warn(`placard: ${text}`, ...(cause === undefined ? [] : [cause]));
}
