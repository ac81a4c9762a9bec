/** Renders the Markdown of this repository as HTML. The text is our own, so it may contain HTML. */
import { Marked, type Tokens } from 'marked';
import { escapeHtml } from '../../src/escape/html.js';

/** Returns the name of a heading in an address, such as `add-a-language`. */
export function slugOf(heading: string): string {
  const words = heading.toLowerCase().replace(/<[^>]+>|&\w+;/g, '');
  return words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

/**
 * Turns the address of a Markdown file into that of its page, so that a link works in the repository and on the site.
 * `decisions/x.md` becomes `decision-x.html`, and `SECURITY.md` becomes `security.html`.
 */
function pageOf(href: string): string {
  const [, path, fragment = ''] = /^(?!https?:)([\w./-]+)\.md(#.*)?$/.exec(href) ?? [];
  if (!path) return href;
  const name = path.replace(/^(\.\.\/)*(demo\/docs\/)?/, '').toLowerCase();
  return `${name.replace('decisions/', 'decision-')}.html${fragment}`;
}

const marked = new Marked({
  renderer: {
    heading({ tokens, depth }: Tokens.Heading): string {
      const text = this.parser.parseInline(tokens);
      return `<h${depth} id="${slugOf(text)}">${text}</h${depth}>\n`;
    },
    link({ href, tokens }: Tokens.Link): string {
      return `<a href="${escapeHtml(pageOf(href))}">${this.parser.parseInline(tokens)}</a>`;
    },
    // A keyboard can scroll a box that has the focus.
    code({ text }: Tokens.Code): string {
      return `<pre tabindex="0" role="group" aria-label="Sample"><code>${escapeHtml(text)}</code></pre>\n`;
    },
    table(token: Tokens.Table): string {
      const row = (cells: readonly Tokens.TableCell[], tag: string) =>
        `<tr>${cells.map((cell) => `<${tag}${cell.align ? ` class="${cell.align}"` : ''}${tag === 'th' ? ' scope="col"' : ''}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
      const body = token.rows.map((cells) => row(cells, 'td')).join('\n');
      return `<div class="wide" tabindex="0" role="group" aria-label="Table"><table>\n<thead>${row(token.header, 'th')}</thead>\n<tbody>\n${body}\n</tbody>\n</table></div>\n`;
    },
  },
});

export const renderMarkdown = (text: string): string => marked.parse(text, { async: false });
