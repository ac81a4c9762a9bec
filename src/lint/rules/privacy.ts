/** What can endanger somebody: names, numbers and addresses of persons that everybody can copy from then on. */
import { everything, objects } from '../json-pointer.js';
import { listIn, textIn, type Subject, type Warning } from './rule-context.js';

export function* peopleSafe(subject: Subject): Generator<Warning> {
  yield* names(subject);
  yield* privateNumbers(subject);
  yield* inRunningText(subject);
}

function* names({ document }: Subject): Generator<Warning> {
  for (const { path, value } of objects(document, '/items/*/_placard/incident/affected')) {
    const named = Array.isArray(value.names) ? value.names.length : 0;
    if (!named) continue;
    yield {
      code: 'names-affected',
      path: `${path}/names`,
      what: `${named === 1 ? 'An affected person is' : `${named} affected persons are`} named, on every page that shows this, for good.`,
      instead: 'Take "names" out unless those persons agreed and it helps them; "description" and "count" tell the case without.',
    };
  }
}

/** The number of somebody by name is somebody's telephone; a desk, a role or an office has none. */
function* privateNumbers({ document }: Subject): Generator<Warning> {
  for (const { path, value } of objects(document, '/_placard/contacts/*')) {
    const [name, phone, email] = [textIn(value, 'name'), textIn(value, 'phone'), textIn(value, 'email')];
    if (name && phone && !DESK.test(name)) {
      yield {
        code: 'personal-telephone',
        path: `${path}/phone`,
        what: `This may be the telephone of one person, ${name}.`,
        instead:
          "Give the number of the office or the press desk, and take out the name; a person's own number cannot be called back once it is out.",
      };
    }
    if (FREE_MAIL.test(email)) {
      yield {
        code: 'personal-email',
        path: `${path}/email`,
        what: 'This looks like a private mailbox.',
        instead: 'Give an address of the organisation for a role, such as "press@example.org".',
      };
    }
  }
}

/** What is no person's name, in English; elsewhere the warning is for people to judge. */
const DESK =
  /\b(desk|office|team|press|media|department|hotline|helpline|line|union|secretariat|service|centre|center|bureau|federation|council|organi[sz]ation|committee|newsroom|legal|support)\b/i;
const FREE_MAIL = /@(gmail|googlemail|yahoo|hotmail|outlook|live|icloud|aol|gmx|proton|protonmail|mail|yandex)\.[a-z.]+$/i;
const NUMBER = /(?<![\w/.-])\+\d[\d\s()./-]{6,20}\d/g;
/** What stands between addresses, and an address within what is left: a pattern for both would take the square of a long word. */
const BETWEEN = /[\s<>()",;:]+/;
const EMAIL = /^[^@]+@[^@]+\.[a-z]{2,}/i;
/** RFC 5321, 4.5.3.1: 64 octets, `@`, 255 octets. */
const LONGEST_EMAIL = 320;
const TOLD = ['title', 'summary', 'content_text', 'content_html'];
const TOLD_IN_LISTS = ['timeline', 'background', 'quotes', 'corrections', 'cases'];

/** Numbers and addresses in a text, unless they are those of a contact. */
function* inRunningText(subject: Subject): Generator<Warning> {
  const contacts = objects(subject.document, '/_placard/contacts/*').map(({ value }) => value);
  const phones = new Set(contacts.map((contact) => digits(textIn(contact, 'phone'))));
  const emails = new Set(contacts.map((contact) => textIn(contact, 'email').toLowerCase()));
  for (const { path, value } of texts(subject)) {
    for (const [number] of value.matchAll(NUMBER)) {
      if (phones.has(digits(number))) continue;
      yield {
        code: 'telephone-in-text',
        path,
        what: `A telephone number stands in the text, ${number}, and it is not that of a contact.`,
        instead: 'Take it out unless it is an office\'s; a number to call belongs into "contacts", where it can be changed later.',
      };
    }
    for (const email of emailsIn(value)) {
      if (emails.has(email.toLowerCase())) continue;
      yield {
        code: 'email-in-text',
        path,
        what: `An e-mail address stands in the text, ${email}, and it is not that of a contact.`,
        instead: 'Take it out unless it is an office\'s; an address to write to belongs into "contacts".',
      };
    }
  }
}

const emailsIn = (text: string): string[] =>
  text.includes('@') ? text.split(BETWEEN).flatMap((word) => (word.length > LONGEST_EMAIL ? [] : (EMAIL.exec(word)?.[0] ?? []))) : [];

const digits = (number: string): string => number.replace(/\D/g, '');

function* texts({ items }: Subject): Generator<{ path: string; value: string }> {
  for (const item of items) {
    for (const member of TOLD) if (textIn(item.value, member)) yield { path: `${item.path}/${member}`, value: textIn(item.value, member) };
    for (const member of TOLD_IN_LISTS) {
      for (const { path, value } of listIn(item, member)) {
        for (const part of everything(value, path)) if (typeof part.value === 'string') yield { path: part.path, value: part.value };
      }
    }
  }
}
