/**
 * Checks, without any schema, for faults that make Excel offer a repair: parts without type or relationship, duplicate
 * ids, dangling relationships, wrong counts.
 */
import { contentOf, formatLists, itemsOf, numberIn, plainXml } from '../files/format-lists';
import { partsOf, textOf } from '../files/small-workbook';

const attributes = (xml: string, element: string): Map<string, string>[] =>
  [...xml.matchAll(new RegExp(`<(?:[A-Za-z0-9]+:)?${element}(\\s[^>]*?)?/?>`, 'g'))].map(
    (match) =>
      new Map(
        [...(match[1] ?? '').matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((item) => [
          item[1] ?? '',
          item[2] ?? item[3] ?? '',
        ]),
      ),
  );

const twice = (items: readonly string[]): string[] => [
  ...new Set(items.filter((item, n) => items.indexOf(item) !== n)),
];

/** The faults of a package, one sentence each; empty for a sound package. */
export function lintPackage(file: Uint8Array): string[] {
  const parts = partsOf(file);
  const names = [...parts.keys()];
  const read = (name: string): string => textOf(parts.get(name));
  const faults = twice(names.map((name) => name.toLowerCase())).map((name) => `${name}: twice in the package`);
  const types = read('[Content_Types].xml');
  const defaults = attributes(types, 'Default').map((item) => (item.get('Extension') ?? '').toLowerCase());
  const overrides = attributes(types, 'Override').map((item) => (item.get('PartName') ?? '').replace(/^\//, ''));
  faults.push(
    ...twice(defaults).map((name) => `extension ${name}: typed twice`),
    ...twice(overrides).map((name) => `${name}: typed twice`),
  );
  faults.push(...overrides.filter((name) => !parts.has(name)).map((name) => `${name}: typed but missing`));
  const related = new Set<string>();
  for (const name of names.filter((item) => item.endsWith('.rels'))) {
    const items = attributes(read(name), 'Relationship');
    faults.push(...twice(items.map((item) => item.get('Id') ?? '')).map((id) => `${name}: ${id} twice`));
    const owner = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    for (const item of items.filter((found) => found.get('TargetMode') !== 'External')) {
      const target = new URL(item.get('Target') ?? '', `file:///${owner}`).pathname.slice(1);
      related.add(target);
      if (!parts.has(target)) faults.push(`${name}: ${item.get('Id') ?? ''} points to missing ${target}`);
    }
  }
  for (const name of names) {
    if (name.endsWith('/') || name === '[Content_Types].xml') continue;
    if (!overrides.includes(name) && !defaults.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase()))
      faults.push(`${name}: no content type`);
    if (!name.endsWith('.rels') && !related.has(name)) faults.push(`${name}: nothing refers to it`);
  }
  faults.push(...lintFormats(parts, read));
  const sheets = attributes(read(names.find((name) => /workbook\.xml$/.test(name)) ?? ''), 'sheet');
  faults.push(
    ...twice(sheets.map((item) => (item.get('name') ?? '').toLowerCase())).map((name) => `sheet ${name} twice`),
    ...twice(sheets.map((item) => item.get('sheetId') ?? '')).map((id) => `sheetId ${id} twice`),
  );
  const shapes = names
    .filter((name) => name.endsWith('.vml'))
    .flatMap((name) => attributes(read(name), 'shape').map((item) => item.get('id') ?? ''));
  faults.push(...twice(shapes).map((id) => `shape ${id} twice`));
  const used = names
    .filter((name) => /worksheets\/[^/]*\.xml$/.test(name))
    .map((name) => [name, attributes(read(name), 'c').map((item) => item.get('r') ?? '')] as const);
  for (const [name, cells] of used) {
    const seen = new Set<string>();
    for (const cell of cells) {
      if (cell !== '' && seen.has(cell)) faults.push(`${name}: ${cell} twice`);
      seen.add(cell);
    }
  }
  return faults;
}

/**
 * Lists with a wrong stated length, numbers that refer to nothing, and colours in the two fills that Excel reserves.
 */
function lintFormats(parts: ReadonlyMap<string, Uint8Array>, read: (name: string) => string): string[] {
  const name = [...parts.keys()].find((each) => /(^|\/)styles\d*\.xml$/i.test(each));
  if (name === undefined) return [];
  const xml = plainXml(read(name));
  const lists = formatLists(xml);
  const faults: string[] = [];
  for (const [list, items] of [
    ...Object.entries(lists),
    ['numFmts', itemsOf(contentOf(xml, 'numFmts') ?? '', 'numFmt')],
  ] as [string, readonly string[]][]) {
    const stated = new RegExp(`<${list}\\s[^>]*?count="(\\d+)"`).exec(xml)?.[1];
    if (stated !== undefined && Number(stated) !== items.length) faults.push(`${name}: ${list} is not ${stated} long`);
  }
  for (const list of ['cellStyleXfs', 'cellXfs'] as const) {
    lists[list].forEach((format, n) => {
      for (const [attribute, target] of [
        ['fontId', 'fonts'],
        ['fillId', 'fills'],
        ['borderId', 'borders'],
      ] as const) {
        if (numberIn(format, attribute) >= Math.max(1, lists[target].length))
          faults.push(`${name}: ${attribute} of ${list}[${n.toString()}] leads nowhere`);
      }
    });
  }
  for (const [n, fill] of lists.fills.slice(0, 2).entries()) {
    if (/patternType="solid"/.test(fill) && /<fgColor/.test(fill))
      faults.push(`${name}: reserved fill ${n.toString()} has a colour`);
  }
  for (const sheet of [...parts.keys()].filter((each) => /worksheets\/[^/]*\.xml$/i.test(each))) {
    const used = [...plainXml(read(sheet)).matchAll(/<(?:c|row|col)\s[^>]*?\s?(?:s|style)="(\d+)"/g)];
    for (const style of new Set(used.map(([, text]) => Number(text)))) {
      if (style >= Math.max(1, lists.cellXfs.length)) faults.push(`${sheet}: format ${style.toString()} leads nowhere`);
    }
  }
  return faults;
}
