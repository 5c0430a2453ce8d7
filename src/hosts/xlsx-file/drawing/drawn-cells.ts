/**
 * The cells of a drawn sheet as XML, and their drop-downs. The officer's cells keep their XML (including rich text,
 * truth values and errors), and the officer's validations stay except where the add-in's overlap them.
 */
import type { Content } from '../../../core/model/content';
import type { CellValue } from '../../../core/model/workbook/grid';
import {
  type CellLook,
  type DrawnCell,
  type DrawnColumn,
  type DrawnRow,
  type FormCheck,
  type SheetDrawing,
  widthOf,
} from '../../../core/model/sheet-drawing';
import {
  type Address,
  type CellKey,
  columnName,
  contains,
  keyOf,
  rangeFromA1,
  toA1Range,
  type Area2D,
} from '../../../core/values/address';
import { fits, holds, newCell } from '../cells/cell-xml';
import { findCells } from '../cells/find-cells';
import { inheritedStyles } from '../cells/plan-formats';
import { type SheetPart, itemsOf } from '../cells/sheet-part';
import { tooLong } from '../faults';
import type { StyleEditor } from '../parts/style-editor';
import { type Splice, spliceText } from '../xml/splice';
import { escapeAttribute, escapeText } from '../xml/xml-text';
import { withAttributes, attribute, child, descendants, deepen, sourceOf, textOf } from '../xml/xml-tree';
import { fromUtf8 } from '../zip/bytes';

interface RowsTask {
  readonly sheet: SheetPart;
  readonly name: string;
  readonly strings: readonly string[];
  readonly styles: () => StyleEditor;
}

/** Rows whose text is built at a time: few enough for short-lived garbage, enough to be worth a call. */
const ROWS_AT_ONCE = 4;

/**
 * Replaces the element `sheetData`. Cells are read and their formats chosen only when the text is built: a national
 * sheet is never in memory as a whole. `hasFormulas` holds once all text is built.
 */
export function drawRows(
  task: RowsTask,
  { rows, columns, merges }: SheetDrawing,
): { readonly splices: readonly Splice[]; readonly hasFormulas: () => boolean } {
  let hasFormulas = false;
  const { start, end, prefix: p } = task.sheet.data;
  const names = Array.from({ length: widthOf(rows) }, (_, column) => columnName(column));
  const styles = task.styles();
  const open = new Map<CellLook, number>();
  const styleOf = ({ look, isOpen }: DrawnCell): number => {
    if (isOpen !== true) return styles.withLook(look);
    const style = open.get(look) ?? styles.unlocked(styles.withLook(look));
    open.set(look, style);
    return style;
  };
  const movedXml = cellMover(task, rows);
  const rowXml = (row: DrawnRow, position: number): string => {
    const { cells } = row;
    const number = (position + 1).toString();
    let xml = '';
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (!cell) continue;
      const { content, from } = cell;
      const name = `${names[column] ?? ''}${number}`;
      if (content && !fits(content)) throw tooLong(task.name, name);
      hasFormulas ||= content?.kind === 'formula';
      xml += from ? movedXml(from, content, name) : newCell(p, name, styleOf(cell), content);
    }
    const tag = rowTag(
      row,
      fittedHeight(cells, columns, (column) => merges.some((area) => contains(area, position, column))),
    );
    if (xml === '') return tag === '' ? '' : `<${p}row r="${number}"${tag}/>`;
    return `<${p}row r="${number}"${tag}>${xml}</${p}row>`;
  };
  const splices = [spliceText(start, end, `<${p}sheetData>`)];
  const rowsXml = (first: number): string => {
    let xml = '';
    for (let position = first; position < first + ROWS_AT_ONCE; position++) {
      const row = rows[position];
      if (row) xml += rowXml(row, position);
    }
    return xml;
  };
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE)
    splices.push(spliceText(end, end, () => rowsXml(first)));
  splices.push(spliceText(end, end, `</${p}sheetData>`));
  return { splices, hasFormulas: () => hasFormulas };
}

function rowTag({ height, level }: DrawnRow, fitted: number | null): string {
  const stated =
    height === null
      ? fitted === null
        ? ''
        : ` ht="${fitted.toString()}"`
      : ` ht="${height.toString()}" customHeight="1"`;
  return `${stated}${level === 0 ? '' : ` outlineLevel="${level.toString()}"`}`;
}

/** Gives a cell of the old sheet another name and, unless it holds that already, the content wanted. */
function cellMover(
  { sheet, strings }: RowsTask,
  rows: readonly DrawnRow[],
): (from: Address, content: Content | null, name: string) => string {
  const { bytes, data } = sheet;
  const wanted = new Set<CellKey>();
  // A new sheet has no old cells, so its rows need not be searched.
  if (data.openEnd < data.closeStart)
    for (const { cells } of rows) for (const cell of cells) if (cell?.from) wanted.add(keyOf(cell.from));
  const found = findCells(sheet, Float64Array.from(wanted).sort(), strings);
  const styleAt = inheritedStyles(sheet, found);
  return (from, content, name) => {
    const key = keyOf(from);
    const old = found.cells.get(key);
    const stays = old && old.formula === null && (content ? holds(content, old.value, null) : isWordless(old.value));
    if (stays) return withAttributes(bytes, old, { r: name }) + fromUtf8(bytes, old.openEnd, old.end);
    return newCell(data.prefix, name, styleAt(key), content);
  };
}

/** A truth value or an error, which Content cannot express. */
const isWordless = (value: CellValue): boolean =>
  typeof value === 'boolean' || (typeof value === 'object' && value !== null);

/** Points: a column's character is a digit of an 11-point font, and a cell keeps free a little at both sides. */
const CHARACTER = 5.25;
const MARGIN = 5;
const LINE = 1.22;
const LOWEST = 15;
/** Excel's own limit. */
const HIGHEST = 409;

/**
 * The height that a row needs for its wrapped text; null if one line is enough. Excel fits rows without a stated
 * height, but other programs print them one line high: so the file states a height that Excel may still change.
 * Estimated from the widths of Times New Roman; a little too high is better than text cut off.
 */
function fittedHeight(
  cells: readonly (DrawnCell | null)[],
  columns: readonly DrawnColumn[],
  isMerged: (column: number) => boolean,
): number | null {
  let height = LOWEST;
  cells.forEach((cell, position) => {
    const column = columns[position];
    if (!cell?.look.wrap || !column || column.hidden || isMerged(position)) return;
    const text = textOfContent(cell);
    const { size, bold } = cell.look;
    // Skips short texts, which are most of a sheet.
    if (text.length * size * WIDE < column.width * CHARACTER && !text.includes('\n')) return;
    const lines = text
      .split(/\r\n|\r|\n/)
      .reduce((count, line) => count + linesOf(line, column.width * CHARACTER - MARGIN, size * (bold ? BOLD : 1)), 0);
    height = Math.max(height, Math.ceil(lines * size * LINE) + 3);
  });
  return height === LOWEST ? null : Math.min(height, HIGHEST);
}

function textOfContent({ content }: DrawnCell): string {
  const plain = content?.kind === 'formula' ? content.cached : content;
  return plain?.kind === 'text' ? plain.text : '';
}

/** A word wraps whole unless it is longer than a line. */
function linesOf(text: string, width: number, size: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = lengthOf(word) * size;
    if (used > 0 && used + length > width) {
      lines += 1;
      used = 0;
    }
    if (length > width) lines += Math.floor(length / width);
    used = used + (length % width) + SPACE * size;
  }
  return lines;
}

/** Character widths as fractions of the font size; BOLD is the factor for bold text. */
const SPACE = 0.25;
const NARROW = 0.32;
const USUAL = 0.47;
const WIDE = 0.7;
const BOLD = 1.06;

function lengthOf(word: string): number {
  let length = 0;
  for (const character of word)
    length += /[.,;:'!|()[\]/iíìỉĩịljtfrI]/.test(character)
      ? NARROW
      : /[\p{Lu}mw%]/u.test(character)
        ? WIDE
        : /\p{M}/u.test(character)
          ? 0
          : USUAL;
  return length;
}

/** Excel's limit for a list written in the validation itself. */
const LONGEST_LIST = 255;

/** The whole element `dataValidations`; "" if there are no validations. */
export function drawChoices(sheet: SheetPart, { choices, form }: Pick<SheetDrawing, 'choices' | 'form'>): string {
  const p = sheet.root.prefix;
  const lists = new Set(choices.map(({ values }) => listFormula(values)));
  const taken = newerAreas(sheet);
  const areas = choices.map(({ area }) => area);
  const officers = itemsOf(sheet, 'dataValidations', 'dataValidation').flatMap((element) => {
    const formula = child(element, 'formula1');
    if (formula && lists.has(textOf(sheet, formula)) && attribute(sheet, element, 'type') === 'list') return [];
    const before = areasOf(attribute(sheet, element, 'sqref') ?? '');
    const after = without(before, areas);
    if (after.length === 0) return before.length === 0 ? [sourceOf(sheet, element)] : [];
    if (after.length === before.length && after.every((area, n) => area === before[n]))
      return [sourceOf(sheet, element)];
    const tag = withAttributes(sheet.bytes, element, { sqref: after.map(toA1Range).join(' ') });
    return [tag + sourceOf(sheet, element).slice(sourceOf(sheet, { ...element, end: element.openEnd }).length)];
  });
  const addins = choices.flatMap(({ area, values }) => {
    const free = without([area], taken);
    if (free.length === 0 || values.length === 0) return [];
    return [
      `<${p}dataValidation type="list" allowBlank="1" showErrorMessage="0" ` +
        `sqref="${free.map(toA1Range).join(' ')}"><${p}formula1>${escapeText(listFormula(values))}</${p}formula1>` +
        `</${p}dataValidation>`,
    ];
  });
  const items = [...officers, ...addins, ...(form?.checks ?? []).map((check) => checkXml(p, check))];
  if (items.length === 0) return '';
  const old = child(sheet.root, 'dataValidations');
  const count = items.length.toString();
  const tag = old
    ? withAttributes(sheet.bytes, old, { count }).replace(/\s*\/?>$/, '')
    : `<${p}dataValidations count="${count}"`;
  return `${tag}>${items.join('')}</${p}dataValidations>`;
}

/** A validation that rejects other input with the check's message. */
function checkXml(p: string, check: FormCheck): string {
  const [type, formula] = 'list' in check ? ['list', check.list] : ['custom', check.formula];
  return (
    `<${p}dataValidation type="${type}" allowBlank="1" showErrorMessage="1" errorTitle="Điểm không hợp lệ" ` +
    `error="${escapeAttribute(check.message)}" sqref="${check.areas.map(toA1Range).join(' ')}">` +
    `<${p}formula1>${escapeText(formula)}</${p}formula1></${p}dataValidation>`
  );
}

/** "a,b": a value with a comma would be two, and what goes past the limit is left for the officer to type. */
function listFormula(values: readonly string[]): string {
  let list = '';
  for (const value of values) {
    const longer = list === '' ? value : `${list},${value}`;
    if (!value.includes(',') && longer.length <= LONGEST_LIST) list = longer;
  }
  return `"${list.replace(/"/g, '""')}"`;
}

/**
 * Newer versions of Excel store lists that refer to another sheet in an extension; a cell cannot have two validations.
 */
function newerAreas(sheet: SheetPart): Area2D[] {
  const extensions = child(sheet.root, 'extLst');
  if (!extensions) return [];
  return [...descendants(deepen(sheet, extensions), 'dataValidation')].flatMap((element) =>
    [...descendants(element, 'sqref')].flatMap((list) => areasOf(textOf(sheet, list))),
  );
}

const areasOf = (text: string): Area2D[] => text.split(/\s+/).flatMap((item) => rangeFromA1(item) ?? []);

/** The areas minus the others; an area that none of them overlaps is returned as the same object. */
const without = (areas: readonly Area2D[], others: readonly Area2D[]): Area2D[] =>
  others.reduce((left: readonly Area2D[], other) => left.flatMap((area) => cut(area, other)), areas).slice();

function cut(area: Area2D, other: Area2D): Area2D[] {
  const top = Math.max(area.top, other.top);
  const bottom = Math.min(area.bottom, other.bottom);
  const left = Math.max(area.left, other.left);
  const right = Math.min(area.right, other.right);
  if (top > bottom || left > right) return [area];
  return [
    { ...area, bottom: top - 1 },
    { top, bottom, left: area.left, right: left - 1 },
    { top, bottom, left: right + 1, right: area.right },
    { ...area, top: bottom + 1 },
  ].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}
