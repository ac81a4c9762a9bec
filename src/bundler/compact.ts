/**
 * A Vite plugin for the last per cent of the bundles. Terser leaves about 1 % less than the minifier that Vite brings (after
 * brotli); brotli finds more of what modules share where those of one kind stand beside each other; and names that nobody outside
 * can know are made short.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { ROOTS } from '../feed/checks.js';
import { en } from '../locales/en.js';
import { compile } from './compile-validators.js';

/** @param first modules that come before all others, as the entry would import them */
export function compact(entry: string, first: string[]): Plugin {
  return {
    name: 'compact',
    transform: (code, id) =>
      id.endsWith(`/${entry}`) ? { code: first.map((path) => `import '${path}';`).join('') + code, map: null } : null,
    async renderChunk(code, _chunk, { format }) {
      const { code: small = '' } = await minify(code, {
        module: format === 'es',
        ecma: 2020,
        compress: { hoist_funs: true, inline: 1, passes: 2, properties: false },
        mangle: { properties: { regex: new RegExp(`^(${shortened(code).join('|')})$`), keep_quoted: true } },
        format: { comments: false, ascii_only: true }, // one letter above U+00FF makes a browser keep two bytes for each
      });
      return { code: small, map: null };
    },
  };
}

const MEMBER = /\b(?:private|protected) (?:(?:static|override|abstract|readonly|async|get) )*(\w+)/g;
/** Lit's, which no page uses. */
const LIT = `addController createProperty createRenderRoot elementProperties elementStyles enableUpdating finalize finalizeStyles
  getPropertyDescriptor getPropertyOptions getUpdateComplete hasUpdated hostConnected hostDisconnected isUpdatePending performUpdate
  renderOptions shadowRootOptions willUpdate`.split(/\s+/);
/** What a page may use of elements, events, errors and feeds, whatever is private under the same name elsewhere. */
const PUBLIC = `src item mirrors refresh original theme look headingLevel publicKey minSequence keep stamp data given define tag
  settings updateComplete requestUpdate renderRoot previous current error action feed code status retryAfter cause issues path
  document head base sequence epoch ids has peek idAt found inherit text url at`.split(/\s+/);

/**
 * Private members of our classes, Lit's, and the keys of the sentences, which parts come without. None that is also a name in feeds,
 * a member of the DOM's objects (Terser knows them), or written as a text: what is looked up by a value, is looked up by one of these.
 */
function shortened(code: string): string[] {
  const files = ['elements', 'client', 'feed'].flatMap((folder) => readdirSync(`src/${folder}`).map((name) => `src/${folder}/${name}`));
  const members = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(MEMBER)].map(([, name]) => name!));
  const kept = new Set([...PUBLIC, ...compile(ROOTS).match(/\w+(?=:)/g)!]);
  const names = new Set([...LIT, ...Object.keys(en), ...members]);
  return [...names].filter((name) => !kept.has(name) && !RegExp(`["'\`]${name}["'\`]`).test(code));
}
