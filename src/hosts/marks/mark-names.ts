/**
 * The record of the add-in's marks: hidden names such as _CCHC_DEDUCTION_FFFFFF00_1 = 'Bảng'!$E$6:$E$8,'Bảng'!$E$12.
 * Names move with inserted rows and survive when Excel renumbers formats; their middle part is the fill that each cell
 * had before.
 */
import { cellKey, rangeFromA1, type CellKey } from '../../core/values/address';
import { MARK_KINDS, type MarkKind } from '../../core/model/workbook/grid';
import { isFillCode, type FillCode } from './fill-code';
import { rangeOn, rectanglesOf } from './rectangles';

/** The parts of a defined name that marks need: the name and its formula without "=". */
export interface ListedName {
  readonly name: string;
  readonly text: string;
  /** Position of the name's sheet in the file; the cells themselves are in `text`. */
  readonly localSheetId?: number | null;
}

export interface MarkRecord {
  readonly kind: MarkKind;
  readonly before: FillCode;
}

/** Excel accepts at most 8192 characters in a name's formula. */
const MAX_TEXT = 8000;
/** More cells than any sheet can have marked; a damaged name may list the whole grid. */
const MAX_CELLS = 2_000_000;
const NAME = /^_CCHC_([A-Z]+)_([0-9A-Za-z_]+)_\d+$/;

export function isMarkName(name: string): boolean {
  const match = NAME.exec(name);
  return match !== null && MARK_KINDS.some((kind) => kind.toUpperCase() === match[1]) && isFillCode(match[2] ?? '');
}

const known = new WeakMap<readonly ListedName[], ReadonlyMap<string, Map<CellKey, MarkRecord>>>();

/** The marked cells of one sheet with their records. */
export function readMarkNames(names: readonly ListedName[], sheet: string): ReadonlyMap<CellKey, MarkRecord> {
  let sheets = known.get(names);
  if (!sheets) known.set(names, (sheets = listMarks(names)));
  return sheets.get(sheet.toLowerCase()) ?? new Map<CellKey, MarkRecord>();
}

function listMarks(names: readonly ListedName[]): Map<string, Map<CellKey, MarkRecord>> {
  const sheets = new Map<string, Map<CellKey, MarkRecord>>();
  let room = MAX_CELLS;
  for (const { name, text } of names) {
    const match = NAME.exec(name);
    const kind = MARK_KINDS.find((item) => item.toUpperCase() === match?.[1]);
    const before = match?.[2] ?? '';
    if (!kind || !isFillCode(before)) continue;
    const record = { kind, before };
    for (const [where, area] of areasOf(text)) {
      const size = area ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : Infinity;
      if (!area || size > room) continue;
      room -= size;
      const cells = sheets.get(where.toLowerCase()) ?? new Map<CellKey, MarkRecord>();
      sheets.set(where.toLowerCase(), cells);
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) cells.set(cellKey(row, column), record);
      }
    }
  }
  return sheets;
}

function* areasOf(text: string) {
  const item = /(?:'((?:[^']|'')*)'|([^'!,()\s]+))!([$A-Za-z0-9:]+)/y;
  for (let position = 0; position < text.length;) {
    item.lastIndex = position;
    const match = item.exec(text);
    if (match) yield [match[1]?.replace(/''/g, "'") ?? match[2] ?? '', rangeFromA1(match[3] ?? '')] as const;
    const comma = text.indexOf(',', match ? item.lastIndex : position);
    position = comma < 0 ? text.length : comma + 1;
  }
}

/** The names that list these cells; the same cells give the same names in the same order. */
export function writeMarkNames(
  marks: ReadonlyMap<CellKey, MarkRecord>,
  sheet: string,
): { name: string; text: string }[] {
  const groups = new Map<string, CellKey[]>();
  let last: MarkRecord | null = null;
  let keys: CellKey[] = [];
  for (const [key, record] of marks) {
    // Cells with the same mark share their record or are adjacent, so most need no lookup of their group.
    if (record !== last) {
      const group = `_CCHC_${record.kind.toUpperCase()}_${record.before}`;
      keys = groups.get(group) ?? [];
      if (keys.length === 0) groups.set(group, keys);
      last = record;
    }
    keys.push(key);
  }
  const names: { name: string; text: string }[] = [];
  for (const [group, cells] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let text = '';
    let n = 1;
    for (const area of rectanglesOf(cells)) {
      const item = rangeOn(sheet, area);
      if (text.length + item.length + 1 > MAX_TEXT) {
        names.push({ name: `${group}_${(n++).toString()}`, text });
        text = '';
      }
      text += text === '' ? item : `,${item}`;
    }
    names.push({ name: `${group}_${n.toString()}`, text });
  }
  return names;
}
