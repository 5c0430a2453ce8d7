/** One district among all eleven, against the 2021 report: group and its members, change, rank, mean, leader. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { REPORTS } from '../../../src/core/documents/reports';
import { NO_DETAILS } from '../../../src/core/model/report-details';
import { linesOf } from '../../kit/files/document-text';
import { bookOf, grid } from '../../kit/grid';

/**
 * Of the eleven, the report prints only Vân Canh, its group and both of its years; the figures of the others are made
 * up around them.
 */
const DISTRICTS = [
  ['Huyện Vân Canh', '75.62', '69.40'],
  ['Huyện Tuy Phước', '79', '74'],
  ['Huyện Phù Mỹ', '78', '71'],
  ['Thị xã An Nhơn', '77', '70'],
  ['Thành phố Quy Nhơn', '91', '84'],
  ['Huyện Tây Sơn', '86', '83'],
  ['Huyện Phù Cát', '85', '81'],
  ['Huyện Vĩnh Thạnh', '84', '80.5'],
  ['Huyện Hoài Ân', '83', '79.5'],
  ['Huyện An Lão', '65', '63'],
  ['Thị xã Hoài Nhơn', '82', '80'],
] as const;

const table = (year: number, of: 1 | 2) =>
  grid(
    [
      `CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM ${year}`,
      'TT | Đơn vị | Chỉ số CCHC (%)',
      ...DISTRICTS.map((row, at) => `${at + 1} | ${row[0]} | ${row[of]}`),
    ].join('\n'),
    { sheet: 'Toàn tỉnh' },
  );

const OWN = grid(
  `
    BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH HUYỆN VÂN CANH NĂM 2021
    Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được
    1 | Công tác chỉ đạo, điều hành | 60 | 45.84
    1.1 | Kế hoạch | 60 | 45.84
    2 | Chỉ số hài lòng (SIPAS) | 40 | 29.78
  `,
  { sheet: 'Vân Canh' },
);

const SETTINGS = grid(
  `
    Thang xếp loại |
    Nhóm 1 | 90
    Nhóm 2 | 80
    Nhóm 3 | 70
    Nhóm 4 | 0
    Phân loại người đứng đầu | Hoàn thành xuất sắc nhiệm vụ: từ 85
     | Hoàn thành tốt nhiệm vụ: từ 70
     | Hoàn thành nhiệm vụ: từ 50
     | Không hoàn thành nhiệm vụ: dưới 50
  `,
  { sheet: 'Cấu hình' },
);

const linesFor = (code: string, own: boolean): string[] => {
  const book = assessBook(bookOf(...(own ? [OWN] : []), table(2021, 1), SETTINGS));
  const previous = assessBook(bookOf(table(2020, 2), SETTINGS));
  const report = REPORTS.find((each) => each.code === code);
  if (!report) throw new Error(code);
  const units = [{ sheet: own ? 'Vân Canh' : 'Toàn tỉnh', unit: 0 }];
  return linesOf(report.compose({ book, previous, units, details: { ...book.details, year: 2021 } }));
};

describe.each([
  ['from its own sheet beside the table of all', true],
  ['from the table of all', false],
])('Vân Canh among eleven districts, %s', (_from, own) => {
  test.each(['R2', 'R4'])('%s', (code) => {
    const lines = linesFor(code, own);
    expect(lines).toContain(
      'UBND huyện Vân Canh thuộc Nhóm 3 (từ 70% đến dưới 80%), gồm 04 đơn vị: huyện Vân Canh, huyện Tuy Phước, ' +
        'huyện Phù Mỹ và thị xã An Nhơn.',
    );
    // Phù Mỹ, An Nhơn and Quy Nhơn are above 6,22 with 7 points; the mean of all is 50,22 / 11.
    expect(lines).toContain(
      'Mức thay đổi chỉ số của UBND huyện Vân Canh xếp thứ 4/11 đơn vị, từ tăng nhiều nhất; trung bình các đơn vị ' +
        'tăng 4,57 điểm phần trăm.',
    );
    // The sum of the eleven is 885,62.
    expect(lines).toContain('Chỉ số trung bình năm 2021 của 11 đơn vị: 80,51%.');
    expect(lines).toContain('Năm 2020 | 69,40% | Hoàn thành nhiệm vụ');
    expect(lines).toContain('Năm 2021 | 75,62% | Hoàn thành tốt nhiệm vụ');
    expect(lines.some((line) => /năm 2020 xếp hạng 10\/11, năm 2021 giữ nguyên thứ hạng/iu.test(line))).toBe(true);
  });
});

test('a place that the table states is printed as it stands there', () => {
  const stated = grid(
    `
      CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021
      TT | Đơn vị | Chỉ số CCHC (%) | Xếp hạng
      1 | Huyện Vân Canh | 75.62 | 9/11
      2 | Huyện Phù Mỹ | 78 | 6/11
    `,
    { sheet: 'Toàn tỉnh' },
  );
  const book = assessBook(bookOf(OWN, stated));
  const report = REPORTS.find((each) => each.code === 'R2');
  const units = [{ sheet: 'Vân Canh', unit: 0 }];
  const lines = report && linesOf(report.compose({ book, previous: null, units, details: book.details }));
  expect(lines).toContain('Theo bảng «Toàn tỉnh», năm 2021 xếp hạng 9/11.');
});

test('the head is classified by the index that the report states, and a penalty is not called one twice', () => {
  const book = assessBook(
    bookOf(
      grid(
        `BẢNG TỔNG HỢP CÁC XÃ NĂM 2024
         TT | Đơn vị | Chỉ đạo (10) | Thể chế (10) | Tổng điểm
         1 | Xã A | 7 | 8 | 15
         2 | Xã B | 9 | 9 | 18`,
        { sheet: 'Huyện' },
      ),
      grid(
        `BẢNG ĐIỂM NĂM 2024 CỦA XÃ A
         TT | Nội dung | Điểm tối đa | Điểm thẩm định
         1 | CHỈ ĐẠO | 10 | 7
         1.1 | Kế hoạch | 10 | 7
         2 | THỂ CHẾ | 10 | 8
         2.1 | Rà soát | 10 | 8
          | Tổng điểm | 20 | 15
          | Điểm trừ: để xảy ra khiếu nại vượt cấp | | -0.5`,
        { sheet: 'Xã A' },
      ),
    ),
  );
  const details = { ...NO_DETAILS, year: 2024, headScale: ['Hoàn thành tốt nhiệm vụ: từ 75', 'Hoàn thành: từ 50'] };
  const report = REPORTS.find(({ code }) => code === 'R2')?.compose({
    ...{ book, previous: null, details },
    units: [{ sheet: 'Xã A', unit: 0 }],
  });
  const lines = report ? linesOf(report) : [];
  expect(lines).toContain('Năm 2024 | 72,50% | Hoàn thành');
  expect(lines).toContain('Điểm trừ ngoài bộ tiêu chí: để xảy ra khiếu nại vượt cấp: 0,5.');
});
