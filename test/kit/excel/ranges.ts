/** Ranges and their looks: shapes of arrays, mixed values as null, and the effect of a write on each cell. */
import {
  addressOfKey,
  cellKey,
  columnName,
  contains,
  rangeFromA1,
  toA1Range,
  type Area2D,
} from '../../../src/core/values/address';
import { FarError, type Around, type FarOf, type Json, type Members } from './far';
import { DEFAULT_FORMAT, pickFormat, withFormat, type SimFormat } from './formats';
import {
  BLANK,
  cellAt,
  DEFAULT_HEIGHT,
  DEFAULT_WIDTH,
  fittedHeights,
  isBlank,
  type SimCell,
  type SimSheet,
} from './model';
import { parseInput } from './input';

export type Ranges =
  | FarOf<'RowFormat'>
  | FarOf<'FormatProtection'>
  | FarOf<'RangeFont'>
  | FarOf<'RangeBorderCollection'>
  | FarOf<'RangeBorder'>
  | FarOf<'DataValidation'>
  | FarOf<'Range'>
  | FarOf<'RangeAreas'>
  | FarOf<'RangeFormat'>
  | FarOf<'RangeFill'>
  | FarOf<'RangeCollection'>
  | FarOf<'ColumnFormat'>;

export const isWholeColumn = (area: Area2D): boolean => area.bottom - area.top > 100_000;
export const isWholeRow = (area: Area2D): boolean => area.right - area.left > 16_000;

export function areaOf(address: Json): Area2D {
  const text = typeof address === 'string' ? address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '') : '';
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(text);
  const lines = /^(\d{1,7}):(\d{1,7})$/.exec(text);
  const area = rangeFromA1(
    columns
      ? `${columns[1] ?? ''}1:${columns[2] ?? ''}1048576`
      : lines
        ? `A${lines[1] ?? ''}:XFD${lines[2] ?? ''}`
        : text,
  );
  if (!area) throw new FarError('InvalidArgument', `no address: ${JSON.stringify(address)}`);
  return area;
}

export function areasOf(address: Json): Area2D[] {
  if (typeof address !== 'string' || address.length > 8192)
    throw new FarError('InvalidArgument', 'an address has at most 8192 characters');
  return address.split(',').map(areaOf);
}

export function usedArea(sheet: SimSheet, valuesOnly: boolean): Area2D | null {
  const used = [...sheet.cells]
    .filter(([, cell]) => cell.formula !== null || cell.value !== '' || (!valuesOnly && !isBlank(cell)))
    .map(([key]) => addressOfKey(key));
  if (!valuesOnly)
    for (const { top, left, bottom, right } of sheet.merges)
      used.push({ row: top, column: left }, { row: bottom, column: right });
  if (used.length === 0) return null;
  const box = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of used) {
    box.top = Math.min(box.top, row);
    box.left = Math.min(box.left, column);
    box.bottom = Math.max(box.bottom, row);
    box.right = Math.max(box.right, column);
  }
  return box;
}

export const rows = ({ top, bottom }: Area2D): number[] => Array.from({ length: bottom - top + 1 }, (_, n) => top + n);
export const columns = ({ left, right }: Area2D): number[] =>
  Array.from({ length: right - left + 1 }, (_, n) => left + n);
export const soleArea = (areas: readonly Area2D[]): Area2D => {
  const [area] = areas;
  if (!area || areas.length > 1) throw new FarError('InvalidOperation', 'one range only');
  return area;
};

const matrix = (far: Ranges, of: (cell: SimCell) => Json): Json => {
  const area = soleArea(far.areas);
  if (isWholeColumn(area) || isWholeRow(area)) return null;
  if (rows(area).length * columns(area).length > 5_000_000) throw new FarError('ResponsePayloadSizeLimitExceeded');
  const across = columns(area);
  return rows(area).map((row) => across.map((column) => of(cellAt(far.sheet, row, column))));
};

export function shaped(value: Json, area: Area2D): readonly (readonly Json[])[] {
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  if (
    !Array.isArray(value) ||
    value.length !== height ||
    !value.every((row: Json) => Array.isArray(row) && row.length === width)
  ) {
    throw new FarError('InvalidArgument', `the array is not ${height.toString()} × ${width.toString()}`);
  }
  return value as readonly (readonly Json[])[];
}

/** Writes cells; rows hidden by a filter are skipped, so bulk writes reach the wrong rows, as in Excel. */
export function put(
  far: Ranges,
  around: Around,
  of: (cell: SimCell, row: number, column: number) => SimCell,
  area: Area2D,
  content: boolean,
): void {
  const visible =
    content && far.sheet.filtered ? rows(area).filter((row) => !far.sheet.hiddenRows.has(row)) : rows(area);
  const across = columns(area);
  visible.forEach((target, n) => {
    const row = area.top + n;
    for (const column of across) {
      const key = cellKey(target, column);
      const cell = of(far.sheet.cells.get(key) ?? BLANK, row, column);
      if (cell === (far.sheet.cells.get(key) ?? BLANK)) continue;
      if (
        content &&
        far.sheet.merges.some(
          (merge) => contains(merge, target, column) && (merge.top !== target || merge.left !== column),
        )
      ) {
        throw new FarError('InvalidOperation', 'inside a merge');
      }
      far.sheet.cells.set(key, cell);
    }
  });
  if (content) {
    around.soil(far.sheet, area);
    around.changed(far.sheet, area);
  }
}

function writeInput(far: Ranges, value: Json, around: Around): void {
  const area = soleArea(far.areas);
  const input = shaped(value, area);
  put(
    far,
    around,
    (cell, row, column) => parseInput(cell, input[row - area.top]?.[column - area.left] ?? null),
    area,
    true,
  );
}

const text = (code: Json | undefined): string => {
  if (typeof code !== 'string') throw new FarError('InvalidArgument', 'a number format is a text');
  return code;
};
export const uniform = (far: Ranges, of: (cell: SimCell) => Json): Json => {
  const found = new Set<string>();
  let last: Json | undefined;
  for (const area of far.areas)
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        const value = of(cellAt(far.sheet, row, column));
        // Equal looks are mostly the same object; comparing it with the last one avoids serialising it again.
        if (value !== last) found.add(JSON.stringify(value));
        last = value;
        if (found.size > 1) return null;
      }
  return found.size === 1 ? (JSON.parse([...found][0] ?? 'null') as Json) : null;
};
export const paint = (far: Ranges, around: Around, change: (format: SimFormat) => SimFormat): void => {
  for (const area of far.areas) put(far, around, (cell) => ({ ...cell, format: change(cell.format) }), area, false);
};
const fillOf = (cell: SimCell): SimFormat => cell.format['fill'] as SimFormat;
export const asObject = (value: Json): Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, Json>) : {};
export const all = (lines: readonly number[], hidden: ReadonlySet<number>): Json =>
  lines.every((line) => hidden.has(line)) ? true : lines.some((line) => hidden.has(line)) ? null : false;

const PLACE: Members<Ranges> = {
  RowIndex: { get: (far) => soleArea(far.areas).top },
  ColumnIndex: { get: (far) => soleArea(far.areas).left },
  RowCount: { get: (far) => rows(soleArea(far.areas)).length },
  ColumnCount: { get: (far) => columns(soleArea(far.areas)).length },
  Address: {
    get: (far) => far.areas.map((area) => `'${far.sheet.name.replaceAll("'", "''")}'!${toA1Range(area)}`).join(','),
  },
  Format: {
    object: (far) => ({
      kind: isWholeColumn(soleArea(far.areas))
        ? 'ColumnFormat'
        : isWholeRow(soleArea(far.areas))
          ? 'RowFormat'
          : 'RangeFormat',
      sheet: far.sheet,
      areas: far.areas,
    }),
  },
};

export const RANGE: Members<Ranges> = {
  ...PLACE,
  Values: {
    get: (far, around) => (around.recalculate(), matrix(far, ({ value }) => value)),
    set: writeInput,
    writes: true,
  },
  Formulas: { get: (far) => matrix(far, ({ formula, value }) => formula ?? value), set: writeInput, writes: true },
  NumberFormat: {
    get: (far) => matrix(far, ({ numberFormat }) => numberFormat),
    set: (far, value, around) => {
      const area = soleArea(far.areas);
      const codes = shaped(value, area);
      put(
        far,
        around,
        (cell, row, column) => ({ ...cell, numberFormat: text(codes[row - area.top]?.[column - area.left]) }),
        area,
        false,
      );
    },
    writes: true,
  },
  GetResizedRange: {
    since: '1.2',
    object: ({ sheet, areas }, args) => {
      const { top, left, bottom, right } = soleArea(areas);
      const [down = 0, across = 0] = args.map(Number);
      return { kind: 'Range', sheet, areas: [{ top, left, bottom: bottom + down, right: right + across }] };
    },
  },
  GetMergedAreasOrNullObject: {
    since: '1.13',
    object: (far) => {
      const area = soleArea(far.areas);
      const found = far.sheet.merges.filter((merge) => contains(area, merge.top, merge.left));
      return found.length === 0 ? { kind: 'Null' } : { kind: 'RangeAreas', sheet: far.sheet, areas: found };
    },
  },
  GetRowProperties: {
    since: '1.9',
    call: (far, [wanted = null]) => {
      const isHigh = 'rowHeight' in asObject(asObject(wanted)['format'] ?? null);
      const fitted = isHigh ? fittedHeights(far.sheet) : new Map<number, number>();
      return rows(soleArea(far.areas)).map((row) => ({
        ...('rowHidden' in asObject(wanted) ? { rowHidden: far.sheet.hiddenRows.has(row) } : {}),
        // A hidden row has height 0.
        ...(isHigh
          ? {
              format: {
                rowHeight: far.sheet.hiddenRows.has(row)
                  ? 0
                  : (far.sheet.heights.get(row) ?? fitted.get(row) ?? DEFAULT_HEIGHT),
              },
            }
          : {}),
      }));
    },
  },
  GetColumnProperties: {
    since: '1.9',
    call: (far, [wanted = null]) =>
      columns(soleArea(far.areas)).map((column) => ({
        ...('columnHidden' in asObject(wanted) ? { columnHidden: far.sheet.hiddenColumns.has(column) } : {}),
        ...('columnWidth' in asObject(asObject(wanted)['format'] ?? null)
          ? {
              format: {
                columnWidth: far.sheet.hiddenColumns.has(column) ? 0 : (far.sheet.widths.get(column) ?? DEFAULT_WIDTH),
              },
            }
          : {}),
      })),
  },
  GetCellProperties: {
    since: '1.9',
    call: (far, [wanted = null]) =>
      matrix(far, (cell) => ({
        format: pickFormat(cell.format, asObject(asObject(wanted)['format'] ?? null)) as Json,
      })),
  },
  SetCellProperties: {
    since: '1.9',
    call: (far, [value = null], around) => {
      const area = soleArea(far.areas);
      const wanted = shaped(value, area);
      put(
        far,
        around,
        (cell, row, column) => {
          const format = asObject(wanted[row - area.top]?.[column - area.left] ?? null)['format'];
          if (far.sheet.protected && 'protection' in asObject(format ?? null))
            throw new FarError('AccessDenied', 'locks of a protected sheet stay');
          return format === undefined ? cell : { ...cell, format: withFormat(cell.format, format as SimFormat) };
        },
        area,
        false,
      );
      return null;
    },
    writes: true,
  },
  Select: {
    call: (far, _, around) => {
      around.book.active = far.sheet.name;
      around.book.selected = toA1Range(soleArea(far.areas));
      return null;
    },
  },
  _KeepReference: { call: () => null },
};

export const RANGE_AREAS: Members<Ranges> = {
  DataValidation: { since: '1.9', object: ({ sheet, areas }) => ({ kind: 'DataValidation', sheet, areas }) },
  Areas: { object: (far) => ({ kind: 'RangeCollection', sheet: far.sheet, areas: far.areas }) },
  Format: { object: (far) => ({ kind: 'RangeFormat', sheet: far.sheet, areas: far.areas }) },
  _KeepReference: { call: () => null },
};

export const RANGE_FORMAT: Members<Ranges> = {
  Fill: { object: (far) => ({ kind: 'RangeFill', sheet: far.sheet, areas: far.areas }) },
};

export const COLUMN_FORMAT: Members<Ranges> = {
  ColumnWidth: {
    get: (far) => far.sheet.widths.get(soleArea(far.areas).left) ?? DEFAULT_WIDTH,
    set: (far, value) => {
      for (const column of columns(soleArea(far.areas))) {
        far.sheet.widths.set(column, Number(value));
        if (Number(value) > 0) far.sheet.hiddenColumns.delete(column);
      }
    },
    writes: true,
  },
};

export const RANGE_FILL: Members<Ranges> = {
  Color: {
    get: (far) => uniform(far, (cell) => fillOf(cell)['color'] as Json),
    set: (far, value, around) => {
      if (typeof value !== 'string' || !/^#[0-9A-F]{6}$/i.test(value))
        throw new FarError('InvalidArgument', `no colour: ${JSON.stringify(value)}`);
      paint(far, around, (format) =>
        withFormat(format, {
          fill: {
            ...(DEFAULT_FORMAT['fill'] as SimFormat),
            color: value.toUpperCase(),
            pattern: 'Solid',
            patternTintAndShade: 0,
            tintAndShade: 0,
          },
        }),
      );
    },
    writes: true,
  },
  Pattern: { since: '1.9', get: (far) => uniform(far, (cell) => fillOf(cell)['pattern'] as Json) },
  Clear: {
    call: (far, _, around) => {
      paint(far, around, (format) => ({ ...format, fill: DEFAULT_FORMAT['fill'] ?? null }));
      return null;
    },
    writes: true,
  },
};

export const nameOfColumn = columnName;
