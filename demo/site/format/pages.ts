/** The pages of the format: each member with its sentence, an example, and what the card shows because of it. */
import { escapeHtml } from '../../../src/escape/html.js';
import { cardFigure } from './cookbook.js';
import { exampleOf, type Example } from './examples.js';
import { formatObjects, type Member } from './members.js';

interface FormatPage {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  /** The sample feed whose card is its picture. */
  readonly picture: string;
  /** The beginnings of the paths of its objects. The longest beginning that fits wins. */
  readonly paths: readonly string[];
}

const EXTENSION = 'items[]._placard';

export const FORMAT_PAGES: readonly FormatPage[] = [
  {
    name: 'format-feed',
    title: 'The feed, its publisher and contacts',
    lead: 'The top of the file: who speaks, and in which version.',
    picture: 'closed',
    paths: [''],
  },
  {
    name: 'format-item',
    title: 'An item: texts, quotes, sources',
    lead: 'One statement, case or campaign.',
    picture: 'corrected',
    paths: ['items[]'],
  },
  {
    name: 'format-incident',
    title: 'The incident, and persons',
    lead: 'The event, and the people that it concerns.',
    picture: 'trial',
    paths: [`${EXTENSION}.incident`, `${EXTENSION}.persons`],
  },
  {
    name: 'format-cases',
    title: 'Proceedings',
    lead: 'Courts and other bodies: status, outcome, next step, history.',
    picture: 'opinion',
    paths: [`${EXTENSION}.cases`],
  },
  { name: 'format-actions', title: 'Actions', lead: 'What readers can do.', picture: 'appeal', paths: [`${EXTENSION}.actions`] },
  {
    name: 'format-papers',
    title: 'Letters, documents, signatories',
    lead: 'Papers that belong to an item.',
    picture: 'joint',
    paths: [`${EXTENSION}.interventions`, `${EXTENSION}.documents`, `${EXTENSION}.signatories`],
  },
];

/** Returns the page that describes an object. */
function pageFor(object: string): FormatPage {
  const length = ({ paths }: FormatPage) => Math.max(-1, ...paths.filter((path) => object.startsWith(path)).map((path) => path.length));
  return FORMAT_PAGES.reduce((best, page) => (length(page) > length(best) ? page : best));
}

const anchorOf = (path: string): string => path.replaceAll('[]', '').replaceAll('.', '-') || 'feed';
/** A member that contains an object has the same path as the object. */
const objectAnchor = (object: string): string => `object-${anchorOf(object)}`;
const addressOf = (object: string): string => `${pageFor(object).name}.html#${objectAnchor(object)}`;
const nameOf = (object: string): string => (object ? object.replace(`${EXTENSION}.`, '').replace('items[]', 'an item') : 'the feed');

/** Returns the list of all objects, as Markdown. */
export function formatOverview(): string {
  const lists = FORMAT_PAGES.map(({ name, title, lead }) => {
    const objects = [...formatObjects().keys()].filter((object) => pageFor(object).name === name);
    const links = objects.map((object) => `[\`${nameOf(object)}\`](${addressOf(object)})`);
    return `### [${title}](${name}.html)\n\n${lead} ${links.join(', ')}.`;
  });
  return `## All objects\n\n${lists.join('\n\n')}\n`;
}

export async function formatPage(name: string): Promise<string> {
  const page = FORMAT_PAGES.find((each) => each.name === name)!;
  const sections: string[] = [];
  for (const [object, members] of formatObjects()) if (pageFor(object).name === name) sections.push(await objectSection(object, members));
  return `# ${page.title}\n\n${page.lead} An example comes from a sample feed. Below it is the part of the card that the member makes, with its words marked.\n\n<details class="source"><summary>A card with such members, from a fictional feed</summary>\n${await cardFigure(page.picture, true)}\n</details>\n\n${sections.join('\n')}\n`;
}

async function objectSection(object: string, members: readonly Member[]): Promise<string> {
  const parts: string[] = [];
  for (const member of members) parts.push(memberSection(member, await exampleOf(member.path)));
  return `<h2 id="${objectAnchor(object)}"><code>${escapeHtml(nameOf(object))}</code></h2>\n${parts.join('\n')}\n`;
}

function memberSection({ path, name, required, type, values, maximum, sentence, object }: Member, example?: Example): string {
  const facts = [
    required ? '<strong>required</strong>' : '',
    object === undefined ? type : `<a href="${addressOf(object)}">${type}</a>`,
    maximum === undefined ? '' : `at most ${maximum.toLocaleString('en')} characters`,
  ].filter(Boolean);
  return [
    `<section class="member"><h3 id="${anchorOf(path)}"><code>${name}</code></h3><p class="facts">${facts.join(', ')}</p>`,
    `<p>${withCode(sentence)}</p>`,
    values.length ? `<p class="values">${values.map((value) => `<code>${escapeHtml(value)}</code>`).join(' ')}</p>` : '',
    example ? exampleSection(name, example, object === undefined) : '',
    '</section>',
  ]
    .filter(Boolean)
    .join('\n');
}

function exampleSection(name: string, { value, picture }: Example, isSimple: boolean): string {
  const code = isSimple
    ? `<pre tabindex="0" role="group" aria-label="Example of ${name}"><code>${escapeHtml(`"${name}": ${write(value)}`)}</code></pre>`
    : '';
  return code + pictureSection(picture);
}

function pictureSection(picture: Example['picture']): string {
  if (picture === 'all') return '<p class="hidden-member">Without it, there is no card.</p>';
  if (!picture) return '<p class="hidden-member">Readers do not see it on the card.</p>';
  const words = escapeHtml(`On the card: ${picture.words}`);
  return `<div class="becomes" role="img" aria-label="${words}"><div inert>${picture.html}</div></div>`;
}

/** Writes a value on few lines. */
function write(value: unknown): string {
  const line = JSON.stringify(value);
  return line.length > 100 ? JSON.stringify(value, null, 2) : line;
}

const withCode = (sentence: string): string => escapeHtml(sentence).replace(/`([^`]+)`/g, '<code>$1</code>');
