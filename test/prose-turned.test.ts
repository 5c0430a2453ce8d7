/**
 * Sentences that name the criterion last or introduce a cause in unusual words; reviews of responsibility whose parts
 * are in one column or below merged headings.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../src/core/assess';
import { bookOf, grid } from './kit/grid';
import { bare, lower, outcomesOf, told, way, type Way } from './kit/told-passages';

const TABLE = `
STT | Nội dung | Điểm tối đa | Điểm đạt được
1 | Công tác chỉ đạo điều hành | 9 | 6.5
1.1 | Ban hành kế hoạch cải cách hành chính | 3 | 2
1.2 | Thực hiện chế độ thông tin, báo cáo | 2 | 1.5
1.3 | Sáng kiến cải cách hành chính | 4 | 3
`;
const LOSSES = [
  told('1.1', 'Ban hành kế hoạch cải cách hành chính', '1', '2/3', [
    'Kế hoạch chưa xác định sản phẩm cụ thể cho 04 nhiệm vụ',
    'Phòng Nội vụ',
    'ông Đỗ Văn Khải, Phó Trưởng phòng',
    'Mẫu kế hoạch của cấp trên chưa có cột sản phẩm',
  ]),
  told('1.2', 'Thực hiện chế độ thông tin, báo cáo', '0,5', '1,5/2', [
    'Báo cáo quý II gửi sau thời hạn 06 ngày',
    'Văn phòng HĐND và UBND',
    'bà Ngô Thị Mai',
    'Số liệu của các ngành gửi về muộn',
  ]),
];

const STYLES: readonly Way[] = [
  way(
    'cb',
    (x) =>
      `Đối với tiêu chí ${x.code} về ${lower(x.name)}, bị trừ ${x.lost} điểm. ` +
      `Sở dĩ mất điểm là do ${lower(x.cause)}. Trách nhiệm này thuộc về ${x.body}.`,
  ),
  way('c', (x) => `(${x.code}) ${x.name}\nĐiểm bị trừ: ${x.lost}\nLý do ${lower(x.cause)}`),
  way(
    'cb',
    (x) => `Trừ ${x.lost} điểm ở tiêu chí ${x.code} (${x.name}). Nguyên nhân: ${x.cause}. Trách nhiệm: ${x.body}.`,
  ),
  way(
    'c',
    (x) =>
      `+ Trong lĩnh vực cải cách hành chính: tiêu chí ${x.code} “${x.name}” mất ${x.lost} điểm, cụ ` +
      `thể: ${lower(x.cause)}.`,
  ),
  way(
    'c',
    (x) =>
      `Huyện không đạt điểm tối đa tại tiêu chí ${x.code} “${x.name}” (bị trừ ${x.lost} ` +
      `điểm) bởi ${lower(x.cause)}.`,
  ),
  way(
    'ce',
    (x) =>
      `Về nội dung ${lower(x.name)} (tiêu chí ${x.code}) Hội đồng trừ ${x.lost} điểm ` +
      `với lý do ${lower(x.cause)}. Đơn vị giải trình như sau: ${x.answer}.`,
  ),
  way('c', (x) => `Tiêu chí ${x.code} ${x.name} mất ${x.lost} điểm\nVì sao mất điểm: ${x.cause}`),
  way('c', (x) => `Do ${lower(x.cause)} nên tiêu chí ${x.code} “${x.name}” bị trừ ${x.lost} điểm.`),
];

describe('sentences that come to the criterion last', () => {
  test.each(STYLES.map((each, at) => [at + 1, each] as const))('style %i', (_at, each) => {
    expect(outcomesOf(TABLE, [each], LOSSES).map(({ outcome }) => outcome)).toEqual(['right', 'right']);
  });
});

const PARTS = ['Gửi chậm 06 ngày', 'Văn phòng', 'Bà Ngô Thị Mai', 'Đôn đốc hằng tuần', '30/06/2026'] as const;
const [CAUSE, BODY, PERSON, REMEDY, DUE] = PARTS;
const COLUMNS = 'STT | Nội dung | Điểm tối đa | Điểm đạt được';
const ITEMS = (third = '', fourth = ''): string =>
  `1 | Chỉ đạo | 5 | 3\n1.1 | Kế hoạch | 3 | 2${fourth}\n1.2 | Báo cáo | 2 | 1${third}`;
const TOLD =
  `- Nguyên nhân: ${CAUSE}.\\n- Trách nhiệm tập thể: ${BODY}.\\n- Trách nhiệm cá nhân: ${PERSON}.\\n` +
  `- Giải pháp: ${REMEDY}.\\n- Thời hạn: ${DUE}.`;

describe('a review of responsibility, however its parts are set out', () => {
  test.each([
    ['one column «Kiểm điểm»', [grid(`${COLUMNS} | Kiểm điểm\n${ITEMS(` | ${TOLD}`)}`)]],
    [
      'one column of an unknown name',
      [grid(`${COLUMNS} | Phần việc của đơn vị\n${ITEMS(` | ${TOLD}`, ` | ${TOLD.replace('06', '09')}`)}`)],
    ],
    [
      'merged headings on a sheet of its own',
      [
        grid(`${COLUMNS}\n${ITEMS()}`),
        grid(
          'STT | Tiêu chí bị trừ điểm | Nguyên nhân | Trách nhiệm | | Biện pháp khắc phục |\n' +
            ' | | | Tập thể | Cá nhân | Nội dung | Thời gian hoàn thành\n' +
            `1 | 1.2. Báo cáo | ${PARTS.join(' | ')}\n2 | 1.1. Kế hoạch | Chậm | Phòng | Ông A | Sửa | Quý I`,
          { sheet: 'Kiểm điểm', merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'] },
        ),
      ],
    ],
    [
      'other words for each part',
      [
        grid(`${COLUMNS}\n${ITEMS()}`),
        grid(
          'Tiêu chí | Lý do mất điểm | Đơn vị chịu trách nhiệm | Người chịu trách nhiệm | Hướng khắc phục | ' +
            `Hoàn thành trước\n1.2 | ${PARTS.join(' | ')}\n1.1 | Chậm | Phòng | Ông A | Sửa | Quý I`,
          { sheet: 'Phụ lục' },
        ),
      ],
    ],
  ])('%s', (_way, grids) => {
    const [assessment] = assessBook(bookOf(...grids)).sheets;
    const loss = assessment?.deductions.find(({ item }) => item.code.startsWith('1.2'));
    const said = [loss?.cause, loss?.responsibleBody, loss?.responsiblePerson, loss?.remedy, loss?.remedyDue];
    expect(said.map((each) => each?.replace(/\.$/, ''))).toEqual([...PARTS]);
  });
});

describe('four parts of a loss on a sheet of paragraphs', () => {
  const LINES = [`Tiêu chí 1.2 Báo cáo (mất 1 điểm)`, `Nguyên nhân: ${CAUSE}`, `Trách nhiệm: ${BODY}`];
  test.each([
    ['with labels', [...LINES, `Giải pháp khắc phục: ${REMEDY}`, `Thời hạn: ${DUE}`]],
    ['with verbs', [...LINES, `Giải pháp khắc phục là ${REMEDY}`, `Thời hạn hoàn thành ${DUE}`]],
    ['between strokes', [LINES[0] ?? '', [...LINES.slice(1), `Giải pháp: ${REMEDY}`, `Thời hạn: ${DUE}`].join(' / ')]],
    [
      'above the next area',
      [...LINES, `Giải pháp: ${REMEDY}`, `Thời hạn: ${DUE}`, 'Lĩnh vực 2: Thể chế: đạt 3/4 điểm'],
    ],
    ['without marks', [...LINES, `Giải pháp khắc phục: ${REMEDY}`, `Thời hạn: ${DUE}`].map(bare)],
  ])('%s', (_way, lines) => {
    const causes = grid(lines.map((line) => `'${line}'`).join('\n'), { sheet: 'Nguyên nhân' });
    const [assessment] = assessBook(bookOf(grid(`${COLUMNS}\n${ITEMS()}`), causes)).sheets;
    const loss = assessment?.deductions.find(({ item }) => item.code.startsWith('1.2'));
    const said = [loss?.cause, loss?.responsibleBody, loss?.remedy, loss?.remedyDue].map((each) => bare(each ?? ''));
    expect(said.map((each) => each.replace(/\.$/, ''))).toEqual([CAUSE, BODY, REMEDY, DUE].map(bare));
  });
});

test('a passage by area, of a table whose areas are scored as wholes', () => {
  const table = grid(`${COLUMNS}\n1 | Chỉ đạo, điều hành | 10 | 8.5\n2 | Cải cách chế độ công vụ | 10 | 7`);
  const said = [
    `+ Trong lĩnh vực chỉ đạo, điều hành: xã bị trừ 1,5 điểm do ban hành chậm; trách nhiệm thuộc ${BODY}.`,
    `+ Lĩnh vực cải cách chế độ công vụ mất 3 điểm vì có vi phạm. Trách nhiệm: ${BODY}. Giải pháp: ${REMEDY}.`,
  ];
  const causes = grid(said.map((line) => `'${line}'`).join('\n'), { sheet: 'Nguyên nhân' });
  const [assessment] = assessBook(bookOf(table, causes)).sheets;
  expect(assessment?.deductions.map(({ cause, responsibleBody, remedy }) => [cause, responsibleBody, remedy])).toEqual([
    ['ban hành chậm', BODY, null],
    ['có vi phạm.', BODY, `${REMEDY}.`],
  ]);
});
