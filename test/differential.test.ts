/**
 * Compares the engine with two other calculations, both recalculated by LibreOffice: plain formulas as typed by hand,
 * and the add-in's own live formulas.
 */
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessBook } from '../src/core/assess';
import { addressOfKey, cellKey, toA1 } from '../src/core/values/address';
import { toNumber } from '../src/core/values/decimal';
import { valueAt, type Grid } from '../src/core/model/workbook/grid';
import { isScoredItem, type LayoutKind } from '../src/core/model/score-sheet';
import { planEdits } from '../src/core/fill';
import { bookOf } from './kit/grid';
import { officeSheets, render } from './kit/office-sheet';
import { describeWith } from './kit/programs/programs';
import { recalculate, recalculateFiles, type Recalculated } from './kit/programs/recalculate';
import { open, workbookOf } from './kit/files/workbook-of';

const KINDS: readonly LayoutKind[] = ['one-unit', 'units-as-columns', 'units-as-rows'];
const GRIDS: readonly Grid[] = KINDS.flatMap((kind) =>
  fc.sample(officeSheets(), { numRuns: 25, seed: 2025 }).map((sheet) => render(sheet, kind)),
);

/** Computes the index of every unit right of the table with formulas as a careful person would type them. */
function byHand(grid: Grid): { grid: Grid; column: number } {
  const [assessment] = assessBook(bookOf(grid)).sheets;
  if (!assessment) throw new Error('unread');
  const { scoreSheet } = assessment;
  const leaves = scoreSheet.items.filter(isScoredItem);
  const formulas = new Map<number, string>();
  const column = grid.columnCount + 1;
  scoreSheet.units.forEach((unit, at) => {
    const cells = leaves.map((item) =>
      toA1(
        scoreSheet.kind === 'units-as-rows'
          ? { row: unit.row, column: item.columns.appraised ?? 0 }
          : { row: item.row, column: unit.columns.appraised ?? 0 },
      ),
    );
    const maxima = leaves.map(
      (item, leaf) => `IF(ISNUMBER(${cells[leaf] ?? ''}),${toNumber(item.max ?? (NaN as never)).toString()},0)`,
    );
    formulas.set(cellKey(at, column), `ROUND(100*SUM(${cells.join(',')})/(${maxima.join('+')}),2)`);
  });
  return { grid: { ...grid, formulas }, column };
}

describeWith(['libreoffice', 'xlsxwriter'], 'LibreOffice', () => {
  let hands: Recalculated = () => null;
  let filled: readonly Uint8Array[] = [];
  let own: readonly Recalculated[] = [];

  beforeAll(async () => {
    // All tables go into one workbook: with one workbook each, LibreOffice takes several times as long.
    const [found] = recalculate([GRIDS.map((grid, at) => ({ ...byHand(grid).grid, sheet: at.toString() }))]);
    hands = found ?? hands;
    filled = await Promise.all(
      GRIDS.map(async (grid) => {
        const file = open(await workbookOf([grid]));
        return file.apply(planEdits(file.book, assessBook(file.book)));
      }),
    );
    own = recalculateFiles(filled);
  }, 240_000);

  test('gives the engine’s index for every unit of every family when the formulas are a person’s', () => {
    let compared = 0;
    GRIDS.forEach((grid, at) => {
      const { column } = byHand(grid);
      for (const { unit, publishedIndex } of assessBook(bookOf(grid)).sheets[0]?.units ?? []) {
        expect(hands(at.toString(), unit.position, column)).toBe(toNumber(publishedIndex ?? (NaN as never)));
        compared++;
      }
    });
    expect(compared).toBeGreaterThan(GRIDS.length);
  });

  test('gives the number that we wrote beside every formula of the filled workbook, to the last digit', () => {
    let compared = 0;
    filled.forEach((bytes, at) => {
      for (const entry of open(bytes).book.sheets) {
        const grid = entry.grid();
        for (const key of grid.formulas.keys()) {
          const { row, column } = addressOfKey(key);
          const cell = `${entry.name}!${toA1({ row, column })}`;
          expect([cell, own[at]?.(entry.name, row, column) ?? '']).toEqual([cell, valueAt(grid, row, column) ?? '']);
          compared++;
        }
      }
    });
    expect(compared).toBeGreaterThan(1000);
  });
});
