/// <reference types="node" />
/** The streams of the running command, and its exit code. One command runs at a time. */
import type { Readable, Writable } from 'node:stream';

export interface Terminal {
  readonly stdin: Readable & { isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Undefined for success. */
  exitCode?: number | string | null;
}

let current: Terminal = process;

export const terminal = (): Terminal => current;

/** Runs a command with other streams than the process's, such as those of a test. */
export async function withTerminal(streams: Terminal, command: () => Promise<void>): Promise<void> {
  current = streams;
  try {
    await command();
  } finally {
    current = process;
  }
}
