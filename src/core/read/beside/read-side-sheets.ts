/**
 * Reads the sheets beside the bảng tổng hợp: `Bộ tiêu chí`, whose maxima serve a sheet without any, and the texts that
 * the officer typed in «Điểm bị trừ».
 */
import type { CriteriaLine, CriteriaSet } from '../../model/criteria-set';
import type { DeductionLine } from '../../model/deduction';
import { type Address, cellKey } from '../../values/address';
import { type Decimal, fromNumber, toTyped } from '../../values/decimal';
import { plainKey, squeeze } from '../../values/fold-text';
import { mergeAt, textAt, type Grid, valueAt } from '../../model/workbook/grid';
import { readColumns } from '../blocks/columns';
import { findHeader } from '../blocks/header-block';
import type { HeaderRole } from '../words/header-words';
import { scoreReader } from '../numbers/parse-score';
import { sortRows } from '../tree/item-rows';
import { buildTree } from '../tree/item-tree';
import { isAddinText } from '../../model/addin-sheet';
import {
  CAUSE_COLUMNS,
  DEDUCTION_LABELS,
  REMEDY_COLUMNS,
  deductionRows,
  deductionTable,
  type DeductionColumn,
} from '../../model/deduction-sheet';
import { dateOf } from '../../values/date-of';
import { matchToCriteria, namesAppraiser } from '../../matching/match-criteria';
import type { Item, ScoreSheet } from '../../model/score-sheet';

/** Returns null if the sheet has no table with names and maxima. */
export function readCriteriaSet(grid: Grid): CriteriaSet | null {
  const header = findHeader(grid, (roles) => roles.has('max') && (roles.has('name') || roles.has('code')));
  if (!header) return null;
  const { all, code, name } = readColumns(grid, header);
  const column = (role: HeaderRole): number | null => all.find((each) => each.role === role)?.column ?? null;
  const maxColumn = column('max');
  const stepColumn = column('step');
  const appraisers = all.find(({ path }) => namesAppraiser(plainKey(path.join(' '))))?.column ?? null;
  const appraiserOf = (row: number): string | null =>
    appraisers === null ? null : squeeze(textAt(grid, mergeAt(grid, row, appraisers)?.top ?? row, appraisers)) || null;
  if (name === null || maxColumn === null) return null;
  const read = scoreReader(grid, new Map());
  const maxOf = (row: number): { value: Decimal; at: Address } | null => {
    const value = read.maximum(row, maxColumn);
    return value === null ? null : { value, at: { row, column: maxColumn } };
  };
  // Read like the items of a table, so that both result in the same tree.
  const { items: rows } = sortRows(grid, header, { code, name, max: [maxColumn], scores: [] });
  const lines: (CriteriaLine | null)[] = [];
  for (const item of buildTree(rows, maxOf, code ?? name, []).items) {
    const above = lines[item.parent] ?? null;
    lines.push(
      item.name === ''
        ? above
        : {
            code: item.code,
            name: item.name,
            above,
            max: item.max,
            step: stepColumn === null ? null : read.maximum(item.row, stepColumn),
            appraiser: appraiserOf(item.row) ?? above?.appraiser ?? null,
            at: { row: item.row, column: maxColumn },
          },
    );
  }
  const criteria = [...new Set(lines)].filter((line) => line !== null);
  return criteria.length > 0 ? { sheet: grid.sheet, criteria } : null;
}

/** Returns every line in order, also blank ones, because lines with the same name are told apart by their position. */
export function readDeductionLines(grid: Grid): DeductionLine[] {
  const table = deductionTable(grid);
  if (!table) return [];
  return deductionRows(grid, table).flatMap(({ row, kind, source }) => {
    if (kind !== 'line') return [];
    const column = (role: DeductionColumn): number => table.columns.get(DEDUCTION_LABELS[role]) ?? -1;
    const text = (role: DeductionColumn): string => squeeze(textAt(grid, row, column(role)));
    const typed = (role: DeductionColumn): string | null => typedText(grid, row, column(role));
    return {
      unit: text('unit'),
      area: text('area'),
      code: text('code'),
      name: text('name'),
      sheet: grid.sheet,
      at: { row, column: column('cause') },
      source,
      cause: typed('cause'),
      responsibleBody: typed('responsibleBody'),
      responsiblePerson: typed('responsiblePerson'),
      explanation: typed('explanation'),
      remedy: typed('remedy'),
      remedyDue: typed('remedyDue'),
      remedyStatus: typed('remedyStatus'),
    };
  });
}

/**
 * Rows of «Điểm bị trừ» that hold words about a loss and still are no line, because they lack the unit, or the loss and
 * the link. Signatures stand apart from the lines and have neither unit nor code.
 */
export function unreadDeductionLines(grid: Grid): string[] {
  const table = deductionTable(grid);
  if (!table) return [];
  let last = table.row;
  return deductionRows(grid, table).flatMap(({ row, kind, unit, code, name }) => {
    const isBelow = row === last + 1;
    if (kind !== 'other') {
      last = row;
      return [];
    }
    if (isBelow) last = row;
    const isTyped = [...CAUSE_COLUMNS, ...REMEDY_COLUMNS].some(
      (role) => typedText(grid, row, table.columns.get(DEDUCTION_LABELS[role]) ?? -1) !== null,
    );
    const title = [code, name].filter((text) => text !== '').join(' ');
    return isTyped && title !== '' && (isBelow || unit !== '' || code !== '')
      ? `dòng ${String(row + 1)} «${title}»`
      : [];
  });
}

/** The text as typed; null for a blank cell and for one that this program wrote. */
export function typedText(grid: Grid, row: number, column: number): string | null {
  const value = valueAt(grid, row, column);
  const formula = grid.formulas.get(cellKey(row, column));
  if (value === null || typeof value === 'object' || (formula !== undefined && isAddinText(formula))) return null;
  if (typeof value === 'number') return grid.dates.has(cellKey(row, column)) ? shownDate(value) : shownNumber(value);
  return String(value).trim() || null;
}

function shownDate(serial: number): string {
  const date = dateOf(serial);
  if (!date) return String(serial);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${String(date.getUTCFullYear())}`;
}

function shownNumber(value: number): string {
  const exact = fromNumber(value);
  return exact === null ? String(value) : toTyped(exact);
}

/**
 * Fills in maxima from the criteria set. Returns the sheet unchanged if it states any maximum or if there is no set.
 */
export function withCriteria(sheet: ScoreSheet, criteria: CriteriaSet | null): ScoreSheet {
  if (!criteria || sheet.items.some((item) => item.max !== null) || sheet.units.some((unit) => unit.max !== null))
    return sheet;
  const { matched, ambiguous } = matchToCriteria(sheet.items, criteria);
  const lines = new Map<Item, readonly CriteriaLine[]>([
    ...ambiguous.map(({ item, lines }) => [item, lines] as const),
    ...matched.map(({ item, line }) => [item, [line]] as const),
  ]);
  const items = sheet.items.map((item): Item => ({ ...item, max: maximumOf(lines.get(item) ?? []) }));
  if (items.every((item) => item.max === null)) return sheet;
  return {
    ...sheet,
    items,
    // Items without a maximum in the set are reported one by one.
    facts: sheet.facts.filter(
      (fact) => fact.kind !== 'no-maximum' && !(fact.kind === 'missing-column' && fact.role === 'max'),
    ),
  };
}

/** The maximum, if all lines that may be meant agree on it. */
function maximumOf([first, ...others]: readonly CriteriaLine[]): CriteriaLine['max'] {
  return first && others.every(({ max }) => max === first.max) ? first.max : null;
}
