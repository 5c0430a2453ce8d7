/**
 * Messages between the page and its worker. Every call has a number and one answer; progress messages come in between.
 */
import type { Address, Area2D } from '../../core/values/address';
import type { LeftOut, Plan } from '../../core/fill';
import type { Grid } from '../../core/model/workbook/grid';
import type { ReadingView } from '../../core/model/reading-view';
import type { UnreadSheet } from '../../core/model/reading';
import type { LiftView, WhatIfView } from '../../core/model/lift-view';
import type { SuggestedCause } from '../../core/causes/suggest-causes';
import type { ExportedFile, ExportRequest } from '../../export/export-request';
import type { CollectView } from './collecting';
import type { FormsRequest } from './making';
import type { UnitDetail } from './views';
import type { OverviewView } from './view-overview';
import type { ProseView } from './view-prose';
import type { DiagnosticView, DiagnosticQuery, IssuePage } from './view-diagnostics';
import type { BookView } from './view-sheet';
import type { GridShape } from './grid-sizes';
import type { CellDetail, GridCell } from './view-grid';
import type { Command } from './plan-command';
import type { DeductionPage, DeductionQuery } from './view-deductions';

/** A sheet read by another host. */
interface PlainSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly grid: Grid;
}

/** Last year's results: a separate workbook, or a sheet of the open one. */
export type PreviousSource = (
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'sheet'; readonly name: string }
) & {
  /** Units merged since then, one per line; with "" the workbooks decide. */
  readonly mergers?: string;
};

export type Source =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'grids'; readonly sheets: readonly PlainSheet[]; readonly structureLocked?: boolean };

/** The workbook after a change: its bytes if it is a file, and its new view. */
export interface Changed {
  readonly bytes: Uint8Array | null;
  /** Number of cells that the command wrote. */
  readonly written: number;
  readonly leftOut: readonly LeftOut[];
  readonly view: BookView;
}

interface BookReading {
  readonly tables: readonly ReadingView[];
  readonly unread: readonly UnreadSheet[];
}

export interface EngineCalls {
  open(source: Source): BookView;
  /** Converts a file of another form to the bytes of a .xlsx, to be opened and saved as one. */
  asXlsx(name: string, bytes: Uint8Array): Promise<Uint8Array>;
  /** Opens without computing: after a cancelled call the page still shows the former results. */
  reopen(source: Source, previous: PreviousSource | null): null;
  /** Loads last year's results for comparison; null ends the comparison. */
  compare(previous: PreviousSource | null): BookView;
  /** One file, or all of them in a .zip that the page names. */
  export(request: ExportRequest): Promise<readonly ExportedFile[]>;
  /** Blank workbooks for units; several come in a .zip. */
  forms(request: FormsRequest): Promise<readonly ExportedFile[]>;
  /** For hosts that write the edits themselves. */
  plan(command: Command): Promise<Plan>;
  /** For files: applies the command and, with `refill`, updates results and marks. */
  run(command: Command, refill: boolean): Promise<Changed>;
  unit(sheet: string, unit: number): UnitDetail;
  /** Null if the sheet does not exist. */
  overview(sheet: string): OverviewView | null;
  issues(query: DiagnosticQuery): IssuePage;
  /** Every repair without alternatives, for «Sửa tất cả». */
  repairs(sheet: string): readonly DiagnosticView[];
  deductions(query: DeductionQuery): DeductionPage;
  /**
   * Pasted prose matched with the losses that it explains; `unit` applies to passages without a heading that names one.
   */
  prose(sheet: string, unit: number | null, text: string): Promise<ProseView>;
  /** Other units with a loss at the same criterion and no cause yet. */
  sameItem(sheet: string, unit: number, item: number): readonly { readonly unit: number; readonly name: string }[];
  /** Causes given for the same criterion elsewhere, for reuse. */
  suggestedCauses(sheet: string, unit: number, item: number): Promise<readonly SuggestedCause[]>;
  /** How the tables of a sheet were read, and which sheets were not read. */
  reading(sheet: string): BookReading;
  /** Starts collecting into the open workbook and discards earlier files. */
  collectStart(): Promise<null>;
  /** Maps a name in files to a unit of the table, for files read from now on. */
  collectRename(from: string, to: string): null;
  /** Adds one file of a unit under a unique name; the same name again replaces the file. */
  collectFile(name: string, bytes: Uint8Array): Promise<null>;
  collectReview(): CollectView;
  /** How the unit can rise; null for an undetermined unit. */
  lift(sheet: string, unit: number): Promise<LiftView | null>;
  /** The unit's result without its losses at these items. */
  whatIf(sheet: string, unit: number, items: readonly number[]): Promise<WhatIfView | null>;
  /** The plan with which a unit remedies these losses; undefined if the sheet does not exist. */
  exportPlan(sheet: string, unit: number, items: readonly number[], name: string): Promise<ExportedFile | undefined>;
  /** The add-in's sheets as a separate workbook if this one cannot take more sheets; null if it can. */
  sheetsApart(): Promise<Uint8Array | null>;
  /** A sample workbook that comes with the page; null if it cannot be loaded. */
  sample(file: string): Promise<Uint8Array | null>;
  /** A blank table made from a sample; null if the sample cannot be loaded or read. */
  blankTable(sample: string): Promise<Uint8Array | null>;
  shape(sheet: string): Promise<GridShape>;
  cells(sheet: string, area: Area2D): Promise<readonly GridCell[]>;
  cell(sheet: string, at: Address): CellDetail;
  /** Cells that contain the text, row by row. */
  find(sheet: string, search: string): readonly Address[];
  /** The target cell of Ctrl with an arrow; a step down or right is 1. */
  edge(sheet: string, from: Address, step: readonly [number, number]): Address;
  /** Whether each cell holds a score that can be typed. */
  scoreCells(sheet: string, cells: readonly Address[]): readonly boolean[];
}

export type Method = keyof EngineCalls;

export type Step = 'open' | 'collect' | 'assess' | 'plan' | 'write' | 'export';

/** Progress of a step with several pieces; `name` is the piece being made. */
export interface Made {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

export interface Call {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

export interface Fault {
  /** Null for unexpected errors. */
  readonly code: string | null;
  readonly message: string;
}

export type Answer =
  | {
      readonly id: number;
      readonly kind: 'step';
      readonly step: Step;
      /** Set if there are several pieces. */ readonly made: Made | null;
    }
  | { readonly id: number; readonly kind: 'value'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'fault'; readonly fault: Fault };
