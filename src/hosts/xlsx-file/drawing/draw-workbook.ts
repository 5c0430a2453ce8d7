/** A workbook of our own from nothing: the smallest sound package, and each sheet drawn into it as into any other. */
import type { SheetDrawing } from '../../../core/model/sheet-drawing';
import { toUtf8 } from '../zip/bytes';
import type { Codec } from '../zip/codec';
import { CONTENT_TYPES } from '../parts/content-types';
import { openXlsx } from '../xlsx-file';
import { writeZip } from '../zip/zip-write';

const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const PARTS: Readonly<Record<string, string>> = {
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
  // Widths count characters of the first font: at 11 points it is as wide as Excel's own, so a column is as wide here
  // as in the officer's workbook.
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/>` +
    '<name val="Times New Roman"/><family val="1"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>' +
    '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
};

/** The same drawings give the same bytes. At least one sheet. */
export function drawWorkbook(
  sheets: readonly { readonly sheet: string; readonly drawing: SheetDrawing }[],
  codec: Codec,
): Uint8Array {
  const added = Object.entries(PARTS).map(([name, xml]) => ({
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
  return openXlsx(empty, codec).apply(sheets.map(({ sheet, drawing }) => ({ sheet, isNew: true, edits: [], drawing })));
}
