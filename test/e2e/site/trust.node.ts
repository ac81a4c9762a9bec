/** The papers of trust: each test that they name exists, and each criterion has an answer. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { conformancePage, openAcr, totals } from '../../../demo/site/trust/conformance.js';
import { EN_CHAPTERS, LEVEL_A, LEVEL_AA, type Evidence } from '../../../demo/site/trust/criteria.js';
import { languagesPage, reviews } from '../../../demo/site/trust/languages.js';
import { testTitles } from '../../../demo/site/trust/security.js';
import { LANGUAGES } from '../../../src/bundler/packages.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Report {
  readonly catalog: string;
  readonly chapters: Record<string, { criteria?: { num: string; components: { adherence: { level: string; notes: string } }[] }[] }>;
}

describe('conformance report', () => {
  it('names only tests that exist', () => {
    const all: Evidence[] = [
      ...[...LEVEL_A, ...LEVEL_AA].flatMap(({ card, tools }) => [card, tools]),
      ...EN_CHAPTERS.flatMap(({ clauses }) => clauses.map(({ evidence }) => evidence)),
    ];
    const paths = all.flatMap((evidence) => ('tests' in evidence ? evidence.tests : []));
    assert.ok(paths.length > 0);
    for (const path of paths) assert.ok(existsSync(root + path), path);
  });

  it('has each criterion of WCAG 2.2, levels A and AA, once', () => {
    // WCAG 2.2 has 31 criteria of level A and 24 of level AA. The report also names 4.1.1, which EN 301 549 still has.
    assert.equal(LEVEL_A.length, 32);
    assert.equal(LEVEL_AA.length, 24);
    assert.equal(new Set([...LEVEL_A, ...LEVEL_AA].map(({ id }) => id)).size, 56);
  });

  it('is an OpenACR document with the same answers as the page', () => {
    const { catalog, chapters } = parse(openAcr()) as Report;
    assert.equal(catalog, '2.5-edition-wcag-2.2-508-eu-en');
    const success = [...chapters.success_criteria_level_a!.criteria!, ...chapters.success_criteria_level_aa!.criteria!];
    const levels = success.flatMap(({ components }) => components.map(({ adherence }) => adherence.level));
    for (const [level, count] of Object.entries(totals())) assert.equal(levels.filter((each) => each === level).length, count, level);
    for (const { components } of success) for (const { adherence } of components) assert.ok(adherence.notes);
    assert.ok(conformancePage().includes(`| ${totals()['not-evaluated']} |`));
  });
});

describe('list of languages', () => {
  it('has each language, and says which ones a native speaker has reviewed', async () => {
    assert.deepEqual(Object.keys(reviews()).sort(), [...LANGUAGES].sort());
    const rows = (await languagesPage()).split('\n').filter((line) => line.includes('src/locales/'));
    assert.equal(rows.length, LANGUAGES.length);
    for (const [tag, review] of Object.entries(reviews())) {
      const row = rows.find((line) => line.includes(`src/locales/${tag}.ts`))!;
      assert.equal(row.includes('not yet'), review === null, tag);
    }
  });
});

describe('security page', () => {
  it('lists the titles of the tests', () => {
    assert.ok(testTitles('test/unit/security/policy.test.ts').length > 0);
  });
});
