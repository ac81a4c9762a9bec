/** The languages of the interface, and whether a native speaker has reviewed each one. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../../../src/bundler/packages.js';
import { loadLocale, directionOf } from '../../../src/i18n/load-locale.js';
import { LANGUAGES as STUDIO_LANGUAGES } from '../../../src/studio/words/languages.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Review {
  /** Such as “a journalist, native speaker”. Not a name. */
  readonly by: string;
  /** ISO 8601. */
  readonly on: string;
}

/** By language. demo/docs/reviews.json is the one place that records a review. */
export function reviews(): Record<string, Review | null> {
  return JSON.parse(readFileSync(`${root}demo/docs/reviews.json`, 'utf8')) as Record<string, Review | null>;
}

export async function languagesPage(): Promise<string> {
  const reviewed = reviews();
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const rows = await Promise.all(
    LANGUAGES.map(async (tag) => {
      const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!;
      await loadLocale(tag); // rejects if the language is missing
      const review = reviewed[tag];
      const state = review ? `yes: ${review.by}, ${review.on}` : 'not yet';
      const path = `src/locales/${tag}.ts`;
      if (!existsSync(root + path)) throw new Error(`${path} is missing.`);
      return `| ${names.of(tag)} | <span lang="${tag}" dir="${directionOf(tag)}">${own}</span> | ${state} | ${tag in STUDIO_LANGUAGES ? 'yes' : ''} | \`${path}\` |`;
    }),
  );
  const text = readFileSync(`${root}demo/docs/languages.md`, 'utf8');
  const count = LANGUAGES.filter((tag) => reviewed[tag]).length;
  return `${text}\n## State\n\n${count} of ${LANGUAGES.length} languages have a review by a native speaker.\n\n| language | its own name | reviewed by a native speaker | studio too | file |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
