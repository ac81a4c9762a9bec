/// <reference types="node" />
/**
 * Writes text for people, or one JSON value for programs. One call writes one line, so that text from a feed cannot begin a line of
 * its own.
 */
import { scriptJson } from '../../escape/script.js';
import { terminalLine } from '../../escape/terminal.js';
import { terminal } from './terminal.js';

export function writeLine(line: string): void {
  terminal().stdout.write(`${terminalLine(line)}\n`);
}

/** Writes to the error stream, so that a pipe carries only the result. */
export function writeError(line: string): void {
  terminal().stderr.write(`${terminalLine(line)}\n`);
}

export function writeJson(value: unknown): void {
  terminal().stdout.write(`${scriptJson(value, 2)}\n`);
}
