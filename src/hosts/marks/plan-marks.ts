/** Plans the look of a cell that is marked, and its entry in the record: one policy for Excel and for the file. */
import { cellKey, type Address, type CellKey } from '../../core/values/address';
import type { MarkKind } from '../../core/model/workbook/grid';
import { KEPT_FILL, markOfCode, NO_FILL, type FillCode } from './fill-code';
import type { MarkRecord } from './mark-names';

/** Access to the host's representation of looks (a fill, or a number of the style table). */
interface Looks<Look> {
  readonly lookOf: (key: CellKey) => Look;
  readonly fillOf: (look: Look) => FillCode;
  readonly withFill: (look: Look, fill: FillCode) => Look;
  readonly painted: (look: Look, kind: MarkKind) => Look;
}

interface MarkPlan<Format extends { readonly like: Address }> {
  /** The cell whose look is copied; null if the cell keeps its own look. */
  readonly format: Format | null;
  /** Undefined if the mark stays as it is. */
  readonly mark: MarkKind | null | undefined;
}

export interface PlannedMarks<Look, Format extends { readonly like: Address }> {
  readonly lookFor: (key: CellKey, plan: MarkPlan<Format>) => Look;
  /** Changes of the record; null removes a cell from it. */
  readonly updates: ReadonlyMap<CellKey, MarkRecord | null>;
}

/** True if the cell still shows the recorded mark: the officer may have painted over it. */
export const isMarkShown = (record: MarkRecord, fill: FillCode): boolean =>
  record.before === KEPT_FILL ? fill === KEPT_FILL : markOfCode(fill) === record.kind;

/** `lend` adapts a look that is copied from another cell. */
export function planMarks<Look, Format extends { readonly like: Address }>(
  records: ReadonlyMap<CellKey, MarkRecord>,
  { lookOf, fillOf, withFill, painted }: Looks<Look>,
  lend: (look: Look, format: Format) => Look,
): PlannedMarks<Look, Format> {
  const updates = new Map<CellKey, MarkRecord | null>();
  const recordOf = sharedRecords();
  const standing = (key: CellKey): MarkRecord | null => {
    const record = records.get(key);
    return record && isMarkShown(record, fillOf(lookOf(key))) ? record : null;
  };
  /** The look of the cell before it was marked. */
  const unmarked = (key: CellKey): Look => {
    const record = standing(key);
    return record && record.before !== KEPT_FILL ? withFill(lookOf(key), record.before) : lookOf(key);
  };
  const lookFor = (key: CellKey, { format, mark }: MarkPlan<Format>): Look => {
    if (!format && mark === undefined) return lookOf(key);
    const record = standing(key);
    const kind = mark === undefined ? (record?.kind ?? null) : mark;
    if (!format && record?.kind === kind) return lookOf(key);
    const base = format ? lend(unmarked(cellKey(format.like.row, format.like.column)), format) : unmarked(key);
    const known = records.get(key);
    if (kind === null) {
      if (known) updates.set(key, null);
      return base;
    }
    const fill = fillOf(base);
    // A mark colour without a record comes from a copied cell and is not the officer's.
    const before = markOfCode(fill) ? NO_FILL : fill;
    if (known?.kind !== kind || known.before !== before) updates.set(key, recordOf(kind, before));
    return before === KEPT_FILL ? base : painted(base, kind);
  };
  return { lookFor, updates };
}

/** Shares one record among all cells with the same mark, because there can be tens of thousands. */
function sharedRecords(): (kind: MarkKind, before: FillCode) => MarkRecord {
  const shared = new Map<string, MarkRecord>();
  return (kind, before) => {
    const key = `${kind} ${before}`;
    const known = shared.get(key);
    if (known) return known;
    const record = { kind, before };
    shared.set(key, record);
    return record;
  };
}

/** The whole record after the changes; null if nothing changes. */
export function updatedMarks(
  records: ReadonlyMap<CellKey, MarkRecord>,
  updates: ReadonlyMap<CellKey, MarkRecord | null>,
): Map<CellKey, MarkRecord> | null {
  if (updates.size === 0) return null;
  const all = new Map(records);
  for (const [key, record] of updates) {
    if (record) all.set(key, record);
    else all.delete(key);
  }
  return all;
}
