/** Checks that readers can reach the publisher: addresses, contacts, calls to action. */
import { schemasAt } from '../schema-lookup.js';
import { walk, queryObjects, type Json } from '../json-pointer.js';
import { idOf, textIn, type RuleContext, type Warning } from './rule-context.js';

const CHANNELS = ['phone', 'email', 'url', 'signal', 'onion', 'whatsapp', 'telegram', 'fax'];
const hasChannel = (contact: Json): boolean =>
  CHANNELS.some((channel) => textIn(contact, channel)) || ['phones', 'emails', 'postal'].some((name) => Array.isArray(contact[name]));

export function* reachabilityRule(context: RuleContext): Generator<Warning> {
  yield* contacts(context);
  yield* checkSuccessors(context);
  yield* checkFeedUrl(context);
  yield* checkUrls(context);
}

function* contacts({ document }: RuleContext): Generator<Warning> {
  const [head] = queryObjects(document, '/_placard');
  if (!head) return;
  const found = queryObjects(document, '/_placard/contacts/*');
  const all = [...found, ...queryObjects(document, '/items/*/_placard/contacts/*')];
  if (!found.length) {
    yield {
      code: 'no-contact',
      path: '/_placard',
      message: 'The feed has no contact, so reporters cannot ask about the case.',
      fix: 'Add "contacts": [{ "id": "press", "role": "press", "phone": "+44 20 7946 0958" }].',
    };
  }
  for (const { path, value } of all) {
    if (!hasChannel(value)) {
      yield {
        code: 'contact-without-channel',
        path,
        message: 'This contact has no telephone number, and no address.',
        fix: `Add one of ${CHANNELS.map((channel) => `"${channel}"`).join(', ')}.`,
      };
    }
  }
  const publisher = queryObjects(head.value, '/publisher')[0]?.value ?? {};
  if (!textIn(publisher, 'corrections_url') && !found.some(({ value }) => value.role === 'correction')) {
    yield {
      code: 'no-way-to-correct',
      path: '/_placard/publisher',
      message: 'The feed does not say where readers can report a mistake.',
      fix: 'Add "corrections_url", or a contact with the role "correction".',
    };
  }
}

function* checkSuccessors({ document, items }: RuleContext): Generator<Warning> {
  const ids = new Set(items.map(({ value }) => idOf(value.id)));
  for (const { path, value } of queryObjects(document, '/items/*/_placard')) {
    const successor = idOf(value.superseded_by);
    if (successor === undefined || ids.has(successor)) continue;
    yield {
      code: 'unknown-reference',
      path: `${path}/superseded_by`,
      message: `No item of this feed has the id ${JSON.stringify(successor)}, so readers get no link to the newer statement.`,
      fix: 'Write the "id" of the newer item, and keep that item in the feed.',
    };
  }
}

function* checkFeedUrl({ document, url }: RuleContext): Generator<Warning> {
  const [home] = queryObjects(document, '');
  const feedUrl = home && textIn(home.value, 'feed_url');
  if (!feedUrl) {
    yield {
      code: 'no-feed-url',
      path: '/feed_url',
      message: 'The feed has no "feed_url". On a mirror, its relative links lead elsewhere, and a copy does not lead to the original.',
      fix: 'Add "feed_url": the address of the published feed.',
    };
    return;
  }
  const knownUrls = [
    feedUrl,
    ...queryObjects(document, '/_placard').flatMap(({ value }) => (Array.isArray(value.mirrors) ? value.mirrors : [])),
  ];
  const resolved = knownUrls.flatMap((each) => (typeof each === 'string' && URL.canParse(each, url) ? new URL(each, url).href : []));
  if (url && !resolved.includes(new URL(url).href)) {
    yield {
      code: 'feed-url-differs',
      path: '/feed_url',
      message: `The address of the feed is ${url}, and its "feed_url" is ${feedUrl}.`,
      fix: 'Write the real address in "feed_url", or add this one to "mirrors".',
    };
  }
}

/** Endings of files beside the feed. No top-level domain is among them. */
const FILE_ENDINGS = new Set(['htm', 'html', 'php', 'svg', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'json', 'pdf', 'xml']);

/** Returns whether an address begins like "example.org/case", which browsers resolve to a file beside the feed. */
function lacksScheme(address: string): boolean {
  const labels = address.split('/', 1)[0]!.toLowerCase().split('.');
  const ending = labels.pop()!;
  return labels.length > 0 && labels.every((label) => /^[\w-]+$/.test(label)) && /^[a-z]{2,}$/.test(ending) && !FILE_ENDINGS.has(ending);
}

/** Checks every address of the feed. */
function* checkUrls({ document }: RuleContext): Generator<Warning> {
  for (const { path, value } of walk(document)) {
    if (typeof value !== 'string' || !schemasAt(path).some(({ format }) => format === 'uri-reference')) continue;
    if (lacksScheme(value)) {
      yield {
        code: 'address-without-scheme',
        path,
        message: `${JSON.stringify(value)} has no scheme, so it leads to a file beside the feed, not to another site.`,
        fix: `Write ${JSON.stringify(`https://${value}`)}.`,
      };
    }
    if (!/^https?:/i.test(value) || !URL.canParse(value)) continue;
    const { protocol, hostname } = new URL(value);
    if (isLocal(hostname)) {
      yield {
        code: 'local-address',
        path,
        message: `${hostname} is this machine, or a private network that readers cannot reach.`,
        fix: 'Write the public address.',
      };
    } else if (protocol === 'http:' && !hostname.endsWith('.onion')) {
      yield {
        code: 'insecure-address',
        path,
        message: 'http is not encrypted: others on the network can see who reads this page, and can change it.',
        fix: `Write ${JSON.stringify(value.replace(/^http:/i, 'https:'))}, and check that this address works.`,
      };
    }
  }
}

function isLocal(hostname: string): boolean {
  return /^(localhost|.*\.(localhost|local|internal|test)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[::1\])$/.test(hostname);
}
