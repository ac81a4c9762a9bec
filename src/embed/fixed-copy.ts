/** Marks a copy that never changes, such as a letter: a reader a year later needs the page with the present status. */
import { element } from '../card/markup.js';
import { escapeHtml, templateGuard } from '../escape/html.js';
import { copyWords } from '../i18n/copy-words.js';
import { directionOf } from '../i18n/load-locale.js';

/**
 * Returns the paragraph below the copy.
 * @param language a language of the interface
 * @param url of the page that stays up to date, if there is one
 */
export function fixedCopyNote(language: string, url: string | undefined, style?: string): string {
  const { fixed, present } = copyWords(language);
  const link = url === undefined ? '' : ` ${element('a', { href: url, rel: 'noreferrer' }, escapeHtml(present))}`;
  return element('p', { lang: language, dir: directionOf(language), style, ...templateGuard(link) }, escapeHtml(fixed) + link);
}

/** Returns the same as text, with the address on its own line. */
export function fixedCopyText(language: string, url: string): string {
  const { fixed, present } = copyWords(language);
  return `${fixed} ${present}\n${url}`;
}
