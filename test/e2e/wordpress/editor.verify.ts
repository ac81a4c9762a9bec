/**
 * Tests the plugin in a real browser: an administrator installs it, an author and an editor insert a card, and readers see it in two
 * default themes. SCREENSHOTS=FOLDER keeps pictures of the pages.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { openBrowser, visit } from '../../support/browser-page.js';
import { untilLive } from '../../support/composed-text.mjs';
import { withPart, type Json } from '../cli/feeds.js';
import { administer } from './administration.js';
import { news, Newsroom } from './newsroom.js';
import type { Role } from './wordpress.js';

/** WordPress makes an embed only of an address with `https`. The host of the test serves http alone. */
const PASTED = 'https://cases.example.org/press-cards/';
const THEMES = ['twentytwentyone', 'twentytwentythree'];

describe('the plugin in a browser', () => {
  let room: Newsroom;
  let browser: Browser;

  before(async () => {
    room = await Newsroom.open({ active: false });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await room?.[Symbol.asyncDispose]();
  });

  const as = <T>(role: Role, path: string, use: (page: Page) => Promise<T>) => administer(browser, room.wordpress, role, path, use);

  const picture = async (page: Page, name: string) => {
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`), fullPage: true });
  };

  it('is installed from its zip and activated by an administrator', () =>
    as('administrator', 'plugin-install.php?tab=upload', async (page) => {
      const input = (await page.$('input#pluginzip'))!;
      await input.uploadFile(room.wordpress.zip);
      await Promise.all([page.waitForNavigation(), page.$eval('form.wp-upload-form', (form) => form.submit())]);
      await Promise.all([page.waitForNavigation(), page.click('a[href*="action=activate"]')]);
      assert.ok(await page.$('tr[data-slug=placard].active'));
    }));

  it('names the block and the shortcode on the screen without a card, and leads to the editor', () =>
    as('editor', 'tools.php?page=placard', async (page) => {
      const title = await room.wordpress.json<string>(`WP_Block_Type_Registry::get_instance()->get_registered('placard/card')->title`);
      assert.ok((await page.$eval('.wrap', (screen) => screen.textContent)).includes(title));
      assert.match(await page.$eval('.wrap code', (code) => code.textContent), /^\[placard url=/);
      await picture(page, 'empty');
      await Promise.all([page.waitForNavigation(), page.click('.wrap .button')]);
      await canvasOf(page);
    }));

  /** Publishes the post of the open editor, and returns its id. */
  async function publish(page: Page): Promise<number> {
    await page.click('.editor-post-publish-button__button');
    const confirm = '.editor-post-publish-panel .editor-post-publish-button';
    await page.waitForSelector(`${confirm}:not([aria-disabled=true])`);
    await page.click(confirm);
    await page.waitForSelector('.post-publish-panel__postpublish-header');
    return page.evaluate(`wp.data.select('core/editor').getCurrentPostId()`) as Promise<number>;
  }

  /** Returns the page or, in newer releases, the frame that shows the blocks. */
  const canvasOf = async (page: Page): Promise<Page | Frame> => {
    const shown = (await page.waitForSelector('.editor-post-title__input, iframe[name=editor-canvas]'))!;
    return (await shown.contentFrame()) ?? page;
  };

  for (const role of ['author', 'editor'] as const)
    it(`lets an ${role} insert a card with the keyboard, see it, publish it, and open it again without a broken block`, async () => {
      const id = await as(role, 'post-new.php', async (page) => {
        const faults: string[] = [];
        page.on('pageerror', (error) => faults.push(String(error)));
        const canvas = await canvasOf(page);
        await (await canvas.waitForSelector('.editor-post-title__input'))!.click();
        await page.keyboard.type(`A report by an ${role}`);
        await page.keyboard.press('Enter');
        await page.keyboard.type('/placard');
        await page.waitForSelector('.components-autocomplete__result');
        await page.keyboard.press('Enter');
        const input = (await canvas.waitForSelector('.wp-block-placard-card input[type=url]'))!;
        await input.click();
        await input.type(room.publisher.url);
        await page.keyboard.press('Enter');
        const shown = (await canvas.waitForSelector('.wp-block-placard-card .placard-card'))!;
        assert.match(await shown.evaluate((card) => (card as HTMLElement).innerText), /Three press cards withdrawn/);
        // The style sheet of the card applies in the editor.
        assert.notEqual(await shown.evaluate((card) => getComputedStyle(card).borderTopWidth), '0px');
        await picture(page, `block-editor-${role}`);
        const post = await publish(page);
        assert.deepEqual(faults, []);
        return post;
      });
      assert.match(await room.content(id), /<!-- wp:placard\/card \{[^]*placard-snapshot[^]*Three press cards withdrawn/);
      assert.match(await room.words(id), /Three press cards withdrawn/);
      // News arrive while the post is closed.
      const title = `News for the ${role}`;
      await room.publisher.publish(news(title));
      await room.wordpress.cron();
      await as(role, `post.php?post=${id}&action=edit`, async (page) => {
        const shown = (await (await canvasOf(page)).waitForSelector('.wp-block-placard-card .placard-card'))!;
        assert.match(await shown.evaluate((card) => (card as HTMLElement).innerText), new RegExp(title));
        const blocks = (await page.evaluate(
          `wp.data.select('core/block-editor').getBlocks().map(({ name, isValid }) => [name, isValid])`,
        )) as [string, boolean][];
        assert.deepEqual(
          blocks.filter(([name]) => name === 'placard/card'),
          [['placard/card', true]],
        );
      });
      await room.publisher.publish(news('Three press cards withdrawn'));
      await room.wordpress.cron();
    });

  it('explains a wrong address, and lets an author choose one of several items', async () => {
    const feed = news('Three press cards withdrawn');
    const [second] = news('A second case').items as Json[];
    feed.items = [...(feed.items as Json[]), { ...second, id: 'second-case', url: 'https://example.org/second' }];
    await room.publisher.publish(feed);
    await as('author', 'post-new.php', async (page) => {
      const canvas = await canvasOf(page);
      await page.evaluate(`wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('placard/card', {}))`);
      const enter = async (address: string) => {
        const input = (await canvas.waitForSelector('.wp-block-placard-card input[type=url]'))!;
        await input.click({ clickCount: 3 });
        await input.type(address);
        await page.keyboard.press('Enter');
      };
      await enter('http://10.0.0.1/');
      await canvas.waitForSelector('.wp-block-placard-card .components-notice.is-error');
      await enter(room.publisher.url);
      await canvas.waitForSelector('.wp-block-placard-card .placard-card');
      await canvas.waitForSelector('.wp-block-placard-card select option[value=second-case]');
      await canvas.select('.wp-block-placard-card select', 'second-case');
      await canvas.waitForFunction(`document.querySelector('.wp-block-placard-card .placard-card')?.innerText.includes('A second case')`);
      await picture(page, 'block-editor-choice');
      const attributes = await page.evaluate(`wp.data.select('core/block-editor').getBlocks().at(-1).attributes`);
      assert.deepEqual([(attributes as Json).url, (attributes as Json).item], [room.publisher.url, 'second-case']);
    });
  });

  it('makes a card of a pasted address, of which WordPress makes a block of its own', () =>
    as('author', 'post-new.php', async (page) => {
      await canvasOf(page);
      const made = await page.evaluate(`(() => {
        const pasted = wp.blocks.pasteHandler({ plainText: '${PASTED}', mode: 'BLOCKS' })[0];
        const offered = wp.blocks.getPossibleBlockTransformations([pasted]).map(({ name }) => name);
        const [card] = wp.blocks.switchToBlockType(pasted, 'placard/card');
        return [pasted.name, offered.includes('placard/card'), card.name, card.attributes.url];
      })()`);
      assert.deepEqual(made, ['core/embed', true, 'placard/card', PASTED]);
    }));

  it('shows a card in a right-to-left language, in dark colours, on a telephone', async () => {
    const feed = withPart('/items/0/language', 'ar', news('سحب ثلاث بطاقات صحفية'));
    await room.publisher.publish(feed);
    await room.wordpress.cron();
    const id = await room.insert(room.block({ url: room.page, theme: 'dark', look: 'campaign' }));
    await visit(
      browser,
      `${room.wordpress.url}/?p=${id}`,
      async (page) => {
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
        assert.equal(await page.$eval('.placard-card', (card) => getComputedStyle(card).direction), 'rtl');
        await picture(page, 'rtl-dark-390');
      },
      { width: 390 },
    );
  });

  it('opens the sections at once, without news, if the author chose so', async () => {
    const id = await room.insert(room.block({ url: room.page, fold: 'none' }));
    await visit(browser, `${room.wordpress.url}/?p=${id}`, async (page) => {
      await page.waitForSelector('placard-campaign');
      await untilLive(page);
      await page.waitForFunction(() => {
        const sections = [
          ...document.querySelector('placard-campaign')!.shadowRoot!.querySelectorAll<HTMLDetailsElement>('details.placard-fold'),
        ];
        return sections.length > 0 && sections.every(({ open }) => open);
      });
    });
  });

  for (const role of ['author', 'editor'] as const)
    it(`shows the whole closed card for the link that an ${role} pasted, without the plugin’s block`, async () => {
      const feed = news('Three press cards withdrawn');
      // On a telephone, the card is higher than the frame at first.
      (feed.items as Json[])[0]!.summary = 'The ministry withdrew the press cards of three reporters, and gave no reason. '.repeat(5);
      await room.publisher.publish(feed);
      const embed = `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${room.page}\n</div></figure>`;
      const id = await room.insert(`<!-- wp:embed {"url":"${room.page}","type":"rich"} -->\n${embed}\n<!-- /wp:embed -->`, role);
      for (const width of [320, 1280])
        await visit(
          browser,
          `${room.wordpress.url}/?p=${id}`,
          async (page) => {
            const element = (await page.waitForSelector('iframe.wp-embedded-content'))!;
            await element.scrollIntoView();
            const frame = await element.contentFrame();
            await frame.waitForFunction(() => {
              const root = document.querySelector('placard-campaign')?.shadowRoot;
              const bottoms = ['.placard-stamp', '.placard-primary', '.placard-foot'].map(
                (part) => root?.querySelector(part)?.getBoundingClientRect().bottom ?? Infinity,
              );
              return bottoms.every((bottom) => bottom <= innerHeight);
            });
            await picture(page, `link-${role}-${width}`);
          },
          { width },
        );
    });

  for (const theme of THEMES)
    it(`fits the page of the theme ${theme} from 320 to 1280 px, and becomes the live card after news`, async () => {
      await room.publisher.publish(news('Three press cards withdrawn'));
      await room.wordpress.cron();
      await room.wordpress.php(`switch_theme('${theme}');`);
      const id = await room.insert(
        `<!-- wp:paragraph --><p>Words before the card.</p><!-- /wp:paragraph -->\n\n${room.block()}\n\n<!-- wp:paragraph --><p>Words after it.</p><!-- /wp:paragraph -->`,
      );
      const url = `${room.wordpress.url}/?p=${id}`;
      for (const width of [320, 768, 1280])
        await visit(
          browser,
          url,
          async (page) => {
            await page.waitForNetworkIdle();
            assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, `${width} px: scrolls sideways`);
            const [card, text] = await page.evaluate(() =>
              ['.placard-card', '.entry-content > p, .wp-block-post-content > p'].map((selector) => {
                const { left, right, width } = document.querySelector(selector)!.getBoundingClientRect();
                return { left, right, width };
              }),
            );
            assert.ok(card!.width >= 250 && Math.abs(card!.left - text!.left) < 1, `${width} px: ${JSON.stringify([card, text])}`);
            assert.equal(await page.$('placard-campaign'), null, 'the card is live without news');
            await picture(page, `${theme}-${width}`);
          },
          { width },
        );
      // The publisher has news, and the schedule has not run since.
      await room.publisher.publish(news('News in the browser'));
      await visit(browser, url, async (page) => {
        await page.waitForSelector('placard-campaign');
        await untilLive(page);
        await page.waitForFunction(`document.querySelector('placard-campaign').shadowRoot.textContent.includes('News in the browser')`);
        await picture(page, `${theme}-live`);
      });
    });

  it('causes no warning of PHP', () => assert.equal(room.wordpress.log(), ''));
});
