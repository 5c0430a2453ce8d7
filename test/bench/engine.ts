/**
 * Bench (a): from a grid in memory to the assessment, checks included, against HyperFormula computing the same indices,
 * ratings and ranks by formula.
 */
import { HyperFormula } from 'hyperformula';
import { assessBook } from '../../src/core/assess';
import type { Assessment } from '../../src/core/model/assessment';
import { columnName, toA1Range } from '../../src/core/values/address';
import { toNumber } from '../../src/core/values/decimal';
import { roundRatio } from '../../src/core/values/ratio';
import type { Book, CellValue } from '../../src/core/model/workbook/grid';
import { bookOf, gridOf } from '../kit/grid';
import { median, millisecondsOf } from './measure';
import { nameOfUnit, scoreTable, type ScoreTable } from './score-table';

export interface EngineResult {
  readonly units: number;
  readonly cells: number;
  readonly ours: number;
  /** Our time once the results are in the table, as after a fill: they are checked too. */
  readonly again: number;
  readonly hyperFormula: number;
  readonly diagnostics: number;
}

/** Results of one unit, listed in the order of units. */
interface Judged {
  readonly index: number;
  readonly rating: string;
  readonly rank: number;
  /** Percent of each area, with two decimals. */
  readonly areas: readonly number[];
}

const FIRST_UNIT = 3;
const FIRST_ROW = 5;

export function benchEngine(
  units: number,
  repeats: { readonly ours: number; readonly hyperFormula: number },
): EngineResult {
  const table = scoreTable(units);
  const book = asBook(table);
  let assessment: Assessment | undefined;
  const ours = median(repeats.ours, () => {
    assessment = undefined;
    return millisecondsOf(() => {
      [assessment] = assessBook(book).sheets;
    });
  });
  if (!assessment) throw new Error('the engine found no table in the bench grid');
  const results = judged(assessment);
  const filled = withResults(book, results);
  const again = median(Math.ceil(repeats.ours / 3), () => millisecondsOf(() => assessBook(filled)));
  let theirs: readonly Judged[] = [];
  const sheet = asFormulas(table);
  const hyperFormula = median(repeats.hyperFormula, () => {
    let engine: HyperFormula | undefined;
    const time = millisecondsOf(() => {
      engine = HyperFormula.buildFromArray(sheet, { licenseKey: 'gpl-v3', maxColumns: 20_000, maxRows: 2_000 });
    });
    theirs = judgedBy(engine, table);
    engine?.destroy();
    return time;
  });
  compare(results, theirs);
  return {
    units,
    cells: units * 2 * table.rows.length,
    ours,
    again,
    hyperFormula,
    diagnostics: assessment.diagnostics.length,
  };
}

/** The index of each unit in the row below «Tổng điểm», in the unit's second column. */
function withResults(book: Book, results: readonly Judged[]): Book {
  const [grid] = book.sheets.map((entry) => entry.grid());
  if (!grid) throw new Error('no table');
  const values = grid.values.map((row) => [...(row ?? [])]);
  const indices = values.find((row) => row[1] === 'Chỉ số CCHC (%)') ?? [];
  for (const [unit, { index }] of results.entries()) indices[FIRST_UNIT + unit * 2 + 1] = index;
  const length = FIRST_UNIT + results.length * 2;
  for (let column = 0; column < length; column++) indices[column] ??= null;
  return bookOf({ ...grid, values });
}

export interface MistakesResult {
  /** Milliseconds of a whole assessment with the mistakes; `clean` is without them. */
  readonly spoilt: number;
  readonly clean: number;
  /** How many of the mistakes have a finding with a suggested repair. */
  readonly repairable: number;
}

/**
 * Scores with one mistyped digit, each in another unit and row: measures the time to find out which numbers are wrong.
 */
export function benchMistakes(units: number, mistakes: number, repeats: number): MistakesResult {
  const table = scoreTable(units);
  const scored = table.rows.flatMap(({ isScored }, row) => (isScored ? [row] : []));
  const book = asBook(table);
  const [grid] = book.sheets.map((entry) => entry.grid());
  if (!grid) throw new Error('no table');
  const values = grid.values.map((row) => [...(row ?? [])]);
  for (let at = 0; at < mistakes; at++) {
    const row = FIRST_ROW + (scored[(at * 37) % scored.length] ?? 0);
    const column = FIRST_UNIT + Math.floor((at * units) / mistakes) * 2 + 1;
    const cell = values[row]?.[column];
    if (values[row] && typeof cell === 'number') values[row][column] = cell + 0.3;
  }
  const spoilt = bookOf({ ...grid, values });
  let found: Assessment | undefined;
  const timeOf = (of: Book): number => median(repeats, () => millisecondsOf(() => ([found] = assessBook(of).sheets)));
  return {
    clean: timeOf(book),
    spoilt: timeOf(spoilt),
    repairable: found?.diagnostics.filter(({ suggestions, follows }) => !follows && suggestions.length > 0).length ?? 0,
  };
}

/** The table as a host hands it over: subtotals of the parents typed in, result rows blank. */
export function asBook({ rows, units, self, appraised }: ScoreTable): Book {
  const all = Array.from({ length: units }, (_, unit) => unit);
  const values: CellValue[][] = [
    ['BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH'],
    [],
    [],
    ['TT', 'Nội dung', 'Điểm tối đa', ...all.flatMap((unit) => [nameOfUnit(unit), null])],
    [null, null, null, ...all.flatMap(() => ['Tự chấm', 'Thẩm định'])],
  ];
  for (const { code, name, max, scored, isScored } of rows) {
    const cellOf = (scores: ScoreTable['self'], unit: number): CellValue => {
      if (!isScored) return scored.reduce((sum, row) => sum + (scores(unit, row) ?? 0), 0) / 100;
      const points = scores(unit, scored[0] ?? 0);
      return points === null ? 'KĐG' : points / 100;
    };
    values.push([code, name, max / 100, ...all.flatMap((unit) => [cellOf(self, unit), cellOf(appraised, unit)])]);
  }
  for (const result of ['Tổng điểm', 'Chỉ số CCHC (%)', 'Xếp loại', 'Xếp hạng']) values.push([null, result]);
  const merges = [0, 1, 2].map((column) => ({ top: 3, left: column, bottom: 4, right: column }));
  const heads = all.map((unit) => ({
    top: 3,
    left: FIRST_UNIT + unit * 2,
    bottom: 3,
    right: FIRST_UNIT + unit * 2 + 1,
  }));
  return bookOf(gridOf(values, { merges: [...merges, ...heads].map(toA1Range) }));
}

/**
 * Result rows below the scored items. The appraised column of a unit has all of them, its self column only sums and
 * maxima.
 */
interface ResultRows {
  readonly areas: readonly {
    readonly first: number;
    readonly last: number;
    readonly points: number;
    readonly max: number;
    readonly percent: number;
  }[];
  readonly points: number;
  readonly max: number;
  readonly exact: number;
  readonly index: number;
  readonly rating: number;
  readonly rank: number;
}

/** Rows are counted from 1, as in formulas. */
function resultRows({ rows }: ScoreTable): ResultRows {
  const scored = rows.filter(({ isScored }) => isScored);
  let row = 0;
  let next = scored.length;
  const areas = areasOf(rows).map(({ scored: own }) => {
    const first = row + 1;
    row += own.length;
    return { first, last: row, points: ++next, max: ++next, percent: ++next };
  });
  return { areas, points: ++next, max: ++next, exact: ++next, index: ++next, rating: ++next, rank: ++next };
}

const areasOf = (rows: ScoreTable['rows']): ScoreTable['rows'] => rows.filter(({ code }) => !code.includes('.'));

/**
 * The scored items, and formulas for what the engine computes: sums, indices and percentages of units and areas,
 * ratings and ranks (only the engine ranks areas).
 */
function asFormulas(table: ScoreTable): (string | number | null)[][] {
  const { rows, units, self, appraised } = table;
  const at = resultRows(table);
  const sheet = rows.flatMap(({ isScored, max }, row): (string | number | null)[][] => {
    if (!isScored) return [];
    const points = Array.from({ length: units * 2 }, (_, column) =>
      (column % 2 === 0 ? self : appraised)(Math.floor(column / 2), row),
    );
    return [[max / 100, ...points.map((value) => (value === null ? 'KĐG' : value / 100))]];
  });
  const lines = new Map<number, (string | null)[]>();
  const put = (row: number, formula: string | null): void => {
    const line = lines.get(row) ?? [null];
    line.push(formula);
    lines.set(row, line);
  };
  const end = columnName(units * 2);
  for (let column = 1; column <= units * 2; column += 1) {
    const name = columnName(column);
    const counts = column % 2 === 0;
    const cell = (row: number): string => `${name}${row}`;
    for (const area of at.areas) {
      put(area.points, `=ROUND(SUM(${cell(area.first)}:${cell(area.last)}),8)`);
      put(area.max, `=SUMIF(${cell(area.first)}:${cell(area.last)},">=0",$A$${area.first}:$A$${area.last})`);
      put(area.percent, counts ? `=ROUND(${cell(area.points)}/${cell(area.max)}*100+0.000000001,2)` : null);
    }
    put(at.points, `=ROUND(${at.areas.map(({ points }) => cell(points)).join('+')},8)`);
    put(at.max, `=${at.areas.map(({ max }) => cell(max)).join('+')}`);
    put(at.exact, counts ? `=ROUND(${cell(at.points)}/${cell(at.max)}*100,10)` : null);
    // Unlike Excel, HyperFormula rounds 80.72499… as if it were 80.725; the nudge is below any significant digit.
    put(at.index, counts ? `=ROUND(${cell(at.exact)}+0.000000001,2)` : null);
    const index = cell(at.index);
    put(
      at.rating,
      counts
        ? `=IF(${index}>=90,"Xuất sắc",IF(${index}>=80,"Tốt",IF(${index}>=70,"Khá",IF(${index}>=50,"Trung ` +
            'bình","Yếu"))))'
        : null,
    );
    put(at.rank, counts ? `=COUNTIF($B$${at.exact}:$${end}$${at.exact},">"&${cell(at.exact)})+1` : null);
  }
  return [...sheet, ...[...lines].sort(([a], [b]) => a - b).map(([, line]) => line)];
}

function judgedBy(engine: HyperFormula | undefined, table: ScoreTable): Judged[] {
  const at = resultRows(table);
  const read = (row: number): unknown[] =>
    Array.from({ length: table.units }, (_, unit) =>
      engine?.getCellValue({ sheet: 0, row: row - 1, col: unit * 2 + 2 }),
    );
  const [index, rating, rank] = [read(at.index), read(at.rating), dense(read(at.rank))];
  const areas = at.areas.map((area) => read(area.percent));
  return index.map((value, unit) => ({
    index: Number(value),
    rating: String(rating[unit]),
    rank: rank[unit] ?? 0,
    areas: areas.map((percents) => Number(percents[unit])),
  }));
}

/** 1, 2, 2, 4 → 1, 2, 2, 3. */
function dense(places: readonly unknown[]): number[] {
  const order = new Map([...new Set(places.map(Number))].sort((a, b) => a - b).map((place, at) => [place, at + 1]));
  return places.map((place) => order.get(Number(place)) ?? 0);
}

const judged = ({ units }: Assessment): Judged[] =>
  units.map(({ publishedIndex, rating, rank, areas }) => ({
    index: publishedIndex === null ? NaN : toNumber(publishedIndex),
    rating: rating ?? '',
    rank: rank ?? 0,
    areas: areas.map(({ percent }) => (percent === null ? NaN : toNumber(roundRatio(percent, 2)))),
  }));

/** Throws if the two results differ: their speeds are only comparable if both compute the same. */
function compare(ours: readonly Judged[], theirs: readonly Judged[]): void {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} units against ${theirs.length}`);
  ours.forEach((mine, unit) => {
    if (JSON.stringify(mine) !== JSON.stringify(theirs[unit]))
      throw new Error(`unit ${unit}: ${JSON.stringify(mine)} against ${JSON.stringify(theirs[unit])}`);
  });
}
