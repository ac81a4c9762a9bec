/** Warnings in the console, each one once: several elements on one feed report the same problem. */
const alreadyWarned = new Set<string>();

/** Maximum characters of a warning (9 kB in UTF-8). A hostile feed can have a million problems. */
const MAX_CHARS = 3_000;

export function warn(message: string, cause?: unknown): void {
  const text = message.length > MAX_CHARS ? `${message.slice(0, MAX_CHARS)}…` : message;
  if (alreadyWarned.has(text)) return;
  if (alreadyWarned.size > 200) alreadyWarned.clear(); // limits the memory of a page that stays open for months
  alreadyWarned.add(text);
  // oxlint-disable-next-line no-console -- embedders look for warnings in the console
  console.warn(`placard: ${text}`, ...(cause === undefined ? [] : [cause]));
}
