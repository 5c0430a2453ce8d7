/**
 * One run of `tao-mau` with a list of units: makes the blank table of all units and their forms for each criteria set.
 */
import { basename, extname, join } from 'node:path';
import { assessBook } from '../../core/assess';
import { formsOfSet, yearIn } from '../../core/forms/make-forms';
import { TABLE_COLUMNS, type TableColumn } from '../../core/forms/form-lines';
import { unitsInBook, unitsInText, type ListedUnit } from '../../core/forms/unit-list';
import { matchesOfOneSpelling, unitFinder } from '../../core/matching/find-units';
import { readScoringSet } from '../../core/sets/read-set';
import { drawWorkbook } from '../../hosts/xlsx-file/xlsx-file';
import { nodeCodec } from '../../hosts/xlsx-file/zip/codec-node';
import type { FormsJob } from '../requests';
import { onlySheet, openFile, readText } from '../assess-file';
import { CliError } from '../fault';
import { findInputs, isReadable, planForms } from '../files';
import type { Terminal } from '../terminal';
import { attempt, couldNotRun, EXIT, keptFor, workThrough } from '../work-through';
import { keep } from '../write-copy';
import { FORMS, type Made } from './forms-job';

export async function runSetForms(job: FormsJob, list: string, terminal: Terminal): Promise<number> {
  try {
    const columns = columnsOf(job.columns);
    const units = chosen(await listedUnits(list), job.units, list);
    const inputs = findInputs(job.paths, job.out, isReadable);
    const folders = planForms(inputs, job.out);
    const unfinished = keptFor(inputs, job, terminal, [list]);
    const code = await workThrough(inputs, { ...job, unfinished }, terminal, FORMS, (input, sources) =>
      attempt<Made>({ path: input.path, book: null, forms: [], fault: null }, input, async (tell) => {
        const book = await openFile(input.path);
        const set = readScoringSet(onlySheet(book, input.path, job.sheet));
        if (!set)
          throw new CliError('missing-table', `Trong «${input.path}» không có bộ tiêu chí ghi tên và điểm tối đa.`);
        const assessment = assessBook({ sheets: book.sheets.filter(({ name }) => !set.sheets.includes(name)) });
        const details = { ...assessment.details, year: job.year ?? assessment.details.year ?? yearIn(book) };
        const name = basename(input.path, extname(input.path));
        const forms: string[] = [];
        tell({ book: assessment, forms });
        for (const form of formsOfSet(set, { units, layout: job.layout, columns, details, name }))
          forms.push(keep(join(folders.get(input) ?? '', form.name), drawWorkbook(form.sheets, nodeCodec), sources));
      }),
    );
    return code === EXIT.errorsFound ? EXIT.clean : code;
  } catch (error) {
    return couldNotRun(error, { json: job.json, about: { list } }, terminal);
  }
}

function columnsOf(words: readonly string[]): TableColumn[] {
  const all = Object.keys(TABLE_COLUMNS) as TableColumn[];
  const unknown = words.find((word) => !(all as string[]).includes(word));
  if (unknown !== undefined)
    throw new CliError('refused-choice', `Không có cột «${unknown}»; các cột: ${all.join(', ')}.`);
  const columns = all.filter((column) => words.length === 0 || words.includes(column));
  if (!columns.some((column) => TABLE_COLUMNS[column].isPoints))
    throw new CliError('refused-choice', 'Trong «--cot» phải có ít nhất một cột điểm: tu-cham hoặc tham-dinh.');
  return columns;
}

async function listedUnits(path: string): Promise<ListedUnit[]> {
  const units = /\.txt$/i.test(path) ? unitsInText(readText(path)) : unitsInBook(await openFile(path));
  if (units.length === 0) throw new CliError('missing-unit', `Trong «${path}» không có tên đơn vị nào.`);
  return units;
}

function chosen(units: readonly ListedUnit[], names: readonly string[], path: string): readonly ListedUnit[] {
  if (names.length === 0) return units;
  const find = unitFinder(units, ({ name }) => name);
  return names.flatMap((name) => {
    const found = matchesOfOneSpelling(find(name), (unit) => unit.name);
    if (found.length === 0) throw new CliError('missing-unit', `Trong «${path}» không có đơn vị «${name}».`);
    return found;
  });
}
