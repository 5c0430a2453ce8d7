/** Everyday sheets whose lines are criteria; the truths are computed by hand. */
import { grid } from '../grid';
import { shape, type Shape } from './shape';

export const EVERYDAY_ITEMS: readonly Shape[] = [
  shape(
    'both sides under each unit, in words of their own',
    [
      grid(
        `
TT | Nội dung | Khung điểm | Xã An Bình | | Xã Bình Minh |
 | | | Xã chấm | Sở chấm | Xã chấm | Sở chấm
'1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 4 | 4.5 | 4.5
'1.1' | Kế hoạch | 2 | 2 | 1 | 2 | 2
'1.2' | Báo cáo | 3 | 3 | 3 | 2.5 | 2.5
'2' | THỂ CHẾ | 5 | 5 | 4.5 | 5 | 3
'2.1' | Văn bản | 5 | 5 | 4.5 | 5 | 3
 | Tổng điểm | 10 | 10 | 8.5 | 9.5 | 7.5
`,
        { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'] },
      ),
    ],
    [
      ['Xã An Bình', 8.5, 10, 10],
      ['Xã Bình Minh', 7.5, 10, 9.5],
    ],
    { asks: [] },
  ),
  shape(
    'the mean of the units in the last column',
    [
      grid(`
STT | Tiêu chí | Barem | Xã An Bình | Xã Bình Minh | Xã Cẩm Sơn | Bình quân chung
'1' | Chỉ đạo | 5 | 5 | 4 | 3 | 4
'1.1' | Kế hoạch | 2 | 2 | 1 | 1.5 | 1.5
'1.2' | Báo cáo | 3 | 3 | 3 | 1.5 | 2.5
'2' | Thể chế | 5 | 4 | 5 | 3 | 4
 | Cộng | 10 | 9 | 9 | 6 | 8
`),
    ],
    [
      ['Xã An Bình', 9, 10],
      ['Xã Bình Minh', 9, 10],
      ['Xã Cẩm Sơn', 6, 10],
    ],
  ),
  shape(
    'a list of losses',
    [
      grid(`
PHÂN TÍCH ĐIỂM BỊ TRỪ NĂM 2025 CỦA XÃ AN BÌNH | | | | |
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ | Nguyên nhân
'1' | CHỈ ĐẠO, ĐIỀU HÀNH | 10 | 8.5 | 1.5 |
'1.3' | Chế độ báo cáo | 1 | 0 | 1 | Gửi chậm
'1.6' | Sáng kiến | 1 | 0.5 | 0.5 | Chưa công nhận
'2' | THỂ CHẾ | 5 | 5 | 0 |
'3' | THỦ TỤC HÀNH CHÍNH | 10 | 8 | 2 |
'3.1' | Rà soát thủ tục | 2 | 0 | 2 | Không rà soát
`),
    ],
    [['Xã An Bình', 21.5, 25]],
    { asks: [] },
  ),
  shape(
    'the unit and the year in the title, the body that wrote it above',
    [
      grid(
        `
UBND TỈNH BÌNH ĐỊNH | | |
SỞ NỘI VỤ | | |
BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH HUYỆN VÂN CANH NĂM 2021 | | |
TT | Nội dung | Điểm tối đa | Điểm đạt được
'1' | Chỉ đạo | 10 | 6.46
'2' | Thể chế | 5 | 5
`,
        { sheet: '2021' },
      ),
    ],
    [['Huyện Vân Canh', 11.46, 15]],
  ),
  shape(
    'the unit in the letterhead',
    [
      grid(`
UBND TỈNH BÌNH ĐỊNH | | |
UBND HUYỆN VÂN CANH | | |
BẢNG TỰ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2021 | | |
TT | Nội dung | Điểm tối đa | Điểm tự chấm
'1' | Chỉ đạo | 10 | 9
'2' | Thể chế | 5 | 5
`),
    ],
    [['UBND huyện Vân Canh', 14, 15]],
  ),
  shape(
    'words beside the number in the cell',
    [
      grid(`
TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Bình Minh
'1.1' | Kế hoạch | 2 | 1,5 (trừ 0,5) | 2
'1.2' | Báo cáo | 3 | 3 | 2
'1.3' | Kiểm tra | 3 | 2,5 (trừ 0,5) | 3
`),
    ],
    [
      ['Xã An Bình', 7, 8],
      ['Xã Bình Minh', 7, 8],
    ],
    { asks: ['D2', 'D4'] },
  ),
  shape(
    'most does not apply to one unit',
    [
      grid(`
TT | Nội dung | Điểm tối đa | Sở Nội vụ | Ban Dân tộc
'1' | Chỉ đạo | 5 | 4 | 4
'2' | Thể chế | 5 | 5 | KĐG
'3' | Thủ tục | 10 | 8 | Không đánh giá
'4' | Bộ máy | 10 | 9 | KĐG
`),
    ],
    [
      ['Sở Nội vụ', 26, 30],
      ['Ban Dân tộc', 4, 5],
    ],
  ),
  shape(
    'points after a further deduction',
    [
      grid(`
Đơn vị: Sở Y tế | | | | | |
Tiêu chí | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Điểm bị trừ | Điểm thẩm định sau khi trừ
'1' | Chỉ đạo | 10 | 10 | 9 | 0.5 | 8.5
'1.1' | Kế hoạch | 4 | 4 | 4 | 0 | 4
'1.2' | Báo cáo | 6 | 6 | 5 | 0.5 | 4.5
'2' | Thể chế | 5 | 5 | 5 | 1 | 4
'2.1' | Văn bản | 5 | 5 | 5 | 1 | 4
 | Tổng cộng | 15 | 15 | 14 | 1.5 | 12.5
`),
    ],
    [['Sở Y tế', 12.5, 15, 15]],
    { asks: [] },
  ),
  shape(
    'code and name in one cell, evidence between the points',
    [
      grid(`
Đơn vị: Xã An Bình | | | | |
Lĩnh vực/Tiêu chí/Tiêu chí thành phần | Điểm chuẩn | Tự chấm | Tài liệu kiểm chứng/Giải trình | \
Điểm chấm thực tế | Ý kiến
1. Chỉ đạo | 4 | 4 | | 3 |
     1.1. Kế hoạch | 2 | 2 | Kế hoạch số 12 | 1 | Ban hành chậm
          1.1.1. Ban hành | 1 | 1 | Kế hoạch số 12 | 0 | Ban hành chậm
          1.1.2. Kết quả | 1 | 1 | Báo cáo số 4 | 1 |
     1.2. Báo cáo | 2 | 2 | Báo cáo số 5 | 2 |
2. Thể chế | 3 | 2.5 | | 2.5 |
     2.1. Văn bản | 3 | 2.5 | Danh mục | 2.5 | Thiếu một văn bản
`),
    ],
    [['Xã An Bình', 5.5, 7, 6.5]],
    { asks: [] },
  ),
  shape(
    'the maximum in the name',
    [
      grid(`
TT | Tiêu chí | Xã An Bình | Xã Bình Minh
'1' | Chỉ đạo (5 điểm) | 4.5 | 5
'2' | Thể chế (tối đa 3 điểm) | 3 | 2
'3' | Thủ tục (2 điểm) | 1 | 2
`),
    ],
    [
      ['Xã An Bình', 8.5, 10],
      ['Xã Bình Minh', 9, 10],
    ],
    { asks: [] },
  ),
  shape(
    'two rounds and their difference below one heading',
    [
      grid(
        `
Đơn vị: Phường Tân Lập | | | | | |
TT | Nội dung | Điểm tối đa | Phường tự chấm | Tổ thẩm định | |
 | | | | Lần 1 | Lần 2 | Tăng/giảm
'1' | Chỉ đạo | 5 | 5 | 3 | 4 | 1
'1.1' | Kế hoạch | 2 | 2 | 1 | 1 | 0
'1.2' | Báo cáo | 3 | 3 | 2 | 3 | 1
'2' | Thể chế | 5 | 5 | 4.5 | 4.5 | 0
'2.1' | Văn bản | 5 | 5 | 4.5 | 4.5 | 0
`,
        { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:G2'] },
      ),
    ],
    [['Phường Tân Lập', 8.5, 10, 10]],
    { asks: ['E3', 'F3', 'E2', 'G3'] },
  ),
  shape(
    'last year and this year, each with its percentage',
    [
      grid(
        `
BẢNG SO SÁNH CHỈ SỐ CCHC HUYỆN VÂN CANH NĂM 2020 VÀ NĂM 2021 | | | | | |
TT | Lĩnh vực | Năm 2020 | | Năm 2021 | | Tăng/giảm (%)
 | | Điểm chỉ số/điểm tối đa | % | Điểm chỉ số/điểm tối đa | % |
'1' | Chỉ đạo điều hành | 7.5/12 | 62.5 | 6.46/10 | 64.6 | 2.1
'2' | Thể chế | 4/5 | 80 | 5/5 | 100 | 20
'3' | Thủ tục hành chính | 9/12 | 75 | 6.8/10 | 68 | -7
`,
        { merges: ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'G2:G3'] },
      ),
    ],
    [['Huyện Vân Canh', 18.26, 25]],
    { asks: [] },
  ),
];
