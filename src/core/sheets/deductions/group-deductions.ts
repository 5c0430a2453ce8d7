/**
 * Every deduction of the workbook, by unit and area, with what each of them lost in all: what the sheet «Điểm bị trừ»
 * and its exports show.
 */
import type { Assessment, BookAssessment } from '../../model/assessment';
import { shownCount, sum, type Decimal } from '../../values/decimal';
import type { Deduction } from '../../model/deduction';
import type { ReportDetails } from '../../model/report-details';
import { areaOf, unitLabel, type Item, type UnitScores } from '../../model/score-sheet';
import { MOST_DEDUCTION_LINES, DEDUCTION_SHEET_NAMES } from '../../model/deduction-sheet';
import { whyUndetermined } from '../../documents/subjects';

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
  /** None of a unit that lost nothing: it is reported only where it was asked for. */
  readonly areas: readonly AreaDeductions[];
  readonly lost: Decimal;
  /** Taken off outside the set. */
  readonly penalty: Decimal;
  /** What must be known of its sum: «kết quả chưa xác định», «không bị trừ điểm»; "" for nothing. */
  readonly note: string;
  /** Why it is undetermined; null where it is not. */
  readonly why: string | null;
}

export interface GroupedDeductions {
  readonly units: readonly UnitDeductions[];
  readonly lineCount: number;
  readonly details: ReportDetails;
}

/** Of all units that lost points; or of those that are chosen, also where they lost none. */
export function groupDeductions(
  { sheets, details }: BookAssessment,
  isChosen: ((assessment: Assessment, unit: UnitScores) => boolean) | null = null,
): GroupedDeductions {
  const units = sheets.flatMap((assessment) => unitsOf(assessment, isChosen));
  return {
    units,
    lineCount: units.reduce((all, { areas }) => areas.reduce((some, { losses }) => some + losses.length, all), 0),
    details,
  };
}

const countDeductions = ({ sheets }: BookAssessment): number =>
  sheets.reduce((all, { deductions }) => all + deductions.length, 0);

/** Why the sheet «Điểm bị trừ» is not written, in one sentence; null where it is. */
export function deductionRefusal(book: BookAssessment): string | null {
  const count = countDeductions(book);
  if (count <= MOST_DEDUCTION_LINES) return null;
  return (
    `Không lập trang «${DEDUCTION_SHEET_NAMES[0]}»: có ${shownCount(count)} dòng, quá ` +
    `${shownCount(MOST_DEDUCTION_LINES)} dòng; hãy chia bảng tổng hợp thành nhiều tệp hoặc xuất riêng ` +
    'từng đơn vị.'
  );
}

function unitsOf(
  assessment: Assessment,
  isChosen: ((assessment: Assessment, unit: UnitScores) => boolean) | null,
): UnitDeductions[] {
  const { scoreSheet, deductions } = assessment;
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
  return assessment.units.flatMap((result): UnitDeductions[] => {
    const { unit } = result;
    const there = areasIn.get(unit);
    if (!(isChosen ? isChosen(assessment, unit) : there)) return [];
    const areas = [...(there ?? [])].map(([item, losses]): AreaDeductions => {
      return { item, losses, lost: sum(losses.map(({ deduction }) => deduction.lostPoints)) };
    });
    const lost = sum(areas.map((area) => area.lost));
    return [
      {
        assessment,
        unit,
        name: unitLabel(scoreSheet, unit),
        areas,
        lost,
        penalty: result.totals.penalty,
        note: noteOf(assessment, result.undetermined, areas.length > 0),
        why: whyUndetermined({ assessment, unit, result }),
      },
    ];
  });
}

export const NOTHING_LOST = 'không bị trừ điểm';

function noteOf({ scoreSheet }: Assessment, undetermined: boolean, hasLosses: boolean): string {
  if (undetermined) return 'kết quả chưa xác định';
  if (!scoreSheet.itemised || scoreSheet.items.length === 0) return 'bảng tổng hợp không có điểm của từng tiêu chí';
  return hasLosses ? '' : NOTHING_LOST;
}
