/**
 * Sample: items as rows, one unit. Points, maxima and stated losses are those that a district published for areas 1 to
 * 4 of 2021, with the published faults (a loss of −3.36 where −3.54 was lost, 3 − 2,95 = −0,15, a repeated header after
 * a page break, rows cut in two, commas and points mixed). Names and causes are reworded.
 */
import type ExcelJS from 'exceljs';
import {
  bodyRow,
  drawLetterhead,
  drawSignatures,
  headerCell,
  newSheet,
  newWorkbook,
  toBytes,
  type Look,
} from './office-sheet';

const HEADER = 7;
const COLUMNS = ['Tiêu chí', 'Nội dung', 'Điểm tối đa', 'Điểm đạt được', 'Điểm bị trừ', 'Nguyên nhân', 'Trách nhiệm'];
const HOME = 'Phòng Nội vụ';
const OFFICE = 'Văn phòng HĐND và UBND huyện';

/** code | name | max | awarded | loss | cause | responsible body; text if the publication has text. */
const ROWS: readonly (readonly (string | number)[])[] = [
  [1, 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', 10, 6.46, '- 3.36', '', ''],
  ['1.1', 'Kế hoạch CCHC hằng năm', 1, 0.75, '- 0.25', '', ''],
  ['', '- Ban hành đủ các kế hoạch, đủ nội dung, kịp thời gian', 0.5, 0.5, '', '', ''],
  [
    '',
    '- Chất lượng kế hoạch CCHC của cấp xã',
    0.5,
    0.25,
    '-0.25',
    'Một số xã ban hành kế hoạch chậm, nội dung chưa đạt',
    HOME,
  ],
  ['1.2', 'Mức độ hoàn thành kế hoạch CCHC', 1, 0.96, '- 0.04', 'Còn chỉ tiêu của kế hoạch chưa đạt', HOME],
  ['1.3', 'Tuyên truyền CCHC', 1, 0.5, '-0.5', 'Hình thức tuyên truyền chưa đa dạng', 'Phòng Văn hóa và Thông tin'],
  [
    '1.4',
    'Báo cáo định kỳ, báo cáo chuyên đề về CCHC',
    1,
    0,
    '-1',
    'Thiếu 01 báo cáo kiểm soát TTHC 6 tháng đầu năm',
    OFFICE,
  ],
  ['1.5', 'Kiểm tra CCHC', 2, 2, '', '', ''],
  ['1.5.1', 'Kiểm tra từ 60% đơn vị trực thuộc trở lên', 1, 1, '', '', ''],
  ['1.5.2', 'Xử lý vấn đề phát hiện qua kiểm tra', 1, 1, '', '', ''],
  [
    '1.6',
    'Sáng kiến, giải pháp mới về CCHC được áp',
    1,
    0,
    '-1',
    'Không có sáng kiến CCHC được Hội đồng sáng kiến công nhận',
    HOME,
  ],
  COLUMNS,
  ['', 'dụng và có hiệu quả', '', '', '', '', ''],
  [
    '1.7',
    'Nhiệm vụ UBND tỉnh, Chủ tịch UBND tỉnh giao',
    1,
    0.75,
    '-0.25',
    'Hoàn thành 4/4 nhiệm vụ nhưng 2 nhiệm vụ quá hạn',
    OFFICE,
  ],
  ['1.8', 'Trách nhiệm của người đứng đầu', 2, 1.5, '-0.5', '', ''],
  ['1.8.1', 'Xác định Chỉ số CCHC của các xã trực thuộc', 1, '1.0', '', '', ''],
  ['1.8.2', 'Người đứng đầu dự đủ các hội nghị CCHC của tỉnh', 0.5, 0.5, '', '', ''],
  [
    '1.8.3',
    'Gặp gỡ, đối thoại, tháo gỡ vướng mắc cho doanh nghiệp, hộ kinh doanh',
    0.5,
    0,
    '-0.5',
    'Có tổ chức gặp mặt người nộp thuế nhưng không được tính điểm',
    OFFICE,
  ],
  [2, 'XÂY DỰNG VÀ THỰC HIỆN VĂN BẢN QUY PHẠM PHÁP LUẬT', 5, 5, '', '', ''],
  ['2.1', 'Ban hành văn bản quy phạm pháp luật (VBQPPL)', 1, 1, '', '', ''],
  ['2.2', 'Tham gia xây dựng VBQPPL', 1, 1, '', '', ''],
  ['2.3', 'Kiểm tra, rà soát, hệ thống hóa VBQPPL', 1, 1, '', '', ''],
  ['2.4', 'Xử lý văn bản sau kiểm tra, rà soát', 1, 1, '', '', ''],
  ['2.5', 'Theo dõi thi hành pháp luật', 1, 1, '', '', ''],
  [3, 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 10, 6.81, '', '', ''],
  [
    '3.1',
    'Rà soát thủ tục hành chính (TTHC)',
    2,
    0,
    '-2',
    'Phương án đơn giản hóa 01 TTHC về thi đua không được tính điểm',
    OFFICE,
  ],
  ['3.2', 'Công khai TTHC, địa chỉ phản ánh kiến nghị', '1,5', '1,5', '', '', ''],
  ['3.3', 'Tiếp nhận, xử lý phản ánh kiến nghị về TTHC', 1, 1, '', '', ''],
  ['3.4', 'Cơ chế một cửa, một cửa liên thông', '1,5', '0,5', '', '', ''],
  [
    '3.4.1',
    'Quy chế phối hợp giải quyết TTHC',
    '0,5',
    0,
    '-0,5',
    'Chậm ban hành quy chế phối hợp nhóm TTHC liên thông',
    OFFICE,
  ],
  [
    '3.4.2',
    'Cập nhật hồ sơ vào Hệ thống một cửa điện tử',
    '0,5',
    0,
    '-0,5',
    'Hồ sơ cập nhật vào hệ thống chưa đủ 100%',
    'Bộ phận Tiếp nhận và Trả kết quả',
  ],
  ['3.4.3', 'Bố trí công chức, viên chức ở nơi tiếp nhận', '0,5', '0,5', '', '', ''],
  [
    '3.5',
    'Kết quả giải quyết TTHC',
    3,
    '2,95',
    '-0,15',
    'Tỷ lệ giải quyết đúng hạn 98,26%',
    'Bộ phận Tiếp nhận và Trả kết quả',
  ],
  [
    '3.6',
    'Xin lỗi khi giải quyết TTHC quá hạn',
    1,
    '0,86',
    '-0,14',
    'Mới có 232/270 hồ sơ trễ hạn kèm thư xin lỗi',
    'Bộ phận Tiếp nhận và Trả kết quả',
  ],
  [4, 'CẢI CÁCH TỔ CHỨC BỘ MÁY', 7, 6, '', '', ''],
  [
    '4.1',
    'Quy định chức năng, nhiệm vụ, cơ cấu tổ chức, biên chế',
    1,
    0,
    '-1',
    'Phòng chuyên môn tham mưu ban hành quy định quá 15 ngày',
    HOME,
  ],
  ['4.2', 'Sắp xếp tổ chức bên trong cơ quan, đơn vị sự nghiệp', 1, 1, '', '', ''],
  ['4.3', 'Số lượng lãnh đạo của cơ quan, đơn vị trực thuộc', 1, 1, '', '', ''],
  ['4.4', 'Quản lý biên chế', 1, 1, '', '', ''],
  ['4.5', 'Phân cấp quản lý', 3, 3, '', '', ''],
  ['4.5.1', 'Thực hiện đủ các quy định về phân cấp', 1, 1, '', '', ''],
  ['4.5.2', 'Kiểm tra, đánh giá định kỳ các nội dung đã phân', 1, 1, '', '', ''],
  ['', 'cấp, ủy quyền cho phòng chuyên môn và cấp xã', '', '', '', '', ''],
  ['4.5.3', 'Xử lý 100% vấn đề phát hiện qua kiểm tra phân cấp', 1, 1, '', '', ''],
];
const RESULTS = ['Tổng điểm', 'Chỉ số (%)', 'Xếp loại'];

const isCentred = (column: number): boolean => column === 1 || (column >= 3 && column <= 5);

export function oneUnit(): Promise<Uint8Array> {
  const workbook = newWorkbook('Điểm Chỉ số CCHC năm 2021 của huyện Vân Canh, lĩnh vực 1 đến 4');
  const sheet = newSheet(workbook, 'Vân Canh 2021', [9, 52, 9, 10, 10, 44, 26], {
    printTitlesRow: `${HEADER}:${HEADER}`,
  });
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: HEADER, topLeftCell: 'C8' }];
  drawLetterhead(sheet, {
    superior: 'UBND HUYỆN VÂN CANH',
    body: 'PHÒNG NỘI VỤ',
    title: 'BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021 (LĨNH VỰC 1 ĐẾN 4)',
    subtitle: 'Đơn vị: UBND huyện Vân Canh',
    split: [2, 5, 7],
    titleEnd: 7,
  });
  drawHeader(sheet, HEADER);
  ROWS.forEach((values, at) => {
    const row = HEADER + 1 + at;
    if (values === COLUMNS) drawHeader(sheet, row);
    else bodyRow(sheet, row, values, lookOf(values[0] ?? ''), isCentred);
  });
  const end = HEADER + 1 + ROWS.length;
  RESULTS.forEach((name, at) => bodyRow(sheet, end + at, ['', name, '', '', '', '', ''], 'total', isCentred));
  sheet.getRow(end + 1).numFmt = '0.00';
  drawSignatures(sheet, end + RESULTS.length + 2, [
    { left: 2, right: 2, lines: ['NGƯỜI LẬP BIỂU', '(Ký và ghi rõ họ tên)'] },
    { left: 5, right: 7, lines: ['TRƯỞNG PHÒNG', '(Ký tên, đóng dấu)'] },
  ]);
  return toBytes(workbook);
}

function drawHeader(sheet: ExcelJS.Worksheet, row: number): void {
  COLUMNS.forEach((text, at) => headerCell(sheet, row, at + 1, row, at + 1, text));
  sheet.getRow(row).height = 34;
}

const lookOf = (code: string | number): Look =>
  typeof code === 'number' ? 'area' : /^\d+\.\d+$/.test(code) ? 'criterion' : 'item';
