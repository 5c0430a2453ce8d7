/** Replaces the results that the file holds beside formulas; the formulas stay as they are. */
import { cellKey } from '../../../core/values/address';
import { escapeControls, escapeText } from '../xml/xml-text';
import { withAttributes } from '../xml/xml-tree';
import { spliceText, type Splice } from '../xml/splice';
import type { Recalculated } from '../recalculate';
import type { Scan } from './scan-cell';
import type { SheetPart } from './sheet-part';
import { scanRows } from './sheet-scan';

export function writeResults(sheet: SheetPart, results: Recalculated): Splice[] {
  if (results.size === 0) return [];
  const { bytes, where, data } = sheet;
  const splices: Splice[] = [];
  scanRows(bytes, where, data.openEnd, data.closeStart, {
    row: () => undefined,
    cell: (scan) => {
      const result = results.get(cellKey(scan.row, scan.column));
      if (result !== undefined && scan.formulaStart >= 0) splices.push(...withResult(sheet, scan, result));
    },
  });
  return splices;
}

function withResult({ bytes, data: { prefix } }: SheetPart, scan: Scan, result: string | number | boolean): Splice[] {
  const { valueStart, valueStop, formulaStop } = scan;
  const text = typeof result === 'boolean' ? String(Number(result)) : String(result);
  const [from, to] =
    valueStart < 0
      ? [formulaStop, formulaStop]
      : [bytes.lastIndexOf(0x3c, valueStart - 1), bytes.indexOf(0x3e, valueStop) + 1];
  const type = typeof result === 'string' ? 'str' : typeof result === 'boolean' ? 'b' : null;
  return [
    spliceText(scan.start, scan.openEnd, withAttributes(bytes, scan, { t: type })),
    spliceText(from, to, `<${prefix}v>${escapeText(escapeControls(text))}</${prefix}v>`),
  ];
}
