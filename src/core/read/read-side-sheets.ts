/**
 * The sheets beside the bảng tổng hợp: `Bộ tiêu chí` (the criteria set) and `Nguyên nhân` (causes by unit and item).
 */
import type { CriteriaLine, CriteriaSet } from '../model/criteria-set';
import type { CauseLine } from '../model/deduction';
import type { Address } from '../values/address';
import type { Decimal } from '../values/decimal';
import { squeeze } from '../values/fold-text';
import { textAt, type Grid } from '../model/grid';
import { parseCode, splitCodeAndName } from './tree/codes';
import { readColumns } from './blocks/columns';
import { findHeader } from './blocks/header-block';
import type { HeaderRole } from './words/header-words';
import { scoreReader } from './numbers/parse-score';
import { sortRows } from './tree/item-rows';
import { buildTree } from './tree/item-tree';

/** Null when the sheet has no table with names and maxima. */
export function readCriteriaSet(grid: Grid): CriteriaSet | null {
  const header = findHeader(grid, (roles) => roles.has('max') && (roles.has('name') || roles.has('code')));
  if (!header) return null;
  const { all, code, name } = readColumns(grid, header);
  const column = (role: HeaderRole): number | null => all.find((each) => each.role === role)?.column ?? null;
  const maxColumn = column('max');
  const stepColumn = column('step');
  if (name === null || maxColumn === null) return null;
  const read = scoreReader(grid, new Map());
  const maxOf = (row: number): { value: Decimal; at: Address } | null => {
    const value = read.maximum(row, maxColumn);
    return value === null ? null : { value, at: { row, column: maxColumn } };
  };
  // Read as a table's own items are, so that both come out as the same tree.
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
            at: { row: item.row, column: maxColumn },
          },
    );
  }
  const criteria = [...new Set(lines)].filter((line) => line !== null);
  return criteria.length > 0 ? { sheet: grid.sheet, criteria } : null;
}

/** Lines with a cause, a responsible body, a person or an explanation. */
export function readCauses(grid: Grid): CauseLine[] {
  const header = findHeader(
    grid,
    (roles) => roles.has('cause') || roles.has('explanation') || roles.has('responsibleBody'),
  );
  if (!header) return [];
  const { all, code, name } = readColumns(grid, header);
  const column = (role: HeaderRole): number | null => all.find((each) => each.role === role)?.column ?? null;
  const unit = column('unit');
  const text = (row: number, at: number | null): string | null =>
    at === null ? null : squeeze(textAt(grid, row, at)) || null;
  const lines: CauseLine[] = [];
  // A name that stands merged over several lines, or is written once above them, holds for all of them.
  let last = { unit: '', code: '', name: '' };
  for (let row = header.body; row < grid.rowCount; row++) {
    const line = {
      cause: text(row, column('cause')),
      responsibleBody: text(row, column('responsibleBody')),
      responsiblePerson: text(row, column('responsiblePerson')),
      explanation: text(row, column('explanation')),
    };
    if (Object.values(line).every((each) => each === null)) continue;
    const item = codeAndName(grid, row, code, name);
    const own = text(row, unit);
    const isSame = item.code === '' && item.name === '' && own === null;
    last = isSame ? last : { ...item, unit: own ?? last.unit };
    if (last.code === '' && last.name === '') continue;
    lines.push({ ...line, ...last, sheet: grid.sheet, at: { row, column: column('cause') ?? 0 } });
  }
  return lines;
}

function codeAndName(
  grid: Grid,
  row: number,
  codeColumn: number | null,
  nameColumn: number | null,
): { code: string; name: string } {
  const stated = codeColumn === null ? '' : squeeze(textAt(grid, row, codeColumn));
  const name = nameColumn === null ? '' : squeeze(textAt(grid, row, nameColumn));
  const split = splitCodeAndName(name);
  if (split && stated === '') return { code: split.code.text, name: split.name };
  return { code: parseCode(stated)?.text ?? stated, name };
}
