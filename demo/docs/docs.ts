/**
 * Creates the documentation on request: the guides from demo/docs/, the reference of the tags from the manifest of the elements, and the
 * reference of the format from its schemas. test/e2e/docs.node.ts runs each sample.
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
  site: 'The built site',
  deploy: 'Publish on a server',
  incidents: 'When something goes wrong',
  developers: 'For developers',
  performance: 'Speed and scale',
  format: 'The format',
  wordpress: 'WordPress',
  recipes: 'Recipes',
};

/** Returns the Markdown of a page. */
export async function guide(name: string): Promise<string> {
  if (name === 'format') return `# The campaign feed\n\n${formatReference()}`;
  const text = await readFile(`${root}demo/docs/${name}.md`, 'utf8');
  return name === 'developers' ? `${text}\n${await tagReference()}` : text;
}

/** Escapes HTML, but not Markdown. */
const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Returns the pages by their path. */
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

interface SchemaNode {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  required?: string[];
  anyOf?: SchemaNode[];
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

/** Returns the reference of the tags. Its texts are the comments of their classes, as in `placard/custom-elements.json`. */
async function tagReference(): Promise<string> {
  manifest ??= analyzeElements();
  const tags = (await manifest).map((declaration) => {
    const lists = DESCRIBED.flatMap(([key, title]) => {
      const items = (declaration[key] ?? []).map(
        ({ name, type, description }) =>
          `- ${name ? `\`${name}\`` : 'the children'}${key === 'attributes' && type ? ` (${escapeMarkup(type.text.replace(' | undefined', ''))})` : ''}${description ? `: ${escapeMarkup(description)}` : ''}`,
      );
      return items.length ? [`### ${title}\n\n${items.join('\n')}`] : [];
    });
    return [`## \`<${declaration.tagName}>\``, escapeMarkup(declaration.description ?? ''), ...lists].join('\n\n');
  });
  return tags.join('\n\n');
}

async function analyzeElements(): Promise<Declaration[]> {
  const { cli } = (await import('@custom-elements-manifest/analyzer/cli.js' as string)) as {
    cli(options: object): Promise<{ modules: { declarations: Declaration[] }[] }>;
  };
  const { modules } = await cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
  return modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
}

/** Returns one table for each object of the format, in the order of the document. */
function formatReference(): string {
  const sections: string[] = [];
  const visit = (node: SchemaNode, place: string, pointer: string) => {
    for (const option of node.anyOf ?? [node]) {
      if (option.items) visit(option.items, `${place}[]`, `${pointer}/0`);
      if (!option.properties) continue;
      const rows = Object.entries(option.properties).map(
        ([name, member]) =>
          `| \`${name}\` | ${option.required?.includes(name) ? 'yes' : ''} | ${kindOf(member)} | ${meaningOf(`${pointer}/${name}`, member)} |`,
      );
      sections.push(
        [`## ${place || 'The feed'}`, '', '| member | required | type | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n'),
      );
      for (const [name, member] of Object.entries(option.properties))
        visit(member, place ? `${place}.${name}` : name, `${pointer}/${name}`);
    }
  };
  visit(jsonSchema() as SchemaNode, '', '');
  return sections.join('\n\n');
}

/** Returns the explanation of `placard validate`; an empty text if the type says the same. */
function meaningOf(pointer: string, node: SchemaNode): string {
  const meaning = node.description ?? (node.enum || node.const !== undefined ? '' : expectedValue(pointer));
  return /^(an object \{|a list \[|a text in quotation)/.test(meaning)
    ? ''
    : escapeMarkup(meaning).replaceAll('|', '\\|').replaceAll('://', ':<wbr>//');
}

function kindOf(node: SchemaNode): string {
  if (node.anyOf) return [...new Set(node.anyOf.map(kindOf))].join(', or ');
  if (node.enum) return node.enum.map((value) => `\`${escapeMarkup(String(value))}\``).join(' ');
  if (node.const !== undefined) return `\`${escapeMarkup(String(node.const))}\``;
  if (node.items) return `a list: ${kindOf(node.items)}`;
  return (
    { string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', object: 'an object, below' }[
      node.type ?? ''
    ] ?? 'anything'
  );
}
