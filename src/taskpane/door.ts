/** The pane's interface to the workbook, for a file in the worker and for the workbook open in Excel. */
import type { LeftOut } from '../core/fill';
import type { Address } from '../core/values/address';
import type { BookView } from './worker/view-sheet';
import type { Command } from './worker/plan-command';

export interface Outcome {
  readonly view: BookView;
  /** Number of cells written. */
  readonly written: number;
  /** Parts that were not written because they are protected. */
  readonly leftOut: readonly LeftOut[];
}

export interface Door {
  readonly kind: 'file' | 'excel';
  /** Reads the present state of the workbook. */
  read(): Promise<BookView>;
  /** Performs the command and, with `refill`, updates results and marks in the same step. All or nothing. */
  run(command: Command, refill: boolean): Promise<Outcome>;
  /** Updates results and marks as a part of the last step, for doors where this is better done after typing pauses. */
  refill?(): Promise<Outcome>;
  undo(): Promise<BookView>;
  canUndo(): boolean;
  /** Redoes what was undone; only for files, because Excel has its own redo. */
  redo?(): Promise<BookView>;
  canRedo?(): boolean;
  /** Removes the filters that blocked the last command (`filtered-sheet`); only for Excel. */
  clearFilter?(): Promise<void>;
  /** Shows the cell in Excel; does nothing for files, because the page has its own grid. */
  reveal(sheet: string, at: Address): Promise<void>;
  /** The selected cell in Excel. */
  selection?(): Promise<{ readonly sheet: string; readonly at: Address }>;
  /**
   * Calls back when the workbook is edited, or another sheet is activated in Excel. Returns the function that stops it.
   */
  watch(changed: () => void, activated: (sheet: string) => void): () => void;
}
