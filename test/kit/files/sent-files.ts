/** Files from units, as bytes in the format of each office: new and old workbooks, text, a Word table. */
import { utils, write } from '@e965/xlsx';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx';
import type { CellValue, Grid } from '../../../src/core/model/workbook/grid';
import { contains } from '../../../src/core/values/address';
import { grid } from '../grid';
import type { SentWorkbook } from '../province';
import { workbookOf } from './workbook-of';

export const FORMS = ['xlsx', 'xls', 'ods', 'docx'] as const;
type Form = (typeof FORMS)[number];

/** A unit's own table, 2,25 of 3. */
export const SELF_SCORED = grid(
  `
  BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025
  Đơn vị: Xã Kim Sơn
  STT | Tiêu chí                     | Điểm tối đa | Điểm tự chấm | Giải trình
  1   | LĨNH VỰC CHỈ ĐẠO             | 3           |              |
  1.1 | Kế hoạch cải cách hành chính | 1           | 0.75         | Chậm
  1.2 | Báo cáo định kỳ              | 2           | 1.5          |`,
  { sheet: 'Tự chấm' },
);

/** The file in the given format; without sheets it is a file that cannot be opened. */
export async function sentFile(
  { file, sheets }: SentWorkbook,
  form: Form,
): Promise<{ name: string; bytes: Uint8Array }> {
  const name = file.replace(/\.xlsx$/, `.${form}`);
  if (sheets.length === 0) return { name, bytes: new TextEncoder().encode('Không phải tệp bảng tính') };
  switch (form) {
    case 'xlsx':
      return { name, bytes: await workbookOf(sheets) };
    case 'xls':
      return { name, bytes: written(sheets, 'biff8') };
    case 'ods':
      return { name, bytes: written(sheets, 'ods') };
    case 'docx':
      return { name, bytes: new Uint8Array(await Packer.toBuffer(wordOf(sheets))) };
  }
}

function written(sheets: readonly Grid[], bookType: 'biff8' | 'ods'): Uint8Array {
  const book = utils.book_new();
  for (const { sheet, values, merges } of sheets) {
    const table = utils.aoa_to_sheet(values.map((row) => [...(row ?? [])]));
    table['!merges'] = merges.map(({ top, left, bottom, right }) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }));
    utils.book_append_sheet(book, table, sheet);
  }
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

const shown = (value: CellValue | undefined): string =>
  typeof value === 'number' ? String(value).replace('.', ',') : typeof value === 'string' ? value : '';

const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });

/** Lines above the header become paragraphs; the header is two rows, with cells merged across and down. */
function wordOf(sheets: readonly Grid[]): Document {
  const children = sheets.flatMap(({ values, merges }) => {
    const head = values.findIndex((row) => row?.includes('STT') === true);
    const titles = values[head] ?? [];
    const lines = values.slice(0, head).flatMap((row) => (row ?? []).flatMap((each) => shown(each) || []));
    const body = values.slice(head + 1).map((row, at) => {
      const cells = titles.map((_, column) => {
        const merge = merges.find((each) => each.left === column && contains(each, head + 1 + at, column));
        const text = shown(row?.[column]);
        if (!merge) return new TableCell({ children: [paragraph(text)] });
        return merged(text, merge.top === head + 1 + at ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE);
      });
      return new TableRow({ children: cells });
    });
    return [...lines.map(paragraph), new Table({ rows: [...headRows(titles), ...body] })];
  });
  return new Document({ sections: [{ children }] });
}

/** «Điểm» is above «Điểm tối đa» and «Điểm tự chấm» if these are neighbours. */
function headRows(titles: readonly CellValue[]): TableRow[] {
  const isScore = (at: number): boolean => shown(titles[at]).startsWith('Điểm ');
  const first = titles.flatMap((title, at): TableCell[] => {
    if (!isScore(at)) return [merged(shown(title), VerticalMergeType.RESTART)];
    if (at > 0 && isScore(at - 1)) return [];
    return [new TableCell({ columnSpan: isScore(at + 1) ? 2 : 1, children: [paragraph('Điểm')] })];
  });
  const second = titles.map((title, at) =>
    isScore(at) ? new TableCell({ children: [paragraph(shown(title))] }) : merged('', VerticalMergeType.CONTINUE),
  );
  return [new TableRow({ children: first }), new TableRow({ children: second })];
}

const merged = (text: string, verticalMerge: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]): TableCell =>
  new TableCell({ verticalMerge, children: [paragraph(text)] });
