/**
 * A Vite plugin that leaves out of DOMPurify its lists of SVG's, MathML's and XML's attributes: a statement has no element that could
 * have them, and src/elements/sanitise.ts decides of every attribute by itself. DOMPurify that is written otherwise fails the build.
 */
import type { Plugin } from 'vite';

const LISTS = ['svg', 'mathMl', 'xml'];

export function leanPurify(): Plugin {
  return {
    name: 'lean-purify',
    transform(code, id) {
      if (!id.endsWith('/dompurify/dist/purify.es.mjs')) return null;
      let edited = code;
      for (const name of LISTS) {
        const list = new RegExp(`(?<=^const ${name} = freeze\\(\\[)[^\\]]+(?=\\]\\);$)`, 'm');
        if (!list.test(edited)) this.error(`No list ${name} is in ${id}.`);
        edited = edited.replace(list, '');
      }
      return { code: edited, map: null };
    },
  };
}
