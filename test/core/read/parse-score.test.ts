import { describe, expect, test } from '@jest/globals';
import { toText } from '../../../src/core/values/decimal';
import type { CellValue } from '../../../src/core/model/workbook/grid';
import { parseNumber } from '../../../src/core/read/numbers/parse-number';
import { scoreReader } from '../../../src/core/read/numbers/parse-score';
import { gridOf } from '../../kit/grid';
import { blankGrid } from '../../../src/core/model/workbook/grid';

function say(value: CellValue, marks = new Map()): string {
  const score = scoreReader({ ...blankGrid('Sheet'), values: [[value]], rowCount: 1, columnCount: 1 }, marks).score(
    0,
    0,
  );
  if (score.kind !== 'points') return score.kind === 'damaged' ? `damaged ${score.problem}` : score.kind;
  const of = score.of === null ? '' : `/${toText(score.of)}`;
  return `${toText(score.points)}${of}${score.repairs.length > 0 ? ` (${score.repairs.join(', ')})` : ''}`;
}

describe('what a cell may hold', () => {
  test.each<[CellValue, string]>([
    [0.5, '0.5'],
    ['0.5', '0.5 (text)'],
    ['0,5', '0.5 (text)'],
    ['1.0', '1 (text)'],
    ['0,5 đ', '0.5 (text)'],
    ['2 điểm', '2 (text)'],
    ['\u00a00,5\u00a0', '0.5 (text)'],
    ['1.234,5', '1234.5 (text)'],
    ['1,234.5', '1234.5 (text)'],
    ['1.234.567', 'damaged number'],
    ['97,685', '97.685 (text)'],
    ['75,42/94', '75.42/94 (text, fraction-max)'],
    ['7.5/12', '7.5/12 (text, fraction-max)'],
    ['4¹', '4 (text, footnote)'],
    ['0*', '0 (text, footnote)'],
    ['−0,5', '-0.5 (text)'],
    [0, '0'],
    [null, 'notYetScored'],
    ['   ', 'notYetScored'],
    ['KĐG', 'notApplicable'],
    ['Không đánh giá', 'notApplicable'],
    ['không áp dụng', 'notApplicable'],
    ['Không ĐG', 'notApplicable'],
    ['K/AD', 'notApplicable'],
    ['Chưa chấm', 'notYetScored'],
    ['tạm thời chưa chấm điểm', 'notYetScored'],
    ['Không đánh giá'.normalize('NFD'), 'notApplicable'],
    ['x', 'ambiguous'],
    ['X', 'ambiguous'],
    ['-', 'ambiguous'],
    ['–', 'ambiguous'],
    ['/', 'ambiguous'],
    [{ error: '#REF!' }, 'damaged error'],
    ['#N/A', 'damaged error'],
    [true, 'damaged number'],
    ['0,5,5', 'damaged number'],
    ['đạt', 'damaged number'],
    ['1e3', 'damaged number'],
    ['5/0', 'damaged number'],
    ['1/2/3', 'damaged number'],
    [1e300, 'damaged number'],
    [0.30000000000000004, '0.3'],
    ['=1+1', 'damaged number'],
  ])('%j reads as %s', (value, expected) => {
    expect(say(value)).toBe(expected);
  });

  test('a setting names what a bare mark means', () => {
    const marks = new Map([
      ['x', 'notApplicable'],
      ['-', 'zero'],
      ['/', 'notYetScored'],
    ] as const);
    expect([say('X', marks), say('-', marks), say('/', marks)]).toEqual(['notApplicable', '0', 'notYetScored']);
  });

  test('a date is damage, never a score', () => {
    const read = scoreReader(gridOf([[45_000]], { dates: ['A1'] }), new Map());
    expect(read.score(0, 0)).toEqual({ kind: 'damaged', text: '45000', problem: 'date' });
    expect(read.result(0, 0).value).toBeNull();
  });

  test('a loss is positive however it is written', () => {
    const read = scoreReader(gridOf([['- 0.25', '-0,5', '–0,5', '−0,5', -0.25, 0.25]]), new Map());
    expect([0, 1, 2, 3, 4, 5].map((column) => toText(read.loss(0, column)?.value ?? (NaN as never)))).toEqual([
      '0.25',
      '0.5',
      '0.5',
      '0.5',
      '0.25',
      '0.25',
    ]);
  });

  test('83,33% and 0.8333 shown as a percentage are both 83,33', () => {
    const read = scoreReader(gridOf([['83,33%', 0.8333, 83.33]], { percents: ['B1'] }), new Map());
    expect([0, 1, 2].map((column) => toText(read.percent(0, column)?.value ?? (NaN as never)))).toEqual([
      '83.33',
      '83.33',
      '83.33',
    ]);
  });

  test('9/20 in a rank column is place 9 of 20', () => {
    const read = scoreReader(gridOf([['9/20']]), new Map());
    const { value, of } = read.result(0, 0);
    expect([value, of].map((each) => each && toText(each))).toEqual(['9', '20']);
  });

  test.each(['', ' ', 'abc', '.', ',', '-', '1.2.3,4', '1 23', '12 34,5', '/', '5/', '/5'])(
    '%j is no number',
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );
});
