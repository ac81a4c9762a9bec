/// <reference types="node" />
/** Reads this tool's package, and finds the library. Both paths are `imports` of package.json, which work in a clone and when installed. */
import { readFileSync } from 'node:fs';

/**
 * Returns the library's folder: the bundles, chunks, style sheets and hashes that pages load.
 * @throws if the library is not installed
 */
export const libraryFolder = (): URL => new URL('.', import.meta.resolve('#library/schema.json'));

/** Returns the folder of the studio. */
export const studioFolder = (): URL => new URL('.', import.meta.resolve('#studio/index.html'));

export const { version } = JSON.parse(readFileSync(new URL(import.meta.resolve('#package.json')), 'utf8')) as { version: string };
