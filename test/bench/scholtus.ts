/**
 * Deductive correction of simple typing errors in numbers that must add up (Scholtus 2009, as in R's `deducorrect`),
 * for comparison. A number that is in no sum that holds is replaced if one typing error explains it and the replacement
 * makes a broken sum true. As many sums as possible are made true; cases with two possible corrections are left open.
 * The method gets the sums that the program reads.
 */
import { assessBook } from '../../src/core/assess';
import { toText, type Decimal } from '../../src/core/values/decimal';
import { toA1 } from '../../src/core/values/address';
import { ANY_PRINTING } from '../../src/core/relations/agreement';
import { addRelations } from '../../src/core/relations/build';
import { copiedItems, linksBetween, restatementOf } from '../../src/core/relations/link';
import { figuresOf, holds, solve, NO_CHANGES, type Figure, type Relation } from '../../src/core/relations/relation';
import { emptyDraft } from '../../src/core/relations/terms';
import { gridsOf, type Suggestion } from '../kit/diagnosis/findings';

interface Candidate {
  readonly figure: Figure;
  readonly value: Decimal;
  /** Broken sums that the replacement makes true. */
  readonly mends: ReadonlySet<Relation>;
}

/** Maximum number of typing errors. */
const FURTHEST = 1;
/** With more candidates, only those that mend most are considered. */
const MOST_CANDIDATES = 16;

export function correctedByScholtus(sheets: Parameters<typeof gridsOf>[0]): Suggestion[] {
  const sums = sumsOf(sheets);
  const broken = sums.filter((sum) => !holds(sum));
  const sound = new Set(sums.filter((sum) => holds(sum)).flatMap(figuresOf));
  const doubtful = new Set(broken.flatMap(figuresOf).filter((figure) => figure.at !== null && !sound.has(figure)));
  const candidates = [...doubtful].flatMap((figure) => candidatesFor(figure, broken));
  return agreedIn(bestChoices(candidates)).map(({ figure, value }) => ({
    sheet: figure.sheet.sheet,
    at: figure.at ? toA1(figure.at) : '',
    value: toText(value),
    also: [],
    share: 1,
  }));
}

/** Only sums are balance edits; quotients and limits are left out. */
function sumsOf(sheets: Parameters<typeof gridsOf>[0]): Relation[] {
  const entries = gridsOf(sheets).map((grid) => ({
    name: grid.sheet,
    visibility: 'visible' as const,
    grid: () => grid,
  }));
  const tables = assessBook({ sheets: entries }).sheets;
  const scoreSheets = tables.map(({ scoreSheet }) => scoreSheet);
  const restatements = scoreSheets.flatMap((one, position) =>
    scoreSheets.slice(position + 1).flatMap((other) => restatementOf(one, other) ?? []),
  );
  const drafts = new Map(
    tables.map(({ scoreSheet, units }) => {
      const copied = restatements.flatMap((each) => (each.brief === scoreSheet ? copiedItems(each) : []));
      const draft = emptyDraft(scoreSheet, copied);
      addRelations(draft, {
        units: scoreSheet.units,
        totalsOf: (unit) => units[unit.position]?.totals,
        criteria: new Map(),
        isPlainIndex: true,
        printing: ANY_PRINTING,
      });
      return [scoreSheet, draft] as const;
    }),
  );
  const links = restatements.flatMap((each) => {
    const [detail, brief] = [drafts.get(each.detail), drafts.get(each.brief)];
    return detail && brief ? linksBetween(detail, brief, each) : [];
  });
  const all = [...[...drafts.values()].flatMap((draft) => draft.all), ...links];
  return all.filter(({ kind, whole }) => whole === null && kind !== 'bound');
}

function candidatesFor(figure: Figure, broken: readonly Relation[]): Candidate[] {
  const own = broken.filter((sum) => figuresOf(sum).includes(figure));
  const values = new Set(own.flatMap((sum) => solve(sum, figure, NO_CHANGES)));
  return [...values]
    .filter((value) => value !== figure.value && distance(toText(figure.value), toText(value)) <= FURTHEST)
    .map((value) => ({
      figure,
      value,
      mends: new Set(own.filter((sum) => holds(sum, new Map([[figure, value]])))),
    }));
}

/** Returns all selections of candidates that do not share a sum and make the most sums true. */
function bestChoices(candidates: readonly Candidate[]): Candidate[][] {
  const looked = [...candidates].sort((a, b) => b.mends.size - a.mends.size).slice(0, MOST_CANDIDATES);
  let most = 0;
  let best: Candidate[][] = [];
  const isApart = (one: Candidate, other: Candidate): boolean =>
    one.figure !== other.figure && [...one.mends].every((sum) => !figuresOf(sum).includes(other.figure));
  const choose = (from: number, chosen: readonly Candidate[], mended: number): void => {
    if (mended > most) [most, best] = [mended, []];
    if (mended === most && mended > 0) best.push([...chosen]);
    looked.slice(from).forEach((next, position) => {
      if (chosen.every((each) => isApart(each, next) && isApart(next, each)))
        choose(from + position + 1, [...chosen, next], mended + next.mends.size);
    });
  };
  choose(0, [], 0);
  return best;
}

/** Returns the candidates that are part of every best choice. */
function agreedIn(choices: readonly Candidate[][]): Candidate[] {
  const [first = [], ...others] = choices;
  return first.filter((each) => others.every((choice) => choice.includes(each)));
}

/** Damerau-Levenshtein distance: characters replaced, left out, added or swapped with the next one. */
function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= one.length; row++)
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const least = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
      );
      (rows[row] ?? [])[column] = least;
    }
  return at(one.length, other.length);
}
