/**
 * Sentences of the documents that are easy to get wrong: rounding, causes outside the set, parts of the units, singular
 * and plural, unknown values.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import type { BookAssessment } from '../../../src/core/model/assessment';
import type { ReportDocument } from '../../../src/core/model/document';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { NO_DETAILS, type ReportDetails } from '../../../src/core/model/report-details';
import { remedied } from '../../../src/core/lift/what-if';
import { REPORTS } from '../../../src/core/documents/reports';
import { liftPlan } from '../../../src/core/documents/reports/lift-plan';
import { deductionDocument } from '../../../src/core/documents/reports/deduction-document';
import { AREA_1, AREAS_2_TO_4 } from '../../kit/field/field';
import { blocksOf, linesOf, tableLines, tablesOf, under } from '../../kit/files/document-text';
import { bookOf, grid, gridOf } from '../../kit/grid';

interface Given {
  readonly details?: Partial<ReportDetails>;
  readonly previous?: BookAssessment;
  readonly units?: readonly string[];
}

const book = (...grids: readonly Grid[]): BookAssessment => assessBook(bookOf(...grids));

function compose(
  code: string,
  assessed: BookAssessment,
  { details = {}, previous, units }: Given = {},
): ReportDocument {
  const chosen = assessed.sheets.flatMap(({ scoreSheet }) =>
    scoreSheet.units
      .filter(({ name }) => units?.includes(name))
      .map(({ position }) => ({ sheet: scoreSheet.sheet, unit: position })),
  );
  const input = {
    book: assessed,
    previous: previous ?? null,
    units: units ? chosen : null,
    details: { ...NO_DETAILS, ...details },
  };
  const report = REPORTS.find((each) => each.code === code);
  return code === 'summary' ? deductionDocument(input) : report!.compose(input);
}

const DOCUMENTS = ['R1', 'R2', 'R3', 'R4', 'R5', 'summary'];
const text = (document: ReportDocument): string => linesOf(document).join('\n');

describe('points are rounded once, where they are shown', () => {
  // 4 × 260/300 and 4 × 8/12, as formulas store them in the cells.
  const computed = grid(
    'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | CHỈ ĐẠO | 8 |\n' +
      '1.1 | Hoàn thành nhiệm vụ | 4 | 3.466666666666667\n1.2 | Báo cáo | 4 | 2.6666666666666665',
  );

  test.each(DOCUMENTS)('%s shows two decimals of what a formula computed, and one total', (code) => {
    const shown = text(compose(code, book(computed)));
    expect(shown).not.toMatch(/\d,\d{3}/);
    // 8 − 6,1333… = 1,8666…
    if (code !== 'R5') expect(shown).toContain('6,13');
    if (['R2', 'R4', 'summary'].includes(code)) expect(shown).toContain('1,87');
  });

  test('as many decimals as typed points carry are kept, so that losses add up on paper', () => {
    const typed = book(
      grid(
        'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | CHỈ ĐẠO | 4 |\n' +
          '1.1 | Nhiệm vụ | 2 | 1.875\n1.2 | Báo cáo | 2 | 1.5',
      ),
    );
    expect(text(compose('R4', typed))).toContain('bị trừ 0,625 điểm');
    expect(under(compose('R4', typed), '3.2.').filter((line) => line.includes('trừ 0,125'))).toHaveLength(1);
  });

  test('three typed thirds are one, and a loss too small for two decimals is not nought', () => {
    const thirds = book(
      grid(
        'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | CHỈ ĐẠO | 3 |\n1.1 | A | 1 | 0.3333333333\n' +
          '1.2 | B | 1 | 0.3333333333\n1.3 | C | 1 | 0.3333333333',
      ),
    );
    expect(text(compose('R4', thirds))).toContain('(1/3 điểm)');
    const small = book(
      grid(
        'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | CHỈ ĐẠO | 3 |\n1.1 | A | 1 | 0.9987654321\n1.2 | B | 2 | 2',
      ),
    );
    expect(text(compose('R4', small))).toContain('(trừ 0,001 điểm)');
  });
});

describe('points outside the set', () => {
  const SHEET = `
    TT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân | Trách nhiệm
    1 | CHỈ ĐẠO | 15 | | |
    1.1 | Kế hoạch | 15 | 15 | |
    | Điểm thưởng | | 0.25 | Được tặng bằng khen |
    | Điểm trừ | | 0.5 | Có cán bộ vi phạm kỷ luật | Văn phòng
  `;

  test('R3 and the summary carry the words of the penalty’s own row', () => {
    expect(under(compose('R3', book(grid(SHEET))), '3.')).toEqual([
      '* Điểm trừ ngoài bộ tiêu chí: 0,5 điểm.',
      '+ Lý do: Có cán bộ vi phạm kỷ luật.',
      '+ Trách nhiệm: Văn phòng.',
    ]);
    const summary = compose('summary', book(grid(SHEET)));
    expect(text(summary)).toContain('Đạt 15/15 điểm, không bị trừ điểm; điểm trừ ngoài bộ tiêu chí: 0,5 điểm.');
    expect(tableLines(tablesOf(summary).at(-1)!).at(-1)).toBe(
      'Điểm trừ ngoài bộ tiêu chí |  |  | 0,5 | Có cán bộ vi phạm kỷ luật | Văn phòng',
    );
  });

  test('words from the cell’s note and from the sheet of causes are found as well', () => {
    const bare = SHEET.replace('Có cán bộ vi phạm kỷ luật | Văn phòng', '|');
    expect(text(compose('R3', book(grid(bare, { notes: { D5: 'Nguyên nhân: Nộp muộn' } }))))).toContain(
      '+ Lý do: Nộp muộn.',
    );
    const causes = gridOf(
      [
        ['Đơn vị', 'Mã', 'Tiêu chí', 'Nguyên nhân'],
        ['', '', 'Điểm trừ', 'Đơn thư kéo dài'],
      ],
      { sheet: 'Nguyên nhân' },
    );
    expect(text(compose('R3', book(grid(bare), causes)))).toContain('+ Lý do: Đơn thư kéo dài.');
  });

  test('the appendix of R1 has a column for each, so that index and points are seen to agree', () => {
    // (15 + 0,25 − 0,5) ÷ 15 = 98,33 %
    const table = tablesOf(compose('R1', book(grid(SHEET)))).at(-1)!;
    expect(table.header[0]!.map(({ runs }) => runs[0]!.text)).toEqual([
      'TT',
      'Đơn vị',
      'Điểm thẩm định',
      '1. Chỉ đạo',
      'Điểm cộng',
      'Điểm trừ',
      'Chỉ số',
      'Xếp loại',
    ]);
    expect(tableLines(table)[0]).toMatch(/ \| 15\/15 \| 15\/15 \| 0,25 \| 0,5 \| 98,33 \|/);
  });
});

const FOUR = `
  TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C | Xã D
  1 | CHỈ ĐẠO | 3 | | | |
  1.1 | Kế hoạch | 1 | 1 | 1 | 0 | 1
  1.2 | Tuyên truyền | 2 | 1 | 1 | 2 | 1
`;

describe('R1 of a part of the units', () => {
  const report = compose('R1', book(grid(FOUR)), {
    units: ['Xã A', 'Xã B'],
    details: { year: 2022, issuingBody: 'HỘI ĐỒNG THẨM ĐỊNH' },
  });

  test('names them in its title and says of how many they are', () => {
    expect(report.form.subject).toBe(
      'Kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính đối với UBND xã A và UBND xã B năm 2022',
    );
    expect(linesOf(report)).toContain(
      'Hội đồng thẩm định báo cáo kết quả kiểm tra, đánh giá, chấm điểm công tác cải cách hành chính năm 2022 ' +
        'đối với 02 đơn vị trong tổng số 04 đơn vị, gồm UBND xã A và UBND xã B, như sau:',
    );
  });

  test('claims nothing for those that it does not look at', () => {
    expect(under(report, '2.1.')).toEqual([
      '~ - 1. Chỉ đạo: tất cả các đơn vị được xét trong báo cáo này đều đạt điểm tối ' +
        'đa đối với 01 tiêu chí: 1.1. Kế hoạch.',
    ]);
    expect(under(report, '2.2.')).toEqual(['~ - Tiêu chí 1.2. Tuyên truyền: 2/2 đơn vị được xét bị trừ điểm.']);
    const all = compose('R1', book(grid(FOUR)), { units: ['Xã A', 'Xã B', 'Xã C', 'Xã D'] });
    expect(text(all)).not.toContain('được xét');
    expect(all.form.subject).toContain('đối với UBND các xã năm');
  });
});

describe('shortcomings', () => {
  test('thirty units are named, all of them', () => {
    const many = book(
      gridOf([
        ['TT', 'Đơn vị', 'Chỉ đạo (10 điểm)', 'Thể chế (10 điểm)'],
        ...Array.from({ length: 40 }, (_, at) => [at + 1, `Xã Số ${at + 1}`, at < 30 ? 9 : 10, 10]),
      ]),
    );
    const [line] = under(compose('R1', many), '2.2.');
    expect(line).toContain('30/40 đơn vị bị trừ điểm (');
    expect(line?.match(/xã Số \d+/g)).toEqual(Array.from({ length: 30 }, (_, at) => `xã Số ${at + 1}`));
    expect(line).not.toContain('đơn vị khác');
  });

  test('where nearly all lost points, the few that did not are named instead', () => {
    const most = book(
      gridOf([
        ['TT', 'Đơn vị', 'Chỉ đạo (10 điểm)', 'Thể chế (10 điểm)'],
        ...Array.from({ length: 14 }, (_, at) => [at + 1, `Xã Số ${at + 1}`, at < 12 ? 9 : 10, 10]),
      ]),
    );
    expect(under(compose('R1', most), '2.2.')[0]).toContain(
      ': 12/14 đơn vị bị trừ điểm, riêng UBND xã Số 13 và UBND xã Số 14 đạt điểm tối đa.',
    );
  });

  test('what recurs stands at its place in the set, and one unit is not spoken of as many', () => {
    const now =
      'TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C\n1 | CHỈ ĐẠO | 3 | | |\n' +
      '1.1 | Kế hoạch | 1 | 0 | 1 | 1\n1.2 | Tuyên truyền | 2 | 1 | 1 | 1';
    const report = compose('R1', book(grid(now)), { details: { year: 2023 }, previous: book(grid(now)) });
    expect(under(report, '2.2.')).toEqual([
      '~ - Tiêu chí 1.1. Kế hoạch: 1/3 đơn vị bị trừ điểm (xã A); năm 2022 đơn vị này cũng đã bị trừ điểm.',
      '~ - Tiêu chí 1.2. Tuyên truyền: 3/3 đơn vị bị trừ điểm; năm 2022 các đơn vị này cũng đã bị trừ điểm.',
    ]);
  });

  test('units are named where an item did not apply to all', () => {
    const report = compose(
      'R1',
      book(
        grid(
          'TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C\n1 | CHỈ ĐẠO | 3 | | |\n' +
            '1.1 | Kế hoạch | 1 | 1 | 1 | 1\n1.2 | Tuyên truyền | 2 | 1 | 1 | KĐG',
        ),
      ),
    );
    expect(under(report, '2.2.')).toEqual(['~ - Tiêu chí 1.2. Tuyên truyền: 2/2 đơn vị bị trừ điểm (xã A và xã B).']);
  });

  test('what one unit alone lost beside the others is said of that unit', () => {
    const report = compose(
      'R1',
      book(
        grid(
          'TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C\n1 | CHỈ ĐẠO | 3 | | |\n' +
            '1.1 | Kế hoạch | 1 | 0.75 | 1 | 1\n1.2 | Tuyên truyền | 2 | 1 | 1 | 1',
        ),
      ),
    );
    expect(under(report, '2.2.').at(-1)).toBe('~ - Ngoài ra, còn 01 tiêu chí khác bị trừ điểm ở UBND xã A.');
  });

  test('one unit alone is called by its name, and each loss has its points', () => {
    const alone = book(
      grid(
        'Đơn vị: UBND xã A\nTT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | CHỈ ĐẠO | 3 |\n' +
          '1.1 | Kế hoạch | 1 | 0.5\n1.2 | Tuyên truyền | 2 | 2',
      ),
    );
    const report = compose('R1', alone, { details: { year: 2022 } });
    expect(report.form.subject).toMatch(/đối với UBND xã A năm 2022$/);
    expect(linesOf(report)).toContain('# 1. Kết quả số điểm đạt được của UBND xã A');
    expect(text(report)).toContain('năm 2022 đối với UBND xã A như sau:');
    expect(under(report, '2.2.')).toEqual([
      '~ UBND xã A bị trừ điểm tại 01 tiêu chí:',
      '~ - Tiêu chí 1.1. Kế hoạch (trừ 0,5 điểm).',
    ]);
    expect(under(compose('R5', alone), '3.')[0]).toMatch(/^UBND xã A có 01 nội dung bị trừ điểm/);
  });
});

describe('what nobody knows', () => {
  const [unknown, known] = [{ details: {} }, { details: { year: 2022, addressee: 'UBND huyện' } }];

  test.each(['R1', 'R2', 'R3', 'R4', 'R5'])(
    '%s leaves the year blank and does not call it this one; whom it is sent to is a blank',
    (code) => {
      const report = compose(code, book(grid(FOUR)), unknown);
      expect(text(report)).toContain('năm ……');
      expect(text(report)).not.toContain('năm nay');
      expect(text(report)).not.toMatch(/năm ……\.$/m);
      expect(report.form.addressee).toBe('');
      expect(compose(code, book(grid(FOUR)), known).form.addressee).not.toBeNull();
    },
  );

  const details = {
    ...NO_DETAILS,
    number: '05',
    symbol: 'BC-UBND',
    addressee: 'UBND huyện',
    year: 2022,
    issuingBody: 'UBND XÃ A',
  };
  const alone = book(
    grid(
      'Đơn vị: UBND xã A\nTT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | CHỈ ĐẠO | 10 |\n1.1 | Kế hoạch | 10 | 8',
    ),
  );
  const [sheet] = alone.sheets;
  const plan = liftPlan({
    book: alone,
    unit: { sheet: sheet!.scoreSheet.sheet, unit: 0 },
    items: [1],
    after: remedied(alone.sheets, sheet!, 0, [1])?.[0] ?? null,
    details,
  });

  test('a report’s number is not a plan’s: its letters fit, its number is left open, and it is sent to nobody', () => {
    expect(compose('R4', alone, { details }).form).toMatchObject({
      number: '05',
      symbol: 'BC-UBND',
      addressee: 'UBND huyện',
    });
    expect(plan.form).toMatchObject({ number: null, symbol: 'KH-UBND', addressee: null });
    expect(compose('summary', alone, { details }).form).toMatchObject({ number: null, symbol: null, addressee: null });
    expect(compose('R4', alone, { details: { ...details, symbol: 'KH-UBND' } }).form).toMatchObject({
      number: null,
      symbol: 'BC-UBND',
    });
  });

  test('the grounds lead to the sentence that opens the text', () => {
    const opening = { ...details, grounds: ['Căn cứ Quyết định số 12/QĐ-UBND.', 'Căn cứ Kế hoạch số 3/KH-UBND'] };
    expect(linesOf(compose('R4', alone, { details: opening })).slice(0, 3)).toEqual([
      'Căn cứ Quyết định số 12/QĐ-UBND;',
      'Căn cứ Kế hoạch số 3/KH-UBND;',
      'UBND xã A báo cáo kết quả chỉ số cải cách hành chính năm 2022 như sau:',
    ]);
    expect(linesOf(compose('R5', alone, { details: opening }))[2]).toMatch(
      /^UBND xã A báo cáo kết quả kiểm tra .* như sau:$/,
    );
    expect(linesOf(plan)[1]).toBe(
      'UBND xã A ban hành Kế hoạch khắc phục tồn tại, hạn chế, nâng cao chỉ số cải cách ' +
        'hành chính sau đánh giá năm 2022 như sau:',
    );
  });

  test('the same place of more places is no other place', () => {
    const two = book(
      grid('TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | CHỈ ĐẠO | 10 | |\n1.1 | Kế hoạch | 10 | 8 | 8'),
    );
    const after = remedied(two.sheets, two.sheets[0]!, 0, [1])?.[0] ?? null;
    const lines = linesOf(
      liftPlan({
        book: two,
        unit: { sheet: two.sheets[0]!.scoreSheet.sheet, unit: 0 },
        items: [1],
        after,
        details: NO_DETAILS,
      }),
    );
    expect(lines.join('\n')).toContain('xếp hạng 1/2 (không đổi)');
  });
});

test('where the sheet states another loss, R1, R2 and R3 say so beside their own, with its cell', () => {
  const assessed = book(grid(`${AREA_1}${AREAS_2_TO_4}`));
  const remarks = (code: string): string[] =>
    linesOf(compose(code, assessed)).filter((line) => line.startsWith('~ Cần rà soát'));
  for (const code of ['R1', 'R2', 'R3', 'R4']) {
    // −3,36 and −0,15 as published; 10 − 6,46 and 3 − 2,95.
    expect(remarks(code).filter((line) => /ô E\d+ ghi 3,36 nhưng 10 − 6,46 = 3,54/.test(line))).toHaveLength(1);
    expect(remarks(code).filter((line) => /ô E\d+ ghi 0,15 nhưng 3 − 2,95 = 0,05/.test(line))).toHaveLength(1);
  }
  expect(under(compose('R2', assessed), '2.2.').filter((line) => line.includes('Cần rà soát'))).toEqual([]);
});

test('a letter is named with the criterion that it stands below', () => {
  const lettered = book(
    grid(
      'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | CHỈ ĐẠO | 6 |\n' +
        '1.2 | Tuyên truyền | 6 |\na) | Tin bài | 3 | 2\nb) | Hội nghị | 3 | 3',
    ),
  );
  const cited = '1.2. Tuyên truyền, nội dung a) “Tin bài”';
  for (const code of ['R1', 'R2', 'R4', 'R5', 'summary']) expect(text(compose(code, lettered))).toContain(cited);
  expect(tableLines(tablesOf(compose('R5', lettered)).at(-1)!)[0]).toContain(cited);
  expect(text(compose('R3', lettered))).toContain('* Tiêu chí thành phần “a) Tin bài”: đạt 2/3 điểm (mất 1 điểm).');
});

test('R3 sets what is nested further in, and nothing else', () => {
  const report = compose(
    'R3',
    book(
      grid(
        'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | CHỈ ĐẠO | 4 |\n' +
          '1.4 | Tuyên truyền | 3 |\n1.4.1 | Tin bài | 3 | 2\n1.6 | Sáng kiến | 1 | 0',
      ),
    ),
  );
  const stepOf = (words: string): number | undefined =>
    blocksOf(report).flatMap((block) =>
      block.kind === 'paragraph' && block.runs.some((run) => run.text.includes(words)) ? [block] : [],
    )[0]?.indent;
  expect(['1.4. Tuyên truyền', '1.4.1. Tin bài', '1.6. Sáng kiến'].map(stepOf)).toEqual([undefined, 1, undefined]);
});

test('self scores that stand nowhere are a dash in the appendix, and points of a council are «thẩm định»', () => {
  const mixed = book(
    grid(
      'Đơn vị: Xã A\nTT | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định\n' +
        '1 | CHỈ ĐẠO | 3 | |\n1.1 | Kế hoạch | 3 | 3 | 2',
      { sheet: 'A' },
    ),
    grid('Đơn vị: Xã B\nTT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | CHỈ ĐẠO | 3 |\n1.1 | Kế hoạch | 3 | 2', {
      sheet: 'B',
    }),
  );
  const table = tablesOf(compose('R1', mixed)).at(-1)!;
  expect(table.header[0]!.map(({ runs }) => runs[0]!.text).slice(2, 4)).toEqual(['Điểm tự chấm', 'Điểm thẩm định']);
  expect(tableLines(table).map((line) => line.split(' | ').slice(2, 4))).toEqual([
    ['3/3', '2/3'],
    ['–', '2/3'],
  ]);
});

test('contents stand in long documents of every kind, and in no short one', () => {
  const hasContents = (document: ReportDocument): boolean => linesOf(document).includes('<mục lục>');
  for (const code of DOCUMENTS) expect([code, hasContents(compose(code, book(grid(FOUR))))]).toEqual([code, false]);
  const areas = Array.from({ length: 8 }, (_, area) => [
    [`${area + 1}`, `LĨNH VỰC SỐ ${area + 1}`, 60, ...Array<null>(12).fill(null)],
    ...Array.from({ length: 12 }, (__, at) => [
      `${area + 1}.${at + 1}`,
      `Thực hiện nhiệm vụ được giao theo kế hoạch số ${at + 1} của cấp trên`,
      5,
      ...Array<number>(12).fill(3),
    ]),
  ]).flat();
  const long = book(
    gridOf([['TT', 'Nội dung', 'Điểm tối đa', ...Array.from({ length: 12 }, (_, at) => `Xã Số ${at + 1}`)], ...areas]),
  );
  for (const code of DOCUMENTS) expect([code, hasContents(compose(code, long))]).toEqual([code, true]);
});

describe('a commune’s own list of areas with the place of each', () => {
  const own = grid(
    'ỦY BAN NHÂN DÂN XÃ YÊN BÌNH\nBẢNG RÀ SOÁT CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025\n' +
      'TT | Nội dung | Điểm tối đa | Điểm đạt được | Xếp hạng lĩnh vực | Tồn tại, hạn chế\n' +
      "1 | Chỉ đạo điều hành | 15 | 12.5 | '9/20 | Báo cáo quý III chậm\n" +
      "2 | Cải cách thể chế | 10 | 10 | '1/20 |\n" +
      "3 | Chuyển đổi số | 20 | 13.2 | '18/20 | Tỷ lệ hồ sơ trực tuyến thấp\n",
    { sheet: 'Rà soát' },
  );

  test('is read with its places, and is of the body in its head and not of its tab', () => {
    const assessed = book(own);
    expect(assessed.sheets[0]?.scoreSheet.units.map(({ name }) => name)).toEqual(['ỦY BAN NHÂN DÂN XÃ YÊN BÌNH']);
    const lines = linesOf(compose('R4', assessed));
    expect(lines.filter((line) => line.includes('Chuyển đổi số: đạt'))).toEqual([
      '- Chuyển đổi số: đạt 13,2/20 điểm (66%), xếp hạng 18/20 (theo bảng) (trừ 6,8 điểm). ' +
        'Nguyên nhân: Tỷ lệ hồ sơ trực tuyến thấp.',
    ]);
  });
});
