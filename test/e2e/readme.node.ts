/** What the README promises of the elements. That its samples work as they stand: docs.node.ts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('README', () => {
  it('names every attribute of the elements, and no other', async () => {
    const { PlacardCampaign } = await import('../../src/elements/components/campaign/placard-campaign.js');
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name!);
    const attributes = rows.filter((name) => !/placard-/.test(name) && name !== 'lang');
    assert.deepEqual(attributes.sort(), PlacardCampaign.observedAttributes.filter((name) => name !== 'lang').sort());
  });
});
