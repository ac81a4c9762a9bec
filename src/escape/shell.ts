/** Foreign text in a command that people copy into a shell: it is one argument, and nothing in it is run. */

/** Control and format characters, and halves of pairs: nobody sees what would be copied. */
const INVISIBLE = /\p{C}|[\u2028\u2029]/u;

/**
 * Quotes an argument. Double quotes where these are enough: `sh`, PowerShell and `cmd` agree on them.
 * @param otherwise stands where the text cannot be shown on one line, such as `FEED`
 */
export function shellWord(text: string, otherwise: string): string {
  if (!text || INVISIBLE.test(text)) return otherwise;
  if (/^[\w@+:,./][\w@+:,./=-]*$/.test(text)) return text;
  if (!/["$`\\!%]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Quotes the name of a file or an address. A file whose name begins like an option gets its folder before it. */
export function shellPath(name: string, otherwise = 'FEED'): string {
  return shellWord(name.startsWith('-') ? `./${name}` : name, otherwise);
}
