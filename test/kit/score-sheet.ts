/**
 * Text tables → ScoreSheet, without the reader: rules and scoring are tested on exactly the content of the table.
 *
 * Units as columns (families A and B): the header is `code | name | max | Xã A.self | Xã A.appraised | Xã A.lost | …`;
 * rows follow. A row whose code cell begins with "=" is a result row (`=total`, `=selfTotal`, `=max`, `=lost`,
 * `=index`, `=rating`, `=rank`, `=change`, `=bonus`, `=penalty`). Levels follow the code (1, 1.1, 1.1.1); a row without
 * a code is a child of the last coded row. Units as rows (family C): the header is `unit | 1 Name (10).appraised | …|
 * =total | =index`, with one row per unit. A cell: 0.5 is a number, 0,5 a text, blank is blank, KĐG, x, #REF!, 4¹,
 * 75,42/94, @date, ??? (no number at all); `{0.5}` has a formula.
 */
import { columnName, type Address } from '../../src/core/values/address';
import { fromText, negate, type Decimal } from '../../src/core/values/decimal';
import { NO_READING } from '../../src/core/model/reading';
import type { CellValue } from '../../src/core/model/workbook/grid';
import {
  RESULT_ROLES,
  SCORE_ROLES,
  type Item,
  type ReadFact,
  type Repair,
  type RoleColumns,
  type Score,
  type ScoreRole,
  type ScoreSheet,
  type StatedNumber,
  type StatedResult,
  type UnitScores,
} from '../../src/core/model/score-sheet';
import { gridOf, type GridExtras } from './grid';

export interface SheetExtras extends GridExtras {
  readonly kind?: ScoreSheet['kind'];
  readonly itemised?: boolean;
  readonly groups?: Readonly<Record<string, string>>;
  readonly unranked?: readonly string[];
  readonly survey?: readonly string[];
  readonly facts?: readonly ReadFact[];
  readonly statedMax?: string;
}

interface Cell {
  readonly text: string;
  readonly isFormula: boolean;
}

export function scoreSheet(table: string, extras: SheetExtras = {}): ScoreSheet {
  const rows = cellsOf(table);
  const [header = []] = rows;
  const columns = header.map(({ text }) => columnOf(text));
  const names = [...new Set(columns.flatMap((column) => (column ? [column.owner] : [])))];
  const itemRows = rows.flatMap((row, at) => (at > 0 && !isResultRow(row) ? [at] : []));
  const items = itemsOf(rows, itemRows, extras);
  const units = names.map((name, index): UnitScores => {
    const own = roleColumns(columns, name);
    const read = <T>(role: ScoreRole, parse: (cell: Cell) => T): T[] | null => {
      const column = own[role];
      return column === undefined ? null : items.map(({ row }) => parse(cellAt(rows, row, column)));
    };
    const results = (role: string): StatedResult[] =>
      rows.flatMap((row, at) => {
        const column = role === 'selfTotal' ? own.self : (own.appraised ?? own.self);
        return row[0]?.text === `=${role}` && column !== undefined
          ? [stated({ row: at, column }, cellAt(rows, at, column))]
          : [];
      });
    const at = { row: 0, column: Math.min(...Object.values(own)) };
    return { position: index, at, columns: own, row: -1, ...standing(name, extras), ...contents(read, results) };
  });
  const resultLines = Object.fromEntries(
    RESULT_ROLES.flatMap((role) =>
      rows.flatMap((row, at) => (row[0]?.text === `=${role}` ? [[role, at] as const] : [])),
    ),
  );
  const maxRow = resultLines['total'] ?? -1;
  return {
    ...common(rows, extras),
    kind: extras.kind ?? (units.length === 1 ? 'one-unit' : 'units-as-columns'),
    items,
    units,
    resultLines,
    codeColumn: 0,
    nameColumn: 1,
    maxLine: 2,
    statedMax:
      extras.statedMax === undefined
        ? null
        : stated({ row: maxRow, column: 2 }, { text: extras.statedMax, isFormula: false }),
  };
}

export function unitRows(table: string, extras: SheetExtras = {}): ScoreSheet {
  const rows = cellsOf(table);
  const header = (rows[0] ?? []).map(({ text }) => text);
  const blocks = new Map<string, Record<string, number>>();
  header.forEach((text, column) => {
    const block = columnOf(text);
    if (block) blocks.set(block.owner, { ...blocks.get(block.owner), [block.role]: column });
  });
  const items = [...blocks].map(([owner, columns], index): Item => {
    const match = /^(\S*) ?(.*?)(?: \(([\d.]+)\))?$/.exec(owner);
    const first = Math.min(...Object.values(columns));
    return {
      ...item(index, match?.[1] ?? '', match?.[2] ?? '', { row: 0, column: first }, fromText(match?.[3] ?? '')),
      columns,
      maxAt: null,
      survey: (extras.survey ?? []).includes(match?.[1] ?? ''),
    };
  });
  const lines = Object.fromEntries(
    RESULT_ROLES.flatMap((role) => (header.includes(`=${role}`) ? [[role, header.indexOf(`=${role}`)] as const] : [])),
  );
  const units = rows.slice(1).map((row, index): UnitScores => {
    const read = <T>(role: ScoreRole, parse: (cell: Cell) => T): T[] | null =>
      items.some(({ columns }) => columns[role] !== undefined)
        ? items.map(({ columns }) => parse(cellAt(rows, index + 1, columns[role] ?? -1)))
        : null;
    const results = (role: string): StatedResult[] =>
      header.flatMap((text, column) =>
        text === `=${role}` ? [stated({ row: index + 1, column }, cellAt(rows, index + 1, column))] : [],
      );
    return {
      position: index,
      at: { row: index + 1, column: 0 },
      columns: {},
      row: index + 1,
      ...standing(row[0]?.text ?? '', extras),
      ...contents(read, results),
    };
  });
  return {
    ...common(rows, extras),
    kind: 'units-as-rows',
    items,
    units,
    resultLines: lines,
    codeColumn: null,
    nameColumn: 0,
    maxLine: null,
    statedMax: null,
  };
}

type Read = <T>(role: ScoreRole, parse: (cell: Cell) => T) => T[] | null;

function contents(
  read: Read,
  results: (role: string) => readonly StatedResult[],
): Omit<UnitScores, 'position' | 'at' | 'columns' | 'row' | 'name' | 'group' | 'ranked'> {
  const appraised = read('appraised', scoreOf);
  return {
    self: read('self', scoreOf),
    appraised,
    awardedRole: appraised ? 'appraised' : 'self',
    max: read('max', ({ text }) => fromText(text)),
    lost: read('lost', statedNumber),
    percent: read('percent', statedNumber),
    stated: Object.fromEntries(RESULT_ROLES.flatMap((role) => results(role).map((result) => [role, result]))),
    bonus: results('bonus'),
    penalty: results('penalty'),
  };
}

const standing = (name: string, extras: SheetExtras): Pick<UnitScores, 'name' | 'group' | 'ranked'> => ({
  name,
  group: extras.groups?.[name] ?? null,
  ranked: !(extras.unranked ?? []).includes(name),
});

function common(
  rows: readonly (readonly Cell[])[],
  extras: SheetExtras,
): Pick<ScoreSheet, 'sheet' | 'grid' | 'itemised' | 'table' | 'headerRows' | 'facts' | 'reading'> {
  const formulas = Object.fromEntries(
    rows.flatMap((row, at) =>
      row.flatMap((cell, column) => (cell.isFormula ? [[`${columnName(column)}${String(at + 1)}`, 'SUM(1)']] : [])),
    ),
  );
  const grid = gridOf(
    rows.map((row) => row.map(({ text }) => valueOf(text))),
    { ...extras, formulas: { ...formulas, ...extras.formulas } },
  );
  return {
    sheet: extras.sheet ?? 'Bảng tổng hợp',
    grid,
    table: { top: 0, left: 0, bottom: grid.rowCount - 1, right: grid.columnCount - 1 },
    itemised: extras.itemised ?? true,
    headerRows: [0],
    facts: extras.facts ?? [],
    reading: NO_READING,
  };
}

const cellsOf = (table: string): Cell[][] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.split('|').map((cell) => {
        const formula = /^\{(.*)\}$/.exec(cell.trim());
        return { text: formula?.[1] ?? cell.trim(), isFormula: formula !== null };
      }),
    );

const cellAt = (rows: readonly (readonly Cell[])[], row: number, column: number): Cell =>
  rows[row]?.[column] ?? { text: '', isFormula: false };
const isResultRow = (row: readonly Cell[]): boolean => row[0]?.text.startsWith('=') ?? false;

function columnOf(text: string): { owner: string; role: ScoreRole } | null {
  const match = /^(.*)\.(\w+)$/.exec(text);
  const role = SCORE_ROLES.find((each) => each === match?.[2]);
  return match && role ? { owner: match[1] ?? '', role } : null;
}

const roleColumns = (columns: readonly ({ owner: string; role: ScoreRole } | null)[], name: string): RoleColumns =>
  Object.fromEntries(columns.flatMap((column, at) => (column?.owner === name ? [[column.role, at] as const] : [])));

function itemsOf(rows: readonly (readonly Cell[])[], itemRows: readonly number[], extras: SheetExtras): Item[] {
  const drafts: (Omit<Item, 'children'> & { children: number[] })[] = [];
  let coded = -1;
  for (const row of itemRows) {
    const code = cellAt(rows, row, 0).text;
    const name = cellAt(rows, row, 1).text;
    const index = drafts.length;
    const prefix = code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : '';
    const parent = code === '' ? coded : prefix === '' ? -1 : drafts.findLastIndex((each) => each.code === prefix);
    const above = drafts[parent];
    above?.children.push(index);
    if (code !== '') coded = index;
    drafts.push({
      ...item(
        index,
        code,
        name,
        { row, column: code === '' ? 1 : 0 },
        fromText(cellAt(rows, row, 2).text.replace(',', '.')),
      ),
      children: [],
      level: above ? above.level + 1 : 0,
      parent: above ? parent : -1,
      area: above ? above.area : index,
      survey: (extras.survey ?? []).includes(code),
    });
  }
  return drafts;
}

const item = (index: number, code: string, name: string, at: Address, max: Decimal | null): Item => ({
  position: index,
  code,
  statedCode: code,
  name,
  level: 0,
  parent: -1,
  children: [],
  area: index,
  survey: false,
  max,
  maxAt: max === null ? null : { row: at.row, column: 2 },
  row: at.row,
  column: at.column,
  columns: {},
});

function numberOf(text: string): { value: Decimal; of: Decimal | null; repairs: Repair[] } | null {
  const repairs: Repair[] = /^-?\d+(\.\d+)?$/.test(text) ? [] : ['text'];
  const [first = '', second] = text.replace(/[−–]/g, '-').replace('- ', '-').replaceAll(',', '.').split('/');
  if (first.endsWith('¹')) repairs.push('footnote');
  const value = fromText(first.replace('¹', ''));
  const of = second === undefined ? null : fromText(second);
  if (value === null || (second !== undefined && of === null)) return null;
  return { value, of, repairs: of === null ? repairs : [...repairs, 'fraction-max'] };
}

export function scoreOf({ text }: Cell): Score {
  if (text === '' || text.startsWith('Chưa')) return { kind: 'notYetScored', text };
  if (text === 'KĐG') return { kind: 'notApplicable', text };
  if (/^[x/-]$/.test(text)) return { kind: 'ambiguous', text };
  if (text.startsWith('#')) return { kind: 'damaged', text, problem: 'error' };
  if (text === '@date') return { kind: 'damaged', text: '44621', problem: 'date' };
  const number = numberOf(text);
  return number
    ? { kind: 'points', points: number.value, of: number.of, repairs: number.repairs }
    : { kind: 'damaged', text, problem: 'number' };
}

function statedNumber({ text }: Cell): StatedNumber | null {
  const number = numberOf(text);
  return number && { value: number.value < 0 ? negate(number.value) : number.value, repairs: number.repairs };
}

function stated(at: Address, { text, isFormula }: Cell): StatedResult {
  const number = numberOf(text.replace('%', ''));
  return { at, text, value: number?.value ?? null, of: number?.of ?? null, isFormula, isBlank: text === '' };
}

function valueOf(text: string): CellValue {
  if (text === '') return null;
  if (text.startsWith('#')) return { error: text };
  if (text === '@date') return 44621;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
