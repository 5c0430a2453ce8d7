/** A grid as text, one line per row, so that a failing sheet can be inspected and pasted into a test. */
import { columnName } from '../../../src/core/values/address';
import { textAt, type Grid } from '../../../src/core/model/workbook/grid';

/** Puts the row number before each line; text that looks like a number is quoted, as `grid` of the kit reads it. */
export function gridText(from: Grid): string {
  const lines = from.values.map((row, at) => {
    const cells = (row ?? []).map((value, column) => {
      const text = textAt(from, at, column).replaceAll('\n', '\\n');
      return typeof value === 'string' && /^[-\d.,\s%]+$/.test(text) ? `'${text}'` : text;
    });
    return `${(at + 1).toString().padStart(3)}  ${cells.join(' | ')}`;
  });
  const head = from.values.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  return [`[${from.sheet}]  ${Array.from({ length: head }, (_, at) => columnName(at)).join(' | ')}`, ...lines].join(
    '\n',
  );
}
