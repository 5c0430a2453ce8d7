/**
 * Reads the column runs (`col` elements) of a sheet and splits a run to give one of its columns a width; everything
 * else stays as written.
 */
import type { Edit } from '../../../core/model/workbook/edit';
import { itemsOf, type SheetPart } from './sheet-part';
import { spliceText, type Splice } from '../xml/splice';
import { attribute, child, isTrue, wholeNumber, withAttributes, type Element } from '../xml/xml-tree';

interface Run {
  readonly element: Element;
  /** Counted from 1, as in the file. */
  readonly first: number;
  readonly last: number;
  readonly width: string | null;
}

/** Does nothing in a sheet without `cols`: all its columns have the same width. */
export function widenColumns(sheet: SheetPart, edits: readonly Edit[]): Splice[] {
  const cols = child(sheet.root, 'cols');
  const wanted = edits.filter((edit) => edit.kind === 'width');
  if (!cols || wanted.length === 0) return [];
  const runs = itemsOf(sheet, 'cols', 'col').map((element): Run => ({
    element,
    first: Number(attribute(sheet, element, 'min')),
    last: Number(attribute(sheet, element, 'max')),
    width: attribute(sheet, element, 'width'),
  }));
  const runOf = (column: number): Run | undefined => runs.find(({ first, last }) => column >= first && column <= last);
  const widths = new Map<number, string>();
  for (const { column, like } of wanted) {
    const width = runOf(like + 1)?.width ?? null;
    // A model column of width 0 is hidden, so its width is not copied.
    if (width !== null && Number(width) > 0 && width !== runOf(column + 1)?.width) widths.set(column + 1, width);
  }
  const inOrder = [...widths].sort(([a], [b]) => a - b);
  const splices = runs.flatMap((run): Splice[] => {
    const inside = inOrder.filter(([column]) => runOf(column) === run);
    return inside.length === 0 ? [] : [spliceText(run.element.start, run.element.end, cutRun(sheet, run, inside))];
  });
  for (const [column, width] of inOrder.filter(([each]) => !runOf(each))) {
    const position = runs.find(({ first }) => first > column)?.element.start ?? cols.closeStart;
    const xml =
      `<${cols.prefix}col min="${column.toString()}" max="${column.toString()}" ` +
      `width="${width}" customWidth="1"/>`;
    splices.push(spliceText(position, position, xml));
  }
  return splices;
}

/**
 * Splits the run: the pieces before, between and after the columns keep all attributes; the columns themselves change
 * only their width.
 */
function cutRun(
  sheet: SheetPart,
  { element, first, last }: Run,
  columns: readonly (readonly [number, string])[],
): string {
  const piece = (min: number, max: number, width: string | null): string => {
    const changed = width === null ? {} : { width, customWidth: '1', bestFit: null };
    if (min > max) return '';
    const tag = withAttributes(sheet.bytes, element, { min: min.toString(), max: max.toString(), ...changed });
    return `${tag.replace(/\s*\/?>$/, '')}/>`;
  };
  let from = first;
  let xml = '';
  for (const [column, width] of columns) {
    xml += piece(from, column - 1, null) + piece(column, column, width);
    from = column + 1;
  }
  return xml + piece(from, last, null);
}

interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly hidden: boolean;
  readonly style: number;
}

export const columnsOf = (sheet: SheetPart): ColumnRun[] =>
  itemsOf(sheet, 'cols', 'col').map((element) => ({
    first: Number(attribute(sheet, element, 'min')) - 1,
    last: Number(attribute(sheet, element, 'max')) - 1,
    hidden: isTrue(attribute(sheet, element, 'hidden')) || Number(attribute(sheet, element, 'width') ?? 'NaN') === 0,
    style: wholeNumber(attribute(sheet, element, 'style')),
  }));
