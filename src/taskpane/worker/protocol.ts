/**
 * Messages between the page and its worker. Every call has a number and one answer; progress messages come in between.
 */
import type { Address, Area2D } from '../../core/values/address';
import type { LeftOut, Plan } from '../../core/fill';
import type { Grid } from '../../core/model/grid';
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
import type { CellDetail, GridCell, GridShape } from './view-grid';
import type { Command } from './plan-command';
import type { DeductionPage, DeductionQuery } from './view-deductions';

/** A sheet as another host read it. */
interface PlainSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly grid: Grid;
}

/** Last year: a workbook of its own, or a sheet of the one that is open. */
export type PreviousSource = (
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'sheet'; readonly name: string }
) & {
  /** Units that were made of others since then, a line each; "" leaves it to the workbooks. */
  readonly mergers?: string;
};

export type Source =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'grids'; readonly sheets: readonly PlainSheet[]; readonly structureLocked?: boolean };

/** The workbook after a change: its bytes where it is a file, and what is known of it now. */
export interface Changed {
  readonly bytes: Uint8Array | null;
  /** Cells written by the command. */
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
  /** A file of another form as the bytes of a .xlsx, to be opened and saved as one. */
  asXlsx(name: string, bytes: Uint8Array): Promise<Uint8Array>;
  /** Opens without computing: after a cancelled call the page still shows what it knew. */
  reopen(source: Source, previous: PreviousSource | null): null;
  /** Takes last year's results to compare with; null compares no longer. */
  compare(previous: PreviousSource | null): BookView;
  /** One file, or all of them in a .zip that the page gives a name to. */
  export(request: ExportRequest): Promise<readonly ExportedFile[]>;
  /** Blank workbooks for units, in a .zip where there are several. */
  forms(request: FormsRequest): Promise<readonly ExportedFile[]>;
  /** For hosts that write themselves. */
  plan(command: Command): Promise<Plan>;
  /** For files: applies the command and, if asked, fills in results and marks anew. */
  run(command: Command, refill: boolean): Promise<Changed>;
  unit(sheet: string, unit: number): UnitDetail;
  /** Null where the sheet is gone. */
  overview(sheet: string): OverviewView | null;
  issues(query: DiagnosticQuery): IssuePage;
  /** Every repair that leaves no choice, for «Sửa tất cả». */
  repairs(sheet: string): readonly DiagnosticView[];
  deductions(query: DeductionQuery): DeductionPage;
  /** Pasted prose beside the losses that it explains; `unit` is whose it is where no heading says so. */
  prose(sheet: string, unit: number | null, text: string): Promise<ProseView>;
  /** Other units that lost at the same criterion and have no cause yet. */
  sameItem(sheet: string, unit: number, item: number): readonly { readonly unit: number; readonly name: string }[];
  /** Causes that were given for the same criterion elsewhere, to be used again. */
  suggestedCauses(sheet: string, unit: number, item: number): Promise<readonly SuggestedCause[]>;
  /** How the tables of a sheet were understood, and which sheets were not read. */
  reading(sheet: string): BookReading;
  /** Begins to collect into the open workbook; what was taken before is forgotten. */
  collectStart(): Promise<null>;
  /** A unit of the table by the name that files give it, for what is taken from now on. */
  collectRename(from: string, to: string): null;
  /** One file that a unit sent, its name telling it from the others; taken again, it takes the place of the first. */
  collectFile(name: string, bytes: Uint8Array): Promise<null>;
  collectReview(): CollectView;
  /** What would lift the unit; null for an undetermined one. */
  lift(sheet: string, unit: number): Promise<LiftView | null>;
  /** The unit's result if it had lost nothing at these items. */
  whatIf(sheet: string, unit: number, items: readonly number[]): Promise<WhatIfView | null>;
  /** The plan of a unit that wants to make these losses good; undefined where the sheet is gone. */
  exportPlan(sheet: string, unit: number, items: readonly number[], name: string): Promise<ExportedFile | undefined>;
  /** Our sheets as a workbook of their own, where this one takes no more sheets; null where it takes them. */
  sheetsApart(): Promise<Uint8Array | null>;
  /** A workbook that the page brings along; null where it cannot be had. */
  sample(file: string): Promise<Uint8Array | null>;
  /** A table to begin with, made of a sample; null where that cannot be had or read. */
  blankTable(sample: string): Promise<Uint8Array | null>;
  shape(sheet: string): Promise<GridShape>;
  cells(sheet: string, area: Area2D): Promise<readonly GridCell[]>;
  cell(sheet: string, at: Address): CellDetail;
  /** Cells that hold a text, line by line. */
  find(sheet: string, search: string): readonly Address[];
  /** Where Ctrl with an arrow leads, one step down or right being 1. */
  edge(sheet: string, from: Address, step: readonly [number, number]): Address;
  /** Which of the cells hold points that can be typed. */
  scoreCells(sheet: string, cells: readonly Address[]): readonly boolean[];
}

export type Method = keyof EngineCalls;

export type Step = 'open' | 'collect' | 'assess' | 'plan' | 'write' | 'export';

/** How far a step of several pieces is, and the one that is being made. */
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
  /** Null for what nobody foresaw. */
  readonly code: string | null;
  readonly message: string;
}

export type Answer =
  | {
      readonly id: number;
      readonly kind: 'step';
      readonly step: Step;
      /** Where there are several pieces. */ readonly made: Made | null;
    }
  | { readonly id: number; readonly kind: 'value'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'fault'; readonly fault: Fault };
