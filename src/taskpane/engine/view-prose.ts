/** Pasted prose as rows to be confirmed: which loss each passage explains, what it would write there, what stands there now, and where the two disagree. */
import type { Assessment } from '../../core/model/assessment';
import { toVietnamese } from '../../core/model/decimal';
import type { Cause, Deduction } from '../../core/model/deduction';
import { foldText, unitKey } from '../../core/model/fold-text';
import { nameKey } from '../../core/model/match-causes';
import type { ProseMatch } from '../../core/model/prose';
import { labelOf, unitLabel } from '../../core/model/score-sheet';
import { readProse } from '../../core/read/read-prose';
import { matchProse, saysAnything } from '../../core/summary/match-prose';
import { canWriteCause } from './plan-causes';
import type { CauseEntry, ProseRowView, ProseView } from './views-of-causes';

/** A pasted report; more is cut off, and said. */
const LONGEST_TEXT = 300_000;

/** `unit`: whose prose it is where no heading in it says so; null where the sheet has several and nobody chose. */
export function readProseView(assessment: Assessment, unit: number | null, text: string): ProseView {
  const { items, units } = assessment.scoreSheet;
  const known = { units: new Set(units.map(({ name }) => unitKey(name)).filter((key) => key !== '')), items: new Set(items.map(({ name }) => nameKey(name)).filter((key) => key !== '')) };
  const matches = matchProse(assessment, unit, readProse(text.slice(0, LONGEST_TEXT), known));
  const telling = matches.filter(({ line }) => saysAnything(line));
  return { rows: telling.map((match) => rowView(assessment, match)), silent: matches.length - telling.length, isCut: text.length > LONGEST_TEXT };
}

function rowView(assessment: Assessment, { line, unit, item, deductions: own, doubts }: ProseMatch): ProseRowView {
  const { scoreSheet } = assessment;
  const deductions = own.flatMap((at) => assessment.deductions[at] ?? []);
  const [scores, named] = [scoreSheet.units[unit ?? -1], scoreSheet.items[item ?? -1]];
  const wanted = deductions.flatMap((deduction) => {
    const entry = entryOf(deduction, line);
    return entry ? [{ entry, isHidden: entry.cause !== null && !canWriteCause(assessment, deduction) }] : [];
  });
  const lines = wanted.flatMap(({ entry, isHidden }) => (isHidden ? [] : [entry]));
  const before = deductions.flatMap(({ cause }) => (line.cause !== null && cause !== null && !isSame(cause, line.cause) ? [cause] : []));
  const notes = lines.length < wanted.length ? ['Ô điểm có ghi chú nêu nguyên nhân khác; hãy sửa ngay ở ghi chú đó.'] : [];
  return {
    unit,
    unitName: scores ? unitLabel(scoreSheet, scores) : line.unit,
    cited: [line.code, line.name].filter((each) => each !== '').join(' '),
    label: named ? labelOf(named) : null,
    parts: deductions.length === 1 && deductions[0]?.item === item ? [] : deductions.flatMap((each) => [scoreSheet.items[each.item] ?? []].flat().map(labelOf)),
    lost: deductions.length === 1 && deductions[0] ? toVietnamese(deductions[0].lostPoints) : null,
    cause: line.cause,
    responsibleBody: line.responsibleBody,
    responsiblePerson: line.responsiblePerson,
    explanation: line.explanation,
    text: line.text,
    before: [...new Set(before)],
    doubts: [...doubts.map(({ message }) => message), ...notes],
    lines,
    state: lines.length > 0 ? (doubts.length === 0 && before.length === 0 && notes.length === 0 ? 'sure' : 'doubtful') : deductions.length > 0 && wanted.length === 0 ? 'done' : 'blocked',
  };
}

/** The words that differ from what stands there; null where all of them stand there already. */
function entryOf(deduction: Deduction, line: ProseMatch['line']): CauseEntry | null {
  const word = (role: keyof Cause): string | null => {
    const [said, present] = [line[role], deduction[role]];
    return said === null || (present !== null && isSame(said, present)) ? null : said;
  };
  const [cause, responsibleBody, responsiblePerson, explanation] = [word('cause'), word('responsibleBody'), word('responsiblePerson'), word('explanation')];
  if ((cause ?? responsibleBody ?? responsiblePerson ?? explanation) === null) return null;
  return { unit: deduction.unit, item: deduction.item, cause, responsibleBody, responsiblePerson, explanation };
}

/** A closing stop that a report puts behind the officer's words makes no other words of them. */
const isSame = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (text: string): string => foldText(text.normalize('NFC').replace(/[\s.;,]{1,20}$/, ''));
