/** Reads the name of a character in HTML, such as `acy`, with the parser of the browser. */
import { native } from '../../client/native-member.js';

let parser: HTMLElement | undefined;

/** Returns undefined for an unknown name, and on a page whose policy for Trusted Types does not permit the parser. */
export function readHtmlName(name: string): string | undefined {
  try {
    // In a document without a page: nothing is loaded or run.
    parser ??= native(document, 'implementation').createHTMLDocument('').createElement('textarea');
    parser.innerHTML = `&${name};`;
    const { textContent } = parser;
    return textContent === `&${name};` ? undefined : textContent!;
  } catch {
    return undefined;
  }
}
