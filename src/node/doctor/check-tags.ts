/** One placard tag on a page: written so that it lives, with a feed and an item that exist, and a snapshot that is true. */
import { quoted } from '../../escape/terminal.js';
import type { Feed } from '../../feed/parse-feed.js';
import { FeedError } from '../../feed/errors.js';
import { selectItem } from '../../feed/select-item.js';
import { verifyFeed } from '../../feed/signature/verify-feed.js';
import { withdrawnBy } from '../../feed/translations.js';
import { safeWebUrl } from '../../feed/values/safe-url.js';
import { isOlder, readVersion } from '../../feed/values/feed-version.js';
import { nearest } from '../../lint/suggest.js';
import { isPublicKey } from '../signing/signing-keys.js';
import { blockingDirective } from './csp.js';
import type { Tag } from './parse-page.js';
import { allowSourceFix, warning, error, isSecureContext, type Found, type PageContext } from './page-context.js';

/** What a tag says itself, else what is said around it. */
export function effectiveAttribute(tag: Tag, name: string): string | undefined {
  const ownValue = tag.attributes.get(name);
  return ownValue ?? (tag.provider && (name === 'src' || !tag.attributes.has('src')) ? effectiveAttribute(tag.provider, name) : undefined);
}

/** Its feed's address; undefined where it has none that may be asked. */
export function feedUrl(tag: Tag, { base }: PageContext): URL | undefined {
  const src = effectiveAttribute(tag, 'src');
  const url = src === undefined ? undefined : safeWebUrl(src, base.href);
  return url === undefined ? undefined : new URL(url);
}

const report = (create: typeof error, tag: Tag, code: string, message: string, fix: string): Found =>
  create(code, tag.written, message, fix, tag.line);

/** How it is written, whatever the feed says. @param known the names of the attributes that it may have */
export function checkMarkup(tag: Tag, context: PageContext, knownAttributes: readonly string[]): Found[] {
  const problems: Found[] = [];
  if (tag.selfClosed) {
    problems.push(
      report(
        error,
        tag,
        'self-closed-tag',
        'HTML knows no "/>": the tag swallows all that follows it on the page.',
        `Write ${tag.written}</${tag.written.slice(1).split(/[ >]/)[0]}>.`,
      ),
    );
  } else if (tag.unclosed) {
    problems.push(
      report(
        error,
        tag,
        'unclosed-tag',
        'The tag is never closed: it swallows what follows it on the page.',
        `Add </${tag.written.slice(1).split(/[ >]/)[0]}> behind its snapshot.`,
      ),
    );
  }
  for (const name of tag.attributes.keys()) {
    const suggestion = knownAttributes.includes(name) || name === 'tag' ? undefined : nearest(name, knownAttributes);
    if (suggestion)
      problems.push(report(warning, tag, 'unknown-attribute', `There is no attribute "${name}".`, `Did you mean "${suggestion}"?`));
  }
  const src = effectiveAttribute(tag, 'src');
  if (src === undefined) {
    problems.push(
      report(error, tag, 'no-src', 'The tag names no feed, and nothing around it does.', 'Add src="…": the address of the feed.'),
    );
  } else if (!feedUrl(tag, context)) {
    problems.push(report(error, tag, 'bad-src', `"${src}" is no address that can be fetched.`, 'Write the https address of the feed.'));
  }
  problems.push(...checkLanguage(tag), ...checkSnapshot(tag));
  return problems;
}

function checkLanguage(tag: Tag): Found[] {
  const { language: lang } = tag;
  if (lang === undefined)
    return [
      report(
        warning,
        tag,
        'no-language',
        'Neither the tag nor the page says in what language it is: the card speaks English.',
        'Add lang="…" to <html>, or to the tag.',
      ),
    ];
  if (/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang)) return [];
  return [
    report(
      warning,
      tag,
      'bad-language',
      `"${lang}" is no language tag.`,
      `Write ${lang.includes('_') ? `"${lang.replaceAll('_', '-')}"` : 'a tag such as "en" or "zh-Hant"'}.`,
    ),
  ];
}

function checkSnapshot(tag: Tag): Found[] {
  if (tag.hasCustomLayout || tag.name === 'placard-feed' || tag.selfClosed) return [];
  if (!tag.snapshot) {
    const message = 'There is no snapshot inside: without the script, or once the publisher is gone, readers see nothing.';
    return [report(warning, tag, 'no-snapshot', message, 'Put the statement inside as plain HTML; a snippet brings it along.')];
  }
  if (tag.snapshot.language) return [];
  return [report(warning, tag, 'snapshot-language', 'The snapshot does not say in what language it is.', 'Wrap it in <div lang="…">.')];
}

/** What the feed makes of it. */
export async function checkContent(tag: Tag, feed: Feed, context: PageContext): Promise<Found[]> {
  return [
    ...checkMinSequence(tag, feed),
    ...(await checkSignature(tag, feed, context)),
    ...checkItem(tag, feed, context),
    ...checkStamp(tag, feed),
  ];
}

function checkItem(tag: Tag, feed: Feed, context: PageContext): Found[] {
  if (tag.name === 'placard-feed' || tag.name === 'placard-list') return [];
  const id = effectiveAttribute(tag, 'item');
  const selected = selectItem(feed, { id, language: tag.language ?? 'en', original: tag.attributes.has('original') });
  if (!selected) {
    const suggestion = id === undefined ? undefined : nearest(id, feed.ids);
    const message =
      id === undefined ? 'The feed has no statement to show.' : `The feed has no item ${quoted(id)}: readers see the snapshot alone.`;
    return [
      report(
        error,
        tag,
        'unknown-item',
        message,
        suggestion ? `Did you mean item=${quoted(suggestion)}?` : `There are: ${feed.ids.slice(0, 8).map(quoted).join(', ') || 'none'}.`,
      ),
    ];
  }
  const problems: Found[] = [];
  const retractedBy = withdrawnBy(feed, selected);
  const retraction = retractedBy?._placard?.retraction;
  if (retractedBy && tag.snapshot) {
    const message = `The statement was withdrawn${retraction ? `: ${quoted(retraction.reason)}.` : '.'} The snapshot still tells it to readers without the script, and to search engines.`;
    problems.push(report(error, tag, 'snapshot-of-withdrawn', message, 'Take the snapshot out, or the whole tag.'));
  }
  const primary = (checkLanguage: string) => checkLanguage.split(/[-_]/)[0]!.toLowerCase();
  const itemLanguage = selected.language ?? feed.head.language;
  if (itemLanguage && tag.language && primary(itemLanguage) !== primary(tag.language)) {
    const message = `The page is in "${tag.language}", and the statement in "${itemLanguage}": the feed has no translation.`;
    problems.push(report(warning, tag, 'other-language', message, 'Ask the publisher for one, or say on the page in what language it is.'));
  }
  const picture = selected._placard?.media?.find(({ url }) => url)?.url ?? selected.image;
  const policy = picture && blockingDirective(context.policies, 'image', { url: new URL(picture) }, context.url);
  if (policy)
    problems.push(
      report(
        warning,
        tag,
        'csp-picture',
        `The page's Content-Security-Policy forbids its picture: ${policy}`,
        allowSourceFix(new URL(picture), 'img-src'),
      ),
    );
  return problems;
}

function checkStamp(tag: Tag, feed: Feed): Found[] {
  if (!tag.snapshot || !feed.head._placard) return [];
  const stamped = tag.attributes.get('stamp');
  if (stamped === undefined) {
    return [
      report(
        warning,
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
    const message = `The snapshot is of publication ${stamped}, and the feed is at ${feed.stamp}: readers without the script, and search engines, get the old one.`;
    return [report(warning, tag, 'snapshot-old', message, 'Paste the new snapshot with its stamp.')];
  }
  if (ahead > 0) {
    const message = `The snapshot is of publication ${stamped}, and the feed that answers is an older one, ${feed.stamp}.`;
    return [report(error, tag, 'stamp-ahead', message, 'Ask the publisher whether an old file came back.')];
  }
  return [];
}

function checkMinSequence(tag: Tag, feed: Feed): Found[] {
  const minSequence = effectiveAttribute(tag, 'min-sequence');
  if (!isOlder(feed, readVersion(minSequence))) return [];
  const message = `The tag asks for publication ${quoted(minSequence!)} or later, and the feed is at ${feed.stamp}: it is refused.`;
  return [report(error, tag, 'below-min-sequence', message, 'Ask the publisher whether an old file came back, or lower min-sequence.')];
}

async function checkSignature(tag: Tag, feed: Feed, context: PageContext): Promise<Found[]> {
  const pinnedKeys = effectiveAttribute(tag, 'public-key');
  if (pinnedKeys === undefined) return [];
  const keys = pinnedKeys.split(/\s+/).filter(Boolean);
  if (!keys.length) {
    const message = 'The attribute "public-key" is empty: no signature fits it, and nothing of the feed is shown.';
    return [report(error, tag, 'bad-public-key', message, 'Copy the key from the publisher, or take the attribute out.')];
  }
  const invalidKey = keys.find((key) => !isPublicKey(key));
  if (invalidKey !== undefined)
    return [
      report(
        error,
        tag,
        'bad-public-key',
        `"${invalidKey}" is no public key.`,
        'Copy it anew from the publisher; it is 43 characters long.',
      ),
    ];
  if (!isSecureContext(context)) {
    const message = 'A key is pinned, and browsers check signatures on secure pages alone: nothing of the feed is shown.';
    return [report(error, tag, 'signature-unchecked', message, 'Serve the page over https.')];
  }
  try {
    await verifyFeed(feed.document, keys);
    return checkFeedUrl(tag, feed, context);
  } catch (thrown) {
    const code = thrown instanceof FeedError ? thrown.code : 'signature-failed';
    const message =
      code === 'signature-missing'
        ? 'A key is pinned, and the feed is not signed: nothing of it is shown.'
        : 'The feed is not signed by the pinned key, or was changed since: nothing of it is shown.';
    return [report(error, tag, code, message, 'Ask the publisher for the right key by another way than this feed.')];
  }
}

/** A feed that the same key signed for another address must not stand in for this one. */
function checkFeedUrl(tag: Tag, { document }: Feed, context: PageContext): Found[] {
  const { feed_url: feedUrlField } = document;
  const ownValue = typeof feedUrlField === 'string' ? safeWebUrl(feedUrlField) : undefined;
  if (ownValue !== undefined && ownValue === feedUrl(tag, context)?.href) return [];
  const message = `A key is pinned, and the feed is signed for ${ownValue === undefined ? 'no address' : quoted(ownValue)}: nothing of it is shown.`;
  return [
    report(error, tag, 'another-feed', message, 'Write the address that the feed names, or ask the publisher to correct its "feed_url".'),
  ];
}
