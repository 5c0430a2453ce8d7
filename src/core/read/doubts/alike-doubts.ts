/**
 * Adjacent columns whose headings differ only by a period, a round or a person. Their numbers do not show whether the
 * last column, their sum or their mean counts (FIELD.md §9).
 */
import { columnName } from '../../values/address';
import { ONE_HUNDRED, ZERO, roughSum, type Decimal } from '../../values/decimal';
import { plainKey, squeeze } from '../../values/fold-text';
import { groupsOf } from '../../values/group';
import {
  awardedScores,
  isScoredItem,
  maxPointsOf,
  type Choice,
  type Item,
  type Question,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import { statedRoleOf, type Column } from '../blocks/columns';
import { pointsOf, type ScoreReader } from '../numbers/parse-score';
import { roleOfHeader } from '../words/header-words';
import { isRoundBefore } from '../words/rounds';
import { ask, headAt } from './sum-doubts';

const PERIOD = /\b(dot|quy|ky|giai doan|thang|dau nam|cuoi nam)\b/;
const ROUND = /\b(lan|vong)\b/;
const ORDINAL = /\b(\d+|[ivx]+|mot|nhat|hai|ba|bon|dau|cuoi)\b/g;
const PERSON =
  /^(điểm (của )?)?(đ\/c|đồng chí|ông|bà|anh|chị|(thành|ủy|uỷ) viên|giám khảo|người chấm|cán bộ|tv|gk)(?=[\s.\d])/iu;
const MEAN = /^(diem )?(trung binh|binh quan|tb|bq)( cong| chung)?$/;
/** Fewer numbers may be there by chance. */
const FEWEST = 2;

type Values = readonly (Decimal | null)[];
type Kind = 'period' | 'round' | 'person';

/** The column that counts for one unit, and the columns beside it. */
interface Counted {
  readonly sheet: SheetWithoutReading;
  readonly unit: UnitScores;
  readonly column: Column;
  readonly neighbours: readonly Column[];
  readonly scored: readonly Item[];
  readonly valuesIn: (column: number) => Values;
}

export function alikeDoubts(sheet: SheetWithoutReading, all: readonly Column[], read: ScoreReader): Question[] {
  if (all.some((each) => statedRoleOf(each) === 'appraised')) return [];
  const scored = sheet.items.filter(isScoredItem);
  const valuesIn = (column: number): Values => scored.map(({ row }) => pointsOf(read.score(row, column)));
  const over = ({ path }: Column): string => `${path.slice(0, -1).join('|')}|`;
  const byPlace = new Map(all.map((each) => [each.column, each]));
  const taken = groupsOf(
    sheet.units.flatMap((unit) => [...new Set(Object.values(unit.columns))]),
    (column) => column,
  );
  const free = groupsOf(
    all.filter((each) => !taken.has(each.column)),
    over,
  );
  for (const unit of sheet.units) {
    const column = byPlace.get(unit.columns[unit.awardedRole] ?? -1);
    if (!column) continue;
    // A column of several units, such as their mean, does not hold the points of one unit.
    const unitColumns = [...new Set(Object.values(unit.columns))].flatMap((each) => {
      const found = taken.get(each)?.length === 1 ? byPlace.get(each) : undefined;
      return found && found !== column && over(found) === over(column) ? [found] : [];
    });
    const beside = [...(free.get(over(column)) ?? []), ...unitColumns].sort((one, other) => one.column - other.column);
    const counted: Counted = { sheet, unit, column, neighbours: beside, scored, valuesIn };
    const question = meanOfMembers(counted) ?? alikeNeighbours(counted);
    if (question) return [question];
  }
  return [];
}

const headingOf = ({ path }: Column): string => path.at(-1) ?? '';

function kindOf(heading: string): Kind | null {
  if (PERSON.test(heading.normalize('NFC'))) return 'person';
  const key = plainKey(heading);
  return PERIOD.test(key) ? 'period' : ROUND.test(key) ? 'round' : null;
}

/** Asks about «Đợt I | Đợt II», «Lần 1 | Lần 2», «Đ/c Nam | Đ/c Hoa». */
function alikeNeighbours(counted: Counted): Question | null {
  const { column, neighbours, unit, scored, valuesIn } = counted;
  const kind = kindOf(headingOf(column));
  if (kind === null) return null;
  const bare = (each: Column): string => squeeze(plainKey(headingOf(each)).replace(ORDINAL, ' '));
  const isAlike = (each: Column): boolean =>
    kind === 'person' ? kindOf(headingOf(each)) === kind : bare(each) === bare(column);
  const others = neighbours.filter(
    (each) => isAlike(each) && valuesIn(each.column).filter((value) => value !== null).length >= FEWEST,
  );
  if (others.length === 0) return null;
  // «Thẩm định lần 2 | Thẩm định lần 1»: the headings tell the order, whatever the place.
  const isLast = (each: Column): boolean =>
    isRoundBefore(headingOf(each), headingOf(column)) && !isRoundBefore(headingOf(column), headingOf(each));
  if (kind === 'round' && others.every(isLast)) return null;
  const columns = [column, ...others].map((each) => each.column).sort((one, other) => one - other);
  const lists = columns.map(valuesIn);
  const isPart = scored.every((item, position) => {
    const max = maxPointsOf(unit, item);
    return max === null || lists.reduce((sum, list) => sum + (list[position] ?? 0), 0) <= max;
  });
  const maySum = kind === 'period' && isPart;
  if (!maySum && kind !== 'person' && columns.at(-1) === column.column) return null;
  const question = whichCounts(counted, columns, 'các tiêu đề chỉ khác nhau ở đợt, kỳ, lượt hoặc người chấm');
  return maySum ? { ...question, remedy: ADD_SUM } : kind === 'person' ? { ...question, remedy: ADD_MEAN } : question;
}

const ADD_SUM = 'hãy chọn trong «Cách đọc bảng» cột được tính; nếu là tổng các đợt, hãy thêm cột cộng rồi chọn cột đó.';
const ADD_MEAN =
  'hãy chọn trong «Cách đọc bảng» cột được tính; nếu là bình quân các thành viên, hãy thêm cột bình quân rồi chọn.';

/** Means are rounded, mostly to hundredths. */
const NEAR = ONE_HUNDRED / 10_000 + 1;
const MOST_MEMBERS = 9;

/** «Đ/c Nam | Đ/c Hoa | Bình quân»: a member's column counts, although the last column is the mean of the members. */
function meanOfMembers(counted: Counted): Question | null {
  const { column, neighbours, valuesIn } = counted;
  const columnRole = roleOfHeader(headingOf(column));
  const mean = neighbours.find((each) => each.column > column.column && MEAN.test(plainKey(headingOf(each))));
  if (!mean || columnRole === 'appraised' || columnRole === 'self') return null;
  const means = valuesIn(mean.column);
  const before = neighbours.filter(
    (each) => each.column < mean.column && !valuesIn(each.column).every((v) => v === null),
  );
  const members = [...before, column].map((each) => each.column).sort((one, other) => one - other);
  for (let from = Math.max(0, members.length - MOST_MEMBERS); from < members.length - 1; from++) {
    const averaged = members.slice(from);
    const lists = averaged.map(valuesIn);
    const isMean = means.every((value, position) => {
      const sum = lists.reduce((total, list) => total + (list[position] ?? 0), 0);
      return value === null || Math.abs(value - sum / averaged.length) <= NEAR;
    });
    if (!averaged.includes(column.column) || !isMean || means.every((value) => value === null)) continue;
    const names = averaged.map(columnName).join(', ');
    return whichCounts(counted, [...averaged, mean.column], `cột ${columnName(mean.column)} là bình quân của ${names}`);
  }
  return null;
}

function whichCounts(
  { sheet, unit, scored, valuesIn, neighbours, column: countedColumn }: Counted,
  columns: readonly number[],
  because: string,
): Question {
  const max = scored.reduce<Decimal>((sum, item) => roughSum(sum, maxPointsOf(unit, item) ?? ZERO), ZERO);
  const choices = columns.map((column): Choice => ({
    column,
    points: valuesIn(column).reduce<Decimal>((sum, value) => roughSum(sum, value ?? ZERO), ZERO),
    max: max === 0 ? null : max,
  }));
  const names = columns.map((column) => {
    const each = [countedColumn, ...neighbours].find((other) => other.column === column);
    return `${columnName(column)} «${each ? headingOf(each) : ''}»`;
  });
  const at = columns.map((column) => headAt(sheet, column));
  const isAlone = sheet.units.length === 1;
  return ask(at, `Cột ${names.join(' hay ')} là điểm được tính`, because, null, isAlone ? choices : []);
}

/**
 * A second column of maxima that serves nobody, as far as words, place and numbers tell; where the only unit was scored
 * both say the same below other words, whichever counts.
 */
export function secondMaximum(
  sheet: SheetWithoutReading,
  all: readonly Column[],
  candidate: Column,
  value: (item: Item) => Decimal | null,
): Question | null {
  const [unit, another] = sheet.units;
  const pathOf = ({ path }: Column): string => path.join('\n');
  // Where nobody scored the unit itself, a second column under the same words may hold its self-scores.
  const isUnclaimed = unit?.awardedRole === 'appraised' && unit.self === null;
  const lastOf = ({ path }: Column): string => plainKey(path.at(-1) ?? '');
  const isAlike = all.some(
    (each) =>
      each !== candidate && (pathOf(each) === pathOf(candidate) || (isUnclaimed && lastOf(each) === lastOf(candidate))),
  );
  const scored = sheet.items.filter(
    (item) => isScoredItem(item) && unit && awardedScores(unit)[item.position]?.kind === 'points',
  );
  const isSame = (item: Item): boolean => unit !== undefined && value(item) === maxPointsOf(unit, item);
  if (!another && !isAlike && scored.length >= FEWEST && scored.every(isSame)) return null;
  const others = [sheet.maxLine, sheet.items[0]?.columns.max].filter((column) => typeof column === 'number');
  return ask(
    [candidate.column, ...others].map((column) => headAt(sheet, column)),
    `Cột ${columnName(candidate.column)} «${candidate.path.join(' / ')}» là điểm tối đa của đơn vị nào`,
    'bảng có nhiều cột điểm tối đa',
  );
}

/**
 * «Điểm tự chấm | Điểm tự chấm lại»: possible points of the only unit, and other than those that count. An item that is
 * scored again is enough.
 */
export function isScoredAgain(
  { units: [unit, another] }: SheetWithoutReading,
  items: readonly Item[],
  value: (item: Item) => Decimal | null,
  stated: Column | undefined,
): boolean {
  if (stated?.role !== 'self' || !unit?.self || another) return false;
  const [again, counted] = [items.map(value), items.map(({ position }) => pointsOf(unit.self?.[position]))];
  return (
    again.some((points, at) => points !== null && points !== counted[at]) &&
    items.some((item, at) => isScoredItem(item) && again[at] !== null) &&
    items.every((item, at) => (again[at] ?? ZERO) <= (maxPointsOf(unit, item) ?? ONE_HUNDRED))
  );
}
