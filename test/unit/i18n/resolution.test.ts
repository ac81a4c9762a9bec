/** The language and the direction that a BCP 47 tag gets. Many of these tags occur nowhere in the sources. */
import { expect } from '@open-wc/testing';
import { en } from '../../../src/locales/en.js';
import { directionOf, loadLocale, localeFor } from '../../../src/i18n/load-locale.js';
import { OTHERS, locales } from './locales.js';

const tagOf = (tag: string) => localeFor(tag)!.tag;

describe('localeFor', () => {
  it('ignores the region, script, variant and extension of a tag', () => {
    for (const language of OTHERS)
      for (const rest of ['', '-AQ', '-001', '-Latn', '-Cyrl-KZ', '-Arab-CN', '-Brai', '-x-house', '-u-nu-roman', '-fonipa']) {
        expect(localeFor(language + rest), language + rest).to.equal(locales.get(language));
        expect(localeFor((language + rest).toUpperCase()), language + rest).to.equal(locales.get(language));
      }
    expect(['zh-Hant-HK', 'zh-TW', 'zh-SG'].map(tagOf)).to.deep.equal(['zh-Hans', 'zh-Hans', 'zh-Hans']);
    expect(['rus', 'kaz', 'fra', 'deu', 'ara', 'tur'].map(tagOf)).to.deep.equal(['ru', 'kk', 'fr', 'de', 'ar', 'tr']);
  });

  it('falls back to English for other languages and for text that is not a tag', () => {
    for (const tag of [
      'en-ZA',
      'en-Arab',
      'ky',
      'he',
      'ja-JP',
      'tlh',
      'qaa-Qaaa-QM',
      'mul',
      'und',
      'und-KZ',
      'x-private',
      'i-default',
      'sr-Latn',
      'ckb',
      'ps-AF',
    ])
      expect(localeFor(tag), tag).to.equal(en);
    for (const tag of ['', ' ', 'en_US', 'kk_KZ', 'français', 'a-tag-that-is-far-too-long-for-one', '*', '-ru', 'constructor', '__proto__'])
      expect(localeFor(tag), tag).to.equal(en);
  });

  it('loads each language once', async () => {
    expect(await loadLocale('kk-Arab-CN')).to.equal(locales.get('kk'));
    expect(await loadLocale('ja')).to.equal(en);
  });
});

describe('directionOf', () => {
  it('follows the script of a tag, whether written or implied', () => {
    for (const tag of [
      'kk-Arab',
      'kk-Arab-CN',
      'kk-CN',
      'az-Arab',
      'uz-Arab-AF',
      'pa-Arab',
      'pa-PK',
      'ku-Arab',
      'ha-Arab',
      'ms-Arab',
      'tr-Arab',
      'en-Arab',
      'ar-Arab-EG',
      'ar',
      'fa-AF',
      'ur-IN',
      'ps',
      'ps-AF',
      'ug',
      'sd',
      'ckb',
      'he-US',
      'yi',
      'dv',
      'syr',
      'ff-Adlm',
      'nqo',
      'en-Hebr',
      'ru-Syrc',
      'ur-Aran',
      'man-Nkoo',
      'AR-eg',
    ])
      expect(directionOf(tag), tag).to.equal('rtl');
    for (const tag of [
      'kk',
      'kk-KZ',
      'kk-Cyrl',
      'kk-Latn',
      'ar-Latn',
      'fa-Cyrl',
      'tg',
      'az',
      'ku',
      'pa',
      'sd-Deva',
      'ug-Cyrl',
      'yi-Latn',
      'zh-Hant',
      'sr-Latn',
      'i-default',
      'x-klingon',
      'mn-Mong',
      'ja',
      'ff',
      'en',
      'und',
      '',
      'ar_EG',
      'no tag',
    ])
      expect(directionOf(tag), tag).to.equal('ltr');
  });
});
