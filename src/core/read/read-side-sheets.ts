/** The sheets beside the bảng tổng hợp: `Bộ tiêu chí` (the criteria set) and `Nguyên nhân` (causes by unit and item). */
import type { CriteriaLine, CriteriaSet } from '../model/criteria-set';
import type { CauseLine } from '../model/deduction';
import { squeeze } from '../values/fold-text';
import { textAt, type Grid } from '../model/grid';
import { parseCode, splitCodeAndName } from './tree/codes';
import { readColumns } from './blocks/columns';
import { findHeader } from './blocks/header-block';
import type { HeaderRole } from './words/header-words';
import { scoreReader } from './numbers/parse-score';
import { roleOfLine } from './words/result-words';

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
  const criteria: CriteriaLine[] = [];
  for (let row = header.body; row < grid.rowCount; row++) {
    const line = codeAndName(grid, row, code, name);
    const max = read.maximum(row, maxColumn);
    // Sums, section headings without a code, and the header printed again after a page break are no criteria.
    const isCoded = parseCode(line.code) !== null;
    if (line.name === '' || (!isCoded && (max === null || roleOfLine(line.name) !== null))) continue;
    criteria.push({
      ...line,
      max,
      step: stepColumn === null ? null : read.maximum(row, stepColumn),
      at: { row, column: maxColumn },
    });
  }
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
