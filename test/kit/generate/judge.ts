/** Compares the product's result for a workbook with the truth: right, asked, or silently wrong. */
import { assessBook } from '../../../src/core/assess';
import { knowing } from '../../../src/core/read/words/vocabulary';
import type { Assessment, BookAssessment, UnitResult } from '../../../src/core/model/assessment';
import type { Diagnostic } from '../../../src/core/model/diagnostic';
import { isCurrent } from '../../../src/core/matching/split-years';
import { valueAt } from '../../../src/core/model/workbook/grid';
import { fromA1, toA1 } from '../../../src/core/values/address';
import { placeOf, sheetsOf } from '../../../src/core/model/score-sheet';
import { fromNumber, type Decimal } from '../../../src/core/values/decimal';
import { unitKey } from '../../../src/core/matching/unit-keys';
import type { Generated, Tally, TrueUnit } from './model';

export type Verdict = 'right' | 'asked' | 'silent';

export interface Judgement {
  readonly verdict: Verdict;
  /** One line per fault; for «asked» one line per question. */
  readonly why: readonly string[];
}

/** The product's result for one unit. */
interface Told {
  readonly assessment: Assessment;
  readonly result: UnitResult;
  readonly name: string;
}

export type Judged = Pick<Generated, 'book' | 'truth' | 'alternatives'>;

/**
 * A workbook that makes the product throw counts as silently wrong, because nothing is asked. `knows` hides entries of
 * the reader's word lists.
 */
export function judge(generated: Judged, knows?: (entry: string) => boolean): Judgement {
  let told: BookAssessment;
  try {
    told = knows ? knowing(knows, () => assessBook(generated.book)) : assessBook(generated.book);
  } catch (error) {
    return {
      verdict: 'silent',
      why: [`exception: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
    };
  }
  return judgeAssessment(generated, told);
}

export function judgeAssessment({ truth, alternatives }: Judged, told: BookAssessment): Judgement {
  const all = [truth, ...alternatives];
  const readings = all.map((each) => judgeOne(each, told, all));
  const best = (verdict: Verdict): Judgement | undefined => readings.find((each) => each.verdict === verdict);
  return best('right') ?? best('asked') ?? readings[0] ?? { verdict: 'silent', why: ['no truth'] };
}

const SEVERITY: Readonly<Record<Verdict, number>> = { right: 0, asked: 1, silent: 2 };

/**
 * The best verdict over the possible truths of one unit in one table: if there are two tables, either may hold the
 * intended numbers.
 */
function bestOf(truths: readonly (readonly TrueUnit[])[], unit: TrueUnit, told: Told, units: number): Judgement {
  const own = truths.flatMap((each) => each.filter(({ name }) => name === unit.name));
  const judged = own.map((each) => judgeUnit(each, told, units));
  const [best] = judged.sort((a, b) => SEVERITY[a.verdict] - SEVERITY[b.verdict]);
  return best ?? judgeUnit(unit, told, units);
}

function judgeOne(
  truth: readonly TrueUnit[],
  book: BookAssessment,
  truths: readonly (readonly TrueUnit[])[],
): Judgement {
  const asksOfBook = book.diagnostics.filter(({ severity }) => severity === 'error');
  const all = book.sheets
    .filter(isCurrent)
    .flatMap((assessment) => assessment.units.map((result): Told => ({ assessment, result, name: nameOf(result) })));
  const left = new Set(all);
  const parts: Judgement[] = truth.map((unit) => {
    const named = all.filter(({ name }) => isSameName(name, unit.name) || (truth.length === 1 && all.length === 1));
    // A column without its heading may be a unit without a name.
    const own =
      named.length > 0 ? named : all.filter((each) => each.name === '' && awardedFaults(unit, each).length === 0);
    own.forEach((each) => left.delete(each));
    if (own.length > 0)
      return worst(
        own.map((each) =>
          own.length > 1 ? bestOf(truths, unit, each, truth.length) : judgeUnit(unit, each, truth.length),
        ),
      );
    const asks = [...asksOfBook, ...book.sheets.flatMap(sheetErrors)];
    return asks.length > 0
      ? asked(asks)
      : silent(`${unit.name}: no such unit, told are ${all.map(({ name }) => name).join(', ')}`);
  });
  for (const stranger of left) {
    if (stranger.result.index === null && errorsOf(stranger).length > 0) parts.push(asked(errorsOf(stranger)));
    else if (sheetErrors(stranger.assessment).length > 0) parts.push(asked(sheetErrors(stranger.assessment)));
    else parts.push(silent(`«${stranger.name}» is no unit`));
  }
  return worst(parts);
}

const nameOf = ({ unit }: UnitResult): string => unit.name;
const KINDS = /^(x[ãa]|ph[ưu][ờo]ng|th[ịi] tr[ấa]n|[đd][ặa]c khu|tt|p|x)\.? /u;
const bare = (name: string): string => unitKey(name).replace(KINDS, '');
const isSameName = (a: string, b: string): boolean => unitKey(a) === unitKey(b) || bare(a) === bare(b);

function worst(parts: readonly Judgement[]): Judgement {
  const top = parts.reduce<Verdict>(
    (most, { verdict }) => (SEVERITY[verdict] > SEVERITY[most] ? verdict : most),
    'right',
  );
  return {
    verdict: top,
    why: parts.filter(({ verdict }) => verdict === top && top !== 'right').flatMap(({ why }) => why),
  };
}

const silent = (why: string): Judgement => ({ verdict: 'silent', why: [why] });
const asked = (diagnostics: readonly Diagnostic[]): Judgement => ({
  verdict: 'asked',
  why: diagnostics
    .slice(0, 3)
    .map(({ alias, at, message }) => `${alias} ${at.slice(0, 3).map(toA1).join(' ')}: ${message}`),
});

const sheetErrors = ({ diagnostics }: Assessment): Diagnostic[] =>
  diagnostics.filter(({ severity, unit }) => severity === 'error' && unit === null);
const errorsOf = ({ assessment, result }: Told): Diagnostic[] =>
  assessment.diagnostics.filter(
    ({ severity, unit }) => severity === 'error' && (unit === result.unit || unit === null),
  );

function judgeUnit(truth: TrueUnit, told: Told, units: number): Judgement {
  const errors = errorsOf(told);
  const { result } = told;
  if (result.index === null) {
    if (errors.length > 0) return asked(errors);
    const other = told.assessment.diagnostics.filter(
      ({ unit, severity }) => severity === 'warning' && (unit === result.unit || unit === null),
    );
    return other.length > 0 && result.undetermined
      ? asked(other)
      : silent(`${truth.name}: undetermined, and nothing says why`);
  }
  const faults = [...awardedFaults(truth, told), ...lossFaults(truth, told)];
  if ((result.rankOf ?? 0) > units) faults.push(`rank among ${result.rankOf} of ${units} units`);
  if (faults.length > 0) {
    const ofSheet = errors.filter(({ unit }) => unit === null);
    return ofSheet.length > 0 ? asked(ofSheet) : silent(`${truth.name}: ${faults.join('; ')}`);
  }
  const own = [...selfFaults(truth, told), ...nameFaults(truth, told)];
  if (own.length === 0) return { verdict: 'right', why: [] };
  const doubts = told.assessment.diagnostics.filter(
    ({ alias, severity }) => severity !== 'note' && /column/.test(alias),
  );
  return doubts.length > 0 || errors.length > 0
    ? asked([...errors, ...doubts])
    : silent(`${truth.name}: ${own.join('; ')}`);
}

/** A sheet may leave its only unit without a name, but may not give it another unit's name. */
function nameFaults({ name }: TrueUnit, told: Told): string[] {
  const isTab = name === '' && told.name === told.assessment.scoreSheet.sheet;
  return told.name === '' || isTab || isSameName(name, told.name) ? [] : [`called «${told.name}»`];
}

const exact = (hundredths: number): Decimal | null => fromNumber(hundredths / 100);
const isSameTally = (a: Tally, b: Tally): boolean => a.points === b.points && a.max === b.max;
const shown = ({ points, max }: Tally): string => `${points / 100}/${max / 100}`;
const shownTally = (tally: { readonly points: Decimal; readonly max: Decimal } | null): string =>
  tally === null ? 'unknown' : `${tally.points / 1e10}/${tally.max / 1e10}`;
const isSame = (truth: Tally, tally: { readonly points: Decimal; readonly max: Decimal } | null): boolean =>
  tally !== null && tally.points === exact(truth.points) && tally.max === exact(truth.max);

function awardedFaults({ awarded, outside }: TrueUnit, { result }: Told): string[] {
  const faults: string[] = [];
  const { awardedTotal } = result.totals;
  if (!isSame(awarded, awardedTotal)) faults.push(`awarded ${shownTally(awardedTotal)} for ${shown(awarded)}`);
  const index = result.index;
  const counted = BigInt(awarded.points + outside) * 100n;
  if (index && index.numerator * BigInt(awarded.max) !== counted * index.denominator)
    faults.push(
      `index ${Number((index.numerator * 10_000n) / index.denominator) / 10_000} for ${Number(counted) / awarded.max}`,
    );
  return faults;
}

function selfFaults({ self, awarded }: TrueUnit, { result }: Told): string[] {
  const { selfTotal } = result.totals;
  // If the self-scores count, they are the awarded points.
  const isAwarded = result.unit.awardedRole === 'self';
  if (self === null) return selfTotal === null || isAwarded ? [] : [`self ${shownTally(selfTotal)} for none`];
  if (selfTotal === null && isSameTally(self, awarded)) return [];
  const tally = selfTotal ?? (isAwarded ? result.totals.awardedTotal : null);
  return isSame(self, tally) ? [] : [`self ${shownTally(tally)} for ${shown(self)}`];
}

/** Checks the losses of the sheet that was read; with both detail and summary, either is accepted. */
function lossFaults({ losses }: TrueUnit, { assessment, result }: Told): string[] {
  const sheets = sheetsOf(assessment.scoreSheet);
  if (losses === null || !losses.some(({ sheet }) => sheets.includes(sheet))) return [];
  const told = new Map<string, Decimal>();
  for (const each of assessment.deductions) {
    const { sheet, at } = placeOf(assessment.scoreSheet, each.at);
    if (each.unit === result.unit) told.set(`${sheet}!${toA1(at)}`, each.lostPoints);
  }
  const faults: string[] = [];
  const grid = assessment.scoreSheet.grid;
  for (const { at, lost, sheet: where } of losses) {
    const isTwin = (key: string): boolean => {
      const [sheet, cell] = key.split('!');
      const other = fromA1(cell ?? '');
      // A column with the same values gives the same reading.
      return (
        sheet === where &&
        other?.row === at.row &&
        sheets.length === 1 &&
        valueAt(grid, at.row, other.column) === valueAt(grid, at.row, at.column)
      );
    };
    const exactly = `${where}!${toA1(at)}`;
    const key = told.has(exactly) ? exactly : ([...told.keys()].find(isTwin) ?? exactly);
    const own = told.get(key);
    if (own !== exact(lost) && sheets.includes(where))
      faults.push(`loss at ${key} ${own === undefined ? 'missing' : own / 1e10} for ${lost / 100}`);
    told.delete(key);
  }
  for (const [key, lost] of told) faults.push(`loss at ${key} ${lost / 1e10} for none`);
  return faults.slice(0, 3);
}
