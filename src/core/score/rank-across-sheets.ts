/** One sheet per unit is one ranking: units of one-unit sheets are ranked among each other. */
import type { Assessment } from '../model/assessment';
import type { Settings } from '../model/settings';
import { rankRatios } from './rank-units';
import { rankedIndex } from './score-units';

/** Sheets of other families, and a workbook with a single one-unit sheet, stay as they are; a unit alone has no rank. */
export function rankAcrossSheets(sheets: readonly Assessment[], settings: Settings): Assessment[] {
  const alone = sheets.filter(({ scoreSheet }) => scoreSheet.kind === 'one-unit');
  const ratios = alone.map(({ units }) => (units[0] ? rankedIndex(units[0], settings) : null));
  const places = alone.length > 1 ? rankRatios(ratios, settings.ties) : [];
  return sheets.map((sheet) => {
    if (sheet.scoreSheet.kind !== 'one-unit') return sheet;
    const place = places[alone.indexOf(sheet)];
    const units = sheet.units.map((unit) => ({
      ...unit,
      rank: place?.rank ?? null,
      rankOf: place?.rankOf ?? null,
      areas: unit.areas.map((area) => ({ ...area, rank: null, rankOf: null })),
    }));
    return { ...sheet, units };
  });
}
