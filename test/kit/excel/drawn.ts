/**
 * The simulated Excel's support for drawn sheets: merges, sizes, folds, frozen panes, filters, drop-downs, print set-up
 * and charts.
 */
import { addressOfKey, cellKey, contains, toA1Range, type Area2D } from '../../../src/core/values/address';
import { rectanglesOf } from '../../../src/hosts/marks/rectangles';
import { FarError, type FarOf, type Json, type Members, type Table, type Tables } from './far';
import { DEFAULT_FORMAT, withFormat, type SimFormat } from './formats';
import {
  BLANK,
  cellAt,
  DEFAULT_HEIGHT,
  DEFAULT_WIDTH,
  fittedHeights,
  type SimChart,
  type SimCheck,
  type SimSheet,
} from './model';
import {
  all,
  areaOf,
  asObject,
  columns,
  isWholeColumn,
  isWholeRow,
  soleArea,
  paint,
  put,
  rows,
  uniform,
  type Ranges,
} from './ranges';

const refuse = (why: string): never => {
  throw new FarError('InvalidArgument', why);
};
const number = (value: Json | undefined, from: number, to: number): number =>
  typeof value === 'number' && value >= from && value <= to
    ? value
    : refuse(`no number from ${from.toString()} to ${to.toString()}: ${JSON.stringify(value)}`);
const truth = (value: Json | undefined): boolean =>
  typeof value === 'boolean' ? value : refuse(`neither true nor false: ${JSON.stringify(value)}`);
const text = (value: Json | undefined): string =>
  typeof value === 'string' ? value : refuse(`no text: ${JSON.stringify(value)}`);
const colour = (value: Json): string =>
  typeof value === 'string' && /^#[0-9A-F]{6}$/i.test(value)
    ? value.toUpperCase()
    : refuse(`no colour: ${JSON.stringify(value)}`);
const oneOf =
  <T extends string>(...words: readonly T[]) =>
  (value: Json | undefined): T =>
    words.find((word) => word === value) ?? refuse(`none of ${words.join()}: ${JSON.stringify(value)}`);
const meets = (a: Area2D, b: Area2D): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
const holds = (a: Area2D, b: Area2D): boolean => contains(a, b.top, b.left) && contains(a, b.bottom, b.right);

const hide = (hidden: Set<number>, lines: readonly number[], value: Json): void => {
  for (const line of lines)
    if (truth(value)) hidden.add(line);
    else hidden.delete(line);
};

function fold(sheet: SimSheet, area: Area2D, by: Json | undefined, step: 1 | -1): null {
  if (by !== 'ByRows' || isWholeColumn(area)) refuse('folds by rows alone are simulated');
  const lines = rows(area);
  const deep = lines.filter((row) => (sheet.levels.get(row) ?? 0) > 0);
  if (step === -1 && deep.length === 0) throw new FarError('InvalidOperation', 'nothing is folded there');
  for (const row of step === 1 ? lines : deep) {
    const level = (sheet.levels.get(row) ?? 0) + step;
    if (level > 7) throw new FarError('InvalidOperation', 'folded too deep');
    if (level === 0) sheet.levels.delete(row);
    else sheet.levels.set(row, level);
  }
  return null;
}

export const DRAWN_RANGE: Members<Ranges> = {
  RowHidden: {
    since: '1.2',
    get: (far) => all(rows(soleArea(far.areas)), far.sheet.hiddenRows),
    set: (far, value) => {
      hide(far.sheet.hiddenRows, rows(soleArea(far.areas)), value);
    },
    writes: true,
  },
  ColumnHidden: {
    since: '1.2',
    get: (far) => all(columns(soleArea(far.areas)), far.sheet.hiddenColumns),
    set: (far, value) => {
      hide(far.sheet.hiddenColumns, columns(soleArea(far.areas)), value);
    },
    writes: true,
  },
  IsEntireRow: { get: (far) => isWholeRow(soleArea(far.areas)) },
  IsEntireColumn: { get: (far) => isWholeColumn(soleArea(far.areas)) },
  // The client uses this to split arrays of more than 1,500 cells.
  _ValidateArraySize: {
    since: '1.3',
    call: (far, [high, wide]) => {
      const area = soleArea(far.areas);
      return high === rows(area).length && wide === columns(area).length ? null : refuse('the array has another shape');
    },
  },
  GetRow: {
    object: ({ sheet, areas }, [row]) => ({
      kind: 'Range',
      sheet,
      areas: [
        { ...soleArea(areas), top: soleArea(areas).top + Number(row), bottom: soleArea(areas).top + Number(row) },
      ],
    }),
  },
  GetBoundingRect: {
    object: ({ sheet, areas }, [argument], around) => {
      const other = around.object(argument);
      const [a, b] = [soleArea(areas), other.kind === 'Range' ? soleArea(other.areas) : refuse('a range is wanted')];
      return {
        kind: 'Range',
        sheet,
        areas: [
          {
            top: Math.min(a.top, b.top),
            left: Math.min(a.left, b.left),
            bottom: Math.max(a.bottom, b.bottom),
            right: Math.max(a.right, b.right),
          },
        ],
      };
    },
  },
  Style: {
    since: '1.7',
    set: (far, value, around) => {
      oneOf('Normal')(value);
      put(
        far,
        around,
        (cell) => ({ ...cell, numberFormat: 'General', format: DEFAULT_FORMAT }),
        soleArea(far.areas),
        false,
      );
    },
    writes: true,
  },
  Clear: {
    call: (far, [what], around) => {
      oneOf('Contents')(what);
      put(
        far,
        around,
        (cell) => (cell.value === '' && cell.formula === null ? cell : { ...cell, value: BLANK.value, formula: null }),
        soleArea(far.areas),
        true,
      );
      return null;
    },
    writes: true,
  },
  Merge: {
    since: '1.2',
    call: (far, [across], around) => {
      if (across === true) refuse('merging row by row is not simulated');
      const area = soleArea(far.areas);
      if (far.sheet.merges.some((merge) => meets(merge, area) && !holds(area, merge)))
        throw new FarError('InvalidOperation', 'would cut a merge');
      put(
        far,
        around,
        (cell, row, column) =>
          row === area.top && column === area.left ? cell : { ...cell, value: '', formula: null },
        area,
        false,
      );
      far.sheet.merges = [...far.sheet.merges.filter((merge) => !meets(merge, area)), area];
      return null;
    },
    writes: true,
  },
  Unmerge: {
    since: '1.2',
    call: (far) => {
      far.sheet.merges = far.sheet.merges.filter((merge) => !meets(merge, soleArea(far.areas)));
      return null;
    },
    writes: true,
  },
  Group: { since: '1.10', call: (far, [by]) => fold(far.sheet, soleArea(far.areas), by, 1), writes: true },
  Ungroup: { since: '1.10', call: (far, [by]) => fold(far.sheet, soleArea(far.areas), by, -1), writes: true },
  DataValidation: { since: '1.8', object: ({ sheet, areas }) => ({ kind: 'DataValidation', sheet, areas }) },
  // Like «Go To Special», which is not available on a protected sheet.
  GetSpecialCellsOrNullObject: {
    since: '1.9',
    object: ({ sheet, areas }, [kind]) => {
      oneOf('DataValidations')(kind);
      const area = soleArea(areas);
      const found = rectanglesOf(
        [...sheet.checks.keys()].filter((key) => contains(area, addressOfKey(key).row, addressOfKey(key).column)),
      );
      return found.length === 0 ? { kind: 'Null' } : { kind: 'RangeAreas', sheet, areas: found };
    },
    writes: true,
  },
};

/** A member of the look that is set for all cells of all areas. */
const formatMember = (
  path: readonly string[],
  value: (json: Json) => string | number | boolean,
  since = '1.1',
): Members<Ranges>[string] => ({
  since,
  get: (far) => uniform(far, (cell) => path.reduce<Json>((found, name) => asObject(found)[name] ?? null, cell.format)),
  set: (far, json, around) => {
    const change = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value(json)) as SimFormat;
    paint(far, around, (format) => withFormat(format, change));
  },
  writes: true,
});

export const DRAWN_FORMAT: Members<Ranges> = {
  Font: { object: ({ sheet, areas }) => ({ kind: 'RangeFont', sheet, areas }) },
  Protection: { since: '1.2', object: ({ sheet, areas }) => ({ kind: 'FormatProtection', sheet, areas }) },
  Borders: { object: ({ sheet, areas }) => ({ kind: 'RangeBorderCollection', sheet, areas }) },
  HorizontalAlignment: formatMember(['horizontalAlignment'], oneOf('General', 'Left', 'Center', 'Right')),
  VerticalAlignment: formatMember(['verticalAlignment'], oneOf('Top', 'Center', 'Bottom')),
  WrapText: formatMember(['wrapText'], truth),
  IndentLevel: formatMember(['indentLevel'], (value) => number(value, 0, 250)),
  ReadingOrder: formatMember(['readingOrder'], text),
  ShrinkToFit: formatMember(['shrinkToFit'], truth),
  TextOrientation: formatMember(['textOrientation'], (value) => number(value, -90, 180)),
};

const FONT: Members<Ranges> = {
  Name: formatMember(['font', 'name'], text),
  Size: formatMember(['font', 'size'], (value) => number(value, 1, 409)),
  Bold: formatMember(['font', 'bold'], truth),
  Italic: formatMember(['font', 'italic'], truth),
  Strikethrough: formatMember(['font', 'strikethrough'], truth, '1.9'),
  Color: formatMember(['font', 'color'], colour),
  Underline: formatMember(['font', 'underline'], text),
  Subscript: formatMember(['font', 'subscript'], truth, '1.9'),
  Superscript: formatMember(['font', 'superscript'], truth, '1.9'),
};
const PROTECTION: Members<Ranges> = {
  Locked: formatMember(['protection', 'locked'], truth, '1.2'),
  FormulaHidden: formatMember(['protection', 'formulaHidden'], truth, '1.2'),
};

/** The cell edges that a side of a range stands for. */
const EDGES: Readonly<
  Record<string, readonly [edge: string, isOn: (area: Area2D, row: number, column: number) => boolean][]>
> = {
  EdgeTop: [['top', ({ top }, row) => row === top]],
  EdgeBottom: [['bottom', ({ bottom }, row) => row === bottom]],
  EdgeLeft: [['left', ({ left }, _, column) => column === left]],
  EdgeRight: [['right', ({ right }, _, column) => column === right]],
  DiagonalDown: [['diagonalDown', () => true]],
  DiagonalUp: [['diagonalUp', () => true]],
  InsideHorizontal: [
    ['bottom', ({ bottom }, row) => row < bottom],
    ['top', ({ top }, row) => row > top],
  ],
  InsideVertical: [
    ['right', ({ right }, _, column) => column < right],
    ['left', ({ left }, _, column) => column > left],
  ],
};
const BORDERS: Members<FarOf<'RangeBorderCollection'>> = {
  Indexer: {
    object: ({ sheet, areas }, [side]) => {
      const name = text(side);
      if (!EDGES[name]) refuse(`no side: ${name}`);
      // Like a desktop Excel, which draws no inner lines in a range without inner edges.
      if (
        areas.some(
          (area) =>
            (name === 'InsideHorizontal' && area.top === area.bottom) ||
            (name === 'InsideVertical' && area.left === area.right),
        )
      )
        throw new FarError('InvalidOperation', 'there is no inside');
      return { kind: 'RangeBorder', sheet, areas, side: name };
    },
  },
};
/** The border on that side of all areas, if it is the same everywhere. */
const edgeMember = ({ sheet, areas, side }: FarOf<'RangeBorder'>, name: string): Json => {
  const lies = (area: Area2D): Json[] =>
    rows(area).flatMap((row) =>
      columns(area).flatMap((column) =>
        (EDGES[side] ?? [])
          .filter(([, isOn]) => isOn(area, row, column))
          .map(
            ([edge]) =>
              asObject(asObject(asObject(cellAt(sheet, row, column).format)['borders'] ?? null)[edge] ?? null)[name] ??
              null,
          ),
      ),
    );
  const [first = null, ...rest] = new Set(areas.flatMap(lies));
  return rest.length === 0 ? first : null;
};
const BORDER: Members<FarOf<'RangeBorder'>> = {
  Color: { get: (far) => edgeMember(far, 'color') },
  Weight: { get: (far) => edgeMember(far, 'weight') },
  Style: {
    get: (far) => edgeMember(far, 'style'),
    set: (far, value, around) => {
      const style = oneOf('Continuous', 'None')(value);
      for (const area of far.areas) {
        put(
          far,
          around,
          (cell, row, column) => {
            const edges = (EDGES[far.side] ?? []).filter(([, isOn]) => isOn(area, row, column)).map(([edge]) => edge);
            return edges.length === 0
              ? cell
              : {
                  ...cell,
                  format: withFormat(cell.format, {
                    borders: Object.fromEntries(edges.map((edge) => [edge, { style }])),
                  }),
                };
          },
          area,
          false,
        );
      }
    },
    writes: true,
  },
};

const ROW_FORMAT: Members<FarOf<'RowFormat'>> = {
  RowHeight: {
    set: ({ sheet, areas }, value) => {
      for (const row of areas.flatMap(rows)) {
        sheet.heights.set(row, number(value, 0, 409));
        sheet.hiddenRows.delete(row);
      }
    },
    writes: true,
  },
  AutofitRows: {
    since: '1.2',
    call: ({ sheet, areas }) => {
      for (const row of areas.flatMap(rows)) sheet.heights.delete(row);
      return null;
    },
    writes: true,
  },
};

const keysOf = (areas: readonly Area2D[]): number[] =>
  areas.flatMap((area) => rows(area).flatMap((row) => columns(area).map((column) => cellKey(row, column))));
const KINDS: Readonly<Record<string, string>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  custom: 'Custom',
  textLength: 'TextLength',
};
const NO_ALERT: SimCheck['errorAlert'] = { showAlert: true, message: '', title: '', style: 'Stop' };
const NO_PROMPT: SimCheck['prompt'] = { showPrompt: true, message: '', title: '' };
/** The value that all cells share; null if they differ. */
const commonCheck = ({ sheet, areas }: Ranges, of: (check: SimCheck | undefined) => Json): Json => {
  const found = [...new Set(keysOf(areas).map((key) => JSON.stringify(of(sheet.checks.get(key)))))];
  return found.length === 1 ? (JSON.parse(found[0] ?? 'null') as Json) : null;
};
const kindOfCheck = ({ sheet, areas }: Ranges): string => {
  const found = new Set(keysOf(areas).map((key) => JSON.stringify(sheet.checks.get(key)?.rule ?? null)));
  const [first = 'null'] = found;
  if (found.size > 1) return found.has('null') ? 'MixedCriteria' : 'Inconsistent';
  return first === 'null'
    ? 'None'
    : (KINDS[Object.keys(JSON.parse(first) as object)[0] ?? ''] ?? refuse('no such rule'));
};
const recheck = ({ sheet, areas }: Ranges, part: (check: SimCheck) => Partial<SimCheck>): void => {
  for (const key of keysOf(areas)) {
    const check = sheet.checks.get(key) ?? refuse('there is no rule');
    sheet.checks.set(key, { ...check, ...part(check) });
  }
};
const VALIDATION: Members<Ranges> = {
  Clear: {
    since: '1.8',
    call: ({ sheet, areas }) => {
      for (const key of keysOf(areas)) sheet.checks.delete(key);
      return null;
    },
    writes: true,
  },
  Type: { since: '1.8', get: kindOfCheck },
  Rule: {
    since: '1.8',
    get: (far) => (kindOfCheck(far) === 'None' ? {} : commonCheck(far, (check) => check?.rule ?? null)),
    set: ({ sheet, areas }, value) => {
      const [[kind, rule], ...more] = Object.entries(asObject(value)) as [[string, Json], ...unknown[]];
      if (more.length > 0 || KINDS[kind] === undefined) refuse('a rule is of one kind');
      if (kind === 'list') {
        const { inCellDropDown, source, ...others } = asObject(rule);
        if (Object.keys(others).length > 0) refuse('no rule of a list');
        truth(inCellDropDown);
        if (text(source).length > 255 || text(source) === '') refuse('a list takes 255 characters');
      }
      // A new rule keeps the cell's prompt and error alert.
      for (const key of keysOf(areas))
        sheet.checks.set(key, {
          errorAlert: NO_ALERT,
          prompt: NO_PROMPT,
          ignoreBlanks: true,
          ...sheet.checks.get(key),
          rule: { [kind]: asObject(rule) } as SimCheck['rule'],
        });
    },
    writes: true,
  },
  ErrorAlert: {
    since: '1.8',
    get: (far) => commonCheck(far, (check) => check?.errorAlert ?? NO_ALERT),
    set: (far, value) => {
      const { message, showAlert, style, title } = asObject(value);
      recheck(far, () => ({
        errorAlert: {
          showAlert: truth(showAlert),
          message: text(message),
          title: text(title),
          style: oneOf('Stop', 'Warning', 'Information')(style),
        },
      }));
    },
    writes: true,
  },
  Prompt: {
    since: '1.8',
    get: (far) => commonCheck(far, (check) => check?.prompt ?? NO_PROMPT),
    set: (far, value) => {
      const { message, showPrompt, title } = asObject(value);
      recheck(far, () => ({ prompt: { showPrompt: truth(showPrompt), message: text(message), title: text(title) } }));
    },
    writes: true,
  },
  IgnoreBlanks: {
    since: '1.8',
    get: (far) => commonCheck(far, (check) => check?.ignoreBlanks ?? true),
    set: (far, value) => {
      recheck(far, () => ({ ignoreBlanks: truth(value) }));
    },
    writes: true,
  },
};

const count = (value: Json | undefined): number => number(value, 1, 1000);
const FROZEN: Members<FarOf<'WorksheetFreezePanes'>> = {
  FreezeAt: {
    since: '1.7',
    call: ({ sheet }, [address = null]) => {
      const { top, left, bottom, right } = areaOf(address);
      if (top > 0 || left > 0) refuse('panes are frozen from A1');
      sheet.frozen = { rows: bottom + 1, columns: right + 1 };
      return null;
    },
  },
  FreezeRows: {
    since: '1.7',
    call: ({ sheet }, [rowCount]) => {
      sheet.frozen = { rows: count(rowCount), columns: 0 };
      return null;
    },
  },
  FreezeColumns: {
    since: '1.7',
    call: ({ sheet }, [columnCount]) => {
      sheet.frozen = { rows: 0, columns: count(columnCount) };
      return null;
    },
  },
  Unfreeze: {
    since: '1.7',
    call: ({ sheet }) => {
      sheet.frozen = { rows: 0, columns: 0 };
      return null;
    },
  },
  GetLocationOrNullObject: {
    since: '1.7',
    object: ({ sheet }) => {
      const { rows: high, columns: wide } = sheet.frozen;
      if (high === 0 && wide === 0) return { kind: 'Null' };
      return {
        kind: 'Range',
        sheet,
        areas: [{ top: 0, left: 0, bottom: high === 0 ? 1_048_575 : high - 1, right: wide === 0 ? 16_383 : wide - 1 }],
      };
    },
  },
};

export const DRAWN_FILTER: Members<FarOf<'AutoFilter'>> = {
  Apply: {
    since: '1.9',
    call: ({ sheet }, [address = null, column = null]) => {
      if (column !== null) refuse('criteria are not simulated');
      sheet.filter = areaOf(address);
      return null;
    },
    writes: true,
  },
  Remove: {
    since: '1.9',
    call: ({ sheet }) => {
      sheet.filter = null;
      sheet.filtered = false;
      return null;
    },
    writes: true,
  },
  GetRangeOrNullObject: {
    since: '1.9',
    object: ({ sheet }) => (sheet.filter ? { kind: 'Range', sheet, areas: [sheet.filter] } : { kind: 'Null' }),
  },
};

const PAGE: Members<FarOf<'PageLayout'>> = {
  Orientation: {
    since: '1.9',
    get: ({ sheet }) => sheet.page.orientation,
    set: ({ sheet }, value) => {
      sheet.page.orientation = oneOf('Portrait', 'Landscape')(value);
    },
    writes: true,
  },
  PaperSize: {
    since: '1.9',
    get: ({ sheet }) => sheet.page.paperSize,
    set: ({ sheet }, value) => {
      sheet.page.paperSize = oneOf('A4', 'Letter')(value);
    },
    writes: true,
  },
  Zoom: {
    since: '1.9',
    get: ({ sheet }) => sheet.page.zoom,
    set: ({ sheet }, value) => {
      const entries = Object.entries(asObject(value));
      if (
        entries.length === 0 ||
        entries.some(([name]) => !['horizontalFitToPages', 'verticalFitToPages', 'scale'].includes(name))
      )
        refuse('no zoom');
      sheet.page.zoom = Object.fromEntries(entries.map(([name, each]) => [name, number(each ?? null, 1, 400)]));
    },
    writes: true,
  },
  HeadersFooters: { since: '1.9', object: ({ sheet }) => ({ kind: 'HeaderFooterGroup', sheet }) },
  SetPrintTitleRows: {
    since: '1.9',
    call: ({ sheet }, [address = null]) => {
      if (!isWholeRow(areaOf(address))) refuse('whole rows are repeated');
      sheet.page.titleRows = text(address);
      return null;
    },
    writes: true,
  },
  GetPrintTitleRowsOrNullObject: {
    since: '1.9',
    object: ({ sheet }) =>
      sheet.page.titleRows === null
        ? { kind: 'Null' }
        : { kind: 'Range', sheet, areas: [areaOf(sheet.page.titleRows)] },
  },
};
const BREAKS: Members<FarOf<'PageBreakCollection'>> = {
  Add: {
    since: '1.9',
    object: ({ sheet }, [address = null]) => {
      const { top } = areaOf(address);
      if (top === 0) refuse('nothing comes before the first row');
      sheet.page.breaks = [...new Set([...sheet.page.breaks, top])];
      return { kind: 'PageBreak', sheet };
    },
    writes: true,
  },
  RemovePageBreaks: {
    since: '1.9',
    call: ({ sheet }) => {
      sheet.page.breaks = [];
      return null;
    },
    writes: true,
  },
};
const FOOTER: Members<FarOf<'HeaderFooter'>> = {
  CenterFooter: {
    since: '1.9',
    get: ({ sheet }) => sheet.page.centerFooter,
    set: ({ sheet }, value) => {
      sheet.page.centerFooter = text(value);
    },
    writes: true,
  },
};

type Part = FarOf<'Chart'> | FarOf<'ChartPart'>;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const leftOf = ({ widths, hiddenColumns }: SimSheet, column: number): number =>
  sum(Array.from({ length: column }, (_, n) => (hiddenColumns.has(n) ? 0 : (widths.get(n) ?? DEFAULT_WIDTH))));
const topOf = (sheet: SimSheet, row: number): number => {
  const fitted = fittedHeights(sheet);
  return sum(
    Array.from({ length: row }, (_, n) =>
      sheet.hiddenRows.has(n) ? 0 : (sheet.heights.get(n) ?? fitted.get(n) ?? DEFAULT_HEIGHT),
    ),
  );
};
const points = (value: Json): number => number(value, 0, 1e6);
const chart = (sheet: SimSheet, item: SimChart) => ({ kind: 'Chart', sheet, chart: item, path: '' }) as const;
/** A property of a chart or of one of its parts, stored by its path. */
const told = (
  name: string,
  value: (json: Json) => string | number | boolean,
  since = '1.1',
): Members<Part>[string] => ({
  since,
  get: (far) => far.chart.told.get(`${far.path}${name}`) ?? null,
  set: (far, json) => {
    far.chart.told.set(`${far.path}${name}`, value(json));
  },
  writes: true,
});
const part = (name: string, since = '1.1'): Members<Part>[string] => ({
  since,
  object: ({ sheet, chart: item, path }) => ({ kind: 'ChartPart', sheet, chart: item, path: `${path}${name}.` }),
});
const source = (name: string): Members<Part>[string] => ({
  since: '1.7',
  call: (far, [argument], around) => {
    const range = around.object(argument);
    if (range.kind !== 'Range' || range.sheet !== far.sheet) return refuse('values are a range of the sheet');
    const area = soleArea(range.areas);
    if (area.top !== area.bottom && area.left !== area.right) refuse('values are a row or a column');
    far.chart.told.set(`${far.path}${name}`, toA1Range(area));
    return null;
  },
  writes: true,
});

const CHARTS: Table<FarOf<'ChartCollection'>> = {
  items: ({ sheet }) => sheet.charts.map((item) => ({ id: item.name, far: chart(sheet, item) })),
  members: {
    Add: {
      object: ({ sheet }, [type, range, by], around) => {
        const given = around.object(range);
        oneOf('Auto', 'Columns', 'Rows')(by);
        if (given.kind !== 'Range') refuse('a chart is made of a range');
        const item: SimChart = {
          name: `Biểu đồ ${around.newId()}`,
          type: oneOf('BarClustered', 'ColumnClustered')(type),
          title: '',
          told: new Map(),
          series: 1,
        };
        sheet.charts.push(item);
        return chart(sheet, item);
      },
      writes: true,
    },
    GetItem: {
      object: ({ sheet }, [name]) =>
        chart(
          sheet,
          sheet.charts.find((item) => item.name === name) ??
            ((): never => {
              throw new FarError('ItemNotFound', 'no such chart');
            })(),
        ),
    },
    Indexer: {
      object: ({ sheet }, [name]) =>
        chart(
          sheet,
          sheet.charts.find((item) => item.name === name) ??
            ((): never => {
              throw new FarError('ItemNotFound', 'no such chart');
            })(),
        ),
    },
  },
};
const CHART: Members<Part> = {
  Name: {
    get: (far) => far.chart.name,
    set: (far, value) => {
      far.chart.name = text(value);
    },
    writes: true,
  },
  Delete: {
    call: ({ sheet, chart: item }) => {
      sheet.charts.splice(sheet.charts.indexOf(item), 1);
      return null;
    },
    writes: true,
  },
  SetPosition: {
    call: ({ sheet, chart: item }, [first = null, last = null]) => {
      const [from, to] = [areaOf(first), areaOf(last)];
      const [left, top] = [leftOf(sheet, from.left), topOf(sheet, from.top)];
      for (const [name, value] of Object.entries({
        left,
        top,
        width: leftOf(sheet, to.right + 1) - left,
        height: topOf(sheet, to.bottom + 1) - top,
      }))
        item.told.set(name, value);
      return null;
    },
    writes: true,
  },
  Left: told('left', points),
  Top: told('top', points),
  Width: told('width', points),
  Height: told('height', points),
  ChartType: { since: '1.7', get: (far) => far.chart.type },
  PlotVisibleOnly: told('plotVisibleOnly', truth, '1.8'),
  Title: part('title'),
  Legend: part('legend'),
  Axes: part('axes'),
  Format: part('format'),
  Series: { object: ({ sheet, chart: item }) => ({ kind: 'ChartSeriesCollection', sheet, chart: item, path: '' }) },
};
const seriesOf = ({ sheet, chart: item }: FarOf<'ChartSeriesCollection'>) =>
  Array.from(
    { length: item.series },
    (_, n) => ({ kind: 'ChartPart', sheet, chart: item, path: `series.${n.toString()}.` }) as const,
  );
const SERIES: Members<FarOf<'ChartSeriesCollection'>> = {
  GetItemAt: {
    object: ({ sheet, chart: item }, [at]) => (
      number(at, 0, item.series - 1),
      { kind: 'ChartPart', sheet, chart: item, path: `series.${Number(at).toString()}.` }
    ),
  },
  Add: {
    since: '1.7',
    object: ({ sheet, chart: item }, [name]) => {
      const path = `series.${(item.series++).toString()}.`;
      item.told.set(`${path}name`, text(name));
      return { kind: 'ChartPart', sheet, chart: item, path };
    },
    writes: true,
  },
};
/** Parts of charts differ only in their paths: the members of all of them are listed together. */
const CHART_PART: Members<Part> = {
  Text: told('text', text),
  Visible: told('visible', truth),
  Position: told('position', oneOf('Bottom', 'Maximum', 'OutsideEnd')),
  Name: told('name', text),
  Format: part('format'),
  Font: part('font'),
  Fill: part('fill'),
  Bold: told('bold', truth),
  Size: told('size', (value) => number(value, 1, 409)),
  ValueAxis: part('value'),
  CategoryAxis: part('category'),
  Minimum: told('minimum', (value) => number(value, -1e9, 1e9)),
  // Excel returns the end of an axis, but not whether it is automatic.
  Maximum: {
    ...told('maximum', (value) => number(value, -1e9, 1e9)),
    get: (far) => far.chart.told.get(`${far.path}maximum`) ?? 120,
  },
  ReversePlotOrder: told('reversed', truth, '1.7'),
  GapWidth: told('gapWidth', (value) => number(value, 0, 500), '1.7'),
  Overlap: told('overlap', (value) => number(value, -100, 100), '1.8'),
  HasDataLabels: told('hasDataLabels', truth, '1.7'),
  DataLabels: part('labels', '1.8'),
  NumberFormat: told('numberFormat', text, '1.8'),
  SetSolidColor: {
    call: (far, [value = null]) => {
      far.chart.told.set(`${far.path}colour`, colour(value));
      return null;
    },
    writes: true,
  },
  GetSolidColor: { since: '1.16', call: (far) => far.chart.told.get(`${far.path}colour`) ?? '' },
  GetDimensionDataSourceString: {
    since: '1.15',
    call: (far, [dimension]) => {
      const area = far.chart.told.get(`${far.path}${oneOf('Values', 'Categories')(dimension).toLowerCase()}`);
      return typeof area === 'string' ? `'${far.sheet.name}'!${area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}` : '';
    },
  },
  SetValues: source('values'),
  SetXAxisValues: source('categories'),
};

export const DRAWN_WORKSHEET: Members<FarOf<'Worksheet'>> = {
  StandardHeight: { since: '1.7', get: () => DEFAULT_HEIGHT },
  // Folded rows whose level is at least `rowLevels` are hidden, other folded rows are shown; rows that are not folded
  // keep their state.
  ShowOutlineLevels: {
    since: '1.10',
    call: ({ sheet }, [rowLevels, columnLevels]) => {
      const most = number(rowLevels, 0, 8);
      if (number(columnLevels, 0, 8) !== 0) refuse('folds by rows alone are simulated');
      if (sheet.levels.size === 0) throw new FarError('InvalidOperation', 'nothing is folded');
      for (const [row, level] of sheet.levels)
        if (most > 0) {
          if (level >= most) sheet.hiddenRows.add(row);
          else sheet.hiddenRows.delete(row);
        }
      return null;
    },
    writes: true,
  },
  FreezePanes: { since: '1.7', object: ({ sheet }) => ({ kind: 'WorksheetFreezePanes', sheet }) },
  PageLayout: { since: '1.9', object: ({ sheet }) => ({ kind: 'PageLayout', sheet }) },
  HorizontalPageBreaks: { since: '1.9', object: ({ sheet }) => ({ kind: 'PageBreakCollection', sheet }) },
  Charts: { object: ({ sheet }) => ({ kind: 'ChartCollection', sheet }) },
};

type DrawnKind =
  | 'RangeFont'
  | 'FormatProtection'
  | 'RangeBorderCollection'
  | 'RangeBorder'
  | 'RowFormat'
  | 'DataValidation'
  | 'WorksheetFreezePanes'
  | 'PageLayout'
  | 'PageBreakCollection'
  | 'PageBreak'
  | 'HeaderFooterGroup'
  | 'HeaderFooter'
  | 'ChartCollection'
  | 'Chart'
  | 'ChartPart'
  | 'ChartSeriesCollection';
export const DRAWN_TABLES: Pick<Tables, DrawnKind> = {
  RangeFont: { members: FONT },
  FormatProtection: { members: PROTECTION },
  RangeBorderCollection: { members: BORDERS },
  RangeBorder: { members: BORDER },
  RowFormat: { members: ROW_FORMAT },
  DataValidation: { members: VALIDATION },
  WorksheetFreezePanes: { members: FROZEN },
  PageLayout: { members: PAGE },
  PageBreakCollection: { members: BREAKS },
  PageBreak: { members: {} },
  HeaderFooterGroup: {
    members: { DefaultForAllPages: { since: '1.9', object: ({ sheet }) => ({ kind: 'HeaderFooter', sheet }) } },
  },
  HeaderFooter: { members: FOOTER },
  ChartCollection: CHARTS,
  Chart: { members: CHART },
  ChartPart: { members: CHART_PART },
  ChartSeriesCollection: {
    members: SERIES,
    items: (far) => seriesOf(far).map((line) => ({ id: line.path, far: line })),
  },
};
