/** Plans the changes to one sheet from edits and what stands there: equal contents are left out, marks are recorded. */
import { contains, keyOf, toA1, type Area2D, type CellKey } from '../../../core/values/address';
import { planCells, type CellPlan } from '../../../core/model/cell-plan';
import type { Content } from '../../../core/model/content';
import type { Edit } from '../../../core/model/edit';
import { codeOfMark, KEPT_FILL, markOfCode, NO_FILL, type FillCode } from '../../marks/fill-code';
import { writeMarkNames, type MarkRecord } from '../../marks/mark-names';
import { blockedCell, tooLong } from '../faults';
import { stands } from '../read/fill';
import { emptyWrite, standing, type SheetBefore, type SheetWrite } from './sheet-write';
import { isFormula, type Input } from '../read/snapshot';
import { textInput } from './text-input';

/** Excel's own limits. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

export function planWrite(
  sheet: string,
  edits: readonly Edit[],
  before: SheetBefore,
  merges: readonly Area2D[],
): SheetWrite {
  const write = emptyWrite();
  const marks = planMarks(before);
  for (const [key, plan] of planCells(edits)) {
    const content = plan.content && !holds(before, key, plan.content) ? plan.content : null;
    if (content) {
      refuse(sheet, key, content, merges);
      write.contents.set(key, inputOf(content));
    }
    if (plan.format) {
      const like = keyOf(plan.format.like);
      const look = before.looks.get(like);
      if (look && JSON.stringify(look) !== JSON.stringify(before.looks.get(key))) write.looks.set(key, look);
      setNumberFormat(key, plan.format.numberFormat ?? before.numberFormats.get(like) ?? null);
    }
    // In a cell of text, Excel would keep a number or a formula as text.
    const code = write.numberFormats.get(key) ?? before.numberFormats.get(key);
    if (content && content.kind !== 'text' && code === '@') setNumberFormat(key, 'General');
    const fill = marks.fillFor(key, plan);
    if (fill !== (before.fills.get(key) ?? NO_FILL) && fill !== KEPT_FILL) write.fills.set(key, fill);
  }
  if (marks.updates.size > 0) write.names = writeMarkNames(marks.updated(), sheet);
  for (const edit of edits) {
    if (edit.kind === 'note') planNote(keyOf(edit.at), edit.text);
    else if (edit.kind === 'width') {
      const width = before.widths.get(edit.like);
      if (width !== undefined && width > 0 && width !== before.widths.get(edit.column))
        write.widths.set(edit.column, width);
    }
  }
  return write;

  function setNumberFormat(key: CellKey, code: string | null): void {
    if (code !== null && code !== (before.numberFormats.get(key) ?? 'General')) write.numberFormats.set(key, code);
  }
  function planNote(key: CellKey, text: string | null): void {
    const present = before.remarks.get(key);
    if ((present && !present.ours) || (present?.text ?? null) === text) write.remarks.delete(key);
    else write.remarks.set(key, text);
  }
}

export function inputOf(content: Content): Input {
  if (content.kind === 'number') return Number(content.value);
  return content.kind === 'text' ? textInput(content.text) : `=${content.formula}`;
}

function holds(before: SheetBefore, key: CellKey, content: Content): boolean {
  const { value, formula } = standing(before, key);
  if (content.kind === 'formula') return isFormula(formula, value) && formula === `=${content.formula}`;
  if (isFormula(formula, value)) return false;
  return content.kind === 'number' ? value === Number(content.value) : value === content.text;
}

function refuse(sheet: string, key: CellKey, content: Content, merges: readonly Area2D[]): void {
  const at = { row: Math.floor(key / 16_384), column: key % 16_384 };
  const merge = merges.find((area) => contains(area, at.row, at.column));
  if (merge && (merge.top !== at.row || merge.left !== at.column))
    throw blockedCell(sheet, toA1(at), toA1({ row: merge.top, column: merge.left }));
  refuseLong(sheet, toA1(at), content);
}

export function refuseLong(sheet: string, cell: string, content: Content): void {
  const isLong =
    content.kind === 'text'
      ? content.text.length > MAX_TEXT
      : content.kind === 'formula' && content.formula.length > MAX_FORMULA - 1;
  if (isLong) throw tooLong(sheet, cell);
}

/** The fill that each cell ends up with, and the record that goes with it; the same rules as in a file. */
function planMarks(before: SheetBefore) {
  const updates = new Map<CellKey, MarkRecord | null>();
  const fillOf = (key: CellKey): FillCode => before.fills.get(key) ?? NO_FILL;
  const standingRecord = (key: CellKey): MarkRecord | null => {
    const record = before.records.get(key);
    return record && stands(record, fillOf(key)) ? record : null;
  };
  const unmarked = (key: CellKey): FillCode => {
    const record = standingRecord(key);
    return record && record.before !== KEPT_FILL ? record.before : fillOf(key);
  };
  const fillFor = (key: CellKey, { format, mark }: CellPlan): FillCode => {
    if (!format && mark === undefined) return fillOf(key);
    const record = standingRecord(key);
    const kind = mark === undefined ? (record?.kind ?? null) : mark;
    if (!format && record?.kind === kind) return fillOf(key);
    const base = unmarked(format ? keyOf(format.like) : key);
    const known = before.records.get(key);
    if (kind === null) {
      if (known) updates.set(key, null);
      return base;
    }
    // Our colour without a record came along with a copied cell: it is no colour of the officer's.
    const was = markOfCode(base) ? NO_FILL : base;
    if (known?.kind !== kind || known.before !== was) updates.set(key, { kind, before: was });
    return was === KEPT_FILL ? base : codeOfMark(kind);
  };
  const updated = (): Map<CellKey, MarkRecord> => {
    const records = new Map(before.records);
    for (const [key, record] of updates) {
      if (record) records.set(key, record);
      else records.delete(key);
    }
    return records;
  };
  return { updates, fillFor, updated };
}
