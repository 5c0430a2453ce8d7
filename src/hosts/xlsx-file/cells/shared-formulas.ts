/**
 * Shared formulas: reads them as they apply to each cell, and moves a shared formula to another cell when the cell that
 * holds it is overwritten.
 */
import { cellKey, toA1Range, type CellKey } from '../../../core/values/address';
import { formulaOf, shownFormula, type FormulaElement } from './cell-value';
import { oversized } from '../faults';
import type { Scan } from './scan-cell';
import { cutFormula, shiftFormula, type FormulaPieces } from '../../../core/values/shift-formula';
import type { SheetPart } from './sheet-part';
import { scanRows } from './sheet-scan';
import { spliceText, type Splice } from '../xml/splice';
import { escapeAttribute, escapeControls, escapeText } from '../xml/xml-text';

export interface Master {
  readonly row: number;
  readonly column: number;
  readonly formula: FormulaElement;
}

interface Heir {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly stop: number;
  right: number;
  left: number;
  bottom: number;
}

/**
 * A shared formula is stored in its first cell. If that cell is overwritten, the next cell of the group takes the
 * formula over, unless it is overwritten too. Returns splices on the `f` elements of those cells.
 */
export function moveMasters(sheet: SheetPart, masters: readonly Master[], overwritten: ReadonlySet<CellKey>): Splice[] {
  if (masters.length === 0) return [];
  const { bytes, where, data } = sheet;
  const groups = new Map(
    masters.map((master) => [master.formula.index, { master, heir: null as Heir | null, open: false }]),
  );
  scanRows(bytes, where, data.openEnd, data.closeStart, {
    row: () => undefined,
    cell: ({ row, column, ...scan }) => {
      if (scan.formulaStart < 0 || bytes[scan.formulaStart + 2] === 0x3e) return;
      const formula = formulaOf(bytes, where, { row, column, ...scan });
      const group = formula.kind === 'shared' ? groups.get(formula.index) : undefined;
      if (!group) return;
      // A second formula under the same number begins another group.
      if (formula.text !== '') group.open = row === group.master.row && column === group.master.column;
      else if (group.open && !overwritten.has(cellKey(row, column))) {
        group.heir ??= {
          row,
          column,
          start: scan.formulaStart,
          stop: scan.formulaStop,
          left: column,
          right: column,
          bottom: row,
        };
        group.heir.left = Math.min(group.heir.left, column);
        group.heir.right = Math.max(group.heir.right, column);
        group.heir.bottom = Math.max(group.heir.bottom, row);
      }
    },
  });
  const prefix = sheet.data.prefix;
  return [...groups.values()].flatMap(({ master, heir }) => {
    if (!heir) return [];
    const text = shiftFormula(cutFormula(master.formula.text), heir.row - master.row, heir.column - master.column);
    const ref = toA1Range({ top: heir.row, left: heir.left, bottom: heir.bottom, right: heir.right });
    const xml =
      `<${prefix}f t="shared" ref="${ref}" ` +
      `si="${escapeAttribute(master.formula.index)}">${escapeText(escapeControls(text))}</${prefix}f>`;
    return [spliceText(heir.start, heir.stop, xml)];
  });
}

/** Returns each cell's formula; a shared formula is shifted from the cell that holds it. */
export function formulaReader({ bytes, where }: SheetPart, name: string, limit: number): (scan: Scan) => string {
  const masters = new Map<string, { row: number; column: number; pieces: FormulaPieces }>();
  let room = limit;
  return (scan) => {
    const { row, column } = scan;
    const element = formulaOf(bytes, where, scan);
    if (element.kind !== 'shared') return shownFormula(element);
    const master = element.text === '' ? masters.get(element.index) : undefined;
    if (master) {
      const shifted = shiftFormula(master.pieces, row - master.row, column - master.column);
      room -= shifted.length;
      if (room < 0) throw oversized(name);
      return shifted;
    }
    const shown = shownFormula(element);
    if (element.text !== '') masters.set(element.index, { row, column, pieces: cutFormula(shown) });
    return shown;
  };
}
