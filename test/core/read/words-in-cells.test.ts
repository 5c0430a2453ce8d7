/** Several texts beside a score in one cell or note, told apart by their labels; changing one keeps the others. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { planCauses } from '../../../src/core/causes/plan-causes';
import type { Cause } from '../../../src/core/model/deduction';
import { bookOf, grid, gridOf } from '../../kit/grid';

const table = (heading: string, words: string): string => `
STT | Nội dung | Điểm tối đa | Điểm đạt được | ${heading}
1 | Chỉ đạo điều hành | 3 | 2 |
1.1 | Ban hành kế hoạch | 1 | 0 | ${words}
1.2 | Tuyên truyền | 2 | 2 |`;

const told = ({ cause, responsibleBody, responsiblePerson, explanation }: Cause): (string | null)[] => [
  cause,
  responsibleBody,
  responsiblePerson,
  explanation,
];

const readWords = (heading: string, words: string): (string | null)[] => {
  const [assessment] = assessBook(bookOf(grid(table(heading, words)))).sheets;
  const [loss] = assessment?.deductions ?? [];
  return loss ? told(loss) : [];
};

const FOUR = ['Ban hành chậm 12 ngày', 'Văn phòng UBND', 'Ông A, Chánh Văn phòng', 'Đã khắc phục'];

describe('one cell', () => {
  test.each([
    [
      'Ghi chú',
      'Lý do: Ban hành chậm 12 ngày; Trách nhiệm: Văn phòng UBND; Cá nhân phụ trách: Ông A, Chánh Văn phòng; ' +
        'Giải trình: Đã khắc phục',
    ],
    [
      'Nguyên nhân',
      'Ban hành chậm 12 ngày; trách nhiệm: Văn phòng UBND; cá nhân: Ông A, Chánh Văn phòng; ' +
        'giải trình: Đã khắc phục',
    ],
    [
      'Nguyên nhân',
      'a) Nguyên nhân: Ban hành chậm 12 ngày; b) Đơn vị chịu trách nhiệm: Văn phòng UBND; ' +
        'c) Cá nhân chịu trách nhiệm: Ông A, Chánh Văn phòng; d) Ý kiến giải trình: Đã khắc phục',
    ],
    [
      'Giải trình',
      'Đã khắc phục; Nguyên nhân: Ban hành chậm 12 ngày; Trách nhiệm của tập thể: Văn phòng UBND; ' +
        'Trách nhiệm của cá nhân: Ông A, Chánh Văn phòng',
    ],
  ])('«%s» holds all four: %s', (heading, words) => {
    expect(readWords(heading, words)).toEqual(FOUR);
  });

  test.each([
    'Chưa phân công rõ trách nhiệm cho từng cá nhân, bộ phận',
    'Có 3 nội dung: kế hoạch, báo cáo, kiểm tra',
    'Phòng A chưa làm rõ nguyên nhân chậm muộn',
  ])('«%s» is a cause as it stands', (words) => {
    expect(readWords('Nguyên nhân', words)).toEqual([words, null, null, null]);
  });
});

const inCell = (words: string): (string | null)[] => {
  const rows = [
    ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm đạt được', 'Nguyên nhân'],
    ['1', 'Chỉ đạo điều hành', 3, 2],
    ['1.1', 'Ban hành kế hoạch', 1, 0, words],
    ['1.2', 'Tuyên truyền', 2, 2],
  ];
  const [loss] = assessBook(bookOf(gridOf(rows))).sheets[0]?.deductions ?? [];
  return loss ? told(loss) : [];
};

describe('lines in a cell', () => {
  test.each([
    ['in a sentence', 'Kế hoạch ban hành\nchậm so với\nquy định', 'Kế hoạch ban hành chậm so với quy định'],
    [
      'at a width, also before names and numbers',
      'Có 02 báo cáo của\nPhòng Nội vụ gửi sau\n15 ngày so với hạn\nUBND tỉnh quy định',
      'Có 02 báo cáo của Phòng Nội vụ gửi sau 15 ngày so với hạn UBND tỉnh quy định',
    ],
  ])('that were broken %s are one', (_, words, said) => {
    expect(inCell(words)).toEqual([said, null, null, null]);
  });

  test.each([
    'Chưa ban hành kế hoạch\nThiếu 02 báo cáo\nChậm kiểm tra\nKhông có sáng kiến',
    '- chậm kế hoạch\n- thiếu báo cáo',
    'chưa có kế hoạch;\nthiếu báo cáo',
    '1. Chậm kế hoạch\n2. Thiếu báo cáo',
  ])('of a list stay: %s', (words) => {
    expect(inCell(words)[0]).toBe(words);
  });

  test('a label that a PDF broke is one, and a square metre no footnote', () => {
    expect(
      inCell('Nguyên nhân: Trụ sở thiếu 20 m² làm việc. Giải\ntrình: Đã báo cáo. Trách\nnhiệm: Văn phòng²'),
    ).toEqual(['Trụ sở thiếu 20 m² làm việc.', 'Văn phòng', null, 'Đã báo cáo.']);
  });

  test('a sentence may open a part without a colon', () => {
    const [cause, body, , answer] = inCell(
      'Do ban hành chậm. Trách nhiệm thuộc về Văn phòng. Cá nhân liên quan giải trình ông A nghỉ ốm. ' +
        'Biện pháp khắc phục là phân công lại.',
    );
    expect([cause, body, answer]).toEqual(['Do ban hành chậm.', 'Văn phòng.', 'ông A nghỉ ốm.']);
  });
});

test('one of several words in a cell is changed, the others stay', () => {
  const book = bookOf(grid(table('Ghi chú', 'Lý do: Chậm; Trách nhiệm: Văn phòng UBND')));
  const [assessment] = assessBook(book).sheets;
  if (!assessment) throw new Error('the table is not read');
  const entry = { unit: 0, item: 1, cause: null, responsibleBody: 'Phòng Kinh tế', responsiblePerson: null };
  const edits = planCauses(book, assessment, [{ ...entry, cause: 'Ban hành muộn', explanation: null }]);
  const texts = edits.flatMap((sheet) =>
    sheet.edits.map((edit) => (edit.kind === 'cell' && edit.content.kind === 'text' ? edit.content.text : '')),
  );
  expect(texts.at(-1)).toBe('Nguyên nhân: Ban hành muộn\nTrách nhiệm: Phòng Kinh tế');
});
