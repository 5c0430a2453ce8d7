/** Absurd sheets: the engine answers with diagnostics or a correct result, never with an exception. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessBook } from '../src/core/assess';
import type { Area2D } from '../src/core/values/address';
import type { CellValue, Grid } from '../src/core/model/workbook/grid';
import type { LayoutKind } from '../src/core/model/score-sheet';
import { planEdits } from '../src/core/fill';
import { assessmentToJson } from '../src/export/assessment-to-json';
import { jsonText } from '../src/export/json-text';
import { memoryHost } from './kit/memory/memory-host';
import { bookOf } from './kit/grid';
import { PLAIN, officeSheets, render } from './kit/office-sheet';

const JUNK: readonly CellValue[] = [
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("javascript:alert(1)")',
  'x'.repeat(32_767),
  '1'.repeat(400),
  '(((((((((((((((((((((((((((((',
  '1.1.1.1.1.1.1.1.1.1',
  '-',
  '–',
  '/',
  'x',
  '0*',
  '4¹',
  '1/0',
  '75,42/94',
  'KĐG',
  'Chưa chấm',
  '83,33%',
  '\u0000\u0007\ufffe',
  '\ud800',
  'Tổng điểm',
  'Chỉ số',
  'Điểm tối đa',
  'Đơn vị',
  'TT',
  'Xếp hạng',
  ' \u00a0 ',
  '1e308',
  '٣',
  '１２',
  '-0',
  true,
  false,
  -1,
  1e300,
  1e-300,
  Number.MAX_SAFE_INTEGER,
  900_719,
  45_000,
  { error: '#REF!' },
  { error: '#N/A' },
  null,
];

const rectangle = fc
  .tuple(fc.nat(40), fc.nat(12), fc.nat(60), fc.nat(60))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

/** A sound sheet with some cells, merges, formulas, dates and hidden lines replaced by absurd ones. */
const madSheets: fc.Arbitrary<Grid> = fc
  .record({
    sheet: officeSheets({ maxUnits: 4 }),
    kind: fc.constantFrom<LayoutKind>('one-unit', 'units-as-columns', 'units-as-rows'),
    letterhead: fc.nat(6),
    junk: fc.array(fc.record({ row: fc.nat(40), column: fc.nat(14), value: fc.constantFrom(...JUNK) }), {
      maxLength: 25,
    }),
    merges: fc.array(rectangle, { maxLength: 4 }),
    keys: fc.array(fc.nat(40 * 16_384), { maxLength: 10 }),
  })
  .map(({ sheet, kind, letterhead, junk, merges, keys }) => {
    const sound = render(sheet, kind, { ...PLAIN, letterhead });
    const values = sound.values.map((row) => [...(row ?? [])]);
    for (const { row, column, value } of junk) {
      while (values.length <= row) values.push([]);
      const cells = values[row] ?? [];
      while (cells.length < column) cells.push(null);
      cells[column] = value;
    }
    clearCovered(values, merges);
    const somewhere = new Set(keys.map((key) => Math.floor(key / 16_384) * 16_384 + (key % 12)));
    return {
      ...sound,
      values,
      rowCount: values.length,
      columnCount: Math.max(...values.map((row) => row.length)),
      merges: [...sound.merges, ...merges],
      dates: somewhere,
      percents: somewhere,
      formulas: new Map([...somewhere].map((key) => [key, 'A1+SUM(B2:C3)'])),
      notes: new Map([...somewhere].map((key) => [key, '<b>ghi chú</b>'])),
      hiddenRows: new Set(keys.map((key) => key % 40)),
      hiddenColumns: new Set(keys.map((key) => key % 12)),
    };
  });

/** A merge keeps only the value of its first cell. */
function clearCovered(values: CellValue[][], merges: readonly Area2D[]): void {
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= Math.min(bottom, values.length - 1); row++) {
      values[row]?.forEach((_, column, cells) => {
        if (column >= left && column <= right && (row !== top || column !== left)) cells[column] = null;
      });
    }
  }
}

describe('a sheet gone mad', () => {
  test('is answered, filled where it can be, and filling it twice changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(madSheets, async (grid) => {
        const book = bookOf(grid);
        const assessment = assessBook(book);
        expect(jsonText(assessmentToJson(assessment))).not.toMatch(/NaN|Infinity|undefined/);
        expect(assessment.sheets.length + assessment.diagnostics.length).toBeGreaterThan(0);
        for (const { units, diagnostics } of assessment.sheets) {
          for (const { unit, undetermined, publishedIndex, rank } of units) {
            const blamed = diagnostics.some((each) => each.severity === 'error' && each.unit === unit);
            expect([undetermined, publishedIndex === null]).toEqual([undetermined, undetermined]);
            if (blamed) expect([undetermined, rank]).toEqual([true, null]);
          }
          for (const { message } of diagnostics) expect(message).toMatch(/[.)»]$/);
        }
        const host = memoryHost([grid]);
        await host.applyEdits(planEdits(book, assessment));
        const again = await host.readBook();
        const second = planEdits(again, assessBook(again));
        expect(second.flatMap(({ edits }) => edits.filter((edit) => edit.kind === 'cell'))).toEqual([]);
      }),
      { numRuns: 1_500, seed: 2025 },
    );
  }, 120_000);
});
