/** Returns the sentences of what a reader opens. English is here, and each other language brings its own. */
import { details as english, type Details } from '../locales/details/en.js';
import type { Locale } from './load-locale.js';

export type { Details };

export const detailsOf = ({ details }: Locale): Details => details ?? english;
