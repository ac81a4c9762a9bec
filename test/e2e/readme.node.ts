/** Compares the guide for developers with the elements. docs.node.ts runs its samples. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const guide = readFileSync(new URL('../../demo/docs/developers.md', import.meta.url), 'utf8');
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('README and the guide for developers', () => {
  it('name every attribute of the elements, and no other', async () => {
    const { PlacardCampaign } = await import('../../src/elements/components/campaign/placard-campaign.js');
    const rows = [...guide.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name!);
    const attributes = rows.filter((name) => !/placard-/.test(name) && name !== 'lang');
    assert.deepEqual(attributes.sort(), PlacardCampaign.observedAttributes.filter((name) => name !== 'lang').sort());
  });

  it('have at most 250 lines in the README', () => {
    assert.ok(readme.split('\n').length <= 250);
  });
});
