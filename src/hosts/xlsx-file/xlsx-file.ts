/**
 * Opens .xlsx and .xlsm files: bytes in, a Book out, and the same bytes with edits spliced in; also draws a workbook
 * from scratch.
 */
import type { SheetEdits } from '../../core/model/workbook/edit';
import type { Book, Grid } from '../../core/model/workbook/grid';
import { permitsAll } from '../../core/model/workbook/protection';
import type { SheetDrawing } from '../../core/model/sheet-drawing';
import { readMarkNames } from '../marks/mark-names';
import { patchSheet } from './cells/patch-sheet';
import { readProtection } from './cells/protection';
import { readGrid, type Reading, mostStyle } from './cells/read-grid';
import { openSheet } from './cells/sheet-part';
import { drawSheet } from './drawing/draw-sheet';
import { writeNotes } from './drawing/notes';
import { lostSheet, missingSheet, protectedSheet, protectedStructure, signed, takenSheet } from './faults';
import { addSheet } from './parts/add-sheet';
import { CONTENT_TYPES } from './parts/content-types';
import { openPackage, type Draft } from './parts/package';
import { editStyles, ensureStyles, type StyleEditor } from './parts/style-editor';
import { readStyles } from './parts/style-table';
import { readSharedStrings, readWorkbook, type Workbook, type WorkbookSheet } from './parts/workbook';
import { dropCalcChain, recalculateOnLoad, writeNames } from './parts/write-workbook';
import { splice, spliced } from './xml/splice';
import { attribute, descendants, parseXml, setAttributes } from './xml/xml-tree';
import { toUtf8 } from './zip/bytes';
import type { Codec } from './zip/codec';
import { DEFAULT_LIMITS, type Limits } from './zip/limits';
import { writeZip } from './zip/zip-write';

export type { Codec } from './zip/codec';
export type { Limits } from './zip/limits';

export interface XlsxFile {
  readonly book: Book;
  /**
   * Returns the whole file with the edits; the source's own bytes if nothing changes. Throws HostError if any edit
   * fails, and then changes nothing.
   */
  apply(edits: readonly SheetEdits[]): Uint8Array;
}

/** Opens a file; throws HostError if it is not a sound workbook. Grids are read on demand. */
export function openXlsx(
  bytes: Uint8Array,
  codec: Codec,
  options: { readonly limits?: Partial<Limits> } = {},
): XlsxFile {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const parts = openPackage(bytes, codec, limits);
  const workbook = readWorkbook(parts);
  const reading: Reading = {
    parts,
    workbook,
    styles: once(() => readStyles(parts, workbook.styles)),
    strings: once(() => readSharedStrings(parts, workbook.sharedStrings)),
    limits,
    mostStyles: new Map(),
  };
  const sheets = workbook.sheets.flatMap(({ name, visibility, part }) =>
    part === null ? [] : [{ name, visibility, grid: once((): Grid => readGrid(reading, name, part)) }],
  );
  const unopened = workbook.sheets.filter(({ isLost }) => isLost).map(({ name }) => lostSheet(name));
  const book: Book = { sheets, unopened, structureLocked: workbook.structureLocked };
  return { book, apply: (edits) => applyEdits(reading, edits) };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The draft and its state while the sheets are edited one after the other. */
interface Batch {
  readonly draft: Draft;
  readonly strings: () => readonly string[];
  /** The style editor, created when the first format is needed. */
  readonly styles: () => StyleEditor;
  /** Read again when a sheet is added. */
  book: Workbook;
  formulasChanged: boolean;
  formulasWritten: boolean;
}

/** Applies all edits of all sheets to a draft of the package; the draft is saved only if all of them succeed. */
function applyEdits(reading: Reading, requests: readonly SheetEdits[]): Uint8Array {
  const draft = reading.parts.draft();
  const wanted = gather(requests);
  if (wanted.size > 0 && reading.workbook.signed) throw signed();

  const made: { editor: StyleEditor | null } = { editor: null };
  const batch: Batch = {
    draft,
    strings: reading.strings,
    styles: () => (made.editor ??= editStyles(draft, ensureStyles(draft, batch.book), mostStyle(reading))),
    book: reading.workbook,
    formulasChanged: false,
    formulasWritten: false,
  };
  for (const request of wanted.values()) editSheet(batch, request);
  made.editor?.save();
  if (batch.formulasChanged) dropCalcChain(draft, batch.book);
  if (batch.formulasWritten) recalculateOnLoad(draft, batch.book);
  return draft.save();
}

function editSheet(batch: Batch, request: SheetEdits): void {
  const { draft, styles } = batch;
  const { edits, drawing } = request;
  const entry = sheetOf(batch, request);
  const { book } = batch;
  const { name, part } = entry;
  const protection = readProtection(draft, book.styles, openSheet(draft, part));
  if (protection && !permitsAll(protection, request)) throw protectedSheet(name);
  if (drawing) {
    const drawn = drawSheet({ draft, book, entry, drawing, styles, strings: batch.strings() });
    batch.formulasChanged ||= drawn !== null;
    batch.formulasWritten ||= drawn?.hasFormulas === true;
  }
  if (edits.length === 0) return;

  const sheet = openSheet(draft, part);
  const marks = readMarkNames(book.names, name);
  const patch = patchSheet({ draft, sheet, name, edits, styles, strings: batch.strings(), marks });
  const notes = writeNotes(draft, book, sheet, name, edits);
  draft.writeSpliced(part, spliced(sheet, patch.splices.concat(notes)));
  if (patch.marks) writeNames(draft, book, entry, patch.marks);
  batch.formulasChanged ||= patch.formulasChanged;
  batch.formulasWritten ||= patch.formulasWritten;
}

/** The sheet of that name, added first if the request says it is new. */
function sheetOf(batch: Batch, { sheet: name, isNew }: SheetEdits): WorkbookSheet & { readonly part: string } {
  const find = (): WorkbookSheet | undefined => batch.book.sheets.find((sheet) => sameName(sheet.name, name));
  if (isNew) {
    if (find()) throw takenSheet(name);
    if (batch.book.structureLocked) throw protectedStructure(name);
    addSheet(batch.draft, batch.book, name);
    batch.book = readWorkbook(batch.draft);
  }
  const entry = find();
  if (!entry || entry.part === null) throw missingSheet(name);
  return { ...entry, part: entry.part };
}

/** Merges the requests into one per sheet, in the order given. */
function gather(requests: readonly SheetEdits[]): Map<string, SheetEdits> {
  const wanted = new Map<string, SheetEdits>();
  for (const request of requests) {
    if (!request.isNew && request.edits.length === 0 && !request.drawing) continue;
    const key = request.sheet.toLowerCase();
    const before = wanted.get(key);
    wanted.set(
      key,
      before
        ? {
            ...before,
            ...request,
            sheet: before.sheet,
            isNew: before.isNew || request.isNew,
            edits: [...before.edits, ...request.edits],
          }
        : request,
    );
  }
  return wanted;
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The smallest valid package: sheets are drawn into it as into any other workbook. */
const EMPTY_PARTS: Readonly<Record<string, string>> = {
  [CONTENT_TYPES]:
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
    '</Relationships>',
  'xl/workbook.xml':
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/>` +
    '</bookViews><sheets></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/>` +
    '</Relationships>',
  // Column widths count characters of the first font: at 11 points it is as wide as Excel's default font, so columns
  // have the same width here as in the officer's workbook.
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/>` +
    '<name val="Times New Roman"/><family val="1"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>' +
    '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
};

interface DrawnSheet {
  readonly sheet: string;
  readonly drawing: SheetDrawing;
  readonly isHidden?: boolean;
}

/** The same drawings give the same bytes. At least one sheet must not be hidden. */
export function drawWorkbook(sheets: readonly DrawnSheet[], codec: Codec): Uint8Array {
  const added = Object.entries(EMPTY_PARTS).map(([name, xml]) => ({
    name,
    part: { bytes: toUtf8(PROLOG + xml), splices: [] },
  }));
  const nothing = new Uint8Array(0);
  const empty = writeZip(
    nothing,
    { entries: [], base: 0, comment: nothing },
    { replaced: new Map(), removed: new Set(), added },
    codec,
  );
  const drawn = openXlsx(empty, codec).apply(
    sheets.map(({ sheet, drawing }) => ({ sheet, isNew: true, edits: [], drawing })),
  );
  const hidden = sheets.filter(({ isHidden }) => isHidden === true);
  return hidden.length === 0
    ? drawn
    : withHidden(
        drawn,
        hidden.map(({ sheet }) => sheet),
        codec,
      );
}

function withHidden(bytes: Uint8Array, names: readonly string[], codec: Codec): Uint8Array {
  const draft = openPackage(bytes, codec, DEFAULT_LIMITS).draft();
  const part = 'xl/workbook.xml';
  const xml = parseXml(draft.read(part), part);
  const splices = Array.from(descendants(xml.root, 'sheet')).flatMap((element) =>
    names.includes(attribute(xml, element, 'name') ?? '') ? [setAttributes(xml, element, { state: 'hidden' })] : [],
  );
  draft.write(part, splice(xml, splices));
  return draft.save();
}
