/** [Content_Types].xml: which part is of which type, and how one is added or taken out. */
import type { Draft, Parts } from './package';
import { splice, spliceText } from '../xml/splice';
import { append, attributesOf, insertInOrder, parseXml } from '../xml/xml-tree';

export const CONTENT_TYPES = '[Content_Types].xml';

/** The type of each part, by its name. */
export function readContentTypes(parts: Parts): (name: string) => string | null {
  const xml = parseXml(parts.read(CONTENT_TYPES), CONTENT_TYPES);
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  for (const element of xml.root.children) {
    const found = attributesOf(xml.bytes, element);
    const part = found.get('PartName')?.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
    const extension = found.get('Extension')?.toLowerCase();
    if (element.local === 'Override' && part !== undefined) overrides.set(part, found.get('ContentType') ?? '');
    if (element.local === 'Default' && extension !== undefined) defaults.set(extension, found.get('ContentType') ?? '');
  }
  return (name) => {
    const key = name.toLowerCase();
    return overrides.get(key) ?? defaults.get(key.slice(key.lastIndexOf('.') + 1)) ?? null;
  };
}

export function addOverride(draft: Draft, name: string, type: string): void {
  const xml = parseXml(draft.read(CONTENT_TYPES), CONTENT_TYPES);
  const element = `<${xml.root.prefix}Override PartName="/${name}" ContentType="${type}"/>`;
  draft.write(CONTENT_TYPES, splice(xml, append(xml, xml.root, element)));
}

/** A type for an extension; an override for the part where the extension means something else already. */
export function addDefault(draft: Draft, name: string, type: string): void {
  const known = readContentTypes(draft)(name);
  if (known === type) return;
  if (known !== null) {
    addOverride(draft, name, type);
    return;
  }
  const xml = parseXml(draft.read(CONTENT_TYPES), CONTENT_TYPES);
  const element = `<${xml.root.prefix}Default Extension="${name.slice(name.lastIndexOf('.') + 1)}" ContentType="${type}"/>`;
  draft.write(CONTENT_TYPES, splice(xml, insertInOrder(xml, ['Default'], 'Default', element)));
}

export function removeOverride(draft: Draft, name: string): void {
  const xml = parseXml(draft.read(CONTENT_TYPES), CONTENT_TYPES);
  const splices = xml.root.children
    .filter(
      (element) =>
        attributesOf(xml.bytes, element).get('PartName')?.replace(/^\/+/, '').toLowerCase() === name.toLowerCase(),
    )
    .map((element) => spliceText(element.start, element.end, ''));
  draft.write(CONTENT_TYPES, splice(xml, splices));
}
