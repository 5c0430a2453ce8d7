/** Renders a sheet as read in short lines that a test can compare. */
import { toText } from '../../../src/core/values/decimal';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { awardedScores, type Score, type ScoreSheet } from '../../../src/core/model/score-sheet';
import { readScoreSheet } from '../../../src/core/read/read-score-sheet';

export function sheetOf(from: Grid): ScoreSheet {
  const reading = readScoreSheet(from, new Map());
  if (reading.kind === 'unreadable') throw new Error(`unreadable: ${JSON.stringify(reading.facts)}`);
  return reading.scoreSheet;
}

/** «  1.1 0.5»: level (as indentation), code and maximum of every item. */
export const outline = (sheet: ScoreSheet): string[] =>
  sheet.items.map(
    (item) => `${'  '.repeat(item.level)}${item.code || '-'} ${item.max === null ? '?' : toText(item.max)}`,
  );

const say = (score: Score): string =>
  score.kind === 'points' ? toText(score.points) + (score.of === null ? '' : `/${toText(score.of)}`) : score.kind;

/** Awarded scores of one unit, in item order. */
export const scoresOf = (sheet: ScoreSheet, unit = 0): string[] =>
  sheet.units[unit] ? awardedScores(sheet.units[unit]).map(say) : [];

export const unitsOf = (sheet: ScoreSheet): string[] =>
  sheet.units.map(({ name, group }) => (group === null ? name : `${group}: ${name}`));

export const factsOf = (sheet: ScoreSheet): string[] =>
  sheet.facts.map((fact) => {
    const at = !('at' in fact) || fact.at === null ? undefined : 'row' in fact.at ? fact.at : fact.at[0];
    return at ? `${fact.kind} ${(at.row + 1).toString()}` : fact.kind;
  });
