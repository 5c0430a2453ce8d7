/**
 * One responsibility review in the worksheet layouts of several districts: the report gives the same about every loss,
 * whatever the layout.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../../src/core/assess';
import { RESPONSIBILITY_REVIEW } from '../../../../src/core/documents/reports/responsibility-review';
import { splitYears } from '../../../../src/core/matching/split-years';
import type { CellValue, Grid } from '../../../../src/core/model/workbook/grid';
import { linesOf } from '../../../kit/files/document-text';
import { bookOf, gridOf } from '../../../kit/grid';
import {
  depthOf,
  EXPECTED,
  hasParts,
  isLost,
  LAST_YEAR,
  lostOf,
  REVIEW,
} from '../../../kit/field/responsibility-review';

const TITLE = 'BẢNG TỔNG HỢP KẾT QUẢ THẨM ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022';
const LETTERHEAD: CellValue[][] = [
  ['UBND TỈNH BÌNH AN', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['UBND HUYỆN SƠN AN', null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
  [null],
  [TITLE],
  ['(Kèm theo Báo cáo số      /BC-UBND ngày     tháng     năm 2023)'],
  [null],
];
const PENALTY = 'Điểm trừ: có vụ việc khiếu nại đông người, vượt cấp';

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');
const losses = REVIEW.filter(({ said }) => said.length === 4);
const areaNameOf = ({ code }: (typeof REVIEW)[number]): string =>
  REVIEW.find((row) => depthOf(row) === 0 && row.code === code.split('.')[0])?.name ?? '';
const scoresAlone = (): Grid =>
  gridOf(
    [
      ...LETTERHEAD,
      ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm đạt được'],
      ...REVIEW.map(({ code, name, max, awarded }): CellValue[] => [code, name, max, awarded]),
    ],
    { sheet: 'Sơn An 2022' },
  );

const PARTS = ['Lý do', 'Trách nhiệm', 'Cá nhân phụ trách', 'Giải trình'];

/** The scores with rows below each loss, one for each part of its text. */
const withPartRows = (rowOf: (text: string, part: number) => readonly CellValue[]): Grid =>
  gridOf(
    [
      ...LETTERHEAD,
      ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm đạt được', 'Ghi chú'],
      ...REVIEW.flatMap(({ code, name, max, awarded, said }): (readonly CellValue[])[] => [
        [code, name, max, awarded],
        ...(said.length === 4 ? said.map(rowOf) : []),
      ]),
    ],
    { sheet: 'Sơn An 2022' },
  );

/** A sheet beside the scores: one row a loss, cited in its first cells. */
const cited = (heads: readonly string[], of: (row: (typeof REVIEW)[number]) => readonly CellValue[]): Grid =>
  gridOf([['KIỂM ĐIỂM TRÁCH NHIỆM'], [...heads, ...PARTS], ...losses.map((row) => [...of(row), ...row.said])], {
    sheet: 'Kiểm điểm',
  });

const LAYOUTS: Readonly<Record<string, () => readonly Grid[]>> = {
  'a column for each part, the penalty below the total': () => [
    gridOf(
      [
        ...LETTERHEAD,
        [
          ...['TT', 'Lĩnh vực/Tiêu chí/Tiêu chí thành phần', 'Điểm chuẩn', 'Tự chấm', 'Thẩm định', 'Mất điểm', 'Lý do'],
          ...['Trách nhiệm', 'Cá nhân phụ trách, tham mưu', 'Giải trình của đơn vị'],
        ],
        ...REVIEW.map((row): CellValue[] => [
          ...[row.code, row.name, row.max, row.self, row.awarded, isLost(row) ? lostOf(row) : null],
          ...(depthOf(row) === 0 ? [] : row.said),
        ]),
        [null, 'Tổng cộng', 73.5, 71.3, 45.6],
        [null, PENALTY, null, null, -0.5, null, 'Để xảy ra 01 vụ khiếu nại lên tỉnh', 'Thanh tra huyện', 'Bà N'],
      ],
      { sheet: 'Tổng hợp' },
    ),
    LAST_YEAR,
  ],
  'all parts in one cell with labels, the district named by the tab and the letterhead': () => [
    gridOf(
      [
        ...LETTERHEAD,
        ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm đạt được', 'Nguyên nhân, trách nhiệm, giải trình'],
        ...REVIEW.map((row): CellValue[] => {
          const [cause = '', body = '', person = '', answer = ''] = row.said;
          const words =
            `- Lý do: ${cause}.\n- Trách nhiệm thuộc về ${body}.\n` +
            `- Cá nhân phụ trách: ${person}.\n- Giải trình: ${answer}.`;
          return [row.code, row.name, row.max, row.awarded, row.said.length < 4 ? null : words];
        }),
      ],
      { sheet: 'Sơn An 2022' },
    ),
    LAST_YEAR,
  ],
  'all parts in one cell, sentences without labels': () => [
    gridOf(
      [
        ...LETTERHEAD,
        ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm đạt được', 'Nội dung kiểm điểm'],
        ...REVIEW.map((row): CellValue[] => {
          const [cause = '', body = '', person = '', answer = ''] = row.said;
          const words =
            `Nguyên nhân là do ${cause}. Trách nhiệm thuộc về ${body}. ` +
            `Cá nhân phụ trách là ${person}. Đơn vị giải trình rằng ${answer}.`;
          return [row.code, row.name, row.max, row.awarded, row.said.length < 4 ? null : words];
        }),
      ],
      { sheet: 'Sơn An 2022' },
    ),
    LAST_YEAR,
  ],
  'all parts in one cell with footnote signs, the lines broken by a PDF': () => [
    gridOf(
      [
        ...LETTERHEAD,
        ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm đạt được', 'Nguyên nhân, trách nhiệm'],
        ...REVIEW.map((row): CellValue[] => {
          const [cause = '', body = '', person = '', answer = ''] = row.said;
          const duties = `Trách nhiệm: ${body}. Cá nhân phụ trách: ${person}`;
          const words = `Lý do: ${cause}(1). ${duties}. Giải trình: ${answer}².`;
          const narrow = words.replace(/(?=(.{30}))(.{1,30}) /gu, '$2\n');
          return [row.code, row.name, row.max, row.awarded, row.said.length < 4 ? null : narrow];
        }),
      ],
      { sheet: 'Sơn An 2022' },
    ),
    LAST_YEAR,
  ],
  'a list of losses': () => [
    gridOf(
      [
        ['UBND HUYỆN SƠN AN'],
        ['TỔNG HỢP CÁC TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN BỊ MẤT ĐIỂM CHỈ SỐ CCHC NĂM 2022'],
        [
          ...['STT', 'Lĩnh vực, tiêu chí', 'Điểm quy định', 'Điểm đạt được', 'Điểm mất', 'Lý do mất điểm'],
          ...['Trách nhiệm thuộc về', 'Cá nhân tham mưu', 'Ý kiến giải trình'],
        ],
        ...REVIEW.filter(isLost).map((row): CellValue[] => [
          ...[row.code, row.name, row.max, row.awarded, lostOf(row)],
          ...(depthOf(row) === 0 ? [] : row.said),
        ]),
      ],
      { sheet: 'Mất điểm' },
    ),
    LAST_YEAR,
  ],
  'two districts as columns, causes on a sheet of their own': () => [
    gridOf(
      [
        [`${TITLE} CÁC HUYỆN`],
        ['TT', 'Tiêu chí', 'Điểm tối đa', 'Huyện Sơn An', null, 'Huyện Tuy Bình', null],
        [null, null, null, 'Tự chấm', 'Thẩm định', 'Tự chấm', 'Thẩm định'],
        ...REVIEW.map((row): CellValue[] => [
          ...[row.code, row.name, row.max],
          ...(depthOf(row) === 0 || hasParts(row) ? [] : [row.self, row.awarded, row.max, row.max]),
        ]),
      ],
      { sheet: 'Các huyện', merges: ['D2:E2', 'F2:G2', 'A2:A3', 'B2:B3', 'C2:C3'] },
    ),
    gridOf(
      [
        ['Đơn vị', 'Mã tiêu chí', 'Tiêu chí', 'Lý do', 'Trách nhiệm', 'Cá nhân phụ trách', 'Giải trình'],
        ...REVIEW.filter(({ said }) => said.length === 4).map((row): CellValue[] => [
          ...['Huyện Sơn An', row.code, row.name],
          ...row.said,
        ]),
      ],
      { sheet: 'Nguyên nhân' },
    ),
    LAST_YEAR,
  ],
  'a list of what was lost beside the scores, the area before each criterion, other words for the parts': () => [
    scoresAlone(),
    gridOf(
      [
        ['DANH MỤC TIÊU CHÍ BỊ TRỪ ĐIỂM VÀ KẾT QUẢ KIỂM ĐIỂM'],
        [
          ...['STT', 'Lĩnh vực', 'Tiêu chí bị trừ điểm', 'Số điểm bị trừ', 'Lý do bị trừ'],
          ...['Chủ thể chịu trách nhiệm', 'Người phụ trách', 'Thuyết minh, giải trình'],
        ],
        ...losses.map((row, position): CellValue[] => [
          ...[position + 1, areaNameOf(row), `${row.code}. ${row.name}`, lostOf(row)],
          ...row.said,
        ]),
      ],
      { sheet: 'Danh mục' },
    ),
    LAST_YEAR,
  ],
  'bodies as headings over the causes of their losses': () => [
    scoresAlone(),
    gridOf(
      [
        ['TT', 'Mã', 'Nội dung', 'Nguyên nhân', 'Cá nhân phụ trách', 'Giải trình'],
        ...[...new Set(losses.map(({ said }) => said[1] ?? ''))].flatMap((body, group): CellValue[][] => [
          [ROMAN[group] ?? '', body],
          ...losses
            .filter(({ said }) => said[1] === body)
            .map(({ code, name, said: [cause = '', , person = '', answer = ''] }, position): CellValue[] => [
              ...[position + 1, code, name],
              ...[cause, person, answer],
            ]),
        ]),
      ],
      { sheet: 'Nguyên nhân' },
    ),
    LAST_YEAR,
  ],
  'labels in the column of codes below each item': () => [
    withPartRows((text, part) => [PARTS[part] ?? '', text]),
    LAST_YEAR,
  ],
  'letters in the column of codes, labels before the texts': () => [
    withPartRows((text, part) => [`${'abcd'.charAt(part)})`, `${PARTS[part] ?? ''}: ${text}`]),
    LAST_YEAR,
  ],
  'labels in the column of names, the texts among the notes': () => [
    withPartRows((text, part) => [null, PARTS[part] ?? '', null, null, text]),
    LAST_YEAR,
  ],
  'labels and texts in two columns of a sheet of their own': () => [
    scoresAlone(),
    gridOf(
      [
        ['KIỂM ĐIỂM TRÁCH NHIỆM'],
        ['Mã', 'Tiêu chí', 'Nội dung', 'Chi tiết'],
        ...losses.flatMap(({ code, name, said }) =>
          said.map((text, part) => [part > 0 ? null : code, part > 0 ? null : name, PARTS[part] ?? '', text]),
        ),
      ],
      { sheet: 'Kiểm điểm' },
    ),
    LAST_YEAR,
  ],
  'causes and bodies on one sheet, persons and explanations on another': () => [
    scoresAlone(),
    ...[0, 2].map((first) =>
      gridOf(
        [
          ['Mã', 'Tiêu chí', ...PARTS.slice(first, first + 2)],
          ...losses.map(({ code, name, said }) => [code, name, ...said.slice(first, first + 2)]),
        ],
        { sheet: first === 0 ? 'Nguyên nhân' : 'Giải trình' },
      ),
    ),
    LAST_YEAR,
  ],
  'codes in brackets before the names': () => [
    scoresAlone(),
    cited(['Tiêu chí'], ({ code, name }) => [`[${code}] ${name}`]),
    LAST_YEAR,
  ],
  'codes in brackets behind shortened names': () => [
    scoresAlone(),
    cited(['Tiêu chí'], ({ code, name }) => [`${name.slice(0, 9)}… (TC ${code})`]),
    LAST_YEAR,
  ],
  'codes alone, behind a short word': () => [
    scoresAlone(),
    cited(['Tiêu chí', 'Điểm trừ'], (row) => [`TC ${row.code}`, lostOf(row)]),
    LAST_YEAR,
  ],
  'codes alone, of Roman areas': () => [
    scoresAlone(),
    cited(['Mã'], ({ code }) => [code.replace(/^\d+/, (area) => ROMAN[Number(area) - 1] ?? '')]),
    LAST_YEAR,
  ],
  'numbers typed as text with commas, a total and signatures below': () => [
    gridOf(
      [
        ['UBND HUYỆN SƠN AN'],
        ['KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2022 CỦA UBND HUYỆN SƠN AN'],
        [
          ...['STT', 'Tiêu chí', 'Điểm tối đa', 'Kết quả thẩm định', 'Nguyên nhân bị trừ điểm'],
          ...['Cơ quan chịu trách nhiệm', 'Cá nhân chịu trách nhiệm', 'Nội dung giải trình'],
        ],
        ...REVIEW.map((row): CellValue[] => [
          depthOf(row) === 0 ? Number(row.code) : row.code,
          ...[row.name, String(row.max).replace('.', ','), String(row.awarded).replace('.', ',')],
          ...(depthOf(row) === 0 ? [] : row.said),
        ]),
        ['Tổng', null, '73,5', '45,6'],
        [null],
        [null, 'NGƯỜI LẬP', null, null, 'TM. ỦY BAN NHÂN DÂN'],
      ],
      { sheet: '2022' },
    ),
    LAST_YEAR,
  ],
};

describe.each(Object.entries(LAYOUTS))('26 losses: %s', (_, sheets) => {
  const { current: book, earlier } = splitYears(assessBook(bookOf(...sheets())));
  const report = RESPONSIBILITY_REVIEW.compose({ book, previous: earlier, units: null, details: book.details });
  const lines = linesOf(report).map((line) => line.replace(/^#+ /, ''));

  test('every area and every loss with its four parts, in the order of the set', () => {
    const from = lines.indexOf(EXPECTED[0] ?? '');
    expect(lines.slice(from, from + EXPECTED.length)).toEqual(EXPECTED);
  });

  test('the district, both years and nothing that one sheet leaves out', () => {
    const text = lines.join('\n');
    expect(report.form.subject).toContain('năm 2022 của UBND huyện Sơn An');
    expect(text).toMatch(/So với năm 2021 \(74,96%\), chỉ số giảm 1[23],\d+ điểm phần trăm\./);
    expect(text).toContain('1 mục giữ nguyên, 7 đổi điểm tối đa; vì vậy hai năm được so sánh theo tỷ lệ %.');
    expect(text).not.toMatch(/lặp lại|mục bỏ|chưa xác định/i);
    const found = book.sheets.flatMap(({ diagnostics }) => diagnostics);
    expect(found.filter(({ severity, alias }) => severity !== 'note' && alias !== 'text-number')).toEqual([]);
  });
});

test('a penalty below the total counts and stands last, with its own reason and body', () => {
  const [sheets] = Object.values(LAYOUTS);
  const { current: book, earlier } = splitYears(assessBook(bookOf(...(sheets?.() ?? []))));
  const report = RESPONSIBILITY_REVIEW.compose({ book, previous: earlier, units: null, details: book.details });
  const lines = linesOf(report);
  // (45,6 − 0,5) / 73,5.
  expect(lines.join('\n')).toContain('đạt 61,36% (45,6/73,5 điểm, điểm trừ ngoài bộ tiêu chí 0,5)');
  const at = lines.indexOf('# 3. Điểm trừ ngoài bộ tiêu chí');
  expect(lines.slice(at + 1, at + 5)).toEqual([
    `* ${PENALTY}: 0,5 điểm.`,
    '+ Lý do: Để xảy ra 01 vụ khiếu nại lên tỉnh.',
    '+ Trách nhiệm: Thanh tra huyện.',
    '+ Cá nhân phụ trách: Bà N.',
  ]);
});

test.each(['Cách khắc phục', 'Hướng xử lý', 'Kế hoạch khắc phục', 'Cam kết của đơn vị'])(
  'a measure behind the label «%s» is no part of the explanation',
  (label) => {
    const words =
      '+ Lý do trừ điểm: gửi chậm\n+ Trách nhiệm chính: Văn phòng\n' +
      `+ Giải trình: nghỉ ốm\n+ ${label}: cử người thay`;
    const book = assessBook(
      bookOf(
        gridOf([
          ['TT', 'Nội dung', 'Điểm tối đa', 'Điểm đạt được', 'Kiểm điểm'],
          ['1', 'Báo cáo', 2, 1, words],
        ]),
      ),
    );
    expect(book.sheets[0]?.deductions[0]).toMatchObject({
      ...{ cause: 'gửi chậm', responsibleBody: 'Văn phòng', explanation: 'nghỉ ốm', remedy: 'cử người thay' },
    });
  },
);
