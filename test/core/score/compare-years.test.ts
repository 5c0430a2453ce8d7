import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assess, assessBook } from '../../../src/core/assess';
import type { Assessment, BookAssessment } from '../../../src/core/model/assessment';
import { toText, type Decimal } from '../../../src/core/values/decimal';
import type { ScoreSheet } from '../../../src/core/model/score-sheet';
import type { Merger } from '../../../src/core/model/beside/merger';
import { NO_DETAILS } from '../../../src/core/model/report-details';
import { DEFAULT_SETTINGS } from '../../../src/core/model/settings';
import type { PercentChange, YearComparison } from '../../../src/core/score/compare-years';
import { compareBooks, mergerFaults } from '../../../src/core/score/compare-years';
import { bookOf, grid } from '../../kit/grid';
import { DECOMPOSED, officeSheets, render } from '../../kit/office-sheet';
import { scoreSheet, unitRows } from '../../kit/score-sheet';

const assessed = (sheet: ScoreSheet): Assessment => assess(sheet, DEFAULT_SETTINGS);
const alone = (assessment: Assessment): BookAssessment => ({
  sheets: [assessment],
  details: NO_DETAILS,
  surveys: [],
  inspections: [],
  diagnostics: [],
  unreadSheets: [],
});
const compareYears = (now: Assessment, before: Assessment): YearComparison =>
  compareBooks(alone(now), alone(before))[0]!;
const text = (value: Decimal | null): string => (value === null ? '–' : toText(value));
const shown = ({ before, after, change }: PercentChange): string => `${text(before)} → ${text(after)}: ${text(change)}`;
const areas = ({ units }: YearComparison): string[] =>
  units.flatMap((unit) => unit.areas.map(({ percent }) => shown(percent)));
const losses = (comparison: YearComparison): string[] =>
  comparison.units.flatMap((unit) =>
    unit.losses.map(
      ({ item, lostBefore, lostNow, recurs }) =>
        `${item.code} ${text(lostBefore)} → ` + `${text(lostNow)}${recurs ? ' lặp lại' : ''}`,
    ),
  );

/**
 * Points out of the maximum by area, as the 2021 district report prints both years (area 1 with 6,46, as in its own
 * table).
 */
const YEAR_2020 = `code | name | max | Huyện Vân Canh.appraised
1 | Công tác chỉ đạo điều hành CCHC | 12 | 7.5
2 | Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật | 4 | 4
3 | Cải cách thủ tục hành chính | 6 | 4
4 | Cải cách tổ chức bộ máy | 7 | 4.5
5 | Cải cách tài chính công | 5 | 3`;
const YEAR_2021 = `code | name | max | UBND huyện Vân Canh.appraised
I | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 10 | 6.46
II | XÂY DỰNG VÀ THỰC HIỆN VBQPPL | 5 | 5
III | Cải cách TTHC | 10 | 6.81
IV | Cải cách tổ chức bộ máy | 7 | 6
V | Chuyển đổi số | 9 | 5`;

describe('two years of one unit', () => {
  const comparison = compareYears(assessed(scoreSheet(YEAR_2021)), assessed(scoreSheet(YEAR_2020)));

  test('areas are compared by percent under changed maxima and codes: 7,5/12 and 6,46/10 are 62,5 and 64,6', () => {
    expect(areas(comparison).slice(0, 4)).toEqual([
      '62.5 → 64.6: 2.1',
      '– → 100: –',
      '66.67 → 68.1: 1.43',
      '64.29 → 85.71: 21.42',
    ]);
  });

  test('an area that the other year does not have has no change, and what is gone is said', () => {
    expect(areas(comparison)[4]).toBe('– → 55.56: –');
    expect(
      comparison.units[0]?.earlier?.items.gone.map((index) => YEAR_2020.split('\n')[index + 1]?.slice(0, 1)),
    ).toEqual(['2', '5']);
  });

  test('a longer and a shorter wording under one code are one area where most of the words are the same', () => {
    const [before, now] = [YEAR_2020, YEAR_2021.replace('II |', '2 |')].map((table) => assessed(scoreSheet(table)));
    expect(now && before && areas(compareYears(now, before))[1]).toBe('100 → 100: 0');
  });

  test('the change of the index is the difference of the two published figures', () => {
    const [before, now] = ['69.40', '75.62'].map((points) =>
      assessed(unitRows(`unit | 1 Tổng (100).self\nHuyện Vân Canh | ${points}`)),
    );
    expect(now && before && compareYears(now, before).units.map(({ index }) => shown(index))).toEqual([
      '69.4 → 75.62: 6.22',
    ]);
  });
});

describe('items', () => {
  const table = (rows: string): Assessment => assessed(scoreSheet(`code | name | max | Xã A.self\n${rows}`));

  test('are known by name where codes moved, by code where names are near; losses of both years recur', () => {
    const before = table(
      '1 | Chỉ đạo | 6 |\n1.1 | Kế hoạch cải cách hành chính hằng năm | 2 | 1\n' +
        '1.2 | Công tác tuyên truyền | 2 | 1.5\n1.3 | Công tác kiểm tra | 2 | 2',
    );
    const now = table(
      '1 | Chỉ đạo | 6 |\n1.1 | Kế hoạch CCHC hàng năm của xã | 2 | 1.5\n' +
        '1.2 | Công tác kiểm tra | 2 | 1\n1.3 | Công tác tuyên truyền | 2 | 1.75',
    );
    expect(losses(compareYears(now, before))).toEqual(['1.1 1 → 0.5 lặp lại', '1.2 0 → 1', '1.3 0.5 → 0.25 lặp lại']);
  });

  test('of the same code but another name are not taken for each other', () => {
    const before = table('1 | Chỉ đạo | 4 |\n1.1 | Công tác tuyên truyền | 2 | 1\n1.2 | Công tác kiểm tra | 2 | 2');
    const now = table('1 | Chỉ đạo | 4 |\n1.1 | Chữ ký số cá nhân | 2 | 1\n1.2 | Công tác kiểm tra | 2 | 2');
    expect(losses(compareYears(now, before))).toEqual(['1.1 – → 1']);
  });

  test('that moved to another area keep their history; a name that stands twice is not guessed at', () => {
    const before = table(
      '1 | Chỉ đạo | 4 |\n1.1 | Sáng kiến được công nhận | 2 | 1\n' +
        '1.2 | Đúng hạn | 2 | 1\n2 | Thể chế | 2 |\n2.1 | Đúng hạn | 2 | 1',
    );
    const now = table(
      '1 | Chỉ đạo | 2 |\n1.1 | Họp giao ban hằng quý | 2 | 2\n2 | Thể chế | 6 |\n' +
        '2.1 | Rà soát văn bản | 2 | 2\n2.2 | Sáng kiến được công nhận | 2 | 0\n2.3 | Đúng hạn | 1 | 0\n' +
        '2.4 | Đúng hạn | 1 | 0',
    );
    expect(losses(compareYears(now, before))).toEqual(['2.2 1 → 2 lặp lại', '2.3 – → 1', '2.4 – → 1']);
  });

  test('that did not apply, or have no score yet, lost nothing that anybody knows', () => {
    const before = table('1 | Chỉ đạo | 4 |\n1.1 | Kế hoạch năm | 2 | KĐG\n1.2 | Kiểm tra năm | 2 |');
    const now = table('1 | Chỉ đạo | 4 |\n1.1 | Kế hoạch năm | 2 | 1\n1.2 | Kiểm tra năm | 2 | 1');
    const comparison = compareYears(now, before);
    expect(losses(comparison)).toEqual(['1.1 – → 1', '1.2 – → 1']);
    expect(shown(comparison.units[0]!.index)).toBe('– → 50: –');
  });
});

describe('units', () => {
  const rows = (table: string): Assessment => assessed(unitRows(`unit | 1 Một (10).self\n${table}`));
  const then = (now: Assessment, before: Assessment): (string | null)[] =>
    compareYears(now, before).units.map(({ earlier }) => earlier && earlier.result.unit.name);

  test('are matched by name whatever stands before it and in whatever order; a new one has no earlier year', () => {
    expect(
      then(rows('Xã Hòa An | 8\nXã Tân Lập | 7\nXã Mới | 6'), rows('UBND xã Tân Lập | 5\nUBND Xã Hoà An | 4')),
    ).toEqual(['UBND Xã Hoà An', 'UBND xã Tân Lập', null]);
  });

  test('of a name that stands twice are not guessed at', () => {
    expect(then(rows('Xã A | 8'), rows('Xã A | 5\nXã A | 4'))).toEqual([null]);
    expect(then(rows('Xã A | 8\nXã A | 7'), rows('Xã A | 5'))).toEqual([null, null]);
  });

  test('of a workbook with a sheet for each are found in whichever sheet they stand, twice found is not found', () => {
    const sheet = (name: string, unit: string, points: number) =>
      grid(
        `Đơn vị: ${unit}\nTT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Chỉ đạo điều hành | 10 | ${String(points)}`,
        { sheet: name },
      );
    const now = assessBook(
      bookOf(sheet('A', 'Xã An Bình', 9), sheet('B', 'Xã Tân Lập', 8), sheet('C', 'Xã Cát Tiến', 7)),
    );
    const before = assessBook(
      bookOf(
        sheet('B', 'Xã An Bình', 5),
        sheet('D', 'Xã Tân Lập', 4),
        sheet('E', 'Xã Tân Lập', 3),
        sheet('F', 'Xã Cát Tiến', 2),
        sheet('C', 'Xã Cát Tiến', 1),
      ),
    );
    expect(compareBooks(now, before).map(({ units }) => units.map(({ index }) => shown(index)))).toEqual([
      ['50 → 90: 40'],
      ['– → 80: –'],
      // Two earlier sheets with different scores of the unit lead to a question, even if one of them has the same name
      // as this year's.
      ['– → 70: –'],
    ]);
  });
});

test('a year beside itself: every unit, area and item is found, nothing changed, and every loss recurs', () => {
  fc.assert(
    fc.property(officeSheets(), (sheet) => {
      const [now] = assessBook(bookOf(render(sheet, 'units-as-columns'))).sheets;
      const [before] = assessBook(
        bookOf(render(sheet, 'units-as-columns', { ...DECOMPOSED, order: [...sheet.scores.keys()].reverse() })),
      ).sheets;
      if (!now || !before) throw new Error('no sheet was read');
      const { units } = compareYears(now, before);
      expect(units.every(({ index }) => (index.change as number) === 0)).toBe(true);
      expect(
        units
          .flatMap(({ unit, losses: own }) =>
            own.map(({ item, recurs }) => `${unit.position} ${item.position} ${String(recurs)}`),
          )
          .sort(),
      ).toEqual(now.deductions.map(({ unit, item }) => `${unit.position} ${item.position} true`).sort());
      expect(units.every(({ earlier }) => earlier?.items.gone.length === 0)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

describe('units that were merged since', () => {
  // 1.1: 4 of 4, 2 of 4 and 3 of 4; area 2: 6 of 6, 3 of 6 and not applicable.
  const BEFORE = `code | name | max | Xã Đăk Mar.appraised | Xã Đăk Hring.appraised | Xã Ngọk Réo.appraised
1 | Chỉ đạo điều hành | 10 | 8 | 7 | 9
1.1 | Kế hoạch | 4 | 4 | 2 | 3
1.2 | Báo cáo | 6 | 4 | 5 | 6
2 | Cải cách thể chế | 6 | 6 | 3 | KĐG`;
  const NOW = `code | name | max | Xã Đăk Mar.appraised | Xã Tu Mơ Rông.appraised
1 | Chỉ đạo điều hành | 12 | 9 | 12
1.1 | Kế hoạch | 4 | 3 | 4
1.2 | Báo cáo | 8 | 6 | 8
2 | Cải cách thể chế | 6 | 6 | 6`;
  const merged = (...mergers: readonly Merger[]): YearComparison =>
    compareBooks({ ...alone(assessed(scoreSheet(NOW))), mergers }, alone(assessed(scoreSheet(BEFORE))))[0]!;

  test('a new unit stands beside the mean of its old ones: 14/16 and 10/16 are 87,5 and 62,5, on average 75', () => {
    const { units } = merged({ name: 'Xã Đăk Mar', former: ['Xã Đăk Mar', 'Xã Đăk Hring'] });
    expect(shown(units[0]!.index)).toBe('75 → 83.33: 8.33');
    expect(units[0]!.earlier).toBeNull();
    expect(units[0]!.former?.found.map(({ result }) => result.unit.name)).toEqual(['Xã Đăk Mar', 'Xã Đăk Hring']);
  });

  test('areas are means of percentages too, and a unit to which the area did not apply is none of them', () => {
    const both = merged({ name: 'Xã Đăk Mar', former: ['Xã Đăk Mar', 'Xã Đăk Hring'] });
    expect(both.units[0]!.areas.map(({ percent }) => shown(percent))).toEqual(['75 → 75: 0', '75 → 100: 25']);
    const withOne = merged({ name: 'Xã Đăk Mar', former: ['Xã Đăk Hring', 'Xã Ngọk Réo'] });
    expect(withOne.units[0]!.areas.map(({ percent }) => shown(percent))).toEqual(['80 → 75: -5', '50 → 100: 50']);
  });

  test('a loss recurs where any of the old units lost at it', () => {
    const { units } = merged({ name: 'Xã Đăk Mar', former: ['Xã Đăk Mar', 'Xã Đăk Hring'] });
    expect(units[0]!.losses.map(({ item, recurs }) => [item.code, recurs])).toEqual([
      ['1.1', true],
      ['1.2', true],
      ['2', false],
    ]);
  });

  test('of units that are not all found nothing is compared, and who is missing is said', () => {
    const merger = { name: 'Xã Tu Mơ Rông', former: ['Xã Ngọk Réo', 'Xã Đăk Na'] };
    const { units } = merged(merger);
    expect(shown(units[1]!.index)).toBe('– → 100: –');
    expect(units[1]!.former?.missing).toEqual(['Xã Đăk Na']);
    const now = { ...alone(assessed(scoreSheet(NOW))), mergers: [merger, { name: 'Xã Lạ', former: ['Xã A'] }] };
    expect(mergerFaults(now, alone(assessed(scoreSheet(BEFORE))))).toEqual([
      'Danh sách sáp nhập nêu «Xã Lạ», bảng năm nay không có.',
      'Xã Tu Mơ Rông: không thấy «Xã Đăk Na» trong bảng năm trước.',
    ]);
  });

  test('an earlier unit that counts for two, and one that counts for none, is said', () => {
    const faultsOf = (...mergers: readonly Merger[]): string[] =>
      mergerFaults({ ...alone(assessed(scoreSheet(NOW))), mergers }, alone(assessed(scoreSheet(BEFORE))));
    expect(faultsOf({ name: 'Xã Tu Mơ Rông', former: ['Xã Đăk Mar'] })).toEqual([
      '«Xã Đăk Mar» của năm trước được tính cho cả «Xã Đăk Mar» và «Xã Tu Mơ Rông».',
    ]);
    expect(faultsOf({ name: 'Xã Đăk Mar', former: ['Xã Đăk Hring', 'Xã Ngọk Réo'] })).toEqual([
      '«Xã Đăk Mar» của năm trước không được tính cho đơn vị nào.',
    ]);
    expect(faultsOf({ name: 'Xã Đăk Mar', former: ['Xã Đăk Mar', 'Xã Đăk Hring'] })).toEqual([]);
  });

  test('a unit that merely got another name is compared with what it was', () => {
    const { units } = merged({ name: 'Xã Tu Mơ Rông', former: ['Xã Ngọk Réo'] });
    expect(shown(units[1]!.index)).toBe('90 → 100: 10');
    expect(units[1]!.former).toBeNull();
  });
});
