/**
 * One run of `nguyen-nhan`: the losses of each workbook without a cause, as text to fill in for `tinh --nguyen-nhan`.
 */
import { basename } from 'node:path';
import { causesText, openLosses, type OpenLoss } from '../core/causes/causes-text';
import { openLossesToJson } from '../export/causes-to-json';
import type { CausesJob } from './args';
import { assessFile } from './assess-file';
import { unitsNamed } from './choose';
import { findInputs, planTexts } from './files';
import { earlierFile, yearsOf } from './last-year';
import { printOpenLosses, type CausesOutcome } from './print-causes';
import type { Terminal } from './terminal';
import { clean } from './text';
import type { Shown } from './view';
import { attempt, EXIT, workThrough } from './work-through';
import { keep } from './write-copy';

const OPEN_LOSSES: Shown<CausesOutcome> = {
  text: printOpenLosses,
  json: ({ losses, text }) => ({ ...(text === null ? {} : { exported: [text] }), sheets: openLossesToJson(losses) }),
  notes: ({ text }) => (text === null ? [] : [`→ ${clean(text)}`]),
};

export async function runCauses(job: CausesJob, terminal: Terminal): Promise<number> {
  const earlier = earlierFile(job, terminal);
  if (earlier === undefined) return EXIT.couldNotRun;
  const inputs = findInputs(job.paths, job.out);
  const places = planTexts(inputs, job.out);
  return workThrough(inputs, job, terminal, OPEN_LOSSES, (input, sources) =>
    attempt<CausesOutcome>({ path: input.path, book: null, losses: [], text: null, fault: null }, input, (tell) => {
      const { book, previous } = yearsOf(assessFile(input.path, job), job, earlier, input.path);
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
    }),
  );
}

const leadOf = (path: string, losses: readonly OpenLoss[]): string[] => [
  `Những mục mất điểm chưa ghi nguyên nhân trong «${basename(path)}»: ${losses.length} mục, ` +
    `${losses.filter(({ suggestions }) => suggestions.length > 0).length} mục có gợi ý.`,
  'Sửa nguyên nhân gợi ý cho đúng, viết nguyên nhân vào chỗ …… [nguyên nhân], xóa mục nào không muốn ghi, rồi lưu lại.',
  'Dòng bắt đầu bằng dấu # chỉ để đọc; dòng ấy và chỗ còn để trống không được ghi vào bảng.',
  `Ghi vào bảng: cchc tinh "${basename(path)}" --nguyen-nhan "tên văn bản này"`,
];

/** With the mark and the line ends by which every Notepad and Word know Vietnamese text. */
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`);
