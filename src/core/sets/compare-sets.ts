/**
 * Compares two criteria sets: lines that are new, removed, moved, renamed, re-weighted or scored by other steps; and
 * puts the changes into words.
 */
import { codeKey, nameKey } from '../matching/keys';
import { matchItems } from '../matching/match-items';
import type { ChangedLine, ScoringSet, SetComparison, SetLine } from '../model/scoring-set';
import { isOutside, outsideSaid } from './outside-lines';
import { sum, toVietnamese, type Decimal, shownCount } from '../values/decimal';

export function compareSets(before: ScoringSet, after: ScoringSet): SetComparison {
  const { earlier, gone } = matchItems(after.lines, before.lines);
  const pairs = after.lines.map((line, position): ChangedLine => {
    const former = earlier[position] ?? null;
    const old = former === null ? null : (before.lines[former] ?? null);
    return old ? changeOf(old, line, { before, after, earlier }) : { ...NOTHING, before: null, after: line };
  });
  // A removed line is listed after the nearest line before it that still exists.
  const behind = new Map<number, SetLine[]>();
  for (const position of gone) {
    const line = before.lines[position];
    let last = position - 1;
    while (last >= 0 && gone.includes(last)) last -= 1;
    const place = last < 0 ? -1 : earlier.indexOf(last);
    if (line) behind.set(place, [...(behind.get(place) ?? []), line]);
  }
  const goneAt = (place: number): ChangedLine[] =>
    (behind.get(place) ?? []).map((line) => ({ ...NOTHING, before: line, after: null }));
  const all = [...goneAt(-1), ...pairs.flatMap((pair, position) => [pair, ...goneAt(position)])];
  const changes = all.filter(isChanged);
  return { changes, unchanged: all.length - changes.length };
}

const NOTHING = { isMoved: false, isRenamed: false, isReweighted: false, isRescaled: false } as const;

const isChanged = ({ before, after, isMoved, isRenamed, isReweighted, isRescaled }: ChangedLine): boolean =>
  before === null || after === null || isMoved || isRenamed || isReweighted || isRescaled;

interface Sets {
  readonly before: ScoringSet;
  readonly after: ScoringSet;
  readonly earlier: readonly (number | null)[];
}

function changeOf(old: SetLine, line: SetLine, { earlier }: Sets): ChangedLine {
  const above = line.parent < 0 ? -1 : (earlier[line.parent] ?? null);
  return {
    before: old,
    after: line,
    isMoved: codeKey(old.code) !== codeKey(line.code) || above !== old.parent,
    isRenamed: nameKey(old.name) !== nameKey(line.name),
    isReweighted: old.max !== line.max,
    isRescaled: stepsKey(old) !== stepsKey(line),
  };
}

const stepsKey = ({ steps, step }: SetLine): string =>
  [String(step), ...steps.map(({ when, points }) => `${nameKey(when)}:${String(points)}`)].join('\n');

const points = (max: Decimal | null): string => (max === null ? '' : toVietnamese(max));

/** «chuyển từ 1.2; điểm tối đa 1,5 → 3». */
export function lineChangeText({ before, after, isMoved, isRenamed, isReweighted, isRescaled }: ChangedLine): string {
  if (!before) return 'mới';
  if (!after) return 'bỏ';
  return [
    ...(isMoved
      ? [before.code === after.code ? 'chuyển sang mục khác' : `chuyển từ ${before.code || 'mục không mã'}`]
      : []),
    ...(isRenamed ? ['đổi tên'] : []),
    ...(isReweighted ? [`điểm tối đa ${points(before.max) || 'chưa ghi'} → ${points(after.max) || 'chưa ghi'}`] : []),
    ...(isRescaled ? ['đổi cách cho điểm'] : []),
  ].join('; ');
}

const SCORED = (line: SetLine): boolean => line.children.length === 0 && !isOutside(line);

/** «12 mục giữ nguyên, 3 mới, 1 bỏ …». */
export function comparisonText({ changes, unchanged }: SetComparison): string {
  const counted = (
    [
      ['mới', ({ before }: ChangedLine) => before === null],
      ['bỏ', ({ after }: ChangedLine) => after === null],
      ['chuyển', ({ isMoved }: ChangedLine) => isMoved],
      ['đổi tên', ({ isRenamed }: ChangedLine) => isRenamed],
      ['đổi điểm tối đa', ({ isReweighted }: ChangedLine) => isReweighted],
      ['đổi cách cho điểm', ({ isRescaled }: ChangedLine) => isRescaled],
    ] as const
  ).flatMap(([word, isIt]) => {
    const count = changes.filter(isIt).length;
    return count === 0 ? [] : [`${shownCount(count)} ${word}`];
  });
  return [`${String(unchanged)} mục giữ nguyên`, ...counted].join(', ');
}

/** «5 lĩnh vực, 38 tiêu chí chấm điểm, 100 điểm; điểm thưởng tối đa 2». */
export function setSizeText({ lines }: ScoringSet): string {
  const areas = lines.filter((line) => line.parent < 0 && !isOutside(line));
  const outside = outsideSaid(lines);
  const areaMaxima = areas.map(({ max }) => max);
  const differences = [
    `${String(areas.length)} lĩnh vực`,
    `${shownCount(lines.filter(SCORED).length)} tiêu chí chấm điểm`,
    ...(areaMaxima.every((max) => max !== null) ? [`${points(sum(areaMaxima))} điểm`] : []),
  ].join(', ');
  return outside === '' ? differences : `${differences}; ${outside}`;
}
