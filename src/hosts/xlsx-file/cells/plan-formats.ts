/** Which format each edited cell ends up with, and the record of marks that goes with it. */
import { cellKey, type CellKey, MAX_COLUMNS } from '../../../core/values/address';
import type { CellEdit } from '../../../core/model/edit';
import type { MarkKind } from '../../../core/model/grid';
import type { MarkRecord } from '../../marks/mark-names';
import { type FillCode, KEPT_FILL, markOfCode, NO_FILL } from '../parts/fills';
import type { Findings } from './find-cells';
import type { SheetPart } from './sheet-part';
import { columnsOf } from './columns';
import type { StyleEditor } from '../parts/style-editor';

export interface FormatPlan {
  readonly format: CellEdit['format'];
  /** Undefined where the mark stays as it is. */
  readonly mark: MarkKind | null | undefined;
}

export interface Formats {
  readonly styleFor: (key: CellKey, plan: FormatPlan) => number;
  /** What changes in the record; null takes a cell off the list. */
  readonly updates: ReadonlyMap<CellKey, MarkRecord | null>;
}

/** The format that a cell has, or would inherit: its own, its row's, its column's. */
export function inheritedStyles(sheet: SheetPart, found: Findings): (key: CellKey) => number {
  const runs = columnsOf(sheet).filter(({ style }) => style > 0);
  return (key) => {
    const column = key % MAX_COLUMNS;
    const ofRow = found.rows.get(Math.floor(key / MAX_COLUMNS))?.style ?? -1;
    const ofColumn = runs.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
    return found.cells.get(key)?.style ?? (ofRow >= 0 ? ofRow : ofColumn);
  };
}

export function planFormats(
  listed: ReadonlyMap<CellKey, MarkRecord>,
  styles: () => StyleEditor,
  styleAt: (key: CellKey) => number,
): Formats {
  const updates = new Map<CellKey, MarkRecord | null>();
  // Tens of thousands of cells are marked alike: one record for all of them.
  const records = new Map<FillCode, Map<MarkKind, MarkRecord>>();
  const recordOf = (kind: MarkKind, before: FillCode): MarkRecord => {
    let ofFill = records.get(before);
    if (!ofFill) records.set(before, (ofFill = new Map<MarkKind, MarkRecord>()));
    let record = ofFill.get(kind);
    if (!record) ofFill.set(kind, (record = { kind, before }));
    return record;
  };
  /** The record, when the cell still shows it: an officer may have painted over it since. */
  const standing = (key: CellKey): MarkRecord | null => {
    const record = listed.get(key);
    if (!record) return null;
    const fill = styles().fillOf(styleAt(key));
    return (record.before === KEPT_FILL ? fill === KEPT_FILL : markOfCode(fill) === record.kind) ? record : null;
  };
  /** The cell's format as it was before our mark. */
  const unmarked = (key: CellKey): number => {
    const style = styleAt(key);
    const record = standing(key);
    return record && record.before !== KEPT_FILL ? styles().withFill(style, record.before) : style;
  };
  const baseOf = (key: CellKey, format: CellEdit['format']): number => {
    if (!format) return unmarked(key);
    const style = unmarked(cellKey(format.like.row, format.like.column));
    return format.numberFormat === null ? style : styles().withNumberFormat(style, format.numberFormat);
  };
  const styleFor = (key: CellKey, { format, mark }: FormatPlan): number => {
    if (!format && mark === undefined) return styleAt(key);
    const record = standing(key);
    const kind = mark === undefined ? (record?.kind ?? null) : mark;
    if (!format && record?.kind === kind) return styleAt(key);
    const base = baseOf(key, format);
    const known = listed.get(key);
    if (kind === null) {
      if (known) updates.set(key, null);
      return base;
    }
    let before = styles().fillOf(base);
    // Our colour without a record came along with a copied cell: it is no colour of the officer's.
    if (markOfCode(before)) before = NO_FILL;
    if (known?.kind !== kind || known.before !== before) updates.set(key, recordOf(kind, before));
    return before === KEPT_FILL ? base : styles().paint(base, kind);
  };
  return { styleFor, updates };
}
