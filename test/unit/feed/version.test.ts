import { expect } from '@open-wc/testing';
import { isLeap, isOlder, parseVersion } from '../../../src/feed/values/feed-version.js';

describe('a version in an attribute', () => {
  const cases: [written: string | number | undefined, epoch: number | undefined, sequence?: number][] = [
    ['7', 0, 7],
    [7, 0, 7],
    [' 1.7 ', 1, 7],
    ['0', 0, 0],
    ['2.0', 2, 0],
    [undefined, undefined],
    ['', undefined],
    ['  ', undefined],
  ];
  for (const [written, epoch, sequence] of cases)
    it(`parses ${JSON.stringify(written)}`, () => {
      expect(parseVersion(written)).to.deep.equal(epoch === undefined ? undefined : { epoch, sequence });
    });

  for (const written of ['seven', '1,000', '-1', '1.2.3', '1.', '٧', NaN, Infinity])
    it(`is above every feed for the invalid text ${JSON.stringify(written)}`, () => {
      expect(isOlder({ epoch: Number.MAX_SAFE_INTEGER, sequence: Number.MAX_SAFE_INTEGER }, parseVersion(written))).to.equal(true);
    });
});

describe('a leap', () => {
  const from = { epoch: 1, sequence: 500 };
  const leaps = (epoch: number, sequence: number) => isLeap(from, { epoch, sequence });

  it('is more than 10,000 publications at once', () => {
    expect([leaps(1, 501), leaps(1, 10_500), leaps(1, 10_501)]).to.deep.equal([false, false, true]);
  });

  it('is more than one epoch at once, or an epoch that starts high', () => {
    expect([leaps(2, 0), leaps(2, 10_000), leaps(2, 10_001), leaps(3, 0)]).to.deep.equal([false, false, true, true]);
  });

  it('never goes backwards', () => {
    expect([leaps(0, 10_000), leaps(1, 0)]).to.deep.equal([false, false]);
  });
});
