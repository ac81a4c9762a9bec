/** Reads a feed that the studio did not write. */
import type { FeedVersion } from '../../feed/values/feed-version.js';
import { isJsonObject, type Json } from '../../lint/json-pointer.js';
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

export function versionOf({ _placard }: FeedDocument): FeedVersion {
  const { epoch, sequence } = Object(_placard) as Json;
  return { epoch: Number(epoch ?? 0), sequence: Number(sequence ?? 0) };
}
