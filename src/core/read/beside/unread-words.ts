/** Texts about losses on other sheets that no part of the reading uses: whole sheets, and columns of those read. */
import { sheetsOf, type ReadFact, type ScoreSheet } from '../../model/score-sheet';
import { WORD_ROLES, holdsWords } from '../../model/beside/cause-cells';
import { isDeductionSheet } from '../../model/deduction-sheet';
import { isResultSheet } from '../../model/result-sheet';
import { textAt, type Book, type Grid } from '../../model/workbook/grid';
import { readColumns } from '../blocks/columns';
import { isAnotherSideSheet } from '../find-score-sheets';
import { sharesNames } from '../unread-rows';
import { causeHeader } from './read-cause-sheets';

type WordRole = (typeof WORD_ROLES)[number];
type UnreadWords = Extract<ReadFact, { kind: 'unread-words' }>;

interface FoundTables {
  readonly scoreSheets: readonly ScoreSheet[];
  readonly unreadSheets: readonly { readonly sheet: string }[];
}

/** The tables, the first with facts about such texts. `read`: the sheets read for causes; `others`: for other data. */
export function withUnreadWords(
  book: Book,
  { scoreSheets, unreadSheets }: FoundTables,
  read: readonly string[],
  others: readonly string[],
): readonly ScoreSheet[] {
  const known = new Set([...others, ...unreadSheets.map(({ sheet }) => sheet), ...scoreSheets.flatMap(sheetsOf)]);
  const itemsAlone = scoreSheets.map((table) => ({ ...table, units: [] }));
  const words = book.sheets.flatMap((sheet): UnreadWords[] => {
    if (sheet.visibility !== 'visible' || known.has(sheet.name)) return [];
    const grid = sheet.grid();
    if (read.includes(sheet.name)) return unreadColumns(grid);
    const isOther = isAnotherSideSheet(sheet.name) || isDeductionSheet(grid) || isResultSheet(grid);
    if (isOther || !sharesNames(grid, itemsAlone)) return [];
    return [{ kind: 'unread-words', sheet: sheet.name, headed: null, header: '', count: 0 }];
  });
  const [first, ...rest] = scoreSheets;
  return first && words.length > 0 ? [{ ...first, facts: [...first.facts, ...words] }, ...rest] : scoreSheets;
}

/** Columns of text whose headings say nothing, or the same as the heading of another column. */
function unreadColumns(grid: Grid): UnreadWords[] {
  const header = causeHeader(grid);
  if (!header) return [];
  const { all, code, name } = readColumns(grid, header);
  const isUsed = (column: number, role: string | null): boolean =>
    WORD_ROLES.includes(role as WordRole) && all.find((each) => each.role === role)?.column === column;
  return all.flatMap(({ column, role, path }): UnreadWords[] => {
    const mayBeWords = role === null || WORD_ROLES.includes(role as WordRole);
    if (!mayBeWords || isUsed(column, role) || column === code || column === name) return [];
    const count = Array.from({ length: grid.rowCount - header.body }, (_, row) =>
      textAt(grid, header.body + row, column),
    ).filter(holdsWords).length;
    const headed = { row: header.bottom, column };
    return count < FEWEST
      ? []
      : [{ kind: 'unread-words', sheet: grid.sheet, headed, header: path.at(-1) ?? '', count }];
  });
}

const FEWEST = 2;
