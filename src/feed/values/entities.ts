/**
 * Reads the character references of HTML: all numbers, and the names of HTML 4 and `apos`. The later names are five times as many, and
 * come from what is there: the browser, or an HTML parser.
 */
import { characterOf } from './entity-names.js';

/** The names that content systems write most. */
const FREQUENT: Partial<Record<string, string>> = Object.assign(Object.create(null) as object, {
  amp: '&',
  AMP: '&',
  quot: '"',
  QUOT: '"',
  lt: '<',
  LT: '<',
  gt: '>',
  GT: '>',
  apos: "'",
  nbsp: '\u00a0',
});

/** The characters that browsers read for the numbers 128 to 159: those of windows-1252. Unassigned numbers have no character. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function characterAt(code: number): string {
  if (code >= 0x80 && code < 0xa0) return WINDOWS[code - 0x80]!.trim();
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Reads a name that the table does not have, such as `acy`. Undefined for an unknown one. */
let readOtherName: (name: string) => string | undefined = () => undefined;

/** Names that were read. A hostile text may have a hundred thousand, and each one costs a parser. */
const otherNames = new Map<string, string | undefined>();
/** HTML has 2,231 names. */
const MAX_NAMES = 3_000;

/** Gives the format a reader for all names of HTML: a browser and an HTML parser know them, and their table is larger than the format. */
export function readOtherNamesWith(read: (name: string) => string | undefined): void {
  if (read !== readOtherName) otherNames.clear();
  readOtherName = read;
}

function otherCharacter(name: string): string | undefined {
  if (!otherNames.has(name) && otherNames.size < MAX_NAMES) otherNames.set(name, readOtherName(name));
  return otherNames.get(name);
}

/** Returns the text with its references read once. An unknown name stays. */
export function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return FREQUENT[name] ?? characterOf(name) ?? otherCharacter(name) ?? whole;
      return characterAt(decimal ? Number(decimal) : parseInt(hex!, 16));
    },
  );
}

/** Returns the text with its references read until it has no more: some content systems write them twice. */
export function decodeAll(text: string): string {
  let [before, now] = ['', text];
  while (now !== before) [before, now] = [now, decodeReferences(now)];
  return now;
}
