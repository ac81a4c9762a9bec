/**
 * Arabic, the standard language. Digits are Western, as the large Arabic newsrooms (BBC, Al Jazeera) write them for all their
 * readers; Intl's own choice differs from browser to browser. Sentences are built on nouns, so that no verb has to agree
 * with a word that only the feed knows.
 */
import type { CalendarDate, Forms, Locale, When } from './en.js';

const named = ({ text, month }: CalendarDate) => (month ? text : `عام ${text}`);
const within = (date: CalendarDate) => `في ${named(date)}`;

function step(it: string, held: string) {
  return {
    'not-set': `لم يُحدَّد موعد ${it} بعد.`,
    scheduled: ({ within, plain }: When) => (plain ? `حُدّد موعد ${it} ${within}.` : `من المتوقع أن يحين موعد ${it} ${within}.`),
    postponed: (date?: When) => {
      if (!date) return `أُرجئ موعد ${it} ولم يُحدَّد موعد جديد.`;
      return date.plain ? `أُرجئ موعد ${it} إلى ${date.alone}.` : `أُرجئ موعد ${it}، ومن المتوقع أن يحين ${date.within}.`;
    },
    held: (date?: When) => `${held}${date ? ` ${date.within}` : ''}.`,
    cancelled: `أُلغي موعد ${it}.`,
  };
}

/** What is counted, the number included where Arabic counts with a noun alone. */
const entries: Forms = { one: 'نص واحد آخر', two: 'نصين آخرين', few: '# نصوص أخرى', many: '# نصًا آخر', other: '# نص آخر' };

export const ar: Locale = {
  tag: 'ar',
  intl: 'ar-u-nu-latn',
  months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  date: 'D M Y',
  digits: '0123456789',
  names: {},
  relations: {
    on: ({ text }) => text,
    within,
    by: (date) => `بحلول ${named(date)}`,
    before: (date) => `قبل ${named(date)}`,
    after: (date) => `بعد ${named(date)}`,
    since: (date) => `منذ ${named(date)}`,
    about: (date) => `${within(date)} تقريبًا`,
  },
  clock: (date, time) => `${date}، ${time}`,

  stop: '.',
  place: (name, country) => `${name}، ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'بيان', case: 'قضية', campaign: 'حملة' },
  speaker: (publisher, kind) => `${kind} – ${publisher}`,

  statuses: {
    unknown: 'حالة القضية غير معروفة',
    none: 'لا إجراءات قانونية',
    investigating: 'قيد التحقيق',
    pending: 'القضية قيد النظر',
    decided: 'صدر القرار',
    appealed: 'قيد الاستئناف',
    closed: 'أُغلقت القضية',
  },
  incidentStates: { active: 'ما زال مستمرًا', resolved: 'تمت التسوية' },
  outcomes: {
    granted: 'قُبل الطلب.',
    'partly-granted': 'قُبل الطلب جزئيًا.',
    denied: 'رُفض الطلب.',
    convicted: 'صدر حكم بالإدانة.',
    acquitted: 'صدر حكم بالبراءة.',
    quashed: 'أُلغي القرار.',
    settled: 'انتهت القضية بتسوية.',
    dismissed: 'رُدّت الدعوى.',
    withdrawn: 'سُحب الطلب.',
    archived: 'حُفظت القضية.',
    reversed: 'نُقض القرار.',
  },
  compliances: {
    unknown: 'لا يُعرف ما إذا كان القرار قد نُفّذ.',
    complied: 'نُفّذ القرار.',
    partial: 'نُفّذ القرار جزئيًا.',
    ignored: 'لم يُنفَّذ القرار.',
  },
  steps: {
    hearing: step('الجلسة', 'عُقدت الجلسة'),
    ruling: step('النطق بالقرار', 'جرى النطق بالقرار'),
    deadline: step('انتهاء المهلة', 'انتهت المهلة'),
    release: step('الإفراج', 'تم الإفراج'),
    other: step('الخطوة التالية', 'تمت الخطوة التالية'),
  },
  namedStep: {
    'not-set': (name) => `${name}: لم يُحدَّد موعد بعد.`,
    scheduled: (name, { alone }) => `${name}: ${alone}.`,
    postponed: (name, date) => {
      if (!date) return `${name}: أُرجئ الموعد ولم يُحدَّد موعد جديد.`;
      return date.plain ? `${name}: أُرجئ الموعد إلى ${date.alone}.` : `${name}: أُرجئ الموعد، ومن المتوقع أن يحين ${date.within}.`;
    },
    held: (name, date) => `${name}: تم ذلك${date ? ` ${date.within}` : ''}.`,
    cancelled: (name) => `${name}: أُلغي الموعد.`,
  },
  next: 'لاحقًا',

  filed: ({ alone }) => `تاريخ التقديم: ${alone}`,
  challenges: 'موضوع الطعن',
  asOf: ({ alone }) => `حتى ${alone}`,
  checked: (time) => `آخر تحقق: ${time}`,

  facts: {
    what: 'الحدث',
    who: 'المعنيون',
    count: 'العدد',
    names: 'الأسماء',
    affiliation: 'جهة العمل',
    actor: 'الجهة الفاعلة',
    where: 'أين',
    when: 'متى',
    grounds: 'السبب المعلن',
    categories: 'الموضوع',
  },
  actors: {
    state: 'سلطة حكومية',
    court: 'محكمة',
    police: 'شرطة',
    company: 'شركة',
    'non-state': 'جماعة غير حكومية',
    unknown: 'غير معروف',
  },

  headings: {
    facts: 'ماذا حدث',
    timeline: 'مسار القضية',
    quotes: 'ماذا قيل',
    background: 'الخلفية',
    sources: 'المصادر',
    corrections: 'تصويبات',
    trackers: 'في سجلات أخرى',
    statement: 'النص الكامل',
    list: 'الحملات',
    contacts: 'للتواصل',
    status: 'حالة القضية',
  },
  about: (publisher) => `عن ${publisher}`,
  qualifiers: {
    'more-than': (value) => `أكثر من ${value}`,
    'less-than': (value) => `أقل من ${value}`,
    'at-least': (value) => `${value} على الأقل`,
    'at-most': (value) => `${value} على الأكثر`,
    about: (value) => `نحو ${value}`,
  },
  provenance: {
    author: (name) => `كتابة: ${name}`,
    publisher: (name) => `نشر: ${name}`,
    distributor: (name) => `توزيع: ${name}`,
    translator: (name) => `ترجمة: ${name}`,
    mirror: (name) => `نسخة مرآة: ${name}`,
  },
  alterations: { none: 'بلا تغيير', excerpted: 'مقتطفات', translated: 'مترجم', edited: 'محرَّر' },
  credit: (name) => `الصورة: ${name}`,

  otherLanguages: 'بلغات أخرى',
  original: 'النص الأصلي',
  machine: 'هذه ترجمة آلية.',
  olderTranslation: 'تغيّر النص الأصلي بعد إعداد هذه الترجمة.',

  roles: {
    press: 'للصحافة',
    legal: 'للشؤون القانونية',
    support: 'للدعم',
    correction: 'للتصويبات',
    general: 'للتواصل',
  },
  channels: {
    email: 'البريد الإلكتروني',
    url: 'الموقع',
    signal: 'سيغنال',
    pgp: 'PGP',
    onion: 'عنوان onion لمتصفح تور',
    languages: 'اللغات',
    hours: 'أوقات العمل',
  },
  call: 'اتصال',
  sendEmail: 'كتابة رسالة بريد',
  actions: {
    contact: 'تواصل',
    write: 'كتابة رسالة',
    sign: 'توقيع',
    donate: 'تبرع',
    share: 'مشاركة',
    subscribe: 'اشتراك',
    follow: 'متابعة',
    attend: 'حضور',
    'report-correction': 'الإبلاغ عن خطأ',
  },
  closedAction: ({ within }) => `انتهى ${within}`,
  notYetOpen: ({ within }) => `يبدأ ${within}`,
  showPicture: 'إظهار الصورة',
  earlier: 'أحداث سابقة',
  copied: 'تم نسخ الرابط.',
  copyByHand: 'يرجى نسخ هذا العنوان:',
  correctionsGoTo: (publisher) => `للإبلاغ عن خطأ، يرجى التواصل مع ${publisher}.`,

  loading: 'جارٍ تحميل النص',
  failed: 'لا يمكن عرض هذا النص حاليًا. سيظهر فور إمكان الوصول إليه.',
  failedOnce: 'لا يمكن عرض هذا النص حاليًا.',
  empty: 'لم يُنشر شيء هنا بعد.',
  unknownItem: 'هذا النص ليس بين النصوص المنشورة هنا.',
  noStatus: 'لم تُنشر حالة القضية.',
  noAction: 'لم تُنشر وسيلة للتواصل.',
  withdrawn: (date) => `سُحب النص${date ? ` ${date.within}` : ''}`,
  withdrawnReason: (reason) => `السبب: ${reason}`,
  superseded: 'حلّ نص أحدث محل هذا النص.',
  stale: (time) => `تعذّر جلب المستجدات الآن. ${time ? `آخر تحقق: ${time}.` : 'ربما تغيّر ما تراه.'}`,
  outdated: ({ alone }) => `ربما لم تعد هذه المعلومات محدَّثة: كانت صالحة حتى ${alone}.`,
  mirror: 'معروض من نسخة مرآة لموقع الناشر.',
  kept: 'معروض من نسخة محفوظة على هذا الجهاز.',
  cache: 'معروض من نسخة في ذاكرة هذا المتصفح المؤقتة.',
  showAll: 'إظهار الكل',
  more: (number, count) => `عرض ${(entries[new Intl.PluralRules('ar').select(count)] ?? '# نص آخر').replace('#', number)}`,
  changed: (publisher, status) => `${publisher}: تغيّرت حالة القضية. ${status}`,
};
