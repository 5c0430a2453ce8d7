/**
 * Causes that were typed or confirmed, written where they will be read back: over what the officer typed in «Điểm bị
 * trừ», into the sheet's own columns, as a note, or as a line of `Nguyên nhân`.
 */
import { keyOf, type Address } from '../values/address';
import type { Assessment } from '../model/assessment';
import type { Cause, Deduction, DeductionLine } from '../model/deduction';
import type { Edit, SheetEdits } from '../model/edit';
import type { Book } from '../model/grid';
import { causeCells } from '../model/cause-cells';
import { NOTE_PREFIX } from '../model/note';
import { addressOf } from '../model/score-sheet';
import { CAUSE_COLUMNS, DEDUCTION_LABELS, deductionTable } from '../model/deduction-sheet';
import { findSideSheets } from '../read/find-score-sheets';
import { causesSheet } from './causes-sheet';
import type { CauseEntry } from '../model/prose';

type CauseRole = keyof Cause;

export function planCauses(book: Book, assessment: Assessment, entries: readonly CauseEntry[]): SheetEdits[] {
  const sheets = new Map<string, Edit[]>();
  const put = (sheet: string, edit: Edit): void => {
    const edits = sheets.get(sheet);
    if (edits) edits.push(edit);
    else sheets.set(sheet, [edit]);
  };
  const side = causesSheet(book, assessment);
  const places = placeFinder(book, assessment);
  for (const entry of entries) {
    const place = places(entry);
    const said = CAUSE_COLUMNS.flatMap((role) => (entry[role] === null ? [] : [{ role, text: entry[role] }]));
    const rest: { role: CauseRole; text: string }[] = [];
    for (const { role, text } of said) {
      const cell = place.cellOf(role);
      if (cell) put(cell.sheet, { kind: 'cell', at: cell.at, content: { kind: 'text', text }, format: null });
      else rest.push({ role, text });
    }
    const [first] = rest;
    // One word alone, and no sheet for causes yet: a note on the score says it.
    if (place.note && rest.length === 1 && first?.role === 'cause' && !side.isRead)
      put(assessment.scoreSheet.sheet, { kind: 'note', at: place.note, text: first.text });
    else if (rest.length > 0) side.write(entry, rest);
  }
  const planned = [...sheets].map(([sheet, edits]): SheetEdits => ({ sheet, isNew: false, edits }));
  const lines = side.edits();
  return lines.length === 0 ? planned : [...planned, { sheet: side.name, isNew: side.isNew, edits: lines }];
}

/**
 * Whether a cause written now would be what is read afterwards: a note of the officer's comes first where there is no
 * column, and is never replaced.
 */
export function canWriteCause({ scoreSheet }: Assessment, { unit, item, causeFrom }: Deduction): boolean {
  const [scores, scored] = [scoreSheet.units[unit], scoreSheet.items[item]];
  return (
    scores !== undefined &&
    scored !== undefined &&
    (causeFrom !== 'note' || addressOf(scoreSheet, scores, scored, 'cause') !== null)
  );
}

interface Place {
  readonly cellOf: (role: CauseRole) => { readonly sheet: string; readonly at: Address } | null;
  /** The score, where a note may be put on it. */
  readonly note: Address | null;
}

function placeFinder(book: Book, assessment: Assessment): (entry: CauseEntry) => Place {
  const { scoreSheet } = assessment;
  const cells = causeCells(scoreSheet);
  const typed = typedLines(book, assessment);
  return ({ unit, item }) => {
    const [scores, scored] = [scoreSheet.units[unit], scoreSheet.items[item]];
    if (!scores || !scored) return { cellOf: () => null, note: null };
    const summary = typed(unit, item);
    const score = addressOf(scoreSheet, scores, scored, scores.awardedRole);
    const present = score ? scoreSheet.grid.notes.get(keyOf(score)) : undefined;
    const isOfficers = present !== undefined && !present.trimStart().startsWith(NOTE_PREFIX);
    return {
      cellOf: (role) => {
        const own = cells.at(scores, scored, role);
        // Where the officer's note would hide it, only the officer's own line comes before that.
        if (summary && (summary.line[role] !== null || (role === 'cause' && !own && isOfficers)))
          return summary.cellOf(role);
        return own && { sheet: scoreSheet.sheet, at: own };
      },
      note: isOfficers ? null : score,
    };
  };
}

interface TypedLine {
  readonly line: DeductionLine;
  readonly cellOf: (role: CauseRole) => { readonly sheet: string; readonly at: Address } | null;
}

/** Lines of «Điểm bị trừ» by deduction. */
function typedLines(
  book: Book,
  { scoreSheet: { items }, deductions }: Assessment,
): (unit: number, item: number) => TypedLine | null {
  const grid = findSideSheets(book).deductions;
  const table = grid && deductionTable(grid);
  if (!table) return () => null;
  const byPlace = new Map(deductions.map(({ unit, item, line }) => [unit * items.length + item, line]));
  return (unit, item) => {
    const line = byPlace.get(unit * items.length + item);
    if (!line) return null;
    return {
      line,
      cellOf: (role) => {
        const column = table.columns.get(DEDUCTION_LABELS[role]);
        return column === undefined ? null : { sheet: line.sheet, at: { row: line.at.row, column } };
      },
    };
  };
}
