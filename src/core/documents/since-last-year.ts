/**
 * What two years have in common and how they differ: recurring losses, merged units, changes of the set (the reason for
 * comparing years by percent), and each item over all units.
 */
import { tallyAt, type Assessment, type Tally } from '../model/assessment';
import type { Block } from '../model/document';
import { isInSurvey, type Item, type ScoreSheet } from '../model/score-sheet';
import { itemBefore } from '../matching/match-items';
import type { ScoringSet, SetComparison, SetLine } from '../model/scoring-set';
import { compareSets, comparisonText } from '../sets/compare-sets';
import { add, subtract, toVietnamese, ZERO } from '../values/decimal';
import { percentOf, roundRatio } from '../values/ratio';
import { cell, italic, paragraph, type Years } from './report';
import { formerNames, itemsOf, sharedItems, type Subject } from './subjects';
import { capitalised, citedShortly, count, listed, titleOf } from './wording';
import { cellsOf, tableOf } from './years-cells';

/** The paragraphs below the table of both years. */
export function sinceLastYear(subject: Subject, years: Years): Block[] {
  const former = formerNames(subject);
  const mean =
    former === null
      ? []
      : [
          paragraph(
            italic(
              `Ghi chú: ${subject.name} được thành lập từ ${former}; số liệu ${years.previous} là bình quân tỷ lệ ` +
                'của các đơn vị cũ.',
            ),
          ),
        ];
  return [...mean, ...setChange(subject, years), ...recurring(subject, years)];
}

/** «02 trong 05 mục bị trừ điểm đã bị trừ năm 2024 (lặp lại): 1.1 và 2.3.» */
function recurring({ change, assessment, deductions, ...subject }: Subject, { previous }: Years): Block[] {
  const items = itemsOf({ change, assessment, deductions, ...subject });
  const lost = deductions.filter(({ item }) => !isInSurvey(items, item));
  // Only items with a deduction count: in a list of losses, an area is not a loss in addition to its items.
  const lostItems = new Set(lost.map(({ item }) => item));
  const again = (change?.losses ?? []).flatMap(({ item, recurs }) => (recurs && lostItems.has(item) ? [item] : []));
  if (again.length === 0) return [];
  const whose = change?.former ? 'ở các đơn vị cũ ' : '';
  return [
    paragraph(
      `${count(again.length)} trong ${count(lost.length)} mục bị trừ điểm đã bị trừ ${whose}${previous} ` +
        `(lặp lại): ${listed(again.map((item) => citedShortly(items, item)))}.`,
    ),
  ];
}

/** The changes of the set since last year; null if either year has only totals. */
export function comparedSet({ change, assessment }: Subject): SetComparison | null {
  const before = change?.earlier?.assessment ?? change?.former?.found[0]?.assessment;
  return before ? changesSince(assessment, before) : null;
}

function setChange(subject: Subject, { previous, current }: Years): Block[] {
  const changes = comparedSet(subject);
  if (!changes || changes.changes.length === 0) return [];
  const isOther = changes.changes.some(({ before, after }) => !before || !after);
  return [
    paragraph(
      `Bộ tiêu chí ${current} khác ${previous}: ${comparisonText(changes)}; vì vậy hai năm được so sánh theo tỷ lệ %` +
        (isOther ? ', mục mới và mục bỏ không so sánh được.' : '.'),
    ),
  ];
}

/**
 * Comparisons cached by this year's table, then by the earlier one: the report of a province requests one for each
 * unit.
 */
const EARLIER = new WeakMap<ScoreSheet, WeakMap<ScoreSheet, SetComparison>>();

function changesSince({ scoreSheet: now }: Assessment, { scoreSheet: before }: Assessment): SetComparison | null {
  if (!now.itemised || !before.itemised) return null;
  const known = EARLIER.get(now) ?? new WeakMap<ScoreSheet, SetComparison>();
  EARLIER.set(now, known);
  const seen = known.get(before);
  if (seen) return seen;
  const depth = Math.min(depthOf(before), depthOf(now));
  const { changes, unchanged } = compareSets(setOf(before, depth), setOf(now, depth));
  // If one of the two tables has no maximum for an item, this is not a change of its maximum.
  const settled = changes.map((each) => ({
    ...each,
    isReweighted: each.isReweighted && each.before?.max !== null && each.after?.max !== null,
  }));
  const left = settled.filter(
    (each) => !each.before || !each.after || each.isMoved || each.isRenamed || each.isReweighted,
  );
  const fresh = { changes: left, unchanged: unchanged + settled.length - left.length };
  known.set(before, fresh);
  return fresh;
}

/**
 * The deepest level to compare: criteria that are missing from a table of areas or a list of losses are neither new nor
 * dropped.
 */
function depthOf({ items, facts }: ScoreSheet): number {
  return facts.some(({ kind }) => kind === 'list-of-losses') ? 0 : Math.max(0, ...items.map(({ level }) => level));
}

function setOf({ sheet, items }: ScoreSheet, depth: number): ScoringSet {
  const upperItems = items.filter(({ level }) => level <= depth);
  const positions = new Map(upperItems.map((item, position) => [item.position, position]));
  return {
    sheets: [sheet],
    total: null,
    unread: [],
    lines: upperItems.map(({ code, name, parent, children, max, survey, row, column }): SetLine => ({
      code,
      name,
      parent: positions.get(parent) ?? -1,
      children: children.flatMap((child) => positions.get(child) ?? []),
      max,
      steps: [],
      scale: null,
      step: null,
      kind: survey ? 'survey' : 'scored',
      evidence: null,
      appraiser: null,
      deadline: null,
      group: null,
      at: { row, column },
    })),
  };
}

interface Sums {
  readonly item: Item;
  readonly before: Tally;
  readonly after: Tally;
  readonly units: number;
}

const NOTHING: Tally = { points: ZERO, max: ZERO };
const plus = (a: Tally, b: Tally): Tally => ({ points: add(a.points, b.points), max: add(a.max, b.max) });

/**
 * Each item over all units that have it in both years: the sum of their points in relation to the sum of their maxima.
 */
export function itemChapter(subjects: readonly Subject[], years: Years): Block[] {
  const sums = new Map<number, Sums>();
  const numbersOf = sharedItems(subjects);
  for (const subject of subjects) {
    const earlier = earlierOf(subject);
    const numbers = numbersOf(subject);
    const items = itemsOf(subject);
    for (const item of items) {
      if (item.level === 0 || isInSurvey(items, item)) continue;
      const key = numbers[item.position] ?? -1;
      const known = sums.get(key) ?? { item, before: NOTHING, after: NOTHING, units: 0 };
      sums.set(key, known);
      const after = tallyAt(subject.result.totals.awarded, item.position);
      const then = earlier.map(({ assessment, result, items: pairs }) => {
        const same = itemBefore(assessment.scoreSheet.items, pairs, item);
        return same ? tallyAt(result.totals.awarded, same.position) : null;
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
  if ([...sums.values()].every(({ units }) => units === 0))
    return [paragraph('Không có tiêu chí nào có điểm của cả hai năm để so sánh.')];
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

/** The earlier units that this unit is compared with; empty if one of them is missing. */
const earlierOf = ({ change }: Subject) =>
  change?.earlier ? [change.earlier] : change?.former?.missing.length === 0 ? change.former.found : [];

/** Notes about changes of the set, by item number. */
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
      const key = item ? (numbersOf(subject)[item.position] ?? -1) : -1;
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
