/**
 * The words below a copy that never changes, such as a letter. They are apart from the sentences of the card, because no script of a reader
 * needs them.
 */
export const copy = {
  fixed: 'This copy does not update.',
  /** A link to the page of the statement. */
  present: 'See the present status.',
};

export type CopyWords = typeof copy;
