/** One run of `tao-mau`: makes a self-scoring workbook for every unit of each table. */
import { basename, join } from 'node:path';
import { formsOfTable } from '../../core/forms/make-forms';
import { matchesOfOneSpelling, unitFinder } from '../../core/matching/find-units';
import { unitsInTables, type UnitInTables } from '../../core/matching/units-in-tables';
import { readScoringSet } from '../../core/sets/read-set';
import { drawWorkbook } from '../../hosts/xlsx-file/xlsx-file';
import { nodeCodec } from '../../hosts/xlsx-file/zip/codec-node';
import type { FormsJob } from '../requests';
import { assessFile } from '../assess-file';
import { CliError } from '../fault';
import { findInputs, planForms } from '../files';
import { printFault } from '../print';
import type { Terminal } from '../terminal';
import { clean } from '../text';
import type { Done, OutcomeFormat } from '../view';
import { attempt, EXIT, keptFor, workThrough } from '../work-through';
import { keep } from '../write-copy';

export interface Made extends Done {
  readonly forms: readonly string[];
}

export const FORMS: OutcomeFormat<Made> = {
  text: ({ path, forms, fault }, screen) =>
    [
      ...forms.map((form) => `→ ${clean(form)}`),
      ...(fault === null ? [`${clean(path)}: ${String(forms.length)} mẫu tự chấm`] : [printFault(path, fault, screen)]),
      '',
    ].join('\n'),
  json: ({ forms }) => ({ forms }),
  notes: () => [],
  written: ({ forms }) => forms,
};

/** A blank table has no scores yet, so missing scores are no error of this run. */
export async function runForms(job: FormsJob, terminal: Terminal): Promise<number> {
  const inputs = findInputs(job.paths, job.out);
  const folders = planForms(inputs, job.out);
  const unfinished = keptFor(inputs, job, terminal, []);
  const code = await workThrough(inputs, { ...job, unfinished }, terminal, FORMS, (input, sources) =>
    attempt<Made>({ path: input.path, book: null, forms: [], fault: null }, input, async (tell) => {
      const { file, assessment } = await assessFile(input.path, job);
      tell({ book: assessment });
      const units = chosen(unitsInTables(assessment), job.units, input.path);
      const forms: string[] = [];
      tell({ forms });
      const set = assessment.sheets[0]?.criteria ? readScoringSet(file.book) : null;
      const wish = { details: assessment.details, name: basename(input.path) };
      for (const { name, sheets } of formsOfTable(units, set, wish))
        forms.push(keep(join(folders.get(input) ?? '', name), drawWorkbook(sheets, nodeCodec), sources));
    }),
  );
  return code === EXIT.errorsFound ? EXIT.clean : code;
}

function chosen(units: readonly UnitInTables[], names: readonly string[], path: string): readonly UnitInTables[] {
  const named = units.filter(({ name, isTwice }) => name.trim() !== '' && !isTwice);
  if (named.length === 0)
    throw new CliError(
      'missing-table',
      `Trong «${path}» không có bảng nào ghi tên đơn vị, nên chưa rõ làm mẫu cho ai.`,
    );
  if (names.length === 0) return named;
  const find = unitFinder(named, ({ name }) => name);
  return names.flatMap((name) => {
    const found = matchesOfOneSpelling(find(name), (unit) => unit.name);
    if (found.length === 0) throw new CliError('missing-unit', `Trong «${path}» không có đơn vị «${name}».`);
    return found;
  });
}
