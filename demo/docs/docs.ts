/**
 * The documentation, made when somebody asks for it: the guides from demo/docs/, the reference of the tags from the README, whose tables
 * are tested, and from the manifest of the elements, and that of the format from the schemas. test/e2e/docs.node.ts runs every sample in them.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { expectedValue } from '../../src/lint/explain-issue.js';
import { jsonSchema } from '../../src/feed/schema/json-schema.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const GUIDES = {
  partners: 'For partners',
  publishers: 'For publishers',
  developers: 'For developers',
  format: 'The format',
  recipes: 'Recipes',
};
const FROM_README = ['Tags', 'Theming', 'Events', 'From code', '1.3 kB until there is news'];

/** The Markdown of a page. */
export async function guide(name: string): Promise<string> {
  if (name === 'format') return `# The campaign feed\n\n${formatReference()}`;
  if (name !== 'developers') return readFile(`${root}demo/docs/${name}.md`, 'utf8');
  const readme = await readFile(`${root}README.md`, 'utf8');
  const sections = readme.split(/^(?=## )/m).filter((section) => FROM_README.includes(/^## (.*)/.exec(section)?.[1] ?? ''));
  return `# For developers: tags, attributes, events, parts, tokens\n\n${withoutFiles(sections.join('\n'))}\n\n${await tagReference()}`;
}

/** Our own words, whose Markdown stays Markdown. */
const withoutMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The README links to files of the repository, which are no pages here. */
const withoutFiles = (markdown: string): string => markdown.replace(/\[([^\]]+)\]\((?!https?:)[^)]+\)/g, '$1');

/** By the path that it is served under. */
export function docPages(): Record<string, { type: string; body: () => Promise<string> }> {
  const type = 'text/html; charset=utf-8';
  return Object.fromEntries(Object.keys(GUIDES).map((name) => [`/docs/${name}.html`, { type, body: () => page(name) }]));
}

async function page(name: string): Promise<string> {
  const links = Object.entries(GUIDES).map(
    ([each, title]) => `<li><a href="${each}.html"${each === name ? ' aria-current="page"' : ''}>${title}</a></li>`,
  );
  const body = (await marked.parse(await guide(name)))
    .replaceAll('<pre>', '<pre tabindex="0" role="region" aria-label="Sample">')
    .replaceAll('<table>', '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Placard: ${GUIDES[name as keyof typeof GUIDES]}</title>
<link rel="icon" href="../picture.svg" type="image/svg+xml" />
<link rel="stylesheet" href="../page.css" />
<link rel="stylesheet" href="../docs.css" />
</head>
<body>
<header><p><a href="../index.html">Placard</a></p><nav aria-label="Documentation"><ul>${links.join('')}<li><a href="../builder.html">Builder</a></li></ul></nav></header>
<main>
${body}</main>
</body>
</html>
`;
}

interface Node {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Node>;
  items?: Node;
  required?: string[];
  anyOf?: Node[];
  description?: string;
}

interface Described {
  name?: string;
  description?: string;
  type?: { text: string };
  default?: string;
}
type Declaration = { tagName?: string; description?: string } & Record<(typeof DESCRIBED)[number][0], Described[] | undefined>;

const DESCRIBED = [
  ['attributes', 'Attributes'],
  ['slots', 'Slots'],
  ['events', 'Events'],
  ['cssParts', 'Parts'],
  ['cssProperties', 'Tokens'],
  ['cssStates', 'States'],
] as const;

let manifest: Promise<Declaration[]> | undefined;

/** Of each tag what its class says of itself, by the analyzer that makes `placard/custom-elements.json`. */
async function tagReference(): Promise<string> {
  manifest ??= analyse();
  const tags = (await manifest).map((declaration) => {
    const lists = DESCRIBED.flatMap(([key, title]) => {
      const items = (declaration[key] ?? []).map(
        ({ name, type, description }) =>
          `- ${name ? `\`${name}\`` : 'the children'}${key === 'attributes' && type ? ` (${withoutMarkup(type.text.replace(' | undefined', ''))})` : ''}${description ? `: ${withoutMarkup(description)}` : ''}`,
      );
      return items.length ? [`### ${title}\n\n${items.join('\n')}`] : [];
    });
    return [`## \`<${declaration.tagName}>\``, withoutMarkup(declaration.description ?? ''), ...lists].join('\n\n');
  });
  return tags.join('\n\n');
}

async function analyse(): Promise<Declaration[]> {
  const { cli } = (await import('@custom-elements-manifest/analyzer/cli.js' as string)) as {
    cli(options: object): Promise<{ modules: { declarations: Declaration[] }[] }>;
  };
  const { modules } = await cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
  return modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
}

/** One table for each object of the format, by its place in the document. */
function formatReference(): string {
  const sections: string[] = [];
  const visit = (node: Node, place: string, pointer: string) => {
    for (const option of node.anyOf ?? [node]) {
      if (option.items) visit(option.items, `${place}[]`, `${pointer}/0`);
      if (!option.properties) continue;
      const rows = Object.entries(option.properties).map(
        ([name, member]) =>
          `| \`${name}\` | ${option.required?.includes(name) ? 'yes' : ''} | ${kindOf(member)} | ${meaningOf(`${pointer}/${name}`, member)} |`,
      );
      sections.push(
        [
          `## ${place || 'The feed'}`,
          '',
          '| member | required | what it takes | what to write |',
          '| --- | --- | --- | --- |',
          ...rows,
        ].join('\n'),
      );
      for (const [name, member] of Object.entries(option.properties))
        visit(member, place ? `${place}.${name}` : name, `${pointer}/${name}`);
    }
  };
  visit(jsonSchema() as Node, '', '');
  return sections.join('\n\n');
}

/** In the words of `placard validate`; nothing where what it takes says it. */
function meaningOf(pointer: string, node: Node): string {
  const meaning = node.enum || node.const !== undefined ? '' : expectedValue(pointer);
  return /^(an object \{|a list \[|a text in quotation)/.test(meaning)
    ? ''
    : withoutMarkup(meaning).replaceAll('|', '\\|').replaceAll('://', ':<wbr>//');
}

function kindOf(node: Node): string {
  if (node.anyOf) return [...new Set(node.anyOf.map(kindOf))].join(', or ');
  if (node.enum) return node.enum.map((value) => `\`${withoutMarkup(String(value))}\``).join(' ');
  if (node.const !== undefined) return `\`${withoutMarkup(String(node.const))}\``;
  if (node.items) return `a list: ${kindOf(node.items)}`;
  return (
    { string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', object: 'an object, below' }[
      node.type ?? ''
    ] ?? 'anything'
  );
}
