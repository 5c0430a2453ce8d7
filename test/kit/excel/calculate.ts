/**
 * Recalculates formulas when they are written, so that a value read back is the formula's result and not a given one.
 */
import { HyperFormula } from 'hyperformula';
import { addressOfKey } from '../../../src/core/values/address';
import type { SimBook, SimSheet, SimValue } from './model';

/**
 * Results of formulas with functions that HyperFormula lacks (RANK, NUMBERVALUE); other tests check those in
 * LibreOffice.
 */
export type Told = (sheet: string, key: number) => SimValue | undefined;

/** Formulas present from the start keep their given value. */
export function recalculate(book: SimBook, written: (sheet: SimSheet, key: number) => boolean, told: Told): void {
  const engine = HyperFormula.buildEmpty({ licenseKey: 'gpl-v3', useArrayArithmetic: true, smartRounding: false });
  const functions = new Set(HyperFormula.getRegisteredFunctionNames('enGB'));
  // A number shown by HYPERLINK stays a number in Excel; HyperFormula turns it into text.
  functions.delete('HYPERLINK');
  let isWhole = true;
  for (const sheet of book.sheets) engine.addSheet(sheet.name);
  for (const sheet of book.sheets) {
    const id = engine.getSheetId(sheet.name);
    if (id === undefined) continue;
    const rows: (string | number | boolean | null)[][] = [];
    for (const [key, cell] of sheet.cells) {
      const { row, column } = addressOfKey(key);
      if (cell.formula !== null && written(sheet, key))
        isWhole &&= (cell.formula.replace(/"[^"]*"/g, '').match(/[A-Z][A-Z.]*(?=\()/g) ?? []).every((name) =>
          functions.has(name),
        );
      while (rows.length <= row) rows.push([]);
      const line = rows[row] ?? [];
      while (line.length < column) line.push(null);
      line[column] =
        cell.formula !== null && written(sheet, key)
          ? cell.formula
          : typeof cell.value === 'string'
            ? `'${cell.value}`
            : cell.value;
      if (cell.value === '' && cell.formula === null) line[column] = null;
    }
    engine.setSheetContent(
      id,
      rows.map((line) => Array.from(line, (value) => value ?? null)),
    );
  }
  for (const sheet of book.sheets) {
    const id = engine.getSheetId(sheet.name);
    for (const [key, cell] of sheet.cells) {
      if (id === undefined || cell.formula === null || !written(sheet, key)) continue;
      const { row, column } = addressOfKey(key);
      const value = engine.getCellValue({ sheet: id, row, col: column });
      const plain: SimValue = value === null ? 0 : typeof value === 'object' ? value.value : value;
      sheet.cells.set(key, { ...cell, value: isWhole ? plain : (told(sheet.name, key) ?? plain) });
    }
  }
  engine.destroy();
}
