/**
 * Ranks in the sheet «Kết quả»: shown from the table where they stand there live, else taken from the lines of this
 * sheet.
 */
import { toA1 } from '../../values/address';
import type { Content } from '../../model/content';
import { textContent } from '../../fill/cell-writer';
import { MAX_FORMULA } from '../../values/formula-text';
import { rankContents } from '../../fill/plan-ranks';
import { rankFormulas } from '../../fill/rank-formula';
import { GROUP, RESULT_AT } from './result-columns';
import type { LineRole } from '../../fill/result-places';
import { constant, formula, type ResultLine, type ResultSource } from './result-rows';

/** `rowOf` gives the place of each line; `isOurs` says that a result there is no one else's. */
export function resultRanks(
  source: ResultSource,
  lines: readonly ResultLine[],
  rowOf: (line: ResultLine) => number,
  isOurs: (line: ResultLine, role: LineRole) => boolean,
): (Content | null)[] {
  const { context, far } = source;
  // A rank says nothing beside a single unit.
  if (context.sheet.kind === 'one-unit') return lines.map(() => null);
  const byUnit = new Map(lines.map((line) => [line.unit.index, line]));
  const needed = lines.some((line) => line.liveCell('rank') === null);
  const own = needed
    ? rankContents(
        { ...context, prefix: '' },
        {
          axis: 'row',
          placeOf: (unit, role) => {
            const line = byUnit.get(unit.index);
            return line ? { row: rowOf(line), column: RESULT_AT[role] } : null;
          },
          isLive: (unit, role) => {
            const line = byUnit.get(unit.index);
            return (
              line !== undefined && isOurs(line, role) && (line.outcome.parts !== null || line.liveCell(role) !== null)
            );
          },
          isTaken: () => false,
          groupColumn: context.sheet.units.some(({ group }) => group === null) ? null : GROUP,
        },
      )
    : [];
  return lines.map((line) => {
    const at = line.liveCell('rank');
    const rank = context.assessment.units[line.unit.index]?.rank ?? null;
    if (at)
      return formula(far.prefix + toA1(at), rank === null ? textContent('') : { kind: 'number', value: String(rank) });
    const content = own[line.unit.index] ?? null;
    return content?.kind === 'number' ? constant(context.live, content) : content;
  });
}

/** One sheet per unit is one ranking; by line, null for those of other tables. */
export function ranksAcross(
  lines: readonly ResultLine[],
  rowOf: (line: ResultLine) => number,
  isOurs: (line: ResultLine, role: LineRole) => boolean,
): (Content | null)[] {
  const isAlone = ({ source: { context } }: ResultLine): boolean => context.sheet.kind === 'one-unit';
  const members = lines.filter(isAlone);
  const [first] = members;
  if (!first || members.length < 2) return lines.map(() => null);
  const { settings } = first.source.context.assessment;
  const isLive = (role: LineRole): boolean =>
    members.every((line) => isOurs(line, role) && (line.outcome.parts !== null || line.liveCell(role) !== null));
  const canRank = first.source.context.live && settings.appraisedShare === null && isLive('total') && isLive('max');
  const places = members.map(rowOf).sort((a, b) => a - b);
  const taken = new Set(lines.filter((line) => !isAlone(line)).map(rowOf));
  const formulaAt = rankFormulas(
    { axis: 'row', lines: { total: RESULT_AT.total, max: RESULT_AT.max }, ties: settings.ties },
    { places, foreignAt: (place) => (taken.has(place) ? 'other' : null), groupColumn: null },
  );
  return lines.map((line) => {
    if (!isAlone(line)) return null;
    const rank = line.source.context.assessment.units[line.unit.index]?.rank ?? null;
    const plain = rank === null ? textContent('') : ({ kind: 'number', value: String(rank) } as const);
    const text = canRank ? formulaAt(rowOf(line)) : null;
    return text !== null && text.length <= MAX_FORMULA
      ? formula(text, plain, true)
      : constant(line.source.context.live, plain);
  });
}
