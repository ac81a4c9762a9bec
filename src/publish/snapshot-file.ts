/**
 * The file `snapshot.json` beside each item: the copy that a partner's server renews on its pages, and what it needs to check the copy.
 * demo/docs/site.md documents it for the programs that read it.
 */
import { plainSnippet } from '../embed/snippets.js';
import { directionOf } from '../i18n/load-locale.js';
import { stringifyLike } from './feed-document.js';
import { sha256Hex } from './hash.js';
import type { ItemContext } from './site-parts.js';

/** Returns Ed25519 signatures of the text's UTF-8 bytes in base64url, by the public key that a partner pins. */
export type SignText = (text: string) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

interface SnapshotFile {
  /** The publication of the item's feed, as in `_placard`; 0 if the feed has no epoch. */
  readonly epoch: number;
  readonly sequence: number;
  /** The item's revision; 0 if the item does not name one. */
  readonly revision: number;
  /** The HTML of `snippets/html-only.html` without the note at its end: a server renews this copy. */
  readonly html: string;
  /** One line. */
  readonly title: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Address of the item's page. */
  readonly url: string;
  /** Address of the item's feed. */
  readonly feed: string;
  /** Id of the item: its feed also has the translations. */
  readonly item: string;
  /** Signatures of `signedText`, by public key. */
  readonly signature?: Readonly<Record<string, string>>;
}

/** @param url of the item's page, with a slash at its end */
export async function snapshotFile(url: string, context: ItemContext, sign: SignText | undefined): Promise<string> {
  const { feed, item, rendered } = context;
  const { epoch = 0, sequence } = feed.head._placard!;
  const lang = item.language ?? rendered.locale.tag;
  const snapshot: SnapshotFile = {
    epoch,
    sequence,
    revision: item._placard?.revision ?? 0,
    html: plainSnippet(rendered.snapshot),
    title: rendered.card.brief.title.replace(/\s+/g, ' ').trim(),
    lang,
    dir: directionOf(lang),
    url,
    feed: `${url}feed.json`,
    item: item.id,
  };
  const signature = sign && (await sign(await signedText(snapshot)));
  return stringifyLike({ ...snapshot, ...(signature ? { signature } : {}) });
}

/** Returns the text that a key signs. An id may have line breaks, so its hash is signed. The title is last, so it can contain no other line. */
async function signedText(snapshot: SnapshotFile): Promise<string> {
  const { epoch, sequence, revision, feed, url, lang, dir, html, item, title } = snapshot;
  const hashes = await Promise.all([html, item].map((text) => sha256Hex(new TextEncoder().encode(text))));
  return ['placard-snapshot', epoch, sequence, revision, feed, url, lang, dir, ...hashes, title].join('\n');
}
