import { chromium } from '../../support/browser-page.js';
import { walkByKeyboard } from './keyboard.js';

walkByKeyboard('chromium', chromium);
