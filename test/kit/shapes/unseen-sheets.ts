/** Sheets as offices type them, that the generator does not make; the truths are computed by hand. */
import { grid, type GridExtras } from '../grid';
import { shape, type Shape, type ShapeUnit } from './shape';

type Extras = GridExtras & { readonly asks?: Shape['asks'] };

const of = (name: string, table: string, units: readonly ShapeUnit[], { asks = null, ...extras }: Extras = {}): Shape =>
  shape(name, [grid(table, { ...extras, sheet: 'Sheet1' })], units, { asks });

export const UNSEEN_SHEETS: readonly Shape[] = [
  of(
    'self-scores above, appraisal below, headed alike',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
I. KẾT QUẢ TỰ CHẤM CỦA CÁC XÃ
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng điểm
1 | Xã An Bình | 9 | 9 | 18
2 | Xã Bình Minh | 10 | 9 | 19
|
II. KẾT QUẢ THẨM ĐỊNH CỦA HỘI ĐỒNG
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng điểm
1 | Xã An Bình | 8 | 7 | 15
2 | Xã Bình Minh | 9 | 8 | 17
`,
    [
      ['Xã An Bình', 15, 20, 18],
      ['Xã Bình Minh', 17, 20, 19],
    ],
    { asks: ['B9'] },
  ),
  of(
    'two sides as groups of one table',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng
I | ĐIỂM TỰ CHẤM
1 | Xã An Bình | 9 | 9 | 18
2 | Xã Bình Minh | 10 | 9 | 19
II | ĐIỂM THẨM ĐỊNH
1 | Xã An Bình | 8 | 7 | 15
2 | Xã Bình Minh | 9 | 8 | 17
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
    ],
    { asks: ['B7'] },
  ),
  of(
    'last year below this year',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
I. NĂM 2025
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng điểm
1 | Xã An Bình | 8 | 7 | 15
2 | Xã Bình Minh | 9 | 8 | 17
|
II. NĂM 2024
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng điểm
1 | Xã An Bình | 7 | 7 | 14
2 | Xã Bình Minh | 9 | 5 | 14
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
    ],
    { asks: ['B9'] },
  ),
  of(
    'communes of two districts',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng
I | HUYỆN VÂN CANH
1 | Xã Tân Lập | 8 | 7 | 15
2 | Xã Hòa Bình | 9 | 8 | 17
II | HUYỆN KON RẪY
1 | Xã Tân Tiến | 7 | 5 | 12
2 | Xã Hòa An | 8 | 5 | 13
`,
    [
      ['Xã Tân Lập', 15, 20],
      ['Xã Hòa Bình', 17, 20],
      ['Xã Tân Tiến', 12, 20],
      ['Xã Hòa An', 13, 20],
    ],
  ),
  of(
    'a list that goes on to the right',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Tổng điểm | TT | Đơn vị | Tổng điểm
1 | Xã An Bình | 85 | 3 | Xã Cẩm Sơn | 90
2 | Xã Bình Minh | 78 | 4 | Xã Đại Lộc | 66.5
`,
    [
      ['Xã An Bình', 85, 100],
      ['Xã Bình Minh', 78, 100],
      ['Xã Cẩm Sơn', 90, 100],
      ['Xã Đại Lộc', 66.5, 100],
    ],
    { asks: ['E2'] },
  ),
  of(
    'areas that go on to the right',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng | TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng
1 | Xã An Bình | 8 | 7 | 15 | 3 | Xã Cẩm Sơn | 10 | 9 | 19
2 | Xã Bình Minh | 9 | 8 | 17 | 4 | Xã Đại Lộc | 6 | 5 | 11
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
      ['Xã Cẩm Sơn', 19, 20],
      ['Xã Đại Lộc', 11, 20],
    ],
    { asks: ['G2'] },
  ),
  of(
    'criteria that go on to the right',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC CỦA UBND XÃ TÂN LẬP NĂM 2025 | | | | |
TT | Nội dung | Điểm tối đa | Điểm đạt | TT | Nội dung | Điểm tối đa | Điểm đạt
'1' | Chỉ đạo | 10 | 8 | '2' | Thể chế | 10 | 7
'1.1' | Kế hoạch | 4 | 3 | '2.1' | Rà soát | 5 | 4
'1.2' | Báo cáo | 6 | 5 | '2.2' | Thi hành | 5 | 3
`,
    [['UBND XÃ TÂN LẬP', 15, 20]],
    { asks: ['F2'] },
  ),
  of(
    'points of 97 beside points of 100',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Tổng điểm đạt (thang 97) | Quy đổi thang 100 | Xếp loại
1 | Xã An Bình | 77.6 | 80 | Tốt
2 | Xã Bình Minh | 87.3 | 90 | Xuất sắc
`,
    [
      ['Xã An Bình', 77.6, 97],
      ['Xã Bình Minh', 87.3, 97],
    ],
    { asks: ['C2'] },
  ),
  of(
    'the maximum in a note below',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Tổng điểm | Xếp loại
1 | Xã An Bình | 63 | Khá
2 | Xã Bình Minh | 71 | Tốt
|
Ghi chú: tổng điểm tối đa của bộ tiêu chí là 80 điểm.
`,
    [
      ['Xã An Bình', 63, 80],
      ['Xã Bình Minh', 71, 80],
    ],
  ),
  of(
    'shares above the maxima',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Chỉ đạo | Thể chế | Tổng
 | Tỷ trọng | 50% | 50% | 100%
 | Điểm tối đa | 10 | 10 | 20
1 | Xã An Bình | 8 | 7 | 15
2 | Xã Bình Minh | 9 | 8 | 17
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
    ],
  ),
  of(
    'the whole district between maxima and units',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Chỉ đạo | Thể chế | Tổng
 | Điểm tối đa của bộ tiêu chí | 10 | 10 | 20
 | Toàn huyện | 17 | 15 | 32
1 | Xã An Bình | 8 | 7 | 15
2 | Xã Bình Minh | 9 | 8 | 17
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
    ],
  ),
  of(
    'maxima beside headings of two rows',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
Khối | Tên đơn vị | Chỉ đạo | Thể chế | Tổng
 | | 10 | 10 | 20
Phường | Xã An Bình | 8 | 7 | 15
 | Xã Bình Minh | 9 | 8 | 17
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
    ],
    { merges: ['A2:A3', 'A4:A5', 'B2:B3'] },
  ),
  of(
    'maxima in words beside headings of two rows',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
STT | Cơ quan | Lĩnh vực 1 | Lĩnh vực 2 | Tổng số
 | | 10 điểm | 10 điểm | 20 điểm
1 | Sở Y tế | 8 | 7 | 15
2 | Sở Tư pháp | 9 | 8 | 17
`,
    [
      ['Sở Y tế', 15, 20],
      ['Sở Tư pháp', 17, 20],
    ],
    { merges: ['A2:A3', 'B2:B3'] },
  ),
  of(
    'statistics below the units',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng điểm
1 | Xã An Bình | 8 | 7 | 15
2 | Xã Bình Minh | 9 | 8 | 17
3 | Xã Cẩm Sơn | 5 | 6 | 11
Cao nhất | | 9 | 8 | 17
Thấp nhất | | 5 | 6 | 11
Trung vị | | 8 | 7 | 15
Độ lệch chuẩn | | 2.08 | 1 | 3.06
Số đơn vị đạt tối đa | | 0 | 0 | 0
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
      ['Xã Cẩm Sơn', 11, 20],
    ],
  ),
  of(
    'sums carried from page to page',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Bình Minh
'1' | Chỉ đạo | 10 | 8 | 9
'1.1' | Kế hoạch | 4 | 3 | 4
'1.2' | Báo cáo | 6 | 5 | 5
 | Cộng trang 1 | 10 | 8 | 9
TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Bình Minh
 | Mang sang | 10 | 8 | 9
'2' | Thể chế | 10 | 7 | 9
'2.1' | Rà soát | 5 | 4 | 5
'2.2' | Thi hành | 5 | 3 | 4
 | Cộng trang 2 | 10 | 7 | 9
 | Tổng cộng | 20 | 15 | 18
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 18, 20],
    ],
  ),
  of(
    'differences, and the mean of all units',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Nội dung | Điểm tối đa | Xã An Bình | | | Xã Bình Minh | | | Bình quân chung
 | | | Tự chấm | Thẩm định | Chênh lệch | Tự chấm | Thẩm định | Chênh lệch | Tự chấm | Thẩm định | Chênh lệch
'1' | Chỉ đạo | 10 | 9 | 8 | -1 | 10 | 9 | -1 | 9.5 | 8.5 | -1
'1.1' | Kế hoạch | 4 | 4 | 3 | -1 | 4 | 4 | 0 | 4 | 3.5 | -0.5
'1.2' | Báo cáo | 6 | 5 | 5 | 0 | 6 | 5 | -1 | 5.5 | 5 | -0.5
'2' | Thể chế | 10 | 9 | 7 | -2 | 9 | 8 | -1 | 9 | 7.5 | -1.5
'2.1' | Rà soát | 5 | 5 | 4 | -1 | 5 | 5 | 0 | 5 | 4.5 | -0.5
'2.2' | Thi hành | 5 | 4 | 3 | -1 | 4 | 3 | -1 | 4 | 3 | -1
 | Tổng | 20 | 18 | 15 | -3 | 19 | 17 | -2 | 18.5 | 16 | -2.5
`,
    [
      ['Xã An Bình', 15, 20, 18],
      ['Xã Bình Minh', 17, 20, 19],
    ],
    { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:I2', 'J2:L2'] },
  ),
];
