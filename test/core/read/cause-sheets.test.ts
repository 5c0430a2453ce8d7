/** Four texts about each loss on a separate sheet, in the layouts that offices use: each text reaches its own loss. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { bookOf, grid, gridOf } from '../../kit/grid';

const TABLE = `
STT | Nội dung | Điểm tối đa | Điểm đạt được
1 | Chỉ đạo điều hành | 4 | 2.25
1.1 | Kế hoạch cải cách hành chính | 2 | 1.25
1.1.1 | Thời gian ban hành | 1 | 0.5
1.1.2 | Chất lượng kế hoạch | 1 | 0.75
1.2 | Tuyên truyền | 2 | 1`;

interface NamedTable {
  readonly sheet: string;
  readonly table: string;
}

type Loss = readonly [
  code: string,
  name: string,
  lost: string,
  cause: string,
  body: string,
  person: string,
  answer: string,
];

const LOSSES: readonly Loss[] = [
  ['1.1.1', 'Thời gian ban hành', '0,5', 'Ban hành chậm 12 ngày', 'Văn phòng UBND xã', 'Ông A', 'Đã khắc phục'],
  ['1.1.2', 'Chất lượng kế hoạch', '0,25', 'Thiếu sản phẩm đầu ra', 'Phòng Kinh tế', 'Bà B', 'Chưa có hướng dẫn'],
  ['1.2', 'Tuyên truyền', '1', 'Thiếu 02 hình thức', 'Phòng Văn hóa - Xã hội', 'Ông C', 'Hỏng loa'],
];

const rowsOf = (row: (...loss: Loss) => string): string => LOSSES.map((loss) => row(...loss)).join('\n');

const TYPINGS: readonly (readonly [sheet: string, rows: string])[] = [
  [
    'Nguyên nhân',
    rowsOf((code, name, lost, c, b, p, e) =>
      [
        `- Tiêu chí ${code}. ${name} (mất ${lost} điểm)`,
        `+ Lý do: ${c}.`,
        `+ Trách nhiệm: ${b}.`,
        `+ Cá nhân phụ trách: ${p}.`,
        `+ Giải trình: ${e}.`,
      ].join('\n'),
    ),
  ],
  [
    'Nguyên nhân',
    'NGUYÊN NHÂN MẤT ĐIỂM\n1. Lĩnh vực Chỉ đạo điều hành: đạt 2,25/4 điểm\n' +
      rowsOf(
        (code, name, lost, c, b, p, e) =>
          `${code} ${name} (trừ ${lost} điểm). Lý do: ${c}. Trách nhiệm: ${b}; cá nhân: ${p}. Giải trình: ${e}.`,
      ),
  ],
  [
    'Nguyên nhân',
    rowsOf((code, name, lost, c, b, p, e) =>
      [
        `${code} | ${name} (trừ ${lost} điểm)`,
        ` | Lý do: | ${c}`,
        ` | Trách nhiệm: | ${b}`,
        ` | Cá nhân phụ trách: | ${p}`,
        ` | Giải trình: | ${e}`,
      ].join('\n'),
    ),
  ],
  [
    'Điểm bị trừ',
    'TỔNG HỢP ĐIỂM BỊ TRỪ\nTT | Mã | Nội dung | Điểm bị trừ | Lý do bị trừ điểm | Tập thể chịu trách nhiệm | ' +
      'Cá nhân chịu trách nhiệm | Ý kiến giải trình\n' +
      LOSSES.map((loss, at) => `${at + 1} | ${loss.join(' | ')}`).join('\n'),
  ],
  [
    'Kiểm điểm',
    'STT | Tiêu chí | Nguyên nhân | Trách nhiệm | Cá nhân | Nội dung giải trình\n' +
      LOSSES.map(([code, name, , ...words], at) => `${at + 1} | ${code}. ${name} | ${words.join(' | ')}`).join('\n'),
  ],
  [
    'Rà soát',
    'STT | Tiêu chí mất điểm | Vì sao mất điểm | Đơn vị phụ trách | Lãnh đạo phụ trách | Ý kiến giải trình\n' +
      'I | Chỉ đạo điều hành\n' +
      LOSSES.map(([code, name, , ...words], at) => `${at + 1} | Tiêu chí ${code}. ${name} | ${words.join(' | ')}`).join(
        '\n',
      ),
  ],
  [
    'Báo cáo kiểm điểm',
    rowsOf((code, name, lost, c, b, p, e) =>
      [
        `* Tiêu chí ${code}. ${name}: mất ${lost} điểm.`,
        `+ Lý do là ${c}.`,
        `+ Trách nhiệm thuộc về ${b}.`,
        `+ Cá nhân phụ trách tổng hợp, tham mưu: ${p}.`,
        `+ Giải trình: ${e}.`,
      ].join('\n'),
    ),
  ],
  [
    'Giải trình',
    'STT | Tiêu chí | Nguyên nhân | Trách nhiệm | Cá nhân phụ trách | Giải trình\n' +
      LOSSES.map(([, name, , ...words], at) => `${at + 1} | ${name} | ${words.join(' | ')}`).join('\n'),
  ],
];

const SHORTENED = (c: string, b: string, p: string, e: string): readonly string[] => [
  `NN: ${c}; TN: ${b}; CN: ${p}; GT: ${e}`,
  `${c}. (TN: ${b} - CN: ${p}). GT: ${e}`,
  `nn: ${c}\ntn: ${b}\ncn: ${p}\ngt: ${e}`,
  `- NN : ${c}\n- TN : ${b}\n- CNPT : ${p}\n- Giải trình : ${e}`,
];

const [HEAD = '', ...ROWS] = TABLE.trim().split('\n');
const wordsOf = (row: string): readonly string[] | undefined =>
  LOSSES.find(([code]) => row.startsWith(`${code} |`))?.slice(3);

const plain = (text: string | null): string => (text ?? '').replace(/\.$/, '');

const wordsIn = (...sheets: readonly NamedTable[]): string[][] => {
  const book = assessBook(bookOf(...sheets.map(({ sheet, table }) => grid(table, { sheet }))));
  return (book.sheets[0]?.deductions ?? []).map((loss) => [
    loss.item.code,
    ...[loss.cause, loss.responsibleBody, loss.responsiblePerson, loss.explanation].map(plain),
  ]);
};

const TRUTH = LOSSES.map(([code, , , ...words]) => [code, ...words]);

describe('a sheet beside the table', () => {
  test.each(TYPINGS.map(([sheet, rows], at) => [at + 1, sheet, rows] as const))(
    'typing %i: «%s»',
    (_at, sheet, rows) => {
      expect(wordsIn({ sheet: 'Chấm điểm', table: TABLE }, { sheet, table: rows })).toEqual(TRUTH);
    },
  );

  test('headed by the bodies before the items, each written once', () => {
    const rows = LOSSES.map(
      ([, name, , c, , p, e], at) => `${at === 0 ? 'Văn phòng' : ''} | ${name} | ${c} | ${p} | ${e}`,
    );
    const table = ['Cơ quan phụ trách | Tiêu chí | Nguyên nhân | Cá nhân phụ trách | Giải trình', ...rows].join('\n');
    const found = wordsIn({ sheet: 'Chấm điểm', table: TABLE }, { sheet: 'Kiểm điểm', table });
    expect(found).toEqual(LOSSES.map(([code, , , c, , p, e]) => [code, c, 'Văn phòng', p, e]));
  });

  test('with offices of the only unit under «Cơ quan» says who answers; another unit there is asked about', () => {
    const table = (body: string): string =>
      'TT | Cơ quan | Tiêu chí mất điểm | Nguyên nhân\n' +
      LOSSES.map(([, name, , c], at) => `${at + 1} | ${body} | ${name} | ${c}`).join('\n');
    const read = (body: string): string[][] =>
      wordsIn({ sheet: 'Chấm điểm', table: TABLE }, { sheet: 'Kiểm điểm', table: table(body) });
    expect(read('Phòng Kinh tế')).toEqual(LOSSES.map(([code, , , c]) => [code, c, 'Phòng Kinh tế', '', '']));
    expect(read('UBND xã Khác')).toEqual(LOSSES.map(([code]) => [code, '', '', '', '']));
  });

  test('a plan of work says nothing of the losses', () => {
    const plan =
      'TT | Nội dung | Đơn vị chủ trì | Thời hạn\n1 | Họp | Văn phòng | 1/3\n2 | In tài liệu | Phòng A | 5/3';
    const found = wordsIn({ sheet: 'Chấm điểm', table: TABLE }, { sheet: 'Kế hoạch', table: plan });
    expect(found.map((words) => words.slice(1))).toEqual(LOSSES.map(() => ['', '', '', '']));
  });
});

test('words below a heading that is no unit are those of the unit', () => {
  const [head, ...rows] = TABLE.trim().split('\n');
  const merged = [
    `${head ?? ''} | Kiểm điểm | Kiểm điểm | Kiểm điểm | Kiểm điểm`,
    ' |  |  |  | Lý do mất điểm | Trách nhiệm của tập thể | Trách nhiệm của cá nhân | Giải trình, kiến nghị',
    ...rows.map((row) => {
      const loss = LOSSES.find(([code]) => row.startsWith(`${code} |`));
      return loss ? `${row} | ${loss.slice(3).join(' | ')}` : row;
    }),
  ].join('\n');
  expect(wordsIn({ sheet: 'Chấm điểm', table: merged })).toEqual(TRUTH);
});

test('words left of the names, and in rows below each item, are those of the item', () => {
  const before = [
    `Giải trình | Người chịu trách nhiệm | Cơ quan tham mưu | Nguyên nhân | ${HEAD}`,
    ...ROWS.map((row) => `${[...(wordsOf(row) ?? ['', '', '', ''])].reverse().join(' | ')} | ${row}`),
  ].join('\n');
  expect(wordsIn({ sheet: 'Chấm điểm', table: before })).toEqual(TRUTH);
  const below = [
    HEAD,
    ...ROWS.flatMap((row) => {
      const labels = ['Lý do', 'Trách nhiệm', 'Cá nhân phụ trách', 'Giải trình'];
      return [row, ...(wordsOf(row) ?? []).map((words, at) => ` | - ${labels[at] ?? ''}: ${words}`)];
    }),
  ].join('\n');
  expect(wordsIn({ sheet: 'Chấm điểm', table: below })).toEqual(TRUTH);
});

test.each([0, 1, 2, 3])('labels shortened in one cell are those of the parts: way %i', (way) => {
  const rows = ROWS.map((row): string[] => {
    const [c = '', b = '', p = '', e = ''] = wordsOf(row) ?? [];
    return [...row.split(' | '), wordsOf(row) ? (SHORTENED(c, b, p, e)[way] ?? '') : ''];
  });
  const sheet = gridOf([[...HEAD.split(' | '), 'Ghi chú'], ...rows], { sheet: 'Chấm điểm' });
  const found = assessBook(bookOf(sheet)).sheets[0]?.deductions ?? [];
  expect(
    found.map((loss) => [
      loss.item.code,
      ...[loss.cause, loss.responsibleBody, loss.responsiblePerson, loss.explanation].map(plain),
    ]),
  ).toEqual(TRUTH);
});

describe('two years in one workbook', () => {
  const table = (year: number): string => `BẢNG CHẤM ĐIỂM XÃ AN NĂM ${year}\n${TABLE.trim()}`;
  const causesOf = (...sheets: readonly NamedTable[]): (string | null)[][] =>
    assessBook(
      bookOf(
        grid(table(2024), { sheet: '2024' }),
        grid(table(2023), { sheet: '2023' }),
        ...sheets.map((each) => grid(each.table, { sheet: each.sheet })),
      ),
    ).sheets.map(({ deductions }) => deductions.map(({ cause }) => cause));

  test('a sheet of causes without a year speaks of this year alone', () => {
    const now = { sheet: 'Nguyên nhân', table: 'Mã | Nguyên nhân\n1.2 | Thiếu 02 hình thức' };
    expect(causesOf(now)).toEqual([
      [null, null, 'Thiếu 02 hình thức'],
      [null, null, null],
    ]);
  });

  test('and one of last year of last year', () => {
    const now = { sheet: 'Nguyên nhân', table: 'Mã | Nguyên nhân\n1.2 | Thiếu 02 hình thức' };
    const before = { sheet: 'Nguyên nhân 2023', table: 'Mã | Nguyên nhân\n1.2 | Chưa có tin bài' };
    const titled = { ...before, sheet: 'Giải trình cũ', table: `NGUYÊN NHÂN MẤT ĐIỂM NĂM 2023\n${before.table}` };
    for (const old of [before, titled])
      expect(causesOf(now, old)).toEqual([
        [null, null, 'Thiếu 02 hình thức'],
        [null, null, 'Chưa có tin bài'],
      ]);
  });
});
