/** What makes Excel offer a repair, looked for without any schema: parts without type or relation, ids twice, dangling relationships, wrong counts. */
import { partsOf } from './small-workbook';

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

/** The faults of a package, one sentence each; none for a sound one. */
export function lintPackage(file: Uint8Array): string[] {
  const parts = partsOf(file);
  const names = [...parts.keys()];
  const read = (name: string): string => new TextDecoder().decode(parts.get(name));
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
  for (const name of names.filter((item) => /styles\.xml$/.test(item))) {
    for (const [list, entry] of [
      ['fills', 'fill'],
      ['cellXfs', 'xf'],
      ['numFmts', 'numFmt'],
    ] as const) {
      const match = new RegExp(`<${list}[^>]*count="(\\d+)"[^>]*>(.*?)</${list}>`, 's').exec(read(name));
      if (match && Number(match[1]) !== attributes(match[2] ?? '', entry).length)
        faults.push(`${name}: ${list} is not ${match[1] ?? ''} long`);
    }
  }
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
