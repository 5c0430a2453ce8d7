/** The survey part of the index in reports, against the 2021 district report: a separate chapter, never an area. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import type { BookAssessment } from '../../../src/core/model/assessment';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { NO_DETAILS } from '../../../src/core/model/report-details';
import { REPORTS } from '../../../src/core/documents/reports';
import { liftView } from '../../../src/core/lift/lift-view';
import { linesOf, under } from '../../kit/files/document-text';
import { bookOf, grid } from '../../kit/grid';

const OTHERS = 'Tuy Phước|Phù Mỹ|Phù Cát|Hoài Ân|An Lão|Vĩnh Thạnh|Tây Sơn|An Nhơn|Hoài Nhơn|Quy Nhơn'.split('|');

const NAMES = [
  'Tiếp cận dịch vụ',
  'Thủ tục hành chính',
  'Công chức, viên chức giải quyết TTHC',
  'Kết quả giải quyết TTHC',
  'Tiếp nhận, xử lý phản ánh kiến nghị',
];
/** Ranks as printed, factor by factor. */
const PLACES = [8, 10, 10, 10, 7];
/** A value for one of the ten other districts: as many of them are above as the rank requires. */
const aboveFor = (at: number, place: number): number => (at < place - 1 ? 90 + at : 50 - at);

const rowOf = (name: string, at: number): string =>
  [at, `Huyện ${name}`, ...PLACES.map((place) => aboveFor(at, place))].join(' | ');

/** Two areas as printed, and survey points of the ten other districts that give the printed rank. */
const province = (
  year: number,
  areas: readonly string[],
  survey: string,
  others: string,
  more: readonly Grid[] = [],
): BookAssessment =>
  assessBook(
    bookOf(
      grid(`
        BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM ${year}
        TT | Nội dung | Điểm tối đa | ${['Vân Canh', ...OTHERS].map((name) => `Huyện ${name}`).join(' | ')}
        ${areas.map((area) => `${area} | ${'3 | '.repeat(OTHERS.length).slice(0, -3)}`).join('\n')}
        3 | Chỉ số hài lòng của người dân và tổ chức (SIPAS) | 40 | ${survey} | ${others}
      `),
      ...more,
    ),
  );

const NOW = province(
  2021,
  ['1 | Công tác chỉ đạo điều hành CCHC | 10 | 6.46', '2 | Cải cách tài chính công | 5 | 3'],
  '29.78',
  '29 | 28 | 30 | 31 | 32 | 33 | 34 | 35 | 36 | 37',
  [
    grid(
      `
        TT | Đơn vị | ${NAMES.join(' | ')}
        1 | Huyện Vân Canh | 75.16 | 68.16 | 65.96 | 79.47 | 85.61
        ${OTHERS.map(rowOf).join('\n')}
      `,
      { sheet: 'SIPAS' },
    ),
  ],
);
/** 26,78 of 40 is 66,95 %: 7,5 percentage points less; last of 11. */
const BEFORE = province(
  2020,
  ['1 | Công tác chỉ đạo điều hành CCHC | 12 | 7.5', '2 | Cải cách tài chính công | 5 | 3'],
  '26.78',
  '27 | 28 | 30 | 31 | 32 | 33 | 34 | 35 | 36 | 37',
);

const compose = (code: string, book: BookAssessment, previous: BookAssessment | null) => {
  const report = REPORTS.find((each) => each.code === code);
  if (!report) throw new Error(code);
  const details = { ...NO_DETAILS, year: 2021 };
  return report.compose({ book, previous, units: [{ sheet: 'Bảng tổng hợp', unit: 0 }], details });
};

describe('SIPAS of the district of Vân Canh 2021', () => {
  test.each(['R2', 'R3', 'R4'])('%s says points, percent, place and change in a chapter of its own', (code) => {
    const report = compose(code, NOW, BEFORE);
    const title = linesOf(report).find((line) => /^# \d\. Kết quả chỉ số hài lòng/.test(line)) ?? '';
    expect(under(report, title.slice(2))).toEqual([
      'Chỉ số hài lòng của người dân và tổ chức (SIPAS) năm 2021 của UBND huyện Vân Canh đạt 29,78/40 điểm, ' +
        'tỷ lệ 74,45%, đứng vị trí 9/11; tăng 7,5 điểm phần trăm và tăng 02 bậc so với năm 2020.',
      // The report prints 74,87 %, the mean of the five factors, instead of 29,78 of 40.
      '~ Cần rà soát trước khi trình: trung bình các yếu tố 74,87% (trang tính «SIPAS») không khớp 29,78/40 điểm ' +
        '(74,45%).',
      'Kết quả theo từng yếu tố đo lường sự hài lòng của UBND huyện Vân Canh:',
      '- Chỉ số hài lòng về Tiếp cận dịch vụ đạt 75,16%, xếp vị trí thứ 8/11.',
      '- Chỉ số hài lòng về Thủ tục hành chính đạt 68,16%, xếp vị trí thứ 10/11.',
      '- Chỉ số hài lòng về Công chức, viên chức giải quyết TTHC đạt 65,96%, xếp vị trí thứ 10/11.',
      '- Chỉ số hài lòng về Kết quả giải quyết TTHC đạt 79,47%, xếp vị trí thứ 10/11.',
      '- Chỉ số hài lòng về Tiếp nhận, xử lý phản ánh kiến nghị đạt 85,61%, xếp vị trí thứ 7/11.',
    ]);
  });

  test('is not counted among the areas', () => {
    const lines = linesOf(compose('R2', NOW, BEFORE));
    expect(lines).toContain('Có 1/2 lĩnh vực tăng điểm chỉ số so với năm 2020: công tác chỉ đạo điều hành CCHC.');
    expect(lines).toContain('Có 1/2 lĩnh vực không thay đổi so với năm 2020: cải cách tài chính công.');
    expect(linesOf(compose('R4', NOW, BEFORE)).join('\n')).toContain('Có 2/2 lĩnh vực cần tập trung khắc phục:');
  });

  test('is nothing that anybody is asked to remedy', () => {
    for (const code of ['R1', 'R2', 'R3', 'R4', 'R5']) {
      const lines = linesOf(compose(code, NOW, BEFORE));
      expect(lines.filter((line) => line.startsWith('- Chịu trách nhiệm'))).toEqual([
        '- Chịu trách nhiệm khắc phục nội dung bị trừ điểm tại lĩnh vực 1, 2; tổng điểm bị trừ: 5,54 điểm.',
      ]);
    }
    const [sheet] = NOW.sheets;
    const lift = sheet && liftView(NOW.sheets, sheet, 0);
    const sets = [...(lift?.toRating.sets ?? []), ...(lift?.toRank.sets ?? [])];
    expect(sets.length).toBeGreaterThan(0);
    expect(sets.flatMap(({ items }) => items)).not.toContain(2);
  });
});

test('factors of a survey without a name are those of the only unit, not of each of several', () => {
  const factors = grid(
    `CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN
     Yếu tố | Tỷ lệ (%)
     Tiếp cận dịch vụ | 75,16
     Thủ tục hành chính | 68,16`,
    { sheet: 'SIPAS' },
  );
  const chapter = (units: string, points: string): string => {
    const table = `TT | Nội dung | Điểm tối đa | ${units}\n1 | Chỉ đạo | 10 | ${points}\n2 | Thể chế | 5 | ${points}`;
    const book = assessBook(bookOf(grid(table), factors));
    const report = REPORTS.find(({ code }) => code === 'R2')?.compose({
      ...{ book, previous: null, details: { ...NO_DETAILS, year: 2021 } },
      units: [{ sheet: book.sheets[0]?.scoreSheet.sheet ?? '', unit: 0 }],
    });
    return report ? linesOf(report).join('\n') : '';
  };
  const saidOf = (...tables: readonly Grid[]): readonly unknown[] =>
    assessBook(bookOf(...tables, factors)).sheets.flatMap(({ diagnostics }) =>
      diagnostics.map(({ code, severity, message }) => [code, severity, message]),
    );
  const own = (name: string): Grid =>
    grid(
      `CHỈ SỐ CCHC NĂM 2021 CỦA UBND ${name}
       TT | Nội dung | Điểm tối đa | Điểm đạt được
       1 | Chỉ đạo | 10 | 4
       2 | Thể chế | 5 | 4`,
      { sheet: name },
    );
  const said = [
    'CCHC118',
    'note',
    'Trang tính «SIPAS» có số liệu nhưng không được tính riêng: là tỷ lệ hài lòng nhưng chưa rõ của đơn vị nào nên ' +
      'không in trong báo cáo; hãy ghi tên đơn vị ở tiêu đề cột tỷ lệ.',
  ];
  expect(chapter('Huyện A', '4')).toContain('Tiếp cận dịch vụ đạt 75,16%');
  expect(saidOf(own('HUYỆN A'))).toEqual([]);
  // Told once, also where each unit has a sheet of its own.
  expect(saidOf(grid('TT | Nội dung | Điểm tối đa | Huyện A | Huyện B\n1 | Chỉ đạo | 10 | 4 | 5'))).toEqual([said]);
  expect(saidOf(own('HUYỆN A'), own('HUYỆN B'))).toEqual([said]);
  expect(chapter('Huyện A | Huyện B', '4 | 5')).not.toContain('75,16');
});
