/** Builds the index of the search when the site is built, so that no server is needed. One document is one section of a page. */
import MiniSearch from 'minisearch';
import { DOORS, PAGES } from './contents.js';
import { renderMarkdown } from './markdown.js';
import { titleOf } from './template.js';
import { SEARCH_OPTIONS, type Section } from './search-options.js';

export async function searchIndex(): Promise<string> {
  const search = new MiniSearch<Section>(SEARCH_OPTIONS);
  for (const { name, text } of PAGES) {
    const html = renderMarkdown(await text());
    const door = DOORS.find(({ pages }) => pages.some((page) => page.name === name))?.title ?? 'Develop';
    search.addAll(
      sectionsOf(html).map((section) => ({
        ...section,
        id: name + section.id,
        url: `${name}.html${section.id}`,
        page: titleOf(html),
        door,
      })),
    );
  }
  return JSON.stringify(search);
}

/** Splits a page at its headings of the second and third level. The headings of a card have no address. */
function sectionsOf(html: string): Pick<Section, 'id' | 'heading' | 'text'>[] {
  const text = (part: string) =>
    part
      .replace(/<[^>]+>/g, ' ')
      .replace(/&(lt|gt|amp|quot|#39);/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  return html.split(/(?=<h[23] id=)/).map((part) => {
    const [, id, heading = ''] = /^<h[23] id="([^"]+)"[^>]*>([^]*?)<\/h[23]>/.exec(part) ?? [];
    return { id: id ? `#${id}` : '', heading: text(heading), text: text(part) };
  });
}
