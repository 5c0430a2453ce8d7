/**
 * Sample: units as rows under headings of their khối, one column per area with its maximum in the header text. All
 * figures are made up.
 */
import {
  bodyRow,
  drawLetterhead,
  drawSignatures,
  headerCell,
  line,
  newSheet,
  newWorkbook,
  toBytes,
} from './office-sheet';
import { randomFrom } from './communes';

const HEADER = 7;
const AREAS: readonly (readonly [name: string, max: number])[] = [
  ['Chỉ đạo, điều hành', 15],
  ['Cải cách thể chế', 10],
  ['Cải cách thủ tục hành chính', 20],
  ['Cải cách tổ chức bộ máy', 10],
  ['Cải cách chế độ công vụ', 12],
  ['Cải cách tài chính công', 8],
  ['Chính quyền điện tử, chính quyền số', 15],
  ['Tác động của cải cách hành chính', 10],
];
const RESULTS = ['Tổng điểm', 'Chỉ số CCHC (%)', 'Xếp loại', 'Xếp hạng'];
const LAST = 2 + AREAS.length + RESULTS.length;

/** [name, percent of the maximum reached, position from 1 of the area left out, or 0]. */
const GROUPS: readonly { readonly heading: string; readonly units: readonly (readonly [string, number, number])[] }[] =
  [
    {
      heading: 'I. KHỐI SỞ, BAN, NGÀNH',
      units: [
        ['Sở Nội vụ', 93, 0],
        ['Sở Tài chính', 89, 0],
        ['Sở Tư pháp', 91, 0],
        ['Sở Xây dựng', 78, 0],
        ['Sở Nông nghiệp và Môi trường', 81, 0],
        ['Sở Khoa học và Công nghệ', 92, 0],
        ['Thanh tra tỉnh', 86, 3],
      ],
    },
    {
      heading: 'II. KHỐI PHƯỜNG',
      units: [
        ['Phường An Bình', 88, 0],
        ['Phường Bắc Sơn', 74, 0],
        ['Phường Hòa Bình', 83, 0],
        ['Phường Nam Sơn', 91, 0],
        ['Phường Tân Lập', 79, 0],
        ['Phường Trung Tâm', 94, 0],
      ],
    },
    {
      heading: 'III. KHỐI XÃ, ĐẶC KHU',
      units: [
        ['Xã An Phú', 76, 0],
        ['Xã Bình Minh', 82, 0],
        ['Xã Đồng Tiến', 69, 2],
        ['Xã Hòa Lợi', 87, 0],
        ['Xã Long Thành', 90, 0],
        ['Xã Phú Mỹ', 72, 0],
        ['Xã Tân Hưng', 84, 0],
        ['Xã Thanh Sơn', 58, 2],
        ['Đặc khu Hải Đảo', 66, 0],
      ],
    },
  ];

const isCentred = (column: number): boolean => column !== 2;

export function unitsAsRows(): Promise<Uint8Array> {
  const workbook = newWorkbook('Bảng tổng hợp điểm CCHC theo lĩnh vực năm 2025');
  const sheet = newSheet(workbook, 'Tổng hợp theo lĩnh vực', [6, 32, ...AREAS.map(() => 13), 10, 13, 14, 10], {
    printTitlesRow: `${HEADER}:${HEADER + 1}`,
  });
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: HEADER + 1, topLeftCell: 'C9' }];
  drawLetterhead(sheet, {
    superior: 'UBND TỈNH …',
    body: 'HỘI ĐỒNG THẨM ĐỊNH CHỈ SỐ CCHC',
    title: 'BẢNG TỔNG HỢP ĐIỂM THẨM ĐỊNH CẢI CÁCH HÀNH CHÍNH NĂM 2025 THEO LĨNH VỰC',
    subtitle: '(Số liệu minh họa)',
    split: [4, 8, LAST],
    titleEnd: LAST,
  });
  headerCell(sheet, HEADER, 1, HEADER + 1, 1, 'TT');
  headerCell(sheet, HEADER, 2, HEADER + 1, 2, 'Tên đơn vị');
  headerCell(sheet, HEADER, 3, HEADER, 2 + AREAS.length, 'Điểm thẩm định theo lĩnh vực');
  AREAS.forEach(([name, max], at) =>
    headerCell(sheet, HEADER + 1, 3 + at, HEADER + 1, 3 + at, `${name} (${max} điểm)`),
  );
  RESULTS.forEach((name, at) =>
    headerCell(sheet, HEADER, 3 + AREAS.length + at, HEADER + 1, 3 + AREAS.length + at, name),
  );
  sheet.getRow(HEADER).height = 22;
  sheet.getRow(HEADER + 1).height = 66;

  const chance = randomFrom(5);
  let row = HEADER + 2;
  for (const { heading, units } of GROUPS) {
    bodyRow(sheet, row, [heading, ...Array.from({ length: LAST - 1 }, () => '')], 'area', () => false);
    sheet.mergeCells(row, 1, row, LAST);
    sheet.getRow(row).height = 20;
    row += 1;
    for (const [at, [name, reached, leftOut]] of units.entries()) {
      const points = AREAS.map(([, max], area) => (area + 1 === leftOut ? 'KĐG' : pointsOf(max, reached, chance)));
      bodyRow(sheet, row, [at + 1, name, ...points, ...RESULTS.map(() => '')], 'item', isCentred);
      sheet.getCell(row, LAST - 2).numFmt = '0.00';
      row += 1;
    }
  }
  line(sheet, row + 1, 8, LAST, '…, ngày … tháng … năm 2026', { size: 12, italic: true });
  drawSignatures(sheet, row + 2, [
    { left: 1, right: 4, lines: ['NGƯỜI TỔNG HỢP', '(Ký và ghi rõ họ tên)'] },
    { left: 8, right: LAST, lines: ['TM. HỘI ĐỒNG THẨM ĐỊNH', 'CHỦ TỊCH', '(Ký tên, đóng dấu)'] },
  ]);
  return toBytes(workbook);
}

/** Quarter points around the unit's percentage, never above the maximum. */
function pointsOf(max: number, reached: number, chance: () => number): number {
  const quarters = Math.round((max * 4 * (reached + (chance() - 0.5) * 16)) / 100);
  return Math.min(max * 4, quarters) / 4;
}
