import { measureHeights } from './heights.js';

const launcher = new URL('../support/webkit-launcher.mjs', import.meta.url).href; // has no types
const { openWebkit } = (await import(launcher)) as { openWebkit: Parameters<typeof measureHeights>[1] };

measureHeights('webkit', openWebkit);
