/**
 * The blank bảng tổng hợp with a row for each unit and a block of columns for each area, and the workbook with a sheet
 * for each area and a sheet that adds up their results.
 */
import { RESULT_LABELS, RESULT_SHEET_HEADER, RESULT_SHEET_NAMES } from '../model/result-sheet';
import { PLAIN_SHEET, type DrawnCell, type FormCheck, type SheetDrawing } from '../model/sheet-drawing';
import { NOT_APPLICABLE } from '../model/result-sheet';
import { letterheadOf } from '../sheets/draw-letterhead';
import { LOOKS, cellOf, lookOf, textCell } from '../sheets/draw-look';
import type { Area2D } from '../values/address';
import { ZERO, sum, toText, type Decimal } from '../values/decimal';
import { prefixOf, refTo } from '../values/formula-text';
import {
  areasOf,
  formula,
  INDEX,
  numberOf,
  openBlank,
  openPoints,
  openText,
  outsideTerms,
  RESULT,
  sumWhenScored,
} from './form-cells';
import { columnsFor, outsideKinds, partOf, TABLE_COLUMNS } from './form-lines';
import {
  originOf,
  provinceTable,
  placeIn,
  TABLE_SHEET,
  TABLE_TITLE,
  tableDrawing,
  tableOf,
  type Table,
  type TableWish,
} from './province-table';
import type { FormSheet } from './set-sheet';

export const provinceRows = (wish: TableWish): FormSheet[] => [
  // Areas are scored as a whole here, so no item has a number for a scale.
  { sheet: TABLE_SHEET, drawing: rowsDrawing({ ...wish, columns: columnsFor([], wish.columns) }) },
  ...originOf(wish),
];

/**
 * Each area on a sheet of its own, units across, and behind them the result of each unit, which they are parts of.
 * Points beside the set stand below the last of them.
 */
export function provinceSheets(wish: TableWish): FormSheet[] {
  const areas = areasOf(wish.lines);
  const parts = areas.map((first): Part => {
    const { code, name } = wish.lines[first] ?? { code: '', name: '' };
    const label = code.replace(/\W+$/, '') || String(first + 1);
    const lines = partOf(wish.lines, first, first === areas.at(-1));
    return { sheet: `Lĩnh vực ${label}`, table: tableOf(wish, lines, `Lĩnh vực ${label}. ${name}`) };
  });
  return [
    ...parts.map(({ sheet, table }) => ({ sheet, drawing: tableDrawing(table) })),
    { sheet: RESULT_SHEET_NAMES[0], drawing: resultsDrawing(wish, parts) },
    ...originOf(wish),
  ];
}

/** Units across, units down, or units across with each area on a sheet of its own. */
export const TABLE_LAYOUTS = { columns: provinceTable, rows: provinceRows, sheets: provinceSheets } as const;
export type TableLayout = keyof typeof TABLE_LAYOUTS;

interface Part {
  readonly sheet: string;
  readonly table: Table;
}

interface Column {
  readonly width: number;
  /** The heading over this column and its neighbours; null if the label takes both rows. */
  readonly over: string | null;
  readonly label: string;
  readonly max: Decimal | null;
  /** Draws the cell of the unit at that position, in that row. */
  readonly cell: (unit: number, row: number) => DrawnCell;
}

const HEADER_ROWS = 2;
const MAX_LABEL = 'Điểm tối đa';
/** The letterhead spans at most the columns of one page. */
const PRINTED = 12;

function rowsDrawing(wish: TableWish): SheetDrawing {
  const { details, units } = wish;
  const lead = leadOf(wish);
  const areas = areaColumns(wish);
  const columns = [...lead, ...areas, ...resultColumns(wish, lead.length)];
  const width = Math.max(6, Math.min(columns.length, PRINTED));
  const pageTop = { details, title: TABLE_TITLE, half: 3, width, live: false, captions: [] };
  const { letterhead, merges } = letterheadOf(pageTop);
  const header = letterhead.length;
  const maxima = header + HEADER_ROWS;
  const rows = [
    ...letterhead.map((row) => row.map(openBlank)),
    columns.map(({ over, label }, position) =>
      textCell(over !== null && over === columns[position - 1]?.over ? '' : (over ?? label), LOOKS.header),
    ),
    columns.map(({ over, label }) => textCell(over === null ? '' : label, LOOKS.header)),
    columns.map(({ label, max }) =>
      label === UNIT_LABEL ? textCell(MAX_LABEL, LOOKS.unit) : cellOf(max === null ? null : numberOf(max), RESULT),
    ),
    ...units.map((_, unit) => columns.map(({ cell }) => cell(unit, maxima + 1 + unit))),
  ];
  return {
    ...PLAIN_SHEET,
    columns: columns.map((column) => ({ width: column.width, hidden: false })),
    rows: rows.map((cells) => ({ height: null, level: 0, cells })),
    merges: [...merges, ...headerMerges(columns, header)],
    frozen: { rows: maxima + 1, columns: lead.length },
    print: { landscape: true, repeated: [header, maxima] },
    form: { checks: checksOfRows(columns, areas, maxima, units.length) },
  };
}

function headerMerges(columns: readonly Column[], header: number): Area2D[] {
  const merges: Area2D[] = [];
  columns.forEach(({ over }, position) => {
    if (over === null) merges.push({ top: header, left: position, bottom: header + 1, right: position });
    else if (over !== columns[position - 1]?.over) {
      const end = columns.findIndex((each, next) => next > position && each.over !== over);
      const right = (end < 0 ? columns.length : end) - 1;
      if (right > position) merges.push({ top: header, left: position, bottom: header, right });
    }
  });
  return merges;
}

const UNIT_LABEL = 'Đơn vị';

function leadOf({ units }: TableWish): Column[] {
  const words = (label: string, width: number, textOf: (unit: number) => string, look = LOOKS.body): Column => ({
    width,
    over: null,
    label,
    max: null,
    cell: (unit) => textCell(textOf(unit), look),
  });
  return [
    words('STT', 6, (unit) => String(unit + 1), LOOKS.centre),
    words(UNIT_LABEL, 30, (unit) => units[unit]?.name ?? ''),
    ...(units.some(({ group }) => group !== null) ? [words('Khối', 16, (unit) => units[unit]?.group ?? '')] : []),
  ];
}

function areaColumns({ lines, columns }: TableWish): Column[] {
  return areasOf(lines).flatMap((position) => {
    const line = lines[position];
    if (!line) return [];
    const over = [line.code.replace(/\.$/, ''), line.name].filter((text) => text !== '').join('. ');
    return columns.map((column): Column => {
      const { label, width, isPoints } = TABLE_COLUMNS[column];
      return {
        width,
        over,
        label,
        max: isPoints ? line.max : null,
        cell: () => (isPoints ? openPoints() : openText()),
      };
    });
  });
}

/** Totals, points outside the set, the applicable maximum, and the index of the last round. */
function resultColumns({ lines, columns }: TableWish, first: number): Column[] {
  const areas = areasOf(lines);
  const rounds = columns.filter((column) => TABLE_COLUMNS[column].isPoints);
  const last = rounds.at(-1);
  const setMax = sum(areas.flatMap((position) => lines[position]?.max ?? []));
  const cellsOf = (column: TableWish['columns'][number], row: number) =>
    areas.map((_, area) => ({ row, column: first + area * columns.length + columns.indexOf(column) }));
  const outside = outsideKinds(lines);
  const totals = first + areas.length * columns.length;
  const at = (offset: number, row: number): string => refTo({ row, column: totals + offset });
  const result = (label: string, max: Decimal | null, cell: Column['cell'], width = 11): Column => ({
    width,
    over: null,
    label,
    max,
    cell,
  });
  return [
    ...rounds.map((column) =>
      result(
        rounds.length === 1 ? RESULT_LABELS.total : `Tổng điểm ${TABLE_COLUMNS[column].label.toLowerCase()}`,
        setMax,
        (_, row) => {
          const cells = cellsOf(column, row);
          return cellOf(sumWhenScored(cells, []), RESULT);
        },
      ),
    ),
    ...outside.map(({ label }) => result(label, null, () => openPoints())),
    result(RESULT_LABELS.max, null, (_, row) => {
      const terms = areas.map((position, area) => {
        const cell = refTo(cellsOf(last ?? 'tu-cham', row)[area] ?? { row, column: 0 });
        return `(${cell}<>"${NOT_APPLICABLE}")*${toText(lines[position]?.max ?? ZERO)}`;
      });
      return cellOf(formula(terms.join('+'), setMax), RESULT);
    }),
    result(RESULT_LABELS.index, null, (_, row) => {
      const total = at(rounds.length - 1, row);
      const added = outside.map(({ kind, cap }, offset) => {
        const cell = at(rounds.length + offset, row);
        return `${kind === 'bonus' ? '+' : '-'}${cap === null ? cell : `MIN(${toText(cap)},${cell})`}`;
      });
      const max = at(rounds.length + outside.length, row);
      const earned = added.length === 0 ? total : `(${total}${added.join('')})`;
      return cellOf(formula(`IF(OR(${total}="",${max}=0),"",ROUND(${earned}/${max}*100,2))`), INDEX);
    }),
  ];
}

function checksOfRows(
  columns: readonly Column[],
  areas: readonly Column[],
  maxima: number,
  units: number,
): FormCheck[] {
  return columns.flatMap((column, position): FormCheck[] => {
    const open = column.cell(0, maxima + 1);
    if (open.isOpen !== true || open.look.numberFormat === '@' || units === 0) return [];
    const cell = refTo({ row: maxima + 1, column: position });
    const isArea = areas.includes(column);
    const unless = isArea ? `UPPER(${cell})="${NOT_APPLICABLE}"` : 'FALSE';
    const upTo = isArea ? `,${cell}<=${refTo({ row: maxima, column: position }, 'row')}` : '';
    return [
      {
        areas: [{ top: maxima + 1, left: position, bottom: maxima + units, right: position }],
        formula: `IF(ISNUMBER(${cell}),AND(${cell}>=0${upTo}),${unless})`,
        message: isArea
          ? `Điểm là số từ 0 đến điểm tối đa của lĩnh vực; lĩnh vực không đánh giá thì ghi ${NOT_APPLICABLE}.`
          : 'Điểm là số từ 0 trở lên.',
      },
    ];
  });
}

const RESULT_WIDTHS = [6, 34, 18, 13, 13, 13, 16, 12];

/** The add-in's result sheet, as far as formulas can compute it before the scale and the ranking are known. */
function resultsDrawing(wish: TableWish, parts: readonly Part[]): SheetDrawing {
  const { units, columns, details, lines } = wish;
  const last = columns.filter((column) => TABLE_COLUMNS[column].isPoints).at(-1) ?? 'tu-cham';
  const { letterhead, merges } = letterheadOf({
    details,
    title: 'KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH',
    half: 3,
    width: RESULT_WIDTHS.length,
    live: false,
    captions: [],
  });
  const header = letterhead.length;
  const setMax = sum(areasOf(lines).flatMap((position) => lines[position]?.max ?? []));
  const rows = units.map(({ name, group }, unit): DrawnCell[] => {
    const row = header + 1 + unit;
    const cells = (what: 'area' | 'applicable'): string[] =>
      parts.map(({ sheet, table }) => prefixOf(sheet) + refTo(placeIn(table, what, unit, last)));
    const [total, max] = [refTo({ row, column: 3 }), refTo({ row, column: 4 })];
    const areas = cells('area');
    const added = parts.map(({ sheet, table }) =>
      outsideTerms(table.lines, (line) => placeIn(table, line, unit, last), prefixOf(sheet)),
    );
    const earned = added.join('') === '' ? total : `(${total}${added.join('')})`;
    return [
      cellOf({ kind: 'number', value: String(unit + 1) }, LOOKS.centre),
      textCell(name, LOOKS.body),
      textCell(group ?? '', LOOKS.body),
      cellOf(formula(`IF(COUNT(${areas.join(',')})<${String(areas.length)},"",SUM(${areas.join(',')}))`), LOOKS.number),
      cellOf(formula(cells('applicable').join('+'), setMax), LOOKS.number),
      cellOf(
        formula(`IF(OR(${total}="",${max}=0),"",ROUND(${earned}/${max}*100,2))`),
        lookOf({ ...LOOKS.number, numberFormat: '0.00' }),
      ),
      textCell('', LOOKS.body),
      textCell('', LOOKS.body),
    ];
  });
  return {
    ...PLAIN_SHEET,
    columns: RESULT_WIDTHS.map((width) => ({ width, hidden: false })),
    rows: [
      ...letterhead.map((row) => row.map(openBlank)),
      RESULT_SHEET_HEADER.map((label) => textCell(label, LOOKS.header)),
      ...rows,
    ].map((cells) => ({ height: null, level: 0, cells })),
    merges,
    frozen: { rows: header + 1, columns: 2 },
    print: { landscape: true, repeated: [header, header] },
    form: { checks: [] },
  };
}
