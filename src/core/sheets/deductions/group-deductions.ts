/**
 * Groups the deductions of the workbook by unit and area, with the sum of each group. The sheet «Điểm bị trừ» and its
 * exports show them.
 */
import { lossesKnown, type Standing } from '../../matching/most-detailed';
import { resultOf, type Assessment, type BookAssessment } from '../../model/assessment';
import { shownCount, sum, type Decimal } from '../../values/decimal';
import type { Deduction } from '../../model/deduction';
import type { ReportDetails } from '../../model/report-details';
import { areaOf, unitLabel, type Item, type UnitScores } from '../../model/score-sheet';
import { MOST_DEDUCTION_LINES, DEDUCTION_SHEET_NAMES } from '../../model/deduction-sheet';
import { whyUndetermined } from '../../documents/why-undetermined';

export interface ItemDeduction {
  readonly deduction: Deduction;
  readonly item: Item;
}

export interface AreaDeductions {
  readonly item: Item;
  /** At least one. */
  readonly losses: readonly ItemDeduction[];
  readonly lost: Decimal;
}

export interface UnitDeductions {
  readonly assessment: Assessment;
  readonly unit: UnitScores;
  readonly name: string;
  /** Empty for a unit that lost nothing; such a unit is listed only if it is chosen. */
  readonly areas: readonly AreaDeductions[];
  readonly lost: Decimal;
  /** Points deducted outside the set. */
  readonly penalty: Decimal;
  /** A remark on the sum: «kết quả chưa xác định», «không bị trừ điểm»; "" if there is none. */
  readonly note: string;
  /** Why the unit is undetermined; null if it is not. */
  readonly why: string | null;
}

export interface GroupedDeductions {
  readonly units: readonly UnitDeductions[];
  readonly lineCount: number;
  readonly details: ReportDetails;
}

/**
 * Groups the deductions of all units that lost points, from the tables that list losses by item; or of the chosen
 * units, including those that lost nothing.
 */
export function groupDeductions(
  book: BookAssessment,
  isChosen: ((assessment: Assessment, unit: UnitScores) => boolean) | null = null,
): GroupedDeductions {
  const known = new Map<Assessment, ReadonlyMap<UnitScores, readonly AreaDeductions[]>>();
  const taken = new Set<UnitScores>();
  const units = book.sheets.flatMap((assessment) =>
    assessment.units.flatMap(({ unit }): UnitDeductions[] => {
      if (isChosen && !isChosen(assessment, unit)) return [];
      const standing = isChosen ? { assessment, unit } : lossesKnown(book, { assessment, unit });
      if (taken.has(standing.unit)) return [];
      taken.add(standing.unit);
      const areas = known.get(standing.assessment) ?? areasByUnit(standing.assessment);
      known.set(standing.assessment, areas);
      const lost = areas.get(standing.unit);
      return isChosen || lost
        ? [{ ...ofUnit(standing, lost ?? []), name: unitLabel(assessment.scoreSheet, unit) }]
        : [];
    }),
  );
  return {
    units,
    lineCount: units.reduce((all, { areas }) => areas.reduce((some, { losses }) => some + losses.length, all), 0),
    details: book.details,
  };
}

const countDeductions = ({ sheets }: BookAssessment): number =>
  sheets.reduce((all, { deductions }) => all + deductions.length, 0);

/** Why the sheet «Điểm bị trừ» is not written, in one sentence; null if it is written. */
export function deductionRefusal(book: BookAssessment): string | null {
  const count = countDeductions(book);
  if (count <= MOST_DEDUCTION_LINES) return null;
  return (
    `Không lập trang tính «${DEDUCTION_SHEET_NAMES[0]}»: có ${shownCount(count)} dòng, quá ` +
    `${shownCount(MOST_DEDUCTION_LINES)} dòng; hãy chia bảng tổng hợp thành nhiều tệp hoặc xuất riêng ` +
    'từng đơn vị.'
  );
}

function areasByUnit({ scoreSheet, deductions }: Assessment): ReadonlyMap<UnitScores, readonly AreaDeductions[]> {
  const areasIn = new Map<UnitScores, Map<Item, ItemDeduction[]>>();
  for (const deduction of deductions) {
    const { unit, item } = deduction;
    const area = areaOf(scoreSheet.items, item);
    const areas = areasIn.get(unit) ?? new Map<Item, ItemDeduction[]>();
    areasIn.set(unit, areas);
    const losses = areas.get(area);
    if (losses) losses.push({ deduction, item });
    else areas.set(area, [{ deduction, item }]);
  }
  return new Map(
    [...areasIn].map(([unit, areas]) => [
      unit,
      [...areas].map(([item, losses]) => ({
        item,
        losses,
        lost: sum(losses.map(({ deduction }) => deduction.lostPoints)),
      })),
    ]),
  );
}

function ofUnit({ assessment, unit }: Standing, areas: readonly AreaDeductions[]): Omit<UnitDeductions, 'name'> {
  const result = resultOf(assessment, unit);
  return {
    assessment,
    unit,
    areas,
    lost: sum(areas.map((area) => area.lost)),
    penalty: result.totals.penalty,
    note: noteOf(assessment, result.undetermined, areas.length > 0),
    why: whyUndetermined({ assessment, unit, result }),
  };
}

export const NOTHING_LOST = 'không bị trừ điểm';

function noteOf({ scoreSheet }: Assessment, undetermined: boolean, hasLosses: boolean): string {
  if (undetermined) return 'kết quả chưa xác định';
  if (!scoreSheet.itemised || scoreSheet.items.length === 0) return 'bảng tổng hợp không có điểm của từng tiêu chí';
  return hasLosses ? '' : NOTHING_LOST;
}
