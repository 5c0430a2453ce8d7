import { describe, expect, test } from '@jest/globals';
import { grid } from '../../kit/grid';
import { factsOf, outline, scoresOf, sheetOf, unitsOf } from './show';

const linesOf = (table: string) => sheetOf(grid(table)).resultLines;

describe('units as rows: rows', () => {
  test('khối headings, averages, sums and signatures are no units', () => {
    const sheet = sheetOf(
      grid(`
TT | Đơn vị | Thể chế (10 điểm) | Thủ tục (tối đa 20) | Tổng điểm
KHỐI SỞ (2 đơn vị) | | | |
1 | Sở A | 9 | 18 | 27
2 | Thanh tra | 8 | 18 | 26
Trung bình khối sở | | 8.5 | 18 | 26.5
KHỐI XÃ | | | |
1 | Tổng công ty Điện lực | 9 | 18 | 27
2 | Công an | 8 | 18 | 26
 | Tổng cộng: 4 đơn vị | 34 | 72 | 106
Ghi chú: điểm tối đa là 30 | | | |
 | NGƯỜI LẬP | | CHỦ TỊCH |
`),
    );
    expect(unitsOf(sheet)).toEqual([
      'KHỐI SỞ (2 đơn vị): Sở A',
      'KHỐI SỞ (2 đơn vị): Thanh tra',
      'KHỐI XÃ: Tổng công ty Điện lực',
      'KHỐI XÃ: Công an',
    ]);
    expect(outline(sheet)).toEqual(['1 10', '2 20']);
    expect(sheet.table.bottom).toBe(7);
  });

  test('a khối that is written once above its units, merged or not, holds for all of them', () => {
    expect(
      unitsOf(
        sheetOf(
          grid(
            'Khối | Đơn vị | Điểm thẩm định\nSở | Sở A | 75,42/94\n | Sở B | 80/94\nXã | Xã A | 70/94\n | Xã B | 60/94',
            { merges: ['A2:A3'] },
          ),
        ),
      ),
    ).toEqual(['Sở: Sở A', 'Sở: Sở B', 'Xã: Xã A', 'Xã: Xã B']);
  });

  test('numbers right below the header, without a word, are what the areas are out of', () => {
    const sheet = sheetOf(
      grid(
        'TT | Đơn vị | Thể chế | Thủ tục | Tổng điểm\n | | 10 | 20 | 30\n' +
          '1 | Xã A | 9 | 18 | 27\n2 | Xã B | 8 | 20 | 28',
      ),
    );
    expect([outline(sheet), sheet.statedMax?.text, unitsOf(sheet)]).toEqual([['1 10', '2 20'], '30', ['Xã A', 'Xã B']]);
  });

  test("«Không đánh giá» merged over a unit's row speaks for every area", () => {
    const sheet = sheetOf(
      grid('TT | Đơn vị | Thể chế (10 điểm) | Thủ tục (20 điểm)\n1 | Xã A | 9 | 18\n2 | Xã B | Không đánh giá |', {
        merges: ['C3:D3'],
      }),
    );
    expect(scoresOf(sheet, 1)).toEqual(['notApplicable', 'notApplicable']);
  });
});

describe('units as rows: columns', () => {
  test('unmerged blocks of TC | TĐ | Bị trừ | Tổng under three header rows', () => {
    const sheet = sheetOf(
      grid(`
STT | Tên đơn vị | Thể chế | | | | Thủ tục | | | | Tổng điểm | | |
 | | 1 | | | | 2 | | | | | | |
 | | TC | TĐ | Bị trừ | Tổng | TC | TĐ | Bị trừ | Tổng | TC | TĐ | Bị trừ | Tổng
1 | Xã A | 9 | 8 | 0.5 | 7.5 | 5 | 5 | 0 | 5 | 14 | 13 | 0.5 | 12.5
`),
    );
    expect(sheet.items.map(({ name, columns }) => [name, columns])).toEqual([
      ['Thể chế', { self: 2, appraised: 5 }],
      ['Thủ tục', { self: 6, appraised: 9 }],
    ]);
    expect(sheet.resultLines).toEqual({ selfTotal: 10, total: 13 });
  });

  test('«Điểm trừ» before a total is taken off the points, after it only says what they lack', () => {
    const before = sheetOf(
      grid('TT | Đơn vị | Điểm thẩm định | Điểm thưởng | Điểm trừ | Tổng điểm\n1 | Xã A | 75.42/94 | 1 | 0.5 | 75.92'),
    );
    expect([before.units[0]?.bonus[0]?.text, before.units[0]?.penalty[0]?.text, before.resultLines]).toEqual([
      '1',
      '0.5',
      { total: 5 },
    ]);
    expect(linesOf('TT | Đơn vị | Thể chế (10 điểm) | Tổng điểm | Điểm bị trừ\n1 | Xã A | 9 | 9 | 1')).toEqual({
      total: 3,
      lost: 4,
    });
  });

  test('«Tỷ lệ %» after the points is the index, before a total it belongs to a part', () => {
    expect(
      linesOf('TT | Xã | Thể chế (10 điểm) | Tổng | Tỷ lệ % | Phân loại | Thứ hạng\n1 | A | 9 | 9 | 90 | Tốt | 1/2'),
    ).toEqual({ total: 3, index: 4, rating: 5, rank: 6 });
    const sheet = sheetOf(
      grid(
        'STT | Đơn vị | Điểm thẩm định thực tế | Tỷ lệ % | Điểm thẩm định (Tối đa 70) | Điểm điều tra XHH | ' +
          'Điểm đo lường hài lòng | Tổng điểm\n1 | Sở A | 75.42/94 | 80.23 | 56.16 | 12 | 10 | 78.16',
      ),
    );
    expect([outline(sheet), scoresOf(sheet), sheet.resultLines]).toEqual([
      ['1 ?', '2 ?', '3 ?'],
      ['56.16', '12', '10'],
      { total: 7 },
    ]);
    expect(sheet.items.map(({ survey }) => survey)).toEqual([false, true, true]);
  });

  test('two years side by side: the later one counts, over columns and in their headings', () => {
    const merged = sheetOf(
      grid(
        'STT | Tên đơn vị | Năm 2024 | | Năm 2025 |\n' +
          ' | | Điểm | Xếp hạng | Điểm | Xếp hạng\n1 | Xã A | 80 | 2 | 90 | 1',
        { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'] },
      ),
    );
    expect([scoresOf(merged), merged.resultLines]).toEqual([['90'], { rank: 5 }]);
    const named = sheetOf(
      grid(
        'Đơn vị | Tổng điểm | Điểm tối đa | Chỉ số CCHC năm 2024 (%) | Chỉ số CCHC năm 2025 (%) | Xếp hạng ' +
          'năm 2024 | Xếp hạng năm 2025\nXã A | 80 | 100 | 75 | 80 | 2 | 1',
      ),
    );
    expect([scoresOf(named), named.resultLines]).toEqual([['80'], { max: 2, index: 4, rank: 6 }]);
  });

  test('a list of indices is points out of 100', () => {
    const sheet = sheetOf(grid('STT | Tên đơn vị | Chỉ số CCHC | Xếp hạng\n1 | Xã A | 90.5 | 1\n2 | Xã B | 80 |'));
    expect([scoresOf(sheet), sheet.facts]).toEqual([['90.5'], [{ kind: 'no-maximum' }]]);
  });

  test('population and numbers of files are no areas', () => {
    const sheet = sheetOf(
      grid(
        'TT | Tên xã | Dân số | Số thủ tục | Chỉ đạo (10đ) | Thể chế (20đ) | Tổng (30đ) | ' +
          'Xếp thứ\n1 | Xã A | 8500 | 50 | 9 | 18 | 27 | 1',
      ),
    );
    expect([outline(sheet), sheet.resultLines, sheet.statedMax?.text]).toEqual([
      ['1 10', '2 20'],
      { total: 6, rank: 7 },
      '30',
    ]);
  });

  test('totals that never are the sum of columns without a maximum stand alone, and that is said', () => {
    const sheet = sheetOf(
      grid(
        'TT | Đơn vị | Gia nhập | Đất đai | Tổng điểm | Xếp hạng\n' +
          '1 | A | 7.5 | 6.5 | 67 | 2\n2 | B | 7.8 | 6.9 | 69 | 1',
      ),
    );
    expect([sheet.itemised, scoresOf(sheet), factsOf(sheet)]).toEqual([
      false,
      ['67'],
      ['no-maximum', 'ambiguous-column 1'],
    ]);
  });

  test('a total of the areas beside survey parts is not counted twice', () => {
    const sheet = sheetOf(
      grid('TT | Đơn vị | Thể chế | Thủ tục | Điểm thẩm định | Điểm XHH | Tổng điểm\n1 | A | 30 | 30 | 60 | 20 | 80'),
    );
    expect(scoresOf(sheet)).toEqual(['30', '30', '20']);
  });
});
