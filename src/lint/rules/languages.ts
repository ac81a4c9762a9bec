/** Checks that a language tag names a language: "english" has the form of a tag, and no browser knows it. */
import { walk } from '../json-pointer.js';
import type { RuleContext, Warning } from './rule-context.js';

const LANGUAGE = /\/language$|\/languages\/\d+$/;

export function* languageRule({ document }: RuleContext): Generator<Warning> {
  for (const { path, value } of walk(document)) {
    if (typeof value !== 'string' || !LANGUAGE.test(path) || nameOf(value) !== undefined) continue;
    const meant = codeOf(value);
    yield {
      code: 'unknown-language',
      path,
      message: `${JSON.stringify(value)} is not the tag of a language, so screen readers pronounce the text wrongly.`,
      fix: `Write ${meant === undefined ? 'a tag such as "en", "fr" or "zh-Hant"' : JSON.stringify(meant)}.`,
    };
  }
}

const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Returns the English name of a language; undefined for an unknown tag. A malformed tag is an error of the format. */
function nameOf(tag: string): string | undefined {
  try {
    return english.of(tag);
  } catch {
    return '';
  }
}

/** Returns the code of a language by its name, in English or in itself. */
function codeOf(name: string): string | undefined {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const wanted = name.toLowerCase();
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .find((code) => {
      const known = nameOf(code);
      return (
        known && (known.toLowerCase() === wanted || new Intl.DisplayNames(code, { type: 'language' }).of(code)?.toLowerCase() === wanted)
      );
    });
}
