/**
 * The workbook after a small write of the add-in's own, without reading it again: what was written, and what formulas
 * give now, asked by the writing request itself.
 */
import { DEDUCTION_SHEET_NAMES } from '../../../core/model/deduction-sheet';
import { RESULT_SHEET_NAMES } from '../../../core/model/result-sheet';
import { addressOfKey, cellKey, toA1Range, type Area2D, type CellKey } from '../../../core/values/address';
import { rectanglesOf } from '../../marks/rectangles';
import type { Parcel } from '../write/send';
import type { SheetWrite } from '../write/sheet-write';
import { isFormula, type Input, type SheetSnapshot, type Snapshot, type Used } from './snapshot';

/** More formulas than that are not asked for beside a write. */
const MOST_CELLS = 20_000;

interface WrittenSheet {
  readonly snapshot: SheetSnapshot;
  readonly write: SheetWrite;
}

export interface Patch {
  readonly parcels: readonly Parcel[];
  /** After the write. */
  readonly tell: () => Snapshot;
}

/** Drawn anew after a while: nobody computes with what their formulas give. */
const OWN = new Set<string>([...DEDUCTION_SHEET_NAMES, ...RESULT_SHEET_NAMES]);
const isOwn = ({ name }: SheetSnapshot): boolean => OWN.has(name);

/** Null where only reading tells what the workbook is after the write. */
export function askPatch(
  { worksheets }: Excel.Workbook,
  snapshot: Snapshot,
  writes: readonly WrittenSheet[],
): Patch | null {
  if (!writes.every(isWithin)) return null;
  const writeOf = ({ id }: SheetSnapshot): SheetWrite | undefined =>
    writes.find((each) => each.snapshot.id === id)?.write;
  const wanted = snapshot.sheets.map((sheet) => {
    const written = [...(writeOf(sheet)?.contents.keys() ?? [])];
    return { sheet, keys: new Set([...written, ...(isOwn(sheet) ? [] : formulasOf(sheet.used))]) };
  });
  if (wanted.reduce((sum, { keys }) => sum + keys.size, 0) > MOST_CELLS) return null;
  const asked = wanted
    .filter(({ keys }) => keys.size > 0)
    .map(({ sheet, keys }) => {
      const areas = rectanglesOf([...keys]);
      let ranges: Excel.Range[] = [];
      const parcel: Parcel = {
        open: () => worksheets.getItem(sheet.id),
        pieces: [
          {
            perform: (opened) => {
              ranges = areas.map((area) => {
                const range = opened.getRange(toA1Range(area));
                range.load('values,formulas,numberFormat');
                return range;
              });
            },
            carried: [],
            calls: areas.length,
            areas: [],
          },
        ],
      };
      return { sheet, parcel, told: () => areas.map((area, position) => ({ area, range: ranges[position] })) };
    });
  return {
    parcels: asked.map(({ parcel }) => parcel),
    tell: () => ({
      ...snapshot,
      unasked: new Set(snapshot.sheets.filter(isOwn).map(({ id }) => id)),
      sheets: snapshot.sheets.map((sheet) => {
        const told = asked.find((each) => each.sheet === sheet)?.told() ?? [];
        return withNotes({ ...sheet, used: sheet.used && patched(sheet.used, told) }, writeOf(sheet));
      }),
    }),
  };
}

/** Only what cells and notes hold has changed, and nothing that would make the used part of the sheet another. */
function isWithin({ snapshot: { used }, write }: WrittenSheet): boolean {
  if (write.names || write.fills.size + write.looks.size + write.widths.size > 0) return false;
  return [...write.contents].every(([key, input]) => {
    if (!used) return false;
    const { row, column } = addressOfKey(key);
    const [y, x] = [row - used.top, column - used.left];
    const [height, width] = [used.formulas.length, used.formulas[0]?.length ?? 0];
    const isInside = y > 0 && x > 0 && y < height - 1 && x < width - 1;
    const isOnEdge = y >= 0 && x >= 0 && y < height && x < width;
    return isInside || (isOnEdge && input !== '');
  });
}

function formulasOf(used: Used | null): CellKey[] {
  if (!used) return [];
  return used.formulas.flatMap((line, y) =>
    line.flatMap((formula, x) =>
      isFormula(formula, used.values[y]?.[x] ?? '') ? [cellKey(used.top + y, used.left + x)] : [],
    ),
  );
}

function patched(
  used: Used,
  told: readonly { readonly area: Area2D; readonly range: Excel.Range | undefined }[],
): Used {
  if (told.length === 0) return used;
  const copied = <T>(rows: readonly (readonly T[])[]): T[][] => rows.map((row) => [...row]);
  const [values, formulas, numberFormats] = [copied(used.values), copied(used.formulas), copied(used.numberFormats)];
  for (const { area, range } of told) {
    if (!range) continue;
    const place = [area.top - used.top, area.left - used.left] as const;
    put(values, range.values as Input[][], place);
    put(formulas, range.formulas as Input[][], place);
    put(numberFormats, range.numberFormat as string[][], place);
  }
  return { ...used, values, formulas, numberFormats };
}

function put<T>(rows: T[][], block: readonly (readonly T[])[], [top, left]: readonly [number, number]): void {
  block.forEach((line, y) => {
    rows[top + y]?.splice(left, line.length, ...line);
  });
}

function withNotes(sheet: SheetSnapshot, write: SheetWrite | undefined): SheetSnapshot {
  if (!write || write.notes.size === 0) return sheet;
  const notes = new Map(sheet.notes);
  for (const [key, text] of write.notes)
    if (text === null) notes.delete(key);
    else notes.set(key, { text, byAddin: true });
  return { ...sheet, notes, noteTexts: [...notes.values()].map(({ text }) => text) };
}
