/** What readers need in order to understand and to trust a statement: headline, summary, language, sources, reasons. */
import { listIn, textIn, type Subject, type Warning } from './rule-context.js';

export function* wordsThere(subject: Subject): Generator<Warning> {
  const feedLanguage = subject.document !== null && typeof subject.document === 'object' && 'language' in subject.document;
  for (const item of subject.items) {
    const { path, value, facts } = item;
    const retracted = facts.change === 'retraction';
    if (!textIn(value, 'title')) {
      yield {
        code: 'no-title',
        path,
        what: 'The statement has no headline.',
        instead: 'Add "title": one line that tells what happened.',
      };
    }
    if (!textIn(value, 'summary') && !retracted) {
      yield {
        code: 'no-summary',
        path,
        what: 'The statement has no summary; it is what most readers read, and what lists and previews show.',
        instead: 'Add "summary": two or three sentences, the facts and where the case stands.',
      };
    }
    if (value.language === undefined && !feedLanguage) {
      yield {
        code: 'no-language',
        path,
        what: 'Nothing says in what language this is: screen readers mispronounce it, and its direction is guessed.',
        instead: 'Add "language" to the feed or to the item, such as "en" or "ar".',
      };
    }
    if (!retracted && Object.keys(facts).length && !listIn(item, 'sources').length) {
      yield {
        code: 'no-sources',
        path: `${path}/_placard`,
        what: 'No source is named: readers cannot check what they read, and partners hesitate to carry it.',
        instead: 'Add "sources": [{ "title": …, "url": … }].',
      };
    }
    yield* quotes(item);
    if (retracted && (textIn(value, 'summary') || textIn(value, 'content_text') || textIn(value, 'content_html'))) {
      yield {
        code: 'retraction-keeps-text',
        path,
        what: 'The statement is withdrawn, but its text is still in the file: plain feed readers go on showing it.',
        instead: 'Take out the summary and the content; "placard revise --retract REASON --erase" does it.',
      };
    }
  }
}

function* quotes(item: Subject['items'][number]): Generator<Warning> {
  for (const { path, value } of listIn(item, 'quotes')) {
    if (value.form !== 'direct') continue;
    if (value.source === undefined) {
      yield {
        code: 'quote-without-source',
        path,
        what: `Words are put into the mouth of ${textIn(value, 'speaker') || 'somebody'}, and nothing says where they were said.`,
        instead: 'Add "source": where it can be read or heard; or set "form" to "indirect" and report it in your own words.',
      };
    }
    if (/^\s*["“„«]/.test(textIn(value, 'text'))) {
      yield {
        code: 'quote-marks-twice',
        path: `${path}/text`,
        what: 'The text bears quotation marks of its own, and a direct quote gets them anyway.',
        instead: 'Take the outer quotation marks out.',
      };
    }
  }
}
