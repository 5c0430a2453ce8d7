import { expect, test } from '@jest/globals';
import { toA1Range } from '../../../src/core/values/address';
import { addendsOf } from '../../../src/core/values/formula-text';

const read = (formula: string): string | null => {
  const addends = addendsOf(formula, 'Bảng tổng hợp');
  return addends && addends.map(({ area, isSubtracted }) => `${isSubtracted ? '-' : ''}${toA1Range(area)}`).join(' ');
};

test.each([
  ['D6', 'D6'],
  ['SUM(D7:D8)', 'D7:D8'],
  ['sum($D$7:$D$8, D10)', 'D7:D8 D10'],
  ['SUM(D7;D9)', 'D7 D9'],
  ['+D5+D10', 'D5 D10'],
  ['D5 - (D6 - D7)', 'D5 -D6 D7'],
  ['ROUND(SUM(D7,D9)+D12,2)', 'D7 D9 D12'],
  ['D5+0.5', 'D5'],
  ["'Bảng tổng hợp'!D7+D8", 'D7 D8'],
])('%s adds %s', (formula, expected) => {
  expect(read(formula)).toBe(expected);
});

test.each([
  'D7*2',
  'D7/C7*100',
  'IF(D7="","",D7)',
  "'Trang khác'!D7",
  'SUMIF(D7:D9,">0")',
  '1+2',
  'SUM(D7',
  'D7)',
  '"D7"',
  '',
])('%s is no sum of cells', (formula) => {
  expect(read(formula)).toBeNull();
});
