/** Russian. Dates are inflected here: «к апрелю 2025 года», «в апреле 2025 года», «апрель 2025 года». */
import type { CalendarDate, Forms, Locale, When } from './en.js';

export { details } from './details/ru.js';

/** Returns the date with the month in the case that `bend` makes of its genitive. Beside a day it stays in the genitive. */
const written = ({ year, month, day }: CalendarDate, bend = (name: string) => name) =>
  day ? `${day} ${month} ${year} года` : `${bend(month!)} ${year} года`;
const nominative = (name: string) => name.replace(/та$/, 'т').replace(/ая$/, 'ай').replace(/я$/, 'ь');
const dative = (name: string) => name.replace(/а$/, 'у').replace(/я$/, 'ю');
const prepositional = (name: string) => name.replace(/[ая]$/, 'е');

const on = (date: CalendarDate) => (date.month ? written(date, nominative) : `${date.year} год`);
const within = (date: CalendarDate) => {
  if (date.day) return written(date);
  return date.month ? `в ${written(date, prepositional)}` : `в ${date.year} году`;
};
const genitive = (date: CalendarDate) => (date.month ? written(date) : `${date.year} года`);

function step(it: string, [set, moved, cancelled]: readonly string[], noDate: string, held: string) {
  return {
    'not-set': noDate,
    scheduled: ({ alone, within, plain }: When) => (plain ? `${it} ${set} на ${alone}.` : `${it} ожидается ${within}.`),
    postponed: (date?: When) => {
      if (!date) return `${it} ${moved}, новая дата не назначена.`;
      return date.plain ? `${it} ${moved} на ${date.alone}.` : `${it} ${moved} и ожидается ${date.within}.`;
    },
    held: (date?: When) => `${it} ${held}${date ? ` ${date.within}` : ''}.`,
    cancelled: `${it} ${cancelled}.`,
    past: ({ alone, within, plain }: When) =>
      plain ? `${it}: назначенная дата — ${alone}; результат пока неизвестен.` : `${it}: ожидалось ${within}; результат пока неизвестен.`,
  };
}
const masculine = ['назначен', 'перенесён', 'отменён'];
const neuter = ['назначено', 'перенесено', 'отменено'];

const counted = (number: string, count: number, forms: Forms) =>
  `${number} ${forms[new Intl.PluralRules('ru').select(count)] ?? forms.few}`;
const entries: Forms = { one: 'текст', few: 'текста', many: 'текстов' };
const events: Forms = { one: 'более раннее событие', few: 'более ранних события', many: 'более ранних событий' };

const dayForms: Forms = { one: 'день', few: 'дня', many: 'дней' };

export const ru: Locale = {
  tag: 'ru',
  intl: 'ru',
  months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  date: 'D M Y',
  digits: '0123456789',
  names: {},
  relations: {
    on,
    within,
    by: (date) => `к ${date.month ? written(date, dative) : `${date.year} году`}`,
    before: (date) => `до ${genitive(date)}`,
    after: (date) => `после ${genitive(date)}`,
    since: (date) => `${date.day === '2' ? 'со' : 'с'} ${genitive(date)}`,
    about: (date) => `примерно ${within(date)}`,
    until: (date) => `до ${genitive(date)} включительно`,
  },
  clock: (date, time) => `${date}, ${time}`,

  stop: '.',
  place: (name, country) => `${name}, ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'Заявление', case: 'Дело', campaign: 'Кампания' },
  bylines: {
    statement: (publisher) => `Автор заявления: ${publisher}`,
    case: (publisher) => `За делом следит: ${publisher}`,
    campaign: (publisher) => `Кампанию ведёт: ${publisher}`,
  },

  statuses: {
    unknown: 'Состояние дела неизвестно',
    none: 'Дело не возбуждено',
    investigating: 'Идёт расследование',
    pending: 'Дело рассматривается',
    decided: 'Решение вынесено',
    appealed: 'Апелляция подана',
    closed: 'Дело закрыто',
  },
  incidentStates: {
    active: 'Продолжается',
    resolved: 'Урегулировано',
    killed: 'Убийство',
    impunity: 'Безнаказанность',
    'fate-unknown': 'Судьба неизвестна',
  },
  custody: {
    free: 'На свободе',
    detained: 'Под стражей',
    'house-arrest': 'Под домашним арестом',
    bail: 'Освобождение под залог',
    imprisoned: 'В заключении',
    released: 'Освобождение',
    missing: 'Исчезновение',
    deported: 'Депортация',
    exiled: 'В эмиграции',
    killed: 'Убийство',
    'died-in-custody': 'Смерть в заключении',
    unknown: 'Местонахождение неизвестно',
  },
  heldSince: ({ alone }) => alone,
  days: (number, count, { alone }) => `${counted(number, count, dayForms)}, подсчёт на ${alone}`,
  ended: {
    released: ({ within }, number, count) => `Освобождение ${within}, через ${counted(number, count, dayForms)}.`,
    deported: ({ within }, number, count) => `Депортация ${within}, через ${counted(number, count, dayForms)}.`,
    'died-in-custody': ({ within }, number, count) => `Смерть ${within}, через ${counted(number, count, dayForms)} заключения.`,
  },
  fates: {
    held: (number) => `под стражей: ${number}`,
    released: (number) => `освобождены: ${number}`,
    free: (number) => `на свободе: ${number}`,
    missing: (number) => `исчезли: ${number}`,
    killed: (number) => `погибли: ${number}`,
    deported: (number) => `депортированы: ${number}`,
    exiled: (number) => `в эмиграции: ${number}`,
    unknown: (number) => `местонахождение неизвестно: ${number}`,
  },
  rulings: {
    granted: 'Иск удовлетворён',
    'partly-granted': 'Удовлетворён частично',
    denied: 'В иске отказано',
    convicted: 'Обвинительный приговор',
    acquitted: 'Оправдательный приговор',
    quashed: 'Решение отменено',
    settled: 'Мировое соглашение',
    dismissed: 'Производство прекращено',
    withdrawn: 'Иск отозван',
    archived: 'Дело в архиве',
    reversed: 'Решение отменено',
    'charges-dropped': 'Обвинения сняты',
    upheld: 'Решение оставлено в силе',
    enforced: 'Решение исполнено',
    lapsed: 'Дело прекращено по сроку',
    inadmissible: 'Жалоба неприемлема',
    pardoned: 'Помилование',
    'conditionally-released': 'Условное освобождение',
    'sentence-suspended': 'Наказание приостановлено',
    'violation-found': 'Нарушение признано',
    'no-violation-found': 'Нарушение не признано',
    'struck-out': 'Исключено из списка дел',
    expired: 'Срок истёк',
  },
  rulingsIn: {
    criminal: { dismissed: 'Обвинение отклонено', withdrawn: 'Обвинение отозвано' },
    asylum: { granted: 'Убежище предоставлено', denied: 'В убежище отказано' },
    complaint: { granted: 'Жалоба удовлетворена', denied: 'Жалоба отклонена' },
  },
  outcomes: {
    granted: 'Иск удовлетворён.',
    'partly-granted': 'Иск удовлетворён частично.',
    denied: 'В иске отказано.',
    convicted: 'Вынесен обвинительный приговор.',
    acquitted: 'Вынесен оправдательный приговор.',
    quashed: 'Решение отменено.',
    settled: 'Стороны заключили мировое соглашение.',
    dismissed: 'Производство по делу прекращено.',
    withdrawn: 'Иск отозван.',
    archived: 'Дело сдано в архив.',
    reversed: 'Решение отменено вышестоящей инстанцией.',
    'charges-dropped': 'Обвинения сняты.',
    upheld: 'Решение оставлено в силе.',
    enforced: 'Решение исполнено принудительно.',
    lapsed: 'Дело прекращено по истечении срока.',
    inadmissible: 'Жалоба признана неприемлемой.',
    pardoned: 'Обвинительный приговор, затем помилование.',
    'conditionally-released': 'Обвинительный приговор, затем условное освобождение.',
    'sentence-suspended': 'Обвинительный приговор; наказание приостановлено.',
    'violation-found': 'Нарушение признано.',
    'no-violation-found': 'Нарушение не признано.',
    'struck-out': 'Жалоба исключена из списка дел.',
    expired: 'Дело закончено, потому что истёк срок.',
  },
  compliances: {
    unknown: 'Исполнено ли решение, неизвестно.',
    complied: 'Решение исполнено.',
    partial: 'Решение исполнено частично.',
    ignored: 'Решение не исполнено.',
  },
  steps: {
    hearing: step('Заседание', neuter, 'Дата заседания не назначена.', 'состоялось'),
    ruling: step('Вынесение решения', neuter, 'Дата вынесения решения не назначена.', 'состоялось'),
    deadline: {
      ...step('Срок', ['установлен', 'продлён', 'отменён'], 'Срок не установлен.', 'истёк'),
      scheduled: ({ within }) => `Срок истекает ${within}.`,
      postponed: (date) => (date ? `Срок продлён и истекает ${date.within}.` : 'Срок продлён, новая дата не назначена.'),
    },
    release: {
      ...step('Освобождение', neuter, 'Дата освобождения не назначена.', 'состоялось'),
      scheduled: ({ within }) => `Освобождение ожидается ${within}.`,
    },
    other: step('Следующий шаг', masculine, 'Дата следующего шага не назначена.', 'состоялся'),
  },
  namedStep: {
    'not-set': (name) => `${name}: дата не назначена.`,
    scheduled: (name, { alone }) => `${name}: ${alone}.`,
    postponed: (name, date) => {
      if (!date) return `${name}: перенос, новая дата не назначена.`;
      return `${name}: перенос, ${date.plain ? `новая дата — ${date.alone}` : `ожидается ${date.within}`}.`;
    },
    held: (name, date) => `${name}: ${date ? `дата проведения — ${date.alone}` : 'уже проведено'}.`,
    cancelled: (name) => `${name}: отмена.`,
    past: (name, { alone }) => `${name}: назначенная дата — ${alone}; результат пока неизвестен.`,
  },
  next: 'Далее',

  firstSet: ({ alone }) => `Первая дата: ${alone}.`,
  courtNotNamed: 'суд не назван',
  docket: (number) => `дело № ${number}`,
  filed: ({ alone }) => `дата подачи: ${alone}`,
  challenges: 'Оспаривается',
  asOf: ({ alone }) => `по состоянию на ${alone}`,
  checked: (time) => `Последняя проверка: ${time}`,

  headings: {
    timeline: 'Хронология',
    facts: 'Факты и высказывания',
    reading: 'Предыстория и полный текст',
    background: 'Предыстория',
    sources: 'Источники',
    statement: 'Полный текст',
    list: 'Кампании',
    contacts: 'Контакты',
    status: 'Состояние дела',
  },
  counts: {
    dates: (number, count) => counted(number, count, { one: 'дата', few: 'даты', many: 'дат' }),
    people: (number, count) => counted(number, count, { one: 'человек', few: 'человека', many: 'человек' }),
    quotes: (number, count) => counted(number, count, { one: 'высказывание', few: 'высказывания', many: 'высказываний' }),
    minutes: (number) => `${number} мин`,
    organisations: (number, count) => counted(number, count, { one: 'организация', few: 'организации', many: 'организаций' }),
    signatories: (number, count) => counted(number, count, { one: 'подпись', few: 'подписи', many: 'подписей' }),
  },
  latest: (date) => `последняя: ${date}`,
  credit: (name) => `Изображение: ${name}`,

  otherLanguages: 'На других языках',
  original: 'оригинал',
  machine: 'Это машинный перевод.',
  olderTranslation: 'Оригинал изменён после перевода.',

  roles: {
    press: 'Для прессы',
    legal: 'По правовым вопросам',
    support: 'Поддержка',
    correction: 'Исправления',
    general: 'Контакты',
    target: 'Адресат',
    prison: 'Адрес тюрьмы',
  },
  extension: (number) => `доб. ${number}`,
  actions: {
    contact: 'Связаться',
    write: 'Написать',
    sign: 'Подписать',
    donate: 'Пожертвовать',
    share: 'Поделиться',
    subscribe: 'Подписаться на рассылку',
    follow: 'Следить за новостями',
    attend: 'Принять участие',
    'report-correction': 'Сообщить об ошибке',
  },
  closedAction: ({ within }) => `Закончилось ${within}`,
  notYetOpen: ({ within }) => `Начнётся ${within}`,
  progress: (count, goal) => `${count} из ${goal}`,
  letter: 'Текст письма',
  copyLetter: 'Скопировать письмо',
  letterCopied: 'Письмо скопировано.',
  calendar: 'Добавить в календарь',
  showPicture: 'Показать изображение',
  earlier: (number, count) => `Показать ${counted(number, count, events)}`,
  copied: 'Ссылка скопирована.',
  copyByHand: 'Скопируйте этот адрес:',
  correctionsGoTo: (publisher) => `Чтобы сообщить об ошибке, обратитесь сюда: ${publisher}.`,

  loading: 'Текст загружается',
  failed: 'Сейчас показать текст не удаётся. Он появится, как только станет доступен.',
  failedOnce: 'Сейчас показать текст не удаётся.',
  empty: 'Здесь пока ничего не опубликовано.',
  unknownItem: 'Этот текст здесь не опубликован.',
  noStatus: 'Состояние дела не опубликовано.',
  noAction: 'Контакты не опубликованы.',
  withdrawn: (date) => (date ? `Отозвано ${date.within}` : 'Отозвано'),
  withdrawnReason: (reason) => `Причина: ${reason}`,
  superseded: 'Есть более новый текст:',
  stale: (time) => `Обновить не удалось. ${time ? `Последняя проверка: ${time}.` : 'Текст мог измениться.'}`,
  outdated: ({ alone }) => `Сведения могли устареть: действительны до ${alone}.`,
  mirror: 'Загружено с резервного адреса.',
  kept: 'Загружено из копии на этом устройстве.',
  cache: 'Загружено из копии в этом браузере.',
  showAll: 'Показать всё',
  more: (number, count) => `Показать ещё ${counted(number, count, entries)}`,
  changed: (publisher, status) => `${publisher}: состояние дела изменилось. ${status}`,
};
