/** The result of a workbook in the machine-readable form of the command line. Names and order are permanent. */
import { loweredBecause } from '../core/model/rating-limits';
import {
  resultAt,
  type AreaResult,
  type Assessment,
  type BookAssessment,
  type Tally,
  type UnitResult,
} from '../core/model/assessment';
import type { Deduction } from '../core/model/deduction';
import type { Diagnostic, Suggestion } from '../core/model/diagnostic';
import type { Lift, UnitLift } from '../core/model/lift';
import { NO_READING } from '../core/model/reading';
import { areaOf, placeOf, sheetTitle, unitLabel, type Item, type ScoreSheet } from '../core/model/score-sheet';
import { toA1, type Address } from '../core/values/address';
import { ZERO, fromNumber, roundTo, sum, type Decimal } from '../core/values/decimal';
import { roundRatio } from '../core/values/ratio';
import { jsonCount, jsonNumber, orNull, type Json } from './json-text';
import { readingJson } from './reading-to-json';

/** One entry for each bảng tổng hợp; a sheet that could not be understood has layout null and its diagnostics. */
export function assessmentToJson(book: BookAssessment): Json[] {
  const unread = new Map<string, Diagnostic[]>();
  for (const { sheet, ...diagnostic } of book.diagnostics)
    unread.set(sheet, [...(unread.get(sheet) ?? []), diagnostic]);
  return [
    ...book.sheets.map(sheetJson),
    ...[...unread].map(([sheet, diagnostics]) => unreadSheetJson(sheet, diagnostics)),
  ];
}

function sheetJson(assessment: Assessment): Json {
  const { scoreSheet, settings, units, deductions, diagnostics } = assessment;
  return {
    sheet: sheetTitle(scoreSheet),
    layout: scoreSheet.kind,
    scale: settings.scale.map(({ label, from, inclusive }) => ({ label, from: jsonNumber(from), inclusive })),
    units: units.map((unit) => unitJson(unit, assessment)),
    deductions: deductions.map((deduction) => deductionJson(deduction, assessment)),
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, assessment)),
    reading: readingJson(scoreSheet.reading),
  };
}

const unreadSheetJson = (sheet: string, diagnostics: readonly Diagnostic[]): Json => ({
  sheet,
  layout: null,
  scale: [],
  units: [],
  deductions: [],
  diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, null)),
  reading: readingJson(NO_READING),
});

function unitJson(result: UnitResult, assessment: Assessment): Json {
  const { unit, undetermined, totals } = result;
  const reason = undetermined ? null : loweredBecause(result, assessment.settings);
  return {
    name: unit.name,
    group: unit.group,
    undetermined,
    self: tallyJson(totals.selfTotal),
    awarded: undetermined ? null : tallyJson(totals.awardedTotal),
    bonus: jsonNumber(totals.bonus),
    penalty: jsonNumber(totals.penalty),
    index: undetermined ? null : orNull(result.publishedIndex),
    rating: undetermined ? null : result.rating,
    ...(reason === null ? {} : { ratingReason: reason }),
    rank: undetermined || result.rank === null ? null : jsonCount(result.rank),
    rankOf: undetermined || result.rankOf === null ? null : jsonCount(result.rankOf),
    areas: result.areas.map((area) => areaJson(area, assessment)),
  };
}

function areaJson({ item, tally, percent, lost, rank }: AreaResult, { places }: Assessment): Json {
  return {
    code: item.code,
    name: item.name,
    points: orNull(tally?.points ?? null),
    max: orNull(tally?.max ?? null),
    percent: percent === null ? null : jsonNumber(roundRatio(percent, places)),
    lost: orNull(lost),
    rank: rank === null ? null : jsonCount(rank),
  };
}

function deductionJson(deduction: Deduction, { scoreSheet }: Assessment): Json {
  const { unit, item } = deduction;
  return {
    unit: unit.name,
    area: keyOf(areaOf(scoreSheet.items, item)) ?? '',
    code: item.code,
    name: item.name,
    max: jsonNumber(deduction.maxPoints),
    self: orNull(deduction.selfPoints),
    awarded: jsonNumber(deduction.awardedPoints),
    lost: jsonNumber(deduction.lostPoints),
    cause: deduction.cause,
    responsibleBody: deduction.responsibleBody,
    responsiblePerson: deduction.responsiblePerson,
    explanation: deduction.explanation,
    ...partJson(scoreSheet, deduction.at),
    at: toA1(deduction.at),
  };
}

function diagnosticJson(diagnostic: Diagnostic, assessment: Assessment | null): Json {
  const { code, alias, severity, at, unit, item, expected, actual, message, follows, setAside, suggestions } =
    diagnostic;
  return {
    code,
    alias,
    severity,
    ...(assessment && at[0] ? partJson(assessment.scoreSheet, at[0]) : {}),
    at: at.map(toA1),
    unit: unit && unit.name,
    item: item && keyOf(item),
    expected,
    actual,
    message,
    follows,
    ...(setAside === undefined ? {} : { setAside }),
    suggestions: suggestions.map((each) => suggestionJson(each, assessment?.scoreSheet.sheet ?? null)),
  };
}

const suggestionJson = (
  { sheet, at, value, also = [], why, share = 1 }: Suggestion,
  tableSheet: string | null,
): Json => ({
  sheet: sheet ?? tableSheet,
  at: toA1(at),
  value,
  also: also.map((each): Json => ({
    ...(each.sheet === undefined ? {} : { sheet: each.sheet }),
    at: toA1(each.at),
    value: each.value,
  })),
  why,
  share: jsonNumber(roundTo(fromNumber(share) ?? ZERO, 3)),
});

const tallyJson = (tally: Tally | null): Json =>
  tally === null ? null : { points: jsonNumber(tally.points), max: jsonNumber(tally.max) };

/** A short label of the item: its code, or its name if it has no code. */
export const keyOf = (item: Item | undefined): string | null =>
  item === undefined ? null : item.code === '' ? item.name : item.code;

export interface UnitRise {
  readonly assessment: Assessment;
  /** Index of the unit in `ScoreSheet.units`. */
  readonly unit: number;
  /** Null for an undetermined unit. */
  readonly lift: UnitLift | null;
  /** The losses chosen for the trial, and the unit's result without them. */
  readonly remedied: { readonly items: readonly Item[]; readonly after: UnitResult } | null;
}

/** How units can rise: the form of `cchc nang-xep-loai --json`. Names and order are permanent. */
/** One entry for each bảng tổng hợp, units in the order given. */
export function liftsToJson(rises: readonly UnitRise[]): Json[] {
  const sheets = new Map<Assessment, UnitRise[]>();
  for (const rise of rises) sheets.set(rise.assessment, [...(sheets.get(rise.assessment) ?? []), rise]);
  return [...sheets].map(([{ scoreSheet }, listed]): Json => ({
    sheet: sheetTitle(scoreSheet),
    units: listed.map(riseJson),
  }));
}

function riseJson({ assessment, unit, lift, remedied }: UnitRise): Json {
  const result = resultAt(assessment, unit);
  const deductions = new Map(
    assessment.deductions.flatMap((each) => (each.unit === result?.unit ? [[each.item, each] as const] : [])),
  );
  const undetermined = result?.undetermined ?? true;
  return {
    name: result?.unit.name ?? '',
    group: result?.unit.group ?? null,
    undetermined,
    awarded: undetermined || !result ? null : tallyJson(result.totals.awardedTotal),
    ...resultJson(undetermined ? null : result),
    toRating: lift?.rating ? goalJson(deductions, lift.rating) : null,
    toRank: lift?.rank ? goalJson(deductions, lift.rank) : null,
    losses: lift ? lossesJson(assessment, lift) : [],
    remedied: remedied ? setJson(deductions, remedied.items, remedied.after) : null,
  };
}

type Losses = ReadonlyMap<Item, Deduction>;

function goalJson(deductions: Losses, { goal, missing, sets }: Lift): Json {
  const target =
    goal.kind === 'rating'
      ? { rating: goal.band.label, index: jsonNumber(goal.line) }
      : {
          above: goal.above.map((each) => unitLabel(each, each.unit)),
          index: jsonNumber(goal.publishedIndex),
        };
  return {
    ...target,
    missing: { points: jsonNumber(missing.points), surveyPoints: orNull(missing.surveyPoints), more: missing.isMore },
    sets: sets.map(({ items, after }) => setJson(deductions, items, after)),
  };
}

function setJson(deductions: Losses, items: readonly Item[], after: UnitResult): Json {
  const lost = items.map((item) => deductions.get(item)?.lostPoints ?? (0 as Decimal));
  return {
    items: items.map(({ code, name }, position) => ({
      code,
      name,
      lost: jsonNumber(lost[position] ?? (0 as Decimal)),
    })),
    lost: jsonNumber(sum(lost)),
    awarded: tallyJson(after.totals.awardedTotal),
    ...resultJson(after),
  };
}

const lossesJson = ({ scoreSheet, places }: Assessment, { gains }: UnitLift): Json[] =>
  gains.map(({ deduction: { item, lostPoints, cause, responsibleBody, at }, gain, remediable }): Json => ({
    area: keyOf(areaOf(scoreSheet.items, item)) ?? '',
    code: item.code,
    name: item.name,
    lost: jsonNumber(lostPoints),
    gain: jsonNumber(roundRatio(gain, places)),
    remediable,
    cause,
    responsibleBody,
    ...partJson(scoreSheet, at),
    at: toA1(at),
  }));

/** The sheet of a cell, if the table spans several sheets. */
const partJson = (table: ScoreSheet, at: Address): Readonly<Record<string, Json>> =>
  table.parts ? { sheet: placeOf(table, at).sheet } : {};

const resultJson = (result: UnitResult | null): Readonly<Record<'index' | 'rating' | 'rank' | 'rankOf', Json>> => ({
  index: orNull(result?.publishedIndex ?? null),
  rating: result?.rating ?? null,
  rank: countOrNull(result?.rank ?? null),
  rankOf: countOrNull((result?.rank ?? null) === null ? null : (result?.rankOf ?? null)),
});

const countOrNull = (count: number | null): Json => (count === null ? null : jsonCount(count));
