/** Parents and children where codes are ambiguous: the split under which the sums hold. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { toText } from '../../../src/core/values/decimal';
import { bookOf, grid } from '../../kit/grid';
import { outline, sheetOf } from './show';

const HEADER = 'TT | Nội dung | Điểm tối đa | Điểm thẩm định';

describe('codes that run on through the whole table', () => {
  test('«1.» holds the numbers after it whose sum it is; «3» after them stands beside it', () => {
    const sheet = sheetOf(
      grid(
        `${HEADER}\nI | CHUYÊN MÔN | 10 | 8\n'1.' | Thể chế | 6 | 5\n1 | Một | 3 | 3\n2 | Hai | 3 | 2\n` +
          "3 | Ba | 4 | 3\nII | XÂY DỰNG ĐẢNG | 5 | 4\n'1.' | Công tác Đảng | 5 | 4\n4 | Bốn | 3 | 2\n" +
          '5 | Năm | 2 | 2\n' +
          ' | Tổng điểm | 15 | 12',
      ),
    );
    expect(outline(sheet)).toEqual([
      'I 10',
      '  1 6',
      '    1 3',
      '    2 3',
      '  3 4',
      'II 5',
      '  1 5',
      '    4 3',
      '    5 2',
    ]);
  });

  test('three levels of them: I, 1, a, then 1 2 3 to the end', () => {
    const sheet = sheetOf(
      grid(
        `${HEADER}\nI | CHUYÊN MÔN | 11 | 9\n'1.' | Thể chế | 6 | 5\na) | Văn bản | 4 | 3\n1 | Một | 3 | 2\n` +
          "2 | Hai | 1 | 1\nb) | Rà soát | 2 | 2\n3 | Ba | 1.5 | 1.5\n4 | Bốn | 0.5 | 0.5\n'2.' | Thủ tục | 5 | 4\n" +
          '5 | Năm | 2 | 1.5\n6 | Sáu | 3 | 2.5',
      ),
    );
    expect(outline(sheet)).toEqual([
      'I 11',
      '  1 6',
      '    a 4',
      '      1 3',
      '      2 1',
      '    b 2',
      '      3 1.5',
      '      4 0.5',
      '  2 5',
      '    5 2',
      '    6 3',
    ]);
  });
});

describe('a code is below its own beginning only', () => {
  test('1.2.1 after a second 1.3 is below 1.2, 2.1 without a 2 is below nothing of 1', () => {
    const sheet = sheetOf(
      grid(
        `${HEADER}\n'1' | Chỉ đạo | 9 | 7\n'1.2' | Kế hoạch | 2 | 1\n'1.3' | Báo cáo | 3 | 3\n` +
          "'1.3' | Kiểm tra | 4 | 3\n'1.2.1' | Ban hành | 2 | 1\n'2.1' | Văn bản | 5 | 4",
      ),
    );
    expect(outline(sheet)).toEqual(['1 9', '  1.2 2', '  1.3 3', '  1.3 4', '    1.2.1 2', '2.1 5']);
    expect(sheet.items.map(({ parent }) => parent)).toEqual([-1, 0, 0, 0, 1, -1]);
  });
});

test('an area whose code was left out stands beside the coded ones', () => {
  const sheet = sheetOf(
    grid(
      `${HEADER}\n1 | CHỈ ĐẠO, ĐIỀU HÀNH | 3 | 2\n'1.1' | Kế hoạch | 3 | 2\n | CẢI CÁCH THỂ CHẾ | 5 | 4\n` +
        "'2.1' | Văn bản | 5 | 4\n3 | THỦ TỤC HÀNH CHÍNH | 2 | 2\n'3.1' | Công khai | 2 | 2\n | Tổng điểm | 10 | 8",
    ),
  );
  expect(outline(sheet)).toEqual(['1 3', '  1.1 3', '- 5', '  2.1 5', '3 2', '  3.1 2']);
});

test('areas without any code hold the numbers below them', () => {
  const sheet = sheetOf(
    grid(
      `${HEADER}\n | CHỈ ĐẠO, ĐIỀU HÀNH | 3 | 2\n1 | Kế hoạch | 1 | 1\n2 | Báo cáo | 2 | 1\n` +
        ` | CẢI CÁCH THỂ CHẾ | 5 | 4\n` +
        '1 | Văn bản | 5 | 4',
    ),
  );
  expect(outline(sheet)).toEqual(['- 3', '  1 1', '  2 2', '- 5', '  1 5']);
});

describe('a list of losses', () => {
  // The losses of Vân Canh, 2021: 6,46/10, 6,81/10 and 5/5; the first two areas lost 3,54 and 3,19.
  const LOSSES = `
Đơn vị: Huyện Vân Canh | | | |
${HEADER} | Điểm bị trừ
'1' | CHỈ ĐẠO, ĐIỀU HÀNH | 10 | 6.46 | 3.54
'1.1' | Kế hoạch | 1 | 0.75 | 0.25
'1.2' | Mức độ hoàn thành | 1 | 0.96 | 0.04
'1.3' | Tuyên truyền | 1 | 0.5 | 0.5
'1.4' | Báo cáo | 1 | 0 | 1
'1.6' | Sáng kiến | 1 | 0 | 1
'1.7' | Nhiệm vụ được giao | 1 | 0.75 | 0.25
'1.8.3' | Đối thoại | 0.5 | 0 | 0.5
'2' | VĂN BẢN QUY PHẠM PHÁP LUẬT | 5 | 5 |
'3' | THỦ TỤC HÀNH CHÍNH | 10 | 6.81 | 3.19
'3.1' | Rà soát | 2 | 0 | 2
'3.4.1' | Quy chế phối hợp | 0.5 | 0 | 0.5
'3.4.2' | Cập nhật hồ sơ | 0.5 | 0 | 0.5
'3.5' | Kết quả giải quyết | 3 | 2.95 | 0.05
'3.6' | Xin lỗi | 1 | 0.86 | 0.14
`;
  const book = assessBook(bookOf(grid(LOSSES)));
  const [sheet] = book.sheets;

  test('counts the areas as they are stated, and lists what is below as deductions', () => {
    const total = sheet?.units[0]?.totals.awardedTotal;
    expect(total && [toText(total.points), toText(total.max)]).toEqual(['18.27', '25']);
    expect(sheet?.deductions.map(({ item }) => item.code)).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '1.6',
      '1.7',
      '1.8.3',
      '3.1',
      '3.4.1',
      '3.4.2',
      '3.5',
      '3.6',
    ]);
  });

  test('is said once, and nothing is added to it', () => {
    expect(sheet?.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(sheet?.diagnostics.filter(({ alias }) => alias === 'list-of-losses')).toHaveLength(1);
  });

  // Two more areas, 6/7 and 10/11: each lost 1.
  const MORE = `'4' | TỔ CHỨC BỘ MÁY | 7 | 6 | 1
'4.1' | Chức năng, nhiệm vụ | 1 | 0.5 | 0.5
'4.2' | Biên chế | 1 | 0.5 | 0.5
'5' | CHẾ ĐỘ CÔNG VỤ | 11 | 10 | 1
'5.3.3' | Hoàn thành nhiệm vụ | 1 | 0.5 | 0.5
'5.9' | Cán bộ cấp xã | 1 | 0.5 | 0.5
`;

  test('stays one with two mistyped scores in it: the areas count as stated', () => {
    const mistyped = (LOSSES + MORE).replace("'3.1' | Rà soát | 2 | 0 |", "'3.1' | Rà soát | 2 | 2 |");
    const twice = mistyped.replace("'5.9' | Cán bộ cấp xã | 1 | 0.5 |", "'5.9' | Cán bộ cấp xã | 1 | 5 |");
    const [read] = assessBook(bookOf(grid(twice))).sheets;
    expect(read?.diagnostics.filter(({ alias }) => alias === 'list-of-losses')).toHaveLength(1);
    const total = read?.units[0]?.totals.awardedTotal;
    expect(total && [toText(total.points), toText(total.max)]).toEqual(['34.27', '43']);
  });

  test('is not made of a whole table by two mistyped scores and a maximum that is too large', () => {
    const whole = `Đơn vị: Huyện Vân Canh | | | |
${HEADER}
1 | CHỈ ĐẠO | 4 | 3
'1.1' | Kế hoạch | 2 | 1.5
'1.2' | Báo cáo | 2 | 1.5
2 | THỂ CHẾ | 40 | 3
'2.1' | Rà soát | 2 | 2
'2.2' | Theo dõi | 2 | 15
3 | THỦ TỤC | 4 | 3
'3.1' | Công khai | 2 | 1.5
'3.2' | Kiểm soát | 2 | 1.5
4 | BỘ MÁY | 4 | 3
'4.1' | Biên chế | 2 | 15
'4.2' | Phân cấp | 2 | 1.5`;
    const [read] = assessBook(bookOf(grid(whole))).sheets;
    expect(read?.diagnostics.some(({ alias }) => alias === 'list-of-losses')).toBe(false);
    expect(read?.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('codes with a word', () => {
  const lines = (codes: readonly string[]): string =>
    [
      ['Chỉ đạo', 6, 5],
      ['Kế hoạch', 3, 2],
      ['Kiểm tra', 3, 3],
      ['Thể chế', 4, 3],
      ['Văn bản', 4, 3],
    ]
      .map((line, row) => [codes[row], ...line].join(' | '))
      .join('\n');

  test.each([
    ['Lĩnh vực 1', 'TC 1', 'TC 2', 'Lĩnh vực 2', 'TC 1'],
    ['LV1', 'TC1', 'TC2', 'LV2', 'TC1'],
    ['Phần A', 'Mục 1', 'Mục 2', 'Phần B', 'Mục 1'],
    ['Điều 1', 'Khoản 1', 'Khoản 2', 'Điều 2', 'Khoản 1'],
    ['Chương I', 'Mục 1', 'Mục 2', 'Chương II', 'Mục 1'],
    ['Nội dung 1', 'Tiêu chí 1', 'Tiêu chí 2', 'Nội dung 2', 'Tiêu chí 1'],
  ])('%s holds %s, %s: of two words the first stands above, and the second begins again', (...codes) => {
    const table = grid(`${HEADER}\n${lines(codes)}`);
    const [read] = assessBook(bookOf(table)).sheets;
    const total = read?.units[0]?.totals.awardedTotal;
    expect(total && [toText(total.points), toText(total.max)]).toEqual(['8', '10']);
    expect(outline(sheetOf(table)).map((line) => line.search(/\S/))).toEqual([0, 2, 2, 0, 2]);
    expect(read?.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  test('one word alone leaves the levels to the numbers', () => {
    const codes = ['Tiêu chí 1', "'1.1'", "'1.2'", 'Tiêu chí 2', "'2.1'"];
    expect(outline(sheetOf(grid(`${HEADER}\n${lines(codes)}`))).map((line) => line.search(/\S/))).toEqual([
      0, 2, 2, 0, 2,
    ]);
  });
});
