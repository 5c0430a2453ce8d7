/** Files that units fill in unusual ways: what is certain is taken, and the rest is told in the words of its fault. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { sourceOf, startCollecting } from '../../../src/core/collect';
import type { Collection } from '../../../src/core/model/collection';
import type { Book, Grid } from '../../../src/core/model/workbook/grid';
import { toA1 } from '../../../src/core/values/address';
import { bookOf, grid } from '../../kit/grid';

const TABLE = grid(`
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT   | Tiêu chí                     | Điểm tối đa | Xã Hòa Bình | Xã Kim Sơn
        |                              |             | Tự chấm     | Tự chấm
  1     | LĨNH VỰC CHỈ ĐẠO             | 3           |             |
  1.1   | Công tác kế hoạch            | 3           |             |
  1.1.1 | Kế hoạch cải cách hành chính | 1           |             |
  1.1.2 | Báo cáo định kỳ              | 2           |             |`);

function collected(files: Readonly<Record<string, Book>>): Collection {
  const into = bookOf(TABLE);
  const collector = startCollecting(into, assessBook(into));
  for (const [file, book] of Object.entries(files)) collector.take(sourceOf(file, book, assessBook(book)));
  return collector.finish();
}

const told = ({ cells }: Collection): string[] =>
  cells.map(({ at, state, offers }) =>
    [at && toA1(at), state, ...offers.map(({ content }) => ('value' in content ? content.value : 'chữ'))].join(' '),
  );

const sheetOf = (table: string, sheet = 'Tự chấm'): Grid => grid(table, { sheet });
const scored = (a: string, b: string, sheet?: string): Grid =>
  sheetOf(
    `
  BẢNG TỰ CHẤM NĂM 2025
  Đơn vị: Xã Kim Sơn
  STT   | Tiêu chí                     | Điểm tối đa | Điểm tự chấm
  1     | LĨNH VỰC CHỈ ĐẠO             | 3           |
  1.1   | Công tác kế hoạch            | 3           |
  1.1.1 | Kế hoạch cải cách hành chính | 1           | ${a}
  1.1.2 | Báo cáo định kỳ              | 2           | ${b}`,
    sheet,
  );

test('a score above its maximum is asked about where an empty column waits for the appraisal, too', () => {
  const found = collected({
    'a.xlsx': bookOf(
      sheetOf(`
  BẢNG TỰ CHẤM NĂM 2025
  Đơn vị: Xã Kim Sơn
  STT   | Tiêu chí                     | Điểm tối đa | Điểm tự chấm | Điểm thẩm định
  1     | LĨNH VỰC CHỈ ĐẠO             | 3           |              |
  1.1.1 | Kế hoạch cải cách hành chính | 1           | 4            |
  1.1.2 | Báo cáo định kỳ              | 2           | -1           |`),
    ),
  });
  expect(told(found)).toEqual(['E6 written 4', 'E7 written -1']);
  expect(found.files[0]?.problems).toEqual([
    expect.stringMatching(/^ghi như đơn vị gửi, cần hỏi lại: .*vượt điểm tối đa 1/),
    expect.stringMatching(/^ghi như đơn vị gửi, cần hỏi lại: .*số âm/),
  ]);
});

test('columns whose headings are codes alone are taken by their codes', () => {
  const found = collected({
    'a.xlsx': bookOf(
      sheetOf(`
  BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025
  TT | Đơn vị      | 1.1.1 (1 điểm) | 1.1.2 (2 điểm)
  1  | Xã Hòa Bình | 0.5            | 1.5
  2  | Xã Kim Sơn  | 1              | 0`),
    ),
  });
  expect(told(found).sort()).toEqual(['D6 written 0.5', 'D7 written 1.5', 'E6 written 1', 'E7 written 0']);
  expect(found.files[0]?.notes).toContain('Xã Kim Sơn: tệp chỉ ghi mã, không ghi tên tiêu chí: số được lấy theo mã');
  const other = collected({
    'a.xlsx': bookOf(
      sheetOf(
        'BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025\nTT | Đơn vị | 1.1.1 (5 điểm) | 1.1.2 (2 điểm)\n1 | Xã Hòa Bình | 0.5 | 1.5',
      ),
    ),
  });
  expect(told(other)).toEqual(['D6 other-maximum 0.5', 'D7 written 1.5']);
});

test('criteria above those that count are no unknown ones; if their parts are not scored, that is told', () => {
  const bare = (scores: string): Book =>
    bookOf(sheetOf(`BẢNG TỰ CHẤM NĂM 2025\nĐơn vị: Xã Kim Sơn\nTiêu chí | Điểm tối đa | Điểm tự chấm\n${scores}`));
  const all = bare(
    'LĨNH VỰC CHỈ ĐẠO | 3 | 2.5\nCông tác kế hoạch | 3 | 2.5\n' +
      'Kế hoạch cải cách hành chính | 1 | 1\nBáo cáo định kỳ | 2 | 1.5',
  );
  const complete = collected({ 'a.xlsx': all });
  expect([told(complete), complete.files[0]?.problems]).toEqual([['E6 written 1', 'E7 written 1.5'], []]);
  const part = collected({ 'a.xlsx': bare('Công tác kế hoạch | 3 | 2.5\nKế hoạch cải cách hành chính | 1 | 1') });
  expect(part.files[0]?.problems).toEqual([
    'Xã Kim Sơn: bảng chấm ở từng mục con, không lấy điểm chung ghi ở Công tác kế hoạch',
  ]);
});

test('a year that only the name of the file states is told if it is not the table’s', () => {
  const undated = scored('1', '2').values.map((row, at) => (at === 0 ? ['BẢNG TỰ CHẤM'] : row));
  const dated = (file: string) =>
    collected({ [file]: bookOf({ ...scored('1', '2'), values: undated }) }).files[0]?.notes;
  expect(dated('Xã Kim Sơn năm 2024.xlsx')).toEqual([
    'tên tệp ghi năm 2024, bảng là của năm 2025; trong tệp không ghi năm',
  ]);
  expect([dated('Xã Kim Sơn năm 2025.xlsx'), dated('Xã Kim Sơn 20.01.2026.xlsx')]).toEqual([[], []]);
});

test('of two sheets the one named by its letterhead alone is the same unit’s: where they differ, it is asked', () => {
  const letterhead = (sheet: string, score: string): Grid =>
    sheetOf(
      `
  ỦY BAN NHÂN DÂN XÃ KIM SƠN
  BẢNG TỰ CHẤM NĂM 2025
  STT   | Tiêu chí                     | Điểm tối đa | Điểm tự chấm
  1     | LĨNH VỰC CHỈ ĐẠO             | 3           |
  1.1.1 | Kế hoạch cải cách hành chính | 1           | ${score}
  1.1.2 | Báo cáo định kỳ              | 2           | 1`,
      sheet,
    );
  const found = collected({ 'a.xlsx': bookOf(scored('1', '1', 'Bản chính'), letterhead('Nháp', '0.5')) });
  expect([told(found), found.files[0]?.problems]).toEqual([['E6 conflicting 1 0.5', 'E7 written 1'], []]);
});

test('what is stated for another unit than the file is named after is told', () => {
  const both = sheetOf(`
  BẢNG TỰ CHẤM NĂM 2025
  TT | Đơn vị      | Kế hoạch cải cách hành chính (1 điểm) | Báo cáo định kỳ (2 điểm)
  1  | Xã Hòa Bình | 0.5                                   | 1.5
  2  | Xã Kim Sơn  | 1                                     | 0`);
  const notes = (file: string) => collected({ [file]: bookOf(both) }).files[0]?.notes;
  expect(notes('Xã Kim Sơn.xlsx')).toEqual(['tệp mang tên «Xã Kim Sơn» ghi cả cho «Xã Hòa Bình»']);
  expect(notes('Hai xã.xlsx')).toEqual([]);
});

test('where an item is scored again in a column of its own, which of the two counts is asked', () => {
  const again = (score: string): Book =>
    bookOf(
      sheetOf(`
  BẢNG TỰ CHẤM NĂM 2025
  Đơn vị: Xã Kim Sơn
  STT   | Tiêu chí                     | Điểm tối đa | Điểm tự chấm | Giải trình | Điểm tự chấm lại
  1     | LĨNH VỰC CHỈ ĐẠO             | 3           |              |            |
  1.1.1 | Kế hoạch cải cách hành chính | 1           | 0.5          |            | ${score}
  1.1.2 | Báo cáo định kỳ              | 2           | 2            |            |`),
    );
  const found = collected({ 'a.xlsx': again('1') });
  expect([told(found), found.files[0]?.problems]).toEqual([
    [],
    [expect.stringContaining('Chưa rõ cột «Điểm tự chấm lại» có phải là điểm được tính không')],
  ]);
  expect(told(collected({ 'a.xlsx': again('0.5') }))).toEqual(['E6 written 0.5', 'E7 written 2']);
});
