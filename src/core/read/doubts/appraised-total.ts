/** An appraisal of the whole alone, beside areas that were not appraised (FIELD.md §4, §9). */
import { columnName } from '../../values/address';
import { ZERO, negate, roughSum, type Decimal } from '../../values/decimal';
import { textAt } from '../../model/workbook/grid';
import {
  awardedScores,
  isScoredItem,
  type ReadFact,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import { statedRoleOf } from '../blocks/columns';
import type { HeaderBlock } from '../blocks/header-block';
import type { UnitsLayout } from '../blocks/layout';
import { pointsOf, type ScoreReader } from '../numbers/parse-score';
import { parseHeading } from '../words/parse-heading';
import { sumOf } from './heading-doubts';
import { ask, headAt } from './sum-doubts';

/** The appraisal of the whole is right of the areas, which were not appraised, and of their total. */
interface AppraisedTotal {
  readonly appraisedColumn: number;
  readonly totalColumn: number;
  readonly isSure: boolean;
}

/**
 * «Thể chế | TTHC | Tổng điểm | Thẩm định»: the areas add up to the total, and the last column differs from it. Returns
 * null if that column repeats the total, or is the total with bonus and penalty.
 */
export function findAppraisedTotal(
  sheet: SheetWithoutReading,
  { totalColumns }: UnitsLayout,
  header: HeaderBlock,
  read: ScoreReader,
): AppraisedTotal | null {
  const [judged, claimed] =
    totalColumns.appraised === undefined
      ? [totalColumns.total, totalColumns.selfTotal]
      : [totalColumns.appraised, totalColumns.total ?? totalColumns.selfTotal];
  if (!sheet.itemised || judged === undefined || claimed === undefined || judged < claimed) return null;
  const found = compared(sheet, judged, claimed, read);
  if (found.above + found.below === 0 || found.others * 2 > sheet.units.length) return null;
  const path = header.paths[judged] ?? [];
  const { kinds } = parseHeading(path.at(-1) ?? '');
  const isSaid = kinds.has('judge') || kinds.has('judgeAct') || statedRoleOf({ column: judged, path }) !== null;
  const isWhole = sheet.units.every((unit) => awardedScores(unit).every(({ kind }) => kind === 'points'));
  const isPlain = totalColumns.bonus === undefined && totalColumns.penalty === undefined;
  return { appraisedColumn: judged, totalColumn: claimed, isSure: isSaid && isPlain && isWhole && found.above === 0 };
}

/**
 * Counts how often the appraised whole is above or below the claimed total, and how often that total is not the sum of
 * the areas.
 */
function compared(
  sheet: SheetWithoutReading,
  judged: number,
  claimed: number,
  read: ScoreReader,
): { above: number; below: number; others: number } {
  const found = { above: 0, below: 0, others: 0 };
  for (const unit of sheet.units) {
    const [awarded, total] = [pointsOf(read.score(unit.row, judged)), pointsOf(read.score(unit.row, claimed))];
    if (awarded === null || total === null) continue;
    if (total !== sumOf(sheet, unit)) found.others++;
    if (awarded === total || awarded === roughSum(total, outsideOf(unit))) continue;
    if (awarded > total) found.above++;
    else found.below++;
  }
  return found;
}

/** Bonus minus penalty. */
export const outsideOf = ({ bonus, penalty }: UnitScores): Decimal =>
  [
    ...bonus.map(({ value }) => value ?? ZERO),
    ...penalty.map(({ value }) => (value !== null && value > 0 ? negate(value) : (value ?? ZERO))),
  ].reduce<Decimal>((sum, each) => roughSum(sum, each), ZERO);

export function whichCounts(
  sheet: SheetWithoutReading,
  { appraisedColumn, totalColumn }: AppraisedTotal,
): SheetWithoutReading {
  const question = ask(
    [totalColumn, appraisedColumn].map((column) => headAt(sheet, column)),
    `Cột ${columnName(totalColumn)} hay cột ${columnName(appraisedColumn)} là điểm được tính`,
    'cột sau tổng điểm ghi khác tổng điểm',
  );
  return { ...sheet, facts: [...sheet.facts, question] };
}

/** Gives the whole the maximum of its areas. */
export function apartFromAreas(
  wholeTable: SheetWithoutReading,
  areas: SheetWithoutReading,
  { appraisedColumn }: AppraisedTotal,
): SheetWithoutReading {
  const at = headAt(wholeTable, appraisedColumn);
  const header = textAt(areas.grid, at.row, at.column);
  const likely: ReadFact = {
    kind: 'likely-column',
    at,
    header,
    readAs: 'appraised',
    because: 'các lĩnh vực cộng lại bằng tổng điểm, còn cột này ghi điểm được chấm của cả bảng',
  };
  const lacks = ({ kind }: ReadFact): boolean => kind === 'no-maximum' || kind === 'missing-column';
  const facts = [...wholeTable.facts.filter((fact) => !lacks(fact)), likely];
  if (wholeTable.items.every(({ max }) => max !== null)) return { ...wholeTable, facts };
  const parts = areas.items.filter(isScoredItem).map(({ max }) => max);
  const sum = parts.reduce<Decimal | null>(
    (all, max) => (all === null || max === null ? null : roughSum(all, max)),
    ZERO,
  );
  const max = areas.statedMax?.value ?? sum;
  const lacking = max === null ? areas.facts.filter(lacks) : [];
  return { ...wholeTable, items: wholeTable.items.map((item) => ({ ...item, max })), facts: [...facts, ...lacking] };
}
