/** What the `sheetProtection` of a worksheet part locks, and which of its cells are not locked. */
import { cellKey } from '../../../core/values/address';
import type { SheetProtection } from '../../../core/model/grid';
import type { Parts } from '../parts/package';
import { readStyleLists } from '../parts/style-table';
import { attribute, child, isTrue } from '../xml/xml-tree';
import { columnsOf, type SheetPart } from './sheet-part';
import { scanRows } from './sheet-scan';

/** Undefined where the sheet is not protected. */
export function readProtection(parts: Parts, styles: string | null, sheet: SheetPart): SheetProtection | undefined {
  const element = child(sheet.root, 'sheetProtection');
  if (!element || !isTrue(attribute(sheet, element, 'sheet'))) return undefined;
  // Each of these attributes locks what it names; those of looks are set where nothing is said.
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

/** Cell formats by number whose cells stay open when the sheet is protected. */
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
