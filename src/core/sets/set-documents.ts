/** What changed between two criteria sets, in words, and as a document of one table. */
import { cell, centred, formOf, headed, paragraph, TABLE } from '../documents/report';
import type { DocumentCell, ReportDocument } from '../model/document';
import { NO_DETAILS } from '../model/report-details';
import type { ChangedLine, ScoringSet, SetComparison, SetLine } from '../model/scoring-set';
import { sum, toVietnamese, type Decimal } from '../values/decimal';

const points = (max: Decimal | null): string => (max === null ? '' : toVietnamese(max));

/** «chuyển từ 1.2; điểm tối đa 1,5 → 3». */
export function changeSaid({ before, after, isMoved, isRenamed, isReweighted, isRescaled }: ChangedLine): string {
  if (!before) return 'mới';
  if (!after) return 'bỏ';
  return [
    ...(isMoved
      ? [before.code === after.code ? 'chuyển sang mục khác' : `chuyển từ ${before.code || 'mục không mã'}`]
      : []),
    ...(isRenamed ? ['đổi tên'] : []),
    ...(isReweighted ? [`điểm tối đa ${points(before.max) || 'chưa ghi'} → ${points(after.max) || 'chưa ghi'}`] : []),
    ...(isRescaled ? ['đổi cách cho điểm'] : []),
  ].join('; ');
}

const SCORED = (line: SetLine): boolean => line.children.length === 0;

/** «12 lĩnh vực, tiêu chí …: 3 mới, 1 bỏ …». */
export function comparisonSaid({ changes, unchanged }: SetComparison): string {
  const counted = (
    [
      ['mới', ({ before }: ChangedLine) => before === null],
      ['bỏ', ({ after }: ChangedLine) => after === null],
      ['chuyển', ({ isMoved }: ChangedLine) => isMoved],
      ['đổi tên', ({ isRenamed }: ChangedLine) => isRenamed],
      ['đổi điểm tối đa', ({ isReweighted }: ChangedLine) => isReweighted],
      ['đổi cách cho điểm', ({ isRescaled }: ChangedLine) => isRescaled],
    ] as const
  ).flatMap(([word, isIt]) => {
    const count = changes.filter(isIt).length;
    return count === 0 ? [] : [`${String(count)} ${word}`];
  });
  return [`${String(unchanged)} mục giữ nguyên`, ...counted].join(', ');
}

/** «5 lĩnh vực, 38 tiêu chí chấm điểm, 100 điểm». */
export function setSaid({ lines }: ScoringSet): string {
  const areas = lines.filter(({ parent }) => parent < 0);
  const whole = areas.map(({ max }) => max);
  return [
    `${String(areas.length)} lĩnh vực`,
    `${String(lines.filter(SCORED).length)} tiêu chí chấm điểm`,
    ...(whole.every((max) => max !== null) ? [`${points(sum(whole))} điểm`] : []),
  ].join(', ');
}

export interface NamedSet {
  /** As it is called in the document: the file's name. */
  readonly name: string;
  readonly set: ScoringSet;
}

export function comparisonDocument(before: NamedSet, after: NamedSet, comparison: SetComparison): ReportDocument {
  const rows = comparison.changes.map((change, position) => {
    const { before: old, after: line } = change;
    return [centred(String(position + 1)), ...lineCells(old), ...lineCells(line), cell(changeSaid(change))];
  });
  const blocks = [
    paragraph(`Bộ cũ («${before.name}»): ${setSaid(before.set)}.`),
    paragraph(`Bộ mới («${after.name}»): ${setSaid(after.set)}.`),
    paragraph(`Kết quả so sánh: ${comparisonSaid(comparison)}.`),
  ];
  return {
    form: formOf(NO_DETAILS, 'Những thay đổi của bộ tiêu chí chấm điểm cải cách hành chính', TABLE),
    sections: [
      {
        landscape: true,
        appendix: null,
        blocks: [
          ...blocks,
          ...(rows.length === 0
            ? []
            : [{ kind: 'table' as const, widths: [4, 7, 27, 7, 7, 27, 7, 20], header: HEADER, rows }]),
        ],
      },
    ],
  };
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
  centred(points(line?.max ?? null)),
];
