/**
 * Finds the sheets of a workbook that are a bảng tổng hợp, the sheets with settings, criteria and causes, and the
 * sheets that this program made.
 */
import { foldText, plainKey } from '../values/fold-text';
import type { Book, Grid, SheetEntry } from '../model/workbook/grid';
import { isResultSheet } from '../model/result-sheet';
import { findAddinSheet, isRecord } from '../model/addin-sheet';
import type { UnreadSheet } from '../model/reading';
import { unitAxis, type ReadFact, type ScoreSheet } from '../model/score-sheet';
import type { MarkMeaning } from '../model/settings';
import { DEDUCTION_SHEET_NAMES, isDeductionSheet } from '../model/deduction-sheet';
import { readScoreSheet } from './read-score-sheet';
import { hasSameItems } from './sheets/find-parts';
import { relateSheets, sharesUnits } from './sheets/related-sheets';
import { holdsNumbers, sharesNames } from './unread-rows';

interface SideSheets {
  readonly criteria: Grid | null;
  readonly causes: Grid | null;
  readonly settings: Grid | null;
  /** The sheet «Điểm bị trừ» that an earlier run made. */
  readonly deductions: Grid | null;
}

interface FoundSheets {
  readonly scoreSheets: readonly ScoreSheet[];
  /** The faults found if no bảng tổng hợp could be read; `sheet` is the sheet examined. */
  readonly unreadable: readonly { readonly sheet: string; readonly facts: readonly ReadFact[] }[];
  readonly unreadSheets: readonly UnreadSheet[];
}

const CRITERIA = /^bo tieu chi/;
const CAUSES = /^(nguyen nhan|ly do|giai trinh)/;
const SETTINGS = /^(cau hinh|thiet lap)/;
const OUTPUTS = /^(diem bi tru|bang tong hop diem tru)/;
const SUMMARY = /tong hop/;

export function findSideSheets(book: Book): SideSheets {
  const find = (pattern: RegExp): Grid | null =>
    book.sheets.find((sheet) => pattern.test(plainKey(sheet.name)))?.grid() ?? null;
  return {
    criteria: find(CRITERIA),
    causes: find(CAUSES),
    settings: find(SETTINGS),
    deductions: findAddinSheet(book, DEDUCTION_SHEET_NAMES, isDeductionSheet).grid,
  };
}

/** Whether a sheet's name shows that it holds something other than causes. */
export const isAnotherSideSheet = (name: string): boolean =>
  [CRITERIA, SETTINGS].some((pattern) => pattern.test(plainKey(name))) || isRecord(name);

/**
 * Finds the named sheet; else the sheets called bảng tổng hợp and the detailed ones of the same units; else every sheet
 * that reads as one, visible ones first, and lists of losses only if there is no other. `leftOut` are sheets that the
 * officer excludes; `surveys` hold satisfaction in percent and no points.
 */
export function findScoreSheets(
  book: Book,
  marks: ReadonlyMap<string, MarkMeaning>,
  named?: string,
  leftOut: readonly string[] = [],
  surveys: readonly string[] = [],
): FoundSheets {
  if (named !== undefined) {
    const sheet = book.sheets.find((each) => foldText(each.name) === foldText(named));
    return sheet ? related(readAll([sheet], marks)) : nothing([{ sheet: named, facts: [] }]);
  }
  const isCalled = (sheet: SheetEntry, ...patterns: readonly RegExp[]): boolean =>
    patterns.some((pattern) => pattern.test(plainKey(sheet.name)));
  const out = new Set(leftOut.map(foldText));
  const unwanted = book.sheets
    .filter(({ name }) => out.has(foldText(name)))
    .map(({ name }) => ({ sheet: name, why: 'trang tính «Cấu hình» ghi là không tính' }));
  const others = book.sheets.filter(
    (sheet) =>
      !isCalled(sheet, CRITERIA, CAUSES, SETTINGS) &&
      !isRecord(sheet.name) &&
      !out.has(foldText(sheet.name)) &&
      !surveys.includes(sheet.name),
  );
  const candidates = others.filter((sheet) => !isCalled(sheet, OUTPUTS));
  const visible = candidates.filter((sheet) => sheet.visibility === 'visible');
  const all = readAll(visible, marks);
  if (all.scoreSheets.length > 0) return related(withoutUnrelatedSheets({ ...all, unreadSheets: unwanted }));
  const outputs = readAll(
    others.filter((sheet) => sheet.visibility === 'visible' && isCalled(sheet, OUTPUTS)),
    marks,
  );
  if (outputs.scoreSheets.length > 0) return related(outputs);
  const hidden = readAll(
    candidates.filter((sheet) => sheet.visibility !== 'visible'),
    marks,
  );
  return hidden.scoreSheets.length > 0 ? related(hidden) : nothing([...all.unreadable, ...outputs.unreadable]);
}

const nothing = (unreadable: FoundSheets['unreadable']): FoundSheets => ({
  scoreSheets: [],
  unreadable,
  unreadSheets: [],
});

interface ReadSheets {
  readonly scoreSheets: readonly ScoreSheet[];
  readonly unreadable: readonly { readonly sheet: string; readonly facts: readonly ReadFact[]; readonly grid: Grid }[];
  readonly unreadSheets: readonly (UnreadSheet & { readonly mayCount?: boolean })[];
}

function readAll(sheets: readonly SheetEntry[], marks: ReadonlyMap<string, MarkMeaning>): ReadSheets {
  const scoreSheets: ScoreSheet[] = [];
  const unreadable: ReadSheets['unreadable'][number][] = [];
  for (const sheet of sheets) {
    const grid = sheet.grid();
    if (isResultSheet(grid) || isDeductionSheet(grid)) continue;
    const reading = readScoreSheet(grid, marks);
    if (reading.kind === 'score-sheet') scoreSheets.push(reading.scoreSheet, ...reading.others);
    else if (grid.rowCount > 0) unreadable.push({ sheet: sheet.name, facts: reading.facts, grid });
  }
  return { scoreSheets, unreadable, unreadSheets: [] };
}

/** Beside a sheet called bảng tổng hợp, other sheets count only if they share its units. */
function withoutUnrelatedSheets(all: ReadSheets): ReadSheets {
  const summaries = all.scoreSheets.filter(({ sheet }) => SUMMARY.test(plainKey(sheet)));
  const [first] = summaries;
  if (!first) return all;
  const isKin = (each: ScoreSheet): boolean =>
    summaries.includes(each) || summaries.some((summary) => sharesUnits(summary, each));
  const strangers = new Set(all.scoreSheets.filter((each) => !isKin(each)).map(({ sheet }) => sheet));
  return {
    ...all,
    scoreSheets: all.scoreSheets.filter(({ sheet }) => !strangers.has(sheet)),
    unreadSheets: [
      ...all.unreadSheets,
      ...all.scoreSheets
        .filter(
          ({ sheet }, position) =>
            strangers.has(sheet) && all.scoreSheets.findIndex((each) => each.sheet === sheet) === position,
        )
        .map(({ sheet, grid }) => {
          const mayCount = sharesNames(
            grid,
            summaries.map((summary) => ({ ...summary, items: [] })),
          );
          const why = mayCount ? 'chưa rõ các đơn vị ở đó' : `đã tính theo trang tính «${first.sheet}»`;
          return { sheet, why, mayCount };
        }),
    ],
  };
}

/** Fewer numbers are not a table. */
const FEWEST_NUMBERS = 5;

/**
 * Settles sheets with the same content, and reports each sheet that is not part of the result with the first one that
 * is.
 */
function related({ scoreSheets: found, unreadable, unreadSheets }: ReadSheets): FoundSheets {
  const settled = relateSheets(found);
  const reasons = [...unreadSheets, ...settled.unreadSheets].map((each) => ({ mayCount: false, ...each }));
  const missed = unreadable
    .filter(({ grid }) => holdsNumbers(grid, FEWEST_NUMBERS))
    .map(({ sheet, grid, facts }) => ({ sheet, why: whyUnread(facts), mayCount: sharesNames(grid, found) }));
  const all = [...reasons, ...missed];
  const facts = all.map((each): ReadFact => ({ kind: 'unread-sheet', ...each }));
  const [first, ...others] = withoutDoubtful(settled.scoreSheets);
  return {
    scoreSheets:
      first && facts.length > 0
        ? [{ ...first, facts: [...first.facts, ...facts] }, ...others]
        : first
          ? [first, ...others]
          : [],
    unreadable: found.length > 0 ? [] : unreadable,
    unreadSheets: all.map(({ sheet, why }) => ({ sheet, why })),
  };
}

/**
 * If one sheet about the same units has an open question, the result of another is not final. A sheet that restates
 * another has no open question.
 */
function withoutDoubtful(sheets: readonly ScoreSheet[]): ScoreSheet[] {
  const doubtful = sheets.filter(
    ({ facts, restates }) =>
      restates === undefined && facts.some((fact) => fact.kind === 'undecided-column' && fact.unit === null),
  );
  return sheets.map((sheet) => {
    const about = doubtful.filter(
      (each) =>
        each.sheet !== sheet.sheet &&
        sheet.restates === undefined &&
        (sharesUnits(each, sheet)
          ? unitAxis(each) !== unitAxis(sheet)
          : sharesNames(each.grid, [{ ...sheet, items: [] }]) ||
            ((isNameless(each) || each.kind !== sheet.kind) && hasSameItems(each, sheet))),
    );
    const why = 'chưa rõ cột nào ở đó là điểm';
    const facts = about.map((each): ReadFact => ({ kind: 'unread-sheet', sheet: each.sheet, why, mayCount: true }));
    return facts.length === 0 ? sheet : { ...sheet, facts: [...sheet.facts, ...facts] };
  });
}

/** Whether the single unit of the table is named by its sheet tab alone. */
const isNameless = ({ kind, units, sheet }: ScoreSheet): boolean =>
  kind === 'one-unit' && units.every(({ name }) => name === '' || name === sheet);

const whyUnread = (facts: readonly ReadFact[]): string =>
  facts.some(({ kind }) => kind === 'missing-header')
    ? 'không có dòng tiêu đề của bảng điểm'
    : 'bảng ở đó thiếu cột tên hoặc cột điểm';
