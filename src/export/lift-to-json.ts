/** How units could rise, in the machine-readable form of `cchc nang-xep-loai --json`. Names and order are permanent. */
import { toA1 } from '../core/values/address';
import type { Assessment, UnitResult } from '../core/model/assessment';
import { sum, type Decimal } from '../core/values/decimal';
import type { Deduction } from '../core/model/deduction';
import type { Lift, UnitLift } from '../core/model/lift';
import { roundRatio } from '../core/values/ratio';
import { keyOf, tallyJson } from './assessment-to-json';
import { jsonCount, jsonNumber, orNull, type Json } from './json-text';

export interface UnitRise {
  readonly assessment: Assessment;
  /** Index of the unit in `ScoreSheet.units`. */
  readonly unit: number;
  /** Null for an undetermined unit. */
  readonly lift: UnitLift | null;
  /** The losses that were asked about, and the unit's result without them. */
  readonly remedied: { readonly items: readonly number[]; readonly after: UnitResult } | null;
}

/** One entry for each bảng tổng hợp, units in the order given. */
export function liftsToJson(rises: readonly UnitRise[]): Json[] {
  const sheets = new Map<Assessment, UnitRise[]>();
  for (const rise of rises) sheets.set(rise.assessment, [...(sheets.get(rise.assessment) ?? []), rise]);
  return [...sheets].map(([{ scoreSheet }, own]): Json => ({ sheet: scoreSheet.sheet, units: own.map(unitJson) }));
}

function unitJson({ assessment, unit, lift, remedied }: UnitRise): Json {
  const { scoreSheet, units } = assessment;
  const [scores, result] = [scoreSheet.units[unit], units[unit]];
  const deductions = new Map(
    assessment.deductions.flatMap((each) => (each.unit === unit ? [[each.item, each] as const] : [])),
  );
  const undetermined = result?.undetermined ?? true;
  return {
    name: scores?.name ?? '',
    group: scores?.group ?? null,
    undetermined,
    awarded: undetermined || !result ? null : tallyJson(result.totals.awardedTotal),
    ...resultJson(undetermined ? null : (result ?? null)),
    toRating: lift?.rating ? goalJson(assessment, deductions, lift.rating) : null,
    toRank: lift?.rank ? goalJson(assessment, deductions, lift.rank) : null,
    losses: lift ? lossesJson(assessment, deductions, lift) : [],
    remedied: remedied ? setJson(assessment, deductions, remedied.items, remedied.after) : null,
  };
}

type Losses = ReadonlyMap<number, Deduction>;

function goalJson(assessment: Assessment, deductions: Losses, { goal, missing, sets }: Lift): Json {
  const target =
    goal.kind === 'rating'
      ? { rating: goal.band.label, index: jsonNumber(goal.line) }
      : {
          above: goal.above.map(({ name, sheet }) => (name === '' ? sheet : name)),
          index: jsonNumber(goal.publishedIndex),
        };
  return {
    ...target,
    missing: { points: jsonNumber(missing.points), surveyPoints: orNull(missing.surveyPoints), more: missing.isMore },
    sets: sets.map(({ items, after }) => setJson(assessment, deductions, items, after)),
  };
}

function setJson({ scoreSheet }: Assessment, deductions: Losses, items: readonly number[], after: UnitResult): Json {
  const lost = items.map((item) => deductions.get(item)?.lostPoints ?? (0 as Decimal));
  return {
    items: items.map((index, at) => ({
      code: scoreSheet.items[index]?.code ?? '',
      name: scoreSheet.items[index]?.name ?? '',
      lost: jsonNumber(lost[at] ?? (0 as Decimal)),
    })),
    lost: jsonNumber(sum(lost)),
    awarded: tallyJson(after.totals.awardedTotal),
    ...resultJson(after),
  };
}

function lossesJson({ scoreSheet: { items }, places }: Assessment, deductions: Losses, { gains }: UnitLift): Json[] {
  return gains.map(({ item, lost, gain, remediable }): Json => {
    const deduction = deductions.get(item);
    return {
      area: keyOf(items[items[item]?.area ?? -1]) ?? '',
      code: items[item]?.code ?? '',
      name: items[item]?.name ?? '',
      lost: jsonNumber(lost),
      gain: jsonNumber(roundRatio(gain, places)),
      remediable,
      cause: deduction?.cause ?? null,
      responsibleBody: deduction?.responsibleBody ?? null,
      at: deduction ? toA1(deduction.at) : '',
    };
  });
}

const resultJson = (result: UnitResult | null): Readonly<Record<'index' | 'rating' | 'rank' | 'rankOf', Json>> => ({
  index: orNull(result?.publishedIndex ?? null),
  rating: result?.rating ?? null,
  rank: countOrNull(result?.rank ?? null),
  rankOf: countOrNull((result?.rank ?? null) === null ? null : (result?.rankOf ?? null)),
});

const countOrNull = (count: number | null): Json => (count === null ? null : jsonCount(count));
