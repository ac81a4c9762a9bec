/** What ends a command early: one sentence for people, and the exit code. Thrown anywhere, told by main.ts, never with a stack. */

/** `invalid`: the thing looked at is not in order. `usage`: the command could not do its work, for it was asked wrongly or could not read or write. */
export const EXIT = { ok: 0, invalid: 1, usage: 2 } as const;

export class CliError extends Error {
  constructor(
    message: string,
    readonly exitCode: (typeof EXIT)['invalid' | 'usage'] = EXIT.usage,
    /** Lines that follow it. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}
