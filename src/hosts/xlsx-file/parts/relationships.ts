/** Relationships between parts: the name of a part's .rels, resolving targets, adding and removing relationships. */
import { fromUtf8, indexOfBytes, lastIndexOfBytes, toUtf8 } from '../zip/bytes';
import { addDefault, typedParts } from './content-types';
import type { Draft, Parts } from './package';
import { splice, spliceText } from '../xml/splice';
import { append, attributesOf, childrenOf, namespaceOf, parseXml } from '../xml/xml-tree';

interface Relationship {
  readonly id: string;
  /**
   * The last segment of the type's address: "worksheet", "comments". Strict and transitional files differ only in the
   * segments before it.
   */
  readonly kind: string;
  readonly type: string;
  /** The target part's name; null if the target is outside the package. */
  readonly target: string | null;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

export const relationshipsPart = (part: string): string => {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
};

/** The relationships of a part, or of the package if `part` is "". */
export function relationshipsOf(parts: Parts, part: string): Relationship[] {
  const name = relationshipsPart(part);
  if (!parts.has(name)) return [];
  const xml = parseXml(parts.read(name), name);
  return childrenOf(xml.root, 'Relationship').map((element) => {
    const found = attributesOf(xml.bytes, element);
    const type = found.get('Type') ?? '';
    const target = found.get('Target') ?? '';
    return {
      id: found.get('Id') ?? '',
      type,
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: found.get('TargetMode') === 'External' ? null : resolve(parts, part, target),
    };
  });
}

function resolve(parts: Parts, from: string, target: string): string {
  const path = target.replace(/\\/g, '/').replace(/#.*$/s, '');
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const name = steps.join('/');
  if (parts.has(name) || !name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Adds a relationship and returns its id. Its type address has the same base as the file's other relationships. */
export function addRelationship(draft: Draft, part: string, kind: string, target: string): string {
  const name = relationshipsPart(part);
  const known = relationshipsOf(draft, part);
  const taken = new Set([...known.map(({ id }) => id.toLowerCase()), ...idsNamedIn(draft, part)]);
  let n = known.length + 1;
  while (taken.has(`rid${n.toString()}`)) n++;
  const id = `rId${n.toString()}`;
  if (!draft.has(name)) {
    draft.write(
      name,
      toUtf8(
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${NAMESPACE}"></Relationships>`,
      ),
    );
    addDefault(draft, name, CONTENT_TYPE);
  }
  const xml = parseXml(draft.read(name), name);
  const element =
    `<${xml.root.prefix}Relationship Id="${id}" Type="${typeBase(draft)}${kind}" ` +
    `Target="${relative(part, target)}"/>`;
  draft.write(name, splice(xml, append(xml, xml.root, element)));
  return id;
}

/**
 * Relationship ids that occur in the part's own XML: an id whose relationship is lost must not refer to a new part. The
 * cells of a sheet, which are most of it, contain no ids and are skipped.
 */
function idsNamedIn(parts: Parts, part: string): string[] {
  if (part === '') return [];
  const bytes = parts.read(part);
  const data = indexOfBytes(bytes, SHEET_DATA);
  const dataEnd = data < 0 ? 0 : lastIndexOfBytes(bytes, SHEET_DATA);
  const text = fromUtf8(bytes, 0, Math.max(0, data)) + fromUtf8(bytes, dataEnd);
  return Array.from(text.matchAll(/["'](rId\d+)["']/gi), ([, id = '']) => id.toLowerCase());
}

const SHEET_DATA = toUtf8('sheetData');

export function removeRelationship(draft: Draft, part: string, target: string): void {
  const name = relationshipsPart(part);
  const gone = new Set(
    relationshipsOf(draft, part)
      .filter((item) => item.target?.toLowerCase() === target.toLowerCase())
      .map(({ id }) => id),
  );
  if (gone.size === 0) return;
  const xml = parseXml(draft.read(name), name);
  const splices = childrenOf(xml.root, 'Relationship')
    .filter((element) => gone.has(attributesOf(xml.bytes, element).get('Id') ?? ''))
    .map((element) => spliceText(element.start, element.end, ''));
  draft.write(name, splice(xml, splices));
}

/** The first segments of the file's relationship types, which are also its namespace of r:id. */
function typeBase(parts: Parts): string {
  const main = relationshipsOf(parts, '').find(({ kind }) => kind === 'officeDocument');
  return main?.type.slice(0, -'officeDocument'.length) ?? TRANSITIONAL;
}

export const relationshipNamespace = (parts: Parts): string => typeBase(parts).slice(0, -1);

export const mainNamespace = (parts: Parts, workbook: string): string => {
  const xml = parseXml(parts.read(workbook), workbook, { shallow: true });
  return (
    namespaceOf(xml, xml.root, xml.root.prefix.slice(0, -1)) ??
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  );
};

function relative(from: string, target: string): string {
  const here = from.split('/').slice(0, -1);
  const there = target.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}

/** A free part name that no lost part's entry or relationship uses; pattern "xl/comments#.xml". */
export function freeName(parts: Parts, pattern: string): string {
  const named = new Set([...typedParts(parts), ...parts.names().flatMap((name) => targetsIn(parts, name))]);
  for (let n = 1; ; n++) {
    const name = pattern.replace('#', n.toString());
    if (!parts.has(name) && !named.has(name.toLowerCase())) return name;
  }
}

/** Names of the parts that a .rels part points to, in lower case. */
function targetsIn(parts: Parts, name: string): string[] {
  const owner = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(name);
  if (!owner) return [];
  return relationshipsOf(parts, `${owner[1] ?? ''}${owner[2] ?? ''}`).flatMap(({ target }) =>
    target === null ? [] : [target.toLowerCase()],
  );
}
