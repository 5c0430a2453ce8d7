/** Lines of cells that belong together: one result or one item across all units, or one column of a single unit's items. */
import { keyOf, type Address } from '../model/address';
import { addressOf, isScoredItem, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';

export interface LineCell {
  readonly at: Address;
  readonly unit: UnitScores;
  readonly item: Item | null;
  readonly isFormula: boolean;
}

export interface FormulaLine {
  readonly what: string;
  readonly along: 'dòng' | 'cột';
  /** Cells that hold a number, typed or computed. */
  readonly cells: readonly LineCell[];
}

const RESULTS = { total: 'tổng điểm', selfTotal: 'tổng điểm tự chấm', lost: 'tổng điểm bị trừ', index: 'chỉ số', rank: 'xếp hạng' } as const;
const RESULT_ROLES = ['total', 'selfTotal', 'lost', 'index', 'rank'] as const;
const ITEM_ROLES = { self: 'điểm tự chấm', appraised: 'điểm thẩm định', lost: 'điểm bị trừ', percent: 'tỷ lệ %' } as const;
type ItemRole = keyof typeof ITEM_ROLES;

export function* formulaLines(sheet: ScoreSheet): Generator<FormulaLine> {
  const isColumns = sheet.kind === 'units-as-columns';
  if (sheet.kind === 'one-unit') {
    for (const unit of sheet.units) for (const role of itemRoles(unit)) yield { what: ITEM_ROLES[role], along: 'cột', cells: sheet.items.flatMap((item) => itemCell(sheet, unit, item, role)) };
    return;
  }
  const along = isColumns ? 'dòng' : 'cột';
  for (const role of RESULT_ROLES) {
    const cells = sheet.units.flatMap((unit): LineCell[] => {
      const stated = unit.stated[role];
      return !stated || stated.value === null ? [] : [{ at: stated.at, unit, item: null, isFormula: stated.isFormula }];
    });
    yield { what: RESULTS[role], along, cells };
  }
  const [first] = sheet.units;
  for (const role of first ? itemRoles(first) : []) {
    for (const item of sheet.items) yield { what: ITEM_ROLES[role], along, cells: sheet.units.flatMap((unit) => itemCell(sheet, unit, item, role)) };
  }
}

const itemRoles = (unit: UnitScores): ItemRole[] => (['self', 'appraised', 'lost', 'percent'] as const).filter((role) => unit[role] !== null);

/** The cell of one item where it holds a number; points of scored items are always typed. */
function itemCell(sheet: ScoreSheet, unit: UnitScores, item: Item, role: ItemRole): LineCell[] {
  const isPoints = role === 'self' || role === 'appraised';
  if (isPoints && isScoredItem(item)) return [];
  const holdsNumber = isPoints ? unit[role]?.[item.index]?.kind === 'points' : (unit[role]?.[item.index] ?? null) !== null;
  const at = holdsNumber ? addressOf(sheet, unit, item, role) : null;
  return at ? [{ at, unit, item, isFormula: sheet.grid.formulas.has(keyOf(at)) }] : [];
}
