/** Something that a person must install: its message is one plain sentence, printed without a stack. */
export class Missing extends Error {}
