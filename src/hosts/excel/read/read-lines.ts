/**
 * Reads the cells of large sheets some rows at a time. Here alone the number of syncs grows, and only with the size in
 * bytes.
 */
import type { Area2D } from '../../../core/values/address';
import { isTooLarge } from '../faults';
import type { Input } from './snapshot';

export interface Place {
  readonly sheet: Excel.Worksheet;
  readonly area: Area2D;
}

interface Lines {
  readonly values: Input[][];
  readonly formulas: Input[][];
  readonly numberFormat: string[][];
}

/** At about 60 characters per cell, an answer stays well under 5 MB. If texts are longer, the pieces get smaller. */
const MOST_CELLS = 40_000;
const LEAST_CELLS = 500;

/** Keyed by the sheet's id, which must be loaded. */
export async function readLines(
  context: Excel.RequestContext,
  places: readonly Place[],
  members: string,
  most = MOST_CELLS,
): Promise<Map<string, Lines>> {
  try {
    return await readPieces(context, places, members, most);
  } catch (error) {
    if (!isTooLarge(error) || most < LEAST_CELLS) throw error;
    return await readLines(context, places, members, most / 4);
  }
}

async function readPieces(
  context: Excel.RequestContext,
  places: readonly Place[],
  members: string,
  most: number,
): Promise<Map<string, Lines>> {
  const read = new Map<string, Lines>(
    places.map(({ sheet }) => [sheet.id, { values: [], formulas: [], numberFormat: [] }]),
  );
  const pieces = places.flatMap((place) => cut(place, most));
  const next = async (): Promise<void> => {
    let room = most;
    const batch: { sheet: Excel.Worksheet; range: Excel.Range }[] = [];
    while (pieces[0] && (batch.length === 0 || sizeOf(pieces[0].area) <= room)) {
      const { sheet, area } = pieces.shift() as Place;
      const range = sheet.getRangeByIndexes(
        area.top,
        area.left,
        area.bottom - area.top + 1,
        area.right - area.left + 1,
      );
      range.load(members);
      room -= sizeOf(area);
      batch.push({ sheet, range });
    }
    if (batch.length === 0) return;
    await context.sync();
    for (const { sheet, range } of batch) {
      const lines = read.get(sheet.id);
      lines?.values.push(...(range.values as Input[][]));
      lines?.formulas.push(...(range.formulas as Input[][]));
      if (members.includes('numberFormat')) lines?.numberFormat.push(...(range.numberFormat as string[][]));
    }
    await next();
  };
  await next();
  return read;
}

const sizeOf = ({ top, left, bottom, right }: Area2D): number => (bottom - top + 1) * (right - left + 1);

function cut({ sheet, area }: Place, most: number): Place[] {
  const rows = Math.max(1, Math.floor(most / (area.right - area.left + 1)));
  const pieces: Place[] = [];
  for (let top = area.top; top <= area.bottom; top += rows)
    pieces.push({ sheet, area: { ...area, top, bottom: Math.min(area.bottom, top + rows - 1) } });
  return pieces;
}
