/** Everyday sheets whose lines are units, and workbooks of several sheets; the truths are computed by hand. */
import { grid } from '../grid';
import { shape, type Shape } from './shape';

export const EVERYDAY_UNITS: readonly Shape[] = [
  shape(
    'the mean as a numbered row',
    [
      grid(`
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (5 điểm) | Tổng điểm
1 | Xã An Bình | 9 | 4 | 13
2 | Xã Bình Minh | 10 | 5 | 15
3 | Xã Cẩm Sơn | 8 | 3 | 11
4 | Bình quân | 9 | 4 | 13
`),
    ],
    [
      ['Xã An Bình', 13, 15],
      ['Xã Bình Minh', 15, 15],
      ['Xã Cẩm Sơn', 11, 15],
    ],
  ),
  shape(
    'hidden columns that hold data',
    [
      grid(
        `
STT | Tên đơn vị | Chỉ đạo điều hành | | | | Cải cách thể chế | | |
 | | TC | TĐ | Bị trừ | Tổng | TC | TĐ | Bị trừ | Tổng
 | Điểm tối đa | 10 | 10 | | 10 | 5 | 5 | | 5
1 | Xã An Bình | 10 | 9 | | 9 | 5 | 4 | | 4
2 | Xã Bình Minh | 9 | 8.5 | | 8.5 | 5 | 5 | | 5
`,
        {
          merges: ['A1:A2', 'B1:B2', 'C1:F1', 'G1:J1'],
          hiddenColumns: ['E', 'F', 'I', 'J'],
        },
      ),
    ],
    [
      ['Xã An Bình', 13, 15, 15],
      ['Xã Bình Minh', 13.5, 15, 14],
    ],
    { asks: [] },
  ),
  shape(
    'the rank first, surveys beside the appraised part',
    [
      grid(
        `
KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025 | | | | |
Xếp hạng | Tên đơn vị | Điểm thẩm định | Điểm đánh giá tác động của CCHC | | Tổng điểm đạt được
 | | | KSCB | SIPAS |
1 | Sở Nội vụ | 62.5 | 9.5 | 18 | 90
2 | Sở Tài chính | 60 | 9 | 17.5 | 86.5
3 | Sở Y tế | 55.25 | 8 | 16 | 79.25
`,
        { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3'] },
      ),
    ],
    [
      ['Sở Nội vụ', 90, 100],
      ['Sở Tài chính', 86.5, 100],
      ['Sở Y tế', 79.25, 100],
    ],
    { asks: [] },
  ),
  shape(
    'fractions under headings of their own',
    [
      grid(`
TT | Đơn vị | Xã đề nghị | Hội đồng chốt | Tỷ lệ %
1 | Xã An Bình | 83,5/97 | 75,42/94 | 80.23
2 | Xã Bình Minh | 86,5/100 | 76,97/94 | 81.88
`),
    ],
    [
      ['Xã An Bình', 75.42, 94, 83.5, 97],
      ['Xã Bình Minh', 76.97, 94, 86.5, 100],
    ],
    { asks: ['C1', 'D1'] },
  ),
  shape(
    'totals without a word about the maximum',
    [
      grid(`
TT | Đơn vị | Điểm tự chấm | Điểm thẩm định | Xếp loại
1 | Xã An Bình | 95 | 88.5 | Tốt
2 | Xã Bình Minh | 97.25 | 92 | Xuất sắc
3 | Xã Cẩm Sơn | 90 | 75 | Khá
`),
    ],
    [
      ['Xã An Bình', 88.5, 100, 95],
      ['Xã Bình Minh', 92, 100, 97.25],
      ['Xã Cẩm Sơn', 75, 100, 90],
    ],
  ),
  shape(
    'areas as columns, last year beside this year',
    [
      grid(`
TT | Đơn vị | Chỉ đạo (10 điểm) | Thể chế (5 điểm) | Tổng điểm năm 2025 | Tổng điểm năm 2024 | So với năm 2024
1 | Xã An Bình | 9 | 4 | 13 | 12.5 | 0.5
2 | Xã Bình Minh | 10 | 5 | 15 | 14 | 1
`),
    ],
    [
      ['Xã An Bình', 13, 15],
      ['Xã Bình Minh', 15, 15],
    ],
    { asks: [] },
  ),
  shape(
    'a detailed sheet beside the summary',
    [
      grid(
        `
TT | Đơn vị | Chỉ đạo (5 điểm) | Thể chế (4 điểm) | Tổng điểm
1 | Xã An Bình | 4 | 3.5 | 7.5
2 | Xã Bình Minh | 5 | 4 | 9
`,
        { sheet: 'Tổng hợp' },
      ),
      grid(
        `
TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Bình Minh
'1' | Chỉ đạo | 5 | 4 | 5
'1.1' | Kế hoạch | 2 | 1 | 2
'1.2' | Báo cáo | 3 | 3 | 3
'2' | Thể chế | 4 | 3.5 | 4
'2.1' | Văn bản | 4 | 3.5 | 4
`,
        { sheet: 'Chi tiết' },
      ),
    ],
    [
      ['Xã An Bình', 7.5, 9],
      ['Xã Bình Minh', 9, 9],
    ],
  ),
  shape(
    'one sheet for every area',
    [
      grid(
        `
ĐIỂM THẨM ĐỊNH LĨNH VỰC 1: CHỈ ĐẠO ĐIỀU HÀNH | | | |
TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Bình Minh
'1' | Chỉ đạo | 5 | 4 | 5
'1.1' | Kế hoạch | 2 | 1 | 2
'1.2' | Báo cáo | 3 | 3 | 3
`,
        { sheet: 'Lĩnh vực 1' },
      ),
      grid(
        `
ĐIỂM THẨM ĐỊNH LĨNH VỰC 2: THỂ CHẾ | | | |
TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Bình Minh
'2' | Thể chế | 4 | 3.5 | 4
'2.1' | Văn bản | 1.5 | 1.5 | 1.5
'2.2' | Rà soát | 2.5 | 2 | 2.5
`,
        { sheet: 'Lĩnh vực 2' },
      ),
    ],
    [
      ['Xã An Bình', 7.5, 9],
      ['Xã Bình Minh', 9, 9],
    ],
    { asks: [] },
  ),
  shape(
    'the year in the tab, the unit nowhere else',
    [
      grid(
        `
BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025 | | | |
TT | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định
'1' | Chỉ đạo | 5 | 5 | 4
'2' | Thể chế | 4 | 4 | 3.5
`,
        { sheet: 'Xã Tây Sơn 2025' },
      ),
    ],
    [['Xã Tây Sơn', 7.5, 9, 9]],
  ),
];
