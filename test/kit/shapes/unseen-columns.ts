/**
 * Columns beside the points as offices type them, that the generator does not make; the truths are computed by hand.
 */
import { grid, type GridExtras } from '../grid';
import { shape, type Shape, type ShapeUnit } from './shape';

type Extras = GridExtras & { readonly asks?: Shape['asks'] };

const of = (name: string, table: string, units: readonly ShapeUnit[], { asks = null, ...extras }: Extras = {}): Shape =>
  shape(name, [grid(table, { ...extras, sheet: 'Sheet1' })], units, { asks });

export const UNSEEN_COLUMNS: readonly Shape[] = [
  of(
    'footnotes in names and scores',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Nội dung | Điểm tối đa | Xã An Bình (1) | Xã Bình Minh (2)
'1' | Chỉ đạo (*) | 10 | 8 | 9
'1.1' | Kế hoạch | 4 | 3* | 4
'1.2' | Báo cáo | 6 | 5 | 5
'2' | Thể chế | 10 | 7 | 9
'2.1' | Rà soát | 5 | 4 | 5(**)
'2.2' | Thi hành | 5 | 3 | 4
 | Tổng cộng | 20 | 15 | 18
(1) Đơn vị sáp nhập từ 3 xã.
(2) Đơn vị mới thành lập ngày 01/7/2025.
(*) Trừ 1 điểm do chậm báo cáo; (**) đã giải trình.
`,
    [
      ['Xã An Bình (1)', 15, 20],
      ['Xã Bình Minh (2)', 18, 20],
    ],
  ),
  of(
    'names with a person in brackets',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Nội dung | Điểm tối đa | Xã An Bình\\n(đ/c phụ trách: Phòng VH-XH) | Xã Bình Minh\\n(đ/c phụ trách: Phòng KT)
'1' | Chỉ đạo | 10 | 8 | 9
'1.1' | Kế hoạch | 4 | 3 | 4
'1.2' | Báo cáo | 6 | 5 | 5
'2' | Thể chế | 10 | 7 | 8
'2.1' | Rà soát | 5 | 4 | 5
'2.2' | Thi hành | 5 | 3 | 3
`,
    [
      ['Xã An Bình (đ/c phụ trách: Phòng VH-XH)', 15, 20],
      ['Xã Bình Minh (đ/c phụ trách: Phòng KT)', 17, 20],
    ],
  ),
  of(
    'a goal, and what is missing to it',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Điểm năm trước | Chỉ tiêu phấn đấu | Điểm tối đa | Điểm đạt được | So với chỉ tiêu
1 | Xã An Bình | 14 | 16 | 20 | 15 | -1
2 | Xã Bình Minh | 16 | 17 | 20 | 17 | 0
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
    ],
  ),
  of(
    'codes and people of communes',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Mã đơn vị | Tên đơn vị | Dân số | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng
1 | '24001' | Xã An Bình | 5400 | 8 | 7 | 15
2 | '24002' | Xã Bình Minh | 6100 | 9 | 8 | 17
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
    ],
  ),
  of(
    'what does not count before what counts',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC CỦA UBND XÃ TÂN LẬP NĂM 2025 | | | | |
STT | Nội dung | Điểm | Số điểm không được tính | Số điểm được tính
'1' | Chỉ đạo | 10 | 2 | 8
'1.1' | Kế hoạch | 4 | 1 | 3
'1.2' | Báo cáo | 6 | 1 | 5
'2' | Thể chế | 10 | 3 | 7
'2.1' | Rà soát | 5 | 1 | 4
'2.2' | Thi hành | 5 | 2 | 3
`,
    [['UBND XÃ TÂN LẬP', 15, 20]],
  ),
  of(
    'quarters and the whole year',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC CỦA UBND XÃ TÂN LẬP NĂM 2025 | | | | |
STT | Tiêu chí | Điểm tối đa | Quý I | Quý II | Quý III | Quý IV | Cả năm
'1' | Chỉ đạo | 10 | 7 | 8 | 8 | 9 | 8
'1.1' | Kế hoạch | 4 | 3 | 3 | 3 | 3 | 3
'1.2' | Báo cáo | 6 | 4 | 5 | 5 | 6 | 5
'2' | Thể chế | 10 | 6 | 7 | 7 | 8 | 7
'2.1' | Rà soát | 5 | 3 | 4 | 4 | 5 | 4
'2.2' | Thi hành | 5 | 3 | 3 | 3 | 3 | 3
 | Tổng | 20 | 13 | 15 | 15 | 17 | 15
`,
    [['UBND XÃ TÂN LẬP', 15, 20]],
  ),
  of(
    'half a year and the whole',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC CỦA UBND XÃ TÂN LẬP NĂM 2025 | | | | |
STT | Tiêu chí | Điểm tối đa | Điểm 6 tháng đầu năm | Điểm cả năm
'1' | Chỉ đạo | 10 | 7 | 8
'1.1' | Kế hoạch | 4 | 3 | 3
'1.2' | Báo cáo | 6 | 4 | 5
'2' | Thể chế | 10 | 6 | 7
'2.1' | Rà soát | 5 | 3 | 4
'2.2' | Thi hành | 5 | 3 | 3
 | Tổng | 20 | 13 | 15
`,
    [['UBND XÃ TÂN LẬP', 15, 20]],
  ),
  of(
    'members of a council and their mean',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC CỦA UBND XÃ TÂN LẬP NĂM 2025 | | | | |
STT | Tiêu chí | Điểm tối đa | Thành viên 1 | Thành viên 2 | Thành viên 3 | Điểm bình quân
'1' | Chỉ đạo | 5 | 4 | 3 | 5 | 4
'1.1' | Kế hoạch | 2 | 1 | 1 | 2 | 1,333
'1.2' | Báo cáo | 3 | 3 | 2 | 3 | 2,667
'2' | Thể chế | 5 | 3 | 2 | 4 | 3
'2.1' | Rà soát | 5 | 3 | 2 | 4 | 3
 | Tổng | 10 | 7 | 5 | 9 | 7
`,
    [['UBND XÃ TÂN LẬP', 7, 10]],
  ),
  of(
    'both sides of a unit in rows',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Nội dung | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng
1 | Xã An Bình | Tự chấm | 9 | 9 | 18
 | | Thẩm định | 8 | 7 | 15
2 | Xã Bình Minh | Tự chấm | 10 | 9 | 19
 | | Thẩm định | 9 | 8 | 17
`,
    [
      ['Xã An Bình', 15, 20, 18],
      ['Xã Bình Minh', 17, 20, 19],
    ],
    { asks: [], merges: ['A3:A4', 'A5:A6', 'B3:B4', 'B5:B6'] },
  ),
  of(
    'what was taken off, and what is left',
    `
TỔNG HỢP ĐIỂM TRỪ CỦA CÁC XÃ NĂM 2025 | | | | |
TT | Đơn vị | Điểm trừ | | | Tổng điểm trừ | Điểm còn lại | Xếp loại
 | | Chỉ đạo | Thể chế | TTHC
1 | Xã An Bình | 1 | 0.5 | 2 | 3.5 | 96.5 | Tốt
2 | Xã Bình Minh | 2 | 2 | 3 | 7 | 93 | Tốt
3 | Xã Cẩm Sơn | 0 | 0 | 1 | 1 | 99 | Xuất sắc
`,
    [
      ['Xã An Bình', 96.5, 100],
      ['Xã Bình Minh', 93, 100],
      ['Xã Cẩm Sơn', 99, 100],
    ],
    { asks: [], merges: ['A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3', 'H2:H3'] },
  ),
  of(
    'a survey beside the appraisal',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Cơ quan | Điểm tự đánh giá | Điểm thẩm định | Điểm điều tra XHH | Tổng điểm đạt được | Chỉ số (%) | Xếp hạng
 | Điểm tối đa | 70 | 70 | 30 | 100
1 | Sở Y tế | 66 | 60 | 24.5 | 84.5 | 84.5 | 2
2 | Sở Tư pháp | 68 | 62.5 | 26.25 | 88.75 | 88.75 | 1
`,
    [
      ['Sở Y tế', 84.5, 100],
      ['Sở Tư pháp', 88.75, 100],
    ],
  ),
  of(
    'indices of areas and of the whole',
    `
CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CÁC SỞ NĂM 2025 | | | | |
TT | Tên đơn vị | Chỉ số thành phần (%) | | | PAR INDEX | Xếp hạng
 | | Chỉ đạo | Thể chế | TTHC
1 | Sở Y tế | 90 | 80 | 83 | 84.2 | 3
2 | Sở Tư pháp | 95 | 88 | 85 | 88.75 | 2
3 | Sở Nội vụ | 100 | 92 | 85.5 | 91.3 | 1
`,
    [
      ['Sở Y tế', 84.2, 100],
      ['Sở Tư pháp', 88.75, 100],
      ['Sở Nội vụ', 91.3, 100],
    ],
    { asks: [], merges: ['A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3'] },
  ),
  of(
    'an older version that is hidden',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC CỦA UBND XÃ TÂN LẬP NĂM 2025 | | | | |
TT | Nội dung | Điểm tối đa | Điểm đạt (bản cũ) | Điểm đạt
'1' | Chỉ đạo | 10 | 7 | 8
'1.1' | Kế hoạch | 4 | 3 | 3
'1.2' | Báo cáo | 6 | 4 | 5
'2' | Thể chế | 10 | 7 | 7
'2.1' | Rà soát | 5 | 4 | 4
'2.2' | Thi hành | 5 | 3 | 3
`,
    [['UBND XÃ TÂN LẬP', 15, 20]],
    { asks: ['D2', 'E2'], hiddenColumns: ['D'] },
  ),
  of(
    'a part of an area in a column of its own',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Chỉ đạo (10 điểm) | Trong đó: báo cáo (4 điểm) | Thể chế (10 điểm)
1 | Xã An Bình | 8 | 3 | 7
2 | Xã Bình Minh | 9 | 4 | 8
3 | Xã Cẩm Sơn | 6 | 2 | 6
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
      ['Xã Cẩm Sơn', 12, 20],
    ],
  ),
  of(
    'last year in rows below each area',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC CỦA UBND XÃ TÂN LẬP NĂM 2025 | | | | |
TT | Nội dung | Điểm tối đa | Điểm đạt
'1' | Chỉ đạo | 10 | 8
'1.1' | Kế hoạch | 4 | 3
'1.2' | Báo cáo | 6 | 5
 | Năm 2024 | 10 | 9
'2' | Thể chế | 10 | 7
'2.1' | Rà soát | 5 | 4
'2.2' | Thi hành | 5 | 3
 | Năm 2024 | 10 | 8
`,
    [['UBND XÃ TÂN LẬP', 15, 20]],
  ),
  of(
    'percentages that contradict a maximum of a hundred',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Điểm đạt | Tỷ lệ đạt | Xếp loại
1 | Xã An Bình | 44 | 88% | Tốt
2 | Xã Bình Minh | 39.5 | 79% | Khá
`,
    [
      ['Xã An Bình', 44, 50],
      ['Xã Bình Minh', 39.5, 50],
    ],
    { asks: ['B2'] },
  ),
  of(
    'sides over units',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Nội dung | Điểm tối đa | Điểm tự chấm | | Điểm thẩm định
 | | | Xã An Bình | Xã Bình Minh | Xã An Bình | Xã Bình Minh
'1' | Chỉ đạo | 10 | 9 | 10 | 8 | 9
'1.1' | Kế hoạch | 4 | 4 | 4 | 3 | 4
'1.2' | Báo cáo | 6 | 5 | 6 | 5 | 5
'2' | Thể chế | 10 | 9 | 9 | 7 | 8
'2.1' | Rà soát | 5 | 5 | 5 | 4 | 5
'2.2' | Thi hành | 5 | 4 | 4 | 3 | 3
`,
    [
      ['Xã An Bình', 15, 20, 18],
      ['Xã Bình Minh', 17, 20, 19],
    ],
    { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2'] },
  ),
  of(
    'two years of maxima and points',
    `
TỔNG HỢP CHẤM ĐIỂM CCHC NĂM 2025 | | | | |
TT | Đơn vị | Năm 2024 | | Năm 2025
 | | Điểm tối đa | Điểm đạt | Điểm tối đa | Điểm đạt
1 | Xã An Bình | 25 | 20 | 20 | 15
2 | Xã Bình Minh | 25 | 22 | 20 | 17
`,
    [
      ['Xã An Bình', 15, 20],
      ['Xã Bình Minh', 17, 20],
    ],
    { merges: ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'] },
  ),
  of(
    'the title says that they scored themselves',
    `
TỔNG HỢP ĐIỂM TỰ CHẤM CCHC NĂM 2025 CỦA CÁC XÃ | | | | |
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (10 điểm) | Tổng điểm
1 | Xã An Bình | 8 | 7 | 15
2 | Xã Bình Minh | 9 | 8 | 17
`,
    [
      ['Xã An Bình', 15, 20, 15],
      ['Xã Bình Minh', 17, 20, 17],
    ],
  ),
];
