import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import type { Assessment } from '../../../src/core/model/assessment';
import type { Deduction } from '../../../src/core/model/deduction';
import { suggestCauses } from '../../../src/core/causes/suggest-causes';
import { bookOf, grid } from '../../kit/grid';

const UNITS = ['An', 'Bình', 'Cát', 'Dương', 'Em', 'Gia', 'Hòa'];
/** One line of causes per unit; a unit without one has «–». */
const assessed = (causes: readonly string[], name = '1.1 | Kế hoạch cải cách hành chính'): Assessment => {
  const [code = '', label = ''] = name.split(' | ');
  const table =
    `TT | Nội dung | Điểm tối đa | ${UNITS.map((unit) => `Xã ${unit}`).join(' | ')}\n` +
    `1 | CHỈ ĐẠO | 2 ${'| '.repeat(7)}\n${name} | 2 ${'| 1'.repeat(7)}`;
  const lines = causes.map((cause, at) => `Xã ${UNITS[at] ?? ''} | ${code} | ${label} | ${cause}`);
  const [only] = assessBook(
    bookOf(
      grid(table, { sheet: 'Bảng tổng hợp' }),
      grid(`Đơn vị | Mã | Tiêu chí | Nguyên nhân\n${lines.join('\n')}`, { sheet: 'Nguyên nhân' }),
    ),
  ).sheets;
  if (!only) throw new Error('no sheet was read');
  return only;
};
const lossOf = ({ deductions }: Assessment, wanted: number): Deduction =>
  deductions.find(({ unit }) => unit.position === wanted)!;
const shown = (assessment: Assessment, unit: number, lastYear: readonly Assessment[] = []): string[] =>
  suggestCauses([assessment], assessment, lossOf(assessment, unit), lastYear).map(
    ({ cause, times, isLastYears }) => `${cause} ×${times}${isLastYears ? ' năm trước' : ''}`,
  );

describe('causes for reuse', () => {
  test('are those of other units, the most frequent first, once whatever the case, tone place or closing stop', () => {
    const assessment = assessed([
      'Chưa có',
      'Ban hành chậm',
      'Thiếu hoà giải',
      'ban hành  chậm.',
      'Thiếu hòa giải'.normalize('NFD'),
      'Ban hành chậm;',
      '…',
    ]);
    expect(shown(assessment, 0)).toEqual(['Ban hành chậm ×3', 'Thiếu hoà giải ×2']);
    expect(shown(assessment, 6)).toEqual(['Ban hành chậm ×3', 'Thiếu hoà giải ×2', 'Chưa có ×1']);
  });

  test("are five at most, and never the loss's own", () => {
    const assessment = assessed(['a', 'b', 'c', 'd', 'e', 'g', 'A']);
    expect(shown(assessment, 0)).toEqual(['b ×1', 'c ×1', 'd ×1', 'e ×1', 'g ×1']);
  });

  test("count last year's for the same criterion under its other code, its own unit's too", () => {
    const before = assessed(['Ban hành chậm', 'ban hành chậm', 'Thiếu người'], '1.3 | Kế hoạch CCHC');
    expect(shown(assessed(['', 'Thiếu kinh phí']), 0, [before])).toEqual([
      'Ban hành chậm ×2 năm trước',
      'Thiếu kinh phí ×1',
      'Thiếu người ×1 năm trước',
    ]);
    expect(shown(assessed(['', 'Thiếu kinh phí']), 0, [assessed(['Không dùng'], '1.1 | Chữ ký số cá nhân')])).toEqual([
      'Thiếu kinh phí ×1',
    ]);
  });

  test('are gathered over the sheets where each unit has its own', () => {
    const sheet = (name: string, cause: string) =>
      grid(
        `Đơn vị: ${name}\nTT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân\n` +
          `1 | Chỉ đạo điều hành | 10 | |\n1.1 | Kế hoạch năm | 10 | 5 | ${cause}`,
        { sheet: name },
      );
    const { sheets } = assessBook(
      bookOf(sheet('Xã A', ''), sheet('Xã B', 'Ban hành chậm'), sheet('Xã C', 'Ban hành chậm')),
    );
    expect(sheets[0] && suggestCauses(sheets, sheets[0], lossOf(sheets[0], 0))).toEqual([
      { cause: 'Ban hành chậm', times: 2, unitName: 'Xã B', isLastYears: false },
    ]);
  });

  test("leave out what is put together of an area's parts: it holds one unit's points", () => {
    const table =
      'TT | Đơn vị | Chỉ đạo | Thể chế | Tổng điểm\n' +
      '| Điểm tối đa | 10 | 15 | 25\n1 | Xã A | 8 | 9 | 17\n2 | Xã B | 7 | 9 | 16';
    const lines =
      'Đơn vị | Mã | Tiêu chí | Nguyên nhân\n' +
      'Xã A | 1.1 | Kế hoạch | Kế hoạch chậm\nXã A | 2 | Thể chế | Rà soát chậm';
    const [assessment] = assessBook(bookOf(grid(table), grid(lines, { sheet: 'Nguyên nhân' }))).sheets;
    const ofB = assessment?.deductions.filter(({ unit }) => unit.position === 1) ?? [];
    expect(
      ofB.map((loss) => assessment && suggestCauses([assessment], assessment, loss).map(({ cause }) => cause)),
    ).toEqual([[], ['Rà soát chậm']]);
  });
});
