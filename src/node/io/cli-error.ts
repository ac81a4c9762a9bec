/** An error that ends a command: a message for people, and the exit code. program.ts prints it without a stack. */

/** `invalid`: problems were found. `usage`: wrong arguments, or a file or an address that cannot be read or written. */
export const EXIT = { ok: 0, invalid: 1, usage: 2 } as const;

export class CliError extends Error {
  constructor(
    message: string,
    readonly exitCode: (typeof EXIT)['invalid' | 'usage'] = EXIT.usage,
    /** Lines that follow the message. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}
