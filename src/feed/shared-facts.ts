/**
 * Gives a translation the facts of its original. A translation carries words. Status, dates, counts, contacts and links have no language,
 * and come from the original where the ids match. So a reader of each language sees the newest facts. Works on the unparsed item: a
 * translation may leave out what the format requires of its original.
 */
import { getOwn, isObject, nullObject } from './schema/compiled-runtime.js';
import { MAX_ENTRIES } from './schema/field-rules.js';
import { idText } from './values/id-text.js';

type Json = Record<string, unknown>;

/**
 * Members with words, in objects that the original and the translation share. Where a code or a quoted label has the same name, the
 * member around it is named, too. The source of a proceeding is a fact: it is the source of the newest status.
 */
const WORDS = new Set(
  (
    'title name text description affiliation forum challenges what grounds subject salutation points place region authority law unit ' +
    'publisher tracker hours names categories content_warning ' +
    'cases.kind next.label persons.role actions.label interventions.by interventions.to history.source custody.source'
  ).split(' '),
);
const isWord = (parent: string, key: string): boolean => WORDS.has(key) || WORDS.has(`${parent}.${key}`);
/** Lists of which each entry has an id. */
const LISTS = ['cases', 'persons', 'actions', 'contacts', 'interventions'];
/** Lists without words. The original has the newest one. */
const WHOLE = ['signatories', 'signatories_count', 'superseded_by', 'content_warning'];
/** Levels that are merged; the format has six. Below them, the facts stay as they are, so that no depth exhausts the stack. */
const MAX_DEPTH = 12;

/** Returns the extension of a translation, with the facts of its original. Both are as JSON.parse returned them. */
export function withSharedFacts(own: Json, original: Json): Json {
  const result = { ...own };
  for (const name of LISTS) {
    const [facts, words] = [getOwn(original, name), getOwn(own, name)];
    if (Array.isArray(facts)) result[name] = mergeEntries(facts, Array.isArray(words) ? words : [], name);
  }
  for (const name of WHOLE) {
    const fact = getOwn(original, name);
    if (fact !== undefined) result[name] = merge(fact, getOwn(own, name), '', name, 0);
  }
  const [facts, words] = [getOwn(original, 'incident'), getOwn(own, 'incident')];
  if (isObject(facts)) result.incident = mergeObjects(facts, isObject(words) ? words : {}, false, 'incident', 0);
  if (Array.isArray(own.timeline)) result.timeline = withDates(own.timeline, getOwn(original, 'timeline'));
  return result;
}

/**
 * Returns the entries of the original in the words of the translation, then the entries that only the translation has. Uses each entry
 * of the translation once: thousands of facts with one id would read its words again for each of them.
 */
function mergeEntries(facts: unknown[], words: unknown[], name: string): unknown[] {
  const unused = byId(words);
  const merged = facts.slice(0, MAX_ENTRIES).map((fact) => {
    const id = idOf(fact);
    const own = unused.get(id);
    unused.delete(id);
    return isObject(fact) && isObject(own) ? mergeObjects(fact, own, true, name, 0) : fact;
  });
  const known = byId(facts);
  return [...merged, ...words.filter((entry) => !known.has(idOf(entry)))];
}

const idOf = (entry: unknown): string => (isObject(entry) ? idText(getOwn(entry, 'id')) : '');
const byId = (entries: unknown[]): Map<string, unknown> => new Map(entries.map((entry) => [idOf(entry), entry]));

/**
 * Returns the facts of one object with the words of the other.
 * @param inherits whether the original's words fill those that the translation does not have
 * @param name of the member that has the objects, or a list of them
 */
function mergeObjects(facts: Json, own: Json, inherits: boolean, name: string, depth: number): Json {
  if (depth > MAX_DEPTH) return facts;
  const merged = nullObject();
  for (const [key, fact] of Object.entries(facts)) {
    const word = getOwn(own, key);
    if (word !== undefined || inherits || (!isObject(fact) && (!isWord(name, key) || key === 'categories')))
      merged[key] = merge(fact, word, name, key, depth + 1);
    else if (isObject(fact)) merged[key] = mergeObjects(fact, {}, false, key, depth + 1);
  }
  for (const [key, word] of Object.entries(own)) if (!(key in merged) && isWord(name, key)) merged[key] = word;
  return merged;
}

function merge(fact: unknown, own: unknown, parent: string, key: string, depth: number): unknown {
  if (own === undefined || own === null) return fact;
  if (isObject(fact)) return isObject(own) && isCurrent(fact, own, key) ? mergeObjects(fact, own, true, key, depth) : fact;
  if (Array.isArray(fact) && fact.some(isObject)) {
    if (!Array.isArray(own) || own.length !== fact.length || depth > MAX_DEPTH) return fact;
    return fact.map((entry, index) => merge(entry, own[index], parent, key, depth + 1));
  }
  return isWord(parent, key) ? own : fact;
}

/** Returns whether the facts that a translation repeats are still those of the original. Words about other facts are out of date. */
function isCurrent(facts: Json, own: Json, name: string): boolean {
  return Object.entries(own).every(([key, value]) => isWord(name, key) || isObject(value) || isSame(value, getOwn(facts, key), 0));
}

/** Compares JSON; what is nested deeper than the format counts as different. */
function isSame(a: unknown, b: unknown, depth: number): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  const [entries, others] = [Object.entries(a), Object.entries(b)];
  if (depth > MAX_DEPTH || Array.isArray(a) !== Array.isArray(b) || entries.length !== others.length) return false;
  return entries.every(([key, value], index) => others[index]![0] === key && isSame(value, others[index]![1], depth + 1));
}

/** Returns the steps of a translation with the dates of the original. A step that only the original has stays in its own language alone. */
function withDates(own: unknown[], original: unknown): unknown[] {
  const known = byId(Array.isArray(original) ? original : []);
  return own.map((step) => {
    const fact = known.get(idOf(step));
    return isObject(step) && isObject(fact) ? { ...step, date: merge(getOwn(fact, 'date'), step.date, 'timeline', 'date', 0) } : step;
  });
}
