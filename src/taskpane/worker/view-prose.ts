/** Passages of pasted prose as rows for confirmation. */
import { readPassages } from '../../core/causes/read-passages';
import type { Assessment } from '../../core/model/assessment';
import { toVietnamese } from '../../core/values/decimal';
import type { Passage, CauseEntry, PassageState } from '../../core/model/beside/prose';
import { labelOf, unitLabel } from '../../core/model/score-sheet';

/** `unit` applies to passages without a heading that names one. */
export function readProseView(assessment: Assessment, unit: number | null, text: string): ProseView {
  const { passages, ...rest } = readPassages(assessment, unit, text);
  return { ...rest, rows: passages.map((passage) => rowView(assessment, passage)) };
}

function rowView({ scoreSheet }: Assessment, { match, entries, before, doubts, state }: Passage): ProseRowView {
  const { line, unit, item, deductions } = match;
  const [only] = deductions.length === 1 ? deductions : [];
  return {
    unit: unit?.position ?? null,
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
  /** The name in the sheet, otherwise the name in the heading of the prose; null if neither is known. */
  readonly unitName: string | null;
  /** Code and name as cited in the prose. */
  readonly cited: string;
  /** The matching criterion of the sheet; null if none was found. */
  readonly label: string | null;
  /** If the criterion has no score of its own: its parts that lost points, which get the cause. */
  readonly parts: readonly string[];
  readonly lost: string | null;
  readonly cause: string | null;
  readonly responsibleBody: string | null;
  readonly responsiblePerson: string | null;
  readonly explanation: string | null;
  /** The passage as pasted. */
  readonly text: string;
  /** Existing causes that would be overwritten. */
  readonly before: readonly string[];
  /** A sentence for each disagreement. */
  readonly doubts: readonly string[];
  /** The entries for the command «causes» when the row is confirmed. */
  readonly lines: readonly CauseEntry[];
  readonly state: PassageState;
}

export interface ProseView {
  readonly rows: readonly ProseRowView[];
  /** Number of passages that name a loss but give no cause. */
  readonly emptyPassages: number;
  /** True if the text was too long and its end was not read. */
  readonly isCut: boolean;
}
