/** Draws a sheet of the add-in in pieces that fit into a request. The caller sends them with its own sync. */
import { cellKey, columnName, toA1, toA1Range, type Area2D } from '../../../core/values/address';
import { rectanglesOf } from '../../marks/rectangles';
import { addressesOf, blocksOf, groupsOf } from '../areas';
import type { Check, Checks } from '../read/ask-checks';
import type { Piece } from '../write/send';
import type { Canvas } from './canvas';
import { drawCharts } from './draw-charts';
import { paint } from './paint';
import { MOST_LEVELS, type Uncovered } from './sheet-state';

/** Cells per piece: about a megabyte of text. */
const CELLS_PER_PIECE = 12_000;

/** `uncovered` reads what the drawing destroys. */
export function drawingPieces(canvas: Canvas, charts: readonly string[], uncovered: Uncovered | null = null): Piece[] {
  const { inputs, numberFormats } = canvas;
  const width = inputs[0]?.length ?? 0;
  const small = (calls: number, perform: Piece['perform']): Piece => ({ perform, carried: [], calls, areas: [] });
  const height = Math.max(1, Math.floor(CELLS_PER_PIECE / Math.max(1, width)));
  const blocks = Array.from({ length: width === 0 ? 0 : Math.ceil(inputs.length / height) }, (_, n): Piece => {
    const rows = inputs.slice(n * height, (n + 1) * height);
    const codes = numberFormats.slice(n * height, (n + 1) * height);
    const area = { top: n * height, left: 0, bottom: n * height + rows.length - 1, right: width - 1 };
    return {
      carried: [rows, codes],
      calls: 2,
      areas: [area],
      perform: (sheet) => {
        const range = sheet.getRange(toA1Range(area));
        range.numberFormat = codes.map((row) => [...row]);
        range.formulas = rows.map((row) => [...row]);
      },
    };
  });
  return [
    small(10, (sheet) => {
      wipe(sheet, canvas, uncovered);
    }),
    ...blocks,
    // Looks are sent by address, a few characters per cell.
    {
      carried: [numberFormats],
      calls: 100,
      areas: [],
      perform: (sheet) => {
        paint(sheet, canvas.painted, canvas.chartNames ? null : fullArea(inputs.length, inputs[0]?.length ?? 0));
      },
    },
    ...dressing(canvas),
    small(canvas.merges.length + runsOf(canvas.heights).length + 50, (sheet) => {
      size(sheet, canvas);
      setUp(sheet, canvas);
    }),
    small(runsOf(levelsOf(canvas)).length * 2 + 150, (sheet) => {
      putChecks(sheet, canvas.wiped, canvas.checks);
      fold(sheet, canvas, uncovered);
      drawCharts(
        sheet,
        canvas,
        charts,
        ({ series }) => numberFormats[series[0]?.values.top ?? 0]?.[series[0]?.values.left ?? 0] ?? 'General',
      );
    }),
  ];
}

const fullArea = (rows: number, columns: number): Area2D => ({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
const rowsText = (first: number, last: number): string => `${(first + 1).toString()}:${(last + 1).toString()}`;
const columnsText = (first: number, last: number): string => `${columnName(first)}:${columnName(last)}`;

/** The style Normal removes looks; clearing formats would also remove the officer's rules and merges. */
function wipe(sheet: Excel.Worksheet, { wiped, inputs }: Canvas, uncovered: Uncovered | null): void {
  if (!wiped) return;
  sheet.autoFilter.remove();
  const range = sheet.getRange(toA1Range(wiped));
  range.rowHidden = false;
  range.columnHidden = false;
  uncovered?.lines(sheet);
  range.unmerge();
  range.style = 'Normal';
  const [rows, columns] = [inputs.length, inputs[0]?.length ?? 0];
  const below = { ...wiped, top: rows };
  const beside = { ...wiped, left: columns, bottom: Math.min(wiped.bottom, rows - 1) };
  for (const area of [below, beside])
    if (area.top <= area.bottom && area.left <= area.right) sheet.getRange(toA1Range(area)).clear('Contents');
}

/** Cells with a look of their own per piece: about a megabyte. */
const LOOKS_PER_PIECE = 1500;

function dressing({ looks }: Canvas): Piece[] {
  const cells = [...looks].sort(([a], [b]) => a - b);
  return Array.from({ length: Math.ceil(cells.length / LOOKS_PER_PIECE) }, (_, n): Piece => {
    const blocks = blocksOf(new Map(cells.slice(n * LOOKS_PER_PIECE, (n + 1) * LOOKS_PER_PIECE)));
    const rows = blocks.map(([area, some]) => [area, some.map((row) => row.map((format) => ({ format })))] as const);
    const perform = (sheet: Excel.Worksheet): void => {
      for (const [area, formats] of rows) sheet.getRange(toA1Range(area)).setCellProperties(formats);
    };
    return { carried: rows, calls: rows.length, areas: [], perform };
  });
}

/** Runs of equal neighbours with their first and last position. */
function runsOf<T>(items: readonly T[]): { value: T; first: number; last: number }[] {
  const runs: { value: T; first: number; last: number }[] = [];
  items.forEach((value, position) => {
    const run = runs.at(-1);
    if (run && run.value === value) run.last = position;
    else runs.push({ value, first: position, last: position });
  });
  return runs;
}

function size(sheet: Excel.Worksheet, { widths, hiddenColumns, heights, heightsBefore, merges, wiped }: Canvas): void {
  for (const { value, first, last } of runsOf(widths))
    if (value !== null) sheet.getRange(columnsText(first, last)).format.columnWidth = value;
  const fitted = heightsBefore.length > 0 && wiped ? wiped.bottom + 1 : heights.length;
  if (fitted > 0) sheet.getRange(rowsText(0, fitted - 1)).format.autofitRows();
  for (const { value, first, last } of runsOf(heights))
    if (value !== null) sheet.getRange(rowsText(first, last)).format.rowHeight = value;
  for (const merge of merges) sheet.getRange(toA1Range(merge)).merge(false);
  for (const column of hiddenColumns) sheet.getRange(columnsText(column, column)).columnHidden = true;
}

/**
 * For a restored sheet whose rows Excel has just fitted: a row that now has its earlier height was fitted before and
 * needs no fixed height. Returns null if nothing is left to do.
 */
export function settling({ heightsBefore, hiddenRows }: Canvas, fitted: readonly number[]): Piece | null {
  const fixed = runsOf(heightsBefore.map((height, row) => (height === fitted[row] ? null : height))).filter(
    ({ value }) => value !== null,
  );
  const hidden = rectanglesOf(hiddenRows.map((row) => cellKey(row, 0)));
  if (fixed.length + hidden.length === 0) return null;
  const perform = (sheet: Excel.Worksheet): void => {
    for (const { value, first, last } of fixed) sheet.getRange(rowsText(first, last)).format.rowHeight = value ?? 0;
    for (const { top, bottom } of hidden) sheet.getRange(rowsText(top, bottom)).rowHidden = true;
  };
  return { perform, carried: [], calls: fixed.length + hidden.length, areas: [] };
}

function setUp(sheet: Excel.Worksheet, { wiped, frozen, filter, print }: Canvas): void {
  if (frozen) freeze(sheet, frozen, wiped !== null);
  if (filter) sheet.autoFilter.apply(toA1Range(filter));
  if (print) printAs(sheet, print);
}

function freeze(
  { freezePanes }: Excel.Worksheet,
  { rows, columns }: NonNullable<Canvas['frozen']>,
  isThere: boolean,
): void {
  if (isThere) freezePanes.unfreeze();
  if (rows > 0 && columns > 0) freezePanes.freezeAt(toA1Range(fullArea(rows, columns)));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
}

function printAs({ pageLayout, horizontalPageBreaks }: Excel.Worksheet, print: NonNullable<Canvas['print']>): void {
  pageLayout.orientation = print.orientation;
  pageLayout.paperSize = print.paperSize;
  pageLayout.zoom = print.zoom;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = print.centerFooter;
  if (print.titleRows !== null) pageLayout.setPrintTitleRows(print.titleRows);
  if (!print.breaks) return;
  horizontalPageBreaks.removePageBreaks();
  for (const row of print.breaks) horizontalPageBreaks.add(toA1({ row, column: 0 }));
}

const levelsOf = ({ levels }: Canvas): readonly number[] => (levels === null || levels === 'unknown' ? [] : levels);

/**
 * Excel refuses to ungroup rows that are not grouped, so a blank row below is grouped first. A restore uses the row
 * after that, because the failed batch may have left the first one grouped. If the depth of rows is unknown, they keep
 * their groups.
 */
function fold(sheet: Excel.Worksheet, canvas: Canvas, uncovered: Uncovered | null): void {
  const { wiped, levels, chartNames } = canvas;
  if (!levels) return;
  if (wiped) {
    const last = wiped.bottom + (chartNames ? 1 : 0);
    const all = sheet.getRange(rowsText(levels === 'unknown' ? last - 1 : 0, last + 1));
    for (let level = 0; level < (levels === 'unknown' ? 1 : MOST_LEVELS); level++) {
      // Alternates between two rows, so that neither keeps a group of an undo that failed half way.
      const below = last + (level % 2);
      sheet.getRange(rowsText(below, below)).group('ByRows');
      if (level === 0) uncovered?.folds(sheet);
      all.ungroup('ByRows');
    }
  }
  const wanted = levelsOf(canvas);
  for (let level = 1; level <= wanted.reduce((most, each) => Math.max(most, each), 0); level++) {
    const rows = rectanglesOf(wanted.flatMap((each, row) => (each >= level ? [cellKey(row, 0)] : [])));
    for (const { top, bottom } of rows) sheet.getRange(rowsText(top, bottom)).group('ByRows');
  }
}

function putChecks(sheet: Excel.Worksheet, wiped: Area2D | null, checks: Checks | null): void {
  if (!checks) return;
  if (wiped) sheet.getRange(toA1Range(wiped)).dataValidation.clear();
  for (const [text, keys] of groupsOf(checks)) {
    const { rule, errorAlert, prompt, ignoreBlanks } = JSON.parse(text) as Check;
    for (const address of addressesOf(keys)) {
      const { dataValidation } = sheet.getRanges(address);
      dataValidation.rule = rule;
      dataValidation.errorAlert = errorAlert as unknown as Excel.DataValidationErrorAlert;
      if (prompt) dataValidation.prompt = prompt as unknown as Excel.DataValidationPrompt;
      if (ignoreBlanks !== undefined) dataValidation.ignoreBlanks = ignoreBlanks;
    }
  }
}
