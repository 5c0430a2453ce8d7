/** Lines of the sheet «Điểm bị trừ» whose loss is no more: kept at the end, struck and outside all sums, with what the officer typed. */
import type { Content } from '../../model/content';
import { valueAt } from '../../model/grid';
import { isOwnText } from '../../model/own-sheet';
import { GONE_HEADING, DEDUCTION_COLUMNS, type DeductionColumn } from '../../model/deduction-sheet';
import { contentAt } from '../draw-carried';
import type { BodyRow, Frame } from '../draw-frame';
import { ownText } from '../draw-letterhead';
import { LOOKS, textCell } from '../draw-look';
import type { DeductionsBefore } from './deductions-before';
import { AT, ROW_LOOKS, isCauseColumn, isFigure } from './columns';
import { rowOf } from './rows';

export interface GoneRows {
  readonly rows: readonly BodyRow[];
  /** Rows of ours that say nothing any more. */
  readonly stale: ReadonlySet<number>;
}

/** `claimed` are the rows that live on above; `first` is the row of the heading. */
export function goneRows(
  before: DeductionsBefore,
  frame: Frame,
  claimed: ReadonlySet<number>,
  first: number,
  live: boolean,
): GoneRows {
  const free = before.rows.filter(({ row, kind }) => kind !== 'other' && !claimed.has(row));
  const kept = free.filter(({ row, kind }) => kind === 'line' || (kind !== 'gone' && before.hasWords(row)));
  const headings = free.filter(({ kind }) => kind === 'gone').map(({ row }) => row);
  const heading = headings.find((row) => before.hasWords(row)) ?? headings[0] ?? null;
  const keptHeadings = headings.filter((row) => row !== heading && before.hasWords(row));
  const stale = new Set(free.map(({ row }) => row));
  const isNeeded = kept.length > 0 || (heading !== null && before.hasWords(heading));
  if (!isNeeded) return { rows: [], stale };
  const was = [...kept.map(({ row }) => row), ...keptHeadings];
  return {
    rows: [
      headingRow(frame, heading, first),
      ...was.map((row, at) => goneRow(before, frame, row, first + 1 + at, live)),
    ],
    stale,
  };
}

function headingRow(frame: Frame, was: number | null, to: number): BodyRow {
  const row = rowOf(frame, was, to, 0, ROW_LOOKS.heading, {});
  return {
    ...row,
    cells: row.cells.map((cell, at) => (at === AT.number ? textCell(GONE_HEADING, LOOKS.goneHeading) : cell)),
  };
}

function goneRow(before: DeductionsBefore, frame: Frame, was: number, to: number, live: boolean): BodyRow {
  const own: Partial<Record<DeductionColumn, Content | null>> = {};
  const isAnothers = before.showsAnother(was);
  for (const role of DEDUCTION_COLUMNS)
    if (role !== 'number' && !(isAnothers && isFigure(role))) own[role] = lastContent(before, was, role, live);
  return rowOf(frame, was, to, 1, ROW_LOOKS.gone, own);
}

/** What the cell showed last: its reference may point at something else by now. Only the link stays one. */
function lastContent(
  { grid, columns }: DeductionsBefore,
  row: number,
  role: DeductionColumn,
  live: boolean,
): Content | null {
  const column = columns[AT[role]] ?? -1;
  const value = column < 0 ? null : valueAt(grid, row, column);
  if (value === null || typeof value === 'object') return null;
  const content = contentAt(grid, { row, column });
  if (role === 'link' || content?.kind !== 'formula') return content;
  return isCauseColumn(role) && isOwnText(content.formula) && content.cached.kind === 'text'
    ? ownText(content.cached.text, live)
    : content.cached;
}
