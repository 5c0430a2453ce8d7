/** A cell's look as Excel tells it and takes it: everything that a lent format brings along but the fill, which the marks decide. */

/** What is asked of a cell that lends its look or is about to lose its own. */
export const WHOLE_LOOK: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true, patternColor: true },
    font: { bold: true, color: true, italic: true, name: true, size: true, strikethrough: true, subscript: true, superscript: true, underline: true },
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
export const FILL_ONLY: Excel.CellPropertiesLoadOptions = { format: { fill: { color: true, pattern: true } } };

/** What is told of a cell of our own sheets whose look comes along, where there are too many of them to be told everything. */
export const SHORT_LOOK: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, color: true, italic: true, name: true, size: true, strikethrough: true, underline: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
  },
};

type Tree = { readonly [member: string]: unknown };
export type Look = Tree;

/** The same look in a form that can be set: what Excel told as unknown is left out, and a border that is none has no colour. */
export function lookOf(told: Excel.CellProperties | undefined): Look {
  const format = clean((told?.format ?? {}) as Tree);
  const fill = format['fill'] as Tree | undefined;
  const isKept = fill?.['pattern'] !== undefined && fill['pattern'] !== 'None' && fill['pattern'] !== 'Solid';
  return Object.fromEntries(Object.entries(format).filter(([name]) => isKept || name !== 'fill'));
}

/** The look with its fill, for cells that have been wiped: what is none need not be set. */
export function lookWithFill(told: Excel.CellProperties | undefined): Look {
  const look = clean((told?.format ?? {}) as Tree);
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
