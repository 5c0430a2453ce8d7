/**
 * Doubts about points that occur twice, as given and multiplied by the factor of each item, and about columns of points
 * that are shown as something else.
 */
import { columnName, type Address } from '../../values/address';
import { isBlank, textAt, valueAt, type Grid } from '../../model/workbook/grid';
import { unitAxis, type Question, type SheetWithoutReading } from '../../model/score-sheet';
import { plainKey } from '../../values/fold-text';
import { statedRoleOf, type Column, type Columns } from '../blocks/columns';
import type { UsedColumns } from '../used-columns';
import { headerKey } from '../words/header-words';
import { pointsOf, type ScoreReader } from '../numbers/parse-score';
import { toNumber } from '../../values/decimal';
import { ask, headAt } from './sum-doubts';

const FACTOR = /^(he so|trong so)\b/;
const WEIGHED = /\b(quy doi|(sau|nhan|tinh|co)( ca)? (he so|trong so))\b/;

/**
 * «Hệ số | Điểm chấm | Điểm sau hệ số»: the index uses no factors, so the officer must choose which of the two counts.
 */
export function weightDoubts(
  grid: Grid,
  sheet: SheetWithoutReading,
  columns: Columns,
  used: UsedColumns,
  read: ScoreReader,
): Question[] {
  if (unitAxis(sheet) === 'row') return factorRows(grid, sheet, columns);
  return [...weighedPoints(sheet, columns, used, read), ...shownOtherwise(grid, sheet, columns, used, read)];
}

function weighedPoints(sheet: SheetWithoutReading, { all }: Columns, used: UsedColumns, read: ScoreReader): Question[] {
  const factor = all.find((each) => FACTOR.test(keyOf(each)));
  if (!factor) return [];
  const plain = all.find((each) => used.get(each.column)?.role === 'appraised' && !WEIGHED.test(keyOf(each)));
  const isWeighed = (each: Column): boolean =>
    WEIGHED.test(keyOf(each)) || (plain !== undefined && isProduct(sheet, [factor, plain, each], read));
  const weighed = all.find((each) => isWeighed(each) && statedRoleOf(each) === null);
  if (!plain || !weighed || statedRoleOf(plain) !== null) return [];
  const both = [weighed, plain];
  return [
    ask(
      both.map(({ column }) => headAt(sheet, column)),
      `Cột ${both.map(nameOf).join(' hay ')} là điểm được tính`,
      'bảng ghi hệ số của từng tiêu chí, mà chỉ số không nhân hệ số',
    ),
  ];
}

/** A column that is headed as points or maxima and left out, because its numbers are shown as percentages or dates. */
const shownOtherwise = (
  grid: Grid,
  sheet: SheetWithoutReading,
  { all }: Columns,
  used: UsedColumns,
  read: ScoreReader,
): Question[] =>
  all.flatMap(({ column, role, path }) => {
    if (used.has(column) || (role !== 'max' && role !== 'self' && role !== 'appraised')) return [];
    const rows = sheet.items.flatMap(({ row }) => (isBlank(valueAt(grid, row, column)) ? [] : [row]));
    const shown = rows.filter(
      (row) => typeof valueAt(grid, row, column) === 'number' && pointsOf(read.score(row, column)) === null,
    );
    return shown.length > 1 && shown.length * 2 > rows.length
      ? [noPoints(headAt(sheet, column), path.join(' / '))]
      : [];
  });

export const noPoints = (at: Address, header: string): Question =>
  ask(
    [at],
    `Cột ${columnName(at.column)} «${header}» có phải là điểm không`,
    'tiêu đề nói là điểm, mà các số không hợp với điểm tối đa của bảng',
  );

/** Whether the third column is the product of the others, whatever its heading: «Hệ số 2 | Điểm 9 | Thành điểm 18». */
function isProduct(sheet: SheetWithoutReading, columns: readonly Column[], read: ScoreReader): boolean {
  let [same, other] = [0, 0];
  for (const { row } of sheet.items) {
    const [factor, points, product] = columns.map(({ column }) => pointsOf(read.score(row, column)));
    if (!factor || !points || !product) continue;
    if (toNumber(factor) * points === product) same++;
    else other++;
  }
  return same > 1 && other === 0;
}

/** A row «Hệ số» between the header and the units. */
function factorRows(grid: Grid, { headerRows, units }: SheetWithoutReading, { unit }: Columns): Question[] {
  const [first] = units;
  if (unit === null || !first) return [];
  const between = Array.from({ length: first.at.row }, (_, row) => row).slice((headerRows.at(-1) ?? 0) + 1);
  return between
    .filter((row) => FACTOR.test(plainKey(textAt(grid, row, unit))))
    .map((row) => ({
      ...ask(
        [{ row, column: unit }],
        `Điểm từng cột có nhân với dòng ${String(row + 1)} «${textAt(grid, row, unit)}» hay không`,
        'bảng ghi hệ số của từng cột, mà chỉ số không nhân hệ số',
      ),
      remedy: 'nếu có thì ghi điểm đã nhân vào các cột, nếu không thì xóa dòng hệ số.',
    }));
}

const keyOf = ({ path }: Column): string => headerKey(path.at(-1) ?? '');
const nameOf = ({ column, path }: Column): string => `${columnName(column)} «${path.at(-1) ?? ''}»`;
