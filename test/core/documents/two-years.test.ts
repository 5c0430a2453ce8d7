/** The comparison of two years as a document; all percentages are worked out by hand. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { RESPONSIBILITY_REVIEW } from '../../../src/core/documents/reports/responsibility-review';
import { TWO_YEARS } from '../../../src/core/documents/reports/two-years';
import { UNIT_ANALYSIS } from '../../../src/core/documents/reports/unit-analysis';
import type { BookAssessment } from '../../../src/core/model/assessment';
import type { Report } from '../../../src/core/documents/report';
import { bookOf, grid } from '../../kit/grid';

const BEFORE = assessBook(
  bookOf(
    grid(`
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2024
  STT | Tiêu chí          | Điểm tối đa | Xã Đăk Mar | Xã Đăk Hring | Xã Ngọk Réo
  1   | LĨNH VỰC CHỈ ĐẠO  | 10          | 8          | 7            | 9
  1.1 | Kế hoạch cải cách | 4           | 4          | 2            | 3
  1.2 | Báo cáo định kỳ   | 6           | 4          | 5            | 6`),
  ),
);
const NOW = assessBook(
  bookOf(
    grid(`
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT | Tiêu chí              | Điểm tối đa | Xã Đăk Mar | Xã Ngọk Réo | Xã Mới
  1   | LĨNH VỰC CHỈ ĐẠO      | 14          | 11         | 12          | 14
  1.1 | Kế hoạch cải cách     | 4           | 3          | 2           | 4
  1.2 | Báo cáo định kỳ       | 8           | 6          | 8           | 8
  1.3 | Sáng kiến được áp dụng | 2          | 2          | 2           | 2`),
    grid(`Đơn vị mới | Đơn vị cũ\nXã Đăk Mar | Xã Đăk Mar\n | Xã Đăk Hring`, { sheet: 'Sáp nhập' }),
  ),
);

function linesOf({ compose }: Report, now = NOW, previous: BookAssessment | null = BEFORE): string[] {
  const { sections } = compose({ book: now, previous, units: null, details: now.details });
  const text = (runs: readonly { readonly text: string }[]): string => runs.map((run) => run.text).join('');
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => text(cell.runs)).join(' | '));
      return block.kind === 'paragraph' ? text(block.runs) : block.kind === 'heading' ? block.text : [];
    }),
  );
}

describe('two years side by side', () => {
  const lines = linesOf(TWO_YEARS);

  test('a merged unit stands beside the mean of its old ones, a new one beside nothing: 80 and 70 are 75', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        '1 | Xã Đăk Mar | 75 | 78,57 | +3,57 | Năm 2024: bình quân của UBND xã Đăk Mar và UBND xã Đăk Hring',
        '2 | Xã Ngọk Réo | 90 | 85,71 | −4,29 | ',
        '3 | Xã Mới | – | 100 | – | Không có trong bảng năm 2024, không so sánh được',
      ]),
    );
  });

  // 1.1 before: 4 + 2 + 3 of 12; now: 3 + 2 of 8. 1.2 before: 4 + 5 + 6 of 18; now 6 + 8 of 16.
  test('items are compared by percent; what is new or re-weighted is said', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        '1 | 1.1. Kế hoạch cải cách | 75 | 62,5 | −12,5 | ',
        '2 | 1.2. Báo cáo định kỳ | 83,33 | 87,5 | +4,17 | Điểm tối đa 6 → 8, so theo tỷ lệ',
        '3 | 1.3. Sáng kiến được áp dụng | – | – | – | Mới so với năm 2024, không so sánh được',
      ]),
    );
  });

  test('losses that come again, with the units', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        '1 | 1.1. Kế hoạch cải cách | 2 | Xã Đăk Mar và Xã Ngọk Réo',
        '2 | 1.2. Báo cáo định kỳ | 1 | Xã Đăk Mar',
      ]),
    );
  });

  test.each([UNIT_ANALYSIS, RESPONSIBILITY_REVIEW])(
    '$code says the mean, the changed set and what recurs',
    (report) => {
      const all = linesOf(report).join('\n');
      expect(all).toContain(
        'So với bình quân chỉ số năm 2024 của các đơn vị sáp nhập thành UBND xã Đăk Mar (UBND xã Đăk Mar và UBND xã ' +
          'Đăk Hring): 75%, chỉ số tăng 3,57 điểm phần trăm.',
      );
      expect(all).toContain('1 mục giữ nguyên, 1 mới, 2 đổi điểm tối đa; vì vậy hai năm được so sánh theo tỷ lệ %');
      expect(all).toContain('02 trong 02 mục bị trừ điểm đã bị trừ ở các đơn vị cũ năm 2024 (lặp lại): 1.1 và 1.2.');
    },
  );
});

describe('a unit that nobody finds in the other year at once', () => {
  const own = (name: string, head = 'Điểm đạt được', more = '', sheet = 'Bảng tổng hợp') =>
    grid(
      `
      BẢNG CHẤM ĐIỂM CHỈ SỐ CCHC ${name.toLocaleUpperCase('vi')} NĂM 2025
      STT | Tiêu chí | Điểm tối đa | ${head}
      1 | LĨNH VỰC CHỈ ĐẠO | 10 | ${more}8
      1.1 | Kế hoạch cải cách | 10 | ${more}8`,
      { sheet },
    );

  test('as it got another name is told by what it was', () => {
    const renamed = assessBook(
      bookOf(
        grid(`
          BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
          STT | Tiêu chí | Điểm tối đa | Xã Đăk Kroong | Xã Ngọk Réo
          1 | LĨNH VỰC CHỈ ĐẠO | 10 | 9 | 9
          1.1 | Kế hoạch cải cách | 4 | 3 | 4
          1.2 | Báo cáo định kỳ | 6 | 6 | 5`),
        grid('Đơn vị mới | Đơn vị cũ\nXã Đăk Kroong | Xã Đăk Hring', { sheet: 'Sáp nhập' }),
      ),
    );
    expect(linesOf(TWO_YEARS, renamed)).toEqual(
      expect.arrayContaining([
        '1 | Xã Đăk Kroong | 70 | 90 | +20 | Năm 2024 là UBND xã Đăk Hring',
        '2 | Xã Ngọk Réo | 90 | 90 | 0 | ',
      ]),
    );
    expect(linesOf(UNIT_ANALYSIS, renamed)).toContain(
      'So với năm 2024 khi là UBND xã Đăk Hring (70%), chỉ số tăng 20 điểm phần trăm.',
    );
  });

  test('as it is not there is said, not passed over', () => {
    expect(
      linesOf(UNIT_ANALYSIS, assessBook(bookOf(own('xã Lạ'), own('xã Đăk Mar', 'Điểm đạt được', '', 'Mar')))),
    ).toContain(
      'Cần rà soát trước khi trình: không so sánh được với năm 2024, vì không thấy UBND xã Lạ trong bảng năm 2024.',
    );
  });

  test('as its points of last year stand in a column without their maximum is said, with what to do', () => {
    const columns = assessBook(bookOf(own('xã An', 'Điểm năm 2024 | Điểm năm 2025', '7 | ')));
    expect(linesOf(UNIT_ANALYSIS, columns, null)).toContain(
      'Cần rà soát trước khi trình: không so sánh được với năm 2024, vì cột D ghi số của năm 2024 ngay trong bảng; ' +
        'hãy chép thành trang tính riêng, tiêu đề có «năm 2024», kèm điểm tối đa của năm ấy.',
    );
    const none = assessBook(bookOf(own('xã An')));
    expect(linesOf(UNIT_ANALYSIS, none, null).join('\n')).not.toContain('không so sánh được');
  });
});

test('last year’s sheet of the same workbook has the year of its title, although `Cấu hình` states this year', () => {
  const settings = grid('Năm đánh giá | 2025', { sheet: 'Cấu hình' });
  const table = (year: number, points: number) =>
    grid(
      `BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM ${year}
       STT | Tiêu chí | Điểm tối đa | Xã Đăk Mar | Xã Ngọk Réo
       1 | CHỈ ĐẠO | 10 | ${points} | 9
       2 | THỂ CHẾ | 10 | 10 | 8
       3 | Chỉ số hài lòng (SIPAS) | 10 | 9 | 9`,
      { sheet: `Năm ${year}` },
    );
  const [now, before] = [table(2025, 8), table(2024, 7)].map((each) => assessBook(bookOf(each, settings)));
  const lines = linesOf(UNIT_ANALYSIS, now, before);
  expect(lines).toContain('So với năm 2024 (86,67%), chỉ số tăng 3,33 điểm phần trăm.');
  expect(lines.filter((line) => /năm 2025.*năm 2025/i.test(line))).toEqual([]);
  // Nobody is asked to remedy a survey.
  expect(linesOf(TWO_YEARS, now, before).filter((line) => /^\d+ \| 3\. .* \| 2 \| Xã/.test(line))).toEqual([]);
});
