/** Checks what can endanger people: names, numbers and addresses, which others can copy. */
import { walk, queryObjects } from '../json-pointer.js';
import { listIn, textIn, type RuleContext, type Warning } from './rule-context.js';

export function* privacyRule(context: RuleContext): Generator<Warning> {
  yield* checkNames(context);
  yield* checkContacts(context);
  yield* checkTexts(context);
}

function* checkNames({ document, items }: RuleContext): Generator<Warning> {
  for (const { path, value } of queryObjects(document, '/items/*/_placard/incident/affected')) {
    const named = Array.isArray(value.names) ? value.names.length : 0;
    if (!named) continue;
    yield {
      code: 'names-affected',
      path: `${path}/names`,
      message: `${named === 1 ? 'An affected person is' : `${named} affected persons are`} named on every page that shows this, permanently.`,
      fix: 'Remove "names", unless these persons agreed and it helps them. "description" and "count" describe the case without names.',
    };
  }
  for (const item of items) yield* checkPersons(item);
}

/** Warns of a named person, also where the name is in the headline or the summary. */
function* checkPersons(item: RuleContext['items'][number]): Generator<Warning> {
  for (const { path, value } of listIn(item, 'persons')) {
    const name = textIn(value, 'name');
    if (name && value.named !== 'pseudonym' && value.named !== 'withheld') yield named(`${path}/name`, name);
  }
  for (const field of ['title', 'summary']) {
    const name = personIn(textIn(item.value, field));
    if (name) yield named(`${item.path}/${field}`, name);
  }
}

const named = (path: string, name: string): Warning => ({
  code: 'names-affected',
  path,
  message: `${JSON.stringify(name)} may be the name of an affected person, on every page that shows this, permanently.`,
  fix: 'Remove the name, unless this person agreed and it helps them.',
});

/** A person in a text: two or three words with capitals after a word for a journalist, or before what happens to one. */
const ROLE = /^(?:journalist|reporter|editor|photographer|blogger|correspondent|columnist|lawyer|activist|writer|presenter)s?,?$/i;
const FATE =
  /^(?:was|were|is|has|had|remains|faces|sentenced|arrested|detained|jailed|killed|released|convicted|acquitted|beaten|attacked|charged)$/;
const NAME = /^\p{Lu}[\p{L}’'-]+$/u;

/** Words of an organisation, which is not a person. */
const ORGANISATION =
  /\b(daily|weekly|union|federation|association|ministry|court|radio|television|tv|news|times|post|press|police|committee|council|group|agency|institute|party|government|company|media|office|service|supreme|high|national|international|united|republic|state|city)\b/i;

function personIn(text: string): string | undefined {
  const words = text.split(/\s+/);
  for (let index = 0; index < words.length; index++) {
    let end = index;
    while (end < index + 3 && NAME.test(words[end] ?? '')) end++;
    const name = words.slice(index, end).join(' ');
    const isPerson = end - index > 1 && (ROLE.test(words[index - 1] ?? '') || FATE.test(words[end] ?? ''));
    if (isPerson && !ROLE.test(words[index]!) && !ORGANISATION.test(name)) return name;
  }
  return undefined;
}

const CONTACTS = ['/_placard/contacts/*', '/items/*/_placard/contacts/*', '/items/*/_placard/actions/*/to/*'];

/** Warns of a contact with a person's name: its number may be private. An office has a number of its own. */
function* checkContacts({ document }: RuleContext): Generator<Warning> {
  for (const { path, value } of CONTACTS.flatMap((pattern) => queryObjects(document, pattern))) {
    const [name, email] = [textIn(value, 'name'), textIn(value, 'email')];
    for (const channel of ['phone', 'whatsapp']) {
      if (!name || !textIn(value, channel) || OFFICE_NAMES.test(name)) continue;
      yield {
        code: 'personal-telephone',
        path: `${path}/${channel}`,
        message: `This may be the private telephone number of ${name.slice(0, MAX_NAME)}.`,
        fix: 'Write the number of the office, and remove the name. A published number cannot be made private again.',
      };
    }
    if (FREE_MAIL.test(email)) {
      yield {
        code: 'personal-email',
        path: `${path}/email`,
        message: 'This looks like a private e-mail address.',
        fix: 'Write an address of the organisation for a role, such as "press@example.org".',
      };
    }
  }
}

/** Words of an office's name, in English. In other languages, the author decides about the warning. */
const OFFICE_NAMES =
  /\b(desk|office|team|press|media|department|hotline|helpline|line|union|secretariat|service|centre|center|bureau|federation|council|organi[sz]ation|committee|newsroom|legal|support|minister|ministry|court|prosecutor|embassy|ambassador|governor|president|parliament|police|prison)\b/i;
const FREE_MAIL = /@(gmail|googlemail|yahoo|hotmail|outlook|live|icloud|aol|gmx|proton|protonmail|mail|yandex)\.[a-z.]+$/i;
const PHONE_NUMBER = /(?<![\w/.-])\+\d[\d\s()./-]{6,20}\d/g;
/** Splits a text before EMAIL looks at each word: one pattern for both takes quadratic time on a long word. */
const WORD_SEPARATORS = /[\s<>()",;:]+/;
const EMAIL = /^[^@/]+@[^@/]+\.[a-z]{2,}/i;
/** The name of a picture, such as "shot@2x.png". */
const NOT_EMAIL = /@\d+x\.\w+$/i;
/** Characters of a name in a message. */
const MAX_NAME = 80;
/** RFC 5321, section 4.5.3.1: 64 octets, `@`, 255 octets. */
const MAX_EMAIL_CHARS = 320;
const TEXT_FIELDS = ['title', 'summary', 'content_text', 'content_html'];
const TEXT_LISTS = ['timeline', 'background', 'quotes', 'corrections', 'cases'];

/** Warns of numbers and addresses in a text that are not those of a contact. */
function* checkTexts(context: RuleContext): Generator<Warning> {
  const contacts = CONTACTS.flatMap((pattern) => queryObjects(context.document, pattern)).map(({ value }) => value);
  const phones = new Set(contacts.map((contact) => digits(textIn(contact, 'phone'))));
  const emails = new Set(contacts.map((contact) => textIn(contact, 'email').toLowerCase()));
  for (const { path, value } of texts(context)) {
    for (const [number] of value.matchAll(PHONE_NUMBER)) {
      if (phones.has(digits(number))) continue;
      yield {
        code: 'telephone-in-text',
        path,
        message: `The text has a telephone number, ${number}, which is not that of a contact.`,
        fix: 'Remove it, unless it is that of an office. Move a number for readers to "contacts", where it can be changed later.',
      };
    }
    for (const email of emailsIn(value)) {
      if (NOT_EMAIL.test(email)) continue;
      if (emails.has(email.toLowerCase())) continue;
      yield {
        code: 'email-in-text',
        path,
        message: `The text has an e-mail address, ${email}, which is not that of a contact.`,
        fix: 'Remove it, unless it is that of an office. Move an address for readers to "contacts".',
      };
    }
  }
}

const emailsIn = (text: string): string[] =>
  text.includes('@')
    ? text.split(WORD_SEPARATORS).flatMap((word) => (word.length > MAX_EMAIL_CHARS ? [] : (EMAIL.exec(word)?.[0] ?? [])))
    : [];

const digits = (number: string): string => number.replace(/\D/g, '');

function* texts({ items }: RuleContext): Generator<{ path: string; value: string }> {
  for (const item of items) {
    for (const member of TEXT_FIELDS)
      if (textIn(item.value, member)) yield { path: `${item.path}/${member}`, value: textIn(item.value, member) };
    for (const member of TEXT_LISTS) {
      for (const { path, value } of listIn(item, member)) {
        for (const node of walk(value, path)) if (typeof node.value === 'string') yield { path: node.path, value: node.value };
      }
    }
  }
}
