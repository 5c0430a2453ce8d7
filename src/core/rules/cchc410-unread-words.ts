/**
 * CCHC410 — texts beside losses that no part of the reading uses: a column whose heading says nothing, or the same as
 * another one. Without this finding causes and responsibilities would be dropped silently.
 */
import type { Rule, RuleContext } from '../model/rule';
import { WORD_ROLES, holdsWords } from '../model/beside/cause-cells';
import type { ReadColumn } from '../model/reading';
import { columnsOf, textIn, unitAxis } from '../model/score-sheet';
import { columnName, type Address } from '../values/address';
import { shownCount } from '../values/decimal';
import { cell } from './wording';

const WHAT_TO_DO =
  'nếu là nguyên nhân, trách nhiệm, cá nhân phụ trách hay giải trình thì sửa tiêu đề cột, ' +
  'hoặc ghi một dòng «Cột | tiêu đề | vai trò» vào trang tính Cấu hình.';

export const unreadWords: Rule = {
  code: 'CCHC410',
  alias: 'unread-words',
  severity: 'warning',
  title: 'Có chữ ghi cạnh chỗ mất điểm không được dùng',
  find: function* (context) {
    for (const { at, count, heading } of columnsBesideLosses(context))
      yield {
        at: [at],
        message:
          `${named(heading, at)} ghi chữ ở ${shownCount(count)} tiêu chí bị mất điểm ` +
          `mà không được dùng vào báo cáo nào; ${WHAT_TO_DO}`,
      };
    for (const fact of context.scoreSheet.facts) {
      if (fact.kind !== 'unread-words') continue;
      const { sheet, headed, header, count } = fact;
      if (headed === null)
        yield {
          at: [],
          severity: 'note',
          message: `Trang tính «${sheet}» nêu tên các tiêu chí của bảng nhưng chữ ghi ở đó không được dùng.`,
        };
      else
        yield {
          at: [],
          message:
            `Trang tính «${sheet}»: cột${header === '' ? '' : ` «${header}»`} (${cell(headed)}) ` +
            `ghi chữ ở ${shownCount(count)} dòng mà không được dùng vào báo cáo nào; ${WHAT_TO_DO}`,
        };
    }
  },
};

const named = (heading: string, at: Address): string =>
  heading === '' ? `Cột ${columnName(at.column)} không có tiêu đề` : `Cột «${heading}»`;

interface UnreadColumn {
  readonly at: Address;
  readonly heading: string;
  readonly count: number;
}

const FEWEST = 2;

/** Columns whose words stand beside losses, and hardly anywhere else. */
function columnsBesideLosses({ scoreSheet, deductions }: RuleContext): UnreadColumn[] {
  const { grid, headerRows, items, parts, reading, codeColumn, nameColumn } = scoreSheet;
  const lost = new Set(deductions.map(({ item }) => item.row));
  if (parts || unitAxis(scoreSheet) === 'row' || lost.size < FEWEST) return [];
  const known = new Map<number, ReadColumn>();
  for (const { columns } of reading.blocks)
    for (const each of columns) if (each.column < MOST_COLUMNS) known.set(each.column, each);
  const used = columnsOf(scoreSheet, WORD_ROLES);
  const scored = items.filter(({ children }) => children.length === 0);
  return Array.from({ length: Math.min(grid.columnCount, MOST_COLUMNS) }).flatMap((_, column): UnreadColumn[] => {
    const stated = known.get(column);
    const role = stated?.role ?? null;
    const mayBeWords = role === null || WORD_ROLES.some((each) => each === role);
    if (!mayBeWords || used.has(column) || stated?.of || column === codeColumn || column === nameColumn) return [];
    const filled = scored.filter(({ row }) => holdsWords(textIn(scoreSheet, { row, column })));
    const count = filled.filter(({ row }) => lost.has(row)).length;
    const isBeside = count >= FEWEST && count * 2 >= lost.size && (filled.length - count) * 5 <= filled.length;
    const at = { row: headerRows.at(-1) ?? 0, column };
    return isBeside ? [{ at, heading: stated?.heading.split(' / ').at(-1) ?? '', count }] : [];
  });
}

/** A sheet of all units has thousands of columns of points. */
const MOST_COLUMNS = 400;
