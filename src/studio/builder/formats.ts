/** Each way to take the embed along, what it costs, and what the page around has to allow. */
import { react, svelte, vue } from '../../embed/framework-snippets.js';
import { policySources } from '../../escape/policy.js';
import { full, iframe, installed, live, marked, type Embed } from '../../embed/snippets.js';
import type { Feed } from '../../feed/parse-feed.js';
import { ATTRIBUTES, type Choices } from './choices.js';
import type { Pages } from './pages.js';
import type { Scripts } from './scripts.js';

export interface Takeaway {
  readonly text: string;
  /** What to do with it. */
  readonly how: string;
  /** What somebody with more rights puts into every page of the site, once. */
  readonly once?: string;
  /** The files that a first view loads for the page itself, besides the feed; then those that come with news. */
  readonly first: string[];
  readonly later: string[];
  /** The page itself asks for the feed. */
  readonly asks: boolean;
  /** A page of the publisher's asks, in a frame. */
  readonly framed?: true;
}

/** What stands under this name on npm is not ours. */
const PACKAGE =
  'Put the package into your application: it is not on npm yet, so “npm pack” in a clone of the repository, then “npm install” with that file.';

export function embedOf(feed: Feed, choices: Choices, snapshot: string): Embed {
  const said = ATTRIBUTES.filter((name) => choices[name]).map((name) => [name, choices[name]]);
  const attributes = {
    ...(Object.fromEntries(said) as Record<string, string>),
    ...(feed.stamp && { stamp: feed.stamp }),
  };
  if (choices.tag === 'placard-list') delete (attributes as Record<string, string>).item;
  return { tag: choices.tag, attributes, snapshot };
}

export function takeawaysOf(embed: Embed, title: string, scripts: Scripts, pages?: Pages): Record<string, Takeaway> {
  const without = { ...embed, attributes: { ...embed.attributes, stamp: undefined } };
  const list: [string, Takeaway][] = [
    [
      'full',
      {
        text: full(embed, scripts.asset('placard-loader.js'), scripts.asset('placard.css')),
        how: 'Paste it where the statement should stand. It is plain HTML at first, and becomes the live card once there is news.',
        first: ['placard-loader.js', 'placard.css'],
        later: ['placard.js'],
        asks: true,
      },
    ],
    [
      'live',
      {
        text: live(without, scripts.asset('placard.js')),
        how: 'Paste it where the statement should stand. The live card replaces the snapshot as soon as the script is there.',
        first: ['placard.js'],
        later: [],
        asks: true,
      },
    ],
    [
      'html',
      {
        text: embed.snapshot,
        how: 'Paste it anywhere that takes HTML. It never changes by itself: paste it anew when the case moves.',
        first: [],
        later: [],
        asks: false,
      },
    ],
    [
      'wordpress',
      {
        text: marked(tagged(embed)),
        how: 'For authors who may not paste scripts: paste it into a Custom HTML block. Until an administrator has installed what stands below it, it is plain HTML that never changes.',
        once: installed(scripts.asset('placard-loader.js'), scripts.asset('placard.css')),
        first: ['placard-loader.js', 'placard.css'],
        later: ['placard.js'],
        asks: true,
      },
    ],
    [
      'react',
      {
        text: react(without),
        how: `${PACKAGE} With TypeScript, import ‘placard/react’ for the types of the tags.`,
        first: [],
        later: [],
        asks: true,
      },
    ],
    [
      'vue',
      {
        text: vue(without),
        how: `${PACKAGE} Tell Vue’s compiler isCustomElement: (tag) => tag.startsWith('placard-').`,
        first: [],
        later: [],
        asks: true,
      },
    ],
    [
      'svelte',
      {
        text: svelte(without),
        how: `${PACKAGE} With TypeScript, import ‘placard/svelte’ for the types of the tags.`,
        first: [],
        later: [],
        asks: true,
      },
    ],
  ];
  if (pages) {
    const frame = { url: pages.frame, page: pages.page, title, lang: pages.lang, height: 800 };
    list.push(
      [
        'iframe',
        {
          text: iframe(frame, pages.host),
          how: 'For pages that take frames. The last line gives the frame its height. It shows this statement, the whole card, as the publisher’s site has it.',
          first: ['placard-host.js'],
          later: [],
          asks: false,
          framed: true,
        },
      ],
      [
        'link',
        {
          text: pages.page,
          how: 'Paste the address on a line of its own, into WordPress, Ghost or another editor that turns links into embeds. It shows this statement, the whole card, as the publisher’s site has it.',
          first: [],
          later: [],
          asks: false,
          framed: true,
        },
      ],
    );
  }
  return Object.fromEntries(list);
}

const tagged = (embed: Embed): Embed => (embed.tag === 'placard-campaign' ? { ...embed, tag: undefined } : embed);

/** What a page with a Content-Security-Policy has to add to its own. */
export function policyOf(takeaway: Takeaway, scripts: Scripts, choices: Choices, pictures: string[], pages?: Pages): string {
  const framed = takeaway.framed ? pages : undefined;
  const files = framed
    ? takeaway.first.map(() => framed.host.url)
    : [...takeaway.first, ...takeaway.later].map((name) => scripts.asset(name).url);
  const origins = (urls: string[]) => policySources(urls).join(' ');
  const scriptFiles = files.filter((url) => url.endsWith('.js'));
  const parts = [
    ['script-src', origins(scriptFiles)],
    ['style-src', origins(files.filter((url) => url.endsWith('.css')))],
    ['connect-src', takeaway.asks ? origins([choices.src, ...choices.mirrors.split(/\s+/)]) : ''],
    ['img-src', takeaway.asks ? origins(pictures) : ''],
    ['frame-src', framed ? origins([framed.frame]) : ''],
    ['trusted-types', takeaway.asks ? "lit-html dompurify 'allow-duplicates'" : ''],
  ];
  return parts
    .filter(([, value]) => value)
    .map((part) => part.join(' '))
    .join(';\n');
}
