/** Compares the findings in workbooks with mistakes with the values before the mistakes. */
import { RATINGS, type CleanBook } from '../kit/diagnosis/clean-sheets';
import { isSameCell, type Diagnostic, type Suggestion } from '../kit/diagnosis/findings';
import type { Mistake } from '../kit/diagnosis/mistakes';
import { placeOf, relationsOf } from '../kit/diagnosis/relation-count';

/** Share from which a suggestion counts as sure. */
export const SURE = 0.9;

/** Counts over workbooks with one mistake each. */
export interface Tally {
  cases: number;
  detected: number;
  first: number;
  /** The first suggestion is wrong. */
  wrongFirst: number;
  amongThree: number;
  sure: number;
  sureRight: number;
  oneFinding: number;
  /** Mistakes in cells of two relations or more, where the true value can be determined. */
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
  wrongFirst: 0,
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

/** Counts over workbooks with several mistakes, taking the best suggestion of every finding. */
export interface Mended {
  cases: number;
  mistakes: number;
  mended: number;
  wrongChanges: number;
}

export const toldOf = (findings: readonly Diagnostic[]): Diagnostic[] => findings.filter(({ follows }) => !follows);

/** Whether a suggestion gives a cell the value that it had before a mistake. */
const isRight = (book: CleanBook, mistakes: readonly Mistake[], each: Suggestion): boolean =>
  mistakes.some(({ wrong }) => wrong.some((cell) => isSameCell(book, cell, each) && says(each.value, cell)));

/** The sign of a loss does not matter. */
function says(value: string, { kind, truth }: Mistake['wrong'][number]): boolean {
  if (kind === 'rating') return value === RATINGS[truth];
  if (kind === 'rank') return Number(value) === truth;
  const said = Math.round(Number((value.split('/')[0] ?? '').replace(',', '.')) * 100);
  return kind === 'loss' || kind === 'area-loss' ? Math.abs(said) === Math.abs(truth) : said === truth;
}

/** Counts one workbook with one mistake in `tally`. */
export function judge(tally: Tally, book: CleanBook, mistake: Mistake, findings: readonly Diagnostic[]): void {
  const told = toldOf(findings);
  const suggestions = told.flatMap((finding) => finding.suggestions);
  const place = suggestions.findIndex((each) => isRight(book, [mistake], each));
  const [first] = suggestions;
  tally.cases++;
  if (told.length > 0) tally.detected++;
  if (told.length === 1) tally.oneFinding++;
  if (place === 0) tally.first++;
  else if (first) tally.wrongFirst++;
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

export function judgeMany(
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
