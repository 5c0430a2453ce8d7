/**
 * Lines of cells that belong together (one result or one item across all units, or one column of a single unit) and are
 * mostly formulas.
 */
import type { Address } from '../values/address';
import { addressOf, formulaIn, isScoredItem, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';

interface TypedCell {
  readonly at: Address;
  readonly unit: UnitScores;
  readonly item: Item | null;
}

interface FormulaLine {
  readonly what: string;
  readonly along: 'dòng' | 'cột';
  readonly formulas: number;
  /** Cells with a typed number; always fewer than the formulas. */
  readonly typed: readonly TypedCell[];
}

const RESULTS = {
  total: 'tổng điểm',
  selfTotal: 'tổng điểm tự chấm',
  lost: 'tổng điểm bị trừ',
  index: 'chỉ số',
  rank: 'xếp hạng',
} as const;
const RESULT_ROLES = ['total', 'selfTotal', 'lost', 'index', 'rank'] as const;
const ITEM_ROLES = {
  self: 'điểm tự chấm',
  appraised: 'điểm thẩm định',
  lost: 'điểm bị trừ',
  percent: 'tỷ lệ %',
} as const;
type ItemRole = keyof typeof ITEM_ROLES;

/** Yields only lines with a typed number among a majority of formulas. */
export function* formulaLines(sheet: ScoreSheet): Generator<FormulaLine> {
  const { items, units } = sheet;
  const roles = (['self', 'appraised', 'lost', 'percent'] as const).filter((role) =>
    units.some((unit) => unit[role] !== null),
  );
  if (sheet.kind === 'one-unit') {
    const [unit] = units;
    for (const role of unit ? roles : [])
      yield* lineOf(ITEM_ROLES[role], 'cột', items.length, (position) => itemCell(sheet, unit, items[position], role));
    return;
  }
  const along = sheet.kind === 'units-as-columns' ? 'dòng' : 'cột';
  for (const role of RESULT_ROLES)
    yield* lineOf(RESULTS[role], along, units.length, (position) => resultCell(units[position], role));
  for (const role of roles) {
    for (const item of items)
      yield* lineOf(ITEM_ROLES[role], along, units.length, (position) => itemCell(sheet, units[position], item, role));
  }
}

/** `cellOf` returns true for a formula, null for a cell without a number, else the typed cell. */
function* lineOf(
  what: string,
  along: FormulaLine['along'],
  length: number,
  cellOf: (position: number) => TypedCell | true | null,
): Generator<FormulaLine> {
  const typed: TypedCell[] = [];
  let formulas = 0;
  for (let position = 0; position < length; position++) {
    const found = cellOf(position);
    if (found === true) formulas++;
    else if (found) typed.push(found);
    // The remaining cells can no longer outnumber the typed ones.
    if (typed.length * 2 > length) return;
  }
  if (typed.length > 0 && formulas >= 2 && formulas > typed.length) yield { what, along, formulas, typed };
}

function resultCell(unit: UnitScores | undefined, role: keyof typeof RESULTS): TypedCell | true | null {
  const stated = unit?.stated[role];
  if (!unit || !stated || stated.value === null) return null;
  return stated.isFormula ? true : { at: stated.at, unit, item: null };
}

/** Null for points of scored items, which are always typed. */
function itemCell(
  sheet: ScoreSheet,
  unit: UnitScores | undefined,
  item: Item | undefined,
  role: ItemRole,
): TypedCell | true | null {
  if (!unit || !item) return null;
  const isPoints = role === 'self' || role === 'appraised';
  if (isPoints && isScoredItem(item)) return null;
  const holdsNumber = isPoints
    ? unit[role]?.[item.position]?.kind === 'points'
    : (unit[role]?.[item.position] ?? null) !== null;
  if (!holdsNumber) return null;
  const at = addressOf(sheet, unit, item, role);
  if (!at) return null;
  return formulaIn(sheet, at) !== null ? true : { at, unit, item };
}
