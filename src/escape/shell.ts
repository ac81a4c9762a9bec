/** Quotes foreign text for a command that people copy into a shell: it is one argument, and the shell runs no part of it. */

/** Control characters, format characters and lone surrogates. A person who copies the command cannot see them. */
const INVISIBLE = /\p{C}|[\u2028\u2029]/u;

/**
 * Returns a quoted argument. Prefers double quotes, because `sh`, PowerShell and `cmd` agree on them.
 * @param placeholder replaces a text that cannot be shown on one line, such as `FEED`
 */
export function shellWord(text: string, placeholder: string): string {
  if (!text || INVISIBLE.test(text)) return placeholder;
  if (/^[\w@+:,./][\w@+:,./=-]*$/.test(text)) return text;
  if (!/["$`\\!%]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Returns a quoted file name or address. A file name that starts with `-` would be an option, and gets `./` before it. */
export function shellPath(name: string, placeholder = 'FEED'): string {
  return shellWord(name.startsWith('-') ? `./${name}` : name, placeholder);
}
