/** The type of the words. English is the source: the compiler lists each language that lacks one. */
import type { en } from './en.js';

export type Words = typeof en;
