/**
 * Which sheets of a workbook are a bảng tổng hợp, which stand beside it with settings, criteria and causes, and which
 * are of our own making.
 */
import { foldText, plainKey } from '../values/fold-text';
import type { Book, Grid, SheetEntry } from '../model/grid';
import { isResultSheet } from '../model/result-sheet';
import { findOwnSheet } from '../model/own-sheet';
import type { UnreadSheet } from '../model/reading';
import type { ReadFact, ScoreSheet } from '../model/score-sheet';
import type { MarkMeaning } from '../model/settings';
import { DEDUCTION_SHEET_NAMES, isDeductionSheet } from '../model/deduction-sheet';
import { readScoreSheet } from './read-score-sheet';
import { relateSheets } from './sheets/related-sheets';

export interface SideSheets {
  readonly criteria: Grid | null;
  readonly causes: Grid | null;
  readonly settings: Grid | null;
  /** Our own «Điểm bị trừ» of an earlier run. */
  readonly deductions: Grid | null;
}

export interface FoundSheets {
  readonly scoreSheets: readonly ScoreSheet[];
  /** What is wrong where no bảng tổng hợp could be read; `sheet` is the one looked at. */
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
    deductions: findOwnSheet(book, DEDUCTION_SHEET_NAMES, isDeductionSheet).grid,
  };
}

/**
 * The named sheet; else the one called bảng tổng hợp; else every sheet that reads as one, visible ones first, those
 * that are called a list of losses only without another.
 */
export function findScoreSheets(book: Book, marks: ReadonlyMap<string, MarkMeaning>, named?: string): FoundSheets {
  if (named !== undefined) {
    const sheet = book.sheets.find((each) => foldText(each.name) === foldText(named));
    return sheet
      ? readAll([sheet], marks)
      : { scoreSheets: [], unreadable: [{ sheet: named, facts: [] }], unreadSheets: [] };
  }
  const isCalled = (sheet: SheetEntry, ...patterns: readonly RegExp[]): boolean =>
    patterns.some((pattern) => pattern.test(plainKey(sheet.name)));
  const others = book.sheets.filter((sheet) => !isCalled(sheet, CRITERIA, CAUSES, SETTINGS));
  const candidates = others.filter((sheet) => !isCalled(sheet, OUTPUTS));
  const visible = candidates.filter((sheet) => sheet.visibility === 'visible');
  const summaries = readAll(
    visible.filter((sheet) => SUMMARY.test(plainKey(sheet.name))),
    marks,
  );
  if (summaries.scoreSheets.length > 0) return { ...summaries, unreadable: [] };
  const all = readAll(visible, marks);
  if (all.scoreSheets.length > 0) return { ...all, unreadable: [] };
  const outputs = readAll(
    others.filter((sheet) => sheet.visibility === 'visible' && isCalled(sheet, OUTPUTS)),
    marks,
  );
  if (outputs.scoreSheets.length > 0) return { ...outputs, unreadable: [] };
  const hidden = readAll(
    candidates.filter((sheet) => sheet.visibility !== 'visible'),
    marks,
  );
  return hidden.scoreSheets.length > 0
    ? { ...hidden, unreadable: [] }
    : { scoreSheets: [], unreadable: [...all.unreadable, ...outputs.unreadable], unreadSheets: [] };
}

function readAll(sheets: readonly SheetEntry[], marks: ReadonlyMap<string, MarkMeaning>): FoundSheets {
  const scoreSheets: ScoreSheet[] = [];
  const unreadable: { sheet: string; facts: readonly ReadFact[] }[] = [];
  for (const sheet of sheets) {
    const grid = sheet.grid();
    if (isResultSheet(grid) || isDeductionSheet(grid)) continue;
    const reading = readScoreSheet(grid, marks);
    if (reading.kind === 'score-sheet') scoreSheets.push(reading.scoreSheet, ...reading.others);
    else if (grid.rowCount > 0) unreadable.push({ sheet: sheet.name, facts: reading.facts });
  }
  return { ...relateSheets(scoreSheets), unreadable };
}
