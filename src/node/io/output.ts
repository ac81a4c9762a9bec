/// <reference types="node" />
/**
 * What the tool writes: sentences for people, one JSON value for machines, never both to the same place. One call writes one line:
 * foreign text in it cannot begin another that looks like the tool's own.
 */
import { scriptJson } from '../../escape/script.js';
import { terminalLine } from '../../escape/terminal.js';
import { terminal } from './terminal.js';

export function writeLine(line: string): void {
  terminal().stdout.write(`${terminalLine(line)}\n`);
}

/** Beside the result, so that a pipe does not carry it. */
export function writeError(line: string): void {
  terminal().stderr.write(`${terminalLine(line)}\n`);
}

export function writeJson(value: unknown): void {
  terminal().stdout.write(`${scriptJson(value, 2)}\n`);
}
