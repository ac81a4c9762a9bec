/**
 * Compares Chromium's accessibility tree of each element with trees/*.txt: roles, names and levels of the sample case.
 * `UPDATE_TREES=1 node --import tsx test/support/node-tests.mjs test/e2e/readers/tree.node.ts` updates these files.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { SerializedAXNode } from 'puppeteer-core';
import { openDemo, type Demo } from './demo.js';

const TAGS = ['campaign', 'incident', 'status', 'action', 'statement', 'list'];

function lines({ role, name, level, expanded, children = [] }: SerializedAXNode, depth = 0): string[] {
  const parts = [role, name && JSON.stringify(name), level && `level ${level}`, expanded !== undefined && (expanded ? 'open' : 'folded')];
  return ['  '.repeat(depth) + parts.filter(Boolean).join(' '), ...children.flatMap((child) => lines(child, depth + 1))];
}

describe('accessibility tree', () => {
  let demo: Demo;

  before(async () => (demo = await openDemo()));
  after(() => demo?.close());

  for (const tag of TAGS)
    it(`of placard-${tag} is the approved one`, async () => {
      const page = await demo.open({ show: 'empty', theme: 'light' });
      await page.evaluate(`(async () => {
        const element = document.createElement('placard-${tag}');
        Object.assign(element, { src: 'feeds/case.json', refresh: 0, headingLevel: 3, lang: 'en' });
        document.querySelector('.stage').replaceChildren(element);
        while (!element.shadowRoot.querySelector('[part=card]:not([aria-busy]) > *')) await new Promise(requestAnimationFrame);
      })()`);
      const root = (await page.$('.stage'))!;
      const tree = (await page.accessibility.snapshot({ root, interestingOnly: false }))!;
      const text = `${lines(tree)
        .filter((line) => !/^ *(InlineTextBox|none|generic)( |$)|Last checked/.test(line))
        .join('\n')
        .replaceAll(demo.url, '/')}\n`;
      const path = new URL(`trees/${tag}.txt`, import.meta.url);
      if (process.env.UPDATE_TREES) writeFileSync(path, text);
      assert.equal(text, readFileSync(path, 'utf8'));
      await page.close();
    });
});
