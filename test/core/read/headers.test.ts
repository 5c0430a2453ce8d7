import { describe, expect, test } from '@jest/globals';
import { readScoreSheet } from '../../../src/core/read/read-score-sheet';
import { cpuSeconds } from '../../kit/cpu';
import { grid } from '../../kit/grid';
import { factsOf, outline, scoresOf, sheetOf, unitsOf } from './show';

const ITEMS = '1 | Chỉ đạo | 3 | 3 | 2.5\n1.1 | Kế hoạch | 1 | 1 | 1\n1.2 | Báo cáo | 2 | 2 | 1.5';

describe('header words', () => {
  test.each([
    "STT | 'Nội dung\\nđánh giá' | 'Điểm\\ntối đa (1)' | Điểm\r\\ntự chấm (2) | 'Điểm thẩm\\nđịnh (*)'",
    'TC | Nội dung | Thang điểm | TC | TĐ',
    'Mục | Tên tiêu chí | Điểm chuẩn | Tự đánh giá | Điểm đánh giá',
    'TT | Các tiêu chí | Điểm quy định | Đơn vị tự chấm | Kết quả thẩm định',
    'Tiêu chí | Nội dung | Mức điểm tối đa | Điểm tự đánh giá | Điểm thẩm định của Hội đồng',
    'TT | Lĩnh vực, tiêu chí | Điểm tối đa theo quy định | Điểm do đơn vị tự chấm | Điểm Hội đồng chấm',
    'TT | Tiêu chí/Tiêu chí thành phần | Điểm tối đa năm 2025 | Điểm tự chấm năm 2025 | Điểm thẩm định¹',
    'Tiêu chí | Nội dung | Điểm tối đa | Tự chấm | Điểm đạt được'.normalize('NFD'),
    'TT | Nội dung | Điểm | Điểm tự | Điểm thẩm\n | | tối đa | chấm | định',
  ])('%j', (header) => {
    const sheet = sheetOf(grid(`${header}\n${ITEMS}`));
    const top = header.split('\n').length - 1;
    expect([sheet.kind, sheet.codeColumn, sheet.nameColumn, sheet.maxLine, sheet.headerRows.at(-1)]).toEqual([
      'one-unit',
      0,
      1,
      2,
      top,
    ]);
    expect(sheet.units[0]?.columns).toMatchObject({ self: 3, appraised: 4 });
  });

  test.each(['Cơ quan thẩm định', 'Đơn vị chủ trì thẩm định', 'Sở, ngành thẩm định', 'Đơn vị thẩm định'])(
    '«%s» over the names of departments is no score: the unit scored itself only',
    (heading) => {
      const table = (cells: readonly string[]) =>
        grid(
          `STT | Nội dung | ${heading} | Điểm tối đa | Điểm tự chấm\n` +
            [`1 | Chỉ đạo | ${cells[0]} | 3 | 2.5`, `1.1 | Kế hoạch | ${cells[1]} | 1 | 1`].join('\n') +
            `\n1.2 | Báo cáo | ${cells[2]} | 2 | 1.5`,
        );
      for (const cells of [
        ['', 'Sở Nội vụ', 'Văn phòng UBND tỉnh'],
        ['Sở Nội vụ', 'Sở Nội vụ', 'Sở Tư pháp'],
      ])
        expect(sheetOf(table(cells)).units.map(({ columns }) => columns)).toEqual([{ max: 3, self: 4 }]);
    },
  );

  test('«TC» alone heads codes and names in one cell', () => {
    expect(
      outline(
        sheetOf(
          grid('TC | Thang điểm | Điểm đánh giá\n1. Chỉ đạo | 3 | 2\n1.1. Kế hoạch | 1 | 1\n1.2. Báo cáo | 2 | 1'),
        ),
      ),
    ).toEqual(['1 3', '  1.1 1', '  1.2 2']);
  });

  test('of names by level the fullest column names the rows', () => {
    const sheet = sheetOf(
      grid(
        'STT | Lĩnh vực | Tiêu chí thành phần | Điểm tối đa | Điểm thẩm định\n' +
          '1 | Chỉ đạo | Ban hành | 1 | 1\n2 | | Chất lượng | 1 | 0.5\n3 | Thể chế | Văn bản | 2 | 2',
        { merges: ['B2:B3'] },
      ),
    );
    expect(sheet.items.map(({ name }) => name)).toEqual(['Ban hành', 'Chất lượng', 'Văn bản']);
  });

  test('names of units in the row below, without merging, belong to the header', () => {
    const sheet = sheetOf(
      grid(
        'TT | Tiêu chí | Thang điểm | Điểm thẩm định của các đơn vị | | Điểm trung bình\n | | | Xã A | Xã B |\n' +
          '1 | CHỈ ĐẠO | 6 | 5 | 6 | 5.5\n1.1 | Kế hoạch | 6 | 5 | 6 | 5.5',
      ),
    );
    expect([unitsOf(sheet), sheet.headerRows]).toEqual([
      ['Xã A', 'Xã B'],
      [0, 1],
    ]);
  });

  test('both rows of a header are repeated after a page break, and are said once', () => {
    const header = 'TT | Nội dung | Điểm tối đa | Xã A | | Xã B |\n | | | Tự chấm | Thẩm định | Tự chấm | Thẩm định';
    const sheet = sheetOf(
      grid(
        `${header}\n1 | CHỈ ĐẠO | 2 | 2 | 2 | 2 | 2\n1.1 | Kế hoạch | 1 | 1 | 1 | 1 | 1\n` +
          `${header}\n1.2 | Báo cáo | 1 | 1 | 1 | 1 | 1`,
      ),
    );
    expect(outline(sheet)).toEqual(['1 2', '  1.1 1', '  1.2 1']);
    expect(factsOf(sheet)).toEqual(['repeated-header 5']);
  });
});

describe('rounds of appraisal', () => {
  test('a loss taken off after the appraisal is no loss against the maximum', () => {
    const sheet = sheetOf(
      grid(
        'Tiêu chí | Nội dung | Điểm tối đa | Điểm thẩm định | Điểm bị trừ | Điểm thẩm định ' +
          'sau khi trừ\n1 | Chỉ đạo | 3 | 2.5 | 0.5 | 2',
      ),
    );
    expect(sheet.units[0]?.columns).toEqual({ max: 2, appraised: 5 });
  });

  test('each round has its own loss and cause; the last that is filled counts', () => {
    const header =
      'TT | Nội dung | Điểm tối đa | Điểm thẩm định lần 1 | Bị trừ | Lý do | Điểm thẩm định lần 2 | Bị trừ | Lý do';
    expect(sheetOf(grid(`${header}\n1 | Chỉ đạo | 6 | 4 | 2 | muộn | 5 | 1 | còn muộn`)).units[0]?.columns).toEqual({
      max: 2,
      appraised: 6,
      lost: 7,
      cause: 8,
    });
    expect(sheetOf(grid(`${header}\n1 | Chỉ đạo | 6 | 4 | 2 | muộn | | |`)).units[0]?.columns).toMatchObject({
      appraised: 3,
      lost: 4,
      cause: 5,
    });
  });
});

describe('units as columns', () => {
  test('sums and averages beside the units are no units', () => {
    expect(
      unitsOf(
        sheetOf(
          grid(
            'TT | Nội dung | Điểm tối đa | Xã A | Xã B | Tổng | Bình quân | Ghi chú\n' +
              '1 | CHỈ ĐẠO | 6 | 5 | 6 | 11 | 5.5 |\n1.1 | Kế hoạch | 6 | 5 | 6 | 11 | 5.5 | a',
          ),
        ),
      ),
    ).toEqual(['Xã A', 'Xã B']);
  });

  test('signatures below a short table do not hide a unit', () => {
    expect(
      unitsOf(
        sheetOf(
          grid(
            'TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | CHỈ ĐẠO | 6 | 5 | 5\n' +
              ' | NGƯỜI LẬP | | TM. ỦY BAN |\n | | | CHỦ TỊCH |\n | Nguyễn A | | Trần B |',
          ),
        ),
      ),
    ).toEqual(['Xã A', 'Xã B']);
  });

  test('two units of one name side by side are two', () => {
    const sheet = sheetOf(
      grid(
        'TT | Nội dung | Điểm tối đa | Xã Tân Lập | | Xã Tân Lập |\n' +
          ' | | | TC | TĐ | TC | TĐ\n1 | CHỈ ĐẠO | 6 | 5 | 4 | 5 | 3',
        { merges: ['D1:E1', 'F1:G1'] },
      ),
    );
    expect([unitsOf(sheet), scoresOf(sheet, 0), scoresOf(sheet, 1)]).toEqual([
      ['Xã Tân Lập', 'Xã Tân Lập'],
      ['4'],
      ['3'],
    ]);
  });

  test.each([
    [
      'in the header row',
      'TT | Nội dung | Điểm tối đa | Các phường | | Các xã, đặc khu |\n | | | A | B | C | D',
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'] },
      ['Các phường: A', 'Các phường: B', 'Các xã, đặc khu: C', 'Các xã, đặc khu: D'],
    ],
    [
      'above the header row',
      ' | | | Khối phường | | Khối xã |\nTT | Nội dung | Điểm tối đa | A | B | C | D',
      {},
      ['Khối phường: A', 'Khối phường: B', 'Khối xã: C', 'Khối xã: D'],
    ],
    [
      'in other words',
      'TT | Nội dung | Điểm tối đa | Sở, ngành | | Địa bàn |\n | | | A | B | C | D',
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'] },
      ['A', 'B', 'Địa bàn: C', 'Địa bàn: D'],
    ],
  ] as const)('khối over the units: %s', (_where, header, extras, expected) => {
    expect(unitsOf(sheetOf(grid(`${header}\n1 | CHỈ ĐẠO | 6 | 5 | 4 | 3 | 2`, extras)))).toEqual(expected);
  });
});

describe('sheets that are no bảng tổng hợp', () => {
  test.each([
    ['people', 'TT | Họ tên | Đơn vị | Điểm | Xếp loại\n1 | Nguyễn A | VP | 8.5 | Tốt'],
    ['money', 'TT | Nội dung | Kinh phí 2024 | Kinh phí 2025 | Tổng cộng | Tỷ lệ %\n1 | Máy tính | 20 | 10 | 30 | 50'],
    ['files handled', 'TT | Đơn vị | Tổng số hồ sơ | Đúng hạn | Trễ hạn | Tỷ lệ %\n1 | Xã A | 100 | 90 | 10 | 90'],
    [
      'losses, a line each',
      'TT | Đơn vị | Lĩnh vực | Mã | Tiêu chí | Điểm tối đa | Thẩm định | Bị trừ\n' +
        '1 | Xã A | Chỉ đạo | 1.1 | Kế hoạch | 1 | 0.5 | 0.5',
    ],
  ])('a list of %s', (_what, table) => {
    expect(readScoreSheet(grid(table, { sheet: 'Sheet2' }), new Map()).kind).toBe('unreadable');
  });

  test('«Đơn vị: điểm» names no unit', () => {
    expect(
      unitsOf(
        sheetOf(
          grid(
            'UBND TỈNH | | | Đơn vị: điểm\nĐơn vị: UBND xã B | | |\n' +
              'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Chỉ đạo | 2 | 2',
          ),
        ),
      ),
    ).toEqual(['UBND xã B']);
  });
});

describe('hostile sheets', () => {
  const merges = Array.from({ length: 20_000 }, () => 'D1:XFD1');
  const readAll = (): void => {
    expect(
      readScoreSheet(grid('TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Chỉ đạo | 2 | 2', { merges }), new Map())
        .kind,
    ).toBe('score-sheet');
    const units = Array.from({ length: 150_000 }, (_, at) => [at + 1, `Xã ${at}`, 50]);
    expect(
      readScoreSheet(
        { ...grid('x'), rowCount: 150_001, columnCount: 3, values: [['TT', 'Đơn vị', 'Điểm thẩm định'], ...units] },
        new Map(),
      ).kind,
    ).toBe('score-sheet');
    for (const text of [
      '('.repeat(32_767),
      ' '.repeat(32_766) + 'x',
      '1.'.repeat(16_383),
      'I.1.'.repeat(8_191),
      'Đơn vị ' + ' '.repeat(32_000),
    ]) {
      const row = [text, text, text, text];
      readScoreSheet(
        {
          ...grid('x'),
          rowCount: 4,
          columnCount: 4,
          values: [row, ['TT', 'Nội dung', text, 'Điểm thẩm định'], ['1', text, 1, text], row],
        },
        new Map(),
      );
    }
  };
  test('end soon and without an exception', () => {
    expect(cpuSeconds(readAll)).toBeLessThan(10);
  }, 120_000);
});
