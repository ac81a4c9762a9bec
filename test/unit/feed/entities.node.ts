/** The references of HTML in the texts of a feed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlName } from '../../../src/publish/html-names.js';
import { decodeAll, decodeReferences, readOtherNamesWith } from '../../../src/feed/values/entities.js';
import { htmlToText } from '../../../src/feed/values/html-to-text.js';

describe('the references of HTML', () => {
  it('are read by number, by the names of HTML 4, and as browsers read the numbers of windows-1252', () => {
    assert.equal(decodeReferences('&eacute;&laquo;&#146;&#x2019;&rsquo;&AMP;&Eacute;&apos;&thetasym;'), "é«’’’&É'ϑ");
    assert.equal(decodeReferences('&unknown; &eacute &#0; &#1114112;'), '&unknown; &eacute  ');
    assert.equal(htmlToText('<p>caf&eacute; &laquo;x&raquo;</p>'), 'café «x»');
  });

  it('have names that only a parser of HTML knows', () => {
    const names = '&Acy;&lcy;&mcy;&acy;&tcy;&ycy;, &Lstrok;&oacute;d&zacute;&period; &comma;&NotAName;&notit;';
    assert.equal(decodeReferences(names), names.replace('&oacute;', 'ó'));
    readOtherNamesWith(htmlName);
    try {
      assert.equal(decodeReferences(names), 'Алматы, Łódź. ,&NotAName;¬it;');
    } finally {
      readOtherNamesWith(() => undefined);
    }
  });

  it('ask the parser for a limited number of names', () => {
    let asked = 0;
    readOtherNamesWith(() => void asked++);
    try {
      decodeReferences(Array.from({ length: 50_000 }, (_, index) => `&name${index};`).join(''));
      assert.ok(asked > 2_231 && asked < 5_000, String(asked));
    } finally {
      readOtherNamesWith(() => undefined);
    }
  });

  it('are read until no reference is left', () => {
    assert.equal(decodeAll('&amp;amp;lt;b&amp;gt;'), '<b>');
  });
});
