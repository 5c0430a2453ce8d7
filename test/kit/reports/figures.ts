/** What follows from a made-up district, worked out without the program: whole hundredths, and fractions of them. */
import type { ToldDistrict, ToldItem, ToldScore, ToldUnit, ToldWords, ToldYear } from './told-district';

export interface Part {
  readonly points: number;
  readonly max: number;
}

export interface Loss {
  readonly unit: ToldUnit;
  readonly item: ToldItem;
  readonly points: number;
  readonly max: number;
  readonly words: ToldWords | null;
}

type Round = 'self' | 'appraised';

export const leavesBelow = ({ items }: ToldYear, code: string): ToldItem[] =>
  items.filter(({ isLeaf, ...item }) => isLeaf && (item.code === code || item.code.startsWith(`${code}.`)));

const isPoints = (score: ToldScore | undefined): score is number => typeof score === 'number';

/** Points and maximum of an item and all below it; null if a score is missing. */
export function partOf(year: ToldYear, unit: ToldUnit, code: string, round: Round = 'appraised'): Part | null {
  return partOfLeaves(leavesBelow(year, code), unit, round);
}

function partOfLeaves(leaves: readonly ToldItem[], unit: ToldUnit, round: Round): Part | null {
  const scores = leaves.map((item) => [item, unit[round].get(item.code)] as const);
  if (scores.some(([, score]) => score === null || score === undefined)) return null;
  const counted = scores.filter(([, score]) => isPoints(score));
  return {
    points: counted.reduce((all, [, score]) => all + (isPoints(score) ? score : 0), 0),
    max: counted.reduce((all, [{ max }]) => all + max, 0),
  };
}

export const totalOf = (year: ToldYear, unit: ToldUnit, round: Round = 'appraised'): Part | null =>
  partOfLeaves(
    year.items.filter(({ isLeaf }) => isLeaf),
    unit,
    round,
  );

/** Half up, in hundredths. */
export const percent = (points: number, max: number): number =>
  points >= 0 ? Math.floor((points * 20_000 + max) / (2 * max)) : -percent(-points, max);

/** The index as a fraction; null for a unit that has none. */
export function indexOf(year: ToldYear, unit: ToldUnit): Part | null {
  const total = totalOf(year, unit);
  return total && total.max > 0 ? { points: total.points + unit.bonus - unit.penalty, max: total.max } : null;
}

export const published = (part: Part | null): number | null =>
  part && (part.max > 0 ? percent(part.points, part.max) : null);

export const ratingOf = (index: number): string =>
  index >= 9000 ? 'Xuất sắc' : index >= 8000 ? 'Tốt' : index >= 7000 ? 'Khá' : index >= 5000 ? 'Trung bình' : 'Yếu';

const compare = (a: Part, b: Part): number => a.points * b.max - b.points * a.max;

/** «2/5»: the place and how many places there are; units of the same khối with the same share hold the same place. */
export function placeOf(all: readonly (Part | null)[], of: Part | null): string | null {
  if (!of || of.max === 0) return null;
  const known = all.filter((each): each is Part => each !== null && each.max > 0);
  const distinct = known.filter((each, at) => known.findIndex((other) => compare(each, other) === 0) === at);
  return `${distinct.filter((each) => compare(each, of) > 0).length + 1}/${distinct.length}`;
}

export const peersOf = ({ units }: ToldYear, { group }: ToldUnit): ToldUnit[] =>
  units.filter((each) => each.group === group);

export const rankOf = (year: ToldYear, unit: ToldUnit): string | null =>
  placeOf(
    peersOf(year, unit).map((each) => indexOf(year, each)),
    indexOf(year, unit),
  );

export const earlierUnit = ({ before }: ToldDistrict, { name }: ToldUnit): ToldUnit | null =>
  before?.units.find((each) => each.name === name) ?? null;

/** Published percent then, now and by how much it changed. */
export function changeOf(district: ToldDistrict, unit: ToldUnit, code: string | null): (number | null)[] {
  const { now, before } = district;
  const then = earlierUnit(district, unit);
  const of = (year: ToldYear, each: ToldUnit): number | null =>
    published(code === null ? indexOf(year, each) : partOf(year, each, code));
  const was =
    before && then && (code === null || before.items.some((each) => each.code === code)) ? of(before, then) : null;
  const is = of(now, unit);
  return [was, is, was === null || is === null ? null : is - was];
}

/** The losses of a unit in the order of the set; `code` limits them to an item. */
export function lossesOf(year: ToldYear, unit: ToldUnit, code: string | null = null): Loss[] {
  return (code === null ? year.items.filter(({ isLeaf }) => isLeaf) : leavesBelow(year, code)).flatMap((item) => {
    const score = unit.appraised.get(item.code);
    return isPoints(score) && score < item.max
      ? [{ unit, item, points: item.max - score, max: item.max, words: unit.words.get(item.code) ?? null }]
      : [];
  });
}

export const sumOf = (losses: readonly Loss[]): number => losses.reduce((all, { points }) => all + points, 0);

/** «-0,25» → −25; a number with more than two decimals is no figure of a made-up district. */
export function figure(text: string): number {
  const match = /^([−–+-]?)(\d+)(?:,(\d{1,2}))?%?$/.exec(text.trim());
  if (!match) throw new RangeError(`«${text}» is no figure`);
  const [, sign = '', units = '', part = ''] = match;
  return (/[−–-]/.test(sign) ? -1 : 1) * (Number(units) * 100 + Number(part.padEnd(2, '0')));
}
