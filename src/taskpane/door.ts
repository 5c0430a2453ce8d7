/** How the pane reaches the workbook, whether a file in the worker or the one that Excel has open. */
import type { LeftOut } from '../core/fill';
import type { Address } from '../core/values/address';
import type { BookView } from './worker/view-sheet';
import type { Command } from './worker/plan-command';

export interface Outcome {
  readonly view: BookView;
  /** Cells written. */
  readonly written: number;
  /** What was not, because it is protected. */
  readonly leftOut: readonly LeftOut[];
}

export interface Door {
  readonly kind: 'file' | 'excel';
  /** Reads the workbook as it stands now. */
  read(): Promise<BookView>;
  /** Performs the command and, if asked, fills in results and marks anew, unless that is `refill`. All or nothing. */
  run(command: Command, refill: boolean): Promise<Outcome>;
  /** Fills in results and marks anew, as a part of the last step: where that is better done once typing pauses. */
  refill?(): Promise<Outcome>;
  undo(): Promise<BookView>;
  canUndo(): boolean;
  /** Does again what was undone; only files, Excel has its own. */
  redo?(): Promise<BookView>;
  canRedo?(): boolean;
  /** Takes off the filters that the last command met (`filtered-sheet`); only Excel has them. */
  clearFilter?(): Promise<void>;
  /** Shows the cell in Excel; the page has its own grid. */
  reveal(sheet: string, at: Address): Promise<void>;
  /** Where the officer is in Excel. */
  selection?(): Promise<{ readonly sheet: string; readonly at: Address }>;
  /** Calls back when somebody changed the workbook, or went to another sheet in Excel; returns how to stop. */
  watch(changed: () => void, activated: (sheet: string) => void): () => void;
}
