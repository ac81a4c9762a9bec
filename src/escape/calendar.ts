/** Escapes foreign text for a property of a calendar file (RFC 5545, section 3.3.11). */
import { removeLoneSurrogates } from '../feed/values/clean-text.js';

/** Control characters that the grammar forbids; line breaks and tabs are not among them. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Returns what a calendar can hold of a text. A lone carriage return is a line break: some clients would begin a property after it. */
const calendarCharacters = (text: string): string => removeLoneSurrogates(text).replace(FORBIDDEN, '').replace(/\r\n?/g, '\n');

/** Returns a value of the type TEXT. */
export const calendarText = (text: string): string =>
  calendarCharacters(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
