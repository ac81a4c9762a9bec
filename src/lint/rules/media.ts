/** Checks pictures: their description, their credit, and the host that sees who looks at them. */
import { queryObjects } from '../json-pointer.js';
import { textIn, type RuleContext, type Warning } from './rule-context.js';

/** Pictures of persons and signatories. */
const PORTRAITS = [
  ['/persons/*', 'image'],
  ['/signatories/*', 'logo'],
] as const;

export function* mediaRule(context: RuleContext): Generator<Warning> {
  for (const item of context.items) {
    const media = queryObjects(item.extension, '/media/*');
    const image = textIn(item.value, 'image');
    const hasUrl = media.some(({ value }) => textIn(value, 'url'));
    if (image && !hasUrl) {
      yield {
        code: 'picture-without-alt',
        path: `${item.path}/image`,
        message: 'This picture has no description for blind readers, and no credit.',
        fix: 'Add it to "_placard": "media": [{ "url": …, "alt": the description, "credit": the owner }].',
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
          message: 'An empty "alt" means that the picture is decoration.',
          fix: 'Describe the picture in a sentence, unless it is decoration.',
        };
      }
      if (!textIn(node.value, 'credit')) {
        yield {
          code: 'picture-without-credit',
          path,
          message: 'This picture has no credit.',
          fix: 'Add "credit": the owner of the picture. Check that you may publish it.',
        };
      }
      yield* thirdPartyHost(context, `${path}/url`, url);
    }
    for (const [pattern, name] of PORTRAITS) {
      for (const { path, value } of queryObjects(item.extension, pattern))
        yield* thirdPartyHost(context, `${item.path}/_placard${path}/${name}`, textIn(value, name));
    }
  }
}

/** Warns of another host, which sees each reader's network address. */
function* thirdPartyHost({ base, document }: RuleContext, path: string, address: string): Generator<Warning> {
  if (!base || !address || !URL.canParse(address, base)) return;
  const home = queryObjects(document, '')[0]?.value ?? {};
  const ownHosts = [base, textIn(home, 'feed_url'), textIn(home, 'home_page_url')].flatMap((each) =>
    URL.canParse(each, base) ? new URL(each, base).hostname : [],
  );
  const { hostname } = new URL(address, base);
  if (ownHosts.includes(hostname)) return;
  yield {
    code: 'picture-from-elsewhere',
    path,
    message: `Every reader's browser requests this picture from ${hostname}, so that this host sees who reads the statement.`,
    fix: 'Move the picture to your own host.',
  };
}
