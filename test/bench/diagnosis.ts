/**
 * How often the program names the wrong number: clean sheets with known truth, one to three mistakes each, judged by
 * what `cchc kiem-tra --json` says of them. `npm run bench:diagnosis -- --from 0 --to 3000 [--mistakes 2]`; seeds from
 * 100000 on are only reported, never looked into.
 */
import { assessBook } from '../../src/core/assess';
import { assessmentToJson } from '../../src/export/assessment-to-json';
import { jsonText } from '../../src/export/json-text';
import { toA1 } from '../../src/core/values/address';
import { cleanSheet, type CleanSheet } from '../kit/diagnosis/clean-sheets';
import { chance } from '../kit/diagnosis/random';
import { mistakeIn, type Mistake } from '../kit/diagnosis/mistakes';
import { gridOf } from '../kit/grid';

interface Suggestion {
  readonly at: string;
  readonly value: string;
  readonly also: readonly { readonly at: string; readonly value: string }[];
  readonly share: number;
}
interface Diagnostic {
  readonly alias: string;
  readonly severity: string;
  readonly at: readonly string[];
  readonly message: string;
  readonly follows: boolean;
  readonly suggestions: readonly Suggestion[];
}

const SURE = 0.9;
/** Said of sound sheets too: they are no findings of a mistake. */
const QUIET: ReadonlySet<string> = new Set([
  'appraised-above-self',
  'deduction-without-cause',
  'truncated-value',
  'fractional-step',
]);

export interface Tally {
  cases: number;
  detected: number;
  first: number;
  amongThree: number;
  sure: number;
  sureRight: number;
  wrongFirst: number;
  oneFinding: number;
}

export const emptyTally = (): Tally => ({
  cases: 0,
  detected: 0,
  first: 0,
  amongThree: 0,
  sure: 0,
  sureRight: 0,
  wrongFirst: 0,
  oneFinding: 0,
});

export function findingsOf(rows: CleanSheet['rows']): Diagnostic[] {
  const grid = gridOf(rows, { sheet: 'Bảng tổng hợp' });
  const book = { sheets: [{ name: grid.sheet, visibility: 'visible' as const, grid: () => grid }] };
  const sheets = JSON.parse(jsonText(assessmentToJson(assessBook(book)))) as { diagnostics: Diagnostic[] }[];
  return sheets.flatMap(({ diagnostics }) => diagnostics).filter(({ alias }) => !QUIET.has(alias));
}

export function spoilt({ rows }: CleanSheet, mistakes: readonly Mistake[]): CleanSheet['rows'] {
  const copy = rows.map((row) => [...row]);
  for (const { wrong } of mistakes) for (const { row, column, typed } of wrong) (copy[row] ?? [])[column] = typed / 100;
  return copy;
}

/** One mistake: counted in `tally`. */
export function judge(tally: Tally, mistake: Mistake, findings: readonly Diagnostic[]): void {
  const truth = new Map(mistake.wrong.map(({ row, column, truth: value }) => [toA1({ row, column }), value]));
  const isRight = ({ at, value }: Suggestion): boolean =>
    truth.get(at) === Math.round(Math.abs(Number(value.replace(',', '.'))) * 100);
  const told = findings.filter(({ follows }) => !follows);
  const suggestions = told.flatMap((finding) => finding.suggestions);
  const place = suggestions.findIndex(isRight);
  const [first] = suggestions;
  tally.cases++;
  if (told.length > 0) tally.detected++;
  if (told.length === 1) tally.oneFinding++;
  if (place === 0) tally.first++;
  if (place >= 0 && place < 3) tally.amongThree++;
  if (!first || first.share < SURE) return;
  tally.sure++;
  if (place === 0) tally.sureRight++;
  else tally.wrongFirst++;
}

/** So many independent mistakes, as the seed draws them. */
export function drawn(sheet: CleanSheet, seed: number, count: number): Mistake[] {
  const luck = chance(seed * 7 + 1);
  const mistakes: Mistake[] = [];
  for (let tried = 0; tried < 30 && mistakes.length < count; tried++) {
    const mistake = mistakeIn(sheet, luck);
    const taken = new Set(mistakes.flatMap(({ wrong }) => wrong.map(({ row, column }) => `${row},${column}`)));
    if (mistake && !mistake.wrong.some(({ row, column }) => taken.has(`${row},${column}`))) mistakes.push(mistake);
  }
  return mistakes;
}

const option = (name: string, otherwise: number): number => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : Number(process.argv[place + 1]);
};

function main(): void {
  const families = new Map<string, Tally>();
  let alarms = 0;
  for (let seed = option('from', 0); seed < option('to', 1000); seed++) {
    const sheet = cleanSheet(seed);
    if (findingsOf(sheet.rows).length > 0) alarms++;
    const [mistake] = drawn(sheet, seed, 1);
    if (!mistake) continue;
    const findings = findingsOf(spoilt(sheet, [mistake]));
    for (const family of ['all', sheet.family, mistake.kind.split(' ')[0] ?? '']) {
      const tally = families.get(family) ?? emptyTally();
      families.set(family, tally);
      judge(tally, mistake, findings);
    }
  }
  const percent = (part: number, whole: number): string => (whole === 0 ? '' : ((100 * part) / whole).toFixed(1));
  // eslint-disable-next-line no-console -- a table for whoever runs it
  console.table(
    Object.fromEntries(
      [...families].map(([name, each]) => [
        name,
        {
          cases: each.cases,
          'detected %': percent(each.detected, each.cases),
          'first %': percent(each.first, each.cases),
          'among three %': percent(each.amongThree, each.cases),
          'sure %': percent(each.sure, each.cases),
          'sure right %': percent(each.sureRight, each.sure),
          'one finding %': percent(each.oneFinding, each.cases),
        },
      ]),
    ),
  );
  // eslint-disable-next-line no-console -- as above
  console.log(`false alarms on clean sheets: ${alarms}`);
}

if (process.argv[1]?.endsWith('diagnosis.ts')) main();
