import { describe, expect, test } from '@jest/globals';
import { toText } from '../../../src/core/values/decimal';
import { grid } from '../../kit/grid';
import { factsOf, outline, scoresOf, sheetOf } from './show';

const HEADER = 'TT | Nội dung | Điểm tối đa | Điểm thẩm định';

describe('codes', () => {
  test.each([
    [
      'dotted Roman codes',
      'I | CHỈ ĐẠO | 2 | 2\nI.1 | Kế hoạch | 2 | 2\nI.1.1 | Ban hành | 1 | 1\n' +
        'I.1.2 | Thực hiện | 1 | 1\nII | THỂ CHẾ | 1 | 1\nII.1 | Văn bản | 1 | 1',
      ['I 2', '  I.1 2', '    I.1.1 1', '    I.1.2 1', 'II 1', '  II.1 1'],
    ],
    [
      'a letter that closes a number',
      '1 | Chỉ đạo | 2 | 2\n1.1 | Kế hoạch | 2 | 2\n1.1.a | Ban hành | 1 | 1\n1.1.b | Thực hiện | 1 | 1',
      ['1 2', '  1.1 2', '    1.1.a 1', '    1.1.b 1'],
    ],
    [
      'blanks inside a code',
      "'1.' | Chỉ đạo | 2 | 2\n'1. 1' | Kế hoạch | 1 | 1\n'1.2 .' | Báo cáo | 1 | 1",
      ['1 2', '  1.1 1', '  1.2 1'],
    ],
    [
      'dashes below a letter, not beside it',
      '1 | Chỉ đạo | 3 | 2\na) | Ban hành | 1 | 1\nb) | Chất lượng | 2 | 1\n | - Đúng hạn | 1 | 1\n' +
        ' | - Đủ | 1 | 0\n2 | Báo cáo | 1 | 1\na | Quý | 1 | 1',
      ['1 3', '  a 1', '  b 2', '    - 1', '    - 1', '2 1', '  a 1'],
    ],
    [
      'dashes that make up the line above them',
      '1 | Chỉ đạo | 3 | 2\n | Kế hoạch | 2 | 1\n | - Ban hành | 1 | 1\n | - Thực hiện | 1 | 0\n | Báo cáo | 1 | 1',
      ['1 3', '  - 2', '    - 1', '    - 1', '  - 1'],
    ],
    [
      'dashes beside a line that they do not make up',
      '1 | Chỉ đạo | 3 | 2\n | Kế hoạch | 1 | 1\n | - Báo cáo | 2 | 1',
      ['1 3', '  - 1', '  - 2'],
    ],
  ])('%s', (_what, rows, expected) => {
    expect(outline(sheetOf(grid(`${HEADER}\n${rows}`)))).toEqual(expected);
  });

  test('1.2.3 that Excel made 1 February 2003 is a code again, and the day is said', () => {
    const sheet = sheetOf(
      grid(
        `${HEADER}\n1 | Chỉ đạo | 2 | 2\n1.2 | Kế hoạch | 2 | 2\n'1.2.1' | Một | 1 | 1\n` +
          "'1.2.2' | Hai | 1 | 1\n37653 | Ba | 1 | 1",
        { dates: ['A6'] },
      ),
    );
    expect(sheet.items.at(-1)?.code).toBe('1.2.3');
    expect(sheet.facts).toContainEqual({
      kind: 'damaged-code',
      at: { row: 5, column: 0 },
      stated: '1/2/2003',
      repaired: '1.2.3',
    });
  });
});

describe('items without any code', () => {
  test('capitals are areas, also where they carry points', () => {
    const sheet = sheetOf(
      grid(
        'Nội dung | Điểm tối đa | Điểm tự chấm\nCÔNG TÁC CHỈ ĐẠO | 3 | 2\nKế hoạch | 1 | 1\n' +
          'Báo cáo | 2 | 1\nTHỂ CHẾ | 2 | 2\nVăn bản | 2 | 2',
      ),
    );
    expect(outline(sheet)).toEqual(['- 3', '  - 1', '  - 2', '- 2', '  - 2']);
  });

  test('where nothing else tells, the indent does', () => {
    const sheet = sheetOf(
      grid(
        "Nội dung | Điểm tối đa | Điểm tự chấm\nChỉ đạo | 3 | 2\n'     Kế hoạch' | 1 | 1\n" +
          "'     Báo cáo' | 2 | 1\n'          Quý' | 2 | 1\nThể chế | 2 | 2",
      ),
    );
    expect(outline(sheet)).toEqual(['- 3', '  - 1', '  - 2', '    - 2', '- 2']);
  });
});

describe('rows that are no items', () => {
  test('sums of a section and labels of results in many wordings add nothing to the tree', () => {
    const sheet = sheetOf(
      grid(`
${HEADER}
I | CHỈ ĐẠO | 2 | 2
1 | Kế hoạch | 2 | 2
 | Cộng mục I | 2 | 2
II | THỂ CHẾ | 2 | 1
1 | Văn bản | 2 | 1
 | Cộng mục II | 2 | 1
 | Cộng điểm tiêu chí | 4 | 3
 | Tổng số điểm đạt được sau thẩm định | | 3
 | Chỉ số cải cách hành chính năm 2025 (%) | | 75
 | Xếp loại năm 2025 | | Khá
 | Vị thứ | | 9/20
 | So với năm 2024 | | +5
`),
    );
    expect(outline(sheet)).toEqual(['I 2', '  1 2', 'II 2', '  1 2']);
    expect(sheet.resultLines).toEqual({ total: 8, index: 9, rating: 10, rank: 11, change: 12 });
    expect(sheet.statedMax?.text).toBe('4');
  });

  test('«TỔNG ĐIỂM (I+II)», «Tổng I+II» are the whole; «Tổng điểm lĩnh vực 2» is not', () => {
    const lines = (label: string) =>
      sheetOf(grid(`${HEADER}\nI | CHỈ ĐẠO | 2 | 2\n1 | Kế hoạch | 2 | 2\n | ${label} | 2 | 2`)).resultLines;
    expect([lines('TỔNG ĐIỂM (I+II)'), lines('Tổng I+II'), lines('Tổng điểm lĩnh vực 2')]).toEqual([
      { total: 3 },
      { total: 3 },
      {},
    ]);
  });

  test('of «Chỉ số năm 2024» and «Chỉ số năm 2025» the later year is the result', () => {
    expect(
      sheetOf(
        grid(
          `${HEADER}\n1 | Chỉ đạo | 2 | 2\n | Tổng điểm | 2 | 2\n` +
            ' | Chỉ số CCHC năm 2024 | | 90\n | Chỉ số CCHC năm 2025 | | 100',
        ),
      ).resultLines,
    ).toEqual({ total: 2, index: 4 });
  });

  test('«Xếp hạng» over «Tốt», «Khá» is the rating, and that is said', () => {
    const sheet = sheetOf(
      grid(
        'TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | Chỉ đạo | 2 | 2 | 1\n' +
          ' | Xếp hạng | | Xuất sắc | TB\n | Vị thứ | | 1 | 2',
      ),
    );
    expect(sheet.resultLines).toEqual({ rating: 2, rank: 3 });
    expect(factsOf(sheet)).toEqual(['ambiguous-column 3']);
  });

  test('notes with numbers and signatures right below the table are no part of it', () => {
    const sheet = sheetOf(
      grid(`
${HEADER}
1 | Chỉ đạo | 1 | 1
 | Tổng điểm | 1 | 1
Ghi chú: 12 tiêu chí không áp dụng | | |
1 | Điểm tối đa theo Quyết định 123 | |
 | Số tiêu chí đạt điểm tối đa | | 1
NGƯỜI LẬP | | | 2 tháng 1
`),
    );
    expect(outline(sheet)).toEqual(['1 1']);
    expect(sheet.table.bottom).toBe(2);
  });

  test('another table further down is left alone', () => {
    const sheet = sheetOf(
      grid(
        `${HEADER}\n1 | Chỉ đạo | 1 | 1\n | Tổng | 1 | 1\n | | |\nBẢNG 2. DANH SÁCH | | |\n` +
          'TT | Họ và tên | Năm sinh | Chức vụ\n1 | Nguyễn Văn A | 1980 | Chủ tịch',
      ),
    );
    expect(outline(sheet)).toEqual(['1 1']);
    expect(sheet.table.bottom).toBe(2);
  });

  test('headings and paragraphs between tables of one sheet are no items', () => {
    const sheet = sheetOf(
      grid(`
${HEADER}
1 | CHỈ ĐẠO | 1 | 0.5
1.1 | Kế hoạch | 1 | 0.5
Theo từng nội dung cụ thể, đơn vị chưa đạt: | | |
- Tiêu chí 1.1. Kế hoạch (trừ 0,5 điểm); | | |
Nguyên nhân: ban hành muộn. | | |
2.2. Xây dựng văn bản | | |
${HEADER}
2 | VĂN BẢN | 1 | 1
2.1 | Ban hành | 1 | 1
`),
    );
    expect(outline(sheet)).toEqual(['1 1', '  1.1 1', '2 1', '  2.1 1']);
  });

  test('a name in capitals that goes on in the next row is one area', () => {
    const sheet = sheetOf(
      grid(`${HEADER}\n1 | CHỈ ĐẠO, ĐIỀU HÀNH | 1 | 1\n | CẢI CÁCH HÀNH CHÍNH | |\n1.1 | Kế hoạch | 1 | 1`),
    );
    expect(outline(sheet)).toEqual(['1 1', '  1.1 1']);
    expect(factsOf(sheet)).toEqual(['split-row 3']);
  });

  test('options of an item that is not scored yet are no items either', () => {
    expect(
      outline(
        sheetOf(
          grid(
            `${HEADER}\n1 | Chỉ đạo | 3 | \n1.1 | Tỷ lệ | 1 |\n | - Từ 80% | 1 |\n` +
              ' | - Dưới 80% | 0.5 |\n1.2 | Kế hoạch | 2 | 2',
          ),
        ),
      ),
    ).toEqual(['1 3', '  1.1 1', '  1.2 2']);
  });
});

describe('beside the tree', () => {
  test('«ĐIỂM CỘNG» without a code heads the lines below it', () => {
    const sheet = sheetOf(
      grid(
        `${HEADER}\nI | CHỈ ĐẠO | 2 | 2\n1 | Kế hoạch | 2 | 2\n | ĐIỂM CỘNG | |\n1 | Sáng kiến | 1 | 0.5\n` +
          ' | ĐIỂM TRỪ | |\n1 | Vi phạm | | 0.25\n | Tổng điểm | 2 | 2.25',
      ),
    );
    expect(outline(sheet)).toEqual(['I 2', '  1 2']);
    expect([sheet.units[0]?.bonus.map(({ text }) => text), sheet.units[0]?.penalty.map(({ text }) => text)]).toEqual([
      ['0.5'],
      ['0.25'],
    ]);
  });

  test('a survey part below the appraised total is an area of its own, and the last total is the whole', () => {
    const sheet = sheetOf(
      grid(
        `${HEADER}\n1 | CHỈ ĐẠO | 60 | 50\n1.1 | Kế hoạch | 60 | 50\n | Tổng điểm thẩm định | 60 | 50\n` +
          ' | Điểm điều tra xã hội học | 40 | 30\n | Tổng cộng | 100 | 80',
      ),
    );
    expect(outline(sheet)).toEqual(['1 60', '  1.1 60', '- 40']);
    expect(sheet.items.map(({ survey }) => survey)).toEqual([false, false, true]);
    expect([sheet.resultLines.total, sheet.statedMax?.text]).toEqual([5, '100']);
  });

  test('«Không đánh giá» merged over several items speaks for each of them', () => {
    const sheet = sheetOf(
      grid(
        `${HEADER}\n1 | Chỉ đạo | 3 | \n1.1 | Kế hoạch | 1 | Không đánh giá\n` +
          '1.2 | Báo cáo | 1 |\n1.3 | Kiểm tra | 1 | 1',
        { merges: ['D3:D4'] },
      ),
    );
    expect(scoresOf(sheet)).toEqual(['notYetScored', 'notApplicable', 'notApplicable', '1']);
  });

  test('points of more than 100 without a maximum are not taken as out of 100', () => {
    expect(sheetOf(grid('TT | Nội dung | Điểm thẩm định\n1 | Chỉ đạo | 80\n2 | Thể chế | 70')).facts).toEqual([
      { kind: 'missing-column', role: 'max', at: { row: 0, column: 1 } },
    ]);
    const compared = sheetOf(grid('TT | Nội dung | Điểm thẩm định\n1 | Chỉ đạo | 6.46/10\n2 | Thể chế | 5/5'));
    expect(compared.facts).toEqual([]);
    expect(
      compared.units[0]?.appraised?.map((score) => score.kind === 'points' && score.of !== null && toText(score.of)),
    ).toEqual(['10', '5']);
  });
});
