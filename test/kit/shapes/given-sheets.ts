/** More of the published shapes: codes, formulas, workbooks of two sheets. */
import { grid } from '../grid';
import { shape, type Shape } from './shape';

export const GIVEN_SHEETS: readonly Shape[] = [
  // Codes of scored items continue through the whole table.
  shape(
    'codes running on',
    [
      grid(`
TT | Nội dung | Điểm tối đa | Xã A | Xã B
I | Công tác chuyên môn | 10 | 8 | 9
1. | Thể chế | 6 | 5 | 6
1 | Tiêu chí số 1 | 3 | 3 | 3
2 | Tiêu chí số 2 | 3 | 2 | 3
2. | Thủ tục | 4 | 3 | 3
3 | Tiêu chí số 3 | 2 | 2 | 2
4 | Tiêu chí số 4 | 2 | 1 | 1
II | Xây dựng Đảng | 5 | 5 | 4
1. | Công tác Đảng | 5 | 5 | 4
5 | Tiêu chí số 5 | 3 | 3 | 2
6 | Tiêu chí số 6 | 2 | 2 | 2
 | Tổng điểm | 15 | 13 | 13
`),
    ],
    [
      ['Xã A', 13, 15],
      ['Xã B', 13, 15],
    ],
  ),
  // The formulas of the first area leave out 1.2, which is 0.
  shape(
    'sum formula omits a child',
    [
      grid(
        `
BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
 |
 |
STT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | UBND xã An Bình | UBND xã Bình Minh | UBND phường Cẩm Sơn
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 3 | 2.5 | 1.5
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 3 | 2.5 | 1.5
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 1 | 0.5
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1.5 | 1
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 0 | 0 | 0
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 4.5 | 3
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 3 | 2.5 | 1
 | Tổng điểm | 10 | 8 | 7 | 4.5
 | Chỉ số CCHC (%)
 | Xếp loại
 | Xếp hạng
`,
        {
          formulas: {
            D5: 'D6',
            E5: 'E6',
            F5: 'F6',
            D6: 'SUM(D7:D8)',
            E6: 'SUM(E7:E8)',
            F6: 'SUM(F7:F8)',
            D10: 'SUM(D11:D12)',
            E10: 'SUM(E11:E12)',
            F10: 'SUM(F11:F12)',
            D13: 'D5+D10',
            E13: 'E5+E10',
            F13: 'F5+F10',
          },
        },
      ),
    ],
    [
      ['UBND xã An Bình', 8, 10],
      ['UBND xã Bình Minh', 7, 10],
      ['UBND phường Cẩm Sơn', 4.5, 10],
    ],
  ),
  // Two sheets hold the two sides of the same units, self and appraised.
  shape(
    'sheets self and appraised',
    [
      grid(
        `
BẢNG TỔNG HỢP ĐIỂM TỰ CHẤM CHỈ SỐ CCHC NĂM 2025
 |
 |
STT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | UBND xã An Bình | UBND xã Bình Minh | UBND phường Cẩm Sơn
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 3.5 | 3.25
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 3 | 2.5 | 1.5
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 1 | 0.5
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1.5 | 1
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 2 | 1 | 1.75
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 4.5 | 3
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 3 | 2.5 | 1
 | Tổng điểm | 10 | 10 | 8 | 6.25
 | Chỉ số CCHC (%)
 | Xếp loại
 | Xếp hạng
`,
        { sheet: 'Tự chấm' },
      ),
      grid(
        `
BẢNG TỔNG HỢP ĐIỂM THẨM ĐỊNH CHỈ SỐ CCHC NĂM 2025
 |
 |
STT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | UBND xã An Bình | UBND xã Bình Minh | UBND phường Cẩm Sơn
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 3.5 | 3.25
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 3 | 2.5 | 1.5
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 1 | 0.5
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1.5 | 1
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 2 | 1 | 1.75
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 3 | 3
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 3 | 1 | 1
 | Tổng điểm | 10 | 10 | 6.5 | 6.25
 | Chỉ số CCHC (%)
 | Xếp loại
 | Xếp hạng
`,
        { sheet: 'Thẩm định' },
      ),
    ],
    [
      ['UBND xã An Bình', 10, 10, 10],
      ['UBND xã Bình Minh', 6.5, 10, 8],
      ['UBND phường Cẩm Sơn', 6.25, 10, 6.25],
    ],
  ),
  // The same units of the same year are on two sheets that differ in one row.
  shape(
    'copied sheet',
    [
      grid(
        `
BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
 |
 |
STT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | UBND xã An Bình | UBND xã Bình Minh | UBND phường Cẩm Sơn
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 3.5 | 3.25
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 3 | 2.5 | 1.5
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 1 | 0.5
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1.5 | 1
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 2 | 1 | 1.75
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 4.5 | 3
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 3 | 2.5 | 1
 | Tổng điểm | 10 | 10 | 8 | 6.25
 | Chỉ số CCHC (%)
 | Xếp loại
 | Xếp hạng
`,
        { sheet: 'Tổng hợp' },
      ),
      grid(
        `
BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
 |
 |
STT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | UBND xã An Bình | UBND xã Bình Minh | UBND phường Cẩm Sơn
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 3.5 | 3.25
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 3 | 2.5 | 1.5
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 1 | 0.5
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1.5 | 1
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 2 | 1 | 1.75
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 4.5 | 3
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 3 | 1 | 1
 | Tổng điểm | 10 | 10 | 8 | 6.25
 | Chỉ số CCHC (%)
 | Xếp loại
 | Xếp hạng
`,
        { sheet: 'Tổng hợp (2)' },
      ),
    ],
    [
      ['UBND xã An Bình', 10, 10],
      ['UBND xã Bình Minh', 8, 10],
      ['UBND phường Cẩm Sơn', 6.25, 10],
    ],
    { asks: [] },
  ),
];
