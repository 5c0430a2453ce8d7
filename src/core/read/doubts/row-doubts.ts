/**
 * Doubts about tables whose rows are units: totals that are not the sum of the areas, columns in another order below
 * one area, maxima that differ while the points do not (FIELD.md §9).
 */
import { columnName } from '../../values/address';
import { ZERO, roughSum, type Decimal } from '../../values/decimal';
import { isBlank, textAt, valueAt } from '../../model/workbook/grid';
import { unitAxis, awardedScores, type Item, type Question, type SheetWithoutReading } from '../../model/score-sheet';
import type { Columns } from '../blocks/columns';
import type { UsedColumns } from '../used-columns';
import { namesYear } from '../words/header-words';
import { isEarlierRound } from '../words/rounds';
import { outsideOf } from './appraised-total';
import { ask, headAt } from './sum-doubts';
import { pointsOf } from '../numbers/parse-score';

const FEWEST = 2;

export function rowDoubts(sheet: SheetWithoutReading, columns: Columns, used: UsedColumns): Question[] {
  if (unitAxis(sheet) !== 'row') return [];
  return [
    ...totalsOfOthers(sheet),
    ...pointsUnderOther(sheet),
    ...otherOrder(sheet),
    ...changingMaxima(sheet),
    ...blankMaxima(sheet, columns, used),
    ...blankAreas(sheet, columns, used),
    ...loosePoints(sheet, columns, used),
  ];
}

/** Places and ordinal numbers are whole: with fractions, the heading is that of another column. */
function pointsUnderOther(sheet: SheetWithoutReading): Question[] {
  const { grid, units, codeColumn, resultLines } = sheet;
  const because = 'tiêu đề nói là số thứ tự hoặc thứ hạng, mà các ô ghi số lẻ';
  return [codeColumn, resultLines.rank].flatMap((column): Question[] => {
    if (typeof column !== 'number') return [];
    const broken = units.filter(({ row }) => /^\d+[.,]\d+$/.test(textAt(grid, row, column).trim()));
    // Two units may share a place that lies between two.
    if (broken.length < (column === codeColumn ? 1 : FEWEST)) return [];
    return [ask([headAt(sheet, column)], `Cột ${columnName(column)} ghi gì`, because)];
  });
}

/** One total that differs from the sum of its areas is a slip; if most differ, they are sums of other columns. */
function totalsOfOthers(sheet: SheetWithoutReading): Question[] {
  const { items, units, itemised, resultLines } = sheet;
  if (!itemised || resultLines.total === undefined || items.some(({ survey }) => survey)) return [];
  let [right, wrong] = [0, 0];
  for (const unit of units) {
    const total = unit.stated.total?.value ?? null;
    const scores = awardedScores(unit).filter(
      ({ kind }, position) => kind !== 'notApplicable' && (items[position]?.children ?? []).length === 0,
    );
    if (total === null || scores.length === 0 || scores.some(({ kind }) => kind !== 'points')) continue;
    const sum = scores.reduce<Decimal>((all, score) => roughSum(all, pointsOf(score) ?? ZERO), ZERO);
    if (sum === total || roughSum(sum, outsideOf(unit)) === total) right++;
    else wrong++;
  }
  if (wrong < FEWEST || wrong <= right) return [];
  const because = `tổng điểm ghi trong bảng không bằng cộng các lĩnh vực ở ${String(wrong)} đơn vị`;
  return [ask([headAt(sheet, resultLines.total)], 'Cột nào là điểm của từng lĩnh vực', because)];
}

const SIDES = ['self', 'appraised', 'lost'] as const;

/** Below one area the same columns are in another order than below the others: two headings are exchanged. */
function otherOrder(sheet: SheetWithoutReading): Question[] {
  const orderOf = ({ columns }: Item): string =>
    SIDES.filter((role) => columns[role] !== undefined)
      .sort((one, other) => (columns[one] ?? 0) - (columns[other] ?? 0))
      .join();
  const sidedItems = sheet.items.filter(({ columns }) =>
    SIDES.some((role, position) => position > 0 && columns[role] !== undefined),
  );
  const byOrder = new Map<string, Item[]>();
  for (const item of sidedItems) byOrder.set(orderOf(item), [...(byOrder.get(orderOf(item)) ?? []), item]);
  const [usual, odd] = [...byOrder].sort(([, a], [, b]) => b.length - a.length);
  const [item] = odd?.[1] ?? [];
  if (!usual || !odd || !item || sideSet(usual[0]) !== sideSet(odd[0])) return [];
  const sideColumns = SIDES.flatMap((role) => item.columns[role] ?? []).sort((a, b) => a - b);
  return [
    ask(
      sideColumns.map((column) => headAt(sheet, column)),
      `Dưới «${item.name}» cột ${sideColumns.map(columnName).join(' hay cột ')} là điểm được tính`,
      'các lĩnh vực khác ghi các cột này theo thứ tự khác',
    ),
  ];
}

const sideSet = (order: string): string => order.split(',').sort().join();

/**
 * A column that differs from unit to unit is not the maximum if another column is the same for all units and never
 * lower.
 */
function changingMaxima(sheet: SheetWithoutReading): Question[] {
  const [item] = sheet.items;
  const column = item?.columns.max;
  if (!item || column === undefined || sheet.itemised || sheet.units.length <= FEWEST) return [];
  const maxima = sheet.units.map(({ max }) => max?.[0] ?? null);
  const distinct = (values: readonly (Decimal | null)[]): number =>
    new Set(values.filter((each) => each !== null)).size;
  if (distinct(maxima) < FEWEST) return [];
  return (['self', 'appraised'] as const).flatMap((role): Question[] => {
    const unitPoints = sheet.units.map((unit) => pointsOf(unit[role]?.[0]));
    const side = item.columns[role];
    const isOver = unitPoints.every((points, position) => points !== null && points >= (maxima[position] ?? points));
    if (side === undefined || distinct(unitPoints) !== 1 || !isOver) return [];
    return [
      ask(
        [headAt(sheet, column), headAt(sheet, side)],
        `Cột ${columnName(column)} hay cột ${columnName(side)} là điểm tối đa`,
        'cột ghi là điểm tối đa khác nhau giữa các đơn vị, còn cột kia giống nhau và không thấp hơn ở đơn vị nào',
      ),
    ];
  });
}

/**
 * A blank column with a heading of maxima or an unknown heading, or an unused column of points: the maximum may not be
 * 100, although no number is higher.
 */
function blankMaxima(sheet: SheetWithoutReading, { all }: Columns, used: UsedColumns): Question[] {
  const { grid, units, facts } = sheet;
  if (!facts.some(({ kind }) => kind === 'no-maximum')) return [];
  const headings = all.map(({ path }) => path.join(' / '));
  const headed = all.find(
    ({ role, owner, column, path }) =>
      !isEarlierRound(path.join(' / '), headings) &&
      !path.slice(0, -1).some(namesYear) &&
      ((role === 'max' && owner === null) || role === 'points' || role === null) &&
      column > sheet.nameColumn &&
      !used.has(column) &&
      // A maximum is never negative, as a change since last year may be.
      !units.some(({ row }) => Number(valueAt(grid, row, column)) < 0) &&
      (role === 'points' || units.every(({ row }) => isBlank(valueAt(grid, row, column)))),
  );
  if (!headed) return [];
  const because =
    headed.role === 'points'
      ? 'bảng không ghi điểm tối đa ở đâu khác'
      : 'cột có tiêu đề mà không ghi số nào, và bảng không ghi điểm tối đa ở đâu khác';
  return [
    ask([headAt(sheet, headed.column)], `Cột ${columnName(headed.column)} có phải là điểm tối đa không`, because),
  ];
}

/**
 * A column with a heading like an area, between columns of areas, that is blank for every unit: deleted content may
 * have counted.
 */
function blankAreas(sheet: SheetWithoutReading, { all }: Columns, used: UsedColumns): Question[] {
  const last = Math.max(...sheet.items.flatMap(({ columns }) => Object.values(columns)));
  const blank = all.filter(
    ({ role, column }) =>
      sheet.itemised &&
      role === null &&
      !used.has(column) &&
      column > sheet.nameColumn &&
      column < last &&
      sheet.units.every(({ row }) => isBlank(valueAt(sheet.grid, row, column))),
  );
  return blank.map(({ column, path }) =>
    ask(
      [headAt(sheet, column)],
      `Cột ${columnName(column)} «${path.join(' / ')}» có phải là một lĩnh vực chưa ghi điểm không`,
      'cột đứng giữa các lĩnh vực mà không đơn vị nào có số ở đó',
    ),
  );
}

/** With fewer units a few numbers prove nothing. */
const FEWEST_UNITS = 3;

/** Unused columns of numbers without a heading between names and totals: they may be the points of areas. */
function loosePoints(sheet: SheetWithoutReading, { all }: Columns, used: UsedColumns): Question[] {
  const { grid, units, itemised, nameColumn } = sheet;
  const headed = new Set(all.map(({ column }) => column));
  const last = Math.max(...used.keys());
  if (itemised || units.length < FEWEST_UNITS) return [];
  const loose: number[] = [];
  for (let column = nameColumn + 1; column < last; column++)
    if (
      !headed.has(column) &&
      !used.has(column) &&
      !grid.hiddenColumns.has(column) &&
      units.every(({ row }) => typeof valueAt(grid, row, column) === 'number')
    )
      loose.push(column);
  if (loose.length < FEWEST) return [];
  const names = loose.slice(0, 5).map(columnName).join(', ');
  return [
    ask(
      loose.map((column) => headAt(sheet, column)),
      `Các cột ${names} ghi gì`,
      'các cột không có tiêu đề mà mỗi đơn vị đều có số ở đó',
    ),
  ];
}
