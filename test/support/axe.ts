/** Checks the accessibility of a page with axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

/** The script of axe, which a page runs before it is checked. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG 2.2 AA and of good practice. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose result depends on colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

interface Check {
  /** Selectors of the parts to check. Without them, the whole page is checked. */
  readonly include?: readonly string[];
  /** Selectors of the parts that have tests of their own. */
  readonly exclude?: readonly string[];
  /** Checks only what depends on colours: between two themes, nothing else is different. */
  readonly colours?: boolean;
  /** The names of rules that do not concern the page. */
  readonly without?: readonly string[];
  /** Checks the frames too, which have run `AXE`. */
  readonly iframes?: boolean;
}

/** Returns each violation with its rule, its place and the start of its HTML. */
export async function violations(page: Page, check: Check = {}): Promise<string[]> {
  const { include = ['html'], exclude = [], colours = false, without = [], iframes = true } = check;
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const options = { runOnly: colours ? COLOURS : ALL, resultTypes: ['violations'], rules, iframes };
  const results = (await page.evaluate(`axe.run(${JSON.stringify({ include, exclude })}, ${JSON.stringify(options)})`)) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${JSON.stringify(target)} ${html.slice(0, 120)}`),
  );
}
