import { firefox } from '../../support/browser-page.js';
import { walkByKeyboard } from './keyboard.js';

walkByKeyboard('firefox', firefox);
