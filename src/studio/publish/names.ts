/** The names of affected people that a publication makes public, and the question about each: partners' pages keep what they copied. */
import { withoutUnpublished } from '../../feed/drafts.js';
import { queryObjects } from '../../lint/json-pointer.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import type { CaseFile } from '../document/case-file.js';
import { removeAt, removeEntry, setAt } from '../document/edit.js';

export type NameAnswer = 'real' | 'pseudonym' | 'withheld';

interface PublicName {
  readonly name: string;
  readonly pointer: string;
  /** A person with facts of their own. Otherwise an entry in the list of names. */
  readonly isPerson: boolean;
  /** The publisher has said what kind of name it is. */
  readonly isAnswered: boolean;
}

function publicNames({ items }: Pick<FeedDocument, 'items'>): PublicName[] {
  const listed = queryObjects({ items }, '/items/*/_placard/incident/affected').flatMap(({ path, value }) =>
    (Array.isArray(value.names) ? value.names : []).map((name: unknown, index) => ({
      name,
      pointer: `${path}/names/${index}`,
      isPerson: false,
      isAnswered: false,
    })),
  );
  const persons = queryObjects({ items }, '/items/*/_placard/persons/*').map(({ path, value }) => ({
    name: value.name,
    pointer: path,
    isPerson: true,
    isAnswered: value.named !== undefined,
  }));
  return [...listed, ...persons].filter((each): each is PublicName => typeof each.name === 'string' && each.name !== '');
}

/** Returns the names in the cases that the next publication has: drafts stay with the user. */
export const namesToPublish = (document: FeedDocument): PublicName[] => publicNames(withoutUnpublished(document, Date.now()));

/** Returns each name once that the last publication does not have, and that the publisher has not decided on. */
export function openNames({ document, facts }: CaseFile): PublicName[] {
  const settled = new Set([...(facts.agreedNames ?? []), ...publicNames(facts.published ?? { items: [] }).map(({ name }) => name)]);
  const all = namesToPublish(document);
  for (const { name, isAnswered } of all) if (isAnswered) settled.add(name);
  return all.filter(({ name }, index) => !settled.has(name) && all.findIndex((each) => each.name === name) === index);
}

/** Returns the document with the answer at each place of the name. */
export function withAnswer(document: FeedDocument, name: string, answer: NameAnswer): FeedDocument {
  const places = publicNames(document).filter((each) => each.name === name);
  // The last entry of a list first, so that the pointers of the others stay.
  return places.toReversed().reduce((changed, { pointer, isPerson }) => {
    if (!isPerson) return answer === 'withheld' ? removeEntry(changed, pointer) : changed;
    const answered = setAt(changed, `${pointer}/named`, answer);
    return answer === 'withheld' ? removeAt(answered, `${pointer}/name`) : answered;
  }, document);
}
