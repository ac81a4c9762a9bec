/**
 * In the bundles, what few feeds need is a chunk that loads when such a feed comes. Until then, its functions throw `ChunkMissing`. Their
 * callers have no effect before the error, so that they can run again. In an application, nothing throws it.
 */
export class ChunkMissing extends Error {}

type Functions = Readonly<Record<string, (...given: never[]) => unknown>>;

let functions: Functions | undefined;
let load: () => Promise<Functions>;

/** Gives the format the loader of the chunk. */
export function loadMissingChunkWith(loader: () => Promise<Functions>): void {
  load = loader;
}

/** Rejects if the chunk cannot be loaded; the next call tries again. */
export async function loadMissingChunk(): Promise<void> {
  functions ??= await load();
}

/**
 * Returns the functions of the chunk.
 * @public src/bundler/rare-modules.ts writes the calls
 * @throws ChunkMissing before it is loaded
 */
export function rare(): Functions {
  if (!functions) throw new ChunkMissing();
  return functions;
}

/** Runs a function. If the chunk is missing, loads it, and runs the function again. Rejects if the chunk cannot be loaded. */
export async function withChunks<T>(run: () => T): Promise<T> {
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof ChunkMissing)) throw thrown;
    await loadMissingChunk();
    return run();
  }
}
