/** One run of `xuat`: reads and assesses each workbook and writes the requested exports into a folder of its own. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { matchUnits } from '../../core/matching/find-units';
import type { Merger } from '../../core/model/beside/merger';
import { mergerFaults } from '../../core/score/compare-years';
import { exportFiles } from '../../export/export-files';
import { EXPORT_KINDS, type ExportKind, type Template } from '../../export/export-request';
import { nodeCodec } from '../../hosts/xlsx-file/zip/codec-node';
import type { ExportJob } from '../requests';
import { assessFile } from '../assess-file';
import { lossesNamed, unitsNamed } from '../choose';
import { CliError, fileError } from '../fault';
import { findInputs, planFolders } from '../files';
import { earlierFile, mergersAt, yearsOf, type Years } from '../last-year';
import type { Outcome } from '../print';
import type { OutcomeFormat } from '../view';
import type { Terminal } from '../terminal';
import { attempt, couldNotRun, EXIT, keptFor, workThrough } from '../work-through';
import { keep } from '../write-copy';
import { RESULT } from './fill-job';

interface ExportOutcome extends Outcome {
  /** Objections to the list of merged units, kept with the outcome so that a resumed run prints them again. */
  readonly warned: readonly string[];
}

const EXPORTED: OutcomeFormat<ExportOutcome> = { ...RESULT, warned: ({ warned }) => warned };

export async function runExport(job: ExportJob, terminal: Terminal): Promise<number> {
  const earlier = await earlierFile(job, terminal);
  const mergers = await mergersOf(job, terminal);
  if (earlier === undefined || mergers === undefined) return EXIT.couldNotRun;
  const inputs = findInputs(job.paths, job.out);
  const folders = planFolders(inputs, job.out);
  const unfinished = keptFor(inputs, job, terminal, [job.previous, job.mergers, job.template]);
  return workThrough(inputs, { ...job, unfinished }, terminal, EXPORTED, (input, sources) =>
    attempt<ExportOutcome>(
      { path: input.path, book: null, copy: null, exported: [], taken: null, leftOut: [], fault: null, warned: [] },
      input,
      async (tell) => {
        const years = withMergers(yearsOf(await assessFile(input.path, job), job, earlier, input.path), mergers);
        tell({ book: years.book });
        if (job.previous !== null) requireSameUnits(years, input.path);
        tell({ warned: warningsOf(years, job) });
        const template = templateOf(job);
        const named = unitsNamed(job.units, years.book, input.path);
        const plans = job.losses.length === 0 ? {} : { plans: lossesNamed(job.losses, named, years.book, input.path) };
        const request = {
          kinds: job.kinds,
          units: named?.map(({ sheet, unit }) => ({ sheet, unit })) ?? null,
          apart: job.apart,
          withoutDraftMarks: job.withoutDraftMarks,
          ...plans,
          ...(template ? { template } : {}),
        };
        const exported: string[] = [];
        tell({ exported });
        if (years.book.sheets.length + years.book.inspections.length > 0) {
          for await (const { name, bytes } of exportFiles(request, years, nodeCodec)) {
            exported.push(keep(join(folders.get(input) ?? '', name), bytes, sources));
          }
        }
        // Without a table a finding already says what is missing.
        if (years.book.sheets.length > 0) requireKinds(job, exported, input.path);
      },
    ),
  );
}

function warningsOf({ book, previous }: Years, { mergers }: ExportJob): readonly string[] {
  if (previous) return mergerFaults(book, previous);
  if (mergers === null) return [];
  return [
    'chưa có bảng của năm trước nên danh sách sáp nhập chưa được dùng; hãy chỉ tệp của năm trước bằng --nam-truoc.',
  ];
}

/** Undefined if the list cannot be read; the error is already printed. */
async function mergersOf({ mergers, json }: ExportJob, terminal: Terminal): Promise<readonly Merger[] | undefined> {
  if (mergers === null) return [];
  try {
    return await mergersAt(mergers);
  } catch (error) {
    couldNotRun(error, { json, about: { file: mergers } }, terminal);
    return undefined;
  }
}

/** A list named on the command line takes precedence over the workbooks. */
const withMergers = ({ book, previous }: Years, mergers: readonly Merger[]): Years => ({
  book,
  previous: previous && mergers.length > 0 ? { ...previous, mergers } : previous,
});

function templateOf({ template }: ExportJob): Template | null {
  if (template === null) return null;
  try {
    return { name: basename(template), bytes: readFileSync(template) };
  } catch (error) {
    throw fileError('read', template, error);
  }
}

/** Why a kind may have no content. */
const WITHOUT: Readonly<Partial<Record<ExportKind['id'], string>>> = {
  'hai-nam': 'không có bảng của năm trước để so sánh hai năm; hãy chỉ tệp của năm trước bằng --nam-truoc',
  'doi-chieu': 'bảng chỉ có một đơn vị, không có đơn vị khác để đối chiếu',
  'ke-hoach': 'không có khoản nào nâng được đơn vị lên mức xếp loại hay hạng cao hơn',
};

/** Throws, after the other exports, if a requested kind has no file. */
function requireKinds({ isChosen, kinds }: ExportJob, exported: readonly string[], path: string): void {
  const without = EXPORT_KINDS.filter(
    ({ id, title, extension }) =>
      kinds.includes(id) && !exported.some((name) => basename(name).startsWith(title) && name.endsWith(extension)),
  ).map(({ id, title }) => `«${title}» (${WITHOUT[id] ?? 'không có bảng điểm'})`);
  if (isChosen && without.length > 0)
    throw new CliError('missing-table', `Từ «${path}» không lập được ${without.join('; ')}.`);
}

/** Throws if a comparison is requested but no unit is in both years, instead of exporting a report without it. */
function requireSameUnits({ book, previous }: Years, path: string): void {
  const isFound =
    previous?.sheets.some((before) =>
      book.sheets.some((now) =>
        matchUnits(now.scoreSheet.units, before.scoreSheet.units).some((each) => each !== null),
      ),
    ) ?? false;
  if (!isFound)
    throw new CliError(
      'missing-unit',
      `Trong bảng của năm trước không có đơn vị nào của «${path}»; hãy chọn đúng tệp, hoặc bỏ --nam-truoc.`,
    );
}
