/** Arabic: the sentences of what a reader opens. */
import type { Forms } from '../en.js';
import type { Details } from './en.js';

const counted = (number: string, count: number, forms: Forms) =>
  (forms[new Intl.PluralRules('ar').select(count)] ?? forms.other!).replace('#', number);
const afterDays: Forms = { one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' };

export const details: Details = {
  headings: {
    people: 'الأشخاص',
    signatories: 'الموقّعون',
    interventions: 'الرسائل والردود',
    documents: 'الوثائق',
  },
  pseudonym: 'اسم مستعار',
  withheld: 'الاسم محجوب',
  unnamed: 'بلا اسم',
  charges: { pending: 'تهمة قيد النظر', dropped: 'تهمة أُسقطت', convicted: 'إدانة', acquitted: 'براءة' },
  charged: (text) => `التهمة: ${text}`,
  sentenced: (text) => `العقوبة: ${text}`,
  suspended: 'مع وقف التنفيذ',
  certainties: { known: '', suspected: 'مشتبه به', claimed: 'أعلن المسؤولية' },
  equipment: {
    seized: 'مصادرة',
    damaged: 'إتلاف',
    searched: 'تفتيش',
    returned: 'إعادة',
  },
  injured: (number) => `جرحى: ${number}`,
  documents: (number, count) =>
    counted(number, count, { one: 'وثيقة واحدة', two: 'وثيقتان', few: '# وثائق', many: '# وثيقة', other: '# وثيقة' }),
  interventions: {
    letter: 'رسالة',
    'urgent-appeal': 'نداء عاجل',
    question: 'سؤال',
    alert: 'تنبيه',
    opinion: 'رأي',
    complaint: 'شكوى',
    other: 'تدخل',
  },
  from: (name) => `من: ${name}`,
  to: (name) => `إلى: ${name}`,
  noReply: (number, count) => `لا رد منذ ${counted(number, count, afterDays)}.`,
  noReplyOn: (number, count, { alone }) => `لا رد منذ ${counted(number, count, afterDays)}، بحساب ${alone}.`,
  noReplyYet: 'لا رد.',
  replied: (date) => (date ? `الرد ${date.within}` : 'الرد'),
  replyRefused: 'رُفض الرد.',
  papers: {
    ruling: 'حكم',
    complaint: 'شكوى',
    opinion: 'رأي',
    letter: 'رسالة',
    report: 'تقرير',
    other: 'وثيقة',
  },
  categories: {
    killing: 'قتل',
    'enforced-disappearance': 'اختفاء قسري',
    torture: 'تعذيب',
    'arbitrary-detention': 'احتجاز تعسفي',
    kidnapping: 'اختطاف',
    'physical-attack': 'اعتداء جسدي',
    threat: 'تهديد',
    'online-harassment': 'مضايقة عبر الإنترنت',
    'legal-harassment': 'مضايقة قضائية',
    slapp: 'دعوى كيدية (SLAPP)',
    'accreditation-denied': 'رفض الاعتماد',
    'access-denied': 'منع الوصول',
    'website-blocked': 'حجب موقع',
    'internet-shutdown': 'قطع الإنترنت',
    'equipment-seized': 'مصادرة معدات',
    surveillance: 'مراقبة',
    expulsion: 'طرد من البلد',
    dismissal: 'فصل من العمل',
    censorship: 'رقابة',
    other: 'غير ذلك',
  },
};
