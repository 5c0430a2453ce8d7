/**
 * Reads the units that forms are made for from a text or a sheet: one name on each line, with its khối if it has one.
 */
import type { FormLine } from './form-lines';
import { textAt, valueAt, type Book, type Grid } from '../model/workbook/grid';
import { unitKey } from '../matching/unit-keys';
import { sum, type Decimal } from '../values/decimal';
import { plainKey, squeeze } from '../values/fold-text';

export interface ListedUnit {
  readonly name: string;
  readonly group: string | null;
}

/** «Xã Hòa Bình; Khối xã»: one unit on each line, with a semicolon or a tab before its khối. */
export const unitsInText = (text: string): ListedUnit[] =>
  once(
    text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .flatMap((line) => {
        const [name = '', group = ''] = line.split(/[;\t]/).map(squeeze);
        return name === '' || isNoName(name) ? [] : [{ name, group: group === '' ? null : group }];
      }),
  );

/** The units of the first sheet that has any, below a heading «Đơn vị» or otherwise in the first column with words. */
export function unitsInBook({ sheets }: Book): ListedUnit[] {
  for (const sheet of sheets.filter(({ visibility }) => visibility === 'visible')) {
    const found = once(unitsInGrid(sheet.grid()));
    if (found.length > 0) return found;
  }
  return [];
}

const NAME = /^(ten )?(don vi|co quan|xa|phuong|dia phuong)\b/;
const GROUP = /^(khoi|nhom|loai)\b/;

function unitsInGrid(grid: Grid): ListedUnit[] {
  const { header, name, group } = columnsOf(grid);
  const units: ListedUnit[] = [];
  let heading: string | null = null;
  for (let row = header + 1; row < grid.rowCount; row++) {
    const cellText = squeeze(textAt(grid, row, name));
    if (cellText === '' || typeof valueAt(grid, row, name) === 'number') continue;
    const before = Array.from({ length: name }, (_, column) => squeeze(textAt(grid, row, column))).find(
      (each) => each !== '',
    );
    const isHeading = (name > 0 && before === undefined) || /^[IVX]+[.)]?$/.test(before ?? '');
    if (/^(tong|cong)\b/.test(plainKey(cellText)) || isNoName(cellText)) continue;
    if (isHeading) heading = cellText;
    else units.push({ name: cellText, group: group === null ? heading : squeeze(textAt(grid, row, group)) || heading });
  }
  return units;
}

function columnsOf(grid: Grid): { readonly header: number; readonly name: number; readonly group: number | null } {
  const columns = Array.from({ length: grid.columnCount }, (_, column) => column);
  for (let row = 0; row < grid.rowCount; row++) {
    const keys = columns.map((column) => plainKey(textAt(grid, row, column)));
    const name = keys.findIndex((text) => NAME.test(text) && text.length <= LONGEST_HEADING);
    // A text alone in its row is a unit or a title. A heading has other texts beside it, or is exactly «Đơn vị» or «Tên
    // đơn vị».
    const isHeading =
      name >= 0 && (keys.filter((text) => text !== '').length > 1 || /^(ten )?don vi$/.test(keys[name] ?? ''));
    if (!isHeading) continue;
    const group = keys.findIndex((text, column) => column !== name && GROUP.test(text));
    return { header: row, name, group: group < 0 ? null : group };
  }
  const words = columns.find((column) => {
    const texts = Array.from({ length: grid.rowCount }, (_, row) => squeeze(textAt(grid, row, column)));
    const first = texts.find((text) => /\p{L}{2}/u.test(text) && !TITLE.test(plainKey(text)));
    return first !== undefined && !isNoName(first);
  });
  return { header: -1, name: words ?? 0, group: null };
}

const TITLE = /^(danh sach|bang|bieu|phu luc)\b/;
const OTHER_HEADING = new RegExp(
  '^(stt|tt|so tt|so thu tu|ghi chu|chu thich|noi dung|tieu chi|ma|ma so|khoi|nhom|loai|diem|chuc vu|ho( va)? ten' +
    '|nguoi .{0,20}|(so )?dien thoai|email|thu dien tu|dia chi|ngay .{0,20})$',
);
/** Titles, and headings of what is no list of units. */
const isNoName = (text: string): boolean => TITLE.test(plainKey(text)) || OTHER_HEADING.test(plainKey(text));

const LONGEST_HEADING = 40;

/** A name that is listed twice counts as one unit. */
function once(units: readonly ListedUnit[]): ListedUnit[] {
  const seen = new Set<string>();
  return units.filter(({ name }) => {
    const key = unitKey(name);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether the set restricts an item to the khối of other units in the list, but not to the unit's own khối. */
function isForOthers(group: string | null, listedUnit: ListedUnit, units: readonly ListedUnit[]): boolean {
  if (group === null || listedUnit.group === null || names(group, listedUnit.group)) return false;
  return units.some((other) => other.group !== null && names(group, other.group));
}

/** Whether the text names the khối: «Áp dụng: xã, đặc khu» names «Khối xã». */
function names(text: string, group: string): boolean {
  const words = ` ${plainKey(text).replace(/[^a-z0-9]+/g, ' ')} `;
  return plainKey(group)
    .replace(/^khoi /, '')
    .split(/[,;/]| va /)
    .some((part) => part.trim() !== '' && words.includes(` ${part.trim()} `));
}

/** Whether a line does not apply to a unit from the start. */
export const isLeftOut = (line: FormLine, unit: ListedUnit, units: readonly ListedUnit[]): boolean =>
  line.isScored && line.outside === null && isForOthers(line.group, unit, units);

/** The sum of the maxima of the lines that do not apply to the unit. */
export const leftOut = (lines: readonly FormLine[], unit: ListedUnit, units: readonly ListedUnit[]): Decimal =>
  sum(lines.flatMap((line) => (isLeftOut(line, unit, units) ? (line.max ?? []) : [])));
