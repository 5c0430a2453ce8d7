/** Computes every unit's sums, index, rating and rank, for the whole and for each area. */
import { rankedIndex, tallyAt, type AreaResult, type UnitResult, type UnitTotals } from '../model/assessment';
import { decimal, multiply, subtract, shownCount } from '../values/decimal';
import { percentOf, type Ratio } from '../values/ratio';
import { isCounted, maxPointsOf, unitAxis, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';
import { areaPlace } from '../model/beside/stated-place';
import { bandsFor, deniedBy, isAbout, type RatingLimit } from '../model/rating-limits';
import { rateIndex, type RatingCondition, type Settings } from '../model/settings';
import { unitKey } from '../matching/unit-keys';
import { indexOf } from './index-units';
import { publish } from './publish';
import { rankRatios, type Place } from './rank-units';
import { rollUp, type Room } from './roll-up';

type Draft = Omit<UnitResult, 'rank' | 'rankOf' | 'areas'> & {
  readonly areas: readonly Omit<AreaResult, 'rank' | 'rankOf'>[];
};

/**
 * `blocked` units have a fault that makes their result unknown: they keep their sums but have no index, rating or rank.
 * `earlier` holds results of the same sheet under the same settings, whose sums are reused; null for a unit whose
 * scores have changed.
 */
export function scoreUnits(
  sheet: ScoreSheet,
  settings: Settings,
  places: number,
  blocked: ReadonlySet<number>,
  earlier: readonly (UnitResult | null)[] | null = null,
): UnitResult[] {
  const roots = sheet.itemised ? sheet.items.filter(({ parent }) => parent < 0) : [];
  const areasOf = areaReader(roots);
  const room = earlier ? undefined : sharedRoom(sheet);
  const drafts = sheet.units.map((unit): Draft => {
    const known = earlier?.[unit.position];
    const totals = known?.totals ?? rollUp(sheet, unit, settings, room);
    const areas = known?.areas ?? areasOf(totals);
    const index = blocked.has(unit.position) ? null : (known?.index ?? indexOf(totals, settings, sheet));
    const publishedIndex = index && publish(index, places);
    const limits = limitsOf(sheet, unit, totals, settings);
    const rating = publishedIndex === null ? null : rateIndex(publishedIndex, bandsFor(settings.scale, limits));
    return { unit, undetermined: index === null, totals, index, publishedIndex, rating, limits, areas };
  });
  const groups = groupsOf(sheet, drafts);
  const rankBy = (ratio: (draft: Draft) => Ratio | null): (Place | null)[] =>
    rankInGroups(groups, drafts, ratio, settings.ties);
  const overall = rankBy((each) => rankedIndex(each, settings));
  const byArea = roots.map((_, position) => rankBy(({ areas }) => areas[position]?.percent ?? null));
  const placed = placer();
  return drafts.map(({ unit, undetermined, totals, index, publishedIndex, rating, limits, areas }) => ({
    unit,
    undetermined,
    totals,
    index,
    publishedIndex,
    rating,
    limits,
    rank: overall[unit.position]?.rank ?? null,
    rankOf: overall[unit.position]?.rankOf ?? null,
    areas: areas.map((area, position) => placed(area, byArea[position]?.[unit.position] ?? null)),
  }));
}

/** Units with the same sum and place in an area share one result object. */
function placer(): (area: Draft['areas'][number], place: Place | null) => AreaResult {
  const known = new Map<Draft['areas'][number], AreaResult>();
  return (area, place) => {
    const seen = known.get(area);
    const [rank, rankOf] = [place?.rank ?? null, place?.rankOf ?? null];
    if (seen?.rank === rank && seen.rankOf === rankOf) return seen;
    const { item, tally, lost, percent } = area;
    const fresh = { item, tally, lost, percent, rank, rankOf };
    known.set(area, fresh);
    return fresh;
  };
}

/**
 * One block for all units: thirteen thousand small ones take ten times as long to allocate, and the garbage collector
 * has to track each.
 */
function sharedRoom({ items, units }: ScoreSheet): Room {
  const columns = units.some(({ self, appraised }) => self && appraised) ? 2 : 1;
  const block = new Float64Array(items.length * units.length * columns * 2);
  let used = 0;
  return (length) => block.subarray(used, (used += length));
}

/** Units share a few hundred distinct sums in each area: each is computed once. */
function areaReader(roots: readonly Item[]): (totals: UnitTotals) => Draft['areas'] {
  const known = roots.map(() => new Map<number, Map<number, Draft['areas'][number]>>());
  return ({ awarded }) =>
    roots.map((item, position) => {
      const points = awarded.pointsAt(item.position);
      const max = awarded.maxAt(item.position);
      const byPoints = known[position]?.get(max) ?? new Map<number, Draft['areas'][number]>();
      const seen = byPoints.get(points);
      if (seen) return seen;
      const tally = tallyAt(awarded, item.position);
      const fresh = {
        item,
        tally,
        lost: tally && subtract(tally.max, tally.points),
        percent: tally && percentOf(tally.points, tally.max),
      };
      known[position]?.set(max, byPoints.set(points, fresh));
      return fresh;
    });
}

/** Units that are ranked, by khối. */
function groupsOf(sheet: ScoreSheet, drafts: readonly Draft[]): readonly (readonly number[])[] {
  const groups = new Map<string | null, number[]>();
  for (const { position, group, ranked } of sheet.units) {
    if (!ranked || (drafts[position]?.undetermined ?? true)) continue;
    const members = groups.get(group);
    if (members) members.push(position);
    else groups.set(group, [position]);
  }
  return [...groups.values()];
}

function rankInGroups(
  groups: readonly (readonly number[])[],
  drafts: readonly Draft[],
  ratioOf: (draft: Draft) => Ratio | null,
  ties: Settings['ties'],
): (Place | null)[] {
  const places = new Array<Place | null>(drafts.length).fill(null);
  for (const members of groups) {
    const ratios = members.map((unit) => (drafts[unit] ? ratioOf(drafts[unit]) : null));
    rankRatios(ratios, ties).forEach((place, position) => {
      places[members[position] ?? -1] = place;
    });
  }
  return places;
}

/** How the place after a tie is counted: competition if the stated places fit that far better, else the setting. */
export function tiesStated(
  sheet: ScoreSheet,
  settings: Settings,
  places: number,
  units: readonly UnitResult[],
): Settings['ties'] {
  const wrong = wrongPlaces(sheet, units);
  if (settings.ties !== 'dense' || wrong < FEWEST_WRONG) return settings.ties;
  const counted = scoreUnits(sheet, { ...settings, ties: 'competition' }, places, new Set(), units);
  return wrongPlaces(sheet, counted) * FEWEST_TIMES <= wrong ? 'competition' : 'dense';
}

/** A single different place may be a typing mistake. */
const FEWEST_WRONG = 2;
const FEWEST_TIMES = 3;

/** «5/5» also counts as wrong if the last place is 4. */
const wrongPlaces = (sheet: ScoreSheet, units: readonly UnitResult[]): number =>
  units.filter(({ unit: { stated }, rank, rankOf }) => {
    const { value = null, of = null } = stated.rank ?? {};
    if (value === null || rank === null) return false;
    return value !== multiply(ONE, rank) || (of !== null && of !== multiply(ONE, rankOf ?? 0));
  }).length + (unitAxis(sheet) === 'row' ? wrongInAreas(sheet, units) : 0);

const wrongInAreas = (sheet: ScoreSheet, units: readonly UnitResult[]): number =>
  units.reduce(
    (wrong, { unit, areas }) =>
      wrong +
      areas.filter(({ item, rank }) => {
        const stated = areaPlace(sheet, unit, item);
        return stated !== null && rank !== null && stated.place !== rank;
      }).length,
    0,
  );

const ONE = decimal('1');

function limitsOf(
  sheet: ScoreSheet,
  unit: UnitScores,
  totals: UnitTotals,
  { scale, ratingConditions }: Settings,
): readonly RatingLimit[] {
  return ratingConditions.flatMap((condition): RatingLimit[] => {
    const denied = deniedBy(condition, scale);
    const because = denied.length === 0 ? null : reasonOf(condition, { sheet, unit, totals }, ratingConditions);
    return because === null ? [] : [{ condition, denied, because }];
  });
}

interface Rated {
  readonly sheet: ScoreSheet;
  readonly unit: UnitScores;
  readonly totals: UnitTotals;
}

/** The reason why the condition applies to the unit; null if it does not. */
function reasonOf(condition: RatingCondition, rated: Rated, all: readonly RatingCondition[]): string | null {
  switch (condition.test) {
    case 'zero': {
      const none = itemsWithout(rated);
      const [first] = none;
      if (!first) return null;
      const name = `${first.code} ${first.name}`.trim();
      return `tiêu chí ${name} 0 điểm${none.length > 1 ? ` (và ${shownCount(none.length - 1)} tiêu chí khác)` : ''}`;
    }
    case 'notSelf':
      return isNotSelfScored(rated) ? 'đơn vị không tự chấm' : null;
    case 'named':
      return [condition, ...all.filter((each) => each.denies === 'nothing' && isAbout(condition, each))].some(
        ({ units }) => isNamed(rated, units),
      )
        ? condition.words
        : null;
  }
}

/** Scored items that apply to the unit and gave it 0 points. */
const itemsWithout = ({ sheet: { items }, unit, totals: { awarded } }: Rated): Item[] =>
  items.filter(
    (item) =>
      isCounted(item) &&
      awarded.pointsAt(item.position) === 0 &&
      (maxPointsOf(unit, item) ?? 1) > 0 &&
      isApplicable(unit, item),
  );

const isApplicable = ({ appraised, self, awardedRole }: UnitScores, { position }: Item): boolean =>
  (awardedRole === 'self' ? self : appraised)?.[position]?.kind === 'points';

/** Whether the unit did not score itself although it has a column for it or other units of the table did. */
function isNotSelfScored({ sheet: { units }, unit }: Rated): boolean {
  const hasScored = ({ self }: UnitScores): boolean => self?.some(({ kind }) => kind === 'points') ?? false;
  return !hasScored(unit) && (unit.self !== null || units.some(hasScored));
}

/** The names are already those of units, see `resolveUnits`. */
const isNamed = ({ unit }: Rated, names: readonly string[]): boolean =>
  names.some((name) => unitKey(name) === unitKey(unit.name));
