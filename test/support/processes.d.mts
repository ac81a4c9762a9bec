import type { ChildProcess } from 'node:child_process';

export function freePort(): Promise<number>;
export function untilAnswered<T>(ask: () => Promise<T>, child: ChildProcess, milliseconds: number): Promise<T>;
