/**
 * What two years of one unit have in common and what not: losses that come again, units that became this one, and how
 * the set changed, which is why years are compared by percent.
 */
import type { Assessment } from '../model/assessment';
import type { Block } from '../model/document';
import type { ScoreSheet } from '../model/score-sheet';
import type { ScoringSet, SetComparison, SetLine } from '../model/scoring-set';
import { compareSets, comparisonSaid } from '../sets/compare-sets';
import { italic, paragraph, type Years } from './report';
import { formerNames, itemsOf, type Subject } from './subjects';
import { citedShortly, count, listed } from './wording';

/** Below the table of both years. */
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

/** «02 trong 05 mục bị trừ điểm đã bị trừ ở năm 2024: 1.1 và 2.3.» */
function recurring({ change, assessment, deductions, ...subject }: Subject, { previous }: Years): Block[] {
  const again = (change?.losses ?? []).flatMap(({ item, recurs }) => (recurs ? [item] : []));
  if (again.length === 0) return [];
  const items = itemsOf({ change, assessment, deductions, ...subject });
  const whose = change?.former ? 'ở các đơn vị cũ ' : '';
  return [
    paragraph(
      `${count(again.length)} trong ${count(deductions.length)} mục bị trừ điểm đã bị trừ ${whose}${previous} ` +
        `(lặp lại): ${listed(again.map((item) => citedShortly(items, item)))}.`,
    ),
  ];
}

/** What of the set changed for the unit; null where either year has totals alone. */
export function comparedSet({ change, assessment }: Subject): SetComparison | null {
  const before = change?.earlier?.assessment ?? change?.former?.found[0]?.assessment;
  return before ? changesSince(assessment, before) : null;
}

function setChange(subject: Subject, { previous, current }: Years): Block[] {
  const changes = comparedSet(subject);
  if (!changes || changes.changes.length === 0) return [];
  return [
    paragraph(
      `Bộ tiêu chí ${current} khác ${previous}: ${comparisonSaid(changes)}; vì vậy hai năm được so sánh theo tỷ lệ ` +
        '%, mục mới và mục bỏ không so sánh được.',
    ),
  ];
}

/** By this year's table, then by the earlier one: a province asks for each of its units. */
const EARLIER = new WeakMap<ScoreSheet, WeakMap<ScoreSheet, SetComparison>>();

function changesSince({ scoreSheet: now }: Assessment, { scoreSheet: before }: Assessment): SetComparison | null {
  if (!now.itemised || !before.itemised) return null;
  const known = EARLIER.get(now) ?? new WeakMap<ScoreSheet, SetComparison>();
  EARLIER.set(now, known);
  const seen = known.get(before);
  if (seen) return seen;
  const { changes, unchanged } = compareSets(setOf(before), setOf(now));
  // A maximum that one of the two tables leaves open says nothing.
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

const setOf = ({ sheet, items }: ScoreSheet): ScoringSet => ({
  sheets: [sheet],
  total: null,
  lines: items.map(({ code, name, parent, children, max, survey, row, column }): SetLine => ({
    code,
    name,
    parent,
    children,
    max,
    steps: [],
    step: null,
    kind: survey ? 'survey' : 'scored',
    evidence: null,
    appraiser: null,
    deadline: null,
    group: null,
    at: { row, column },
  })),
});
