/** One placard tag on a page: written so that it lives, with a feed and an item that exist, and a snapshot that is true. */
import { quoteForTerminal } from '../../escape/terminal.js';
import type { Feed } from '../../feed/parse-feed.js';
import { FeedError } from '../../feed/errors.js';
import { selectItem } from '../../feed/select-item.js';
import { verifyFeed } from '../../feed/signature/verify-feed.js';
import { findRetraction } from '../../feed/translations.js';
import { safeWebUrl } from '../../feed/values/safe-url.js';
import { isOlder, parseVersion } from '../../feed/values/feed-version.js';
import { nearest } from '../../lint/suggest.js';
import { isPublicKey } from '../signing/signing-keys.js';
import { forbidding } from './csp.js';
import type { Tag } from './parse-page.js';
import { allowing, concern, fault, secure, type Found, type Visit } from './page-context.js';

/** What a tag says itself, else what is said around it. */
export function settingOf(tag: Tag, name: string): string | undefined {
  const own = tag.attributes.get(name);
  return own ?? (tag.provider && (name === 'src' || !tag.attributes.has('src')) ? settingOf(tag.provider, name) : undefined);
}

/** Its feed's address; undefined where it has none that may be asked. */
export function feedOf(tag: Tag, { base }: Visit): URL | undefined {
  const src = settingOf(tag, 'src');
  const url = src === undefined ? undefined : safeWebUrl(src, base.href);
  return url === undefined ? undefined : new URL(url);
}

const tell = (make: typeof fault, tag: Tag, code: string, what: string, instead: string): Found =>
  make(code, tag.written, what, instead, tag.line);

/** How it is written, whatever the feed says. @param known the names of the attributes that it may have */
export function writingOf(tag: Tag, visit: Visit, known: readonly string[]): Found[] {
  const found: Found[] = [];
  if (tag.selfClosed) {
    found.push(
      tell(
        fault,
        tag,
        'self-closed-tag',
        'HTML knows no "/>": the tag swallows all that follows it on the page.',
        `Write ${tag.written}</${tag.written.slice(1).split(/[ >]/)[0]}>.`,
      ),
    );
  } else if (tag.unclosed) {
    found.push(
      tell(
        fault,
        tag,
        'unclosed-tag',
        'The tag is never closed: it swallows what follows it on the page.',
        `Add </${tag.written.slice(1).split(/[ >]/)[0]}> behind its snapshot.`,
      ),
    );
  }
  for (const name of tag.attributes.keys()) {
    const meant = known.includes(name) || name === 'tag' ? undefined : nearest(name, known);
    if (meant) found.push(tell(concern, tag, 'unknown-attribute', `There is no attribute "${name}".`, `Did you mean "${meant}"?`));
  }
  const src = settingOf(tag, 'src');
  if (src === undefined) {
    found.push(tell(fault, tag, 'no-src', 'The tag names no feed, and nothing around it does.', 'Add src="…": the address of the feed.'));
  } else if (!feedOf(tag, visit)) {
    found.push(tell(fault, tag, 'bad-src', `"${src}" is no address that can be fetched.`, 'Write the https address of the feed.'));
  }
  found.push(...language(tag), ...snapshot(tag));
  return found;
}

function language(tag: Tag): Found[] {
  const { language: lang } = tag;
  if (lang === undefined)
    return [
      tell(
        concern,
        tag,
        'no-language',
        'Neither the tag nor the page says in what language it is: the card speaks English.',
        'Add lang="…" to <html>, or to the tag.',
      ),
    ];
  if (/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang)) return [];
  return [
    tell(
      concern,
      tag,
      'bad-language',
      `"${lang}" is no language tag.`,
      `Write ${lang.includes('_') ? `"${lang.replaceAll('_', '-')}"` : 'a tag such as "en" or "zh-Hant"'}.`,
    ),
  ];
}

function snapshot(tag: Tag): Found[] {
  if (tag.arranged || tag.name === 'placard-feed' || tag.selfClosed) return [];
  if (!tag.snapshot) {
    const what = 'There is no snapshot inside: without the script, or once the publisher is gone, readers see nothing.';
    return [tell(concern, tag, 'no-snapshot', what, 'Put the statement inside as plain HTML; a snippet brings it along.')];
  }
  if (tag.snapshot.language) return [];
  return [tell(concern, tag, 'snapshot-language', 'The snapshot does not say in what language it is.', 'Wrap it in <div lang="…">.')];
}

/** What the feed makes of it. */
export async function showingOf(tag: Tag, feed: Feed, visit: Visit): Promise<Found[]> {
  return [...trust(tag, feed), ...(await signature(tag, feed, visit)), ...item(tag, feed, visit), ...stamp(tag, feed)];
}

function item(tag: Tag, feed: Feed, visit: Visit): Found[] {
  if (tag.name === 'placard-feed' || tag.name === 'placard-list') return [];
  const id = settingOf(tag, 'item');
  const shown = selectItem(feed, { id, language: tag.language ?? 'en', original: tag.attributes.has('original') });
  if (!shown) {
    const near = id === undefined ? undefined : nearest(id, feed.ids);
    const what =
      id === undefined
        ? 'The feed has no statement to show.'
        : `The feed has no item ${quoteForTerminal(id)}: readers see the snapshot alone.`;
    return [
      tell(
        fault,
        tag,
        'unknown-item',
        what,
        near
          ? `Did you mean item=${quoteForTerminal(near)}?`
          : `There are: ${feed.ids.slice(0, 8).map(quoteForTerminal).join(', ') || 'none'}.`,
      ),
    ];
  }
  const found: Found[] = [];
  const by = findRetraction(feed, shown);
  const retraction = by?._placard?.retraction;
  if (by && tag.snapshot) {
    const what = `The statement was withdrawn${retraction ? `: ${quoteForTerminal(retraction.reason)}.` : '.'} The snapshot still tells it to readers without the script, and to search engines.`;
    found.push(tell(fault, tag, 'snapshot-of-withdrawn', what, 'Take the snapshot out, or the whole tag.'));
  }
  const primary = (language: string) => language.split(/[-_]/)[0]!.toLowerCase();
  const speaks = shown.language ?? feed.head.language;
  if (speaks && tag.language && primary(speaks) !== primary(tag.language)) {
    const what = `The page is in "${tag.language}", and the statement in "${speaks}": the feed has no translation.`;
    found.push(tell(concern, tag, 'other-language', what, 'Ask the publisher for one, or say on the page in what language it is.'));
  }
  const picture = shown._placard?.media?.find(({ url }) => url)?.url ?? shown.image;
  const policy = picture && forbidding(visit.policies, 'image', { url: new URL(picture) }, visit.url);
  if (policy)
    found.push(
      tell(
        concern,
        tag,
        'csp-picture',
        `The page's Content-Security-Policy forbids its picture: ${policy}`,
        allowing(new URL(picture), 'img-src'),
      ),
    );
  return found;
}

function stamp(tag: Tag, feed: Feed): Found[] {
  if (!tag.snapshot || !feed.head._placard) return [];
  const stamped = tag.attributes.get('stamp');
  if (stamped === undefined) {
    return [
      tell(
        concern,
        tag,
        'no-stamp',
        'Nothing tells from which publication the snapshot was made: nobody sees when it is out of date.',
        `Once you have compared it with the feed, add stamp="${feed.stamp}".`,
      ),
    ];
  }
  const [sequence = 0, epoch = 0] = stamped.split('.').map(Number).toReversed();
  const ahead = epoch - feed.epoch || sequence - feed.sequence;
  if (ahead < 0) {
    const what = `The snapshot is of publication ${stamped}, and the feed is at ${feed.stamp}: readers without the script, and search engines, get the old one.`;
    return [tell(concern, tag, 'snapshot-old', what, 'Paste the new snapshot with its stamp.')];
  }
  if (ahead > 0) {
    const what = `The snapshot is of publication ${stamped}, and the feed that answers is an older one, ${feed.stamp}.`;
    return [tell(fault, tag, 'stamp-ahead', what, 'Ask the publisher whether an old file came back.')];
  }
  return [];
}

function trust(tag: Tag, feed: Feed): Found[] {
  const least = settingOf(tag, 'min-sequence');
  if (!isOlder(feed, parseVersion(least))) return [];
  const what = `The tag asks for publication ${quoteForTerminal(least!)} or later, and the feed is at ${feed.stamp}: it is refused.`;
  return [tell(fault, tag, 'below-min-sequence', what, 'Ask the publisher whether an old file came back, or lower min-sequence.')];
}

async function signature(tag: Tag, feed: Feed, visit: Visit): Promise<Found[]> {
  const pinned = settingOf(tag, 'public-key');
  if (pinned === undefined) return [];
  const keys = pinned.split(/\s+/).filter(Boolean);
  if (!keys.length) {
    const what = 'The attribute "public-key" is empty: no signature fits it, and nothing of the feed is shown.';
    return [tell(fault, tag, 'bad-public-key', what, 'Copy the key from the publisher, or take the attribute out.')];
  }
  const bad = keys.find((key) => !isPublicKey(key));
  if (bad !== undefined)
    return [tell(fault, tag, 'bad-public-key', `"${bad}" is no public key.`, 'Copy it anew from the publisher; it is 43 characters long.')];
  if (!secure(visit)) {
    const what = 'A key is pinned, and browsers check signatures on secure pages alone: nothing of the feed is shown.';
    return [tell(fault, tag, 'signature-unchecked', what, 'Serve the page over https.')];
  }
  try {
    await verifyFeed(feed.document, keys);
    return another(tag, feed, visit);
  } catch (thrown) {
    const code = thrown instanceof FeedError ? thrown.code : 'signature-failed';
    const what =
      code === 'signature-missing'
        ? 'A key is pinned, and the feed is not signed: nothing of it is shown.'
        : 'The feed is not signed by the pinned key, or was changed since: nothing of it is shown.';
    return [tell(fault, tag, code, what, 'Ask the publisher for the right key by another way than this feed.')];
  }
}

/** A feed that the same key signed for another address must not stand in for this one. */
function another(tag: Tag, { document }: Feed, visit: Visit): Found[] {
  const { feed_url: named } = document;
  const own = typeof named === 'string' ? safeWebUrl(named) : undefined;
  if (own !== undefined && own === feedOf(tag, visit)?.href) return [];
  const what = `A key is pinned, and the feed is signed for ${own === undefined ? 'no address' : quoteForTerminal(own)}: nothing of it is shown.`;
  return [tell(fault, tag, 'another-feed', what, 'Write the address that the feed names, or ask the publisher to correct its "feed_url".')];
}
