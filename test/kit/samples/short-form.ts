/**
 * Sample: the short form, points and maximum together as text. The figures are the published ones of 2022, with the
 * misprinted index (84,41 for 79,63/94).
 */
import { bodyRow, drawLetterhead, drawSignatures, headerCell, newSheet, newWorkbook, toBytes } from './office-sheet';

const HEADER = 7;
const COLUMNS = ['TT', 'Đơn vị', 'Điểm tự chấm', 'Điểm thẩm định', 'Chỉ số', 'Xếp loại', 'Xếp hạng'];
const ROWS: readonly (readonly [string, string, string, number, string])[] = [
  ['UBND thị trấn Đăk Rve', '83,5/97', '75,42/94', 80.23, 'Tốt'],
  ['UBND xã Đăk Tờ Re', '86,5/100', '76,97/94', 81.88, 'Tốt'],
  ['UBND xã Đăk Kôi', '88/100', '81,18/93', 87.29, 'Tốt'],
  ['UBND xã Tân Lập', '85,5/95,5', '84,17/93', 90.51, 'Xuất sắc'],
  ['UBND xã Đăk Pnê', '87,5/100', '79,63/94', 84.41, 'Tốt'],
  ['UBND xã Đăk Ruông', '86,55/92,5', '81,1/93', 87.2, 'Tốt'],
  ['UBND xã Đăk Tơ Lung', '89/94,5', '86,35/93', 92.85, 'Xuất sắc'],
];

const isCentred = (column: number): boolean => column !== 2;

export function shortForm(): Promise<Uint8Array> {
  const workbook = newWorkbook('Kết quả chấm điểm CCHC các xã, thị trấn năm 2022');
  const sheet = newSheet(workbook, 'Kết quả năm 2022', [6, 34, 17, 17, 12, 14, 12]);
  sheet.views = [{ state: 'frozen', ySplit: HEADER, topLeftCell: 'A8' }];
  drawLetterhead(sheet, {
    superior: 'UBND HUYỆN KON RẪY',
    body: 'HỘI ĐỒNG ĐÁNH GIÁ, CHẤM ĐIỂM CCHC',
    title: 'KẾT QUẢ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH CÁC XÃ, THỊ TRẤN NĂM 2022',
    subtitle: '(Điểm đạt được trên tổng điểm tối đa được áp dụng)',
    split: [2, 4, 7],
    titleEnd: 7,
  });
  COLUMNS.forEach((text, at) => headerCell(sheet, HEADER, at + 1, HEADER, at + 1, text));
  sheet.getRow(HEADER).height = 52;
  ROWS.forEach((values, at) => {
    bodyRow(sheet, HEADER + 1 + at, [at + 1, ...values, ''], 'item', isCentred);
    sheet.getCell(HEADER + 1 + at, 5).numFmt = '0.00';
  });
  drawSignatures(sheet, HEADER + ROWS.length + 3, [
    { left: 1, right: 2, lines: ['NGƯỜI TỔNG HỢP', '(Ký và ghi rõ họ tên)'] },
    { left: 4, right: 7, lines: ['TM. HỘI ĐỒNG', 'CHỦ TỊCH HỘI ĐỒNG', '(Ký tên, đóng dấu)'] },
  ]);
  return toBytes(workbook);
}
