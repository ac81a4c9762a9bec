/**
 * In the bundles, what few feeds need is a part that loads when such a feed comes. Until then, its functions throw `PartMissing`. Their
 * callers have no effect before the error, so that they can run again. In an application, nothing throws it.
 */
export class PartMissing extends Error {}

type Functions = Readonly<Record<string, (...given: never[]) => unknown>>;

let functions: Functions | undefined;
let load: () => Promise<Functions>;

/** Gives the format the loader of the part. */
export function loadMissingPartWith(loader: () => Promise<Functions>): void {
  load = loader;
}

/** Rejects if the part cannot be loaded; the next call tries again. */
export async function loadMissingPart(): Promise<void> {
  functions ??= await load();
}

/**
 * Returns the functions of the part.
 * @public src/bundler/rare-modules.ts writes the calls
 * @throws PartMissing before it is loaded
 */
export function rare(): Functions {
  if (!functions) throw new PartMissing();
  return functions;
}

/** Runs a function. If the part is missing, loads it, and runs the function again. Rejects if the part cannot be loaded. */
export async function withParts<T>(run: () => T): Promise<T> {
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof PartMissing)) throw thrown;
    await loadMissingPart();
    return run();
  }
}
