/**
 * Opens .xlsx and .xlsm files: bytes in, a Book out, and the same bytes with edits spliced in; also draws a workbook
 * from scratch.
 */
import type { SheetEdits } from '../../core/model/workbook/edit';
import type { Book } from '../../core/model/workbook/grid';
import type { SheetDrawing } from '../../core/model/sheet-drawing';
import { CONTENT_TYPES } from './parts/content-types';
import { openPackage } from './parts/package';
import { readXlsx } from './read-xlsx';
import { applyEdits } from './write-xlsx';
import { splice } from './xml/splice';
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

/** Throws HostError if the bytes are not a sound workbook. Grids are read on demand. */
export function openXlsx(
  bytes: Uint8Array,
  codec: Codec,
  options: { readonly limits?: Partial<Limits> } = {},
): XlsxFile {
  const file = readXlsx(bytes, codec, options);
  return { book: file.book, apply: (edits) => applyEdits(file, edits) };
}

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
