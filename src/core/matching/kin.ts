/** Tables of one workbook that speak of the same units in the same year: what one of them says holds for the other. */
import type { ScoreSheet } from '../model/score-sheet';
import { unitKey } from './unit-keys';

interface Dated {
  readonly scoreSheet: ScoreSheet;
  readonly year: number | null;
}

/** By position, all tables that are tied to it, itself among them; none where it is alone. Tied ones share one list. */
export function kinOf<T extends Dated>(tables: readonly T[]): (readonly T[])[] {
  const groups = tables.map((table) => [table]);
  if (tables.length < 2) return tables.map(() => []);
  const seen = new Map<string, number>();
  const years = yearsOf(tables);
  tables.forEach(({ scoreSheet, year }, position) => {
    for (const { name } of scoreSheet.units) {
      const key = unitKey(name);
      const known = years.get(key);
      const own = year ?? (known?.size === 1 ? [...known][0] : null);
      if (key === '' || (own === null && known !== undefined)) continue;
      const place = `${key} ${own ?? ''}`;
      const other = seen.get(place);
      if (other === undefined) seen.set(place, position);
      else join(groups, other, position);
    }
  });
  return groups.map((group) => (group.length > 1 ? group : []));
}

/** Years that tables say of each unit: a table without a year belongs to the only one. */
function yearsOf(tables: readonly Dated[]): Map<string, Set<number>> {
  const years = new Map<string, Set<number>>();
  for (const { scoreSheet, year } of tables) {
    if (year === null) continue;
    for (const { name } of scoreSheet.units) {
      const key = unitKey(name);
      years.set(key, (years.get(key) ?? new Set()).add(year));
    }
  }
  return years;
}

function join(groups: unknown[][], one: number, other: number): void {
  const [kept, moved] = [groups[one], groups[other]];
  if (!kept || !moved || kept === moved) return;
  kept.push(...moved);
  groups.forEach((group, position) => {
    if (group === moved) groups[position] = kept;
  });
}
