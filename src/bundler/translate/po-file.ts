/** Turns the texts of a language into a PO file, which translators’ programs open, and checks one that comes back. */
import { po } from 'gettext-parser';
import { placeholdersOf, textsIn, type Text } from './catalog.js';

/** The sources of a language: the card, its details, and the studio if it has the language. */
export type Sources = Readonly<Record<string, string>>;

/** Members that have codes and patterns instead of words. */
const NO_WORDS = /^(tag|intl|date|language|dateLanguage|direction)$/;

/** Returns the texts of both sources. The name of the language is not a part of their places. */
export function textsOf(sources: Sources): Text[] {
  return Object.entries(sources).flatMap(([part, source]) =>
    textsIn(source)
      .map((text) => ({ ...text, place: `${part}/${text.place.replace(/^[a-z]{2}\./, '')}` }))
      .filter(({ place }) => !NO_WORDS.test(place.slice(part.length + 1))),
  );
}

/** Returns the PO file. The English text of each place is beside it, so that a translator need not know the code. */
export function toPo(language: string, own: Sources, english: Sources): Buffer {
  const reference = textsOf(english);
  const entries = textsOf(own).map(({ place, text, expressions }) => {
    const same = reference.filter((each) => each.place === place);
    const near = reference.filter((each) => baseOf(each.place) === baseOf(place));
    const msgid = (same.length ? same : near).map((each) => each.text).join(' / ') || baseOf(place);
    const extracted = expressions.map((expression, index) => `{${index}} = ${expression.replaceAll(/\s+/g, ' ')}`).join('\n');
    return { msgctxt: place, msgid, msgstr: [text], comments: { extracted } };
  });
  const translations = Object.fromEntries(entries.map((entry) => [entry.msgctxt, { [entry.msgid]: entry }]));
  const headers = { Language: language, 'Content-Type': 'text/plain; charset=utf-8' };
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 });
}

const baseOf = (place: string): string => place.replace(/#\d+$/, '');

export interface Translation {
  readonly language: string;
  /** By place. */
  readonly texts: ReadonlyMap<string, string>;
}

export function readPo(file: Buffer | string): Translation {
  const { headers, translations } = po.parse(file);
  const texts = Object.entries(translations).flatMap(([place, entries]) =>
    place ? Object.values(entries).map(({ msgstr }): [string, string] => [place, msgstr[0] ?? '']) : [],
  );
  return { language: headers.Language ?? headers.language ?? '', texts: new Map(texts) };
}

/** Returns a line for each fault: an unknown or a missing place, an empty text, other placeholders. */
export function faultsIn({ texts }: Translation, sources: Sources): string[] {
  const known = new Map(textsOf(sources).map((text) => [text.place, text]));
  const faults = [...texts].flatMap(([place, text]) => {
    const original = known.get(place);
    if (!original) return [`${place}: this entry is unknown.`];
    if (!text.trim()) return [`${place}: the text is empty.`];
    const [wanted, got] = [placeholdersOf(original.text), placeholdersOf(text)];
    return wanted.join() === got.join()
      ? []
      : [`${place}: write ${wanted.join(' ') || 'no placeholder'}, not ${got.join(' ') || 'none of them'}.`];
  });
  const missing = [...known.keys()].filter((place) => !texts.has(place)).map((place) => `${place}: the entry is missing.`);
  return [...faults, ...missing];
}
