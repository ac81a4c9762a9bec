/** A program that a person must install. Its message is printed without a stack. */
export class Missing extends Error {}
