/** Whether readers, partners and correctors reach somebody: addresses, contacts, calls to action. */
import { schemasAt } from '../schema-lookup.js';
import { walk, queryObjects } from '../json-pointer.js';
import { idOf, textIn, type RuleContext, type Warning } from './rule-context.js';

const CHANNELS = ['phone', 'email', 'url', 'signal', 'onion'];
/** What an action needs, unless it has an address of its own. */
const NEEDS_URL = ['sign', 'donate', 'attend'];

export function* reachabilityRule(context: RuleContext): Generator<Warning> {
  yield* contacts(context);
  yield* checkActions(context);
  yield* checkSuccessors(context);
  yield* checkFeedUrl(context);
  yield* checkUrls(context);
}

function* contacts({ document }: RuleContext): Generator<Warning> {
  const [head] = queryObjects(document, '/_placard');
  if (!head) return;
  const found = queryObjects(document, '/_placard/contacts/*');
  if (!found.length) {
    yield {
      code: 'no-contact',
      path: '/_placard',
      message: 'Nobody can be reached: a reporter who wants to write about the case has no one to call.',
      fix: 'Add "contacts": [{ "id": "press", "role": "press", "phone": "+44 20 7946 0958" }].',
    };
  }
  for (const { path, value } of found) {
    if (!CHANNELS.some((channel) => textIn(value, channel))) {
      yield {
        code: 'contact-without-channel',
        path,
        message: 'This contact has no telephone, no address, nothing to reach it by.',
        fix: `Add one of ${CHANNELS.map((channel) => `"${channel}"`).join(', ')}.`,
      };
    }
    const phone = textIn(value, 'phone');
    if (phone && !phone.includes('+')) {
      yield {
        code: 'telephone-not-international',
        path: `${path}/phone`,
        message: 'This number can be dialled from its own country alone.',
        fix: 'Begin with + and the country code, such as "+44 20 7946 0958".',
      };
    }
  }
  const publisher = queryObjects(head.value, '/publisher')[0]?.value ?? {};
  if (!textIn(publisher, 'corrections_url') && !found.some(({ value }) => value.role === 'correction')) {
    yield {
      code: 'no-way-to-correct',
      path: '/_placard/publisher',
      message: 'There is no way of its own to report a mistake.',
      fix: 'Add "corrections_url", or a contact with the role "correction".',
    };
  }
}

function* checkActions({ document }: RuleContext): Generator<Warning> {
  const contacts = queryObjects(document, '/_placard/contacts/*').map(({ value }) => value);
  const ids = new Set(contacts.map(({ id }) => idOf(id)));
  for (const { path, value } of queryObjects(document, '/items/*/_placard/actions/*')) {
    const named = idOf(value.contact);
    if (named !== undefined && ids.size && !ids.has(named)) {
      yield {
        code: 'unknown-reference',
        path: `${path}/contact`,
        message: `No contact has the id ${JSON.stringify(named)}.`,
        fix: `Write ${[...ids].map((id) => JSON.stringify(id)).join(' or ')}.`,
      };
    }
    const type = textIn(value, 'type');
    const recipient = contacts.find(({ id }) => idOf(id) === named) ?? contacts[0];
    const hasDestination = textIn(value, 'url') || (!NEEDS_URL.includes(type) && (type !== 'write' || textIn(recipient ?? {}, 'email')));
    if (type && !hasDestination) {
      yield {
        code: 'action-leads-nowhere',
        path,
        message: `Nobody can follow the call to "${type}": it has no address.`,
        fix: type === 'write' ? 'Add "contact": the id of a contact with an "email".' : 'Add "url": the page where it is done.',
      };
    }
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
      message: `No item of this feed has the id ${JSON.stringify(successor)}: readers are told of a newer statement and not led there.`,
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
      message: 'The feed does not say where it lives: on a mirror its relative links lead elsewhere, and a lost copy does not lead home.',
      fix: 'Add "feed_url": the address under which you publish it.',
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
      message: `The feed was read from ${url}, and says that it lives at ${feedUrl}.`,
      fix: 'Write its real address, or list this one under "mirrors".',
    };
  }
}

/** "example.org/case", which is read as a file beside the feed; "picture.svg" is one. */
const HOST_WITHOUT_SCHEME = /^([\w-]+\.)+(?!(html?|php|svg|png|jpe?g|gif|webp|avif|json|pdf|xml)\b)[a-z]{2,}(\/|$)/i;

/** Every address of the feed, wherever the format has one. */
function* checkUrls({ document }: RuleContext): Generator<Warning> {
  for (const { path, value } of walk(document)) {
    if (typeof value !== 'string' || !schemasAt(path).some(({ format }) => format === 'uri-reference')) continue;
    if (HOST_WITHOUT_SCHEME.test(value)) {
      yield {
        code: 'address-without-scheme',
        path,
        message: `${JSON.stringify(value)} leads to a file of that name beside the feed, and not to another site.`,
        fix: `Write ${JSON.stringify(`https://${value}`)}.`,
      };
    }
    if (!/^https?:/i.test(value) || !URL.canParse(value)) continue;
    const { protocol, hostname } = new URL(value);
    if (isLocal(hostname)) {
      yield {
        code: 'local-address',
        path,
        message: `${hostname} is this machine, or a network that others cannot reach.`,
        fix: 'Write the public address.',
      };
    } else if (protocol === 'http:' && !hostname.endsWith('.onion')) {
      yield {
        code: 'insecure-address',
        path,
        message: 'http is read and changed on its way; whoever watches the line sees who reads what.',
        fix: `Write ${JSON.stringify(value.replace(/^http:/i, 'https:'))}, and be sure that it answers there.`,
      };
    }
  }
}

function isLocal(hostname: string): boolean {
  return /^(localhost|.*\.(localhost|local|internal|test)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[::1\])$/.test(hostname);
}
