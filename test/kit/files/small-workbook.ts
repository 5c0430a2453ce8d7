/** The smallest sound workbook, with parts replaced or added, for tests of odd XML. */
import { inflateRawSync } from 'node:zlib';
import { readDirectory } from '../../../src/hosts/xlsx-file/zip/zip-read';
import { DEFAULT_LIMITS } from '../../../src/hosts/xlsx-file/zip/limits';
import { buildZip, type ZipPart } from './zip-build';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const sheetXml = (rows: string, after = '', before = ''): string =>
  `${PROLOG}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export const STYLES =
  `${PROLOG}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>` +
  '</numFmts><fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>' +
  '<fills count="5"><fill><patternFill patternType="none"/></fill><fill>' +
  '<patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">' +
  '<fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill>' +
  '<fill><gradientFill degree="90"><stop position="0"><color rgb="FFFF0000"/></stop><stop position="1">' +
  '<color rgb="FF00FF00"/></stop></gradientFill></fill><fill><patternFill patternType="solid">' +
  '<fgColor theme="4" tint="-0.249977111117893"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="3" borderId="0" xfId="0" applyFill="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="4" borderId="0" xfId="0" applyFill="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0"><alignment horizontal="center"/>' +
  '<protection locked="0"/></xf></cellXfs></styleSheet>';

export const relationships = (...items: readonly (readonly [kind: string, target: string])[]): string =>
  `${PROLOG}<Relationships xmlns="${PACKAGE}/relationships">${items
    .map(
      ([kind, target], n) =>
        `<Relationship Id="rId${(n + 1).toString()}" ` +
        `Type="${kind.includes('/') ? kind : `${OFFICE}/${kind}`}" ` +
        `Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

export const contentTypes = (...overrides: readonly (readonly [name: string, type: string])[]): string =>
  `${PROLOG}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
  'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  [
    ['/xl/workbook.xml', `${TYPE}sheet.main+xml`],
    ['/xl/worksheets/sheet1.xml', `${TYPE}worksheet+xml`],
    ['/xl/styles.xml', `${TYPE}styles+xml`],
    ...overrides,
  ]
    .map(([name = '', type = '']) => `<Override PartName="${name}" ContentType="${type}"/>`)
    .join('') +
  '</Types>';

export const workbookXml = (middle = '', sheetName = 'Bảng'): string =>
  `${PROLOG}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
  `<sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets>${middle}</workbook>`;

export function smallParts(
  sheet: string,
  replaced: Readonly<Record<string, string | Uint8Array | null>> = {},
): ZipPart[] {
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': workbookXml(),
    'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/styles.xml': STYLES,
    ...replaced,
  };
  return Object.entries(parts).flatMap(([name, bytes]) => (bytes === null ? [] : [{ name, bytes }]));
}

export const smallWorkbook = (
  sheet: string,
  replaced: Readonly<Record<string, string | Uint8Array | null>> = {},
): Uint8Array => buildZip(smallParts(sheet, replaced));

/** Every part of a package, decompressed. */
export function partsOf(file: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const { name, method, dataStart, packed } of readDirectory(file, DEFAULT_LIMITS).entries) {
    const data = file.subarray(dataStart, dataStart + packed);
    parts.set(name, method === 0 ? data : new Uint8Array(inflateRawSync(data)));
  }
  return parts;
}

/** UTF-16 if the part begins with its byte order mark, else UTF-8. */
export const textOf = (bytes: Uint8Array | undefined): string =>
  new TextDecoder(bytes?.[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes);

export const textOfPart = (file: Uint8Array, name: string): string => textOf(partsOf(file).get(name));
