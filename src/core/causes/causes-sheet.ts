/**
 * The sheet `Nguyên nhân` as it takes lines, in the form in which they are read: those that stand there are completed,
 * new ones follow; made where there is none.
 */
import type { Assessment } from '../model/assessment';
import type { Cause } from '../model/deduction';
import type { CellEdit } from '../model/edit';
import { blankGrid, textAt, type Book, type Grid } from '../model/grid';
import { readColumns } from '../read/blocks/columns';
import { findSideSheets } from '../read/find-score-sheets';
import { findHeader, type HeaderBlock } from '../read/blocks/header-block';

const SHEET = 'Nguyên nhân';
const LABELS = {
  unit: 'Đơn vị',
  code: 'Mã',
  name: 'Tiêu chí',
  cause: 'Nguyên nhân',
  responsibleBody: 'Đơn vị chịu trách nhiệm',
  responsiblePerson: 'Cá nhân phụ trách',
  explanation: 'Giải trình',
} as const;
type Label = keyof typeof LABELS;
const ORDER = Object.keys(LABELS) as readonly Label[];

interface CausesSheet {
  readonly name: string;
  readonly isNew: boolean;
  /** Whether lines are read from it already. */
  readonly isRead: boolean;
  readonly write: (
    loss: { readonly unit: number; readonly item: number },
    words: readonly { readonly role: keyof Cause; readonly text: string }[],
  ) => void;
  readonly edits: () => readonly CellEdit[];
}

export function causesSheet(book: Book, assessment: Assessment): CausesSheet {
  const { units, items } = assessment.scoreSheet;
  const present = findSideSheets(book).causes;
  const grid = present ?? blankGrid(SHEET);
  const header =
    present &&
    findHeader(present, (roles) => roles.has('cause') || roles.has('explanation') || roles.has('responsibleBody'));
  const columns = header ? columnsOf(grid, header) : new Map(ORDER.map((label, column) => [label, column]));
  const rows = rowsByLoss(assessment);
  const edits: CellEdit[] = [];
  // Below a remark that stands there without a table, one row stays free.
  const headerRow = header ? header.bottom : grid.rowCount === 0 ? 0 : grid.rowCount + 1;
  let next = Math.max(grid.rowCount, headerRow + 1);
  const say = (row: number, column: number, text: string): void => {
    if (textAt(grid, row, column) === text) return;
    const hasBody = header !== null && grid.rowCount > header.body;
    const format =
      hasBody && row >= grid.rowCount ? { like: { row: grid.rowCount - 1, column }, numberFormat: null } : null;
    edits.push({ kind: 'cell', at: { row, column }, content: { kind: 'text', text }, format });
  };
  /** A column that the table lacks is put beside it. */
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
      const [scores, scored] = [units[unit], items[item]];
      if (!scores || !scored) return;
      if (!header && edits.length === 0) for (const [label, column] of columns) say(headerRow, column, LABELS[label]);
      const loss = unit * items.length + item;
      let row = rows.get(loss);
      if (row === undefined) {
        rows.set(loss, (row = next++));
        for (const [label, text] of [
          ['unit', scores.name],
          ['code', scored.code],
          ['name', scored.name],
        ] as const)
          if (text !== '') say(row, columnOf(label), text);
      }
      for (const { role, text } of words) say(row, columnOf(role), text);
    },
    edits: () => edits,
  };
}

/** Rows of the lines that stand there, by loss. */
function rowsByLoss({ scoreSheet, causes }: Assessment): Map<number, number> {
  const rows = new Map<number, number>();
  for (const { unit, item, line } of causes.cited) {
    const loss = item ? unit.index * scoreSheet.items.length + item.index : -1;
    if (loss >= 0 && !rows.has(loss)) rows.set(loss, line.at.row);
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
