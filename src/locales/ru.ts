/** Russian. Dates are inflected here: «к апрелю 2025 года», «в апреле 2025 года», «апрель 2025 года». */
import type { CalendarDate, Forms, Locale, When } from './en.js';

/** With the month in the case that `bend` makes of its genitive; beside a day it stays as it is. */
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
  };
}
const masculine = ['назначен', 'перенесён', 'отменён'];
const neuter = ['назначено', 'перенесено', 'отменено'];

const entries: Forms = { one: 'текст', few: 'текста', many: 'текстов' };

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
  },
  clock: (date, time) => `${date}, ${time}`,

  stop: '.',
  place: (name, country) => `${name}, ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'Заявление', case: 'Дело', campaign: 'Кампания' },
  speaker: (publisher, kind) => `${kind}. ${publisher}`,

  statuses: {
    unknown: 'Состояние дела неизвестно',
    none: 'Производство не ведётся',
    investigating: 'Идёт расследование',
    pending: 'Дело рассматривается',
    decided: 'Решение вынесено',
    appealed: 'Апелляция подана',
    closed: 'Дело закрыто',
  },
  incidentStates: { active: 'Продолжается', resolved: 'Урегулировано' },
  outcomes: {
    granted: 'Требования удовлетворены.',
    'partly-granted': 'Требования удовлетворены частично.',
    denied: 'В удовлетворении требований отказано.',
    convicted: 'Вынесен обвинительный приговор.',
    acquitted: 'Вынесен оправдательный приговор.',
    quashed: 'Решение отменено.',
    settled: 'Стороны заключили мировое соглашение.',
    dismissed: 'Производство по делу прекращено.',
    withdrawn: 'Требования отозваны.',
    archived: 'Дело сдано в архив.',
    reversed: 'Решение изменено на противоположное.',
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
    deadline: { ...step('Срок', masculine, 'Срок не установлен.', 'истёк'), scheduled: ({ within }) => `Срок истекает ${within}.` },
    release: step('Освобождение', neuter, 'Дата освобождения не назначена.', 'состоялось'),
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
  },
  next: 'далее',

  filed: ({ alone }) => `дата подачи: ${alone}`,
  challenges: 'Что оспаривается',
  asOf: ({ alone }) => `По состоянию на ${alone}`,
  checked: (time) => `Последняя проверка: ${time}`,

  facts: {
    what: 'Что',
    who: 'Кто',
    count: 'Сколько',
    names: 'Имена',
    affiliation: 'Организация',
    actor: 'С чьей стороны',
    where: 'Где',
    when: 'Когда',
    grounds: 'Названная причина',
    categories: 'Тема',
  },
  actors: {
    state: 'государственный орган',
    court: 'суд',
    police: 'полиция',
    company: 'компания',
    'non-state': 'негосударственная группа',
    unknown: 'неизвестно',
  },

  headings: {
    facts: 'Что произошло',
    timeline: 'Ход дела',
    quotes: 'Что было сказано',
    background: 'Предыстория',
    sources: 'Источники',
    corrections: 'Исправления',
    trackers: 'В других реестрах',
    statement: 'Полный текст',
    list: 'Кампании',
    contacts: 'Контакты',
    status: 'Состояние дела',
  },
  about: (publisher) => `Кто публикует: ${publisher}`,
  qualifiers: {
    'more-than': (value) => `более ${value}`,
    'less-than': (value) => `менее ${value}`,
    'at-least': (value) => `не менее ${value}`,
    'at-most': (value) => `не более ${value}`,
    about: (value) => `около ${value}`,
  },
  provenance: {
    author: (name) => `Текст: ${name}`,
    publisher: (name) => `Публикация: ${name}`,
    distributor: (name) => `Распространение: ${name}`,
    translator: (name) => `Перевод: ${name}`,
    mirror: (name) => `Зеркало: ${name}`,
  },
  alterations: { none: 'без изменений', excerpted: 'с сокращениями', translated: 'в переводе', edited: 'с правкой' },
  credit: (name) => `Изображение: ${name}`,

  otherLanguages: 'На других языках',
  original: 'оригинал',
  machine: 'Это машинный перевод.',
  olderTranslation: 'После этого перевода оригинал был изменён.',

  roles: {
    press: 'Для прессы',
    legal: 'По правовым вопросам',
    support: 'Поддержка',
    correction: 'Исправления',
    general: 'Контакты',
  },
  channels: {
    email: 'Электронная почта',
    url: 'Сайт',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Адрес onion, для браузера Tor',
    languages: 'Языки',
    hours: 'Часы работы',
  },
  call: 'Позвонить',
  sendEmail: 'Написать письмо',
  actions: {
    contact: 'Связаться',
    write: 'Написать',
    sign: 'Подписать',
    donate: 'Пожертвовать',
    share: 'Поделиться',
    subscribe: 'Подписаться на рассылку',
    follow: 'Следить за новостями',
    attend: 'Прийти',
    'report-correction': 'Сообщить об ошибке',
  },
  closedAction: ({ within }) => `Закончилось ${within}`,
  notYetOpen: ({ within }) => `Начнётся ${within}`,
  showPicture: 'Показать изображение',
  earlier: 'Более ранние события',
  copied: 'Ссылка скопирована.',
  copyByHand: 'Скопируйте этот адрес:',
  correctionsGoTo: (publisher) => `Чтобы сообщить об ошибке, обратитесь сюда: ${publisher}.`,

  loading: 'Текст загружается',
  failed: 'Этот текст сейчас показать невозможно. Он появится, как только станет доступен.',
  failedOnce: 'Этот текст сейчас показать невозможно.',
  empty: 'Здесь пока ничего не опубликовано.',
  unknownItem: 'Этого текста нет среди опубликованных здесь.',
  noStatus: 'Состояние дела не опубликовано.',
  noAction: 'Контакты не опубликованы.',
  withdrawn: (date) => (date ? `Отозвано ${date.within}` : 'Отозвано'),
  withdrawnReason: (reason) => `Причина: ${reason}`,
  superseded: 'Этот текст заменён более новым.',
  stale: (time) =>
    `Получить новые сведения сейчас не удалось. ${time ? `Последняя проверка: ${time}.` : 'То, что вы видите, могло измениться.'}`,
  outdated: ({ alone }) => `Эти сведения могли устареть: они были действительны до ${alone}.`,
  mirror: 'Показана копия с зеркала публикующей организации.',
  kept: 'Показана копия, сохранённая на этом устройстве.',
  cache: 'Показана копия из кэша этого браузера.',
  showAll: 'Показать всё',
  more: (number, count) => `Показать ещё ${number} ${entries[new Intl.PluralRules('ru').select(count)] ?? entries.few}`,
  changed: (publisher, status) => `${publisher}: состояние дела изменилось. ${status}`,
};
