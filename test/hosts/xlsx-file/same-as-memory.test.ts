/**
 * The file host reads back the content that the memory host holds, whatever is written: hosts differ only in where they
 * keep it.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOfKey, cellKey, toA1, type CellKey } from '../../../src/core/values/address';
import type { Content } from '../../../src/core/model/content';
import type { Edit } from '../../../src/core/model/workbook/edit';
import { MARK_KINDS, blankGrid, valueAt, type Grid } from '../../../src/core/model/workbook/grid';
import type { SheetDrawing } from '../../../src/core/model/sheet-drawing';
import type { Host } from '../../../src/hosts/host';
import { memoryHost } from '../../kit/memory/memory-host';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { xlsxFileHost } from '../../kit/xlsx-file-host';
import { drawing, drawnCell, drawnRow } from '../../kit/drawings';
import { area } from '../../kit/drawn-results';
import { lintPackage } from '../../kit/programs/lint-package';
import { sheetXml, smallWorkbook } from '../../kit/files/small-workbook';

const plainNumber = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([whole, part]) => (part === 0 ? whole.toString() : `${whole.toString()}.${part.toString()}5`));
const words = fc.string({
  unit: fc.constantFrom('a', 'ế', ' ', '\n', '<', '&', '"', "'", '_x0041_', '\u0007', '😀', '='),
  maxLength: 8,
});
const cached = fc.oneof(
  plainNumber.map((value) => ({ kind: 'number' as const, value })),
  words.map((text) => ({ kind: 'text' as const, text })),
);
const formulas = fc.constantFrom(
  'SUM(A1:B2)',
  'IFNA(A1,"")&"<x>"',
  'ROUND(B2*100,2)',
  'IF(A1="a",TEXTJOIN(",",TRUE,B:B),0)',
);
const contents: fc.Arbitrary<Content> = fc.oneof(
  plainNumber.map((value) => ({ kind: 'number' as const, value })),
  words.map((text) => ({ kind: 'text' as const, text })),
  fc.record({ kind: fc.constant('formula' as const), formula: formulas, cached }),
);
const places = fc.record({ row: fc.integer({ min: 0, max: 6 }), column: fc.integer({ min: 0, max: 5 }) });
/** Cells whose formats are copied are not edited themselves. */
const lenders = fc.record({ row: fc.constant(9), column: fc.integer({ min: 0, max: 7 }) });
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('cell' as const),
    at: places,
    content: contents,
    format: fc.option(fc.record({ like: lenders, numberFormat: fc.constantFrom(null, '0.00', '#,##0.000') })),
  }),
  fc.record({
    kind: fc.constant('mark' as const),
    at: places,
    mark: fc.constantFrom(...MARK_KINDS, null),
  }),
  fc.record({ kind: fc.constant('note' as const), at: places, text: fc.option(words) }),
);

const looks = fc.record({
  size: fc.constantFrom(12, 13),
  bold: fc.boolean(),
  colour: fc.constantFrom('000000', 'C00000'),
  fill: fc.constantFrom(null, 'FFF2CC'),
  border: fc.boolean(),
  numberFormat: fc.constantFrom('General', '0.00', '@'),
});
/** New cells, and cells taken from the sheet at the time of drawing. */
const drawings = fc
  .record({
    cells: fc.array(
      fc.array(
        fc.option(fc.oneof(fc.record({ content: fc.option(contents), look: looks }), fc.record({ from: places }))),
        { maxLength: 5 },
      ),
      { maxLength: 7 },
    ),
    charts: fc.integer({ min: 0, max: 2 }),
    frozen: fc.record({ rows: fc.integer({ min: 0, max: 2 }), columns: fc.integer({ min: 0, max: 1 }) }),
    isFiltered: fc.boolean(),
  })
  .map(
    ({ cells, charts, frozen, isFiltered }) =>
      (grid: Grid): SheetDrawing =>
        drawing(
          cells.map((row) =>
            drawnRow(
              row.map((cell) =>
                cell === null
                  ? null
                  : 'from' in cell
                    ? drawnCell(contentIn(grid, cell.from.row, cell.from.column), {}, toA1(cell.from))
                    : drawnCell(cell.content, cell.look),
              ),
            ),
          ),
          {
            frozen,
            filter: isFiltered ? area('A1:B3') : null,
            choices: isFiltered ? [{ area: area('A2:B3'), values: ['a', 'b'] }] : [],
            charts: Array.from({ length: charts }, () => ({
              title: 'x',
              kind: 'bars',
              categories: area('A1:A3'),
              series: [{ name: 's', values: area('B1:B3'), colour: 'C00000' }],
              overlaid: false,
              most: null,
              over: area('H1:J9'),
            })),
          },
        ),
  );

/** Marks are never put on a drawn sheet: whether one remains after its cell is drawn over depends on the colour. */
const unmarked = edits.filter(({ kind }) => kind !== 'mark');

const listed = <T>(map: ReadonlyMap<CellKey, T>): string[] =>
  [...map].map(([key, value]) => `${toA1(addressOfKey(key))} ${JSON.stringify(value)}`).sort();
const seen = (grid: Grid) => ({
  values: grid.values.flatMap((row, y) =>
    (row ?? []).flatMap((value, x) =>
      value === null || value === '' ? [] : [`${toA1({ row: y, column: x })} ${JSON.stringify(value)}`],
    ),
  ),
  formulas: listed(grid.formulas),
  notes: listed(grid.notes),
  marks: listed(grid.marks),
});
async function read(host: Host): Promise<ReturnType<typeof seen>> {
  const [sheet] = (await host.readBook()).sheets;
  return seen(sheet?.grid() ?? blankGrid('none'));
}

describe('the file host against the memory host', () => {
  test('any batches of edits leave the same cells, notes and marks; the last batch again changes nothing', async () => {
    const start = smallWorkbook(
      sheetXml(
        `<row r="10">${Array.from(
          { length: 7 },
          (_, style) => `<c r="${'ABCDEFG'[style] ?? ''}10" s="${style.toString()}"/>`,
        ).join('')}</row>`,
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edits, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        async (batches) => {
          const file = xlsxFileHost(start, nodeCodec);
          const memory = memoryHost([blankGrid('Bảng')]);
          for (const batch of batches) {
            const request = [{ sheet: 'Bảng', isNew: false, edits: batch }];
            await file.applyEdits(request);
            await memory.applyEdits(request);
            expect(await read(file)).toEqual(await read(memory));
            const bytes = file.bytes();
            expect(lintPackage(bytes)).toEqual([]);
            await file.applyEdits(request);
            expect(file.bytes()).toBe(bytes);
          }
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  test('any drawings, with cells of the old sheet taken along, leave the same, and do nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ drawn: drawings, batch: fc.array(unmarked, { maxLength: 4 }) }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (steps) => {
          const file = xlsxFileHost(smallWorkbook(sheetXml('')), nodeCodec);
          const memory = memoryHost([blankGrid('Bảng')]);
          for (const { drawn, batch } of steps) {
            const drawing = drawn(memory.grids()[0] ?? blankGrid('Bảng'));
            const request = [{ sheet: 'Bảng', isNew: false, edits: batch, drawing }];
            await file.applyEdits(request);
            await memory.applyEdits(request);
            expect(await read(file)).toEqual(await read(memory));
            const bytes = file.bytes();
            expect(lintPackage(bytes)).toEqual([]);
            await file.applyEdits([
              {
                sheet: 'Bảng',
                isNew: false,
                edits: [],
                drawing: standing(memory.grids()[0] ?? blankGrid('Bảng'), drawing),
              },
            ]);
            expect(await read(file)).toEqual(await read(memory));
            const settled = file.bytes();
            await file.applyEdits([
              {
                sheet: 'Bảng',
                isNew: false,
                edits: [],
                drawing: standing(memory.grids()[0] ?? blankGrid('Bảng'), drawing),
              },
            ]);
            expect(file.bytes()).toBe(settled);
          }
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});

/** The content of a grid's cell in the form of a plan. */
function contentIn(grid: Grid, row: number, column: number): Content | null {
  const formula = grid.formulas.get(cellKey(row, column));
  const value = valueAt(grid, row, column);
  const plain =
    typeof value === 'number'
      ? ({ kind: 'number', value: value.toString() } as const)
      : typeof value === 'string'
        ? ({ kind: 'text', text: value } as const)
        : null;
  return formula === undefined ? plain : { kind: 'formula', formula, cached: plain ?? { kind: 'text', text: '' } };
}

/** The same sheet drawn from its own cells, each in its place. */
const standing = (grid: Grid, drawing: SheetDrawing): SheetDrawing => ({
  ...drawing,
  rows: Array.from({ length: Math.max(grid.rowCount, drawing.rows.length) }, (_, row) =>
    drawnRow(
      Array.from({ length: grid.columnCount }, (__, column) =>
        drawnCell(contentIn(grid, row, column), {}, toA1({ row, column })),
      ),
    ),
  ),
});
