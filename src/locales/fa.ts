/** Persian, with Persian digits, as its newspapers and BBC Persian write; dates in the Gregorian calendar, by its Persian names. */
import type { CalendarDate, Locale, When } from './en.js';

const named = ({ text, month }: CalendarDate) => (month ? text : `سال ${text}`);
const within = (date: CalendarDate) => `در ${named(date)}`;

function step(it: string, held: string, noDate = `تاریخ ${it} تعیین نشده است.`) {
  return {
    'not-set': noDate,
    scheduled: ({ alone, within, plain }: When) => (plain ? `${it} برای ${alone} تعیین شده است.` : `انتظار می‌رود ${it} ${within} باشد.`),
    postponed: (date?: When) => {
      if (!date) return `${it} به تعویق افتاد و تاریخ تازه‌ای تعیین نشده است.`;
      return date.plain ? `${it} به ${date.alone} موکول شد.` : `${it} به تعویق افتاد و انتظار می‌رود ${date.within} باشد.`;
    },
    held: (date?: When) => `${it} ${date ? `${date.within} ` : ''}${held}.`,
    cancelled: `${it} لغو شد.`,
  };
}

export const fa: Locale = {
  tag: 'fa',
  intl: 'fa',
  kin: 'fa',
  months: 'ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر',
  names: {},
  relations: {
    on: ({ text }) => text,
    within,
    by: (date) => `تا ${named(date)}`,
    before: (date) => `پیش از ${named(date)}`,
    after: (date) => `پس از ${named(date)}`,
    since: (date) => `از ${named(date)}`,
    about: (date) => `حدود ${named(date)}`,
  },
  clock: (date, time) => `${date}، ${time}`,

  stop: '.',
  place: (name, country) => `${name}، ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'بیانیه', case: 'پرونده', campaign: 'کارزار' },
  speaker: (publisher, kind) => `${kind} – ${publisher}`,

  statuses: {
    unknown: 'وضعیت نامعلوم',
    none: 'پرونده‌ای در جریان نیست',
    investigating: 'در دست تحقیق',
    pending: 'پرونده در حال رسیدگی',
    decided: 'رأی صادر شد',
    appealed: 'در مرحلهٔ تجدیدنظر',
    closed: 'پرونده بسته شد',
  },
  incidentStates: { active: 'ادامه دارد', resolved: 'حل شد' },
  outcomes: {
    granted: 'درخواست پذیرفته شد.',
    'partly-granted': 'بخشی از درخواست پذیرفته شد.',
    denied: 'درخواست رد شد.',
    convicted: 'حکم محکومیت صادر شد.',
    acquitted: 'حکم برائت صادر شد.',
    quashed: 'تصمیم باطل شد.',
    settled: 'پرونده با مصالحه پایان یافت.',
    dismissed: 'قرار رد دعوا صادر شد.',
    withdrawn: 'درخواست پس گرفته شد.',
    archived: 'پرونده بایگانی شد.',
    reversed: 'رأی نقض شد.',
  },
  compliances: {
    unknown: 'معلوم نیست که رأی اجرا شده است یا نه.',
    complied: 'رأی اجرا شده است.',
    partial: 'بخشی از رأی اجرا شده است.',
    ignored: 'رأی اجرا نشده است.',
  },
  steps: {
    hearing: step('جلسهٔ دادگاه', 'برگزار شد'),
    ruling: step('اعلام رأی', 'انجام شد'),
    deadline: step('پایان مهلت', 'فرا رسید', 'مهلتی تعیین نشده است.'),
    release: step('آزادی', 'انجام شد'),
    other: step('گام بعدی', 'انجام شد'),
  },
  namedStep: {
    'not-set': (name) => `${name}: تاریخی تعیین نشده است.`,
    scheduled: (name, { alone }) => `${name}: ${alone}.`,
    postponed: (name, date) => `${name}: به تعویق افتاد، ${date ? `تاریخ تازه: ${date.alone}` : 'تاریخ تازه‌ای تعیین نشده است'}.`,
    held: (name, date) => `${name}: ${date ? `${date.within} ` : ''}انجام شد.`,
    cancelled: (name) => `${name}: لغو شد.`,
  },
  next: 'در ادامه',

  filed: ({ alone }) => `تاریخ ثبت: ${alone}`,
  challenges: 'موضوع اعتراض',
  asOf: ({ alone }) => `وضعیت تا ${alone}`,
  checked: (time) => `آخرین بررسی: ${time}`,

  facts: {
    what: 'رویداد',
    who: 'چه کسانی',
    count: 'تعداد',
    names: 'نام‌ها',
    affiliation: 'محل کار',
    actor: 'از سوی',
    where: 'کجا',
    when: 'کِی',
    grounds: 'دلیل اعلام‌شده',
    categories: 'موضوع',
  },
  actors: {
    state: 'نهاد دولتی',
    court: 'دادگاه',
    police: 'پلیس',
    company: 'شرکت',
    'non-state': 'گروه غیردولتی',
    unknown: 'نامعلوم',
  },

  headings: {
    facts: 'چه اتفاقی افتاد',
    timeline: 'روند پرونده',
    quotes: 'چه گفته شد',
    background: 'پیشینه',
    sources: 'منابع',
    corrections: 'اصلاحات',
    trackers: 'در فهرست‌های دیگر',
    statement: 'متن کامل',
    list: 'کارزارها',
    contacts: 'تماس',
    status: 'وضعیت پرونده',
  },
  about: (publisher) => `دربارهٔ ${publisher}`,
  qualifiers: {
    'more-than': (value) => `بیش از ${value}`,
    'less-than': (value) => `کمتر از ${value}`,
    'at-least': (value) => `دست‌کم ${value}`,
    'at-most': (value) => `حداکثر ${value}`,
    about: (value) => `حدود ${value}`,
  },
  provenance: {
    author: (name) => `نویسنده: ${name}`,
    publisher: (name) => `ناشر: ${name}`,
    distributor: (name) => `توزیع‌کننده: ${name}`,
    translator: (name) => `مترجم: ${name}`,
    mirror: (name) => `آینه: ${name}`,
  },
  alterations: { none: 'بدون تغییر', excerpted: 'گزیده', translated: 'ترجمه', edited: 'ویرایش‌شده' },
  credit: (name) => `تصویر: ${name}`,

  otherLanguages: 'به زبان‌های دیگر',
  original: 'متن اصلی',
  machine: 'این یک ترجمهٔ ماشینی است.',
  olderTranslation: 'متن اصلی پس از این ترجمه تغییر کرده است.',

  roles: {
    press: 'تماس برای رسانه‌ها',
    legal: 'تماس حقوقی',
    support: 'پشتیبانی',
    correction: 'اصلاحات',
    general: 'تماس',
  },
  channels: {
    email: 'ایمیل',
    url: 'وب‌سایت',
    signal: 'سیگنال',
    pgp: 'PGP',
    onion: 'نشانی onion برای مرورگر تور',
    languages: 'زبان‌ها',
    hours: 'ساعت‌های کار',
  },
  call: 'تماس تلفنی',
  sendEmail: 'نوشتن ایمیل',
  actions: {
    contact: 'تماس',
    write: 'نوشتن نامه',
    sign: 'امضا',
    donate: 'کمک مالی',
    share: 'هم‌رسانی',
    subscribe: 'اشتراک',
    follow: 'دنبال کردن',
    attend: 'شرکت در برنامه',
    'report-correction': 'گزارش خطا',
  },
  closedAction: ({ within }) => `${within} پایان یافت`,
  notYetOpen: ({ within }) => `${within} آغاز می‌شود`,
  copied: 'پیوند رونوشت شد.',
  copyByHand: 'این نشانی را رونوشت کنید:',
  correctionsGoTo: (publisher) => `برای گزارش خطا با ${publisher} تماس بگیرید.`,

  loading: 'متن در حال بارگیری است',
  failed: 'این متن اکنون نمایش داده نمی‌شود. به محض آنکه در دسترس باشد، اینجا دیده خواهد شد.',
  failedOnce: 'این متن اکنون نمایش داده نمی‌شود.',
  empty: 'هنوز چیزی اینجا منتشر نشده است.',
  unknownItem: 'این متن در میان آنچه اینجا منتشر شده نیست.',
  noStatus: 'وضعیت پرونده منتشر نشده است.',
  noAction: 'راه تماسی منتشر نشده است.',
  withdrawn: (date) => `${date ? `${date.within} ` : ''}پس گرفته شد`,
  withdrawnReason: (reason) => `دلیل: ${reason}`,
  superseded: 'متن تازه‌تری جای این متن را گرفته است.',
  stale: (time) => `اکنون خبر تازه‌ای دریافت نشد. ${time ? `آخرین بررسی: ${time}.` : 'شاید آنچه می‌بینید تغییر کرده باشد.'}`,
  outdated: ({ alone }) => `شاید این اطلاعات به‌روز نباشد: تا ${alone} معتبر بود.`,
  mirror: 'از نشانی آینهٔ ناشر نمایش داده می‌شود.',
  kept: 'از نسخه‌ای که در این دستگاه نگهداری شده نمایش داده می‌شود.',
  cache: 'از نسخه‌ای در حافظهٔ موقت این مرورگر نمایش داده می‌شود.',
  // After a number the noun stays in the singular.
  more: (number) => `نمایش ${number} متن دیگر`,
  changed: (publisher, status) => `${publisher}: وضعیت پرونده تغییر کرد. ${status}`,
};
