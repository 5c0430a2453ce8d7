/**
 * The rank of every unit, inside its khối: live where the cells it is taken from are live themselves, else the plain
 * number.
 */
import type { Address } from '../values/address';
import { resultOf, type UnitResult } from '../model/assessment';
import { fromNumber, type Decimal } from '../values/decimal';
import type { Content } from '../model/content';
import type { UnitScores } from '../model/score-sheet';
import { resultContent, textContent } from './cell-writer';
import { cellValue, type PlanContext } from './plan-context';
import { ownership } from './formula-owner';
import { rankFormulas, type RankGroup, type RankLine } from './rank-formula';
import type { LineRole } from './result-cells';

/** Where the results that a rank is taken from stand: in the sheet itself or in a sheet of our own. */
export interface ResultBoard {
  readonly axis: RankLine['axis'];
  readonly cellOf: (unit: UnitScores, role: LineRole) => Address | null;
  /** True where the cell holds, after this plan, a formula of the addin. */
  readonly isLive: (unit: UnitScores, role: LineRole) => boolean;
  /** True for a place along the axis where something else than a unit's result holds a number. */
  readonly isTaken: (place: number) => boolean;
  readonly groupColumn: number | null;
}

/** By unit; null for a unit that is not ranked. */
export function rankContents(context: PlanContext, board: ResultBoard): (Content | null)[] {
  const { sheet, assessment } = context;
  const contents = assessment.units.map(({ unit, rank }): Content | null => {
    return unit.ranked && rank !== null ? { kind: 'number', value: String(rank) } : null;
  });
  if (!context.live || sheet.kind === 'one-unit') return contents;
  const positionOf = (at: Address): number => at[board.axis];
  const owners = new Map<number, UnitScores>();
  for (const unit of sheet.units)
    for (const role of ['total', 'index'] as const) {
      const at = board.cellOf(unit, role);
      if (at) owners.set(positionOf(at), unit);
    }
  for (const members of groupsOf(sheet.units)) {
    const line = lineOf(context, board, members);
    const role = line && 'index' in line.lines ? 'index' : 'total';
    if (!line) continue;
    const places = members.flatMap((unit) => board.cellOf(unit, role) ?? []).map(positionOf);
    const foreignAt: RankGroup['foreignAt'] = (place) => {
      const owner = owners.get(place);
      if (owner) return owner.ranked && owner.group !== members[0]?.group ? 'group' : 'other';
      return board.isTaken(place) ? 'other' : null;
    };
    const group = { places: [...places].sort((a, b) => a - b), foreignAt, groupColumn: board.groupColumn };
    const formulaAt = rankFormulas(line, group);
    members.forEach((unit, position) => {
      const { rank } = resultOf(assessment, unit);
      const cached = rank === null ? textContent('') : ({ kind: 'number', value: String(rank) } as const);
      contents[unit.index] = resultContent(context, formulaAt(places[position] ?? 0), cached, true);
    });
  }
  return contents;
}

function groupsOf(units: readonly UnitScores[]): UnitScores[][] {
  const groups = new Map<string | null, UnitScores[]>();
  for (const unit of units) {
    if (!unit.ranked) continue;
    const members = groups.get(unit.group);
    if (members) members.push(unit);
    else groups.set(unit.group, [unit]);
  }
  return [...groups.values()];
}

/**
 * The lines to rank by: total and maximum where both are live for the whole khối, else the index where it gives the
 * very same ranks.
 */
function lineOf(context: PlanContext, board: ResultBoard, members: readonly UnitScores[]): RankLine | null {
  const { settings } = context.assessment;
  const common = (role: LineRole): number | null => {
    const lines = new Set(
      members
        .map((unit) => board.cellOf(unit, role))
        .map((at) => (at ? (board.axis === 'row' ? at.column : at.row) : null)),
    );
    return lines.size === 1 ? ([...lines][0] ?? null) : null;
  };
  const areLive = (role: LineRole): boolean => members.every((unit) => board.isLive(unit, role));
  const aligned = (a: LineRole, b: LineRole): boolean =>
    members.every((unit) => {
      const [one, other] = [board.cellOf(unit, a), board.cellOf(unit, b)];
      return one && other && one[board.axis] === other[board.axis];
    });
  const [total, max, index] = [common('total'), common('max'), common('index')];
  const isPlainQuotient = settings.appraisedShare === null && settings.rankBy === 'exact';
  if (
    isPlainQuotient &&
    total !== null &&
    max !== null &&
    areLive('total') &&
    areLive('max') &&
    aligned('total', 'max')
  ) {
    return { axis: board.axis, lines: { total, max }, ties: settings.ties };
  }
  const isIndexEnough = settings.rankBy === 'rounded' && areLive('index');
  if (index !== null && (isIndexEnough || givesSameRanks(context, board, members)))
    return { axis: board.axis, lines: { index }, ties: settings.ties };
  return null;
}

/** Ranks taken from the index cells as they will stand are those of the engine. */
function givesSameRanks(context: PlanContext, board: ResultBoard, members: readonly UnitScores[]): boolean {
  const { settings } = context.assessment;
  const results = members.map((unit) => resultOf(context.assessment, unit));
  const shown = results.map((result) => shownIndex(context, board, result));
  const ranks = shown.map((index) => {
    if (index === null) return null;
    const above = shown.flatMap((other) => (other !== null && other > index ? [other] : []));
    return (settings.ties === 'dense' ? new Set(above).size : above.length) + 1;
  });
  return results.every(({ rank }, position) => rank === ranks[position]);
}

/**
 * A cell of the addin, or free for the number that is written now, shows the published index; any other what the
 * officer typed.
 */
function shownIndex(context: PlanContext, board: ResultBoard, { unit, publishedIndex }: UnitResult): Decimal | null {
  const at = board.cellOf(unit, 'index');
  if (!at || board.isLive(unit, 'index') || ownership(context, at, 'index') !== 'officer') return publishedIndex;
  const value = cellValue(context, at);
  return typeof value === 'number' ? fromNumber(value) : null;
}
