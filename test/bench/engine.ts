/** Bench (a): grid in memory → assessment, checks included, against HyperFormula computing the same indices, ratings and ranks by formula. */
import { HyperFormula } from 'hyperformula';
import { assessBook } from '../../src/core/assess';
import type { Assessment } from '../../src/core/model/assessment';
import { columnName, toA1Range } from '../../src/core/model/address';
import { toNumber } from '../../src/core/model/decimal';
import type { Book, CellValue } from '../../src/core/model/grid';
import { bookOf, gridOf } from '../kit/grid';
import { median, millisecondsOf } from './measure';
import { nameOfUnit, scoreTable, type ScoreTable } from './score-table';

export interface EngineResult {
  readonly units: number;
  readonly cells: number;
  readonly ours: number;
  readonly hyperFormula: number;
  readonly diagnostics: number;
}

/** Unit results in the order of units. */
interface Judged {
  readonly index: number;
  readonly rating: string;
  readonly rank: number;
}

const FIRST_UNIT = 3;

export function benchEngine(units: number, repeats: { readonly ours: number; readonly hyperFormula: number }): EngineResult {
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
  compare(judged(assessment), theirs);
  return { units, cells: units * 2 * table.rows.length, ours, hyperFormula, diagnostics: assessment.diagnostics.length };
}

/** The table as a host would hand it over, parents' subtotals typed in, result rows blank. */
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
  const heads = all.map((unit) => ({ top: 3, left: FIRST_UNIT + unit * 2, bottom: 3, right: FIRST_UNIT + unit * 2 + 1 }));
  return bookOf(gridOf(values, { merges: [...merges, ...heads].map(toA1Range) }));
}

/** The scored items alone, with a row each of totals, maxima, exact index, index, rating and rank by formula. */
function asFormulas({ rows, units, self, appraised }: ScoreTable): (string | number | null)[][] {
  const scored = rows.flatMap(({ isScored }, row) => (isScored ? [row] : []));
  const last = scored.length;
  const sheet: (string | number | null)[][] = scored.map((row) => {
    const line: (string | number | null)[] = [(rows[row]?.max ?? 0) / 100];
    for (let unit = 0; unit < units; unit += 1) {
      for (const scores of [self, appraised]) {
        const points = scores(unit, row);
        line.push(points === null ? 'KĐG' : points / 100);
      }
    }
    return line;
  });
  const results: (string | null)[][] = Array.from({ length: 6 }, () => [null]);
  const end = columnName(units * 2);
  for (let column = 1; column <= units * 2; column += 1) {
    const name = columnName(column);
    const appraisedColumn = column % 2 === 0;
    const [total, max, exact, published] = [last + 1, last + 2, last + 3, last + 4].map((row) => `${name}${row}`) as [string, string, string, string];
    const formulas = [
      `=ROUND(SUM(${name}1:${name}${last}),8)`,
      `=SUMIF(${name}1:${name}${last},">=0",$A$1:$A$${last})`,
      ...(appraisedColumn
        ? [
            `=ROUND(${total}/${max}*100,10)`,
            `=ROUND(${exact},2)`,
            `=IF(${published}>=90,"Xuất sắc",IF(${published}>=80,"Tốt",IF(${published}>=70,"Khá",IF(${published}>=50,"Trung bình","Yếu"))))`,
            `=COUNTIF($B$${last + 3}:$${end}$${last + 3},">"&${exact})+1`,
          ]
        : []),
    ];
    results.forEach((line, at) => line.push(formulas[at] ?? null));
  }
  return [...sheet, ...results];
}

function judgedBy(engine: HyperFormula | undefined, { rows, units }: ScoreTable): Judged[] {
  const first = rows.filter(({ isScored }) => isScored).length;
  const read = (row: number, unit: number): unknown => engine?.getCellValue({ sheet: 0, row: first + row, col: unit * 2 + 2 });
  const places = Array.from({ length: units }, (_, unit) => Number(read(5, unit)));
  const dense = new Map([...new Set(places)].sort((a, b) => a - b).map((place, at) => [place, at + 1]));
  return places.map((place, unit) => ({ index: Number(read(3, unit)), rating: String(read(4, unit)), rank: dense.get(place) ?? 0 }));
}

const judged = ({ units }: Assessment): Judged[] =>
  units.map(({ publishedIndex, rating, rank }) => ({ index: publishedIndex === null ? NaN : toNumber(publishedIndex), rating: rating ?? '', rank: rank ?? 0 }));

/** A speed counts only where both come to the same result. */
function compare(ours: readonly Judged[], theirs: readonly Judged[]): void {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} units against ${theirs.length}`);
  ours.forEach((mine, unit) => {
    if (JSON.stringify(mine) !== JSON.stringify(theirs[unit])) throw new Error(`unit ${unit}: ${JSON.stringify(mine)} against ${JSON.stringify(theirs[unit])}`);
  });
}

