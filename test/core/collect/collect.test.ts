/**
 * Collecting the units' files into the one table: every number lands in its own cell, and the officer's cells stay
 * untouched.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { planCollection, startCollecting } from '../../../src/core/collect';
import type { Choice, Collection, SentCell } from '../../../src/core/model/collection';
import type { Content } from '../../../src/core/model/content';
import type { Book, CellValue, Grid } from '../../../src/core/model/workbook/grid';
import { cellKey, fromA1, toA1 } from '../../../src/core/values/address';
import { bookOf, grid } from '../../kit/grid';
import { memoryHost } from '../../kit/memory/memory-host';

type Sent = Readonly<Record<string, Grid>>;

interface Decided {
  readonly renamed?: Readonly<Record<string, string>>;
  /** «D8» → the file whose value is taken; null keeps the value of the table. */
  readonly chosen?: Readonly<Record<string, string | null>>;
}

function collected(into: Book, files: Sent, { renamed = {}, chosen = {} }: Decided = {}): Collection {
  const collector = startCollecting(into, assessBook(into));
  for (const [from, to] of Object.entries(renamed)) collector.rename(from, to);
  for (const [file, sheet] of Object.entries(files))
    collector.take({ file, book: assessBook(bookOf(sheet)), losses: [] });
  const { cells } = collector.finish();
  return collector.finish(
    cells.flatMap((cell): Choice[] => {
      const file = chosen[cell.at ? toA1(cell.at) : ''];
      return file === undefined ? [] : [{ ...cell, file }];
    }),
  );
}

const TABLE = grid(`
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT | Tiêu chí                    | Điểm tối đa | Xã Hòa Bình |           | Xã Kim Sơn |
      |                             |             | Tự chấm     | Thẩm định | Tự chấm    | Thẩm định
  1   | LĨNH VỰC CHỈ ĐẠO            | 3           |             |           |            |
  1.1 | Kế hoạch cải cách hành chính | 1           |             |           |            |
  1.2 | Báo cáo định kỳ             | 2           |             |           | 1.5        |
  2   | LĨNH VỰC THỂ CHẾ            | 4           |             |           |            |
  2.1 | Rà soát văn bản quy phạm    | 1.5         |             |           |            |
  2.2 | Xử lý văn bản trái luật     | 2.5         |             |           |            |`);

const sent = (unit: string, [a, b, c, d]: readonly string[]): Grid =>
  grid(
    `
  BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025
  Đơn vị: ${unit}
  STT | Tiêu chí                    | Điểm tối đa | Điểm tự chấm
  1   | LĨNH VỰC CHỈ ĐẠO            | 3           |
  1.1 | Kế hoạch cải cách hành chính | 1           | ${a ?? ''}
  1.2 | Báo cáo định kỳ             | 2           | ${b ?? ''}
  2   | LĨNH VỰC THỂ CHẾ            | 4           |
  2.1 | Rà soát văn bản quy phạm    | 1.5         | ${c ?? ''}
  2.2 | Xử lý văn bản trái luật     | 2.5         | ${d ?? ''}`,
    { sheet: 'Tự chấm' },
  );

const said = (content: Content): string =>
  content.kind === 'number' ? content.value : content.kind === 'text' ? content.text : '';

/** «D5 written 1 ‹ a.xlsx D5». */
const told = ({ at, state, offers }: SentCell): string =>
  [
    at && toA1(at),
    state,
    ...offers.map(({ content, from }) => `${said(content)} ‹ ${from.file} ${from.at ? toA1(from.at) : ''}`),
  ].join(' ');

describe('one table', () => {
  test('blank cells take the scores of their unit and item, each with its file, sheet and cell', () => {
    const { cells, units } = collected(bookOf(TABLE), { 'a.xlsx': sent('Xã Hòa Bình', ['1', '2', '1', 'KĐG']) });
    expect(cells.map(told)).toEqual([
      'D5 written 1 ‹ a.xlsx D5',
      'D6 written 2 ‹ a.xlsx D6',
      'D8 written 1 ‹ a.xlsx D8',
      'D9 written KĐG ‹ a.xlsx D9',
    ]);
    expect(units.map(({ unit, files, settled, open }) => [unit, files, settled, open])).toEqual([
      ['Xã Hòa Bình', ['a.xlsx'], 4, 0],
      ['Xã Kim Sơn', [], 0, 0],
    ]);
  });

  test('what the officer typed stays, and is said where the unit says something else', () => {
    const { cells } = collected(bookOf(TABLE), { 'b.xlsx': sent('UBND xã Kim Sơn', ['1', '2', '1.5', '2.5']) });
    expect(cells.map(told)).toContain('F6 typed 2 ‹ b.xlsx D6');
    const { edits } = planOf(bookOf(TABLE), { 'b.xlsx': sent('UBND xã Kim Sơn', ['1', '2', '1.5', '2.5']) });
    const written = edits.find(({ sheet }) => sheet === 'Bảng tổng hợp')?.edits ?? [];
    expect(written.map((edit) => ('at' in edit ? toA1(edit.at) : ''))).toEqual(['F5', 'F8', 'F9']);
  });

  test('two files of one unit that disagree leave the cell blank, those that agree are one', () => {
    const { cells } = collected(bookOf(TABLE), {
      'a.xlsx': sent('Xã Hòa Bình', ['1', '2', '1', '2']),
      'a (sửa).xlsx': sent('Xã Hòa Bình', ['1', '2', '1.25', '2']),
    });
    expect(cells.map(told)).toEqual([
      'D5 written 1 ‹ a.xlsx D5',
      'D6 written 2 ‹ a.xlsx D6',
      'D8 conflicting 1 ‹ a.xlsx D8 1.25 ‹ a (sửa).xlsx D8',
      'D9 written 2 ‹ a.xlsx D9',
    ]);
  });

  test('a choice takes one of the values; it holds when collected again, and until another value is sent', async () => {
    const files = {
      'a.xlsx': sent('Xã Hòa Bình', ['1', '2', '1', '2']),
      'a (sửa).xlsx': sent('Xã Hòa Bình', ['1', '2', '1.25', '2']),
    };
    const chosen = { D8: 'a (sửa).xlsx' };
    const first = collected(bookOf(TABLE), files, { chosen });
    expect(first.cells.map(told)[2]).toBe('D8 chosen 1.25 ‹ a (sửa).xlsx D8 1 ‹ a.xlsx D8');
    const after = await afterwards(bookOf(TABLE), first);
    expect(shownAt(after, 'D8')).toBe(1.25);
    expect(collected(after, files).cells.map(({ state }) => state)).toEqual([
      'present',
      'present',
      'chosen',
      'present',
    ]);
    expect(planCollection(after, assessBook(after), collected(after, files)).edits).toEqual([]);
    const newer = { ...files, 'a.xlsx': sent('Xã Hòa Bình', ['1', '2', '0.5', '2']) };
    expect(collected(after, newer).cells.map(told)[2]).toContain('D8 conflicting');
  });

  test('what other files send later leaves on record where the rest came from: it is no typed value', async () => {
    const first = { 'a.xlsx': sent('Xã Hòa Bình', ['1', '2', '1', '2.5']) };
    const later = { 'b.xlsx': sent('Xã Kim Sơn', ['1', '', '0.5', '2.5']) };
    const one = await afterwards(bookOf(TABLE), collected(bookOf(TABLE), first));
    const both = await afterwards(one, collected(one, later));
    const record = both.sheets.find(({ name }) => name === 'Nguồn số liệu')?.grid().values ?? [];
    expect(record.slice(3).map((row) => [row?.[0], row?.[1], row?.[6], row?.[7], row?.[9], row?.[11]])).toEqual([
      [1, 'Xã Kim Sơn', 'F5', 1, 'b.xlsx', 'D5'],
      [2, 'Xã Kim Sơn', 'F8', 0.5, 'b.xlsx', 'D8'],
      [3, 'Xã Kim Sơn', 'F9', 2.5, 'b.xlsx', 'D9'],
      [4, 'Xã Hòa Bình', 'D5', 1, 'a.xlsx', 'D5'],
      [5, 'Xã Hòa Bình', 'D6', 2, 'a.xlsx', 'D6'],
      [6, 'Xã Hòa Bình', 'D8', 1, 'a.xlsx', 'D8'],
      [7, 'Xã Hòa Bình', 'D9', 2.5, 'a.xlsx', 'D9'],
    ]);
    expect(planOf(both, later).edits).toEqual([]);
    const newer = { 'a.xlsx': sent('Xã Hòa Bình', ['1', '2', '0.5', '2.5']) };
    expect(collected(both, newer).cells.map(told)).toContain('D8 updated 0.5 ‹ a.xlsx D8');
  });

  test('what the table says may be kept, or be replaced by what a file sends', async () => {
    const files = { 'b.xlsx': sent('Xã Kim Sơn', ['1', '2', '1.5', '2.5']) };
    const kept = await afterwards(bookOf(TABLE), collected(bookOf(TABLE), files, { chosen: { F6: null } }));
    expect(shownAt(kept, 'F6')).toBe(1.5);
    expect(collected(kept, files).cells.map(told)).toContain('F6 kept 2 ‹ b.xlsx D6');
    const other = { 'b.xlsx': sent('Xã Kim Sơn', ['1', '1.75', '1.5', '2.5']) };
    expect(collected(kept, other).cells.map(told)).toContain('F6 typed 1.75 ‹ b.xlsx D6');
    const taken = await afterwards(bookOf(TABLE), collected(bookOf(TABLE), files, { chosen: { F6: 'b.xlsx' } }));
    expect(shownAt(taken, 'F6')).toBe(2);
  });

  test('a misspelt unit is asked about, and taken once it is said whose it is', () => {
    const files = { 'c.xlsx': sent('Xã Kim Sởn', ['1', '', '1.5', '2.5']) };
    const [asked] = collected(bookOf(TABLE), files).files;
    expect(asked?.count).toBe(0);
    expect(asked?.problems.join()).toContain('có phải «Xã Kim Sơn»?');
    const { cells } = collected(bookOf(TABLE), files, { renamed: { 'Xã Kim Sởn': 'Xã Kim Sơn' } });
    expect(cells.map(told)).toContain('F5 written 1 ‹ c.xlsx D5');
  });

  test('a file that names no unit is whose its own name says; one that names a neighbour is asked about', () => {
    const noName = grid(
      `
  BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025
  STT | Tiêu chí                     | Điểm tối đa | Điểm tự chấm
  1   | LĨNH VỰC CHỈ ĐẠO             | 3           |
  1.1 | Kế hoạch cải cách hành chính | 1           | 1
  1.2 | Báo cáo định kỳ              | 2           | 2`,
      { sheet: 'Tự chấm' },
    );
    const { files } = collected(bookOf(TABLE), {
      'gửi/02_Xa Hoa Binh (sửa).xlsx': noName,
      'báo cáo.xlsx': noName,
      'Xã Hòa Bình.xlsx': sent('Xã Kim Sơn, tỉnh Phú Thọ', ['1', '2', '1', '2']),
    });
    expect(files.map(({ units, problems, notes }) => [units, problems, notes])).toEqual([
      [['Xã Hòa Bình'], [], ['trong bảng của tệp không ghi tên đơn vị; theo tên tệp, số được lấy cho «Xã Hòa Bình»']],
      [[], ['bảng không có đơn vị «báo cáo»; sửa tên trong tệp hoặc trong bảng'], []],
      [[], ['tên tệp ghi «Xã Hòa Bình», trong tệp ghi «Xã Kim Sơn»: chưa rõ số của đơn vị nào; sửa lại tên'], []],
    ]);
    // The answer applies to this file only: the file of Kim Sơn keeps its own unit.
    const own = { 'Xã Hòa Bình.xlsx': sent('Xã Kim Sơn', ['1']), 'Xã Kim Sơn.xlsx': sent('Xã Kim Sơn', ['0.5']) };
    const answered = collected(bookOf(TABLE), own, { renamed: { 'Xã Hòa Bình': 'Xã Hòa Bình' } });
    expect(answered.cells.map(told)).toEqual([
      'D5 written 1 ‹ Xã Hòa Bình.xlsx D5',
      'F5 written 0.5 ‹ Xã Kim Sơn.xlsx D5',
    ]);
    expect(collected(bookOf(TABLE), own).units.map(({ files: of, untaken }) => [of, untaken])).toEqual([
      [[], ['Xã Hòa Bình.xlsx']],
      [['Xã Kim Sơn.xlsx'], ['Xã Hòa Bình.xlsx']],
    ]);
  });

  test('files of which nothing is taken leave the table as it is', () => {
    expect(planOf(bookOf(TABLE), { 'z.xlsx': sent('Xã Lạ', ['1', '2', '1', '2']) })).toEqual({
      edits: [],
      leftOut: [],
    });
  });

  test.each([
    ['xa Hoa Binh', 'Xã Hòa Bình'],
    ['HÒA BÌNH', 'Xã Hòa Bình'],
    ['UBND xa Kim Son', 'Xã Kim Sơn'],
    ['TỈNH HÒA BÌNH', null],
    ['Hòa Bình năm nay', null],
  ])('a cell above the table that is nothing but a name, without marks or kind, names the unit: %s', (name, unit) => {
    const named = sent(unit ?? 'x', ['1', '2', '1.5', '2.5']);
    const values = named.values.map((row, at) => (at === 1 ? [unit === null ? name : `Don vi: ${name}`] : row));
    const { files } = collected(bookOf(TABLE), { 'tap 1.xlsx': { ...named, values } });
    expect(files[0]?.units).toEqual(unit === null ? [] : [unit]);
    expect(files[0]?.notes).toEqual(unit === null ? [] : [`«${name}» được hiểu là «${unit}»`]);
  });

  test('points beside a loss are taken where both are the maximum; a date says what was typed', () => {
    const own = sent('Xã Hòa Bình', ['0,25 (trừ 0,75)', '1,5 (trừ 1)', '1 điểm - trừ 0,5', '45778']);
    const { cells, files } = collected(bookOf(TABLE), { 'a.xlsx': { ...own, dates: new Set([cellKey(8, 3)]) } });
    expect(cells.map(told)).toEqual([
      'D5 written 0.25 ‹ a.xlsx D5',
      'D6 damaged 1,5 (trừ 1) ‹ a.xlsx D6',
      'D8 written 1 ‹ a.xlsx D8',
      'D9 damaged ngày 1/5 ‹ a.xlsx D9',
    ]);
    expect(files[0]?.notes).toEqual([
      'Xã Hòa Bình: 2 ô ghi điểm kèm điểm trừ, như «0,25 (trừ 0,75)»: lấy điểm, vì cộng lại đúng điểm tối đa',
    ]);
  });

  test('a file that names no unit may lie in the folder of one', () => {
    const { files } = collected(bookOf(TABLE), { 'gửi/UBND xã Kim Sơn/Tự chấm 2025.xlsx': sent('', ['1']) });
    expect(files[0]).toMatchObject({
      units: ['Xã Kim Sơn'],
      notes: ['trong bảng của tệp không ghi tên đơn vị; theo tên thư mục, số được lấy cho «Xã Kim Sơn»'],
    });
  });

  test('an answer about a file is of that file only, and only where its own table does not say it as plainly', () => {
    const files = {
      '1/Biểu xã Kim Sơn.xlsx': sent('Xã Kim Sơn', ['0.25']),
      '2/Biểu xã Kim Sơn.xlsx': sent('Xã Hòa Bình', ['0.5']),
    };
    const taken = ['F5 written 0.25 ‹ 1/Biểu xã Kim Sơn.xlsx D5'];
    const asked = collected(bookOf(TABLE), files);
    expect(asked.cells.map(told)).toEqual(taken);
    expect(asked.files[1]?.unmatched[0]?.name).toBe('2/Biểu xã Kim Sơn');
    for (const name of ['1/Biểu xã Kim Sơn', 'Biểu xã Kim Sơn'])
      expect(collected(bookOf(TABLE), files, { renamed: { [name]: 'Xã Hòa Bình' } }).cells.map(told)).toEqual(taken);
    for (const name of ['2/Biểu xã Kim Sơn', '2/Biểu xã Kim Sơn.xlsx']) {
      const { cells, units } = collected(bookOf(TABLE), files, { renamed: { [name]: 'Xã Hòa Bình' } });
      expect(cells.map(told).sort()).toEqual(['D5 written 0.5 ‹ 2/Biểu xã Kim Sơn.xlsx D5', ...taken]);
      expect(units.map(({ untaken }) => untaken)).toEqual([[], []]);
    }
    const unnamed = { '1/biểu.xlsx': sent('', ['0.25']), '2/biểu.xlsx': sent('', ['0.5']) };
    const { cells } = collected(bookOf(TABLE), unnamed, { renamed: { '2/biểu': 'Xã Hòa Bình' } });
    expect(cells.map(told)).toEqual(['D5 written 0.5 ‹ 2/biểu.xlsx D5']);
  });

  test('a province, or a body that a file is sent to, does not make whose it is unclear', () => {
    for (const file of ['Biểu tự chấm tỉnh Hòa Bình.xlsx', 'Báo cáo gửi Hòa Bình.xlsx', 'Mượn mẫu Hòa Bình.xlsx']) {
      const [only] = collected(bookOf(TABLE), { [file]: sent('Xã Kim Sơn', ['1']) }).files;
      expect(only).toMatchObject({ count: 1, units: ['Xã Kim Sơn'], problems: [] });
      expect(only?.notes).toHaveLength(file.startsWith('Mượn') ? 1 : 0);
    }
  });

  test('a unit’s sheet under short names of its own is taken as that of a unit alone would be', () => {
    const short = grid(
      `
  BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025
  Đơn vị: Xã Hòa Bình
  STT | Tiêu chí           | Điểm tối đa | Điểm tự chấm
  1   | CHỈ ĐẠO            | 3           |
  1.1 | Lập kế hoạch CCHC  | 1           | 1
  1.2 | Chế độ báo cáo     | 2           | 2`,
      { sheet: 'Hòa Bình' },
    );
    const take = (...sheets: readonly Grid[]): Collection => {
      const collector = startCollecting(bookOf(TABLE), assessBook(bookOf(TABLE)));
      collector.take({ file: 'hai.xlsx', book: assessBook(bookOf(...sheets)), losses: [] });
      return collector.finish();
    };
    const both = take(short, sent('Xã Kim Sơn', ['1']));
    expect(both.units.map(({ files }) => files)).toEqual([['hai.xlsx'], ['hai.xlsx']]);
    const ofUnit = ({ cells }: Collection): string[] => cells.filter(({ unit }) => unit === 'Xã Hòa Bình').map(told);
    expect(ofUnit(both)).toEqual(ofUnit(take(short)));
  });

  test('only a file that is nobody else’s and may hold scores was sent without being taken', () => {
    const untaken = ({ units }: Collection): (readonly string[])[] => units.map((unit) => unit.untaken);
    const other = { 'Xã Kim Sơn/a.xlsx': sent('Xã Hòa Bình', ['1']) };
    expect(untaken(collected(bookOf(TABLE), other))).toEqual([[], []]);
    const staff = grid('DANH SÁCH CÁN BỘ\nSTT | Họ tên | Chức vụ\n1 | A | Chủ tịch');
    expect(untaken(collected(bookOf(TABLE), { 'Danh sách cán bộ xã Kim Sơn.xlsx': staff }))).toEqual([[], []]);
    expect(untaken(collected(bookOf(TABLE), { 'Biểu xã Kim Sơn.xlsx': staff }))).toEqual([
      [],
      ['Biểu xã Kim Sơn.xlsx'],
    ]);
    const twice = { 'a.xlsx': sent('Xã Kim Sơn, huyện Ba', ['1']), 'b.xlsx': sent('Xã Kim Sơn, huyện Năm', ['1']) };
    expect(untaken(collected(bookOf(TABLE), twice))).toEqual([[], ['a.xlsx', 'b.xlsx']]);
  });

  test('a formula that comes to no text is a blank score, not one without a result', () => {
    const table = sent('Xã Hòa Bình', ['1', '2']);
    const values = table.values.map((row, at) => (at === 7 ? [...(row ?? []).slice(0, 3), ''] : row));
    const formulas = new Map([[cellKey(7, 3), 'IF(F8="","",F8)']]);
    const { files, units } = collected(bookOf(TABLE), { 'a.xlsx': { ...table, values, formulas } });
    expect(files[0]?.problems).toEqual([]);
    expect(units[0]?.missing).toHaveLength(2);
  });

  test('formulas that nobody computed are told as such', () => {
    const table = sent('Xã Hòa Bình', []);
    const formulas = new Map([[cellKey(4, 3), '1-0.25'], [cellKey(5, 3), '2-0.5']]); // prettier-ignore
    expect(collected(bookOf(TABLE), { 'a.xlsx': { ...table, formulas } }).files[0]?.problems).toEqual([
      'Xã Hòa Bình: ô điểm D5 và 1 ô khác là công thức chưa có kết quả; mở tệp bằng Excel rồi lưu lại',
    ]);
  });

  test.each([
    ['BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025', 'Điểm đạt được', 'self', ['không ghi ai chấm; được lấy là điểm tự chấm']],
    ['BẢNG ĐIỂM CCHC NĂM 2025', 'Điểm đạt được', 'appraised', ['không ghi ai chấm; được lấy là điểm thẩm định']],
    ['BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025', 'Điểm thẩm định', 'appraised', []],
  ])('«%s» with the only column «%s» is taken as %s, and told where the heading does not say it', (...given) => {
    const [title, heading, role, notes] = given;
    const file = sent('Xã Hòa Bình', ['1', '2', '1', '2']);
    const values = file.values.map((row) =>
      (row ?? []).map((cell) =>
        cell === 'Điểm tự chấm' ? heading : cell === 'BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025' ? title : cell,
      ),
    );
    const collector = startCollecting(bookOf(TABLE), assessBook(bookOf(TABLE)));
    const book = assessBook(bookOf({ ...file, values, sheet: 'Trang 1' }));
    collector.take({ file: 'a.xlsx', book, losses: [] });
    const { files, cells } = collector.finish();
    expect(files[0]).toMatchObject({
      count: 4,
      problems: [],
      notes: notes.map((each) => expect.stringContaining(each)),
    });
    expect(new Set(cells.map((cell) => cell.role))).toEqual(new Set([role]));
  });

  test('tables of other matters stand in no way; sheets that were left out are told', () => {
    const tasks = grid(
      `BÁO CÁO KẾT QUẢ TỰ CHẤM ĐIỂM NĂM 2025
      1. Kết quả thực hiện nhiệm vụ
      TT | Nhiệm vụ          | Số giao | Số hoàn thành | Tỷ lệ
      1  | Tuyên truyền      | 12      | 12            | '100%'
      2  | Rà soát văn bản   | 5       | 4             | '80%'
      3  | Niêm yết thủ tục  | 200     | 200           | '100%'`,
      { sheet: 'Bảng 1' },
    );
    const book = assessBook(bookOf(tasks, sent('Xã Hòa Bình', ['1', '2', '1', '2'])));
    const collector = startCollecting(bookOf(TABLE), assessBook(bookOf(TABLE)));
    collector.take({ file: 'a.xlsx', book, losses: [] });
    expect(collector.finish().files[0]).toMatchObject({
      count: 4,
      problems: [],
      notes: ['không lấy số ở «Bảng 1»: không có dòng tiêu đề của bảng điểm'],
    });
  });

  /** A sheet of one unit with the given tab name; `line` is put above the table. */
  const sheetOf = (tab: string, line = ''): Grid =>
    grid(
      `
  BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025
  ${line}
  STT | Tiêu chí                     | Điểm tối đa | Điểm tự chấm
  1   | LĨNH VỰC CHỈ ĐẠO             | 3           |
  1.1 | Kế hoạch cải cách hành chính | 1           | 1
  1.2 | Báo cáo định kỳ              | 2           | 2`,
      { sheet: tab },
    );

  test.each([
    ['Hòa Bình.xlsx', sheetOf('Xã Lạ Hoắc', 'Đơn vị: Xã Lạ Hoắc'), 'Xã Lạ Hoắc'],
    ['Bảng chấm Kim Sơn.xlsx', sheetOf('Xã Sơn Kim'), 'Xã Sơn Kim'],
    ['Bảng chấm Kim Sơn.xlsx', sheetOf('Sơn Kim'), 'Sơn Kim'],
    ['Tự chấm Xã Kim Sơn Đông.xlsx', sheetOf('Sheet1'), 'Tự chấm Xã Kim Sơn Đông'],
    ['tu_cham_xa_kim_son_dong.xlsx', sheetOf('Sheet1'), 'tu_cham_xa_kim_son_dong'],
    ['Bảng chấm Tân Kim Sơn.xlsx', sheetOf('Sheet1'), 'Bảng chấm Tân Kim Sơn'],
    ['Xã Kim Sơn 2.xlsx', sheetOf('Sheet1'), 'Xã Kim Sơn 2'],
    ['Gửi Xã Kim Sơn.xlsx', sheetOf('Sheet1'), 'Gửi Xã Kim Sơn'],
    [
      'Gửi Xã Kim Sơn kiểm tra - bảng của Thị trấn Mới.xlsx',
      sheetOf('Sheet1'),
      'Gửi Xã Kim Sơn kiểm tra - bảng của Thị trấn Mới',
    ],
  ])(
    '%s may be another unit’s file: it is asked about once, with the guess, and nothing is taken',
    (file, sheet, name) => {
      const guess = file.includes('Bình') ? 'Xã Hòa Bình' : 'Xã Kim Sơn';
      const { files, cells } = collected(bookOf(TABLE), { [file]: sheet });
      expect(cells).toEqual([]);
      expect(files[0]).toMatchObject({ count: 0, units: [], notes: [], unmatched: [{ name, near: [guess] }] });
      expect(files[0]?.problems).toEqual([expect.stringContaining(`có phải «${guess}»?`)]);
      const answered = collected(bookOf(TABLE), { [file]: sheet }, { renamed: { [name]: guess } });
      expect(answered.files[0]).toMatchObject({ count: 2, units: [guess], unmatched: [] });
    },
  );

  test.each([
    ['(hợp nhất xã Kim Tiến và xã Kim Lộc)', 3],
    ['(thành lập trên cơ sở xã Kim Tiến, xã Kim Lộc)', 3],
    ['(mới)', 3],
    // The earlier unit, not the new one of the same name.
    ['(cũ)', 0],
    ['(trước sáp nhập)', 0],
  ])('«Xã Kim Sơn %s» names the unit with what became it, or an earlier one', (remark, count) => {
    const [file] = collected(bookOf(TABLE), { 'a.xlsx': sent(`Xã Kim Sơn ${remark}`, ['1', '', '1', '2']) }).files;
    expect(file?.count).toBe(count);
    expect([...(file?.notes ?? []), ...(file?.problems ?? [])]).toHaveLength(1);
  });

  test('one name in two districts is two units: neither file is taken before it is said which is meant', () => {
    const files = {
      'a.xlsx': sent('Xã Kim Sơn, huyện Ba', ['1', '', '1', '2']),
      'b.xlsx': sent('Xã Kim Sơn, huyện Năm', ['1', '', '1', '2']),
    };
    const [alone] = collected(bookOf(TABLE), { 'a.xlsx': files['a.xlsx'] }).files;
    expect(alone).toMatchObject({ count: 3, notes: ['«Xã Kim Sơn, huyện Ba» được hiểu là «Xã Kim Sơn»'] });
    const asked = collected(bookOf(TABLE), files);
    expect(asked.cells).toEqual([]);
    expect(asked.units.map(({ files }) => files)).toEqual([[], []]);
    expect(asked.files.map(({ count, units, notes, unmatched }) => [count, units, notes, unmatched])).toEqual([
      [0, [], [], [{ name: 'Xã Kim Sơn, huyện Ba', near: ['Xã Kim Sơn'] }]],
      [0, [], [], [{ name: 'Xã Kim Sơn, huyện Năm', near: ['Xã Kim Sơn'] }]],
    ]);
    expect(asked.files[0]?.problems).toEqual([expect.stringContaining('hay «Xã Kim Sơn, huyện Năm»')]);
    const told = collected(bookOf(TABLE), files, { renamed: { 'Xã Kim Sơn, huyện Ba': 'Xã Kim Sơn' } });
    expect(told.files.map(({ count }) => count)).toEqual([3, 0]);
    expect(told.files[1]?.unmatched).toEqual([{ name: 'Xã Kim Sơn, huyện Năm', near: ['Xã Kim Sơn'] }]);
  });

  test('a file whose name holds two units is asked about', () => {
    const [file] = collected(bookOf(TABLE), { 'Xã Hòa Bình - Kim Sơn.xlsx': sheetOf('Sheet1') }).files;
    expect(file?.unmatched).toEqual([{ name: 'Xã Hòa Bình - Kim Sơn', near: ['Xã Hòa Bình', 'Xã Kim Sơn'] }]);
  });

  test.each([
    'Kim Sơn.xlsx',
    '1. Xã Kim Sơn (1).xlsx',
    'Tự chấm CCHC năm 2025 - UBND Xã Kim Sơn.xlsx',
    'KQ tu cham Xa Kim Son final.xlsx',
    'XÃ KIM SƠN_BẢNG TỰ CHẤM CCHC 2025_(đã ký số).xlsx',
    'BangTuCham_XaKimSon_27.11.2025.xlsx',
    'Xã Kim Sơn nộp lần 2.xlsx',
  ])('%s is the unit’s, where the sheet names none', (file) => {
    expect(collected(bookOf(TABLE), { [file]: sheetOf('Cham') }).files[0]).toMatchObject({
      units: ['Xã Kim Sơn'],
      notes: ['trong bảng của tệp không ghi tên đơn vị; theo tên tệp, số được lấy cho «Xã Kim Sơn»'],
    });
  });

  test('two units may be in one file; what is no possible score is taken as it is, and asked about', () => {
    const book = bookOf(
      { ...sent('Xã Hòa Bình', ['1', '2.5', '1', '2']), sheet: 'A' },
      { ...sent('Xã Kim Sơn', ['1', '2', 'x', '2']), sheet: 'B' },
    );
    const collector = startCollecting(bookOf(TABLE), assessBook(bookOf(TABLE)));
    collector.take({ file: 'hai.xlsx', book: assessBook(book), losses: [], hidden: new Set(['B']) });
    const { files, cells } = collector.finish();
    expect(cells.map(told)).toEqual(
      expect.arrayContaining(['D6 written 2.5 ‹ hai.xlsx D6', 'F5 written 1 ‹ hai.xlsx D5']),
    );
    expect(files[0]?.units).toEqual(['Xã Hòa Bình', 'Xã Kim Sơn']);
    expect(files[0]?.problems).toEqual([
      expect.stringMatching(/cần hỏi lại: Xã Hòa Bình.* 1\.2 .*2,5 .*vượt điểm tối đa 2/),
      expect.stringMatching(/cần hỏi lại: Xã Kim Sơn.* 2\.1 .*dấu «x»/),
    ]);
    expect(files[0]?.notes).toEqual(['số được lấy từ trang tính đang ẩn «B»']);
  });

  test('a score under another maximum, or of another criterion with the same code, is not taken', () => {
    const other = grid(
      `
  BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025
  Đơn vị: Xã Hòa Bình
  STT | Tiêu chí                     | Điểm tối đa | Điểm tự chấm
  1   | LĨNH VỰC CHỈ ĐẠO             | 3.5         |
  1.1 | Kế hoạch cải cách hành chính | 1.5         | 1.5
  1.2 | Xây dựng nhà văn hóa thôn    | 2           | 2
  2   | LĨNH VỰC THỂ CHẾ             | 4           |
  2.1 | Rà soát văn bản quy phạm     | 1.5         | 1
  2.2 | Xử lý văn bản trái luật      | 2.5         | 2`,
    );
    const { cells, units } = collected(bookOf(TABLE), { 'a.xlsx': other });
    expect(cells.map(told).slice(0, 1)).toEqual(['D5 other-maximum 1.5 ‹ a.xlsx D5']);
    expect(cells.filter(({ state }) => state === 'written').map(told)).toEqual([
      'D8 written 1 ‹ a.xlsx D8',
      'D9 written 2 ‹ a.xlsx D9',
    ]);
    expect(cells.some(({ at, state }) => at?.row === 5 && state === 'written')).toBe(false);
    expect(units[0]?.open).toBeGreaterThan(0);
  });

  test('a file of another year, and one whose columns are in doubt, give nothing', () => {
    const old = grid(
      `
  BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2024
  Đơn vị: Xã Hòa Bình
  STT | Tiêu chí                     | Điểm tối đa | Điểm tự chấm
  1   | LĨNH VỰC CHỈ ĐẠO             | 3           |
  1.1 | Kế hoạch cải cách hành chính | 1           | 1
  1.2 | Báo cáo định kỳ              | 2           | 2`,
    );
    const [file] = collected(bookOf(TABLE), { 'cũ.xlsx': old }).files;
    expect(file).toMatchObject({ count: 0, problems: ['tệp là của năm 2024, bảng là của năm 2025: không lấy số nào'] });
  });
});

/** Returns the workbook after the collected values are written. */
async function afterwards(into: Book, collection: Collection): Promise<Book> {
  const host = memoryHost(into.sheets.map((sheet) => sheet.grid()));
  await host.applyEdits(planCollection(into, assessBook(into), collection).edits);
  return host.readBook();
}

const shownAt = ({ sheets: [first] }: Book, at: string): CellValue | undefined => {
  const { row, column } = fromA1(at) ?? { row: -1, column: -1 };
  return first?.grid().values[row]?.[column];
};

function planOf(into: Book, files: Sent) {
  return planCollection(into, assessBook(into), collected(into, files));
}

test('self-scores on a sheet beside the appraised ones come from that sheet, which is not said to be left out', () => {
  const own = sent('Xã Hòa Bình', ['0.75', '2', '1', '2.5']);
  const given = grid(
    `
  BẢNG THẨM ĐỊNH ĐIỂM CCHC NĂM 2025
  Đơn vị: Xã Hòa Bình
  STT | Tiêu chí                    | Điểm tối đa | Ghi chú | Điểm thẩm định
  1   | LĨNH VỰC CHỈ ĐẠO            | 3           |         |
  1.1 | Kế hoạch cải cách hành chính | 1           |         | 0.5
  1.2 | Báo cáo định kỳ             | 2           |         | 1.5
  2   | LĨNH VỰC THỂ CHẾ            | 4           |         |
  2.1 | Rà soát văn bản quy phạm    | 1.5         |         | 1
  2.2 | Xử lý văn bản trái luật     | 2.5         |         | 2`,
    { sheet: 'Thẩm định' },
  );
  const into = bookOf(TABLE);
  const collector = startCollecting(into, assessBook(into));
  collector.take({ file: 'a.xlsx', book: assessBook(bookOf(own, given)), losses: [] });
  const { files, cells } = collector.finish();
  expect(files[0]).toMatchObject({ count: 8, problems: [], notes: [] });
  const from = (code: string): unknown[] =>
    cells
      .filter((cell) => cell.code === code)
      .map(({ role, offers: [offer] }) => [role, offer?.from.sheet, offer?.from.at && toA1(offer.from.at)]);
  expect(from('1.2')).toEqual([
    ['self', 'Tự chấm', 'D6'],
    ['appraised', 'Thẩm định', 'E6'],
  ]);
});
