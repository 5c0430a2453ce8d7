/**
 * How often the program names the wrong number: clean workbooks with known truth, one to three mistakes each, judged by
 * what the JSON of `cchc kiem-tra` says of them. `npm run bench:diagnosis -- --from 0 --to 3000 [--mistakes 2]`; seeds
 * from 100000 on are only reported, never looked into.
 */
import { cleanBook } from '../kit/diagnosis/books';
import type { CleanBook } from '../kit/diagnosis/clean-sheets';
import { findingsOf, isSameCell, type Diagnostic, type Suggestion } from '../kit/diagnosis/findings';
import { drawn, spoilt, type Mistake } from '../kit/diagnosis/mistakes';
import { placeOf, relationsOf } from '../kit/diagnosis/relation-count';

const SURE = 0.9;

/** One mistake a workbook. */
export interface Tally {
  cases: number;
  detected: number;
  first: number;
  amongThree: number;
  sure: number;
  sureRight: number;
  oneFinding: number;
  /** Mistakes in cells of two relations or more: there the truth can be told. */
  determined: number;
  determinedFirst: number;
  determinedWrong: number;
  /** Mistakes in cells of one relation. */
  single: number;
  singleAmongThree: number;
}

export const emptyTally = (): Tally => ({
  cases: 0,
  detected: 0,
  first: 0,
  amongThree: 0,
  sure: 0,
  sureRight: 0,
  oneFinding: 0,
  determined: 0,
  determinedFirst: 0,
  determinedWrong: 0,
  single: 0,
  singleAmongThree: 0,
});

const toldOf = (findings: readonly Diagnostic[]): Diagnostic[] => findings.filter(({ follows }) => !follows);

/** Whether a suggestion says of its cell what stood there before a mistake. */
const isRight = (book: CleanBook, mistakes: readonly Mistake[], each: Suggestion): boolean =>
  mistakes.some(({ wrong }) => wrong.some((cell) => isSameCell(book, cell, each) && says(each.value, cell.truth)));

const says = (value: string, truth: number): boolean =>
  Math.round(Math.abs(Number((value.split('/')[0] ?? '').replace(',', '.'))) * 100) === Math.abs(truth);

/** One mistake: counted in `tally`. */
export function judge(tally: Tally, book: CleanBook, mistake: Mistake, findings: readonly Diagnostic[]): void {
  const told = toldOf(findings);
  const suggestions = told.flatMap((finding) => finding.suggestions);
  const place = suggestions.findIndex((each) => isRight(book, [mistake], each));
  const [first] = suggestions;
  tally.cases++;
  if (told.length > 0) tally.detected++;
  if (told.length === 1) tally.oneFinding++;
  if (place === 0) tally.first++;
  if (place >= 0 && place < 3) tally.amongThree++;
  const [cell] = mistake.wrong;
  const isDetermined = cell !== undefined && (relationsOf(book).get(placeOf(cell)) ?? 0) > 1;
  if (isDetermined && mistake.kind !== 'stale') {
    tally.determined++;
    if (place === 0) tally.determinedFirst++;
    else if (first) tally.determinedWrong++;
  } else {
    tally.single++;
    if (place >= 0 && place < 3) tally.singleAmongThree++;
  }
  if (!first || first.share < SURE) return;
  tally.sure++;
  if (place === 0) tally.sureRight++;
}

/** Several mistakes: the best suggestion of every finding is taken. */
interface Mended {
  cases: number;
  mistakes: number;
  mended: number;
  wrongChanges: number;
}

function judgeMany(
  tally: Mended,
  book: CleanBook,
  mistakes: readonly Mistake[],
  findings: readonly Diagnostic[],
): void {
  const taken = toldOf(findings).flatMap(({ suggestions: [best] }) => (best ? [best, ...cellsWith(best)] : []));
  tally.cases++;
  tally.mistakes += mistakes.length;
  tally.mended += mistakes.filter((mistake) => taken.some((each) => isRight(book, [mistake], each))).length;
  tally.wrongChanges += taken.filter((each) => !isRight(book, mistakes, each)).length;
}

const cellsWith = ({ sheet, also, ...best }: Suggestion): Suggestion[] =>
  also.map((each) => ({ ...best, also: [], sheet: each.sheet ?? sheet, at: each.at, value: each.value }));

const option = (name: string, otherwise: number): number => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : Number(process.argv[place + 1]);
};

const percent = (part: number, whole: number): string => (whole === 0 ? '' : ((100 * part) / whole).toFixed(1));

function main(): void {
  const [from, to, count] = [option('from', 0), option('to', 1000), option('mistakes', 1)];
  const isWanted = process.argv.includes('--misses');
  const tallies = new Map<string, Tally>();
  const many: Mended = { cases: 0, mistakes: 0, mended: 0, wrongChanges: 0 };
  const alarms: number[] = [];
  for (let seed = from; seed < to; seed++) {
    const book = cleanBook(seed);
    if (findingsOf(book.sheets).length > 0) alarms.push(seed);
    const mistakes = drawn(book, seed, count);
    const [mistake] = mistakes;
    if (!mistake || mistakes.length < count) continue;
    const findings = findingsOf(spoilt(book, mistakes));
    if (count > 1) judgeMany(many, book, mistakes, findings);
    for (const name of ['all', book.family, mistake.kind.split(' ')[0] ?? '']) {
      const tally = tallies.get(name) ?? emptyTally();
      tallies.set(name, tally);
      const before = { ...tally };
      judge(tally, book, mistake, findings);
      if (isWanted && name === 'all' && tally.first === before.first) report(seed, book, mistake, findings);
    }
  }
  // eslint-disable-next-line no-console -- a table for whoever runs it
  console.table(
    count === 1
      ? Object.fromEntries([...tallies].map(([name, each]) => [name, lineOf(each)]))
      : [
          {
            ...many,
            'mended %': percent(many.mended, many.mistakes),
            'wrong a case': (many.wrongChanges / many.cases).toFixed(2),
          },
        ],
  );
  // eslint-disable-next-line no-console -- as above
  console.log(`false alarms on clean workbooks: ${alarms.length} ${alarms.slice(0, 10).join(' ')}`);
}

const lineOf = (each: Tally): Record<string, string | number> => ({
  cases: each.cases,
  'detected %': percent(each.detected, each.cases),
  'first %': percent(each.first, each.cases),
  'among 3 %': percent(each.amongThree, each.cases),
  'sure %': percent(each.sure, each.cases),
  'sure right %': percent(each.sureRight, each.sure),
  'one finding %': percent(each.oneFinding, each.cases),
  '2+ first %': percent(each.determinedFirst, each.determined),
  '2+ wrong %': percent(each.determinedWrong, each.determined),
  '1: among 3 %': percent(each.singleAmongThree, each.single),
});

function report(seed: number, book: CleanBook, mistake: Mistake, findings: readonly Diagnostic[]): void {
  const [cell] = mistake.wrong;
  const lines = toldOf(findings).map(
    ({ alias, at, suggestions }) =>
      `   ${alias} ${at.join()} ${suggestions.map((each) => `${each.at}=${each.value} ${each.share}`).join(' | ')}`,
  );
  const relations = cell ? relationsOf(book).get(placeOf(cell)) : 0;
  const where = cell ? `${placeOf(cell)} ${cell.truth / 100} typed ${cell.typed / 100}` : '';
  // eslint-disable-next-line no-console -- asked for with --misses
  console.log([`${seed} ${book.family} ${mistake.kind} ${where} in ${relations}`, ...lines].join('\n'));
}

if (process.argv[1]?.endsWith('diagnosis.ts')) main();
