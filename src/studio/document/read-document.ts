/** Reads a feed that the studio did not write. */
import type { FeedVersion } from '../../feed/values/feed-version.js';
import { isJsonObject, type Json } from '../../lint/json-pointer.js';
import { lineAt, syntaxErrorOffset } from '../../lint/source-lines.js';
import type { FeedDocument } from '../../publish/feed-document.js';

/** Returns the text as a document of the studio; undefined if it is not a feed. */
export function readDocument(text: string): FeedDocument | undefined {
  try {
    const document: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (!isJsonObject(document) || !Array.isArray(document.items)) return undefined;
    return document as FeedDocument;
  } catch {
    return undefined;
  }
}

/** Why a text is not a feed. */
export interface FeedFault {
  /** `no-items`: other JSON. `comma`: one too many before the end of a list. `end`: the text ends too early. */
  readonly kind: 'empty' | 'html' | 'no-items' | 'comma' | 'character' | 'end';
  /** The line in which the text is not JSON any more, and the character there. */
  readonly line: number;
  readonly character: string;
}

/** @param text one that `readDocument` does not read */
export function explainFeed(text: string): FeedFault {
  const offset = syntaxErrorOffset(text);
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
  const shown = character.trim() || JSON.stringify(character).slice(1, -1); // a line break
  return { kind: kindOf(text, offset), line: lineAt(text, offset), character: shown };
}

function kindOf(text: string, offset: number): FeedFault['kind'] {
  if (!text.trim()) return 'empty';
  if (/^\s*</.test(text)) return 'html';
  try {
    JSON.parse(text);
    return 'no-items';
  } catch {
    if (offset >= text.length) return 'end';
    return /[}\]]/.test(text[offset]!) && text.slice(0, offset).trimEnd().endsWith(',') ? 'comma' : 'character';
  }
}

export function versionOf({ _placard }: FeedDocument): FeedVersion {
  const { epoch, sequence } = Object(_placard) as Json;
  return { epoch: Number(epoch ?? 0), sequence: Number(sequence ?? 0) };
}
