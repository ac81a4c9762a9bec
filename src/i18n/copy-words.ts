/** The words below a copy that never changes. */
import { copy as ar } from '../locales/copies/ar.js';
import { copy as de } from '../locales/copies/de.js';
import { copy as es } from '../locales/copies/es.js';
import { copy as fa } from '../locales/copies/fa.js';
import { copy as fr } from '../locales/copies/fr.js';
import { copy as kk } from '../locales/copies/kk.js';
import { copy as pt } from '../locales/copies/pt.js';
import { copy as ru } from '../locales/copies/ru.js';
import { copy as tr } from '../locales/copies/tr.js';
import { copy as uk } from '../locales/copies/uk.js';
import { copy as zh } from '../locales/copies/zh.js';
import { copy as en, type CopyWords } from '../locales/copies/en.js';

const WORDS: Readonly<Record<string, CopyWords>> = { ar, de, en, es, fa, fr, kk, pt, ru, tr, uk, 'zh-Hans': zh };

/** @param language the tag of a locale */
export const copyWords = (language: string): CopyWords => WORDS[language]!;
