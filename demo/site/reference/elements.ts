/** The reference of the tags, from the manifest of the elements: the texts are the comments of their classes. */
import { fileURLToPath } from 'node:url';
import { escapeHtml } from '../../../src/escape/html.js';

interface Described {
  readonly name?: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}
type Kind = (typeof KINDS)[number][0];
type Declaration = { readonly tagName?: string; readonly description?: string } & Readonly<Partial<Record<Kind, readonly Described[]>>>;

const KINDS = [
  ['attributes', 'Attributes'],
  ['slots', 'Slots'],
  ['events', 'Events'],
  ['cssParts', 'Parts'],
  ['cssProperties', 'Tokens'],
  ['cssStates', 'States'],
] as const;

let manifest: Promise<readonly Declaration[]> | undefined;

export async function elementReference(): Promise<string> {
  manifest ??= analyzeElements();
  const declarations = await manifest;
  const sections = declarations.map((declaration) => {
    const lists = KINDS.flatMap(([kind, title]) => {
      const items = (declaration[kind] ?? []).map((member) => lineOf(member, kind));
      return items.length ? [`**${title}**\n\n${items.join('\n')}`] : [];
    });
    return [`## \`<${declaration.tagName}>\``, prose(declaration.description ?? ''), ...lists].join('\n\n');
  });
  return `# Reference of the tags\n\nThis page comes from the manifest \`placard/custom-elements.json\`.\n\n${sections.join('\n\n')}\n`;
}

/** Returns Markdown whose text shows as it is written, and whose code stays code. */
const prose = (text: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((piece, index) => (index % 2 ? piece : escapeHtml(piece)))
    .join('');

function lineOf({ name, type, description }: Described, kind: Kind): string {
  const named = name ? `\`${name}\`` : 'the children';
  const typed = kind === 'attributes' && type ? ` (${escapeHtml(type.text.replace(' | undefined', ''))})` : '';
  return `- ${named}${typed}${description ? `: ${prose(description)}` : ''}`;
}

async function analyzeElements(): Promise<readonly Declaration[]> {
  const { cli } = (await import('@custom-elements-manifest/analyzer/cli.js' as string)) as {
    cli(options: object): Promise<{ modules: { declarations: Declaration[] }[] }>;
  };
  const cwd = fileURLToPath(new URL('../../../', import.meta.url));
  const { modules } = await cli({ argv: ['analyze', '--quiet'], cwd, noWrite: true });
  return modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
}
