/** The blank bảng tổng hợp of a province, units across, of the set or one area, with sums and index as formulas. */
import type { ReportDetails } from '../model/report-details';
import { RESULT_LABELS } from '../model/result-sheet';
import { PLAIN_SHEET, type DrawnCell, type FormPages, type SheetDrawing } from '../model/sheet-drawing';
import { NOT_APPLICABLE } from '../model/result-sheet';
import { letterheadOf, LETTERHEAD_ROWS } from '../sheets/draw-letterhead';
import { LOOKS, cellOf, textCell } from '../sheets/draw-look';
import type { Address, Area2D } from '../values/address';
import { subtract, sum, shownCount } from '../values/decimal';
import { refTo, refToArea } from '../values/formula-text';
import {
  areasOf,
  checksOf,
  formula,
  headOfLine,
  INDEX,
  lookOfLine,
  numberOf,
  openBlank,
  openPoints,
  openText,
  outsideTerms,
  POINTS,
  RESULT,
  dataChecks,
  scaleCell,
  scoreCell,
  sumBelow,
} from './form-cells';
import { columnsFor, SCALE_COLUMNS, scalesOf, TABLE_COLUMNS, type FormLine, type TableColumn } from './form-lines';
import { hiddenSheets, type FormSheet } from './set-sheet';
import { isLeftOut, leftOut, type ListedUnit } from './unit-list';

export interface TableWish {
  readonly lines: readonly FormLine[];
  readonly units: readonly ListedUnit[];
  readonly columns: readonly TableColumn[];
  readonly details: ReportDetails;
  /** The officer's name for the set. */
  readonly set: string;
}

const HEAD = [
  ['TT', 8],
  ['Lĩnh vực/Tiêu chí', 46],
  ['Điểm tối đa', 10],
] as const;
const MAX = 2;
const FIRST = HEAD.length;

export const TABLE_SHEET = 'Bảng tổng hợp';
export const TABLE_TITLE = 'BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH';

export const provinceTable = (wish: TableWish): FormSheet[] => [
  { sheet: TABLE_SHEET, drawing: tableDrawing(tableOf(wish, wish.lines, null)) },
  ...originOf(wish),
];

export const originOf = ({ lines, units, details, set }: TableWish): FormSheet[] =>
  hiddenSheets(lines, { madeFor: `bảng tổng hợp của ${shownCount(units.length)} đơn vị`, year: details.year, set });

export interface Table {
  readonly wish: TableWish;
  /** The lines of the whole set or of one area. */
  readonly lines: readonly FormLine[];
  /** «Lĩnh vực 1. …»; null for the whole set. */
  readonly caption: string | null;
}

/** The table gets scale columns only if its own items have scales. */
export const tableOf = (wish: TableWish, lines: readonly FormLine[], caption: string | null): Table => ({
  wish: { ...wish, columns: columnsFor(lines, wish.columns) },
  lines,
  caption,
});

const headerRowCount = ({ wish: { units } }: Table): number => (units.some(({ group }) => group !== null) ? 3 : 2);

/** The layout of a table: the rows of its parts. */
interface Frame {
  readonly table: Table;
  readonly hasGroups: boolean;
  readonly header: number;
  readonly body: number;
  readonly rowOf: (position: number) => number;
}

export function tableDrawing(table: Table): SheetDrawing {
  const { units, columns, details } = table.wish;
  const { lines, caption } = table;
  const width = FIRST + units.length * columns.length;
  const pages = pagesOf(table);
  // The letterhead spans only the columns of the first page.
  const half = MAX;
  const printed = Math.max(half + 2, Math.min(width, pages.columns[0] ?? width));
  const captions = caption === null ? [] : [{ text: caption, look: LOOKS.subtitle, left: 0, right: printed - 1 }];
  const pageTop = { details, title: TABLE_TITLE, half, width: printed, live: false, captions };
  const { letterhead, merges } = letterheadOf(pageTop);
  const hasGroups = units.some(({ group }) => group !== null);
  const header = LETTERHEAD_ROWS;
  const body = header + headerRowCount(table);
  const frame: Frame = { table, hasGroups, header, body, rowOf: (position) => body + position };
  const head = headerRows(frame);
  const cells = [
    ...letterhead.map((row) => row.map(openBlank)),
    ...head.cells,
    ...lines.map((line, position) => lineCells(frame, line, position)),
    ...resultRows(frame),
  ];
  const scales = scalesOf(columns);
  const isWide = pages.columns.length > 0;
  return {
    ...PLAIN_SHEET,
    columns: [
      ...HEAD.map(([, each]) => ({ width: each, hidden: false })),
      ...units.flatMap(() => columns.map((column) => ({ width: TABLE_COLUMNS[column].width, hidden: false }))),
    ],
    rows: cells.map((row) => ({ height: null, level: 0, cells: row })),
    merges: [...merges, ...head.merges],
    frozen: { rows: body, columns: FIRST },
    print: { landscape: true, repeated: [header, body - 1] },
    form: {
      checks: [
        ...checksOf(lines, frame.rowOf, { blocks: scoreBlocks(table), max: MAX }),
        ...dataChecks(lines, frame.rowOf, scales ? units.map((_, unit) => columnOf(table, unit, scales.data)) : []),
      ],
      ...(isWide ? { pages: { ...pages, rows: areaBreaks(frame) } } : {}),
    },
  };
}

/** Characters across an A4 page at full size, and the smallest scale in percent before the page is split. */
const ACROSS = 138;
const SMALLEST = 50;

function pagesOf({ wish: { units, columns } }: Table): FormPages {
  const head = HEAD.reduce((all, [, width]) => all + width, 0);
  const perUnit = columns.reduce((all, column) => all + TABLE_COLUMNS[column].width, 0);
  const scaleFor = (count: number): number => Math.floor((ACROSS * 100) / (head + count * perUnit));
  const fitting = Math.floor(((ACROSS * 100) / SMALLEST - head) / perUnit);
  const onPage = Math.min(units.length, Math.max(1, fitting));
  const pages = Math.ceil(units.length / Math.max(1, onPage));
  return {
    scale: Math.min(100, scaleFor(onPage)),
    titles: FIRST,
    rows: [],
    columns: Array.from({ length: pages - 1 }, (_, page) => FIRST + (page + 1) * onPage * columns.length),
  };
}

/** In a table that is several pages wide, each area starts a new page. */
const areaBreaks = ({ table: { lines }, rowOf }: Frame): number[] =>
  areasOf(lines)
    .filter((position) => position > 0)
    .map(rowOf);

const columnOf = ({ wish: { columns } }: Table, unit: number, position: number): number =>
  FIRST + unit * columns.length + position;

/** Where a table of one area has its sum and its applicable maximum for a unit, or a value of one of its lines. */
export function placeIn(
  table: Table,
  what: 'area' | 'applicable' | number,
  unit: number,
  column: TableColumn,
): Address {
  const body = LETTERHEAD_ROWS + headerRowCount(table);
  const line = what === 'area' ? 0 : what === 'applicable' ? table.lines.length + 1 : what;
  return {
    row: body + line,
    column: columnOf(table, unit, table.wish.columns.indexOf(column)),
  };
}

/** Runs of adjacent columns of points, a separate block for each unit. */
function scoreBlocks(table: Table): { left: number; right: number }[] {
  const { units, columns } = table.wish;
  const points = columns.flatMap((column, position) => (TABLE_COLUMNS[column].isPoints ? [position] : []));
  const runs: { left: number; right: number }[] = [];
  units.forEach((_, unit) => {
    for (const position of points) {
      const column = columnOf(table, unit, position);
      const last = runs.at(-1);
      if (last?.right === column - 1 && position > 0) last.right = column;
      else runs.push({ left: column, right: column });
    }
  });
  return runs;
}

function headerRows({ table, hasGroups, header, body }: Frame): { cells: DrawnCell[][]; merges: Area2D[] } {
  const { units, columns } = table.wish;
  const fill = (text: string): DrawnCell => textCell(text, LOOKS.header);
  const merges: Area2D[] = HEAD.map((_, left) => ({ top: header, left, bottom: body - 1, right: left }));
  const head = (isFirst: boolean): DrawnCell[] => HEAD.map(([label]) => fill(isFirst ? label : ''));
  const over = (row: number, texts: readonly string[]): DrawnCell[] => {
    if (columns.length > 1)
      units.forEach((_, unit) => {
        const left = columnOf(table, unit, 0);
        merges.push({ top: row, left, bottom: row, right: left + columns.length - 1 });
      });
    return texts.flatMap((text) => columns.map((_, position) => fill(position === 0 ? text : '')));
  };
  const names = units.map(({ name }) => name);
  // Repeated over each unit, so that the group is on every page.
  const groups = hasGroups ? [units.map(({ group }) => group ?? '')].map((texts) => over(header, texts)) : [];
  return {
    merges,
    cells: [
      ...groups.map((row) => [...head(true), ...row]),
      [...head(!hasGroups), ...over(header + groups.length, names)],
      [...head(false), ...units.flatMap(() => columns.map((column) => fill(TABLE_COLUMNS[column].label)))],
    ],
  };
}

function lineCells({ table, rowOf }: Frame, line: FormLine, position: number): DrawnCell[] {
  const { units, columns } = table.wish;
  const scales = scalesOf(columns);
  return [
    ...headOfLine(line),
    ...units.flatMap((unit, unitPosition) =>
      columns.map((column, offset): DrawnCell => {
        const [row, cellColumn] = [rowOf(position), columnOf(table, unitPosition, offset)];
        const data = scales && { row, column: columnOf(table, unitPosition, scales.data) };
        if (data && column in SCALE_COLUMNS)
          return scaleCell(line, cellColumn === data.column, data, {
            row,
            column: columnOf(table, unitPosition, scales.score),
          });
        if (!TABLE_COLUMNS[column].isPoints)
          return line.isScored ? openText() : textCell('', lookOfLine(line, LOOKS.body));
        if (line.isScored && isLeftOut(line, unit, units)) return openPoints({ kind: 'text', text: NOT_APPLICABLE });
        const isScaled = offset === scales?.score;
        if (line.isScored) return scoreCell(line, isScaled ? data : null);
        const isSum = line.below.length > 0 && line.outside === null;
        const cellAt = (below: number): Address => ({ row: rowOf(below), column: cellColumn });
        return cellOf(isSum ? sumBelow(line, table.lines, cellAt, isScaled) : null, lookOfLine(line, POINTS));
      }),
    ),
  ];
}

/** Total, applicable maximum and index below the columns of points. */
function resultRows({ table, rowOf }: Frame): DrawnCell[][] {
  const { lines } = table;
  const { units, columns } = table.wish;
  const areas = areasOf(lines);
  const setMax = sum(areas.flatMap((position) => lines[position]?.max ?? []));
  const [top, bottom] = [rowOf(0), rowOf(lines.length - 1)];
  const row = bottom + 1;
  const points = (each: (column: number, unit: ListedUnit) => DrawnCell): DrawnCell[] =>
    units.flatMap((unit, position) =>
      columns.map((column, offset) =>
        TABLE_COLUMNS[column].isPoints ? each(columnOf(table, position, offset), unit) : textCell('', LOOKS.unit),
      ),
    );
  const maxima = refToArea({ top, left: MAX, bottom, right: MAX }, 'both');
  const head = (label: string, max: DrawnCell): DrawnCell[] => [
    textCell('', LOOKS.unit),
    textCell(label, LOOKS.unit),
    max,
  ];
  return [
    [
      ...head(RESULT_LABELS.total, cellOf(numberOf(setMax), RESULT)),
      ...points((column) =>
        cellOf(
          sumBelow({ below: areas }, lines, (position) => ({ row: rowOf(position), column }), true),
          RESULT,
        ),
      ),
    ],
    [
      ...head(RESULT_LABELS.max, textCell('', RESULT)),
      ...points((column, unit) => {
        const scores = refToArea({ top, left: column, bottom, right: column });
        return cellOf(
          formula(
            `${refTo({ row, column: MAX }, 'both')}-SUMIF(${scores},"${NOT_APPLICABLE}",${maxima})`,
            subtract(setMax, leftOut(lines, unit, units)),
          ),
          RESULT,
        );
      }),
    ],
    [
      ...head(RESULT_LABELS.index, textCell('', RESULT)),
      ...points((column) => {
        const [total, applicable] = [refTo({ row, column }), refTo({ row: row + 1, column })];
        // Beside an area nothing counts: the whole says it.
        const added =
          table.caption !== null ? '' : outsideTerms(lines, (position) => ({ row: rowOf(position), column }));
        const earned = added === '' ? total : `(${total}${added})`;
        return cellOf(formula(`IF(OR(${total}="",${applicable}=0),"",ROUND(${earned}/${applicable}*100,2))`), INDEX);
      }),
    ],
  ];
}
