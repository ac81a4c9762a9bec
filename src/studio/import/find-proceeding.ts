/**
 * Finds in a statement that a court has a case: the sentence that says that it is pending, the court, and the day on which it began. Knows the
 * phrases of a few languages; in other words, nothing is found, and the user is asked.
 */
import { readDate, type DateReading } from '../form/read-date.js';
import { bareWord, courtName } from './court-name.js';

/** Words of the text, and the sentence around them. */
interface Evidence {
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

/** Words, and others that follow in the same clause; without the second member, the words alone. */
type Phrase = readonly [first: RegExp, then?: RegExp];

interface Phrases {
  readonly pending: readonly Phrase[];
  readonly unscheduled: readonly Phrase[];
  /** The verb and the paper with which a proceeding begins. */
  readonly filed: readonly Phrase[];
}

/** Characters. The two parts of a phrase are close, so that two statements of one sentence do not become one. */
const REACH = 60;

const PHRASES: Readonly<Record<string, Phrases>> = {
  en: {
    pending: [
      [
        /\b(?:case|lawsuit|suit|trial|appeal|complaint|proceedings?|hearing|claim|petition)\b/gi,
        /\b(?:is|are|remains?) (?:now |still |currently )?pending\b/i,
      ],
      [/\bawait(?:s|ing) (?:trial|a hearing|(?:the|a) (?:verdict|ruling|decision))/gi],
    ],
    unscheduled: [
      [/\bno (?:day|date) (?:for|of) (?:a|the) (?:hearing|trial)\b/gi],
      [/\b(?:hearing|trial)\b/gi, /\b(?:yet to be|not (?:yet )?been) (?:set|scheduled|fixed)\b/i],
    ],
    filed: [[/\bfil(?:ed|es|ing)\b/gi, /\b(?:lawsuit|suit|complaint|appeal|claim|petition|case)\b/i]],
  },
  fr: {
    pending: [
      [/affaire|procès|procédure|plainte|recours|appel|requête/gi, /en cours|en instance|pendante?|en attente|toujours examinée?/i],
    ],
    unscheduled: [[/aucune date d[’']audience/gi], [/date d[’'](?:une |l[’'])?audience/gi, /pas|reste/i]],
    filed: [[/déposé|introduit|formé|engagé|saisi/gi, /plainte|recours|requête|action|appel|tribunal|juge/i]],
  },
  es: {
    pending: [[/caso|causa|proceso|juicio|demanda|recurso|apelación|querella|denuncia/gi, /pendiente|en curso|en trámite|a la espera/i]],
    unscheduled: [[/(?:sin|no hay|no tiene) fecha|no se ha (?:fijado|señalado)/gi]],
    filed: [[/present[óa]|interpuso|interpusieron/gi, /demanda|denuncia|recurso|querella|amparo|apelación/i]],
  },
  ru: {
    pending: [[/дело|иск|жалоба|апелляция|процесс/gi, /рассматривается|на рассмотрении|не рассмотрен/i]],
    unscheduled: [[/дата|день|заседание|слушание/gi, /не (?:назначен|определен)/i]],
    filed: [[/подал|обратил/gi, /иск|жалоб|заявлени|апелляци|в суд/i]],
  },
  ar: {
    pending: [[/القضية|الدعوى|الطعن|الاستئناف|المحاكمة|الشكوى/g, /قيد النظر|قيد البت|منظورة|معلقة/]],
    unscheduled: [[/لم [يت][\u064b-\u0652]*حد[\u064b-\u0652]*د/g, /موعد|جلسة|تاريخ/]],
    filed: [[/رفع|قدم/g, /دعوى|شكوى|طعن|استئناف/]],
  },
};

/** @param paragraphs of the statement */
export function findProceeding(paragraphs: readonly string[], reading: DateReading): FoundProceeding | undefined {
  const language = reading.language.split('-')[0]!;
  const phrases = PHRASES[language];
  if (!phrases) return undefined;
  const sentences = paragraphs.flatMap(sentencesOf).map((each) => each.trim());
  const pending = sentences.find((sentence) => says(sentence, phrases.pending));
  if (pending === undefined) return undefined;
  return {
    pending,
    isUnscheduled: says(pending, phrases.unscheduled),
    forum: first(sentences, (sentence) => courtName(sentence, language)),
    filed: first(sentences, (sentence) => (says(sentence, phrases.filed) ? dayIn(sentence, reading) : undefined)),
  };
}

function says(sentence: string, phrases: readonly Phrase[]): boolean {
  const clauses = sentence.split(/[.;؛]/);
  return phrases.some(([start, then]) =>
    clauses.some((clause) =>
      [...clause.matchAll(start)].some(({ 0: { length }, index }) => {
        const end = index + length;
        return !then || then.test(clause.slice(end, end + REACH));
      }),
    ),
  );
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
  const words = sentence.split(/\s+/).map(bareWord);
  for (const start of words.keys()) {
    for (let length = MAX_DATE_WORDS; length > 1; length--) {
      const date = start + length <= words.length && readDate(words.slice(start, start + length).join(' '), reading);
      if (typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date)) return date;
    }
  }
  return undefined;
}
