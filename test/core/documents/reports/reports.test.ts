import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessBook } from '../../../../src/core/assess';
import type { BookAssessment } from '../../../../src/core/model/assessment';
import type { Deduction } from '../../../../src/core/model/deduction';
import type { ReportDocument } from '../../../../src/core/model/document';
import type { Grid } from '../../../../src/core/model/workbook/grid';
import { NO_DETAILS, type ReportDetails } from '../../../../src/core/model/report-details';
import type { LayoutKind } from '../../../../src/core/model/score-sheet';
import { REPORTS } from '../../../../src/core/documents/reports';
import { linesOf, tableLines, tablesOf, under } from '../../../kit/files/document-text';
import { reworded } from '../../../kit/assessments';
import { bookOf, grid, gridOf } from '../../../kit/grid';
import { officeSheets, render, sumOf, unitName } from '../../../kit/office-sheet';

interface Given {
  readonly details?: Partial<ReportDetails>;
  readonly previous?: BookAssessment;
  /** Name of the only unit to report on. */
  readonly unit?: string;
}

const book = (...grids: readonly Grid[]): BookAssessment => assessBook(bookOf(...grids));

function compose(code: string, assessed: BookAssessment, { details = {}, previous, unit }: Given = {}): ReportDocument {
  const report = REPORTS.find((each) => each.code === code);
  if (!report) throw new Error(`no report ${code}`);
  const units = assessed.sheets.flatMap(({ scoreSheet }) =>
    scoreSheet.units
      .filter(({ name }) => name === unit)
      .map(({ position }) => ({ sheet: scoreSheet.sheet, unit: position })),
  );
  return report.compose({
    book: assessed,
    previous: previous ?? null,
    units: unit === undefined ? null : units,
    details: { ...NO_DETAILS, ...details },
  });
}

const text = (document: ReportDocument): string => linesOf(document).join('\n');

/** Adds texts to the deductions of the book, as the officer would type them. */
const withWords = (assessed: BookAssessment, words: Partial<Deduction>): BookAssessment => ({
  ...assessed,
  sheets: assessed.sheets.map((sheet) => ({
    ...sheet,
    deductions: sheet.deductions.map((each) => reworded(each, words)),
  })),
});

const TWO_YEARS_NOW = `
  TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C
  1 | CHỈ ĐẠO, ĐIỀU HÀNH | 3 | | |
  1.1 | Kế hoạch cải cách hành chính | 1 | 1 | 1 | 1
  1.2 | Công tác tuyên truyền | 2 | | |
  1.2.1 | Tuyên truyền trên truyền thanh | 1 | 0.5 | 0.25 | 1
  1.2.2 | Tin, bài trên trang thông tin | 1 | 1 | 1 | 1
  2 | CẢI CÁCH TTHC | 4 | | |
  2.1 | Công khai thủ tục | 4 | 4 | KĐG | 4
`;
const TWO_YEARS_BEFORE = `
  TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C
  1 | CHỈ ĐẠO, ĐIỀU HÀNH | 4 | | |
  1.1 | Công tác tuyên truyền | 3 | | |
  1.1.1 | Tuyên truyền trên truyền thanh | 3 | 2 | 3 | 3
  1.2 | Kế hoạch cải cách hành chính | 1 | 1 | 1 | 1
`;

describe('R1, the result report', () => {
  const report = (): ReportDocument =>
    compose('R1', book(grid(TWO_YEARS_NOW)), { details: { year: 2023 }, previous: book(grid(TWO_YEARS_BEFORE)) });

  test('strengths: all units it applies to have the maximum; a criterion full in all parts is named once', () => {
    expect(under(report(), '2.1. Ưu điểm')).toEqual([
      '~ - 1. Chỉ đạo, điều hành: tất cả các đơn vị đều đạt điểm tối đa đối với 02 tiêu chí, tiêu chí thành ' +
        'phần: 1.1. Kế hoạch cải cách hành chính; 1.2.2. Tin, bài trên trang thông tin.',
      '~ - 2. Cải cách TTHC: tất cả các đơn vị đều đạt điểm tối đa đối với mọi tiêu chí.',
    ]);
  });

  test('shortcomings: more than half of the units lost; with names, and who lost there last year too', () => {
    expect(under(report(), '2.2. Tồn tại')).toEqual([
      '~ - Tiêu chí thành phần 1.2.1. Tuyên truyền trên truyền thanh: ' +
        '2/3 đơn vị bị trừ điểm (xã A và xã B); năm 2022 cũng đã bị trừ điểm (xã A).',
    ]);
  });

  test('what few units lost is counted where it is light, and named where it is half of the item or more', () => {
    const lines = under(
      compose(
        'R1',
        book(
          grid(
            'TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | Lĩnh vực | 5 | |\n' +
              '1.1 | Tiêu chí một | 1 | 0.75 | 1\n1.2 | Tiêu chí hai | 2 | 2 | 1.5\n1.3 | Tiêu chí ba | 2 | 2 | 1',
          ),
        ),
      ),
      '2.2.',
    );
    expect(lines).toEqual([
      '~ Không có tiêu chí, tiêu chí thành phần nào mà quá nửa số đơn vị bị trừ điểm.',
      '~ - Tiêu chí 1.3. Tiêu chí ba: 1/2 đơn vị bị trừ điểm (xã B).',
      '~ - Ngoài ra, còn 02 tiêu chí khác bị trừ điểm ở một số đơn vị.',
    ]);
  });

  test('an undetermined unit is said to be so with the reason, and never with numbers', () => {
    const document = compose(
      'R1',
      book(
        grid(
          'TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | Lĩnh vực | 2 | |\n' +
            '1.1 | Tiêu chí một | 1 | 0.5 | 1\n1.2 | Tiêu chí hai | 1 | | 1',
        ),
      ),
    );
    const lines = under(document, '1.1. UBND xã A');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^- Kết quả của đơn vị: chưa xác định: .*1\.2.*D4/);
    expect(lines[0]).not.toMatch(/\d\/\d|Xã A|undefined|null/);
    expect(tableLines(tablesOf(document)[0]!)[0]).toBe(
      '1 | UBND xã A | Chưa xác định | Chưa xác định | Chưa xác định |  | ',
    );
  });

  test('the appendix of a single unit has no column for a place, and a note no name in capitals', () => {
    const alone = book(
      grid(
        'Đơn vị: Xã A\nTT | Nội dung | Điểm tối đa | Điểm thẩm định | Điểm bị trừ\n' +
          '1 | CHỈ ĐẠO, ĐIỀU HÀNH CCHC | 4 | 3 | 2\n1.1 | Kế hoạch | 4 | 3 | 1',
      ),
    );
    const document = compose('R1', alone);
    expect(tablesOf(document)[0]?.header[0]?.map(({ runs: [{ text } = { text: '' }] }) => text)).toEqual([
      'TT',
      'Đơn vị',
      'Điểm thẩm định',
      '1. Chỉ đạo, điều hành CCHC',
      'Chỉ số',
      'Xếp loại',
    ]);
    expect(linesOf(document).join('\n')).toContain('lĩnh vực 1 Chỉ đạo, điều hành CCHC: điểm bị trừ ở ô E3 ghi 2');
  });

  test('points outside the set are told beside the tally, which stays max − lost', () => {
    const lines = under(
      compose(
        'R1',
        book(
          grid(
            'TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | Lĩnh vực | 100 | |\n' +
              '1.1 | Tiêu chí | 100 | 67.7 | 90\n | Điểm trừ | | 0.5 | 0',
          ),
        ),
      ),
      '1.1.',
    );
    expect(lines.slice(-2)).toEqual([
      '- Điểm trừ ngoài bộ tiêu chí: 0,5 điểm.',
      '- Chỉ số cải cách hành chính của đơn vị: 67,2; xếp loại Trung bình.',
    ]);
  });

  test('units of several khối and kinds are «các đơn vị»; none, one and many are counted as officials count', () => {
    const of = (...names: string[]): string =>
      text(
        compose(
          'R1',
          book(
            gridOf([
              ['TT', 'Đơn vị', 'Chỉ đạo (10 điểm)', 'Thể chế (10 điểm)'],
              ...names.map((name, at) => [at + 1, name, 9, 8]),
            ]),
          ),
        ),
      );
    expect(of('Sở Nội vụ', 'Xã A', 'Xã B')).toContain('đối với 03 đơn vị như sau');
    expect(of('Sở Nội vụ', 'Xã A', 'Xã B')).toContain('1. Kết quả số điểm đạt được của các đơn vị');
    expect(of(...Array.from({ length: 12 }, (_, at) => `Xã ${at + 1}`))).toContain('đối với 12 đơn vị như sau');
    expect(
      text(
        compose('R1', {
          sheets: [],
          details: NO_DETAILS,
          surveys: [],
          inspections: [],
          diagnostics: [],
          unreadSheets: [],
        }),
      ),
    ).toContain('Bảng tổng hợp không có đơn vị nào.');
  });
});

test('why a unit is undetermined stands inside a sentence, also where the fault is not of that unit alone', () => {
  const faulty = book(grid('TT | Nội dung | Điểm tối đa | Xã A\n1 | Văn bản | | 1\n2 | Thủ tục | 2 | 1'));
  expect(linesOf(compose('R4', faulty)).join('\n')).toMatch(
    /chưa xác định: tiêu chí 1 Văn bản: có điểm nhưng không ghi điểm tối đa/,
  );
});

describe('what is written once for every year, causes and measures', () => {
  const TABLE =
    'TT | Nội dung | Điểm tối đa | Xã A | Xã B | Phòng C\n1 | CHỈ ĐẠO | 7 | | |\n1.1 | Kế hoạch | 1 | 0.75 | 1 | 1\n' +
    '1.2 | Báo cáo | 2 | 1.5 | 1.5 | 2\n1.3 | Kỷ luật | 4 | 4 | 2 | 4';
  const worded = (): BookAssessment => {
    const assessed = book(grid(TABLE));
    const causes = ['Ban hành chậm.', 'Nội dung còn chung chung', '- nội dung còn chung chung.', null];
    return {
      ...assessed,
      sheets: assessed.sheets.map((sheet) => ({
        ...sheet,
        deductions: [...sheet.deductions]
          .sort((a, b) => a.item.position - b.item.position || a.unit.position - b.unit.position)
          .map((each, at) =>
            reworded(each, {
              cause: causes[at] ?? null,
              responsibleBody: at < 2 ? 'Văn phòng; Công chức Văn hóa' : null,
              ...(at === 1
                ? { remedy: 'Hướng dẫn viết báo cáo', remedyDue: 'Quý II', remedyStatus: 'Đang thực hiện' }
                : {}),
            }),
          ),
      })),
    };
  };

  test('shortcomings: a cause that most have stands with its bodies, a severe loss without cause by its item', () => {
    expect(under(compose('R1', worded()), '2.2.')).toEqual([
      '~ - Nội dung còn chung chung: xã A và xã B (tiêu chí 1.2; trừ 1 điểm).',
      '~ - Ban hành chậm: xã A (tiêu chí 1.1; trừ 0,25 điểm).',
      '~ - Tiêu chí 1.3. Kỷ luật: 1/3 đơn vị bị trừ điểm (xã B).',
    ]);
  });

  test('strengths: what all have, then what nearly all have, with who has not', () => {
    expect(under(compose('R1', worded()), '2.1.')).toEqual([
      '~ Không có tiêu chí nào mà tất cả các đơn vị đều đạt điểm tối đa.',
      '~ - 1. Chỉ đạo: hầu hết các đơn vị đạt điểm tối đa đối với 02 tiêu chí: ' +
        '1.1. Kế hoạch (còn xã A chưa đạt); 1.3. Kỷ luật (còn xã B chưa đạt).',
    ]);
  });

  test('measures by who answers for them: typed ones with their time, drafts from causes, else a blank', () => {
    expect(under(compose('R1', worded()), '3.')).toEqual([
      '1) Văn phòng (xã A)',
      '- Chịu trách nhiệm khắc phục nội dung bị trừ điểm tại tiêu chí 1.1, 1.2; tổng điểm bị trừ: 0,75 điểm.',
      '- Hướng dẫn viết báo cáo (tiêu chí 1.2; thời hạn: Quý II; tình trạng: đang thực hiện).',
      '~ - Khắc phục các tồn tại: ban hành chậm (tiêu chí 1.1).',
      '2) Công chức Văn hóa (xã A)',
      '- Chịu trách nhiệm khắc phục nội dung bị trừ điểm tại tiêu chí 1.1, 1.2; tổng điểm bị trừ: 0,75 điểm.',
      '- Hướng dẫn viết báo cáo (tiêu chí 1.2; thời hạn: Quý II; tình trạng: đang thực hiện).',
      '~ - Khắc phục các tồn tại: ban hành chậm (tiêu chí 1.1).',
      '3) UBND xã B',
      '- Chịu trách nhiệm khắc phục nội dung bị trừ điểm tại tiêu chí 1.2, 1.3; tổng điểm bị trừ: 2,5 điểm.',
      '~ - Khắc phục các tồn tại: nội dung còn chung chung (tiêu chí 1.2).',
      '- […giải pháp đối với tiêu chí 1.3…]',
    ]);
  });

  test('a cause loses its dash and keeps its minus, and its lines follow each other', () => {
    const assessed = book(grid(TABLE));
    const lines = linesOf(
      compose('R1', withWords(assessed, { cause: '- Giảm -0,5 điểm.\n- -1 bậc; \n+ thiếu báo cáo.' })),
    );
    expect(lines.join('\n')).toContain('- Giảm -0,5 điểm; -1 bậc; thiếu báo cáo: ');
  });

  test('more losses than anybody reads are left to the enclosed table, and that is said', () => {
    const assessed = book(grid(TABLE));
    const many: BookAssessment = {
      ...assessed,
      sheets: assessed.sheets.map((sheet) => ({
        ...sheet,
        deductions: Array.from({ length: 5001 }, (_, at) => sheet.deductions[at % sheet.deductions.length]!),
      })),
    };
    expect(under(compose('R1', many), '3.')).toEqual([
      'Giải pháp đối với từng nội dung bị trừ điểm: có bảng tổng hợp điểm bị trừ kèm theo.',
    ]);
  });

  test('texts that stay are printed in their chapters, and the council asks for approval of what it reports', () => {
    const details = {
      year: 2022,
      issuingBody: 'HỘI ĐỒNG CHẤM ĐIỂM',
      addressee: 'Ủy ban nhân dân huyện.',
      deployment: ['Hội đồng đã họp.'],
      strengths: ['Các đơn vị quan tâm chỉ đạo.'],
      requests: ['Thực hiện nghiêm chế độ báo cáo:', '+ Báo cáo quý gửi đúng hạn.'],
      proposals: ['Khen thưởng xã B.'],
    };
    const document = compose('R1', worded(), { details });
    expect(linesOf(document).join('\n')).toContain('Công tác triển khai:\n- Hội đồng đã họp.');
    expect(under(document, '2.1.')[0]).toBe('- Các đơn vị quan tâm chỉ đạo.');
    expect(under(document, '3.').slice(0, 2)).toEqual([
      '- Thực hiện nghiêm chế độ báo cáo:',
      '+ Báo cáo quý gửi đúng hạn.',
    ]);
    expect(under(document, '4. Kiến nghị').slice(0, 2)).toEqual([
      '- Khen thưởng xã B.',
      'Trên cơ sở kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính đối với các đơn vị năm 2022, ' +
        'Hội đồng chấm điểm kiến nghị Ủy ban nhân dân huyện xem xét, phê duyệt kết quả nêu trên theo quy định.',
    ]);
    expect(
      under(compose('R5', worded(), { details: { ...details, inspectedOnSite: ['Xã A', 'Phòng C'] } }), '1.'),
    ).toEqual(
      expect.arrayContaining([
        '- Hội đồng đã họp.',
        '- Kiểm tra trực tiếp: 02 đơn vị (01 xã; 01 cơ quan chuyên môn), gồm UBND xã A và Phòng C.',
      ]),
    );
  });
});

describe('R2, the analysis of a unit', () => {
  test('without a loss there is no line of one, and every area has its sentence', () => {
    const lines = linesOf(compose('R2', book(grid(TWO_YEARS_NOW)), { unit: 'Xã C' }));
    expect(lines.filter((line) => line.includes('(trừ'))).toEqual([]);
    expect(
      lines.filter((line) =>
        line.startsWith('Theo từng nội dung cụ thể, UBND xã C đạt điểm tối đa đối với các tiêu chí thuộc nội dung'),
      ),
    ).toHaveLength(2);
    expect(lines).toContain('Có 2/2 lĩnh vực đạt điểm tối đa: chỉ đạo, điều hành; cải cách TTHC.');
  });

  test('an area in which nothing applies is said so and has no percent', () => {
    const document = compose('R2', book(grid(TWO_YEARS_NOW)), { unit: 'Xã B' });
    expect(under(document, '2.2.').at(-1)).toBe(
      'Không có tiêu chí nào thuộc nội dung cải cách TTHC được áp dụng đối với UBND xã B.',
    );
    expect(linesOf(document).find((line) => line.startsWith('2 | Cải cách TTHC'))).toMatch(/Không đánh giá \| – \| –/);
  });

  test('a sum that cannot be known is not written, and its area says so', () => {
    const document = compose(
      'R2',
      book(
        grid(
          'TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | Lĩnh vực | 2 | |\n' +
            '1.1 | Tiêu chí một | 1 | 0.5 | 1\n1.2 | Tiêu chí hai | 1 | | 1',
        ),
      ),
      { unit: 'Xã A' },
    );
    expect(text(document)).toContain('của UBND xã A chưa xác định: ');
    expect(under(document, '2.1.')).toContain(
      'Điểm của nội dung lĩnh vực chưa xác định vì còn tiêu chí chưa có điểm hoặc có lỗi.',
    );
  });

  test('a cause of 30,000 characters comes through whole, with its line breaks', () => {
    const cause = `${'Lý do rất dài. '.repeat(2000)}\nDòng hai`.slice(-30_000);
    const lines = text(compose('R2', withWords(book(grid(TWO_YEARS_NOW)), { cause }), { unit: 'Xã A' }));
    expect(lines).toContain(cause.trim());
  });

  test('words of a sheet are never a formula, a heading or a table of their own', () => {
    const document = compose('R2', withWords(book(grid(TWO_YEARS_NOW)), { cause: '=HYPERLINK("http://x")<b>|' }), {
      unit: 'Xã A',
    });
    expect(linesOf(document).filter((line) => line.endsWith('Nguyên nhân: =HYPERLINK("http://x")<b>|.'))).toHaveLength(
      1,
    );
  });
});

describe('R3, the responsibility review', () => {
  test('sub-criteria stand below their criterion, each with reason and body or a blank; the rest where written', () => {
    const assessed = withWords(book(grid(TWO_YEARS_NOW)), { cause: 'Ít bài', responsibleBody: 'Công chức Văn hóa' });
    const document = compose('R3', assessed, {
      unit: 'Xã A',
      details: { year: 2023 },
      previous: book(grid(TWO_YEARS_BEFORE)),
    });
    expect(under(document, '2.1.')).toEqual([
      'Chỉ đạo, điều hành đạt 2,5/3 điểm (năm 2022 đạt 3/4 điểm).',
      'Tiêu chí “1.2. Công tác tuyên truyền”: đạt 1,5/2 điểm (mất 0,5 điểm), trong đó:',
      '* Tiêu chí thành phần “1.2.1. Tuyên truyền trên truyền thanh”: đạt 0,5/1 điểm (mất 0,5 điểm).',
      '+ Lý do: Ít bài.',
      '+ Trách nhiệm: Công chức Văn hóa.',
    ]);
    const kept = compose('R3', assessed, { unit: 'Xã A', details: { year: 2023, keepsBlanks: true } });
    expect(under(kept, '2.1.').slice(-2)).toEqual([
      '+ Cá nhân phụ trách: […họ tên, chức vụ…]',
      '+ Giải trình: […giải trình…]',
    ]);
    expect(under(document, '2.2.')).toEqual(['Cải cách TTHC đạt 4/4 điểm; không có tiêu chí bị trừ điểm.']);
  });

  test('penalties outside the set come last, before what is to be done', () => {
    const document = compose(
      'R3',
      book(
        grid(
          'TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | Lĩnh vực | 100 | |\n' +
            '1.1 | Tiêu chí | 100 | 67.7 | 90\n | Điểm trừ | | 0.5 | 0',
        ),
      ),
      { unit: 'Xã A' },
    );
    expect(linesOf(document).filter((line) => line.startsWith('# '))).toEqual([
      '# 1. Kết quả chung',
      '# 2. Nguyên nhân, trách nhiệm theo từng lĩnh vực',
      '# 3. Điểm trừ ngoài bộ tiêu chí',
      '# 4. Giải pháp khắc phục, kiến nghị',
    ]);
    expect(under(document, '3.')[0]).toBe('* Điểm trừ ngoài bộ tiêu chí: 0,5 điểm.');
    expect(text(compose('R3', book(grid(TWO_YEARS_NOW)), { unit: 'Xã A' }))).not.toContain(
      'Điểm trừ ngoài bộ tiêu chí',
    );
  });
});

describe('R4, a commune’s own report', () => {
  const COMMUNES = `
    TT | Đơn vị | Khối | Chỉ đạo (10 điểm) | Thể chế (10 điểm)
    1 | Xã A | Xã, đặc khu | 7 | 9
    2 | Xã B | Xã, đặc khu | 7.5 | 9
    3 | Xã C | Xã, đặc khu | 8 | 10
    4 | Phường D | Phường | 10 | 10
  `;

  test('from a council’s workbook is issued by the commune: superior body known, number, date and signer not', () => {
    const details = {
      superiorBody: 'UBND HUYỆN KON RẪY',
      issuingBody: 'HỘI ĐỒNG ĐÁNH GIÁ',
      number: '01',
      symbol: 'BC-HĐ',
      signerName: 'Ai đó',
      year: 2022,
    };
    for (const code of ['R2', 'R3', 'R4'] as const)
      expect(compose(code, book(grid(COMMUNES)), { unit: 'Xã A', details }).form).toMatchObject({
        superiorBody: 'UBND HUYỆN KON RẪY',
        issuingBody: expect.stringMatching(/xã A$/i),
        number: null,
        symbol: null,
        signerName: null,
      });
  });

  test('index, rating, place in its khối and places of areas', () => {
    const document = compose('R4', book(grid(COMMUNES)), { unit: 'Xã A', details: { year: 2022 } });
    expect(under(document, '1.')).toEqual([
      'Chỉ số cải cách hành chính năm 2022 của UBND xã A đạt 80% (16/20 điểm); ' +
        'xếp loại Tốt; xếp hạng 3/3 trong khối xã, đặc khu.',
      'UBND xã A thuộc nhóm xếp loại Tốt (từ 80% đến dưới 90%), gồm 02 đơn vị trong khối xã, đặc khu: xã A và xã B.',
      // (80 + 82,5 + 90) / 3
      'Chỉ số trung bình năm 2022 của 03 đơn vị trong khối xã, đặc khu: 84,17%.',
    ]);
    expect(tableLines(tablesOf(document)[0]!).map((line) => line.split(' | ').slice(-4))).toEqual([
      ['10', '7', '70', '3/3 hạng'],
      ['10', '9', '90', '2/2 hạng'],
    ]);
  });

  test('areas below the line are named, an area on the line is not', () => {
    expect(under(compose('R4', book(grid(COMMUNES)), { unit: 'Xã A' }), '3.1. Lĩnh vực dưới 75% điểm tối đa')).toEqual([
      'Có 1/2 lĩnh vực cần tập trung khắc phục:',
      // The area has no criteria, so the loss is stated once.
      '- Chỉ đạo: đạt 7/10 điểm (70%), xếp hạng 3/3 hạng (trừ 3 điểm). Nguyên nhân: […nguyên nhân…]',
    ]);
    expect(under(compose('R4', book(grid(COMMUNES)), { unit: 'Xã B' }), '3.1.')).toEqual(['Không có lĩnh vực nào.']);
  });

  test('an area whose points are unknown is not passed over, and no total is stated without it', () => {
    const lines = linesOf(compose('R4', book(grid(COMMUNES.replace('| 7.5 | 9', '| | 9'))), { unit: 'Xã B' }));
    expect(lines).toContain(
      'Chưa kể 1/2 lĩnh vực chưa xác định được điểm vì còn tiêu chí chưa có điểm hoặc có lỗi: Chỉ đạo.',
    );
    expect(lines.join('\n')).toContain('(trừ 1 điểm)');
    expect(lines.join('\n')).not.toContain('Tổng điểm bị trừ');
  });
});

describe('R5, the inspection follow-up', () => {
  const assessed = (): BookAssessment => book(grid(TWO_YEARS_NOW));

  test('units inspected on site and through reports are told apart, with what was found at each', () => {
    const document = compose('R5', assessed(), {
      details: { year: 2023, inspectedOnSite: ['UBND xã A', 'Xã C'], inspectedByReport: ['Xã B'] },
    });
    expect(under(document, '1.')).toEqual([
      'Năm 2023, đã kiểm tra 03 đơn vị, trong đó:',
      '- Kiểm tra trực tiếp: 02 đơn vị, gồm UBND xã A và UBND xã C.',
      '- Kiểm tra qua báo cáo: 01 đơn vị, gồm UBND xã B.',
    ]);
    const lines = linesOf(document);
    const [onSite, byReport] = [
      lines.findIndex((line) => line.startsWith('## 2.1.')),
      lines.findIndex((line) => line.startsWith('## 2.2.')),
    ];
    expect(lines.slice(onSite, byReport)).toContain(
      '- Tiêu chí thành phần 1.2.1. Tuyên truyền trên truyền thanh: UBND xã A (trừ 0,5 điểm).',
    );
    expect(lines.slice(byReport)).toContain(
      '- Tiêu chí thành phần 1.2.1. Tuyên truyền trên truyền thanh: UBND xã B (trừ 0,75 điểm).',
    );
  });

  test('a name in Cấu hình that the table does not have is said, also where the report is of one unit alone', () => {
    const details = { year: 2023, inspectedOnSite: ['Xã A', 'Xã Aa'] };
    for (const unit of [undefined, 'Xã B']) {
      const lines = under(compose('R5', assessed(), { details, ...(unit === undefined ? {} : { unit }) }), '1.');
      expect(lines.at(-1)).toMatch(
        /Cần rà soát trước khi trình: “Xã Aa” ghi ở trang tính «Cấu hình» không có trong bảng tổng hợp\./,
      );
    }
  });

  test('a unit may be spelled otherwise than in the table, and an item be worded otherwise on another sheet', () => {
    const details = { year: 2023, inspectedOnSite: ['UBND X. A'], inspectedByReport: ['xa B'] };
    const lines = linesOf(compose('R5', assessed(), { details }));
    expect(lines.join('\n')).not.toContain('Cần rà soát trước khi trình');
    expect(lines).toContain('- Tiêu chí thành phần 1.2.1. Tuyên truyền trên truyền thanh: UBND xã A (trừ 0,5 điểm).');
    const sheet = (name: string, item: string): Grid =>
      grid(
        `Đơn vị: ${name}\nTT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Chỉ đạo | 4 | 3\n1.1 | ${item} | 4 | 3`,
        {
          sheet: name,
        },
      );
    const two = book(sheet('Xã A', 'Kế hoạch cải cách hành chính'), sheet('Xã B', 'Kế hoạch CCHC.'));
    expect(linesOf(compose('R5', two, { details: { year: 2023 } }))).toContain(
      '- Tiêu chí 1.1. Kế hoạch cải cách hành chính: UBND xã A (trừ 1 điểm); UBND xã B (trừ 1 điểm).',
    );
  });

  test('a cause that several units have at an item is said once, whatever its capitals and its stop', () => {
    const sheet = (name: string, cause: string): Grid =>
      grid(
        `Đơn vị: ${name}\nTT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân\n` +
          `1 | CHỈ ĐẠO | 4 | 3 |\n1.1 | Kế hoạch | 4 | 3 | ${cause}`,
        { sheet: name },
      );
    const all = [
      sheet('Xã A', 'Ban hành chậm'),
      sheet('Xã B', 'Thiếu nội dung'),
      sheet('Xã C', 'ban hành chậm.'),
      sheet('Xã D', ''),
    ];
    expect(linesOf(compose('R5', book(...all), { details: { year: 2023 } }))).toContain(
      '- Tiêu chí 1.1. Kế hoạch: UBND xã A (trừ 1 điểm), UBND xã C (trừ 1 điểm): Ban hành chậm; ' +
        'UBND xã B (trừ 1 điểm: Thiếu nội dung); UBND xã D (trừ 1 điểm).',
    );
  });

  test('items that begin at 1 again in every area are cited with it', () => {
    const all = grid(
      'Đơn vị: Xã A\nTT | Nội dung | Điểm tối đa | Điểm thẩm định | Trách nhiệm | Giải pháp\n' +
        'I | CHỈ ĐẠO | 4 | 2 | |\n1 | Kế hoạch | 2 | 1 | Văn phòng | Ban hành sớm\n' +
        '2 | Báo cáo | 2 | 1 | Văn phòng |\n' +
        'II | THỦ TỤC | 3 | 2 | |\n1 | Niêm yết | 3 | 2 | Văn phòng | Niêm yết lại',
    );
    const lines = linesOf(compose('R3', book(all)));
    expect(lines).toContain(
      '- Chịu trách nhiệm khắc phục nội dung bị trừ điểm tại tiêu chí I.1, I.2, II.1; tổng điểm bị trừ: 3 điểm.',
    );
    // The measure is printed once, beside its loss.
    expect(lines).toContain('- Thực hiện giải pháp khắc phục đã nêu đối với tiêu chí I.1, II.1.');
    expect(lines).toContain('+ Giải pháp khắc phục: Niêm yết lại.');
  });

  test('a measure beside its loss has its due time and state; the body has the due times together', () => {
    const all = grid(
      'Đơn vị: Xã A\nTT | Nội dung | Điểm tối đa | Điểm thẩm định | Trách nhiệm | Giải pháp | Thời hạn | Tình trạng\n' +
        '1 | CHỈ ĐẠO | 4 | 2 | | | |\n1.1 | Kế hoạch | 2 | 1 | Văn phòng | Ban hành sớm. | Quý I | Đang thực hiện\n' +
        '1.2 | Báo cáo | 2 | 1 | Văn phòng | Gửi đúng hạn | 31/12 |',
    );
    const lines = linesOf(compose('R3', book(all)));
    expect(lines).toContain('+ Giải pháp khắc phục: Ban hành sớm; thời hạn: Quý I; tình trạng: đang thực hiện.');
    expect(lines).toContain(
      '- Thực hiện giải pháp khắc phục đã nêu đối với tiêu chí 1.1, 1.2; ' +
        'thời hạn: Quý I (tiêu chí 1.1), 31/12 (tiêu chí 1.2).',
    );
  });

  test('an area that is scored as a whole is named once, as the finding', () => {
    const areas = grid(
      'TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | CHỈ ĐẠO, ĐIỀU HÀNH | 10 | 9 | 8\n' +
        '2 | THỂ CHẾ | 5 | |\n2.1 | Rà soát | 5 | 4 | 5\n3 | TÀI CHÍNH CÔNG | 5 | 4 | 5',
    );
    const lines = linesOf(compose('R5', book(areas), { details: { year: 2023 } }));
    const from = lines.findIndex((line) => line.includes('Chỉ đạo, điều hành'));
    expect(lines.slice(from, from + 4)).toEqual([
      '- Lĩnh vực 1. Chỉ đạo, điều hành: UBND xã A (trừ 1 điểm); UBND xã B (trừ 2 điểm).',
      '## Lĩnh vực 2. Thể chế',
      '- Tiêu chí 2.1. Rà soát: UBND xã A (trừ 1 điểm).',
      '- Lĩnh vực 3. Tài chính công: UBND xã A (trừ 1 điểm).',
    ]);
  });

  test('R5 of one unit does not name it at each finding', () => {
    const alone = grid(
      'Đơn vị: Xã A\nTT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân\n1 | CHỈ ĐẠO | 4 | 2 |\n' +
        '1.1 | Kế hoạch | 2 | 1 | Ban hành chậm\n1.2 | Báo cáo | 2 | 1 |',
    );
    const lines = linesOf(compose('R5', book(alone), { details: { year: 2023 } }));
    expect(lines).toContain('- Tiêu chí 1.1. Kế hoạch (trừ 1 điểm): Ban hành chậm.');
    expect(lines).toContain('- Tiêu chí 1.2. Báo cáo (trừ 1 điểm).');
    expect(lines.find((line) => line.startsWith('TT |'))).not.toContain('Đơn vị');
  });

  test('an area among the findings is not numbered like a chapter', () => {
    const headings = linesOf(compose('R5', assessed(), { details: { year: 2023 } })).filter((line) =>
      line.startsWith('#'),
    );
    expect(headings.slice(1, 4)).toEqual([
      '# 2. Tồn tại, hạn chế được phát hiện',
      expect.stringMatching(/^## Lĩnh vực 1\. /),
      '# 3. Kết quả khắc phục',
    ]);
  });

  test('who was inspected is a marked blank when nobody said it', () => {
    expect(under(compose('R5', assessed(), { details: { year: 2023 } }), '1.')).toEqual([
      'Năm 2023, các đơn vị được kiểm tra trực tiếp: […tên các đơn vị…]; ' +
        'các đơn vị được kiểm tra qua báo cáo: […tên các đơn vị…].',
    ]);
  });

  test('what was remedied is counted by status, and a status that nobody wrote stays unknown', () => {
    const done = withWords(assessed(), {
      remedy: 'Mở chuyên mục',
      remedyDue: '30/06/2024',
      remedyStatus: 'đã khắc phục',
    });
    const half: BookAssessment = {
      ...done,
      sheets: done.sheets.map((sheet) => ({
        ...sheet,
        deductions: sheet.deductions.map((each, at) => (at === 0 ? each : reworded(each, { remedyStatus: null }))),
      })),
    };
    expect(under(compose('R5', half), '3. Kết quả khắc phục')[0]).toContain(
      '02 nội dung bị trừ điểm phải khắc phục, trong đó: 01 nội dung đã khắc phục; 01 nội dung chưa ghi tình trạng',
    );
    expect(tableLines(tablesOf(compose('R5', done)).at(-1)!)[0]).toBe(
      '1 | UBND xã A | 1.2.1. Tuyên truyền trên truyền thanh | 0,5 | […đơn vị…] | Mở ' +
        'chuyên mục | 30/06/2024 | đã khắc phục',
    );
  });
});

describe('totals tie in every document', () => {
  const KINDS: readonly LayoutKind[] = ['one-unit', 'units-as-columns', 'units-as-rows'];
  /** Sum of every «trừ 0,25 điểm» (or «mất …») of a scored item, in hundredths. */
  const lostIn = (lines: readonly string[], pattern: RegExp): number =>
    lines
      .flatMap((line) => [...line.matchAll(pattern)])
      .reduce((all, match) => all + Math.round(Number((match[1] ?? '').replace(',', '.')) * 100), 0);

  test('lines of R2, R3 and R4 make what the unit lost, maximum − points; those of R5 make what all lost', () => {
    fc.assert(
      fc.property(officeSheets({ maxUnits: 4 }), fc.constantFrom(...KINDS), (sheet, kind) => {
        const assessed = book(render(sheet, kind));
        const units = assessed.sheets[0]?.scoreSheet.units ?? [];
        let all = 0;
        for (const { name, position } of units) {
          const { points, max } = sumOf(sheet, position);
          all += max - points;
          const lines = (code: string): string[] => linesOf(compose(code, assessed, { unit: name }));
          expect(lostIn(lines('R2'), /\(trừ ([\d,]+) điểm\)/g)).toBe(max - points);
          expect(
            lostIn(
              lines('R3').filter((line) => !line.endsWith('trong đó:')),
              /\(mất ([\d,]+) điểm\)/g,
            ),
          ).toBe(max - points);
          expect(lostIn(lines('R4'), /\(trừ ([\d,]+) điểm\)/g)).toBe(max - points);
        }
        expect(lostIn(linesOf(compose('R5', assessed)), /\(trừ ([\d,]+) điểm\)/g)).toBe(all);
        const rows = tableLines(tablesOf(compose('R1', assessed)).at(-1)!);
        units.forEach(({ position }, at) => {
          const { points, max } = sumOf(sheet, position);
          const shown = (hundredths: number): string => String(hundredths / 100).replace('.', ',');
          expect(rows[at]?.split(' | ')[2]).toBe(`${shown(points)}/${shown(max)}`);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('every unit of several sheets is told of once', () => {
    const sheets = [0, 1, 2].map((unit) =>
      gridOf(
        [
          ['Đơn vị: ' + unitName(unit)],
          ['TT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
          ['1', 'Lĩnh vực', 2, null],
          ['1.1', 'Tiêu chí', 2, 1 + unit / 2],
        ],
        { sheet: `Xã ${unit + 1}` },
      ),
    );
    const headings = linesOf(compose('R1', book(...sheets))).filter((line) => line.startsWith('## 1.'));
    expect(headings).toEqual([0, 1, 2].map((unit) => `## 1.${unit + 1}. UBND xã Hòa Bình ${unit + 1}`));
  });
});
