/** Turkish. Case endings are on «tarihi», «ayı» and «yılı»: the ending of a bare year depends on how it is read aloud. */
import type { CalendarDate, Locale, When } from './en.js';

const base = ({ text, year, month, day }: CalendarDate) =>
  day ? `${text} tarihi` : month ? `${year} yılının ${month} ayı` : `${year} yılı`;
/** Returns the date with a case ending: «tarihinden», «ayından». The `e` of the ending becomes `a` after «ayı» and «yılı». */
const bent = (date: CalendarDate, ending: string) => base(date) + (date.day ? ending : ending.replace('e', 'a'));
const within = (date: CalendarDate) => bent(date, 'nde');

/** Returns «600.000'den», "from 600,000". The ending follows the last word of the number as it is read. */
function from(value: string): string {
  const digits = value.replace(/\D/g, '');
  const [ones, tens] = ['den den ten ten ten dan den den dan', 'dan den dan tan den tan ten den dan'].map((all) => all.split(' '));
  if (digits.endsWith('00')) return `${value}’${digits.endsWith('000000') ? 'dan' : 'den'}`;
  const ending = digits.endsWith('0') ? tens![Number(digits.at(-2)) - 1] : ones![Number(digits.at(-1)) - 1];
  return `${value}’${ending ?? 'den'}`;
}

function step(it: string, its: string, will: string, doing: string, did: string, noDate: string, moved = 'ertelendi') {
  return {
    'not-set': noDate,
    scheduled: ({ within, plain }: When) => (plain ? `${it} ${within} ${will}.` : `${its} ${within} ${doing} bekleniyor.`),
    postponed: (date?: When) => (date ? `${it} ${moved}; ${date.within} ${will}.` : `${it} ${moved}; yeni bir tarih belirlenmedi.`),
    held: (date?: When) => `${it} ${date ? `${date.within} ` : ''}${did}.`,
    cancelled: `${it} iptal edildi.`,
  };
}

export const tr: Locale = {
  tag: 'tr',
  intl: 'tr',
  months: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
  date: 'D M Y',
  digits: '0123456789',
  names: {},
  relations: {
    on: ({ text }) => text,
    within,
    by: (date) => `${bent(date, 'ne')} kadar`,
    before: (date) => `${bent(date, 'nden')} önce`,
    after: (date) => `${bent(date, 'nden')} sonra`,
    since: (date) => `${bent(date, 'nden')} beri`,
    about: ({ text }) => `${text} civarında`,
  },
  clock: (date, time) => `${date}, ${time}`,

  stop: '.',
  place: (name, country) => `${name}, ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'Açıklama', case: 'Vaka', campaign: 'Kampanya' },
  bylines: {
    statement: (publisher) => `Açıklamayı yapan: ${publisher}`,
    case: (publisher) => `Vakayı izleyen: ${publisher}`,
    campaign: (publisher) => `Kampanyayı yürüten: ${publisher}`,
  },

  statuses: {
    unknown: 'Durum bilinmiyor',
    none: 'Dava açılmadı',
    investigating: 'Soruşturma sürüyor',
    pending: 'Dava sürüyor',
    decided: 'Karar verildi',
    appealed: 'Üst mahkemede',
    closed: 'Dosya kapandı',
  },
  incidentStates: { active: 'Sürüyor', resolved: 'Çözüldü' },
  rulings: {
    granted: 'Talep kabul edildi',
    'partly-granted': 'Kısmen kabul edildi',
    denied: 'Talep reddedildi',
    convicted: 'Mahkûmiyet kararı',
    acquitted: 'Beraat kararı',
    quashed: 'Karar iptal edildi',
    settled: 'Taraflar uzlaştı',
    dismissed: 'Dava düştü',
    withdrawn: 'Talep geri çekildi',
    archived: 'Dosya arşivde',
    reversed: 'Karar bozuldu',
  },
  outcomes: {
    granted: 'Talep kabul edildi.',
    'partly-granted': 'Talep kısmen kabul edildi.',
    denied: 'Talep reddedildi.',
    convicted: 'Mahkûmiyet kararı verildi.',
    acquitted: 'Beraat kararı verildi.',
    quashed: 'Karar iptal edildi.',
    settled: 'Taraflar uzlaştı.',
    dismissed: 'Dava düştü.',
    withdrawn: 'Talep geri çekildi.',
    archived: 'Dosya arşive kaldırıldı.',
    reversed: 'Karar bozuldu.',
  },
  compliances: {
    unknown: 'Kararın uygulanıp uygulanmadığı bilinmiyor.',
    complied: 'Karar uygulandı.',
    partial: 'Karar kısmen uygulandı.',
    ignored: 'Karar uygulanmadı.',
  },
  steps: {
    hearing: step('Duruşma', 'Duruşmanın', 'yapılacak', 'yapılması', 'yapıldı', 'Duruşma tarihi belirlenmedi.'),
    ruling: step('Karar duruşması', 'Karar duruşmasının', 'yapılacak', 'yapılması', 'yapıldı', 'Kararın açıklanacağı tarih belirlenmedi.'),
    deadline: step('Süre', 'Sürenin', 'dolacak', 'dolması', 'doldu', 'Bir süre belirlenmedi.', 'uzatıldı'),
    release: step('Tahliye', 'Tahliyenin', 'gerçekleşecek', 'gerçekleşmesi', 'gerçekleşti', 'Tahliye tarihi belirlenmedi.'),
    other: step('Sonraki adım', 'Sonraki adımın', 'atılacak', 'atılması', 'atıldı', 'Sonraki adımın tarihi belirlenmedi.'),
  },
  namedStep: {
    'not-set': (name) => `${name}: tarih belirlenmedi.`,
    scheduled: (name, { alone }) => `${name}: ${alone}.`,
    postponed: (name, date) => `${name}: ertelendi, ${date ? `yeni tarih: ${date.alone}` : 'yeni bir tarih belirlenmedi'}.`,
    held: (name, date) => `${name}: ${date ? `${date.within} ` : ''}yapıldı.`,
    cancelled: (name) => `${name}: iptal edildi.`,
  },
  next: 'Sırada',

  filed: ({ alone }) => `başvuru tarihi: ${alone}`,
  challenges: 'İtiraz konusu',
  asOf: ({ alone }) => `${alone} itibarıyla`,
  checked: (time) => `Son kontrol: ${time}`,

  facts: {
    who: 'Kimler',
    names: 'Adlar',
    actor: 'Sorumlu',
    grounds: 'Resmî gerekçe',
    court: 'Mahkemede',
    where: 'Nerede',
    when: 'Ne zaman',
    categories: 'Konular',
  },
  actors: {
    state: 'devlet kurumu',
    court: 'mahkeme',
    police: 'polis',
    company: 'şirket',
    'non-state': 'devlet dışı grup',
    unknown: 'bilinmiyor',
  },

  headings: {
    timeline: 'Kronoloji',
    facts: 'Bilgiler ve alıntılar',
    reading: 'Arka plan ve tam metin',
    quotes: 'Alıntılar',
    background: 'Arka plan',
    sources: 'Kaynaklar',
    corrections: 'Düzeltmeler',
    trackers: 'Diğer kayıtlarda',
    statement: 'Tam metin',
    list: 'Kampanyalar',
    contacts: 'İletişim',
    status: 'Davanın durumu',
  },
  about: (publisher) => `Yayımlayan: ${publisher}`,
  // After a number the noun stays in the singular.
  counts: {
    dates: (number) => `${number} tarih`,
    people: (number) => `${number} kişi`,
    quotes: (number) => `${number} alıntı`,
    minutes: (number) => `${number} dk`,
  },
  latest: (date) => `en son ${date}`,
  qualifiers: {
    'more-than': (value) => `${from(value)} fazla`,
    'less-than': (value) => `${from(value)} az`,
    'at-least': (value) => `en az ${value}`,
    'at-most': (value) => `en çok ${value}`,
    about: (value) => `yaklaşık ${value}`,
  },
  provenance: {
    author: (name) => `Yazan: ${name}`,
    publisher: (name) => `Yayımlayan: ${name}`,
    distributor: (name) => `Dağıtan: ${name}`,
    translator: (name) => `Çeviren: ${name}`,
    mirror: (name) => `Yansı: ${name}`,
  },
  alterations: { none: 'değiştirilmedi', excerpted: 'kısaltıldı', translated: 'çevrildi', edited: 'düzenlendi' },
  credit: (name) => `Görsel: ${name}`,

  otherLanguages: 'Diğer diller',
  original: 'özgün metin',
  machine: 'Bu bir makine çevirisidir.',
  olderTranslation: 'Bu çeviriden sonra özgün metin değişti.',

  roles: { press: 'Basın için', legal: 'Hukuki konular', support: 'Destek', correction: 'Düzeltmeler', general: 'İletişim' },
  channels: {
    email: 'E-posta',
    url: 'Web sitesi',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Onion adresi, Tor Browser için',
    languages: 'Diller',
    hours: 'Çalışma saatleri',
  },
  actions: {
    contact: 'İletişime geçin',
    write: 'Yazın',
    sign: 'İmzalayın',
    donate: 'Bağış yapın',
    share: 'Paylaşın',
    subscribe: 'Abone olun',
    follow: 'Takip edin',
    attend: 'Katılın',
    'report-correction': 'Hata bildirin',
  },
  closedAction: ({ within }) => `${within} sona erdi`,
  notYetOpen: ({ within }) => `${within} başlıyor`,
  showPicture: 'Resmi göster',
  earlier: (number) => `Önceki ${number} gelişmeyi göster`,
  copied: 'Bağlantı kopyalandı.',
  copyByHand: 'Bu adresi kopyalayın:',
  correctionsGoTo: (publisher) => `Hata bildirmek için: ${publisher}.`,

  loading: 'Metin yükleniyor',
  failed: 'Bu metin şu anda gösterilemiyor. Erişilebilir olduğunda burada görünecek.',
  failedOnce: 'Bu metin şu anda gösterilemiyor.',
  empty: 'Burada henüz bir şey yayımlanmadı.',
  unknownItem: 'Bu metin burada yayımlanmadı.',
  noStatus: 'Davanın durumu yayımlanmadı.',
  noAction: 'İletişim bilgisi yayımlanmadı.',
  withdrawn: (date) => `${date ? `${date.within} g` : 'G'}eri çekildi`,
  withdrawnReason: (reason) => `Gerekçe: ${reason}`,
  superseded: 'Daha yeni bir metin var:',
  stale: (time) => `Güncellenemedi. ${time ? `Son kontrol: ${time}.` : 'Metin değişmiş olabilir.'}`,
  outdated: ({ alone }) => `Güncel olmayabilir: son geçerlilik tarihi ${alone}.`,
  mirror: 'Yedek bir adresten yüklendi.',
  kept: 'Bu cihazdaki bir kopyadan yüklendi.',
  cache: 'Bu tarayıcıdaki bir kopyadan yüklendi.',
  showAll: 'Tümünü göster',
  more: (number) => `${number} metin daha göster`,
  changed: (publisher, status) => `${publisher}: davanın durumu değişti. ${status}`,
};
