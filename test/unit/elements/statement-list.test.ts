import { expect, waitUntil } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { CASE, documentOf, feedOf, part, parts, show, shownText } from './helpers.js';

describe('placard-statement', () => {
  it('shows the full text, paragraph by paragraph', async () => {
    const element = await show('placard-statement', feedOf());
    expect([...part(element, 'text')!.children].map(({ textContent }) => textContent)).to.deep.equal([
      'First paragraph.',
      'Second paragraph.',
    ]);
    expect(part(element, 'text')!.lang).to.equal('en');
  });

  it('shows the words of HTML as text, without its markup', async () => {
    const html = '<h2>Title</h2><p>One &amp; two<script>alert(1)</script></p><img src=x onerror=alert(1)><ul><li>three</ul>';
    const element = await show('placard-statement', feedOf({ item: { content_text: undefined, content_html: html } }));
    expect(shownText(part(element, 'text')!)).to.equal('Title One & two three');
    expect(element.shadowRoot!.querySelector('script, img, [onerror]')).to.equal(null);
  });

  it('reads every name of HTML, in a text of a content system too', async () => {
    const words = {
      summary: '&Acy;&lcy;&mcy;&acy;&tcy;&ycy;&period;',
      content_html: '<p>&Lstrok;&oacute;d&zacute; &lt;b&gt; &NotAName;</p>',
    };
    const document = documentOf({ item: { ...words, content_text: undefined } });
    const element = await show<PlacardElement>('placard-statement', parseFeed(document, 'https://union.example/feed.json'));
    expect(shownText(part(element, 'summary')!)).to.equal('Алматы.');
    expect(shownText(part(element, 'text')!)).to.equal('Łódź <b> &NotAName;');
  });

  it('shows the statement once after a move to another document', async () => {
    const html = '<p>First <b>bold</b> words.</p>';
    const element = await show<PlacardElement>('placard-statement', feedOf({ item: { content_text: undefined, content_html: html } }));
    const rich = () => !!element.shadowRoot!.querySelector('.placard-rich');
    await waitUntil(rich);
    const host = element.parentElement!;
    host.insertAdjacentHTML('beforeend', '<iframe></iframe>');
    const inner = host.querySelector('iframe')!.contentDocument!;
    inner.body.append(inner.adoptNode(element));
    await element.updateComplete;
    expect(rich()).to.equal(false);
    host.append(document.adoptNode(element));
    await waitUntil(rich);
    expect(shownText(element).split('First bold words')).to.have.length(2);
  });

  it('shows a card for an item without a text', async () => {
    expect(part(await show('placard-statement', feedOf({ item: { content_text: undefined } })), 'text')).to.equal(null);
  });
});

describe('placard-list', () => {
  const many = (count: number, facts: (index: number) => object = () => ({})) => {
    const document = documentOf();
    document.items = Array.from({ length: count }, (_, index) => ({
      id: index,
      title: `Title ${index}`,
      url: `/${index}`,
      date_published: '2026-03',
      _placard: { kind: 'case', revision: 1, ...facts(index) },
    }));
    return parseFeed(document, 'https://union.example/feed.json');
  };

  const TAGS = [['courts'], ['courts', 'visas'], [], ['visas', 7, ' ']];
  const tagged = (tags: readonly unknown[][]) => {
    const document = documentOf();
    document.items = tags.map((each, index) => ({
      id: index,
      title: `Title ${index}`,
      tags: each,
      date_published: `2026-03-0${9 - index}`,
    }));
    return parseFeed(document, 'https://union.example/feed.json');
  };

  it('shows the entries of the topic that a reader chooses, then every entry again', async () => {
    const element = await show<PlacardElement>('placard-list', tagged(TAGS));
    const select = element.shadowRoot!.querySelector('select')!;
    const titles = () => parts(element, 'title').map(shownText);
    expect([...select.options].map(({ text }) => text)).to.deep.equal(['Show all', 'courts', 'visas']);
    expect(select.labels[0]!.textContent).to.contain('Topics');
    const choose = async (topic: string) => {
      select.value = topic;
      select.dispatchEvent(new Event('change'));
      await element.updateComplete;
    };
    await choose('visas');
    expect(titles()).to.deep.equal(['Title 1', 'Title 3']);
    expect(select.value).to.equal('visas');
    await choose('');
    expect(titles()).to.have.length(4);
  });

  it('shows every entry if the chosen topic is gone, and no filter for one topic', async () => {
    const element = await show<PlacardElement & { data: unknown }>('placard-list', tagged(TAGS));
    const select = element.shadowRoot!.querySelector('select')!;
    select.value = 'visas';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    element.data = tagged([['courts'], ['courts']]);
    await element.updateComplete;
    expect(parts(element, 'title')).to.have.length(2);
    expect(element.shadowRoot!.querySelector('select')).to.equal(null);
  });

  it('shows each campaign with its link, state, kind and date', async () => {
    const states = [
      { cases: [CASE] },
      { incident: { state: 'resolved' } },
      { change: 'retraction', retraction: { at: '2026-03-05', reason: 'Wrong.' } },
      {},
    ];
    const element = await show(
      'placard-list',
      many(4, (index) => states[index]!),
    );
    expect(parts(element, 'entry').map(shownText)).to.deep.equal([
      'Title 0 Case pending · Case · March 2026',
      'Title 1 Resolved · Case · March 2026',
      'Title 2 Withdrawn · Case · March 2026',
      'Title 3 Case · March 2026',
    ]);
    expect(element.shadowRoot!.querySelector('a')!.href).to.equal('https://union.example/0');
  });

  it('uses the first words as the title of an entry without a title', async () => {
    const element = await show(
      'placard-list',
      feedOf({ head: null, facts: null, item: { title: undefined, summary: undefined, content_text: 'Short note.' } }),
    );
    expect(shownText(part(element, 'title')!)).to.equal('Short note.');
  });

  it('parses only the entries that it shows, and more after a click', async () => {
    const element = await show('placard-list', many(45));
    expect(parts(element, 'entry')).to.have.length(20);
    part(element, 'more')!.click();
    await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    expect(parts(element, 'entry')).to.have.length(40);
    expect(shownText(part(element, 'more')!)).to.equal('Show 5 more');
  });
});
