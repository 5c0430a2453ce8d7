/** Last year's tables in the same workbook: compared with this year's in the reports, never counted among them. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { planEdits } from '../../../src/core/fill';
import { splitYears } from '../../../src/core/matching/split-years';
import { liftUnit } from '../../../src/core/lift/lift-rating';
import { exportFiles } from '../../../src/export/export-files';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { bookOf, grid } from '../../kit/grid';
import { textOfDocx } from '../../kit/files/docx-text';

const of = (name: string, year: number | null, points: string, sheet = `${name} ${year ?? ''}`) =>
  grid(
    `BẢNG ĐIỂM${year === null ? '' : ` NĂM ${year}`}\nĐơn vị: ${name}\n` +
      `TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Chỉ đạo điều hành | 50 | ${points}\n` +
      '2 | Thể chế | 40 | 30',
    { sheet },
  );

const sheetsOf = (...sheets: readonly ReturnType<typeof of>[]) => splitYears(assessBook(bookOf(...sheets)));
const names = (book: ReturnType<typeof assessBook> | null) =>
  book?.sheets.map(({ scoreSheet }) => scoreSheet.sheet) ?? null;

test('sheets of an earlier year that speak of the same units are last year’s; the latest is compared with', () => {
  const { current, earlier } = sheetsOf(
    of('Xã A', 2021, '40'),
    of('Xã B', 2021, '41'),
    of('Xã A', 2020, '39'),
    of('Xã A', 2022, '42'),
    of('Xã B', 2022, '43'),
  );
  expect([names(current), names(earlier), current.details.year, earlier?.details.year]).toEqual([
    ['Xã A 2022', 'Xã B 2022'],
    ['Xã A 2021', 'Xã B 2021'],
    2022,
    2021,
  ]);
});

test('the year may stand in the sheet’s name alone; a unit that is no more is last year’s with the others', () => {
  const { current, earlier } = sheetsOf(
    of('Xã A', null, '40', 'A (2021)'),
    of('Xã Cũ', null, '41', 'Cũ 2021'),
    of('Xã A', null, '42', 'A_2022'),
  );
  expect([names(current), names(earlier)]).toEqual([['A_2022'], ['A (2021)', 'Cũ 2021']]);
});

test('a year mistyped in the title of one unit’s sheet takes nobody out of this year', () => {
  const { current, earlier } = sheetsOf(of('Xã A', 2022, '40'), of('Xã B', 2021, '41'), of('Xã C', 2022, '42'));
  expect([names(current), earlier]).toEqual([['Xã A 2022', 'Xã B 2021', 'Xã C 2022'], null]);
});

test('a unit is never ranked against itself a year ago; areas of units with a sheet each have places too', () => {
  const { sheets } = assessBook(bookOf(of('Xã A', 2021, '49'), of('Xã A', 2022, '42'), of('Xã B', 2022, '43')));
  expect(
    sheets.map(({ units: [unit] }) => [
      unit?.rank,
      unit?.rankOf,
      unit?.areas.map(({ rank, rankOf }) => [rank, rankOf]),
    ]),
  ).toEqual([
    [
      null,
      null,
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      2,
      2,
      [
        [2, 2],
        [1, 1],
      ],
    ],
    [
      1,
      2,
      [
        [1, 2],
        [1, 1],
      ],
    ],
  ]);
  const alone = assessBook(bookOf(of('Xã A', 2021, '49'), of('Xã A', 2022, '42')));
  expect(alone.sheets.map(({ units: [unit] }) => unit?.rank)).toEqual([null, null]);
});

test('last year’s sheet is no rival on the way up', () => {
  const { sheets } = assessBook(bookOf(of('Xã A', 2021, '49'), of('Xã A', 2022, '42'), of('Xã B', 2022, '45')));
  const rank = liftUnit(sheets, sheets[1]!, 0)?.rank;
  expect(rank?.goal).toMatchObject({ kind: 'rank', above: [{ sheet: 'Xã B 2022' }] });
  expect(liftUnit(sheets, sheets[2]!, 0)?.rank).toBeNull();
});

test('«Kết quả» and «Điểm bị trừ» list this year’s units; last year’s sheet is computed all the same', () => {
  const book = bookOf(of('Xã A', 2021, '49'), of('Xã B', 2021, '49'), of('Xã A', 2022, '42'), of('Xã B', 2022, '43'));
  const edits = planEdits(book, assessBook(book));
  const own = edits.filter(({ drawing }) => drawing);
  const text = JSON.stringify(
    own.map(({ drawing }) => drawing!.rows.map(({ cells }) => cells.map((cell) => cell?.content))),
  );
  expect(own).toHaveLength(2);
  expect([text.includes("Xã A 2022'!"), text.includes("Xã A 2021'!")]).toEqual([true, false]);
  expect(edits.filter(({ drawing }) => !drawing).map(({ sheet }) => sheet)).toEqual([
    'Xã A 2021',
    'Xã B 2021',
    'Xã A 2022',
    'Xã B 2022',
  ]);
});

test('a unit that was chosen from last year’s sheet is told of its own year', async () => {
  const book = assessBook(bookOf(of('Xã A', 2021, '40'), of('Xã A', 2022, '45')));
  const files: string[] = [];
  for await (const { bytes } of exportFiles(
    { kinds: ['r4'], units: [{ sheet: 'Xã A 2021', unit: 0 }], apart: false },
    { book, previous: null },
    nodeCodec,
  ))
    files.push(textOfDocx(bytes));
  expect(files[0]).toContain('năm 2021');
  expect(files[0]).not.toContain('năm 2022');
});

test('a report compares with last year’s sheet of the same workbook without being told', async () => {
  const book = assessBook(bookOf(of('Xã A', 2021, '40'), of('Xã A', 2022, '45')));
  const files: Uint8Array[] = [];
  for await (const { bytes } of exportFiles(
    { kinds: ['r2'], units: null, apart: false },
    { book, previous: null },
    nodeCodec,
  ))
    files.push(bytes);
  expect(files).toHaveLength(1);
  // 40/50 = 80 %, 45/50 = 90 %.
  expect(textOfDocx(files[0]!)).toMatch(/40\/50[^\n]*\n?[^\n]*80[\s\S]*45\/50/);
});
