/**
 * Reads pasted prose as passages to confirm: the losses that each explains, what it would write there, what is there
 * now, and where the two disagree.
 */
import type { Assessment } from '../model/assessment';
import type { Cause, Deduction } from '../model/deduction';
import { foldText } from '../values/fold-text';
import type { CauseEntry, Passage, PassageState, ProseLine, ProseMatch } from '../model/beside/prose';
import { knownNames, textForSheet } from '../read/prose/stated-headings';
import { readProse } from '../read/prose/read-prose';
import { matchProse, hasContent } from '../matching/match-prose';
import { canWriteCause } from './plan-causes';

export { sheetsIn } from '../read/prose/stated-headings';

interface Passages {
  readonly passages: readonly Passage[];
  /** Number of passages that name a loss but say nothing about it. */
  readonly emptyPassages: number;
  /** True if the text was too long and its end was not read. */
  readonly isCut: boolean;
}

/** All losses of a province, each with a long cause, take up a quarter of this. */
const LONGEST_TEXT = 5_000_000;

/**
 * `unit`: the unit that the prose is about if no heading in it names one; null if the sheet has several and none was
 * chosen.
 */
export function readPassages(assessment: Assessment, unit: number | null, text: string): Passages {
  const lines = readProse(
    textForSheet(text.slice(0, LONGEST_TEXT), assessment.scoreSheet.sheet),
    knownNames([assessment.scoreSheet]),
  );
  const matches = matchProse(assessment, unit, lines);
  const telling = matches.filter(({ line }) => hasContent(line));
  return {
    passages: telling.map((match) => passageOf(assessment, match)),
    emptyPassages: matches.length - telling.length,
    isCut: text.length > LONGEST_TEXT,
  };
}

function passageOf(assessment: Assessment, match: ProseMatch): Passage {
  const { line, deductions } = match;
  const wanted = deductions.flatMap((deduction) => {
    const entry = entryOf(deduction, line);
    return entry ? [{ entry, isHidden: entry.cause !== null && !canWriteCause(assessment, deduction) }] : [];
  });
  const entries = wanted.flatMap(({ entry, isHidden }) => (isHidden ? [] : [entry]));
  const before = deductions.flatMap(({ cause }) =>
    line.cause !== null && cause !== null && !isSame(cause, line.cause) ? [cause] : [],
  );
  const notes =
    entries.length < wanted.length ? ['Ô điểm có ghi chú nêu nguyên nhân khác; hãy sửa ngay ở ghi chú đó.'] : [];
  const doubts = [...match.doubts.map(({ message }) => message), ...notes];
  const isDone = deductions.length > 0 && wanted.length === 0;
  const state: PassageState =
    entries.length === 0 ? (isDone ? 'done' : 'blocked') : doubts.length + before.length === 0 ? 'sure' : 'doubtful';
  return { match, entries, before: [...new Set(before)], doubts, state };
}

/** The texts that differ from those already there; null if all of them are there. */
function entryOf(deduction: Deduction, line: ProseLine): CauseEntry | null {
  const word = (role: keyof Cause): string | null => {
    const [offered, present] = [line[role], deduction[role]];
    return offered === null || (present !== null && isSame(offered, present)) ? null : offered;
  };
  const [cause, responsibleBody, responsiblePerson, explanation] = [
    word('cause'),
    word('responsibleBody'),
    word('responsiblePerson'),
    word('explanation'),
  ];
  if ((cause ?? responsibleBody ?? responsiblePerson ?? explanation) === null) return null;
  const [unit, item] = [deduction.unit.position, deduction.item.position];
  return { unit, item, cause, responsibleBody, responsiblePerson, explanation };
}

/** A final full stop that a report adds to the officer's text makes no difference. */
const isSame = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (text: string): string => foldText(text.normalize('NFC').replace(/[\s.;,]{1,20}$/, ''));
