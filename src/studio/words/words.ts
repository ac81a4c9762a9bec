/** The type of the words. English is the source: the compiler lists each language that lacks one. */
import type { en } from './en.js';

export type Words = typeof en;

/** A text by the code of a problem. A code without one has the linter’s English. */
export type ProblemTable = Readonly<Record<string, string>>;
