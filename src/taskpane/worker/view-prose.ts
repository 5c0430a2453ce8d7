/** Passages of pasted prose as rows to be confirmed. */
import { readPassages } from '../../core/causes/read-passages';
import type { Assessment } from '../../core/model/assessment';
import { toVietnamese } from '../../core/values/decimal';
import type { Passage } from '../../core/model/prose';
import { labelOf, unitLabel } from '../../core/model/score-sheet';
import type { ProseRowView, ProseView } from './views-of-causes';

/** `unit`: whose prose it is where no heading in it says so. */
export function readProseView(assessment: Assessment, unit: number | null, text: string): ProseView {
  const { passages, ...rest } = readPassages(assessment, unit, text);
  return { ...rest, rows: passages.map((passage) => rowView(assessment, passage)) };
}

function rowView(
  { scoreSheet, deductions: all }: Assessment,
  { match, entries, before, doubts, state }: Passage,
): ProseRowView {
  const { line, unit, item } = match;
  const deductions = match.deductions.flatMap((at) => all[at] ?? []);
  const [scores, named] = [scoreSheet.units[unit ?? -1], scoreSheet.items[item ?? -1]];
  const [only] = deductions.length === 1 ? deductions : [];
  return {
    unit,
    unitName: scores ? unitLabel(scoreSheet, scores) : line.unit,
    cited: [line.code, line.name].filter((each) => each !== '').join(' '),
    label: named ? labelOf(named) : null,
    parts:
      only?.item === item ? [] : deductions.flatMap((each) => [scoreSheet.items[each.item] ?? []].flat().map(labelOf)),
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
