/** What the pane shows, as one value; components read it and never change it. */
import type { Address } from '../core/values/address';
import type { CollectView } from './worker/collecting';
import type { Made, Step } from './worker/protocol';
import type { UnitRef } from './worker/views-of-reports';
import type { BookView, SheetView } from './worker/view-sheet';
import type { TypedCell } from './worker/plan-command';

export const TABS = ['results', 'issues', 'deductions', 'settings'] as const;
export type Tab = (typeof TABS)[number];

/** What is done now and then, in place of the tabs until it is closed. */
export type Task =
  | { readonly kind: 'compare' }
  | { readonly kind: 'collect' }
  | { readonly kind: 'forms' }
  | { readonly kind: 'prose' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'help' }
  | { readonly kind: 'lift'; readonly unit: number }
  | { readonly kind: 'export'; /** Chosen beforehand; null for all. */ readonly units: readonly UnitRef[] | null };

/** A file of a unit, by the name that tells it from the others. */
export interface SentFile {
  readonly name: string;
  readonly file: File;
}

export interface Notice {
  readonly kind: 'error' | 'success' | 'info';
  readonly text: string;
  readonly code: string | null;
  /** What one press more would do about it. */
  readonly offer?: Offer;
  /** Where what was done is seen. */
  readonly see?: Seen;
}

export type Offer = 'clearFilter' | 'sheetsApart' | 'undo' | 'redo';
/** A tab, or a cell of the shown sheet or of another. */
export type Seen =
  { readonly kind: 'tab'; readonly tab: Tab } | { readonly kind: 'cell'; readonly at: Address; readonly sheet: string };

export interface PaneState {
  readonly view: BookView | null;
  /** Name of the file; null in Excel and before one is opened. */
  readonly fileName: string | null;
  /** All files that were opened together; empty in Excel. */
  readonly files: readonly { readonly name: string; readonly unsaved: boolean }[];
  /** Position in `files` of the one that is shown. */
  readonly file: number;
  /** The bảng tổng hợp that the tabs speak of. */
  readonly sheet: string | null;
  readonly tab: Tab;
  readonly task: Task | null;
  /** Files of units for this table, and what was read in them; null before they are read and after a stop. */
  readonly collecting: { readonly files: readonly SentFile[]; readonly review: CollectView | null } | null;
  readonly busy: { readonly step: Step; readonly made: Made | null } | null;
  readonly notice: Notice | null;
  /** Results and marks stand in the sheet as they were computed last. */
  readonly filled: boolean;
  readonly unsaved: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Typed into the sheet and not yet in the workbook. */
  readonly typed: readonly (TypedCell & { readonly sheet: string })[];
  readonly live: boolean;
  /** Counts changes of the workbook: what was asked before is out of date. */
  readonly version: number;
  /** Cell that somebody asked to see; `times` tells two requests for the same cell apart. */
  readonly selection: { readonly sheet: string; readonly at: Address; readonly times: number } | null;
  /** Unit whose detail is open. */
  readonly unit: number | null;
  /** Unit that the list of deductions is narrowed to. */
  readonly deductionsOf: number | null;
}

export const START: PaneState = {
  view: null,
  fileName: null,
  files: [],
  file: 0,
  sheet: null,
  tab: 'results',
  task: null,
  collecting: null,
  busy: null,
  notice: null,
  filled: false,
  unsaved: false,
  canUndo: false,
  canRedo: false,
  typed: [],
  live: true,
  version: 0,
  selection: null,
  unit: null,
  deductionsOf: null,
};

export function sheetOf({ view, sheet }: PaneState): SheetView | null {
  return (
    view?.sheets.find((each) => each.sheet === sheet) ?? view?.sheets.find((each) => each.sheet === view.first) ?? null
  );
}
