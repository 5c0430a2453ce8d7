/**
 * The rank of every unit as an office writes it: one more than the number of higher indices in its khối. The indices
 * for ranking are in columns of the sheet «Kết quả» that hold nothing else.
 */
import type { UnitResult } from '../model/assessment';
import type { Content } from '../model/content';
import type { UnitScores } from '../model/score-sheet';
import type { Settings } from '../model/settings';
import { refTo, refToArea } from '../values/formula-text';
import { resultContent, textContent } from './cell-writer';
import type { PlanContext } from './plan-context';

/** The cells with the indices that units are ranked by, one row for each unit. */
export interface RankBoard {
  /** `'Kết quả'!` */
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly columns: RankColumns;
  /** Null for a unit that is not ranked there. */
  readonly rankedAt: (unit: UnitScores) => RankedAt | null;
}

export interface RankColumns {
  readonly index: number;
  /** Column with each index once in its khối, for dense ranking; null if all ranks are by competition (1, 2, 2, 4). */
  readonly level: number | null;
  /** Column with the group in which a unit is ranked; null if all units are ranked together. */
  readonly group: number | null;
}

export interface RankedAt {
  readonly row: number;
  /** The same for all units that are ranked with each other: a number, or a text taken from the cell of the khối. */
  readonly group: Extract<Content, { kind: 'number' | 'formula' }>;
  readonly ties: Settings['ties'];
  /** Whether no unit of the group in a higher row has the same index. */
  readonly isFirst: boolean;
}

/** By unit; null for a unit that is not ranked. */
export const rankContents = (context: PlanContext, board: RankBoard | null): (Content | null)[] =>
  context.assessment.units.map((result): Content | null => {
    const { unit } = result;
    const at = context.sheet.kind === 'one-unit' ? null : (board?.rankedAt(unit) ?? null);
    const plain = plainRank(result);
    return board && at
      ? resultContent(context, rankFormula(board, at), plain ?? textContent(''))
      : unit.ranked
        ? plain
        : null;
  });

export const plainRank = ({ rank }: UnitResult): Extract<Content, { kind: 'number' }> | null =>
  rank === null ? null : { kind: 'number', value: String(rank) };

/** `IF(ISNUMBER(R9),COUNTIFS($S$9:$S$143,">"&R9,$T$9:$T$143,T9)+1,"")` */
export function rankFormula({ prefix, first, last, columns }: RankBoard, { row, ties }: RankedAt): string {
  const cell = (column: number): string => prefix + refTo({ row, column });
  const all = (column: number): string =>
    prefix + refToArea({ top: first, left: column, bottom: last, right: column }, 'both');
  const counted = ties === 'dense' ? (columns.level ?? columns.index) : columns.index;
  const above = `${all(counted)},">"&${cell(columns.index)}`;
  const count =
    columns.group === null ? `COUNTIF(${above})` : `COUNTIFS(${above},${all(columns.group)},${cell(columns.group)})`;
  return `IF(ISNUMBER(${cell(columns.index)}),${count}+1,"")`;
}

/** `IF(ISNUMBER(R9),IF(COUNTIFS(R$9:R9,R9,T$9:T9,T9)=1,R9,""),"")`: the index in the row of its first occurrence. */
export function levelFormula({ first, columns: { index: position, group } }: RankBoard, row: number): string {
  const cell = (column: number): string => refTo({ row, column });
  const until = (column: number): string => `${refTo({ row: first, column }, 'row')}:${cell(column)},${cell(column)}`;
  const count = group === null ? `COUNTIF(${until(position)})` : `COUNTIFS(${until(position)},${until(group)})`;
  return `IF(ISNUMBER(${cell(position)}),IF(${count}=1,${cell(position)},""),"")`;
}
