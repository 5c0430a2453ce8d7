/** Reads xl/workbook.xml for the rest of the host: sheets, shared parts, names, protection; and the shared strings. */
import { CONTENT_TYPES, readContentTypes } from './content-types';
import { damaged, unsupported } from '../faults';
import type { Parts } from './package';
import { relationshipsOf, relationshipsPart } from './relationships';
import { attribute, attributesOf, child, childrenOf, isTrue, parseXml, relationshipId, textOf } from '../xml/xml-tree';
import { CLOSE, EMPTY, endOfElement, next, OPEN, tokens } from '../xml/xml';
import { localName, richText } from '../xml/xml-text';

export interface WorkbookSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /**
   * The worksheet's part; null for a lost sheet and for chart, dialog and macro sheets, which are kept but never read.
   */
  readonly part: string | null;
  /** The workbook lists it, but its part is not in the file. */
  readonly isLost: boolean;
  /** Its position among all sheets, as in localSheetId. */
  readonly position: number;
}

interface DefinedName {
  readonly name: string;
  readonly localSheetId: number | null;
  readonly text: string;
}

export interface Workbook {
  readonly part: string;
  readonly sheets: readonly WorkbookSheet[];
  readonly names: readonly DefinedName[];
  readonly sharedStrings: string | null;
  /** The strings part that the workbook names but the file lacks: every cell text stored there is lost. */
  readonly lostStrings: string | null;
  readonly styles: string | null;
  readonly calcChain: string | null;
  readonly date1904: boolean;
  readonly structureLocked: boolean;
  readonly signed: boolean;
}

export function readWorkbook(parts: Parts): Workbook {
  refuseOtherPackages(parts);
  const top = relationshipsOf(parts, '');
  const part = top.find(({ kind }) => kind === 'officeDocument')?.target;
  if (part === undefined || part === null || !parts.has(part)) throw damaged('_rels/.rels');
  const type = readContentTypes(parts)(part) ?? '';
  if (type.includes('sheet.binary')) throw unsupported('xlsb');
  if (/wordprocessing|presentation|visio/i.test(type)) throw unsupported('document');

  const xml = parseXml(parts.read(part), part);
  if (xml.root.local !== 'workbook') throw damaged(part);
  const related = relationshipsOf(parts, part);
  const byId = new Map(related.map((item) => [item.id, item]));
  const one = (kind: string): string | null =>
    related.find((item) => item.kind === kind && item.target !== null && parts.has(item.target))?.target ?? null;
  const sharedStrings = one('sharedStrings');
  const sheets = childrenOf(child(xml.root, 'sheets'), 'sheet').map((element, position): WorkbookSheet => {
    const state = attribute(xml, element, 'state');
    const found = byId.get(relationshipId(xml, element) ?? '');
    const target = found?.target ?? null;
    const isThere = target !== null && parts.has(target);
    return {
      name: attribute(xml, element, 'name') ?? '',
      visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      part: isThere && found?.kind === 'worksheet' ? target : null,
      isLost: !isThere,
      position,
    };
  });
  // If every sheet is lost, the damage is in the workbook's relationships.
  if (sheets.length > 0 && sheets.every(({ isLost }) => isLost)) throw damaged(relationshipsPart(part));
  const protection = child(xml.root, 'workbookProtection');
  const properties = child(xml.root, 'workbookPr');
  return {
    part,
    sheets,
    names: childrenOf(child(xml.root, 'definedNames'), 'definedName').map((element) => {
      const found = attributesOf(xml.bytes, element);
      const local = found.get('localSheetId');
      return {
        name: found.get('name') ?? '',
        localSheetId: local === undefined ? null : Number(local),
        text: textOf(xml, element),
      };
    }),
    sharedStrings,
    lostStrings: sharedStrings === null ? (related.find(({ kind }) => kind === 'sharedStrings')?.target ?? null) : null,
    styles: one('styles'),
    calcChain: one('calcChain'),
    date1904: properties !== null && isTrue(attribute(xml, properties, 'date1904')),
    structureLocked: protection !== null && isTrue(attribute(xml, protection, 'lockStructure')),
    signed: top.some(({ type }) => type.endsWith('/digital-signature/origin')),
  };
}

function refuseOtherPackages(parts: Parts): void {
  if (parts.has('mimetype') && parts.has('content.xml')) throw unsupported('ods');
  if (parts.has('EncryptedPackage')) throw damaged('EncryptedPackage');
  if (!parts.has(CONTENT_TYPES)) {
    throw unsupported(parts.has('index.xml') || parts.has('Index/Document.iwa') ? 'numbers' : 'zip');
  }
}

export function readSharedStrings(parts: Parts, name: string | null): string[] {
  if (name === null) return [];
  const bytes = parts.read(name);
  const t = tokens(bytes, name);
  const strings: string[] = [];
  let depth = 0;
  while (next(t)) {
    if (t.kind === CLOSE) depth--;
    if (t.kind !== OPEN && t.kind !== EMPTY) continue;
    // Items are children of the root; everything else is ignored.
    if (depth === 1 && localName(bytes, t.nameStart, t.nameStop) === 'si') {
      const end = t.kind === EMPTY ? t.stop : endOfElement(bytes, t.start, bytes.length, name);
      strings.push(t.kind === EMPTY ? '' : richText(bytes, t.start, end, name));
      t.position = end;
    } else if (t.kind === OPEN) depth++;
  }
  return strings;
}
