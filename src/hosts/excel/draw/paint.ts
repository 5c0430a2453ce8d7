/**
 * Sets the looks of drawn cells property by property: the most common value for the whole area, the rest by groups of
 * equal cells.
 */
import { cellKey, toA1Range, type Area2D, type CellKey } from '../../../core/values/address';
import type { CellLook } from '../../../core/model/sheet-drawing';
import { rectanglesOf } from '../../marks/rectangles';
import { addressesOf, groupsOf } from '../areas';
import { FONT } from '../read/looks';

type Side = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';
type Value = CellLook[keyof CellLook];

interface Property<T extends Value = Value> {
  readonly of: (look: CellLook) => T;
  readonly set: (format: Excel.RangeFormat, value: T) => void;
}
const property = <T extends Value>(
  of: (look: CellLook) => T,
  set: (format: Excel.RangeFormat, value: T) => void,
): Property => ({ of, set: set as Property['set'] });

const capital = <T extends string>(word: T): Capitalize<T> =>
  `${word.slice(0, 1).toUpperCase()}${word.slice(1)}` as Capitalize<T>;

/** Properties that are invisible in a blank cell. */
const UNSEEN: readonly Property[] = [
  property(
    (look) => look.size,
    ({ font }, value) => {
      font.size = value;
    },
  ),
  property(
    (look) => look.bold,
    ({ font }, value) => {
      font.bold = value;
    },
  ),
  property(
    (look) => look.italic,
    ({ font }, value) => {
      font.italic = value;
    },
  ),
  property(
    (look) => look.strike,
    ({ font }, value) => {
      font.strikethrough = value;
    },
  ),
  property(
    (look) => look.colour,
    ({ font }, value) => {
      font.color = `#${value}`;
    },
  ),
  property(
    (look) => look.horizontal,
    (format, value) => {
      format.horizontalAlignment = capital(value);
    },
  ),
  property(
    (look) => look.vertical,
    (format, value) => {
      format.verticalAlignment = capital(value);
    },
  ),
  property(
    (look) => look.wrap,
    (format, value) => {
      format.wrapText = value;
    },
  ),
];

/** `area` includes the blank cells in between; if null, only the cells themselves are painted. */
export function paint(
  sheet: Excel.Worksheet,
  painted: readonly (readonly (CellLook | null)[])[],
  area: Area2D | null,
): void {
  const cells = new Map(
    painted.flatMap((row, y) => row.flatMap((look, x): [CellKey, CellLook][] => (look ? [[cellKey(y, x), look]] : []))),
  );
  if (cells.size === 0) return;
  const formats = (keys: readonly CellKey[]): Excel.RangeFormat[] =>
    addressesOf(keys).map((address) => sheet.getRanges(address).format);
  const all = area ? [sheet.getRange(toA1Range(area)).format] : formats([...cells.keys()]);
  for (const { font } of all) font.name = FONT;
  for (const { of, set } of UNSEEN) {
    const [most, ...rest] = [...groupsOf(new Map([...cells].map(([key, look]) => [key, of(look)])))].sort(
      ([, a], [, b]) => b.length - a.length,
    );
    if (most) for (const format of all) set(format, most[0]);
    for (const [value, keys] of rest) for (const format of formats(keys)) set(format, value);
  }
  for (const [fill, keys] of groupsOf(new Map([...cells].map(([key, look]) => [key, look.fill])))) {
    if (fill !== null) for (const format of formats(keys)) format.fill.color = `#${fill}`;
  }
  line(
    sheet,
    [...cells].flatMap(([key, { border }]) => (border ? [key] : [])),
  );
}

/**
 * Borders around every cell. Inner borders are set only if the area has an inside, because some Excels refuse them
 * otherwise.
 */
function line(sheet: Excel.Worksheet, keys: readonly CellKey[]): void {
  const shapes = new Map<string, { sides: Side[]; keys: CellKey[] }>();
  for (const area of rectanglesOf(keys)) {
    const sides: Side[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
    if (area.top < area.bottom) sides.push('InsideHorizontal');
    if (area.left < area.right) sides.push('InsideVertical');
    const shape = shapes.get(sides.join()) ?? { sides, keys: [] };
    shapes.set(sides.join(), shape);
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) shape.keys.push(cellKey(row, column));
  }
  for (const { sides, keys: framed } of shapes.values()) {
    for (const address of addressesOf(framed)) {
      const { borders } = sheet.getRanges(address).format;
      for (const side of sides) borders.getItem(side).style = 'Continuous';
    }
  }
}
