import { chromium } from '../support/browser-page.js';
import { measureHeights } from './heights.js';

measureHeights('chromium', chromium);
