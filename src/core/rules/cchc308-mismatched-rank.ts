/** CCHC308 — a stated rank differs from the rank of the index among the units of its khối. */
import type { Rule, RuleContext } from '../model/rule';
import { decimal, multiply, type Decimal } from '../values/decimal';
import type { UnitResult } from '../model/assessment';
import type { StatedResult, UnitScores } from '../model/score-sheet';
import type { Suggestion } from '../model/diagnostic';
import type { Settings } from '../model/settings';
import { correctedIndices, soundRanks } from './corrected-index';
import { evidenceWithIndex, cell, plain, shown, subject } from './wording';

const TIES = {
  dense: 'đồng hạng thì hạng sau liền kề: 1, 2, 2, 3',
  competition: 'đồng hạng thì hạng sau cách quãng: 1, 2, 2, 4',
} as const;
const ONE = decimal('1');
const countAsDecimal = (count: number): Decimal => multiply(ONE, count);

/** For each khối, the number of units with a rank and of units to be ranked that have no index yet. */
function groupSizes(units: readonly UnitResult[]): Map<string | null, { ranked: number; open: number }> {
  const sizes = new Map<string | null, { ranked: number; open: number }>();
  for (const {
    unit: { group, ranked },
    rank,
  } of units) {
    if (!ranked) continue;
    const size = sizes.get(group) ?? { ranked: 0, open: 0 };
    sizes.set(group, size);
    if (rank === null) size.open++;
    else size.ranked++;
  }
  return sizes;
}

/** A unit alone in its sheet, or ranked 9 of 20 in a sheet of seven, is ranked among units outside the sheet. */
const isAmongOthers = ({ of }: StatedResult, { ranked, open }: { ranked: number; open: number }): boolean =>
  ranked < 2 || (of !== null && of > countAsDecimal(ranked + open));

const isBetween = (value: Decimal, from: number, to: number): boolean =>
  value >= countAsDecimal(from) && value <= countAsDecimal(to);

const repairOf = ({ at, isFormula }: StatedResult, rank: number, { ties }: Settings): Suggestion[] =>
  isFormula ? [] : [{ at, value: String(rank), why: `xếp theo chỉ số, ${TIES[ties]}` }];

const inGroup = ({ group }: UnitScores): string => (group === null ? '' : ` trong khối ${group}`);

/** Ranks in the unit's khối by the corrected indices. */
const correctedRanksInGroup = (context: RuleContext, { group }: UnitScores): ReadonlyMap<UnitScores, number> | null =>
  soundRanks(
    context,
    context.scoreSheet.units.filter((each) => each.group === group && each.ranked),
  );

const later = (rank: number, open: number): string =>
  open === 0 ? '' : `; ${open} đơn vị chưa có chỉ số nên chỉ biết hạng từ ${rank} đến ${rank + open}`;

interface WrongRank {
  readonly unit: UnitScores;
  readonly stated: StatedResult;
  readonly value: Decimal;
  readonly rank: number;
  readonly rankOf: number;
  /** Units of the khối without an index yet: each may be ranked above this one. */
  readonly open: number;
  /** True if a corrected index in the khối is unknown, so that the correct rank is unknown too. */
  readonly follows: boolean;
}

function* wrongRanks(context: RuleContext, isSound: boolean): Generator<WrongRank> {
  const { units } = context;
  const groups = groupSizes(units);
  for (const { unit, rank, rankOf } of units) {
    const stated = unit.stated.rank;
    const value = stated?.value ?? null;
    const group = groups.get(unit.group);
    if (!stated || value === null || rank === null || rankOf === null || !group) continue;
    if (isAmongOthers(stated, group)) continue;
    const sound = isSound ? null : correctedRanksInGroup(context, unit);
    if (sound && value === countAsDecimal(sound.get(unit) ?? 0)) continue;
    // Units without an index yet may be ranked above this one.
    if (isBetween(value, rank, rank + group.open)) continue;
    yield { unit, stated, value, rank, rankOf, open: group.open, follows: !isSound && sound === null };
  }
}

/** The only unit of the khối whose stated rank is this unit's correct rank and vice versa: the two were swapped. */
function partnerOf(wrong: WrongRank, all: readonly WrongRank[]): WrongRank | null {
  const isSwapped = ({ unit, value, rank }: WrongRank): boolean =>
    unit.group === wrong.unit.group && value === countAsDecimal(wrong.rank) && wrong.value === countAsDecimal(rank);
  const partners = all.filter((each) => each !== wrong && isSwapped(each));
  return partners.length === 1 ? (partners[0] ?? null) : null;
}

export const mismatchedRank: Rule = {
  code: 'CCHC308',
  alias: 'mismatched-rank',
  severity: 'warning',
  title: 'Xếp hạng không khớp',
  find: function* (context) {
    const { settings } = context;
    const isSound = correctedIndices(context).size === 0;
    const all = [...wrongRanks(context, isSound)];
    for (const [position, wrong] of all.entries()) {
      const { unit, stated, value, rank, rankOf, open, follows } = wrong;
      const partner = partnerOf(wrong, all);
      const isTold = partner !== null && all.indexOf(partner) < position;
      const [repair] = isSound && open === 0 ? repairOf(stated, rank, settings) : [];
      const [also] = partner && repair ? repairOf(partner.stated, partner.rank, settings) : [];
      const swapped = partner ? `, đổi chỗ với ${partner.unit.name} (${cell(partner.stated.at)})` : '';
      yield {
        follows: follows || isTold,
        at: [stated.at],
        unit,
        expected: String(rank),
        actual: plain(value),
        message:
          `${subject(unit, null)}: xếp hạng ở ${cell(stated.at)} ghi ${shown(value)} nhưng chỉ số đứng thứ ` +
          `${rank}/${rankOf}${inGroup(unit)}${swapped} (${TIES[settings.ties]})${later(rank, open)}.`,
        evidence: evidenceWithIndex(
          unit,
          stated.at,
          `xếp hạng ${shown(value)}`,
          `chỉ số đứng thứ ${rank}/${rankOf}${inGroup(unit)}`,
        ),
        suggestions: repair && !isTold ? [{ ...repair, also: also ? [{ at: also.at, value: also.value }] : [] }] : [],
        consequences: partner && !isTold ? [partner.stated.at] : [],
      };
    }
  },
};
