/** Formulas evaluated for a file, against LibreOffice. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate, type Operand } from '../../../src/core/values/evaluate-formula';
import type { CellValue } from '../../../src/core/model/workbook/grid';
import { gridOf } from '../../kit/grid';
import { describeWith } from '../../kit/programs/programs';
import { recalculate } from '../../kit/programs/recalculate';

/** A1:C4; D1 holds the formula. */
const ROWS: readonly (readonly (number | string | null)[])[] = [
  [1.5, 2, null],
  [0.1, 0.2, 'x'],
  [4, -3.25, null],
  [100, 0.3, '1,5'],
];

const here = (formula: string): Operand =>
  evaluate(formula, {
    valuesIn: ({ top, left, bottom, right }) =>
      ROWS.slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1)),
  });

/** LibreOffice's results. */
function there(formulas: readonly string[]): CellValue[] {
  const data = gridOf(ROWS, { sheet: 'Số' });
  const sheet = gridOf([], {
    sheet: 'Công thức',
    formulas: Object.fromEntries(
      formulas.map((formula, row) => [`A${row + 1}`, formula.replace(/[A-C][1-4](:[A-C][1-4])?/g, "'Số'!$&")]),
    ),
  });
  const [values] = recalculate([[data, sheet]]);
  return formulas.map((_, row) => values?.('Công thức', row, 0) ?? null);
}

const cell = fc.constantFrom('A1', 'B1', 'C1', 'A2', 'B2', 'C2', 'A3', 'B3', 'A4', 'B4', 'C4');
const range = fc.constantFrom('A1:A4', 'B1:B4', 'A1:C2', 'C1:C4', 'A2:B3');
const { formula: formulas } = fc.letrec<{ formula: string; operand: string; test: string }>((tie) => ({
  operand: fc.oneof(
    { maxDepth: 3 },
    cell,
    fc.constantFrom('0', '2', '0.25', '100'),
    range.map((area) => `SUM(${area})`),
    fc
      .tuple(fc.constantFrom('AVERAGE', 'MAX', 'MIN', 'COUNT'), range, cell)
      .map(([name, area, one]) => `${name}(${area},${one})`),
    fc.tuple(tie('formula'), fc.constantFrom('1', '2')).map(([value, places]) => `ROUND(${value},${places})`),
    fc
      .tuple(tie('test'), tie('operand'), tie('operand'))
      .map(([condition, yes, no]) => `IF(${condition},${yes},${no})`),
    tie('formula').map((value) => `(${value})`),
    tie('operand').map((value) => `-${value}`),
    tie('operand').map((value) => `ABS(${value})`),
  ),
  test: fc
    .tuple(tie('operand'), fc.constantFrom('<', '>', '<=', '>=', '=', '<>'), tie('operand'))
    .map(([left, sign, right]) => `${left}${sign}${right}`),
  formula: fc.oneof(
    { maxDepth: 3 },
    tie('operand'),
    fc.tuple(tie('operand'), fc.constantFrom('+', '-', '*', '/'), tie('operand')).map((parts) => parts.join('')),
    fc
      .tuple(tie('operand'), fc.constantFrom('+', '-', '*', '/'), tie('operand'), fc.constantFrom('*', '-'), cell)
      .map((parts) => parts.join(' ')),
  ),
}));

describeWith(['libreoffice'], 'a formula is evaluated', () => {
  test('as LibreOffice evaluates it, wherever there is a result', () => {
    const all = fc.sample(formulas, { numRuns: 3000, seed: 11 });
    const theirs = there(all);
    const wrong = all.filter((formula, position) => {
      const [ours, expected] = [here(formula), theirs[position]];
      if (ours === undefined) return false;
      return typeof ours === 'number' && typeof expected === 'number'
        ? Math.abs(ours - expected) > 1e-9 * Math.max(1, Math.abs(expected))
        : ours !== expected;
    });
    expect(wrong).toEqual([]);
    const sound = all.filter((_, position) => typeof theirs[position] === 'number');
    expect(sound.length).toBeGreaterThan(2000);
    expect(sound.filter((formula) => here(formula) !== undefined).length).toBeGreaterThan(sound.length * 0.9);
  });
});

describe('a formula', () => {
  test.each<[string, Operand]>([
    ['RANK(A1,A1:A4)', 3],
    ['RANK.EQ(B3,B1:B4,1)', 1],
    ['RANK(A2+B2,B1:B4)', 2],
    ['IF(A4=0,"",A1/A4*100)', 1.5],
    ['IF(C1=0,"chưa có",A1/C1)', 'chưa có'],
    ['IF(A1>=1.5,"Tốt",IF(A1>=1,"Khá","Yếu"))', 'Tốt'],
    ["'Bảng 1'!A1 + Bảng!A2", 1.6],
    ['SUM( A1:A2 , B1 ; 4 )', 7.6],
    ['"a"&"b"&C1', 'ab'],
    ['50%*A4', 50],
    ['-A1^2', 2.25],
    ['C1', 0],
    ['ISNUMBER(C2)', false],
  ])('%s is %p', (formula, value) => expect(here(formula)).toEqual(value));

  test.each([
    'A1+C2',
    'C4*2',
    'A1/C1',
    'VLOOKUP(A1,A1:B4,2,0)',
    'SUBTOTAL(9,A1:A4)',
    'SUM(A:A)',
    'SUM(A1:A4',
    'TongDiem+1',
    'SUM(#REF!)',
    'RANK(7,A1:A4)',
    'A1 A2',
    '',
    '('.repeat(100) + '1' + ')'.repeat(100),
  ])('%s has no result', (formula) => expect(here(formula)).toBeUndefined());
});
