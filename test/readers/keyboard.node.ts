import { chromium } from '../browser.js';
import { walkByKeyboard } from './keyboard.js';

walkByKeyboard('chromium', chromium);
