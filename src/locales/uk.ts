/** Ukrainian. Dates are inflected here: «у квітні 2025 року», «квітень 2025 року». Impersonal forms in -но and -то agree with everything. */
import type { CalendarDate, Forms, Locale, When } from './en.js';

export { details } from './details/uk.js';

/** Returns the date with the month in the case that `bend` makes of its genitive. Beside a day it stays in the genitive. */
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
    past: ({ alone, within, plain }: When) =>
      `${it} ${plain ? `було призначено на ${alone}` : `очікувалося ${within}`}; результат поки невідомий.`,
  };
}

const counted = (number: string, count: number, forms: Forms) =>
  `${number} ${forms[new Intl.PluralRules('uk').select(count)] ?? forms.few}`;
const entries: Forms = { one: 'текст', few: 'тексти', many: 'текстів' };
const events: Forms = { one: 'ранішу подію', few: 'раніші події', many: 'раніших подій' };

const dayForms: Forms = { one: 'день', few: 'дні', many: 'днів' };

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
    until: (date) => `до ${genitive(date)} включно`,
  },
  clock: (date, time) => `${date}, ${time}`,

  stop: '.',
  place: (name, country) => `${name}, ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'Заява', case: 'Справа', campaign: 'Кампанія' },
  bylines: {
    statement: (publisher) => `Автор заяви: ${publisher}`,
    case: (publisher) => `За справою стежить: ${publisher}`,
    campaign: (publisher) => `Кампанію веде: ${publisher}`,
  },

  statuses: {
    unknown: 'Стан справи невідомий',
    none: 'Справу не відкрито',
    investigating: 'Триває розслідування',
    pending: 'Справу розглядають',
    decided: 'Рішення ухвалено',
    appealed: 'Апеляцію подано',
    closed: 'Справу закрито',
  },
  incidentStates: {
    active: 'Триває',
    resolved: 'Врегульовано',
    killed: 'Вбивство',
    impunity: 'Безкарність',
    'fate-unknown': 'Доля невідома',
  },
  custody: {
    free: 'На волі',
    detained: 'Під вартою',
    'house-arrest': 'Під домашнім арештом',
    bail: 'На волі під заставу',
    imprisoned: 'В ув’язненні',
    released: 'Звільнення',
    missing: 'Зникнення',
    deported: 'Депортація',
    exiled: 'В еміграції',
    killed: 'Вбивство',
    'died-in-custody': 'Смерть в ув’язненні',
    unknown: 'Місце перебування невідоме',
  },
  heldSince: ({ alone }) => alone,
  days: (number, count, { alone }) => `${counted(number, count, dayForms)}, підрахунок на ${alone}`,
  ended: {
    released: ({ within }, number, count) => `Звільнення ${within}, через ${counted(number, count, dayForms)}.`,
    deported: ({ within }, number, count) => `Депортація ${within}, через ${counted(number, count, dayForms)}.`,
    'died-in-custody': ({ within }, number, count) => `Смерть ${within}, через ${counted(number, count, dayForms)} ув’язнення.`,
  },
  fates: {
    held: (number) => `під вартою: ${number}`,
    released: (number) => `звільнено: ${number}`,
    free: (number) => `на волі: ${number}`,
    missing: (number) => `зникли: ${number}`,
    killed: (number) => `загинули: ${number}`,
    deported: (number) => `депортовано: ${number}`,
    exiled: (number) => `в еміграції: ${number}`,
    unknown: (number) => `місце перебування невідоме: ${number}`,
  },
  rulings: {
    granted: 'Позов задоволено',
    'partly-granted': 'Задоволено частково',
    denied: 'У позові відмовлено',
    convicted: 'Обвинувальний вирок',
    acquitted: 'Виправдувальний вирок',
    quashed: 'Рішення скасовано',
    settled: 'Мирова угода',
    dismissed: 'Провадження закрито',
    withdrawn: 'Позов відкликано',
    archived: 'Справа в архіві',
    reversed: 'Рішення скасовано',
    'charges-dropped': 'Обвинувачення знято',
    upheld: 'Рішення залишено в силі',
    enforced: 'Рішення виконано',
    lapsed: 'Справу припинено за строком',
    inadmissible: 'Скарга неприйнятна',
    pardoned: 'Помилування',
    'conditionally-released': 'Умовне звільнення',
    'sentence-suspended': 'Покарання призупинено',
    'violation-found': 'Порушення визнано',
    'no-violation-found': 'Порушення не визнано',
    'struck-out': 'Вилучено з реєстру справ',
    expired: 'Строк сплив',
  },
  rulingsIn: {
    criminal: { dismissed: 'Обвинувачення відхилено', withdrawn: 'Обвинувачення відкликано' },
    asylum: { granted: 'Притулок надано', denied: 'У притулку відмовлено' },
    complaint: { granted: 'Скаргу задоволено', denied: 'Скаргу відхилено' },
  },
  outcomes: {
    granted: 'Позов задоволено.',
    'partly-granted': 'Позов задоволено частково.',
    denied: 'У позові відмовлено.',
    convicted: 'Ухвалено обвинувальний вирок.',
    acquitted: 'Ухвалено виправдувальний вирок.',
    quashed: 'Рішення скасовано.',
    settled: 'Сторони уклали мирову угоду.',
    dismissed: 'Провадження у справі закрито.',
    withdrawn: 'Позов відкликано.',
    archived: 'Справу передано до архіву.',
    reversed: 'Рішення скасовано вищою інстанцією.',
    'charges-dropped': 'Обвинувачення знято.',
    upheld: 'Рішення залишено в силі.',
    enforced: 'Рішення виконано примусово.',
    lapsed: 'Справу припинено, бо сплив строк.',
    inadmissible: 'Скаргу визнано неприйнятною.',
    pardoned: 'Обвинувальний вирок, згодом помилування.',
    'conditionally-released': 'Обвинувальний вирок, згодом умовне звільнення.',
    'sentence-suspended': 'Обвинувальний вирок; покарання призупинено.',
    'violation-found': 'Порушення визнано.',
    'no-violation-found': 'Порушення не визнано.',
    'struck-out': 'Скаргу вилучено з реєстру справ.',
    expired: 'Справу закінчено, бо сплив строк давності.',
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
    deadline: {
      ...step('Строк', 'Строк не встановлено.', 'минув'),
      scheduled: ({ within }) => `Строк спливає ${within}.`,
      postponed: (date) => (date ? `Строк продовжено, він спливає ${date.within}.` : 'Строк продовжено, нову дату не призначено.'),
    },
    release: {
      ...step('Звільнення на волю', 'Дату звільнення на волю не призначено.'),
      scheduled: ({ within }) => `Звільнення на волю очікується ${within}.`,
    },
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
    past: (name, { alone }) => `${name}: призначена дата — ${alone}; результат поки невідомий.`,
  },
  next: 'Далі',

  firstSet: ({ alone }) => `Перша дата: ${alone}.`,
  courtNotNamed: 'суд не названо',
  docket: (number) => `справа № ${number}`,
  filed: ({ within }) => `подано ${within}`,
  challenges: 'Оскаржують',
  asOf: ({ alone }) => `станом на ${alone}`,
  checked: (time) => `Остання перевірка: ${time}`,

  headings: {
    timeline: 'Хронологія',
    facts: 'Факти та висловлювання',
    reading: 'Передісторія та повний текст',
    background: 'Передісторія',
    sources: 'Джерела',
    statement: 'Повний текст',
    list: 'Кампанії',
    contacts: 'Контакти',
    status: 'Стан справи',
  },
  counts: {
    dates: (number, count) => counted(number, count, { one: 'дата', few: 'дати', many: 'дат' }),
    people: (number, count) => counted(number, count, { one: 'особа', few: 'особи', many: 'осіб' }),
    quotes: (number, count) => counted(number, count, { one: 'висловлювання', few: 'висловлювання', many: 'висловлювань' }),
    minutes: (number) => `${number} хв`,
    organisations: (number, count) => counted(number, count, { one: 'організація', few: 'організації', many: 'організацій' }),
    signatories: (number, count) => counted(number, count, { one: 'підпис', few: 'підписи', many: 'підписів' }),
  },
  latest: (date) => `остання: ${date}`,
  credit: (name) => `Зображення: ${name}`,

  otherLanguages: 'Іншими мовами',
  original: 'оригінал',
  machine: 'Це машинний переклад.',
  olderTranslation: 'Оригінал змінено після перекладу.',

  roles: {
    press: 'Для преси',
    legal: 'З правових питань',
    support: 'Підтримка',
    correction: 'Виправлення',
    general: 'Контакти',
    target: 'Адресат',
    prison: 'Адреса в’язниці',
  },
  extension: (number) => `дод. ${number}`,
  actions: {
    contact: 'Зв’язатися',
    write: 'Написати',
    sign: 'Підписати',
    donate: 'Пожертвувати',
    share: 'Поділитися',
    subscribe: 'Підписатися на розсилку',
    follow: 'Стежити за новинами',
    attend: 'Взяти участь',
    'report-correction': 'Повідомити про помилку',
  },
  closedAction: ({ within }) => `Завершено ${within}`,
  notYetOpen: ({ within }) => `Почнеться ${within}`,
  progress: (count, goal) => `${count} з ${goal}`,
  letter: 'Текст листа',
  copyLetter: 'Скопіювати лист',
  letterCopied: 'Лист скопійовано.',
  calendar: 'Додати до календаря',
  showPicture: 'Показати зображення',
  earlier: (number, count) => `Показати ${counted(number, count, events)}`,
  copied: 'Посилання скопійовано.',
  copyByHand: 'Скопіюйте цю адресу:',
  correctionsGoTo: (publisher) => `Щоб повідомити про помилку, зверніться сюди: ${publisher}.`,

  loading: 'Текст завантажується',
  failed: 'Зараз показати текст не вдається. Він з’явиться, щойно стане доступним.',
  failedOnce: 'Зараз показати текст не вдається.',
  empty: 'Тут поки що нічого не опубліковано.',
  unknownItem: 'Цей текст тут не опубліковано.',
  noStatus: 'Стан справи не опубліковано.',
  noAction: 'Контактів не опубліковано.',
  withdrawn: (date) => (date ? `Відкликано ${date.within}` : 'Відкликано'),
  withdrawnReason: (reason) => `Причина: ${reason}`,
  superseded: 'Є новіший текст:',
  stale: (time) => `Оновити не вдалося. ${time ? `Остання перевірка: ${time}.` : 'Текст міг змінитися.'}`,
  outdated: ({ alone }) => `Відомості могли застаріти: чинні до ${alone}.`,
  mirror: 'Завантажено з резервної адреси.',
  kept: 'Завантажено з копії на цьому пристрої.',
  cache: 'Завантажено з копії в цьому браузері.',
  showAll: 'Показати все',
  more: (number, count) => `Показати ще ${counted(number, count, entries)}`,
  changed: (publisher, status) => `${publisher}: стан справи змінився. ${status}`,
};
