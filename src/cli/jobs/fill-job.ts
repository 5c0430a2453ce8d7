/** One run of `tinh` or `kiem-tra`: reads and assesses each workbook, and for `tinh` writes a filled copy. */
import { planFill, type LeftOut, type Plan } from '../../core/fill';
import { toA1 } from '../../core/values/address';
import { assessmentToJson } from '../../export/assessment-to-json';
import { unreadSheetsJson } from '../../export/reading-to-json';
import { HOST_FAULTS } from '../../hosts/host';
import type { Job } from '../requests';
import { assessFile, mended, readText } from '../assess-file';
import { CliError } from '../fault';
import { findInputs, planCopies } from '../files';
import { printOutcome, type Outcome } from '../print';
import { printTaken } from '../print-taken';
import { takeCauses } from '../take-causes';
import type { Terminal } from '../terminal';
import { clean } from '../text';
import type { OutcomeFormat } from '../view';
import { NOTHING_KEPT } from '../unfinished';
import { attempt, couldNotRun, EXIT, keptFor, workThrough } from '../work-through';
import { writeResult } from '../write-copy';

const PROTECTED = { code: HOST_FAULTS['protected-sheet'], alias: 'protected-sheet' };

/** How the whole result is shown; `xuat` uses it too. */
export const RESULT: OutcomeFormat<Outcome> = {
  text: printOutcome,
  json: ({ book, exported, leftOut }) => ({
    ...(exported.length === 0 ? {} : { exported }),
    ...(leftOut.length === 0 ? {} : { notWritten: leftOut.map(notWrittenJson) }),
    sheets: book === null ? [] : assessmentToJson(book),
    unreadSheets: unreadSheetsJson(book?.unreadSheets ?? []),
  }),
  notes: ({ copy, taken, leftOut }) => [
    ...(taken === null ? [] : [`· ${printTaken(taken, { columns: null, colours: false })}`]),
    ...leftOut.map(({ message }) => `· ${PROTECTED.code} · ${clean(message)}`),
    ...(copy === null ? [] : [`→ ${clean(copy)}`]),
  ],
  written: ({ copy, exported }) => [...(copy === null ? [] : [copy]), ...exported],
};

const notWrittenJson = ({ sheet, at, message }: LeftOut) => ({ ...PROTECTED, sheet, at: at.map(toA1), message });

const NOTHING: Plan = { edits: [], leftOut: [] };

export async function runFill(job: Job, terminal: Terminal): Promise<number> {
  const causes = job.causes === null ? null : textOf(job.causes, job, terminal);
  if (causes === undefined) return EXIT.couldNotRun;
  const inputs = findInputs(job.paths, job.out);
  if (inputs.length > 1 && job.confirmed !== 'all' && job.confirmed.length > 0) {
    const why = 'Số của đoạn chỉ rõ khi tính một tệp; hãy tính từng tệp, hoặc ghi --xac-nhan tat-ca.';
    return couldNotRun(new CliError('refused-choice', why), { json: job.json, about: {} }, terminal);
  }
  const copies = planCopies(inputs, job.out);
  // `kiem-tra` writes nothing and keeps no record of progress.
  const unfinished = job.command === 'tinh' ? keptFor(inputs, job, terminal, [job.causes]) : NOTHING_KEPT;
  return workThrough(inputs, { ...job, unfinished }, terminal, RESULT, (input, sources) =>
    attempt<Outcome>(
      { path: input.path, book: null, copy: null, exported: [], taken: null, leftOut: [], fault: null },
      input,
      async (tell) => {
        const found = await assessFile(input.path, job);
        const taken = causes === null ? null : takeCauses(found, causes, job);
        const { file, assessment } = job.mends ? mended(taken ?? found, job) : (taken ?? found);
        tell({ book: assessment });
        const copy = copies.get(input) ?? '';
        const fills = job.command === 'tinh' && assessment.sheets.length > 0;
        const { edits, leftOut } = fills ? planFill(file.book, assessment) : NOTHING;
        if (fills) writeResult(copy, file.apply(edits), sources);
        tell({ copy: fills ? copy : null, leftOut, taken });
      },
    ),
  );
}

/** Undefined if the text cannot be read; the error is already printed. */
function textOf(path: string, { json }: Job, terminal: Terminal): string | undefined {
  try {
    return readText(path);
  } catch (error) {
    couldNotRun(error, { json, about: { file: path } }, terminal);
    return undefined;
  }
}
