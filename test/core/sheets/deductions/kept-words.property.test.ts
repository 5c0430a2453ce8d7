/** Text that an officer types into «Điểm bị trừ» is never lost, whatever happens to the workbook between two clicks. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessBook } from '../../../../src/core/assess';
import { cellKey } from '../../../../src/core/values/address';
import { sum, toNumber, type Decimal } from '../../../../src/core/values/decimal';
import { textAt, valueAt, type CellValue, type Grid } from '../../../../src/core/model/workbook/grid';
import type { LayoutKind } from '../../../../src/core/model/score-sheet';
import {
  DEDUCTION_LABELS,
  DEDUCTION_SHEET_NAMES,
  deductionRows,
  deductionTable,
  type DeductionColumn,
} from '../../../../src/core/model/deduction-sheet';
import { planEdits } from '../../../../src/core/fill';
import { memoryHost } from '../../../kit/memory/memory-host';
import { bookOf } from '../../../kit/grid';
import { officeSheets, PLAIN, render, type OfficeSheet } from '../../../kit/office-sheet';

const [SUMMARY] = DEDUCTION_SHEET_NAMES;
const TYPED: readonly DeductionColumn[] = [
  'cause',
  'responsibleBody',
  'responsiblePerson',
  'explanation',
  'remedy',
  'remedyDue',
  'remedyStatus',
];
/** Columns right of the program's own: one with a heading, one without. */
const EXTRAS = 2;

async function click(grids: readonly Grid[], results: 'formulas' | 'values'): Promise<readonly Grid[]> {
  const host = memoryHost(grids);
  const book = await host.readBook();
  await host.applyEdits(planEdits(book, assessBook(book, { results })));
  return host.grids();
}

const summaryOf = (grids: readonly Grid[]): Grid =>
  grids.find(({ sheet }) => sheet === SUMMARY) ?? bookOf().sheets[0]!.grid();
const withSummary = (grids: readonly Grid[], summary: Grid): Grid[] =>
  grids.map((grid) => (grid.sheet === SUMMARY ? summary : grid));

function put(grid: Grid, cells: readonly (readonly [row: number, column: number, value: CellValue])[]): Grid {
  const values = grid.values.map((row) => [...(row ?? [])]);
  const formulas = new Map(grid.formulas);
  for (const [row, column, value] of cells) {
    while (values.length <= row) values.push([]);
    const line = values[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = value;
    formulas.delete(cellKey(row, column));
  }
  return {
    ...grid,
    values,
    formulas,
    rowCount: Math.max(grid.rowCount, values.length),
    columnCount: Math.max(grid.columnCount, ...values.map((row) => row.length)),
  };
}

/** Lines and sums in another order, as after sorting by hand: formulas move with their rows. */
function sorted(grid: Grid, seed: number): Grid {
  const rows = deductionRows(grid, deductionTable(grid)!)
    .filter(({ kind }) => kind !== 'other')
    .map(({ row }) => row);
  const order = [...rows].sort((a, b) => ((a * 7919 + seed * 31) % 104_729) - ((b * 7919 + seed * 31) % 104_729));
  return moved(grid, new Map(rows.map((row, at) => [row, order[at] ?? row] as const)));
}

function moved(grid: Grid, target: ReadonlyMap<number, number>): Grid {
  const values = grid.values.map((row) => row);
  const formulas = new Map<number, string>();
  for (const [row, to] of target) values[to] = grid.values[row];
  for (const [key, formula] of grid.formulas) {
    const row = Math.floor(key / 16_384);
    formulas.set(cellKey(target.get(row) ?? row, key % 16_384), formula);
  }
  return { ...grid, values, formulas };
}

interface Story {
  readonly sheet: OfficeSheet;
  readonly kind: LayoutKind;
  readonly results: 'formulas' | 'values';
  /** Where text is typed: line and column as numbers, modulo their count. */
  readonly words: readonly (readonly [line: number, column: number])[];
  readonly changes: readonly {
    readonly kind: 'units' | 'score' | 'full' | 'sort' | 'newUnit' | 'letterhead';
    readonly seed: number;
  }[];
}

const stories: fc.Arbitrary<Story> = fc.record({
  sheet: officeSheets({ maxUnits: 4 }),
  kind: fc.constantFrom<LayoutKind>('one-unit', 'units-as-columns', 'units-as-rows'),
  results: fc.constantFrom<'formulas' | 'values'>('formulas', 'formulas', 'values'),
  words: fc.array(fc.tuple(fc.nat(200), fc.nat(TYPED.length + EXTRAS - 1)), { minLength: 1, maxLength: 12 }),
  changes: fc.array(
    fc.record({
      kind: fc.constantFrom(
        'units' as const,
        'score' as const,
        'full' as const,
        'sort' as const,
        'newUnit' as const,
        'letterhead' as const,
      ),
      seed: fc.nat(1000),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

interface State {
  readonly sheet: OfficeSheet;
  readonly order: readonly number[];
  readonly letterhead: number;
}

function changed(state: State, kind: Story['changes'][number]['kind'], seed: number): State {
  const { sheet, order } = state;
  const unit = seed % sheet.scores.length;
  const item = seed % (sheet.scores[0]?.length ?? 1);
  const maxima = sheet.areas.flatMap((area) => area.criteria.flat());
  const withScore = (value: number): OfficeSheet => ({
    ...sheet,
    scores: sheet.scores.map((row, at) =>
      at === unit ? row.map((score, place) => (place === item && score !== null ? value : score)) : row,
    ),
  });
  if (kind === 'units') return { ...state, order: [...order.slice(1), ...order.slice(0, 1)] };
  if (kind === 'score') return { ...state, sheet: withScore(Math.floor((maxima[item] ?? 0) / 2)) };
  if (kind === 'full') return { ...state, sheet: withScore(maxima[item] ?? 0) };
  if (kind === 'newUnit')
    return {
      ...state,
      sheet: { ...sheet, scores: [...sheet.scores, maxima.map(() => 0)] },
      order: [sheet.scores.length, ...order],
    };
  return kind === 'letterhead' ? { ...state, letterhead: state.letterhead + 1 } : state;
}

const drawn = ({ sheet, order, letterhead }: State, kind: LayoutKind): Grid =>
  render(sheet, kind, { ...PLAIN, order, letterhead });

/** Every typed text with the line that holds it: unit, code and name; "" for a place outside the lines. */
function wordsIn(grid: Grid): string[] {
  const table = deductionTable(grid)!;
  const label = (row: number, role: DeductionColumn): string =>
    textAt(grid, row, table.columns.get(DEDUCTION_LABELS[role]) ?? -1);
  const keys = new Map(
    deductionRows(grid, table).map(({ row, kind }) => [
      row,
      kind === 'line' ? `${label(row, 'unit')} ${label(row, 'code')} ${label(row, 'name')}` : '',
    ]),
  );
  return grid.values
    .flatMap((row, at) =>
      (row ?? []).flatMap((value, column) =>
        typeof value === 'string' && /^(lời|=lời)/.test(value)
          ? [`${keys.get(at) ?? ''}|${textAt(grid, table.row, column)}|${value}`]
          : [],
      ),
    )
    .sort();
}

describe('words typed into «Điểm bị trừ»', () => {
  test('stay with their deduction through any change of the workbook; the next click has nothing to do', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async ({ sheet, kind, results, words, changes }) => {
        let state: State = { sheet, order: sheet.scores.map((_, unit) => unit), letterhead: 4 };
        let grids = await click([drawn(state, kind)], results);
        const first = grids.find((grid) => grid.sheet === SUMMARY);
        fc.pre(first !== undefined);
        const table = deductionTable(first)!;
        const rows = deductionRows(first, table);
        const lines = rows.filter((row) => row.kind === 'line').map(({ row }) => row);
        const width = first.columnCount;
        const columns = [...TYPED.map((role) => table.columns.get(DEDUCTION_LABELS[role])!), width, width + 1];
        const typed = words.map(
          ([line, column], at) =>
            [
              lines[line % lines.length]!,
              columns[column % columns.length]!,
              `${at % 2 === 0 ? '' : '='}lời số ${at}`,
            ] as const,
        );
        const beside = [
          [table.row, width, 'lời đầu cột'],
          [first.rowCount + 2, 1, 'lời cuối trang'],
          [0, 0, 'lời tiêu đề'],
          [rows[0]!.row, columns[4]!, 'lời cạnh đơn vị'],
        ] as const;
        grids = withSummary(grids, put(first, [...typed, ...beside]));
        const before = wordsIn(summaryOf(grids));
        for (const { kind: change, seed } of changes) {
          if (change === 'sort') grids = withSummary(grids, sorted(summaryOf(grids), seed));
          else state = changed(state, change, seed);
          // The table as the officer sees it, without the results of earlier clicks: formulas are planned anew.
          grids = await click(
            grids.map((grid) => (grid.sheet === SUMMARY || grid.sheet === 'Kết quả' ? grid : drawn(state, kind))),
            results,
          );
          const after = wordsIn(summaryOf(grids));
          expect(after.map(withoutLine).sort()).toEqual(before.map(withoutLine).sort());
          expect(after.filter(isInLine).sort()).toEqual(before.filter(isInLine).sort());
          const book = bookOf(...grids);
          expect(planEdits(book, assessBook(book, { results }))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  }, 240_000);

  test('are the cause from then on, before every other place', async () => {
    await fc.assert(
      fc.asyncProperty(officeSheets({ maxUnits: 3 }), fc.nat(50), async (sheet, some) => {
        const grids = await click([render(sheet, 'units-as-columns')], 'formulas');
        const summary = grids.find((grid) => grid.sheet === SUMMARY);
        fc.pre(summary !== undefined);
        const table = deductionTable(summary)!;
        const lines = deductionRows(summary, table).filter((row) => row.kind === 'line');
        const { row } = lines[some % lines.length]!;
        const column = (role: DeductionColumn): number => table.columns.get(DEDUCTION_LABELS[role])!;
        const typed = put(summary, [
          [row, column('cause'), 'Chậm ban hành'],
          [row, column('remedyDue'), 'Quý II'],
          [row, column('remedyStatus'), 'Đang thực hiện'],
        ]);
        const [assessment] = assessBook(bookOf(...withSummary(grids, typed))).sheets;
        const said = assessment!.deductions.filter(({ causeFrom }) => causeFrom !== null);
        expect(
          said.map(({ cause, remedyDue, remedyStatus, causeFrom }) => [cause, remedyDue, remedyStatus, causeFrom]),
        ).toEqual([['Chậm ban hành', 'Quý II', 'Đang thực hiện', 'deductions']]);
        const { unit, item } = said[0]!;
        expect([unit.name, item.code]).toEqual([
          textAt(typed, row, column('unit')),
          textAt(typed, row, column('code')),
        ]);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});

describe('sums', () => {
  test('lines add up to their area, areas to their unit, and the unit to its maximum less its points', async () => {
    await fc.assert(
      fc.asyncProperty(
        officeSheets(),
        fc.constantFrom<LayoutKind>('one-unit', 'units-as-columns', 'units-as-rows'),
        async (sheet, kind) => {
          const grids = await click([render(sheet, kind)], 'formulas');
          const summary = grids.find((grid) => grid.sheet === SUMMARY);
          const [assessment] = assessBook(bookOf(...grids)).sheets;
          if (!summary) {
            expect(assessment!.deductions).toEqual([]);
            return;
          }
          const table = deductionTable(summary)!;
          const column = (role: DeductionColumn): number => table.columns.get(DEDUCTION_LABELS[role])!;
          const lost = (row: number): Decimal =>
            Math.round(Number(valueAt(summary, row, column('lost'))) * 1e10) as Decimal;
          const rows = deductionRows(summary, table).map(({ row, kind: what }) => ({
            what,
            lost: lost(row),
            unit: textAt(summary, row, column('unit')),
            area: textAt(summary, row, column('area')),
          }));
          const lines = rows.filter(({ what }) => what === 'line');
          for (const { what, lost: total, unit, area } of rows) {
            if (what === 'area')
              expect(total).toBe(
                sum(lines.filter((line) => line.unit === unit && line.area === area).map((line) => line.lost)),
              );
            if (what === 'unit')
              expect(total).toBe(sum(lines.filter((line) => line.unit === unit).map((line) => line.lost)));
          }
          for (const { unit, totals } of assessment!.units) {
            const { points, max } = totals.awardedTotal!;
            const own = rows.find(
              (row) => row.what === 'unit' && row.unit === (unit.name || assessment!.scoreSheet.sheet),
            );
            expect(own ? toNumber(own.lost) : 0).toBe(toNumber((max - points) as Decimal));
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

const withoutLine = (word: string): string => word.slice(word.indexOf('|'));
const isInLine = (word: string): boolean => !word.startsWith('|');
