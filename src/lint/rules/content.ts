/** Checks what readers need to understand and to trust a statement: headline, summary, language, sources. */
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
        fix: 'Add "title": what happened, in one line.',
      };
    }
    if (!textIn(value, 'summary') && !retracted) {
      yield {
        code: 'no-summary',
        path,
        message: 'The statement has no summary. Lists and previews show it, and most readers read only the summary.',
        fix: 'Add "summary": the facts and the status of the case, in two or three sentences.',
      };
    }
    if (value.language === undefined && !feedLanguage) {
      yield {
        code: 'no-language',
        path,
        message: 'The statement has no language. Screen readers pronounce it wrongly, and its direction is guessed.',
        fix: 'Add "language" to the feed or to the item, such as "en" or "ar".',
      };
    }
    if (!retracted && Object.keys(extension).length && !listIn(item, 'sources').length) {
      yield {
        code: 'no-sources',
        path: `${path}/_placard`,
        message: 'The statement has no sources, so readers cannot check it.',
        fix: 'Add "sources": [{ "title": …, "url": … }].',
      };
    }
    yield* checkQuotes(item);
    yield* checkHtml(item);
    if (retracted && (textIn(value, 'summary') || textIn(value, 'content_text') || textIn(value, 'content_html'))) {
      yield {
        code: 'retraction-keeps-text',
        path,
        message: 'The statement is retracted, and its text is still in the file. Plain feed readers continue to show it.',
        fix: 'Run "placard revise --retract REASON --erase", which removes the summary and the content.',
      };
    }
  }
}

/** Elements that cards remove from a statement. */
const REMOVED = /<(video|audio|iframe|object|embed|form|script|svg)\b/i;

function* checkHtml({ path, value }: RuleContext['items'][number]): Generator<Warning> {
  const [, name] = REMOVED.exec(textIn(value, 'content_html')) ?? [];
  if (!name) return;
  yield {
    code: 'html-not-shown',
    path: `${path}/content_html`,
    message: `Cards remove <${name.toLowerCase()}> from a statement, so readers do not see it.`,
    fix: 'Add the film or file to "attachments", or to "documents" of "_placard", which cards show as links.',
  };
}

function* checkQuotes(item: RuleContext['items'][number]): Generator<Warning> {
  for (const { path, value } of listIn(item, 'quotes')) {
    if (value.form !== 'direct') continue;
    if (value.source === undefined) {
      yield {
        code: 'quote-without-source',
        path,
        message: `The direct quote of ${textIn(value, 'speaker') || 'the speaker'} has no source.`,
        fix: 'Add "source": where readers can find it. Or set "form" to "indirect", and write it in your own words.',
      };
    }
    if (/^\s*["“„«]/.test(textIn(value, 'text'))) {
      yield {
        code: 'quote-marks-twice',
        path: `${path}/text`,
        message: 'The text has quotation marks, and the card adds quotation marks to a direct quote.',
        fix: 'Remove the outer quotation marks.',
      };
    }
  }
}
