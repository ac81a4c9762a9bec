/** Escapes foreign text for XML that no template engine reads. Some readers of feeds decode only the named references. */
import { removeLoneSurrogates } from '../feed/values/clean-text.js';

/** Characters that XML 1.0 forbids, even as a reference (https://www.w3.org/TR/xml/#charsets). */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Returns what XML can hold of a text. */
export const xmlCharacters = (text: string): string => removeLoneSurrogates(text).replace(NOT_IN_XML, '');

/** Returns text for the content of an element, or for an attribute in double quotes. */
export const xmlText = (text: string): string => xmlCharacters(text).replace(/[&<>"]/g, (character) => NAMED[character]!);
