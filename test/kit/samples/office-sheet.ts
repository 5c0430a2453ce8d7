/**
 * Draws sheets as an office does: letterhead, title, ruled table, signatures, print set-up; the workbooks are the same
 * on every run.
 */
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export const FONT = 'Times New Roman';
const INK = { argb: 'FF000000' };
const RULE: Partial<ExcelJS.Border> = { style: 'thin', color: INK };
const FRAME: Partial<ExcelJS.Borders> = { top: RULE, left: RULE, bottom: RULE, right: RULE };
export const AREA_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } };
const HEADER_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };

const STYLES = 'xl/styles.xml';
/** The default font as exceljs writes it, and in the order that the schema requires. */
const MISORDERED_FONT = '<color theme="1"/><family val="2"/><scheme val="minor"/><sz val="11"/><name val="Calibri"/>';
const ORDERED_FONT = '<sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/>';

export interface Letterhead {
  readonly superior: string;
  readonly body: string;
  readonly title: string;
  readonly subtitle: string;
  /** Last column of the left block, first and last column of the right one. */
  readonly split: readonly [leftEnd: number, rightStart: number, rightEnd: number];
  /** Last column of the title. */
  readonly titleEnd: number;
}

export function newWorkbook(title: string): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const day = new Date(Date.UTC(2026, 0, 5));
  Object.assign(workbook, { creator: 'Bảng mẫu', lastModifiedBy: 'Bảng mẫu', title, created: day, modified: day });
  return workbook;
}

/** A sheet with its columns, font and print set-up: A4 landscape, one page wide by default. */
export function newSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  widths: readonly number[],
  print: Partial<ExcelJS.PageSetup> = {},
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...print,
    },
    headerFooter: { oddFooter: '&C&"Times New Roman,Regular"&10Trang &P/&N' },
  });
  sheet.columns = widths.map((width) => ({ width, style: { font: { name: FONT, size: 12 } } }));
  return sheet;
}

export function drawLetterhead(
  sheet: ExcelJS.Worksheet,
  { superior, body, title, subtitle, split, titleEnd }: Letterhead,
): void {
  const [leftEnd, rightStart, rightEnd] = split;
  line(sheet, 1, 1, leftEnd, superior, { size: 12 });
  line(sheet, 2, 1, leftEnd, body, { size: 12, bold: true });
  line(sheet, 1, rightStart, rightEnd, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true });
  line(sheet, 2, rightStart, rightEnd, 'Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true, underline: true });
  line(sheet, 4, 1, titleEnd, title, { size: 14, bold: true });
  line(sheet, 5, 1, titleEnd, subtitle, { size: 12, italic: true });
  sheet.getRow(4).height = 24;
}

/** Merged, centred text. */
export function line(
  sheet: ExcelJS.Worksheet,
  row: number,
  left: number,
  right: number,
  text: string,
  font: Partial<ExcelJS.Font>,
): void {
  if (right > left) sheet.mergeCells(row, left, row, right);
  const cell = sheet.getCell(row, left);
  cell.value = text;
  cell.font = { name: FONT, ...font };
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
}

/** A header cell over the rectangle. */
export function headerCell(
  sheet: ExcelJS.Worksheet,
  top: number,
  left: number,
  bottom: number,
  right: number,
  text: string,
): void {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      Object.assign(sheet.getCell(row, column), {
        font: { name: FONT, size: 12, bold: true },
        fill: HEADER_FILL,
        border: FRAME,
      });
    }
  }
  if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right);
  const cell = sheet.getCell(top, left);
  cell.value = text;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
}

export type Look = 'area' | 'criterion' | 'item' | 'total';

/**
 * A ruled body row, as high as its longest text; columns for which `centred` is true are centred, the other columns
 * after the name hold remarks.
 */
export function bodyRow(
  sheet: ExcelJS.Worksheet,
  row: number,
  values: readonly ExcelJS.CellValue[],
  look: Look,
  centred: (column: number) => boolean,
): void {
  let lines = 1;
  values.forEach((value, index) => {
    const cell = sheet.getCell(row, index + 1);
    const isRemark = index >= 2 && !centred(index + 1);
    cell.value = value;
    cell.font = { name: FONT, size: isRemark ? 11 : 12, bold: look !== 'item' && !isRemark };
    cell.border = FRAME;
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal: centred(index + 1) ? 'center' : 'left' };
    if (look === 'area') cell.fill = AREA_FILL;
    if (typeof value === 'string')
      lines = Math.max(
        lines,
        Math.ceil((value.length * widthOfLetter(value, look)) / (sheet.getColumn(index + 1).width ?? 9)),
      );
  });
  sheet.getRow(row).height = lines * 16 + 2;
}

/** In units of column width, rounded up generously. */
const widthOfLetter = (text: string, look: Look): number =>
  text === text.toUpperCase() ? 1.3 : look === 'item' ? 0.86 : 0.94;

export function drawSignatures(
  sheet: ExcelJS.Worksheet,
  row: number,
  blocks: readonly { readonly left: number; readonly right: number; readonly lines: readonly string[] }[],
): void {
  for (const { left, right, lines } of blocks) {
    lines.forEach((text, index) =>
      line(
        sheet,
        row + index,
        left,
        right,
        text,
        text.startsWith('(') || text.startsWith('…') ? { size: 12, italic: true } : { size: 12, bold: true },
      ),
    );
  }
}

/** The workbook's bytes, the same on every machine and day. */
export async function toBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  const written = new Uint8Array(await workbook.xlsx.writeBuffer());
  const parts = Object.entries(unzipSync(written)).filter(([name]) => !UNNEEDED.test(name));
  const kept = parts.map(([name, bytes]): [string, Uint8Array] => [name, change(name, bytes)]);
  return zipSync(Object.fromEntries(kept), { mtime: new Date(2026, 0, 5), level: 9 });
}

/** The page includes the samples, so parts that no cell uses are left out. */
const UNNEEDED = /\/$|^docProps\/|^xl\/theme\//;

function change(name: string, bytes: Uint8Array): Uint8Array {
  if (name === STYLES)
    return strToU8(
      strFromU8(bytes)
        .replace(MISORDERED_FONT, ORDERED_FONT)
        .replace('<color theme="1"/>', '')
        .replace('<scheme val="minor"/>', ''),
    );
  if (name.startsWith('xl/worksheets/'))
    return strToU8(strFromU8(bytes).replace(/ (?:spans|x14ac:dyDescent)="[^"]*"(?=[^<]*>)/g, ''));
  if (!/\.rels$|Content_Types/.test(name)) return bytes;
  return strToU8(
    strFromU8(bytes).replace(/<(?:Relationship|Override) [^>]*"\/?(?:docProps|theme|xl\/theme)\/[^>]*>/g, ''),
  );
}
