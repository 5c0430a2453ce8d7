/** Properties of every finding of a wrong number, for any workbook and any mistakes in it. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromA1, toA1 } from '../../../src/core/values/address';
import { cleanBook } from '../../kit/diagnosis/books';
import { FAMILIES, type CleanBook, type Rows } from '../../kit/diagnosis/clean-sheets';
import { findingsOf, formulasIn, type Diagnostic, type Suggestion } from '../../kit/diagnosis/findings';
import { drawn, spoilt } from '../../kit/diagnosis/mistakes';

type Sheets = CleanBook['sheets'];

const SEEDS = fc.integer({ min: 200_000, max: 2_000_000 });
const RUNS = { numRuns: Number(process.env['DIAGNOSIS_RUNS'] ?? 60) };

/** A workbook with one to three mistakes. */
const SPOILT = fc
  .tuple(SEEDS, fc.integer({ min: 1, max: 3 }))
  .map(([seed, count]): Sheets => spoilt(cleanBook(seed), drawn(cleanBook(seed), seed, count)));

const suggestionsIn = (findings: readonly Diagnostic[]): Suggestion[] =>
  findings.flatMap(({ suggestions }) => suggestions);
const cellsOf = (suggestion: Suggestion) =>
  [suggestion, ...suggestion.also].map(({ sheet = suggestion.sheet, at, value }) => ({ sheet, at, value }));

function withSuggestion(sheets: Sheets, suggestion: Suggestion): Sheets {
  const copies = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  for (const { sheet, at, value } of cellsOf(suggestion)) {
    const cell = fromA1(at)!;
    copies.find(({ name }) => name === sheet)!.rows[cell.row]![cell.column] = /^-?[\d.]+$/.test(value)
      ? Number(value)
      : value;
  }
  return copies;
}

test('applying what is sure never leaves more broken than before', () => {
  let applied = 0;
  fc.assert(
    fc.property(SPOILT, (sheets) => {
      const findings = findingsOf(sheets);
      for (const suggestion of suggestionsIn(findings).filter(({ share }) => share >= 0.9)) {
        applied++;
        expect(findingsOf(withSuggestion(sheets, suggestion)).length).toBeLessThanOrEqual(findings.length);
      }
    }),
    RUNS,
  );
  expect(applied).toBeGreaterThan(RUNS.numRuns / 3);
});

test('a workbook in which nothing is broken has no suggestion', () => {
  fc.assert(
    fc.property(SEEDS, (seed) => {
      expect(suggestionsIn(findingsOf(cleanBook(seed).sheets))).toEqual([]);
    }),
    RUNS,
  );
});

/** The suggestions (sheet, cell and value), sorted so that their order does not matter. */
const offered = (findings: readonly Diagnostic[], move: (at: string) => string = (at) => at): string[] =>
  suggestionsIn(findings)
    .map((each) =>
      cellsOf(each)
        .map(({ sheet, at, value }) => `${sheet}!${move(at)}=${value}`)
        .sort()
        .join(),
    )
    .sort();

test('the order of sheets and rows above the table do not change the answer', () => {
  fc.assert(
    fc.property(SPOILT, fc.integer({ min: 1, max: 4 }), (sheets, above) => {
      const moved = [...sheets]
        .reverse()
        .map(({ name, rows }) => ({ name, rows: [...Array.from({ length: above }, (): Rows[number] => []), ...rows] }));
      const down = (at: string): string => {
        const { row, column } = fromA1(at)!;
        return toA1({ row: row + above, column });
      };
      expect(offered(findingsOf(moved))).toEqual(offered(findingsOf(sheets), down));
    }),
    RUNS,
  );
});

test('the order of the units does not change the answer', () => {
  // One column per unit: the first is swapped with the last.
  const seeds = SEEDS.map((seed) => seed - (seed % FAMILIES.length) + FAMILIES.indexOf('columns'));
  fc.assert(
    fc.property(seeds, (seed) => {
      const book = cleanBook(seed);
      expect(book.family).toBe('columns');
      const sheets = spoilt(book, drawn(book, seed, 1));
      const last = 3 + Math.max(...book.cells.map(({ unit }) => unit));
      const to = (column: number): number => (column === 3 ? last : column === last ? 3 : column);
      const swapped = sheets.map(({ name, rows }) => ({
        name,
        rows: rows.map((row) => Array.from({ length: Math.max(row.length, last + 1) }, (_, at) => row[to(at)] ?? null)),
      }));
      const across = (at: string): string => {
        const { row, column } = fromA1(at)!;
        return toA1({ row, column: to(column) });
      };
      expect(offered(findingsOf(swapped))).toEqual(offered(findingsOf(sheets), across));
    }),
    RUNS,
  );
});

test('the order of rows of one criterion does not change the answer', () => {
  let swapped = 0;
  fc.assert(
    fc.property(SEEDS, fc.nat(), (seed, choice) => {
      const book = cleanBook(seed);
      const [first] = book.sheets;
      const pairs = first ? neighbours(first.rows) : [];
      fc.pre(book.sheets.length === 1 && pairs.length > 0);
      swapped++;
      const row = pairs[choice % pairs.length] ?? 0;
      const to = (at: number): number => (at === row ? row + 1 : at === row + 1 ? row : at);
      const sheets = spoilt(book, drawn(book, seed, 1));
      // Codes stay in place, so that they remain in order.
      const moved = sheets.map(({ name, rows }) => ({
        name,
        rows: rows.map((cells, at) => [cells[0] ?? null, ...(rows[to(at)] ?? []).slice(1)]),
      }));
      const across = (at: string): string => {
        const { row: from, column } = fromA1(at)!;
        return toA1({ row: column === 0 ? from : to(from), column });
      };
      expect(offered(findingsOf(moved))).toEqual(offered(findingsOf(sheets), across));
    }),
    RUNS,
  );
  expect(swapped).toBeGreaterThan(0);
});

/** Rows whose code is that of a part, followed by the next part of the same criterion: 1.2.1 and 1.2.2. */
function neighbours(rows: Rows): number[] {
  const partsAt = (row: number): readonly string[] => String(rows[row]?.[0] ?? '').split('.');
  return rows.flatMap((_, row) => {
    const [one, other] = [partsAt(row), partsAt(row + 1)];
    const isPart = one.length === 3 && other.length === 3;
    return isPart && one.slice(0, 2).join() === other.slice(0, 2).join() ? [row] : [];
  });
}

test('only cells are named that exist and that no formula fills', () => {
  let named = 0;
  fc.assert(
    fc.property(SEEDS, fc.integer({ min: 2, max: 5 }), (seed, every) => {
      const book = cleanBook(seed);
      const sheets = spoilt(book, drawn(book, seed, 1));
      const derived = book.cells.filter(
        ({ above, kind }, at) => at % every === 0 && kind !== 'score' && above.length === 0,
      );
      const filled = new Set(derived.map((cell) => `${sheets[cell.sheet]?.name ?? ''}!${toA1(cell)}`));
      for (const suggestion of suggestionsIn(formulasIn(sheets, derived))) {
        for (const { sheet, at } of cellsOf(suggestion)) {
          named++;
          const { row, column } = fromA1(at)!;
          expect(sheets.find(({ name }) => name === sheet)?.rows[row]?.[column]).toBeDefined();
          expect(filled.has(`${sheet}!${at}`)).toBe(false);
        }
      }
    }),
    RUNS,
  );
  expect(named).toBeGreaterThan(0);
});
