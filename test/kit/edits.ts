/** Short builders for edits: `cell('E5', number('1.5'))`, `mark('E5', 'error')`, `note('E5', 'text')`. */
import { fromA1, type Address } from '../../src/core/values/address';
import type { Content } from '../../src/core/model/content';
import type { Edit, SheetEdits } from '../../src/core/model/workbook/edit';
import type { MarkKind } from '../../src/core/model/workbook/grid';

export function at(a1: string): Address {
  const address = fromA1(a1);
  if (!address) throw new RangeError(a1);
  return address;
}
export const number = (value: string): Content => ({ kind: 'number', value });
export const text = (value: string): Content => ({ kind: 'text', text: value });
export const formula = (source: string, cached: string): Content => ({
  kind: 'formula',
  formula: source,
  cached: /^-?[\d.]+$/.test(cached) ? { kind: 'number', value: cached } : { kind: 'text', text: cached },
});
export const cell = (
  a1: string,
  content: Content,
  like: string | null = null,
  numberFormat: string | null = null,
): Edit => ({
  kind: 'cell',
  at: at(a1),
  content,
  format: like === null ? null : { like: at(like), numberFormat },
});
export const mark = (a1: string, kind: MarkKind | null): Edit => ({ kind: 'mark', at: at(a1), mark: kind });
export const note = (a1: string, value: string | null): Edit => ({ kind: 'note', at: at(a1), text: value });
/** The same edits for a file that already has the new sheets. */
export const again = (edits: readonly SheetEdits[]): SheetEdits[] => edits.map((item) => ({ ...item, isNew: false }));
export const onSheet = (sheet: string, ...edits: Edit[]): SheetEdits[] => [{ sheet, isNew: false, edits }];
export const format = (a1: string, like: string): Edit => ({ kind: 'format', at: at(a1), like: at(like) });
export const width = (column: string, like: string): Edit => ({
  kind: 'width',
  column: at(`${column}1`).column,
  like: at(`${like}1`).column,
});
