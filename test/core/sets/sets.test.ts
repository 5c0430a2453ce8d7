/** Criteria sets: three official forms of 2025 as published, their scales and faults, and two sets side by side. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue } from '../../../src/core/model/workbook/grid';
import type { ChangedLine, ScoringSet } from '../../../src/core/model/scoring-set';
import { lineChangeText, compareSets, setSizeText } from '../../../src/core/sets/compare-sets';
import { checkSet } from '../../../src/core/sets/check-set';
import { leftOutOfSet, readScoringSet } from '../../../src/core/sets/read-set';
import { pointsAt, rangeIn, scaleOf, stepIn, stepsIn } from '../../../src/core/sets/read-steps';
import { ZERO, decimal, toText } from '../../../src/core/values/decimal';
import { ROOT } from '../../kit/programs/bundle';
import { bookOf, grid, gridOf } from '../../kit/grid';

const set = (table: string): ScoringSet => {
  const read = readScoringSet(bookOf(grid(table, { sheet: 'Bộ tiêu chí' })));
  if (!read) throw new Error('no set');
  return read;
};

/** Appendices 1 to 3 of QĐ 212/2025/QĐ-UBND (Hải Phòng), row by row as published: form, kind, code, text, maximum. */
describe('three official forms', () => {
  const lines = readFileSync(join(ROOT, 'test/kit/official-forms.tsv'), 'utf8').split('\n');
  const formOf = (form: string): ScoringSet => {
    const body = lines
      .map((line) => line.split('\t'))
      .filter(([of]) => of === form)
      .map(([, , ...cells]) => cells.map((cell): CellValue => cell || null));
    const head = ['TT', 'Tiêu chí chấm điểm', 'Điểm tối đa', 'Điểm do cá nhân tự chấm', 'Cấp có thẩm quyền'];
    const read = readScoringSet(bookOf(gridOf([head, ['(1)', '(2)', '(3)', '(4)', '(5)'], ...body])));
    if (!read) throw new Error('no set');
    return read;
  };

  test('the first: every item with its options, and which may be left out', () => {
    const form = formOf('1');
    // Number of rows in the file that have a code.
    expect(form.lines).toHaveLength(54);
    expect(form.total).toBe(decimal('100'));
    const site = form.lines.find(({ name }) => name.includes('giải phóng mặt bằng (tính theo'));
    expect(site?.steps.map(({ when, points }) => [when, points === null ? null : toText(points)])).toEqual([
      ['Tỷ lệ đạt từ 95% trở lên', '2.5'],
      ['Tỷ lệ đạt dưới 95%', '0'],
      ['Không được giao chỉ tiêu thì không đánh giá chấm điểm nội dung này', null],
    ]);
    expect(['94.99', '95', '100'].map((rate) => toText(pointsAt(site?.steps ?? [], decimal(rate))!))).toEqual([
      '0',
      '2.5',
      '2.5',
    ]);
    // Seven rows of the form give 1 point and six times 2,5.
    expect(leftOutOfSet(form)).toEqual({ items: 7, points: decimal('16') });
  });

  test('what is wrong in them as published', () => {
    const said = (form: string): string[] => checkSet(formOf(form)).map(({ kind, message }) => `${kind} ${message}`);
    const [first, second] = [said('1'), said('2')];
    // The maximum 20 is published with a footnote mark directly after it: 5 + 15 = 20.
    expect(first).toContainEqual(
      expect.stringMatching(/^sum «5 Tiêu chí khác» ghi tối đa 207 điểm, các mục con cộng lại 20 điểm/),
    );
    // Two points in the table, one by its best option.
    expect(first).toContainEqual(
      expect.stringMatching(/^best-step .*\(DDCI\)»: điểm tối đa 2 nhưng mức cao nhất chỉ cho 1 điểm/),
    );
    expect(first).toHaveLength(3);
    expect(second).toEqual([
      'same-code Mã 2 ghi hai lần: «2 Năng lực tập hợp, đoàn kết» ' +
        'và «2 Kết quả thực hiện chức trách, nhiệm vụ được giao».',
    ]);
  });
});

test.each([
  ['≥ 95 %: 2,5', '95 in', null, '2.5'],
  ['- Từ 80% đến dưới 90%: 1,5 điểm', '80 in', '90 out', '1.5'],
  ['Dưới 50 %: 0', null, '50 out', '0'],
  ['Trên 70%: 1', '70 out', null, '1'],
  ['Từ 20% trở xuống: 0,25', null, '20 in', '0.25'],
  ['Ban hành đúng hạn: 1', null, null, '1'],
])('«%s» is a step', (text, from, to, points) => {
  const step = stepIn(text);
  const bound = (each: { readonly value: number; readonly isIncluded: boolean } | null | undefined): string | null =>
    each ? `${toText(each.value as never)} ${each.isIncluded ? 'in' : 'out'}` : null;
  expect([
    bound(step?.range?.from),
    bound(step?.range?.to),
    step?.points ? toText(step.points) : step?.points === ZERO ? '0' : null,
  ]).toEqual([from, to, points]);
});

test.each([
  ['Nhỏ hơn 90%', '- 90 out'],
  ['Ít hơn 5 ngày', '- 5 out'],
  ['Không dưới 95%', '95 in -'],
  ['Không quá 5 ngày', '- 5 in'],
  ['Không trên 5%', '- 5 in'],
  ['Chưa đạt 90%', '- 90 out'],
  ['Tối thiểu 3 hội nghị', '3 in -'],
  ['95% trở lên', '95 in -'],
  ['90% - dưới 95%', '90 in 95 out'],
  ['Từ trên 90% đến 95%', '90 out 95 in'],
  ['> 90% và < 95%', '90 out 95 out'],
  ['90% ≤ tỷ lệ < 95%', '90 in 95 out'],
  ['Dưới 90% đến 80%', '80 in 90 out'],
  ['Từ 70% đến dưới 80% kế hoạch năm 2025', '70 in 80 out'],
  // The thousands separator, the side or the number is ambiguous, so the reader asks instead of guessing.
  ['Trên 1.000 hồ sơ', null],
  ['Trên 90% trở lên', null],
  ['Đạt 100%', null],
  ['Trước ngày 15/12', null],
])('«%s» says which numbers are meant, or none', (text, said) => {
  const range = rangeIn(text);
  const shown = (each: { readonly value: number; readonly isIncluded: boolean } | null): string =>
    each ? `${toText(each.value as never)} ${each.isIncluded ? 'in' : 'out'}` : '-';
  expect(range && `${shown(range.from)} ${shown(range.to)}`).toBe(said);
});

test.each([
  [
    '≥ 95 %: 2,5; ≥ 90 %: 2',
    '2.5',
    [
      ['96', '2.5'],
      ['95', '2.5'],
      ['94.99', '2'],
      ['89', null],
    ],
  ],
  [
    '≥ 90 %: 2; ≥ 95 %: 2,5; < 90 %: 0',
    '2.5',
    [
      ['96', '2.5'],
      ['90', '2'],
      ['89.99', '0'],
    ],
  ],
  [
    'Chậm trên 5 ngày: 0; chậm không quá 5 ngày: 0,5',
    '0.5',
    [
      ['5', '0.5'],
      ['6', '0'],
    ],
  ],
  ['Từ 90% đến 95%: 1; từ 95% trở lên: 2', '2', null],
  ['Tỷ lệ hồ sơ đúng hạn ≥ 95%: 2; tỷ lệ hồ sơ trễ dưới 5%: 1', '2', null],
  ['≥ 95 %: 2; ≥ 90 %: 1', '3', null],
  ['≥ 95 %: 2; có kế hoạch: 1', '2', null],
  ['Từ 95 % trở lên: 2; dưới 95: 0', '2', null],
] as const)('the scale «%s» of %s points gives one number of points, or is none', (text, max, worth) => {
  const scale = scaleOf(stepsIn(text), decimal(max));
  expect(
    scale &&
      (worth ?? []).map(([rate]) => [
        rate,
        ((points) => (points === null ? null : toText(points)))(pointsAt(scale, decimal(rate))),
      ]),
  ).toEqual(worth);
});

test('what is no step is none: a name with a number in it, a cell of prose', () => {
  expect(stepIn('Kế hoạch số 12 năm 2025')).toBeNull();
  expect(rangeIn('Báo cáo định kỳ 12 tháng')).toBeNull();
  expect(stepsIn('Chấm theo hướng dẫn; xem phụ lục')).toEqual([]);
});

const OLD = `
  Mã  | Tên tiêu chí            | Điểm tối đa | Cách chấm                        | Cơ quan thẩm định | Tài liệu
  1   | CHỈ ĐẠO ĐIỀU HÀNH       | 3           |                                  |                   |
  1.1 | Kế hoạch CCHC hằng năm  | 1           | Đúng hạn: 1; Chậm: 0,5; Không: 0 | Sở Nội vụ         | Kế hoạch
  1.2 | Thực hiện kế hoạch CCHC | 2           | ≥ 95 %: 2; từ 80% đến dưới 95%: 1; < 80 %: 0 | |
  2   | THỂ CHẾ                 | 3           |                                  |                   |
  2.1 | Rà soát văn bản         | 1.5         |                                  | Sở Tư pháp        |
  2.2 | Kiểm tra văn bản        | 1.5         |                                  | Sở Tư pháp        |`;

test('a set says what its columns lay down', () => {
  const [, first, second] = set(OLD).lines;
  expect(first).toMatchObject({ code: '1.1', appraiser: 'Sở Nội vụ', evidence: 'Kế hoạch', kind: 'scored' });
  expect(first?.steps).toHaveLength(3);
  expect(['79.99', '80', '95'].map((rate) => pointsAt(second?.steps ?? [], decimal(rate)))).toEqual(
    ['0', '1', '2'].map(decimal),
  );
  expect(checkSet(set(OLD))).toEqual([]);
});

test('sums, codes, steps and scales that do not fit are told once, with both numbers', () => {
  const faults = checkSet(
    set(`
  Mã  | Tên tiêu chí            | Điểm tối đa | Cách chấm
  1   | CHỈ ĐẠO ĐIỀU HÀNH       | 4           |
  1.1 | Kế hoạch CCHC hằng năm  | 1           | Đúng hạn: 1,5; Chậm: 0,5
  1.1 | Thực hiện kế hoạch CCHC | 2           | ≥ 95 %: 2; từ 80% đến dưới 90%: 1; < 80 %: 0
  2   | THỂ CHẾ                 | 3           |
  2.1 | Rà soát văn bản         | 3           | Có: 2; Không: 0
      | Tổng cộng               | 6           |`),
  );
  expect(faults.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
    'sum: «1 CHỈ ĐẠO ĐIỀU HÀNH» ghi tối đa 4 điểm, các mục con cộng lại 3 điểm.',
    'above-maximum: «1.1 Kế hoạch CCHC hằng năm»: có mức cho 1,5 điểm, cao hơn điểm tối đa 1.',
    'gap: «1.1 Thực hiện kế hoạch CCHC»: không mức nào nói tới 90%.',
    'same-code: Mã 1.1 ghi hai lần: «1.1 Kế hoạch CCHC hằng năm» và «1.1 Thực hiện kế hoạch CCHC».',
    'best-step: «2.1 Rà soát văn bản»: điểm tối đa 3 nhưng mức cao nhất chỉ cho 2 điểm.',
    'total: Tổng cộng ghi 6 điểm, các lĩnh vực cộng lại 7 điểm.',
  ]);
});

const told = ({ before, after, isMoved, isRenamed, isReweighted, isRescaled }: ChangedLine): string =>
  [
    `${before?.code ?? '–'} → ${after?.code ?? '–'}`,
    ...(isMoved ? ['moved'] : []),
    ...(isRenamed ? ['renamed'] : []),
    ...(isReweighted ? ['reweighted'] : []),
    ...(isRescaled ? ['rescaled'] : []),
  ].join(' ');

test('two sets: new, gone, moved, renamed, re-weighted, scored otherwise', () => {
  const { changes, unchanged } = compareSets(
    set(OLD),
    set(`
  Mã  | Tên tiêu chí                      | Điểm tối đa | Cách chấm
  1   | CHỈ ĐẠO ĐIỀU HÀNH                 | 3.5         |
  1.1 | Kế hoạch CCHC hằng năm            | 1           | Đúng hạn: 1; Chậm: 0,25; Không: 0
  1.2 | Sáng kiến cải cách hành chính     | 0.5         |
  1.3 | Thực hiện kế hoạch CCHC           | 2           | ≥ 95 %: 2; từ 80% đến dưới 95%: 1; < 80 %: 0
  2   | THỂ CHẾ                           | 3           |
  2.1 | Rà soát văn bản, báo cáo kết quả  | 3           |`),
  );
  expect(changes.map(told)).toEqual([
    '1 → 1 reweighted',
    '1.1 → 1.1 rescaled',
    '– → 1.2',
    '1.2 → 1.3 moved',
    '2.1 → 2.1 renamed reweighted',
    '2.2 → –',
  ]);
  expect(unchanged).toBe(1);
});

test('areas on sheets of their own are one set; a summary beside them is none of it', () => {
  const part = (area: number): string => `
  Mã  | Tên tiêu chí    | Điểm tối đa
  ${String(area)}   | LĨNH VỰC SỐ ${String(area)} | 3
  ${String(area)}.1 | Việc thứ nhất của lĩnh vực ${String(area)} | 1
  ${String(area)}.2 | Việc thứ hai của lĩnh vực ${String(area)} | 2`;
  const read = readScoringSet(
    bookOf(grid(part(1), { sheet: 'LV1' }), grid(part(2), { sheet: 'LV2' }), grid(part(1), { sheet: 'LV1 (bản sao)' })),
  );
  expect(read?.sheets).toEqual(['LV1', 'LV2']);
  expect(read?.lines.map(({ code, parent }) => [code, parent])).toEqual([
    ['1', -1],
    ['1.1', 0],
    ['1.2', 0],
    ['2', -1],
    ['2.1', 3],
    ['2.2', 3],
  ]);
});

/** Options as provinces' decisions write them; each reads as «1.1 1: 1, 0.5, 0». */
describe('options of an item', () => {
  const HEAD = 'STT | Tiêu chí | Điểm tối đa\n1 | CHỈ ĐẠO ĐIỀU HÀNH | 3';
  const LAST = '1.2 | Thực hiện kế hoạch | 2';
  const outside = ({ lines }: ScoringSet): string[] =>
    lines.flatMap(({ kind, name, max, parent }) =>
      kind === 'bonus' || kind === 'penalty'
        ? [`${kind} ${parent < 0 ? '' : '> '}${name} ${max === null ? '' : toText(max)}`]
        : [],
    );
  const told = ({ lines }: ScoringSet): string[] =>
    lines.map(({ code, name, max, steps }) => {
      const points = steps.map((step) => (step.points === null ? 'none' : toText(step.points)));
      return `${code} ${name} ${max === null ? '' : toText(max)}: ${points.join(', ')}`;
    });

  test.each([
    ['with points in the column of maxima', ' | Trước 31/01 | 1\n | Sau 31/01 | 0.5\n | Không ban hành | 0'],
    ['with points in brackets', ' | - Trước 31/01 (1 điểm) |\n | - Sau 31/01 (0,5 điểm) |\n | - Không (0 điểm) |'],
    ['with points in words', ' | Trước 31/01 được 1 điểm |\n | Sau 31/01 đạt 0,5 điểm |\n | Không: 0 |'],
  ])('%s', (_, options) => {
    const read = set(`${HEAD}\n1.1 | Kế hoạch | 1\n${options}\n${LAST}`);
    expect(told(read)).toEqual(['1 CHỈ ĐẠO ĐIỀU HÀNH 3: ', '1.1 Kế hoạch 1: 1, 0.5, 0', '1.2 Thực hiện kế hoạch 2: ']);
    expect(checkSet(read)).toEqual([]);
  });

  test('in the cell of its name', () => {
    const read = set(`${HEAD}\n1.1 | Kế hoạch\\n- Đúng hạn: 1 điểm\\n- Chậm: 0,5 điểm\\n- Không: 0 điểm | 1\n${LAST}`);
    expect(told(read)[1]).toBe('1.1 Kế hoạch 1: 1, 0.5, 0');
  });

  test('parts without codes stay parts', () => {
    const read = set(`${HEAD}\n1.1 | Kế hoạch | 1\n | - Ban hành | 0.5\n | - Chất lượng | 0.5\n${LAST}`);
    expect(told(read).slice(1, 4)).toEqual(['1.1 Kế hoạch 1: ', ' Ban hành 0.5: ', ' Chất lượng 0.5: ']);
  });

  test.each([
    ['from the least up', ' | Không ban hành | 0\n | Sau 31/01 | 0.5\n | Trước 31/01 | 1', '0, 0.5, 1'],
    ['with dashes in the column of codes', '- | Trước 31/01 | 1\n- | Sau 31/01 | 0.5', '1, 0.5'],
    ['two of them of equal points', ' | Trước 31/01 | 1\n | Đúng 31/01 | 1\n | Sau 31/01 | 0.5', '1, 1, 0.5'],
    [
      'a ladder whose upper step the lower ones add up to',
      ' | Đủ | 1\n | Thiếu một | 0.6\n | Thiếu hai | 0.4',
      '1, 0.6, 0.4',
    ],
  ])('points in the column of maxima: %s', (_, options, steps) => {
    const read = set(`${HEAD}\n1.1 | Kế hoạch | 1\n${options}\n${LAST}`);
    expect(told(read)).toEqual(['1 CHỈ ĐẠO ĐIỀU HÀNH 3: ', `1.1 Kế hoạch 1: ${steps}`, '1.2 Thực hiện kế hoạch 2: ']);
    expect(checkSet(read)).toEqual([]);
  });

  test.each([
    ['an area in capitals', ' | THỂ CHẾ | 2\n | Văn bản | 1.5\n | Rà soát | 0.5\n | Tổng cộng | 5'],
    [
      'an area in capitals below options',
      ' | Đủ | 2\n | Thiếu | 1\n | THỂ CHẾ | 2\n2.1 | Rà soát | 2\n | Tổng cộng | 5',
    ],
  ])('%s is none of them', (_, below) => {
    const read = set(`${HEAD}\n1.1 | Kế hoạch | 1\n${LAST}\n${below}`);
    expect(read.lines.filter(({ parent }) => parent < 0).map(({ name }) => name)).toEqual([
      'CHỈ ĐẠO ĐIỀU HÀNH',
      'THỂ CHẾ',
    ]);
    expect(checkSet(read)).toEqual([]);
  });

  test('a survey below the last criterion, or a heading that its parts add up to, is none of them', () => {
    for (const heading of ['Điều tra xã hội học', 'Đánh giá tác động']) {
      const read = set(
        `${HEAD}\n1.1 | Kế hoạch | 3\n | ${heading} | 3\n | Ý kiến người dân | 2\n | Ý kiến doanh nghiệp | 1`,
      );
      expect(read.lines.flatMap(({ steps }) => steps)).toEqual([]);
    }
  });

  test('areas that say their points in their names are areas', () => {
    const read = set(`STT | Tiêu chí | Điểm tối đa
       | CHỈ ĐẠO ĐIỀU HÀNH (3 điểm) |
      1.1 | Kế hoạch | 1
      1.2 | Thực hiện kế hoạch | 2
       | THỂ CHẾ (2 điểm) |
      2.1 | Rà soát | 2
       | Tổng cộng | 5`);
    expect(told(read)).toEqual([
      ' CHỈ ĐẠO ĐIỀU HÀNH 3: ',
      '1.1 Kế hoạch 1: ',
      '1.2 Thực hiện kế hoạch 2: ',
      ' THỂ CHẾ 2: ',
      '2.1 Rà soát 2: ',
    ]);
    expect(checkSet(read)).toEqual([]);
  });

  test('parts that say their points are parts, wherever they stand', () => {
    const parts = ['- Ban hành kế hoạch (0,5 điểm)', '- Công khai kế hoạch (0,5 điểm)'];
    const rows = set(`${HEAD}\n1.1 | Kế hoạch | 1\n${parts.map((part) => ` | ${part} |`).join('\n')}\n${LAST}`);
    expect(told(rows).slice(1, 4)).toEqual([
      '1.1 Kế hoạch 1: ',
      ' Ban hành kế hoạch 0.5: ',
      ' Công khai kế hoạch 0.5: ',
    ]);
    expect(checkSet(rows)).toEqual([]);
    expect(checkSet(set(`${HEAD}\n1.1 | Kế hoạch\\n${parts.join('\\n')} | 1\n${LAST}`))).toEqual([]);
    const head = 'STT | Tiêu chí | Điểm tối đa | Cách chấm\n1 | CHỈ ĐẠO | 1 |';
    const scale = `${head}\n1.1 | Kế hoạch | 1 | Ban hành: 0,5; Công khai: 0,5`;
    expect(checkSet(set(scale))).toEqual([]);
  });

  test.each([
    'Ban hành kế hoạch\\nhành chính năm 2025 (1 điểm)',
    'Báo cáo tình hình thực hiện\\nnhiệm vụ chưa đánh giá',
    'Ban hành kế hoạch\\ntrước ngày 15/01/2025: 1',
    'Báo cáo định kỳ\\nTối đa: 1 điểm',
  ])('a name goes on in its next line: %s', (name) => {
    const [, line] = set(`${HEAD}\n1.1 | ${name} | 1\n${LAST}`).lines;
    expect([line?.name, line?.steps]).toEqual([name.replace('\\n', ' '), []]);
  });

  test('letters typed as base and mark make no difference', () => {
    const cell = 'Kế hoạch cải cách của tỉnh\\n- Ban hành đúng hạn: 1 điểm\\n- Ban hành chậm: 0,5 điểm';
    expect(told(set(`${HEAD}\n1.1 | ${cell.normalize('NFD')} | 1\n${LAST}`))[1]).toBe(
      '1.1 Kế hoạch cải cách của tỉnh 1: 1, 0.5',
    );
  });

  test.each(['Không ban hành thì không được 1 điểm', 'Không nộp thì không được tính 1 điểm', 'Chậm bị trừ: 0,5 điểm'])(
    'what is not given is no step: %s',
    (text) => {
      expect(stepIn(text)).toBeNull();
    },
  );

  test('notes, signatures and words that only look like points are not told', () => {
    const below = [
      'Ghi chú: số liệu tính đến thời điểm 31/12/2025.',
      'Biểu này gồm 2 trang, trừ phụ lục.',
      'Tiêu chí 2.1 tính tại 3 địa điểm.',
      'NGƯỜI CHẤM ĐIỂM 1',
      'Người lập biểu (chấm điểm 6 tháng)',
      'Nơi nhận: trụ sở 12 Lê Lợi',
      'Tổng số điểm tối đa của bộ tiêu chí là 3 điểm.',
    ];
    const rows = below.map((text) => ` | ${text} |`).join('\n');
    expect(checkSet(set(`${HEAD}\n1.1 | Kế hoạch | 1\n${LAST}\n | Tổng cộng | 3\n${rows}`))).toEqual([]);
  });

  test.each([
    [
      'below the total',
      ' | Tổng cộng | 3\n | Điểm thưởng | 2\n | - Có sáng kiến | 1\n | - Khen thưởng | 1\n | Điểm trừ | 2',
    ],
    [
      'above the total',
      '3 | Điểm thưởng | 2\n3.1 | Có sáng kiến | 1\n3.2 | Khen thưởng | 1\n4 | Điểm trừ | -2\n | Tổng cộng | 3',
    ],
  ])('points outside the set are lines of it with their caps: %s', (_, block) => {
    const read = set(`${HEAD}\n1.1 | Kế hoạch | 1\n${LAST}\n${block}`);
    expect(outside(read)).toEqual([
      'bonus Điểm thưởng 2',
      'bonus > Có sáng kiến 1',
      'bonus > Khen thưởng 1',
      'penalty Điểm trừ 2',
    ]);
    expect(checkSet(read)).toEqual([]);
    expect(setSizeText(read)).toBe('1 lĩnh vực, 2 tiêu chí chấm điểm, 3 điểm; điểm thưởng tối đa 2, điểm trừ tối đa 2');
  });

  test.each([
    [
      'II | Điểm cộng (tối đa 3 điểm) |\n | - Mỗi sáng kiến: cộng 1 điểm |\n | - Được khen cộng 0,5 điểm |',
      [
        'bonus Điểm cộng (tối đa 3 điểm) 3',
        'bonus > Mỗi sáng kiến: cộng 1 điểm ',
        'bonus > Được khen cộng 0,5 điểm 0.5',
      ],
    ],
    [
      'B | ĐIỂM TRỪ | -3\n | Chậm báo cáo | -1\n | Để xảy ra sai phạm: trừ 2 điểm/vụ |',
      ['penalty ĐIỂM TRỪ 3', 'penalty > Chậm báo cáo 1', 'penalty > Để xảy ra sai phạm: trừ 2 điểm/vụ '],
    ],
    [
      ' | Trừ điểm: chậm báo cáo, mỗi lần 0,5 điểm, tối đa không quá 2 điểm |\n | Trừ điểm: bị phê bình 1 điểm |',
      [
        'penalty Trừ điểm: chậm báo cáo, mỗi lần 0,5 điểm, tối đa không quá 2 điểm 2',
        'penalty Trừ điểm: bị phê bình 1 điểm 1',
      ],
    ],
    [
      '4 | ĐIỂM THƯỞNG, ĐIỂM PHẠT |\n4.1 | Điểm thưởng | 2\n4.2 | Điểm phạt | 1',
      ['bonus Điểm thưởng 2', 'penalty Điểm phạt 1'],
    ],
  ])('rules beside the set, with a cap in the column or in words: %s', (block, lines) => {
    const read = set(`${HEAD}\n1.1 | Kế hoạch | 1\n${LAST}\n | Tổng cộng | 3\n${block}`);
    expect(outside(read)).toEqual(lines);
    expect(checkSet(read)).toEqual([]);
  });

  test('caps that do not agree are told', () => {
    const block = 'II | Điểm thưởng (tối đa 3 điểm) | 2\n | - Có sáng kiến | 5';
    const read = set(`${HEAD}\n1.1 | Kế hoạch | 1\n${LAST}\n | Tổng cộng | 3\n${block}`);
    expect(checkSet(read).map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'cap: «II Điểm thưởng (tối đa 3 điểm)»: cột điểm ghi 2, lời ghi tối đa 3.',
      'above-maximum: «Có sáng kiến»: tối đa 5 điểm, cao hơn 2 điểm của «II Điểm thưởng (tối đa 3 điểm)».',
    ]);
  });

  test('rules beside two sets are compared with the rest', () => {
    const with2 = (block: string): ScoringSet =>
      set(`${HEAD}\n1.1 | Kế hoạch | 1\n${LAST}\n | Tổng cộng | 3\n${block}`);
    const { changes } = compareSets(
      with2('2 | Điểm thưởng | 2\n | - Có sáng kiến | 1\n3 | Điểm trừ | 2\n | - Chậm báo cáo | 1'),
      with2('2 | Điểm thưởng | 3\n | - Có sáng kiến | 1\n | - Được khen thưởng | 1\n3 | Điểm trừ | 2'),
    );
    expect(
      changes.map((change) => `${(change.after ?? change.before)?.name ?? ''}: ${lineChangeText(change)}`),
    ).toEqual(['Điểm thưởng: điểm tối đa 2 → 3', 'Được khen thưởng: mới', 'Chậm báo cáo: bỏ']);
  });

  test('what nobody here understands is told, and is no step', () => {
    const read = set(
      `${HEAD}\n1.1 | Kế hoạch | 1\n | Mỗi văn bản chậm: 0,25 điểm |\n | Tính theo công thức: (b/a) x 2 |\n${LAST}
        | Tổng cộng | 3
      2 | Điểm thưởng | 2`,
    );
    expect(read.lines[1]?.steps).toEqual([]);
    expect(checkSet(read).map(({ kind, message }) => `${kind} ${/«.*»/.exec(message)?.[0] ?? ''}`)).toEqual([
      'unread-row «Mỗi văn bản chậm: 0,25 điểm»',
      'unread-row «Tính theo công thức: (b/a) x 2»',
    ]);
  });
});

test('who appraises stands once for all lines of a merged cell', () => {
  const table = grid(
    `STT | Tiêu chí | Điểm tối đa | Cơ quan thẩm định
    1 | CHỈ ĐẠO | 3 | Sở Nội vụ
    1.1 | Kế hoạch | 1 |
    1.2 | Báo cáo | 2 |
    2 | THỂ CHẾ | 2 | Sở Tư pháp
    2.1 | Rà soát văn bản | 2 |`,
    { sheet: 'Bộ tiêu chí', merges: ['D2:D4', 'D5:D6'] },
  );
  expect(readScoringSet(bookOf(table))?.lines.map(({ appraiser }) => appraiser)).toEqual([
    'Sở Nội vụ',
    'Sở Nội vụ',
    'Sở Nội vụ',
    'Sở Tư pháp',
    'Sở Tư pháp',
  ]);
});

test('an area merged over the other columns has neither evidence nor appraiser', () => {
  const table = grid(
    `STT | Tiêu chí | Điểm tối đa | Tài liệu kiểm chứng | Cơ quan thẩm định
    I | CHỈ ĐẠO | | |
    1.1 | Kế hoạch | 1 | Kế hoạch | Sở Nội vụ`,
    { sheet: 'Bộ tiêu chí', merges: ['B2:E2'] },
  );
  expect(readScoringSet(bookOf(table))?.lines.map(({ evidence, appraiser }) => [evidence, appraiser])).toEqual([
    [null, null],
    ['Kế hoạch', 'Sở Nội vụ'],
  ]);
});
