/** Elements of a small part with their offsets, and the splices that change them; unknown content stays as it is. */
import { fromUtf8 } from '../zip/bytes';
import { damaged, oversized } from '../faults';
import { spliceText, type Splice } from './splice';
import { attributeCursor, CLOSE, EMPTY, next, nextAttribute, OPEN, tokens, type Tokens } from './xml';
import { escapeAttribute, mixedText, plainText } from './xml-text';

export interface Element {
  readonly local: string;
  /** Including the colon, or "". */
  readonly prefix: string;
  readonly start: number;
  readonly nameStop: number;
  /** Offset after the start tag. */
  readonly openEnd: number;
  /** Offset of the end tag; equal to openEnd if the element is `<empty/>`. */
  closeStart: number;
  end: number;
  readonly parent: Element | null;
  readonly children: Element[];
}

export interface XmlPart {
  readonly bytes: Uint8Array;
  readonly where: string;
  readonly root: Element;
}

interface ParseOptions {
  /** Ignores end tags that match nothing: VML is often not well-formed XML. */
  readonly lenient?: boolean;
  /** Keep only the children of the root. */
  readonly shallow?: boolean;
  /**
   * Skips the content of a child of the root: takes the offset where the content begins and returns where it ends; null
   * to parse it.
   */
  readonly skip?: (local: string, from: number) => number | null;
}

const MAX_DEPTH = 200;
const MAX_ELEMENTS = 2_000_000;

export function parseXml(bytes: Uint8Array, where: string, options: ParseOptions = {}): XmlPart {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return { bytes, where, root: parseElement({ bytes, where }, start, bytes.length, null, options) };
}

/** Parses a shallow element again, with all its descendants. */
export const deepen = (part: XmlPart, element: Element): Element =>
  elementAt(part, element.start, element.end, element.parent);

/** The element between two offsets. */
export const elementAt = (part: Omit<XmlPart, 'root'>, start: number, end: number, parent: Element | null): Element =>
  parseElement(part, start, end, parent, {});

/** The open elements while a part is parsed. */
interface Nest {
  readonly stack: Element[];
  root: Element | null;
  count: number;
}

function parseElement(
  { bytes, where }: Omit<XmlPart, 'root'>,
  from: number,
  to: number,
  above: Element | null,
  options: ParseOptions,
): Element {
  const t = tokens(bytes, where, from, to);
  const nest: Nest = { stack: [], root: null, count: 0 };
  while (next(t)) {
    if (t.kind === OPEN || t.kind === EMPTY) openElement(t, nest, above, options);
    else if (t.kind === CLOSE) closeElement(t, nest, options);
  }
  if (!nest.root || nest.stack.length > 0) throw damaged(where);
  return nest.root;
}

function openElement(t: Tokens, nest: Nest, above: Element | null, options: ParseOptions): void {
  const { stack } = nest;
  if (nest.root && stack.length === 0) throw damaged(t.where);
  const [prefix, local] = splitName(fromUtf8(t.bytes, t.nameStart, t.nameStop));
  const parent = stack[stack.length - 1];
  const element: Element = {
    local,
    prefix,
    start: t.start,
    nameStop: t.nameStop,
    openEnd: t.stop,
    closeStart: t.stop,
    end: t.stop,
    parent: parent ?? above,
    children: [],
  };
  if (!options.shallow || stack.length === 1) {
    parent?.children.push(element);
    if (++nest.count > MAX_ELEMENTS) throw oversized(t.where);
  }
  nest.root ??= element;
  if (t.kind === EMPTY) return;
  if (stack.push(element) > MAX_DEPTH) throw damaged(t.where);
  if (stack.length === 2 && options.skip) t.position = options.skip(local, t.stop) ?? t.stop;
}

function closeElement(t: Tokens, { stack }: Nest, { lenient }: ParseOptions): void {
  const depth = matching(stack, fromUtf8(t.bytes, t.nameStart, t.nameStop));
  if (depth < 0 && lenient) return;
  if (depth < 0 || (depth !== stack.length - 1 && !lenient)) throw damaged(t.where);
  for (const element of stack.splice(depth).reverse()) {
    element.closeStart = element.end = t.start;
    if (stack.length === 0 || element.parent === stack[stack.length - 1]) element.end = t.stop;
  }
}

function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon + 1), name.slice(colon + 1)];
}

function matching(stack: readonly Element[], name: string): number {
  let depth = stack.length - 1;
  while (depth >= 0 && `${stack[depth]?.prefix ?? ''}${stack[depth]?.local ?? ''}` !== name) depth--;
  return depth;
}

export const child = (element: Element, local: string): Element | null =>
  element.children.find((item) => item.local === local) ?? null;
export const childrenOf = (element: Element | null, local: string): Element[] =>
  element?.children.filter((item) => item.local === local) ?? [];

/** Every element of that name inside the element, including the element itself. */
export function* descendants(element: Element, local: string): Generator<Element> {
  const open = [element];
  for (let item = open.pop(); item; item = open.pop()) {
    if (item.local === local) yield item;
    for (let n = item.children.length - 1; n >= 0; n--) open.push(item.children[n] as Element);
  }
}

export const textOf = (part: XmlPart, element: Element): string =>
  mixedText(part.bytes, element.openEnd, element.closeStart, part.where);

/** The element's own source. */
export const sourceOf = (part: XmlPart, element: Element): string => fromUtf8(part.bytes, element.start, element.end);

export function attributesOf(bytes: Uint8Array, element: Pick<Element, 'nameStop' | 'openEnd'>): Map<string, string> {
  const found = new Map<string, string>();
  const cursor = attributeCursor();
  cursor.position = element.nameStop;
  while (nextAttribute(bytes, cursor, element.openEnd)) {
    const name = fromUtf8(bytes, cursor.nameStart, cursor.nameStop).trim();
    if (!found.has(name)) found.set(name, plainText(bytes, cursor.valueStart, cursor.valueStop));
  }
  return found;
}

export const attribute = (part: XmlPart, element: Element, name: string): string | null =>
  attributesOf(part.bytes, element).get(name) ?? null;

/** True for "1" and "true", as in XML Schema, and for "on". */
export const isTrue = (value: string | null | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';

/** Returns 0 if the text is not a whole number. */
export function wholeNumber(text: string | null): number {
  const bare = text?.trim() ?? '';
  return /^\d{1,9}$/.test(bare) ? Number(bare) : 0;
}

/** The namespace of a prefix in the scope of an element. */
export function namespaceOf(part: XmlPart, element: Element, prefix: string): string | null {
  const wanted = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  for (let item: Element | null = element; item; item = item.parent) {
    const uri = attribute(part, item, wanted);
    if (uri !== null) return uri;
  }
  return null;
}

/** The value of r:id (or another r: attribute), regardless of the prefix that the file uses for relationships. */
export function relationshipId(part: XmlPart, element: Element, name = 'id'): string | null {
  for (const [key, value] of attributesOf(part.bytes, element)) {
    const [prefix, local] = splitName(key);
    if (
      local === name &&
      prefix !== '' &&
      (namespaceOf(part, element, prefix.slice(0, -1))?.endsWith('/relationships') ?? false)
    )
      return value;
  }
  return null;
}

/** A start tag with some attributes set (or removed, if null); the others stay as written. */
export function withAttributes(
  bytes: Uint8Array,
  element: Pick<Element, 'start' | 'nameStop' | 'openEnd'>,
  changes: Readonly<Record<string, string | null>>,
): string {
  const cursor = attributeCursor();
  cursor.position = element.nameStop;
  const rest = new Map(Object.entries(changes));
  let text = fromUtf8(bytes, element.start, element.nameStop);
  let last = element.nameStop;
  while (nextAttribute(bytes, cursor, element.openEnd)) {
    const name = fromUtf8(bytes, cursor.nameStart, cursor.nameStop).trim();
    const change = rest.get(name);
    if (change === undefined) text += fromUtf8(bytes, last, cursor.position);
    else if (change !== null) {
      text += fromUtf8(bytes, last, cursor.valueStart) + quoted(change);
      text += fromUtf8(bytes, cursor.valueStop, cursor.position);
    }
    rest.delete(name);
    last = cursor.position;
  }
  for (const [name, value] of rest) if (value !== null) text += ` ${name}="${quoted(value)}"`;
  return text + fromUtf8(bytes, last, element.openEnd);
}

const quoted = (value: string): string => escapeAttribute(value).replace(/'/g, '&apos;');

export const setAttributes = (
  part: XmlPart,
  element: Element,
  changes: Readonly<Record<string, string | null>>,
): Splice => spliceText(element.start, element.openEnd, withAttributes(part.bytes, element, changes));

/** Appends XML at the end of an element and changes its start tag in the same step. */
export function append(
  part: XmlPart,
  element: Element,
  xml: string,
  changes: Readonly<Record<string, string | null>> = {},
): Splice[] {
  const tag = withAttributes(part.bytes, element, changes);
  if (element.openEnd !== element.end) {
    const inside = spliceText(element.closeStart, element.closeStart, xml);
    return Object.keys(changes).length === 0 ? [inside] : [spliceText(element.start, element.openEnd, tag), inside];
  }
  return [
    spliceText(element.start, element.end, `${tag.replace(/\s*\/>$/, '')}>${xml}</${element.prefix}${element.local}>`),
  ];
}

/** Inserts a new child of the root at its position in schema order. */
export function insertInOrder(part: XmlPart, order: readonly string[], local: string, xml: string): Splice[] {
  const rank = order.indexOf(local);
  let position = -1;
  for (const item of part.root.children) {
    const other = order.indexOf(item.local);
    // Elements that the schema does not define (mc:AlternateContent) stay after their neighbour.
    if (other >= 0 && other <= rank) position = item.end;
  }
  if (position < 0 && part.root.openEnd === part.root.end) return append(part, part.root, xml);
  return [spliceText(position < 0 ? part.root.openEnd : position, position < 0 ? part.root.openEnd : position, xml)];
}
