/** The text output on the terminal. */
import { describe, expect, test } from '@jest/globals';
import type { Assessment } from '../../src/core/model/assessment';
import { printOutcome, printScale } from '../../src/cli/print';
import { decimal } from '../../src/core/values/decimal';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings';
import { assessmentOf, bookAssessmentOf, deductionOf, diagnosticOf } from '../kit/assessments';

const KON_RAY = [
  { name: 'UBND thị trấn Đăk Rve', self: '83.5/97', awarded: '75.42/94', rating: 'Tốt', rank: 2 },
  { name: 'UBND xã Đăk Tơ Lung'.normalize('NFD'), self: '89/94.5', awarded: '86.35/93', rating: 'Xuất sắc', rank: 1 },
  { name: 'UBND xã Đăk Pnê', self: '87.5/100' },
];

function print(
  assessment: Assessment,
  screen: { columns: number | null; colours: boolean } = { columns: null, colours: false },
): string {
  return printOutcome(
    {
      path: 'kết quả.xlsx',
      book: bookAssessmentOf([assessment]),
      copy: 'kết quả (đã tính).xlsx',
      exported: [],
      taken: null,
      leftOut: [],
      fault: null,
    },
    screen,
  ).normalize('NFC');
}

test('units, scale, faults and counts', () => {
  const diagnostics = [
    diagnosticOf({ severity: 'note', code: 'CCHC112', at: [], message: 'Có 2 cột ẩn' }),
    diagnosticOf({
      severity: 'error',
      code: 'CCHC205',
      at: [{ row: 8, column: 3 }],
      message: 'UBND xã Đăk Pnê, 1.1: chưa có điểm',
    }),
  ];
  expect(print(assessmentOf(KON_RAY, { diagnostics }))).toBe(`kết quả.xlsx › Bảng tổng hợp
Thang xếp loại (mặc định): Xuất sắc từ 90 · Tốt từ 80 · Khá từ 70 · Trung bình từ 50 · Yếu từ 0

Đơn vị                  Tự chấm  Thẩm định         Chỉ số  Xếp loại  Xếp hạng
─────────────────────  ────────  ─────────  ─────────────  ────────  ────────
UBND thị trấn Đăk Rve   83,5/97   75,42/94          80,23  Tốt            2/3
UBND xã Đăk Tơ Lung     89/94,5   86,35/93          92,85  Xuất sắc       1/3
UBND xã Đăk Pnê        87,5/100             chưa xác định

Ô D9 · lỗi · CCHC205 · UBND xã Đăk Pnê, 1.1: chưa có điểm
Cả bảng · lưu ý · CCHC112 · Có 2 cột ẩn

3 đơn vị · 1 lỗi, 0 cảnh báo, 1 lưu ý

Bản đã điền: kết quả (đã tính).xlsx

`);
});

test('one unit: its areas and every loss with its cause', () => {
  const one = assessmentOf([{ name: 'UBND huyện Vân Canh', awarded: '6.46/10', rating: 'Trung bình', rank: 1 }], {
    kind: 'one-unit',
    deductions: [
      deductionOf({ cause: 'Kế hoạch\nban hành chậm' }),
      deductionOf({ item: 2, awardedPoints: decimal('0'), lostPoints: decimal('1') }),
    ],
  });
  expect(print(one)).toContain(`
Lĩnh vực      Điểm  Tỷ lệ %   Mất
─────────  ───────  ───────  ────
1 Chỉ đạo  6,46/10    64,60  3,54

Mất điểm
1.1 Kế hoạch (0,75/1, mất 0,25): Kế hoạch ban hành chậm
- Chất lượng (0/1, mất 1): chưa ghi nguyên nhân
`);
});

describe('columns appear where they say something', () => {
  test('khối, points added and points taken', () => {
    const text = print(
      assessmentOf([
        { name: 'A', group: 'Khối xã', awarded: '67.7/95.5', bonus: '1.5', penalty: '0.5', rating: 'Khá', rank: 1 },
      ]),
    );
    expect(text).toContain('Đơn vị  Khối     Thẩm định  Cộng  Trừ  Chỉ số');
    expect(text).toContain('A       Khối xã  67,7/95,5   1,5  0,5');
  });
});

test('many places are counted, suggestions stand below', () => {
  const at = [0, 1, 2, 3, 4, 5].map((row) => ({ row, column: 0 }));
  const text = print(
    assessmentOf([], {
      diagnostics: [
        diagnosticOf({ at, suggestions: [{ at: { row: 4, column: 4 }, value: '-3.54', why: 'tổng 8 mục con' }] }),
      ],
    }),
  );
  expect(text).toContain('Ô A1, A2, A3, A4 và 2 ô khác · cảnh báo · CCHC303 ·');
  expect(text).toContain('  Gợi ý: ghi -3,54 vào ô E5 (tổng 8 mục con)\n');
});

test('on a terminal lines keep its width and severities have a colour; elsewhere there is none', () => {
  const assessment = assessmentOf(KON_RAY, { diagnostics: [diagnosticOf({ severity: 'error' })] });
  expect(print(assessment, { columns: 60, colours: true })).toContain('Ô E5 · \u001b[31mlỗi\u001b[0m · CCHC303');
  expect(
    print(assessment, { columns: 60, colours: false })
      .split('\n')
      .every((line) => line.length <= 72),
  ).toBe(true);
  expect(print(assessment)).not.toContain('\u001b');
});

test('a sheet cannot steer the terminal', () => {
  const text = print(
    assessmentOf([{ name: 'A\u001b[2J\u0007', awarded: '1/2', rating: '\u001b]0;x\u0007', rank: 1 }], {
      diagnostics: [diagnosticOf({ message: '\u009b31m' })],
    }),
  );
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('a fault and an unread sheet are said, each with its place', () => {
  const book = bookAssessmentOf(
    [],
    [
      {
        ...diagnosticOf({ severity: 'error', code: 'CCHC101', at: [], message: 'Không thấy dòng tiêu đề' }),
        sheet: 'Trang 1',
      },
    ],
  );
  expect(
    printOutcome(
      { path: 'a.xlsx', book, copy: null, exported: [], taken: null, leftOut: [], fault: null },
      { columns: null, colours: false },
    ),
  ).toBe('a.xlsx › Trang 1\nCả bảng · lỗi · CCHC101 · Không thấy dòng tiêu đề\n\n');
  const fault = { code: 'CCHC906', alias: 'encrypted-file', message: 'Tệp có mật khẩu.' };
  expect(
    printOutcome(
      { path: 'a.xlsx', book: null, copy: null, exported: [], taken: null, leftOut: [], fault },
      { columns: null, colours: false },
    ),
  ).toBe('a.xlsx\nKhông thực hiện được · CCHC906 · Tệp có mật khẩu.\n\n');
});

describe('the scale is always said', () => {
  test('bounds that belong to the lower band are told apart', () => {
    const scale = [{ label: 'Nhóm 1', from: decimal('82.5'), inclusive: false }];
    expect(printScale({ ...DEFAULT_SETTINGS, scale, scaleFrom: 'workbook' })).toBe(
      'Thang xếp loại (theo tệp): Nhóm 1 trên 82,5',
    );
  });

  test('no rating is a scale too', () => {
    expect(printScale({ ...DEFAULT_SETTINGS, scale: [], scaleFrom: 'workbook' })).toBe(
      'Thang xếp loại: không xếp loại',
    );
  });
});
