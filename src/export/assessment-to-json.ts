/** The result of a workbook in the machine-readable form of the command line. Names and order are permanent. */
import { toA1 } from '../core/values/address';
import type { AreaResult, Assessment, BookAssessment, Tally, UnitResult } from '../core/model/assessment';
import type { Deduction } from '../core/model/deduction';
import type { Diagnostic, Suggestion } from '../core/model/diagnostic';
import { NO_READING } from '../core/model/reading';
import { ZERO, fromNumber, roundTo } from '../core/values/decimal';
import { roundRatio } from '../core/values/ratio';
import type { Item } from '../core/model/score-sheet';
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
    sheet: scoreSheet.sheet,
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
  const { undetermined, totals } = result;
  const unit = assessment.scoreSheet.units[result.unit];
  return {
    name: unit?.name ?? '',
    group: unit?.group ?? null,
    undetermined,
    self: tallyJson(totals.selfTotal),
    awarded: undetermined ? null : tallyJson(totals.awardedTotal),
    bonus: jsonNumber(totals.bonus),
    penalty: jsonNumber(totals.penalty),
    index: undetermined ? null : orNull(result.publishedIndex),
    rating: undetermined ? null : result.rating,
    rank: undetermined || result.rank === null ? null : jsonCount(result.rank),
    rankOf: undetermined || result.rankOf === null ? null : jsonCount(result.rankOf),
    areas: result.areas.map((area) => areaJson(area, assessment)),
  };
}

function areaJson({ item, tally, percent, lost, rank }: AreaResult, { scoreSheet, places }: Assessment): Json {
  const area = scoreSheet.items[item];
  return {
    code: area?.code ?? '',
    name: area?.name ?? '',
    points: orNull(tally?.points ?? null),
    max: orNull(tally?.max ?? null),
    percent: percent === null ? null : jsonNumber(roundRatio(percent, places)),
    lost: orNull(lost),
    rank: rank === null ? null : jsonCount(rank),
  };
}

function deductionJson(deduction: Deduction, { scoreSheet }: Assessment): Json {
  const item = scoreSheet.items[deduction.item];
  return {
    unit: scoreSheet.units[deduction.unit]?.name ?? '',
    area: keyOf(scoreSheet.items[item?.area ?? -1]) ?? '',
    code: item?.code ?? '',
    name: item?.name ?? '',
    max: jsonNumber(deduction.maxPoints),
    self: orNull(deduction.selfPoints),
    awarded: jsonNumber(deduction.awardedPoints),
    lost: jsonNumber(deduction.lostPoints),
    cause: deduction.cause,
    responsibleBody: deduction.responsibleBody,
    responsiblePerson: deduction.responsiblePerson,
    explanation: deduction.explanation,
    at: toA1(deduction.at),
  };
}

function diagnosticJson(diagnostic: Diagnostic, assessment: Assessment | null): Json {
  const { code, alias, severity, at, unit, item, expected, actual, message, follows, suggestions } = diagnostic;
  return {
    code,
    alias,
    severity,
    at: at.map(toA1),
    unit: unit === null ? null : (assessment?.scoreSheet.units[unit]?.name ?? null),
    item: item === null ? null : keyOf(assessment?.scoreSheet.items[item]),
    expected,
    actual,
    message,
    follows,
    suggestions: suggestions.map((each) => suggestionJson(each, assessment?.scoreSheet.sheet ?? null)),
  };
}

const suggestionJson = ({ sheet, at, value, also = [], why, share = 1 }: Suggestion, own: string | null): Json => ({
  sheet: sheet ?? own,
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

export const tallyJson = (tally: Tally | null): Json =>
  tally === null ? null : { points: jsonNumber(tally.points), max: jsonNumber(tally.max) };

/** What an item is called where one word must do: its code, or its name where it has none. */
export const keyOf = (item: Item | undefined): string | null =>
  item === undefined ? null : item.code === '' ? item.name : item.code;
