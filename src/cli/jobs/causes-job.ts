/**
 * One run of `nguyen-nhan`: writes the losses without a cause of each workbook as a text to fill in for `tinh
 * --nguyen-nhan`.
 */
import { basename } from 'node:path';
import { causesText, openLosses, type OpenLoss } from '../../core/causes/causes-text';
import { unitKey } from '../../core/matching/unit-keys';
import type { Assessment } from '../../core/model/assessment';
import { areaOf, sheetTitle, unitLabel, type UnitScores } from '../../core/model/score-sheet';
import { toA1 } from '../../core/values/address';
import { keyOf } from '../../export/assessment-to-json';
import { jsonCount, jsonNumber, type Json } from '../../export/json-text';
import type { CausesJob } from '../requests';
import { assessFile } from '../assess-file';
import { unitsNamed } from '../choose';
import { findInputs, planTexts } from '../files';
import { earlierFile, yearsOf } from '../last-year';
import { heading, titled } from '../paint';
import { printFault } from '../print';
import { table, type Column } from '../table';
import type { Terminal, Screen } from '../terminal';
import { clean, wrap } from '../text';
import type { OutcomeFormat, Done } from '../view';
import { attempt, EXIT, workThrough } from '../work-through';
import { keep } from '../write-copy';

const OPEN_LOSSES: OutcomeFormat<CausesOutcome> = {
  text: printOpenLosses,
  json: ({ losses, text }) => ({ ...(text === null ? {} : { exported: [text] }), sheets: openLossesToJson(losses) }),
  notes: ({ text }) => (text === null ? [] : [`→ ${clean(text)}`]),
};

export async function runCauses(job: CausesJob, terminal: Terminal): Promise<number> {
  const earlier = await earlierFile(job, terminal);
  if (earlier === undefined) return EXIT.couldNotRun;
  const inputs = findInputs(job.paths, job.out);
  const places = planTexts(inputs, job.out);
  return workThrough(inputs, job, terminal, OPEN_LOSSES, (input, sources) =>
    attempt<CausesOutcome>(
      { path: input.path, book: null, losses: [], text: null, fault: null },
      input,
      async (tell) => {
        const { book, previous } = yearsOf(await assessFile(input.path, job), job, earlier, input.path);
        tell({ book });
        const named = unitsNamed(job.units, book, input.path);
        const losses = openLosses(
          book,
          previous?.sheets ?? [],
          (sheet, unit) => named === null || named.some((each) => each.sheet === sheet && each.unit === unit),
        );
        const text =
          losses.length === 0
            ? null
            : keep(places.get(input) ?? '', bytesOf(causesText(book, losses, leadOf(input.path, losses))), sources);
        tell({ losses, text });
      },
    ),
  );
}

const leadOf = (path: string, losses: readonly OpenLoss[]): string[] => [
  `Những khoản mất điểm chưa ghi nguyên nhân trong «${basename(path)}»: ${losses.length} khoản, ` +
    `${losses.filter(({ suggestions }) => suggestions.length > 0).length} khoản có gợi ý.`,
  'Sửa nguyên nhân gợi ý cho đúng, viết nguyên nhân vào chỗ …… [nguyên nhân], xóa khoản không muốn ghi, rồi lưu lại.',
  'Dòng bắt đầu bằng dấu # chỉ để đọc; dòng ấy và chỗ còn để trống không được ghi vào bảng.',
  `Ghi vào bảng: cchc tinh "${basename(path)}" --nguyen-nhan "tên văn bản này"`,
];

/** UTF-8 with a byte order mark and CRLF, so that every Notepad and Word recognises Vietnamese text. */
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`);

interface CausesOutcome extends Done {
  readonly losses: readonly OpenLoss[];
  /** Path of the text; null if there is nothing to fill in. */
  readonly text: string | null;
}

function printOpenLosses({ path, book, losses, text, fault }: CausesOutcome, screen: Screen): string {
  const width = screen.columns ?? Infinity;
  const parts =
    losses.length === 0 ? [] : [[heading(path, onlySheet(losses), screen), ...unitTable(losses, screen)].join('\n')];
  if (fault !== null) parts.push(printFault(path, fault, screen));
  else if (text === null) parts.push([heading(path, null, screen), nothing(book)].join('\n'));
  const unlisted = losses.filter(({ line }) => line === null).length;
  if (unlisted > 0)
    parts.push(
      wrap(
        `${unlisted} khoản có tên hoặc mã mà văn bản không nói rõ được là tiêu chí nào; hãy ghi nguyên nhân ` +
          'của chúng ngay trong bảng.',
        width,
        '  ',
      ),
    );
  if (text !== null)
    parts.push(
      [
        `Văn bản để điền: ${clean(text)}`,
        `Điền xong thì ghi vào bảng: cchc tinh "${clean(path)}" --nguyen-nhan "${clean(text)}"`,
      ].join('\n'),
    );
  return `${parts.join('\n\n')}\n\n`;
}

const onlySheet = (losses: readonly OpenLoss[]): string | null => {
  const sheets = new Set(losses.map(({ assessment }) => assessment.scoreSheet.sheet));
  return sheets.size === 1 ? ([...sheets][0] ?? null) : null;
};

/** Adds the sheet's name if there are several sheets, unless each sheet is named after its unit. */
function unitTable(losses: readonly OpenLoss[], screen: Screen): string[] {
  const units = new Map<UnitScores, OpenLoss[]>();
  for (const loss of losses) {
    const listed = units.get(loss.unit);
    if (listed) listed.push(loss);
    else units.set(loss.unit, [loss]);
  }
  const rows = [...units].map(([unit, listed]) => {
    const sheet = listed[0]?.assessment.scoreSheet.sheet ?? '';
    return {
      sheet,
      name: unitLabel({ sheet }, unit),
      counts: [String(listed.length), String(listed.filter(({ suggestions }) => suggestions.length > 0).length)],
    };
  });
  const hasSheets = onlySheet(losses) === null && rows.some(({ sheet, name }) => unitKey(sheet) !== unitKey(name));
  const columns: Column[] = [
    ...(hasSheets ? [{ title: 'Trang tính', align: 'left', yields: true } as const] : []),
    { title: 'Đơn vị', align: 'left', yields: true },
    { title: 'Chưa ghi nguyên nhân', align: 'right' },
    { title: 'Có gợi ý', align: 'right' },
  ];
  return titled(
    table(
      columns,
      rows.map(({ sheet, name, counts }) => [...(hasSheets ? [clean(sheet)] : []), clean(name), ...counts]),
      screen.columns,
    ),
    screen,
  );
}

function nothing(book: CausesOutcome['book']): string {
  const itemised = (book?.sheets ?? []).filter(({ scoreSheet }) => scoreSheet.itemised);
  if (itemised.length === 0)
    return 'Không có bảng nào ghi điểm từng tiêu chí, nên không có khoản nào để ghi nguyên nhân.';
  return itemised.some(({ deductions }) => deductions.length > 0)
    ? 'Mọi khoản mất điểm đều đã ghi nguyên nhân.'
    : 'Không có khoản nào mất điểm.';
}

/**
 * `--json`: one entry for each bảng tổng hợp with open losses, best suggestions first. Names and order are permanent.
 */
function openLossesToJson(losses: readonly OpenLoss[]): Json[] {
  const sheets = new Map<Assessment, OpenLoss[]>();
  for (const loss of losses) {
    const listed = sheets.get(loss.assessment);
    if (listed) listed.push(loss);
    else sheets.set(loss.assessment, [loss]);
  }
  return [...sheets].map(([{ scoreSheet }, listed]): Json => ({
    sheet: sheetTitle(scoreSheet),
    losses: listed.map(({ unit, item, deduction, suggestions }) => ({
      unit: unit.name,
      area: keyOf(areaOf(scoreSheet.items, item)) ?? '',
      code: item.code,
      name: item.name,
      lost: jsonNumber(deduction.lostPoints),
      at: toA1(deduction.at),
      suggestions: suggestions.map(({ cause, times, unitName, isLastYears }) => ({
        cause,
        times: jsonCount(times),
        unit: unitName,
        lastYear: isLastYears,
      })),
    })),
  }));
}
