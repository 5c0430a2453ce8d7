/**
 * The parts of a plan that are left out because the workbook is protected: for each sheet one sentence about what was
 * not written and what to do.
 */
import { toA1, type Address } from '../values/address';
import type { Edit, SheetEdits } from '../model/workbook/edit';
import type { Book, Grid } from '../model/workbook/grid';
import { permittedEdit } from '../model/workbook/protection';
import { shownCount } from '../values/decimal';

export interface LeftOut {
  /** Null if sheets could not be added. */
  readonly sheet: string | null;
  /** Locked cells whose contents were not written. */
  readonly at: readonly Address[];
  readonly message: string;
}

export interface Plan {
  readonly edits: readonly SheetEdits[];
  readonly leftOut: readonly LeftOut[];
}

/** Reads only the sheets that the edits concern, because a workbook may hold many large ones. */
export const isProtected = (book: Book, edits: readonly SheetEdits[]): boolean =>
  book.structureLocked === true || edits.some(({ sheet }) => protectionOf(book, sheet) !== undefined);

/** The same workbook without any protection, for planning what would be written. */
export const unprotectedBook = (book: Book): Book => ({
  sheets: book.sheets.map((entry) => ({ ...entry, grid: () => unprotected(entry.grid()) })),
});

export function unprotected(grid: Grid): Grid {
  const { protection, ...rest } = grid;
  return protection ? rest : grid;
}

/** The edits that the protection permits; requests without any remaining edit are dropped. */
export const permitted = (book: Book, edits: readonly SheetEdits[]): SheetEdits[] =>
  edits.flatMap((request): SheetEdits[] => {
    if (request.isNew) return book.structureLocked === true ? [] : [request];
    const protection = protectionOf(book, request.sheet);
    if (!protection) return [request];
    if (request.drawing) return [];
    const permittedEdits = request.edits.flatMap((edit) => permittedEdit(protection, edit) ?? []);
    return permittedEdits.length === 0 ? [] : [{ ...request, edits: permittedEdits }];
  });

/** `wanted` holds the edits that would be made without protection. */
export function leftOutOf(book: Book, wanted: readonly SheetEdits[]): LeftOut[] {
  const added = wanted.filter(({ isNew }) => isNew && book.structureLocked === true);
  return [
    ...wanted.flatMap((request) => leftOutOfSheet(book, request) ?? []),
    ...(added.length === 0 ? [] : [{ sheet: null, at: [], message: withoutSheets(added.map(({ sheet }) => sheet)) }]),
  ];
}

const protectionOf = (book: Book, sheet: string): Grid['protection'] =>
  book.sheets.find(({ name }) => name === sheet)?.grid().protection;

function leftOutOfSheet(book: Book, { sheet, isNew, edits, drawing }: SheetEdits): LeftOut | null {
  const protection = isNew ? undefined : protectionOf(book, sheet);
  if (!protection) return null;
  if (drawing) return { sheet, at: [], message: withoutDrawing(sheet) };
  const refused = edits.filter((edit) => permittedEdit(protection, edit) === null);
  if (refused.length === 0) return null;
  const at = refused.flatMap((edit) => (edit.kind === 'cell' ? [edit.at] : []));
  return { sheet, at, message: withoutEdits(sheet, at, refused) };
}

/** The maximum number of cells that are named; all of them are counted. */
const MOST_CELLS = 3;

function withoutEdits(sheet: string, at: readonly Address[], refused: readonly Edit[]): string {
  const count = (kind: Edit['kind']): number => refused.filter((edit) => edit.kind === kind).length;
  const named = at.slice(0, MOST_CELLS).map(toA1).join(', ');
  const [marks, notes] = [count('mark'), count('note')];
  const parts = [
    ...(at.length === 0
      ? []
      : [`không ghi được ${shownCount(at.length)} ô bị khóa (${named}${at.length > MOST_CELLS ? '…' : ''})`]),
    ...(marks === 0 ? [] : [`không đổi được màu ${marks} ô`]),
    ...(notes === 0 ? [] : [`không sửa được ghi chú ở ${notes} ô`]),
    ...(at.length + marks + notes > 0 ? [] : ['không kẻ được khung cho kết quả mới']),
  ];
  return (
    `Trang tính «${sheet}» đang được bảo vệ nên ${parts.join(', ')}; ` +
    'phần không bị khóa vẫn được ghi, muốn ghi đủ thì bỏ bảo vệ (Xem lại › Bỏ bảo vệ trang tính) rồi tính lại.'
  );
}

const withoutDrawing = (sheet: string): string =>
  `Trang tính «${sheet}» đang được bảo vệ nên giữ nguyên như cũ; ` +
  'muốn cập nhật thì bỏ bảo vệ (Xem lại › Bỏ bảo vệ trang tính) rồi tính lại.';

const withoutSheets = (sheets: readonly string[]): string =>
  `Cấu trúc sổ tính đang được bảo vệ nên không thêm được trang tính «${sheets.join('», «')}»; ` +
  'phần khác vẫn được ghi; điểm bị trừ và báo cáo lấy ra tệp riêng được bằng «Xuất…», muốn có trang tính đó thì bỏ ' +
  'bảo vệ (Xem lại › Bảo vệ sổ làm việc) rồi làm lại.';
