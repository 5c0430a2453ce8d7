/**
 * Doubts about what the table as a whole holds: areas that do not add up to the stated totals, and losses in place of
 * points.
 */
import type { Address } from '../../values/address';
import { ZERO, negate, roughSum, type Decimal } from '../../values/decimal';
import { plainKey } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';
import { textAt } from '../../model/workbook/grid';
import {
  unitAxis,
  awardedScores,
  partsOf,
  type Item,
  type Question,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import { pointsOf } from '../numbers/parse-score';
import { roleOfHeader } from '../words/header-words';
import { outsideOf } from './appraised-total';
import { ask, headAt, sumDoubts } from './sum-doubts';

/** Doubts about all sums of a table. */
export const totalDoubts = (sheet: SheetWithoutReading): Question[] => [
  ...sumDoubts(sheet),
  ...(unitAxis(sheet) === 'row' ? [] : areasAndTotals(sheet)),
  ...lossesByTitle(sheet),
];

/** Factor by which the areas must exceed the stated total to be taken as counted twice. */
const TOO_MUCH = 1.3;
/** Tables whose codes begin elsewhere go on from another sheet, as the total may. */
const FIRST = /^([1ia]\b.*)?$/i;
/** Further units add no information. */
const MOST_UNITS = 20;

function areasAndTotals({ items, statedMax, units }: SheetWithoutReading): Question[] {
  // A total of what applies leaves out what applies to nobody.
  const isOut = ({ position }: Item): boolean =>
    units.every((each) => awardedScores(each)[position]?.kind === 'notApplicable');
  const areas = items.filter((item) => item.parent < 0 && !isOut(item));
  const within = (item: Item, valueOf: (each: Item) => Decimal | null): Decimal | null =>
    valueOf(item) ??
    (item.children.length === 0 ? null : sumOf(partsOf(items, item).map((part) => within(part, valueOf))));
  const sum = sumOf(areas.map((area) => within(area, ({ max }) => max)));
  const last = areas.at(-1);
  if (last === undefined || units.length === 0) return [];
  const stated = statedMax?.value ?? ZERO;
  if (stated <= ZERO || statedMax === null)
    return repeatsAbove(areas, last, sum)
      ? whichAdds(last, `điểm tối đa ở dòng ${String(last.row + 1)} bằng cộng các lĩnh vực ở trên`)
      : [];
  if (sum >= stated * TOO_MUCH)
    return whichAdds(statedMax.at, 'cộng các lĩnh vực được nhiều hơn hẳn tổng điểm tối đa mà bảng ghi');
  if (sum === stated || items.some(({ survey }) => survey) || !FIRST.test(areas[0]?.code ?? '')) return [];
  const holding = units.slice(0, MOST_UNITS).flatMap((unit) => {
    const total = unit.stated.total?.value ?? null;
    const points = sumOf(areas.map((area) => within(area, ({ position }) => pointsOf(awardedScores(unit)[position]))));
    return total === null ? [] : [total === points || total === roughSum(points, outsideOf(unit))];
  });
  const wrong = holding.filter((each) => !each).length;
  if (wrong * 2 > holding.length) return [notOfAreas(statedMax.at)];
  const isApplied = units.some((unit) => awardedScores(unit).some(({ kind }) => kind === 'notApplicable'));
  const isWithoutLast = roughSum(sum, negate(last.max ?? ZERO)) === stated;
  return isWithoutLast && holding.length > 0 && wrong === 0 && !isApplied ? [lastOutside(last)] : [];
}

function notOfAreas(at: Address): Question {
  const what = `Tổng ở dòng ${String(at.row + 1)} có gồm phần không có trong bảng, hay có nhân hệ số, không`;
  const because = 'cả tổng điểm tối đa lẫn tổng điểm đều không bằng cộng các lĩnh vực';
  return {
    ...ask([at], what, because),
    remedy: 'hãy thêm phần còn thiếu thành một dòng, hoặc sửa dòng tổng.',
    isOfSum: true,
  };
}

function lastOutside({ row, column, name }: Item): Question {
  const what = `Dòng ${String(row + 1)} «${name}» có được tính vào điểm tối đa không`;
  const because = 'tổng điểm có cộng dòng này, mà tổng điểm tối đa thì không';
  const remedy = 'nếu có thì sửa tổng điểm tối đa, nếu không thì đổi tên dòng thành «Điểm thưởng».';
  return { ...ask([{ row, column }], what, because), remedy };
}

/** The last row is named like a column of points, «Điểm đạt», and is as much as all others. */
const repeatsAbove = (areas: readonly Item[], last: Item, sum: Decimal): boolean =>
  areas.length > 2 &&
  last.statedCode === '' &&
  (last.max ?? ZERO) * 2 === sum &&
  POINTS.test(roleOfHeader(last.name) ?? '');

const POINTS = /^(self|appraised|total)$/;

const whichAdds = (at: Address, because: string): Question[] => [
  ask([{ row: at.row, column: at.column }], 'Dòng nào là lĩnh vực, dòng nào chỉ cộng lại các dòng khác', because),
];

const sumOf = (values: readonly (Decimal | null)[]): Decimal =>
  values.reduce<Decimal>((all, value) => roughSum(all, value ?? ZERO), ZERO);

/** Longer texts are no titles. */
const LONGEST_TITLE = 120;
const OF_LOSSES = patternOf([
  String.raw`^(\d+ )?((bang|bieu|phu luc|danh (sach|muc)|tong hop|thong ke|chi tiet|ket qua|cac|so|muc|tieu chi`,
  String.raw`|noi dung|phan)[ :]+)*diem (bi )?(tru|mat)\b`,
]);

/** «TỔNG HỢP ĐIỂM BỊ TRỪ» over columns that do not say that they hold points. */
function lossesByTitle(sheet: SheetWithoutReading): Question[] {
  const { grid, headerRows, units, items } = sheet;
  const top = headerRows[0] ?? 0;
  const [unit, item] = [units[0], items[0]];
  if (!unit || !item || unit.lost !== null || item.columns.lost !== undefined) return [];
  const column = unit.columns[unit.awardedRole] ?? item.columns[unit.awardedRole];
  if (column === undefined || unit.stated.index !== undefined) return [];
  const title = Array.from({ length: top }, (_, row) =>
    (grid.values[row] ?? []).map((_cell, x) => textAt(grid, row, x)),
  )
    .flat()
    .find((text) => text.length <= LONGEST_TITLE && OF_LOSSES.test(plainKey(text)));
  if (title === undefined || headerRows.some((row) => POINTS.test(roleOfHeader(textAt(grid, row, column)) ?? '')))
    return [];
  const question = ask(
    [headAt(sheet, column)],
    'Các số là điểm đạt được hay điểm bị trừ',
    `tiêu đề ghi «${title.trim()}»`,
  );
  const remedy = 'nếu là điểm bị trừ thì đổi thành điểm đạt được, nếu không thì sửa tiêu đề.';
  return [{ ...question, remedy }];
}
