/** `placard add`: adds a case, or a translation of one, to a feed or to a folder of item files. */
import type { Command } from 'commander';
import { shellPath } from '../../../escape/shell.js';
import { isJsonObject, type Json } from '../../../lint/json-pointer.js';
import { enumValuesAt } from '../../../lint/schema-lookup.js';
import { stringifyLike, type FeedDocument } from '../../../publish/feed-document.js';
import { CliError } from '../../io/cli-error.js';
import { parseDateOption } from '../../io/clock.js';
import { writeFeedSource } from '../../io/feed-source.js';
import { writeJson, writeLine } from '../../io/output.js';
import { revisionOfWords } from '../../../revise/translated-revision.js';
import { dateOption, jsonOption } from '../options.js';
import { assertValid, extensionOf, findItem, openFeed } from '../edit-feed.js';

interface Options {
  title: string;
  summary?: string;
  id?: string;
  language?: string;
  kind?: string;
  translationOf?: string;
  draft?: boolean;
  date?: string;
  json?: boolean;
}

export function addAdd(program: Command): void {
  program
    .command('add')
    .description('add a case, or a translation of one')
    .argument('<feed>', 'your file, or your folder of item files')
    .requiredOption('--title <text>', 'headline')
    .option('--summary <text>', 'what happened, and the status of the case, in a few sentences')
    .option('--id <id>', 'short name, which never changes (default: from the headline)')
    .option('--language <tag>', 'language tag (default: that of the feed)')
    .option('--kind <kind>', enumValuesAt('/items/0/_placard/kind').join(', '))
    .option('--translation-of <id>', 'the item that it translates; it needs --language')
    .option('--draft', 'keep it out of what is published until "draft" is removed')
    .addOption(dateOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
In a folder, the case gets a file of its own. It is published with the next "placard revise" and "placard build".
A translation has only words. Its facts come from the original.

Examples:
  placard add cases/ --title "Three press cards withdrawn" --summary "The ministry withdrew the press cards of three reporters."
  placard add cases/ --translation-of press-cards --language fr --title "Trois cartes de presse retirées"`;

async function run(name: string, options: Options): Promise<void> {
  const time = parseDateOption(options.date);
  if (options.language !== undefined && !/^[a-z]{2,3}(-[a-z\d]+)*$/i.test(options.language))
    throw new CliError(`--language ${options.language} is not a language tag. Write it as en, fr, ar or zh-Hant.`);
  const feed = await openFeed(name);
  const { document, source, published } = feed;
  const item = options.translationOf === undefined ? newCase(document, options, time.day) : newTranslation(document, options);
  if (document.items.some(({ id }) => String(id) === item.id))
    throw new CliError(`The feed has an item with the id "${String(item.id)}". Name another one with --id.`);
  item.date_published = time.asGiven;
  if (options.draft) (item._placard as Json).draft = true;
  const items = document.items.map((each) => (String(each.id) === options.translationOf ? withLink(each, item, published) : each));
  const next: FeedDocument = { ...document, items: [item, ...items] };
  assertValid(name, stringifyLike(next), time);
  const file = (await writeFeedSource(source, document, next)).get(String(item.id))!;
  if (options.json) return writeJson({ ok: true, file, id: item.id });
  writeLine(`${String(item.id)} is in ${file}. Next steps:`);
  writeLine(`  1. Open it, and add what is known: "content_text", the proceeding, the sources.`);
  writeLine(`  2. placard validate ${shellPath(name)}    lists problems`);
  writeLine(`  3. placard revise ${shellPath(name)}      sets the numbers and the dates`);
}

function newCase(document: FeedDocument, { title, summary, id, language, kind = 'case' }: Options, day: string): Json {
  return {
    id: id ?? idFrom(title, day),
    title,
    ...(summary === undefined ? {} : { summary }),
    ...((language ?? document.language) === undefined ? {} : { language: language ?? document.language }),
    _placard: { kind, revision: 1, change: 'new' },
  };
}

/** Returns a translation. It names its original, and the original gets a link to it. */
function newTranslation(document: FeedDocument, { title, summary, id, language, translationOf = '' }: Options): Json {
  const original = findItem(document, translationOf);
  if (language === undefined) throw new CliError('--translation-of needs --language, such as --language fr.');
  const { kind = 'case' } = extensionOf(original);
  const originalLanguage = original.language ?? document.language ?? 'en';
  return {
    id: id ?? `${translationOf}-${language.toLowerCase()}`,
    title,
    ...(summary === undefined ? {} : { summary }),
    language,
    _placard: {
      kind,
      revision: 1,
      change: 'new',
      translations: [{ language: originalLanguage, item_id: translationOf, kind: 'original' }],
    },
  };
}

function withLink(original: Json, translation: Json, published: FeedDocument | undefined): Json {
  const revision = revisionOfWords(
    original,
    published?.items.find(({ id }) => String(id) === String(original.id)),
  );
  const extension = extensionOf(original);
  const links = Array.isArray(extension.translations) ? (extension.translations as unknown[]).filter(isJsonObject) : [];
  const link = { language: translation.language, item_id: translation.id, kind: 'official', of_revision: revision };
  return { ...original, _placard: { ...extension, translations: [...links, link] } };
}

/** Returns the first words of the title, or the day for a title without Latin letters. */
function idFrom(title: string, day: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.slice(0, 6).join('-') ?? `statement-${day}`;
}
