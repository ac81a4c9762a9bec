/**
 * Finds in a statement that a court has a case: the sentence that says that it is pending, the court, and the day on which it began. Knows the
 * phrases of a few languages; in other words, nothing is found, and the user is asked.
 */
import { readDate, type DateReading } from '../form/read-date.js';

/** Words of the text, and the sentence around them. */
export interface Evidence {
  readonly value: string;
  readonly sentence: string;
}

export interface FoundProceeding {
  /** The sentence that says that the case is pending. */
  readonly pending: string;
  /** Whether this sentence says that the next hearing has no day yet. */
  readonly isUnscheduled: boolean;
  readonly forum?: Evidence;
  /** `2025-07-11` */
  readonly filed?: Evidence;
}

interface Phrases {
  readonly pending: RegExp;
  readonly unscheduled: RegExp;
  /** The verb and the paper with which a proceeding begins. */
  readonly filed: RegExp;
  /** The name of a court, in the form in which a card can show it. */
  readonly court: RegExp;
}

/** By language. The distance between the words of a phrase is limited, so that two statements of one sentence do not become one. */
const PHRASES: Readonly<Record<string, Phrases>> = {
  en: {
    pending:
      /\b(?:case|(?:law)?suit|trial|appeal|complaint|proceedings?|hearing|claim|petition)\b[^.;]{0,40}\b(?:is|are|remains?) (?:(?:now|still|currently) )?pending\b|\bawait(?:s|ing) (?:trial|a hearing|(?:the|a) (?:verdict|ruling|decision))/i,
    unscheduled:
      /\bno (?:day|date) (?:for|of) (?:a|the) (?:hearing|trial)\b|\b(?:hearing|trial)\b[^.;]{0,25}\b(?:yet to be|not (?:yet )?been) (?:set|scheduled|fixed)\b/i,
    filed: /\bfil(?:ed|es|ing) [^.;]{0,30}\b(?:(?:law)?suit|complaint|appeal|claim|petition|case)\b/i,
    court:
      /\b(?!The )(?:\p{Lu}[\p{L}’'-]+ ){1,5}(?:Court|Tribunal)(?: (?:of|for) (?:the )?\p{Lu}[\p{L}’'-]+(?: (?:and )?\p{Lu}[\p{L}’'-]+)*)?|\bCourt of \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}/u,
  },
  fr: {
    pending:
      /(?:affaire|procès|procédure|plainte|recours|appel|requête)[^.;]{0,40}(?:en cours|en instance|pendante?|en attente|toujours examinée?)/i,
    unscheduled: /aucune (?:date d’|date d'|)audience|date d[’'](?:une |l[’'])?audience[^.;]{0,25}(?:pas|reste)/i,
    filed: /(?:déposé|introduit|formé|engagé|saisi)[^.;]{0,40}(?:plainte|recours|requête|action|appel|tribunal|juge)/i,
    court:
      /(?:[Tt]ribunal|[Cc]our|Conseil) (?:administrati(?:f|ve)|judiciaire|correctionnel|suprême|constitutionnel(?:le)?|d[’']appel|d[’']assises|de cassation|d[’']État)(?: (?:de |d[’']|du )\p{Lu}[\p{L}’'-]+)?/u,
  },
  es: {
    pending:
      /(?:caso|causa|proceso|juicio|demanda|recurso|apelación|querella|denuncia)[^.;]{0,40}(?:pendiente|en curso|en trámite|a la espera)/i,
    unscheduled: /(?:sin|no hay|no tiene) fecha|no se ha (?:fijado|señalado)/i,
    filed: /(?:present[óa]|presentaron|interpuso|interpusieron)[^.;]{0,30}(?:demanda|denuncia|recurso|querella|amparo|apelación)/i,
    court:
      /(?:Tribunal|Corte|Juzgado|Audiencia)(?: (?:Supremo|Suprema|Constitucional|Nacional|Provincial|Superior|Administrativ[oa]|Penal|Federal|Electoral))+(?: de(?:l| la| lo| los)? \p{Lu}[\p{L}-]+)?/u,
  },
  ru: {
    pending: /(?:дело|иск|жалоба|апелляция|процесс)[^.;]{0,40}(?:рассматривается|на рассмотрении|не рассмотрен)/i,
    unscheduled: /(?:дата|день|заседание|слушание)[^.;]{0,30}не (?:назначен[оаы]?|определен[оаы]?)/i,
    filed: /(?:подал[аи]?|обратил(?:ся|ась|ись))[^.;]{0,30}(?:иск|жалоб|заявлени|апелляци|в суд)/i,
    court: /(?:\p{Lu}\p{L}+(?:ский|ный|ной|ый) (?:\p{L}+(?:ский|ный|ной) )*суд)(?!\p{L})/u,
  },
  ar: {
    pending: /(?:القضية|الدعوى|الطعن|الاستئناف|المحاكمة|الشكوى)[^.؛]{0,40}(?:قيد النظر|قيد البت|منظورة|معلقة)/,
    unscheduled: /لم [يت][\u064b-\u0652]*حد[\u064b-\u0652]*د[^.؛]{0,30}(?:موعد|جلسة|تاريخ)/,
    filed: /(?:رفع|رفعت|قدم|قدمت|تقدم|تقدمت)[^.؛]{0,40}(?:دعوى|شكوى|طعن|استئناف)/,
    court: /المحكمة(?: ال\p{L}+){1,3}|محكمة(?: ال\p{L}+){1,2}/u,
  },
};

/** @param paragraphs of the statement */
export function findProceeding(paragraphs: readonly string[], reading: DateReading): FoundProceeding | undefined {
  const phrases = PHRASES[reading.language.split('-')[0]!];
  if (!phrases) return undefined;
  const sentences = paragraphs.flatMap(sentencesOf).map((each) => each.trim());
  const pending = sentences.find((sentence) => phrases.pending.test(sentence));
  if (pending === undefined) return undefined;
  return {
    pending,
    isUnscheduled: phrases.unscheduled.test(pending),
    forum: first(sentences, (sentence) => phrases.court.exec(sentence)?.[0]),
    filed: first(sentences, (sentence) => (phrases.filed.test(sentence) ? dayIn(sentence, reading) : undefined)),
  };
}

/** Returns the sentences with the white space after each. */
export const sentencesOf = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment);

function first(sentences: readonly string[], find: (sentence: string) => string | undefined): Evidence | undefined {
  for (const sentence of sentences) {
    const value = find(sentence);
    if (value !== undefined) return { value, sentence };
  }
  return undefined;
}

/** Words of the longest date, such as "11 de julio de 2025". */
const MAX_DATE_WORDS = 5;

/** Returns the first day that the sentence names; the longest reading of it, so that a year belongs to it. */
function dayIn(sentence: string, reading: DateReading): string | undefined {
  const words = sentence.split(/\s+/).map((word) => word.replace(/^[(“"«]+|[,;:.)”"»]+$/g, ''));
  for (const start of words.keys()) {
    for (let length = MAX_DATE_WORDS; length > 1; length--) {
      const date = start + length <= words.length && readDate(words.slice(start, start + length).join(' '), reading);
      if (typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date)) return date;
    }
  }
  return undefined;
}
