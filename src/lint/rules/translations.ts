/** Checks translations: linked, marked as machine translations, and up to date. */
import { originalId, translationInfo } from '../../feed/translations.js';
import { idOf, listIn, textIn, type RuleContext, type Warning } from './rule-context.js';

/** Names of machine translators. */
const MACHINE = /\b(machine|automatic(ally)?|deepl|google translate|chat ?gpt|gpt-?\d|bing translator|yandex translate)\b/i;

export function* translationRule({ feed, items }: RuleContext): Generator<Warning> {
  const ids = new Set(items.map(({ value }) => idOf(value.id)));
  for (const item of items) {
    if (items.length > 1) yield* checkLinks(item, ids);
    const id = idOf(item.value.id);
    const parsed = id === undefined ? undefined : feed?.item(id);
    if (!feed || !parsed) continue;

    const steps = listIn(item, 'provenance');
    const translators = steps.filter(({ value }) => value.role === 'translator');
    const translated = translators.length > 0 || steps.some(({ value }) => value.alterations === 'translated');
    const { machine, outdated } = translationInfo(feed, parsed);
    const linked = originalId(feed, parsed.id) !== parsed.id || parsed._placard?.translations?.some(({ item_id }) => item_id === parsed.id);
    if (translated && !linked) {
      yield {
        code: 'translation-unmarked',
        path: `${item.path}/_placard`,
        message: 'This is a translation without a link to its original, and without its kind.',
        fix: 'In the original, add "translations": [{ "language", "item_id", "kind": "official" or "machine", "of_revision" }]. Add the original here.',
      };
    } else if (!machine && translators.some(({ value }) => MACHINE.test(textIn(value, 'name')))) {
      yield {
        code: 'translation-unmarked',
        path: `${item.path}/_placard/provenance`,
        message: 'The translator is a machine, and readers do not see that this is a machine translation.',
        fix: 'Set "kind" to "machine" in the "translations" that name this item. Or let a person check it, and name that office as the translator.',
      };
    }
    if (outdated) {
      yield {
        code: 'translation-outdated',
        path: item.path,
        message: 'The original changed after this translation, so the translation may be out of date.',
        fix: 'Update the translation, then raise "of_revision" in the "translations" that name it.',
      };
    }
  }
}

/** Warns of a link to a missing item. The feed of one item may link to items that it does not have. */
function* checkLinks(item: RuleContext['items'][number], ids: ReadonlySet<string | undefined>): Generator<Warning> {
  for (const { path, value } of listIn(item, 'translations')) {
    const id = idOf(value.item_id);
    if (id === undefined || ids.has(id)) continue;
    yield {
      code: 'unknown-reference',
      path: `${path}/item_id`,
      message: `No item of this feed has the id ${JSON.stringify(id)}, so readers get no link to this translation.`,
      fix: 'Write the "id" of the translation, or remove the entry.',
    };
  }
}
