/** [Content_Types].xml: reads the type of each part, and adds and removes entries. */
import type { Draft, Parts } from './package';
import { splice, spliceText } from '../xml/splice';
import {
  append,
  attribute,
  attributesOf,
  insertInOrder,
  parseXml,
  setAttributes,
  type Element,
  type XmlPart,
} from '../xml/xml-tree';

export const CONTENT_TYPES = '[Content_Types].xml';

/** Returns a function from part name to type. */
export function readContentTypes(parts: Parts): (name: string) => string | null {
  const xml = parseXml(parts.read(CONTENT_TYPES), CONTENT_TYPES);
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  for (const element of xml.root.children) {
    const found = attributesOf(xml.bytes, element);
    const part = partNameOf(xml, element);
    const extension = found.get('Extension')?.toLowerCase();
    if (element.local === 'Override' && part !== null) overrides.set(part, found.get('ContentType') ?? '');
    if (element.local === 'Default' && extension !== undefined) defaults.set(extension, found.get('ContentType') ?? '');
  }
  return (name) => {
    const key = name.toLowerCase();
    return overrides.get(key) ?? defaults.get(key.slice(key.lastIndexOf('.') + 1)) ?? null;
  };
}

/** Names of parts that have an entry of their own, in lower case, whether or not the part exists. */
export function typedParts(parts: Parts): string[] {
  const xml = parseXml(parts.read(CONTENT_TYPES), CONTENT_TYPES);
  return xml.root.children.flatMap((element) => partNameOf(xml, element) ?? []);
}

/** If a lost part left its entry behind, that entry is changed. */
export function addOverride(draft: Draft, name: string, type: string): void {
  const xml = parseXml(draft.read(CONTENT_TYPES), CONTENT_TYPES);
  const old = xml.root.children.find((element) => partNameOf(xml, element) === name.toLowerCase());
  const element = `<${xml.root.prefix}Override PartName="/${name}" ContentType="${type}"/>`;
  draft.write(
    CONTENT_TYPES,
    splice(xml, old ? [setAttributes(xml, old, { ContentType: type })] : append(xml, xml.root, element)),
  );
}

const partNameOf = (xml: XmlPart, element: Element): string | null =>
  attribute(xml, element, 'PartName')?.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase() ?? null;

/** Adds a type for an extension; if the extension already has another type, adds an override for the part. */
export function addDefault(draft: Draft, name: string, type: string): void {
  const known = readContentTypes(draft)(name);
  if (known === type) return;
  if (known !== null) {
    addOverride(draft, name, type);
    return;
  }
  const xml = parseXml(draft.read(CONTENT_TYPES), CONTENT_TYPES);
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const element = `<${xml.root.prefix}Default Extension="${extension}" ContentType="${type}"/>`;
  draft.write(CONTENT_TYPES, splice(xml, insertInOrder(xml, ['Default'], 'Default', element)));
}

export function removeOverride(draft: Draft, name: string): void {
  const xml = parseXml(draft.read(CONTENT_TYPES), CONTENT_TYPES);
  const splices = xml.root.children
    .filter((element) => partNameOf(xml, element) === name.toLowerCase())
    .map((element) => spliceText(element.start, element.end, ''));
  draft.write(CONTENT_TYPES, splice(xml, splices));
}
