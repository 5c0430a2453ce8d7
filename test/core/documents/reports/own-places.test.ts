/** A commune's own report from worksheets as offices type them: ranks k/n overall and for every area. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../../src/core/assess';
import { UNIT_REPORT } from '../../../../src/core/documents/reports/unit-report';
import type { Grid } from '../../../../src/core/model/workbook/grid';
import { linesOf } from '../../../kit/files/document-text';
import { bookOf, grid } from '../../../kit/grid';

/** Ranked like Excel's RANK: of five units, two tie in the first area and two in the second. */
const TABLE = `
  TỔNG HỢP CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CÁC XÃ NĂM 2024
  TT | Đơn vị | Chỉ đạo, điều hành (10 điểm) | | Cải cách thể chế (15 điểm) | | Tổng điểm | Xếp hạng
   | | Điểm | Hạng | Điểm | Hạng | |
  1 | Xã A | 8 | 4 | 9.5 | 4 | 17.5 | 5
  2 | Xã B | 9 | 2 | 15 | 1 | 24 | 1
  3 | Xã C | 9 | 2 | 13.5 | 2 | 22.5 | 2
  4 | Xã D | 9.5 | 1 | 9.5 | 4 | 19 | 3
  5 | Xã E | 8 | 4 | 10 | 3 | 18 | 4
`;
const OWN = `
  UBND HUYỆN SƠN AN
  UBND XÃ A
  KẾT QUẢ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024 CỦA UBND XÃ A
  STT | Nội dung | Điểm tối đa | Điểm đạt được | Nguyên nhân
  1 | CHỈ ĐẠO, ĐIỀU HÀNH | 10 | 8 |
  1.1 | Kế hoạch | 4 | 4 |
  1.2 | Báo cáo | 6 | 4 | Gửi chậm
  2 | CẢI CÁCH THỂ CHẾ | 15 | 9.5 |
  2.1 | Rà soát | 15 | 9.5 | Rà soát chưa đủ
`;

const reported = (...grids: readonly Grid[]) => {
  const book = assessBook(bookOf(...grids));
  const position = book.sheets.findIndex(({ scoreSheet: { units } }) => units.some(({ name }) => /xã a$/i.test(name)));
  const { scoreSheet } = book.sheets[position] ?? {};
  const unit = scoreSheet?.units.findIndex(({ name }) => /xã a$/i.test(name)) ?? 0;
  const units = [{ sheet: scoreSheet?.sheet ?? '', unit }];
  const document = UNIT_REPORT.compose({ book, previous: null, units, details: book.details });
  const messages = book.sheets.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
  return { document, lines: linesOf(document), found: messages };
};

describe('places that the table of all units states, counted on behind units that are level', () => {
  const { document, lines } = reported(
    grid(OWN, { sheet: 'Xã A' }),
    grid(TABLE, { sheet: 'Toàn huyện', merges: ['C2:D2', 'E2:F2', 'A2:A3', 'B2:B3', 'G2:G3', 'H2:H3'] }),
  );

  test('each area has its place among the five, as the table states it', () => {
    expect(lines).toContain('1 | Chỉ đạo, điều hành | 10 | 8 | 80 | 4/5');
    expect(lines).toContain('2 | Cải cách thể chế | 15 | 9,5 | 63,33 | 4/5');
    expect(lines.join('\n')).toContain('đạt 9,5/15 điểm (63,33%), xếp hạng 4/5; bị trừ 5,5 điểm');
  });

  test('the letterhead of its own sheet heads its report', () => {
    expect(document.form).toMatchObject({ superiorBody: 'UBND HUYỆN SƠN AN', issuingBody: 'UBND XÃ A' });
  });
});

test('without stated places those are printed that follow from the points', () => {
  const { lines } = reported(
    grid(OWN, { sheet: 'Xã A' }),
    grid(
      `TỔNG HỢP CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CÁC XÃ NĂM 2024
       TT | Đơn vị | Chỉ đạo, điều hành (10 điểm) | Cải cách thể chế (15 điểm) | Tổng điểm
       1 | Xã A | 8 | 9.5 | 17.5
       2 | Xã B | 9 | 15 | 24
       3 | Xã C | 9 | 13.5 | 22.5`,
      { sheet: 'Toàn huyện' },
    ),
  );
  expect(lines).toContain('1 | Chỉ đạo, điều hành | 10 | 8 | 80 | 2/2 hạng');
  expect(lines).toContain('2 | Cải cách thể chế | 15 | 9,5 | 63,33 | 3/3 hạng');
});

test.each([
  ['in the name', (name: string, place: string) => `${name} (xếp ${place})`, ''],
  ['behind the name', (name: string, place: string) => `${name} - xếp thứ ${place} xã`, ''],
  ['among the notes', (name: string) => name, 'Xếp hạng trong huyện: '],
])('a place that stands %s is printed as stated, and is neither name nor cause', (_, named, noted) => {
  const note = (place: string): string => (noted === '' ? '' : `${noted}${place} xã`);
  const { lines } = reported(
    grid(
      `UBND XÃ A
       KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024 CỦA UBND XÃ A
       STT | Lĩnh vực | Điểm tối đa | Điểm đạt được | Ghi chú
       1 | ${named('CHỈ ĐẠO, ĐIỀU HÀNH', '7/11')} | 10 | 8 | ${note('7/11')}
       2 | ${named('Cải cách thể chế', '10/11')} | 15 | 9.5 | ${note('10/11')}
       3 | Cải cách tổ chức bộ máy | 10 | 9 | Xếp loại công chức chậm 1/2 phòng
       | Tổng điểm | 35 | 26.5 | ${note('8/11')}`,
      { sheet: 'Xã A' },
    ),
  );
  expect(lines).toContain('1 | Chỉ đạo, điều hành | 10 | 8 | 80 | 7/11');
  expect(lines).toContain('2 | Cải cách thể chế | 15 | 9,5 | 63,33 | 10/11');
  expect(lines.filter((line) => line.includes('7/11'))).toHaveLength(1);
  expect(lines.join('\n')).toContain('Xếp loại công chức chậm 1/2 phòng');
  if (noted !== '') expect(lines.join('\n')).toContain('xếp hạng 8/11 (theo bảng)');
});

describe('places that only texts of the sheet state', () => {
  const sheet = (title: string, heading: string, places: readonly string[], below: string): string =>
    `UBND XÃ A
     KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024 CỦA UBND XÃ A${title}
     STT | Lĩnh vực | Điểm tối đa | Điểm đạt được | ${heading}
     1 | CHỈ ĐẠO, ĐIỀU HÀNH | 10 | 8 | ${places[0] ?? ''}
     2 | Cải cách thể chế | 15 | 9.5 | ${places[1] ?? ''}
      | Tổng điểm | 25 | 17.5 |
     ${below}`;
  const OWN_PLACES = ['1 | Chỉ đạo, điều hành | 10 | 8 | 80 | 7/11', '2 | Cải cách thể chế | 15 | 9,5 | 63,33 | 10/11'];

  test('in the title and in sentences below the table; those of another year are not', () => {
    const below = [
      'Năm 2023 xã xếp hạng 5/11; lĩnh vực Chỉ đạo, điều hành xếp thứ 2/11 so với toàn huyện.',
      '- Lĩnh vực Chỉ đạo, điều hành: xếp hạng 7/11 xã; lĩnh vực Cải cách thể chế đứng thứ 10/11.',
    ].join('\n');
    const { lines } = reported(grid(sheet(' (xếp hạng 8/11 xã)', 'Ghi chú', [], below), { sheet: 'Xã A' }));
    for (const line of OWN_PLACES) expect(lines).toContain(line);
    expect(lines.join('\n')).toContain('xếp hạng 8/11 (theo bảng)');
    expect(lines.join('\n')).not.toMatch(/[25]\/11/);
  });

  test('two different ones are none', () => {
    const below = 'Toàn huyện: xã xếp hạng 5/11.\nChung: xã xếp hạng 6/11.';
    const { lines } = reported(grid(sheet('', 'Ghi chú', [], below), { sheet: 'Xã A' }));
    expect(lines.join('\n')).not.toMatch(/[56]\/11/);
  });

  test.each([
    ['Thứ hạng/11 xã', '7', '10', '8'],
    ['Xếp thứ (toàn huyện có 11 xã)', '7', '10', '8'],
    ['Hạng', '7 / 11', '10 trên 11', '8 trên 11'],
  ])('under «%s»', (heading, one, other, whole) => {
    for (const total of ['Tổng điểm | 25 | 17.5', 'Chỉ số CCHC | 100 | 70']) {
      const table = sheet('', heading, [one, other], '').replace('Tổng điểm | 25 | 17.5', total);
      const own = reported(grid(table.replace(`${total} |`, `${total} | ${whole}`), { sheet: 'Xã A' }));
      expect(own.lines.join('\n')).toContain('xếp hạng 8/11 (theo bảng)');
    }
    const { lines } = reported(grid(sheet('', heading, [one, other], ''), { sheet: 'Xã A' }));
    for (const line of OWN_PLACES) expect(lines).toContain(line);
  });

  test.each(['Hạng | Trên tổng số', 'Thứ hạng | Tổng số xã', 'Vị thứ | Số đơn vị', 'Xếp hạng | Trên tổng số đơn vị'])(
    'with of how many in the column beside: %s',
    (heading) => {
      const table = sheet('', heading, ['7 | 11', '10 | 11'], '').replace('| 17.5 |', '| 17.5 | 8 | 11');
      const { lines, found } = reported(grid(table, { sheet: 'Xã A' }));
      for (const line of OWN_PLACES) expect(lines).toContain(line);
      expect(lines.join('\n')).toContain('xếp hạng 8/11 (theo bảng)');
      expect(found).toEqual([]);
    },
  );

  test('in notes on the points, where they are no causes', () => {
    const notes = { D4: 'Xếp hạng 7/11', D5: 'Nguyễn A:\nXếp hạng 10/11' };
    const { lines } = reported(grid(sheet('', 'Ghi chú', [], ''), { sheet: 'Xã A', notes }));
    for (const line of OWN_PLACES) expect(lines).toContain(line);
    expect(lines.join('\n')).not.toContain('Nguyên nhân: Xếp');
  });
});

describe('a sheet of places alone beside the own sheet', () => {
  const AREAS = ['Chỉ đạo, điều hành', 'Cải cách thể chế'];
  const placed = (text: string, name = 'Thứ hạng') =>
    reported(grid(OWN, { sheet: 'Xã A' }), grid(text, { sheet: name }));

  test.each([
    [
      'areas in rows',
      `TT | Lĩnh vực | Thứ hạng\n1 | ${AREAS[0]} | 7/11\n2 | ${AREAS[1]} | 10/11\n | Chỉ số CCHC | 8/11`,
    ],
    [
      'of how many in the heading',
      `TT | Lĩnh vực | Hạng (trong 11 xã)\n1 | ${AREAS[0]} | 7\n2 | ${AREAS[1]} | 10\n | Chung | 8`,
    ],
    [
      'of how many beside',
      `TT | Lĩnh vực | Hạng | Tổng số xã\n1 | ${AREAS[0]} | 7 | 11\n2 | ${AREAS[1]} | 10 | 11\n | Chung | 8 | 11`,
    ],
    [
      'areas across',
      `Thứ hạng của xã A năm 2024\nLĩnh vực | ${AREAS.join(' | ')} | Chung\n` +
        `Hạng năm 2024 | 7/11 | 10/11 | 8/11\nHạng năm 2023 | 2/11 | 3/11 | 4/11`,
    ],
    [
      'points and maxima beside',
      `TT | Lĩnh vực | Điểm tối đa | Điểm đạt | Xếp hạng\n1 | ${AREAS[0]} | 10 | 8 | 7/11\n` +
        `2 | ${AREAS[1]} | 15 | 9.5 | 10/11\n | Tổng | 25 | 17.5 | 8/11`,
    ],
    [
      'points beside, without maxima',
      `TT | Lĩnh vực | Điểm | Hạng\n1 | ${AREAS[0]} | 8 | 7/11\n2 | ${AREAS[1]} | 9.5 | 10/11\n | Chung | 17.5 | 8/11`,
    ],
    [
      'percentages beside, Roman numbers',
      `TT | Chỉ số thành phần | Kết quả | Hạng/11 xã\nI | ${AREAS[0]} | 80% | 7\nII | ${AREAS[1]} | 63.33% | 10\n` +
        ' | Chỉ số CCHC | 70% | 8',
    ],
    [
      'points in a line of their own',
      `Lĩnh vực | ${AREAS.join(' | ')} | Chung\nHạng | 7/11 | 10/11 | 8/11\nĐiểm | 8 | 9.5 | 17.5`,
    ],
    [
      'two years beside each other',
      `TT | Lĩnh vực | Hạng năm 2023 | Hạng năm 2024\n1 | ${AREAS[0]} | 2/11 | 7/11\n` +
        `2 | ${AREAS[1]} | 3/11 | 10/11\n | Chung | 4/11 | 8/11`,
    ],
    [
      'two years of points and ranks',
      `TT | Lĩnh vực | Năm 2023 | | Năm 2024 |\n | | Điểm | Hạng | Điểm | Hạng\n` +
        `1 | ${AREAS[0]} | 7 | 2/11 | 8 | 7/11\n2 | ${AREAS[1]} | 9 | 3/11 | 9.5 | 10/11\n` +
        ` | Chung | 16 | 4/11 | 17.5 | 8/11`,
    ],
    [
      'the change beside',
      `TT | Lĩnh vực | Hạng 2024 | Tăng/giảm so với 2023\n1 | ${AREAS[0]} | 7/11 | giảm 5 bậc\n` +
        `2 | ${AREAS[1]} | 10/11 | giảm 7 bậc\n | Chung | 8/11 | giảm 4 bậc`,
    ],
    [
      'in the cluster and in the district',
      `TT | Lĩnh vực | Hạng trong cụm | Hạng toàn huyện\n1 | ${AREAS[0]} | 2/5 | 7/11\n` +
        `2 | ${AREAS[1]} | 3/5 | 10/11\n | Chung | 3/5 | 8/11`,
    ],
    [
      'criteria below the areas',
      `TT | Nội dung | Hạng\n1 | ${AREAS[0]} | 7/11\n1.1 | Kế hoạch | 1/11\n1.2 | Báo cáo | 9/11\n` +
        `2 | ${AREAS[1]} | 10/11\n | Chung | 8/11`,
    ],
    [
      'units in rows',
      `TT | Đơn vị | ${AREAS.join(' | ')} | Hạng chung\n1 | UBND xã B | 1/11 | 1/11 | 2/11\n` +
        '2 | UBND xã A | 7/11 | 10/11 | 8/11',
    ],
    [
      'units across',
      `Nội dung | Xã A | Xã B\n1. ${AREAS[0]} | 7/11 | 1/11\n` +
        `${AREAS[1]} | 10/11 | 1/11\nXếp hạng chung | 8/11 | 2/11`,
    ],
  ])('is printed as stated: %s', (_, text) => {
    const { lines, found } = placed(text);
    expect(found).toEqual([]);
    expect(lines).toContain('1 | Chỉ đạo, điều hành | 10 | 8 | 80 | 7/11');
    expect(lines).toContain('2 | Cải cách thể chế | 15 | 9,5 | 63,33 | 10/11');
    expect(lines.join('\n')).toContain('xếp hạng 8/11 (theo bảng)');
  });

  test.each([
    ['of another year', `Thứ hạng năm 2023\nLĩnh vực | ${AREAS.join(' | ')}| Chung\nHạng | 7/11 | 10/11 | 8/11`],
    [
      'with an area that is not in the table',
      `Lĩnh vực | ${AREAS.join(' | ')} | Tài chính công\nHạng | 7/11 | 10/11 | 8/11`,
    ],
  ])('is none: %s', (_, text) => {
    const { lines } = placed(text);
    expect(lines.join('\n')).not.toContain('10/11');
  });
});

test.each([
  ['points', 'Điểm | Hạng', '7.5 | 7/11', 'bảng này được 8 điểm nhưng trang tính «Thứ hạng» ô C2 ghi 7,5'],
  ['a rank', 'Điểm | Hạng', '8 | 6/11', 'ghi 7/11 nhưng trang tính «Thứ hạng» ô D2 ghi 6/11'],
])('a sheet of places that contradicts the table by %s is one finding', (_, heads, wrong, message) => {
  const own = OWN.replace('| Nguyên nhân', '| Nguyên nhân | Hạng')
    .replace('| 10 | 8 |', '| 10 | 8 | | 7/11')
    .replace('| 15 | 9.5 |', '| 15 | 9.5 | | 10/11');
  const beside =
    `TT | Lĩnh vực | ${heads}\n1 | Chỉ đạo, điều hành | ${wrong}\n` +
    '2 | Cải cách thể chế | 9.5 | 10/11\n | Chung | 17.5 | 8/11';
  const { found } = reported(grid(own, { sheet: 'Xã A' }), grid(beside, { sheet: 'Thứ hạng' }));
  expect(found).toEqual([expect.stringContaining(message)]);
});

test('two different ranks of one area are told and leave the unit its index', () => {
  const beside =
    'TT | Lĩnh vực | Hạng lần 1 | Hạng lần 2\n1 | Chỉ đạo, điều hành | 2/11 | 7/11\n' +
    '2 | Cải cách thể chế | 3/11 | 10/11';
  const { lines, found } = reported(grid(OWN, { sheet: 'Xã A' }), grid(beside, { sheet: 'Thứ hạng' }));
  expect(found).toEqual([expect.stringContaining('ghi hai thứ hạng khác nhau cho một lĩnh vực')]);
  expect(lines.join('\n')).toContain('17,5/25');
  expect(lines.join('\n')).not.toContain('/11');
});

test('a line of places below the points of a unit in a row is no unit, and is printed', () => {
  const { lines, found } = reported(
    grid(
      `KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024
       TT | Đơn vị | Chỉ đạo, điều hành | Cải cách thể chế | Tổng điểm
        | Điểm tối đa | 10 | 15 | 25
       1 | UBND xã A | 8 | 9.5 | 17.5
        | Hạng | 7/11 | 10/11 | 8/11`,
    ),
  );
  expect(found).toEqual([]);
  expect(lines).toContain('1 | Chỉ đạo, điều hành | 10 | 8 | 80 | 7/11');
  expect(lines).toContain('2 | Cải cách thể chế | 15 | 9,5 | 63,33 | 10/11');
  expect(lines.join('\n')).toContain('xếp hạng 8/11 (theo bảng)');
});
