/** Whether readers, partners and correctors reach somebody: addresses, contacts, calls to action. */
import { schemasAt } from '../schema-lookup.js';
import { everything, objects } from '../json-pointer.js';
import { idOf, textIn, type Subject, type Warning } from './rule-context.js';

const CHANNELS = ['phone', 'email', 'url', 'signal', 'onion'];
/** What an action needs, unless it has an address of its own. */
const OWN_ADDRESS = ['sign', 'donate', 'attend'];

export function* readersReached(subject: Subject): Generator<Warning> {
  yield* contacts(subject);
  yield* actions(subject);
  yield* successors(subject);
  yield* feedAddress(subject);
  yield* addresses(subject);
}

function* contacts({ document }: Subject): Generator<Warning> {
  const [head] = objects(document, '/_placard');
  if (!head) return;
  const found = objects(document, '/_placard/contacts/*');
  if (!found.length) {
    yield {
      code: 'no-contact',
      path: '/_placard',
      what: 'Nobody can be reached: a reporter who wants to write about the case has no one to call.',
      instead: 'Add "contacts": [{ "id": "press", "role": "press", "phone": "+44 20 7946 0958" }].',
    };
  }
  for (const { path, value } of found) {
    if (!CHANNELS.some((channel) => textIn(value, channel))) {
      yield {
        code: 'contact-without-channel',
        path,
        what: 'This contact has no telephone, no address, nothing to reach it by.',
        instead: `Add one of ${CHANNELS.map((channel) => `"${channel}"`).join(', ')}.`,
      };
    }
    const phone = textIn(value, 'phone');
    if (phone && !phone.includes('+')) {
      yield {
        code: 'telephone-not-international',
        path: `${path}/phone`,
        what: 'This number can be dialled from its own country alone.',
        instead: 'Begin with + and the country code, such as "+44 20 7946 0958".',
      };
    }
  }
  const publisher = objects(head.value, '/publisher')[0]?.value ?? {};
  if (!textIn(publisher, 'corrections_url') && !found.some(({ value }) => value.role === 'correction')) {
    yield {
      code: 'no-way-to-correct',
      path: '/_placard/publisher',
      what: 'There is no way of its own to report a mistake.',
      instead: 'Add "corrections_url", or a contact with the role "correction".',
    };
  }
}

function* actions({ document }: Subject): Generator<Warning> {
  const contacts = objects(document, '/_placard/contacts/*').map(({ value }) => value);
  const ids = new Set(contacts.map(({ id }) => idOf(id)));
  for (const { path, value } of objects(document, '/items/*/_placard/actions/*')) {
    const named = idOf(value.contact);
    if (named !== undefined && ids.size && !ids.has(named)) {
      yield {
        code: 'unknown-reference',
        path: `${path}/contact`,
        what: `No contact has the id ${JSON.stringify(named)}.`,
        instead: `Write ${[...ids].map((id) => JSON.stringify(id)).join(' or ')}.`,
      };
    }
    const type = textIn(value, 'type');
    const recipient = contacts.find(({ id }) => idOf(id) === named) ?? contacts[0];
    const leads = textIn(value, 'url') || (!OWN_ADDRESS.includes(type) && (type !== 'write' || textIn(recipient ?? {}, 'email')));
    if (type && !leads) {
      yield {
        code: 'action-leads-nowhere',
        path,
        what: `Nobody can follow the call to "${type}": it has no address.`,
        instead: type === 'write' ? 'Add "contact": the id of a contact with an "email".' : 'Add "url": the page where it is done.',
      };
    }
  }
}

function* successors({ document, items }: Subject): Generator<Warning> {
  const ids = new Set(items.map(({ value }) => idOf(value.id)));
  for (const { path, value } of objects(document, '/items/*/_placard')) {
    const successor = idOf(value.superseded_by);
    if (successor === undefined || ids.has(successor)) continue;
    yield {
      code: 'unknown-reference',
      path: `${path}/superseded_by`,
      what: `No item of this feed has the id ${JSON.stringify(successor)}: readers are told of a newer statement and not led there.`,
      instead: 'Write the "id" of the newer item, and keep that item in the feed.',
    };
  }
}

function* feedAddress({ document, url }: Subject): Generator<Warning> {
  const [home] = objects(document, '');
  const own = home && textIn(home.value, 'feed_url');
  if (!own) {
    yield {
      code: 'no-feed-url',
      path: '/feed_url',
      what: 'The feed does not say where it lives: on a mirror its relative links lead elsewhere, and a lost copy does not lead home.',
      instead: 'Add "feed_url": the address under which you publish it.',
    };
    return;
  }
  const known = [own, ...objects(document, '/_placard').flatMap(({ value }) => (Array.isArray(value.mirrors) ? value.mirrors : []))];
  const resolved = known.flatMap((each) => (typeof each === 'string' && URL.canParse(each, url) ? new URL(each, url).href : []));
  if (url && !resolved.includes(new URL(url).href)) {
    yield {
      code: 'feed-url-differs',
      path: '/feed_url',
      what: `The feed was read from ${url}, and says that it lives at ${own}.`,
      instead: 'Write its real address, or list this one under "mirrors".',
    };
  }
}

/** "example.org/case", which is read as a file beside the feed; "picture.svg" is one. */
const BARE_HOST = /^([\w-]+\.)+(?!(html?|php|svg|png|jpe?g|gif|webp|avif|json|pdf|xml)\b)[a-z]{2,}(\/|$)/i;

/** Every address of the feed, wherever the format has one. */
function* addresses({ document }: Subject): Generator<Warning> {
  for (const { path, value } of everything(document)) {
    if (typeof value !== 'string' || !schemasAt(path).some(({ format }) => format === 'uri-reference')) continue;
    if (BARE_HOST.test(value)) {
      yield {
        code: 'address-without-scheme',
        path,
        what: `${JSON.stringify(value)} leads to a file of that name beside the feed, and not to another site.`,
        instead: `Write ${JSON.stringify(`https://${value}`)}.`,
      };
    }
    if (!/^https?:/i.test(value) || !URL.canParse(value)) continue;
    const { protocol, hostname } = new URL(value);
    if (isLocal(hostname)) {
      yield {
        code: 'local-address',
        path,
        what: `${hostname} is this machine, or a network that others cannot reach.`,
        instead: 'Write the public address.',
      };
    } else if (protocol === 'http:' && !hostname.endsWith('.onion')) {
      yield {
        code: 'insecure-address',
        path,
        what: 'http is read and changed on its way; whoever watches the line sees who reads what.',
        instead: `Write ${JSON.stringify(value.replace(/^http:/i, 'https:'))}, and be sure that it answers there.`,
      };
    }
  }
}

function isLocal(hostname: string): boolean {
  return /^(localhost|.*\.(localhost|local|internal|test)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[::1\])$/.test(hostname);
}
