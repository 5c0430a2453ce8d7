/** Ambiguous headings and synonyms, as offices write them; the truths are computed by hand. */
import { grid, type GridExtras } from '../grid';
import { shape, type Shape, type ShapeUnit } from './shape';

type Extras = GridExtras & { readonly asks?: Shape['asks'] };

const of = (name: string, table: string, units: readonly ShapeUnit[], { asks = null, ...extras }: Extras = {}): Shape =>
  shape(name, [grid(table, { sheet: 'Bảng điểm', ...extras })], units, { asks });

export const UNSEEN_HEADINGS: readonly Shape[] = [
  of(
    'ranks of half a year and of the whole',
    `
TỔNG HỢP ĐIỂM CCHC NĂM 2025 | | | |
STT | Đơn vị | Tổng điểm | Xếp hạng |
 | | | 6 tháng | Cả năm
1 | Xã An Bình | 85 | 3 | 2
2 | Xã Tân An | 80 | 1 | 3
3 | Xã Hòa Bình | 91 | 2 | 1
`,
    [
      ['Xã An Bình', 85, 100],
      ['Xã Tân An', 80, 100],
      ['Xã Hòa Bình', 91, 100],
    ],
    { merges: ['D2:E2', 'A2:A3', 'B2:B3', 'C2:C3'] },
  ),
  of(
    'both sides of half a year and of the whole',
    `
BẢNG ĐIỂM CCHC NĂM 2025 | | | | | |
STT | Đơn vị | Điểm tối đa | Thẩm định | | Tự chấm |
 | | | 6 tháng | Năm | 6 tháng | Năm
1 | Xã An Bình | 100 | 40 | 85 | 40 | 90
2 | Xã Tân An | 100 | 40 | 80 | 45 | 88
3 | Xã Hòa Bình | 100 | 40 | 91 | 45 | 95
`,
    [
      ['Xã An Bình', 85, 100, 90],
      ['Xã Tân An', 80, 100, 88],
      ['Xã Hòa Bình', 91, 100, 95],
    ],
    { merges: ['D2:E2', 'F2:G2', 'A2:A3', 'B2:B3', 'C2:C3'] },
  ),
  of(
    'reports of quarters that make an area',
    `
TỔNG HỢP ĐIỂM CCHC NĂM 2025 | | | | | | |
STT | Đơn vị | Báo cáo định kỳ | | | | Kế hoạch CCHC | Tổng điểm
 | | Quý I | 6 tháng | Quý III | Năm | |
 | Điểm tối đa | 1 | 1 | 1 | 1 | 6 | 10
1 | Xã An Bình | 1 | 1 | 0.5 | 1 | 5 | 8.5
2 | Xã Tân An | 1 | 0.5 | 0.5 | 1 | 6 | 9
3 | Xã Hòa Bình | 1 | 1 | 1 | 1 | 4 | 8
`,
    [
      ['Xã An Bình', 8.5, 10],
      ['Xã Tân An', 9, 10],
      ['Xã Hòa Bình', 8, 10],
    ],
    { merges: ['C2:F2', 'A2:A3', 'B2:B3', 'G2:G3', 'H2:H3'] },
  ),
  of(
    'reports of quarters with maxima of their own',
    `
STT | Đơn vị | Báo cáo quý I (1 điểm) | Báo cáo 6 tháng (1 điểm) | Năm (1 điểm) | Kế hoạch CCHC (6 điểm)
1 | Xã An Bình | 1 | 1 | 1 | 5
2 | Xã Tân An | 1 | 0.5 | 1 | 6
`,
    [
      ['Xã An Bình', 8, 9],
      ['Xã Tân An', 8.5, 9],
    ],
  ),
  of(
    'a council on both sides',
    `
BẢNG ĐIỂM CCHC NĂM 2025 | | | | | | |
STT | Đơn vị | Thẩm định | | | Tự chấm | |
 | | Thành viên 1 | Thành viên 2 | Bình quân | Thành viên 1 | Thành viên 2 | Bình quân
1 | Xã An Bình | 80 | 82 | 81 | 90 | 92 | 91
2 | Xã Tân An | 78 | 80 | 79 | 88 | 90 | 89
`,
    [
      ['Xã An Bình', 81, 100, 91],
      ['Xã Tân An', 79, 100, 89],
    ],
    { merges: ['C2:E2', 'F2:H2', 'A2:A3', 'B2:B3'] },
  ),
  of(
    'a council, and what was appraised at last',
    `
BẢNG ĐIỂM CCHC XÃ AN BÌNH NĂM 2025 | | | | | | |
STT | Tiêu chí | Điểm tối đa | Tự chấm | Thành viên 1 | Thành viên 2 | Bình quân | Thẩm định
I | Chỉ đạo | 3 | 3 | 3 | 2 | 2.5 | 2
'1.1' | Kế hoạch | 1 | 1 | 1 | 1 | 1 | 1
'1.2' | Kiểm tra | 2 | 2 | 2 | 1 | 1.5 | 1
`,
    [['XÃ AN BÌNH', 2, 3, 3]],
  ),
  of(
    'two rows of stated maxima, the first of which is said first',
    `
TỔNG HỢP ĐIỂM CCHC NĂM 2025 | | | |
STT | Đơn vị | Chỉ đạo | Thể chế | Tổng điểm
 | Thang điểm | 40 | 60 | 100
 | Điểm chuẩn năm 2024 | 50 | 70 | 120
1 | Xã An Bình | 30 | 50 | 80
2 | Xã Tân An | 40 | 50 | 90
3 | Xã Hòa Bình | 33 | 50 | 83
`,
    [
      ['Xã An Bình', 80, 100],
      ['Xã Tân An', 90, 100],
      ['Xã Hòa Bình', 83, 100],
    ],
  ),
  of(
    'a note above that speaks of the guide to self-scoring',
    `
TỔNG HỢP ĐIỂM CCHC NĂM 2025 | | |
(theo Hướng dẫn tự chấm điểm của tỉnh) | | |
STT | Đơn vị | Điểm tối đa | Tổng điểm
1 | Xã An Bình | 100 | 80
2 | Xã Tân An | 100 | 90
3 | Xã Hòa Bình | 100 | 83
`,
    [
      ['Xã An Bình', 80, 100],
      ['Xã Tân An', 90, 100],
      ['Xã Hòa Bình', 83, 100],
    ],
  ),
  of(
    'offices of two communes that are called alike',
    `
TỔNG HỢP ĐIỂM CCHC NĂM 2025 | | |
STT | Đơn vị | Điểm tối đa | Tổng điểm
I | UBND XÃ AN BÌNH | |
1 | Phòng Kinh tế | 100 | 80
2 | Phòng Văn hóa - Xã hội | 100 | 82
3 | Văn phòng HĐND và UBND | 100 | 84
II | UBND XÃ TÂN AN | |
1 | Phòng Kinh tế | 100 | 85
2 | Phòng Văn hóa - Xã hội | 100 | 87
3 | Văn phòng HĐND và UBND | 100 | 89
`,
    [
      ['Phòng Kinh tế', 80, 100],
      ['Phòng Văn hóa - Xã hội', 82, 100],
      ['Văn phòng HĐND và UBND', 84, 100],
      ['Phòng Kinh tế', 85, 100],
      ['Phòng Văn hóa - Xã hội', 87, 100],
      ['Văn phòng HĐND và UBND', 89, 100],
    ],
  ),
  of(
    '«Trong đó» before the first of the areas',
    `
BẢNG ĐIỂM CCHC NĂM 2025 | | | |
STT | Đơn vị | Tổng điểm | Trong đó: Chỉ đạo (40 điểm) | Thể chế (60 điểm)
1 | Xã An Bình | 80 | 30 | 50
2 | Xã Tân An | 70 | 25 | 45
3 | Xã Hòa Bình | 90 | 35 | 55
`,
    [
      ['Xã An Bình', 80, 100],
      ['Xã Tân An', 70, 100],
      ['Xã Hòa Bình', 90, 100],
    ],
  ),
  of(
    'a row of factors between maxima and units',
    `
TỔNG HỢP ĐIỂM CCHC NĂM 2025 | | |
STT | Đơn vị | Chỉ đạo | Thể chế
 | Điểm tối đa | 10 | 10
 | Hệ số | 4 | 6
1 | Xã An Bình | 8 | 9
2 | Xã Tân An | 9 | 7
3 | Xã Hòa Bình | 7 | 9
`,
    [],
    { asks: ['B4'] },
  ),
];
