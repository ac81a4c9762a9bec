/** Russian: the sentences of what a reader opens. */
import type { Forms } from '../en.js';
import type { Details } from './en.js';

const counted = (number: string, count: number, forms: Forms) =>
  `${number} ${forms[new Intl.PluralRules('ru').select(count)] ?? forms.few}`;
const dayForms: Forms = { one: 'день', few: 'дня', many: 'дней' };

export const details: Details = {
  headings: {
    people: 'Люди',
    signatories: 'Подписавшие',
    interventions: 'Письма и ответы',
    documents: 'Документы',
  },
  pseudonym: 'имя изменено',
  withheld: 'имя не раскрывается',
  unnamed: 'имя не названо',
  charges: {
    pending: 'обвинение рассматривается',
    dropped: 'обвинение снято',
    convicted: 'обвинительный приговор',
    acquitted: 'оправдательный приговор',
  },
  charged: (text) => `Обвинение: ${text}`,
  sentenced: (text) => `Наказание: ${text}`,
  suspended: 'условно',
  certainties: { known: '', suspected: 'предположительно', claimed: 'заявляет о своей ответственности' },
  equipment: {
    seized: 'изъято',
    damaged: 'повреждено',
    searched: 'обыскано',
    returned: 'возвращено',
  },
  injured: (number) => `ранены: ${number}`,
  documents: (number, count) => counted(number, count, { one: 'документ', few: 'документа', many: 'документов' }),
  interventions: {
    letter: 'Письмо',
    'urgent-appeal': 'Срочное обращение',
    question: 'Запрос',
    alert: 'Сообщение о нарушении',
    opinion: 'Заключение',
    complaint: 'Жалоба',
    other: 'Обращение',
  },
  from: (name) => `от кого: ${name}`,
  to: (name) => `кому: ${name}`,
  noReply: (number, count) => `Ответа нет ${counted(number, count, dayForms)}.`,
  noReplyOn: (number, count, { alone }) => `Ответа нет ${counted(number, count, dayForms)}, подсчёт на ${alone}.`,
  noReplyYet: 'Ответа нет.',
  replied: (date) => (date ? `Ответ ${date.within}` : 'Ответ'),
  replyRefused: 'В ответе отказано.',
  papers: {
    ruling: 'Решение',
    complaint: 'Жалоба',
    opinion: 'Заключение',
    letter: 'Письмо',
    report: 'Доклад',
    other: 'Документ',
  },
  categories: {
    killing: 'Убийство',
    'enforced-disappearance': 'Насильственное исчезновение',
    torture: 'Пытки',
    'arbitrary-detention': 'Произвольное задержание',
    kidnapping: 'Похищение',
    'physical-attack': 'Физическое нападение',
    threat: 'Угроза',
    'online-harassment': 'Травля в интернете',
    'legal-harassment': 'Судебное преследование',
    slapp: 'Иск с целью заставить молчать (SLAPP)',
    'accreditation-denied': 'Отказ в аккредитации',
    'access-denied': 'Отказ в доступе',
    'website-blocked': 'Блокировка сайта',
    'internet-shutdown': 'Отключение интернета',
    'equipment-seized': 'Изъятие техники',
    surveillance: 'Слежка',
    expulsion: 'Высылка',
    dismissal: 'Увольнение',
    censorship: 'Цензура',
    other: 'Другое',
  },
};
