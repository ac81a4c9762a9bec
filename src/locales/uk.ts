/** Ukrainian. Dates are inflected here: «у квітні 2025 року», «квітень 2025 року». Impersonal forms in -но and -то agree with everything. */
import type { CalendarDate, Forms, Locale, When } from './en.js';

/** With the month in the case that `bend` makes of its genitive; beside a day it stays as it is. */
const written = ({ year, month, day }: CalendarDate, bend = (name: string) => name) =>
  day ? `${day} ${month} ${year} року` : `${bend(month!)} ${year} року`;
const nominative = (name: string) => name.replace(/ня$/, 'ень').replace(/ого$/, 'ий').replace(/да$/, 'д');
const locative = (name: string) => name.replace(/ня$/, 'ні').replace(/ого$/, 'ому').replace(/да$/, 'ді');

const within = (date: CalendarDate) => {
  if (date.day) return written(date);
  return date.month ? `у ${written(date, locative)}` : `у ${date.year} році`;
};
const genitive = (date: CalendarDate) => (date.month ? written(date) : `${date.year} року`);

function step(it: string, noDate: string, held = 'відбулося') {
  return {
    'not-set': noDate,
    scheduled: ({ alone, within, plain }: When) => (plain ? `${it} призначено на ${alone}.` : `${it} очікується ${within}.`),
    postponed: (date?: When) => {
      if (!date) return `${it} перенесено, нову дату не призначено.`;
      return date.plain ? `${it} перенесено на ${date.alone}.` : `${it} перенесено й очікується ${date.within}.`;
    },
    held: (date?: When) => `${it} ${held}${date ? ` ${date.within}` : ''}.`,
    cancelled: `${it} скасовано.`,
  };
}

const entries: Forms = { one: 'текст', few: 'тексти', many: 'текстів' };

export const uk: Locale = {
  tag: 'uk',
  intl: 'uk',
  months: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  date: 'D M Y',
  digits: '0123456789',
  names: {},
  relations: {
    on: (date) => (date.month ? written(date, nominative) : `${date.year} рік`),
    within,
    // «До квітня» is both "by" and "before".
    by: (date) => `не пізніше ${genitive(date)}`,
    before: (date) => `до ${genitive(date)}`,
    after: (date) => `після ${genitive(date)}`,
    since: (date) => `з ${genitive(date)}`,
    about: (date) => `приблизно ${within(date)}`,
  },
  clock: (date, time) => `${date}, ${time}`,

  stop: '.',
  place: (name, country) => `${name}, ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'Заява', case: 'Справа', campaign: 'Кампанія' },
  speaker: (publisher, kind) => `${kind}. ${publisher}`,

  statuses: {
    unknown: 'Стан справи невідомий',
    none: 'Провадження немає',
    investigating: 'Триває розслідування',
    pending: 'Справу розглядають',
    decided: 'Рішення ухвалено',
    appealed: 'Апеляцію подано',
    closed: 'Справу закрито',
  },
  incidentStates: { active: 'Триває', resolved: 'Врегульовано' },
  outcomes: {
    granted: 'Вимоги задоволено.',
    'partly-granted': 'Вимоги задоволено частково.',
    denied: 'У задоволенні вимог відмовлено.',
    convicted: 'Ухвалено обвинувальний вирок.',
    acquitted: 'Ухвалено виправдувальний вирок.',
    quashed: 'Рішення скасовано.',
    settled: 'Сторони уклали мирову угоду.',
    dismissed: 'Провадження у справі припинено.',
    withdrawn: 'Вимоги відкликано.',
    archived: 'Справу передано до архіву.',
    reversed: 'Рішення змінено на протилежне.',
  },
  compliances: {
    unknown: 'Чи виконано рішення, невідомо.',
    complied: 'Рішення виконано.',
    partial: 'Рішення виконано частково.',
    ignored: 'Рішення не виконано.',
  },
  steps: {
    hearing: step('Засідання', 'Дату засідання не призначено.'),
    ruling: step('Оголошення рішення', 'Дату оголошення рішення не призначено.'),
    deadline: { ...step('Строк', 'Строк не встановлено.', 'минув'), scheduled: ({ within }) => `Строк спливає ${within}.` },
    release: step('Звільнення на волю', 'Дату звільнення на волю не призначено.'),
    other: step('Наступний крок', 'Дату наступного кроку не призначено.', 'відбувся'),
  },
  namedStep: {
    'not-set': (name) => `${name}: дату не призначено.`,
    scheduled: (name, { alone }) => `${name}: ${alone}.`,
    postponed: (name, date) => {
      if (!date) return `${name}: перенесено, нову дату не призначено.`;
      return date.plain ? `${name}: перенесено на ${date.alone}.` : `${name}: перенесено, очікується ${date.within}.`;
    },
    held: (name, date) => `${name}: проведено${date ? ` ${date.within}` : ''}.`,
    cancelled: (name) => `${name}: скасовано.`,
  },
  next: 'далі',

  filed: ({ within }) => `подано ${within}`,
  challenges: 'Що оскаржують',
  asOf: ({ alone }) => `Станом на ${alone}`,
  checked: (time) => `Остання перевірка: ${time}`,

  facts: {
    what: 'Що',
    who: 'Хто',
    count: 'Скільки',
    names: 'Імена',
    affiliation: 'Організація',
    actor: 'З чийого боку',
    where: 'Де',
    when: 'Коли',
    grounds: 'Названа підстава',
    categories: 'Тема',
  },
  actors: {
    state: 'державний орган',
    court: 'суд',
    police: 'поліція',
    company: 'компанія',
    'non-state': 'недержавна група',
    unknown: 'невідомо',
  },

  headings: {
    facts: 'Що сталося',
    timeline: 'Перебіг справи',
    quotes: 'Що було сказано',
    background: 'Передісторія',
    sources: 'Джерела',
    corrections: 'Виправлення',
    trackers: 'В інших реєстрах',
    statement: 'Повний текст',
    list: 'Кампанії',
    contacts: 'Контакти',
    status: 'Стан справи',
  },
  about: (publisher) => `Хто публікує: ${publisher}`,
  qualifiers: {
    'more-than': (value) => `понад ${value}`,
    'less-than': (value) => `менш ніж ${value}`,
    'at-least': (value) => `щонайменше ${value}`,
    'at-most': (value) => `щонайбільше ${value}`,
    about: (value) => `близько ${value}`,
  },
  provenance: {
    author: (name) => `Текст: ${name}`,
    publisher: (name) => `Публікація: ${name}`,
    distributor: (name) => `Поширення: ${name}`,
    translator: (name) => `Переклад: ${name}`,
    mirror: (name) => `Дзеркало: ${name}`,
  },
  alterations: { none: 'без змін', excerpted: 'зі скороченнями', translated: 'у перекладі', edited: 'відредаговано' },
  credit: (name) => `Зображення: ${name}`,

  otherLanguages: 'Іншими мовами',
  original: 'оригінал',
  machine: 'Це машинний переклад.',
  olderTranslation: 'Після цього перекладу оригінал було змінено.',

  roles: {
    press: 'Для преси',
    legal: 'З правових питань',
    support: 'Підтримка',
    correction: 'Виправлення',
    general: 'Контакти',
  },
  channels: {
    email: 'Електронна пошта',
    url: 'Сайт',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Адреса onion, для браузера Tor',
    languages: 'Мови',
    hours: 'Години роботи',
  },
  call: 'Зателефонувати',
  sendEmail: 'Написати листа',
  actions: {
    contact: 'Зв’язатися',
    write: 'Написати',
    sign: 'Підписати',
    donate: 'Пожертвувати',
    share: 'Поділитися',
    subscribe: 'Підписатися на розсилку',
    follow: 'Стежити за новинами',
    attend: 'Прийти',
    'report-correction': 'Повідомити про помилку',
  },
  closedAction: ({ within }) => `Завершено ${within}`,
  notYetOpen: ({ within }) => `Почнеться ${within}`,
  showPicture: 'Показати зображення',
  earlier: 'Раніші події',
  copied: 'Посилання скопійовано.',
  copyByHand: 'Скопіюйте цю адресу:',
  correctionsGoTo: (publisher) => `Щоб повідомити про помилку, зверніться сюди: ${publisher}.`,

  loading: 'Текст завантажується',
  failed: 'Цей текст зараз показати неможливо. Він з’явиться, щойно стане доступним.',
  failedOnce: 'Цей текст зараз показати неможливо.',
  empty: 'Тут поки що нічого не опубліковано.',
  unknownItem: 'Цього тексту немає серед опублікованих тут.',
  noStatus: 'Стан справи не опубліковано.',
  noAction: 'Контактів не опубліковано.',
  withdrawn: (date) => (date ? `Відкликано ${date.within}` : 'Відкликано'),
  withdrawnReason: (reason) => `Причина: ${reason}`,
  superseded: 'Цей текст замінено новішим.',
  stale: (time) =>
    `Отримати нові відомості зараз не вдалося. ${time ? `Остання перевірка: ${time}.` : 'Те, що ви бачите, могло змінитися.'}`,
  outdated: ({ alone }) => `Ці відомості могли застаріти: вони були чинні до ${alone}.`,
  mirror: 'Показано копію з дзеркала організації, що публікує текст.',
  kept: 'Показано копію, збережену на цьому пристрої.',
  cache: 'Показано копію з кешу цього браузера.',
  showAll: 'Показати все',
  more: (number, count) => `Показати ще ${number} ${entries[new Intl.PluralRules('uk').select(count)] ?? entries.few}`,
  changed: (publisher, status) => `${publisher}: стан справи змінився. ${status}`,
};
