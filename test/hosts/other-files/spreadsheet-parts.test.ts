/** The parts of SheetJS that the page bundles read every format like the whole package. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as whole from '@e965/xlsx';
import { ROOT } from '../../kit/programs/bundle';

type Reader = Pick<typeof whole, 'read'>;
type Loader = (source: string) => string;
type Translate = (source: string, file: string, how: { modules: string }) => { code: string };

const FORMS = ['biff2', 'biff5', 'biff8', 'xlsb', 'ods', 'fods', 'html'] as const;
const SAMPLES = join(ROOT, 'assets', 'samples');
const HOW = { type: 'array', raw: true, cellNF: true, cellFormula: true, cellStyles: true, cellHTML: false } as const;

const withoutUnread = jest.requireActual<Loader>('../../../.ci/spreadsheet-parts.js');
const { translate } = jest.requireActual<{ translate: Translate }>('../../../.ci/typescript.js');
const source = readFileSync(join(ROOT, 'node_modules', '@e965', 'xlsx', 'xlsx.mjs'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'cchc-parts-'));
let parts: Reader;
beforeAll(() => {
  const file = join(folder, 'xlsx.js');
  writeFileSync(file, translate(withoutUnread(source), 'xlsx.js', { modules: 'commonjs' }).code);
  parts = jest.requireActual<Reader>(file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that a grid takes from a workbook. */
const held = ({ read }: Reader, bytes: Uint8Array): unknown => {
  const { SheetNames, Sheets, Workbook } = read(bytes, HOW);
  const linesOf = (lines: readonly ({ readonly hidden?: boolean } | undefined)[] = []): boolean[] =>
    Array.from(lines, (line) => line?.hidden === true);
  return SheetNames.map((name, position) => {
    const { '!ref': used, '!merges': merges, '!rows': rows, '!cols': columns, ...rest } = Sheets[name] ?? {};
    const cells = Object.entries(rest as Record<string, whole.CellObject>).flatMap(([at, cell]) =>
      at.startsWith('!')
        ? []
        : [[at, cell.t, cell.v, cell.f, cell.z, cell.t === 'e' && cell.w, cell.c?.map(({ t }) => t)]],
    );
    return [name, Workbook?.Sheets?.[position]?.Hidden, used, merges, linesOf(rows), linesOf(columns), cells];
  });
};

describe.each(['mot-don-vi.xlsx', 'don-vi-theo-dong.xlsx'])('%s', (name) => {
  const book = whole.read(readFileSync(join(SAMPLES, name)), { cellNF: true, cellStyles: true });
  // The .xlsb writer does not support print titles.
  book.Workbook = { ...book.Workbook, Names: [] };
  // A format with a single sheet keeps the first one.
  book.Sheets[book.SheetNames[0] ?? ''] = {
    ...book.Sheets[book.SheetNames[0] ?? ''],
    A1: { t: 'n', v: 0.0325, f: 'SUM(C3:C4)', z: '0.00%', c: [{ a: 'x', t: 'Ghi chú' }] },
    B1: { t: 'n', v: 45_000, z: 'dd/mm/yyyy' },
    C1: { t: 'e', v: 0x17, w: '#REF!' },
  };
  test.each(FORMS)('as %s', (bookType) => {
    const bytes = new Uint8Array(whole.write(book, { type: 'array', bookType }) as ArrayBuffer);
    const expected = held(whole, bytes);
    expect(JSON.stringify(expected).length).toBeGreaterThan(1000);
    expect(held(parts, bytes)).toEqual(expected);
  });
});

test.each(['dbf', 'xlml'] as const)('a table as %s is refused, not misread', (bookType) => {
  const book = whole.utils.book_new();
  whole.utils.book_append_sheet(book, whole.utils.aoa_to_sheet([['STT', 1]]), 'Bảng');
  const bytes = new Uint8Array(whole.write(book, { type: 'array', bookType }) as ArrayBuffer);
  expect(whole.read(bytes, HOW).SheetNames).toHaveLength(1);
  expect(() => parts.read(bytes, HOW)).toThrow();
});
