/**
 * Every question about a column is settled by a line of `Cấu hình`, written as «Cách đọc bảng» writes it; a choice
 * comes to what was announced.
 */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { COLUMN_ROLE_LABELS, type ColumnRole } from '../../../src/core/model/column-role';
import type { Assessment, BookAssessment } from '../../../src/core/model/assessment';
import type { Book } from '../../../src/core/model/workbook/grid';
import type { Question } from '../../../src/core/model/score-sheet';
import { readingView } from '../../../src/core/read/reading-view';
import { columnName, toA1 } from '../../../src/core/values/address';
import { bookOf, grid } from '../../kit/grid';
import { HAND_SHAPES } from '../../kit/shapes/hand-shapes';

const ROLES: readonly ColumnRole[] = ['appraised', 'max', 'foreign', 'total', 'lost', 'unit', 'count', 'index', 'rank'];

const openIn = ({ scoreSheet }: Assessment): Question[] =>
  scoreSheet.facts.flatMap((fact) => (fact.kind === 'undecided-column' && fact.remedy === undefined ? [fact] : []));
const keyOf = ({ question, at }: Question): string => `${question} ${at.map(toA1).join()}`;
const keysOf = ({ sheets }: BookAssessment): string[] => sheets.flatMap(openIn).map(keyOf);
const errorsOf = ({ sheets }: BookAssessment): string[] =>
  sheets
    .flatMap(({ diagnostics }) => diagnostics)
    .flatMap(({ severity, alias }) => (severity === 'error' ? [alias] : []));

/** The lines that the drop-down beside the column writes. */
function linesOf(sheet: Assessment, column: number, role: ColumnRole): string {
  const views = readingView(sheet).blocks.flatMap(({ columns }) => columns);
  const view = views.find(({ columns }) => columns.includes(column));
  const headings = view?.headings ?? [`Cột ${columnName(column)}`];
  return headings.map((heading) => `Cột | ${heading} | ${COLUMN_ROLE_LABELS[role]}`).join('\n');
}

const told = (book: Book, lines: string): BookAssessment =>
  assessBook({ ...book, sheets: [...book.sheets, ...bookOf(grid(lines, { sheet: 'Cấu hình' })).sheets] });

/** How many choices were held against what was announced of them. */
let compared = 0;

/** What is wrong with the choices of one question. */
function faultsOf(book: Book, sheet: Assessment, question: Question): string[] {
  const role = question.question.endsWith('là điểm tối đa') ? 'max' : 'appraised';
  return question.choices.flatMap(({ column, points, max }) => {
    const after = told(book, linesOf(sheet, column, role));
    if (keysOf(after).includes(keyOf(question))) return [`${columnName(column)} leaves the question`];
    // What else is wrong with the sheet is another question.
    if (points === null || max === null || max === 0 || errorsOf(after).length > 0) return [];
    compared++;
    const total = after.sheets[0]?.units[question.unit ?? 0]?.totals.awardedTotal;
    const isAnnounced = total?.points === points && total.max === max;
    return isAnnounced ? [] : [`${columnName(column)} comes to ${String(total?.points)}, announced ${String(points)}`];
  });
}

/** Whether any role of any column that the question names settles it. */
const isSettled = (book: Book, sheet: Assessment, question: Question): boolean =>
  [...new Set(question.at.map(({ column }) => column))].some((column) =>
    ROLES.some((role) => !keysOf(told(book, linesOf(sheet, column, role))).includes(keyOf(question))),
  );

const asked = HAND_SHAPES.flatMap(({ name, book }) =>
  assessBook(book).sheets.flatMap((sheet) =>
    openIn(sheet).map((question) => [`${name}: ${question.question}`, book, sheet, question] as const),
  ),
);

test('there are questions', () => {
  expect(asked.length).toBeGreaterThan(60);
});

test.each(asked)('%s', (_name, book, sheet, question) => {
  expect(faultsOf(book, sheet, question)).toEqual([]);
  expect(isSettled(book, sheet, question)).toBe(true);
});

test('choices were held against what was announced', () => {
  expect(compared).toBeGreaterThan(25);
});

test('a heading is meant with its maximum in either form', () => {
  const table = grid(`
  KẾT QUẢ CCHC
  TT | Đơn vị | Thể chế (10 điểm) | Minh bạch (10 điểm) | TTHC (20 điểm) | Tổng
  1 | Xã An Bình | 9 | 8 | 18 | 27
  2 | Xã Phú Lộc | 8 | 7 | 17 | 25`);
  const lines = ['Minh bạch (10)', 'Minh bạch (10 điểm)', 'Minh bạch (tối đa 10)'].map((heading) =>
    told(bookOf(table), `Cột | ${heading} | không dùng`).sheets[0]?.scoreSheet.items.map(({ name }) => name),
  );
  expect(lines).toEqual(Array(3).fill(['Thể chế', 'TTHC']));
});
