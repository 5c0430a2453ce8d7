import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  decimal,
  fromNumber,
  fromText,
  placesOf,
  roundTo,
  subtract,
  sum,
  toNumber,
  toText,
  shownCount,
  toTyped,
  toVietnamese,
  truncateTo,
} from '../../../src/core/values/decimal';
import {
  compareRatios,
  percentOf,
  plus,
  roundRatio,
  times,
  truncateRatio,
  type Ratio,
} from '../../../src/core/values/ratio';

const percent = (part: string, whole: string): Ratio =>
  percentOf(decimal(part), decimal(whole)) ?? { numerator: -1n, denominator: 1n };
/** Whole ten-billionths, and their plain text, computed with bigints only. */
const units = fc.integer({ min: -9_000_000_000_000_00, max: 9_000_000_000_000_00 });
const textOf = (value: number): string => {
  const digits = (value < 0 ? -BigInt(value) : BigInt(value)).toString().padStart(11, '0');
  const fraction = digits.slice(-10).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -10)}${fraction && `.${fraction}`}`;
};

describe('exact decimals', () => {
  test('0,1 + 0,2 is 0,3', () => {
    expect(toText(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
  });

  test('text and value agree both ways', () => {
    fc.assert(
      fc.property(
        units,
        (value) => toText(decimal(textOf(value))) === textOf(value) && decimal(textOf(value)) === value,
      ),
    );
  });

  test('a cell number of up to ten decimals is read digit for digit', () => {
    fc.assert(fc.property(units, (value) => fromNumber(Number(textOf(value))) === value));
  });

  test('sums and differences are those of whole numbers', () => {
    const small = fc.integer({ min: -1e13, max: 1e13 });
    fc.assert(
      fc.property(fc.array(small, { maxLength: 50 }), (values) => {
        const decimals = values.map((value) => decimal(textOf(value)));
        const total = values.reduce((all, value) => all + BigInt(value), 0n);
        return BigInt(sum(decimals)) === total && decimals.every((each) => subtract(each, each) === 0);
      }),
    );
  });

  test.each([
    ['90.505', 2, '90.51'],
    ['-0.125', 2, '-0.13'],
    ['87.2', 2, '87.2'],
    ['0.005', 2, '0.01'],
    ['0.0049999999', 2, '0'],
  ])('%s to %d places is %s', (value, places, expected) => {
    expect(toText(roundTo(decimal(value), places))).toBe(expected);
  });

  test('64,2857 cut off after one place is 64,2', () => {
    expect(toText(truncateTo(decimal('64.2857'), 1))).toBe('64.2');
  });

  test('numbers are written as Vietnamese write them', () => {
    expect([
      toVietnamese(decimal('75.42')),
      toVietnamese(decimal('94')),
      toVietnamese(decimal('87.2'), 2),
      toVietnamese(decimal('-3.54')),
      toVietnamese(decimal('123456.5')),
      toVietnamese(decimal('-1000')),
      toVietnamese(decimal('-987.654'), 2),
    ]).toEqual(['75,42', '94', '87,20', '−3,54', '123.456,5', '−1.000', '−987,65']);
    expect([toTyped(decimal('-3.54')), toTyped(decimal('1234.5'), 2)]).toEqual(['-3,54', '1234,50']);
    expect([999, 1000, 37885].map(shownCount)).toEqual(['999', '1.000', '37.885']);
    expect([placesOf(decimal('91.651')), toNumber(decimal('0.07'))]).toEqual([3, 0.07]);
  });

  test.each(['', '.', '-', '1e3', '1,5', 'NaN', ' 1', '99999999999'])('%j is no decimal', (text) => {
    expect(fromText(text)).toBeNull();
  });

  test.each([NaN, Infinity, 1e300, -1e16])('the number %d is refused', (value) => {
    expect(fromNumber(value)).toBeNull();
  });

  test('tiny numbers in exponent form are read', () => {
    expect(toText(fromNumber(1.5e-7) ?? decimal('1'))).toBe('0.00000015');
    expect(fromNumber(1e-12)).toBe(0);
  });
});

describe('exact quotients', () => {
  test.each([
    ['75.42', '94', '80.23'],
    ['76.97', '94', '81.88'],
    ['81.18', '93', '87.29'],
    ['84.17', '93', '90.51'],
    ['79.63', '94', '84.71'],
    ['81.1', '93', '87.2'],
    ['86.35', '93', '92.85'],
  ])('%s of %s is %s percent', (part, whole, expected) => {
    expect(toText(roundRatio(percent(part, whole), 2))).toBe(expected);
  });

  test('4,5 of 7 is 64,29 and, cut off, 64,2', () => {
    expect(toText(roundRatio(percent('4.5', '7'), 2))).toBe('64.29');
    expect(toText(truncateRatio(percent('4.5', '7'), 1))).toBe('64.2');
  });

  test('nothing of nothing has no percentage', () => {
    expect(percentOf(decimal('0'), decimal('0'))).toBeNull();
  });

  test('47/94 and 46,5/93 are equal, and 80,2340425 lies below 75,42/94', () => {
    expect(compareRatios(percent('47', '94'), percent('46.5', '93'))).toBe(0);
    expect(compareRatios(percent('80.2340425', '100'), percent('75.42', '94'))).toBe(-1);
  });

  test('an appraised part scaled to 70 with a survey of 25,5 added is exact', () => {
    expect(toText(roundRatio(plus(times(percent('60', '80'), decimal('0.7')), decimal('25.5')), 4))).toBe('78');
  });
});
