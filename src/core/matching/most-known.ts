/**
 * A unit that stands in several tables of one year: the table that knows most of it, its items and causes, serves its
 * own report; the table of all units knows its place among them.
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

/** This year's tables, those that another one says again among them. */
export const allTables = ({ sheets, beside = [] }: BookAssessment): readonly Assessment[] => [...sheets, ...beside];

/** The same unit wherever it stands, the table that knows most of it first. */
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

/** Points of whole areas say less than those of items. */
const knowledgeOf = ({ assessment: { scoreSheet } }: Standing): number =>
  scoreSheet.itemised ? scoreSheet.items.length : 0;

/**
 * Where the losses of a unit are known item by item: what it only gave itself says nothing of losses at an appraisal
 * that took other points, in all or in one area.
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
  const lost = new Map(there.areas.map((area) => [area.item.index, area.lost]));
  return here.areas.every(({ item, lost: own }) => own !== null && lost.get(earlier[item.index] ?? -1) === own);
}

/** Where most is known of the unit. */
export const mostKnown = (book: BookAssessment, asked: Standing): Standing => standingsOf(book)(asked)[0] ?? asked;
