import { describe, expect, test } from '@jest/globals';
import { toText } from '../../../src/core/values/decimal';
import { foldText, unitKey } from '../../../src/core/values/fold-text';
import { findScoreSheets } from '../../../src/core/read/find-score-sheets';
import { readSettings } from '../../../src/core/settings/read-settings';
import { readCauses, readCriteriaSet } from '../../../src/core/read/read-side-sheets';
import { bookOf, grid } from '../../kit/grid';

const TABLE = 'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Kế hoạch | 2 | 1';

describe('Cấu hình', () => {
  test('scale, rounding, tie rule and marks are read', () => {
    const settings = readSettings(
      grid(`
Cấu hình tính chỉ số |
Số chữ số thập phân | 3
Xếp hạng khi bằng điểm | Nhảy hạng (1, 2, 2, 4)
Xếp hạng theo | Chỉ số đã làm tròn
Ký hiệu không áp dụng | x; /
Ký hiệu không điểm | -
Điểm thưởng tối đa | 5
Ngưỡng lĩnh vực (%) | 70
Ghi kết quả | Giá trị
Thang xếp loại | Từ
Nhóm 1 | 90
Nhóm 2 | trên 80
Nhóm 3 | ≥ 65,5
Nhóm 4 | dưới 65,5
`),
    );
    expect(settings).toMatchObject({
      places: 3,
      ties: 'competition',
      rankBy: 'rounded',
      results: 'values',
      scaleFrom: 'workbook',
    });
    expect([...(settings.marks ?? [])]).toEqual([
      ['x', 'notApplicable'],
      ['/', 'notApplicable'],
      ['-', 'zero'],
    ]);
    expect(
      settings.scale?.map(({ label, from, inclusive }) => `${label} ${inclusive ? '≥' : '>'} ${toText(from)}`),
    ).toEqual(['Nhóm 1 ≥ 90', 'Nhóm 2 > 80', 'Nhóm 3 ≥ 65.5', 'Nhóm 4 ≥ 0']);
    expect([settings.bonusCap, settings.areaLine].map((each) => each && toText(each))).toEqual(['5', '70']);
  });

  test('rows may be numbered, a scale may have a heading of its own, and the settings below it are no bands', () => {
    const settings = readSettings(
      grid(`
STT | Nội dung | Giá trị
1 | Thang xếp loại |
 | Mức | Từ (%)
2 | Tốt | Từ 80% trở lên
3 | Khá | 65 đến dưới 80
4 | Yếu | Dưới 65
5 | Số chữ số thập phân | 1
`),
    );
    expect(settings.scale?.map(({ label, from }) => `${label} ${toText(from)}`)).toEqual(['Tốt 80', 'Khá 65', 'Yếu 0']);
    expect(settings.places).toBe(1);
  });

  test('«không xếp loại» is a valid scale', () => {
    expect(readSettings(grid('Thang xếp loại | Không xếp loại'))).toEqual({ scale: [], scaleFrom: 'workbook' });
  });

  test('what is not stated keeps its default', () => {
    expect(readSettings(grid('Ghi chú chung | nội bộ'))).toEqual({});
  });
});

describe('Bộ tiêu chí and Nguyên nhân', () => {
  test('a criteria set gives code, name and maximum', () => {
    const set = readCriteriaSet(
      grid(
        'TT | Tên tiêu chí | Điểm chuẩn | Bước điểm\n1 | Chỉ đạo | 3 |\n1.1 | Kế hoạch | 1,5 | 0,25\n | Tổng cộng | 3 |',
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
        'TT | Đơn vị | Mã | Tên tiêu chí | Nguyên nhân | Đơn vị chịu trách nhiệm | Cá nhân phụ trách | Giải trình\n1 | Xã A | 1.1 | Kế hoạch | Ban hành muộn | Văn phòng | Công chức văn phòng | Đã bổ sung',
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
        'Đơn vị | Mã | Tiêu chí | Nguyên nhân\nXã A | 1.1 | Kế hoạch | muộn\n | 1.2 | Báo cáo | thiếu\n | | | sai mẫu\nXã B | 1.1 | Kế hoạch | chậm',
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
