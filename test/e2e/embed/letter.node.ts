/** A letter that a reader copies: on a page, and in a frame without a clipboard. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { feed, HostSite, page } from './host-site.js';

const LETTER = {
  id: 'letter',
  type: 'write',
  to: [{ name: 'Minister of Justice', email: 'minister@example.org' }],
  subject: 'Release the reporter',
  salutation: 'Dear Minister,',
  text: 'A reporter has been held since 19 January 2026.',
  points: ['Release the reporter at once.', 'Return the press card.'],
};
const BODY = [LETTER.salutation, LETTER.text, ...LETTER.points.map((point) => `– ${point}`)].join('\n\n');
const CARD = '<placard-campaign src="/feed.json"></placard-campaign><script src="/placard.iife.js"></script>';

const site = new HostSite();
const IN_CARD = `document.querySelector('placard-campaign').shadowRoot`;

/** Opens the letter, presses its button, and returns the status of the card. */
async function copyLetter(frame: Frame): Promise<string> {
  await frame.waitForFunction(`document.querySelector('placard-campaign')?.shadowRoot?.querySelector('.placard-copy')`);
  await frame.evaluate(`${IN_CARD}.querySelector('.placard-act details').open = true`);
  const button = await frame.evaluateHandle(`${IN_CARD}.querySelector('.placard-copy')`);
  await (button as ElementHandle<Element>).click();
  const status = await frame.waitForFunction(
    `[...${IN_CARD}.querySelectorAll('[role=status]')].map((each) => each.textContent).find(Boolean)`,
  );
  return (await status.jsonValue()) as string;
}

/** Pastes as a reader does, and returns the text. */
async function pasted(tab: Page): Promise<string> {
  await tab.evaluate(`document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' }))`);
  await tab.focus('#paste');
  return (await tab.evaluate(`navigator.clipboard.readText()`)) as string;
}

describe('a letter', () => {
  beforeEach(() => {
    const item = { _placard: { kind: 'case', revision: 8, actions: [LETTER] } };
    site.files['/feed.json'] = feed(8, 'The case has changed', { item });
  });

  it('is copied as the mail has it, and the card says so', async () => {
    site.files['/'] = page(CARD);
    const tab = await site.browser.newPage();
    await site.browser
      .defaultBrowserContext()
      .overridePermissions(site.origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    await tab.goto(`${site.origin}/`);
    await tab.bringToFront();
    assert.equal(await copyLetter(tab.mainFrame()), 'Letter copied.');
    assert.equal((await pasted(tab)).replaceAll('\r\n', '\n'), BODY);
    await tab.close();
  });

  it('is copied in a sandboxed frame, which has no clipboard', async () => {
    site.files['/frame'] = page(CARD);
    site.files['/'] = page('<iframe src="/frame" sandbox="allow-scripts" width="700" height="900"></iframe>');
    const tab = await site.browser.newPage();
    await site.browser
      .defaultBrowserContext()
      .overridePermissions(site.origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    await tab.goto(`${site.origin}/`);
    await tab.bringToFront();
    await tab.evaluate(`navigator.clipboard.writeText('before')`);
    const frame = await tab.waitForFrame((each) => each.url().endsWith('/frame'));
    assert.equal(await copyLetter(frame), 'Letter copied.');
    assert.equal((await pasted(tab)).replaceAll('\r\n', '\n'), BODY);
    await tab.close();
  });
});
