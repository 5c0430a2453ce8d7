/** Every item over all units in both years, by percent, with what of the set is no longer the same. */
import { tallyAt, type Tally } from '../model/assessment';
import type { Block } from '../model/document';
import { isInSurvey, type Item } from '../model/score-sheet';
import type { SetComparison } from '../model/scoring-set';
import { add, subtract, toVietnamese, ZERO } from '../values/decimal';
import { percentOf, roundRatio } from '../values/ratio';
import { cell, paragraph, type Years } from './report';
import { comparedSet } from './since-last-year';
import { itemsOf, sharedItems, type Subject } from './subjects';
import { capitalised, titleOf } from './wording';
import { cellsOf, tableOf } from './years-cells';

interface Sums {
  readonly item: Item;
  readonly before: Tally;
  readonly after: Tally;
  readonly units: number;
}

const NOTHING: Tally = { points: ZERO, max: ZERO };
const plus = (a: Tally, b: Tally): Tally => ({ points: add(a.points, b.points), max: add(a.max, b.max) });

/** Each item over all units that have it in both years: points of all of them, of the maximum of all of them. */
export function itemChapter(subjects: readonly Subject[], years: Years): Block[] {
  const sums = new Map<number, Sums>();
  const numbersOf = sharedItems(subjects);
  for (const subject of subjects) {
    const earlier = earlierOf(subject);
    const numbers = numbersOf(subject);
    const items = itemsOf(subject);
    for (const item of items) {
      if (item.level === 0 || isInSurvey(items, item)) continue;
      const key = numbers[item.index] ?? -1;
      const known = sums.get(key) ?? { item, before: NOTHING, after: NOTHING, units: 0 };
      sums.set(key, known);
      const after = tallyAt(subject.result.totals.awarded, item.index);
      const then = earlier.map(({ assessment, result, items: pairs }) => {
        const same = assessment.scoreSheet.items[pairs.earlier[item.index] ?? -1];
        return same ? tallyAt(result.totals.awarded, same.index) : null;
      });
      const before = then.reduce<Tally | null>((sum, each) => sum && each && plus(sum, each), NOTHING);
      if (!after || after.max === 0 || !before || before.max === 0) continue;
      sums.set(key, {
        item: known.item,
        before: plus(known.before, before),
        after: plus(known.after, after),
        units: known.units + 1,
      });
    }
  }
  if (sums.size === 0) return [paragraph('Bảng không có điểm của từng tiêu chí.')];
  const notes = notesOfItems(subjects, years);
  const places = Math.max(...subjects.map(({ assessment }) => assessment.places));
  const rows = [...sums].map(([key, { item, before, after, units }]) => {
    const shares = [before, after].map(({ points, max }) => {
      const share = percentOf(points, max);
      return share && roundRatio(share, places);
    });
    const [then = null, now = null] = shares;
    const note = notes.get(key) ?? '';
    const gap = units === 0 && note === '' ? 'không có số liệu của cả hai năm' : note;
    return [
      cell(titleOf(item)),
      ...cellsOf({ before: then, after: now, change: then === null || now === null ? null : subtract(now, then) }),
      cell(capitalised(gap)),
    ];
  });
  return [
    paragraph('Tỷ lệ điểm đạt được trên điểm tối đa, chung của các đơn vị có điểm cả hai năm:'),
    tableOf('Tiêu chí', years, 'Bộ tiêu chí thay đổi', rows),
  ];
}

/** All units that it is compared with; none where one of them is not known. */
const earlierOf = ({ change }: Subject) =>
  change?.earlier ? [change.earlier] : change?.former?.missing.length === 0 ? change.former.found : [];

/** By number of the item, what changed in the set about it. */
function notesOfItems(subjects: readonly Subject[], { previous }: Years): ReadonlyMap<number, string> {
  const numbersOf = sharedItems(subjects);
  const notes = new Map<number, string>();
  const seen = new Set<SetComparison>();
  for (const subject of subjects) {
    const comparison = comparedSet(subject);
    if (!comparison || seen.has(comparison)) continue;
    seen.add(comparison);
    for (const { before, after, isRenamed, isReweighted } of comparison.changes) {
      const item =
        after && itemsOf(subject).find(({ row, column }) => row === after.at.row && column === after.at.column);
      const key = item ? (numbersOf(subject)[item.index] ?? -1) : -1;
      if (!item || notes.has(key)) continue;
      const parts = [
        ...(before === null ? [`mới so với ${previous}, không so sánh được`] : []),
        ...(isRenamed && before ? [`${previous} tên là «${before.name}»`] : []),
        ...(isReweighted && before?.max && after.max
          ? [`điểm tối đa ${toVietnamese(before.max)} → ${toVietnamese(after.max)}, so theo tỷ lệ`]
          : []),
      ];
      if (parts.length > 0) notes.set(key, parts.join('; '));
    }
  }
  return notes;
}
