/**
 * Writes typed or confirmed causes where they are read back: over the officer's text in «Điểm bị trừ», into the sheet's
 * own columns, as a note, or as a line of `Nguyên nhân`.
 */
import type { Assessment } from '../model/assessment';
import { causeCells, WORD_ROLES } from '../model/beside/cause-cells';
import type { Cause, Deduction, DeductionLine, Remedy } from '../model/deduction';
import { DEDUCTION_LABELS, REMEDY_COLUMNS, deductionTable } from '../model/deduction-sheet';
import type { Edit, SheetEdits, CellEdit } from '../model/workbook/edit';
import { type Book, blankGrid, textAt, type Grid } from '../model/workbook/grid';
import { NOTE_PREFIX } from '../model/workbook/note';
import { isLockedIn } from '../model/workbook/protection';
import type { CauseEntry } from '../model/beside/prose';
import type { LossPart } from '../model/beside/part-labels';
import {
  addressOf,
  pairAt,
  placeOf,
  sheetsOf,
  textIn,
  type Item,
  type ScoreSheet,
  type UnitScores,
} from '../model/score-sheet';
import { readColumns } from '../read/blocks/columns';
import { findHeader, type HeaderBlock } from '../read/blocks/header-block';
import { findSideSheets } from '../read/find-score-sheets';
import { labelledWords, withPart } from '../read/prose/split-parts';
import { keyOf, lowered, type Address, type CellKey } from '../values/address';

type CauseRole = keyof (Cause & Remedy);

export function planCauses(book: Book, assessment: Assessment, entries: readonly CauseEntry[]): SheetEdits[] {
  const sheets = new Map<string, Edit[]>();
  const put = (sheet: string, edit: Edit): void => {
    const edits = sheets.get(sheet);
    if (edits) edits.push(edit);
    else sheets.set(sheet, [edit]);
  };
  const side = causesSheet(book, assessment);
  const places = placeFinder(book, assessment);
  const mergedText = cellKeeper(assessment);
  for (const entry of entries) {
    const place = places(entry);
    const typed = WORD_ROLES.flatMap((role) => {
      const text = entry[role] ?? null;
      return text === null ? [] : [{ role, text }];
    });
    const rest: { role: CauseRole; text: string }[] = [];
    for (const { role, text } of typed) {
      const cell = place.cellOf(role);
      if (!cell) rest.push({ role, text });
      else
        put(cell.sheet, {
          kind: 'cell',
          at: cell.at,
          content: { kind: 'text', text: mergedText(cell, role, text) },
          format: null,
        });
    }
    const [first] = rest;
    // A cause alone, and no causes sheet yet: it becomes a note on the score.
    if (place.note && rest.length === 1 && first?.role === 'cause' && !side.isRead)
      put(place.note.sheet, { kind: 'note', at: place.note.at, text: first.text });
    else if (rest.length > 0) side.write(entry, rest);
  }
  const planned = [...sheets].map(([sheet, edits]): SheetEdits => ({ sheet, isNew: false, edits }));
  const lines = side.edits();
  return lines.length === 0 ? planned : [...planned, { sheet: side.name, isNew: side.isNew, edits: lines }];
}

/**
 * Whether a cause written now is the one read afterwards: without a column, an officer's note takes precedence and is
 * never replaced.
 */
export function canWriteCause({ scoreSheet }: Assessment, { unit, item, causeFrom }: Deduction): boolean {
  return causeFrom !== 'note' || addressOf(scoreSheet, unit, item, 'cause') !== null;
}

/** Returns the new text of a cell: if it holds several labelled texts, the others stay. */
function cellKeeper({ scoreSheet }: Assessment): (cell: WordCell, role: CauseRole, text: string) => string {
  const planned = new Map<CellKey, string>();
  return ({ sheet, at, home }, role, text) => {
    const part = sheetsOf(scoreSheet).indexOf(sheet);
    if (part < 0) return text;
    const cell = lowered(at, part);
    const merged = withPart(planned.get(keyOf(cell)) ?? textIn(scoreSheet, cell), home ?? role, role, text);
    planned.set(keyOf(cell), merged);
    return merged;
  };
}

interface WordCell {
  readonly sheet: string;
  readonly at: Address;
  /** The role of its column, if that is a different one. */
  readonly home?: LossPart;
}

interface Place {
  readonly cellOf: (role: CauseRole) => WordCell | null;
  /** The cell of the score, if a note may be put on it. */
  readonly note: { readonly sheet: string; readonly at: Address } | null;
}

function placeFinder(book: Book, assessment: Assessment): (entry: CauseEntry) => Place {
  const { scoreSheet } = assessment;
  const cells = causeCells(scoreSheet);
  const typed = typedLines(book, assessment);
  const gridOf = (sheet: string): Grid | undefined => book.sheets.find(({ name }) => name === sheet)?.grid();
  /** Where protection takes no word, and none stands that another one would contradict. */
  const isClosed = ({ sheet, at }: WordCell): boolean => {
    const grid = gridOf(sheet);
    return grid !== undefined && isLockedIn(grid, at) && textAt(grid, at.row, at.column) === '';
  };
  const areNotesShut = ({ sheet }: WordCell): boolean => gridOf(sheet)?.protection?.notes === false;
  return ({ unit, item }) => {
    const pair = pairAt(scoreSheet, { unit, item });
    if (!pair) return { cellOf: () => null, note: null };
    const { unit: scores, item: scored } = pair;
    const summary = typed(unit, item);
    const score = addressOf(scoreSheet, scores, scored, scores.awardedRole);
    const present = score ? scoreSheet.grid.notes.get(keyOf(score)) : undefined;
    const isOfficers = present !== undefined && !present.trimStart().startsWith(NOTE_PREFIX);
    const note = isOfficers || !score ? null : placeOf(scoreSheet, score);
    return {
      cellOf: (role) => {
        const beside = cells.at(scores, scored, role);
        // If the officer's note would hide a cause, only the officer's own line in «Điểm bị trừ» takes precedence over
        // it; measures are typed in that line if the table has no column for them.
        const isLinesOwn = !beside && (isMeasure(role) || (role === 'cause' && isOfficers));
        if (summary && (summary.line[role] !== null || isLinesOwn)) return summary.cellOf(role);
        const unitCell = beside ? placeOf(scoreSheet, beside) : sharedCell(scoreSheet, scores, scored, role);
        const isShut = unitCell ? isClosed(unitCell) : role === 'cause' && note !== null && areNotesShut(note);
        if (!isShut) return unitCell;
        const line = summary?.cellOf(role) ?? null;
        return line && !isClosed(line) ? line : null;
      },
      note: note && areNotesShut(note) ? null : note,
    };
  };
}

/** The cell of another role that contains this one under a label. */
function sharedCell(sheet: ScoreSheet, unit: UnitScores, item: Item, role: CauseRole): WordCell | null {
  const cells = causeCells(sheet);
  for (const home of WORD_ROLES) {
    const at = cells.at(unit, item, home);
    if (at && labelledWords(textIn(sheet, at), home)?.[role]) return { ...placeOf(sheet, at), home };
  }
  return null;
}

const isMeasure = (role: CauseRole): boolean => (REMEDY_COLUMNS as readonly CauseRole[]).includes(role);

interface TypedLine {
  readonly line: DeductionLine;
  readonly cellOf: (role: CauseRole) => WordCell | null;
}

/** Lines of «Điểm bị trừ» by deduction. */
function typedLines(
  book: Book,
  { scoreSheet: { items }, deductions }: Assessment,
): (unit: number, item: number) => TypedLine | null {
  const grid = findSideSheets(book).deductions;
  const table = grid && deductionTable(grid);
  if (!table) return () => null;
  const byPlace = new Map(
    deductions.map(({ unit, item, line }) => [unit.position * items.length + item.position, line]),
  );
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

const SHEET = 'Nguyên nhân';
const LABELS = {
  unit: 'Đơn vị',
  code: 'Mã',
  name: 'Tiêu chí',
  cause: 'Nguyên nhân',
  responsibleBody: 'Đơn vị chịu trách nhiệm',
  responsiblePerson: 'Cá nhân phụ trách',
  explanation: 'Giải trình',
  remedy: 'Giải pháp khắc phục',
  remedyDue: 'Thời hạn',
  remedyStatus: 'Tình trạng',
} as const;
type Label = keyof typeof LABELS;
const ORDER = Object.keys(LABELS) as readonly Label[];
/** Columns of a new sheet; measures get their columns once one is stated. */
const AT_FIRST = ORDER.filter((label) => !(REMEDY_COLUMNS as readonly Label[]).includes(label));

interface CausesSheet {
  readonly name: string;
  readonly isNew: boolean;
  /** Whether lines are already read from it. */
  readonly isRead: boolean;
  readonly write: (
    loss: { readonly unit: number; readonly item: number },
    words: readonly { readonly role: CauseRole; readonly text: string }[],
  ) => void;
  readonly edits: () => readonly CellEdit[];
}

/**
 * The sheet `Nguyên nhân` for writing lines in the form in which they are read: existing lines are completed, new ones
 * follow; the sheet is created if there is none.
 */
function causesSheet(book: Book, assessment: Assessment): CausesSheet {
  const { units, items } = assessment.scoreSheet;
  const present = findSideSheets(book).causes;
  const grid = present ?? blankGrid(SHEET);
  const header =
    present &&
    findHeader(present, (roles) => roles.has('cause') || roles.has('explanation') || roles.has('responsibleBody'));
  const columns = header
    ? columnsOf(grid, header)
    : new Map<Label, number>(AT_FIRST.map((label, column) => [label, column]));
  const rows = rowsByLoss(assessment, grid.sheet);
  const edits: CellEdit[] = [];
  // Below a remark without a table, one row stays free.
  const headerRow = header ? header.bottom : grid.rowCount === 0 ? 0 : grid.rowCount + 1;
  let next = Math.max(grid.rowCount, headerRow + 1);
  const say = (row: number, column: number, text: string): void => {
    if (textAt(grid, row, column) === text) return;
    const hasBody = header !== null && grid.rowCount > header.body;
    const format =
      hasBody && row >= grid.rowCount ? { like: { row: grid.rowCount - 1, column }, numberFormat: null } : null;
    edits.push({ kind: 'cell', at: { row, column }, content: { kind: 'text', text }, format });
  };
  /** Adds a column that the table lacks on its right. */
  const columnOf = (label: Label): number => {
    const known = columns.get(label);
    if (known !== undefined) return known;
    const column = Math.max(grid.columnCount, ...[...columns.values()].map((each) => each + 1));
    columns.set(label, column);
    say(headerRow, column, LABELS[label]);
    return column;
  };
  return {
    name: grid.sheet,
    isNew: present === null,
    isRead: header !== null,
    write({ unit, item }, words) {
      const pair = pairAt({ units, items }, { unit, item });
      if (!pair) return;
      if (!header && edits.length === 0) for (const [label, column] of columns) say(headerRow, column, LABELS[label]);
      const loss = unit * items.length + item;
      let row = rows.get(loss);
      if (row === undefined) {
        rows.set(loss, (row = next++));
        for (const [label, text] of [
          ['unit', pair.unit.name],
          ['code', pair.item.code],
          ['name', pair.item.name],
        ] as const)
          if (text !== '') say(row, columnOf(label), text);
      }
      for (const { role, text } of words) {
        const column = columnOf(role);
        say(row, column, withPart(textAt(grid, row, column), role, role, text));
      }
    },
    edits: () => edits,
  };
}

/** Rows of the existing lines of this sheet, by loss. */
function rowsByLoss({ scoreSheet, causes }: Assessment, sheet: string): Map<number, number> {
  const rows = new Map<number, number>();
  for (const { unit, item, line, isOfPart } of causes.cited) {
    const loss = item && !isOfPart ? unit.position * scoreSheet.items.length + item.position : -1;
    if (loss >= 0 && line.sheet === sheet && !rows.has(loss)) rows.set(loss, line.at.row);
  }
  return rows;
}

function columnsOf(grid: Grid, header: HeaderBlock): Map<Label, number> {
  const { all, code, name } = readColumns(grid, header);
  const found = new Map<Label, number>();
  for (const label of ORDER) {
    const column =
      label === 'code' ? code : label === 'name' ? name : (all.find(({ role }) => role === label)?.column ?? null);
    if (column !== null) found.set(label, column);
  }
  return found;
}
