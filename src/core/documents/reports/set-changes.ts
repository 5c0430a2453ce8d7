/** Compares two criteria sets in one table, line by line. */
import type { DocumentCell, DocumentTable, ReportDocument } from '../../model/document';
import { NO_DETAILS } from '../../model/report-details';
import type { ScoringSet, SetComparison, SetLine } from '../../model/scoring-set';
import { lineChangeText, comparisonText, setSizeText } from '../../sets/compare-sets';
import { toVietnamese } from '../../values/decimal';
import { cell, centred, formOf, headed, paragraph, TABLE } from '../report';

export interface NamedSet {
  /** The name used in the document: the file's name. */
  readonly name: string;
  readonly set: ScoringSet;
}

export function comparisonDocument(before: NamedSet, after: NamedSet, comparison: SetComparison): ReportDocument {
  const blocks = [
    paragraph(`Bộ cũ («${before.name}»): ${setSizeText(before.set)}.`),
    paragraph(`Bộ mới («${after.name}»): ${setSizeText(after.set)}.`),
    paragraph(`Kết quả so sánh: ${comparisonText(comparison)}.`),
  ];
  return {
    form: formOf(NO_DETAILS, 'Những thay đổi của bộ tiêu chí chấm điểm cải cách hành chính', TABLE),
    sections: [
      {
        landscape: true,
        appendix: null,
        blocks: [...blocks, ...changesTable(comparison)],
      },
    ],
  };
}

/** Empty if nothing changed. */
export function changesTable({ changes }: SetComparison): DocumentTable[] {
  if (changes.length === 0) return [];
  const rows = changes.map((change, position) => {
    const { before: old, after: line } = change;
    return [centred(String(position + 1)), ...lineCells(old), ...lineCells(line), cell(lineChangeText(change))];
  });
  return [{ kind: 'table', widths: [4, 7, 27, 7, 7, 27, 7, 20], header: HEADER, rows }];
}

const HEADER: readonly (readonly DocumentCell[])[] = [
  [
    headed('TT', { down: 2 }),
    headed('Bộ cũ', { span: 3 }),
    headed('Bộ mới', { span: 3 }),
    headed('Thay đổi', { down: 2 }),
  ],
  ['Mã', 'Tên', 'Điểm tối đa', 'Mã', 'Tên', 'Điểm tối đa'].map((text) => headed(text)),
];

const lineCells = (line: SetLine | null): DocumentCell[] => [
  centred(line?.code ?? ''),
  cell(line?.name ?? ''),
  centred(line?.max ? toVietnamese(line.max) : ''),
];
