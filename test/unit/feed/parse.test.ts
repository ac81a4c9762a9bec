import { expect } from '@open-wc/testing';
import { FeedError, parseFeed, type Feed, type IssueCode } from '../../../src/feed/index.js';
import {
  at,
  changed,
  CODES,
  feedOf,
  FEED_URL,
  isRequired,
  itemOf,
  keyOf,
  parentOf,
  pointers,
  wholeFeed,
  type JsonObject,
} from './feed-fixtures.js';

/** All that can be read, in the shape of the document. */
function readAll(feed: Feed): Record<string, unknown> {
  return { ...feed.head, items: feed.ids.map((id) => feed.item(id)) };
}

function reading(document: unknown, url?: string) {
  const feed = parseFeed(document, url);
  const value = readAll(feed);
  return { value, issues: feed.issues.map(({ code, path }) => `${code} ${path}`) };
}

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(FeedError);
    return (thrown as FeedError).code;
  }
  return 'none';
}

const firstOf = (document: unknown, url?: string) => parseFeed(document, url).item('one')!;
const extended = (more: JsonObject, url?: string) => firstOf(feedOf([itemOf('one', more)]), url)._placard!;

describe('a document', () => {
  const text = JSON.stringify(feedOf([itemOf('one')]));

  it('parses a text, and a value from JSON.parse', () => {
    expect(reading(text)).to.deep.equal(reading(JSON.parse(text)));
    expect(reading(`\ufeff\n ${text}\n`)).to.deep.equal(reading(text));
    expect(parseFeed(text).document).to.deep.equal(JSON.parse(text));
  });

  for (const [input, code] of [
    ['<!doctype html><title>Login</title>', 'html'],
    ['\ufeff \n<html>', 'html'],
    ['<?xml version="1.0"?><rss/>', 'html'],
    ['', 'not-json'],
    ['{"version"', 'not-json'],
    ['{} {}', 'not-json'],
    ["{'a':1}", 'not-json'],
    ['NaN', 'not-json'],
    ['null', 'not-a-feed'],
    ['5', 'not-a-feed'],
    ['"https://jsonfeed.org/version/1.1"', 'not-a-feed'],
    ['[]', 'not-a-feed'],
    ['{}', 'not-a-feed'],
    ['{"items":[]}', 'not-a-feed'],
    ['{"version":"https://jsonfeed.org/version/1.1"}', 'not-a-feed'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":{}}', 'not-a-feed'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":null}', 'not-a-feed'],
  ] as const)
    it(`reports ${code} for a document that starts with ${JSON.stringify(input.slice(0, 30))}`, () =>
      expect(codeOf(() => parseFeed(input))).to.equal(code));

  it('reports not-json for text that is not JSON', () => {
    for (const input of [undefined, null, 5, true, [], () => {}, Symbol('x'), new Date(), 10n])
      expect(codeOf(() => parseFeed(input))).to.equal('not-a-feed');
  });

  it('accepts JSON Feed 1.x only', () => {
    const versioned = (version: unknown) => codeOf(() => parseFeed({ version, items: [] }));
    for (const version of ['1', '1.0', '1.1', '1.2', '1.10'])
      expect(versioned(`https://jsonfeed.org/version/${version}`), version).to.equal('none');
    for (const version of [
      'https://jsonfeed.org/version/2',
      'https://jsonfeed.org/version/11',
      'https://jsonfeed.org/version/1.1\n',
      '1.1',
      1.1,
      null,
    ])
      expect(versioned(version), String(version)).to.equal('not-a-feed');
    try {
      parseFeed({ version: '1.1', items: [] });
      expect.fail();
    } catch (thrown) {
      expect((thrown as FeedError).issues).to.deep.equal([{ code: 'bad-value', path: '/version' }]);
    }
  });
});

describe('every field', () => {
  const whole = wholeFeed();
  const clean = reading(whole).value;
  const members = pointers(whole).filter(
    (pointer) => pointer && keyOf(pointer) !== 'version' && pointer !== '/items' && keyOf(pointer) !== 'draft',
  );

  /** Fields with a default: an invalid value does not get it. */
  const isDefaulted = (pointer: string) => keyOf(pointer) === 'rel' || /\/to\/\d+\/role$/.test(pointer);

  /** What goes with a part that cannot be read: up to the first owner that can be without. */
  function lostWith(pointer: string): string {
    return isRequired(pointer) || isDefaulted(pointer) ? lostWith(parentOf(pointer)) : pointer;
  }

  /** Null in an optional field is as good as its absence. An entry of a list cannot be null. */
  const isNullable = (pointer: string) => !isRequired(pointer) && !isDefaulted(pointer) && !/\/\d+$/.test(pointer);

  it('keeps the valid values of all fields', () => {
    expect(reading(whole)).to.deep.equal({ value: whole, issues: [] });
  });

  for (const pointer of members)
    it(`drops ${pointer} alone if it is invalid`, () => {
      const good = at(whole, pointer);
      const code = pointer in CODES ? 'unknown-value' : 'wrong-type';
      for (const bad of [null, typeof good === 'boolean' ? 5 : true, Array.isArray(good) ? {} : []]) {
        const { value, issues } = reading(changed(whole, pointer, bad));
        expect(value, JSON.stringify(bad)).to.deep.equal(changed(clean, lostWith(pointer), undefined));
        const isAbsent = bad === null && isNullable(pointer);
        const isMissing = bad === null && keyOf(pointer) === 'date' && keyOf(parentOf(pointer)) === 'next';
        expect(issues, JSON.stringify(bad)).to.deep.equal(isAbsent ? [] : [`${isMissing ? 'required' : code} ${pointer}`]);
      }
    });

  for (const pointer of members.filter((pointer) => !/\/\d+$/.test(pointer)))
    it(`${pointer} ${isRequired(pointer) ? 'is required' : 'may be missing'}`, () => {
      const { value, issues } = reading(changed(whole, pointer, undefined));
      if (isDefaulted(pointer)) expect(value).to.deep.equal(changed(clean, pointer, keyOf(pointer) === 'rel' ? 'on' : 'target'));
      else expect(value).to.deep.equal(changed(clean, lostWith(pointer), undefined));
      expect(issues).to.deep.equal(isRequired(pointer) ? [`required ${pointer}`] : []);
    });

  for (const [pointer, codes] of Object.entries(CODES))
    it(`${pointer} accepts its codes, and no other value`, () => {
      for (const code of codes) {
        const document = changed(whole, pointer, code);
        expect(reading(document)).to.deep.equal({ value: document, issues: [] });
      }
      for (const code of ['', 'nonsense', String(codes[0]).toUpperCase(), `${String(codes[0])} `, 'constructor'])
        expect(reading(changed(whole, pointer, code)).issues, code).to.deep.equal(
          !code && isNullable(pointer) ? [] : [`unknown-value ${pointer}`],
        );
    });

  it('ignores unknown fields', () => {
    for (const owner of pointers(whole).filter((pointer) => isObject(at(whole, pointer)))) {
      const more = { ...(at(whole, owner) as object), _other: { a: [1] }, 'x/y~z': null, Kind: 'case' };
      expect(reading(owner ? changed(whole, owner, more) : more), owner).to.deep.equal({ value: clean, issues: [] });
    }
  });

  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
});

describe('a plain JSON Feed', () => {
  it('needs no extension', () => {
    const feed = parseFeed(feedOf([{ id: 'one', content_html: '<p>x</p>', title: 'T' }], null));
    expect(feed.item('one')).to.deep.equal({ id: 'one', content_html: '<p>x</p>', title: 'T' });
    expect([feed.sequence, feed.epoch, feed.stamp, feed.issues]).to.deep.equal([0, 0, undefined, []]);
  });

  it('of version 1.0 has one author', () => {
    const author = { name: 'A. Author', url: 'https://union.example/author' };
    const { value, issues } = reading({ version: 'https://jsonfeed.org/version/1', author, items: [{ id: 1, author }] });
    expect(value).to.deep.equal({ version: 'https://jsonfeed.org/version/1', author, items: [{ id: '1', author }] });
    expect(issues).to.deep.equal([]);
  });
});

describe('the extension of the feed', () => {
  it('rejects a feed with another version of the format', () => {
    for (const spec of [2, 1.5, 0, -1, Infinity, 1e21])
      expect(
        codeOf(() => parseFeed(feedOf([], { spec }))),
        String(spec),
      ).to.equal('unsupported-spec');
    expect(codeOf(() => parseFeed({ ...feedOf([], null), _placard: { spec: 2, anything: 'else' } }))).to.equal('unsupported-spec');
  });

  it('drops an extension without a valid version, and keeps the feed', () => {
    for (const spec of ['1', '2', null, true, {}, [1]]) {
      const feed = parseFeed(feedOf([itemOf('one')], { spec }));
      expect(feed.head).to.not.have.property('_placard');
      expect(feed.issues).to.deep.equal([{ code: 'unknown-value', path: '/_placard/spec' }]);
      expect(feed.item('one')!._placard!.kind).to.equal('case');
      expect(feed.sequence).to.equal(0);
    }
  });

  it('reports every missing required field', () => {
    const { value, issues } = reading({ ...feedOf([{ id: 'one', title: 'T' }], null), _placard: { contacts: [{ id: 'x' }] } });
    expect(value).to.have.keys('version', 'title', 'items');
    expect(issues).to.deep.equal([
      'required /_placard/spec',
      'required /_placard/sequence',
      'required /_placard/generated_at',
      'required /_placard/publisher',
      'required /_placard/contacts/0/role',
    ]);
  });

  it('accepts integers from 0 as a sequence', () => {
    const counted = (sequence: unknown, epoch?: unknown) => {
      const feed = parseFeed(feedOf([], epoch === undefined ? { sequence } : { sequence, epoch }));
      return feed.head._placard && [feed.sequence, feed.epoch, feed.stamp];
    };
    expect(counted(0)).to.deep.equal([0, 0, '0']);
    expect(counted(Number.MAX_SAFE_INTEGER, 7)).to.deep.equal([Number.MAX_SAFE_INTEGER, 7, `7.${Number.MAX_SAFE_INTEGER}`]);
    for (const sequence of [-1, 1.5, '1', 2 ** 53, 1e21, Infinity, null]) expect(counted(sequence), String(sequence)).to.equal(undefined);
    expect(counted(1, -1)).to.deep.equal([1, 0, '1']);
  });

  it('accepts a timestamp only as generated_at', () => {
    for (const generated_at of ['2025', '2025-07-25', '2025-07-25T09:07:00', '2025-02-29T09:07:00Z', 'now', ''])
      expect(reading(feedOf([], { generated_at })).issues, generated_at).to.deep.equal(['bad-date /_placard/generated_at']);
    expect(reading(feedOf([], { valid_until: '2025-07' })).issues).to.deep.equal(['bad-date /_placard/valid_until']);
  });
});

describe('an id', () => {
  it('becomes a string if it is a number', () => {
    const numbers: [unknown, string][] = [
      [1, '1'],
      [0, '0'],
      [-7, '-7'],
      [1.5, '1.5'],
      [1e21, '1e+21'],
      [2 ** 53, '9007199254740992'],
    ];
    for (const [number, id] of numbers) {
      const feed = parseFeed(feedOf([itemOf(number, { timeline: [{ id: number, date: '2025', text: 'x' }], superseded_by: number })]));
      expect(feed.ids).to.deep.equal([id]);
      expect(feed.item(id)!.id).to.equal(id);
      expect(feed.item(id)!._placard).to.deep.include({ superseded_by: id, timeline: [{ id, date: '2025', text: 'x' }] });
    }
    const { cases, actions, translations } = extended({
      cases: [{ id: 1, forum: 'Court', status: 'pending', as_of: '2025' }],
      actions: [{ id: 2, type: 'contact', contact: 3 }],
      translations: [{ language: 'kk', item_id: 4, kind: 'official' }],
    });
    expect([cases![0]!.id, actions![0]!.id, actions![0]!.contact, translations![0]!.item_id]).to.deep.equal(['1', '2', '3', '4']);
    expect(parseFeed(feedOf([], { contacts: [{ id: 5, role: 'press' }] })).head._placard!.contacts![0]!.id).to.equal('5');
  });

  it('selects the first item that has it', () => {
    const feed = parseFeed(feedOf([{ id: 7, title: 'first' }, { id: 'x' }, { id: '7', title: 'second' }, { id: 7 }]));
    expect(feed.ids).to.deep.equal(['7', 'x']);
    expect(feed.item('7')!.title).to.equal('first');
    expect(feed.issues).to.deep.equal([
      { code: 'duplicate-id', path: '/items/2/id' },
      { code: 'duplicate-id', path: '/items/3/id' },
    ]);
  });

  it('drops the item, not the feed, if it is missing or invalid', () => {
    const items: unknown[] = [{ title: 'T' }, { id: '' }, { id: null }, { id: {} }, null, 'x', [], 5, { id: 'one' }];
    const { value, issues } = reading(feedOf(items));
    expect(value.items).to.deep.equal([{ id: 'one' }]);
    expect(issues).to.deep.equal([
      'required /items/0/id',
      'bad-value /items/1/id',
      'wrong-type /items/2/id',
      'wrong-type /items/3/id',
      'wrong-type /items/4',
      'wrong-type /items/5',
      'wrong-type /items/6',
      'wrong-type /items/7',
    ]);
  });

  it('is invalid if it is an infinite number', () => {
    const feed = parseFeed(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1e400},{"id":"one"}]}`);
    expect(feed.item('Infinity')).to.equal(undefined);
    expect(feed.item('one')!.id).to.equal('one');
    expect(feed.issues).to.deep.equal([{ code: 'wrong-type', path: '/items/0/id' }]);
  });

  it('may be the name of a member of Object.prototype', () => {
    const feed = parseFeed(feedOf([itemOf('__proto__'), itemOf('constructor'), itemOf('one')]));
    expect(feed.ids).to.deep.equal(['__proto__', 'constructor', 'one']);
    expect(feed.item('__proto__')!.title).to.equal('Refused');
    expect(feed.item('toString')).to.equal(undefined);
    expect(feed.has('constructor') && !feed.has('toString')).to.equal(true);
  });
});

describe('an item', () => {
  it('is validated once, when it is first read', () => {
    const feed = parseFeed(feedOf(Array.from({ length: 10_000 }, (_, index) => ({ id: index, title: 'T', image: 'javascript:alert(1)' }))));
    expect(feed.ids).to.have.length(10_000);
    expect(feed.has('77') && feed.rawField('77', 'title')).to.equal('T');
    expect(feed.issues).to.deep.equal([]);
    const item = feed.item('77');
    expect(feed.item('77')).to.equal(item);
    expect(feed.issues).to.deep.equal([{ code: 'bad-url', path: '/items/77/image' }]);
    expect(feed.item('10000')).to.equal(undefined);
    expect(feed.rawField('10000', 'title')).to.equal(undefined);
  });

  it('is shown as a plain statement without a valid extension', () => {
    for (const [_placard, issue] of [
      [5, 'wrong-type /items/0/_placard'],
      [[], 'wrong-type /items/0/_placard'],
      [{ revision: 1 }, 'required /items/0/_placard/kind'],
      [{ kind: 'story', revision: 1 }, 'unknown-value /items/0/_placard/kind'],
      [{ kind: 'case' }, 'required /items/0/_placard/revision'],
      [{ kind: 'case', revision: 0 }, 'bad-value /items/0/_placard/revision'],
      [{ kind: 'case', revision: 1.5 }, 'wrong-type /items/0/_placard/revision'],
      [{ kind: 'case', revision: '1' }, 'wrong-type /items/0/_placard/revision'],
    ] as const) {
      const { value, issues } = reading(feedOf([{ id: 'one', title: 'T', _placard }]));
      expect(value.items).to.deep.equal([{ id: 'one', title: 'T' }]);
      expect(issues).to.deep.equal([issue]);
    }
  });

  it('keeps its HTML unchanged', () => {
    const content_html = '<p onclick="x()">\u202e<script>';
    expect(firstOf(feedOf([{ id: 'one', content_html }])).content_html).to.equal(content_html);
  });

  it('has clean text in all other fields', () => {
    const { timeline, media } = extended({
      timeline: [{ id: 't', date: '2025', text: '\u202eRefused.\u0000\r\n' }],
      media: [{ alt: '' }, { alt: ' \u202eA door', credit: 'C' }],
    });
    expect(timeline![0]!.text).to.equal('Refused.');
    expect(media).to.deep.equal([{ alt: '' }, { alt: 'A door', credit: 'C' }]);
    expect(reading(feedOf([{ id: 'one', title: ' \u202e\n', summary: '' }])).issues).to.deep.equal(['bad-value /items/0/title']);
  });

  it('has a country of two capital letters, and a valid language tag', () => {
    for (const country of ['kz', 'KAZ', 'K', 'KZ\n', 'ΚΖ'])
      expect(extended({ incident: { place: { country } } }).incident).to.deep.equal({ place: {} });
    const spoken = (language: string) => firstOf(feedOf([{ id: 'one', language }])).language;
    for (const language of ['kk', 'kk-Arab-CN', 'zh-Hant-TW', 'pt-BR', 'de-CH-1996', 'en-u-ca-gregory'])
      expect(spoken(language)).to.equal(language);
    for (const language of [
      '',
      'k',
      'kk_KZ',
      'kk-',
      '-kk',
      'English please',
      'kk\n',
      'қазақ',
      'x'.repeat(1_000_000),
      `en${'-a'.repeat(2_000_000)}`,
    ])
      expect(spoken(language), language.slice(0, 20)).to.equal(undefined);
  });
});

describe('a date', () => {
  it('is required for a scheduled step', () => {
    const upcoming = (next: JsonObject) => {
      const { value, issues } = reading(
        feedOf([itemOf('one', { cases: [{ id: 'c', forum: 'Court', status: 'pending', as_of: '2025', next }] })]),
      );
      return { next: at(value, '/items/0/_placard/cases/0/next'), issues };
    };
    const path = '/items/0/_placard/cases/0/next/date';
    expect(upcoming({ type: 'hearing', date_status: 'scheduled' })).to.deep.equal({ next: undefined, issues: [`required ${path}`] });
    expect(upcoming({ type: 'hearing', date_status: 'scheduled', date: '2025-13' })).to.deep.equal({
      next: undefined,
      issues: [`bad-date ${path}`],
    });
    for (const date_status of ['not-set', 'postponed', 'held', 'cancelled'])
      expect(upcoming({ type: 'hearing', date_status })).to.deep.equal({ next: { type: 'hearing', date_status }, issues: [] });
  });

  it('drops an entry of a timeline if it is invalid, and drops an optional date alone', () => {
    const { timeline, background } = extended({
      timeline: [
        { id: '1', date: '2025-02-29', text: 'x' },
        { id: '2', date: { date: '2025-04', rel: 'until' }, text: 'x' },
        { id: '3', date: { date: '2025-04', rel: 'by' }, text: 'x' },
      ],
      background: [{ date: '2025-7', text: 'x' }],
    });
    expect(timeline).to.deep.equal([{ id: '3', date: { date: '2025-04', rel: 'by' }, text: 'x' }]);
    expect(background).to.deep.equal([{ text: 'x' }]);
    expect(reading(feedOf([{ id: 'one', date_published: '2025-07-25T09:07:00' }])).issues).to.deep.equal([
      'bad-date /items/0/date_published',
    ]);
  });
});

describe('a source', () => {
  it('may be a string, and drops only its address if that is unsafe', () => {
    const sources = (source: unknown) => {
      const { value, issues } = reading(feedOf([itemOf('one', { timeline: [{ id: 't', date: '2025', text: 'x', source }] })]));
      return { source: at(value, '/items/0/_placard/timeline/0/source'), issues };
    };
    const path = '/items/0/_placard/timeline/0/source';
    expect(sources(' The union ')).to.deep.equal({ source: 'The union', issues: [] });
    expect(sources({ title: 'Release', url: 'javascript:alert(1)', publisher: 5 })).to.deep.equal({
      source: { title: 'Release' },
      issues: [`bad-url ${path}/url`, `wrong-type ${path}/publisher`],
    });
    expect(sources({ url: 'https://union.example/' })).to.deep.equal({ source: undefined, issues: [`required ${path}/title`] });
    expect(sources(' ')).to.deep.equal({ source: undefined, issues: [`bad-value ${path}`] });
  });
});

describe('an address in a feed', () => {
  const whole = wholeFeed();
  const isAddress = (value: unknown) => typeof value === 'string' && /^(https?|mailto):/.test(value);
  const addresses = pointers(whole).filter((pointer) => isAddress(at(whole, pointer)) && pointer !== '/version');
  const fetched = ['feed_url', 'icon', 'favicon', 'avatar', 'logo', 'onion', 'image', 'banner_image'];
  const isFetched = (pointer: string) =>
    fetched.includes(keyOf(pointer)) || /\/(mirrors\/0|(media|attachments|documents)\/0\/url)$/.test(pointer);

  it('has a test for every field of that type', () => expect(addresses).to.have.length(36));

  for (const pointer of addresses)
    it(`at ${pointer} is safe, or dropped and reported`, () => {
      for (const value of [
        'javascript:alert(1)',
        'java\nscript:alert(1)',
        'data:,x',
        'blob:https://a.example/1',
        'https://a@b.example/',
        'http://[',
        'tel:CALL',
        ' ',
      ]) {
        const { value: result, issues } = reading(changed(whole, pointer, value), FEED_URL);
        expect(issues, value).to.deep.equal([`bad-url ${pointer}`]);
        expect(result, value).to.deep.equal(changed(whole, isRequired(pointer) ? parentOf(pointer) : pointer, undefined));
      }
      for (const value of ['mailto:press@union.example', 'tel:+3225550100'])
        expect(reading(changed(whole, pointer, value), FEED_URL).issues, value).to.deep.equal(
          isFetched(pointer) ? [`bad-url ${pointer}`] : [],
        );
    });

  it('resolves against feed_url, so that a mirror does not change the links', () => {
    const document = feedOf(
      [itemOf('one', { media: [{ url: 'one.jpg', alt: 'A door' }] }), { id: 'two', url: '/two' }],
      {},
      { feed_url: FEED_URL, home_page_url: '..' },
    );
    const feed = parseFeed(document, 'https://mirror.example/copy/feed.json');
    expect(feed.base).to.equal(FEED_URL);
    expect(feed.head.home_page_url).to.equal('https://feeds.example/');
    expect(feed.item('one')!._placard!.media![0]!.url).to.equal('https://feeds.example/placard/one.jpg');
    expect(feed.item('two')!.url).to.equal('https://feeds.example/two');
  });

  it('resolves against the response address if feed_url is missing or invalid', () => {
    for (const feed_url of [undefined, '', 5, 'javascript:alert(1)', 'https://a@feeds.example/', 'mailto:a@b.example', null]) {
      const feed = parseFeed({ ...feedOf([{ id: 'one', url: 'one' }]), feed_url }, 'https://mirror.example/copy/feed.json');
      expect(feed.item('one')!.url, String(feed_url)).to.equal('https://mirror.example/copy/one');
    }
    const relative = parseFeed(
      { ...feedOf([{ id: 'one', url: 'one' }]), feed_url: '/main/feed.json' },
      'https://mirror.example/copy/feed.json',
    );
    expect(relative.item('one')!.url).to.equal('https://mirror.example/main/one');
  });

  it('is dropped if it is relative and no base is known', () => {
    for (const url of [undefined, '', 'feed.json', 'not an address', 'blob:https://a.example/1', 'file:///home/feed.json']) {
      const { value, issues } = reading(feedOf([{ id: 'one', url: 'one', image: 'https://union.example/one.jpg' }]), url);
      expect(value.items, url).to.deep.equal([{ id: 'one', image: 'https://union.example/one.jpg' }]);
      expect(issues).to.deep.equal(['bad-url /items/0/url']);
    }
  });

  it('resolves against its own feed when items of two feeds are read in turns', () => {
    const [a, b] = ['a', 'b'].map((name) =>
      parseFeed(
        feedOf([
          { id: 'one', url: 'x' },
          { id: 'two', url: 'y' },
        ]),
        `https://${name}.example/feed.json`,
      ),
    );
    expect([a!.item('one')!.url, b!.item('two')!.url, a!.item('two')!.url, b!.item('one')!.url]).to.deep.equal([
      'https://a.example/x',
      'https://b.example/y',
      'https://a.example/y',
      'https://b.example/x',
    ]);
  });
});

describe('a contact', () => {
  function contactOf(more: JsonObject) {
    const feed = parseFeed(feedOf([], { contacts: [{ id: 'c', role: 'press', ...more }] }));
    return { contact: feed.head._placard!.contacts![0]!, issues: feed.issues.map(({ code }) => code) as IssueCode[] };
  }

  it('has a telephone number in ASCII digits', () => {
    expect(contactOf({ phone: ' \u202d+32 2 235 22 16\u202c ' })).to.deep.equal({
      contact: { id: 'c', role: 'press', phone: '+32 2 235 22 16' },
      issues: [],
    });
    for (const phone of ['+٣٢ ٢ ٢٣٥', '۱۱۲', '１１２', 'CALL US', '112 or 113', ' ', '+'])
      expect(contactOf({ phone }), phone).to.deep.equal({ contact: { id: 'c', role: 'press' }, issues: ['bad-phone'] });
  });

  it('has a valid e-mail address', () => {
    expect(contactOf({ email: ' press\u200b@union.example' }).contact.email).to.equal('press@union.example');
    for (const email of [
      '[email protected]',
      'press (at) union.example',
      'press@union.example?bcc=a@b.example',
      'press@union.example\nBcc: a@b.example',
      'a@b.example,c@d.example',
      ' ',
    ])
      expect(contactOf({ email }), email).to.deep.equal({ contact: { id: 'c', role: 'press' }, issues: ['bad-email'] });
  });

  it('is dropped alone if it is invalid', () => {
    const contacts: unknown[] = [{ id: 'a', role: 'boss' }, { role: 'press' }, { id: 'c', role: 'legal', languages: ['en', 'E N', 5] }];
    const feed = parseFeed(feedOf([], { contacts }));
    expect(feed.head._placard!.contacts).to.deep.equal([{ id: 'c', role: 'legal', languages: ['en'] }]);
    expect(feed.issues.map(({ path }) => path)).to.deep.equal([
      '/_placard/contacts/0/role',
      '/_placard/contacts/1/id',
      '/_placard/contacts/2/languages/1',
      '/_placard/contacts/2/languages/2',
    ]);
  });
});

describe('a retraction', () => {
  const retraction = { at: '2025-08', reason: 'Not ours.' };
  const read = (_placard: JsonObject) => reading(feedOf([{ id: 'one', title: 'T', _placard }]));
  const extension = (_placard: JsonObject) => at(read(_placard).value, '/items/0/_placard');

  it('is parsed like any extension', () => {
    const whole = { kind: 'case', revision: 4, change: 'retraction', retraction, superseded_by: 'two' };
    expect(read(whole)).to.deep.equal({ value: { ...feedOf([{ id: 'one', title: 'T', _placard: whole }]) }, issues: [] });
  });

  it('survives any other fault in the extension', () => {
    const withdrawn = { change: 'retraction', retraction };
    expect(extension({ ...withdrawn, kind: 'story', revision: 4 })).to.deep.equal({ kind: 'statement', revision: 4, ...withdrawn });
    expect(extension({ ...withdrawn, kind: 'campaign', revision: 'four' })).to.deep.equal({ kind: 'campaign', revision: 1, ...withdrawn });
    expect(extension({ ...withdrawn, superseded_by: 7, incident: 5 })).to.deep.equal({
      kind: 'statement',
      revision: 1,
      ...withdrawn,
      superseded_by: '7',
    });
    expect(extension({ change: 'retraction', retraction: { at: 'then' } })).to.deep.equal({
      kind: 'statement',
      revision: 1,
      change: 'retraction',
    });
    expect(read({ ...withdrawn, kind: 'story', revision: 4 }).issues).to.deep.equal(['unknown-value /items/0/_placard/kind']);
  });

  it('without its date or reason counts, and is reported', () => {
    const withdrawn = { kind: 'case', revision: 4, change: 'retraction' };
    expect(read(withdrawn).issues).to.deep.equal(['required /items/0/_placard/retraction']);
    expect(extension(withdrawn)).to.deep.equal(withdrawn);
    expect(read({ ...withdrawn, retraction: { at: '2025' } }).issues).to.deep.equal(['required /items/0/_placard/retraction/reason']);
    expect(extension({ ...withdrawn, retraction: null })).to.deep.equal(withdrawn);
    expect(read({ change: 'retraction' }).issues).to.deep.equal([
      'required /items/0/_placard/kind',
      'required /items/0/_placard/revision',
      'required /items/0/_placard/retraction',
    ]);
  });

  it('has only the fields of a retraction if the extension is invalid', () => {
    for (const change of ['Retraction', 'retracted', '', null, ['retraction'], 'correction']) {
      expect(extension({ kind: 'story', revision: 4, change, retraction })).to.equal(undefined);
      expect(extension({ kind: 'case', revision: 4, change, retraction })).to.not.deep.include({ change: 'retraction' });
    }
  });
});

describe('a hostile document', () => {
  const own = (object: object) => Object.getOwnPropertyNames(object).sort();
  const version = '"version":"https://jsonfeed.org/version/1.1"';

  it('does not change the prototypes of the page', () => {
    const before = [own(Object.prototype), own(Array.prototype), own(Function.prototype)];
    const evil = '{"polluted":1,"id":"evil","title":"evil","_placard":{"spec":1}}';
    const keys = `"__proto__":${evil},"constructor":{"prototype":${evil}}`;
    const feed = parseFeed(`{${keys},${version},"items":[{${keys},"id":"one","_placard":{${keys},"kind":"case","revision":1}},{${keys}}]}`);
    expect(readAll(feed)).to.deep.equal({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: 'one', _placard: { kind: 'case', revision: 1 } }],
    });
    expect(feed.issues).to.deep.equal([{ code: 'required', path: '/items/1/id' }]);
    expect([own(Object.prototype), own(Array.prototype), own(Function.prototype)]).to.deep.equal(before);
    expect(feed.item('one')).to.not.have.property('polluted');
  });

  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const)
    it(`may have 60,000 nested ${open}`, () => {
      const deep = `${open.repeat(60_000)}1${close.repeat(60_000)}`;
      const document = `{${version},"title":${deep},"deep":${deep},"items":[{"id":"one","title":"T","summary":${deep},"tags":[${deep}],"x":${deep},
        "_placard":{"kind":"case","revision":1,"incident":{"when":${deep}},"timeline":[${deep}]}}, ${deep}]}`;
      const feed = parseFeed(document);
      expect(readAll(feed).items).to.deep.equal([
        { id: 'one', title: 'T', tags: [], _placard: { kind: 'case', revision: 1, incident: {}, timeline: [] } },
      ]);
      expect(feed.issues.every(({ path }) => path.length < 60)).to.equal(true);
      expect(feed.issues).to.have.length.within(6, 9);
    });

  it('may have numbers of any size', () => {
    for (const number of ['1e400', '-1e400', '1e-400', '123456789012345678901234567890', '-0', '0.1e1'])
      expect(
        codeOf(() =>
          readAll(
            parseFeed(
              `{${version},"_placard":{"sequence":${number},"epoch":${number}},"items":[{"id":${number},"_placard":{"revision":${number}}}]}`,
            ),
          ),
        ),
        number,
      ).to.equal('none');
    const infinite = parseFeed(`{${version},"_placard":{"spec":1,"sequence":1,"generated_at":"2025-07-25T09:07:00Z",
      "publisher":{"name":"U","figures":[{"value":1e400,"label":"members"},{"value":6e5,"label":"members"}]}},"items":[]}`);
    expect(infinite.head._placard!.publisher.figures).to.deep.equal([{ value: 6e5, label: 'members' }]);
  });

  for (const pointer of [
    '/version',
    '/language',
    '/_placard/generated_at',
    '/_placard/publisher/url',
    '/_placard/publisher/figures/1/value',
    '/_placard/contacts/0/phone',
    '/_placard/contacts/0/email',
    '/items/0/id',
    '/items/0/content_html',
    '/items/0/date_published',
    '/items/0/_placard/kind',
    '/items/0/_placard/incident/place/country',
    '/items/0/_placard/timeline/0/date/date',
    '/items/0/_placard/timeline/0/source',
    '/items/0/_placard/quotes/0/text',
  ])
    it(`may have a megabyte at ${pointer}`, () => {
      for (const unit of ['x', '1', '\u0301', 'a-', '@.']) {
        const long = unit.repeat(1_000_000 / unit.length);
        const code = codeOf(() => readAll(parseFeed(changed(wholeFeed(), pointer, long), FEED_URL)));
        expect(code).to.equal(pointer === '/version' ? 'not-a-feed' : 'none');
      }
    });

  it('loses an extension above the maximum size, and keeps the rest', () => {
    const timeline = Array.from({ length: 100 }, (_, id) => ({ id, date: '2025', text: 'x'.repeat(2_000), kind: 'x'.repeat(1_000) }));
    const feed = parseFeed(feedOf([itemOf('one', { timeline }), itemOf('two')], { contacts: timeline }));
    expect(feed.item('one')).to.deep.equal({ id: 'one', title: 'Refused' });
    expect(feed.item('two')!._placard!.kind).to.equal('case');
    expect(feed.head._placard).to.equal(undefined);
    expect(feed.issues).to.deep.equal([
      { code: 'bad-value', path: '/_placard' },
      { code: 'bad-value', path: '/items/0/_placard' },
    ]);
  });

  it('loses a text above the maximum length', () => {
    const long = 'x'.repeat(8_001);
    const [title, grounds, summary] = [500, 2_000, 8_000].map((length) => long.slice(0, length));
    const whole = { id: 'one', title, summary, content_text: long };
    expect(parseFeed(feedOf([whole])).item('one')).to.deep.equal(whole);
    const feed = parseFeed(
      feedOf([{ ...itemOf('one', { incident: { grounds: `${grounds}x` } }), title: `${title}x`, summary: `${summary}x` }]),
    );
    expect(feed.item('one')!._placard!.incident).to.deep.equal({});
    expect(feed.issues.map(({ path }) => path)).to.deep.equal(['/items/0/title', '/items/0/summary', '/items/0/_placard/incident/grounds']);
  });

  it('loses the entries after the hundredth of a list, and reports that once', () => {
    const timeline = Array.from({ length: 32_000 }, (_, id) => ({ id, date: '2025', text: 'x' }));
    const feed = parseFeed(
      feedOf([itemOf('one', { timeline }), itemOf('two', { timeline: timeline.slice(0, 100) })], { contacts: timeline }),
    );
    expect(feed.item('one')!._placard!.timeline).to.have.length(100);
    expect(feed.item('two')!._placard!.timeline).to.have.length(100);
    expect(feed.issues.filter(({ code }) => code === 'too-many').map(({ path }) => path)).to.deep.equal([
      '/_placard/contacts/100',
      '/items/0/_placard/timeline/100',
    ]);
  });

  it('has no name and no headline if they contain only invisible characters', () => {
    for (const blank of ['\u3164', '\u115f\u1160', '\u2800 \u2800', '\u200b\u00ad', '\ufe0f\u034f', '\u{e0061}', '\u3000']) {
      const feed = parseFeed(feedOf([{ id: 'one', title: blank, summary: `x${blank}` }], { publisher: { name: blank } }));
      expect(feed.item('one')!.title, blank).to.equal(undefined);
      expect(feed.item('one')!.summary).to.contain('x');
      expect(feed.head._placard).to.equal(undefined);
    }
  });

  it('reports at most a thousand issues', () => {
    const items = Array.from({ length: 10_000 }, () => ({ title: 'no id' }));
    const feed = parseFeed(feedOf([...items, { id: 'one', tags: Array.from({ length: 150_000 }, () => 5) }]));
    expect(feed.ids).to.deep.equal(['one']);
    expect(feed.item('one')!.tags).to.deep.equal([]);
    expect(feed.issues).to.have.length(1_000);
  });
});
