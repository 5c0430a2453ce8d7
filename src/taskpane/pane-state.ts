/** The state of the pane as one immutable value that components render. */
import type { Address } from '../core/values/address';
import type { CollectView } from './worker/collecting';
import type { Made, Step } from './worker/protocol';
import type { UnitRef } from './worker/views-of-reports';
import type { BookView, SheetView } from './worker/view-sheet';
import type { TypedCell } from './worker/plan-command';

export const TABS = ['results', 'issues', 'deductions', 'settings'] as const;
export type Tab = (typeof TABS)[number];

/** A less frequent task, shown in place of the tabs until it is closed. */
export type Task =
  | { readonly kind: 'compare' }
  | { readonly kind: 'collect' }
  | { readonly kind: 'forms' }
  | { readonly kind: 'prose' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'help' }
  | { readonly kind: 'lift'; readonly unit: number }
  | { readonly kind: 'export'; /** Units preselected; null for all. */ readonly units: readonly UnitRef[] | null };

/** A file of a unit, with a unique name. */
export interface SentFile {
  readonly name: string;
  readonly file: File;
}

export interface Notice {
  readonly kind: 'error' | 'success' | 'info';
  readonly text: string;
  readonly code: string | null;
  /** An action offered as a button. */
  readonly offer?: Offer;
  /** Where to see the result of the action. */
  readonly see?: Seen;
}

export type Offer = 'clearFilter' | 'sheetsApart' | 'undo' | 'redo';
/** A tab, or a cell of any sheet. */
export type Seen =
  { readonly kind: 'tab'; readonly tab: Tab } | { readonly kind: 'cell'; readonly at: Address; readonly sheet: string };

export interface PaneState {
  readonly view: BookView | null;
  /** Name of the file; null in Excel and before one is opened. */
  readonly fileName: string | null;
  /** All files that were opened together; empty in Excel. */
  readonly files: readonly { readonly name: string; readonly unsaved: boolean }[];
  /** Position of the current file in `files`. */
  readonly file: number;
  /** The bảng tổng hợp shown in the tabs. */
  readonly sheet: string | null;
  readonly tab: Tab;
  readonly task: Task | null;
  /**
   * Files of units for this table, and the scores read from them; `review` is null until they are read and after a
   * stop.
   */
  readonly collecting: { readonly files: readonly SentFile[]; readonly review: CollectView | null } | null;
  readonly busy: { readonly step: Step; readonly made: Made | null } | null;
  readonly notice: Notice | null;
  /** Whether the sheet holds the results and marks of the last computation. */
  readonly filled: boolean;
  readonly unsaved: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Cells that were typed but are not in the workbook yet. */
  readonly typed: readonly (TypedCell & { readonly sheet: string })[];
  readonly live: boolean;
  /** Counts changes of the workbook; answers for an earlier version are out of date. */
  readonly version: number;
  /** The last cell requested to be shown; `times` distinguishes two requests for the same cell. */
  readonly selection: { readonly sheet: string; readonly at: Address; readonly times: number } | null;
  /** Unit whose detail is open. */
  readonly unit: number | null;
  /** The unit that the list of deductions is limited to. */
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
