/** One heading of a one-unit sheet replaced by another that offices use: read right, or asked about at that column. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { columnName, toA1 } from '../../../src/core/values/address';
import { judgeAssessment } from '../../kit/generate/judge';
import { grid } from '../../kit/grid';
import { shape } from '../../kit/shapes/shape';

/** The heading, then the content of every row below it. */
type Column = readonly [role: string, heading: string, ...cells: string[]];

const PLAIN: readonly Column[] = [
  ['code', 'TT', "'1'", "'1.1'", "'1.2'", "'2'", "'2.1'", "'2.2'"],
  ['name', 'Nội dung', 'CHỈ ĐẠO, ĐIỀU HÀNH', 'Kế hoạch', 'Báo cáo', 'THỂ CHẾ', 'Văn bản', 'Rà soát', 'Tổng điểm'],
  ['max', 'Điểm tối đa', '5', '2', '3', '4.5', '1.5', '3', '9.5'],
  ['self', 'Điểm tự chấm', '5', '2', '3', '4', '1.5', '2.5', '9'],
  ['appraised', 'Điểm thẩm định', '4', '1', '3', '2.75', '1.25', '1.5', '6.75'],
  ['cause', 'Nguyên nhân', '', 'Ban hành chậm', '', '', 'Thiếu một văn bản', 'Không rà soát đúng hạn'],
];

const CAUSES = 'Ban hành chậm · Thiếu một văn bản · Không rà soát đúng hạn';

/** Content of an additional column. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  lost: ['1', '1', '0', '1.75', '0.25', '1.5', '2.75'],
  remedy: ['', 'Ban hành trước 31/01', '', '', 'Bổ sung trong quý I', ''],
  'Điểm năm 2024': ['4.5', '1.5', '3', '3.5', '1', '2.5', '8'],
  'Số văn bản': ['', '12', '4', '', '35', '2'],
  'Tỷ lệ thực hiện (%)': ['', '75', '100', '', '90', '45.5'],
  'Số hồ sơ': ['', '120', '86', '', '1250', '14'],
};

const HEADINGS: readonly (readonly [role: string, heading: string])[] = [
  ...[
    'Huyện chấm',
    'Hội đồng đánh giá',
    'Tổ công tác chấm',
    'Điểm thống nhất',
    'Điểm HĐ',
    'Điểm do Sở Nội vụ thẩm định',
    'Điểm sau giải trình',
    'UBND tỉnh phê duyệt',
    'Kết quả cuối cùng',
    'Đ.TĐ',
  ].map((heading) => ['appraised', heading] as const),
  ...['Đơn vị chấm', 'Điểm đề nghị', 'UBND xã đánh giá', 'Tự ĐG'].map((heading) => ['self', heading] as const),
  ...['Khung điểm', 'Barem điểm', 'Điểm số tối đa', 'Điểm theo Bộ tiêu chí', 'Điểm tối đa (theo Quyết định)'].map(
    (heading) => ['max', heading] as const,
  ),
  ...['Tiêu chuẩn', 'Nhiệm vụ', 'Hạng mục đánh giá'].map((heading) => ['name', heading] as const),
  ...['Giải thích lý do trừ điểm', 'Tồn tại dẫn đến bị trừ điểm', 'Lý do không đạt tối đa'].map(
    (heading) => ['cause', heading] as const,
  ),
  ...['Chênh lệch so với tối đa', 'Điểm chưa đạt'].map((heading) => ['lost', heading] as const),
  ['remedy', 'Giải pháp khắc phục'],
  ...['Điểm năm 2024', 'Số văn bản', 'Tỷ lệ thực hiện (%)', 'Số hồ sơ'].map((heading) => ['none', heading] as const),
];

/** «right», «asked», or a description of the error. */
function answerTo(role: string, heading: string): string {
  const further = FURTHER[role] ?? FURTHER[heading];
  const columns: readonly Column[] = further
    ? [...PLAIN, [role, heading, ...further]]
    : PLAIN.map((column) => (column[0] === role ? [role, heading, ...column.slice(2)] : column));
  const lines = Array.from({ length: 8 }, (_, row) => columns.map((column) => column[row + 1] ?? '').join(' | '));
  const sheet = shape('', [grid(['Đơn vị: Xã An Bình | ', ...lines].join('\n'))], [['Xã An Bình', 6.75, 9.5, 9]]);
  const told = assessBook(sheet.book);
  const { verdict, why } = judgeAssessment(sheet, told);
  if (verdict === 'silent') return why.join(' · ');
  const causes = told.sheets[0]?.deductions.map(({ cause }) => cause).join(' · ');
  if (verdict === 'right') return causes === CAUSES ? 'right' : `causes ${causes ?? ''}`;
  const at = columnName(columns.findIndex((column) => column[1] === heading));
  const places = [...told.diagnostics, ...told.sheets.flatMap(({ diagnostics }) => diagnostics)]
    .filter(({ severity }) => severity === 'error')
    .flatMap((each) => each.at.map(toA1));
  return places.some((place) => place.startsWith(at)) ? 'asked' : `asked elsewhere: ${why.join(' · ')}`;
}

test('headings that offices use', () => {
  const wrong = HEADINGS.flatMap(([role, heading]): string[] => {
    const answer = answerTo(role, heading);
    return answer === 'right' || answer === 'asked' ? [] : [`${role} «${heading}»: ${answer}`];
  });
  expect(wrong.slice(1)).toEqual([]);
});
