/** What the worker sends to the page about pasted prose. */
import type { CauseEntry, PassageState } from '../../core/model/prose';

/** One passage of pasted prose, for confirmation. */
export interface ProseRowView {
  readonly unit: number | null;
  /** As in the sheet, else as the heading in the prose says it; null where neither tells. */
  readonly unitName: string | null;
  /** Code and name as the prose cites them. */
  readonly cited: string;
  /** The criterion of the sheet that is meant; null where none was found. */
  readonly label: string | null;
  /** Where the criterion itself has no score: its parts that lost points, for which the words would be written. */
  readonly parts: readonly string[];
  readonly lost: string | null;
  readonly cause: string | null;
  readonly responsibleBody: string | null;
  readonly responsiblePerson: string | null;
  readonly explanation: string | null;
  /** The passage as pasted. */
  readonly text: string;
  /** Other causes that stand there now and would be written over. */
  readonly before: readonly string[];
  /** A sentence for each disagreement. */
  readonly doubts: readonly string[];
  /** What the command «causes» is given when the row is confirmed. */
  readonly lines: readonly CauseEntry[];
  readonly state: PassageState;
}

export interface ProseView {
  readonly rows: readonly ProseRowView[];
  /** Passages that name a loss and say nothing of it. */
  readonly silent: number;
  /** The text was too long and its end was not read. */
  readonly isCut: boolean;
}
