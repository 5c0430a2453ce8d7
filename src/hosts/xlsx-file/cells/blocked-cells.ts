/** Cells that may not be written: part of an array, of a what-if table or of a merge, and the headings of tables. */
import { contains, rangeFromA1, type Area2D } from '../../../core/values/address';
import { blocked } from '../faults';
import type { FilledRange } from './find-cells';
import type { Parts } from '../parts/package';
import { relationshipsOf } from '../parts/relationships';
import { cellName, mergesOf, type SheetPart } from './sheet-part';
import { attribute, parseXml } from '../xml/xml-tree';

/** Throws for a cell that may not get new content. */
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
    if (headings(row, column)) refuse('ô là tiêu đề cột của một bảng (Table); hãy sửa tiêu đề ngay trong Excel');
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

/** Areas by bands of rows, so that thousands of merges and thousands of edits are not compared one by one. */
export function indexAreas(areas: readonly Area2D[]): (row: number, column: number) => Area2D | null {
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
