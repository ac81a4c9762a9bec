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
      { name: 'frameworks', title: 'React, Vue, Svelte, Astro', text: async () => `${file('frameworks')()}\n${await frameworkGuide()}` },
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
      { name: 'cookbook', title: 'Nine kinds of material', text: cookbook },
    ],
  },
  {
    title: 'Format',
    people: 'For people who write or read feeds',
    pages: [
      { name: 'format', title: 'The format in one page', text: async () => `${file('format')()}\n${formatOverview()}` },
      ...FORMAT_PAGES.map(({ name, title }): Page => ({ name, title, text: () => formatPage(name) })),
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
      { name: 'elements', title: 'Reference of the tags', text: elementReference },
      { name: 'commands', title: 'Reference of the commands', text: commandReference },
      guide('architecture', 'Architecture'),
      { name: 'decisions', title: 'Decisions', text: decisionList },
      guide('translating', 'Translate the interface'),
    ],
  },
  {
    title: 'Trust',
    people: 'For security reviewers, accessibility officers and lawyers',
    pages: [
      guide('trust', 'Questions before you say yes'),
      { name: 'security', title: 'Security', text: () => securityPage(read('SECURITY.md')) },
      { name: 'conformance', title: 'Accessibility conformance', text: conformancePage },
      { name: 'review-sheet', title: 'Review sheet of the library', text: reviewSheet },
      guide('versions', 'The promise of versions'),
      { name: 'languages', title: 'Languages', text: languagesPage },
    ],
  },
];

/** All pages. The decisions have pages too, which only their list names. */
export const PAGES: readonly Page[] = [...DOORS.flatMap(({ pages }) => pages), ...decisions];

function decisionList(): string {
  const lines = decisions.map(({ name, title }) => `- [${title}](${name}.html)`);
  return `# Decisions\n\nEach record gives the reason of a surprising decision, and names the tests that hold it.\n\n${lines.join('\n')}\n`;
}
