import type { Frame, Page } from 'puppeteer-core';

export function untilText(page: Page, expected: string, selector?: string, timeout?: number): Promise<string>;
export function untilLive(page: Page | Frame, timeout?: number): Promise<void>;
export function untilWhole(page: Page | Frame, timeout?: number): Promise<void>;
export function untilInShadow(page: Page | Frame, selector: string, host?: string, timeout?: number): Promise<void>;
