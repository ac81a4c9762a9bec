/** Tests that the time to parse a page is proportional to its length, for any markup. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultTreeAdapter } from 'parse5';
import { CliError } from '../../../src/node/io/cli-error.js';
import { parsePage } from '../../../src/node/doctor/parse-page.js';

const distinct = (name: string, count: number) => Array.from({ length: count }, (_, index) => `<${name} id=${index}>`).join('');

/** Counts the elements that the parser creates. */
function elementsMade(html: string): { made: number; thrown?: unknown } {
  const { createElement } = defaultTreeAdapter;
  let made = 0;
  defaultTreeAdapter.createElement = (...given) => {
    made++;
    return createElement(...given);
  };
  try {
    parsePage(html);
    return { made };
  } catch (thrown) {
    return { made, thrown };
  } finally {
    defaultTreeAdapter.createElement = createElement;
  }
}

describe('parsePage', () => {
  for (const [what, html] of Object.entries({
    'formatting that the parser repeats': `<p>${distinct('b', 400)}${'<p>x'.repeat(20_000)}`,
    'nested elements': '<div>'.repeat(100_000),
    'text that is moved before a table': `<table>${'<b>x</b>'.repeat(100_000)}`,
    'attributes of one body': Array.from({ length: 20_000 }, (_, index) => `<body a${index}>`).join(''),
  }))
    it(`stops with a CliError for ${what}`, () => {
      const { made, thrown } = elementsMade(html);
      assert.ok(thrown instanceof CliError, String(thrown));
      assert.ok(made <= 200_000 + 4 * html.length, `${made} elements`);
    });

  it('parses a long page', () => {
    const html = `<!doctype html><html lang="en"><body>${'<p>One <b>two</b> <a href="/x">three</a></p>'.repeat(20_000)}<placard-campaign src="/feed.json"></placard-campaign>`;
    assert.equal(parsePage(html).tags.length, 1);
  });

  it('finds the tags that contain other tags', () => {
    const deep = parsePage(`${'<div data-placard-src="/feed.json">'.repeat(400)}<p lang="en">x</p>${'</div>'.repeat(400)}`);
    assert.deepEqual(new Set(deep.tags.slice(0, -1).map(({ hasCustomLayout }) => hasCustomLayout)), new Set([true]));
    assert.deepEqual([deep.tags.at(-1)!.hasCustomLayout, deep.tags.at(-1)!.snapshot], [false, { language: 'en' }]);
    assert.equal(deep.tags[0]!.snapshot, undefined);
  });
});
