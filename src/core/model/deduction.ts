/**
 * A deduction: points that one unit lost at one scored item, and why. A fact of the result, not a fault of the sheet.
 */
import type { Address } from '../values/address';
import { sum, type Decimal } from '../values/decimal';
import type { Item, UnitScores } from './score-sheet';

/** Why points were lost, wherever the workbook says it. */
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
  /** Points lost there, above 0; null where the line does not say it in a plain number. */
  readonly lost?: Decimal | null;
  /** Of lines about parts that were made one: what each body that one of them names has to do with it. */
  readonly byBody?: readonly CauseLine[];
  readonly sheet: string;
  /** As the tab or the title of its sheet says it. */
  readonly year?: number | null;
  readonly at: Address;
}

/** Null where a line does not say its points. */
export function lostInAll(lines: readonly CauseLine[]): Decimal | null {
  const points = lines.flatMap(({ lost = null }) => (lost === null ? [] : [lost]));
  return points.length < lines.length ? null : sum(points);
}

/** What is to be done about a loss, typed by the officer beside it. */
export interface Remedy {
  readonly remedy: string | null;
  /** As shown: «30/06/2023», «Quý II». */
  readonly remedyDue: string | null;
  readonly remedyStatus: string | null;
}

/** One line of the sheet «Điểm bị trừ» as far as the officer typed it; what this program wrote there is null. */
export interface DeductionLine extends Cause, Remedy {
  readonly unit: string;
  readonly area: string;
  readonly code: string;
  readonly name: string;
  readonly sheet: string;
  /** Cell of the cause. */
  readonly at: Address;
  /** The score that the line speaks of, where it still says so. */
  readonly source: LineSource | null;
}

/** A cell of a bảng tổng hợp as a line of «Điểm bị trừ» names it: {sheet: "Bảng tổng hợp", cell: "E6"}. */
export interface LineSource {
  readonly sheet: string;
  readonly cell: string;
  /** A reference, which Excel moves with the cell; a link stays where it was. */
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
  /** Where the cause was found; `deductions` is the sheet «Điểm bị trừ», whose typed words come before all others. */
  readonly causeFrom: 'deductions' | 'column' | 'note' | 'sheet' | null;
  /** The line of «Điểm bị trừ» that speaks of it. */
  readonly line: DeductionLine | null;
  /** What the workbook says of parts of an area that is scored as a whole. */
  readonly ofParts?: CauseLine | null;
}

/** How heavy a loss is beside what its item can bring. */
export type Weight = 'full' | 'half' | 'less';

/** Share of the item's maximum that was lost. */
export const weightOf = (lost: Decimal, max: Decimal): Weight =>
  lost >= max ? 'full' : lost * 2 >= max ? 'half' : 'less';

/**
 * Colours of losses, in our sheets and on the cells of the officer's table: light enough for black text, told apart in
 * black and white as well, and odd enough that no officer picked the very same. None is red, the colour of faults.
 */
export const WEIGHTS: Readonly<Record<Weight, { readonly label: string; readonly fill: string }>> = {
  full: { label: 'Mất hết điểm', fill: 'F5A56B' },
  half: { label: 'Mất từ một nửa', fill: 'FFCB80' },
  less: { label: 'Mất dưới một nửa', fill: 'FFE8A3' },
};

/** Lines that add up a unit or an area. */
export const SUM_FILLS = { unit: 'E3EAF4', area: 'F3F6FA' } as const;
