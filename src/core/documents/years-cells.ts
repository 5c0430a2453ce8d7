/** Cells and tables that compare two years: percent before, percent now, and the change in percentage points. */
import type { DocumentCell, DocumentTable } from '../model/document';
import type { PercentChange } from '../score/compare-years';
import { toVietnamese, type Decimal } from '../values/decimal';
import { centred, headed, type Years } from './report';
import { capitalised, signed } from './wording';

const NONE = '–';
const percent = (value: Decimal | null): DocumentCell => centred(value === null ? NONE : toVietnamese(value));
const change = (value: Decimal | null): DocumentCell => centred(value === null ? NONE : signed(value));
export const cellsOf = ({ before, after, change: since }: PercentChange): DocumentCell[] => [
  percent(before),
  percent(after),
  change(since),
];
const headings = (first: string, { previous, current }: Years, last: string): readonly DocumentCell[][] => [
  ['TT', first, `${capitalised(previous)} (%)`, `${capitalised(current)} (%)`, 'Tăng/giảm (điểm %)', last].map((text) =>
    headed(text),
  ),
];

export function tableOf(first: string, years: Years, last: string, rows: readonly DocumentCell[][]): DocumentTable {
  return {
    kind: 'table',
    widths: [5, 37, 11, 11, 12, 24],
    header: headings(first, years, last),
    rows: rows.map((row, position) => [centred(String(position + 1)), ...row]),
  };
}
