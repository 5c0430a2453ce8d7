/** Reads a cell as a score, a loss or a result. Blank, not applicable and damaged cells never become 0. */
import { cellKey, type CellKey } from '../../values/address';
import { ZERO, fromNumber, multiply, negate, type Decimal } from '../../values/decimal';
import { plainKey } from '../../values/fold-text';
import { valueAt, type CellValue, type Grid } from '../../model/workbook/grid';
import type { Score, StatedNumber, StatedResult } from '../../model/score-sheet';
import type { MarkMeaning } from '../../model/settings';
import { parseNumber, type ParsedNumber } from './parse-number';

const NOT_APPLICABLE = /^(kdg|k\/?dg|khong dg|khong danh gia|khong ap dung|k\/?ad|khong ad|n\/a)\b/;
const NOT_YET_SCORED = /^(tam thoi )?chua (cham|danh gia|co diem|tham dinh|xac dinh)\b/;
/** Short signs without a letter or digit, and letters that are used as tick marks. */
const BARE_MARK = /^([^\p{L}\p{N}]{1,3}|[xvo])$/u;

const points = (value: Decimal): Score => ({ kind: 'points', points: value, of: null, repairs: [] });
const BLANK: Score = { kind: 'notYetScored', text: '' };

const MEANINGS: Readonly<Record<MarkMeaning, (text: string) => Score>> = {
  notApplicable: (text) => ({ kind: 'notApplicable', text }),
  notYetScored: (text) => ({ kind: 'notYetScored', text }),
  zero: () => points(ZERO),
};

export interface ScoreReader {
  /** The score in a cell; equal cells share one frozen Score. */
  readonly score: (row: number, column: number) => Score;
  /** A loss, always positive, or null if the cell holds no number. */
  readonly loss: (row: number, column: number) => StatedNumber | null;
  /** A percentage: 83,33% or 0.8333 shown as a percent is 83,33. */
  readonly percent: (row: number, column: number) => StatedNumber | null;
  /** A maximum: "10", "10 điểm". */
  readonly maximum: (row: number, column: number) => Decimal | null;
  readonly result: (row: number, column: number) => StatedResult;
}

/** Up to 120 points. */
const MOST_HUNDREDTHS = 12_100;
/**
 * Points are nearly always whole hundredths, and an array lookup takes a fifth of the time of a map lookup. One array
 * serves all sheets, because creating one takes longer than reading a small sheet.
 */
const hundredths = new Array<Score | null>(MOST_HUNDREDTHS).fill(null);

export function scoreReader(grid: Grid, marks: ReadonlyMap<string, MarkMeaning>): ScoreReader {
  return {
    score: scoresOf(grid, marks),
    loss: (row, column) => {
      const parsed = numberAt(grid, row, column);
      return parsed && { value: parsed.value < 0 ? negate(parsed.value) : parsed.value, repairs: parsed.repairs };
    },
    percent: (row, column) => {
      const parsed = numberAt(grid, row, column);
      return parsed && { value: percentValue(grid, row, column, parsed), repairs: parsed.repairs };
    },
    maximum: (row, column) => {
      const parsed = numberAt(grid, row, column);
      // A percentage of the whole is not a maximum.
      const isShare = parsed?.percent === true || grid.percents.has(cellKey(row, column));
      return parsed && parsed.value >= 0 && !isShare ? parsed.value : null;
    },
    result: (row, column) => {
      const value = valueAt(grid, row, column);
      const parsed = numberAt(grid, row, column);
      const text = value === null ? '' : typeof value === 'object' ? value.error : String(value).trim();
      return {
        at: { row, column },
        text,
        value: parsed && percentValue(grid, row, column, parsed),
        of: parsed?.of ?? null,
        isFormula: grid.formulas.has(cellKey(row, column)),
        isBlank: text === '',
      };
    },
  };
}

function scoresOf(grid: Grid, marks: ReadonlyMap<string, MarkMeaning>): ScoreReader['score'] {
  // A sheet of a million cells holds a few hundred different values: each is parsed once.
  const known = new Map<CellValue, Score>();
  const spread = spreadMarks(grid, marks);
  const hasFormats = grid.dates.size > 0 || grid.percents.size > 0;
  return (row, column) => {
    const value = valueAt(grid, row, column);
    if (typeof value === 'number' && !hasFormats && value >= 0 && value < MOST_HUNDREDTHS / 100 - 1) {
      const position = Math.round(value * 100);
      if (position / 100 === value) return (hundredths[position] ??= parseScore(value, marks));
    }
    if (value === null && spread.size > 0) return spread.get(cellKey(row, column)) ?? BLANK;
    if (typeof value === 'number' && grid.dates.size > 0 && grid.dates.has(cellKey(row, column))) {
      return { kind: 'damaged', text: String(value), problem: 'date' };
    }
    // 0.5 shown as 50% may be half a point or half of the maximum.
    if (typeof value === 'number' && value >= 0 && value <= 1 && grid.percents.has(cellKey(row, column)))
      return { kind: 'damaged', text: `${String(Math.round(value * 1e4) / 100)}%`, problem: 'number' };
    const seen = known.get(value);
    if (seen) return seen;
    const fresh = parseScore(value, marks);
    known.set(value, fresh);
    return fresh;
  };
}

function numberAt(grid: Grid, row: number, column: number): ParsedNumber | null {
  const value = valueAt(grid, row, column);
  if (typeof value === 'string') return parseNumber(value);
  if (typeof value !== 'number' || grid.dates.has(cellKey(row, column))) return null;
  const exact = fromNumber(value);
  return exact === null ? null : { value: exact, of: null, percent: false, repairs: [] };
}

function percentValue(grid: Grid, row: number, column: number, { value, repairs }: ParsedNumber): Decimal {
  const isFraction = repairs.length === 0 && grid.percents.has(cellKey(row, column));
  return isFraction ? multiply(value, 100) : value;
}

/**
 * First letters of «Không đánh giá», «N/A», «Chưa chấm» and «Tạm thời chưa chấm»; a quick test, because many merged
 * cells are names of units over their columns.
 */
const MARK_START = /^\s*[knct]/i;
/** Most cells that all merged remarks together may cover. */
const MOST_SPREAD = 200_000;

/**
 * «Không đánh giá» merged over a unit's row or over several items applies to every covered cell; a merged number does
 * not.
 */
function spreadMarks(grid: Grid, marks: ReadonlyMap<string, MarkMeaning>): ReadonlyMap<CellKey, Score> {
  const spread = new Map<CellKey, Score>();
  let rest = MOST_SPREAD;
  for (const { top, left, bottom, right } of grid.merges) {
    const value = valueAt(grid, top, left);
    if (typeof value !== 'string' || (marks.size === 0 && !MARK_START.test(value))) continue;
    const score = parseScore(value, marks);
    if ((score.kind !== 'notApplicable' && score.kind !== 'notYetScored') || score.text === '') continue;
    if ((rest -= (bottom - top + 1) * (right - left + 1)) < 0) break;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) spread.set(cellKey(row, column), score);
  }
  return spread;
}

/** Parses «75,42/94», «KĐG», «0,5 đ», 0.5, #REF! … into a Score. */
function parseScore(value: CellValue, marks: ReadonlyMap<string, MarkMeaning>): Score {
  if (value === null) return BLANK;
  if (typeof value === 'number') {
    const exact = fromNumber(value);
    return exact === null ? { kind: 'damaged', text: String(value), problem: 'number' } : points(exact);
  }
  if (typeof value === 'boolean') return { kind: 'damaged', text: value ? 'TRUE' : 'FALSE', problem: 'number' };
  if (typeof value === 'object') return { kind: 'damaged', text: value.error, problem: 'error' };
  const text = value.trim();
  const key = plainKey(text);
  if (key === '') return BLANK;
  const meaning = marks.get(key);
  if (meaning) return MEANINGS[meaning](text);
  if (NOT_APPLICABLE.test(key)) return { kind: 'notApplicable', text };
  if (NOT_YET_SCORED.test(key)) return { kind: 'notYetScored', text };
  const parsed = parseNumber(text);
  if (parsed && !parsed.percent)
    return { kind: 'points', points: parsed.value, of: parsed.of, repairs: parsed.repairs };
  return BARE_MARK.test(key)
    ? { kind: 'ambiguous', text }
    : { kind: 'damaged', text, problem: /^#/.test(text) ? 'error' : 'number' };
}

/** Null where no points are: blank, «KĐG», damaged. */
export const pointsOf = (score: Score | undefined): Decimal | null => (score?.kind === 'points' ? score.points : null);
