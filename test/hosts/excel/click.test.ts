/**
 * A click in Excel gives, cell for cell, the same as the file host for the same workbook, in four syncs whatever the
 * number of units.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessBook } from '../../../src/core/assess';
import { addressOfKey, keyOf, toA1, type CellKey } from '../../../src/core/values/address';
import type { Content } from '../../../src/core/model/content';
import type { SheetEdits } from '../../../src/core/model/workbook/edit';
import type { Book, Grid } from '../../../src/core/model/workbook/grid';
import type { LayoutKind } from '../../../src/core/model/score-sheet';
import { planClear, planEdits } from '../../../src/core/fill';
import { excelHost } from '../../../src/hosts/excel/excel-host';
import type { Told } from '../../kit/excel/calculate';
import { simulatedExcel, type Exchange, type SimulatedExcel } from '../../kit/excel/simulated-excel';
import { COMMA, officeSheets, PLAIN, render, type OfficeSheet } from '../../kit/office-sheet';
import { open, workbookOf } from '../../kit/files/workbook-of';

const gridsOf = (book: Book): Grid[] => book.sheets.map((sheet) => sheet.grid());
const listed = <T>(map: ReadonlyMap<CellKey, T>): string[] =>
  [...map].map(([key, value]) => `${toA1(addressOfKey(key))} ${JSON.stringify(value)}`).sort();
/**
 * Numbers are compared to 12 digits, because another engine recalculates the formulas here than the one that planned
 * them.
 */
const shown = (value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(12)) : value === '' ? null : value;
const seen = (book: Book) =>
  gridsOf(book).map((grid) => ({
    sheet: grid.sheet,
    values: grid.values.flatMap((row, y) =>
      (row ?? []).flatMap((value, x) =>
        shown(value) === null ? [] : [`${toA1({ row: y, column: x })} ${JSON.stringify(shown(value))}`],
      ),
    ),
    formulas: listed(grid.formulas),
    notes: listed(grid.notes),
    marks: listed(grid.marks),
  }));

const given = (content: Content | null): number | string | null =>
  content?.kind !== 'formula'
    ? null
    : content.cached.kind === 'number'
      ? Number(content.cached.value)
      : content.cached.text;

const cachedOf = (plan: readonly SheetEdits[]): Told => {
  const values = new Map<string, number | string>();
  const tell = (sheet: string, key: CellKey, content: Content | null): void => {
    const value = given(content);
    if (value !== null) values.set(`${sheet}!${key.toString()}`, value);
  };
  for (const { sheet, edits, drawing } of plan) {
    for (const edit of edits) if (edit.kind === 'cell') tell(sheet, keyOf(edit.at), edit.content);
    drawing?.rows.forEach(({ cells }, row) =>
      cells.forEach((cell, column) => {
        tell(sheet, keyOf({ row, column }), cell?.content ?? null);
      }),
    );
  }
  return (sheet, key) => values.get(`${sheet}!${key.toString()}`);
};

let clicks = 0;

/** Runs the command of the ribbon button through the ribbon. */
async function click(excel: SimulatedExcel): Promise<ReturnType<typeof excelHost>> {
  const host = excelHost();
  let fault: unknown = null;
  const action = `calculateIndex${(++clicks).toString()}`;
  Office.actions.associate(action, (event: { completed: () => void }) => {
    void (async () => {
      const book = await host.readBook();
      const edits = planEdits(book, assessBook(book));
      excel.tell(cachedOf(edits));
      await host.applyEdits(edits);
    })()
      .catch((error: unknown) => {
        fault = error;
      })
      .finally(() => event.completed());
  });
  await excel.click(action);
  if (fault) throw fault as Error;
  return host;
}

async function sameAsFile(source: Uint8Array): Promise<void> {
  const before = open(source);
  const excel = simulatedExcel({ grids: gridsOf(before.book) });
  await excel.install();
  const host = await click(excel);
  const filled = open(before.apply(planEdits(before.book, assessBook(before.book))));
  excel.state();
  const after = await host.readBook();
  expect(seen(after)).toEqual(seen(filled.book));

  // A second click writes nothing; clearing removes the same as in a file.
  excel.forget();
  await click(excel);
  expect(excel.exchanges.some(({ writes }) => writes)).toBe(false);
  const now = await host.readBook();
  await host.applyEdits(planClear(now).edits);
  expect(
    seen(await host.readBook())
      .map(({ marks }) => marks.length)
      .join(),
  ).toBe(now.sheets.map(() => 0).join());
  expect(excel.book.sheets.flatMap(({ names }) => names)).toEqual([]);
}

const samples = join(__dirname, '..', '..', '..', 'assets', 'samples');

describe('«Tính chỉ số» in Excel', () => {
  test.each(readdirSync(samples))(
    'gives cell for cell what the file host writes: %s',
    async (name) => {
      await sameAsFile(new Uint8Array(readFileSync(join(samples, name))));
    },
    60_000,
  );

  test('and for generated sheets of every family', async () => {
    const cases = fc.tuple(
      officeSheets({ maxUnits: 4 }),
      fc.constantFrom<LayoutKind>('one-unit', 'units-as-columns', 'units-as-rows'),
      fc.constantFrom(PLAIN, COMMA),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([sheet, kind, style]) => {
        await sameAsFile(await workbookOf([render(sheet, kind, style)]));
      }),
      { numRuns: 12, seed: 7 },
    );
  }, 120_000);

  test('takes four syncs for 7 units as for 135, first and second click and clearing', async () => {
    const sheetOf = (units: number): OfficeSheet => ({
      areas: Array.from({ length: 8 }, () => ({ criteria: Array.from({ length: 5 }, () => [50, 50, 50]) })),
      scores: Array.from({ length: units }, (_, unit) =>
        Array.from({ length: 120 }, (__, item) => ((unit + item) % 29 === 0 ? 25 : 50)),
      ),
    });
    const counts = async (units: number): Promise<{ syncs: number[]; exchanges: readonly Exchange[] }> => {
      const excel = simulatedExcel({ grids: [render(sheetOf(units), 'units-as-columns')] });
      await excel.install();
      const syncs: number[] = [];
      const count = (): void => {
        syncs.push(excel.exchanges.length);
        all.push(...excel.exchanges);
        excel.forget();
      };
      const all: Exchange[] = [];
      excel.forget();
      const host = await click(excel);
      count();
      const book = await host.readBook();
      count();
      await host.applyEdits(planClear(book).edits);
      count();
      await host.undo();
      count();
      return { syncs, exchanges: all };
    };
    const [small, large] = [await counts(7), await counts(135)];
    expect(large.syncs).toEqual(small.syncs);
    expect(large.syncs[0]).toBe(4);
    expect(large.syncs[1]).toBe(2);
    expect(
      Math.max(...large.exchanges.map(({ requestBytes, responseBytes }) => Math.max(requestBytes, responseBytes))),
    ).toBeLessThan(5_000_000);
  }, 120_000);

  test('a sheet that lost points everywhere goes through on the web as well, in pieces that it takes', async () => {
    const dense: OfficeSheet = {
      areas: Array.from({ length: 8 }, () => ({ criteria: Array.from({ length: 5 }, () => [50, 50, 50]) })),
      scores: Array.from({ length: 135 }, (_, unit) =>
        Array.from({ length: 120 }, (__, item) => ((unit + item) % 7 === 0 ? 25 : 50)),
      ),
    };
    const grid = render(dense, 'units-as-columns');
    const excel = simulatedExcel({ platform: 'OfficeOnline', grids: [grid] });
    await excel.install();
    excel.forget();
    await click(excel);
    expect(Math.max(...excel.exchanges.map(({ requestBytes }) => requestBytes))).toBeLessThan(5_242_880);
    const lines = [...excel.sheet('Điểm bị trừ').cells.values()].filter(
      ({ formula }) => formula?.startsWith('=HYPERLINK(') === true,
    );
    // One link per loss, and one per unit.
    const losses = assessBook({ sheets: [{ name: grid.sheet, visibility: 'visible', grid: () => grid }] }).sheets[0]!
      .deductions.length;
    expect(losses).toBeGreaterThan(2000);
    expect(lines).toHaveLength(losses + 135);
  }, 120_000);
});
