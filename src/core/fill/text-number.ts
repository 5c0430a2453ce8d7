/**
 * Formula text for a score that its cell holds as text: «0,5 đ», «75,42/94». SUM ignores such cells; NUMBERVALUE reads
 * them in any locale.
 */
import type { CellValue } from '../model/workbook/grid';
import { keyOf, type Address, type Area2D, type CellKey } from '../values/address';
import { fromText, type Decimal } from '../values/decimal';
import { quote, runsOf, type Anchor } from '../values/formula-text';
import type { Picked } from './coded-rows';
import { cellValue, refArea, unitArea, type PlanContext } from './plan-context';

const NBSP = '\u00a0';
const ONE = /^([+-]?\d+(?:[.,]\d+)?)([^\d.,+-]{0,20})$/;
const FRACTION = /^(\d+(?:[.,]\d+)?)\/(\d+(?:[.,]\d+)?)$/;

const valueOf = (text: string): Decimal | null => fromText(text.replace(',', '.'));
const numberValue = (text: string): string => `NUMBERVALUE(SUBSTITUTE(${text},",","."),"."," ")`;

/**
 * A formula for the number in `cell`, an error if the cell holds none; null if `text` cannot be read as `points` in
 * this way.
 */
export function textNumber(cell: string, text: string, points: Decimal): string | null {
  const [, digits = '', unit = ''] = ONE.exec(text.replaceAll(NBSP, ' ').trim()) ?? [];
  if (digits === '' || valueOf(digits) !== points) return null;
  const word = unit.trim();
  const bare = word === '' ? cell : `SUBSTITUTE(${cell},${quote(word)},"")`;
  return numberValue(withoutNbsp(bare, text));
}

/** Formulas for both numbers of «75,42/94» in `cell`; null if `text` has another form. */
export function textFraction(
  cell: string,
  text: string,
  points: Decimal,
  of: Decimal,
): { readonly points: string; readonly max: string } | null {
  const [, first = '', second = ''] = FRACTION.exec(text.replace(/[\s\u00a0]/g, '')) ?? [];
  if (first === '' || valueOf(first) !== points || valueOf(second) !== of) return null;
  const clean = withoutNbsp(cell, text);
  return {
    points: numberValue(`LEFT(${clean},FIND("/",${clean})-1)`),
    max: numberValue(`MID(${clean},FIND("/",${clean})+1,20)`),
  };
}

const withoutNbsp = (expression: string, text: string): string =>
  text.includes(NBSP) ? `SUBSTITUTE(${expression},"${NBSP}","")` : expression;

/** A scored cell with the cell of its maximum, both as texts or numbers. */
export interface LineCell {
  readonly at: Address;
  readonly value: CellValue;
  readonly maxAt: Address | null;
  readonly anchor: Anchor;
}

/** Terms of many cells, and which of them they cover. */
export interface ReadTogether {
  readonly points: readonly string[];
  readonly max: readonly string[];
  readonly covers: (at: Address) => boolean;
}

/**
 * Texts read with their neighbours at once: `SUMPRODUCT(NUMBERVALUE(0&SUBSTITUTE(C7:C9,",","."),"."," "))`. With a way
 * to pick, one term reads the whole line, and the other rows count nothing. Null if that is not possible.
 */
export function readTogether(
  context: PlanContext,
  cells: readonly LineCell[],
  picked: Picked | null,
): ReadTogether | null {
  const [first] = cells;
  if (!first) return null;
  const points: string[] = [];
  const max: string[] = [];
  const covered = new Set<CellKey>();
  for (const run of picked ? [cells] : neighbours(cells)) {
    if (run.every(({ value }) => typeof value !== 'string' || numberIn(value) === null)) continue;
    const terms = termsOfRun(context, run, picked?.lowest ?? null);
    if (!terms) continue;
    points.push(terms.points);
    max.push(terms.max);
    for (const { at } of run) covered.add(keyOf(at));
  }
  return points.length === 0 ? null : { points, max, covers: (at) => covered.has(keyOf(at)) };
}

/** Cells in one line without gaps, beside maxima in one line without gaps. */
function neighbours(cells: readonly LineCell[]): LineCell[][] {
  const runs: LineCell[][] = [];
  for (const cell of cells) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    const isNext = (one: Address, other: Address): boolean => runsOf([one, other]).length === 1;
    const follows =
      last?.maxAt &&
      cell.maxAt &&
      last.anchor === cell.anchor &&
      isNext(last.at, cell.at) &&
      isNext(last.maxAt, cell.maxAt) &&
      cell.at.row - last.at.row === cell.maxAt.row - last.maxAt.row;
    if (follows) run?.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function termsOfRun(
  context: PlanContext,
  run: readonly LineCell[],
  lowest: string | null,
): { readonly points: string; readonly max: string } | null {
  const [first] = run;
  const maxima = run.flatMap(({ maxAt }) => maxAt ?? []);
  if (!first || maxima.length < run.length) return null;
  const [scoreArea, maxArea] = [areaOver(run.map(({ at }) => at)), areaOver(maxima)];
  const [scores, most] = [wordsIn(context, scoreArea), wordsIn(context, maxArea)];
  if (!scores || !most || most.marks.length > 0) return null;
  const maxText = refArea(context, maxArea, first.anchor);
  const scoreText = unitArea(context, scoreArea);
  const isPicked = lowest === null ? '' : `*${lowest}`;
  // Cells that are no number («KĐG») count as 0 points, and have no maximum.
  const read = numberOf(scoreText, [...scores.marks, ...scores.units]);
  const isRead = `ISNUMBER(${numberOf(scoreText, scores.units)})`;
  const maxRead = most.hasTexts ? numberOf(maxText, most.units) : maxText;
  return { points: `SUMPRODUCT(${read}${isPicked})`, max: `SUMPRODUCT(${maxRead}*${isRead}${isPicked})` };
}

/** A blank cell becomes 0: LibreOffice reads no number in an empty text. */
const numberOf = (area: string, words: readonly string[]): string => {
  const bare = words.reduce((text, word) => `SUBSTITUTE(${text},${quote(word)},"")`, area);
  return `NUMBERVALUE(0&SUBSTITUTE(${bare},",","."),"."," ")`;
};

const areaOver = (cells: readonly Address[]): Area2D => ({
  top: Math.min(...cells.map(({ row }) => row)),
  left: Math.min(...cells.map(({ column }) => column)),
  bottom: Math.max(...cells.map(({ row }) => row)),
  right: Math.max(...cells.map(({ column }) => column)),
});

interface WordsIn {
  /** Words behind numbers, in the order in which they are taken out. */
  readonly units: readonly string[];
  /** Texts without a number. */
  readonly marks: readonly string[];
  readonly hasTexts: boolean;
}

/** A longer list of words makes the formula longer than one term for each cell. */
const MOST_WORDS = 3;

/** Null if a cell of the area holds what the formula would misread. */
function wordsIn(context: PlanContext, area: Area2D): WordsIn | null {
  const units = new Set<string>();
  const marks = new Set<string>();
  let hasTexts = false;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const value = cellValue(context, { row, column });
      // A formula of the add-in gives an empty text where nothing is known.
      if (value === null || value === '' || (typeof value === 'number' && value >= 0)) continue;
      if (typeof value !== 'string') return null;
      hasTexts = true;
      const unit = numberIn(value);
      if (unit === null && /\d/.test(value)) return null;
      if (unit === null) marks.add(value.trim());
      else if (unit !== '') units.add(unit);
      if (value.includes(NBSP)) units.add(NBSP);
    }
  }
  return units.size + marks.size > MOST_WORDS ? null : { units: [...units], marks: [...marks], hasTexts };
}

/** The word behind the number, «đ» of «0,5 đ», perhaps empty; null if the text is no number from 0 up. */
export function numberIn(text: string): string | null {
  const [, digits, unit = ''] = ONE.exec(text.replaceAll(NBSP, ' ').trim()) ?? [];
  return digits === undefined || /^[+-]/.test(digits) ? null : unit.trim();
}
