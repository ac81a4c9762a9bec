/** Pictures: what they show in words, whose they are, and who learns that somebody looked at them. */
import { objects } from '../json-pointer.js';
import { textIn, type Subject, type Warning } from './rule-context.js';

export function* picturesTold(subject: Subject): Generator<Warning> {
  for (const item of subject.items) {
    const media = objects(item.facts, '/media/*');
    const image = textIn(item.value, 'image');
    const shown = media.some(({ value }) => textIn(value, 'url'));
    if (image && !shown) {
      yield {
        code: 'picture-without-alt',
        path: `${item.path}/image`,
        what: 'This picture has no words for those who cannot see it, and names nobody as its maker.',
        instead: 'Add it to "_placard": "media": [{ "url": …, "alt": what it shows, "credit": whose it is }].',
      };
    }
    if (image) yield* thirdHost(subject, `${item.path}/image`, image);
    for (const part of media) {
      const path = `${item.path}/_placard${part.path}`;
      const url = textIn(part.value, 'url');
      if (!url) continue;
      if (part.value.alt === '') {
        yield {
          code: 'picture-without-alt',
          path: `${path}/alt`,
          what: 'An empty "alt" says that the picture only decorates.',
          instead: 'Say in a sentence what it shows, unless it shows nothing that matters.',
        };
      }
      if (!textIn(part.value, 'credit')) {
        yield {
          code: 'picture-without-credit',
          path,
          what: 'Nobody is named as the maker of this picture.',
          instead: 'Add "credit": whose picture it is, and be sure that you may publish it.',
        };
      }
      yield* thirdHost(subject, `${path}/url`, url);
    }
  }
}

/** A reader's browser asks that host, and tells it where the reader is. */
function* thirdHost({ base, document }: Subject, path: string, address: string): Generator<Warning> {
  if (!base || !URL.canParse(address, base)) return;
  const home = objects(document, '')[0]?.value ?? {};
  const own = [base, textIn(home, 'feed_url'), textIn(home, 'home_page_url')].flatMap((each) =>
    URL.canParse(each, base) ? new URL(each, base).hostname : [],
  );
  const { hostname } = new URL(address, base);
  if (own.includes(hostname)) return;
  yield {
    code: 'picture-from-elsewhere',
    path,
    what: `Every reader's browser will ask ${hostname} for this picture, and so tell it who reads.`,
    instead: 'Put the picture on your own host, beside the feed.',
  };
}
