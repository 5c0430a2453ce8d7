/** The workbook as Excel reported it, and the Book made from it. */
import { cellKey, type Area2D, type CellKey } from '../../../core/values/address';
import {
  blankGrid,
  type Book,
  type CellValue,
  type Grid,
  type MarkKind,
  type SheetProtection,
} from '../../../core/model/workbook/grid';
import type { OldFont } from '../../../core/values/old-fonts';
import type { ListedName } from '../../marks/mark-names';
import { DATE, kindOfFormat, kindOfNumber, PERCENT, type FormatKind } from '../../marks/number-format';
import type { NotesOf } from './notes';

export type Input = string | number | boolean;

/** The used range: from the first to the last cell with contents. */
export interface Used {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly Input[])[];
  readonly formulas: readonly (readonly Input[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

export interface SheetSnapshot {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly used: Used | null;
  readonly merges: readonly Area2D[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly notes: NotesOf;
  readonly noteTexts: readonly string[];
  readonly marks: ReadonlyMap<CellKey, MarkKind>;
  readonly protection: SheetProtection | null;
  /** Cells whose text was typed for a font from before Unicode. */
  readonly oldFonts: ReadonlyMap<CellKey, OldFont>;
}

export interface Snapshot {
  readonly structureLocked: boolean;
  readonly sheets: readonly SheetSnapshot[];
  /** Hidden names that record marks, of the workbook and of every sheet. */
  readonly names: readonly ListedName[];
  /** Ids of the sheets whose cells the engine has read. */
  readonly looked: Set<string>;
  /** Ids of sheets whose formulas were not read after a write: their values may have changed. */
  readonly unasked: ReadonlySet<string>;
  /** Read in pieces, because Excel does not return that much at once. */
  readonly large: boolean;
}

export function bookOf(snapshot: Snapshot): Book {
  const grids = new Map<string, Grid>();
  return {
    structureLocked: snapshot.structureLocked,
    sheets: snapshot.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      grid: () => {
        snapshot.looked.add(sheet.id);
        let grid = grids.get(sheet.id);
        if (!grid) grids.set(sheet.id, (grid = gridOf(sheet)));
        return grid;
      },
    })),
  };
}

const ERRORS: ReadonlySet<string> = new Set([
  ...['#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!'],
  ...['#CONNECT!', '#BUSY!', '#UNKNOWN!', '#EXTERNAL!', '#PYTHON!', '#GETTING_DATA'],
]);

/**
 * Excel reports a text that looks like a formula in the same way as a formula, but only a real formula differs from its
 * value.
 */
export const isFormula = (formula: Input, value: Input): formula is string =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value;

function gridOf(sheet: SheetSnapshot): Grid {
  const { name, used, merges, hiddenRows, hiddenColumns, notes, marks, protection, oldFonts } = sheet;
  const noteTexts = new Map([...notes].map(([key, { text }]) => [key, text]));
  const rest = { merges, hiddenRows, hiddenColumns, notes: noteTexts, marks, ...(protection ? { protection } : {}) };
  if (!used) return { ...blankGrid(name), ...rest };
  const formulas = new Map<CellKey, string>();
  const fonts = (): Pick<Grid, 'oldFonts'> =>
    oldFonts.size > 0 ? { oldFonts: new Map([...oldFonts].filter(([key]) => !formulas.has(key))) } : {};
  const dates = new Set<CellKey>();
  const percents = new Set<CellKey>();
  const kinds = new Map<string, FormatKind>();
  const values: CellValue[][] = [];
  used.values.forEach((line, y) => {
    const row = used.top + y;
    const cells: CellValue[] = Array.from({ length: used.left }, () => null);
    values[row] = cells;
    line.forEach((value, x) => {
      const formula = used.formulas[y]?.[x] ?? '';
      const key = cellKey(row, used.left + x);
      if (isFormula(formula, value)) formulas.set(key, formula.slice(1));
      cells.push(
        value === ''
          ? formulas.has(key)
            ? ''
            : null
          : typeof value === 'string' && ERRORS.has(value)
            ? { error: value }
            : value,
      );
      if (typeof value !== 'number') return;
      const code = used.numberFormats[y]?.[x] ?? 'General';
      let found = kinds.get(code);
      if (found === undefined) kinds.set(code, (found = kindOfFormat(code)));
      const kind = kindOfNumber(found, value);
      if (kind & DATE) dates.add(key);
      if (kind & PERCENT) percents.add(key);
    });
  });
  return {
    sheet: name,
    rowCount: values.length,
    columnCount: used.left + (used.values[0]?.length ?? 0),
    values,
    formulas,
    dates,
    percents,
    ...rest,
    ...fonts(),
  };
}
