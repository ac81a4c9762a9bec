/** The policy that the builder asks partners to add. Its sources come from a feed and from the form, so they may be hostile. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requiredCsp, type EmbedFormat } from '../../../src/studio/builder/formats.js';
import type { BuilderState } from '../../../src/studio/builder/builder-state.js';
import type { Scripts } from '../../../src/studio/builder/scripts.js';
import { parsePolicies } from '../../../src/node/doctor/csp.js';

describe('policy of the builder', () => {
  it('contains no directive and no source that a feed could inject', () => {
    const format = {
      snippet: '',
      instructions: '',
      initialFiles: ['placard.js'],
      updateFiles: [],
      fetchesFeed: true,
    } satisfies EmbedFormat;
    const scripts = { asset: (name: string) => ({ url: `https://scripts.example.org/${name}` }) } as Scripts;
    const state = {
      src: 'https://example.org/feed.json',
      mirrors: 'https://a;sandbox/feed.json https://mirror.example.org/feed.json',
    } as BuilderState;
    const pictures = ['https://*/x.png', 'https://x,script-src/y.png', 'https://pictures.example.org/z.png'];
    const policies = parsePolicies([requiredCsp(format, scripts, state, pictures)]);
    assert.equal(policies.length, 1);
    assert.deepEqual([...policies[0]!.keys()], ['script-src', 'connect-src', 'img-src', 'trusted-types']);
    assert.deepEqual(policies[0]!.get('connect-src'), ['https://example.org', 'https://mirror.example.org']);
    assert.deepEqual(policies[0]!.get('img-src'), ['https://pictures.example.org']);
  });
});
