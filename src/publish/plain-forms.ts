/** The statement for places that do not take the card: plain text, Markdown, and HTML for e-mail. */
import { emailStyle } from '../card/styles/email.js';
import type { Line } from '../card/text.js';
import { fixedCopyNote, fixedCopyText } from '../embed/fixed-copy.js';
import { markdownText } from '../escape/markdown.js';
import type { ItemContext } from './site-parts.js';

/** Returns the lines of the card, with a blank line around each heading, and the address of the present status at the end. */
function plainText(url: string, { rendered }: ItemContext): string {
  return `${withSections(rendered.lines, (heading) => ['', heading.toUpperCase(), ''])
    .join('\n')
    .trim()}\n\n${fixedCopyText(rendered.locale.tag, url)}\n`;
}

/** Returns Markdown (CommonMark) with one paragraph for each line. */
function markdown(url: string, { rendered }: ItemContext): string {
  const { title } = rendered.card.brief;
  const lines = rendered.lines.map((line) => ({ ...line, text: `${markdownText(line.text)}\n` }));
  const body = withSections(lines, (heading) => [`## ${markdownText(heading)}\n`]);
  return `# ${markdownText(title)}\n\n${body.join('\n').trim()}\n\n${fixedCopyText(rendered.locale.tag, `<${url}>`)}\n`;
}

/** The forms of a statement. */
export interface Forms {
  readonly text: string;
  readonly markdown: string;
  readonly email: string;
}

export const formsOf = (url: string, context: ItemContext): Forms => ({
  text: plainText(url, context),
  markdown: markdown(url, context),
  email: `${context.rendered.email}\n${fixedCopyNote(context.rendered.locale.tag, url, emailStyle('others'))}`,
});

/** Returns the texts, with a heading before the first line of each section. */
function withSections(lines: readonly Line[], headingOf: (heading: string) => readonly string[]): string[] {
  let section = '';
  return lines.flatMap((line) => {
    const heading = line.section && line.section !== section ? headingOf(line.section) : [];
    section = line.section;
    return [...heading, line.text];
  });
}
