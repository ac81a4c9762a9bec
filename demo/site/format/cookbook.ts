/** The cookbook: nine kinds of material, each as the card that readers see and the item that makes it. The feeds are fictional. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { escapeHtml } from '../../../src/escape/html.js';
import { snapshotOf } from '../../../src/embed/snapshot.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';

interface Recipe {
  readonly title: string;
  readonly feed: string;
  /** The material, and the members that carry it. */
  readonly text: string;
}

export const RECIPES: readonly Recipe[] = [
  {
    title: 'A trial of several people',
    feed: 'trial',
    text: 'Each person has `custody`, `charges` and `sentence` of their own. The proceeding names them in `persons`. The status of the card is the gravest custody.',
  },
  {
    title: 'An appeal for letters',
    feed: 'appeal',
    text: 'An action of the type `write` has `to`, `subject`, `text` and `points`. With `ends`, the action closes by itself.',
  },
  {
    title: 'A disappearance',
    feed: 'disappearance',
    text: 'The incident has the state `fate-unknown`. The person has `custody` with the state that is known, and `interventions` list the questions without an answer.',
  },
  {
    title: 'Blocked websites',
    feed: 'blocked',
    text: 'The incident has a category such as `website-blocked`. The order of the authority is a document, and each mirror is an action.',
  },
  {
    title: 'A labour dispute in two languages',
    feed: 'labour',
    text: 'Two items carry the same case in two languages. `translations` links them, and facts come from the original.',
  },
  {
    title: 'The opinion of an international body',
    feed: 'opinion',
    text: 'Two proceedings are side by side: the trial, and the procedure of the body. The newer `as_of` comes first.',
  },
  {
    title: 'An extradition with a deadline',
    feed: 'extradition',
    text: 'The next step is a `deadline` with a time and a time zone, so that readers everywhere see the right hour. The procedure is `other`, because `asylum` has words of its own. `challenges` names the order, and the outcome `upheld` says that the court allowed it.',
  },
  {
    title: 'A fund for the defence',
    feed: 'fund',
    text: 'An action of the type `donate` has `progress` with a count, a goal and the day of the count.',
  },
  {
    title: 'A joint statement',
    feed: 'joint',
    text: '`signatories` lists the organisations, and `signatories_count` gives the number if the list is not complete.',
  },
];

const feeds = fileURLToPath(new URL('../../feeds/', import.meta.url));

export async function cookbook(): Promise<string> {
  const sections = await Promise.all(RECIPES.map(recipeSection));
  return `# Nine kinds of material\n\nEach kind shows the card without its script, and the item behind it. All names, places and cases are fictional.\n\n${sections.join('\n')}\n`;
}

/**
 * Returns the card of a sample feed without its script: the picture of what the feed becomes.
 * @param filled whether it includes its sections
 */
export async function cardFigure(name: string, filled: boolean): Promise<string> {
  const feed = parseFeed(await readFile(`${feeds}example-${name}.json`, 'utf8'), `https://example.org/${name}.json`);
  const card = (await snapshotOf(feed, { level: 3, filled }))!;
  // A blank line would end the HTML in Markdown.
  return `<figure class="card">\n${card.replaceAll(/\n\s*\n/g, '\n')}\n</figure>`;
}

async function recipeSection({ title, feed: name, text }: Recipe): Promise<string> {
  const { items } = JSON.parse(await readFile(`${feeds}example-${name}.json`, 'utf8')) as { items: object[] };
  return `## ${title}\n\n${text}\n\n${await cardFigure(name, false)}\n\n<details class="source"><summary>The items of this feed</summary>\n<pre tabindex="0" role="group" aria-label="${title}"><code>${escapeHtml(JSON.stringify(items, null, 2)).replaceAll(/\n\s*\n/g, '\n')}</code></pre>\n</details>\n`;
}
