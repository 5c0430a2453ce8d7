/**
 * Derives the workbook after a small write without reading it again: the written cells and the new values of formulas,
 * which the writing request itself loads.
 */
import { DEDUCTION_SHEET_NAMES } from '../../../core/model/deduction-sheet';
import { RESULT_SHEET_NAMES } from '../../../core/model/result-sheet';
import { addressOfKey, cellKey, toA1Range, type Area2D, type CellKey } from '../../../core/values/address';
import { rectanglesOf } from '../../marks/rectangles';
import { cover } from '../areas';
import type { Parcel } from '../write/send';
import type { SheetWrite } from '../write/sheet-write';
import { isFormula, type Input, type SheetSnapshot, type Snapshot, type Used } from './snapshot';

/** With more formulas than this, the workbook is read again instead. */
const MOST_CELLS = 20_000;

interface WrittenSheet {
  readonly snapshot: SheetSnapshot;
  readonly write: SheetWrite;
}

export interface Patch {
  readonly parcels: readonly Parcel[];
  /** Call this after the write. */
  readonly tell: () => Snapshot;
}

/** Sheets of the add-in are drawn again later, and their formula results are not used in computations. */
const OWN = new Set<string>([...DEDUCTION_SHEET_NAMES, ...RESULT_SHEET_NAMES]);
const isOwn = ({ name }: SheetSnapshot): boolean => OWN.has(name);

/** Null if the workbook has to be read again after the write. */
export function askPatch(
  { worksheets }: Excel.Workbook,
  snapshot: Snapshot,
  writes: readonly WrittenSheet[],
): Patch | null {
  if (!writes.every(isWithin)) return null;
  const writeOf = ({ id }: SheetSnapshot): SheetWrite | undefined =>
    writes.find((each) => each.snapshot.id === id)?.write;
  const wanted = snapshot.sheets.map((sheet) => {
    const written = writeOf(sheet)?.contents ?? new Map<CellKey, Input>();
    const others = isOwn(sheet) ? [] : formulasOf(sheet.used).filter((key) => !written.has(key));
    return { sheet, written: [...written.keys()], others };
  });
  if (wanted.reduce((sum, { others }) => sum + others.length, 0) > MOST_CELLS) return null;
  const asked = wanted
    .filter(({ written, others }) => written.length + others.length > 0)
    .map(({ sheet, written, others }) => {
      const areas = [
        ...rectanglesOf(written).map((area) => ({ area, isWritten: true })),
        ...cover(others).map((area) => ({ area, isWritten: false })),
      ];
      let ranges: Excel.Range[] = [];
      const parcel: Parcel = {
        open: () => worksheets.getItem(sheet.id),
        pieces: [
          {
            perform: (opened) => {
              ranges = areas.map(({ area, isWritten }) => {
                const range = opened.getRange(toA1Range(area));
                range.load(isWritten ? 'values,formulas,numberFormat' : 'values');
                return range;
              });
            },
            carried: [],
            calls: areas.length,
            areas: [],
          },
        ],
      };
      return { sheet, parcel, areas: () => areas.map((each, position) => ({ ...each, range: ranges[position] })) };
    });
  return {
    parcels: asked.map(({ parcel }) => parcel),
    tell: () => ({
      ...snapshot,
      unasked: new Set(snapshot.sheets.filter(isOwn).map(({ id }) => id)),
      sheets: snapshot.sheets.map((sheet) => {
        const areas = asked.find((each) => each.sheet === sheet)?.areas() ?? [];
        return withNotes({ ...sheet, used: sheet.used && patched(sheet.used, areas) }, writeOf(sheet));
      }),
    }),
  };
}

/** Whether only cell contents and notes change, and the used range of the sheet stays the same. */
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

interface KnownArea {
  readonly area: Area2D;
  /** If false, the area holds unchanged formulas, of which only the values were loaded. */
  readonly isWritten: boolean;
  readonly range: Excel.Range | undefined;
}

function patched(used: Used, areas: readonly KnownArea[]): Used {
  if (areas.length === 0) return used;
  const copied = <T>(rows: readonly (readonly T[])[]): T[][] => rows.map((row) => [...row]);
  const [values, formulas, numberFormats] = [copied(used.values), copied(used.formulas), copied(used.numberFormats)];
  for (const { area, isWritten, range } of areas) {
    if (!range) continue;
    const place = [area.top - used.top, area.left - used.left] as const;
    if (isWritten) {
      put(values, range.values as Input[][], place);
      put(formulas, range.formulas as Input[][], place);
      put(numberFormats, range.numberFormat as string[][], place);
    } else putResults(used, values, range.values as Input[][], place);
  }
  return { ...used, values, formulas, numberFormats };
}

function put<T>(rows: T[][], block: readonly (readonly T[])[], [top, left]: readonly [number, number]): void {
  block.forEach((line, y) => {
    rows[top + y]?.splice(left, line.length, ...line);
  });
}

/**
 * Takes the new values of formulas only: the cells between them may have been edited meanwhile, which the next write
 * detects.
 */
function putResults(
  used: Used,
  values: Input[][],
  block: readonly (readonly Input[])[],
  [top, left]: readonly [number, number],
): void {
  block.forEach((line, y) => {
    const [row, formulas, before] = [values[top + y], used.formulas[top + y], used.values[top + y]];
    line.forEach((value, x) => {
      if (row && isFormula(formulas?.[left + x] ?? '', before?.[left + x] ?? '')) row[left + x] = value;
    });
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
