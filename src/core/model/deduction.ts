/**
 * A deduction: points that one unit lost at one scored item, and why. A fact of the result, not a fault of the sheet.
 */
import type { Address } from '../values/address';
import { sum, type Decimal } from '../values/decimal';
import type { Item, UnitScores } from './score-sheet';

/** Why points were lost, from any place in the workbook. */
export interface Cause {
  readonly cause: string | null;
  readonly responsibleBody: string | null;
  readonly responsiblePerson: string | null;
  readonly explanation: string | null;
}

/** One line of a `Nguyên nhân` sheet. */
export interface CauseLine extends Cause, Remedy {
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  /** Points lost, above 0; null if the line does not state them as a plain number. */
  readonly lost?: Decimal | null;
  /** For lines about parts of an area, merged into one: the same words separately for each responsible body. */
  readonly byBody?: readonly CauseLine[];
  readonly sheet: string;
  /** From the tab or the title of its sheet. */
  readonly year?: number | null;
  readonly at: Address;
}

/** Sum of the lost points; null if any line does not state its points. */
export function lostInAll(lines: readonly CauseLine[]): Decimal | null {
  const points = lines.flatMap(({ lost = null }) => (lost === null ? [] : [lost]));
  return points.length < lines.length ? null : sum(points);
}

/** The remedy of a loss, typed by the officer. */
export interface Remedy {
  readonly remedy: string | null;
  /** As shown: «30/06/2023», «Quý II». */
  readonly remedyDue: string | null;
  readonly remedyStatus: string | null;
}

/** One line of the sheet «Điểm bị trừ» with only the officer's words; text that this program wrote is null. */
export interface DeductionLine extends Cause, Remedy {
  readonly unit: string;
  readonly area: string;
  readonly code: string;
  readonly name: string;
  readonly sheet: string;
  /** Cell of the cause. */
  readonly at: Address;
  /** The score's cell that the line refers to; null if it no longer has a reference or link. */
  readonly source: LineSource | null;
}

/** A cell of a bảng tổng hợp that a line of «Điểm bị trừ» refers to: {sheet: "Bảng tổng hợp", cell: "E6"}. */
export interface LineSource {
  readonly sheet: string;
  readonly cell: string;
  /** True for a reference, which Excel updates when the cell moves; false for a link, which is not updated. */
  readonly isLive: boolean;
}

export interface Deduction extends Cause, Remedy {
  readonly unit: UnitScores;
  readonly item: Item;
  readonly maxPoints: Decimal;
  readonly selfPoints: Decimal | null;
  readonly awardedPoints: Decimal;
  readonly lostPoints: Decimal;
  /** Cell of the score that lost points. */
  readonly at: Address;
  /** Where the cause was found; `deductions` is the sheet «Điểm bị trừ», whose typed words take precedence. */
  readonly causeFrom: 'deductions' | 'column' | 'note' | 'sheet' | null;
  /** The line of «Điểm bị trừ» about this deduction. */
  readonly line: DeductionLine | null;
  /** The merged cause line about the parts of an area that is scored as a whole. */
  readonly ofParts?: CauseLine | null;
}

/** How large a loss is relative to its item's maximum. */
export type Weight = 'full' | 'half' | 'less';

/** The weight by the share of the item's maximum that was lost. */
export const weightOf = (lost: Decimal, max: Decimal): Weight =>
  lost >= max ? 'full' : lost * 2 >= max ? 'half' : 'less';

/**
 * Colours of losses, in the add-in's sheets and in the officer's table: light enough for black text, distinguishable in
 * black and white, and unusual enough that no officer picks the same. None is red, the colour of faults.
 */
export const WEIGHTS: Readonly<Record<Weight, { readonly label: string; readonly fill: string }>> = {
  full: { label: 'Mất hết điểm', fill: 'F5A56B' },
  half: { label: 'Mất từ một nửa', fill: 'FFCB80' },
  less: { label: 'Mất dưới một nửa', fill: 'FFE8A3' },
};

/** Colours of the sum rows of units and areas. */
export const SUM_FILLS = { unit: 'E3EAF4', area: 'F3F6FA' } as const;
