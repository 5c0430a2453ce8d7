/**
 * Weighs every assignment of the roles to the slots of a table, as log-odds that are added and capped: words for names,
 * numbers for structure.
 */
import { ONE_HUNDRED, type Decimal } from '../../values/decimal';
import { percentOf, roundRatio } from '../../values/ratio';
import { isRoundBefore } from '../words/rounds';
import { countPairs, listOf, matches, type Evidence, type SlotNumbers } from './evidence';
import type { Slot } from './slots';
import { DENIED, wordOdds, type SlotRole } from './word-odds';

export interface Assignment {
  /** Position of the slot, or null. */
  readonly max: number | null;
  readonly appraised: number | null;
  readonly self: number | null;
  readonly roles: readonly SlotRole[];
  readonly odds: number;
}

/** With more columns, only the words decide. */
const MOST_SLOTS = 14;
const NO_MAXIMUM = -5;
/** Odds that a column needs to count as derived from others without a word for it. */
const WORKED_OUT = 1.5;

/** Odds against an appraisal that another one follows, by position or by its words. */
const LATER_BY_PLACE = 4;
const LATER_BY_WORDS = 8;

/** Half a hundredth: stated percentages are rounded. */
const NEAR_PERCENT: number = ONE_HUNDRED / 10_000;
const NEAR_INDEX: number = ONE_HUNDRED / 5_000;

const capped = (most: number, value: number): number => Math.max(-most, Math.min(most, value));
/** The first violation may be a slip; each further one counts more. */
const violations = (count: number, first: number, next: number): number =>
  count <= 0 ? 0 : count < 1 ? -first * count : -first - next * (count - 1);

export class Weigher {
  private readonly root: number;
  /** The officer says which column counts. */
  private readonly isSettled: boolean;
  private readonly aboveOf = new Map<number, number>();
  private readonly fits: readonly number[];

  constructor(
    readonly slots: readonly Slot[],
    readonly evidence: Evidence,
  ) {
    this.root = Math.sqrt(evidence.units);
    this.isSettled = slots.some(({ isStated, headingRole }) => isStated && headingRole === 'appraised');
    this.fits = evidence.numbers.map((each) => this.fitOf(each));
  }

  private numbers(slot: number): SlotNumbers {
    return this.evidence.numbers[slot] ?? NOTHING;
  }

  /** Odds that the numbers add up like points of items. */
  private fitOf({ adds, fails, blank, negative }: SlotNumbers): number {
    return (
      Math.min(3, (0.5 * adds) / this.root) +
      capped(8, violations(fails / this.root, 1, 2)) -
      Math.min(6, (0.3 * blank) / this.root) -
      (negative > 0 ? 4 : 0)
    );
  }

  /** Number of scored cells in which one column is above another. */
  above(one: number, other: number): number {
    const key = one * 100 + other;
    const known = this.aboveOf.get(key);
    if (known !== undefined) return known;
    const count = countPairs(this.evidence, [this.numbers(one), this.numbers(other)], (a, b) => a > b);
    this.aboveOf.set(key, count);
    return count;
  }

  isSame(one: number | null, other: number | null): boolean {
    if (one === other) return true;
    if (one === null || other === null) return false;
    const [a, b] = [this.numbers(one), this.numbers(other)];
    for (let unit = 0; unit < this.evidence.units; unit++)
      if (this.evidence.scored.some((item) => listOf(a, unit)[item] !== listOf(b, unit)[item])) return false;
    return true;
  }

  /**
   * No year, no more than the maximum, adding up, and nearly everywhere: such a column is left unused by nobody's wish.
   */
  mayBePoints(slot: number, max: number | null): boolean {
    const { adds, fails, negative, isYears, blank } = this.numbers(slot);
    if (isYears || negative > 0) return false;
    const cells = this.evidence.scored.length * Math.max(1, this.slots[slot]?.columns.length ?? 1);
    if (max !== null && this.above(slot, max) > 1 && this.above(slot, max) * 10 > cells) return false;
    if (adds + fails > 0) return adds >= fails;
    return blank * 5 <= cells * 2;
  }

  lost(max: number, points: number, slot: number): number {
    const { same, telling, different } = matches(
      this.evidence,
      [this.numbers(max), this.numbers(points), this.numbers(slot)],
      (a, b) => a - b,
      0,
    );
    if (same + different === 0) return -1;
    return Math.min(8, (2 * telling) / this.root) + capped(10, violations(different / this.root, 2, 3));
  }

  percent(max: number, points: number, slot: number): number {
    const { telling, different } = matches(
      this.evidence,
      [this.numbers(max), this.numbers(points), this.numbers(slot)],
      percentOfNumbers,
      NEAR_PERCENT,
    );
    return Math.min(8, (2 * telling) / this.root) + capped(10, violations(different / this.root, 1, 3));
  }

  /** Odds that the points divided by the maximum are the stated index. */
  index(max: number, points: number): number {
    const stated = this.slots[points]?.columns.map((column) => this.evidence.indices.get(column)) ?? [];
    let odds = 0;
    stated.slice(0, this.evidence.units).forEach((statedIndex, unit) => {
      if (statedIndex === undefined) return;
      const [m, p] = [listOf(this.numbers(max), unit), listOf(this.numbers(points), unit)];
      let [whole, part] = [0, 0];
      for (const item of this.evidence.scored) {
        if ((p[item] ?? null) === null) continue;
        part += p[item] ?? 0;
        whole += m[item] ?? 0;
      }
      const ratio = percentOfNumbers(whole, part);
      if (ratio !== null) odds += Math.abs(ratio - statedIndex) <= NEAR_INDEX ? 4 : -2;
    });
    return capped(8, odds / this.root);
  }

  /** Whether the slot is derived from columns that are read: a difference, or an average over the units. */
  isDerived(slot: number, others: readonly number[]): boolean {
    const slotNumbers = this.numbers(slot);
    const pairs = others.flatMap((a) => others.map((b) => [a, b] as const)).filter(([a, b]) => a !== b);
    const isDifference = pairs.some(([a, b]) => {
      const found = matches(this.evidence, [this.numbers(a), this.numbers(b), slotNumbers], (x, y) => x - y, 0);
      return found.telling >= 2 && found.different <= 1;
    });
    return isDifference || (this.slots[slot]?.isShared === true && others.some((each) => this.isOver(each, slot)));
  }

  /** Whether the slot holds the average of the units' points. */
  private isOver(points: number, slot: number): boolean {
    const { units, scored } = this.evidence;
    if (units < 2 || (this.slots[points]?.columns.length ?? 0) > units) return false;
    const slotValues = listOf(this.numbers(slot), 0);
    let [same, different] = [0, 0];
    for (const item of scored) {
      const all = Array.from({ length: units }, (_, unit) => listOf(this.numbers(points), unit)[item] ?? null);
      const known = all.filter((each) => each !== null);
      const stated = slotValues[item] ?? null;
      if (stated === null || known.length === 0) continue;
      const average = known.reduce((sum, each) => sum + each, 0) / known.length;
      if (Math.abs(average - stated) <= NEAR_PERCENT) same++;
      else different++;
    }
    return same > 2 && different * 5 <= same;
  }

  /** Every assignment that is not ruled out, the best first. */
  assignments(): Assignment[] {
    const count = this.slots.length;
    if (count === 0 || count > MOST_SLOTS) return [];
    const all = [null, ...Array.from({ length: count }, (_, position) => position)];
    const isUnits = this.slots.some(({ isShared }) => !isShared);
    const mayScore = (slot: number | null): boolean =>
      slot === null || !isUnits || this.slots[slot]?.isShared === false;
    const found: Assignment[] = [];
    for (const max of all)
      for (const appraised of all) {
        if ((appraised !== null && appraised === max) || !mayScore(appraised)) continue;
        for (const self of all) {
          if (appraised === null && self === null) continue;
          if ((self !== null && (self === max || self === appraised)) || !mayScore(self)) continue;
          const odds = this.odds(max, appraised, self);
          if (odds !== null) found.push(odds);
        }
      }
    return found.sort((a, b) => b.odds - a.odds);
  }

  private odds(max: number | null, appraised: number | null, self: number | null): Assignment | null {
    const word = (slot: number | null, role: SlotRole): number => {
      const info = slot === null ? undefined : this.slots[slot];
      return info ? wordOdds(info, role) : 0;
    };
    let odds = word(max, 'max') + word(appraised, 'appraised') + word(self, 'self');
    if (odds < 3 * DENIED + 1) return null;
    odds += max === null ? NO_MAXIMUM : (this.fits[max] ?? 0) - Math.min(8, 4 * this.numbers(max).notApplicable);
    for (const points of [appraised, self]) {
      if (points === null) continue;
      odds += this.fits[points] ?? 0;
      if (max !== null) odds += capped(15, violations(this.above(points, max) / this.root, 1, 3));
    }
    // A single side whose words do not tell whose it is counts either way. Under bare names of units only the title can
    // make it a self-score.
    if (appraised === null) odds -= self !== null && this.isBareUnits(self) ? 0.5 : 0.1;
    if (self === null) odds -= 0.3;
    if (appraised !== null) odds -= this.laterRounds(appraised);
    if (appraised !== null && self !== null)
      odds += capped(6, violations(this.above(appraised, self) / this.root, 0.7, 1.2));
    const points = appraised ?? self;
    if (max !== null && points !== null) odds += this.index(max, points);
    const roles = this.slots.map((_, slot): SlotRole => {
      if (slot === max) return 'max';
      if (slot === appraised) return 'appraised';
      if (slot === self) return 'self';
      const [role, restOdds] = this.rest(slot, max, appraised, self);
      odds += restOdds;
      return role;
    });
    return { max, appraised, self, roles, odds };
  }

  private isBareUnits(slot: number): boolean {
    const info = this.slots[slot];
    return info?.isShared === false && info.label === '';
  }

  /** Odds against the appraisal: other appraisals that follow it by their words, or else by position. */
  private laterRounds(appraised: number): number {
    const round = this.slots[appraised];
    const isRound = ({ headingRole }: Slot): boolean => headingRole === 'appraised' || headingRole === 'points';
    if (!round || !isRound(round)) return 0;
    return this.slots.reduce((odds, each, position) => {
      if (
        position === appraised ||
        !isRound(each) ||
        each.headingRole !== round.headingRole ||
        each.isShared !== round.isShared
      )
        return odds;
      const [isBefore, isAfter] = [isRoundBefore(round.label, each.label), isRoundBefore(each.label, round.label)];
      if (isBefore === isAfter) return odds + (position > appraised ? LATER_BY_PLACE : 0);
      return odds + (isBefore ? LATER_BY_WORDS : 0);
    }, 0);
  }

  /** The most likely role of a slot beside the assigned ones. */
  private rest(
    slot: number,
    max: number | null,
    appraised: number | null,
    self: number | null,
  ): readonly [SlotRole, number] {
    const info = this.slots[slot];
    if (!info) return ['other', 0];
    const points = appraised ?? self;
    const choices: (readonly [SlotRole, number])[] = [];
    const taken = [max, appraised, self].filter((each) => each !== null);
    const isLike = this.mayBePoints(slot, max);
    const isPoints = isLike && this.isNew(slot, taken);
    choices.push(['other', wordOdds(info, 'other') - (isPoints && info.headingRole === null ? 3 : 0)]);
    const mayBelong = info.isShared === (this.slots[points ?? -1]?.isShared ?? true);
    if (mayBelong && max !== null && points !== null) {
      const [lost, percent] = [this.lost(max, points, slot), this.percent(max, points, slot)];
      if (info.headingRole !== null || lost >= WORKED_OUT) choices.push(['lost', wordOdds(info, 'lost') + lost - 0.5]);
      if (info.headingRole !== null || percent >= WORKED_OUT)
        choices.push(['percent', wordOdds(info, 'percent') + percent - 0.5]);
    }
    const isRound = info.headingRole === 'appraised' ? isLike : isPoints;
    if (mayBelong && appraised !== null && isRound)
      choices.push(['round', wordOdds(info, 'round') + this.round(slot, max, appraised, self)]);
    return choices.reduce((best, each) => (each[1] > best[1] ? each : best));
  }

  /** Neither worked out from what is read, nor the same once more, while the officer did not say what counts. */
  private isNew(slot: number, taken: readonly number[]): boolean {
    return !this.isSettled && !this.isDerived(slot, taken) && !taken.some((each) => this.isSame(each, slot));
  }

  /** Odds of an earlier appraisal, which is usually between the self-score and the last appraisal. */
  private round(slot: number, max: number | null, appraised: number, self: number | null): number {
    const outside = this.above(appraised, slot) + (self === null ? 0 : this.above(slot, self));
    return (
      -2 +
      (this.fits[slot] ?? 0) / 2 +
      (max === null ? 0 : capped(8, violations(this.above(slot, max) / this.root, 1, 3))) +
      capped(4, violations(outside / this.root, 0.5, 0.5)) +
      (self === null ? -1 : 0)
    );
  }
}

const NOTHING: SlotNumbers = { lists: [], notApplicable: 0, blank: 0, adds: 0, fails: 0, negative: 0, isYears: false };

function percentOfNumbers(whole: number, part: number): number | null {
  const ratio = whole === 0 ? null : percentOf(part as Decimal, whole as Decimal);
  return ratio && roundRatio(ratio, 2);
}
