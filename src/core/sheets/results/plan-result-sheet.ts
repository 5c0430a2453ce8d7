/** Plans the add-in's sheet «Kết quả»: all units in one live list, with their areas, their deductions and a chart. */
import { fromText, type Decimal } from '../../values/decimal';
import type { Content } from '../../model/content';
import type { SheetEdits } from '../../model/workbook/edit';
import { prefixOf, refToArea } from '../../values/formula-text';
import type { DrawnCell } from '../../model/sheet-drawing';
import type { BodyRow } from '../draw-frame';
import { LOOKS, LOW_FILL, cellOf, lookOf, textCell } from '../draw-look';
import { planDrawing } from '../plan-drawing';
import { MOST_BARS, barContents, pageOf, resultCharts } from './result-charts';
import { AVERAGE, NAME, RESULT_AT, areasOf, drawnColumns } from './result-columns';
import type { Plain } from '../../fill/cell-writer';
import type { LineRole } from '../../fill/result-cells';
import type { ResultLayout } from './lay-out-results';
import {
  AREA_PLACES,
  areaContents,
  areaPercent,
  linkContent,
  meanContent,
  rankContent,
  rankingContents,
  resultContents,
  resultsOfAreas,
  resultLines,
  shownBy,
  type ResultLine,
  type ResultSource,
} from './result-rows';

/**
 * The rows of a short list are kept, because its charts read them several times; those of a national list are never
 * held all at once.
 */
const isLong = (lines: readonly ResultLine[]): boolean => lines.length > MOST_BARS;

const ROLES = ['total', 'max', 'index', 'rating', 'rank'] as const satisfies readonly LineRole[];

export function planResultSheet(
  layout: ResultLayout,
  tables: readonly Pick<ResultSource, 'context' | 'results'>[],
): SheetEdits {
  const { columns, frame, before } = layout;
  const sources = tables.map(sourceOf);
  const work: Work = { ...layout, sources, lines: sources.flatMap(resultLines) };
  const { lines } = work;
  const top = frame.headerRow + 1;
  const body = bodyRows(work);
  const hasAverage = lines.length > 1;
  const rows = hasAverage ? [...body.rows, averageRow(work, body.indexOf)] : body.rows;
  const last = top + lines.length - 1;
  const end = top + rows.length - 1;
  const isAbove100 = lines.some(({ outcome: { index } }) => index.kind === 'number' && Number(index.value) > 100);
  const drawn = drawnColumns(
    columns,
    lines.some(({ unit }) => unit.group !== null),
  );
  const names = lines.map(({ name, unit }) => [name, unit.group ?? ''] as const);
  const { charts, space, breaks } = resultCharts(
    columns,
    { header: frame.headerRow, first: top, last, areas: hasAverage ? end : lines.length === 1 ? top : null, end },
    isAbove100,
    pageOf(columns, drawn, frame.headerRow, [...names, ...(hasAverage ? [[AVERAGE, ''] as const] : [])]),
  );
  const framed = frame.finish({ rows, stale: before?.stale() ?? new Set(), space });
  const drawing = {
    columns: drawn,
    rows: framed.rows,
    merges: framed.merges,
    frozen: { rows: top, columns: 2 },
    filter: lines.length === 0 ? null : { top: frame.headerRow, left: 0, bottom: last, right: columns.link },
    choices: [],
    print: { landscape: true, repeated: [frame.headerRow, frame.headerRow] as const, breaks },
    charts,
  };
  return planDrawing(layout.sheet, drawing, framed.notes);
}

/** The table with the prefix for references from another sheet. */
const sourceOf = ({ context, results }: Pick<ResultSource, 'context' | 'results'>): ResultSource => ({
  context,
  results,
  far: { ...context, prefix: prefixOf(context.sheet.sheet), templates: { self: new Map(), appraised: new Map() } },
  areas: areasOf(context.sheet.items),
});

/** The data that every row needs. */
interface Work extends ResultLayout {
  readonly sources: readonly ResultSource[];
  readonly lines: readonly ResultLine[];
}

function bodyRows(work: Work): { readonly rows: BodyRow[]; readonly indexOf: (line: ResultLine) => Decimal | null } {
  const { lines, columns, frame, before } = work;
  const top = frame.headerRow + 1;
  const rows = new Map(lines.map((line, position) => [line, top + position]));
  const rowOf = (line: ResultLine): number => rows.get(line) ?? top;
  const was = new Map(lines.map((line) => [line, before?.rowOf(line.name) ?? null]));
  const isTypedOver: TypedOver = (line, role) => {
    const row = was.get(line) ?? null;
    return row !== null && before?.isTypedOver(row, role) === true;
  };
  const resultCell = (line: ResultLine, role: LineRole, content: Content | null): DrawnCell =>
    (isTypedOver(line, role) ? frame.existing(was.get(line) ?? null, RESULT_AT[role], rowOf(line)) : null) ??
    cellOf(content, lookFor(role, line));
  const alone = lines.filter(({ source }) => source.context.sheet.kind === 'one-unit');
  // A single unit gets no rank.
  const only = alone.length === 1 ? alone[0] : null;
  const cellsOf = (line: ResultLine, position: number): (DrawnCell | null)[] => {
    const results = resultContents(
      line,
      rowOf(line),
      (role) => isTypedOver(line, role),
      () => resultsOfAreas(line, columns, rowOf(line)),
    );
    const contents: Record<LineRole, Content | null> = {
      ...results,
      rank: line === only ? null : rankContent(line, work.board),
    };
    return lineCells(work, line, position, {
      cell: (role) => resultCell(line, role, contents[role]),
      isTypedOver: (role) => isTypedOver(line, role),
    });
  };
  const width = columns.labels.length;
  const drawn = isLong(lines) ? [] : lines.map(cellsOf);
  addBars(work, drawn);
  return {
    rows: lines.map((line, position): BodyRow => {
      const row = { was: was.get(line) ?? null, height: null, level: 0 };
      const cells = drawn[position];
      if (cells) return { ...row, cells };
      return {
        ...row,
        width,
        get cells() {
          return cellsOf(line, position);
        },
      };
    }),
    indexOf: (line) => numberOf(shownBy(resultCell(line, 'index', line.outcome.index).content)),
  };
}

/** Adds the chart cells after all lines are drawn, because the order of the bars depends on every index. */
function addBars({ lines, columns, frame, live }: Work, drawn: readonly (DrawnCell | null)[][]): void {
  const shown = drawn.map((cells, position) => ({
    name: lines[position]?.name ?? '',
    index: shownBy(cells[RESULT_AT.index]?.content),
    rating: shownBy(cells[RESULT_AT.rating]?.content),
  }));
  barContents(shown, columns, frame.headerRow + 1, live).forEach((contents, position) => {
    for (const [column, content] of contents) {
      const cells = drawn[position];
      if (cells) cells[column] = cellOf(content, PERCENT);
    }
  });
}

const numberOf = (plain: Plain): Decimal | null => (plain.kind === 'number' ? fromText(plain.value) : null);

type TypedOver = (line: ResultLine, role: LineRole) => boolean;

interface ResultsOfLine {
  readonly cell: (role: LineRole) => DrawnCell;
  readonly isTypedOver: (role: LineRole) => boolean;
}

function lineCells(
  { columns, frame, blocks, board }: Work,
  line: ResultLine,
  position: number,
  results: ResultsOfLine,
): (DrawnCell | null)[] {
  const row = frame.headerRow + 1 + position;
  const cells: (DrawnCell | null)[] = columns.labels.map(() => null);
  cells[0] = cellOf({ kind: 'number', value: String(position + 1) }, LOOKS.centre);
  cells[NAME] = textCell(line.name, LOOKS.body);
  cells[NAME + 1] = textCell(line.unit.group ?? '', LOOKS.body);
  for (const role of ROLES) cells[RESULT_AT[role]] = results.cell(role);
  columns.areas.forEach((label, area) => {
    const { points, max, percent, isLow } = areaContents(line, label, area, columns, row);
    cells[columns.points(area)] = cellOf(points, LOOKS.number);
    cells[columns.max(area)] = cellOf(max, LOOKS.number);
    cells[columns.percent(area)] = cellOf(percent, isLow ? LOW : PERCENT);
  });
  const [block, count] = [blocks.rowOf(line.unit), blocks.countOf(line.unit)];
  cells[columns.link] = cellOf(linkContent(blocks.sheet, block, count), LOOKS.link);
  if (board)
    for (const [column, content] of rankingContents(line, board, results.isTypedOver))
      cells[column] = cellOf(content, PERCENT);
  return cells;
}

const PERCENT = lookOf({ border: true, horizontal: 'right', numberFormat: '0.00' });
const LOW = lookOf({ ...PERCENT, fill: LOW_FILL, bold: true });
const formatOf = (places: number): string => (places === 0 ? '0' : `0.${'0'.repeat(places)}`);
const INDEX_LOOKS = Array.from({ length: 7 }, (_, places) =>
  lookOf({ border: true, horizontal: 'right', bold: true, numberFormat: formatOf(places) }),
);
const averageLook = (places: number): DrawnCell['look'] =>
  lookOf({ ...LOOKS.unit, horizontal: 'right', numberFormat: formatOf(places) });

const lookFor = (role: LineRole, { source }: ResultLine): DrawnCell['look'] =>
  role === 'index'
    ? (INDEX_LOOKS[source.context.assessment.places] ?? PERCENT)
    : role === 'rating' || role === 'rank'
      ? LOOKS.centre
      : LOOKS.number;

/**
 * The row below the units: the mean of the indices, and the mean percent of each area over the units with a known
 * index.
 */
function averageRow(
  { lines, sources, columns, frame, before, live }: Work,
  indexOf: (line: ResultLine) => Decimal | null,
): BodyRow {
  const [top, bottom] = [frame.headerRow + 1, frame.headerRow + lines.length];
  const down = (column: number): string => refToArea({ top, left: column, bottom, right: column });
  const cells: (DrawnCell | null)[] = columns.labels.map((_, column) =>
    column > columns.link ? null : cellOf(null, LOOKS.unit),
  );
  const showMean = (column: number, reached: readonly Decimal[], places: number): void => {
    const content = meanContent(reached, [down(RESULT_AT.index), down(column)], places, live);
    cells[column] = cellOf(content, averageLook(places));
  };
  const indices = lines.map(indexOf);
  cells[NAME] = textCell(AVERAGE, LOOKS.unit);
  const places = Math.max(...sources.map(({ context }) => context.assessment.places));
  showMean(
    RESULT_AT.index,
    indices.flatMap((index) => index ?? []),
    places,
  );
  columns.areas.forEach((label, area) => {
    showMean(
      columns.percent(area),
      lines.flatMap((line, n) => (indices[n] === null ? [] : (areaPercent(line, label) ?? []))),
      AREA_PLACES,
    );
  });
  return { was: before?.averageRow ?? null, height: null, level: 0, cells };
}
