/** The page for partners: one snippet for each kind of page, the statement in other forms, and a preview. */
import { element, empty } from '../card/markup.js';
import { fixedCopyNote } from '../embed/fixed-copy.js';
import { escapeHtml } from '../escape/html.js';
import { htmlPage } from './page-shell.js';
import { pageDefaults, type Snippets } from './pages.js';
import { PICTURE_SIZE } from './picture.js';
import type { Forms } from './plain-forms.js';
import { addressOf, type ItemContext, type Site } from './site-parts.js';

export function embedPage(site: Site, context: ItemContext, snippets: Snippets, forms: Forms): string {
  const { item, publisher, rendered } = context;
  const title = `Show “${item.title ?? item.id}” on your site`;
  const copy = site.asset('placard-copy.js');
  const note = fixedCopyNote(rendered.locale.tag, addressOf(site, item.id));
  const body = [
    element('nav', { class: 'top' }, `<a href="./">${escapeHtml(publisher)}</a>\n<a href="../review.html">Technical review</a>`),
    element(
      'main',
      { class: 'paste' },
      [
        element('h1', {}, escapeHtml(title)),
        '<p>Choose a snippet. Each one says what readers see, and what remains if this site disappears.</p>',
        ...snippetAreas(snippets),
        element('h2', {}, 'A newsletter, a document, or an editor that takes formatted text'),
        '<p>Copy the text below, and paste it. It has bold words and links, and no styles. It does not change by itself.</p>',
        element('div', { class: 'preview', id: 'formatted' }, `\n${rendered.strict}\n${note}\n`),
        ...formAreas(site, context, forms),
      ].join('\n'),
    ),
    element('script', { type: 'module', src: `../${site.assets}/placard-copy.js`, integrity: copy.integrity }),
  ];
  const head = [
    element('title', {}, escapeHtml(title)),
    empty('meta', { name: 'robots', content: 'noindex' }),
    empty('link', { rel: 'icon', href: site.icon }),
  ];
  return htmlPage({ ...pageDefaults(site, context.feed), head, body, lang: 'en' });
}

function paste(heading: string, text: string, snippet: string): string {
  const area = element('textarea', { readonly: 'readonly', 'aria-label': heading, spellcheck: 'false' }, escapeHtml(snippet));
  return `${element('h2', {}, escapeHtml(heading))}\n<p>${text}</p>\n${area}`;
}

function snippetAreas({ full, html, frame, wordpress, wordpressMarked, wordpressInstalled }: Snippets): string[] {
  return [
    paste(
      'WordPress, and other editors that embed a pasted link',
      'Paste this address on its own line. Readers see the card in a frame. If this site disappears, WordPress still shows the headline, the summary and the status of the day on which you pasted it. Other editors may show only the address.',
      wordpress,
    ),
    paste(
      'A page that allows scripts',
      'For a Custom HTML block, or a template. Readers see the statement at once, as plain text. It becomes the live card when there is news; until then it loads almost nothing. If this site disappears, the statement remains as you pasted it.',
      full,
    ),
    paste(
      'A page that allows frames',
      'Readers see the card in a frame of full width. The last line sets its height; without it, readers scroll. If this site disappears, only the line below the blank frame remains: headline, publisher and address.',
      frame,
    ),
    paste(
      'Plain HTML',
      'No script and no updates. It remains as it is if this site disappears. When the case changes, paste it again.',
      html,
    ),
    paste(
      'WordPress, for authors who cannot paste scripts',
      'For a Custom HTML block. Readers see the statement at once, as plain text. It becomes the live card when there is news, after an administrator installed the next snippet. If this site disappears, the statement remains as you pasted it.',
      wordpressMarked,
    ),
    paste(
      'WordPress, for an administrator',
      'Install it once for the whole site, for example in a footer of every page. It shows nothing by itself: it makes live cards of what authors pasted.',
      wordpressInstalled,
    ),
  ];
}

function formAreas(site: Site, { item, picture }: ItemContext, { email, text, markdown }: Forms): string[] {
  const url = addressOf(site, item.id);
  const size = { width: PICTURE_SIZE.width, height: PICTURE_SIZE.height };
  return [
    paste('E-mail', 'HTML with inline styles, for a newsletter tool that takes source code. It does not change by itself.', email),
    ...(picture
      ? [
          paste(
            'A picture',
            'For places that take only pictures. It shows the status and its date, and does not change by itself.',
            element('a', { href: url }, empty('img', { src: `${url}${picture.name}`, alt: picture.alt, ...size })),
          ),
        ]
      : []),
    paste('Plain text', 'For an e-mail without HTML, and for messages.', text),
    paste('Markdown', 'For editors and sites that write Markdown.', markdown),
  ];
}
