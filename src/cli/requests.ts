/** What a run of the command line is asked to do: one shape a command. */
import type { TableLayout } from '../core/forms/province-rows';
import type { ExportKind } from '../export/export-request';

export interface Work {
  readonly paths: readonly [string, ...string[]];
  readonly out: string | null;
  readonly json: boolean;
  readonly sheet: string | null;
  /** Null: as the workbook says. */
  readonly results: 'values' | null;
}

export interface Job extends Work {
  readonly command: 'tinh' | 'kiem-tra';
  /** A text file whose causes go into the filled copies. */
  readonly causes: string | null;
  /** Numbers of doubtful passages that are to be written as well. */
  readonly confirmed: readonly number[] | 'all';
  /** Whether sure corrections go into the copies, with their record. */
  readonly mends: boolean;
}

export interface ExportJob extends Work {
  readonly command: 'xuat';
  readonly kinds: readonly ExportKind['id'][];
  /** Whether the kinds were named: what cannot be made is then a fault. */
  readonly isChosen: boolean;
  /** As typed; empty exports all units. */
  readonly units: readonly string[];
  readonly apart: boolean;
  /** Last year's workbook, or the sheet of it in this year's. */
  readonly previous: string | null;
  /** A list of units that were made of others since then. */
  readonly mergers: string | null;
  /** Codes of losses that the plans are made of; empty takes the fewest that lift a unit. */
  readonly losses: readonly string[];
  readonly withoutDraftMarks: boolean;
  /** The office's own document, to be filled instead of ours. */
  readonly template: string | null;
}

export interface LiftJob extends Work {
  readonly command: 'nang-xep-loai';
  readonly units: readonly string[];
  /** Codes of losses to be tried out. */
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
  /** The bảng tổng hợp that collects. */
  readonly into: string;
  /** What a unit is called in the files → what the table calls it. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Only shows what would be done. */
  readonly isReview: boolean;
  /** «D8» or «Trang!D8» → the file whose value it takes; null keeps what the table says. */
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
  /** A list of units: the paths are criteria sets then, and get a blank table beside the forms. */
  readonly list: string | null;
  readonly layout: TableLayout;
  /** What each unit has a column for in the blank table; empty for all. */
  readonly columns: readonly string[];
  readonly year: number | null;
}

/** What a layout is called on the command line, and what it is. */
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
