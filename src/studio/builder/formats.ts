/** The formats in which a partner can embed the card: the snippet, the files that it loads, and the policy that it needs. */
import { reactComponent, svelteComponent, vueComponent } from '../../embed/framework-snippets.js';
import { policySources } from '../../escape/policy.js';
import {
  FRAME_HEIGHT,
  loaderSnippet,
  iframeSnippet,
  siteScriptSnippet,
  scriptSnippet,
  authorSnippet,
  plainSnippet,
  type Embed,
} from '../../embed/snippets.js';
import type { Feed } from '../../feed/parse-feed.js';
import { ATTRIBUTES, type BuilderState } from './builder-state.js';
import type { ItemPages } from './pages.js';
import type { Scripts } from './scripts.js';

export interface EmbedFormat {
  readonly snippet: string;
  /** Shown above the snippet. */
  readonly instructions: string;
  /** A second snippet, which an administrator adds to each page of the site. */
  readonly adminSnippet?: string;
  /** The files that the page itself loads at first, without the feed. */
  readonly initialFiles: string[];
  /** The files that it loads when the case changes. */
  readonly updateFiles: string[];
  /** The page itself fetches the feed. */
  readonly fetchesFeed: boolean;
  /** A page of the publisher fetches the feed, in a frame. */
  readonly isFrame?: true;
}

/** Another package has the name on npm, so the instructions must not say "npm install placard". */
const INSTALL =
  'First add the package to your application. It is not on npm yet: run “npm pack” in a clone of the repository, then “npm install” with the new file.';

export function createEmbed(feed: Feed, state: BuilderState, snapshot: string): Embed {
  const entries = ATTRIBUTES.filter((name) => state[name]).map((name) => [name, state[name]]);
  const attributes = {
    ...(Object.fromEntries(entries) as Record<string, string>),
    ...(feed.stamp && { stamp: feed.stamp }),
  };
  if (state.tag === 'placard-list') delete (attributes as Record<string, string>).item;
  return { tag: state.tag, attributes, snapshot };
}

/**
 * Returns the formats by their key. Frame and link need pages of a built site.
 * @param note below the snapshot that never changes
 */
export function embedFormats(embed: Embed, note: string, title: string, scripts: Scripts, pages?: ItemPages): Record<string, EmbedFormat> {
  const withoutStamp = { ...embed, attributes: { ...embed.attributes, stamp: undefined } };
  const component = (snippet: string, setup: string): EmbedFormat => ({
    snippet,
    instructions: `${INSTALL} ${setup}`,
    initialFiles: [],
    updateFiles: [],
    fetchesFeed: true,
  });
  const formats: Record<string, EmbedFormat> = {
    full: {
      snippet: loaderSnippet(embed, scripts.asset('placard-loader.js'), scripts.asset('placard.css')),
      instructions: 'Paste this where the statement should appear. It is plain HTML first. It becomes the live card when the case changes.',
      initialFiles: ['placard-loader.js', 'placard.css'],
      updateFiles: ['placard.js'],
      fetchesFeed: true,
    },
    live: {
      snippet: scriptSnippet(withoutStamp, scripts.asset('placard.js')),
      instructions: 'Paste this where the statement should appear. The live card replaces the snapshot when the script has loaded.',
      initialFiles: ['placard.js'],
      updateFiles: [],
      fetchesFeed: true,
    },
    html: {
      snippet: `${plainSnippet(embed.snapshot)}\n${note}`,
      instructions: 'Paste this into any HTML. It does not update: copy it again when the case changes.',
      initialFiles: [],
      updateFiles: [],
      fetchesFeed: false,
    },
    wordpress: {
      snippet: authorSnippet(embed),
      instructions:
        'For authors who may not paste scripts: paste this into a Custom HTML block. It does not update until an administrator installs the second snippet.',
      adminSnippet: siteScriptSnippet(scripts.asset('placard-loader.js'), scripts.asset('placard.css')),
      initialFiles: ['placard-loader.js', 'placard.css'],
      updateFiles: ['placard.js'],
      fetchesFeed: true,
    },
    react: component(reactComponent(withoutStamp), 'With TypeScript, import ‘placard/react’ for the types of the tags.'),
    vue: component(vueComponent(withoutStamp), "Set isCustomElement: (tag) => tag.startsWith('placard-') in Vue’s compiler options."),
    svelte: component(svelteComponent(withoutStamp), 'With TypeScript, import ‘placard/svelte’ for the types of the tags.'),
  };
  if (pages) {
    const frame = { url: pages.frame, page: pages.page, title, lang: pages.lang, height: FRAME_HEIGHT };
    formats.iframe = {
      snippet: iframeSnippet(frame, pages.host),
      instructions:
        'For pages that accept frames. It shows the full card of this statement from the publisher’s site. The last line sets the height of the frame.',
      initialFiles: ['placard-host.js'],
      updateFiles: [],
      fetchesFeed: false,
      isFrame: true,
    };
    formats.link = {
      snippet: pages.page,
      instructions:
        'Paste the address on its own line in WordPress, Ghost or another editor that embeds links. It shows the full card of this statement from the publisher’s site.',
      initialFiles: [],
      updateFiles: [],
      fetchesFeed: false,
      isFrame: true,
    };
  }
  return formats;
}

/** Returns the directives that a page with a Content-Security-Policy must add for this format. */
export function requiredCsp(format: EmbedFormat, scripts: Scripts, state: BuilderState, pictures: string[], pages?: ItemPages): string {
  const framePages = format.isFrame ? pages : undefined;
  const files = framePages
    ? format.initialFiles.map(() => framePages.host.url)
    : [...format.initialFiles, ...format.updateFiles].map((name) => scripts.asset(name).url);
  const origins = (urls: string[]) => policySources(urls).join(' ');
  const scriptFiles = files.filter((url) => url.endsWith('.js'));
  const directives = [
    ['script-src', origins(scriptFiles)],
    ['style-src', origins(files.filter((url) => url.endsWith('.css')))],
    ['connect-src', format.fetchesFeed ? origins([state.src, ...state.mirrors.split(/\s+/)]) : ''],
    ['img-src', format.fetchesFeed ? origins(pictures) : ''],
    ['frame-src', framePages ? origins([framePages.frame]) : ''],
    ['trusted-types', format.fetchesFeed ? "lit-html dompurify 'allow-duplicates'" : ''],
  ];
  return directives
    .filter(([, value]) => value)
    .map((directive) => directive.join(' '))
    .join(';\n');
}
