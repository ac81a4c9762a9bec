/** Compiles and renders the components for React, Vue and Svelte with their compilers. Text from a feed stays text, and never runs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import * as fc from '../../support/fast-check.js';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { compile as compileSvelte } from 'svelte/compiler';
import type { Component } from 'svelte';
import { render as renderSvelte } from 'svelte/server';
import * as vueRuntime from 'vue';
import { compileScript, parse as parseVue } from 'vue/compiler-sfc';
import * as vueServer from 'vue/server-renderer';
import { reactComponent, svelteComponent, vueComponent } from '../../../src/embed/framework-snippets.js';
import { hostileText } from '../../unit/embed/hostile.js';

type Module = Record<string, unknown>;
/** It has no types: only the output of the compiler uses it. */
const svelteInternal: unknown = await import(['svelte', 'internal', 'server'].join('/'));

/** Evaluates a module in a separate context, which shows code that runs by mistake. */
function evaluate(code: string, known: Record<string, unknown>, more: Module = {}): { exported: Module; ran: string[] } {
  const ran: string[] = [];
  const module = { exports: {} as Module };
  const globals = { module, exports: module.exports, pwned: () => ran.push('pwned'), alert: () => ran.push('alert'), ...more };
  const require = (name: string) => known[name] ?? {};
  runInNewContext(transformSync(code, { format: 'cjs' }).code, { ...globals, require });
  return { exported: module.exports, ran };
}

interface Read {
  attributes: Record<string, string | undefined>;
  snapshot: string;
}

/** Returns the attributes of the tag in the page, and its inner markup. */
function inPage(html: string): Read {
  const find = (node: DefaultTreeAdapterTypes.ChildNode): Read | undefined => {
    if (!('tagName' in node)) return undefined;
    if (node.tagName === 'placard-campaign') {
      return { attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])), snapshot: html };
    }
    return node.childNodes.map(find).find(Boolean);
  };
  return parseFragment(html).childNodes.map(find).find(Boolean) ?? assert.fail(html);
}

const RENDERERS: Record<string, (snippet: typeof reactComponent, embed: Parameters<typeof reactComponent>[0]) => Promise<Read>> = {
  react(snippet, embed) {
    const { code } = transformSync(snippet(embed), { loader: 'jsx', jsxFactory: 'h' });
    const h = (name: string, props: object | null, ...children: unknown[]) => ({ name, props, children });
    const { exported, ran } = evaluate(code, {}, { h });
    type Made = { props: Record<string, string>; children: [{ props: { dangerouslySetInnerHTML: { __html: string } } }] };
    const { props, children } = (exported.Placard as () => Made)();
    assert.deepEqual(ran, []);
    return Promise.resolve({ attributes: { ...props }, snapshot: children[0].props.dangerouslySetInnerHTML.__html });
  },
  async svelte(snippet, embed) {
    const { js } = compileSvelte(snippet(embed), { generate: 'server' });
    const { exported, ran } = evaluate(js.code, { 'svelte/internal/server': svelteInternal });
    const { body } = await renderSvelte(exported.default as Component);
    assert.deepEqual(ran, []);
    return inPage(body);
  },
  async vue(snippet, embed) {
    const compilerOptions = { isCustomElement: (tag: string) => tag.startsWith('placard-') };
    const { descriptor, errors } = parseVue(snippet(embed), { templateParseOptions: compilerOptions });
    assert.deepEqual(errors, []);
    const { content } = compileScript(descriptor, {
      id: 'x',
      inlineTemplate: true,
      templateOptions: { ssr: true, ssrCssVars: [], compilerOptions },
    });
    const { exported, ran } = evaluate(content, { vue: vueRuntime, 'vue/server-renderer': vueServer });
    const html = await vueServer.renderToString(vueRuntime.createSSRApp(exported.default as vueRuntime.Component));
    assert.deepEqual(ran, []);
    return inPage(html);
  },
};

const SNIPPETS = { react: reactComponent, svelte: svelteComponent, vue: vueComponent };

describe('component', () => {
  for (const [name, rendered] of Object.entries(RENDERERS)) {
    const snippet = SNIPPETS[name as keyof typeof SNIPPETS];

    it(`for ${name} keeps the id of an item unchanged, braces included`, () =>
      fc.assert(
        fc.asyncProperty(hostileText, async (item) => {
          const { attributes } = await rendered(snippet, {
            attributes: { src: 'https://example.org/feed.json?a=1&b=2', item },
            snapshot: '<p>x</p>',
          });
          assert.equal(attributes.item, item);
          assert.equal(attributes.src, 'https://example.org/feed.json?a=1&b=2');
        }),
        { numRuns: 60, examples: [['{alert(1)}'], ['a"b'], ['</script><script>pwned()</script>']] },
      ));

    it(`for ${name} contains the snapshot, with any text in it`, () =>
      fc.assert(
        fc.asyncProperty(hostileText, async (text) => {
          const { snapshot } = await rendered(snippet, { attributes: { item: 'x' }, snapshot: text });
          assert.ok(snapshot.includes(text), snapshot);
        }),
        { numRuns: 60, examples: [['a\r\nb'], ['</script>'], ['\\`${1}']] },
      ));
  }
});
