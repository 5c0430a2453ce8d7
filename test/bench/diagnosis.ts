/**
 * Measures how often the program names the wrong number. Clean workbooks with known truth get one to three mistakes
 * each; the findings in the JSON of `cchc kiem-tra` are compared with Scholtus' method. `npm run bench:diagnosis --
 * --from 0 --to 800 [--mistakes 2] [--misses] [--engine]`; seeds from 100000 on are only reported and never inspected;
 * `--engine` skips files and messages, which take longer and do not affect the result.
 */
import { listOfLosses, cleanBook } from '../kit/diagnosis/books';
import type { CleanBook } from '../kit/diagnosis/clean-sheets';
import { findingsOf, type Diagnostic } from '../kit/diagnosis/findings';
import { drawn, spoilt, type Mistake } from '../kit/diagnosis/mistakes';
import { findingsOnCommandLine } from '../kit/diagnosis/on-command-line';
import { chance } from '../kit/diagnosis/random';
import { placeOf, relationsOf } from '../kit/diagnosis/relation-count';
import { correctedByScholtus } from './scholtus';
import { emptyTally, judge, judgeMany, toldOf, type Mended, type Tally } from './tally';

/** Workbooks per run of the command. */
const BATCH = 100;
const LISTS = 200;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const percent = (part: number, whole: number): string => (whole === 0 ? '' : ((100 * part) / whole).toFixed(1));
const option = (name: string, otherwise: number): number => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : Number(process.argv[place + 1]);
};
const isAsked = (name: string): boolean => process.argv.includes(`--${name}`);

interface Case {
  readonly seed: number;
  readonly book: CleanBook;
  readonly mistakes: readonly Mistake[];
}

type Sheets = CleanBook['sheets'];

/** Yields the findings of each workbook, running the command on one batch at a time. */
async function* found<T>(
  cases: readonly T[],
  sheetsOf: (each: T) => Sheets,
): AsyncGenerator<readonly [T, readonly Diagnostic[]]> {
  for (let from = 0; from < cases.length; from += BATCH) {
    const batch = cases.slice(from, from + BATCH);
    const books = batch.map(sheetsOf);
    const findings = isAsked('engine') ? books.map(findingsOf) : await findingsOnCommandLine(books);
    for (const [position, each] of batch.entries()) yield [each, findings[position] ?? []];
  }
}

const seedsFrom = (from: number, count: number): number[] => Array.from({ length: count }, (_, each) => from + each);

function casesOf(seeds: readonly number[], count: number): Case[] {
  return seeds.flatMap((seed) => {
    const book = cleanBook(seed);
    const mistakes = drawn(book, seed, count);
    return mistakes.length < count ? [] : [{ seed, book, mistakes }];
  });
}

async function tellOfOne(seeds: readonly number[]): Promise<void> {
  const tallies = new Map<string, Tally>();
  const scholtus = emptyTally();
  const count = (name: string, { book }: Case, mistake: Mistake, findings: readonly Diagnostic[]): boolean => {
    const tally = tallies.get(name) ?? emptyTally();
    tallies.set(name, tally);
    const before = tally.first;
    judge(tally, book, mistake, findings);
    return tally.first > before;
  };
  for await (const [each, findings] of found(casesOf(seeds, 1), ({ book, mistakes }) => spoilt(book, mistakes))) {
    const [mistake] = each.mistakes;
    if (!mistake) continue;
    const isFirst = count('all', each, mistake, findings);
    for (const name of [each.book.family, mistake.kind.split(' ')[0] ?? '']) count(name, each, mistake, findings);
    if (isAsked('misses') && !isFirst) tellOfMiss(each, mistake, findings);
    const suggestions = correctedByScholtus(spoilt(each.book, [mistake]));
    judge(scholtus, each.book, mistake, suggestions.length === 0 ? [] : [{ ...SCHOLTUS, suggestions }]);
  }
  // eslint-disable-next-line no-console -- a table for the developer who runs the bench
  console.table(Object.fromEntries([...tallies].map(([name, each]) => [name, lineOf(each)])));
  const all = tallies.get('all') ?? emptyTally();
  // eslint-disable-next-line no-console -- as above
  console.table(Object.fromEntries([['cchc', all] as const, ['Scholtus 2009', scholtus] as const].map(sideBySide)));
}

const SCHOLTUS: Omit<Diagnostic, 'suggestions'> = {
  alias: '',
  severity: 'warning',
  at: [],
  message: '',
  follows: false,
};

const lineOf = (each: Tally): Record<string, string | number> => ({
  cases: each.cases,
  'detected %': percent(each.detected, each.cases),
  'first %': percent(each.first, each.cases),
  'among 3 %': percent(each.amongThree, each.cases),
  'sure %': percent(each.sure, each.cases),
  'sure right %': percent(each.sureRight, each.sure),
  'one finding %': percent(each.oneFinding, each.cases),
  '2+ first %': percent(each.determinedFirst, each.determined),
  '2+ wrong first %': percent(each.determinedWrong, each.determined),
  '1: among 3 %': percent(each.singleAmongThree, each.single),
});

const sideBySide = ([name, { cases, first, wrongFirst }]: readonly [string, Tally]) =>
  [
    name,
    {
      'right first %': percent(first, cases),
      'wrong first %': percent(wrongFirst, cases),
      'silent %': percent(cases - first - wrongFirst, cases),
    },
  ] as const;

async function tellOfMany(seeds: readonly number[], count: number): Promise<void> {
  const many: Mended = { cases: 0, mistakes: 0, mended: 0, wrongChanges: 0 };
  for await (const [{ book, mistakes }, findings] of found(casesOf(seeds, count), (each) =>
    spoilt(each.book, each.mistakes),
  ))
    judgeMany(many, book, mistakes, findings);
  say(
    `${count} mistakes in each of ${many.cases} workbooks: ${percent(many.mended, many.mistakes)} % mended, ` +
      `${(many.wrongChanges / many.cases).toFixed(2)} wrong changes a case`,
  );
}

/** Counts false alarms in clean workbooks of every family, and in lists of losses alone. */
async function tellOfAlarms(seeds: readonly number[]): Promise<void> {
  const alarms: number[] = [];
  for await (const [seed, findings] of found(seeds, (each) => cleanBook(each).sheets))
    if (findings.length > 0) alarms.push(seed);
  const inLists: number[] = [];
  const lists = seedsFrom(seeds[0] ?? 0, LISTS);
  for await (const [seed, findings] of found(lists, (each) => listOfLosses(chance(each)).sheets))
    if (findings.length > 0) inLists.push(seed);
  say(
    `false alarms: ${alarms.length} on ${seeds.length} clean workbooks ${alarms.slice(0, 10).join(' ')}, ` +
      `${inLists.length} on ${LISTS} clean lists of losses ${inLists.slice(0, 10).join(' ')}`,
  );
}

function tellOfMiss({ seed, book }: Case, mistake: Mistake, findings: readonly Diagnostic[]): void {
  const [cell] = mistake.wrong;
  const lines = toldOf(findings).map(
    ({ alias, at, suggestions }) =>
      `   ${alias} ${at.join()} ${suggestions.map((each) => `${each.at}=${each.value} ${each.share}`).join(' | ')}`,
  );
  const relations = cell ? relationsOf(book).get(placeOf(cell)) : 0;
  const where = cell ? `${placeOf(cell)} ${cell.truth / 100} typed ${cell.typed / 100}` : '';
  say([`${seed} ${book.family} ${mistake.kind} ${where} in ${relations}`, ...lines].join('\n'));
}

async function main(): Promise<void> {
  const [from, to, only] = [option('from', 0), option('to', 1000), option('mistakes', 0)];
  const seeds = seedsFrom(from, to - from);
  if (only < 2) await tellOfOne(seeds);
  for (const count of [2, 3]) if (only === 0 || only === count) await tellOfMany(seeds, count);
  if (only < 2) await tellOfAlarms(seeds);
}

void main();
