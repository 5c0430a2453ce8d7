/**
 * Replaces the contents of a sheet with a drawing: rows, columns, panes, merges, filter and print settings by splices
 * of its part; charts and names in other parts. Everything that the drawing does not specify stays.
 */
import { type SheetDrawing, widthOf } from '../../../core/model/sheet-drawing';
import { MAX_COLUMNS, MAX_ROWS, toA1, toA1Range } from '../../../core/values/address';
import { blocked } from '../faults';
import { drawRows, drawChoices } from './drawn-cells';
import type { Draft } from '../parts/package';
import { writePrintNames } from '../parts/write-workbook';
import { relationshipsOf } from '../parts/relationships';
import { itemsOf, openSheet, SHEET_ORDER, type SheetPart } from '../cells/sheet-part';
import { changesAnything, type Splice, spliced, spliceText } from '../xml/splice';
import type { StyleEditor } from '../parts/style-editor';
import type { Workbook, WorkbookSheet } from '../parts/workbook';
import { writeCharts } from './write-charts';
import { escapeText } from '../xml/xml-text';
import {
  attribute,
  child,
  childrenOf,
  deepen,
  type Element,
  insertInOrder,
  sourceOf,
  textOf,
  withAttributes,
} from '../xml/xml-tree';

interface DrawingTask {
  readonly draft: Draft;
  readonly book: Workbook;
  readonly entry: WorkbookSheet & { readonly part: string };
  readonly drawing: SheetDrawing;
  readonly styles: () => StyleEditor;
  readonly strings: readonly string[];
}

/** Returns null if the drawing changes nothing. */
export function drawSheet(task: DrawingTask): { readonly hasFormulas: boolean } | null {
  const { draft, book, entry, drawing, styles, strings } = task;
  // A table stores its column titles a second time: if the rows under it move, Excel calls the file damaged.
  if (relationshipsOf(draft, entry.part).some(({ kind }) => kind === 'table')) {
    throw blocked(
      entry.name,
      'A1',
      'trang tính có vùng Table chồng lên; ' +
        'hãy chuyển vùng đó thành vùng thường (Thiết kế bảng › Chuyển thành phạm ' +
        'vi) rồi thử lại',
    );
  }
  const sheet = openSheet(draft, entry.part);
  const rows = drawRows({ sheet, name: entry.name, strings, styles }, drawing);
  const chartLink = writeCharts(draft, book, sheet, entry.name, drawing);
  const part = spliced(sheet, drawFrame(sheet, drawing, rows.splices, chartLink, entry.position === 0));
  writePrintNames(draft, book, entry, drawing);
  if (!changesAnything(part)) return null;
  // At once: looks are taken while the rows' text is made, and the list of styles is saved when all sheets are done.
  draft.writePacked(entry.part, part);
  return { hasFormulas: rows.hasFormulas() };
}

/** Paper is A4, portrait or landscape: one page wide, as many pages long as needed. */
const A4 = '9';
const PAGE_NUMBER = '&C&P/&N';

/**
 * `rows` replaces the sheet's `sheetData`; `chartLink` is its new `drawing` element, if it needs one. `isFirst`: the
 * workbook opens on this sheet.
 */
function drawFrame(
  sheet: SheetPart,
  drawing: SheetDrawing,
  rows: readonly Splice[],
  chartLink: string,
  isFirst: boolean,
): Splice[] {
  const p = sheet.root.prefix;
  const width = Math.max(1, widthOf(drawing.rows));
  const dimension = toA1Range({ top: 0, left: 0, bottom: Math.max(0, drawing.rows.length - 1), right: width - 1 });
  const merges = drawing.merges.map((area) => `<${p}mergeCell ref="${toA1Range(area)}"/>`).join('');
  // Each element once, in schema order: elements inserted at the same position keep that order.
  return [
    ...put(sheet, 'sheetPr', properties(sheet, drawing)),
    ...put(sheet, 'dimension', `<${p}dimension ref="${dimension}"/>`),
    ...views(sheet, drawing, isFirst),
    ...put(sheet, 'sheetFormatPr', rowFormat(sheet, drawing)),
    ...put(sheet, 'cols', columns(sheet, drawing)),
    ...rows,
    ...(drawing.form
      ? put(sheet, 'sheetProtection', `<${p}sheetProtection sheet="1" formatColumns="0" formatRows="0"/>`)
      : []),
    ...put(sheet, 'autoFilter', drawing.filter ? `<${p}autoFilter ref="${toA1Range(drawing.filter)}"/>` : ''),
    ...put(
      sheet,
      'mergeCells',
      merges && `<${p}mergeCells count="${drawing.merges.length.toString()}">${merges}</${p}mergeCells>`,
    ),
    ...put(sheet, 'dataValidations', drawChoices(sheet, drawing)),
    ...(child(sheet.root, 'pageMargins')
      ? []
      : put(
          sheet,
          'pageMargins',
          `<${p}pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`,
        )),
    ...put(
      sheet,
      'pageSetup',
      changed(sheet, 'pageSetup', {
        paperSize: A4,
        orientation: drawing.print.landscape ? 'landscape' : 'portrait',
        ...(drawing.form?.pages
          ? { scale: drawing.form.pages.scale.toString() }
          : { fitToWidth: '1', fitToHeight: '0' }),
      }),
    ),
    ...footer(sheet),
    ...pageBreaks(sheet, drawing),
    ...(chartLink === '' ? [] : put(sheet, 'drawing', chartLink)),
  ];
}

/** Breaks span whole rows and columns, so `max` is the last row or column possible. */
function pageBreaks(sheet: SheetPart, { form, print }: SheetDrawing): Splice[] {
  const p = sheet.root.prefix;
  const breaks = (local: string, positions: readonly number[] | undefined, last: number): Splice[] => {
    if (positions === undefined) return [];
    const count = positions.length.toString();
    const items = positions.map((id) => `<${p}brk id="${id.toString()}" max="${last.toString()}" man="1"/>`).join('');
    return put(
      sheet,
      local,
      items && `<${p}${local} count="${count}" manualBreakCount="${count}">${items}</${p}${local}>`,
    );
  };
  return [
    ...breaks('rowBreaks', form?.pages?.rows ?? print.breaks, MAX_COLUMNS - 1),
    ...breaks('colBreaks', form?.pages?.columns, MAX_ROWS - 1),
  ];
}

/** Sets or replaces the root's child of that name; "" removes it. */
function put(sheet: SheetPart, local: string, xml: string): Splice[] {
  const old = child(sheet.root, local);
  if (old) return [spliceText(old.start, old.end, xml)];
  return xml === '' ? [] : insertInOrder(sheet, SHEET_ORDER, local, xml);
}

/** A childless element with some attributes changed and the others kept. */
function changed(sheet: SheetPart, local: string, changes: Readonly<Record<string, string | null>>): string {
  const old = child(sheet.root, local);
  if (old) return `${open(sheet, old, changes)}/>`;
  return `<${sheet.root.prefix}${local}${Object.entries(changes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${value}"`))
    .join('')}/>`;
}

const open = (sheet: SheetPart, element: Element, changes: Readonly<Record<string, string | null>>): string =>
  withAttributes(sheet.bytes, element, changes).replace(/\s*\/?>$/, '');

const deepest = ({ rows }: SheetDrawing): number => rows.reduce((most, { level }) => Math.max(most, level), 0);

/** Subtotals are above their lines, and all columns fit the width of one page. */
function properties(sheet: SheetPart, drawing: SheetDrawing): string {
  const p = sheet.root.prefix;
  const shallow = child(sheet.root, 'sheetPr');
  const old = shallow && deepen(sheet, shallow);
  const part = (local: string, changes: Readonly<Record<string, string>>): string => {
    const known = old && child(old, local);
    if (Object.keys(changes).length === 0) return known ? sourceOf(sheet, known) : '';
    return known
      ? `${open(sheet, known, changes)}/>`
      : `<${p}${local}${Object.entries(changes)
          .map(([name, value]) => ` ${name}="${value}"`)
          .join('')}/>`;
  };
  const tag = old ? open(sheet, old, { filterMode: null }) : `<${p}sheetPr`;
  const outline = part('outlinePr', deepest(drawing) > 0 ? { summaryBelow: '0' } : {});
  const fitted = part('pageSetUpPr', { fitToPage: drawing.form?.pages ? '0' : '1' });
  return `${tag}>${part('tabColor', {})}${outline}${fitted}</${p}sheetPr>`;
}

function rowFormat(sheet: SheetPart, drawing: SheetDrawing): string {
  const level = deepest(drawing);
  const outlineLevelRow = level === 0 ? null : level.toString();
  return changed(
    sheet,
    'sheetFormatPr',
    child(sheet.root, 'sheetFormatPr') ? { outlineLevelRow } : { defaultRowHeight: '15', outlineLevelRow },
  );
}

/**
 * The drawing's columns replace the old ones. Columns after them stay, except those whose cells come from another
 * column: they take the width of that column, and are hidden only if it is hidden.
 */
function columns(sheet: SheetPart, drawing: SheetDrawing): string {
  const p = sheet.root.prefix;
  const addins = drawing.columns.map(({ width, hidden }, position) => {
    const number = (position + 1).toString();
    const shown = hidden ? ' hidden="1"' : '';
    return `<${p}col min="${number}" max="${number}" width="${width.toString()}"${shown} customWidth="1"/>`;
  });
  const moved = movedColumns(drawing);
  const count = drawing.columns.length;
  const end = Math.max(count, ...[...moved.keys()].map((column) => column + 1));
  const besides = Array.from({ length: end - count }, (_, n) => ({ to: count + n, from: moved.get(count + n) }));
  const spans = [
    ...besides.map(({ to, from = to }) => ({ to, first: from + 1, last: from + 1 })),
    { to: end, first: end + 1, last: MAX_COLUMNS },
  ];
  const officers = spans.flatMap(({ to, first, last }) =>
    itemsOf(sheet, 'cols', 'col').flatMap((element) => {
      const min = Math.max(Number(attribute(sheet, element, 'min')), first);
      const max = Math.min(Number(attribute(sheet, element, 'max')), last);
      const place = { min: (to + min - first + 1).toString(), max: (to + max - first + 1).toString() };
      return min <= max ? [`${open(sheet, element, place)}/>`] : [];
    }),
  );
  return addins.length + officers.length === 0 ? '' : `<${p}cols>${addins.join('')}${officers.join('')}</${p}cols>`;
}

/** Columns behind those of the drawing that come from another; rows that are made anew are like the header. */
function movedColumns({ columns: { length }, rows }: SheetDrawing): ReadonlyMap<number, number> {
  const cells = rows.flatMap((row) => (row.width === undefined ? [...row.cells.slice(length).entries()] : []));
  const moved = cells.map(([n, cell]) => [length + n, cell?.from?.column ?? length + n] as const);
  return new Map(moved.filter(([column, from]) => column !== from));
}

/** If the same rows and columns are already frozen, the officer's scroll position stays too. */
function views(sheet: SheetPart, { frozen }: SheetDrawing, isFirst: boolean): Splice[] {
  const p = sheet.root.prefix;
  const list = child(sheet.root, 'sheetViews');
  const known = itemsOf(sheet, 'sheetViews', 'sheetView');
  const panes = paneXml(p, frozen);
  if (!list || known.length === 0)
    return put(
      sheet,
      'sheetViews',
      `<${p}sheetViews><${p}sheetView${isFirst ? ' tabSelected="1"' : ''} ` +
        `workbookViewId="0">${panes}</${p}sheetView></${p}sheetViews>`,
    );
  return known.flatMap((view) => {
    const pane = child(view, 'pane');
    const [columnSplit, rowSplit] = ['xSplit', 'ySplit'].map((name) =>
      Number((pane && attribute(sheet, pane, name)) ?? '0'),
    );
    const isFrozen = pane === null || attribute(sheet, pane, 'state')?.startsWith('frozen') === true;
    if (isFrozen && rowSplit === frozen.rows && columnSplit === frozen.columns) return [];
    const rest = view.children
      .filter(({ local }) => local !== 'pane' && local !== 'selection')
      .map((element) => sourceOf(sheet, element));
    return [
      spliceText(
        view.start,
        view.end,
        `${open(sheet, view, { topLeftCell: null })}>${panes}${rest.join('')}</${p}sheetView>`,
      ),
    ];
  });
}

function paneXml(p: string, { rows, columns: across }: SheetDrawing['frozen']): string {
  if (rows === 0 && across === 0) return '';
  const corner = rows === 0 ? 'topRight' : across === 0 ? 'bottomLeft' : 'bottomRight';
  const xSplit = across === 0 ? '' : ` xSplit="${across.toString()}"`;
  const ySplit = rows === 0 ? '' : ` ySplit="${rows.toString()}"`;
  const at = toA1({ row: rows, column: across });
  return (
    `<${p}pane${xSplit}${ySplit} topLeftCell="${at}" activePane="${corner}" state="frozen"/>` +
    `<${p}selection pane="${corner}" activeCell="${at}" sqref="${at}"/>`
  );
}

/** Leaves the officer's footer unchanged if it already shows page numbers. */
function footer(sheet: SheetPart): Splice[] {
  const p = sheet.root.prefix;
  const addins = `<${p}oddFooter>${escapeText(PAGE_NUMBER)}</${p}oddFooter>`;
  const shallow = child(sheet.root, 'headerFooter');
  if (!shallow) return put(sheet, 'headerFooter', `<${p}headerFooter>${addins}</${p}headerFooter>`);
  const old = deepen(sheet, shallow);
  const odd = child(old, 'oddFooter');
  if (odd && textOf(sheet, odd).includes('&P')) return [];
  const before = childrenOf(old, 'oddHeader').map((element) => sourceOf(sheet, element));
  const after = old.children
    .filter(({ local }) => local !== 'oddHeader' && local !== 'oddFooter')
    .map((element) => sourceOf(sheet, element));
  return [
    spliceText(
      old.start,
      old.end,
      `${open(sheet, old, {})}>${before.join('')}${addins}${after.join('')}</${p}headerFooter>`,
    ),
  ];
}
