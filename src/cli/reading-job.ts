/** One run of `doc`: how each workbook was understood. Writes nothing. */
import { readingsToJson, unreadSheetsJson } from '../export/reading-to-json';
import type { ReadingJob } from './args';
import { assessFile } from './assess-file';
import { findInputs } from './files';
import { printReading } from './print-reading';
import type { Terminal } from './terminal';
import type { Done, Shown } from './view';
import { attempt, workThrough } from './work-through';

const READINGS: Shown<Done> = {
  text: printReading,
  json: ({ book }) => ({
    sheets: book === null ? [] : readingsToJson(book),
    unreadSheets: unreadSheetsJson(book?.unreadSheets ?? []),
  }),
  notes: () => [],
};

export const runReading = (job: ReadingJob, terminal: Terminal): Promise<number> =>
  workThrough(findInputs(job.paths, null), job, terminal, READINGS, (input) =>
    attempt<Done>({ path: input.path, book: null, fault: null }, input, (tell) => {
      tell({ book: assessFile(input.path, job).assessment });
    }),
  );
