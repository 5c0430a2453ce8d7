/**
 * Draws the sheet «Điểm bị trừ»: a line for every deduction, sums by unit and area, and everything that the officer
 * typed there before.
 */
import type { Assessment, BookAssessment } from '../../model/assessment';
import type { Content } from '../../model/content';
import { WEIGHTS, type Weight } from '../../model/deduction';
import {
  DEDUCTION_COLUMNS,
  DEDUCTION_SHEET_NAMES,
  GONE_HEADING,
  REMEDY_STATUSES,
  isDeductionSheet,
  type DeductionColumn,
} from '../../model/deduction-sheet';
import { allTables, lossesKnown } from '../../matching/most-detailed';
import type { NoteEdit, SheetEdits } from '../../model/workbook/edit';
import { valueAt, type Book, type Grid } from '../../model/workbook/grid';
import { addinText, findAddinSheet, isAddinText } from '../../model/addin-sheet';
import type { UnitScores } from '../../model/score-sheet';
import type { SheetDrawing } from '../../model/sheet-drawing';
import { contentAt } from '../draw-carried';
import { frameOf, type BodyRow, type Frame } from '../draw-frame';
import { letterheadOf } from '../draw-letterhead';
import { LOOKS, lookOf, textCell } from '../draw-look';
import { planDrawing } from '../plan-drawing';
import { figuresOf } from './figures';
import { AT, HEADER, ROW_LOOKS, WIDTH, isCauseColumn, isFigure, wordWidths } from './columns';
import { deductionsBefore, type DeductionsBefore } from './deductions-before';
import { deductionRefusal, groupDeductions, type GroupedDeductions } from './group-deductions';
import { deductionBody, rowOf, type DeductionOptions } from './rows';

/** The facts about «Điểm bị trừ» that «Kết quả» shows. */
export interface DeductionBlocks {
  readonly sheet: string;
  /** First row of the unit's block; null if it has none. */
  readonly rowOf: (unit: UnitScores) => number | null;
  /** The number of items that lost points; null if it is not known. */
  readonly countOf: (unit: UnitScores) => number | null;
  /** Why the sheet is not drawn; null if there is no such reason. */
  readonly refusal: string | null;
}

/**
 * Draws no sheet if there are no losses and the sheet does not exist yet, or if there would be more lines than Excel
 * allows.
 */
export function planDeductionSheet(
  book: Book,
  assessment: BookAssessment,
): { readonly edits: SheetEdits[]; readonly blocks: DeductionBlocks } {
  const refusal = deductionRefusal(assessment);
  const sheet = findAddinSheet(book, DEDUCTION_SHEET_NAMES, isDeductionSheet);
  const counts = new Map(allTables(assessment).flatMap(countsOf));
  const owners = ownersOf(assessment);
  const countOf: DeductionBlocks['countOf'] = (unit) => counts.get(owners.get(unit) ?? unit) ?? null;
  const without = { sheet: sheet.name, rowOf: () => null, countOf, refusal };
  const grouped = refusal === null && assessment.sheets.length > 0 ? groupDeductions(assessment) : null;
  if (!grouped || (grouped.lineCount === 0 && sheet.grid === null)) return { edits: [], blocks: without };
  const live = assessment.sheets[0]?.settings.results === 'formulas';
  const { drawing, notes, unitRows } = drawDeductions(grouped, sheet.grid, { live, sums: live, links: true });
  const rows = new Map(grouped.units.map(({ unit }, position) => [unit, unitRows[position] ?? 0]));
  const plan = planDrawing(sheet, drawing, notes);
  // If the sheet is protected and cannot be drawn, its rows differ from those of this plan.
  const isKept =
    plan.isUpToDate !== true && (sheet.grid ? sheet.grid.protection !== undefined : book.structureLocked === true);
  return {
    edits: [plan],
    blocks: isKept ? without : { ...without, rowOf: (unit) => rows.get(owners.get(unit) ?? unit) ?? null },
  };
}

/** Maps a unit to the unit of the table that lists its losses, which may be another table than its own. */
const ownersOf = (book: BookAssessment): ReadonlyMap<UnitScores, UnitScores> =>
  new Map(
    book.restatedTables === undefined
      ? []
      : book.sheets.flatMap((assessment) =>
          assessment.scoreSheet.units.map((unit) => [unit, lossesKnown(book, { assessment, unit }).unit] as const),
        ),
  );

/**
 * The count is 0 only if all items of the unit are known. Otherwise it is the number of losses found, or null if there
 * are none.
 */
function countsOf({ deductions, units, scoreSheet }: Assessment): [UnitScores, number | null][] {
  const counts = units.map(({ undetermined }): number | null => (undetermined || !scoreSheet.itemised ? null : 0));
  for (const { unit } of deductions) counts[unit.position] = (counts[unit.position] ?? 0) + 1;
  return scoreSheet.units.map((unit) => [unit, counts[unit.position] ?? null]);
}

interface DrawnDeductions {
  readonly drawing: SheetDrawing;
  /** Notes that move together with their cells. */
  readonly notes: readonly NoteEdit[];
  /** First row of each unit's block, in the order of `GroupedDeductions.units`. */
  readonly unitRows: readonly number[];
}

const LEGEND: readonly Weight[] = ['full', 'half', 'less'];

/** `old` is the existing sheet, or null if there is none. */
export function drawDeductions(
  grouped: GroupedDeductions,
  old: Grid | null,
  options: DeductionOptions,
): DrawnDeductions {
  const before = old && deductionsBefore(old, grouped);
  const captions = LEGEND.map((weight, position) => {
    const column = AT.cause + position;
    return {
      text: WEIGHTS[weight].label,
      look: lookOf({ horizontal: 'center', fill: WEIGHTS[weight].fill }),
      left: column,
      right: column,
    };
  });
  const head = letterheadOf({
    details: grouped.details,
    title: 'BẢNG TỔNG HỢP ĐIỂM BỊ TRỪ',
    half: AT.self,
    width: WIDTH,
    live: options.live,
    captions,
  });
  const frame = frameOf(before, { ...head, header: HEADER });
  const first = frame.headerRow + 1;
  const widths = wordWidths(grouped);
  const figures = figuresOf(frame, before, options.live);
  const { rows, lines, unitRows } = deductionBody(grouped, { frame, before, options, figures, widths });
  const gone = before
    ? goneRows(before, frame, continuedRows(rows), first + rows.length, options.live)
    : { rows: [], stale: new Set<number>() };
  const framed = frame.finish({ rows: [...rows, ...gone.rows], stale: gone.stale, space: 0, notes: figures.notes });
  const last = first + lines - 1;
  return {
    drawing: {
      columns: widths.columns,
      rows: framed.rows,
      merges: framed.merges,
      frozen: { rows: first, columns: 2 },
      filter: last < first ? null : { top: frame.headerRow, left: 0, bottom: last, right: WIDTH - 1 },
      choices:
        last < first
          ? []
          : [
              {
                area: { top: first, left: AT.remedyStatus, bottom: last, right: AT.remedyStatus },
                values: REMEDY_STATUSES,
              },
            ],
      print: { landscape: true, repeated: [frame.headerRow, frame.headerRow] },
      charts: [],
    },
    notes: framed.notes,
    unitRows,
  };
}

const continuedRows = (rows: readonly BodyRow[]): ReadonlySet<number> => new Set(rows.flatMap(({ was }) => was ?? []));

/**
 * Lines whose loss no longer exists. They are kept at the end with the officer's text, struck through and outside all
 * sums.
 */
interface GoneRows {
  readonly rows: readonly BodyRow[];
  /** Rows of the add-in that are no longer needed. */
  readonly stale: ReadonlySet<number>;
}

/** `claimed` are the existing rows that the new rows above continue; `first` is the row of the heading. */
function goneRows(
  before: DeductionsBefore,
  frame: Frame,
  claimed: ReadonlySet<number>,
  first: number,
  live: boolean,
): GoneRows {
  const free = before.rows.filter(({ row, kind }) => kind !== 'other' && !claimed.has(row));
  const keptRows = free.filter(({ row, kind }) => kind === 'line' || (kind !== 'gone' && before.hasWords(row)));
  const headings = free.filter(({ kind }) => kind === 'gone').map(({ row }) => row);
  const heading = headings.find((row) => before.hasWords(row)) ?? headings[0] ?? null;
  const keptHeadings = headings.filter((row) => row !== heading && before.hasWords(row));
  const stale = new Set(free.map(({ row }) => row));
  const isNeeded = keptRows.length > 0 || (heading !== null && before.hasWords(heading));
  if (!isNeeded) return { rows: [], stale };
  const was = [...keptRows.map(({ row }) => row), ...keptHeadings];
  return {
    rows: [
      headingRow(frame, heading, first),
      ...was.map((row, position) => goneRow(before, frame, row, first + 1 + position, live)),
    ],
    stale,
  };
}

function headingRow(frame: Frame, was: number | null, to: number): BodyRow {
  const row = rowOf(frame, { was, to, level: 0, looks: ROW_LOOKS.heading }, {});
  return {
    ...row,
    cells: row.cells.map((cell, position) =>
      position === AT.number ? textCell(GONE_HEADING, LOOKS.goneHeading) : cell,
    ),
  };
}

function goneRow(before: DeductionsBefore, frame: Frame, was: number, to: number, live: boolean): BodyRow {
  const contents: Partial<Record<DeductionColumn, Content | null>> = {};
  const isAnothers = before.showsAnother(was);
  for (const role of DEDUCTION_COLUMNS)
    if (role !== 'number' && !(isAnothers && isFigure(role))) contents[role] = lastContent(before, was, role, live);
  return rowOf(frame, { was, to, level: 1, looks: ROW_LOOKS.gone }, contents);
}

/**
 * The content that the cell showed last, because its reference may now point at something else. Only the link stays a
 * formula.
 */
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
  return isCauseColumn(role) && isAddinText(content.formula) && content.cached.kind === 'text'
    ? addinText(content.cached.text, live)
    : content.cached;
}
