/**
 * What the worker sends to the page: small values ready to be shown, and nothing else. Points are text in Vietnamese
 * notation.
 */
import type { DiagnosticView, Fix } from './views-of-issues';
import type { BandView } from '../../core/settings/scale';
import type { SettingsChange } from '../../core/settings/settings';
import type { Address, Area2D } from '../../core/values/address';
import type { Severity } from '../../core/model/diagnostic';
import type { MarkKind } from '../../core/model/grid';
import type { LayoutKind } from '../../core/model/score-sheet';
import type { CauseEntry } from '../../core/model/prose';
import type { ChangeView, DetailsView, PreviousView } from './views-of-reports';

export type { BandView, SettingsChange };

export interface BookView {
  /** Every sheet that can be looked at, hidden ones left out. */
  readonly names: readonly string[];
  /** Our sheet «Điểm bị trừ», where there is one. */
  readonly summary?: string;
  /** Every bảng tổng hợp that was read. */
  readonly sheets: readonly SheetView[];
  /** The first of this year's, which is shown before anybody chooses; null where none was read. */
  readonly first: string | null;
  /** What this year is compared with; null while nobody has said. */
  readonly previous: PreviousView | null;
  readonly details: DetailsView;
  /** Why nothing could be read, where nothing could. */
  readonly unread: readonly (DiagnosticView & { readonly sheet: string })[];
}

export interface SheetView {
  readonly sheet: string;
  readonly kind: LayoutKind;
  /** Scored items; 0 where the table has totals alone. */
  readonly itemCount: number;
  readonly settings: SettingsView;
  readonly units: readonly UnitView[];
  readonly hasGroups: boolean;
  /** Last year's, beside this year's in the same workbook. */
  readonly isEarlier: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Units found in last year's workbook; null without one, and for last year's own sheet. */
  readonly comparedUnits: number | null;
  /** What the units are short of their maximum; null where none is. */
  readonly lost: { readonly points: string; readonly units: number } | null;
  readonly deductionCount: number;
  readonly withoutCause: number;
  /** The officer is asked what a column says. */
  readonly isUndecided: boolean;
  /** Diagnostics that offer a repair. */
  readonly repairable: number;
}

export interface SettingsView {
  readonly scale: readonly BandView[];
  readonly scaleFrom: 'default' | 'workbook';
  /** Decimals as set; null follows the sheet. */
  readonly places: number | null;
  /** Decimals in use. */
  readonly shownPlaces: number;
  readonly ties: 'dense' | 'competition';
  readonly rankBy: 'exact' | 'rounded';
  /** Marks that mean "does not apply", divided by blanks. */
  readonly notApplicable: string;
  readonly notYetScored: string;
  readonly zero: string;
  readonly results: 'formulas' | 'values';
  /** The line under which an area is marked for action, percent. */
  readonly areaLine: string;
}

export interface UnitView {
  readonly unit: number;
  readonly name: string;
  readonly group: string | null;
  readonly undetermined: boolean;
  readonly points: string | null;
  readonly max: string | null;
  readonly lost: string | null;
  readonly index: string | null;
  /** Length of the index bar, 0–100. */
  readonly share: number;
  /** Place from best to worst by exact index; undetermined units last. */
  readonly order: number;
  readonly rating: string | null;
  readonly rank: number | null;
  readonly rankOf: number | null;
  readonly change: ChangeView | null;
  readonly at: Address;
}

export interface UnitDetail {
  readonly self: string | null;
  readonly awarded: string | null;
  readonly bonus: string | null;
  readonly penalty: string | null;
  readonly areas: readonly AreaView[];
}

export interface AreaView {
  readonly label: string;
  /** False where nothing in it is assessed for this unit. */
  readonly applies: boolean;
  readonly points: string | null;
  readonly percent: string | null;
  readonly share: number;
  readonly lost: string | null;
  readonly rank: string | null;
  /** Under the line for action. */
  readonly isLow: boolean;
  readonly change: ChangeView | null;
  readonly at: Address | null;
}

/** Where a cell belongs in its table. */
export interface PlaceView {
  readonly unitName: string;
  readonly itemLabel: string;
  /** The highest that the score may be; null where nobody states it. */
  readonly max: string | null;
  /** Points that somebody types, not a loss or a sum stated beside them. */
  readonly isScore: boolean;
}

/** Everything that was found at one cell, and the cell itself to be put right on the spot. */
export interface IssueCard {
  readonly key: string;
  /** Null where it speaks of the table as a whole. */
  readonly field: {
    readonly at: Address;
    readonly text: string;
    readonly isFormula: boolean;
    readonly place: PlaceView | null;
  } | null;
  /** The bare mark in the cell, whose meaning is asked: «x», «-», «/». */
  readonly mark: string | null;
  /** Worst first. */
  readonly issues: readonly DiagnosticView[];
}

/** Cards of one rule. */
export interface IssueGroup {
  readonly code: string;
  readonly title: string;
  readonly total: number;
  readonly cards: readonly IssueCard[];
}

export interface IssuePage {
  /** Cards in all groups. */
  readonly total: number;
  readonly groups: readonly IssueGroup[];
  /** What the officer leaves as it is, with the reason that stands in `Cấu hình`. */
  readonly aside: readonly IssueCard[];
}

export interface DiagnosticQuery {
  readonly sheet: string;
  readonly severity: Severity | null;
  readonly search: string;
  readonly limit: number;
}

export type DeductionOrder = 'unit' | 'area' | 'item' | 'cause';

export interface DeductionQuery {
  readonly sheet: string;
  readonly by: DeductionOrder;
  readonly search: string;
  readonly withoutCause: boolean;
  readonly unit: number | null;
  readonly limit: number;
}

export interface DeductionView {
  readonly unit: number;
  readonly item: number;
  readonly unitName: string;
  readonly itemLabel: string;
  readonly area: string;
  readonly points: string;
  readonly lost: string;
  readonly cause: string | null;
  readonly responsibleBody: string | null;
  readonly responsiblePerson: string | null;
  readonly explanation: string | null;
  /** Typed in the sheet «Điểm bị trừ». */
  readonly remedy: string | null;
  readonly remedyDue: string | null;
  readonly remedyStatus: string | null;
  /** True where the page may write or change the cause. */
  readonly canWrite: boolean;
  /** False where it would be written as a note, because the sheet has no cause column. */
  readonly hasColumn: boolean;
  readonly at: Address;
}

export interface DeductionGroup {
  readonly title: string;
  readonly lost: string;
  readonly total: number;
  /** All of the group that have no cause and may be given one. */
  readonly open: readonly { readonly unit: number; readonly item: number }[];
  readonly rows: readonly DeductionView[];
}

export interface DeductionPage {
  readonly total: number;
  readonly lost: string;
  /** All that have no cause and may be given one, shown or not, in the order of the list. */
  readonly open: readonly { readonly unit: number; readonly item: number }[];
  readonly groups: readonly DeductionGroup[];
}

/** Sizes of rows and columns as the grid draws them, in CSS pixels. */
export interface GridShape {
  readonly sheet: string;
  readonly heights: Uint16Array;
  readonly widths: Uint16Array;
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly isNumber: boolean;
  readonly mark: MarkKind | null;
  readonly hasNote: boolean;
  readonly hasFormula: boolean;
  /** Present on the first cell of a merge. */
  readonly merge: Area2D | null;
  readonly isHeader: boolean;
  /** Points that can be typed here. */
  readonly isScore: boolean;
}

/** Everything about one cell, for the line above the grid. */
export interface CellDetail {
  readonly at: Address;
  readonly text: string;
  readonly formula: string | null;
  readonly note: string | null;
  readonly place: PlaceView | null;
  /** From a score that lost points to its line in «Điểm bị trừ», and from the line to the score. */
  readonly counterpart: SheetPlace | null;
}

export interface SheetPlace {
  readonly sheet: string;
  readonly at: Address;
}

export interface TypedCell {
  readonly at: Address;
  readonly text: string;
}

/** Everything that changes the workbook. */
export type Command =
  | { readonly kind: 'fill' }
  | { readonly kind: 'clear' }
  /** What the officer typed, as it was typed. */
  | { readonly kind: 'type'; readonly sheet: string; readonly cells: readonly TypedCell[] }
  | {
      readonly kind: 'fix';
      readonly sheet: string;
      readonly fixes: readonly Fix[];
      /** Whether the record is to be begun; one that is there is kept up. */
      readonly records?: boolean;
      /** Date and time as the record says them. */
      readonly when?: string;
    }
  | {
      readonly kind: 'cause';
      readonly sheet: string;
      readonly unit: number;
      readonly item: number;
      readonly text: string;
    }
  | { readonly kind: 'causes'; readonly sheet: string; readonly lines: readonly CauseEntry[] }
  | { readonly kind: 'settings'; readonly change: SettingsChange }
  | { readonly kind: 'details'; readonly change: Partial<DetailsView> };
