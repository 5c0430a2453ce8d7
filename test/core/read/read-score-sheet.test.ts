import { describe, expect, test } from '@jest/globals';
import { toText } from '../../../src/core/values/decimal';
import { labelOf } from '../../../src/core/model/score-sheet';
import { readScoreSheet } from '../../../src/core/read/read-score-sheet';
import { AREA_1, AREAS_2_TO_4, KON_RAY_2022 } from '../../kit/field/field';
import { grid } from '../../kit/grid';
import { factsOf, outline, scoresOf, sheetOf } from './show';

describe('items as rows, one unit', () => {
  test('the published area 1 keeps its tree, with items without a code below their criterion', () => {
    const sheet = sheetOf(grid(AREA_1));
    expect(sheet.kind).toBe('one-unit');
    expect(outline(sheet)).toEqual([
      '1 10',
      '  1.1 1',
      '    - 0.5',
      '    - 0.5',
      '  1.2 1',
      '  1.3 1',
      '  1.4 1',
      '  1.5 2',
      '    1.5.1 1',
      '    1.5.2 1',
      '  1.6 1',
      '  1.7 1',
      '  1.8 2',
      '    1.8.1 1',
      '    1.8.2 0.5',
      '    1.8.3 0.5',
    ]);
    expect(scoresOf(sheet).slice(0, 5)).toEqual(['6.46', '0.75', '0.5', '0.25', '0.96']);
  });

  test('a header repeated after a page break is no item, and the row below it ends the name broken by it', () => {
    const sheet = sheetOf(grid(AREA_1));
    expect(sheet.items.find((item) => item.code === '1.6')?.name).toBe(
      'Có sáng kiến hoặc giải pháp mới được áp dụng có hiệu quả',
    );
    expect(factsOf(sheet)).toEqual(['repeated-header 14', 'split-row 15']);
  });

  test('comma and dot, number and text stand side by side', () => {
    const sheet = sheetOf(grid(AREAS_2_TO_4));
    const lost = sheet.units[0]?.lost ?? [];
    const at = (code: string) => sheet.items.findIndex((item) => item.code === code);
    expect(scoresOf(sheet)[at('3.5')]).toBe('2.95');
    expect(toText(lost[at('3.5')]?.value ?? (NaN as never))).toBe('0.15');
    expect(lost[at('3.4')]).toBeNull();
    expect(sheet.items.filter((item) => item.level === 0).map((item) => item.code)).toEqual(['2', '3', '4']);
  });

  test('letterhead above and signatures below are left alone', () => {
    const sheet = sheetOf(
      grid(
        `
UBND HUYỆN A | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/BC | | | Độc lập - Tự do - Hạnh phúc
BẢNG TỔNG HỢP ĐIỂM NĂM 2025 | | |
Đơn vị: UBND xã Bình Minh | | |
TT | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định
(1) | (2) | (3) | (4) | (5)
I | CHỈ ĐẠO ĐIỀU HÀNH | 2 | 2 | 1.5
1 | Kế hoạch | 1 | 1 | 1
2 | Tuyên truyền | 1 | 1 | 0.5
Tổng cộng | | 2 | 2 | 1.5
 | | | |
 | NGƯỜI LẬP BIỂU | | | Ngày 05 tháng 12 năm 2025
 | (Ký, ghi rõ họ tên) | | | CHỦ TỊCH
`,
        { merges: ['A3:E3', 'A4:E4', 'A10:B10'] },
      ),
    );
    expect(sheet.units[0]?.name).toBe('UBND xã Bình Minh');
    expect(outline(sheet)).toEqual(['I 2', '  1 1', '  2 1']);
    expect(sheet.table.bottom).toBe(9);
    expect(sheet.resultLines).toEqual({ total: 9 });
    expect(sheet.units[0]?.stated.total?.text).toBe('1.5');
    expect(sheet.units[0]?.stated.selfTotal?.text).toBe('2');
  });

  test('code and name in one cell with indents, opinions twice, the second round of appraisal counts', () => {
    const sheet = sheetOf(
      grid(`
Lĩnh vực/Tiêu chí/Tiêu chí thành phần | Điểm chuẩn | Tự chấm | Điểm thẩm định lần 1 | Ý kiến | \
Điểm thẩm định lần 2 | Ý kiến
1. Chỉ đạo điều hành | 3 | | | | |
     1.1. Kế hoạch | 1 | 1 | 0.5 | muộn | 0.75 | đã bổ sung
     1.2. Kiểm tra | 2 | 2 | 2 | | 2 |
          1.2.1. Số cuộc | 1 | 1 | 1 | | 1 |
          1.2.2. Xử lý sau kiểm tra | 1 | 1 | 1 | | 1 |
`),
    );
    expect(outline(sheet)).toEqual(['1 3', '  1.1 1', '  1.2 2', '    1.2.1 1', '    1.2.2 1']);
    expect(scoresOf(sheet)).toEqual(['notYetScored', '0.75', '2', '1', '1']);
  });

  test('1.10 that Excel keeps as 1.1, and 1.2 that it made a date, are repaired and said', () => {
    const rows = Array.from({ length: 9 }, (_, at) => `1.${(at + 1).toString()} | Mục ${at.toString()} | 1 | 1`).join(
      '\n',
    );
    const sheet = sheetOf(
      grid(
        `TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | LĨNH VỰC MỘT | 11 | 11\n${rows}\n` +
          '1.1 | Mục mười | 1 | 1\n44866 | Mục mười một | 1 | 1',
        { dates: ['A13'] },
      ),
    );
    expect(sheet.items.slice(-2).map((item) => item.code)).toEqual(['1.10', '1.11']);
    expect(factsOf(sheet)).toEqual(['damaged-code 12', 'damaged-code 13']);
  });

  test('rows that only list possible points are no items', () => {
    const sheet = sheetOf(
      grid(`
TT | Tiêu chí | Điểm tối đa | Điểm thẩm định
1 | Chỉ đạo | 2 | 1.5
1.1 | Tỷ lệ hoàn thành kế hoạch | 1 | 0.5
 | - Từ 80% trở lên | 1 |
 | - Dưới 80% | 0.5 |
1.2 | Tuyên truyền | 1 | 1
 | Có đủ minh chứng: tính đủ điểm | |
`),
    );
    expect(outline(sheet)).toEqual(['1 2', '  1.1 1', '  1.2 1']);
  });

  test('points given or taken outside the set stand beside the tree', () => {
    const sheet = sheetOf(
      grid(`
TT | Nội dung | Điểm tối đa | Điểm thẩm định
I | CHỈ ĐẠO | 2 | 1.5
1 | Kế hoạch | 2 | 1.5
II | ĐIỂM THƯỞNG | 1 |
1 | Có mô hình mới | 1 | 0.5
III | ĐIỂM TRỪ | | 0.25
`),
    );
    expect(outline(sheet)).toEqual(['I 2', '  1 2']);
    expect(sheet.units[0]?.bonus.map((cell) => cell.text)).toEqual(['0.5']);
    expect(sheet.units[0]?.penalty.map((cell) => cell.text)).toEqual(['0.25']);
  });

  test('two years side by side: the later one counts and every stated change is kept with its figures', () => {
    const sheet = sheetOf(
      grid(
        `
TT | Lĩnh vực/Tiêu chí/Tiêu chí thành phần | Năm 2020 | | Năm 2021 | | Tăng/giảm (%)
 | | Điểm chỉ số/ điểm tối đa | % | Điểm chỉ số/ điểm tối đa | % |
1 | Công tác chỉ đạo điều hành | 7.5/12 | 62.5 | 6.64/10 | 66.4 | +3.9
2 | Tổ chức bộ máy | 4.5/7 | 64.2 | 6/7 | 85.6 | +21.4
`,
        { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'G1:G2'] },
      ),
    );
    expect(scoresOf(sheet)).toEqual(['6.64/10', '6/7']);
    expect(
      sheet.facts
        .filter((fact) => fact.kind === 'stated-change')
        .map((fact) => [toText(fact.before), toText(fact.after), toText(fact.change)]),
    ).toEqual([
      ['62.5', '66.4', '3.9'],
      ['64.2', '85.6', '21.4'],
    ]);
  });
});

describe('items as rows, units as columns', () => {
  test('one column a unit, with results below', () => {
    const sheet = sheetOf(
      grid(`
TT | Nội dung | Điểm tối đa | Xã A | Xã B | Phường C | Ghi chú
1 | CHỈ ĐẠO | 2 | 1.5 | 2 | |
1.1 | Kế hoạch | 1 | 0.5 | 1 | |
1.2 | Báo cáo | 1 | 1 | KĐG | |
 | Tổng điểm | '100' | | | |
 | Chỉ số CCHC (%) | | | | |
 | Xếp loại | | | | |
 | Xếp hạng | | | | |
`),
    );
    expect(sheet.kind).toBe('units-as-columns');
    expect(sheet.units.map((unit) => unit.name)).toEqual(['Xã A', 'Xã B']);
    expect(scoresOf(sheet, 1)).toEqual(['2', '1', 'notApplicable']);
    expect(sheet.resultLines).toEqual({ total: 4, index: 5, rating: 6, rank: 7 });
    expect(sheet.statedMax?.text).toBe('100');
  });

  test('a unit without any score yet is listed all the same; a blank column for signatures is no unit', () => {
    const sheet = sheetOf(
      grid(`
TT | Nội dung | Điểm tối đa | Xã A | Phường B | Xã C | Xã D | Ký nhận
1 | CHỈ ĐẠO | 1 | 1 | | 1 | |
1.1 | Kế hoạch | 1 | 1 | | 1 | |
`),
    );
    expect(sheet.units.map((unit) => unit.name)).toEqual(['Xã A', 'Phường B', 'Xã C', 'Xã D']);
    expect(scoresOf(sheet, 1)).toEqual(['notYetScored', 'notYetScored']);
  });

  test('khối over the units, statistics beside them, and a unit that is not ranked', () => {
    const sheet = sheetOf(
      grid(
        `
TT | Nội dung | Điểm tối đa | Khối phường | | Khối xã | | Trung bình
 | | | Phường A | Phường B | Xã C | Xã D |
1 | CHỈ ĐẠO | 1 | 1 | 0.5 | 1 | 0.5 | 0.75
1.1 | Kế hoạch | 1 | 1 | 0.5 | 1 | 0.5 | 0.75
 | Xếp hạng | | | | | Không xếp hạng |
`,
        { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1', 'H1:H2'] },
      ),
    );
    expect(sheet.units.map(({ name, group, ranked }) => [name, group, ranked])).toEqual([
      ['Phường A', 'Khối phường', true],
      ['Phường B', 'Khối phường', true],
      ['Xã C', 'Khối xã', true],
      ['Xã D', 'Khối xã', false],
    ]);
  });

  test('numbers in columns beside a score column are no units', () => {
    const sheet = sheetOf(
      grid(`
TT | Nội dung | Điểm tối đa | Số nhiệm vụ | Số hoàn thành | Điểm tự chấm
1 | CHỈ ĐẠO | 1 | 12 | 8 | 0.5
1.1 | Kế hoạch | 1 | 12 | 8 | 0.5
`),
    );
    expect(sheet.kind).toBe('one-unit');
    expect(sheet.units[0]?.awardedRole).toBe('self');
  });

  test('three merged header rows with sub-columns for each unit', () => {
    const sheet = sheetOf(
      grid(
        `
TT | Nội dung | Kết quả của các đơn vị | | | | |
 | | UBND xã A | | | UBND xã B | |
 | | Điểm tối đa áp dụng | Tự chấm | Thẩm định | Điểm tối đa áp dụng | TC | TĐ
1 | CHỈ ĐẠO | 2 | 2 | 1 | 1 | 1 | 1
1.1 | Kế hoạch | 1 | 1 | 0.5 | 1 | 1 | 1
1.2 | Báo cáo | 1 | 1 | 0.5 | 0 | |
`,
        { merges: ['A1:A3', 'B1:B3', 'C1:H1', 'C2:E2', 'F2:H2'] },
      ),
    );
    expect(sheet.units.map((unit) => unit.name)).toEqual(['UBND xã A', 'UBND xã B']);
    expect(sheet.units[1]?.columns).toEqual({ max: 5, self: 6, appraised: 7 });
    expect(scoresOf(sheet, 1)).toEqual(['1', '1', 'notApplicable']);
  });
});

describe('units as rows', () => {
  test('points of the whole as «75,42/94»', () => {
    const sheet = sheetOf(grid(KON_RAY_2022));
    expect(sheet.kind).toBe('units-as-rows');
    expect(sheet.itemised).toBe(false);
    expect(sheet.units.map((unit) => unit.name)).toContain('Xã Đăk Pnê');
    expect(scoresOf(sheet, 4)).toEqual(['79.63/94']);
    expect(sheet.units[4]?.stated.index?.text).toBe('84.41');
    expect(sheet.resultLines).toEqual({ index: 4, rating: 5 });
  });

  test('maxima inside the header text, khối headings between the units', () => {
    const sheet = sheetOf(
      grid(`
TT | Đơn vị | Thể chế (10 điểm) | Thủ tục hành chính (20đ) | Tổng điểm | Chỉ số | Xếp hạng
I | KHỐI SỞ | | | | |
1 | Sở Nội vụ | 9 | 18 | | |
2 | Sở Tài chính | 8 | KĐG | | |
II | KHỐI XÃ | | | | |
1 | Xã A | 7.5 | 19 | | |
2 | Xã B | | | | |
 | | | | | |
 | NGƯỜI LẬP | | | CHỦ TỊCH | |
`),
    );
    expect(outline(sheet)).toEqual(['1 10', '2 20']);
    expect(sheet.items.map(labelOf)).toEqual(['1 Thể chế', '2 Thủ tục hành chính']);
    expect(sheet.units.map((unit) => [unit.name, unit.group])).toEqual([
      ['Sở Nội vụ', 'KHỐI SỞ'],
      ['Sở Tài chính', 'KHỐI SỞ'],
      ['Xã A', 'KHỐI XÃ'],
      ['Xã B', 'KHỐI XÃ'],
    ]);
    expect(sheet.resultLines).toEqual({ total: 4, index: 5, rank: 6 });
  });

  test('blocks of TC, TĐ, Bị trừ and Tổng under each area, hidden columns included', () => {
    const sheet = sheetOf(
      grid(
        `
STT | Tên đơn vị | Thể chế | | | | Bộ máy | | | | Tổng điểm | | |
 | | 1 | | | | 2 | | | | | | |
 | | TC | TĐ | Bị trừ | Tổng | TC | TĐ | Bị trừ | Tổng | TC | TĐ | Bị trừ | Tổng
 | Điểm tối đa | 10 | 10 | | 10 | 5 | 5 | | 5 | 15 | 15 | | 15
1 | Xã A | 9 | 8 | 0.5 | 7.5 | 5 | 5 | 0 | 5 | 14 | 13 | 0.5 | 12.5
2 | Xã B | 9 | 9 | 0 | 9 | 5 | 4 | 0 | 4 | 14 | 13 | 0 | 13
`,
        {
          merges: ['A1:A3', 'B1:B3', 'C1:F1', 'G1:J1', 'K1:N1', 'C2:F2', 'G2:J2', 'K2:N2'],
          hiddenColumns: ['C', 'G', 'K'],
        },
      ),
    );
    expect(outline(sheet)).toEqual(['1 10', '2 5']);
    expect(scoresOf(sheet, 0)).toEqual(['7.5', '5']);
    expect(sheet.resultLines).toEqual({ selfTotal: 10, total: 13 });
    expect(sheet.facts.map((fact) => fact.kind)).toEqual(['hidden-data']);
  });

  test('rank first, parts without maxima', () => {
    const sheet = sheetOf(
      grid(
        `
Xếp hạng | Tên đơn vị | Điểm thẩm định | Điểm đánh giá tác động của CCHC | | Tổng điểm đạt được
 | | | KSCB | SIPAS |
1 | Sở A | 55.5 | 9 | 18 | 82.5
2 | Sở B | 54 | 8 | 17.5 | 79.5
`,
        { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'] },
      ),
    );
    expect(sheet.items.map((item) => item.name)).toEqual(['Điểm thẩm định', 'KSCB', 'SIPAS']);
    expect(sheet.facts).toContainEqual({ kind: 'no-maximum' });
    expect(sheet.resultLines).toEqual({ rank: 0, total: 5 });
  });
});

describe('a form that nobody has scored yet', () => {
  test('areas with their maxima are areas all the same, and the blank total is no score', () => {
    const sheet = sheetOf(
      grid('TT | Đơn vị | Thể chế (10 điểm) | Thủ tục (20 điểm) | Tổng điểm\n1 | Sở A | | |\n2 | Sở B | | |'),
    );
    expect(outline(sheet)).toEqual(['1 10', '2 20']);
    expect(sheet.resultLines).toEqual({ total: 4 });
  });
});

describe('tables without a word of results', () => {
  test('areas and units alone are read where the sheet says what it is about', () => {
    const table = 'TT | Đơn vị | Thể chế (10 điểm) | Thủ tục (20 điểm)\n1 | Sở A | 9 | 18\n2 | Sở B | 8 | 20';
    expect(sheetOf(grid(table)).units.map((unit) => unit.name)).toEqual(['Sở A', 'Sở B']);
    expect(readScoreSheet(grid(table, { sheet: 'Danh bạ' }), new Map()).kind).toBe('unreadable');
  });
});

describe('scores left of the names', () => {
  const rows = ['1 | 10 | CHỈ ĐẠO | 8 | 7', '1.1 | 4 | Kế hoạch | 3 | 3', '1.2 | 6 | Báo cáo | 5 | 4'].map((row) =>
    row.split('|'),
  );
  const table = (headings: readonly string[], order: readonly number[]): string =>
    [headings, ...rows.map((row) => order.map((column) => row[column]))].map((cells) => cells.join(' | ')).join('\n');

  test.each([
    [
      ['TT', 'Điểm tự chấm', 'Nội dung', 'Điểm tối đa'],
      [0, 3, 2, 1],
      ['8', '3', '5'],
    ],
    [
      ['Điểm thẩm định', 'Điểm tối đa', 'TT', 'Nội dung'],
      [3, 1, 0, 2],
      ['8', '3', '5'],
    ],
    [
      ['TT', 'Điểm tự chấm', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
      [0, 3, 2, 1, 4],
      ['7', '3', '4'],
    ],
  ])('%s', (headings, order, scores) => {
    const sheet = sheetOf(grid(table(headings, order)));
    expect([sheet.kind, scoresOf(sheet)]).toEqual(['one-unit', scores]);
    expect(sheet.items.map(labelOf)).toEqual(['1 CHỈ ĐẠO', '1.1 Kế hoạch', '1.2 Báo cáo']);
  });

  test('«Điểm» left of the names, without a maximum, is none', () => {
    const sheet = readScoreSheet(grid(table(['TT', 'Điểm tự chấm', 'Nội dung'], [0, 3, 2])), new Map());
    expect(sheet.kind).toBe('unreadable');
  });
});

describe('sheets that are no bảng tổng hợp', () => {
  test('a sheet without any header says so', () => {
    expect(readScoreSheet(grid('xin chào | các bạn\n1 | 2'), new Map())).toEqual({
      kind: 'unreadable',
      facts: [{ kind: 'missing-header' }],
    });
  });

  test('a table without a score column says which is missing', () => {
    const reading = readScoreSheet(grid('TT | Nội dung | Điểm tối đa\n1 | Kế hoạch | 2'), new Map());
    expect(reading).toMatchObject({ kind: 'unreadable', facts: [{ kind: 'missing-column', role: 'appraised' }] });
  });
});
