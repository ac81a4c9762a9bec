import type { Page } from 'puppeteer-core';

export function untilText(page: Page, wanted: string, selector?: string, timeout?: number): Promise<string>;
