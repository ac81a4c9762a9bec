/** Problems in English. The linter has its own sentences; in these, it speaks to people who write JSON. */
type ProblemTable = Readonly<Record<string, string>>;

export const problems: ProblemTable = {
  required: 'This field is empty, and readers do not see this part. Fill it in.',
};

/** Faults of the host, by the code of the problem. */
export const hostProblems: ProblemTable = {
  'insecure-feed': 'The address begins with http. Most partners’ pages begin with https, and cannot read it. Use https.',
  'cors-feed': 'The host must allow other pages to read the feed. Send your administrator this: Access-Control-Allow-Origin: *',
  'feed-content-type': 'The host sends the feed as another kind of file. Send your administrator this: Content-Type: application/feed+json',
  'feed-faults': 'Readers do not see some parts of the feed. Open it here, and correct the points at its fields.',
  'feed-unreadable': 'Readers’ browsers cannot read this feed. Upload feed.json again.',
  'headers-not-exposed':
    'The host hides from partners’ pages when the feed changed. Send your administrator this: Access-Control-Expose-Headers: ETag, Retry-After, Date, Age',
  'no-cache-control': 'The host does not say how long browsers may keep the feed. Send your administrator this: Cache-Control: max-age=60',
  'no-store':
    'The host forbids browsers to keep the feed, so readers see no news while the host is down. Send your administrator this: Cache-Control: max-age=60',
  'cached-too-long':
    'The host lets browsers keep the feed for a long time, so readers see news late. Send your administrator this: Cache-Control: max-age=60',
  'no-etag': 'The host does not say whether the feed has changed, so browsers load it each time. Ask your administrator to turn ETag on.',
  'file-differs': 'This file is missing or old. Upload everything again, and feed.json last.',
  'cors-script': 'The host must allow other pages to load this script. Send your administrator this: Access-Control-Allow-Origin: *',
  'script-content-type':
    'The host sends this script as another kind of file, so browsers do not run it. Send your administrator this: Content-Type: text/javascript',
};
