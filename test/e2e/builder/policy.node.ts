/** The policy that the builder tells partners to add: addresses come from a feed and from what was typed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { policyOf, type Takeaway } from '../../../src/studio/builder/formats.js';
import type { Choices } from '../../../src/studio/builder/choices.js';
import type { Scripts } from '../../../src/studio/builder/scripts.js';
import { parsePolicies } from '../../../src/node/doctor/csp.js';

describe('the builder’s policy', () => {
  it('has no directive and no source of a feed’s making', () => {
    const takeaway = { text: '', how: '', first: ['placard.js'], later: [], asks: true } satisfies Takeaway;
    const scripts = { asset: (name: string) => ({ url: `https://scripts.example.org/${name}` }) } as Scripts;
    const choices = {
      src: 'https://example.org/feed.json',
      mirrors: 'https://a;sandbox/feed.json https://mirror.example.org/feed.json',
    } as Choices;
    const pictures = ['https://*/x.png', 'https://x,script-src/y.png', 'https://pictures.example.org/z.png'];
    const policies = parsePolicies([policyOf(takeaway, scripts, choices, pictures)]);
    assert.equal(policies.length, 1);
    assert.deepEqual([...policies[0]!.keys()], ['script-src', 'connect-src', 'img-src', 'trusted-types']);
    assert.deepEqual(policies[0]!.get('connect-src'), ['https://example.org', 'https://mirror.example.org']);
    assert.deepEqual(policies[0]!.get('img-src'), ['https://pictures.example.org']);
  });
});
