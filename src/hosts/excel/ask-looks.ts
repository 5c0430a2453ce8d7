/** Looks of cells that come along to another place: many at once where they are alike, one by one where an officer used a brush. */
import { cellKey, columnName, keyOf, rangeFromA1, toA1Range, type Address, type CellKey } from '../../core/model/address';
import type { CellLook, SheetDrawing } from '../../core/model/sheet-drawing';
import { rectanglesOf } from '../marks/rectangles';
import { lookWithFill, plainLook, WHOLE_LOOK, type Look } from './looks';
import { FONT } from './paint';
import { addressesOf, forEachCell } from './read';
import { isOnWeb } from './session';

export interface LooksFound {
  /** Of cells whose look is one that drawings have. */
  readonly plain: Map<CellKey, CellLook>;
  /** Of all others. */
  readonly looks: Map<CellKey, Look>;
}

export interface AskedLooks {
  /** Cells that are not alike, known after the first sync. */
  mixed(): CellKey[];
  readonly found: LooksFound;
}

/** Cells of one column in rows of one kind were drawn alike; the drawing tells the kind by the cells that are ours. */
export function askLooks(sheet: Excel.Worksheet, drawing: SheetDrawing): AskedLooks {
  const groups = new Map<string, CellKey[]>();
  for (const { cells } of drawing.rows) {
    const kind = JSON.stringify(cells.find((cell) => cell !== null && cell.from === null)?.look ?? null);
    for (const cell of cells) {
      if (!cell?.from) continue;
      const group = columnName(cell.from.column) + kind;
      const keys = groups.get(group);
      if (keys) keys.push(keyOf(cell.from));
      else groups.set(group, [keyOf(cell.from)]);
    }
  }
  const asked = [...groups.values()].flatMap((keys) => addressesOf(keys)).map((address) => ({ address, read: askCommon(sheet, address) }));
  const found: LooksFound = { plain: new Map(), looks: new Map() };
  return {
    found,
    mixed: () =>
      asked.flatMap(({ address, read }) => {
        const look = read();
        const cells = cellsOf(address);
        if (look) for (const at of cells) found.plain.set(keyOf(at), look);
        return look ? [] : cells.map(keyOf);
      }),
  };
}

function askCommon(sheet: Excel.Worksheet, address: string): () => CellLook | null {
  const { format } = sheet.getRanges(address);
  format.load('horizontalAlignment,verticalAlignment,wrapText,indentLevel,readingOrder,shrinkToFit,textOrientation,fill/color,fill/pattern,font/bold,font/color,font/italic,font/name,font/size,font/strikethrough,font/underline');
  const sides = (['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const).map((side) => format.borders.getItem(side));
  for (const side of sides) side.load('style,weight');
  return () => commonLook(format, sides);
}

/** Null where the cells differ in anything. */
function commonLook(format: Excel.RangeFormat, sides: readonly Excel.RangeBorder[]): CellLook | null {
  const { fill, font } = format;
  const told: unknown[] = [format.horizontalAlignment, format.verticalAlignment, format.wrapText, fill.pattern, font.bold, font.color, font.italic, font.name, font.size, font.strikethrough, ...sides.map(({ style }) => style)];
  if (told.some((value) => value === null || value === undefined || value === '')) return null;
  const borders = Object.fromEntries(sides.map(({ style, weight }, at): [string, object] => [['top', 'bottom', 'left', 'right'][at] ?? '', { style, weight: style === 'None' ? 'Thin' : weight }]));
  const look = lookWithFill({
    format: {
      fill: { color: fill.color, pattern: fill.pattern }, borders: borders,
      font: { bold: font.bold, color: font.color, italic: font.italic, name: font.name, size: font.size, strikethrough: font.strikethrough, underline: font.underline },
      horizontalAlignment: format.horizontalAlignment, verticalAlignment: format.verticalAlignment, wrapText: format.wrapText,
      indentLevel: format.indentLevel, readingOrder: format.readingOrder, shrinkToFit: format.shrinkToFit, textOrientation: format.textOrientation,
    },
  });
  return plainLook(look, FONT);
}

function cellsOf(address: string): Address[] {
  const cells: Address[] = [];
  for (const part of address.split(',')) {
    const area = rangeFromA1(part);
    if (area) forEachCell(area, (row, column) => { cells.push({ row, column }); });
  }
  return cells;
}

/** Some 800 bytes a cell, and an answer has at most 5 MB on the web. */
const MOST_AT_ONCE = 4_000;

/** One by one: in one sync, or on the web in as many as their bytes need. */
export async function readLooks(context: Excel.RequestContext, asked: readonly { readonly sheet: Excel.Worksheet; readonly looks: AskedLooks }[]): Promise<void> {
  const cells = asked.flatMap(({ sheet, looks }) => looks.mixed().map((key) => ({ sheet, key, found: looks.found })));
  const next = async (rest: typeof cells): Promise<void> => {
    if (rest.length === 0) return;
    const some = isOnWeb() ? rest.slice(0, MOST_AT_ONCE) : rest;
    const told = [...new Set(some.map(({ found }) => found))].flatMap((found) => {
      const own = some.filter((each) => each.found === found);
      return rectanglesOf(own.map(({ key }) => key)).map((area) => ({ found, area, told: own[0]?.sheet.getRange(toA1Range(area)).getCellProperties(WHOLE_LOOK) }));
    });
    await context.sync();
    for (const { found, area, told: each } of told) forEachCell(area, (row, column) => { take(found, cellKey(row, column), lookWithFill(each?.value[row - area.top]?.[column - area.left])); });
    await next(rest.slice(some.length));
  };
  await next(cells);
}

export function take({ plain, looks }: LooksFound, key: CellKey, look: Look): void {
  const easy = plainLook(look, FONT);
  if (easy) plain.set(key, easy);
  else looks.set(key, look);
}
