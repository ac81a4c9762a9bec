/** Finds lines in a JSON text: the line of a JSON Pointer, and the line of a syntax error, which not every version of Node reports. */
import { escapeToken, parentOf } from './json-pointer.js';

export interface Source {
  /** Returns the line (from 1) of a pointer's value; undefined if the text is nested deeper than the stack. */
  lineOf(pointer: string): number | undefined;
  /** Pointers of the fields that an object has twice. JSON.parse keeps the last one without a word. */
  readonly duplicates: readonly string[];
}

/** @param text valid JSON */
export function scanSource(text: string): Source {
  const offsets = new Map<string, number>();
  const scanner = new Scanner(text, offsets);
  try {
    scanner.parseDocument();
  } catch {
    return { lineOf: () => undefined, duplicates: [] };
  }
  const lineAtOffset = lineIndex(text);
  const lineOf = (pointer: string) => {
    // A missing value gets the line of its owner.
    let at = pointer;
    while (at && !offsets.has(at)) at = parentOf(at);
    const offset = offsets.get(at);
    return offset === undefined ? undefined : lineAtOffset(offset);
  };
  return { lineOf, duplicates: scanner.duplicates };
}

/**
 * Returns whether an object has a field twice: the text has more fields than the document. Needs no memory.
 * @param text valid JSON
 */
export function hasDuplicateKeys(text: string, document: unknown): boolean {
  let fields = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    at = endOfString(text, at);
    while (SPACES.includes(text.charCodeAt(at))) at++;
    if (text[at] === ':') fields++;
  }
  const pending: unknown[] = [document];
  while (pending.length) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) fields -= Object.keys(value).length;
    for (const member of Object.values(value)) pending.push(member);
  }
  return fields > 0;
}

/** Codes of space, line feed, carriage return and tab. */
const SPACES = [32, 10, 13, 9];

/** Returns the offset behind a string. An odd number of backslashes escapes the quotation mark after it. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
}

/** Returns the line, from 1. */
export function lineAt(text: string, offset: number): number {
  return lineIndex(text)(offset);
}

/** Counts the lines once: a feed with thousands of items can have thousands of problems. */
function lineIndex(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Returns the offset of the first syntax error; the length of the text if it ends too early. */
export function syntaxErrorOffset(text: string): number {
  const scanner = new Scanner(text, new Map());
  try {
    scanner.parseDocument();
  } catch {
    // The scanner stops at the error.
  }
  return scanner.at;
}

/** As in RFC 8259: no line break in a text, no zero before a number. */
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = new RegExp(`${STRING.source}|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null`, 'y');
const SPACE = /[ \t\n\r]*/y;

/** Scans the text once. The last one of duplicate fields counts, as in JSON.parse. */
class Scanner {
  at = 0;
  /** Pointers of the fields that an object has twice. */
  readonly duplicates: string[] = [];

  constructor(
    private readonly text: string,
    private readonly offsets: Map<string, number>,
  ) {}

  /** @throws SyntaxError, RangeError */
  parseDocument(): void {
    this.parseValue('');
    if (this.at < this.text.length) throw new SyntaxError();
  }

  private parseValue(path: string): void {
    this.expect(SPACE);
    this.offsets.set(path, this.at);
    let index = 0;
    const keys = new Set<string>();
    if (this.accept('{')) this.parseEntries('}', () => this.parseMember(path, keys));
    else if (this.accept('[')) this.parseEntries(']', () => this.parseValue(`${path}/${index++}`));
    else this.expect(SCALAR);
    this.expect(SPACE);
  }

  private parseEntries(end: string, parseEntry: () => void): void {
    this.expect(SPACE);
    if (this.accept(end)) return;
    do parseEntry();
    while (this.accept(','));
    if (!this.accept(end)) throw new SyntaxError();
  }

  private parseMember(path: string, keys: Set<string>): void {
    this.expect(SPACE);
    const key = JSON.parse(this.expect(STRING)) as string;
    this.expect(SPACE);
    if (!this.accept(':')) throw new SyntaxError();
    const pointer = `${path}/${escapeToken(key)}`;
    if (keys.has(key)) this.duplicates.push(pointer);
    keys.add(key);
    this.parseValue(pointer);
  }

  private accept(character: string): boolean {
    const there = this.text[this.at] === character;
    if (there) this.at++;
    return there;
  }

  private expect(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [taken] = pattern.exec(this.text) ?? [];
    if (taken === undefined) throw new SyntaxError();
    this.at += taken.length;
    return taken;
  }
}
