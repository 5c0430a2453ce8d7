/** A whole sheet at a glance: ratings counted, the mean, the lowest, and every unit's areas side by side. */
import type { Assessment, UnitResult } from '../../core/model/assessment';
import { labelOf, unitLabel } from '../../core/model/score-sheet';
import { ONE_HUNDRED, ZERO, multiply, sum, toNumber, toVietnamese, type Decimal } from '../../core/values/decimal';
import { percentOf, roundRatio } from '../../core/values/ratio';
import type { AreaView } from './views';

/** Units counted by their rating. */
export interface OverviewGroup {
  /** Khối; null for all units, and for those of none. */
  readonly name: string | null;
  readonly units: number;
  readonly undetermined: number;
  readonly mean: string | null;
  /** In the order of the scale. */
  readonly bands: readonly { readonly label: string; readonly units: number }[];
}

export interface OverviewView {
  readonly whole: OverviewGroup;
  /** Empty where there is one khối alone. */
  readonly groups: readonly OverviewGroup[];
  readonly lowest: { readonly unit: number; readonly name: string; readonly index: string } | null;
  /** Lower bounds of the scale above 0, for the eye. */
  readonly lines: readonly { readonly label: string; readonly at: number }[];
  readonly areas: readonly string[];
  /** By position of the unit, areas in their order. */
  readonly rows: readonly {
    readonly unit: number;
    readonly areas: readonly Pick<AreaView, 'percent' | 'share' | 'applies' | 'isLow'>[];
  }[];
}

export function overviewOf(assessment: Assessment): OverviewView {
  const { scoreSheet, units, places, settings } = assessment;
  const names = new Set(scoreSheet.units.map(({ group }) => group));
  const groups = names.size < 2 ? [] : [...names].map((name) => groupOf(assessment, name, inGroup(assessment, name)));
  const lowest = units.reduce<UnitResult | null>(
    (low, each) =>
      each.publishedIndex !== null &&
      ((low?.publishedIndex ?? null) === null || each.publishedIndex < (low?.publishedIndex ?? 0))
        ? each
        : low,
    null,
  );
  return {
    whole: groupOf(assessment, null, units),
    groups,
    lowest:
      lowest && lowest.publishedIndex !== null
        ? {
            unit: lowest.unit.index,
            name: unitLabel(scoreSheet, lowest.unit),
            index: toVietnamese(lowest.publishedIndex, places),
          }
        : null,
    lines: settings.scale.flatMap(({ label, from }) => (from > ZERO ? [{ label, at: toNumber(from) }] : [])),
    areas: (units[0]?.areas ?? []).map(({ item }) => labelOf(item)),
    rows: units.map(({ unit, areas }) => ({
      unit: unit.index,
      areas: areas.map(({ percent, tally }) => {
        const rounded = percent && roundRatio(percent, places);
        return {
          percent: rounded === null ? null : toVietnamese(rounded, places),
          share: rounded === null ? 0 : toNumber(rounded),
          applies: tally === null || tally.max !== ZERO,
          isLow: rounded !== null && rounded < settings.areaLine,
        };
      }),
    })),
  };
}

const inGroup = ({ units }: Assessment, name: string | null): UnitResult[] =>
  units.filter(({ unit }) => unit.group === name);

function groupOf({ settings, places }: Assessment, name: string | null, units: readonly UnitResult[]): OverviewGroup {
  const known = units.flatMap(({ publishedIndex }): Decimal[] => (publishedIndex === null ? [] : [publishedIndex]));
  const mean = known.length === 0 ? null : percentOf(sum(known), multiply(ONE_HUNDRED, known.length));
  return {
    name,
    units: units.length,
    undetermined: units.length - known.length,
    mean: mean && toVietnamese(roundRatio(mean, places), places),
    bands: settings.scale.map(({ label }) => ({ label, units: units.filter(({ rating }) => rating === label).length })),
  };
}
