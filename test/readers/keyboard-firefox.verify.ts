import { firefox } from '../browser.js';
import { walkByKeyboard } from './keyboard.js';

walkByKeyboard('firefox', firefox);
