/**
 * Fills and notes on cells with losses or faults: the fault, or the lost points and their cause. Only marks and notes
 * of the add-in are changed or removed.
 */
import { weightOf, type Deduction } from '../model/deduction';
import type { MarkEdit, NoteEdit } from '../model/workbook/edit';
import type { Grid, MarkKind } from '../model/workbook/grid';
import { NOTE_PREFIX, isOwnNote } from '../model/workbook/note';
import { addressOf } from '../model/score-sheet';
import { isReported } from '../model/set-aside';
import type { Settings } from '../model/settings';
import { addressOfKey, keyOf, type Address, type CellKey } from '../values/address';
import { toVietnamese } from '../values/decimal';
import { mergeOf, type PlanContext } from './plan-context';

/** If a cell has several marks, the last one in this order counts: losses by weight, then doubts, then faults. */
const RISING: readonly MarkKind[] = ['deduction', 'half', 'full', 'warning', 'error'];

export function markOfLoss({ lostPoints, maxPoints }: Deduction, { lossColours }: Settings): MarkKind {
  const weight = lossColours === 'weight' ? weightOf(lostPoints, maxPoints) : 'less';
  return weight === 'less' ? 'deduction' : weight;
}

/** The marks that the assessments of the tables on one sheet require, by cell. */
function wantedMarks(tables: readonly PlanContext[]): Map<CellKey, MarkKind> {
  const wanted = new Map<CellKey, MarkKind>();
  for (const context of tables) {
    const want = (at: Address, mark: MarkKind): void => {
      const key = keyOf(firstOfMerge(context, at));
      const present = wanted.get(key);
      if (present === undefined || RISING.indexOf(mark) > RISING.indexOf(present)) wanted.set(key, mark);
    };
    const { deductions, diagnostics, settings } = context.assessment;
    for (const each of deductions) want(each.at, markOfLoss(each, settings));
    for (const each of diagnostics) {
      const { at, severity } = each;
      if (severity !== 'note' && isReported(each)) for (const cell of at) want(cell, severity);
    }
  }
  return wanted;
}

/** Tables on one sheet are planned together, because none of them may remove what another one requires. */
export function planMarks({ marks }: Grid, tables: readonly PlanContext[]): MarkEdit[] {
  const edits: MarkEdit[] = [];
  const wanted = wantedMarks(tables);
  for (const [key, mark] of wanted) {
    if (marks.get(key) !== mark) edits.push({ kind: 'mark', at: addressOfKey(key), mark });
  }
  for (const key of marks.keys()) {
    if (!wanted.has(key)) edits.push({ kind: 'mark', at: addressOfKey(key), mark: null });
  }
  return edits;
}

export const clearMarks = (grid: Grid): MarkEdit[] =>
  [...grid.marks.keys()].map((key) => ({ kind: 'mark', at: addressOfKey(key), mark: null }));

/** The first cell of a merge, which can carry a fill and a note. */
function firstOfMerge(context: PlanContext, at: Address): Address {
  const merge = mergeOf(context, at);
  return merge ? { row: merge.top, column: merge.left } : at;
}

/** With more notes on one sheet Excel becomes slow; the fills remain. */
const MOST_NOTES = 2000;
/** A fault with more cells, such as one of a whole row or column, gets a single note. */
const MOST_CELLS = 3;
const LONGEST = 2000;

export function planNotes({ notes }: Grid, tables: readonly PlanContext[]): NoteEdit[] {
  const wanted = wantedNotes(tables);
  const edits: NoteEdit[] = [];
  for (const [key, text] of wanted) {
    const present = notes.get(key);
    if (present === undefined || (isOwnNote(present) && plainLines(present) !== text))
      edits.push({ kind: 'note', at: addressOfKey(key), text });
  }
  for (const [key, present] of notes) {
    if (isOwnNote(present) && !wanted.has(key)) edits.push({ kind: 'note', at: addressOfKey(key), text: null });
  }
  return edits;
}

export const clearNotes = (grid: Grid): NoteEdit[] =>
  [...grid.notes].flatMap(([key, note]) =>
    isOwnNote(note) ? [{ kind: 'note', at: addressOfKey(key), text: null } as const] : [],
  );

function wantedNotes(tables: readonly PlanContext[]): Map<CellKey, string> {
  const lines = new Map<CellKey, string[]>();
  const say = (key: CellKey, line: string): void => {
    const there = lines.get(key);
    if (!there) lines.set(key, [line]);
    else if (!there.includes(line)) there.push(line);
  };
  for (const context of tables) {
    for (const each of context.assessment.diagnostics) {
      const { at, severity, message } = each;
      if (severity === 'note' || !isReported(each)) continue;
      const cells = at.length > MOST_CELLS ? at.slice(0, 1) : at;
      for (const cell of cells) say(keyOf(firstOfMerge(context, cell)), message);
    }
    for (const deduction of unwrittenDeductions(context))
      say(keyOf(firstOfMerge(context, deduction.at)), deductionLine(deduction));
  }
  return new Map(
    [...lines].slice(0, MOST_NOTES).map(([key, some]) => [key, `${NOTE_PREFIX} ${some.join('\n')}`.slice(0, LONGEST)]),
  );
}

/**
 * The deductions that need a note. None if there are too many: notes on only some of them would look like a verdict.
 */
function unwrittenDeductions(context: PlanContext): readonly Deduction[] {
  const unwritten: Deduction[] = [];
  for (const deduction of context.assessment.deductions) {
    if (hasLossColumn(context, deduction)) continue;
    unwritten.push(deduction);
    if (unwritten.length > MOST_NOTES) return [];
  }
  return unwritten;
}

/** If there is a loss column beside the score, it already shows the loss. */
const hasLossColumn = ({ sheet }: PlanContext, { unit, item }: Deduction): boolean =>
  addressOf(sheet, unit, item, 'lost') !== null;

/** «bị trừ 0,25/1 điểm. Nguyên nhân: … Trách nhiệm: …» */
function deductionLine({ lostPoints, maxPoints, cause, causeFrom, responsibleBody }: Deduction): string {
  const loss = `bị trừ ${toVietnamese(lostPoints)}/${toVietnamese(maxPoints)} điểm.`;
  const why = cause === null ? ' Chưa ghi nguyên nhân.' : ` Nguyên nhân: ${closed(cause)}`;
  const who = responsibleBody === null || causeFrom === null ? '' : ` Trách nhiệm: ${closed(responsibleBody)}`;
  return loss + why + who;
}

const closed = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return /[.!?…]$/.test(line) ? line : `${line}.`;
};

/** Unifies line ends, which differ between files. */
const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n');
