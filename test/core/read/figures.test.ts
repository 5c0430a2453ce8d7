/** Single figures that decide a whole result and that the rest of the table contradicts. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { bookOf, grid } from '../../kit/grid';

/** The errors of the sheet, and for each unit whether it has an index. */
function told(text: string): { readonly errors: readonly string[]; readonly isKnown: readonly boolean[] } {
  const { sheets } = assessBook(bookOf(grid(text)));
  return {
    errors: sheets
      .flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'))
      .map(({ message }) => message),
    isKnown: sheets.flatMap(({ units }) => units.map(({ index }) => index !== null)),
  };
}

describe('a list of losses', () => {
  const list = (area: string, total = '14 | 11 | 3'): string => `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | Điểm thẩm định | Điểm bị trừ
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | ${area}
  '1.1' | Kế hoạch | 2 | 1 | 1
  '2' | THỂ CHẾ | 4 | 3 | 1
  '2.2' | Văn bản | 1.5 | 0.5 | 1
  '3' | THỦ TỤC HÀNH CHÍNH | 5 | 4 | 1
  '3.1' | Công khai | 2 | 1 | 1
     | Tổng điểm | ${total}`;

  test('whose areas are what their losses and the total say is counted', () => {
    expect(told(list('5 | 4 | 1'))).toEqual({ errors: [], isKnown: [true] });
  });

  test('with an area that its loss contradicts is asked about', () => {
    const { errors, isKnown } = told(list('5 | 0.4 | 1'));
    expect(errors.join('\n')).toContain('lĩnh vực 1 CHỈ ĐẠO, ĐIỀU HÀNH có đúng là 0,4 trên 5 không');
    expect(isKnown).toEqual([false]);
  });

  test('with areas that do not come to the stated total is asked about', () => {
    expect(told(list('6 | 5 | 1')).errors.join('\n')).toContain('ổng điểm tối đa là 15 hay 14');
  });
});

const OWN_MAXIMA = `
  TT | Nội dung | Xã An Bình |  | Xã Phú Lộc |  | Xã Tân Lập |
     |          | Điểm tối đa | Điểm thẩm định | Điểm tối đa | Điểm thẩm định | Điểm tối đa | Điểm thẩm định
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 4 | 5 | 3 | 5 | 5
  '1.1' | Kế hoạch | 2 | 2 | 2 | 1 | 2 | 2
  '1.2' | Báo cáo | 3 | 2 | 3 | 2 | 3 | 3
  '2' | THỂ CHẾ | 4 | 3 | 4 | 4 | 4 | 4
  '2.1' | Văn bản | 4 | 3 | 4 | 4 | 4 | 4`;

test('a maximum of one unit that no other unit has is asked about, for that unit', () => {
  expect(told(OWN_MAXIMA)).toEqual({ errors: [], isKnown: [true, true, true] });
  const { errors, isKnown } = told(OWN_MAXIMA.replace('| 3 | 2 | 3 | 2 |', '| 3 | 2 | 30 | 2 |'));
  expect(errors.join('\n')).toContain('iểm tối đa của tiêu chí 1.2 Báo cáo là 30 hay 3');
  expect(isKnown).toEqual([true, false, true]);
});

const ROWS = `
  BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025
  TT | Tên đơn vị | Thể chế | Thủ tục | Tài chính | Tổng điểm
     | Điểm tối đa | 10 | 20 | 25 | 55
  1 | Xã An Bình | 9 | 18 | 20 | 47
  2 | Xã Phú Lộc | 7 | 19 | 21 | 47
  3 | Xã Tân Lập | 8 | 17 | 24 | 49`;

test('maxima that do not come to their total are asked about', () => {
  expect(told(ROWS).errors).toEqual([]);
  expect(told(ROWS.replace('10 | 20', '10 | 21')).errors.join('\n')).toContain('mỗi đơn vị là 56 hay 55');
});

test('a maximum that most units are above is asked about', () => {
  expect(told(ROWS.replace('10 | 20 | 25 | 55', '10 | 2 | 25 | 37')).errors.join('\n')).toContain(
    'iểm tối đa của tiêu chí 2 Thủ tục có đúng là 2 không',
  );
});

describe('a maximum of which no unit reaches a fifth', () => {
  const rows = (maxima: string, name = 'Tác động') => `
  BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025
  TT | Tên đơn vị | Thể chế | Thủ tục | Tài chính | ${name} | Tổng điểm
     | Điểm tối đa | ${maxima}
  1 | Xã An Bình | 25 | 35 | 20 | 0.5 | 80.5
  2 | Xã Phú Lộc | 25 | 36 | 21 | 0.25 | 82.25
  3 | Xã Tân Lập | 28 | 36 | 22 | 0.5 | 86.5`;
  const asked = 'iểm tối đa của tiêu chí 4 Tác động có đúng là 5 không';

  test.each([
    ['of areas out of 100', rows('30 | 40 | 25 | 5 |')],
    ['of areas that come to what the table says', rows('30 | 50 | 25 | 5 | 110')],
    ['of points beside the areas', rows('30 | 50 | 25 | 5 |', 'Điểm thưởng sáng kiến')],
  ])('%s is right', (_name, text) => {
    expect(told(text)).toEqual({ errors: [], isKnown: [true, true, true] });
  });

  test('counts elsewhere, with a warning', () => {
    const { sheets } = assessBook(bookOf(grid(rows('30 | 50 | 25 | 5 |'))));
    const warnings = sheets.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'warning'));
    expect(warnings.map(({ message }) => message).join('\n')).toContain(asked);
    expect(told(rows('30 | 50 | 25 | 5 |'))).toEqual({ errors: [], isKnown: [true, true, true] });
  });
});

test('one score above the maxima of its khối leaves them the maxima of that khối', () => {
  const groups = `
  BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025
  TT | Tên đơn vị | Thể chế | Thủ tục
  I | Khối sở | 10 | 20
  1 | Sở Nội vụ | 9 | 18
  2 | Sở Y tế | 70 | 19
  II | Khối xã | 15 | 25
  1 | Xã An Bình | 14 | 24
  2 | Xã Phú Lộc | 9 | 20`;
  const { errors, isKnown } = told(groups);
  expect(errors).toEqual([expect.stringContaining('vượt điểm tối đa 10')]);
  expect(isKnown).toEqual([true, false, true, true]);
});

test('parents that are no sums in maxima and points alike are asked about', () => {
  const gone = `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | Điểm thẩm định
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 9 | 7
  '1.1' | Kế hoạch | 2 | 2
  '1.3' | Báo cáo | 3 | 2
  '2' | THỂ CHẾ | 4 | 3
  '2.1' | Văn bản | 4 | 3`;
  expect(told(gone).errors.join('\n')).toContain('bảng thiếu dòng nào');
});
