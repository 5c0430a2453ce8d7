/**
 * Which cells cannot be written: cells locked by the worksheet's `sheetProtection`, parts of arrays and merges, and
 * table headings.
 */
import { type Area2D, cellKey, contains, rangeFromA1 } from '../../../core/values/address';
import type { SheetProtection } from '../../../core/model/workbook/grid';
import type { Parts } from '../parts/package';
import { readStyleLists } from '../parts/style-table';
import { attribute, child, isTrue, parseXml } from '../xml/xml-tree';
import { cellName, mergesOf, type SheetPart } from './sheet-part';
import { columnsOf } from './columns';
import { scanRows } from './sheet-scan';
import { blocked } from '../faults';
import type { FilledRange } from './find-cells';
import { relationshipsOf } from '../parts/relationships';

/** Returns undefined if the sheet is not protected. */
export function readProtection(parts: Parts, styles: string | null, sheet: SheetPart): SheetProtection | undefined {
  const element = child(sheet.root, 'sheetProtection');
  if (!element || !isTrue(attribute(sheet, element, 'sheet'))) return undefined;
  // Each attribute locks the action that it names; by default formatting is locked and objects are not.
  const locks = (name: string, otherwise: boolean): boolean => {
    const stated = attribute(sheet, element, name);
    return stated === null ? otherwise : isTrue(stated);
  };
  const open = openFormats(parts, styles);
  const cells = new Map<number, boolean>();
  const rows = new Map<number, boolean>();
  const columns = new Map<number, boolean>();
  for (const { first, last, style } of columnsOf(sheet))
    if (open.has(style) && first >= 0) for (let column = first; column <= last; column++) columns.set(column, false);
  if (open.size > 0)
    scanRows(sheet.bytes, sheet.name, sheet.data.openEnd, sheet.data.closeStart, {
      row: ({ row, rowStyle }) => {
        if (rowStyle >= 0) rows.set(row, !open.has(rowStyle));
      },
      cell: ({ row, column, style }) => {
        const isLocked = !open.has(style);
        if (isLocked !== (rows.get(row) ?? columns.get(column) ?? true)) cells.set(cellKey(row, column), isLocked);
      },
    });
  return {
    cells,
    rows,
    columns,
    formats: !locks('formatCells', true),
    widths: !locks('formatColumns', true),
    notes: !locks('objects', false),
  };
}

/** Numbers of the cell formats that leave a cell unlocked when the sheet is protected. */
function openFormats(parts: Parts, styles: string | null): Set<number> {
  const open = new Set<number>();
  if (styles === null) return open;
  const { xml, formats } = readStyleLists(parts, styles);
  for (let position = 0; position < formats.count; position++) {
    const format = formats.at(position);
    const protection = format && child(format, 'protection');
    const locked = protection && attribute(xml, protection, 'locked');
    if (locked !== null && !isTrue(locked)) open.add(position);
  }
  return open;
}

/** Returns a function that throws for a cell that cannot get new content. */
export function guardCells(
  parts: Parts,
  sheet: SheetPart,
  sheetName: string,
  filled: readonly FilledRange[],
): (row: number, column: number) => void {
  const mergeOver = indexAreas(mergesOf(sheet));
  const ranges = filled.flatMap((range) => {
    const area = rangeFromA1(range.ref);
    const alone = area !== null && area.top === area.bottom && area.left === area.right && range.kind === 'array';
    return area && !alone ? [area] : [];
  });
  const rangeOver = indexAreas(ranges);
  const headings = indexAreas(tableHeadings(parts, sheet.name));
  return (row, column) => {
    const refuse = (why: string): never => {
      throw blocked(sheetName, cellName(row, column), why);
    };
    const merge = mergeOver(row, column);
    if (merge && (merge.top !== row || merge.left !== column))
      refuse(`ô nằm trong vùng gộp bắt đầu từ ${cellName(merge.top, merge.left)}; hãy bỏ gộp ô rồi thử lại`);
    if (rangeOver(row, column))
      refuse('ô thuộc một công thức mảng hoặc bảng dữ liệu; hãy xóa công thức đó rồi thử lại');
    if (headings(row, column)) refuse('ô là tiêu đề cột của một vùng Table; hãy sửa tiêu đề ngay trong Excel');
  };
}

function tableHeadings(parts: Parts, sheetPart: string): Area2D[] {
  return relationshipsOf(parts, sheetPart).flatMap(({ kind, target }) => {
    if (kind !== 'table' || target === null || !parts.has(target)) return [];
    const xml = parseXml(parts.read(target), target, { shallow: true });
    const area = rangeFromA1(attribute(xml, xml.root, 'ref') ?? '');
    const headed = attribute(xml, xml.root, 'headerRowCount') !== '0';
    return area && headed ? [{ ...area, bottom: area.top }] : [];
  });
}

const BAND = 64;

/** Groups areas by bands of rows, so that thousands of merges are not each compared with thousands of edits. */
function indexAreas(areas: readonly Area2D[]): (row: number, column: number) => Area2D | null {
  const bands = new Map<number, Area2D[]>();
  const tall: Area2D[] = [];
  for (const area of areas) {
    const first = Math.floor(area.top / BAND);
    const last = Math.floor(area.bottom / BAND);
    if (last - first > BAND) tall.push(area);
    else {
      for (let band = first; band <= last; band++) {
        const list = bands.get(band);
        if (list) list.push(area);
        else bands.set(band, [area]);
      }
    }
  }
  const over = (list: readonly Area2D[], row: number, column: number): Area2D | null =>
    list.find((area) => contains(area, row, column)) ?? null;
  return (row, column) => over(bands.get(Math.floor(row / BAND)) ?? [], row, column) ?? over(tall, row, column);
}
