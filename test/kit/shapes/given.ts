/** Small sheets in layouts that offices use, from public reports and exports; the truths are computed by hand. */
import { grid } from '../grid';
import { shape, type Shape } from './shape';

export const GIVEN: readonly Shape[] = [
  // A second row of maxima starts the second group.
  shape(
    'second max row',
    [
      grid(`
BẢNG TỔNG HỢP KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
 |
STT | Đơn vị | Chỉ đạo điều hành | Cải cách thể chế | Cải cách TTHC | Tổng điểm | Chỉ số | Xếp loại | Xếp hạng
 | Điểm tối đa | 20 | 10 | 40 | 70
I | Khối sở, ban, ngành
1 | Sở Nội vụ | 18 | 9 | 35 | 62
2 | Sở Tài chính | 17 | 8 | 30 | 55
3 | Sở Y tế | 15 | 7 | 33 | 55
II | Khối xã, phường
 | Điểm tối đa | 25 | 15 | 40 | 80
1 | UBND xã An Bình | 18 | 9 | 39 | 66
2 | UBND xã Bình Minh | 20 | 9 | 40 | 69
3 | UBND phường Cẩm Sơn | 19 | 8 | 38 | 65
`),
    ],
    [
      ['Sở Nội vụ', 62, 70],
      ['Sở Tài chính', 55, 70],
      ['Sở Y tế', 55, 70],
      ['UBND xã An Bình', 66, 80],
      ['UBND xã Bình Minh', 69, 80],
      ['UBND phường Cẩm Sơn', 65, 80],
    ],
  ),
  // A group's row holds the maxima of the group and is not a unit.
  shape(
    'group row carries max',
    [
      grid(`
BẢNG TỔNG HỢP KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
 |
STT | Đơn vị | Chỉ đạo điều hành | Cải cách thể chế | Cải cách TTHC | Tổng điểm | Chỉ số | Xếp loại | Xếp hạng
I | Khối sở | 20 | 10 | 40 | 70
1 | Sở Nội vụ | 18 | 9 | 35 | 62
2 | Sở Tài chính | 17 | 8 | 30 | 55
3 | Sở Y tế | 15 | 7 | 33 | 55
II | Khối xã | 25 | 15 | 40 | 80
1 | UBND xã An Bình | 18 | 9 | 39 | 66
2 | UBND xã Bình Minh | 20 | 9 | 40 | 69
3 | UBND phường Cẩm Sơn | 19 | 8 | 38 | 65
`),
    ],
    [
      ['Sở Nội vụ', 62, 70],
      ['Sở Tài chính', 55, 70],
      ['Sở Y tế', 55, 70],
      ['UBND xã An Bình', 66, 80],
      ['UBND xã Bình Minh', 69, 80],
      ['UBND phường Cẩm Sơn', 65, 80],
    ],
  ),
  // A second header starts a second table of units.
  shape(
    'two blocks of units',
    [
      grid(`
BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
 |
 |
STT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | Sở Nội vụ | Sở Tài chính
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 3.5
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 3 | 2.5
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 1
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1.5
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 2 | 1
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 4.5
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 3 | 2.5
 | Tổng điểm | 10 | 10 | 8
 | Chỉ số CCHC (%)
 | Xếp loại
 | Xếp hạng
 |
II. KHỐI XÃ
 |
STT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | UBND xã An Bình | UBND xã Bình Minh
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 3.5
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 3 | 2.5
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 1
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1.5
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 2 | 1
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 4.5
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 3 | 2.5
 | Tổng điểm | 10 | 10 | 8
 | Chỉ số CCHC (%)
 | Xếp loại
 | Xếp hạng
`),
    ],
    [
      ['Sở Nội vụ', 10, 10],
      ['Sở Tài chính', 8, 10],
      ['UBND xã An Bình', 10, 10],
      ['UBND xã Bình Minh', 8, 10],
    ],
  ),
  // The Icelandic letter Ð is used for Đ.
  shape(
    'eth for D',
    [
      grid(`
BẢNG TỔNG HỢP ÐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
 |
 |
STT | Tiêu chí, tiêu chí thành phần | Ðiểm tối đa | UBND xã An Bình | UBND xã Bình Minh | UBND phường Cẩm Sơn
'1' | CÔNG TÁC CHỈ ÐẠO, ÐIỀU HÀNH | 5 | 5 | 3.5 | 3.25
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
`),
    ],
    [
      ['UBND xã An Bình', 10, 10],
      ['UBND xã Bình Minh', 8, 10],
      ['UBND phường Cẩm Sơn', 6.25, 10],
    ],
  ),
  // The appraised column has an unusual heading; the self-score is never read as the appraisal.
  shape(
    'unknown appraisal',
    [
      grid(`
BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
 |
 |
STT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | Điểm tự chấm | Tổ công tác chấm
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 3.25
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 3 | 1.5
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 0.5
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 2 | 1.75
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 3
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 3 | 1
 | Tổng điểm | 10 | 10 | 6.25
 | Chỉ số CCHC (%)
 | Xếp loại
 | Xếp hạng
`),
    ],
    [['', 6.25, 10, 10]],
    { asks: ['E4'] },
  ),
  // The maximum has the heading «Điểm số tối đa».
  shape(
    'max called diem so toi da',
    [
      grid(`
BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
 |
 |
STT | Tiêu chí, tiêu chí thành phần | Điểm số tối đa | Điểm tự chấm | Điểm thẩm định
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 3.5
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 3 | 2.5
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 1
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1.5
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 2 | 1
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 4.5
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 3 | 2.5
 | Tổng điểm | 10 | 10 | 8
 | Chỉ số CCHC (%)
 | Xếp loại
 | Xếp hạng
`),
    ],
    [['', 8, 10, 10]],
    { asks: [] },
  ),
  // Points of some rows are shown as percent of the maximum.
  shape(
    'percent cells',
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
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 1 | 0.75 | 0.5
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 1 | 0.5 | 0.875
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 4.5 | 3
'2.1' | Công khai thủ tục hành chính | 2 | 1 | 1 | 1
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 1 | 0.8333333333333334 | 0.3333333333333333
 | Tổng điểm | 10 | 10 | 8 | 6.25
 | Chỉ số CCHC (%)
 | Xếp loại
 | Xếp hạng
`,
        { percents: ['D7', 'E7', 'F7', 'D8', 'E8', 'F8', 'D9', 'E9', 'F9', 'D11', 'E11', 'F11', 'D12', 'E12', 'F12'] },
      ),
    ],
    [
      ['UBND xã An Bình', 10, 10],
      ['UBND xã Bình Minh', 8, 10],
      ['UBND phường Cẩm Sơn', 6.25, 10],
    ],
    { asks: ['D7', 'E7', 'F7'] },
  ),
  // Two units, one table below the other.
  shape(
    'unit tables stacked',
    [
      grid(`
BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025
 |
Đơn vị: UBND xã An Bình
STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Điểm thẩm định
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 5
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 3 | 3
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 1
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 2
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 2 | 2
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 5 | 5
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 3 | 3
 | Tổng điểm | 10 | 10 | 10
 |
Đơn vị: UBND xã Bình Minh
STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Điểm thẩm định
'1' | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 3.5 | 3.5
'1.1' | Kế hoạch cải cách hành chính năm | 3 | 2.5 | 2.5
1.1.1 | Ban hành kế hoạch đúng thời hạn | 1 | 1 | 1
1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 1.5 | 1.5
'1.2' | Báo cáo cải cách hành chính định kỳ | 2 | 1 | 1
'2' | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 5 | 4.5 | 4.5
'2.1' | Công khai thủ tục hành chính | 2 | 2 | 2
'2.2' | Giải quyết hồ sơ đúng hạn | 3 | 2.5 | 2.5
 | Tổng điểm | 10 | 8 | 8
`),
    ],
    [
      ['UBND xã An Bình', 10, 10, 10],
      ['UBND xã Bình Minh', 8, 10, 8],
    ],
  ),
];
