/**
 * Compares the wording of a command with its approved text, `approved/COMMAND.txt`. With UPDATE_APPROVED=1 it writes that file instead,
 * so that a better sentence is a change of one line. Read the difference before you commit it.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ran } from './cli.js';

/** A heading, and the text below it. */
export type Section = readonly [heading: string, text: string];

export function checkApproved(command: string, sections: readonly Section[]): void {
  const file = fileURLToPath(new URL(`approved/${command}.txt`, import.meta.url));
  const text = sections.map(([heading, body]) => `=== ${heading}\n\n${body.trimEnd()}\n`).join('\n');
  if (process.env.UPDATE_APPROVED) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else
    assert.equal(text, readFileSync(file, 'utf8'), `${command}.txt differs: run this test with UPDATE_APPROVED=1, and read the difference`);
}

/** Returns a section with the exit code and the output of a command. */
export function ranSection(args: readonly string[], { code, out, err }: Ran): Section {
  const heading = ['placard', ...args].map((arg) => (/^[\w./:@=-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' ');
  return [
    heading,
    [`exit code ${code}`, ...(out ? ['', out.trimEnd()] : []), ...(err ? ['', '--- error output', err.trimEnd()] : [])].join('\n'),
  ];
}

/** Returns a section with the texts of problems, each below its code. */
export function problemSection(heading: string, problems: readonly { code: string; message: string; fix: string }[]): Section {
  const texts = problems.map(({ code, message, fix }) => `[${code}]\n  ${message}\n  ${fix}`);
  return [heading, texts.join('\n')];
}
