/** Opens pages of the administration in a browser. */
import type { Browser, Page } from 'puppeteer-core';
import { PASSWORD, type Role, type WordPress } from './wordpress.js';

/** Logs in as a user with cookies of its own, and opens a page below `wp-admin`. */
export async function administer<T>(
  browser: Browser,
  { url }: Pick<WordPress, 'url'>,
  role: Role,
  path: string,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${url}/wp-login.php`);
    await page.waitForFunction(() => document.activeElement?.id === 'user_login'); // its script moves the focus
    await page.type('#user_login', role);
    await page.type('#user_pass', PASSWORD);
    await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
    await page.goto(`${url}/wp-admin/${path}`);
    return await use(page);
  } finally {
    await context.close();
  }
}
