/**
 * Overview of a sheet and its workbook: counts of ratings, the mean, the lowest index, and the areas of every unit side
 * by side.
 */
import type { Assessment, UnitResult } from '../../core/model/assessment';
import { labelOf, unitLabel } from '../../core/model/score-sheet';
import {
  ONE_HUNDRED,
  ZERO,
  multiply,
  negate,
  subtract,
  sum,
  toNumber,
  toVietnamese,
  type Decimal,
} from '../../core/values/decimal';
import { percentOf, roundRatio, type Ratio } from '../../core/values/ratio';
import type { AreaView, PeerMean } from './views';

/** Counts of units by rating. */
export interface OverviewGroup {
  /** Khối, or a sheet of the workbook; null for all units, and for units without a khối. */
  readonly name: string | null;
  readonly units: number;
  readonly undetermined: number;
  readonly mean: string | null;
  /** In the order of the scale. */
  readonly bands: readonly { readonly label: string; readonly units: number }[];
}

export interface OverviewView {
  readonly allUnits: OverviewGroup;
  /** Empty if there is only one khối. */
  readonly groups: readonly OverviewGroup[];
  /** All sheets of the workbook together, then each of them; null if there is only one. */
  readonly book: { readonly allSheets: OverviewGroup; readonly sheets: readonly OverviewGroup[] } | null;
  readonly lowest: { readonly unit: number; readonly name: string; readonly index: string } | null;
  /** Lower bounds of the scale above 0, drawn as lines. */
  readonly lines: readonly { readonly label: string; readonly position: number }[];
  readonly areas: readonly string[];
  /** Units and areas in the order of the sheet. */
  readonly rows: readonly {
    readonly unit: number;
    readonly areas: readonly Pick<AreaView, 'percent' | 'share' | 'isApplicable' | 'isLow'>[];
  }[];
}

/** `book`: all sheets of this year. */
export function overviewOf(assessment: Assessment, book: readonly Assessment[]): OverviewView {
  const { scoreSheet, units, places, settings } = assessment;
  const names = new Set(scoreSheet.units.map(({ group }) => group));
  const labels = settings.scale.map(({ label }) => label);
  const groups =
    names.size < 2 ? [] : [...names].map((name) => groupOf(labels, places, name, inGroup(assessment, name)));
  const lowest = units.reduce<UnitResult | null>(
    (low, each) =>
      each.publishedIndex !== null &&
      ((low?.publishedIndex ?? null) === null || each.publishedIndex < (low?.publishedIndex ?? 0))
        ? each
        : low,
    null,
  );
  return {
    allUnits: groupOf(labels, places, null, units),
    groups,
    book: book.length < 2 ? null : bookOf(book),
    lowest:
      lowest && lowest.publishedIndex !== null
        ? {
            unit: lowest.unit.position,
            name: unitLabel(scoreSheet, lowest.unit),
            index: toVietnamese(lowest.publishedIndex, places),
          }
        : null,
    lines: settings.scale.flatMap(({ label, from }) => (from > ZERO ? [{ label, position: toNumber(from) }] : [])),
    areas: (units[0]?.areas ?? []).map(({ item }) => labelOf(item)),
    rows: units.map(({ unit, areas }) => ({
      unit: unit.position,
      areas: areas.map(({ percent, tally }) => {
        const rounded = percent && roundRatio(percent, places);
        return {
          percent: rounded === null ? null : toVietnamese(rounded, places),
          share: rounded === null ? 0 : toNumber(rounded),
          isApplicable: tally === null || tally.max !== ZERO,
          isLow: rounded !== null && rounded < settings.areaLine,
        };
      }),
    })),
  };
}

/**
 * Counts units by rating label. Each sheet is rated by its own scale, but the labels are the same throughout an office.
 */
function bookOf(book: readonly Assessment[]): OverviewView['book'] {
  const labels = [...new Set(book.flatMap(({ settings }) => settings.scale.map(({ label }) => label)))];
  const units = book.flatMap((each) => each.units);
  const places = Math.max(...book.map((each) => each.places));
  return {
    allSheets: groupOf(labels, places, null, units),
    sheets: book.map((each) => groupOf(labels, each.places, each.scoreSheet.sheet, each.units)),
  };
}

/**
 * A unit compared with the mean of its khối, or of all units if there is no khối; null if there is no other unit to
 * compare with.
 */
export function meanOfPeers({ units, places }: Assessment, unit: number): PeerMean | null {
  const result = units[unit];
  const peers = units.filter((each) => each.unit.group === result?.unit.group);
  const mean = peers.length < 2 ? null : meanOf(peers);
  if (!result || !mean) return null;
  const [value, published] = [roundRatio(mean, places), result.publishedIndex];
  const by = published === null ? null : subtract(published, value);
  return {
    group: result.unit.group,
    mean: toVietnamese(value, places),
    by: by === null ? null : toVietnamese(by < ZERO ? negate(by) : by, places),
    way: by === null || by === ZERO ? 'same' : by > ZERO ? 'up' : 'down',
  };
}

const inGroup = ({ units }: Assessment, name: string | null): UnitResult[] =>
  units.filter(({ unit }) => unit.group === name);

const indicesOf = (units: readonly UnitResult[]): Decimal[] =>
  units.flatMap(({ publishedIndex }) => (publishedIndex === null ? [] : [publishedIndex]));

function meanOf(units: readonly UnitResult[]): Ratio | null {
  const known = indicesOf(units);
  return known.length === 0 ? null : percentOf(sum(known), multiply(ONE_HUNDRED, known.length));
}

function groupOf(
  labels: readonly string[],
  places: number,
  name: string | null,
  units: readonly UnitResult[],
): OverviewGroup {
  const mean = meanOf(units);
  return {
    name,
    units: units.length,
    undetermined: units.length - indicesOf(units).length,
    mean: mean && toVietnamese(roundRatio(mean, places), places),
    bands: labels.map((label) => ({ label, units: units.filter(({ rating }) => rating === label).length })),
  };
}
