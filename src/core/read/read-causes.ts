/**
 * Causes beside the scores: in the sheet's own columns, in the note on a score, in the sheet `Nguyên nhân`, each with
 * its cell.
 */
import { keyOf } from '../values/address';
import { WORD_ROLES, causeCells } from '../model/cause-cells';
import type { Cause, CauseLine, Remedy } from '../model/deduction';
import { textAt } from '../model/grid';
import { causeInNote } from '../model/note';
import { columnsOf, scoreCellOf, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';
import type { CauseColumns, CitedCause, StatedCause, StatedCauses } from '../model/stated-cause';
import { typedText } from './read-side-sheets';
import { matchCauses } from '../matching/lines-of-units';

/**
 * For each sheet what is stated for it; lines of the sheet `Nguyên nhân` that speak of no unit are told with the first.
 */
export function readCausesOfSheets(sheets: readonly ScoreSheet[], lines: readonly CauseLine[]): StatedCauses[] {
  const { cited, strays } = matchCauses(sheets, lines);
  return sheets.map((sheet, at) => statedIn(sheet, lines, cited[at] ?? [], at === 0 ? strays : []));
}

/** The same of a sheet by itself. */
export function readStatedCauses(sheet: ScoreSheet, lines: readonly CauseLine[]): StatedCauses {
  const { cited, strays } = matchCauses([sheet], lines);
  return statedIn(sheet, lines, cited[0] ?? [], strays);
}

const statedIn = (
  sheet: ScoreSheet,
  lines: readonly CauseLine[],
  cited: readonly CitedCause[],
  strays: StatedCauses['strays'],
): StatedCauses => ({
  lines,
  strays,
  cited,
  hasColumns: causeCells(sheet).hasColumns,
  beside: finder(sheet, cited),
});

function finder(sheet: ScoreSheet, cited: readonly CitedCause[]): StatedCauses['beside'] {
  const { notes } = sheet.grid;
  const hasWords = columnsOf(sheet, WORD_ROLES).size > 0;
  const first = new Map<number, CauseLine>();
  const keyIn = (unit: UnitScores, item: Item): number => unit.index * sheet.items.length + item.index;
  for (const { unit, item, line } of cited)
    if (item && !first.has(keyIn(unit, item))) first.set(keyIn(unit, item), trimmed(line));
  return (unit, item): StatedCause | null => {
    const columns = hasWords ? readColumns(sheet, unit, item) : null;
    const note = notes.size > 0 ? causeInNote(notes.get(keyOf(scoreCellOf(sheet, unit, item)))) : null;
    const line = first.size > 0 ? (first.get(keyIn(unit, item)) ?? null) : null;
    return columns || note !== null || line ? { columns, note, line } : null;
  };
}

function readColumns(sheet: ScoreSheet, unit: UnitScores, item: Item): CauseColumns | null {
  const cells = causeCells(sheet);
  const text = (role: keyof (Cause & Remedy)): string | null => {
    const at = cells.at(unit, item, role);
    if (!at) return null;
    const isDue = role === 'remedyDue';
    return words(isDue ? typedText(sheet.grid, at.row, at.column) : textAt(sheet.grid, at.row, at.column));
  };
  const said = {
    cause: text('cause'),
    responsibleBody: text('responsibleBody'),
    responsiblePerson: text('responsiblePerson'),
    explanation: text('explanation'),
    remedy: text('remedy'),
    remedyDue: text('remedyDue'),
    remedyStatus: text('remedyStatus'),
  };
  return Object.values(said).every((each) => each === null)
    ? null
    : {
        ...said,
        at: cells.at(unit, item, 'cause'),
        isShared: cells.isShared(unit, item, 'cause'),
      };
}

const trimmed = (line: CauseLine): CauseLine => ({
  ...line,
  cause: words(line.cause),
  responsibleBody: words(line.responsibleBody),
  responsiblePerson: words(line.responsiblePerson),
  explanation: words(line.explanation),
});

const words = (text: string | null): string | null => text?.trim() || null;
