/**
 * Corrections of stated numbers as edits, and their record: the sheet «Nhật ký sửa», which shows the signer what each
 * cell held before.
 */
import { toA1, type Address } from '../values/address';
import { fromText, toText } from '../values/decimal';
import { plainKey } from '../values/fold-text';
import type { BookAssessment } from '../model/assessment';
import type { Content } from '../model/content';
import type { Diagnostic } from '../model/diagnostic';
import type { Edit, SheetEdits } from '../model/workbook/edit';
import { blankGrid, textAt, type Book, type Grid } from '../model/workbook/grid';
import { CORRECTION_LOG, isCorrectionLog } from '../model/addin-sheet';

/** The new value of one cell. */
interface StatedCorrection {
  readonly sheet: string;
  readonly at: Address;
  readonly value: string;
  readonly why: string;
}

const HEADINGS = ['STT', 'Trang tính', 'Ô', 'Trước khi sửa', 'Sau khi sửa', 'Lý do', 'Thời điểm'];

/** `when`: the time as shown in the record; null records nothing unless the workbook already has a record. */
export function planCorrections(
  book: Book,
  corrections: readonly StatedCorrection[],
  when: string | null,
  now: string = when ?? '',
): SheetEdits[] {
  const gridOf = (sheet: string): Grid => book.sheets.find(({ name }) => name === sheet)?.grid() ?? blankGrid(sheet);
  const bySheet = new Map<string, Edit[]>();
  for (const { sheet, at, value } of corrections) {
    const edits = bySheet.get(sheet) ?? [];
    bySheet.set(sheet, edits);
    edits.push({ kind: 'cell', at, content: contentOf(value), format: null });
  }
  const log = book.sheets.find(({ name }) => isCorrectionLog(name));
  const edits = [...bySheet].map(([sheet, sheetEdits]): SheetEdits => ({ sheet, isNew: false, edits: sheetEdits }));
  if (corrections.length === 0 || (when === null && !log)) return edits;
  const grid = log?.grid() ?? blankGrid(CORRECTION_LOG);
  const lines = corrections.map((each) => {
    const sheetGrid = gridOf(each.sheet);
    return [each.sheet, toA1(each.at), textAt(sheetGrid, each.at.row, each.at.column), each.value, each.why, now];
  });
  return [...edits, { sheet: grid.sheet, isNew: !log, edits: recordLines(grid, lines) }];
}

/** Adds lines below those already recorded. */
function recordLines(grid: Grid, lines: readonly (readonly string[])[]): Edit[] {
  const first = Math.max(grid.rowCount, 1);
  const headings = grid.rowCount === 0 ? [HEADINGS] : [];
  const put = (row: number, cells: readonly string[]): Edit[] =>
    cells.map((text, column): Edit => ({ kind: 'cell', at: { row, column }, content: contentOf(text), format: null }));
  return [
    ...headings.flatMap((cells) => put(0, cells)),
    ...lines.flatMap((cells, position) => put(first + position, [String(first + position), ...cells])),
  ];
}

/** A number if the text is one and is read back unchanged: 1.10 is a code, −3.54 a loss. */
export function contentOf(value: string): Content {
  const number = fromText(value);
  return number !== null && toText(number) === value ? { kind: 'number', value } : { kind: 'text', text: value };
}

/**
 * Corrections that may be made without asking: the sure suggestion of each mistake, unless two suggestions change one
 * cell differently.
 */
export function sureCorrections({ sheets }: BookAssessment): StatedCorrection[] {
  const found = sheets.flatMap(({ scoreSheet: { sheet }, diagnostics }) =>
    diagnostics.filter(isOpen).flatMap(({ suggestions: [best] }): StatedCorrection[][] => {
      if (best?.isSure !== true) return [];
      const { why } = best;
      return [[best, ...(best.also ?? [])].map((each) => ({ sheet, ...each, why }))];
    }),
  );
  const values = new Map<string, Set<string>>();
  const keyOf = ({ sheet, at }: StatedCorrection): string => `${plainKey(sheet)}!${toA1(at)}`;
  for (const each of found.flat()) values.set(keyOf(each), (values.get(keyOf(each)) ?? new Set()).add(each.value));
  const isOne = (each: StatedCorrection): boolean => values.get(keyOf(each))?.size === 1;
  const seen = new Set<string>();
  return found
    .filter((cells) => cells.every(isOne))
    .flat()
    .filter((each) => !seen.has(keyOf(each)) && seen.add(keyOf(each)).size > 0);
}

const isOpen = ({ follows, setAside }: Diagnostic): boolean => !follows && setAside === undefined;
