/**
 * Decides whether a formula is the add-in's or the officer's. It is the add-in's if it has the shape that this program
 * writes for that cell, whatever its references: Excel moves references when rows are inserted, and the next plan must
 * bring such a formula up to date. A formula that the officer changed (one more term, another function) no longer has
 * the shape and belongs to the officer.
 */
import { keyOf, type Address } from '../values/address';
import { isBlank } from '../model/workbook/grid';
import { isLockedIn } from '../model/workbook/protection';
import { UNDETERMINED } from '../model/result-sheet';
import { normaliseFormula, quote } from '../values/formula-text';
import { cellValue, isCovered, type PlanContext } from './plan-context';

export type FormulaKind = 'total' | 'max' | 'index' | 'rating' | 'rank' | 'points' | 'lost' | 'percent';

/**
 * `free`: blank, or the add-in's «Chưa xác định». `officer`: typed, the officer's formula, or a cell that cannot be
 * written.
 */
type Ownership = 'free' | 'addin' | 'officer';

export function ownership(context: PlanContext, at: Address, kind: FormulaKind): Ownership {
  if (isCovered(context, at) || isLockedIn(context.grid, at)) return 'officer';
  const formula = context.grid.formulas.get(keyOf(at));
  if (formula !== undefined) return isAddinFormula(formula, kind) ? 'addin' : 'officer';
  const value = cellValue(context, at);
  return isBlank(value) || value === UNDETERMINED ? 'free' : 'officer';
}

// Shapes after `reduce`: R is a cell, a range or a computed value; N a number; S a text; U «Chưa xác định». If no item
// counts, the condition is `0=0`.
const CONDITION = String.raw`(?:[RN]=N|R|R<>S)`;
const TERM = String.raw`(?:R|N\*R|R\*R|R\*\(R<>S\)|N\*\(R<>S\)|N\*\(R(?:\+R)+\))`;
const SUM = String.raw`(?:${TERM}(?:[+-]${TERM})*)`;
const POINTS = String.raw`ROUND\(${SUM},N\)`;
const WHOLE = String.raw`(?:${POINTS}|R|N)`;
const INDEX = String.raw`ROUND\(ROUND\((?:${WHOLE}\/${WHOLE}\*N|${POINTS}\/${POINTS}\*N\+${POINTS}),N\),N\)`;
const UNTIL_KNOWN = (value: string): string => String.raw`IFERROR\(IF\(${CONDITION},${value},(?:U|N\/N)\),U\)`;
const INDEX_HERE = String.raw`(?:IFERROR\(ROUND\(ROUND\(R\/R\*N,N\),N\),U\)|${UNTIL_KNOWN(INDEX)})`;
const REACHED = String.raw`(?:${INDEX_HERE}>=?N|AND\(${INDEX_HERE}>=?N,R=N\)|R)`;
const BLANK_UNTIL_KNOWN = (value: string): string => String.raw`IFERROR\(IF\(${CONDITION},${value},S\),S\)`;
const DIFFERENCE = String.raw`ROUND\(${TERM}-${TERM},N\)`;
const ANY_ROUND = String.raw`ROUND\((?:${SUM}|N),N\)`;
const SHARE = String.raw`ROUND\(ROUND\(${ANY_ROUND}\/${ANY_ROUND}(?:\*N)?,N\),N\)`;

const anchored = (pattern: string): RegExp => new RegExp(`^${pattern}$`);
const SHAPES: Readonly<Record<FormulaKind, RegExp>> = {
  total: anchored(UNTIL_KNOWN(POINTS)),
  max: anchored(UNTIL_KNOWN(WHOLE)),
  index: anchored(INDEX_HERE),
  rating: anchored(String.raw`IF\((?:R|ISNUMBER\(${INDEX_HERE}\)),(?:IF\(${REACHED},S,)*[RS]\)*,U\)`),
  // The array formula is that of an earlier version of this program.
  rank: anchored(
    String.raw`IF\((?:R,COUNTIFS?\(R,S&R(?:,R,R)?\)\+N|` +
      String.raw`(?:R|ISNUMBER\(R\/R\)),SUM\((?:--\(FREQUENCY\(IF\(.*\)>N\)|IF\(.*\))\)(?:\+N)?),S\)`,
  ),
  points: anchored(BLANK_UNTIL_KNOWN(POINTS)),
  lost: anchored(
    BLANK_UNTIL_KNOWN(
      String.raw`(?:${DIFFERENCE}|IF\(${DIFFERENCE}=N,S,${DIFFERENCE}\)|ROUND\(N\/\(N\/${DIFFERENCE}\),N\))`,
    ),
  ),
  percent: anchored(BLANK_UNTIL_KNOWN(SHARE)),
};

const FUNCTIONS =
  'SUBSTITUTE|LEFT|MID|FIND|NUMBERVALUE|SUMIFS?|COUNTIFS?|COUNTA|COUNT|ABS|MIN|ISNUMBER|ISTEXT|N|AND|OR|IFERROR|IF';
const PRODUCTS = String.raw`SUMPRODUCT\((?:R,--R|R,R\*R|R(?:\*R){0,2}|\(R<>S\)\*R)\)`;
const LEAF_CALL = new RegExp(
  String.raw`\b(?:SUM\((?:[RN]\*R|-?R|,)*\)|${PRODUCTS}|NUMBERVALUE\(N&R,S,S\)|(?:${FUNCTIONS})\([RNS=+\-*/<>,]*\))`,
  'g',
);
/** Codes that no other goes on from. */
const LOWEST = /\(COUNTIF\(R,R&S\)=N\)/g;

export const isAddinFormula = (formula: string, kind: FormulaKind): boolean => {
  const shape = SHAPES[kind];
  return kind === 'rank' ? shape.test(reduce(formula, 1)) : shape.test(reduce(formula, 20));
};

/** References with their sheet. `#REF!`, which remains after the sheet is deleted, counts as one too. */
const CELLS = /(?:'(?:[^']|'')*'!|#REF!)?\b[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?\b|#REF!/g;

/** Replaces cells, constants and expressions made only of them by one letter each, from the inside out. */
function reduce(formula: string, rounds: number): string {
  let text = normaliseFormula(formula)
    .replaceAll(quote(UNDETERMINED), '«')
    .replace(/"(?:[^"]|"")*"/g, '»')
    .replace(CELLS, 'R')
    .replace(/\b\d+(?:\.\d+)?/g, 'N')
    .replaceAll('«', 'U')
    .replaceAll('»', 'S')
    .replace(LOWEST, 'R');
  for (let round = 0; round < rounds; round++) {
    const next = text.replace(LEAF_CALL, 'R').replace(/R(?:\+R)+(?==N)/g, 'R');
    if (next === text) break;
    text = next;
  }
  return text;
}
