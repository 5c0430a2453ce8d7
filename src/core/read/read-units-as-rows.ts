/** Family C: units down the rows, areas across the columns, or only the points of the whole. */
import type { Address } from '../model/address';
import { fromText, type Decimal } from '../model/decimal';
import { plainKey, squeeze } from '../model/fold-text';
import { isBlank, textAt, valueAt, type Grid } from '../model/grid';
import type { Item, ReadFact, ResultRole, Score, ScoreSheet, StatedNumber, StatedResult, UnitScores } from '../model/score-sheet';
import { parseCode, splitCodeAndName } from './codes';
import type { Columns } from './columns';
import { namesMaximum, type Block, type Layout } from './find-layout';
import { numbersColumns, type HeaderBlock } from './header-block';
import { maximumInText, withoutMaximum, type HeaderRole } from './header-words';
import { hiddenFacts } from './hidden-data';
import type { ScoreReader } from './parse-score';
import { namesUnranked } from './result-words';

type ByRows = Extract<Layout, { kind: 'units-as-rows' }>;

const RESULTS: readonly ResultRole[] = ['total', 'selfTotal', 'max', 'lost', 'index', 'rating', 'rank', 'change'];
const SUMMARY_ROW = /^(tong( cong| so)?|cong|trung binh.*|binh quan.*|cao nhat|thap nhat)$/;
const SURVEY = /dieu tra xa hoi hoc|xhh|sipas|hai long|khao sat/;

export function readUnitsAsRows(grid: Grid, header: HeaderBlock, columns: Columns, layout: ByRows, read: ScoreReader): ScoreSheet {
  const nameColumn = columns.unit ?? 0;
  const blocks = layout.areas.length > 0 ? layout.areas : [wholeBlock(layout.whole)];
  const itemised = layout.areas.length > 0;
  const scoreColumns = blocks.flatMap(({ columns: { self, appraised } }) => [self, appraised].filter((each) => each !== undefined));
  const rows = unitRows(grid, header, columns, scoreColumns);
  const items = blocks.map((block, index) => areaItem(header, block, index, rows.maxRow, read, itemised));
  const awardedRole = blocks.some((block) => block.columns.appraised !== undefined) ? 'appraised' : 'self';
  const lines: Partial<Record<ResultRole, number>> = {};
  for (const role of RESULTS) {
    const column = layout.whole[role];
    if (column !== undefined && !scoreColumns.includes(column)) lines[role] = column;
  }
  const units = rows.units.map(({ row, group }, index): UnitScores => {
    const of = (role: 'self' | 'appraised'): Score[] | null =>
      items.some((item) => item.columns[role] !== undefined)
        ? items.map((item) => (item.columns[role] === undefined ? { kind: 'notYetScored', text: '' } : read.score(row, item.columns[role])))
        : null;
    const numbers = (role: 'lost' | 'percent', one: (row: number, column: number) => StatedNumber | null): (StatedNumber | null)[] | null =>
      items.some((item) => item.columns[role] !== undefined)
        ? items.map((item) => (item.columns[role] === undefined ? null : one(row, item.columns[role])))
        : null;
    const stated: Partial<Record<ResultRole, StatedResult>> = {};
    for (const role of Object.keys(lines) as ResultRole[]) stated[role] = read.result(row, lines[role] ?? 0);
    const outside = (role: HeaderRole): StatedResult[] => (layout.whole[role] === undefined ? [] : [read.result(row, layout.whole[role])]);
    const groupColumn = columns.group === null ? null : squeeze(textAt(grid, row, columns.group)) || null;
    return {
      index,
      name: squeeze(textAt(grid, row, nameColumn)),
      group: groupColumn ?? group,
      ranked: !(grid.values[row] ?? []).some((cell) => typeof cell === 'string' && namesUnranked(cell)),
      at: { row, column: nameColumn },
      columns: {},
      row,
      self: of('self'),
      appraised: of('appraised'),
      awardedRole,
      max: items.some((item) => item.columns.max !== undefined)
        ? items.map((item) => (item.columns.max === undefined ? null : read.maximum(row, item.columns.max)))
        : null,
      lost: numbers('lost', read.loss),
      percent: numbers('percent', read.percent),
      stated,
      bonus: outside('bonus'),
      penalty: outside('penalty'),
    };
  });
  const hasMaximum = items.some((item) => item.max !== null) || units.some((unit) => unit.max !== null || hasFraction(unit));
  return {
    sheet: grid.sheet,
    kind: 'units-as-rows',
    grid,
    table: {
      top: header.top,
      left: Math.min(...columns.all.map((each) => each.column)),
      bottom: Math.max(header.body - 1, ...rows.units.map((unit) => unit.row)),
      right: Math.max(...columns.all.map((each) => each.column)),
    },
    headerRows: Array.from({ length: header.body - header.top }, (_, at) => header.top + at),
    items,
    units,
    itemised,
    resultLines: lines,
    codeColumn: columns.code,
    nameColumn,
    maxLine: rows.maxRow,
    statedMax: statedMaxOf(header, layout, rows.maxRow, read),
    facts: [
      ...columns.facts,
      ...rows.facts,
      ...hiddenFacts(grid, rows.units.map((unit) => unit.row), scoreColumns),
      ...(hasMaximum ? [] : [{ kind: 'no-maximum' } as const]),
    ],
  };
}

const hasFraction = (unit: UnitScores): boolean =>
  [...(unit.self ?? []), ...(unit.appraised ?? [])].some((score) => score.kind === 'points' && score.of !== null);

/** The one item of a sheet that has only points of the whole. */
function wholeBlock(whole: ByRows['whole']): Block {
  const appraised = whole.appraised ?? whole.points ?? (whole.self === undefined ? whole.total : undefined);
  const self = whole.self;
  return {
    name: 'Tổng điểm',
    column: appraised ?? self ?? 0,
    columns: {
      ...(self === undefined ? {} : { self }),
      ...(appraised === undefined ? {} : { appraised }),
      ...(whole.max === undefined ? {} : { max: whole.max }),
      ...(whole.cause === undefined ? {} : { cause: whole.cause }),
    },
  };
}

function areaItem(header: HeaderBlock, block: Block, index: number, maxRow: number | null, read: ScoreReader, itemised: boolean): Item {
  const heading = header.paths[block.column] ?? [];
  const inText = [block.name, ...heading].map(maximumInText).find((text) => text !== null) ?? null;
  const scoreColumn = block.columns.appraised ?? block.columns.self ?? block.column;
  const maxColumn = maxRow === null ? null : [scoreColumn, block.column].find((column) => read.maximum(maxRow, column) !== null);
  const maxAt: Address | null = maxRow === null || maxColumn === null || maxColumn === undefined ? null : { row: maxRow, column: maxColumn };
  const bare = withoutMaximum(block.name);
  const split = splitCodeAndName(bare);
  const numbered = heading.map((text) => parseCode(text)).find((code) => code?.kind === 'arabic');
  const max: Decimal | null = maxAt ? read.maximum(maxAt.row, maxAt.column) : inText === null ? null : fromText(inText.replace(',', '.'));
  return {
    index,
    code: itemised ? (split?.code.text ?? numbered?.text ?? String(index + 1)) : '',
    statedCode: split?.code.text ?? numbered?.text ?? '',
    name: split?.name ?? bare,
    level: 0,
    parent: -1,
    children: [],
    area: index,
    survey: SURVEY.test(plainKey(block.name)),
    max,
    maxAt,
    row: header.top,
    column: block.column,
    columns: block.columns,
  };
}

interface UnitRow {
  readonly row: number;
  readonly group: string | null;
}

/** Rows that name a unit; rows that only name a khối open that khối; a row of maxima and rows of totals are no units. */
function unitRows(grid: Grid, header: HeaderBlock, columns: Columns, scores: readonly number[]): { units: UnitRow[]; maxRow: number | null; facts: ReadFact[] } {
  const units: UnitRow[] = [];
  const facts: ReadFact[] = [];
  const unitColumn = columns.unit ?? 0;
  const headings = new Set([header.top, header.bottom].map((row) => plainKey(textAt(grid, row, unitColumn))).filter((key) => key !== ''));
  let maxRow: number | null = null;
  let group: string | null = null;
  const end = lastUnitRow(grid, header, columns, scores);
  for (let row = header.body; row <= end; row++) {
    const name = squeeze(textAt(grid, row, unitColumn));
    const code = columns.code === null ? '' : squeeze(textAt(grid, row, columns.code));
    const scored = scores.some((column) => !isBlank(valueAt(grid, row, column)));
    const key = plainKey(name === '' ? code : name);
    if (key === '' || numbersColumns(grid, row)) continue;
    if (headings.has(key)) facts.push({ kind: 'repeated-header', at: { row, column: unitColumn } });
    else if (namesMaximum(key)) maxRow ??= row;
    else if (SUMMARY_ROW.test(key)) continue;
    else if (!scored && namesGroup(code, name)) group = name === '' ? (splitCodeAndName(code)?.name ?? code) : name;
    else if (name !== '') units.push({ row, group });
  }
  return { units, maxRow, facts };
}

/** «I | KHỐI SỞ», «A. Các phường»: a heading over units, not a unit that has no scores yet. */
function namesGroup(code: string, name: string): boolean {
  const text = name === '' ? code : name;
  if (/^\d+\.?$/.test(code)) return false;
  const kind = parseCode(code)?.kind;
  return name === '' || kind === 'roman' || kind === 'letter-section' || kind === 'letter' || /^(khoi|nhom|cac) /.test(plainKey(text)) || text === text.toLocaleUpperCase('vi');
}

/** The last row with a score, or with an ordinal number and a name; signatures stand lower and have neither. */
function lastUnitRow(grid: Grid, header: HeaderBlock, columns: Columns, scores: readonly number[]): number {
  let last = header.body - 1;
  let gap = 0;
  for (let row = header.body; row < grid.rowCount && gap <= 20; row++) {
    const named = !isBlank(valueAt(grid, row, columns.unit ?? 0));
    const scored = named && scores.some((column) => !isBlank(valueAt(grid, row, column)));
    const listed = named && columns.code !== null && /^\d+\.?$/.test(squeeze(textAt(grid, row, columns.code)));
    gap = named || scored ? 0 : gap + 1;
    if (scored || listed) last = row;
  }
  return last;
}

/** «Tổng điểm (100 điểm)», or the total's cell in the row of maxima. */
function statedMaxOf(header: HeaderBlock, layout: ByRows, maxRow: number | null, read: ScoreReader): StatedResult | null {
  const column = layout.whole.total;
  if (column === undefined) return null;
  const inRow = maxRow === null ? null : read.result(maxRow, column);
  if (inRow && !inRow.isBlank) return inRow;
  const text = (header.paths[column] ?? []).map(maximumInText).find((each) => each !== null) ?? null;
  if (text === null) return null;
  const at = { row: header.bottom, column };
  return { at, text, value: fromText(text.replace(',', '.')), of: null, isFormula: false, isBlank: false };
}
