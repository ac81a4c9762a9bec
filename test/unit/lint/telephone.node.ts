/** The numbers of every country, written right and wrong. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { dialString, isPhone } from '../../../src/feed/values/phone-number.js';
import { explainIssue } from '../../../src/lint/explain-issue.js';
import { numberFault, numbersIn } from '../../../src/lint/telephone.js';

const NUMBERS = getCountries().flatMap((country) => getExampleNumber(country, examples) ?? []);

describe('the number of each country', () => {
  it('has no fault as people write it, and the card dials it', () => {
    assert.ok(NUMBERS.length > 200);
    for (const number of NUMBERS) {
      for (const written of [number.formatInternational(), number.number, `${number.formatInternational()} ext. 12`]) {
        assert.equal(numberFault(written), undefined, written);
        assert.equal(dialString(written).split(';')[0], number.number, written);
      }
    }
  });

  it('is not international without its country code', () => {
    for (const number of NUMBERS) assert.equal(numberFault(number.formatNational()), 'national', number.formatNational());
  });

  it('is too long with more digits than any number of its country', () => {
    for (const number of NUMBERS) assert.equal(numberFault(`${number.number.padEnd(17, '1')}`), 'too-long', number.number);
  });

  it('is too short with its first three digits alone', () => {
    for (const { countryCallingCode, nationalNumber } of NUMBERS)
      assert.notEqual(numberFault(`+${countryCallingCode}${nationalNumber.slice(0, 3)}`), undefined, nationalNumber);
  });

  it('has a country code of a country', () => {
    for (const code of ['999', '210', '801', '0']) assert.equal(numberFault(`+${code} 20 7946 0958`), 'no-country', code);
  });
});

describe('a field with two numbers', () => {
  it('is refused, and the fix has each number in its field', () => {
    for (const [index, between] of [' / ', ', ', ' or ', '; ', '\n', ' – '].entries()) {
      const [first, second] = [NUMBERS[index * 7]!, NUMBERS[index * 7 + 1]!].map((one) => one.formatInternational());
      const written = `${first}${between}${second}`;
      assert.equal(isPhone(written), false, written);
      assert.deepEqual(numbersIn(written), [first, second]);
      const document = { _placard: { contacts: [{ phone: written }] } };
      const { fix } = explainIssue({ code: 'bad-phone', path: '/_placard/contacts/0/phone' }, document);
      assert.equal(fix, `Write "phone": ${JSON.stringify(first)}, "phones": ${JSON.stringify([second])}.`);
    }
  });
});
