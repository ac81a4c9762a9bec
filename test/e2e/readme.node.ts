/** Compares the README and the guide for developers with the product. site/samples.node.ts runs their samples. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const root = new URL('../../', import.meta.url);
const guide = readFileSync(new URL('demo/docs/developers.md', root), 'utf8');
const readme = readFileSync(new URL('README.md', root), 'utf8');

describe('README and the guide for developers', () => {
  it('name every attribute of the elements, and no other', async () => {
    const { PlacardCampaign } = await import('../../src/elements/components/campaign/placard-campaign.js');
    const rows = [...guide.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name!);
    const attributes = rows.filter((name) => !/placard-/.test(name) && name !== 'lang');
    assert.deepEqual(attributes.sort(), PlacardCampaign.observedAttributes.filter((name) => name !== 'lang').sort());
  });

  it('have at most 150 lines in the README', () => {
    assert.ok(readme.split('\n').length <= 150);
  });

  it('have only links and pictures that exist', () => {
    const paths = [...readme.matchAll(/\]\(([^)#:]+)\)|src="([^":]+)"/g)].map(([, link, picture]) => (link ?? picture)!);
    assert.ok(paths.length > 10);
    for (const path of paths) assert.ok(existsSync(new URL(path, root)), path);
  });
});
