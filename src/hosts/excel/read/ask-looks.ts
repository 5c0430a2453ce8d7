/** Reads the looks of all cells of a sheet: whole groups of cells that look alike, single cells otherwise. */
import { addressOfKey, cellKey, rangeFromA1, toA1Range, type Area2D, type CellKey } from '../../../core/values/address';
import type { CellLook } from '../../../core/model/sheet-drawing';
import { rectanglesOf } from '../../marks/rectangles';
import { addressesOf, forEachCell } from '../areas';
import { isOnWeb } from '../session';
import { FONT, type Look, lookWithFill, plainLook, WHOLE_LOOK } from './looks';
import type { Used } from './snapshot';

interface LooksFound {
  /** Cells whose look a drawing can describe. */
  readonly plain: Map<CellKey, CellLook>;
  /** All other cells. */
  readonly looks: Map<CellKey, Look>;
  /** The look of an untouched cell; the same object is in `looks`. */
  normal: Look | null;
}

export interface AskedLooks {
  /** Cells of groups with differing looks, known after the first sync. */
  mixed(): CellKey[];
  readonly found: LooksFound;
}

/**
 * A cell takes about 800 bytes, and an answer has at most 5 MB on the web. After a refusal the smaller limit applies.
 */
const MOST_AT_ONCE = 4_000;
const MOST_OF_LARGE = 400;
/** A kind with at most this many rows is cheaper to read cell by cell. */
const FEW_ROWS = 8;
/** Letterhead, headers, units and lines differ in the types of their first columns, or in their number formats. */
const TELLING_COLUMNS = 4;
const UNTOUCHED = 'XFD1048576';

const cellsOf = ({ top, left, bottom, right }: Area2D): number => (bottom - top + 1) * (right - left + 1);

export function askLooks(sheet: Excel.Worksheet, area: Area2D, used: Used | null, isLarge: boolean): AskedLooks {
  const found: LooksFound = { plain: new Map(), looks: new Map(), normal: null };
  const closely = (some: Area2D) => ({
    area: some,
    answer: sheet.getRange(toA1Range(some)).getCellProperties(WHOLE_LOOK),
  });
  const most = isLarge ? MOST_OF_LARGE : MOST_AT_ONCE;
  if (cellsOf(area) <= most) {
    const all = closely(area);
    return { found, mixed: () => (takeAll(all, (key, look) => found.looks.set(key, look)), []) };
  }
  const few: CellKey[] = [];
  const many: CellKey[][] = [];
  const width = area.right + 1;
  for (const rows of kindsOf(area, used).values()) {
    if (rows.length <= FEW_ROWS && (few.length + rows.length) * width <= most / 4)
      few.push(...rows.map((row) => cellKey(row, 0)));
    else for (let column = 0; column < width; column++) many.push(rows.map((row) => cellKey(row, column)));
  }
  const asked = rectanglesOf(few).map((rows) => closely({ ...rows, right: area.right }));
  // Excel reports borders between rows only for areas with an inside.
  const groups = many
    .flatMap((keys) => {
      const isHigh = new Set(
        rectanglesOf(keys).flatMap(({ top, bottom }) =>
          top < bottom ? Array.from({ length: bottom - top + 1 }, (_, n) => top + n) : [],
        ),
      );
      const [high, low] = [true, false].map((wanted) =>
        keys.filter((key) => isHigh.has(addressOfKey(key).row) === wanted),
      );
      return [
        ...addressesOf(high ?? []).map((address) => ({ address, hasInside: true })),
        ...addressesOf(low ?? []).map((address) => ({ address, hasInside: false })),
      ];
    })
    .map(({ address, hasInside }) => ({ address, read: askCommon(sheet, address, hasInside) }));
  const normal = {
    common: askCommon(sheet, UNTOUCHED, false),
    whole: sheet.getRange(UNTOUCHED).getCellProperties(WHOLE_LOOK),
  };
  return {
    found,
    mixed: () => {
      const untouched = JSON.stringify(normal.common());
      const normalLook = (found.normal = lookWithFill(normal.whole.value[0]?.[0]));
      for (const each of asked) takeAll(each, (key, look) => found.looks.set(key, look));
      return groups.flatMap(({ address, read }) => {
        const look = read();
        const plain = look && plainLook(look, FONT);
        const keys = keysOf(address);
        if (plain) for (const key of keys) found.plain.set(key, plain);
        else if (look && JSON.stringify(look) === untouched) for (const key of keys) found.looks.set(key, normalLook);
        else return keys;
        return [];
      });
    },
  };
}

/** Groups rows that probably look alike. If they do not, their cells are read one by one. */
function kindsOf({ bottom }: Area2D, used: Used | null): Map<string, number[]> {
  const kinds = new Map<string, number[]>();
  for (let row = 0; row <= bottom; row++) {
    const line = used ? row - used.top : -1;
    const values =
      used?.values[line]?.slice(0, TELLING_COLUMNS).map((value) => (value === '' ? '' : typeof value)) ?? [];
    const kind = [...values, ...(used?.numberFormats[line] ?? [])].join('\u0000');
    const rows = kinds.get(kind);
    if (rows) rows.push(row);
    else kinds.set(kind, [row]);
  }
  return kinds;
}

const SIDES = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
} as const;

const FONT_MEMBERS = [
  'bold',
  'color',
  'italic',
  'name',
  'size',
  'strikethrough',
  'subscript',
  'superscript',
  'underline',
] as const;
const PROTECTION_MEMBERS = ['formulaHidden', 'locked'] as const;
const FORMAT_MEMBERS = [
  'horizontalAlignment',
  'verticalAlignment',
  'wrapText',
  'indentLevel',
  'readingOrder',
  'shrinkToFit',
  'textOrientation',
] as const;

/** Reads the look that all cells of the address share; null if they differ in anything. */
function askCommon(sheet: Excel.Worksheet, address: string, hasInside: boolean): () => Look | null {
  const { format } = sheet.getRanges(address);
  format.load(
    [
      ...FORMAT_MEMBERS,
      'fill/color',
      'fill/pattern',
      ...PROTECTION_MEMBERS.map((name) => `protection/${name}`),
      ...FONT_MEMBERS.map((name) => `font/${name}`),
    ].join(','),
  );
  const side = (name: (typeof SIDES)[keyof typeof SIDES] | 'InsideHorizontal') => {
    const border = format.borders.getItem(name);
    border.load('style,weight,color');
    return border;
  };
  const sides = Object.entries(SIDES).map(([name, edge]) => [name, side(edge)] as const);
  const inside = hasInside ? side('InsideHorizontal') : null;
  return () => {
    const look = {
      ...pick(format, FORMAT_MEMBERS),
      fill: pick(format.fill, ['color', 'pattern']),
      font: pick(format.font, FONT_MEMBERS),
      borders: Object.fromEntries(sides.map(([name, each]): [string, Look] => [name, borderOf(each)])),
      protection: pick(format.protection, PROTECTION_MEMBERS),
    };
    const [top, bottom] = [look.borders['top'], look.borders['bottom']].map((each) => JSON.stringify(each));
    const isLined = !inside || (JSON.stringify(borderOf(inside)) === top && top === bottom);
    return isAlike(look) && isLined ? lookWithFill({ format: look }) : null;
  };
}

const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;

const borderOf = ({ style, weight, color }: Excel.RangeBorder): Look =>
  style === 'None' ? { style } : { style, weight, color };

/** Excel reports a property that differs among the cells as null or as an empty text. */
const isAlike = (tree: object): boolean =>
  Object.values(tree).every((value: unknown) =>
    typeof value === 'object' && value !== null
      ? isAlike(value)
      : value !== null && value !== undefined && value !== '',
  );

function keysOf(address: string): CellKey[] {
  const keys: CellKey[] = [];
  for (const part of address.split(',')) {
    const area = rangeFromA1(part);
    if (area)
      forEachCell(area, (row, column) => {
        keys.push(cellKey(row, column));
      });
  }
  return keys;
}

interface AskedCells {
  readonly area: Area2D;
  readonly answer: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
}
const takeAll = ({ area, answer }: AskedCells, take: (key: CellKey, look: Look) => void): void => {
  forEachCell(area, (row, column) => {
    take(cellKey(row, column), lookWithFill(answer.value[row - area.top]?.[column - area.left]));
  });
};

/** Reads the remaining cells one by one, in one sync, or on the web in as many as their size requires. */
export async function readLooks(
  context: Excel.RequestContext,
  sheets: readonly { readonly sheet: Excel.Worksheet; readonly looks: AskedLooks }[],
): Promise<void> {
  const cells = sheets.flatMap(({ sheet, looks }) => looks.mixed().map((key) => ({ sheet, key, found: looks.found })));
  const next = async (rest: typeof cells): Promise<void> => {
    if (rest.length === 0) return;
    const some = isOnWeb() ? rest.slice(0, MOST_AT_ONCE) : rest;
    const asked = [...new Set(some.map(({ found }) => found))].flatMap((found) => {
      const cellsOfSheet = some.filter((each) => each.found === found);
      const sheet = cellsOfSheet[0]?.sheet;
      return sheet
        ? rectanglesOf(cellsOfSheet.map(({ key }) => key)).map((area) => ({
            found,
            area,
            answer: sheet.getRange(toA1Range(area)).getCellProperties(WHOLE_LOOK),
          }))
        : [];
    });
    await context.sync();
    for (const each of asked)
      takeAll(each, (key, look) => {
        takeOne(each.found, key, look);
      });
    await next(rest.slice(some.length));
  };
  await next(cells);
}

function takeOne({ plain, looks }: LooksFound, key: CellKey, look: Look): void {
  const easy = plainLook(look, FONT);
  if (easy) plain.set(key, easy);
  else looks.set(key, look);
}
