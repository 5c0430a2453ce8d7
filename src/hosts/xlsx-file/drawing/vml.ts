/**
 * The VML drawing of legacy comments: a note without a shape is not shown, and shape ids must be unique in the
 * workbook.
 */
import { keyOf, type Address, type CellKey } from '../../../core/values/address';
import { toUtf8 } from '../zip/bytes';
import { readContentTypes } from '../parts/content-types';
import type { Draft, Parts } from '../parts/package';
import { splice, spliceText, type Splice } from '../xml/splice';
import {
  append,
  attribute,
  attributesOf,
  childrenOf,
  descendants,
  parseXml,
  setAttributes,
  textOf,
  type Element,
  type XmlPart,
} from '../xml/xml-tree';

const EMPTY_DRAWING =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>';
const NOTE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const NAMESPACES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
};
const BLOCK = 1024;

const open = (parts: Parts, name: string): XmlPart => parseXml(parts.read(name), name, { lenient: true });

export function newDrawing(draft: Draft, name: string): void {
  draft.write(name, toUtf8(EMPTY_DRAWING));
}

/** Adds a shape for each added note and removes the shapes of removed notes. */
export function changeShapes(
  draft: Draft,
  name: string,
  added: readonly Address[],
  removed: ReadonlySet<CellKey>,
): void {
  const xml = open(draft, name);
  const splices: Splice[] = childrenOf(xml.root, 'shape')
    .filter((shape) => removed.has(cellOfNote(xml, shape) ?? -1))
    .map((shape) => spliceText(shape.start, shape.end, ''));
  if (added.length > 0) {
    const ids = takeIds(draft, xml, added.length);
    const shapes = added.map((at, n) => noteShape(at, ids.numbers[n] ?? 0)).join('');
    const known = attributesOf(xml.bytes, xml.root);
    const missing = Object.entries(NAMESPACES).filter(([prefix]) => !known.has(`xmlns:${prefix}`));
    const hasType = childrenOf(xml.root, 'shapetype').some(
      (element) => attribute(xml, element, 'id') === '_x0000_t202',
    );
    const declarations = Object.fromEntries(missing.map(([prefix, uri]) => [`xmlns:${prefix}`, uri]));
    splices.push(
      ...ids.splices,
      ...append(xml, xml.root, (hasType ? '' : NOTE_TYPE) + ids.layout + shapes, declarations),
    );
  }
  draft.write(name, splice(xml, splices));
}

function cellOfNote(xml: XmlPart, shape: Element): CellKey | null {
  for (const data of descendants(shape, 'ClientData')) {
    const row = childrenOf(data, 'Row')[0];
    const column = childrenOf(data, 'Column')[0];
    if (attribute(xml, data, 'ObjectType') === 'Note' && row && column)
      return keyOf({ row: Number(textOf(xml, row)), column: Number(textOf(xml, column)) });
  }
  return null;
}

/**
 * Free shape numbers: first in the blocks that this drawing owns, then in new blocks that no drawing of the workbook
 * uses.
 */
function takeIds(draft: Draft, xml: XmlPart, count: number): { numbers: number[]; splices: Splice[]; layout: string } {
  const taken = new Set<number>();
  const used = new Set<number>();
  const typeOf = readContentTypes(draft);
  for (const other of draft.names()) {
    if (!other.toLowerCase().endsWith('.vml') && !(typeOf(other) ?? '').endsWith('vmlDrawing')) continue;
    const drawing = open(draft, other);
    for (const block of blocksOf(drawing)) used.add(block);
    for (const number of numbersOf(drawing)) {
      taken.add(number);
      used.add(Math.floor(number / BLOCK));
    }
  }
  const idmap = [...descendants(xml.root, 'idmap')][0];
  const present = blocksOf(xml);
  const blocks = idmap ? [...present] : [];
  const numbers: number[] = [];
  let last = 0;
  for (const block of used) last = Math.max(last, block);
  for (let n = 0; numbers.length < count; n++) {
    const known = blocks[n];
    const block = known ?? ++last;
    if (known === undefined) blocks.push(block);
    for (let number = block * BLOCK + 1; number < (block + 1) * BLOCK && numbers.length < count; number++)
      if (!taken.has(number)) numbers.push(number);
  }
  if (!idmap)
    return {
      numbers,
      splices: [],
      layout: `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>`,
    };
  return {
    numbers,
    layout: '',
    splices: blocks.length === present.length ? [] : [setAttributes(xml, idmap, { data: blocks.join(',') })],
  };
}

function blocksOf(xml: XmlPart): number[] {
  return [...descendants(xml.root, 'idmap')].flatMap((element) =>
    (attribute(xml, element, 'data') ?? '')
      .split(',')
      .map(Number)
      .filter((block) => block > 0 && block < 1e6),
  );
}

function* numbersOf(xml: XmlPart): Generator<number> {
  for (const shape of descendants(xml.root, 'shape')) {
    const found = attributesOf(xml.bytes, shape);
    for (const id of [found.get('id'), found.get('o:spid')]) {
      const match = /^_x0000_s(\d{1,9})$/.exec(id ?? '');
      if (match) yield Number(match[1]);
    }
  }
}

function noteShape({ row, column }: Address, number: number): string {
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 4, 15, row + 4, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${number.toString()}" type="#_x0000_t202" ` +
    'style="position:absolute;margin-left:80pt;margin-top:5pt;width:160pt;height:80pt;z-index:1;visibility:hidden" ' +
    'fillcolor="#ffffe1" o:insetmode="auto">' +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row.toString()}</x:Row><x:Column>${column.toString()}</x:Column></x:ClientData></v:shape>`
  );
}
