/**
 * Escapes foreign text for HTML. The result is also well-formed XML, and safe if a template engine or WordPress reads it first: the
 * start of an expression in Svelte, Vue, Twig, Liquid, Blade, Razor or Velocity becomes a character reference.
 */
import { xmlCharacters } from './xml.js';

/**
 * Includes a line break before a blank line, where Markdown and WordPress end a block of HTML. Includes `@` only at the start of a
 * word, so that an e-mail address stays readable in the source.
 */
const SPECIAL = /[&<>"'`[\]{}\r]|\n(?=\s*\n)|(?<!\w)@|\$(?=[A-Za-z_!])|#(?=\w+\s*\()/g;
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Returns text for the content of an element, or for a quoted attribute with line breaks. */
export function escapeHtml(text: string): string {
  return xmlCharacters(text).replace(SPECIAL, reference);
}

/** Returns the value of a quoted attribute, on one line. */
export function escapeAttribute(text: string): string {
  return escapeHtml(text).replace(/[\n\t]/g, reference);
}

/**
 * Returns attributes that stop Vue and AngularJS from evaluating the text of an element. Both read the page after the browser, which
 * has replaced the references.
 */
export function templateGuard(html: string): { 'v-pre'?: string; 'ng-non-bindable'?: string } {
  return html.includes('&#123;&#123;') ? { 'v-pre': '', 'ng-non-bindable': '' } : {};
}

/** Returns a reference with three digits: WordPress's `do_shortcode` turns `&#91;` back into a bracket, but not `&#091;`. */
const reference = (character: string): string => NAMED[character] ?? `&#${String(character.charCodeAt(0)).padStart(3, '0')};`;
