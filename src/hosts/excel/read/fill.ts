/** Converts fills between Excel's form and the codes that the record of marks stores. */
import type { MarkKind } from '../../../core/model/workbook/grid';
import { KEPT_FILL, NO_FILL, partsOfCode, type FillCode } from '../../marks/fill-code';
import type { MarkRecord } from '../../marks/mark-names';
import { isMarkShown } from '../../marks/plan-marks';

export interface ExcelFill {
  readonly color?: string | null | undefined;
  readonly pattern?: string | null | undefined;
}

export function codeOfExcelFill({ color, pattern }: ExcelFill): FillCode {
  if (pattern === 'None') return NO_FILL;
  if (pattern !== 'Solid' || typeof color !== 'string' || !/^#[0-9A-F]{6}$/i.test(color)) return KEPT_FILL;
  return `FF${color.slice(1).toUpperCase()}`;
}

export const shownMark = (record: MarkRecord | undefined, code: FillCode): MarkKind | null =>
  record && isMarkShown(record, code) ? record.kind : null;

/** Colours of the default Office theme; add-ins cannot read the workbook's own theme. */
const THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];
const INDEXED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** #RRGGBB for Excel, or null for no fill. A theme colour is approximated with the default theme. */
export function colourOfCode(code: FillCode): string | null {
  const parts = partsOfCode(code);
  if (!parts) return null;
  const base =
    parts.rgb?.slice(2) ?? (parts.theme === undefined ? INDEXED[Number(parts.indexed)] : THEME[Number(parts.theme)]);
  if (base === undefined) return null;
  const tint = Number(parts.tint ?? 0);
  const shade = (position: number): string => {
    const part = parseInt(base.slice(position, position + 2), 16);
    return Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${shade(0)}${shade(2)}${shade(4)}`.toUpperCase();
}
