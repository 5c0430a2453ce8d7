/**
 * Reads workbooks of other programs (.xls, .xlsb, .ods, .csv) as a Book through SheetJS, which is large and loads with
 * the first such file. SheetJS does not report hidden rows of .ods.
 */
import { SSF, read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import {
  blankGrid,
  inUnicode,
  type Book,
  type CellValue,
  type Grid,
  type SheetEntry,
} from '../../core/model/workbook/grid';
import { cellKey, fromA1, rangeFromA1, type CellKey } from '../../core/values/address';
import { fromOldFont, mayBeOld, type OldFont } from '../../core/values/old-fonts';
import { unicodeText } from '../../core/values/unicode-text';
import { HostError } from '../host';

/** Limit of cells per sheet; an old file may declare a million rows. */
const MOST_CELLS = 5_000_000;

/** Throws HostError if SheetJS cannot read the bytes, or if they are locked with a password. */
export function readSpreadsheet(bytes: Uint8Array, isText: boolean): Book {
  const workbook = open(bytes, isText);
  const grids = workbook.SheetNames.map((name) => gridOf(name, workbook.Sheets[name] ?? {}));
  const font = fontOf(grids);
  return {
    sheets: grids.flatMap((grid, position): SheetEntry[] => {
      const name = grid.sheet;
      const hidden = workbook.Workbook?.Sheets?.[position]?.Hidden ?? 0;
      const visibility = hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'veryHidden';
      if (!workbook.Sheets[name]) return [];
      const read = font === null ? grid : inUnicode({ ...grid, oldFonts: textCells(grid, font) });
      return [{ name, visibility, grid: () => read }];
    }),
  };
}

const textsOf = ({ values }: Grid): string[] =>
  values.flatMap((row) => (row ?? []).filter((value) => typeof value === 'string'));

const WORDS =
  /(?<!\p{L})(?:điểm|tiêu chí|nội dung|đơn vị|tối đa|hành chính|lĩnh vực|chấm|kế hoạch|xã|phường)(?!\p{L})/giu;

/**
 * The font from before Unicode that the whole workbook uses. SheetJS does not report fonts, so the font is chosen in
 * which the text has the most words of score tables. Null if any text is Unicode Vietnamese or too few words are found.
 */
function fontOf(grids: readonly Grid[]): OldFont | null {
  const texts = grids.flatMap(textsOf);
  if (texts.some((text) => /[Ā-ỹ]/u.test(text)) || !texts.some(mayBeOld)) return null;
  const familyOf = (font: OldFont): number =>
    texts.reduce((all, text) => all + (fromOldFont(text, font).match(WORDS) ?? []).length, 0);
  const [font, count] =
    familyOf('vni') > familyOf('tcvn3') ? (['vni', familyOf('vni')] as const) : (['tcvn3', familyOf('tcvn3')] as const);
  return count >= FEWEST_WORDS ? font : null;
}
const FEWEST_WORDS = 3;

function textCells({ values }: Grid, font: OldFont): Map<CellKey, OldFont> {
  const cells = new Map<CellKey, OldFont>();
  values.forEach((row, position) =>
    row?.forEach((value, column) => typeof value === 'string' && cells.set(cellKey(position, column), font)),
  );
  return cells;
}

const DAMAGED = 'Tệp hỏng hoặc không phải sổ tính; hãy mở bằng Excel rồi lưu thành .xlsx.';

function open(bytes: Uint8Array, isText: boolean): WorkBook {
  if (!isText && isXml(bytes))
    throw new HostError(
      'unsupported-file',
      'Tệp là bảng tính dạng XML của Excel 2003; hãy mở bằng Excel rồi lưu thành .xlsx.',
    );
  if (!isText && !isKnownForm(bytes)) throw new HostError('damaged-file', DAMAGED);
  try {
    // `raw` keeps texts such as «1,5» and «1.10» as typed, also in HTML pages named .xls; their meaning is decided
    // later.
    return isText
      ? read(textOf(bytes), { type: 'string', raw: true })
      : quietly(() =>
          read(bytes, { type: 'array', raw: true, cellNF: true, cellFormula: true, cellStyles: true, cellHTML: false }),
        );
  } catch (error) {
    if (error instanceof HostError) throw error;
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw isLocked
      ? new HostError('encrypted-file', 'Tệp được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi lưu lại.')
      : new HostError('damaged-file', DAMAGED);
  }
}

function textOf(bytes: Uint8Array): string {
  const text = unicodeText(bytes);
  if (text !== null) return text;
  throw new HostError(
    'damaged-file',
    'Tệp .csv không ở bảng mã Unicode nên chữ có dấu không đọc đúng được; hãy lưu lại dạng «CSV UTF-8» hoặc .xlsx.',
  );
}

/**
 * The build leaves out SheetJS's reader for this form, so that the page fits into an e-mail. The first lines of a file
 * identify it.
 */
const isXml = (bytes: Uint8Array): boolean =>
  bytes[0] !== 0x50 &&
  new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).includes('urn:schemas-microsoft-com:office:spreadsheet');
const HEAD = 1024;

/** Minimum size of a file of the old form. */
const OLE_BYTES = 512;

/** An OLE file, a zip, .fods, or the HTML that some systems name .xls. SheetJS reads anything else as text. */
function isKnownForm(bytes: Uint8Array): boolean {
  const [a, b, c] = bytes;
  const isOle = a === 0xd0 && b === 0xcf && bytes.length >= OLE_BYTES;
  const isZip = a === 0x50 && b === 0x4b;
  return isOle || isZip || a === 0x3c || (a === 0xef && b === 0xbb && c === 0xbf);
}

/** SheetJS logs number formats that it does not know to the console; they must not appear on the officer's terminal. */
function quietly<T>(work: () => T): T {
  const terminal: { error: unknown } = console;
  const { error } = terminal;
  terminal.error = () => undefined;
  try {
    return work();
  } finally {
    terminal.error = error;
  }
}

function gridOf(name: string, sheet: WorkSheet): Grid {
  const used = rangeFromA1(sheet['!ref'] ?? '');
  if (!used) return blankGrid(name);
  const values: (CellValue[] | undefined)[] = [];
  const formulas = new Map<CellKey, string>();
  const notes = new Map<CellKey, string>();
  const dates = new Set<CellKey>();
  const percents = new Set<CellKey>();
  let columnCount = 0;
  let left = MOST_CELLS;
  for (const [address, cell] of Object.entries(sheet) as [string, CellObject][]) {
    const at = fromA1(address);
    if (!at || (left -= 1) < 0) continue;
    const { row, column } = at;
    const key = cellKey(row, column);
    const value = valueOf(cell);
    if (value !== null) {
      (values[row] ??= [])[column] = value;
      columnCount = Math.max(columnCount, column + 1);
    }
    if (cell.f !== undefined && cell.f !== '') formulas.set(key, cell.f);
    const note = (cell.c ?? []).map(({ t }) => t).join('\n');
    if (note !== '') notes.set(key, note);
    const format = typeof cell.z === 'string' ? cell.z : '';
    if (cell.t === 'n' && isDateFormat(format)) dates.add(key);
    if (cell.t === 'n' && format.includes('%')) percents.add(key);
  }
  const hidden = (lines: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): Set<number> =>
    new Set((lines ?? []).flatMap((line, position) => (line?.hidden === true ? [position] : [])));
  return {
    ...blankGrid(name),
    rowCount: Math.min(values.length, used.bottom + 1),
    columnCount,
    values: Array.from(values, (row) => (row ? Array.from(row, (value) => value ?? null) : undefined)),
    formulas,
    notes,
    dates,
    percents,
    merges: (sheet['!merges'] ?? []).map(({ s, e: end }) => ({ top: s.r, left: s.c, bottom: end.r, right: end.c })),
    hiddenRows: hidden(sheet['!rows']),
    hiddenColumns: hidden(sheet['!cols']),
  };
}

/** The package has no type for it. */
const isDateFormat = (format: string): boolean =>
  (SSF as { readonly is_date: (format: string) => boolean }).is_date(format);

function valueOf({ t, v, w }: CellObject): CellValue {
  switch (t) {
    case 'n':
    case 's':
    case 'b':
      return typeof v === 'number' || typeof v === 'string' || typeof v === 'boolean' ? v : null;
    case 'e':
      return { error: w ?? '#N/A' };
    case 'd':
    case 'z':
      return null;
  }
}
