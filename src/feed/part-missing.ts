/**
 * In the bundles, what few feeds need is a part that loads when such a feed comes. Until then, its functions throw this error. Their
 * callers have no effect before the error, so that they can run again. In an application, nothing throws it.
 */
export class PartMissing extends Error {
  constructor(readonly load: () => Promise<void>) {
    super('part-missing');
  }
}

/** Runs a function. If a part is missing, loads it, and runs the function again. Rejects if the part cannot be loaded. */
export async function withParts<T>(run: () => T): Promise<T> {
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof PartMissing)) throw thrown;
    await thrown.load();
    return run();
  }
}
