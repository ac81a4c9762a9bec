/** Checks one placard tag of a page: its markup, its feed, its item, and its snapshot. */
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
import { blockingDirective } from './csp.js';
import type { Tag } from './parse-page.js';
import { error, warning, type Problem } from '../../lint/problem.js';
import { allowSourceFix, isSecureContext, type PageContext } from './page-context.js';

/** Returns the tag's own attribute, or the attribute of the element that gives its feed to the tag. */
export function effectiveAttribute(tag: Tag, name: string): string | undefined {
  const ownValue = tag.attributes.get(name);
  return ownValue ?? (tag.provider && (name === 'src' || !tag.attributes.has('src')) ? effectiveAttribute(tag.provider, name) : undefined);
}

/** Returns the address of the tag's feed; undefined if it cannot be fetched. */
export function feedUrl(tag: Tag, { base }: PageContext): URL | undefined {
  const src = effectiveAttribute(tag, 'src');
  const url = src === undefined ? undefined : safeWebUrl(src, base.href);
  return url === undefined ? undefined : new URL(url);
}

const report = (create: typeof error, tag: Tag, code: string, message: string, fix: string): Problem =>
  create(code, tag.written, message, fix, tag.line);

/**
 * Checks the markup, whatever the feed has.
 * @param known names of the attributes that a tag can have
 */
export function checkMarkup(tag: Tag, context: PageContext, knownAttributes: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  if (tag.selfClosed) {
    problems.push(
      report(
        error,
        tag,
        'self-closed-tag',
        'HTML ignores "/>" here, so the tag contains the rest of the page.',
        `Write ${tag.written}</${tag.written.slice(1).split(/[ >]/)[0]}>.`,
      ),
    );
  } else if (tag.unclosed) {
    problems.push(
      report(
        error,
        tag,
        'unclosed-tag',
        'The tag is not closed, so it contains the rest of the page.',
        `Add </${tag.written.slice(1).split(/[ >]/)[0]}> after its snapshot.`,
      ),
    );
  }
  for (const name of tag.attributes.keys()) {
    const suggestion = knownAttributes.includes(name) || name === 'tag' ? undefined : nearest(name, knownAttributes);
    if (suggestion)
      problems.push(report(warning, tag, 'unknown-attribute', `The attribute "${name}" is unknown.`, `Did you mean "${suggestion}"?`));
  }
  const src = effectiveAttribute(tag, 'src');
  if (src === undefined) {
    problems.push(
      report(error, tag, 'no-src', 'The tag has no feed, and no element around it gives one.', 'Add src="…": the address of the feed.'),
    );
  } else if (!feedUrl(tag, context)) {
    problems.push(report(error, tag, 'bad-src', `"${src}" is not an address that can be fetched.`, 'Write the https address of the feed.'));
  }
  problems.push(...checkLanguage(tag), ...checkSnapshot(tag));
  return problems;
}

function checkLanguage(tag: Tag): Problem[] {
  const { language: lang } = tag;
  if (lang === undefined)
    return [
      report(
        warning,
        tag,
        'no-language',
        'The tag and the page have no language, so the card is in English.',
        'Add lang="…" to <html>, or to the tag.',
      ),
    ];
  if (/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang)) return [];
  return [
    report(
      warning,
      tag,
      'bad-language',
      `"${lang}" is not a language tag.`,
      `Write ${lang.includes('_') ? `"${lang.replaceAll('_', '-')}"` : 'a tag such as "en" or "zh-Hant"'}.`,
    ),
  ];
}

function checkSnapshot(tag: Tag): Problem[] {
  if (tag.hasCustomLayout || tag.name === 'placard-feed' || tag.selfClosed) return [];
  if (!tag.snapshot) {
    const message = 'The tag has no snapshot. Without the script, or without the feed, readers see nothing.';
    return [report(warning, tag, 'no-snapshot', message, 'Put the statement inside as plain HTML, or paste a snippet, which has it.')];
  }
  if (tag.snapshot.language) return [];
  return [report(warning, tag, 'snapshot-language', 'The snapshot has no language.', 'Wrap it in <div lang="…">.')];
}

/** Checks what readers see: the version, the signature, the item, the snapshot. */
export async function checkContent(tag: Tag, feed: Feed, context: PageContext): Promise<Problem[]> {
  return [
    ...checkMinSequence(tag, feed),
    ...(await checkSignature(tag, feed, context)),
    ...checkItem(tag, feed, context),
    ...checkStamp(tag, feed),
  ];
}

function checkItem(tag: Tag, feed: Feed, context: PageContext): Problem[] {
  if (tag.name === 'placard-feed' || tag.name === 'placard-list') return [];
  const id = effectiveAttribute(tag, 'item');
  const selected = selectItem(feed, { id, language: tag.language ?? 'en', original: tag.attributes.has('original') });
  if (!selected) {
    const suggestion = id === undefined ? undefined : nearest(id, feed.ids);
    const message =
      id === undefined
        ? 'The feed has no statement to show.'
        : `The feed has no item ${quoteForTerminal(id)}, so readers see only the snapshot.`;
    return [
      report(
        error,
        tag,
        'unknown-item',
        message,
        suggestion
          ? `Did you mean item=${quoteForTerminal(suggestion)}?`
          : `Write one of: ${feed.ids.slice(0, 8).map(quoteForTerminal).join(', ') || '(the feed is empty)'}.`,
      ),
    ];
  }
  const problems: Problem[] = [];
  const retractedBy = findRetraction(feed, selected);
  const retraction = retractedBy?._placard?.retraction;
  if (retractedBy && tag.snapshot) {
    const message = `The statement is retracted${retraction ? `: ${quoteForTerminal(retraction.reason)}.` : '.'} Readers without the script, and search engines, still see the snapshot.`;
    problems.push(report(error, tag, 'snapshot-of-withdrawn', message, 'Remove the snapshot, or the whole tag.'));
  }
  const primary = (checkLanguage: string) => checkLanguage.split(/[-_]/)[0]!.toLowerCase();
  const itemLanguage = selected.language ?? feed.head.language;
  if (itemLanguage && tag.language && primary(itemLanguage) !== primary(tag.language)) {
    const message = `The page is in "${tag.language}", the statement is in "${itemLanguage}", and the feed has no translation.`;
    problems.push(
      report(warning, tag, 'other-language', message, 'Ask the publisher for a translation, or name the language on the page.'),
    );
  }
  const picture = selected._placard?.media?.find(({ url }) => url)?.url ?? selected.image;
  const policy = picture && blockingDirective(context.policies, 'image', { url: new URL(picture) }, context.url);
  if (policy)
    problems.push(
      report(
        warning,
        tag,
        'csp-picture',
        `The page's Content-Security-Policy blocks the picture: ${policy}`,
        allowSourceFix(new URL(picture), 'img-src'),
      ),
    );
  return problems;
}

function checkStamp(tag: Tag, feed: Feed): Problem[] {
  if (!tag.snapshot || !feed.head._placard) return [];
  const stamped = tag.attributes.get('stamp');
  if (stamped === undefined) {
    return [
      report(
        warning,
        tag,
        'no-stamp',
        'The tag has no stamp, so an old snapshot cannot be recognized.',
        `Compare the snapshot with the feed, then add stamp="${feed.stamp}".`,
      ),
    ];
  }
  const [sequence = 0, epoch = 0] = stamped.split('.').map(Number).toReversed();
  const ahead = epoch - feed.epoch || sequence - feed.sequence;
  if (ahead < 0) {
    const message = `The snapshot is from publication ${stamped}, and the feed is at ${feed.stamp}. Readers without the script, and search engines, see the old one.`;
    return [report(warning, tag, 'snapshot-old', message, 'Paste the new snapshot with its stamp.')];
  }
  if (ahead > 0) {
    const message = `The snapshot is from publication ${stamped}, and the feed is older: ${feed.stamp}.`;
    return [report(error, tag, 'stamp-ahead', message, 'Ask the publisher whether the server has an old file.')];
  }
  return [];
}

function checkMinSequence(tag: Tag, feed: Feed): Problem[] {
  const minSequence = effectiveAttribute(tag, 'min-sequence');
  if (!isOlder(feed, parseVersion(minSequence))) return [];
  const message = `The tag needs publication ${quoteForTerminal(minSequence!)} or later, and the feed is at ${feed.stamp}, so the card rejects it.`;
  return [
    report(error, tag, 'below-min-sequence', message, 'Ask the publisher whether the server has an old file, or lower min-sequence.'),
  ];
}

async function checkSignature(tag: Tag, feed: Feed, context: PageContext): Promise<Problem[]> {
  const pinnedKeys = effectiveAttribute(tag, 'public-key');
  if (pinnedKeys === undefined) return [];
  const keys = pinnedKeys.split(/\s+/).filter(Boolean);
  if (!keys.length) {
    const message = 'The attribute "public-key" is empty, so the card rejects every feed.';
    return [report(error, tag, 'bad-public-key', message, 'Copy the key from the publisher, or remove the attribute.')];
  }
  const invalidKey = keys.find((key) => !isPublicKey(key));
  if (invalidKey !== undefined)
    return [
      report(
        error,
        tag,
        'bad-public-key',
        `"${invalidKey}" is not a public key.`,
        'Copy the key again from the publisher. It has 43 characters.',
      ),
    ];
  if (!isSecureContext(context)) {
    const message = 'The tag pins a key, and browsers verify signatures only on secure pages. The card shows nothing from the feed.';
    return [report(error, tag, 'signature-unchecked', message, 'Serve the page over https.')];
  }
  try {
    await verifyFeed(feed.document, keys);
    return checkFeedUrl(tag, feed, context);
  } catch (thrown) {
    const code = thrown instanceof FeedError ? thrown.code : 'signature-failed';
    const message =
      code === 'signature-missing'
        ? 'The tag pins a key, and the feed is not signed. The card shows nothing from the feed.'
        : 'The feed has no valid signature of the pinned key. The card shows nothing from the feed.';
    return [report(error, tag, code, message, 'Ask the publisher for the right key, by telephone or e-mail.')];
  }
}

/** Checks the address that is signed: another feed of the same key must not replace this one. */
function checkFeedUrl(tag: Tag, { document }: Feed, context: PageContext): Problem[] {
  const { feed_url: feedUrlField } = document;
  const ownValue = typeof feedUrlField === 'string' ? safeWebUrl(feedUrlField) : undefined;
  if (ownValue !== undefined && ownValue === feedUrl(tag, context)?.href) return [];
  const message = `The tag pins a key, and the feed is signed for ${ownValue === undefined ? 'no address' : quoteForTerminal(ownValue)}. The card shows nothing from the feed.`;
  return [report(error, tag, 'another-feed', message, 'Write the "feed_url" of the feed in src, or ask the publisher to correct it.')];
}
