/** The result of one workbook as an officer reads it on a terminal. */
import { basename, dirname } from 'node:path';
import type { LeftOut } from '../core/fill';
import { toA1 } from '../core/values/address';
import type { Assessment, Tally, UnitResult } from '../core/model/assessment';
import { toVietnamese } from '../core/values/decimal';
import type { Diagnostic } from '../core/model/diagnostic';
import { roundRatio } from '../core/values/ratio';
import { labelOf, sheetTitle } from '../core/model/score-sheet';
import { isReported } from '../core/model/set-aside';
import { scaleSource, type Settings } from '../core/model/settings';
import { HOST_FAULTS } from '../hosts/host';
import type { Fault } from './fault';
import { countSeverities, HEADING, heading, paint, SEVERITIES, titled } from './paint';
import { printTaken } from './print-taken';
import { table, type Column } from './table';
import type { TakenCauses } from './take-causes';
import type { Screen } from './terminal';
import { clean, wrap } from './text';
import type { Done } from './view';

/** The result of one workbook of `tinh`, `kiem-tra` or `xuat`. */
export interface Outcome extends Done {
  /** Path of the filled copy; null when none was written. */
  readonly copy: string | null;
  /** Paths of the exported files. */
  readonly exported: readonly string[];
  /** The outcome of the causes text; null if none was given. */
  readonly taken: TakenCauses | null;
  /** Parts that the copy lacks because the workbook is protected. */
  readonly leftOut: readonly LeftOut[];
}

export function printOutcome({ path, book, copy, exported, taken, leftOut, fault }: Outcome, screen: Screen): string {
  const parts = [
    ...(book?.sheets ?? []).map((sheet) => printSheet(path, sheet, screen)),
    ...(book === null || book.diagnostics.length === 0 ? [] : [printUnread(path, book.diagnostics, screen)]),
  ];
  if (fault !== null) parts.push(printFault(path, fault, screen));
  if (taken !== null) parts.push(printTaken(taken, screen));
  if (leftOut.length > 0) parts.push(leftOut.map(({ message }) => notWritten(message, screen)).join('\n'));
  if (copy !== null) parts.push(`Bản đã điền: ${clean(copy)}`);
  if (exported.length > 0) parts.push(printExported(exported));
  return `${parts.join('\n\n')}\n\n`;
}

export const printFault = (path: string, { code, message }: Fault, screen: Screen): string =>
  [heading(path, null, screen), paint(`Không thực hiện được · ${code} · ${clean(message)}`, '31', screen)].join('\n');

const notWritten = (message: string, screen: Screen): string =>
  paint(
    wrap(`Không ghi hết · ${HOST_FAULTS['protected-sheet']} · ${clean(message)}`, screen.columns ?? Infinity, '  '),
    '33',
    screen,
  );

/** A province's reports are hundreds of files: above this number only their count and folder are printed. */
const MOST_NAMES = 10;

function printExported(exported: readonly string[]): string {
  const heading = `Đã xuất ${exported.length} tệp vào «${clean(dirname(exported[0] ?? ''))}»`;
  if (exported.length > MOST_NAMES) return heading;
  return [`${heading}:`, ...exported.map((each) => `  ${clean(basename(each))}`)].join('\n');
}

function printSheet(path: string, assessment: Assessment, screen: Screen): string {
  const { scoreSheet, settings, units, deductions, diagnostics } = assessment;
  const counts = [
    `${units.length} đơn vị`,
    ...(scoreSheet.itemised || deductions.length > 0 ? [`${deductions.length} khoản mất điểm`] : []),
    countSeverities(diagnostics),
  ];
  const blocks = [
    [heading(path, sheetTitle(scoreSheet), screen), wrap(printScale(settings), screen.columns ?? Infinity, '  ')],
    unitTable(assessment, screen),
    ...(scoreSheet.kind === 'one-unit' ? [areaTable(assessment, screen), deductionList(assessment, screen)] : []),
    diagnosticList(diagnostics, screen),
    setAsideList(diagnostics, screen),
    [counts.join(' · ')],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function printUnread(
  path: string,
  diagnostics: readonly (Diagnostic & { readonly sheet: string })[],
  screen: Screen,
): string {
  const sheets = [...new Set(diagnostics.map(({ sheet }) => sheet))];
  return sheets
    .map((name) =>
      [
        heading(path, name, screen),
        ...diagnosticList(
          diagnostics.filter(({ sheet }) => sheet === name),
          screen,
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

/** «Xuất sắc từ 90 · Tốt từ 80 · … (mặc định)». */
export function printScale(settings: Settings): string {
  const { scale } = settings;
  if (scale.length === 0) return 'Thang xếp loại: không xếp loại';
  const bands = scale.map(
    ({ label, from, inclusive }) => `${clean(label)} ${inclusive ? 'từ' : 'trên'} ${toVietnamese(from)}`,
  );
  return `Thang xếp loại (${scaleSource(settings)}): ${bands.join(' · ')}`;
}

interface UnitColumn extends Column {
  readonly cell: (unit: UnitResult) => string;
  readonly when?: boolean;
}

function unitTable(assessment: Assessment, screen: Screen): string[] {
  const shown = unitColumns(assessment).filter(({ when = true }) => when);
  const rows = assessment.units.map((unit) => shown.map(({ cell }) => cell(unit)));
  return titled(table(shown, rows, screen.columns), screen);
}

function unitColumns({ scoreSheet, units, places }: Assessment): UnitColumn[] {
  const appraised = scoreSheet.units.some(({ awardedRole }) => awardedRole === 'appraised');
  return [
    { title: 'Đơn vị', align: 'left', yields: true, cell: ({ unit }) => clean(unit.name) },
    {
      title: 'Khối',
      align: 'left',
      yields: true,
      cell: ({ unit }) => clean(unit.group ?? ''),
      when: scoreSheet.units.some(({ group }) => group !== null),
    },
    {
      title: 'Tự chấm',
      align: 'right',
      cell: ({ totals }) => printTally(totals.selfTotal),
      when: units.some(({ totals }) => totals.selfTotal !== null),
    },
    {
      title: 'Thẩm định',
      align: 'right',
      cell: ({ totals, undetermined }) => (undetermined ? '' : printTally(totals.awardedTotal)),
      when: appraised,
    },
    {
      title: 'Cộng',
      align: 'right',
      cell: ({ totals }) => toVietnamese(totals.bonus),
      when: units.some(({ totals }) => totals.bonus !== 0),
    },
    {
      title: 'Trừ',
      align: 'right',
      cell: ({ totals }) => toVietnamese(totals.penalty),
      when: units.some(({ totals }) => totals.penalty !== 0),
    },
    {
      title: 'Chỉ số',
      align: 'right',
      cell: ({ publishedIndex }) => (publishedIndex === null ? 'chưa xác định' : toVietnamese(publishedIndex, places)),
    },
    {
      title: 'Xếp loại',
      align: 'left',
      cell: ({ rating }) => clean(rating ?? ''),
      when: units.some(({ rating }) => rating !== null),
    },
    {
      title: 'Xếp hạng',
      align: 'right',
      cell: ({ rank, rankOf }) => (rank === null ? '' : `${rank}/${rankOf ?? ''}`),
      when: units.some(({ rank }) => rank !== null),
    },
  ];
}

function areaTable({ units, places }: Assessment, screen: Screen): string[] {
  const columns: Column[] = [
    { title: 'Lĩnh vực', align: 'left', yields: true },
    { title: 'Điểm', align: 'right' },
    { title: 'Tỷ lệ %', align: 'right' },
    { title: 'Mất', align: 'right' },
  ];
  const rows = units.flatMap(({ areas }) =>
    areas.map(({ item, tally, percent, lost }) => [
      clean(labelOf(item)),
      printTally(tally) || 'chưa xác định',
      percent === null ? '' : toVietnamese(roundRatio(percent, places), places),
      lost === null ? '' : toVietnamese(lost),
    ]),
  );
  return titled(table(columns, rows, screen.columns), screen);
}

function deductionList({ deductions }: Assessment, screen: Screen): string[] {
  if (deductions.length === 0) return [];
  const lines = deductions.map(({ item, lostPoints, maxPoints, awardedPoints, cause }) => {
    const why = cause === null ? 'chưa ghi nguyên nhân' : clean(cause);
    const points = `${toVietnamese(awardedPoints)}/${toVietnamese(maxPoints)}, mất ${toVietnamese(lostPoints)}`;
    return wrap(`${clean(labelOf(item))} (${points}): ${why}`, screen.columns ?? Infinity, '  ');
  });
  return [paint('Mất điểm', HEADING, screen), ...lines];
}

/** Faults that the officer set aside, with the reason. */
function setAsideList(diagnostics: readonly Diagnostic[], screen: Screen): string[] {
  const lines = diagnostics.flatMap(({ code, at, message, setAside }) =>
    setAside === undefined
      ? []
      : [
          wrap(
            `${printPlaces(at)} · ${code} · ${clean(message)} Lý do để lại: ${clean(setAside)}`,
            screen.columns ?? Infinity,
            '  ',
          ),
        ],
  );
  return lines.length === 0 ? [] : [paint('Đã để lại', HEADING, screen), ...lines];
}

function diagnosticList(diagnostics: readonly Diagnostic[], screen: Screen): string[] {
  const width = screen.columns ?? Infinity;
  return SEVERITIES.flatMap(({ severity, word, colour }) =>
    diagnostics
      .filter((diagnostic) => diagnostic.severity === severity && isReported(diagnostic))
      .flatMap(({ code, at, message, suggestions, consequences }) => [
        wrap(
          `${printPlaces(at)} · ${paint(word, colour, screen)} · ${code} · ${clean(message)}${alongWith(consequences)}`,
          width,
          '  ',
        ),
        ...suggestions.map(({ also = [], why, ...first }) => {
          const cells = [first, ...also]
            .map(
              (each) =>
                `ghi ${clean(each.value).replace('.', ',')} vào ô ${toA1(each.at)}` +
                (each.sheet === undefined ? '' : ` trang tính «${clean(each.sheet)}»`),
            )
            .join(', ');
          return `  ${wrap(`Gợi ý: ${cells} (${clean(why)})`, width - 2, '    ')}`;
        }),
      ]),
  );
}

/** « (kéo theo 4 ô)». */
const alongWith = (consequences: Diagnostic['consequences']): string =>
  consequences.length === 0 ? '' : ` (kéo theo ${consequences.length} ô)`;

function printPlaces(at: Diagnostic['at']): string {
  if (at.length === 0) return 'Cả bảng';
  const named = at.slice(0, 4).map(toA1).join(', ');
  return at.length > 4 ? `Ô ${named} và ${at.length - 4} ô khác` : `Ô ${named}`;
}

export const printTally = (tally: Tally | null): string =>
  tally === null ? '' : `${toVietnamese(tally.points)}/${toVietnamese(tally.max)}`;
