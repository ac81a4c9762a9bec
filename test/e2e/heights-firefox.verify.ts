import { firefox } from '../support/browser-page.js';
import { measureHeights, withPuppeteer } from './heights.js';

measureHeights('firefox', withPuppeteer(firefox));
