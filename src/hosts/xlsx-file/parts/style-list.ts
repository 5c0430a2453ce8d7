/**
 * One list of styles.xml, kept as offsets of its items: office workbooks contain tens of thousands of items, of which
 * only a few are read.
 */
import { fromUtf8 } from '../zip/bytes';
import {
  attributeCursor,
  EMPTY,
  endOfElement,
  endOfName,
  endOfTag,
  next,
  nextAttribute,
  OPEN,
  tokens,
} from '../xml/xml';
import { localName } from '../xml/xml-text';
import { child, elementAt, wholeNumber, type Element, type XmlPart } from '../xml/xml-tree';

export interface StyleList {
  readonly name: string;
  /** Null if the file has no such list. */
  readonly element: Element | null;
  readonly count: number;
  /** The parsed item; null beyond the end. */
  readonly at: (position: number) => Element | null;
  /** The item's source for copying; "" beyond the end. */
  readonly sourceAt: (position: number) => string;
  /** A whole-number attribute of each item's own tag; 0 if it is absent. */
  readonly idsOf: (attribute: string) => Int32Array;
}

/**
 * Pairs of start and end offsets, one pair per item. For mc:AlternateContent, `read` is the item in the fallback, and
 * `copied` can be the whole element.
 */
interface Places {
  readonly read: number[];
  readonly copied: number[];
}

export function styleList(xml: XmlPart, name: string, item: string): StyleList {
  const element = child(xml.root, name);
  const places: Places = { read: [], copied: [] };
  if (element && element.openEnd < element.closeStart)
    findItems(xml, element.openEnd, element.closeStart, item, places);
  const { read, copied } = places;
  const count = read.length / 2;
  return {
    name,
    element,
    count,
    at: (position) => {
      const start = read[2 * position];
      return start === undefined ? null : elementAt(xml, start, read[2 * position + 1] ?? start, element);
    },
    sourceAt: (position) => {
      const start = copied[2 * position];
      return start === undefined ? '' : fromUtf8(xml.bytes, start, copied[2 * position + 1]);
    },
    idsOf: (attribute) => Int32Array.from({ length: count }, (_, n) => idIn(xml, read[2 * n] ?? 0, attribute)),
  };
}

function findItems({ bytes, where }: XmlPart, from: number, to: number, item: string, places: Places): void {
  const t = tokens(bytes, where, from, to);
  while (next(t)) {
    if (t.kind !== OPEN && t.kind !== EMPTY) continue;
    const { start } = t;
    const local = localName(bytes, t.nameStart, t.nameStop);
    const end = t.kind === EMPTY ? t.stop : endOfElement(bytes, start, to, where);
    t.position = end;
    if (local === item) {
      places.read.push(start, end);
      places.copied.push(start, end);
    } else if (local === 'AlternateContent') findAlternative({ bytes, where }, start, end, item, places);
  }
}

/** The fallback, which a program reads if it supports none of the choices. */
function findAlternative(xml: Omit<XmlPart, 'root'>, start: number, end: number, item: string, places: Places): void {
  const fallback = child(elementAt(xml, start, end, null), 'Fallback');
  if (!fallback) return;
  const inside: Places = { read: [], copied: [] };
  findItems({ ...xml, root: fallback }, fallback.openEnd, fallback.closeStart, item, inside);
  places.read.push(...inside.read);
  // A single item is copied with its choices; several items can be separated only in the fallback.
  places.copied.push(...(inside.read.length === 2 ? [start, end] : inside.copied));
}

const cursor = attributeCursor();

function idIn({ bytes, where }: XmlPart, start: number, attribute: string): number {
  const stop = endOfTag(bytes, start, bytes.length, where);
  cursor.position = endOfName(bytes, start + 1);
  while (nextAttribute(bytes, cursor, stop)) {
    if (isNamed(bytes, cursor.nameStart, cursor.nameStop, attribute))
      return wholeNumber(fromUtf8(bytes, cursor.valueStart, cursor.valueStop));
  }
  return 0;
}

function isNamed(bytes: Uint8Array, from: number, to: number, name: string): boolean {
  if (to - from !== name.length) return false;
  for (let n = 0; n < name.length; n++) if (bytes[from + n] !== name.charCodeAt(n)) return false;
  return true;
}
