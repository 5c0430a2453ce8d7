/**
 * Fonts from before Unicode, in which text is not what it looks like elsewhere: asked only of sheets whose text looks
 * like it, because a font cell by cell is a large answer.
 */
import { mayBeOld, oldFontOf, type OldFont } from '../../../core/values/old-fonts';
import { cellKey, toA1Range, type CellKey } from '../../../core/values/address';
import type { Used } from './snapshot';

/** Cells whose fonts are asked in one answer; a table with its headings is smaller. */
const MOST_CELLS = 60_000;

/** Null where nothing is to be asked; else what gives the fonts after the next sync. */
export function askFonts(sheet: Excel.Worksheet, used: Used | null): (() => ReadonlyMap<CellKey, OldFont>) | null {
  if (!used?.values.some((line) => line.some((value) => typeof value === 'string' && mayBeOld(value)))) return null;
  const width = Math.max(1, used.values[0]?.length ?? 1);
  const height = Math.min(used.values.length, Math.floor(MOST_CELLS / width));
  if (height < 1) return null;
  const area = { top: used.top, left: used.left, bottom: used.top + height - 1, right: used.left + width - 1 };
  const told = sheet.getRange(toA1Range(area)).getCellProperties({ format: { font: { name: true } } });
  return () => {
    const fonts = new Map<CellKey, OldFont>();
    told.value.forEach((line, y) => {
      line.forEach((cell, x) => {
        const font = oldFontOf(cell.format?.font?.name ?? '');
        if (font && typeof used.values[y]?.[x] === 'string') fonts.set(cellKey(used.top + y, used.left + x), font);
      });
    });
    return fonts;
  };
}
