/// <reference types="node" />
/** This package as it is installed. The same place from the source, from `dist`, and from one file made of it all. */
import { readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);

/** What pages load: bundles, parts, style sheet, hashes. */
export const BUNDLES = new URL('dist/', ROOT);

export const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { version: string };
