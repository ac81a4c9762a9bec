/** What readers need in order to understand and to trust a statement: headline, summary, language, sources, reasons. */
import { listIn, textIn, type RuleContext, type Warning } from './rule-context.js';

export function* contentRule(context: RuleContext): Generator<Warning> {
  const feedLanguage = context.document !== null && typeof context.document === 'object' && 'language' in context.document;
  for (const item of context.items) {
    const { path, value, extension } = item;
    const retracted = extension.change === 'retraction';
    if (!textIn(value, 'title')) {
      yield {
        code: 'no-title',
        path,
        message: 'The statement has no headline.',
        fix: 'Add "title": one line that tells what happened.',
      };
    }
    if (!textIn(value, 'summary') && !retracted) {
      yield {
        code: 'no-summary',
        path,
        message: 'The statement has no summary; it is what most readers read, and what lists and previews show.',
        fix: 'Add "summary": two or three sentences, the facts and where the case stands.',
      };
    }
    if (value.language === undefined && !feedLanguage) {
      yield {
        code: 'no-language',
        path,
        message: 'Nothing says in what language this is: screen readers mispronounce it, and its direction is guessed.',
        fix: 'Add "language" to the feed or to the item, such as "en" or "ar".',
      };
    }
    if (!retracted && Object.keys(extension).length && !listIn(item, 'sources').length) {
      yield {
        code: 'no-sources',
        path: `${path}/_placard`,
        message: 'No source is named: readers cannot check what they read, and partners hesitate to carry it.',
        fix: 'Add "sources": [{ "title": …, "url": … }].',
      };
    }
    yield* checkQuotes(item);
    if (retracted && (textIn(value, 'summary') || textIn(value, 'content_text') || textIn(value, 'content_html'))) {
      yield {
        code: 'retraction-keeps-text',
        path,
        message: 'The statement is withdrawn, but its text is still in the file: plain feed readers go on showing it.',
        fix: 'Take out the summary and the content; "placard revise --retract REASON --erase" does it.',
      };
    }
  }
}

function* checkQuotes(item: RuleContext['items'][number]): Generator<Warning> {
  for (const { path, value } of listIn(item, 'quotes')) {
    if (value.form !== 'direct') continue;
    if (value.source === undefined) {
      yield {
        code: 'quote-without-source',
        path,
        message: `Words are put into the mouth of ${textIn(value, 'speaker') || 'somebody'}, and nothing says where they were said.`,
        fix: 'Add "source": where it can be read or heard; or set "form" to "indirect" and report it in your own words.',
      };
    }
    if (/^\s*["“„«]/.test(textIn(value, 'text'))) {
      yield {
        code: 'quote-marks-twice',
        path: `${path}/text`,
        message: 'The text bears quotation marks of its own, and a direct quote gets them anyway.',
        fix: 'Take the outer quotation marks out.',
      };
    }
  }
}
