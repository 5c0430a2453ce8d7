/** Passages of pasted prose as rows to be confirmed. */
import { readPassages } from '../../core/causes/read-passages';
import type { Assessment } from '../../core/model/assessment';
import { toVietnamese } from '../../core/values/decimal';
import type { Passage, CauseEntry, PassageState } from '../../core/model/prose';
import { labelOf, unitLabel } from '../../core/model/score-sheet';

/** `unit`: whose prose it is where no heading in it says so. */
export function readProseView(assessment: Assessment, unit: number | null, text: string): ProseView {
  const { passages, ...rest } = readPassages(assessment, unit, text);
  return { ...rest, rows: passages.map((passage) => rowView(assessment, passage)) };
}

function rowView({ scoreSheet }: Assessment, { match, entries, before, doubts, state }: Passage): ProseRowView {
  const { line, unit, item, deductions } = match;
  const [only] = deductions.length === 1 ? deductions : [];
  return {
    unit: unit?.index ?? null,
    unitName: unit ? unitLabel(scoreSheet, unit) : line.unit,
    cited: [line.code, line.name].filter((each) => each !== '').join(' '),
    label: item ? labelOf(item) : null,
    parts: only && only.item === item ? [] : deductions.map((each) => labelOf(each.item)),
    lost: only ? toVietnamese(only.lostPoints) : null,
    cause: line.cause,
    responsibleBody: line.responsibleBody,
    responsiblePerson: line.responsiblePerson,
    explanation: line.explanation,
    text: line.text,
    before,
    doubts,
    lines: entries,
    state,
  };
}

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
