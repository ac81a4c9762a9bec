/** The case before and after what happened, and the difference for readers, in the words of the card. */
import { localeFor, loadLocale } from '../../i18n/load-locale.js';
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { diffSections, type Change } from '../../revise/diff-lines.js';
import { itemToLines } from '../../revise/plain-text-view.js';
import { reviseFeed } from '../../revise/revise-feed.js';
import type { CaseFile } from '../document/case-file.js';
import { timeOf } from '../document/new-case.js';
import { isoDay } from '../form/read-date.js';
import type { Answers, Happening } from './happenings.js';

export interface Proposal {
  readonly document: FeedDocument;
  readonly feed: Feed;
}

/** @returns undefined while an answer is missing, or does not fit the case */
export function propose(file: CaseFile, index: number, happening: Happening, answers: Answers, now: Date): Proposal | undefined {
  const { apply, kind, required } = happening;
  if (required.some((name) => answers[name] === undefined || answers[name] === '')) return undefined;
  const changed = apply(file.document.items[index]!, answers, isoDay(now));
  if (!changed) return undefined;
  const edited: FeedDocument = { ...file.document, items: file.document.items.with(index, changed) };
  const item = String(changed.id);
  const options = kind ? { kind: kind.change, text: String(answers[kind.text]), item } : {};
  const { document } = reviseFeed(
    structuredClone(edited),
    file.facts.published && structuredClone(file.facts.published),
    options,
    timeOf(now),
  );
  return { document, feed: parseFeed(structuredClone(document), file.url) };
}

/** Returns the changes of an item's sentences; undefined while its language loads. */
export function changesOf(before: Feed, after: Feed, id: string, now: Date, loaded: () => void): Change[] | undefined {
  const [old, item] = [before.item(id), after.item(id)];
  const tag = item?.language ?? after.head.language ?? 'en';
  const locale = localeFor(tag);
  if (!locale) {
    void loadLocale(tag).then(loaded);
    return undefined;
  }
  const linesOf = (feed: Feed, each: typeof item) => (each ? itemToLines(feed, each, locale, now.getTime()) : []);
  return diffSections(linesOf(before, old), linesOf(after, item));
}
