/** Requests to the command line, one shape per command. */
import type { TableLayout } from '../core/forms/province-rows';
import type { ExportKind } from '../export/export-request';

export interface Work {
  readonly paths: readonly [string, ...string[]];
  readonly out: string | null;
  readonly json: boolean;
  readonly sheet: string | null;
  /** Null: the setting of the workbook applies. */
  readonly results: 'values' | null;
}

export interface Job extends Work {
  readonly command: 'tinh' | 'kiem-tra';
  /** A text file whose causes go into the filled copies. */
  readonly causes: string | null;
  /** Numbers of doubtful passages to be written as well. */
  readonly confirmed: readonly number[] | 'all';
  /** Whether sure corrections are made and recorded in the copies. */
  readonly mends: boolean;
}

export interface ExportJob extends Work {
  readonly command: 'xuat';
  readonly kinds: readonly ExportKind['id'][];
  /** Whether the officer named the kinds. If so, a kind that cannot be made is a fault. */
  readonly isChosen: boolean;
  /** As typed; empty exports all units. */
  readonly units: readonly string[];
  readonly apart: boolean;
  /** Last year's workbook, or the name of its sheet in this year's workbook. */
  readonly previous: string | null;
  /** Path of a list of units that have been merged since then. */
  readonly mergers: string | null;
  /** Codes of the losses that plans remedy; if empty, plans use the fewest losses that lift a unit. */
  readonly losses: readonly string[];
  readonly withoutDraftMarks: boolean;
  /** The office's own document, filled instead of the built-in reports. */
  readonly template: string | null;
}

export interface LiftJob extends Work {
  readonly command: 'nang-xep-loai';
  readonly units: readonly string[];
  /** Codes of the losses to remedy in the trial. */
  readonly losses: readonly string[];
}

export interface CausesJob extends Work {
  readonly command: 'nguyen-nhan';
  readonly units: readonly string[];
  readonly previous: string | null;
}

export interface ReadingJob extends Work {
  readonly command: 'doc';
}

export interface CollectJob extends Work {
  readonly command: 'tong-hop';
  /** Path of the bảng tổng hợp that takes the scores. */
  readonly into: string;
  /** Name of a unit in the files → its name in the table. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Shows what would be written without writing it. */
  readonly isReview: boolean;
  /** «D8» or «Trang!D8» → the file whose value the cell takes; null keeps the value of the table. */
  readonly choices: ReadonlyMap<string, string | null>;
}

/** `so-sanh-bo` takes two paths, the older one first. */
export interface SetsJob extends Work {
  readonly command: 'bo-tieu-chi' | 'so-sanh-bo';
}

export interface FormsJob extends Work {
  readonly command: 'tao-mau';
  /** As typed; empty makes forms for all units. */
  readonly units: readonly string[];
  /** Path of a list of units. If given, the paths are criteria sets, and each gets a blank table besides the forms. */
  readonly list: string | null;
  readonly layout: TableLayout;
  /** Columns of each unit in the blank table; empty for all. */
  readonly columns: readonly string[];
  readonly year: number | null;
}

/** Layouts by their names on the command line. */
export const LAYOUTS = {
  cot: 'columns',
  trang: 'sheets',
  dong: 'rows',
} as const satisfies Readonly<Record<string, TableLayout>>;

export type Request =
  | Job
  | ReadingJob
  | CollectJob
  | SetsJob
  | FormsJob
  | ExportJob
  | LiftJob
  | CausesJob
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  | { readonly command: 'refused'; readonly why: string };
