/** The sheet «Kết quả» of our own: all units in one list, live, with their areas, their deductions and a chart. */
import { fromText, toVietnamese, type Decimal } from '../../values/decimal';
import type { BookAssessment } from '../../model/assessment';
import type { Content } from '../../model/content';
import type { SheetEdits } from '../../model/edit';
import { prefixOf, refToArea } from '../../values/formula-text';
import type { Book } from '../../model/grid';
import { findAddinSheet } from '../../model/addin-sheet';
import { RESULT_SHEET_NAMES, isResultSheet } from '../../model/result-sheet';
import { MOST_LIVE_UNITS, type Settings } from '../../model/settings';
import type { DrawnCell } from '../../model/sheet-drawing';
import { frameOf, type BodyRow, type Frame, type Head } from '../draw-frame';
import { letterheadOf } from '../draw-letterhead';
import { LOOKS, LOW_FILL, cellOf, lookOf, textCell } from '../draw-look';
import type { DeductionBlocks } from '../deductions/draw-deductions';
import { planDrawing } from '../plan-drawing';
import {
  AVERAGE,
  resultBefore,
  type ResultBefore,
  NAME,
  RESULT_AT,
  areasOf,
  drawnColumns,
  isAreaColumn,
  resultColumns,
  type ResultColumns,
  MOST_BARS,
  resultCharts,
} from './result-columns';
import type { Plain } from '../../fill/cell-writer';
import type { LineRole } from '../../fill/result-cells';
import {
  ranksAcross,
  resultRanks,
  AREA_PLACES,
  areaContents,
  areaPercent,
  helperContent,
  linkContent,
  meanContent,
  resultContents,
  resultLines,
  shownBy,
  type ResultLine,
  type ResultSource,
} from './result-rows';

/** A short list is read several times for its charts; a national one is never held whole. */
const isLong = (lines: readonly ResultLine[]): boolean => lines.length > MOST_BARS;

const ROLES = ['total', 'max', 'index', 'rating', 'rank'] as const satisfies readonly LineRole[];
const HALF = 4;

export function planResultSheet(
  book: Book,
  assessment: BookAssessment,
  tables: readonly Pick<ResultSource, 'context' | 'results'>[],
  blocks: DeductionBlocks,
): SheetEdits[] {
  const [first] = assessment.sheets;
  if (!first) return [];
  const sheet = findAddinSheet(book, RESULT_SHEET_NAMES, isResultSheet);
  const sources = tables.map(sourceOf);
  const lines = sources.flatMap(resultLines);
  const live = first.settings.results === 'formulas';
  const columns = resultColumns(assessment.sheets, lines.length > 1 && lines.length <= MOST_BARS);
  const before =
    sheet.grid &&
    resultBefore(
      sheet.grid,
      columns.labels,
      lines.map(({ name }) => name),
      live,
    );
  const frame = frameOf(
    before,
    headOf(assessment, first.settings, columns, [blocks.refusal ?? '', largeText(lines, live)]),
  );
  const work: Work = { lines, sources, columns, frame, before, blocks, live };
  const top = frame.headerRow + 1;
  const body = bodyRows(work);
  const hasAverage = lines.length > 1;
  const rows = hasAverage ? [...body.rows, averageRow(work, body.indexOf)] : body.rows;
  const last = top + lines.length - 1;
  const end = top + rows.length - 1;
  const isAbove100 = lines.some(({ outcome: { index } }) => index.kind === 'number' && Number(index.value) > 100);
  const { charts, space } = resultCharts(
    columns,
    { header: frame.headerRow, first: top, last, areas: hasAverage ? end : lines.length === 1 ? top : null, end },
    isAbove100,
  );
  const framed = frame.finish({ rows, stale: before?.stale() ?? new Set(), space });
  const drawing = {
    columns: drawnColumns(
      columns,
      lines.some(({ unit }) => unit.group !== null),
    ),
    rows: framed.rows,
    merges: framed.merges,
    frozen: { rows: top, columns: 2 },
    filter: lines.length === 0 ? null : { top: frame.headerRow, left: 0, bottom: last, right: columns.link },
    choices: [],
    print: { landscape: true, repeated: [frame.headerRow, frame.headerRow] as const },
    charts,
  };
  return [planDrawing(sheet, drawing, framed.notes)];
}

/** The table as it is referred to from another sheet. */
const sourceOf = ({ context, results }: Pick<ResultSource, 'context' | 'results'>): ResultSource => ({
  context,
  results,
  far: { ...context, prefix: prefixOf(context.sheet.sheet), templates: { self: new Map(), appraised: new Map() } },
  areas: areasOf(context.sheet.items),
});

function headOf(
  { details }: BookAssessment,
  settings: Settings,
  columns: ResultColumns,
  said: readonly string[],
): Head {
  const width = columns.link + 1;
  const caption = [scaleText(settings), ...said].filter((text) => text !== '').join('. ');
  return {
    ...letterheadOf({
      details,
      title: 'KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH',
      half: HALF,
      width,
      live: settings.results === 'formulas',
      captions: [{ text: caption, look: LOOKS.subtitle, left: 0, right: width - 1 }],
    }),
    header: columns.labels.map((label, column) =>
      textCell(label, isAreaColumn(columns, column) ? AREA_HEADER : LOOKS.header),
    ),
  };
}

/** What every row needs at hand. */
interface Work {
  readonly lines: readonly ResultLine[];
  readonly sources: readonly ResultSource[];
  readonly columns: ResultColumns;
  readonly frame: Frame;
  readonly before: ResultBefore | null;
  readonly blocks: DeductionBlocks;
  readonly live: boolean;
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
  const rankOf = ranksOf(work, rowOf, isTypedOver);
  const resultCell = (line: ResultLine, role: LineRole, content: Content | null): DrawnCell =>
    (isTypedOver(line, role) ? frame.kept(was.get(line) ?? null, RESULT_AT[role], rowOf(line)) : null) ??
    cellOf(content, lookFor(role, line));
  const cellsOf = (line: ResultLine, position: number): (DrawnCell | null)[] => {
    const results = resultContents(line, rowOf(line), (role) => isTypedOver(line, role));
    const contents: Record<LineRole, Content | null> = { ...results, rank: rankOf(position) };
    return lineCells(work, line, position, (role) => resultCell(line, role, contents[role]));
  };
  const width = columns.labels.length;
  return {
    rows: lines.map((line, position): BodyRow => {
      const row = { was: was.get(line) ?? null, height: null, level: 0 };
      if (!isLong(lines)) return { ...row, cells: cellsOf(line, position) };
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

const numberOf = (plain: Plain): Decimal | null => (plain.kind === 'number' ? fromText(plain.value) : null);

type TypedOver = (line: ResultLine, role: LineRole) => boolean;

/** By position of the line. */
function ranksOf(
  { lines, sources }: Work,
  rowOf: (line: ResultLine) => number,
  isTypedOver: TypedOver,
): (position: number) => Content | null {
  const isAddins: TypedOver = (line, role) => !isTypedOver(line, role);
  const ranks = sources.flatMap((source) =>
    resultRanks(
      source,
      lines.filter((line) => line.source === source),
      rowOf,
      isAddins,
    ),
  );
  const across = ranksAcross(lines, rowOf, isAddins);
  return (position) => across[position] ?? ranks[position] ?? null;
}

function lineCells(
  { columns, frame, blocks, live }: Work,
  line: ResultLine,
  position: number,
  resultCell: (role: LineRole) => DrawnCell,
): (DrawnCell | null)[] {
  const row = frame.headerRow + 1 + position;
  const cells: (DrawnCell | null)[] = columns.labels.map(() => null);
  cells[0] = cellOf({ kind: 'number', value: String(position + 1) }, LOOKS.centre);
  cells[NAME] = textCell(line.name, LOOKS.body);
  cells[NAME + 1] = textCell(line.unit.group ?? '', LOOKS.body);
  for (const role of ROLES) cells[RESULT_AT[role]] = resultCell(role);
  columns.areas.forEach((label, area) => {
    const { points, max, percent, isLow } = areaContents(line, label, area, columns, row);
    cells[columns.points(area)] = cellOf(points, LOOKS.number);
    cells[columns.max(area)] = cellOf(max, LOOKS.number);
    cells[columns.percent(area)] = cellOf(percent, isLow ? LOW : PERCENT);
  });
  const [block, count] = [blocks.rowOf(line.unit), blocks.countOf(line.unit)];
  cells[columns.link] = cellOf(linkContent(blocks.sheet, block, count), LOOKS.link);
  const [index, rating] = [shownBy(cells[RESULT_AT.index]?.content), shownBy(cells[RESULT_AT.rating]?.content)];
  for (const { column, rating: wanted } of columns.helpers)
    cells[column] = cellOf(helperContent(wanted, row, index, rating, live), PERCENT);
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

/** Below the units: the mean of the indices, and what each area reached on average where the index is known. */
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

const AREA_HEADER = lookOf({ ...LOOKS.header, size: 9 });

/** «Thang xếp loại (mặc định): Xuất sắc từ 90; …»: a rating is never shown without its scale. */
function scaleText({ scale, scaleFrom }: Settings): string {
  if (scale.length === 0) return '';
  const bands = scale.map(
    ({ label, from, inclusive }) => `${label} ${inclusive ? 'từ' : 'trên'} ${toVietnamese(from)}`,
  );
  return `Thang xếp loại (${scaleFrom === 'default' ? 'mặc định' : 'theo tệp'}): ${bands.join('; ')}`;
}

const largeText = ({ length }: readonly ResultLine[], live: boolean): string =>
  live || length <= MOST_LIVE_UNITS
    ? ''
    : `Bảng quá ${MOST_LIVE_UNITS.toString()} đơn vị nên kết quả là giá trị, tính lại mới đổi; muốn công thức tự ` +
      'cập nhật thì chọn «Ghi kết quả: Công thức» trong Cài đặt';
