/**
 * Losses without a cause, and causes found elsewhere, in the machine-readable form of `cchc nguyen-nhan --json`. Names
 * and order are permanent.
 */
import { toA1 } from '../core/values/address';
import type { Assessment } from '../core/model/assessment';
import type { Deduction } from '../core/model/deduction';
import type { Item, UnitScores } from '../core/model/score-sheet';
import { keyOf } from './assessment-to-json';
import { jsonCount, jsonNumber, type Json } from './json-text';

interface OpenLoss {
  readonly assessment: Assessment;
  readonly unit: UnitScores;
  readonly item: Item;
  readonly deduction: Deduction;
  /** Best first. */
  readonly suggestions: readonly {
    readonly cause: string;
    readonly times: number;
    readonly unitName: string;
    readonly isLastYears: boolean;
  }[];
}

/** One entry for each bảng tổng hợp that has any. */
export function openLossesToJson(losses: readonly OpenLoss[]): Json[] {
  const sheets = new Map<Assessment, OpenLoss[]>();
  for (const loss of losses) {
    const own = sheets.get(loss.assessment);
    if (own) own.push(loss);
    else sheets.set(loss.assessment, [loss]);
  }
  return [...sheets].map(([{ scoreSheet }, own]): Json => ({
    sheet: scoreSheet.sheet,
    losses: own.map(({ unit, item, deduction, suggestions }) => ({
      unit: unit.name,
      area: keyOf(scoreSheet.items[item.area]) ?? '',
      code: item.code,
      name: item.name,
      lost: jsonNumber(deduction.lostPoints),
      at: toA1(deduction.at),
      suggestions: suggestions.map(({ cause, times, unitName, isLastYears }) => ({
        cause,
        times: jsonCount(times),
        unit: unitName,
        lastYear: isLastYears,
      })),
    })),
  }));
}
