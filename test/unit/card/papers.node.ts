/** Documents, letters with replies, signatories, the codes of what happened, and content warnings. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderHtml } from '../../../src/card/html.js';
import { blocksOf, cardOf, linesOf, LIVE } from './cards.js';

const text = async (facts: object, more: object = {}) => (await linesOf({ facts: { ...facts }, ...more })).join('\n');

describe('a document', () => {
  it('has its kind, size, language and date, and an attachment is one too', async () => {
    const documents = [
      {
        title: 'The ruling',
        url: 'https://union.example/ruling.pdf',
        type: 'application/pdf',
        size: 1_200_000,
        language: 'ru',
        date: '2026-01-02',
        kind: 'ruling',
      },
    ];
    assert.match(
      await text({ documents }),
      /The ruling · https:\/\/union\.example\/ruling\.pdf · Ruling · PDF · 1\.2 MB · Russian · 2 January 2026/,
    );
    const attachments = [{ url: 'https://union.example/call.mp3', mime_type: 'audio/mpeg', title: 'The call', duration_in_seconds: 240 }];
    assert.match(await text({}, { item: { attachments } }), /The call · https:\/\/union\.example\/call\.mp3 · MPEG · 4 min/);
  });

  it('is a film among the pictures too, which is not shown as a picture', async () => {
    const facts = { media: [{ url: 'https://union.example/film.mp4', alt: 'A film', caption: 'The square', credit: 'The union' }] };
    const card = await cardOf({ facts });
    assert.equal(blocksOf(card.blocks, 'picture').length, 0);
    assert.match(await text(facts), /A film · https:\/\/union\.example\/film\.mp4 · The square · .*The union/);
  });
});

describe('an intervention', () => {
  const letter = { id: 'i', kind: 'letter', by: 'The union', to: 'The ministry', date: '2026-07-17', text: 'Why?' };

  it('counts the days without an answer, by the clock of the custody', async () => {
    const facts = { interventions: [{ ...letter, reply: { state: 'none' } }] };
    assert.match(
      await text(facts, { freshness: LIVE }),
      /Letter · from The union · to The ministry · 17 July 2026\nWhy\?\nNo answer for 133 days, counted on 27 November 2026\./,
    );
    assert.match(await text(facts), /No answer for 133 days, counted on 27 November 2026\./);
  });

  it('has the reply word for word, once there is one', async () => {
    const reply = { state: 'received', date: '2026-08-01', text: 'We follow the law.' };
    const card = await cardOf({ facts: { interventions: [{ ...letter, reply }] } });
    const [quote] = blocksOf(card.blocks, 'quote');
    assert.deepEqual([quote!.direct, quote!.text], [true, 'We follow the law.']);
    assert.doesNotMatch(await text({ interventions: [{ ...letter, reply }] }), /No answer/);
  });
});

describe('a joint statement', () => {
  const signatories = ['First', 'Second'].map((name) => ({ name, kind: 'organisation', country: 'FR' }));

  it('has the number of organisations, and their names in order', async () => {
    assert.match(await text({ signatories }), /First · France\nSecond · France/);
    const card = await cardOf({ facts: { signatories } });
    assert.match(JSON.stringify(blocksOf(card.blocks, 'fold').find(({ role }) => role === 'reading')!.hint), /2 organisations/);
    assert.match(JSON.stringify((await cardOf({ facts: { signatories, signatories_count: 19 } })).blocks), /19 organisations/);
  });

  it('names several authors', async () => {
    assert.match(await text({}, { item: { authors: [{ name: 'A. One' }, { name: 'B. Two' }] } }), /Written by A\. One · B\. Two/);
  });
});

describe('an incident', () => {
  it('has categories in the language of the reader, and words of its own', async () => {
    const facts = { incident: { categories: ['killing', 'other matters'] } };
    assert.match(await text(facts), /Killing · other matters/);
    assert.match(await text(facts, { language: 'de' }), /Tötung · other matters/);
  });

  it('has several actors, equipment, counts, and a place without a country', async () => {
    const facts = {
      incident: {
        place: { name: 'Port Ansel', region: 'Old Coast' },
        affected: { killed: 1, injured: 2, held: 3 },
        actors: [{ name: 'A militia', kind: 'military', certainty: 'suspected' }, { kind: 'unknown-persons' }],
        equipment: [{ what: 'laptop', count: 2, state: 'seized' }],
      },
    };
    const all = await text(facts);
    assert.match(all, /1 killed · 2 injured · 3 held/);
    assert.match(all, /A militia \(military, suspected\) · unknown persons/);
    assert.match(all, /2 × laptop \(seized\)/);
    assert.match(all, /Port Ansel, Old Coast/);
  });
});

describe('a content warning', () => {
  it('folds the picture and the summary in every form', async () => {
    const facts = { content_warning: 'Describes violence.', media: [{ url: 'https://union.example/a.jpg', alt: 'A' }] };
    const card = await cardOf({ facts, item: { summary: 'What happened.' } });
    const [warning] = blocksOf(card.blocks, 'fold').filter(({ role }) => role === 'warning');
    assert.equal(blocksOf(warning!.blocks, 'picture').length, 1);
    const html = renderHtml(card);
    assert.ok(html.indexOf('<summary><strong>Describes violence.') < html.indexOf('<img'));
    assert.match(renderHtml(card, { profile: 'strict' }), /Describes violence\./);
  });
});

describe('lines of a text', () => {
  it('are kept in every form: an address, names, the cells of a table', async () => {
    const address = { content_text: 'Write to:\nThe Minister\nSquare 1\n\nThank you.' };
    assert.match(await text({}, { item: address }), /Write to:\nThe Minister\nSquare 1\nThank you\./);
    const card = await cardOf({ item: address });
    for (const profile of ['full', 'strict'] as const)
      assert.match(renderHtml(card, { profile }), /Write to:<br \/>The Minister<br \/>Square 1/, profile);
    const table = { content_html: '<table><tr><th>Name</th><th>Since</th></tr><tr><td>A. One</td><td>2024</td></tr></table>' };
    assert.match(await text({}, { item: table }), /Name · Since\nA\. One · 2024/);
  });
});

describe('an item of another program', () => {
  it('has its references of HTML read, its link, and its picture', async () => {
    const card = await cardOf({ item: { title: 'The union&#8217;s caf&eacute; &amp; bar', external_url: 'https://other.example/one' } });
    assert.match(JSON.stringify(card), /The union’s café & bar/);
    const [headline] = blocksOf(card.blocks, 'heading');
    assert.match(JSON.stringify(headline), /other\.example\/one/);
  });

  it('shows its picture if it is only a picture, from an address that is safe', async () => {
    const urlOf = async (content_html: string, more = {}) =>
      blocksOf((await cardOf({ item: { content_html, ...more } })).blocks, 'picture').map(({ url, alt }) => (alt ? [url, alt] : url));
    assert.deepEqual(await urlOf('<p><img data-src="/q.png" src="/p.png?a=1&amp;b=2" alt="Poster"></p>'), [
      ['https://feeds.example/p.png?a=1&b=2', 'Poster'],
    ]);
    assert.deepEqual(await urlOf("<figure><img alt='' src='https://u.example/p.png'></figure>"), ['https://u.example/p.png']);
    assert.deepEqual(await urlOf('<img src="javascript:alert(1)">'), []);
    assert.deepEqual(await urlOf('<p>Words</p><img src="/p.png">'), []);
    assert.deepEqual(await urlOf('<img src="/p.png">', { image: 'https://u.example/own.png' }), ['https://u.example/own.png']);
  });
});
