/** Sheets as offices type them: one form that several bodies fill in, parts with two rounds, results below blocks. */
import { grid, type GridExtras } from '../grid';
import { shape, type Shape, type ShapeUnit } from './shape';

type Sheet = readonly [tab: string, table: string, extras?: GridExtras];

const of = (name: string, sheets: readonly Sheet[], units: readonly ShapeUnit[], asks: Shape['asks'] = null): Shape =>
  shape(
    name,
    sheets.map(([sheet, table, extras]) => grid(table, { ...extras, sheet })),
    units,
    { asks },
  );

export const OFFICE_SHEETS: readonly Shape[] = [
  of(
    'appraiser sheets, others blank',
    ['SNV', 'STP', 'SKHCN'].map((tab, at): [string, string] => [
      tab,
      `
TỔNG HỢP ĐIỂM THẨM ĐỊNH NĂM 2025
TT | Tiêu chí | Điểm tối đa | Xã An Bình | Xã Hòa Tiến | Xã Ia Kha
'1' | CHỈ ĐẠO ĐIỀU HÀNH | 4 | | |
'1.1' | Kế hoạch cải cách hành chính | 2 | ${at === 0 ? '2 | 1.5 | 2' : '| |'}
'1.2' | Báo cáo định kỳ | 2 | ${at === 0 ? '1 | 2 | 2' : '| |'}
'2' | CẢI CÁCH THỂ CHẾ | 5 | | |
'2.1' | Ban hành văn bản | 3 | ${at === 1 ? '3 | 2 | 3' : '| |'}
'2.2' | Rà soát văn bản | 2 | ${at === 1 ? '2 | 1 | 0.5' : '| |'}
'3' | CHÍNH QUYỀN SỐ | 3 | | |
'3.1' | Dịch vụ công trực tuyến | 3 | ${at === 2 ? '2.5 | 3 | 1' : '| |'}
`,
    ]),
    [
      ['Xã An Bình', 10.5, 12],
      ['Xã Hòa Tiến', 9.5, 12],
      ['Xã Ia Kha', 8.5, 12],
    ],
  ),
  of(
    'appraiser sheets, only own rows',
    [
      [
        'Sở Nội vụ',
        `
TT | Tiêu chí | Điểm tối đa | Xã An Bình | Xã Hòa Tiến
'1' | CHỈ ĐẠO ĐIỀU HÀNH | 4 | 3 | 3.5
'1.1' | Kế hoạch cải cách hành chính | 2 | 2 | 1.5
'1.2' | Báo cáo định kỳ | 2 | 1 | 2
`,
      ],
      [
        'Sở Tư pháp',
        `
TT | Tiêu chí | Điểm tối đa | Xã An Bình | Xã Hòa Tiến
'2' | CẢI CÁCH THỂ CHẾ | 5 | 5 | 3
'2.1' | Ban hành văn bản | 3 | 3 | 2
'2.2' | Rà soát văn bản | 2 | 2 | 1
`,
      ],
      [
        'Sở KH&CN',
        `
TT | Tiêu chí | Điểm tối đa | Xã An Bình | Xã Hòa Tiến
'3' | CHÍNH QUYỀN SỐ | 3 | 2.5 | 3
'3.1' | Dịch vụ công trực tuyến | 3 | 2.5 | 3
`,
      ],
    ],
    [
      ['Xã An Bình', 10.5, 12],
      ['Xã Hòa Tiến', 9.5, 12],
    ],
  ),
  of(
    'parts x rounds',
    (['LV1', 'LV2'] as const).flatMap((lv) =>
      (['Tự chấm', 'Thẩm định'] as const).map((r): [string, string] => [
        `${lv} ${r}`,
        lv === 'LV1'
          ? `
ĐIỂM ${r.toUpperCase()} LĨNH VỰC 1 NĂM 2025
TT | Tiêu chí | Điểm tối đa | Xã An Bình | Xã Hòa Tiến
1 | CHỈ ĐẠO ĐIỀU HÀNH | 4 | ${r === 'Tự chấm' ? '4 | 4' : '3 | 3.5'}
'1.1' | Kế hoạch cải cách hành chính | 2 | ${r === 'Tự chấm' ? '2 | 2' : '2 | 1.5'}
'1.2' | Báo cáo định kỳ | 2 | ${r === 'Tự chấm' ? '2 | 2' : '1 | 2'}
`
          : `
ĐIỂM ${r.toUpperCase()} LĨNH VỰC 2 NĂM 2025
TT | Tiêu chí | Điểm tối đa | Xã An Bình | Xã Hòa Tiến
2 | CẢI CÁCH THỂ CHẾ | 5 | ${r === 'Tự chấm' ? '5 | 4' : '5 | 3'}
'2.1' | Ban hành văn bản | 3 | ${r === 'Tự chấm' ? '3 | 3' : '3 | 2'}
'2.2' | Rà soát văn bản | 2 | ${r === 'Tự chấm' ? '2 | 1' : '2 | 1'}
`,
      ]),
    ),
    [
      ['Xã An Bình', 8, 9, 9],
      ['Xã Hòa Tiến', 6.5, 9, 8],
    ],
  ),
  of(
    'units in rows x areas, two-line headings',
    [
      [
        'TH',
        `
BẢNG TỔNG HỢP KẾT QUẢ CHỈ SỐ CCHC NĂM 2025
TT | Đơn vị | Chỉ đạo, điều hành | | Cải cách thể chế | | Cải cách TTHC | | Tổng điểm | Xếp hạng
 | | Điểm tối đa | Điểm đạt | Điểm tối đa | Điểm đạt | Điểm tối đa | Điểm đạt | |
1 | Xã An Bình | 10 | 9 | 5 | 4 | 15 | 12.5 | 25.5 | 2
2 | Xã Hòa Tiến | 10 | 10 | 5 | 3.5 | 15 | 14 | 27.5 | 1
3 | Xã Ia Kha | 10 | 7 | 5 | 5 | 15 | 13 | 25 | 3
`,
        { merges: ['C2:D2', 'E2:F2', 'G2:H2'] },
      ],
    ],
    [
      ['Xã An Bình', 25.5, 30],
      ['Xã Hòa Tiến', 27.5, 30],
      ['Xã Ia Kha', 25, 30],
    ],
  ),
  of(
    'block end totals by round',
    [
      [
        'TH',
        `
Đơn vị: Xã An Bình
TT | Tiêu chí | Điểm tối đa | Tự chấm | Thẩm định | Sau giải trình
I | Chỉ đạo | 5 | 5 | 3 | 4
1 | Kế hoạch | 2 | 2 | 1 | 2
2 | Báo cáo | 3 | 3 | 2 | 2
 | Cộng mục I | 5 | 5 | 3 | 4
II | Thể chế | 5 | 4 | 4 | 4
1 | Văn bản | 5 | 4 | 4 | 4
 | Cộng mục II | 5 | 4 | 4 | 4
 | Tổng điểm tự chấm | | 9 | |
 | Tổng điểm thẩm định | | | 7 |
 | Tổng điểm sau giải trình | | | | 8
`,
      ],
    ],
    [['Xã An Bình', 8, 10, 9]],
  ),
  of(
    'subtables by khối with subtotal rows',
    [
      [
        'TH',
        `
TT | Đơn vị | Thể chế | TTHC | Chính quyền số | Tổng điểm | Chỉ số
 | Điểm tối đa | 5 | 15 | 10 | 30 |
A | Khối xã | | | | |
1 | Xã An Bình | 4 | 12.5 | 9 | 25.5 | 85
2 | Xã Hòa Tiến | 3.5 | 14 | 10 | 27.5 | 91.67
 | Bình quân khối xã | 3.75 | 13.25 | 9.5 | 26.5 | 88.33
B | Khối phường | | | | |
1 | Phường Kon Tum | 5 | 15 | 8 | 28 | 93.33
2 | Phường Đăk Cấm | 4 | 10 | 7 | 21 | 70
 | Bình quân khối phường | 4.5 | 12.5 | 7.5 | 24.5 | 81.67
`,
      ],
    ],
    [
      ['Xã An Bình', 25.5, 30],
      ['Xã Hòa Tiến', 27.5, 30],
      ['Phường Kon Tum', 28, 30],
      ['Phường Đăk Cấm', 21, 30],
    ],
  ),
  of(
    'quarterly columns',
    [
      [
        'TH',
        `
Đơn vị: Xã An Bình
TT | Tiêu chí | Điểm tối đa | Quý I | Quý II | Quý III | Quý IV | Cả năm
1 | Chỉ đạo | 8 | 2 | 2 | 1.5 | 1.5 | 7
1.1 | Kế hoạch | 4 | 1 | 1 | 1 | 0.5 | 3.5
1.2 | Báo cáo | 4 | 1 | 1 | 0.5 | 1 | 3.5
2 | Thể chế | 4 | 1 | 1 | 1 | 1 | 4
2.1 | Văn bản | 4 | 1 | 1 | 1 | 1 | 4
`,
      ],
    ],
    [['Xã An Bình', 11, 12]],
  ),
  of(
    'items continue on second sheet',
    [
      [
        'Trang 1',
        `
Đơn vị: Xã An Bình
TT | Tiêu chí | Điểm tối đa | Tự chấm | Thẩm định
1 | Chỉ đạo | 5 | 5 | 4
'1.1' | Kế hoạch | 2 | 2 | 2
'1.2' | Báo cáo | 3 | 3 | 2
`,
      ],
      [
        'Trang 2',
        `
TT | Tiêu chí | Điểm tối đa | Tự chấm | Thẩm định
2 | Thể chế | 5 | 4 | 4
'2.1' | Văn bản | 5 | 4 | 4
 | Tổng cộng | 10 | 9 | 8
`,
      ],
    ],
    [['Xã An Bình', 8, 10, 9]],
  ),
  of(
    'area names as column blocks of sides',
    [
      [
        'TH',
        `
TT | Đơn vị | Lĩnh vực 1 | | Lĩnh vực 2 | | Tổng |
 | | TC | TĐ | TC | TĐ | TC | TĐ
 | Điểm chuẩn | 10 | 10 | 20 | 20 | 30 | 30
1 | Xã An Bình | 10 | 8 | 18 | 17 | 28 | 25
2 | Xã Hòa Tiến | 9 | 9 | 20 | 15 | 29 | 24
`,
        { merges: ['C1:D1', 'E1:F1', 'G1:H1'] },
      ],
    ],
    [
      ['Xã An Bình', 25, 30, 28],
      ['Xã Hòa Tiến', 24, 30, 29],
    ],
  ),
  of(
    'losses per unit only (điểm trừ)',
    [
      [
        'TH',
        `
TT | Tiêu chí | Điểm tối đa | Điểm trừ của Xã An Bình | Điểm trừ của Xã Hòa Tiến
1 | Kế hoạch | 2 | 0 | 0.5
2 | Báo cáo | 3 | 1 | 0
3 | Văn bản | 5 | 0.5 | 1
 | Tổng | 10 | 1.5 | 1.5
`,
      ],
    ],
    [
      ['Xã An Bình', 8.5, 10],
      ['Xã Hòa Tiến', 8.5, 10],
    ],
    [],
  ),
  of(
    'Tổng điểm đạt được per unit, items below as notes',
    [
      [
        'TH',
        `
TT | Đơn vị | Tổng điểm tối đa | Tổng điểm tự chấm | Tổng điểm thẩm định | Chỉ số (%)
1 | Xã An Bình | 94 | 90 | 85.5 | 90.96
2 | Xã Hòa Tiến | 92 | 88 | 80 | 86.96
3 | Xã Ia Kha | 94 | 70 | 65 | 69.15
`,
      ],
    ],
    [
      ['Xã An Bình', 85.5, 94, 90],
      ['Xã Hòa Tiến', 80, 92, 88],
      ['Xã Ia Kha', 65, 94, 70],
    ],
  ),
  of(
    'points below name as rows TC/TĐ',
    [
      [
        'TH',
        `
TT | Đơn vị | Vòng | Thể chế | TTHC | Tổng
 | Điểm tối đa | | 10 | 20 | 30
1 | Xã An Bình | Tự chấm | 10 | 18 | 28
 | | Thẩm định | 8 | 17 | 25
2 | Xã Hòa Tiến | Tự chấm | 9 | 20 | 29
 | | Thẩm định | 9 | 15 | 24
`,
      ],
    ],
    [
      ['Xã An Bình', 25, 30, 28],
      ['Xã Hòa Tiến', 24, 30, 29],
    ],
    [],
  ),
];
