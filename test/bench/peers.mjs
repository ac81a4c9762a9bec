// Responses of the peers' services in their formats, with the same words as far as each format allows.
import { HEADLINE, SUMMARY, TIMELINE } from './case.mjs';

const AT = '2026-05-12T09:00:00.000Z';
const DID = 'did:plc:example';
const NAME = 'Example Union';
const ALL = [HEADLINE, SUMMARY, ...TIMELINE.map(({ date, text }) => `${date} ${text}`)].join('\n\n');

export const blueskyTag = (origin) =>
  `<bluesky-post src="at://${DID}/app.bsky.feed.post/one" service-uri="${origin}"><blockquote class="bluesky-post-fallback"></blockquote></bluesky-post>`;

const bluesky = (origin) => ({
  thread: {
    $type: 'app.bsky.feed.defs#threadViewPost',
    post: {
      $type: 'app.bsky.feed.defs#postView',
      uri: `at://${DID}/app.bsky.feed.post/one`,
      cid: 'bafyexample',
      author: { did: DID, handle: 'union.example', displayName: NAME, avatar: `${origin}/avatar.svg`, labels: [], createdAt: AT },
      record: { $type: 'app.bsky.feed.post', createdAt: AT, langs: ['en'], text: ALL },
      embed: {
        $type: 'app.bsky.embed.images#view',
        images: [{ thumb: `${origin}/picture.svg`, fullsize: `${origin}/picture.svg`, alt: '', aspectRatio: { width: 3, height: 2 } }],
      },
      replyCount: 1,
      repostCount: 2,
      likeCount: 3,
      quoteCount: 0,
      indexedAt: AT,
      labels: [],
    },
    replies: [],
  },
});

function mastodon() {
  const account = {
    id: '1',
    username: 'union',
    display_name: NAME,
    url: 'https://union.example/@union',
    avatar: '/avatar.svg',
    emojis: [],
  };
  const size = { width: 600, height: 400, aspect: 1.5 };
  const picture = {
    id: '1',
    type: 'image',
    url: '/picture.svg',
    preview_url: '/picture.svg',
    description: '',
    meta: { original: size, small: size },
  };
  const texts = [
    [AT, `<p>${HEADLINE}</p><p>${SUMMARY}</p>`],
    ...TIMELINE.map(({ date, text }) => [`${date}T09:00:00.000Z`, `<p>${text}</p>`]),
  ];
  return texts.map(([created_at, content], index) => ({
    id: String(index),
    created_at,
    content,
    account,
    url: `https://union.example/@union/${index}`,
    visibility: 'public',
    language: 'en',
    spoiler_text: '',
    replies_count: 0,
    reblogs_count: 0,
    favourites_count: 0,
    media_attachments: index ? [] : [picture],
    emojis: [],
  }));
}

const tweet = (origin) => ({
  data: {
    __typename: 'Tweet',
    id_str: '1',
    lang: 'en',
    created_at: AT,
    text: ALL,
    display_text_range: [0, ALL.length],
    entities: { hashtags: [], urls: [], user_mentions: [], symbols: [] },
    user: {
      id_str: '1',
      name: NAME,
      screen_name: 'union',
      profile_image_url_https: `${origin}/avatar.svg`,
      profile_image_shape: 'Circle',
      verified: false,
      is_blue_verified: false,
    },
    edit_control: { edit_tweet_ids: ['1'], editable_until_msecs: '0', is_edit_eligible: false, edits_remaining: '0' },
    isEdited: false,
    isStaleEdit: false,
    favorite_count: 1,
    conversation_count: 1,
    news_action_type: 'conversation',
    mediaDetails: [
      {
        type: 'photo',
        media_url_https: `${origin}/picture.svg`,
        display_url: '',
        expanded_url: `${origin}/picture.svg`,
        indices: [ALL.length, ALL.length],
        original_info: { width: 600, height: 400, focus_rects: [] },
        sizes: { small: { w: 600, h: 400 }, medium: { w: 600, h: 400 }, large: { w: 600, h: 400 }, thumb: { w: 150, h: 150 } },
        url: `${origin}/picture.svg`,
      },
    ],
    photos: [],
  },
});

function timeline() {
  const dated = (text) => {
    const [year, month, day] = text.split('-').map(Number);
    return { year, month, day };
  };
  return {
    title: { text: { headline: HEADLINE, text: SUMMARY }, media: { url: '/picture.svg' } },
    events: TIMELINE.map(({ date, text }) => ({ start_date: dated(date), text: { headline: text.split('.')[0], text } })),
  };
}

/** Returns the response of a peer's service; undefined for other paths. */
export function answer(path, origin) {
  const made = {
    '/xrpc/app.bsky.feed.getPostThread': () => bluesky(origin),
    '/api/v1/timelines/public': mastodon,
    '/api/v1/custom_emojis': () => [],
    '/tweet.json': () => tweet(origin),
    '/timeline.json': timeline,
  }[path];
  return made && JSON.stringify(made());
}
