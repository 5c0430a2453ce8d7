/** Columns that belong together: those of one unit (families A, B) or of one area (family C), one column a role. */
import { cellKey } from '../../values/address';
import { ONE_HUNDRED } from '../../values/decimal';
import { foldText } from '../../values/fold-text';
import { isBlank, valueAt, type Grid } from '../../model/grid';
import { WORD_ROLES } from '../../model/cause-cells';
import { UNDETERMINED } from '../../model/result-sheet';
import type { RoleColumns, ScoreRole } from '../../model/score-sheet';
import type { Column } from './columns';
import type { HeaderBlock } from './header-block';
import type { HeaderRole } from '../words/header-words';
import { isRoundBefore, roundOf } from '../words/rounds';
import type { ScoreReader } from '../numbers/parse-score';

/** A unit over columns (families A, B) or an area over columns (family C). */
export interface Block {
  readonly name: string;
  /** First column of the block. */
  readonly column: number;
  readonly columns: RoleColumns;
}

export const hasScoreColumn = (columns: RoleColumns): boolean =>
  columns.self !== undefined || columns.appraised !== undefined;

const ROLE_OF: Readonly<Partial<Record<HeaderRole, ScoreRole>>> = {
  max: 'max',
  self: 'self',
  appraised: 'appraised',
  points: 'appraised',
  total: 'appraised',
  lost: 'lost',
  percent: 'percent',
  index: 'percent',
  cause: 'cause',
  responsibleBody: 'responsibleBody',
  responsiblePerson: 'responsiblePerson',
  explanation: 'explanation',
  remedy: 'remedy',
  remedyDue: 'remedyDue',
  remedyStatus: 'remedyStatus',
};
/** What is said of one round of appraisal, and out of date after the next. */
const OF_ROUND: readonly ScoreRole[] = ['lost', 'percent', ...WORD_ROLES];

/**
 * One column per role: of several rounds of appraisal the last that holds anything, with what stands beside it; of
 * other repeats the first.
 */
export function blockOf(grid: Grid, header: HeaderBlock, name: string, columns: readonly Column[]): Block {
  const chosen: Partial<Record<ScoreRole, number>> = {};
  const earlier: Partial<Record<ScoreRole, number>> = {};
  for (const { column, role } of inOrderOfRounds(columns)) {
    const score = role && ROLE_OF[role];
    if (!score) continue;
    if (score === 'appraised' && chosen.appraised !== undefined && !isBlankColumn(grid, header, column)) {
      chosen.appraised = column;
      for (const each of OF_ROUND) {
        if (chosen[each] !== undefined) earlier[each] = chosen[each];
        Reflect.deleteProperty(chosen, each);
      }
    }
    chosen[score] ??= column;
  }
  // Numbers of an earlier round contradict the last one; its words still explain.
  for (const each of WORD_ROLES) {
    const before = earlier[each];
    const now = chosen[each];
    if (before !== undefined && (now === undefined || isBlankColumn(grid, header, now))) chosen[each] = before;
  }
  return { name, column: columns[0]?.column ?? 0, columns: chosen };
}

/**
 * «Vòng 3 | Vòng 1 | Vòng 2», «Hội đồng thẩm định | Tổ thư ký chấm»: where words say which appraisal came first, the
 * earlier ones stand before the last, and that keeps what stands beside it.
 */
function inOrderOfRounds(columns: readonly Column[]): readonly Column[] {
  const textOf = ({ path }: Column): string => path.at(-1) ?? '';
  const isAppraisal = ({ role }: Column): boolean => role === 'appraised' || role === 'points';
  const numbered = columns.filter((each) => isAppraisal(each) && roundOf(textOf(each)) !== null);
  const rounds = numbered.length > 1 ? numbered : columns.filter(({ role }) => role === 'appraised');
  if (rounds.length < 2) return columns;
  const before = rounds.map((each) => rounds.filter((other) => isRoundAfter(textOf(each), textOf(other))).length);
  if (new Set(before).size < rounds.length) return columns;
  const sorted = [...rounds].sort((a, b) => (before[rounds.indexOf(a)] ?? 0) - (before[rounds.indexOf(b)] ?? 0));
  if (sorted.every((each, at) => each === rounds[at])) return columns;
  const [last] = sorted.slice(-1);
  return columns.flatMap((each) => (each === last ? sorted : rounds.includes(each) ? [] : [each]));
}

/** The words say so, and do not say the contrary as well. */
const isRoundAfter = (one: string, other: string): boolean => isRoundBefore(other, one) && !isRoundBefore(one, other);

/** Columns under the same name, in the order of their first column. */
export function groupByOwner(grid: Grid, header: HeaderBlock, columns: readonly Column[]): Block[] {
  const groups = new Map<string, Column[]>();
  let last: string | null = null;
  let [owner, folded]: [string | null, string] = [null, ''];
  for (const column of columns) {
    if (column.owner !== owner) [owner, folded] = [column.owner, foldText(column.owner ?? '')];
    const current: string = last?.startsWith(`${folded}#`) ? last : folded;
    const known = groups.get(current) ?? [];
    // The same name again, over a heading that it began with or after other columns over a role that it has, is another
    // unit of that name.
    const begins: boolean = known[0]?.path.at(-1) === column.path.at(-1) && known[0]?.role === column.role;
    const again: boolean =
      known.length > 0 && (begins || (last !== current && known.some((each) => each.role === column.role)));
    const key: string = again ? `${folded}#${column.column.toString()}` : current;
    const group = groups.get(key);
    if (group) group.push(column);
    else groups.set(key, [column]);
    last = key;
  }
  return [...groups.values()].map((group) => blockOf(grid, header, group[0]?.owner ?? '', group));
}

/** Rows looked at to tell what a column holds. */
const SAMPLE = 80;
/** One or two scores above the maximum are faults to be said, no proof of another kind of column. */
const FEWEST = 3;
/** A longer table that starts with so many blanks has no data for this program. */
const LONGEST_BLANK = 10_000;
/** Where a sheet states no maximum, everything is out of 100 (FIELD.md §3). */
const LARGEST: number = ONE_HUNDRED;

export const isBlankColumn = (grid: Grid, header: HeaderBlock, column: number): boolean => {
  const end = Math.min(grid.rowCount, header.body + LONGEST_BLANK);
  for (let row = header.body; row < end; row++) if (!isBlank(valueAt(grid, row, column))) return false;
  return true;
};

/** Nothing in the column was typed: blank cells, formulas, and what an earlier run wrote of a unit without scores. */
export function isUnscored(grid: Grid, header: HeaderBlock, column: number): boolean {
  const end = Math.min(grid.rowCount, header.body + LONGEST_BLANK);
  for (let row = header.body; row < end; row++) {
    const value = valueAt(grid, row, column);
    if (!isBlank(value) && value !== UNDETERMINED && !grid.formulas.has(cellKey(row, column))) return false;
  }
  return true;
}

/**
 * Tells columns of scores from other columns: mostly points, and not mostly more than a score can be; a blank column is
 * none.
 */
export function scoreFinder(
  grid: Grid,
  header: HeaderBlock,
  code: number | null,
  max: number | null,
  read: ScoreReader,
): (column: number) => boolean {
  const end = Math.min(grid.rowCount, header.body + SAMPLE);
  const all: { row: number; most: number | null }[] = [];
  for (let row = header.body; row < end; row++)
    all.push({ row, most: max === null ? LARGEST : read.maximum(row, max) });
  // Signatures below a short table have neither code nor maximum.
  const marked = all.filter(
    ({ row, most }) => (max !== null && most !== null) || (code !== null && !isBlank(valueAt(grid, row, code))),
  );
  const rows = marked.length > 0 ? marked : all;
  return (column) => {
    let [scores, others, tooMany, compared] = [0, 0, 0, 0];
    for (const { row, most } of rows) {
      if (isBlank(valueAt(grid, row, column))) continue;
      const score = read.score(row, column);
      if (score.kind === 'damaged' && score.problem !== 'error') others++;
      else scores++;
      // A subtotal may be ours, and none of the officer's faults; typed numbers alone tell.
      if (score.kind !== 'points' || most === null || grid.formulas.has(cellKey(row, column))) continue;
      compared++;
      if (score.points > most) tooMany++;
    }
    return scores > others && (tooMany * 5 <= compared * 4 || compared < FEWEST);
  };
}
