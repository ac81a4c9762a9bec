/// <reference types="node" />
/** Where the running command reads and writes, and the exit code that it will end with. One command runs at a time. */
import type { Readable, Writable } from 'node:stream';

export interface Terminal {
  readonly stdin: Readable & { isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Undefined while all is well. */
  exitCode?: number | string | null;
}

let current: Terminal = process;

export const terminal = (): Terminal => current;

/** Runs a command with streams of its own, such as a test's, instead of the process's. */
export async function withTerminal(streams: Terminal, command: () => Promise<void>): Promise<void> {
  current = streams;
  try {
    await command();
  } finally {
    current = process;
  }
}
