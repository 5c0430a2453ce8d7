import { describe, expect, test } from '@jest/globals';
import { toText } from '../../../src/core/values/decimal';
import { foldText } from '../../../src/core/values/fold-text';
import { unitKey } from '../../../src/core/matching/unit-keys';
import { findScoreSheets } from '../../../src/core/read/find-score-sheets';
import { readCauses } from '../../../src/core/read/beside/read-cause-sheets';
import { readCriteriaSet } from '../../../src/core/read/beside/read-side-sheets';
import { bookOf, grid } from '../../kit/grid';

const TABLE = 'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Kế hoạch | 2 | 1';

describe('Bộ tiêu chí and Nguyên nhân', () => {
  test('a criteria set gives code, name and maximum', () => {
    const set = readCriteriaSet(
      grid(
        'TT | Tên tiêu chí | Điểm chuẩn | Bước điểm\n1 | Chỉ đạo | 3 |\n' +
          '1.1 | Kế hoạch | 1,5 | 0,25\n | Tổng cộng | 3 |',
        { sheet: 'Bộ tiêu chí' },
      ),
    );
    expect(
      set?.criteria.map(({ code, name, max, step }) => [code, name, max && toText(max), step && toText(step)]),
    ).toEqual([
      ['1', 'Chỉ đạo', '3', null],
      ['1.1', 'Kế hoạch', '1.5', '0.25'],
    ]);
  });

  test('sums, and a header printed again after a page break, are no criteria', () => {
    const header = 'TT | Tên tiêu chí | Điểm chuẩn';
    const set = readCriteriaSet(
      grid(`${header}\n1 | Chỉ đạo | 3\n${header}\n1.1 | Kế hoạch | 3\n | Cộng | 3\nTổng cộng | | 3`, {
        sheet: 'Bộ tiêu chí',
      }),
    );
    expect(set?.criteria.map(({ code }) => code)).toEqual(['1', '1.1']);
  });

  test('causes keep unit, item, and who answers', () => {
    const [line] = readCauses(
      grid(
        'TT | Đơn vị | Mã | Tên tiêu chí | Nguyên nhân | Đơn vị chịu trách nhiệm | Cá nhân phụ trách | Giải ' +
          'trình\n1 | Xã A | 1.1 | Kế hoạch | Ban hành muộn | Văn phòng | Công chức văn phòng | Đã bổ sung',
        { sheet: 'Nguyên nhân' },
      ),
    );
    expect(line).toMatchObject({
      unit: 'Xã A',
      code: '1.1',
      name: 'Kế hoạch',
      cause: 'Ban hành muộn',
      responsibleBody: 'Văn phòng',
      responsiblePerson: 'Công chức văn phòng',
      explanation: 'Đã bổ sung',
    });
  });
});

describe('causes under one heading', () => {
  test('a unit, or a unit and its item, written once holds for the lines below', () => {
    const lines = readCauses(
      grid(
        'Đơn vị | Mã | Tiêu chí | Nguyên nhân\nXã A | 1.1 | Kế hoạch | muộn\n' +
          ' | 1.2 | Báo cáo | thiếu\n | | | sai mẫu\nXã B | 1.1 | Kế hoạch | chậm',
        { sheet: 'Nguyên nhân' },
      ),
    );
    expect(lines.map(({ unit, code, cause }) => [unit, code, cause])).toEqual([
      ['Xã A', '1.1', 'muộn'],
      ['Xã A', '1.2', 'thiếu'],
      ['Xã A', '1.2', 'sai mẫu'],
      ['Xã B', '1.1', 'chậm'],
    ]);
  });
});

describe('which sheets are read', () => {
  const names = (found: ReturnType<typeof findScoreSheets>): string[] => found.scoreSheets.map((sheet) => sheet.sheet);

  test('the one called bảng tổng hợp goes before others that would do', () => {
    const book = bookOf(
      grid(TABLE, { sheet: 'Xã A' }),
      grid(TABLE, { sheet: 'BẢNG TỔNG HỢP' }),
      grid(TABLE, { sheet: 'Bộ tiêu chí' }),
    );
    expect(names(findScoreSheets(book, new Map()))).toEqual(['BẢNG TỔNG HỢP']);
  });

  test('one sheet per unit is several', () => {
    const book = bookOf(
      grid(TABLE, { sheet: 'Xã A' }),
      grid('ghi chú', { sheet: 'Bìa' }),
      grid(TABLE, { sheet: 'Xã B' }),
    );
    expect(names(findScoreSheets(book, new Map()))).toEqual(['Xã A', 'Xã B']);
  });

  test('a named sheet is the only one, and its name may be typed in another Unicode form', () => {
    const book = bookOf(grid(TABLE, { sheet: 'Xã A' }), grid(TABLE, { sheet: 'Xã B' }));
    expect(names(findScoreSheets(book, new Map(), 'xã b'.normalize('NFD')))).toEqual(['Xã B']);
    expect(findScoreSheets(book, new Map(), 'Xã C')).toEqual({
      scoreSheets: [],
      unreadable: [{ sheet: 'Xã C', facts: [] }],
      unreadSheets: [],
    });
  });
});

describe('names are compared as people read them', () => {
  test('old and new tone placement, case, spacing and Unicode form do not matter; marks do', () => {
    expect(foldText('HOÀ  Bình')).toBe(foldText('Hòa Bình'.normalize('NFD')));
    expect(foldText('Đăk Tờ Re')).not.toBe(foldText('Đăk Tơ Re'));
    expect(unitKey('UBND xã Đăk Kôi')).toBe(unitKey('Uỷ ban nhân dân  Xã Đăk Kôi'));
  });
});
