/**
 * Foreign text for HTML. The result is also well-formed XML, and safe where a template engine or WordPress reads the markup before
 * a browser does: what begins an expression in Svelte, Vue, Twig, Liquid, Blade, Razor or Velocity becomes a character reference.
 */
import { removeLoneSurrogates } from '../feed/values/clean-text.js';

/** Characters that XML 1.0 cannot hold, written or as a reference (https://www.w3.org/TR/xml/#charsets). */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * A line break that would leave a blank line is among them: Markdown and WordPress end a block of HTML there. `@` is one at the start
 * of a word alone, so that an e-mail address stays readable in the source.
 */
const SPECIAL = /[&<>"'`[\]{}\r]|\n(?=\s*\n)|(?<!\w)@|\$(?=[A-Za-z_!])|#(?=\w+\s*\()/g;
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text between tags, or in a quoted attribute that takes line breaks. */
export function escapeHtml(text: string): string {
  return removeLoneSurrogates(text).replace(NOT_IN_XML, '').replace(SPECIAL, reference);
}

/** Escapes the value of a quoted attribute, on one line. */
export function escapeAttribute(text: string): string {
  return escapeHtml(text).replace(/[\n\t]/g, reference);
}

/**
 * Attributes for an element whose text Vue or AngularJS would evaluate within the page, where the browser has read the references:
 * both leave the element as it is.
 */
export function templateGuard(html: string): { 'v-pre'?: string; 'ng-non-bindable'?: string } {
  return html.includes('&#123;&#123;') ? { 'v-pre': '', 'ng-non-bindable': '' } : {};
}

/** Three digits, as WordPress writes them: `do_shortcode` turns `&#91;` back into a bracket, and leaves `&#091;`. */
const reference = (character: string): string => NAMED[character] ?? `&#${String(character.charCodeAt(0)).padStart(3, '0')};`;
