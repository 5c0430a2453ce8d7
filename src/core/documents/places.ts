/**
 * A unit's places, overall and by area. A place that a sheet states is printed unchanged («theo bảng»), the unit's own
 * sheet before the table of all units; otherwise the computed place is used.
 */
import { matchItems } from '../matching/match-items';
import type { Standing } from '../matching/most-detailed';
import { resultOf, type AreaResult, type UnitResult } from '../model/assessment';
import type { StatedPlace } from '../model/reading';
import type { Item } from '../model/score-sheet';
import { areaPlace, overallPlace } from '../model/beside/stated-place';
import type { AreaPart, Subject } from './subjects';
import { insideSentence, placed } from './wording';

export interface Placed {
  /** «12/22». */
  readonly text: string;
  readonly isStated: boolean;
  /** «2/3 hạng» means of three different places; «8/20» means of twenty units. */
  readonly source: ' (theo bảng)' | ' hạng' | '';
}

/** « trong khối xã», or "" without a khối. */
export const inGroup = (group: string | null): string =>
  group === null ? '' : ` trong ${/^khối\s/iu.test(group) ? '' : 'khối '}${insideSentence(group)}`;

export function placeOfArea({ unit, standings }: Subject, { item }: AreaPart): Placed | null {
  const [firstStanding] = standings;
  for (const standing of standings) {
    const there = firstStanding && standing.unit !== unit ? sameItem(firstStanding, item, standing) : item;
    const found = there && chosenOf(standing, stated(standing, there), areaOfResult(standing, there));
    if (found) return found;
  }
  return null;
}

/** The unit's overall place: the stated one if there is one, otherwise the computed one. */
export function placeOf(standing: Standing): Placed | null {
  return chosenOf(standing, stated(standing, null), resultIn(standing));
}

function stated({ assessment: { scoreSheet }, unit }: Standing, area: Item | null): StatedPlace | null {
  const placeInTable = area ? areaPlace(scoreSheet, unit, area) : overallPlace(scoreSheet, unit);
  return placeInTable ?? scoreSheet.placesBeside?.get(`${unit.position} ${area?.position ?? ''}`) ?? null;
}

/** A stated place without «of how many» that equals the computed place is printed as the computed one. */
function chosenOf(
  { assessment: { settings } }: Standing,
  stated: StatedPlace | null,
  computed: Pick<AreaResult, 'rank' | 'rankOf'> | null | undefined,
): Placed | null {
  const rank = computed?.rank ?? null;
  const known = rank === null ? null : placed(rank, computed?.rankOf);
  const ours = settings.ties === 'dense' ? ' hạng' : '';
  if (stated && (stated.among !== null || stated.place !== rank)) {
    const isStated = stated.text !== known;
    return { text: stated.text, isStated, source: isStated ? ' (theo bảng)' : ours };
  }
  return known === null ? null : { text: known, isStated: false, source: ours };
}

const sheetOf = ({ assessment }: Standing) => assessment.scoreSheet;
const resultIn = ({ assessment, unit }: Standing): UnitResult => resultOf(assessment, unit);
const areaOfResult = (standing: Standing, item: Item): AreaResult | undefined =>
  resultIn(standing).areas.find((area) => area.item === item);

function sameItem(from: Standing, item: Item, standing: Standing): Item | null {
  const there = sheetOf(standing).items;
  const { earlier } = matchItems(sheetOf(from).items, there);
  return there[earlier[item.position] ?? -1] ?? null;
}
