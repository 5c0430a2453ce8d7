/** Findings of a workbook that report a wrong number, in the form of the program's JSON. */
import { assessBook } from '../../../src/core/assess';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { keyOf, toA1 } from '../../../src/core/values/address';
import { assessmentToJson } from '../../../src/export/assessment-to-json';
import { jsonText } from '../../../src/export/json-text';
import { gridOf } from '../grid';
import type { CleanBook } from './clean-sheets';
import type { Mistake } from './mistakes';

export interface Suggestion {
  readonly sheet: string;
  readonly at: string;
  readonly value: string;
  readonly also: readonly { readonly sheet?: string; readonly at: string; readonly value: string }[];
  readonly share: number;
}
export interface Diagnostic {
  readonly alias: string;
  readonly severity: string;
  readonly at: readonly string[];
  readonly message: string;
  readonly follows: boolean;
  readonly suggestions: readonly Suggestion[];
}

/** Findings that sound sheets also have: they do not report a mistake. */
const QUIET: ReadonlySet<string> = new Set([
  'appraised-above-self',
  'deduction-without-cause',
  'truncated-value',
  'fractional-step',
  'list-of-losses',
]);

type Sheets = CleanBook['sheets'];

export const gridsOf = (sheets: Sheets) => sheets.map(({ name, rows }) => gridOf(rows, { sheet: name }));

export const findingsOf = (sheets: Sheets): Diagnostic[] => findingsIn(gridsOf(sheets));

/** The same findings when formulas fill some of the cells. */
export const formulasIn = (
  sheets: Sheets,
  cells: readonly { readonly sheet: number; readonly row: number; readonly column: number }[],
): Diagnostic[] =>
  findingsIn(
    gridsOf(sheets).map((grid, at) => ({
      ...grid,
      formulas: new Map(cells.flatMap((cell) => (cell.sheet === at ? [[keyOf(cell), 'TODAY()'] as const] : []))),
    })),
  );

function findingsIn(grids: readonly Grid[]): Diagnostic[] {
  const entries = grids.map((grid) => ({
    name: grid.sheet,
    visibility: 'visible' as const,
    grid: () => grid,
  }));
  const json = jsonText(assessmentToJson(assessBook({ sheets: entries })));
  return toldIn(JSON.parse(json) as Parameters<typeof toldIn>[0]);
}

/** Findings in the sheets of one file, as in the JSON. */
export const toldIn = (sheets: readonly { readonly diagnostics: readonly Diagnostic[] }[]): Diagnostic[] =>
  sheets.flatMap(({ diagnostics }) => diagnostics).filter(({ alias }) => !QUIET.has(alias));

type Cell = Mistake['wrong'][number];

export const isSameCell = ({ sheets }: CleanBook, cell: Cell, { sheet, at }: Suggestion): boolean =>
  sheets[cell.sheet]?.name === sheet && toA1(cell) === at;
