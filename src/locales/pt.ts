/** Portuguese, spelled as in Brazil like Intl's `pt`. Where possible, the words are also in use in Portugal. */
import type { CalendarDate, Forms, Locale, When } from './en.js';

function step(it: string, o: 'o' | 'a', noDate: string, held = 'ocorreu') {
  return {
    'not-set': noDate,
    scheduled: ({ alone, within, plain }: When) => (plain ? `${it} está previst${o} para ${alone}.` : `${it} é esperad${o} ${within}.`),
    postponed: (date?: When) => {
      if (!date) return `${it} foi adiad${o}, sem nova data.`;
      return date.plain ? `${it} foi adiad${o} para ${date.alone}.` : `${it} foi adiad${o} e é esperad${o} ${date.within}.`;
    },
    held: (date?: When) => `${it} ${held}${date ? ` ${date.within}` : ''}.`,
    cancelled: `${it} foi cancelad${o}.`,
  };
}

const within = ({ text }: CalendarDate) => `em ${text}`;

const counted = (number: string, count: number, forms: Forms) =>
  `${number} ${forms[new Intl.PluralRules('pt').select(count)] ?? forms.other}`;
const entries: Forms = { one: 'texto', other: 'textos', many: 'de textos' };
const events: Forms = { one: 'acontecimento anterior', other: 'acontecimentos anteriores', many: 'de acontecimentos anteriores' };

export const pt: Locale = {
  tag: 'pt',
  intl: 'pt',
  months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  date: 'D de M de Y',
  digits: '0123456789',
  names: {},
  relations: {
    on: ({ text }) => text,
    within,
    by: ({ text }) => `até ${text}`,
    before: ({ text }) => `antes de ${text}`,
    after: ({ text }) => `depois de ${text}`,
    since: ({ text }) => `desde ${text}`,
    about: ({ text }) => `por volta de ${text}`,
  },
  clock: (date, time) => `${date}, ${time}`,

  stop: '.',
  place: (name, country) => `${name}, ${country}`,
  labelled: (label, text) => `${label}: ${text}`,

  kinds: { statement: 'Declaração', case: 'Caso', campaign: 'Campanha' },
  bylines: {
    statement: (publisher) => `Declaração de ${publisher}`,
    case: (publisher) => `Caso acompanhado por ${publisher}`,
    campaign: (publisher) => `Campanha de ${publisher}`,
  },

  statuses: {
    unknown: 'Situação desconhecida',
    none: 'Sem processo judicial',
    investigating: 'Em investigação',
    pending: 'Processo em curso',
    decided: 'Decisão proferida',
    appealed: 'Em recurso',
    closed: 'Caso encerrado',
  },
  incidentStates: { active: 'Em curso', resolved: 'Resolvido' },
  rulings: {
    granted: 'Pedido deferido',
    'partly-granted': 'Deferido em parte',
    denied: 'Pedido indeferido',
    convicted: 'Condenação',
    acquitted: 'Absolvição',
    quashed: 'Decisão anulada',
    settled: 'Acordo alcançado',
    dismissed: 'Processo extinto',
    withdrawn: 'Pedido retirado',
    archived: 'Caso arquivado',
    reversed: 'Decisão revertida',
  },
  outcomes: {
    granted: 'O pedido foi deferido.',
    'partly-granted': 'O pedido foi deferido em parte.',
    denied: 'O pedido foi indeferido.',
    convicted: 'Houve condenação.',
    acquitted: 'Houve absolvição.',
    quashed: 'A decisão foi anulada.',
    settled: 'O caso terminou em acordo.',
    dismissed: 'O processo foi extinto.',
    withdrawn: 'O pedido foi retirado.',
    archived: 'O caso foi arquivado.',
    reversed: 'A decisão foi revertida.',
  },
  compliances: {
    unknown: 'Não se sabe se a decisão foi cumprida.',
    complied: 'A decisão foi cumprida.',
    partial: 'A decisão foi cumprida em parte.',
    ignored: 'A decisão não foi cumprida.',
  },
  steps: {
    hearing: step('A audiência', 'a', 'Não há data marcada para a audiência.'),
    ruling: step('A leitura da decisão', 'a', 'Não há data marcada para a leitura da decisão.'),
    deadline: step('O prazo', 'o', 'Não há prazo fixado.', 'terminou'),
    release: step('A libertação', 'a', 'Não há data marcada para a libertação.'),
    other: step('O próximo passo', 'o', 'Não há data marcada para o próximo passo.'),
  },
  namedStep: {
    'not-set': (name) => `${name}: não há data marcada.`,
    scheduled: (name, { alone }) => `${name}: ${alone}.`,
    postponed: (name, date) => `${name}: adiamento, ${date ? `nova data: ${date.alone}` : 'sem nova data'}.`,
    held: (name, date) => `${name}: ocorreu${date ? ` ${date.within}` : ''}.`,
    cancelled: (name) => `${name}: cancelamento.`,
  },
  next: 'A seguir',

  filed: ({ alone }) => `data de apresentação: ${alone}`,
  challenges: 'Contesta',
  asOf: ({ within }) => `situação ${within}`,
  checked: (time) => `Última verificação: ${time}`,

  facts: {
    who: 'Quem',
    names: 'Nomes',
    actor: 'Responsável',
    grounds: 'Motivo oficial',
    court: 'Na justiça',
    where: 'Onde',
    when: 'Quando',
    categories: 'Temas',
  },
  actors: {
    state: 'autoridade do Estado',
    court: 'tribunal',
    police: 'polícia',
    company: 'empresa',
    'non-state': 'grupo não estatal',
    unknown: 'desconhecido',
  },

  headings: {
    timeline: 'Cronologia',
    facts: 'Dados e declarações',
    reading: 'Antecedentes e texto integral',
    quotes: 'Declarações',
    background: 'Antecedentes',
    sources: 'Fontes',
    corrections: 'Correções',
    trackers: 'Outros registros',
    statement: 'Texto integral',
    list: 'Campanhas',
    contacts: 'Contatos',
    status: 'Situação do caso',
  },
  about: (publisher) => `Quem publica: ${publisher}`,
  counts: {
    dates: (number, count) => counted(number, count, { one: 'data', other: 'datas', many: 'de datas' }),
    people: (number, count) => counted(number, count, { one: 'pessoa', other: 'pessoas', many: 'de pessoas' }),
    quotes: (number, count) => counted(number, count, { one: 'declaração', other: 'declarações', many: 'de declarações' }),
    minutes: (number) => `${number} min`,
  },
  latest: (date) => `última: ${date}`,
  qualifiers: {
    'more-than': (value) => `mais de ${value}`,
    'less-than': (value) => `menos de ${value}`,
    'at-least': (value) => `pelo menos ${value}`,
    'at-most': (value) => `no máximo ${value}`,
    about: (value) => `cerca de ${value}`,
  },
  provenance: {
    author: (name) => `Texto: ${name}`,
    publisher: (name) => `Publicação: ${name}`,
    distributor: (name) => `Distribuição: ${name}`,
    translator: (name) => `Tradução: ${name}`,
    mirror: (name) => `Cópia espelho: ${name}`,
  },
  alterations: { none: 'sem alterações', excerpted: 'abreviado', translated: 'traduzido', edited: 'editado' },
  credit: (name) => `Crédito: ${name}`,

  otherLanguages: 'Outras línguas',
  original: 'original',
  machine: 'Este texto é uma tradução automática.',
  olderTranslation: 'O original foi alterado depois desta tradução.',

  roles: {
    press: 'Contato para a imprensa',
    legal: 'Contato jurídico',
    support: 'Apoio',
    correction: 'Correções',
    general: 'Contato',
  },
  channels: {
    email: 'E-mail',
    url: 'Site',
    signal: 'Signal',
    pgp: 'PGP',
    onion: 'Endereço onion, para o navegador Tor',
    languages: 'Línguas',
    hours: 'Horário',
  },
  actions: {
    contact: 'Contatar',
    write: 'Escrever',
    sign: 'Assinar a petição',
    donate: 'Doar',
    share: 'Compartilhar',
    subscribe: 'Assinar o boletim',
    follow: 'Seguir',
    attend: 'Participar',
    'report-correction': 'Comunicar um erro',
  },
  closedAction: ({ within }) => `Terminou ${within}`,
  notYetOpen: ({ within }) => `Abre ${within}`,
  showPicture: 'Mostrar a imagem',
  earlier: (number, count) => `Mostrar ${counted(number, count, events)}`,
  copied: 'Link copiado.',
  copyByHand: 'Copie este endereço:',
  correctionsGoTo: (publisher) => `Para comunicar um erro, fale com ${publisher}.`,

  loading: 'Carregando o texto',
  failed: 'Este texto não pode ser mostrado no momento. Aparecerá assim que estiver acessível.',
  failedOnce: 'Este texto não pode ser mostrado no momento.',
  empty: 'Ainda não foi publicado nada aqui.',
  unknownItem: 'Este texto não está publicado aqui.',
  noStatus: 'A situação do caso não foi publicada.',
  noAction: 'Nenhum contato foi publicado.',
  withdrawn: (date) => `Texto retirado${date ? ` ${date.within}` : ''}`,
  withdrawnReason: (reason) => `Motivo: ${reason}`,
  superseded: 'Há um texto mais recente:',
  stale: (time) => `Não foi possível atualizar. ${time ? `Última verificação: ${time}.` : 'O texto pode ter mudado.'}`,
  outdated: ({ alone }) => `Pode estar desatualizado: válido até ${alone}.`,
  mirror: 'Carregado de um endereço alternativo.',
  kept: 'Carregado de uma cópia neste aparelho.',
  cache: 'Carregado de uma cópia neste navegador.',
  showAll: 'Mostrar tudo',
  more: (number, count) => `Mostrar mais ${counted(number, count, entries)}`,
  changed: (publisher, status) => `${publisher}: a situação mudou. ${status}`,
};
