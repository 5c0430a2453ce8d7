/** Two years side by side, by percent and never by points, because the sets change (DOMAIN.md §3). */
import type { Assessment, Tally } from './assessment';
import type { Decimal } from '../values/decimal';
import type { ItemPairs } from '../matching/match-items';

/** Percentages as published (`after` is this year's), each rounded once; null where undetermined, not applicable or not found in the other year. */
export interface PercentChange {
  readonly after: Decimal | null;
  readonly before: Decimal | null;
  /** Percent points, signed: what a reader gets who subtracts the two published figures. */
  readonly change: Decimal | null;
}

export interface AreaChange {
  /** Index of the area in this year's `ScoreSheet.items`. */
  readonly item: number;
  /** Index of the same area in the earlier sheet's items. */
  readonly earlier: number | null;
  readonly after: Tally | null;
  readonly before: Tally | null;
  readonly percent: PercentChange;
}

/** A scored item that lost points in one of the two years. */
export interface LossChange {
  readonly item: number;
  readonly earlier: number | null;
  /** 0 where nothing was lost; null where unknown, not applicable or not found. */
  readonly lostNow: Decimal | null;
  readonly lostBefore: Decimal | null;
  /** Lost in both years. */
  readonly recurs: boolean;
}

export interface UnitChange {
  /** Index of the unit in this year's `ScoreSheet.units`. */
  readonly unit: number;
  /** The same unit in the earlier year; null where it was not found, or not for certain. */
  readonly earlier: { readonly assessment: Assessment; readonly unit: number; readonly items: ItemPairs } | null;
  readonly index: PercentChange;
  readonly areas: readonly AreaChange[];
  readonly losses: readonly LossChange[];
}

export interface YearComparison {
  /** This year. */
  readonly assessment: Assessment;
  /** By index of the unit. */
  readonly units: readonly UnitChange[];
}
