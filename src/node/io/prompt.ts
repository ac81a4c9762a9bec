/// <reference types="node" />
/** Asks questions and reads the answers, line by line, from a terminal or a pipe. */
import { createInterface } from 'node:readline';
import { terminal } from './terminal.js';

export interface Prompter {
  /** Returns the trimmed answer, `''` for an empty line, and undefined at the end of the input. */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

/** Prints the questions to the error stream, so that the output has only the result. */
export function createPrompter(): Prompter {
  const lines = createInterface({ input: terminal().stdin, crlfDelay: Infinity });
  const iterator = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      terminal().stderr.write(`${question} `);
      const { done, value } = await iterator.next();
      if (!terminal().stdin.isTTY) terminal().stderr.write('\n');
      return done ? undefined : value.trim();
    },
    close: () => lines.close(),
  };
}
