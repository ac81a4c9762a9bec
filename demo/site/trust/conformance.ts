/** The accessibility conformance report: as a page, and as an OpenACR document. Both are made from the table of criteria. */
import { stringify } from 'yaml';
import { version } from '../../../src/bundler/packages.js';
import { EN_CHAPTERS, LEVEL_A, LEVEL_AA, type Clause, type Criterion, type Evidence } from './criteria.js';

/** The terms of OpenACR. */
export type Level = 'supports' | 'partially-supports' | 'not-applicable' | 'not-evaluated';

export function levelOf(evidence: Evidence): Level {
  if ('notApplicable' in evidence) return 'not-applicable';
  if ('notTested' in evidence) return 'not-evaluated';
  return 'except' in evidence ? 'partially-supports' : 'supports';
}

const REPOSITORY_NOTE =
  'Each criterion names the automatic tests that show it, or the check by hand. “Not evaluated” means that nothing tests it.';
const METHODS =
  'Automatic tests in Chromium, Firefox and WebKit: axe-core, accessibility trees, keyboard, 320 px, text spacing, forced colours, contrast. No person with a disability and no external auditor has tested Placard.';

/** Returns the evidence in a sentence, with the paths in code quotes for Markdown. */
function remarkOf(evidence: Evidence, quote: string): string {
  if ('notApplicable' in evidence) return evidence.notApplicable;
  if ('notTested' in evidence) return `Nothing tests it. ${evidence.notTested}`;
  if ('byHand' in evidence) return `By hand, on ${evidence.on}, by ${evidence.role}, who ${evidence.byHand}`;
  return [evidence.note ?? evidence.except ?? '', evidence.tests.map((path) => quote + path + quote).join(', ')].join(' ').trim();
}

export function totals(): Record<Level, number> {
  const count: Record<Level, number> = { supports: 0, 'partially-supports': 0, 'not-applicable': 0, 'not-evaluated': 0 };
  for (const { card, tools } of [...LEVEL_A, ...LEVEL_AA]) for (const evidence of [card, tools]) count[levelOf(evidence)]++;
  return count;
}

const WORDS: Record<Level, string> = {
  supports: 'supports',
  'partially-supports': '**partially supports**',
  'not-applicable': 'does not apply',
  'not-evaluated': '**not evaluated**',
};

export function conformancePage(): string {
  const cell = (evidence: Evidence) => `${WORDS[levelOf(evidence)]}<br>${remarkOf(evidence, '`')}`;
  const table = (criteria: readonly Criterion[]) =>
    [
      '| criterion | the card | studio and builder |',
      '| --- | --- | --- |',
      ...criteria.map(({ id, name, card, tools }) => `| ${id} ${name} | ${cell(card)} | ${cell(tools)} |`),
    ].join('\n');
  const chapter = ({ title, note, clauses }: (typeof EN_CHAPTERS)[number]) =>
    [
      `### ${title}`,
      note,
      clauses.length
        ? [
            '| clause | evidence |',
            '| --- | --- |',
            ...clauses.map(({ id, name, evidence }: Clause) => `| ${id} ${name} | ${cell(evidence)} |`),
          ].join('\n')
        : '',
    ]
      .filter(Boolean)
      .join('\n\n');
  const { supports, 'partially-supports': partially, 'not-applicable': notApplicable, 'not-evaluated': notEvaluated } = totals();
  return `# Accessibility conformance

This report follows WCAG 2.2, levels A and AA, and EN 301 549 V3.2.1. It is made from a table that names the tests of each criterion.
The same report for machines is [placard.openacr.yaml](placard.openacr.yaml), in the format OpenACR.

## Result

| result | number |
| --- | --: |
| criteria of WCAG 2.2 A and AA, each for the card and for the tools | ${2 * (LEVEL_A.length + LEVEL_AA.length)} |
| shown by tests, or by a check by hand | ${supports} |
| shown in part | ${partially} |
| do not apply | ${notApplicable} |
| nothing tests them | ${notEvaluated} |

${METHODS} A test shows a criterion only as far as a machine can: read “supports” as “a test shows it”, or as the named check by hand.

## WCAG 2.2, level A

${table(LEVEL_A)}

## WCAG 2.2, level AA

${table(LEVEL_AA)}

## EN 301 549

${EN_CHAPTERS.map(chapter).join('\n\n')}
`;
}

/** Returns the OpenACR document. Its fields are those of openacr-0.1.0.json of GSA/openacr. */
export function openAcr(): string {
  const component = (name: string, evidence: Evidence) => ({
    name,
    adherence: { level: levelOf(evidence), notes: remarkOf(evidence, '') },
  });
  const success = (criteria: readonly Criterion[]) => ({
    criteria: criteria.map(({ id, card, tools }) => ({
      num: id,
      components: [component('web', card), component('authoring-tool', tools)],
    })),
  });
  const clauses = ({ note, clauses: all }: (typeof EN_CHAPTERS)[number]) => ({
    notes: note,
    ...(all.length ? { criteria: all.map(({ id, evidence }) => ({ num: id, components: [component('none', evidence)] })) } : {}),
  });
  return stringify({
    title: 'Placard Accessibility Conformance Report',
    product: {
      name: 'Placard',
      version,
      description: 'Web components that show the statement and the status of a case, and the tools that write them.',
    },
    // OpenACR requires an address. The security page says how to reach the project.
    author: { name: 'The Placard project', email: 'not-published@placard.invalid' },
    vendor: { company_name: 'The Placard project', email: 'not-published@placard.invalid' },
    report_date: '11/28/2026',
    version: 1,
    notes: REPOSITORY_NOTE,
    evaluation_methods_used: METHODS,
    license: 'CC-BY-4.0',
    catalog: '2.5-edition-wcag-2.2-508-eu-en',
    chapters: {
      success_criteria_level_a: success(LEVEL_A),
      success_criteria_level_aa: success(LEVEL_AA),
      success_criteria_level_aaa: { disabled: true, notes: 'This report does not cover level AAA.' },
      functional_performance_criteria: { disabled: true, notes: 'This report does not cover Section 508.' },
      hardware: { disabled: true },
      software: { disabled: true },
      support_documentation_and_services: { disabled: true },
      ...Object.fromEntries(EN_CHAPTERS.map((chapter) => [chapter.id, clauses(chapter)])),
    },
  });
}
