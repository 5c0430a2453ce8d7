/**
 * For a unit in several tables of one year: the most detailed table, with its items and causes, is used for the unit's
 * own report; the table of all units gives its rank.
 */
import { unitAxis, type UnitScores } from '../model/score-sheet';
import { resultOf, type Assessment, type BookAssessment } from '../model/assessment';
import { once } from '../values/once';
import { matchUnits } from './find-units';
import { matchItems } from './match-items';

export interface Standing {
  readonly assessment: Assessment;
  readonly unit: UnitScores;
}

/** This year's tables, including those that restate another one. */
export const allTables = ({ sheets, restatedTables = [] }: BookAssessment): readonly Assessment[] => [
  ...sheets,
  ...restatedTables,
];

/** Every table entry of the same unit, the most detailed table first. */
export const standingsOf = once((book: BookAssessment): ((asked: Standing) => readonly Standing[]) => {
  const tables = allTables(book);
  const wholes = tables.filter(isOfMany);
  const alone = tables.filter((each) => !isOfMany(each));
  if (wholes.length === 0 || tables.length < 2) return (asked) => [asked];
  const groups = new Map<UnitScores, Standing[]>();
  for (const assessment of [...wholes, ...alone]) {
    const { units } = assessment.scoreSheet;
    const known = [...new Set(groups.values())].flatMap(([first]) => (first ? [first.unit] : []));
    const found = known.length === 0 ? [] : matchUnits(units, known);
    units.forEach((unit, position) => {
      const same = found[position];
      const group = (same && groups.get(same)) ?? [];
      group.push({ assessment, unit });
      groups.set(unit, group);
    });
  }
  for (const group of new Set(groups.values())) group.sort((a, b) => knowledgeOf(b) - knowledgeOf(a));
  return ({ assessment, unit }) => groups.get(unit) ?? [{ assessment, unit }];
});

const isOfMany = ({ scoreSheet }: Assessment): boolean => scoreSheet.units.length > 1 || unitAxis(scoreSheet) === 'row';

/** Points of whole areas are less detailed than those of items. */
const knowledgeOf = ({ assessment: { scoreSheet } }: Standing): number =>
  scoreSheet.itemised ? scoreSheet.items.length : 0;

/**
 * The entry that gives a unit's losses item by item. Self-scores do not show the losses of an appraisal, unless the
 * points are the same in total and in every area.
 */
export function lossesKnown(book: BookAssessment, asked: Standing): Standing {
  const most = mostKnown(book, asked);
  const isOfAsked =
    most.unit.awardedRole === asked.unit.awardedRole ||
    most.unit.awardedRole === 'appraised' ||
    lostTheSame(most, asked);
  return isOfAsked ? most : asked;
}

function lostTheSame(most: Standing, asked: Standing): boolean {
  const [there, here] = [most, asked].map(({ assessment, unit }) => resultOf(assessment, unit));
  const points = here?.totals.awardedTotal?.points;
  if (!there || !here || points === undefined || there.totals.awardedTotal?.points !== points) return false;
  const { earlier } = matchItems(asked.assessment.scoreSheet.items, most.assessment.scoreSheet.items);
  const lost = new Map(there.areas.map((area) => [area.item.position, area.lost]));
  return here.areas.every(
    ({ item, lost: areaLoss }) => areaLoss !== null && lost.get(earlier[item.position] ?? -1) === areaLoss,
  );
}

/** The most detailed entry of the unit. */
export const mostKnown = (book: BookAssessment, asked: Standing): Standing => standingsOf(book)(asked)[0] ?? asked;
