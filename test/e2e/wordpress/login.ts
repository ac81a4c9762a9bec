/** Logs in to WordPress in a browser. */
import type { Page } from 'puppeteer-core';
import { PASSWORD, type Role } from './wordpress.js';

export async function logIn(page: Page, url: string, role: Role): Promise<void> {
  await page.goto(`${url}/wp-login.php`);
  await page.waitForFunction(() => document.activeElement?.id === 'user_login'); // its script moves the focus
  await page.type('#user_login', role);
  await page.type('#user_pass', PASSWORD);
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
}
