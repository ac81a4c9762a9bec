/// <reference types="node" />
/**
 * What the tool writes: sentences for people, one JSON value for machines, never both to the same place. What comes from a feed or
 * a page may hold control characters, with which it could write over what a terminal shows; they are taken out.
 */
import { cleanRun } from '../feed/text.js';
import { terminal } from './terminal.js';

export function say(text: string): void {
  terminal().stdout.write(`${cleanRun(text)}\n`);
}

/** Beside the result, so that a pipe does not carry it. */
export function note(text: string): void {
  terminal().stderr.write(`${cleanRun(text)}\n`);
}

export function sayJson(value: unknown): void {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  terminal().stdout.write(`${JSON.stringify(value, null, 2).replace(/[\u007f-\u009f]/g, escaped)}\n`);
}
