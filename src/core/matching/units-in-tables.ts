/**
 * Joins one unit's items of all its tables into one tree: a province keeps all areas on one sheet or each on its own.
 */
import type { Assessment, BookAssessment } from '../model/assessment';
import type { Deduction } from '../model/deduction';
import { valueAt } from '../model/workbook/grid';
import {
  addressOf,
  formulaIn,
  isScoredItem,
  labelOf,
  placeOf,
  type Item,
  type ScoreRole,
  type ScoreSheet,
  type UnitScores,
} from '../model/score-sheet';
import type { TreeEntry } from './match-items';
import { isCurrent } from './split-years';
import { unitSpelling } from './unit-keys';
import { contains, toA1, type Address } from '../values/address';
import { groupsOf } from '../values/group';
import { once } from '../values/once';

/** An item of one unit in one table. */
export interface Place {
  readonly assessment: Assessment;
  readonly unit: UnitScores;
  readonly item: Item;
}

export interface UnitInTables {
  readonly name: string;
  /** True if the name occurs twice in one table, so that a score cannot be assigned to a unit. */
  readonly isTwice: boolean;
  /** Parents before their children; `entries` is the same tree for the matcher. */
  readonly places: readonly Place[];
  readonly entries: readonly TreeEntry[];
}

/** Units of this year's tables, grouped by name. */
export function unitsInTables({ sheets }: BookAssessment): UnitInTables[] {
  const all = sheets
    .filter(isCurrent)
    .flatMap((assessment) => assessment.scoreSheet.units.map((unit) => ({ assessment, unit })));
  const groups = groupsOf(all, ({ unit: { name } }) => unitSpelling(name) || name);
  return [...groups.values()].map((sides): UnitInTables => {
    const places: Place[] = [];
    const entries: TreeEntry[] = [];
    for (const { assessment, unit } of sides) {
      const first = entries.length;
      for (const item of assessment.scoreSheet.items) {
        places.push({ assessment, unit, item });
        entries.push({
          code: item.code,
          name: item.name,
          parent: item.parent < 0 ? -1 : item.parent + first,
          children: item.children.map((child) => child + first),
        });
      }
    }
    const [named] = sides;
    const isTwice = new Set(sides.map(({ assessment }) => assessment)).size < sides.length;
    return { name: named ? named.unit.name : '', isTwice, places, entries };
  });
}

export const isScoredPlace = ({ item }: Place): boolean => isScoredItem(item) && item.listed !== true;
export const placeLabel = ({ item }: Place): string => labelOf(item);
export const tableOf = ({ assessment }: Place): ScoreSheet => assessment.scoreSheet;

export const lossAt = ({ assessment, unit, item }: Place): Deduction | null =>
  lossesOf(assessment).get(unit)?.get(item) ?? null;

const lossesOf = once(({ deductions }: Assessment): ReadonlyMap<UnitScores, ReadonlyMap<Item, Deduction>> => {
  const byUnit = groupsOf(deductions, ({ unit }) => unit);
  return new Map([...byUnit].map(([unit, losses]) => [unit, new Map(losses.map((each) => [each.item, each]))]));
});

/** One merged cell holds the points of several items: nobody can tell how much is whose. */
export function isShared({ assessment: { scoreSheet }, unit, item }: Place, role: ScoreRole, at: Address): boolean {
  const merge = mergesIn(scoreSheet).find((area) => contains(area, at.row, at.column));
  return (
    merge !== undefined &&
    scoreSheet.items.some((other) => {
      const next = other === item || !isScoredItem(other) ? null : addressOf(scoreSheet, unit, other, role);
      return next !== null && contains(merge, next.row, next.column);
    })
  );
}

const mergesIn = once(({ grid: { merges }, table }: ScoreSheet) => merges.filter(({ bottom }) => bottom > table.top));

/** Cells of scores with a formula and no value: a program that is no Excel may write them so. «""» is a value. */
export const cellsWithoutResult = ({ places }: UnitInTables): string[] =>
  places.filter(isScoredPlace).flatMap((place) =>
    (['self', 'appraised'] as const).flatMap((role) => {
      const table = tableOf(place);
      const at = addressOf(table, place.unit, place.item, role);
      const isEmpty = at && valueAt(table.grid, at.row, at.column) === null && formulaIn(table, at) !== null;
      return isEmpty ? [toA1(placeOf(table, at).at)] : [];
    }),
  );

/** The texts above the headings of the unit's only table. */
export function textsAbove({ places: [place] }: UnitInTables): string[] {
  if (!place) return [];
  const { grid, headerRows } = tableOf(place);
  const rows = grid.values.slice(0, Math.max(0, Math.min(...headerRows)));
  return rows.flatMap((row) => (row ?? []).flatMap((value) => (typeof value === 'string' ? value.split('\n') : [])));
}
