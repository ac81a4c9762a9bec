/**
 * Kazakh, in Cyrillic script. Chromium's Intl accepts the language but has no data for it: country names come out in English.
 * So this file names the neighbouring countries and the languages. Intl is asked in Russian for the rest: Kazakh takes most
 * country names and the format of numbers from it. The result is the same in every engine.
 */
import type { CalendarDate, Locale, When } from './en.js';

/** Case endings follow the last sound of the month: «сәуірге, сәуірден, сәуірде». */
const dative = (month: string) => month + (month.endsWith('к') ? 'ке' : front(month) ? 'ге' : 'ға');
const ablative = (month: string) => month + (month.endsWith('к') ? 'тен' : front(month) ? 'ден' : /[нм]$/.test(month) ? 'нан' : 'дан');
const locative = (month: string) => month + (month.endsWith('к') ? 'те' : front(month) ? 'де' : 'да');
const front = (month: string) => /(ір|е|ек)$/.test(month);

/** Returns «2025 жылғы 25 шілде» with the month in the case of `bend`; a year alone is followed by `yearAlone`. */
const written = ({ year, month, day }: CalendarDate, bend: (month: string) => string, yearAlone: string) =>
  month ? `${year} жылғы ${day ? `${day} ` : ''}${bend(month)}` : `${year} ${yearAlone}`;

const within = (date: CalendarDate) => written(date, locative, 'жылы');

/** Returns «600 000-нан», "from 600,000". The ending follows the last word of the number as it is read. */
function from(value: string): string {
  const digits = value.replace(/\D/g, '');
  const [ones, tens] = ['ден ден тен тен тен дан ден ден дан', 'нан дан дан тан ден тан тен нен нан'].map((all) => all.split(' '));
  if (digits.endsWith('00')) return `${value}-${digits.endsWith('000') ? 'нан' : 'ден'}`;
  const ending = digits.endsWith('0') ? tens![Number(digits.at(-2)) - 1] : ones![Number(digits.at(-1)) - 1];
  return `${value}-${ending ?? 'ден'}`;
}

function step(it: string, will: string, did: string, willNot: string, noDate: string, moved = 'кейінге қалдырылды') {
  return {
    'not-set': noDate,
    scheduled: ({ within, plain }: When) => `${it} ${within} ${will} деп ${plain ? 'белгіленген' : 'күтіледі'}.`,
    postponed: (date?: When) => (date ? `${it} ${moved}, енді ${date.within} ${will}.` : `${it} ${moved}, жаңа күні белгіленген жоқ.`),
    held: (date?: When) => `${it} ${date ? `${date.within} ` : ''}${did}.`,
    cancelled: `${it} ${willNot}.`,
  };
}

export const kk: Locale = {
  tag: 'kk',
  intl: 'ru',
  months: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  date: 'D M Y',
  digits: '0123456789',
  names: {
    and: 'және',
    KZ: 'Қазақстан',
    KG: 'Қырғызстан',
    UZ: 'Өзбекстан',
    TM: 'Түрікменстан',
    TJ: 'Тәжікстан',
    RU: 'Ресей',
    CN: 'Қытай',
    TR: 'Түркия',
    GB: 'Ұлыбритания',
    US: 'АҚШ',
    kk: 'қазақ тілі',
    en: 'ағылшын тілі',
    fr: 'француз тілі',
    es: 'испан тілі',
    de: 'неміс тілі',
    pt: 'португал тілі',
    ru: 'орыс тілі',
    uk: 'украин тілі',
    tr: 'түрік тілі',
    ar: 'араб тілі',
    fa: 'парсы тілі',
    zh: 'қытай тілі',
  },
  relations: {
    on: (date) => written(date, (month) => month, 'жыл'),
    within,
    // «Сәуірге дейін» is "before".
    by: (date) => `${written(date, dative, 'жылға')} қарай`,
    before: (date) => `${written(date, dative, 'жылға')} дейін`,
    after: (date) => `${written(date, ablative, 'жылдан')} кейін`,
    since: (date) => `${written(date, ablative, 'жылдан')} бері`,
    about: (date) => `шамамен ${within(date)}`,
  },
  clock: (date, time) => `${date}, ${time}`,

  stop: '.',
  place: (name, country) => `${country}, ${name}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'Мәлімдеме', case: 'Іс', campaign: 'Науқан' },
  bylines: {
    statement: (publisher) => `Мәлімдеме авторы: ${publisher}`,
    case: (publisher) => `Істі бақылап отырған: ${publisher}`,
    campaign: (publisher) => `Науқанды жүргізіп отырған: ${publisher}`,
  },

  statuses: {
    unknown: 'Істің жай-күйі белгісіз',
    none: 'Іс қозғалған жоқ',
    investigating: 'Тергеу жүріп жатыр',
    pending: 'Іс қаралып жатыр',
    decided: 'Шешім шықты',
    appealed: 'Апелляция берілді',
    closed: 'Іс жабылды',
  },
  incidentStates: { active: 'Жалғасып жатыр', resolved: 'Шешілді' },
  rulings: {
    granted: 'Талап қанағаттандырылды',
    'partly-granted': 'Ішінара қанағаттандырылды',
    denied: 'Талап қанағаттандырылмады',
    convicted: 'Айыптау үкімі',
    acquitted: 'Ақтау үкімі',
    quashed: 'Шешімнің күші жойылды',
    settled: 'Тараптар бітімге келді',
    dismissed: 'Іс қысқартылды',
    withdrawn: 'Талап қайтарып алынды',
    archived: 'Іс мұрағатта',
    reversed: 'Шешімнің күші жойылды',
  },
  outcomes: {
    granted: 'Талап қанағаттандырылды.',
    'partly-granted': 'Талап ішінара қанағаттандырылды.',
    denied: 'Талап қанағаттандырылмады.',
    convicted: 'Айыптау үкімі шықты.',
    acquitted: 'Ақтау үкімі шықты.',
    quashed: 'Шешімнің күші жойылды.',
    settled: 'Тараптар бітімге келді.',
    dismissed: 'Іс қысқартылды.',
    withdrawn: 'Талап қайтарып алынды.',
    archived: 'Іс мұрағатқа тапсырылды.',
    reversed: 'Шешімнің күші жоғары сатыда жойылды.',
  },
  compliances: {
    unknown: 'Шешімнің орындалған-орындалмағаны белгісіз.',
    complied: 'Шешім орындалды.',
    partial: 'Шешім ішінара орындалды.',
    ignored: 'Шешім орындалған жоқ.',
  },
  steps: {
    hearing: step('Сот отырысы', 'өтеді', 'өтті', 'өтпейді', 'Сот отырысының күні белгіленген жоқ.'),
    ruling: step('Шешім', 'жарияланады', 'жарияланды', 'жарияланбайды', 'Шешім жарияланатын күн белгіленген жоқ.'),
    deadline: step('Мерзім', 'бітеді', 'бітті', 'алып тасталды', 'Мерзім белгіленген жоқ.', 'ұзартылды'),
    release: step('Босатып шығару', 'болады', 'болды', 'болмайды', 'Босатып шығаратын күн белгіленген жоқ.'),
    other: step('Келесі қадам', 'жасалады', 'жасалды', 'жасалмайды', 'Келесі қадамның күні белгіленген жоқ.'),
  },
  namedStep: {
    'not-set': (name) => `${name}: күні белгіленген жоқ.`,
    scheduled: (name, { alone }) => `${name}: ${alone}.`,
    postponed: (name, date) => `${name}: кейінге қалдырылды, ${date ? `жаңа күні: ${date.alone}` : 'жаңа күні белгіленген жоқ'}.`,
    held: (name, date) => `${name}: ${date ? `${date.within} ` : ''}өтті.`,
    cancelled: (name) => `${name}: болмайтын болды.`,
  },
  next: 'Алда',

  filed: ({ within }) => `${within} берілген`,
  challenges: 'Даулы мәселе',
  // «Шілдеде» becomes «шілдедегі», «жылы» becomes «жылғы».
  asOf: ({ within }) => `${within.replace(/а$/, 'ағы').replace(/е$/, 'егі').replace(/жылы$/, 'жылғы')} жағдай`,
  checked: (time) => `Соңғы тексеру: ${time}`,

  facts: {
    who: 'Кімдер',
    names: 'Есімдері',
    actor: 'Жауапты тарап',
    grounds: 'Ресми себеп',
    court: 'Сотта',
    where: 'Қайда',
    when: 'Қашан',
    categories: 'Тақырыптар',
  },
  actors: {
    state: 'мемлекеттік орган',
    court: 'сот',
    police: 'полиция',
    company: 'компания',
    'non-state': 'мемлекеттік емес топ',
    unknown: 'белгісіз',
  },

  headings: {
    timeline: 'Хронология',
    facts: 'Деректер мен пікірлер',
    reading: 'Оқиға тарихы және толық мәтін',
    quotes: 'Пікірлер',
    background: 'Оқиға тарихы',
    sources: 'Дереккөздер',
    corrections: 'Түзетулер',
    trackers: 'Басқа тізілімдерде',
    statement: 'Толық мәтін',
    list: 'Науқандар',
    contacts: 'Байланыс',
    status: 'Істің жай-күйі',
  },
  about: (publisher) => `Кім жариялайды: ${publisher}`,
  // After a number the noun stays in the singular.
  counts: {
    dates: (number) => `${number} оқиға`,
    people: (number) => `${number} адам`,
    quotes: (number) => `${number} пікір`,
    minutes: (number) => `${number} мин`,
  },
  latest: (date) => `соңғысы: ${date}`,
  qualifiers: {
    'more-than': (value) => `${from(value)} астам`,
    'less-than': (value) => `${from(value)} аз`,
    'at-least': (value) => `кемінде ${value}`,
    'at-most': (value) => `ең көбі ${value}`,
    about: (value) => `шамамен ${value}`,
  },
  provenance: {
    author: (name) => `Мәтін: ${name}`,
    publisher: (name) => `Жариялаған: ${name}`,
    distributor: (name) => `Таратқан: ${name}`,
    translator: (name) => `Аударған: ${name}`,
    mirror: (name) => `Көшірме сайт: ${name}`,
  },
  alterations: { none: 'өзгеріссіз', excerpted: 'қысқартылған', translated: 'аударма', edited: 'өңделген' },
  credit: (name) => `Сурет: ${name}`,

  otherLanguages: 'Басқа тілдерде',
  original: 'түпнұсқа',
  machine: 'Бұл – машиналық аударма.',
  olderTranslation: 'Осы аудармадан кейін түпнұсқа өзгерді.',

  roles: {
    press: 'Баспасөз үшін',
    legal: 'Құқықтық мәселелер бойынша',
    support: 'Қолдау',
    correction: 'Түзетулер',
    general: 'Байланыс',
  },
  channels: {
    email: 'Электрондық пошта',
    url: 'Сайт',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Tor браузеріне арналған onion мекенжайы',
    languages: 'Тілдер',
    hours: 'Жұмыс уақыты',
  },
  actions: {
    contact: 'Байланысу',
    write: 'Хат жазу',
    sign: 'Қол қою',
    donate: 'Қаржылай көмектесу',
    share: 'Бөлісу',
    subscribe: 'Жазылу',
    follow: 'Жаңалықтарын оқу',
    attend: 'Қатысу',
    'report-correction': 'Қате туралы хабарлау',
  },
  closedAction: ({ within }) => `${within} аяқталды`,
  notYetOpen: ({ within }) => `${within} басталады`,
  showPicture: 'Суретті көрсету',
  earlier: (number) => `Бұрынғы ${number} оқиғаны көрсету`,
  copied: 'Сілтеме көшірілді.',
  copyByHand: 'Мына мекенжайды көшіріп алыңыз:',
  correctionsGoTo: (publisher) => `Қате туралы хабарлау үшін: ${publisher}.`,

  loading: 'Мәтін жүктеліп жатыр',
  failed: 'Бұл мәтінді қазір көрсету мүмкін емес. Қолжетімді болған бойда пайда болады.',
  failedOnce: 'Бұл мәтінді қазір көрсету мүмкін емес.',
  empty: 'Мұнда әзірге ештеңе жарияланған жоқ.',
  unknownItem: 'Бұл мәтін мұнда жарияланбаған.',
  noStatus: 'Істің жай-күйі жарияланған жоқ.',
  noAction: 'Байланыс деректері жарияланған жоқ.',
  withdrawn: (date) => `${date ? `${date.within} қ` : 'Қ'}айтарып алынды`,
  withdrawnReason: (reason) => `Себебі: ${reason}`,
  superseded: 'Жаңарақ мәтін бар:',
  stale: (time) => `Жаңарту мүмкін болмады. ${time ? `Соңғы тексеру: ${time}.` : 'Мәтін өзгерген болуы мүмкін.'}`,
  outdated: ({ alone }) => `Мәлімет ескірген болуы мүмкін: жарамды мерзімінің соңғы күні – ${alone}.`,
  mirror: 'Қосалқы мекенжайдан жүктелді.',
  kept: 'Осы құрылғыдағы көшірмеден жүктелді.',
  cache: 'Осы браузердегі көшірмеден жүктелді.',
  showAll: 'Барлығын көрсету',
  more: (number) => `Тағы ${number} мәтінді көрсету`,
  changed: (publisher, status) => `${publisher}: істің жай-күйі өзгерді. ${status}`,
};
