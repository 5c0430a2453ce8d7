/** One assessment as the pane shows it: units with their rank, counts, and the settings in use. */
import { findAddinSheet } from '../../core/model/addin-sheet';
import { isDeductionSheet, DEDUCTION_SHEET_NAMES } from '../../core/model/deduction-sheet';
import type { Assessment, BookAssessment, Tally, UnitResult } from '../../core/model/assessment';
import { negate, subtract, sum, toNumber, toVietnamese, ZERO, type Decimal } from '../../core/values/decimal';
import { type Book } from '../../core/model/workbook/grid';
import type { PercentChange, YearComparison } from '../../core/score/compare-years';
import { compareRatios, roundRatio } from '../../core/values/ratio';
import { YES, type ReportDetails } from '../../core/model/report-details';
import { isScoredItem, labelOf, scoreCellOf, sheetsOf, type LayoutKind } from '../../core/model/score-sheet';
import { isReported } from '../../core/model/set-aside';
import type { MarkMeaning, Settings } from '../../core/model/settings';
import { isCurrent } from '../../core/matching/split-years';
import { diagnosticView, type DiagnosticView } from './view-diagnostics';
import { meanOfPeers } from './view-overview';
import type { AreaView, BandView, SettingsView, UnitDetail, UnitView } from './views';
import type { ChangeView, DetailsView, PreviousView } from './views-of-reports';
import type { Severity } from '../../core/model/diagnostic';

export interface BookView {
  /** All sheets except hidden ones. */
  readonly names: readonly string[];
  /** Name of the add-in's sheet «Điểm bị trừ», if it exists. */
  readonly summary?: string;
  /** Every bảng tổng hợp that was read. */
  readonly sheets: readonly SheetView[];
  /** The first sheet of this year, shown by default; null if none was read. */
  readonly first: string | null;
  /** The results that this year is compared with; null without a comparison. */
  readonly previous: PreviousView | null;
  readonly details: DetailsView;
  /** Why no table could be read; empty otherwise. */
  readonly unread: readonly (DiagnosticView & { readonly sheet: string })[];
}

export interface SheetView {
  readonly sheet: string;
  /** The sheets that hold the table, usually only its own. */
  readonly parts: readonly string[];
  readonly kind: LayoutKind;
  /** Number of scored items; 0 if the table only has totals. */
  readonly itemCount: number;
  readonly settings: SettingsView;
  readonly units: readonly UnitView[];
  readonly hasGroups: boolean;
  /** Whether it is last year's, in the same workbook as this year's. */
  readonly isEarlier: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Units found in last year's workbook; null without one, and for last year's own sheet. */
  readonly comparedUnits: number | null;
  /** Points that the units lack to their maximum; null if there is no loss. */
  readonly lost: { readonly points: string; readonly units: number } | null;
  readonly deductionCount: number;
  readonly withoutCause: number;
  /** Whether the officer has to decide what a column holds. */
  readonly isUndecided: boolean;
  /** Number of diagnostics that offer a repair. */
  readonly repairable: number;
}

/** `years`: one for each sheet of the assessment, or null if there is nothing to compare it with. */
export function bookView(
  book: Book,
  assessment: BookAssessment,
  previous: PreviousView | null,
  years: readonly (YearComparison | null)[],
): BookView {
  const summary = findAddinSheet(book, DEDUCTION_SHEET_NAMES, isDeductionSheet);
  return {
    ...(summary.grid ? { summary: summary.name } : {}),
    names: book.sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name),
    sheets: assessment.sheets.map((sheet, position) => sheetView(sheet, years[position] ?? null, sheet.isEarlier)),
    first: assessment.sheets.find(isCurrent)?.scoreSheet.sheet ?? null,
    previous,
    details: detailsView(assessment.details),
    unread: assessment.diagnostics.map((each, id) => ({ ...diagnosticView(each, id, null), sheet: each.sheet })),
  };
}

function detailsView(details: ReportDetails): DetailsView {
  const { date, year } = details;
  const two = (part: number): string => String(part).padStart(2, '0');
  const lines = (value: ReportDetails[keyof ReportDetails]): string =>
    Array.isArray(value) ? value.join('\n') : value === true ? YES : typeof value === 'string' ? value : '';
  const plain = Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, lines(value as ReportDetails[keyof ReportDetails])]),
  ) as DetailsView;
  return {
    ...plain,
    date: date ? `${two(date.day)}/${two(date.month)}/${date.year}` : '',
    year: year === null ? '' : String(year),
  };
}

function sheetView(assessment: Assessment, years: YearComparison | null, isEarlier: boolean): SheetView {
  const { scoreSheet, settings, places, deductions, diagnostics } = assessment;
  const counts = { error: 0, warning: 0, note: 0 };
  for (const each of diagnostics) if (isReported(each)) counts[each.severity] += 1;
  return {
    sheet: scoreSheet.sheet,
    parts: sheetsOf(scoreSheet),
    kind: scoreSheet.kind,
    itemCount: scoreSheet.itemised ? scoreSheet.items.filter(isScoredItem).length : 0,
    settings: settingsView(settings, places),
    units: unitViews(assessment, years),
    isEarlier,
    hasGroups: scoreSheet.units.some(({ group }) => group !== null),
    counts,
    comparedUnits:
      years && years.units.filter(({ earlier, index }) => earlier !== null || index.before !== null).length,
    lost: lostOf(assessment.units),
    deductionCount: deductions.length,
    withoutCause: deductions.filter(({ cause }) => cause === null).length,
    isUndecided: diagnostics.some(({ alias }) => alias === 'undecided-column'),
    repairable: diagnostics.filter(({ suggestions }) => suggestions.length > 0).length,
  };
}

function lostOf(units: readonly UnitResult[]): SheetView['lost'] {
  const losses = units.flatMap(({ undetermined, totals: { awardedTotal } }) => {
    const lost = undetermined || !awardedTotal ? ZERO : subtract(awardedTotal.max, awardedTotal.points);
    return lost > ZERO ? [lost] : [];
  });
  return losses.length === 0 ? null : { points: toVietnamese(sum(losses)), units: losses.length };
}

function unitViews({ units, places }: Assessment, years: YearComparison | null): UnitView[] {
  const order = new Map(inOrder(units).map(({ unit }, place) => [unit, place]));
  return units.map(({ unit, undetermined, totals, publishedIndex, rating, rank, rankOf }): UnitView => {
    const tally = undetermined ? null : totals.awardedTotal;
    return {
      unit: unit.position,
      name: unit.name,
      group: unit.group,
      undetermined,
      points: tally && toVietnamese(tally.points),
      max: tally && toVietnamese(tally.max),
      lost: tally && toVietnamese(subtract(tally.max, tally.points)),
      index: publishedIndex === null ? null : toVietnamese(publishedIndex, places),
      share: publishedIndex === null ? 0 : shareOf(publishedIndex),
      order: order.get(unit) ?? 0,
      rating,
      rank,
      rankOf,
      change: changeView(years?.units[unit.position]?.index, places),
      at: unit.at,
    };
  });
}

const inOrder = (units: readonly UnitResult[]): UnitResult[] =>
  [...units].sort((a, b) =>
    a.index && b.index ? compareRatios(b.index, a.index) : Number(a.index === null) - Number(b.index === null),
  );

export function unitDetail(assessment: Assessment, unit: number, years: YearComparison | null): UnitDetail {
  const { scoreSheet, units, places, settings } = assessment;
  const result = units[unit];
  if (!result) return { self: null, awarded: null, bonus: null, penalty: null, peerMean: null, areas: [] };
  const { totals, areas } = result;
  return {
    self: tallyText(totals.selfTotal),
    awarded: tallyText(totals.awardedTotal),
    bonus: totals.bonus === ZERO ? null : toVietnamese(totals.bonus),
    penalty: totals.penalty === ZERO ? null : toVietnamese(totals.penalty),
    peerMean: meanOfPeers(assessment, unit),
    areas: areas.map(({ item, tally, percent, lost, rank, rankOf }): AreaView => {
      const rounded = percent && roundRatio(percent, places);
      return {
        label: labelOf(item),
        isApplicable: tally === null || tally.max !== ZERO,
        points: tally?.max === ZERO ? null : tallyText(tally),
        percent: rounded && toVietnamese(rounded, places),
        share: rounded === null ? 0 : shareOf(rounded),
        lost: lost === null || lost === ZERO ? null : toVietnamese(lost),
        rank: rank === null ? null : `${rank}/${rankOf ?? ''}`,
        isLow: rounded !== null && rounded < settings.areaLine,
        change: changeView(years?.units[unit]?.areas.find((each) => each.item === item)?.percent, places),
        at: scoreCellOf(scoreSheet, result.unit, item),
      };
    }),
  };
}

function changeView(percent: PercentChange | undefined, places: number): ChangeView | null {
  if (!percent || percent.change === null || percent.before === null) return null;
  const { before, change } = percent;
  const way = change > ZERO ? 'up' : change < ZERO ? 'down' : 'same';
  const sign = { up: '+', down: '−', same: '' }[way];
  return {
    before: toVietnamese(before),
    by: `${sign}${toVietnamese(change < ZERO ? negate(change) : change, places)}`,
    way,
  };
}

function settingsView(settings: Settings, shownPlaces: number): SettingsView {
  const { scale, scaleFrom, places, ties, rankBy, marks, results, lossColours, areaLine } = settings;
  const marksOf = (meaning: MarkMeaning): string =>
    [...marks].flatMap(([mark, means]) => (means === meaning ? [mark] : [])).join(' ');
  return {
    scale: scale.map(({ label, from, inclusive }): BandView => ({ label, from: toVietnamese(from), inclusive })),
    scaleFrom,
    places,
    shownPlaces,
    ties,
    rankBy,
    notApplicable: marksOf('notApplicable'),
    notYetScored: marksOf('notYetScored'),
    zero: marksOf('zero'),
    results,
    lossColours,
    areaLine: toVietnamese(areaLine),
  };
}

const tallyText = (tally: Tally | null): string | null =>
  tally && `${toVietnamese(tally.points)}/${toVietnamese(tally.max)}`;

/** A length on the screen, not used in computations. */
const shareOf = (percent: Decimal): number => Math.min(100, Math.max(0, toNumber(percent)));
