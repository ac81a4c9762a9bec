/** Pictures: what they show in words, whose they are, and who learns that somebody looked at them. */
import { queryObjects } from '../json-pointer.js';
import { textIn, type RuleContext, type Warning } from './rule-context.js';

export function* mediaRule(context: RuleContext): Generator<Warning> {
  for (const item of context.items) {
    const media = queryObjects(item.extension, '/media/*');
    const image = textIn(item.value, 'image');
    const hasUrl = media.some(({ value }) => textIn(value, 'url'));
    if (image && !hasUrl) {
      yield {
        code: 'picture-without-alt',
        path: `${item.path}/image`,
        message: 'This picture has no words for those who cannot see it, and names nobody as its maker.',
        fix: 'Add it to "_placard": "media": [{ "url": …, "alt": what it shows, "credit": whose it is }].',
      };
    }
    if (image) yield* thirdPartyHost(context, `${item.path}/image`, image);
    for (const node of media) {
      const path = `${item.path}/_placard${node.path}`;
      const url = textIn(node.value, 'url');
      if (!url) continue;
      if (node.value.alt === '') {
        yield {
          code: 'picture-without-alt',
          path: `${path}/alt`,
          message: 'An empty "alt" says that the picture only decorates.',
          fix: 'Say in a sentence what it shows, unless it shows nothing that matters.',
        };
      }
      if (!textIn(node.value, 'credit')) {
        yield {
          code: 'picture-without-credit',
          path,
          message: 'Nobody is named as the maker of this picture.',
          fix: 'Add "credit": whose picture it is, and be sure that you may publish it.',
        };
      }
      yield* thirdPartyHost(context, `${path}/url`, url);
    }
  }
}

/** A reader's browser asks that host, and tells it where the reader is. */
function* thirdPartyHost({ base, document }: RuleContext, path: string, address: string): Generator<Warning> {
  if (!base || !URL.canParse(address, base)) return;
  const home = queryObjects(document, '')[0]?.value ?? {};
  const ownHosts = [base, textIn(home, 'feed_url'), textIn(home, 'home_page_url')].flatMap((each) =>
    URL.canParse(each, base) ? new URL(each, base).hostname : [],
  );
  const { hostname } = new URL(address, base);
  if (ownHosts.includes(hostname)) return;
  yield {
    code: 'picture-from-elsewhere',
    path,
    message: `Every reader's browser will ask ${hostname} for this picture, and so tell it who reads.`,
    fix: 'Put the picture on your own host, beside the feed.',
  };
}
