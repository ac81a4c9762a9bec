/** Checks that each call to action leads where it says, that each contact is used, and that readers see all words. */
import { MAX_SHOWN_CONTACTS, MAX_WAYS } from '../../feed/schema/field-rules.js';
import { queryObjects, type Json } from '../json-pointer.js';
import { idOf, listIn, objectIn, textIn, type RuleContext, type Warning } from './rule-context.js';

/** Types of actions that need a "url". An event has one of its own. */
const NEEDS_URL = ['sign', 'donate', 'attend'];
/** Roles that every card shows. */
const OF_PUBLISHER = /^(press|correction)$/;

export function* actionRule(context: RuleContext): Generator<Warning> {
  const feedContacts = queryObjects(context.document, '/_placard/contacts/*');
  const used = new Set<string | undefined>();
  for (const item of context.items) {
    const own = listIn(item, 'contacts');
    const contacts = [...own, ...feedContacts].map(({ value }) => value);
    const ids = new Set(contacts.map(({ id }) => idOf(id)));
    const itemUsed = new Set<string | undefined>();
    for (const { path, value } of listIn(item, 'actions')) {
      for (const named of namedContacts(path, value)) {
        itemUsed.add(named.id);
        if (!ids.has(named.id)) yield unknownContact(named.path, named.id, ids);
      }
      yield* checkDestination(path, value, contacts);
      yield* checkWords(path, value);
      yield* checkZone(path, textIn(value, 'time_zone'));
    }
    for (const { path, value } of listIn(item, 'persons')) {
      const id = idOf(value.contact);
      if (id === undefined) continue;
      itemUsed.add(id);
      if (!ids.has(id)) yield unknownContact(`${path}/contact`, id, ids);
    }
    for (const { path, value } of listIn(item, 'cases')) yield* checkZone(`${path}/next`, textIn(objectIn(value, 'next'), 'time_zone'));
    for (const id of itemUsed) used.add(id);
    yield* unused(own, itemUsed);
    const inPlace = listIn(item, 'actions').flatMap(({ path, value }) =>
      queryObjects(value, '/to/*').map((node) => ({ path: `${path}${node.path}`, value: node.value })),
    );
    yield* tooMany([...own, ...inPlace], inPlace.length + itemUsed.size, `${item.path}/_placard/actions`);
  }
  yield* unused(feedContacts, used);
  yield* tooMany(feedContacts, 0, '');
}

/** @param shown how many contacts the card of an item shows */
function* tooMany(contacts: readonly { path: string; value: Json }[], shown: number, actions: string): Generator<Warning> {
  const fix = 'Keep the ones that matter. Put the others on a page, and link to it with "url".';
  const code = 'contact-not-shown';
  if (shown > MAX_SHOWN_CONTACTS)
    yield { code, path: actions, message: `The actions name ${shown} contacts, and a card shows ${MAX_SHOWN_CONTACTS}.`, fix };
  for (const { path, value } of contacts)
    for (const member of ['phones', 'emails']) {
      const ways = Array.isArray(value[member]) ? value[member].length : 0;
      if (ways > MAX_WAYS)
        yield { code, path: `${path}/${member}`, message: `The contact has ${ways} "${member}", and a card shows ${MAX_WAYS}.`, fix };
    }
}

/** Returns the ids that an action names, with the place of each. */
function namedContacts(path: string, { contact, to }: Json): { path: string; id: string }[] {
  const id = idOf(contact);
  const recipients = (Array.isArray(to) ? (to as unknown[]) : []).flatMap((one, index) =>
    typeof one === 'string' && one ? [{ path: `${path}/to/${index}`, id: one }] : [],
  );
  return [...(id ? [{ path: `${path}/contact`, id }] : []), ...recipients];
}

const unknownContact = (path: string, id: string, ids: ReadonlySet<string | undefined>): Warning => ({
  level: 'error',
  code: 'unknown-reference',
  path,
  message: `No contact has the id ${JSON.stringify(id)}, so the action leads nowhere.`,
  fix: ids.size ? `Write ${[...ids].map((one) => JSON.stringify(one)).join(' or ')}.` : 'Add a contact with this id.',
});

function* checkDestination(path: string, action: Json, contacts: readonly Json[]): Generator<Warning> {
  const type = textIn(action, 'type');
  if (!type || textIn(action, 'url')) return;
  const recipients: Json[] = [
    ...namedContacts('', action).flatMap(({ id }) => contacts.filter((one) => idOf(one.id) === id)),
    ...queryObjects(action, '/to/*').map(({ value }) => value),
  ];
  const namesAny = action.contact !== undefined || action.to !== undefined;
  if (type === 'contact' || type === 'write') {
    const reaches = recipients.some((one) => canReach(one, type));
    if (reaches || (namesAny && !recipients.length)) return; // an unknown contact is reported by itself
    yield {
      level: 'error',
      code: 'action-leads-nowhere',
      path,
      message: `The action "${type}" names no recipient that readers can reach, and it has no default.`,
      fix:
        type === 'write'
          ? 'Add "contact" or "to": contacts with an "email" or a "postal" address. Or add "url".'
          : 'Add "contact": the id of a contact with a "phone" or an "email". Or add "url".',
    };
  } else if (NEEDS_URL.includes(type) && !textIn(objectIn(action, 'event'), 'url')) {
    yield {
      code: 'action-leads-nowhere',
      path,
      message: `The action "${type}" has no address, so readers cannot follow it.`,
      fix: 'Add "url": the page of the action.',
    };
  }
}

const canReach = (contact: Json, type: string): boolean =>
  ['email', 'url', ...(type === 'contact' ? ['phone', 'signal', 'onion', 'whatsapp', 'telegram'] : [])].some((name) =>
    textIn(contact, name),
  ) || ['emails', 'postal', ...(type === 'contact' ? ['phones'] : [])].some((name) => Array.isArray(contact[name]));

/** The subject of an action that sends no mail is not shown. */
function* checkWords(path: string, action: Json): Generator<Warning> {
  if (!textIn(action, 'subject') || /^(write|contact)$/.test(textIn(action, 'type'))) return;
  yield {
    code: 'words-not-shown',
    path: `${path}/subject`,
    message: 'Only a letter has a subject, so readers do not see this one.',
    fix: 'Move it to "text" or "label".',
  };
}

function* checkZone(path: string, zone: string): Generator<Warning> {
  if (!zone || isZone(zone)) return;
  yield {
    code: 'unknown-time-zone',
    path: `${path}/time_zone`,
    message: `${JSON.stringify(zone)} is not a time zone, so the time has no zone for readers.`,
    fix: 'Write an IANA name, such as "Asia/Almaty".',
  };
}

function isZone(zone: string): boolean {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return false;
  }
}

function* unused(contacts: readonly { path: string; value: Json }[], used: ReadonlySet<string | undefined>): Generator<Warning> {
  for (const { path, value } of contacts) {
    if (used.has(idOf(value.id)) || OF_PUBLISHER.test(textIn(value, 'role'))) continue;
    yield {
      code: 'contact-not-shown',
      path,
      message: 'No action and no person names this contact, so no card shows it.',
      fix: 'Name it in "contact" or "to" of an action. Or give it the role "press" or "correction". Or remove it.',
    };
  }
}
