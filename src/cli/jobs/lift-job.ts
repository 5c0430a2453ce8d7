/**
 * One run of `nang-xep-loai`: shows how each unit can rise, and its result after the named losses are remedied. Writes
 * nothing.
 */
import { liftOf, remediedUnit, liftInWords, whatIfInWords } from '../../core/lift/lift-view';
import { resultAt, type UnitResult } from '../../core/model/assessment';
import {
  LIFT_WORDS,
  type GoalView,
  type LiftSetView,
  type LiftView,
  type WhatIfView,
} from '../../core/model/lift-view';
import { labelOf, positionsOf, sheetTitle, unitLabel, type Item } from '../../core/model/score-sheet';
import { liftsToJson, type UnitRise } from '../../export/assessment-to-json';
import type { LiftJob } from '../requests';
import { assessFile } from '../assess-file';
import { allUnits, lossesNamed, unitsNamed } from '../choose';
import { findInputs } from '../files';
import { HEADING, heading, paint, titled } from '../paint';
import { printFault, printScale, printTally } from '../print';
import { table, type Column } from '../table';
import type { Terminal, Screen } from '../terminal';
import { clean, widthOf, wrap, wrapAfter } from '../text';
import type { OutcomeFormat, Done } from '../view';
import { attempt, workThrough } from '../work-through';
import { shownCount } from '../../core/values/decimal';

const LIFTS: OutcomeFormat<LiftOutcome> = {
  text: printLifts,
  json: ({ rises }) => ({ sheets: liftsToJson(rises) }),
  notes: () => [],
};

export function runLift(job: LiftJob, terminal: Terminal): Promise<number> {
  return workThrough(findInputs(job.paths, null), job, terminal, LIFTS, (input) =>
    attempt<LiftOutcome>({ path: input.path, book: null, rises: [], fault: null }, input, async (tell) => {
      const { assessment: book } = await assessFile(input.path, job);
      tell({ book });
      const named = unitsNamed(job.units, book, input.path);
      const chosen = job.losses.length === 0 ? null : lossesNamed(job.losses, named, book, input.path);
      const rises = (named ?? allUnits(book)).flatMap(({ assessment, sheet, unit }): UnitRise[] => {
        const items = chosen?.find((each) => each.sheet === sheet && each.unit === unit)?.items;
        if (chosen && !items) return [];
        const after = items ? remediedUnit(book.sheets, assessment, unit, items) : null;
        return [
          {
            assessment,
            unit,
            lift: liftOf(book.sheets, assessment, unit),
            remedied:
              items && after
                ? { items: items.flatMap((item) => assessment.scoreSheet.items[item] ?? []), after }
                : null,
          },
        ];
      });
      tell({ rises });
    }),
  );
}

interface LiftOutcome extends Done {
  readonly rises: readonly UnitRise[];
}

function printLifts({ path, book, rises, fault }: LiftOutcome, screen: Screen): string {
  const width = screen.columns ?? Infinity;
  const sheets = [...new Set(rises.map(({ assessment }) => assessment))];
  const parts = sheets.flatMap((assessment) => [
    [heading(path, sheetTitle(assessment.scoreSheet), screen), wrap(printScale(assessment.settings), width, '  ')].join(
      '\n',
    ),
    ...rises
      .filter((each) => each.assessment === assessment)
      .map((rise) => printRise(rise, rises.length === 1, screen)),
  ]);
  if (fault !== null) parts.push(printFault(path, fault, screen));
  else if (rises.length === 0) parts.push([heading(path, null, screen), 'Không có đơn vị nào để tính.'].join('\n'));
  const errors = [
    ...(book?.diagnostics ?? []),
    ...(book?.sheets ?? []).flatMap(({ diagnostics }) => diagnostics),
  ].filter(({ severity }) => severity === 'error').length;
  if (fault === null && errors > 0) parts.push(`Trong tệp có ${errors} lỗi; xem bằng «cchc kiem-tra».`);
  return `${parts.join('\n\n')}\n\n`;
}

/** Lists every loss if only one unit is shown. */
function printRise({ assessment, unit, lift, remedied }: UnitRise, isAlone: boolean, screen: Screen): string {
  const result = resultAt(assessment, unit);
  const view = lift && liftInWords(assessment, lift);
  const name = paint(result ? clean(unitLabel(assessment.scoreSheet, result.unit)) : '', HEADING, screen);
  if (!view || !result) return [name, LIFT_WORDS.unknown].join('\n');
  const after = remedied && whatIfInWords(assessment, remedied.after, positionsOf(remedied.items));
  const blocks = [
    [name, ...resultTable(result, view, remedied?.after ?? null, after, screen)],
    ...(remedied && after ? [chosenLines(remedied.items, after, screen)] : []),
    goalLines(view.toRating, screen),
    goalLines(view.toRank, screen),
    ...(isAlone ? [lossTable(view, screen)] : []),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function resultTable(
  result: UnitResult,
  view: LiftView,
  after: UnitResult | null,
  words: WhatIfView | null,
  screen: Screen,
): string[] {
  const columns: Column[] = [
    { title: '', align: 'left' },
    { title: 'Điểm', align: 'right' },
    { title: 'Chỉ số', align: 'right' },
    { title: 'Xếp loại', align: 'left' },
    { title: 'Xếp hạng', align: 'right' },
  ];
  const now = [LIFT_WORDS.present, printTally(result.totals.awardedTotal), view.index, ratingOf(view), rankOf(view)];
  const then = words
    ? [
        [
          LIFT_WORDS.after,
          printTally(after?.totals.awardedTotal ?? null),
          `${words.index} (${words.change})`,
          ratingOf(words),
          rankOf(words),
        ],
      ]
    : [];
  return table(columns, [now, ...then], screen.columns);
}

const ratingOf = ({ rating }: { readonly rating: string | null }): string => clean(rating ?? '–');
const rankOf = ({ rank, rankOf: of }: { readonly rank: number | null; readonly rankOf: number | null }): string =>
  rank === null ? '–' : of === null ? String(rank) : `${rank}/${of}`;

function chosenLines(items: readonly Item[], { lost }: WhatIfView, { columns }: Screen): string[] {
  const width = columns ?? Infinity;
  const labels = items.map((item) => clean(labelOf(item)));
  return [
    wrap(`Khắc phục ${shownCount(labels.length)} khoản, được thêm ${lost} điểm:`, width, '  '),
    ...labels.map((label) => wrapAfter('  - ', label, width, '    ')),
  ];
}

function goalLines({ title, text, sets, unreachable }: GoalView, screen: Screen): string[] {
  const width = screen.columns ?? Infinity;
  if (title === null) return [wrap(text, width, '  ')];
  const lines = [paint(clean(title), HEADING, screen), wrapAfter('  ', clean(text), width, '  ')];
  if (unreachable !== null) lines.push(wrapAfter('  ', unreachable, width, '  '));
  return sets.length === 0 ? lines : [...lines, ...setLines(sets, width)];
}

/** Prints sentences if the table is too wide, so that codes are never cut and can be typed again. */
function setLines(sets: readonly LiftSetView[], width: number): string[] {
  const title = sets.length === 1 ? 'Khắc phục' : 'Khắc phục một trong các nhóm';
  const columns: Column[] = [
    { title, align: 'left' },
    { title: 'Thêm điểm', align: 'right' },
    { title: 'Chỉ số', align: 'right' },
    { title: 'Xếp loại', align: 'left' },
    { title: 'Xếp hạng', align: 'right' },
  ];
  const lines = table(
    columns,
    sets.map(({ label, lost, after }) => [clean(label), lost, after.index, ratingOf(after), rankOf(after)]),
    null,
  ).map((line) => `  ${line}`);
  if (lines.every((line) => widthOf(line) <= width)) return lines;
  return [
    `  ${title}:`,
    ...sets.map(({ label, lost, after }) => {
      const words = [
        `thêm ${lost} điểm`,
        `chỉ số ${after.index}`,
        ...(after.rating === null ? [] : [`xếp loại ${ratingOf(after)}`]),
        ...(after.rank === null ? [] : [`xếp hạng ${rankOf(after)}`]),
      ];
      return wrapAfter('  - ', `${clean(label)}: ${words.join(', ')}`, width, '    ');
    }),
  ];
}

function lossTable({ losses }: LiftView, screen: Screen): string[] {
  if (losses.length === 0) return [LIFT_WORDS.noLoss];
  const columns: Column[] = [
    { title: 'Tiêu chí', align: 'left', yields: true },
    { title: 'Bị trừ', align: 'right' },
    { title: 'Chỉ số tăng', align: 'right' },
    { title: 'Nguyên nhân', align: 'left', yields: true },
  ];
  const rows = losses.map(({ label, lost, gain, cause, remediable }) => [
    clean(label),
    lost,
    gain,
    clean([...(remediable ? [] : [LIFT_WORDS.fixed]), cause ?? ''].filter((each) => each !== '').join(' · ')),
  ]);
  const [first = '', ...rest] = titled(table(columns, rows, screen.columns), screen);
  return [LIFT_WORDS.losses, first, ...rest];
}
