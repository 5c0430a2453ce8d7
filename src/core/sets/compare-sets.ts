/** Two criteria sets beside each other: what is new, gone, moved, renamed, re-weighted, scored by other steps. */
import { codeKey, nameKey } from '../matching/keys';
import { matchItems } from '../matching/match-items';
import type { ChangedLine, ScoringSet, SetComparison, SetLine } from '../model/scoring-set';

export function compareSets(before: ScoringSet, after: ScoringSet): SetComparison {
  const { earlier, gone } = matchItems(after.lines, before.lines);
  const pairs = after.lines.map((line, position): ChangedLine => {
    const at = earlier[position] ?? null;
    const old = at === null ? null : (before.lines[at] ?? null);
    return old ? changeOf(old, line, { before, after, earlier }) : { ...NOTHING, before: null, after: line };
  });
  // A line that is gone stands after the line before it that is still there.
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
