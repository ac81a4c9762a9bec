import type { Frame, Page } from 'puppeteer-core';

export function untilText(page: Page, wanted: string, selector?: string, timeout?: number): Promise<string>;
export function untilInShadow(page: Page | Frame, selector: string, host?: string, timeout?: number): Promise<void>;
