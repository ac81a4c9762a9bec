/** The type of the words. English is the source: the compiler lists each language that lacks one. */
import type { Locale } from '../../i18n/load-locale.js';
import type { en } from './en.js';

export type OwnWords = typeof en;

/** The words of the app, and those of the card in the same language. */
export type Words = OwnWords & { readonly card: Locale };

/** A text by the code of a problem. */
export type ProblemTable = Readonly<Record<string, string>>;
