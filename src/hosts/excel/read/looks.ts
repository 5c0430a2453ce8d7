/**
 * A cell's look in the form that Excel reads and writes: everything that a copied format includes except the fill,
 * which belongs to the marks.
 */

import type { CellLook } from '../../../core/model/sheet-drawing';

/** The font of everything that the add-in draws. */
export const FONT = 'Times New Roman';

/** Properties to load from a cell whose look is copied or about to be replaced. */
export const WHOLE_LOOK: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true, patternColor: true },
    font: {
      bold: true,
      color: true,
      italic: true,
      name: true,
      size: true,
      strikethrough: true,
      subscript: true,
      superscript: true,
      underline: true,
    },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    indentLevel: true,
    protection: true,
    readingOrder: true,
    shrinkToFit: true,
    textOrientation: true,
    verticalAlignment: true,
    wrapText: true,
  },
};
/** The lock of a cell cannot change while its sheet is protected. */
export const WITHOUT_LOCKS: Excel.CellPropertiesLoadOptions = { format: { ...WHOLE_LOOK.format, protection: false } };
export const FILL_ONLY: Excel.CellPropertiesLoadOptions = { format: { fill: { color: true, pattern: true } } };

type Tree = { readonly [member: string]: unknown };
export type Look = Tree;

/**
 * The same look in a form that can be set: values that Excel reports as unknown are left out, and a missing border has
 * no colour.
 */
export function lookOf(properties: Excel.CellProperties | undefined): Look {
  const format = clean((properties?.format ?? {}) as Tree);
  const fill = format['fill'] as Tree | undefined;
  const isKept = fill?.['pattern'] !== undefined && fill['pattern'] !== 'None' && fill['pattern'] !== 'Solid';
  return Object.fromEntries(Object.entries(format).filter(([name]) => isKept || name !== 'fill'));
}

/** The look with its fill, for cells that have been wiped; «no fill» is left out. */
export function lookWithFill(properties: Excel.CellProperties | undefined): Look {
  const look = clean((properties?.format ?? {}) as Tree);
  const fill = (look['fill'] ?? {}) as Tree;
  const rest = Object.fromEntries(Object.entries(look).filter(([name]) => name !== 'fill'));
  if (fill['pattern'] === 'None') return rest;
  return { ...rest, fill: fill['pattern'] === 'Solid' ? { color: fill['color'], pattern: 'Solid' } : fill };
}

function clean(tree: Tree): Tree {
  if (tree['style'] === 'None') return { style: 'None' };
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]): [string, unknown][] => {
      if (value === null || value === undefined || value === '') return [];
      return [[name, typeof value === 'object' ? clean(value as Tree) : value]];
    }),
  );
}

const SIDES = ['top', 'bottom', 'left', 'right'] as const;
const HORIZONTAL = { General: 'left', Left: 'left', Center: 'center', Right: 'right' } as const;
const VERTICAL = { Top: 'top', Center: 'center', Bottom: 'bottom' } as const;
/** Values that all looks of the add-in have; a cell with any other value is not plain. */
const UNUSUAL: Tree = { indentLevel: 0, readingOrder: 'Context', shrinkToFit: false, textOrientation: 0 };
const isUsual = (tree: Tree | undefined, usual: Tree): boolean =>
  Object.entries(usual).every(([name, value]) => tree?.[name] === undefined || tree[name] === value);

/** The look as a `CellLook`, or null if a `CellLook` cannot describe it completely. */
export function plainLook(look: Look, font: string): CellLook | null {
  const {
    fill,
    font: letters,
    borders,
  } = look as { fill?: Tree; font?: Tree; borders?: Readonly<Record<string, Tree | undefined>> };
  const lines = SIDES.map((side) => borders?.[side]?.['style']);
  const border = lines[0] === 'Continuous';
  const horizontal = HORIZONTAL[look['horizontalAlignment'] as keyof typeof HORIZONTAL] as
    CellLook['horizontal'] | undefined;
  const vertical = VERTICAL[look['verticalAlignment'] as keyof typeof VERTICAL] as CellLook['vertical'] | undefined;
  if (!letters) return null;
  const isPlain =
    lines.every((style) => style === (border ? 'Continuous' : 'None')) &&
    SIDES.every((side) => !border || isUsual(borders?.[side], { weight: 'Thin', color: '#000000' })) &&
    isUsual(borders?.['diagonalDown'], { style: 'None' }) &&
    isUsual(borders?.['diagonalUp'], { style: 'None' }) &&
    (fill === undefined || fill['pattern'] === 'Solid') &&
    letters['name'] === font &&
    isUsual(letters, { underline: 'None', subscript: false, superscript: false }) &&
    isUsual(look, UNUSUAL) &&
    isUsual(look['protection'] as Tree | undefined, { formulaHidden: false, locked: true });
  if (
    !isPlain ||
    !horizontal ||
    !vertical ||
    typeof letters['size'] !== 'number' ||
    typeof letters['color'] !== 'string'
  )
    return null;
  return {
    size: letters['size'],
    bold: letters['bold'] === true,
    italic: letters['italic'] === true,
    strike: letters['strikethrough'] === true,
    colour: letters['color'].slice(1),
    fill: typeof fill?.['color'] === 'string' ? fill['color'].slice(1) : null,
    border,
    horizontal,
    vertical,
    wrap: look['wrapText'] === true,
    numberFormat: 'General',
  };
}
