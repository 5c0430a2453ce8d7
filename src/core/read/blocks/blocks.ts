/** Columns that belong together, one column per role: those of one unit (families A, B) or of one area (family C). */
import { cellKey } from '../../values/address';
import { ONE_HUNDRED } from '../../values/decimal';
import { foldText } from '../../values/fold-text';
import { isBlank, valueAt, type Grid } from '../../model/workbook/grid';
import { WORD_ROLES } from '../../model/beside/cause-cells';
import { UNDETERMINED } from '../../model/result-sheet';
import type { RoleColumns, ScoreRole } from '../../model/score-sheet';
import type { Column } from './columns';
import type { HeaderBlock } from './header-block';
import type { HeaderRole } from '../words/header-words';
import { isRoundBefore, roundOf } from '../words/rounds';
import type { ScoreReader } from '../numbers/parse-score';

/** The columns of a unit (families A, B) or of an area (family C). */
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
/** Roles that belong to one round of appraisal and are out of date after the next. */
const OF_ROUND: readonly ScoreRole[] = ['lost', 'percent', ...WORD_ROLES];

/**
 * Takes one column per role. Of several rounds of appraisal, the last one that is not blank counts, with the columns
 * that follow it; of other repeated roles, the first.
 */
export function blockOf(grid: Grid, header: HeaderBlock, name: string, columns: readonly Column[]): Block {
  const chosen: Partial<Record<ScoreRole, number>> = {};
  const earlier: Partial<Record<ScoreRole, number>> = {};
  for (const { column, role } of inOrderOfRounds(columns)) {
    const score = role && ROLE_OF[role];
    if (!score) continue;
    // «Tự chấm | Tỷ lệ | Thẩm định | Tỷ lệ»: the first one is of the self-scores.
    const before = chosen[score];
    if (OF_SIDE.has(score) && before !== undefined && isBetween(chosen, before)) chosen[score] = column;
    if (score === 'appraised' && chosen.appraised !== undefined && !isBlankColumn(grid, header, column)) {
      chosen.appraised = column;
      for (const each of OF_ROUND) {
        if (chosen[each] !== undefined) earlier[each] = chosen[each];
        Reflect.deleteProperty(chosen, each);
      }
    }
    chosen[score] ??= column;
  }
  // Numbers of an earlier round contradict the last round; its texts still explain the loss.
  for (const each of WORD_ROLES) {
    const before = earlier[each];
    const now = chosen[each];
    if (before !== undefined && (now === undefined || isBlankColumn(grid, header, now))) chosen[each] = before;
  }
  return { name, column: columns[0]?.column ?? 0, columns: chosen };
}

const OF_SIDE: ReadonlySet<ScoreRole> = new Set<ScoreRole>(['lost', 'percent']);
const isBetween = ({ self = Infinity, appraised = -1 }: RoleColumns, column: number): boolean =>
  self < column && column < appraised;

/**
 * «Vòng 3 | Vòng 1 | Vòng 2», «Hội đồng thẩm định | Tổ thư ký chấm»: if the words give the order of the appraisals,
 * moves the earlier columns in front of the last one, which keeps the columns beside it.
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
  if (sorted.every((each, position) => each === rounds[position])) return columns;
  const [last] = sorted.slice(-1);
  return columns.flatMap((each) => (each === last ? sorted : rounds.includes(each) ? [] : [each]));
}

/** The words state this order and not the opposite one as well. */
const isRoundAfter = (one: string, other: string): boolean => isRoundBefore(other, one) && !isRoundBefore(one, other);

/** Groups columns by owner, in the order of their first column. */
export function groupByOwner(grid: Grid, header: HeaderBlock, columns: readonly Column[]): Block[] {
  const groups = new Map<string, Column[]>();
  let last: string | null = null;
  let [owner, folded]: [string | null, string] = [null, ''];
  for (const column of columns) {
    if (column.owner !== owner) [owner, folded] = [column.owner, foldText(column.owner ?? '')];
    const current: string = last?.startsWith(`${folded}#`) ? last : folded;
    const known = groups.get(current) ?? [];
    // The same name starts another unit if the group's first heading and role repeat, or if the name returns after
    // other columns with a role that the group already has.
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

/** Number of rows sampled to tell what a column holds. */
const SAMPLE = 80;
/**
 * With fewer compared scores, scores above the maximum are faults to report, not proof that the column holds something
 * else.
 */
const FEWEST = 3;
/** A table that starts with more blank rows has no data for this program. */
const LONGEST_BLANK = 10_000;
/** If a sheet states no maximum, everything is out of 100 (FIELD.md §3). */
const LARGEST: number = ONE_HUNDRED;

export const isBlankColumn = (grid: Grid, header: HeaderBlock, column: number): boolean => {
  const end = Math.min(grid.rowCount, header.body + LONGEST_BLANK);
  for (let row = header.body; row < end; row++) if (!isBlank(valueAt(grid, row, column))) return false;
  return true;
};

/**
 * Whether the column has no typed content: only blank cells, formulas, and the text that an earlier run wrote for a
 * unit without scores.
 */
export function isUnscored(grid: Grid, header: HeaderBlock, column: number): boolean {
  const end = Math.min(grid.rowCount, header.body + LONGEST_BLANK);
  for (let row = header.body; row < end; row++) {
    const value = valueAt(grid, row, column);
    if (!isBlank(value) && value !== UNDETERMINED && !grid.formulas.has(cellKey(row, column))) return false;
  }
  return true;
}

/**
 * Returns a test for score columns: most cells are scores, and most points do not exceed the maximum. A blank column
 * fails.
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
  // Signatures below a short table have neither a code nor a maximum.
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
      // A formula may be a subtotal that this program wrote, so only typed numbers are compared.
      if (score.kind !== 'points' || most === null || grid.formulas.has(cellKey(row, column))) continue;
      compared++;
      if (score.points > most) tooMany++;
    }
    return scores > others && (tooMany * 5 <= compared * 4 || compared < FEWEST);
  };
}
