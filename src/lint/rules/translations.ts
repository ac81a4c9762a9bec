/** Translations: said to be what they are, and no older than readers think. What belongs together, the feed's own reader says (src/feed/translations.ts). */
import { originalOf, translationOf } from '../../feed/translations.js';
import { idOf, listIn, textIn, type RuleContext, type Warning } from './rule-context.js';

/** How people write that a machine did it. */
const MACHINE = /\b(machine|automatic(ally)?|deepl|google translate|chat ?gpt|gpt-?\d|bing translator|yandex translate)\b/i;

export function* translationRule({ feed, items }: RuleContext): Generator<Warning> {
  for (const item of items) {
    if (items.length > 1) yield* checkLinks(item, new Set(items.map(({ value }) => idOf(value.id))));
    const id = idOf(item.value.id);
    const parsed = id === undefined ? undefined : feed?.item(id);
    if (!feed || !parsed) continue;

    const steps = listIn(item, 'provenance');
    const translators = steps.filter(({ value }) => value.role === 'translator');
    const translated = translators.length > 0 || steps.some(({ value }) => value.alterations === 'translated');
    const { machine, outdated } = translationOf(feed, parsed);
    const linked = originalOf(feed, parsed.id) !== parsed.id || parsed._placard?.translations?.some(({ item_id }) => item_id === parsed.id);
    if (translated && !linked) {
      yield {
        code: 'translation-unmarked',
        path: `${item.path}/_placard`,
        message: 'This is a translation, and nothing says of what, nor whether a person or a machine made it.',
        fix: 'In the original add "translations": [{ "language", "item_id", "kind": "official" or "machine", "of_revision" }], and here the original.',
      };
    } else if (!machine && translators.some(({ value }) => MACHINE.test(textIn(value, 'name')))) {
      yield {
        code: 'translation-unmarked',
        path: `${item.path}/_placard/provenance`,
        message: 'A machine is named as the translator, and readers are not told that this is a machine translation.',
        fix: 'Set "kind" to "machine" where "translations" names this item, or let a person check it and name that office as the translator.',
      };
    }
    if (outdated) {
      yield {
        code: 'translation-outdated',
        path: item.path,
        message: 'The original was changed after this translation was made: its readers read what may no longer hold.',
        fix: 'Bring the translation up to date, then raise "of_revision" where "translations" names it.',
      };
    }
  }
}

/** A feed made of one item names others that it does not hold. */
function* checkLinks(item: RuleContext['items'][number], ids: ReadonlySet<string | undefined>): Generator<Warning> {
  for (const { path, value } of listIn(item, 'translations')) {
    const id = idOf(value.item_id);
    if (id === undefined || ids.has(id)) continue;
    yield {
      code: 'unknown-reference',
      path: `${path}/item_id`,
      message: `No item of this feed has the id ${JSON.stringify(id)}: nobody is led to this translation.`,
      fix: 'Write the "id" of the translated item, or take the entry out.',
    };
  }
}
