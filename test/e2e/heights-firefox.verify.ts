import { firefox } from '../support/browser-page.js';
import { measureHeights } from './heights.js';

measureHeights('firefox', firefox);
