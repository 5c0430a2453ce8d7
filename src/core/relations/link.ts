/** Links numbers that two tables of one workbook both state: same unit, same item, same year. */
import { matchUnits } from '../matching/find-units';
import { itemBefore, matchItems } from '../matching/match-items';
import { isScoredItem, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';
import { areaPoints, resultFigure } from './build';
import { holds, type Relation } from './relation';
import { applicableTerms, linear, maxTerms, plus, pointTerms, relation, type Draft } from './terms';

/** A brief table that repeats numbers of a more detailed one. */
interface Restatement {
  readonly detail: ScoreSheet;
  readonly brief: ScoreSheet;
  readonly units: readonly (readonly [detailed: UnitScores, brief: UnitScores])[];
  readonly items: readonly (readonly [detailed: Item, brief: Item])[];
}

/** Null if the two tables have no unit or no item in common. */
export function restatementOf(one: ScoreSheet, other: ScoreSheet): Restatement | null {
  const [detail, brief] = isMoreDetailed(one, other) ? [one, other] : [other, one];
  const found = matchUnits(brief.units, detail.units);
  const units = brief.units.flatMap((unit) => {
    const same = unit.name === '' ? null : found[unit.position];
    return same ? [[same, unit] as const] : [];
  });
  if (units.length === 0) return null;
  const pairs = matchItems(brief.items, detail.items);
  const items = brief.items.flatMap((item) => {
    const same = itemBefore(detail.items, pairs, item);
    return same ? [[same, item] as const] : [];
  });
  const hasWhole = !brief.itemised || items.length === brief.items.length;
  return items.length > 0 || hasWhole ? { detail, brief, units, items } : null;
}

/** A table with year-on-year changes is a summary; otherwise the longer tree is closer to the scores. */
function isMoreDetailed(one: ScoreSheet, other: ScoreSheet): boolean {
  const isSummary = ({ facts }: ScoreSheet): boolean => facts.some(({ kind }) => kind === 'stated-change');
  if (isSummary(one) !== isSummary(other)) return isSummary(other);
  return one.items.length >= other.items.length;
}

/**
 * If more than one number differs, at most this share may differ before the two tables are taken to state different
 * things.
 */
const MOST_DIFFERENT = 0.3;

/**
 * Relations between the numbers that both tables state; none if the tables differ often, because then they are
 * different rounds or parts.
 */
export function linksBetween(detail: Draft, brief: Draft, { units, items }: Restatement): Relation[] {
  const ofItems = units.flatMap((pair) => items.flatMap((each) => itemLinks(detail, brief, pair, each)));
  const ofWholes = units.flatMap((pair) => wholeLinks(detail, brief, pair));
  const points = ofItems.filter(({ result }) => result.role !== 'max');
  const checked = points.length > 0 ? points : ofWholes;
  const wrong = checked.filter((link) => !holds(link)).length;
  const isSame = wrong === 0 || (wrong === 1 && checked.length > 1) || wrong <= checked.length * MOST_DIFFERENT;
  return isSame ? [...ofItems, ...ofWholes] : [];
}

type Pair<T> = readonly [detailed: T, brief: T];

function itemLinks(detail: Draft, brief: Draft, [from, to]: Pair<UnitScores>, [item, same]: Pair<Item>): Relation[] {
  const links = (['self', 'appraised'] as const).flatMap((role): Relation[] => {
    if (to[role]?.[same.position]?.kind !== 'points') return [];
    const [pointTerm] = pointTerms(brief, to, role, same) ?? [];
    const source = pointTerms(detail, from, role, item);
    return pointTerm && source && source.length > 0 ? [relation('elsewhere', pointTerm.figure, linear(source))] : [];
  });
  const briefMax = to.max === null ? maxTerms(brief, to, same) : null;
  const applicable = applicableTerms(detail, from, item);
  const max = maxTerms(detail, from, item);
  if (briefMax?.length !== 1 || !briefMax[0] || !applicable || !max || max.length === 0) return links;
  const full = relation('elsewhere', briefMax[0].figure, linear(max));
  return [...links, holds(full) ? full : relation('elsewhere', briefMax[0].figure, linear(applicable))];
}

/** Totals and indices, each as stated; if the detailed table states no total, the sum of its areas. */
function wholeLinks(detail: Draft, brief: Draft, [from, to]: Pair<UnitScores>): Relation[] {
  const links: Relation[] = [];
  const total = resultFigure(brief, to, 'total', to.stated.total);
  const stated = resultFigure(detail, from, 'total', from.stated.total);
  const source = stated ? [plus(stated)] : detail.sheet.itemised ? areaPoints(detail, from, from.awardedRole) : null;
  // One total may be that before bonus and penalty, the other one after them.
  const isSameTotal = to.awardedRole === from.awardedRole && ![from, to].some(hasOutside);
  if (total && source && source.length > 0 && isSameTotal) links.push(relation('elsewhere', total, linear(source)));
  const index = resultFigure(brief, to, 'index', to.stated.index);
  const other = resultFigure(detail, from, 'index', from.stated.index);
  if (index && other) links.push(relation('elsewhere', index, linear([plus(other)])));
  return links;
}

const hasOutside = ({ bonus, penalty }: UnitScores): boolean => [...bonus, ...penalty].some(({ value }) => value);

/**
 * Scored items of the brief table that have children in the detailed one: their numbers are copied, not scored there.
 */
export const copiedItems = ({ items }: Restatement): Item[] =>
  items.flatMap(([from, to]) => (isScoredItem(to) && !isScoredItem(from) ? [to] : []));
