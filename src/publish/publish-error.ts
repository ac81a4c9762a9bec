/**
 * `older`: than its publication. `same-number`: it differs from the publication of its number. `unsigned`, `other-key`: pages with a pinned key
 * would reject it. `retraction`: it drops one. `same-folder`: of two ids. `too-large`: an item. `number`: out of range.
 */
export type PublishFault = 'older' | 'same-number' | 'unsigned' | 'other-key' | 'retraction' | 'same-folder' | 'too-large' | 'number';

/** A feed that cannot be published as it is. The command line prints the message and exits with code 1. */
export class PublishError extends Error {
  constructor(
    message: string,
    /** Lines that follow the message. */
    readonly details: readonly string[] = [],
    /** The kind, for an app that has sentences of its own. */
    readonly fault?: PublishFault,
  ) {
    super(message);
  }
}

/** An option that does not fit the feed. The command line exits with code 2. */
export class OptionError extends PublishError {}
