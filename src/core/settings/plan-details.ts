/** What a report needs beside the numbers (office, number, signer …), written into `Cấu hình` in the form in which it is read. */
import type { Edit, SheetEdits } from '../model/edit';
import { plainKey } from '../values/fold-text';
import { blankGrid, textAt, type Book, type Grid } from '../model/grid';
import type { ReportDetails } from '../model/report-details';
import { findSideSheets } from '../read/find-score-sheets';
import { readReportDetails } from './read-report-details';
import { SETTINGS_SHEET, contentOf, filledColumns, slice } from './plan-settings';

/** What a report needs beside the numbers, as it is typed: lists a line each, the date as day/month/year. */
export type DetailsView = Readonly<Record<keyof ReportDetails, string>>;

/** How each is named where nothing names it yet, in the order in which they are added. */
const LABELS: Readonly<Record<keyof ReportDetails, string>> = {
  superiorBody: 'Cơ quan chủ quản',
  issuingBody: 'Cơ quan ban hành',
  number: 'Số văn bản',
  symbol: 'Ký hiệu văn bản',
  place: 'Địa danh',
  date: 'Ngày ban hành',
  year: 'Năm đánh giá',
  addressee: 'Kính gửi',
  signerTitle: 'Chức vụ người ký',
  signerName: 'Người ký',
  recipients: 'Nơi nhận',
  grounds: 'Căn cứ',
  inspectedOnSite: 'Kiểm tra trực tiếp',
  inspectedByReport: 'Kiểm tra qua báo cáo',
};
const KEYS = Object.keys(LABELS) as readonly (keyof ReportDetails)[];
const MOST_ROWS = 500;

export function planDetails(book: Book, change: Partial<DetailsView>): SheetEdits[] {
  const present = findSideSheets(book).settings;
  const grid = present ?? blankGrid(SETTINGS_SHEET);
  const edits: Edit[] = [];
  const put = (row: number, column: number, text: string): void => {
    if (textAt(grid, row, column) !== text)
      edits.push({ kind: 'cell', at: { row, column }, content: contentOf(text), format: null });
  };
  let free = grid.rowCount === 0 ? 0 : grid.rowCount + 1;
  for (const key of KEYS) {
    const value = change[key]?.trim();
    if (value === undefined) continue;
    const line = findLine(grid, key);
    if (line) {
      put(line.row, line.column, value);
      // What went on in the rows below is in the one cell now. What stands beside it is the officer's remark, which goes only with the value: alone it would be read as one.
      for (let row = value === '' ? line.row : line.row + 1; row <= line.last; row++)
        for (const column of filledColumns(grid, row)) if (column > line.column || row > line.row) put(row, column, '');
    } else if (value !== '') {
      put(free, 0, LABELS[key]);
      put(free++, 1, value);
    }
  }
  return edits.length === 0 ? [] : [{ sheet: grid.sheet, isNew: present === null, edits }];
}

/** The row that states it, its cell, and the last row in which it goes on. */
function findLine(
  grid: Grid,
  key: keyof ReportDetails,
): { readonly row: number; readonly column: number; readonly last: number } | null {
  const reads = (first: number, count: number): string =>
    JSON.stringify(readReportDetails(slice(grid, first, count), [])[key]);
  const nothing = reads(grid.rowCount, 0);
  const bottom = Math.min(grid.rowCount, MOST_ROWS);
  for (let row = 0; row < bottom; row++) {
    const [label, value] = filledColumns(grid, row).filter(
      (column, at) => at > 0 || !/^\d{1,3}\.?$/.test(textAt(grid, row, column)),
    );
    if (
      label === undefined ||
      (plainKey(textAt(grid, row, label)).replace(/:$/, '') !== plainKey(LABELS[key]) && reads(row, 1) === nothing)
    )
      continue;
    let last = row;
    while (
      last + 1 < bottom &&
      reads(row, last + 2 - row) !== reads(row, last + 1 - row) &&
      reads(last + 1, 1) === nothing
    )
      last += 1;
    return { row, column: value ?? label + 1, last };
  }
  return null;
}
