import { chromium } from '../support/browser-page.js';
import { measureHeights, withPuppeteer } from './heights.js';

measureHeights('chromium', withPuppeteer(chromium));
