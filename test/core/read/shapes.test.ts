/** Layouts that offices use: each is read right, or asked about at the cells that are ambiguous. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { readingView } from '../../../src/core/read/reading-view';
import { bookOf, grid } from '../../kit/grid';
import { judgeAssessment } from '../../kit/generate/judge';
import { EVERYDAY_ITEMS } from '../../kit/shapes/everyday-items';
import { EVERYDAY_UNITS } from '../../kit/shapes/everyday-units';
import { GIVEN } from '../../kit/shapes/given';
import { GIVEN_SHEETS } from '../../kit/shapes/given-sheets';
import { toA1 } from '../../../src/core/values/address';
import { HAND_SHAPES } from '../../kit/shapes/hand-shapes';
import { OFFICE_SHEETS } from '../../kit/shapes/office-sheets';
import type { Shape } from '../../kit/shapes/shape';
import { UNSEEN_COLUMNS } from '../../kit/shapes/unseen-columns';
import { UNSEEN_HEADINGS } from '../../kit/shapes/unseen-headings';
import { UNSEEN_SHEETS } from '../../kit/shapes/unseen-sheets';

const answerOf = (shape: Shape): string => {
  const told = assessBook(shape.book);
  const { verdict, why } = judgeAssessment(shape, told);
  if (verdict === 'right') return 'right';
  if (verdict === 'silent' || shape.asks === null) return `${verdict}: ${why.join(' · ')}`;
  const places = [...told.diagnostics, ...told.sheets.flatMap(({ diagnostics }) => diagnostics)]
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ at }) => at.map(toA1));
  const asks = shape.asks;
  return asks.length === 0 || places.some((place) => asks.includes(place))
    ? 'asked'
    : `asked elsewhere: ${why.join(' · ')}`;
};

test.each([
  ['given', [...GIVEN, ...GIVEN_SHEETS], 4],
  ['everyday', [...EVERYDAY_ITEMS, ...EVERYDAY_UNITS], 14],
] as const)('%s shapes', (_set, shapes, least) => {
  const answers = shapes.map((shape) => [shape.name, answerOf(shape)] as const);
  const wrong = answers.filter(([, answer]) => answer !== 'right' && answer !== 'asked');
  expect(shapes.length - wrong.length).toBeGreaterThanOrEqual(least);
});

test.each(
  [...OFFICE_SHEETS, ...UNSEEN_SHEETS, ...UNSEEN_COLUMNS, ...UNSEEN_HEADINGS, ...HAND_SHAPES].map(
    (shape) => [shape.name, shape] as const,
  ),
)('%s', (_name, shape) => {
  expect(answerOf(shape)).toBe(shape.asks === null ? 'right' : 'asked');
});

test('a formula that leaves out a criterion worth nothing today is warned of', () => {
  const [{ book }] = GIVEN_SHEETS.filter(({ name }) => name === 'sum formula omits a child') as [Shape];
  const found = assessBook(book).sheets.flatMap(({ diagnostics }) => diagnostics);
  expect(found.map(({ alias, severity, at }) => `${alias} ${severity} ${at.map(toA1).join(' ')}`)).toEqual([
    'mismatched-formula warning D5 E5 F5',
  ]);
});

test('a tab that names nobody is told as no name', () => {
  const book = assessBook(
    bookOf(grid('TT | Nội dung | Điểm tối đa | Điểm\n1 | Kế hoạch | 2 | 1\n2 | Báo cáo | 3 | 3', { sheet: 'Sheet1' })),
  );
  expect(book.sheets.flatMap((sheet) => readingView(sheet).units)).toEqual(['']);
});
