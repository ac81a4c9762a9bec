/// <reference types="node" />
/**
 * What the tool writes: sentences for people, one JSON value for machines, never both to the same place. One call writes one line:
 * foreign text in it cannot begin another that looks like the tool's own.
 */
import { scriptJson } from '../embed/escape/script.js';
import { terminalLine } from '../embed/escape/terminal.js';

export function say(line: string): void {
  process.stdout.write(`${terminalLine(line)}\n`);
}

/** Beside the result, so that a pipe does not carry it. */
export function note(line: string): void {
  process.stderr.write(`${terminalLine(line)}\n`);
}

export function sayJson(value: unknown): void {
  process.stdout.write(`${scriptJson(value, 2)}\n`);
}
