/**
 * Arabic, the standard language. Digits are Western, as the large Arabic newsrooms (BBC, Al Jazeera) write them for all their
 * readers; Intl's own choice differs from browser to browser. Sentences are built on nouns: a verb would have to agree
 * with a word that only the feed knows.
 */
import type { CalendarDate, Forms, Locale, When } from './en.js';

export { details } from './details/ar.js';

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
    past: ({ within }: When) => `كان موعد ${it} محددًا ${within}؛ والنتيجة غير معروفة بعد.`,
  };
}

const counted = (number: string, count: number, forms: Forms) =>
  (forms[new Intl.PluralRules('ar').select(count)] ?? forms.other!).replace('#', number);

// One and two are the noun alone; `#` is the place of every other number.
const entries: Forms = { one: 'نص واحد آخر', two: 'نصين آخرين', few: '# نصوص أخرى', many: '# نصًا آخر', other: '# نص آخر' };
const events: Forms = {
  one: 'حدث سابق واحد',
  two: 'حدثين سابقين',
  few: '# أحداث سابقة',
  many: '# حدثًا سابقًا',
  other: '# حدث سابق',
};
const dates: Forms = { one: 'تاريخ واحد', two: 'تاريخان', few: '# تواريخ', many: '# تاريخًا', other: '# تاريخ' };
const people: Forms = { one: 'شخص واحد', two: 'شخصان', few: '# أشخاص', many: '# شخصًا', other: '# شخص' };
const quotes: Forms = { one: 'تصريح واحد', two: 'تصريحان', few: '# تصريحات', many: '# تصريحًا', other: '# تصريح' };
const minutes: Forms = { one: 'دقيقة واحدة', two: 'دقيقتان', few: '# دقائق', other: '# دقيقة' };

const dayForms: Forms = { one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' };
const afterDays: Forms = { one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' };

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
    until: (date) => `حتى ${named(date)}`,
  },
  clock: (date, time) => `${date}، ${time}`,

  stop: '.',
  place: (name, country) => `${name}، ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'بيان', case: 'قضية', campaign: 'حملة' },
  bylines: {
    statement: (publisher) => `بيان صادر عن ${publisher}`,
    case: (publisher) => `قضية بمتابعة ${publisher}`,
    campaign: (publisher) => `حملة من تنظيم ${publisher}`,
  },

  statuses: {
    unknown: 'حالة القضية غير معروفة',
    none: 'لا دعوى قضائية',
    investigating: 'قيد التحقيق',
    pending: 'القضية قيد النظر',
    decided: 'صدر القرار',
    appealed: 'قيد الاستئناف',
    closed: 'أُغلقت القضية',
  },
  incidentStates: {
    active: 'ما زال مستمرًا',
    resolved: 'تمت التسوية',
    killed: 'قتل',
    impunity: 'إفلات من العقاب',
    'fate-unknown': 'مصير مجهول',
  },
  custody: {
    free: 'طليق',
    detained: 'قيد الاحتجاز',
    'house-arrest': 'قيد الإقامة الجبرية',
    bail: 'إفراج بكفالة',
    imprisoned: 'في السجن',
    released: 'تم الإفراج',
    missing: 'في عداد المفقودين',
    deported: 'تم الترحيل',
    exiled: 'في المنفى',
    killed: 'قتل',
    'died-in-custody': 'وفاة أثناء الاحتجاز',
    unknown: 'المكان غير معروف',
  },
  heldSince: ({ alone }) => alone,
  days: (number, count, { alone }) => `${counted(number, count, dayForms)}، بحساب ${alone}`,
  ended: {
    released: ({ within }, number, count) => `تم الإفراج ${within} بعد ${counted(number, count, afterDays)}.`,
    deported: ({ within }, number, count) => `تم الترحيل ${within} بعد ${counted(number, count, afterDays)}.`,
    'died-in-custody': ({ within }, number, count) => `حدثت الوفاة ${within} بعد ${counted(number, count, afterDays)} من الاحتجاز.`,
  },
  fates: {
    held: (number) => `قيد الاحتجاز: ${number}`,
    released: (number) => `أُفرج عنهم: ${number}`,
    free: (number) => `طلقاء: ${number}`,
    missing: (number) => `مفقودون: ${number}`,
    killed: (number) => `قتلى: ${number}`,
    deported: (number) => `مرحَّلون: ${number}`,
    exiled: (number) => `في المنفى: ${number}`,
    unknown: (number) => `مكانهم غير معروف: ${number}`,
  },
  rulings: {
    granted: 'قُبل الطلب',
    'partly-granted': 'قُبل الطلب جزئيًا',
    denied: 'رُفض الطلب',
    convicted: 'حكم بالإدانة',
    acquitted: 'حكم بالبراءة',
    quashed: 'أُلغي القرار',
    settled: 'انتهت بتسوية',
    dismissed: 'رُدّت الدعوى',
    withdrawn: 'سُحب الطلب',
    archived: 'حُفظت القضية',
    reversed: 'نُقض القرار',
    'charges-dropped': 'أُسقطت التهم',
    upheld: 'أُيّد القرار',
    enforced: 'نُفّذ القرار',
    lapsed: 'سقطت الدعوى',
    inadmissible: 'شكوى غير مقبولة',
    pardoned: 'صدر عفو',
    'conditionally-released': 'إفراج مشروط',
    'sentence-suspended': 'وقف تنفيذ العقوبة',
    'violation-found': 'ثبت انتهاك',
    'no-violation-found': 'لم يثبت انتهاك',
    'struck-out': 'شُطبت الدعوى',
    expired: 'انقضت المهلة',
  },
  rulingsIn: {
    criminal: { dismissed: 'رُفضت التهمة', withdrawn: 'سُحبت التهمة' },
    asylum: { granted: 'مُنح اللجوء', denied: 'رُفض اللجوء' },
    complaint: { granted: 'قُبلت الشكوى', denied: 'رُفضت الشكوى' },
  },
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
    'charges-dropped': 'أُسقطت التهم.',
    upheld: 'أُيّد القرار.',
    enforced: 'نُفّذ القرار جبرًا.',
    lapsed: 'سقطت الدعوى.',
    inadmissible: 'أُعلن عدم قبول الشكوى.',
    pardoned: 'صدر حكم بالإدانة ثم عفو.',
    'conditionally-released': 'صدر حكم بالإدانة ثم إفراج مشروط.',
    'sentence-suspended': 'صدر حكم بالإدانة مع وقف تنفيذ العقوبة.',
    'violation-found': 'ثبت وقوع انتهاك.',
    'no-violation-found': 'لم يثبت وقوع انتهاك.',
    'struck-out': 'شُطبت الدعوى من الجدول.',
    expired: 'انتهت القضية لانقضاء المهلة.',
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
    past: (name, { alone }) => `${name}: كان الموعد ${alone}؛ والنتيجة غير معروفة بعد.`,
  },
  next: 'التالي',

  firstSet: ({ alone }) => `الموعد الأول: ${alone}.`,
  courtNotNamed: 'المحكمة غير مذكورة',
  docket: (number) => `رقم ${number}`,
  filed: ({ alone }) => `تاريخ التقديم: ${alone}`,
  challenges: 'موضوع الطعن',
  // Not «حتى»: on a stamp, "pending until 25 July" would be another status.
  asOf: ({ within }) => `الوضع ${within}`,
  checked: (time) => `آخر تحقق: ${time}`,

  headings: {
    timeline: 'التسلسل الزمني',
    facts: 'الوقائع والتصريحات',
    reading: 'الخلفية والنص الكامل',
    background: 'الخلفية',
    sources: 'المصادر',
    statement: 'النص الكامل',
    list: 'الحملات',
    contacts: 'للتواصل',
    status: 'حالة القضية',
  },
  counts: {
    dates: (number, count) => counted(number, count, dates),
    people: (number, count) => counted(number, count, people),
    quotes: (number, count) => counted(number, count, quotes),
    minutes: (number, count) => counted(number, count, minutes),
    organisations: (number, count) =>
      counted(number, count, { one: 'منظمة واحدة', two: 'منظمتان', few: '# منظمات', many: '# منظمة', other: '# منظمة' }),
    signatories: (number, count) =>
      counted(number, count, { one: 'توقيع واحد', two: 'توقيعان', few: '# توقيعات', many: '# توقيعًا', other: '# توقيع' }),
  },
  latest: (date) => `آخرها ${date}`,
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
    target: 'المرسل إليه',
    prison: 'عنوان السجن',
  },
  extension: (number) => `تحويلة ${number}`,
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
  progress: (count, goal) => `${count} من ${goal}`,
  letter: 'نص الرسالة',
  copyLetter: 'نسخ الرسالة',
  letterCopied: 'تم نسخ الرسالة.',
  calendar: 'إضافة إلى التقويم',
  showPicture: 'إظهار الصورة',
  earlier: (number, count) => `عرض ${counted(number, count, events)}`,
  copied: 'تم نسخ الرابط.',
  copyByHand: 'يرجى نسخ هذا العنوان:',
  correctionsGoTo: (publisher) => `للإبلاغ عن خطأ، يرجى التواصل مع ${publisher}.`,

  loading: 'جارٍ تحميل النص',
  failed: 'لا يمكن عرض هذا النص حاليًا. سيظهر فور إمكان الوصول إليه.',
  failedOnce: 'لا يمكن عرض هذا النص حاليًا.',
  empty: 'لم يُنشر شيء هنا بعد.',
  unknownItem: 'هذا النص غير منشور هنا.',
  noStatus: 'لم تُنشر حالة القضية.',
  noAction: 'لم تُنشر وسيلة للتواصل.',
  withdrawn: (date) => `سُحب النص${date ? ` ${date.within}` : ''}`,
  withdrawnReason: (reason) => `السبب: ${reason}`,
  superseded: 'يوجد نص أحدث:',
  stale: (time) => `تعذّر التحديث. ${time ? `آخر تحقق: ${time}.` : 'ربما تغيّر النص.'}`,
  outdated: ({ alone }) => `ربما لم تعد المعلومات محدَّثة: كانت صالحة حتى ${alone}.`,
  mirror: 'جرى التحميل من عنوان احتياطي.',
  kept: 'جرى التحميل من نسخة على هذا الجهاز.',
  cache: 'جرى التحميل من نسخة في هذا المتصفح.',
  showAll: 'إظهار الكل',
  more: (number, count) => `عرض ${counted(number, count, entries)}`,
  changed: (publisher, status) => `${publisher}: تغيّرت حالة القضية. ${status}`,
};
