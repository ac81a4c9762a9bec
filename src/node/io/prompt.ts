/// <reference types="node" />
/** Questions and answers, line by line: at a terminal, or from whatever is piped in. */
import { createInterface } from 'node:readline';
import { terminal } from './terminal.js';

export interface Prompter {
  /** The answer without spaces around it, `''` for an empty line; undefined once nothing more can come. */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

/** Asks on the error stream, so that the result alone goes to the output. */
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
