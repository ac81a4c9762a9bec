/// <reference types="node" />
/** The package of this tool, and the library beside it. Both paths are `imports` of the manifest: the same from the source and installed. */
import { readFileSync } from 'node:fs';

/** @returns where the library is: what pages load, its bundles, parts, style sheets and hashes. @throws where it is not installed */
export const libraryFolder = (): URL => new URL('.', import.meta.resolve('#library/schema.json'));

export const { version } = JSON.parse(readFileSync(new URL(import.meta.resolve('#package.json')), 'utf8')) as { version: string };
