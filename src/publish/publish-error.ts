/** A feed that cannot be published as it is. The command line prints the message and exits with code 1. */
export class PublishError extends Error {
  constructor(
    message: string,
    /** Lines that follow the message. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}

/** An option that does not fit the feed. The command line exits with code 2. */
export class OptionError extends PublishError {}
