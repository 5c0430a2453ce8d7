/**
 * Computes a unit's result without its losses at some items: the sheet is scored again with those scores raised, and
 * all units are ranked again.
 */
import { resultAt, type Assessment, type UnitResult } from '../model/assessment';
import {
  awardedScores,
  isScoredItem,
  positionsOf,
  type Score,
  type ScoreSheet,
  type UnitScores,
} from '../model/score-sheet';
import { rankAcrossSheets } from '../score/rank-across-sheets';
import { settle } from '../score/roll-up';
import { scoreUnits } from '../score/score-units';

/**
 * Results of every unit of the sheet after `unit` gets back what it lost at `items`; null for an undetermined unit.
 * `sheets` holds all sheets of the workbook, because one-unit sheets are ranked among each other.
 */
export function remedied(
  sheets: readonly Assessment[],
  assessment: Assessment,
  unit: number,
  items: Iterable<number>,
): readonly UnitResult[] | null {
  const { scoreSheet, settings, places, units } = assessment;
  const result = resultAt(assessment, unit);
  if (!result || result.undetermined) return null;
  const raised = raise(scoreSheet, result, new Set(items));
  const blocked = new Set(units.flatMap((each) => (each.undetermined ? [each.unit.position] : [])));
  const known = units.map((each) => (each.unit.position === unit ? null : each));
  const after = { ...assessment, units: scoreUnits(withUnit(scoreSheet, raised), settings, places, blocked, known) };
  if (scoreSheet.kind !== 'one-unit') return after.units;
  const position = sheets.indexOf(assessment);
  return (
    rankAcrossSheets(position < 0 ? [after] : sheets.map((each) => (each === assessment ? after : each)), settings)[
      Math.max(position, 0)
    ]?.units ?? null
  );
}

/** The unit with full points at those of the items that lost points. */
function raise({ items }: ScoreSheet, { unit, totals }: UnitResult, chosen: ReadonlySet<number>): UnitScores {
  const { awarded } = totals;
  const scored = new Set(positionsOf(items.filter(isScoredItem)));
  const lostAt = (position: number): number => {
    const lost = awarded.maxAt(position) - awarded.pointsAt(position);
    return scored.has(position) && chosen.has(position) && lost > 0 ? lost : 0;
  };
  // In a list of losses the area's own points count, so the area gets back what its items lost.
  const listed = new Map<number, number>();
  for (const { position, area, listed: isListed } of items)
    if (isListed === true) listed.set(area, (listed.get(area) ?? 0) + lostAt(position));
  const raised = awardedScores(unit).map((score, position): Score => {
    const lost = lostAt(position) + (chosen.has(position) ? 0 : (listed.get(position) ?? 0));
    return score.kind === 'points' && lost > 0 ? { ...score, points: settle(score.points + lost) } : score;
  });
  return { ...unit, [unit.awardedRole]: raised };
}

const withUnit = (sheet: ScoreSheet, unit: UnitScores): ScoreSheet => ({
  ...sheet,
  units: sheet.units.map((each) => (each.position === unit.position ? unit : each)),
});
