/**
 * The two published reports, rewritten from workbooks: their points, indices, ratings and losses, figure for figure.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../src/core/assess';
import type { BookAssessment } from '../src/core/model/assessment';
import type { ReportDocument } from '../src/core/model/document';
import type { Grid } from '../src/core/model/workbook/grid';
import { NO_DETAILS, type ReportDetails } from '../src/core/model/report-details';
import { REPORTS } from '../src/core/documents/reports';
import { linesOf, tableLines, tablesOf, under } from './kit/files/document-text';
import { AREA_1, AREAS_2_TO_4, KON_RAY_2022 } from './kit/field/field';
import { grid, gridOf } from './kit/grid';
import { oneUnitSheets, unitsAsColumns } from './kit/field/kon-ray';
import { open, workbookOf } from './kit/files/workbook-of';

const assessed = async (...grids: readonly Grid[]): Promise<BookAssessment> =>
  assessBook(open(await workbookOf(grids)).book);

function compose(
  code: string,
  book: BookAssessment,
  details: Partial<ReportDetails> = {},
  previous: BookAssessment | null = null,
): ReportDocument {
  const report = REPORTS.find((each) => each.code === code);
  if (!report) throw new Error(`no report ${code}`);
  return report.compose({ book, previous, units: null, details: { ...NO_DETAILS, ...details } });
}

/** As printed on 01/12/2022; the fifth index is printed as 84,41. */
const PRINTED_2022 = [
  ['1.1. UBND thị trấn Đăk Rve', '83,5/97', '75,42/94', '80,23', 'Tốt'],
  ['1.2. UBND xã Đăk Tờ Re', '86,5/100', '76,97/94', '81,88', 'Tốt'],
  ['1.3. UBND xã Đăk Kôi', '88/100', '81,18/93', '87,29', 'Tốt'],
  ['1.4. UBND xã Tân Lập', '85,5/95,5', '84,17/93', '90,51', 'Xuất sắc'],
  ['1.5. UBND xã Đăk Pnê', '87,5/100', '79,63/94', '84,71', 'Tốt'],
  ['1.6. UBND xã Đăk Ruông', '86,55/92,5', '81,1/93', '87,2', 'Tốt'],
  ['1.7. UBND xã Đăk Tơ Lung', '89/94,5', '86,35/93', '92,85', 'Xuất sắc'],
] as const;

const INSPECTED = [
  'Thị trấn Đăk Rve',
  'Xã Đăk Tờ Re',
  'Xã Đăk Kôi',
  'Xã Tân Lập',
  'Xã Đăk Pnê',
  'Xã Đăk Ruông',
  'Xã Đăk Tơ Lung',
];

const FAMILIES: readonly (readonly [string, () => readonly Grid[], string])[] = [
  ['one sheet per unit', oneUnitSheets, 'E12'],
  ['units as columns', () => [unitsAsColumns()], 'M11'],
  ['units as rows with «75,42/94»', () => [grid(KON_RAY_2022)], 'E6'],
];

describe('R1, the council’s result report of Kon Rẫy 2022', () => {
  test.each(FAMILIES)('the seven result paragraphs from %s', async (_family, grids, misprint) => {
    const report = compose('R1', await assessed(...grids()), { year: 2022, inspectedOnSite: INSPECTED });
    for (const [title, self, appraised, index, rating] of PRINTED_2022) {
      expect(under(report, title).filter((line) => !line.startsWith('~'))).toEqual([
        `- Tổng số điểm các tiêu chí, tiêu chí thành phần đơn vị tự chấm: ${self} điểm.`,
        '- Tổng số điểm các tiêu chí, tiêu chí thành phần sau khi Hội đồng thẩm định và kiểm tra thực tế tại ' +
          `đơn vị: ${appraised} điểm (có bảng tổng hợp và biên bản kèm theo).`,
        `- Chỉ số cải cách hành chính của đơn vị: ${index}; xếp loại ${rating}.`,
      ]);
    }
    const remarks = linesOf(report).filter((line) => line.includes('Cần rà soát'));
    expect(remarks).toHaveLength(1);
    expect(under(report, '1.5.')).toContain(remarks[0]);
    for (const figure of ['84,41', '84,71', '79,63/94', misprint]) expect(remarks[0]).toContain(figure);
    expect(report.form.subject).toBe(
      'Kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính đối với UBND các xã, thị trấn năm 2022',
    );
  });

  test('the appendix holds all units in a landscape section, with points, index, rating and rank', async () => {
    const report = compose('R1', await assessed(grid(KON_RAY_2022)), { year: 2022 });
    expect(report.sections.map(({ landscape, appendix }) => [landscape, appendix?.label])).toEqual([
      [false, undefined],
      [true, 'Phụ lục'],
    ]);
    const [table] = tablesOf(report);
    expect(table && tableLines(table)).toEqual([
      '1 | UBND thị trấn Đăk Rve | 83,5/97 | 75,42/94 | 80,23 | Tốt | 7/7',
      '2 | UBND xã Đăk Tờ Re | 86,5/100 | 76,97/94 | 81,88 | Tốt | 6/7',
      '3 | UBND xã Đăk Kôi | 88/100 | 81,18/93 | 87,29 | Tốt | 3/7',
      '4 | UBND xã Tân Lập | 85,5/95,5 | 84,17/93 | 90,51 | Xuất sắc | 2/7',
      '5 | UBND xã Đăk Pnê | 87,5/100 | 79,63/94 | 84,71 | Tốt | 5/7',
      '6 | UBND xã Đăk Ruông | 86,55/92,5 | 81,1/93 | 87,2 | Tốt | 4/7',
      '7 | UBND xã Đăk Tơ Lung | 89/94,5 | 86,35/93 | 92,85 | Xuất sắc | 1/7',
    ]);
  });

  test('units that nobody says were visited are not said to have been', async () => {
    const report = compose('R1', await assessed(grid(KON_RAY_2022)), { inspectedOnSite: ['UBND xã Đăk Kôi'] });
    expect(linesOf(report).filter((line) => line.includes('kiểm tra thực tế tại đơn vị'))).toHaveLength(1);
    expect(under(report, '1.3.')[1]).toContain(
      'sau khi Hội đồng thẩm định và kiểm tra thực tế tại đơn vị: 81,18/93 điểm',
    );
  });
});

/** Every loss as published, except 3.5: printed 0,15, although 3 − 2,95 is 0,05. */
const LOSSES_2021 = [
  ['Tiêu chí 1.1.', '0,25'],
  ['Tiêu chí 1.2.', '0,04'],
  ['Tiêu chí 1.3.', '0,5'],
  ['Tiêu chí 1.4.', '1'],
  ['Tiêu chí 1.6.', '1'],
  ['Tiêu chí 1.7.', '0,25'],
  ['Tiêu chí thành phần 1.8.3.', '0,5'],
  ['Tiêu chí 3.1.', '2'],
  ['Tiêu chí thành phần 3.4.1.', '0,5'],
  ['Tiêu chí thành phần 3.4.2.', '0,5'],
  ['Tiêu chí 3.5.', '0,05'],
  ['Tiêu chí 3.6.', '0,14'],
  ['Tiêu chí 4.1.', '1'],
] as const;

const CAUSES_2021 = gridOf(
  [
    ['Đơn vị', 'Mã', 'Tiêu chí', 'Nguyên nhân'],
    ['', '1.2', 'Mức độ hoàn thành kế hoạch', 'Còn một số chỉ tiêu chưa đạt kế hoạch.'],
    ['', '1.4', 'Chế độ báo cáo định kỳ và chuyên đề', 'Thiếu 01 báo cáo kiểm soát thủ tục 6 tháng đầu năm.'],
    ['', '1.8', 'Đối thoại với doanh nghiệp, hộ kinh doanh', 'Buổi gặp mặt ngày 31/12/2021 không được tính điểm.'],
    ['', '3.6', 'Xin lỗi khi giải quyết trễ hạn', 'Có 232/270 hồ sơ trễ hạn có thư xin lỗi (85,93%).'],
  ],
  { sheet: 'Nguyên nhân' },
);

const AREAS_1_TO_4 = `${AREA_1}${AREAS_2_TO_4}`;

describe('R2, the analysis of areas 1 to 4 of the 2021 district report', () => {
  const lossLines = (report: ReportDocument): string[] =>
    linesOf(report).filter((line) => /^- .*\(trừ .* điểm\)/.test(line));

  test('exactly the items that lost points, with the loss of each, in order', async () => {
    const lines = lossLines(compose('R2', await assessed(grid(AREAS_1_TO_4), CAUSES_2021), { year: 2021 }));
    expect(
      lines.map((line) => /^- (Tiêu chí(?: thành phần)? [\d.]+) .*\(trừ ([\d,]+) điểm\)\./.exec(line)?.slice(1)),
    ).toEqual(LOSSES_2021);
  });

  test('causes where they are given, also under a wrongly cited code, and a marked blank where not', async () => {
    const lines = lossLines(compose('R2', await assessed(grid(AREAS_1_TO_4), CAUSES_2021), { year: 2021 }));
    const causeOf = (code: string): string | undefined =>
      lines.find((line) => line.includes(` ${code}. `))?.split('Nguyên nhân: ')[1];
    expect(causeOf('1.2')).toBe('Còn một số chỉ tiêu chưa đạt kế hoạch.');
    expect(causeOf('1.4')).toBe('Thiếu 01 báo cáo kiểm soát thủ tục 6 tháng đầu năm.');
    expect(causeOf('1.8.3')).toBe('Buổi gặp mặt ngày 31/12/2021 không được tính điểm.');
    expect(causeOf('3.6')).toBe('Có 232/270 hồ sơ trễ hạn có thư xin lỗi (85,93%).');
    expect(lines.filter((line) => line.endsWith('Nguyên nhân: […nguyên nhân…]'))).toHaveLength(LOSSES_2021.length - 4);
  });

  test('area 2 lost nothing and gets its sentence, area 4 lost at one criterion', async () => {
    const report = compose('R2', await assessed(grid(AREAS_1_TO_4)), { year: 2021 });
    expect(under(report, '2.2.').at(-1)).toBe(
      'Theo từng nội dung cụ thể, đơn vị đạt điểm tối đa đối với các tiêu chí thuộc nội dung ' +
        'xây dựng và thực hiện văn bản quy phạm pháp luật.',
    );
    expect(under(report, '2.4.')).toContain(
      'Theo từng nội dung cụ thể, đơn vị không đạt điểm tối đa đối với 01 tiêu chí sau:',
    );
    expect(linesOf(report).filter((line) => line.includes('đạt điểm tối đa đối với các tiêu chí thuộc'))).toHaveLength(
      1,
    );
  });

  test('the areas of both years are compared by percent, with 6,46 where the report printed 6,64', async () => {
    const before = await assessed(
      grid(`
        Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được
        1 | Công tác chỉ đạo, điều hành | 12 |
        1.1 | Kế hoạch | 12 | 7.5
        2 | Xây dựng và thực hiện văn bản quy phạm pháp luật | 4 |
        2.1 | Ban hành văn bản | 4 | 4
        3 | Cải cách tổ chức bộ máy | 7 |
        3.1 | Phân cấp | 7 | 4.5
      `),
    );
    const report = compose('R2', await assessed(grid(AREAS_1_TO_4)), { year: 2021 }, before);
    const [years] = tablesOf(report);
    expect(years && tableLines(years)).toEqual([
      '1 | Công tác chỉ đạo, điều hành | 7,5/12 | 62,5 | 6,46/10 | 64,6 | +2,1',
      '2 | Xây dựng và thực hiện văn bản quy phạm pháp luật | 4/4 | 100 | 5/5 | 100 | 0',
      '3 | Cải cách thủ tục hành chính | – | – | 6,81/10 | 68,1 | –',
      '4 | Cải cách tổ chức bộ máy | 4,5/7 | 64,29 | 6/7 | 85,71 | +21,42',
    ]);
    const lines = linesOf(report);
    expect(lines).toContain(
      'Có 2/4 lĩnh vực tăng điểm chỉ số so với năm 2020: công tác chỉ đạo, điều hành; cải cách tổ chức bộ máy.',
    );
    expect(lines).toContain('Có 1/4 lĩnh vực đạt điểm tối đa: xây dựng và thực hiện văn bản quy phạm pháp luật.');
  });
});
