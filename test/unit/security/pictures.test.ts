/** A picture is never fetched from the page's host: the request would send the reader's cookies. */
import { expect } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { sendsPageCookies } from '../../../src/feed/values/safe-url.js';
import { documentOf, part, show, shownText } from '../elements/helpers.js';
import { Script } from '../../support/servers/client.js';

describe('a picture at the page’s own origin', () => {
  it('a picture at the page’s host is recognized with any port or scheme', () => {
    for (const [picture, page, feed, own] of [
      ['https://page.example/logout', 'https://page.example', 'https://feeds.example/feed.json', true],
      ['https://page.example/logout', 'https://page.example', undefined, true],
      ['http://page.example/logout', 'https://page.example', 'https://feeds.example/feed.json', true],
      ['https://page.example:8443/logout', 'https://page.example', 'https://feeds.example/feed.json', true],
      ['https://admin.page.example/logout', 'https://page.example', 'https://feeds.example/feed.json', true],
      ['https://page.example/logout', 'https://www.page.example', 'https://feeds.example/feed.json', true],
      ['https://page.example/logout', 'https://page.example', 'https://feeds.page.example/feed.json', true],
      ['https://page.example/a.jpg', 'https://page.example', 'https://page.example/feed.json', false],
      ['https://feeds.page.example/a.jpg', 'https://page.example', 'https://feeds.page.example/feed.json', false],
      ['https://otherpage.example/a.jpg', 'https://page.example', 'https://feeds.example/feed.json', false],
      ['https://feeds.example/a.jpg', 'https://page.example', 'https://feeds.example/feed.json', false],
      ['https://page.example/a.jpg', 'null', 'https://feeds.example/feed.json', false],
    ] as const)
      expect(sendsPageCookies(picture, page, feed), `${picture} on ${page}, ${feed}`).to.equal(own);
  });

  it('a picture at the page’s origin is not fetched; its alternative text is shown, and the problem is reported', async () => {
    const picture = await Script.of({ body: '' });
    const document = documentOf({
      item: { content_html: `<p>Words.</p><img src="${picture.own}" alt="In the statement">` },
      facts: { media: [{ url: picture.own, alt: 'In the head', credit: 'Agency' }] },
      // The feed cannot allow its own pictures.
      head: { publisher: { name: 'Example Union', url: location.origin } },
    });
    const feed = parseFeed({ ...document, feed_url: `${location.origin}/feed.json` }, 'https://feeds.example/feed.json');
    const element = await show<PlacardElement>('placard-statement', feed);
    while (!element.shadowRoot!.querySelector('.placard-rich')) await new Promise(requestAnimationFrame);
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(shownText(part(element, 'picture')!))
      .to.contain('In the head')
      .and.to.contain('Agency');
    expect(shownText(element)).to.contain('In the statement');
    expect(feed.issues).to.deep.include({ code: 'bad-url', path: '/items/0/_placard/media' });
    expect(feed.issues).to.deep.include({ code: 'bad-url', path: '/items/0/content_html' });
    expect(await picture.seen()).to.deep.equal([]);
  });
});
