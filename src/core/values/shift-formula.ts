/** The references of a formula: shifts them, for the cells of a shared formula and for rows that move; lists them. */
import { columnName, fromA1, MAX_COLUMNS, MAX_ROWS, type Area2D } from './address';

/** A formula split at its references, so that it is parsed once for all cells that share it. */
export type FormulaPieces = readonly (string | Reference)[];

interface Reference {
  /** Null for the missing half of a whole-row or whole-column reference. */
  readonly row: number | null;
  readonly column: number | null;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

const TOKEN = new RegExp(
  [
    /"(?:[^"]|"")*"?|'(?:[^']|'')*'?/, // text, quoted sheet names
    /\[(?:[^[\]]|\[[^[\]]*\])*\]/, // bracketed parts: structured references, other workbooks
    /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(!])|\$?\d{1,7}:\$?\d{1,7}(?![\w.(!])/, // whole columns and rows
    /[$\p{L}\p{N}_.\\?]+|[^]/u, // words and numbers
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

export function cutFormula(formula: string): FormulaPieces {
  const pieces: (string | Reference)[] = [];
  let text = '';
  const put = (reference: Reference): void => {
    pieces.push(text, reference);
    text = '';
  };
  for (const match of formula.matchAll(TOKEN)) {
    const token = match[0];
    const after = formula[match.index + token.length];
    const columns = /^(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})$/.exec(token);
    const rows = columns ? null : /^(\$?)(\d+):(\$?)(\d+)$/.exec(token);
    const cell = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/.exec(token);
    if (columns) {
      put(columnReference(columns[1], columns[2]));
      text += ':';
      put(columnReference(columns[3], columns[4]));
    } else if (rows) {
      put(rowReference(rows[1], rows[2]));
      text += ':';
      put(rowReference(rows[3], rows[4]));
    } else if (cell && after !== '(' && after !== '!' && fromA1(token)) {
      const at = fromA1(token);
      put({ row: at?.row ?? 0, column: at?.column ?? 0, columnFixed: cell[1] === '$', rowFixed: cell[3] === '$' });
    } else text += token;
  }
  pieces.push(text);
  return pieces;
}

const columnReference = (dollar = '', letters = ''): Reference => ({
  row: null,
  column: fromA1(`${letters}1`)?.column ?? 0,
  rowFixed: true,
  columnFixed: dollar === '$',
});
const rowReference = (dollar = '', digits = ''): Reference => ({
  row: Number(digits) - 1,
  column: null,
  rowFixed: dollar === '$',
  columnFixed: true,
});

export function shiftFormula(pieces: FormulaPieces, rows: number, columns: number): string {
  // Uses join instead of +=: a million formulas built as concatenated strings would each keep all their pieces in
  // memory.
  return pieces.map((piece) => (typeof piece === 'string' ? piece : shifted(piece, rows, columns))).join('');
}

function shifted({ row, column, rowFixed, columnFixed }: Reference, rows: number, columns: number): string {
  const toRow = row === null || rowFixed ? row : row + rows;
  const toColumn = column === null || columnFixed ? column : column + columns;
  if (
    (toRow !== null && (toRow < 0 || toRow >= MAX_ROWS)) ||
    (toColumn !== null && (toColumn < 0 || toColumn >= MAX_COLUMNS))
  )
    return '#REF!';
  const columnText = toColumn === null ? '' : `${columnFixed ? '$' : ''}${columnName(toColumn)}`;
  return columnText + (toRow === null ? '' : `${rowFixed ? '$' : ''}${(toRow + 1).toString()}`);
}

/** A rectangle that a formula names; the sheet is null if it names none. */
export interface NamedArea extends Area2D {
  readonly sheet: string | null;
}

/** The rectangles that a formula names; not those that a function finds by itself (INDIRECT), nor defined names. */
export function areasNamedIn(formula: string): NamedArea[] {
  const pieces = cutFormula(formula);
  const areas: NamedArea[] = [];
  pieces.forEach((piece, position) => {
    if (typeof piece === 'string') return;
    const { row, column } = piece;
    const text = pieces[position - 1];
    const before = typeof text === 'string' ? text : '';
    const here: Area2D = {
      ...{ top: row ?? 0, bottom: row ?? MAX_ROWS - 1 },
      ...{ left: column ?? 0, right: column ?? MAX_COLUMNS - 1 },
    };
    const last = before === ':' ? areas.pop() : undefined;
    areas.push(last ? { ...spanning(last, here), sheet: last.sheet } : { ...here, sheet: sheetBefore(before) });
  });
  return areas;
}

const spanning = (a: Area2D, b: Area2D): Area2D => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** The sheet whose name stands before a reference: «'Bảng 1'!», «Bảng!». */
function sheetBefore(text: string): string | null {
  const [, quoted, bare] = /(?:'((?:[^']|'')*)'|([\p{L}\p{N}_.]+))!$/u.exec(text) ?? [];
  return quoted?.replaceAll("''", "'") ?? bare ?? null;
}
