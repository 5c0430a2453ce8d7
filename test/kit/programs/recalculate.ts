/**
 * Grids → workbooks → LibreOffice, which recalculates every formula → the resulting values. Independent of engine and
 * file host.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOfKey, cellKey } from '../../../src/core/values/address';
import type { CellValue, Grid } from '../../../src/core/model/workbook/grid';
import { convert } from './libreoffice';
import { PYTHON } from './programs';

/** The value in a cell of a sheet; null if LibreOffice shows nothing. */
export type Recalculated = (sheet: string, row: number, column: number) => CellValue;

const WRITE = `
import json, re, sys, xlsxwriter
for name, sheets in json.load(open(sys.argv[1])).items():
    book = xlsxwriter.Workbook(name)
    for sheet in sheets:
        page = book.add_worksheet(sheet['name'])
        for row, column, kind, value in sheet['cells']:
            if kind == 'formula':
                page.write_formula(row, column, '=' + re.sub(r'\\bNUMBERVALUE\\(', '_xlfn.NUMBERVALUE(', value))
            elif kind == 'number': page.write_number(row, column, value)
            else: page.write_string(row, column, value)
    book.close()
`;

const READ = `
import json, re, sys, zipfile
import xml.etree.ElementTree as T
N = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
found = {}
for name in sys.argv[1:]:
    z = zipfile.ZipFile(name)
    texts = T.fromstring(z.read('xl/sharedStrings.xml')) if 'xl/sharedStrings.xml' in z.namelist() else []
    shared = [''.join(t.text or '' for t in s.iter(N + 't')) for s in texts]
    targets = {r.get('Id'): r.get('Target') for r in T.fromstring(z.read('xl/_rels/workbook.xml.rels'))}
    found[name] = {}
    for sheet in T.fromstring(z.read('xl/workbook.xml')).iter(N + 'sheet'):
        cells = found[name][sheet.get('name')] = {}
        for c in T.fromstring(z.read('xl/' + targets[sheet.get(R)])).iter(N + 'c'):
            v = c.find(N + 'v')
            if v is None or v.text is None: continue
            t = c.get('t')
            cells[c.get('r')] = shared[int(v.text)] if t == 's' else float(v.text) if t in (None, 'n') else v.text
print(json.dumps(found))
`;

/**
 * Writes the grids as workbooks with another library and recalculates them in one run, because starting LibreOffice
 * takes longer than recalculating.
 */
export const recalculate = (books: readonly (readonly Grid[])[]): Recalculated[] =>
  inFolder((folder) => {
    const names = books.map((_, at) => join(folder, `book${at}.xlsx`));
    writeFileSync(
      join(folder, 'books.json'),
      JSON.stringify(Object.fromEntries(books.map((grids, at) => [names[at], grids.map(spell)]))),
    );
    run(PYTHON, ['-c', WRITE, join(folder, 'books.json')]);
    return convertAll(folder, names);
  });

/** Recalculates finished workbooks. */
export const recalculateFiles = (files: readonly Uint8Array[]): Recalculated[] =>
  inFolder((folder) => {
    const names = files.map((_, at) => join(folder, `book${at}.xlsx`));
    files.forEach((bytes, at) => {
      writeFileSync(names[at] ?? '', bytes);
    });
    return convertAll(folder, names);
  });

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-recalculate-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convertAll(folder: string, names: readonly string[]): Recalculated[] {
  convert(names, { to: 'xlsx:Calc MS Excel 2007 XML', into: join(folder, 'out'), kind: 'recalculating' });
  const outputs = names.map((name) => name.replace(folder, join(folder, 'out')));
  const found = JSON.parse(run(PYTHON, ['-c', READ, ...outputs])) as Record<
    string,
    Record<string, Record<string, number | string>>
  >;
  return outputs.map((name) => {
    const sheets = found[name] ?? {};
    return (sheet, row, column) => sheets[sheet]?.[a1(row, column)] ?? null;
  });
}

function spell(grid: Grid): { name: string; cells: (number | string)[][] } {
  const cells: (number | string)[][] = [];
  grid.values.forEach((row, at) =>
    row?.forEach((value, column) => {
      if (grid.formulas.has(cellKey(at, column)) || value === null) return;
      if (typeof value === 'object') cells.push([at, column, 'formula', value.error]);
      else
        cells.push([
          at,
          column,
          typeof value === 'number' ? 'number' : 'text',
          typeof value === 'boolean' ? String(value) : value,
        ]);
    }),
  );
  for (const [key, formula] of grid.formulas) {
    const { row, column } = addressOfKey(key);
    cells.push([row, column, 'formula', formula]);
  }
  return { name: grid.sheet, cells };
}

const a1 = (row: number, column: number): string => {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return `${name}${row + 1}`;
};

function run(program: string, args: readonly string[]): string {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr}`);
  return done.stdout;
}
