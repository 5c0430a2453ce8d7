/** Ranks the units of one-unit sheets among each other, as a whole and by area. */
import { rankedIndex, type AreaResult, type Assessment, type UnitResult } from '../model/assessment';
import type { Ratio } from '../values/ratio';
import type { Settings } from '../model/settings';
import { rankRatios, type Place } from './rank-units';
import { sharedEntries } from '../matching/match-items';
import { isCurrent } from '../matching/split-years';

/**
 * Sheets of other families stay unchanged; a single one-unit sheet gets no rank, and neither does last year's sheet
 * beside this year's.
 */
export function rankAcrossSheets(sheets: readonly Assessment[], settings: Settings): Assessment[] {
  const ranked = sheets.filter((sheet) => isCurrent(sheet) && isAlone(sheet));
  const rank = (ratios: readonly (Ratio | null)[]): readonly (Place | null)[] =>
    ranked.length > 1 ? rankRatios(ratios, settings.ties) : [];
  const overall = rank(ranked.map(({ units: [unit] }) => (unit ? rankedIndex(unit, settings) : null)));
  const numbers = sharedEntries(ranked.map(({ scoreSheet }) => scoreSheet.items));
  const areas = ranked.map(({ units }, position) => areasByNumber(units, numbers[position] ?? []));
  // Only areas that are in every sheet can be compared.
  const common = [...(areas[0]?.keys() ?? [])].filter((area) => areas.every((each) => each.has(area)));
  const byArea = new Map(common.map((area) => [area, rank(areas.map((each) => each.get(area)?.percent ?? null))]));
  return sheets.map((sheet) => {
    if (!isAlone(sheet)) return sheet;
    const position = ranked.indexOf(sheet);
    const placed = (area: AreaResult): AreaResult => ({
      ...area,
      ...rankOf(byArea.get(numbers[position]?.[area.item.position] ?? -1)?.[position]),
    });
    return {
      ...sheet,
      units: sheet.units.map((unit) => ({ ...unit, ...rankOf(overall[position]), areas: unit.areas.map(placed) })),
    };
  });
}

const isAlone = ({ scoreSheet }: Assessment): boolean => scoreSheet.kind === 'one-unit';

const rankOf = (place: Place | null | undefined): Pick<AreaResult, 'rank' | 'rankOf'> => ({
  rank: place?.rank ?? null,
  rankOf: place?.rankOf ?? null,
});

const areasByNumber = (units: readonly UnitResult[], numbers: readonly number[]): ReadonlyMap<number, AreaResult> =>
  new Map(units.flatMap(({ areas }) => areas.map((area) => [numbers[area.item.position] ?? -1, area])));
