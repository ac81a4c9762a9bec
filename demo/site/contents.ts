/** The contents of the documentation: six doors, and the pages behind each. A page has a Markdown file in demo/docs, or a generator. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commandReference } from './reference/commands.js';
import { elementReference } from './reference/elements.js';
import { frameworkGuide } from './reference/frameworks.js';
import { cookbook } from './format/cookbook.js';
import { FORMAT_PAGES, formatOverview, formatPage } from './format/pages.js';
import { conformancePage } from './trust/conformance.js';
import { languagesPage } from './trust/languages.js';
import { reviewSheet } from './trust/review-sheet.js';
import { securityPage } from './trust/security.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const file = (name: string) => () => read(`demo/docs/${name}.md`);

export interface Page {
  /** The file on the site, without `.html`. */
  readonly name: string;
  /** In the list of contents. */
  readonly title: string;
  /** Returns Markdown, whose first line is the heading. */
  readonly text: () => string | Promise<string>;
}

export interface Door {
  readonly title: string;
  /** The people that it is for. */
  readonly people: string;
  readonly pages: readonly Page[];
}

const guide = (name: string, title: string): Page => ({ name, title, text: file(name) });

/** A page of a generator, which runs once: its source does not change while this process runs, and some need seconds. */
function generated(name: string, title: string, generate: Page['text']): Page {
  let text: ReturnType<Page['text']> | undefined;
  return { name, title, text: () => (text ??= generate()) };
}

const decisions = readdirSync(`${root}demo/docs/decisions`).map((name): Page => {
  const text = read(`demo/docs/decisions/${name}`);
  return { name: `decision-${name.replace('.md', '')}`, title: /^# (.*)$/m.exec(text)![1]!, text: () => text };
});

export const DOORS: readonly Door[] = [
  {
    title: 'Embed',
    people: 'For editors and webmasters who show a case on their page',
    pages: [
      guide('partners', 'A web page'),
      guide('wordpress', 'WordPress'),
      guide('newsletter', 'A newsletter'),
      generated('frameworks', 'React, Vue, Svelte, Astro', async () => `${file('frameworks')()}\n${await frameworkGuide()}`),
      guide('systems', 'Other systems, and pages without scripts'),
    ],
  },
  {
    title: 'Publish',
    people: 'For organisations that report a case',
    pages: [
      guide('first-case', 'Your first case in ten minutes'),
      guide('publishers', 'With the command line'),
      guide('changes', 'When something happens'),
      guide('people', 'Persons, letters and papers'),
      guide('translations', 'Translations and drafts'),
      generated('cookbook', 'Nine kinds of material', cookbook),
    ],
  },
  {
    title: 'Format',
    people: 'For people who write or read feeds',
    pages: [
      generated('format', 'The format in one page', () => `${file('format')()}\n${formatOverview()}`),
      ...FORMAT_PAGES.map(({ name, title }) => generated(name, title, () => formatPage(name))),
    ],
  },
  {
    title: 'Operate',
    people: 'For people who run the site',
    pages: [
      guide('site', 'The built site'),
      guide('deploy', 'Hosting'),
      guide('policies', 'Content-Security-Policy'),
      guide('signing', 'Mirrors and signatures'),
      guide('troubleshooting', 'Problems by symptom'),
      guide('incidents', 'When something goes wrong'),
      guide('exit', 'The exit plan'),
      guide('performance', 'Speed and scale'),
    ],
  },
  {
    title: 'Develop',
    people: 'For developers who style, extend or change it',
    pages: [
      guide('developers', 'Tags, themes and events'),
      generated('elements', 'Reference of the tags', elementReference),
      generated('commands', 'Reference of the commands', commandReference),
      guide('architecture', 'Architecture'),
      generated('decisions', 'Decisions', decisionList),
      guide('translating', 'Translate the interface'),
    ],
  },
  {
    title: 'Trust',
    people: 'For security reviewers, accessibility officers and lawyers',
    pages: [
      guide('trust', 'Questions before you say yes'),
      generated('security', 'Security', () => securityPage(read('SECURITY.md'))),
      generated('conformance', 'Accessibility conformance', conformancePage),
      generated('review-sheet', 'Review sheet of the library', reviewSheet),
      guide('versions', 'The promise of versions'),
      generated('languages', 'Languages', languagesPage),
    ],
  },
];

/** All pages. The decisions have pages too, which only their list names. */
export const PAGES: readonly Page[] = [...DOORS.flatMap(({ pages }) => pages), ...decisions];

function decisionList(): string {
  const lines = decisions.map(({ name, title }) => `- [${title}](${name}.html)`);
  return `# Decisions\n\nEach record gives the reason of a surprising decision, and names the tests that hold it.\n\n${lines.join('\n')}\n`;
}
