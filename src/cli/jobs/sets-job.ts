/** One run of `bo-tieu-chi` or `so-sanh-bo`: reads and checks criteria sets, or compares two of them. */
import { basename, dirname, extname, join } from 'node:path';
import { checkSet } from '../../core/sets/check-set';
import { leftOutOfSet, readScoringSet } from '../../core/sets/read-set';
import { comparisonDocument, type NamedSet } from '../../core/documents/reports/set-changes';
import { lineChangeText, compareSets, comparisonText, setSizeText } from '../../core/sets/compare-sets';
import type { ChangedLine, ScoringSet, SetComparison, SetFault, SetLine } from '../../core/model/scoring-set';
import { toA1 } from '../../core/values/address';
import { toVietnamese } from '../../core/values/decimal';
import { jsonCount, jsonText, orNull, type Json } from '../../export/json-text';
import { documentToDocx } from '../../export/document-to-docx';
import type { SetsJob } from '../requests';
import { onlySheet, openFile } from '../assess-file';
import { CliError, faultOf, type Fault } from '../fault';
import { findInputs, identityOf, isReadable } from '../files';
import { HEADING, paint } from '../paint';
import { table } from '../table';
import type { Screen, Terminal } from '../terminal';
import { clean, wrap } from '../text';
import { couldNotRun, EXIT } from '../work-through';
import { keep } from '../write-copy';

export const runSets = (job: SetsJob, terminal: Terminal): Promise<number> =>
  job.command === 'so-sanh-bo' ? runComparison(job, terminal) : runCheck(job, terminal);

interface Checked {
  readonly path: string;
  readonly set: ScoringSet | null;
  readonly faults: readonly SetFault[];
  readonly fault: Fault | null;
}

/** A bad file is reported and does not stop the run. */
async function runCheck(job: SetsJob, terminal: Terminal): Promise<number> {
  const checked: Checked[] = [];
  for (const { path, fault } of findInputs(job.paths, null, isReadable)) {
    const known = fault === null ? await checkedAt(path, job.sheet) : { path, set: null, faults: [], fault };
    checked.push(known);
    if (!job.json) terminal.out(printed(known, terminal));
  }
  if (job.json) terminal.out(`${jsonText({ files: checked.map(checkedToJson) })}\n`);
  if (checked.some(({ fault }) => fault !== null)) return EXIT.couldNotRun;
  return checked.some(({ faults }) => faults.length > 0) ? EXIT.errorsFound : EXIT.clean;
}

async function checkedAt(path: string, sheet: string | null): Promise<Checked> {
  try {
    const { set } = await setAt(path, sheet);
    return { path, set, faults: checkSet(set), fault: null };
  } catch (error) {
    return { path, set: null, faults: [], fault: faultOf(error) };
  }
}

async function setAt(path: string, sheet: string | null): Promise<NamedSet> {
  const set = readScoringSet(onlySheet(await openFile(path), path, sheet));
  if (set) return { name: basename(path, extname(path)), set };
  throw new CliError('missing-table', `Trong «${path}» không có bảng nào ghi tên tiêu chí và điểm tối đa.`);
}

const checkedToJson = ({ path, set, faults, fault }: Checked) => ({
  file: path,
  ...(fault === null ? {} : { error: { ...fault } }),
  ...(set === null ? {} : { set: setToJson(set) }),
  faults: faults.map(({ kind, line, message }) => ({ kind, at: line === null ? null : toA1(line.at), message })),
});

function printed({ path, set, faults, fault }: Checked, screen: Screen): string {
  const lines = [paint(clean(path), HEADING, screen)];
  const wrapped = (text: string): string => wrap(`  ${clean(text)}`, screen.columns ?? Infinity, '    ');
  if (fault) lines.push(wrapped(`${fault.code} · ${fault.message}`));
  if (set) {
    const { items, points } = leftOutOfSet(set);
    lines.push(wrapped(`${setSizeText(set)} (${set.sheets.join(', ')})`));
    if (items > 0)
      lines.push(wrapped(`${String(items)} tiêu chí có thể không đánh giá, cộng ${toVietnamese(points)} điểm`));
    lines.push(
      ...(faults.length === 0 ? [wrapped('Không tìm thấy lỗi nào.')] : faults.map(({ message }) => wrapped(message))),
    );
  }
  return `${lines.join('\n')}\n\n`;
}

async function runComparison(job: SetsJob, terminal: Terminal): Promise<number> {
  const [first, second = ''] = job.paths;
  try {
    const [before, after] = [await setAt(first, job.sheet), await setAt(second, job.sheet)];
    const comparison = compareSets(before.set, after.set);
    const sources = new Set([first, second].flatMap((path) => identityOf(path) ?? []));
    const wanted = join(job.out ?? dirname(second), `So sánh bộ tiêu chí - ${before.name} - ${after.name}.docx`);
    const written = keep(wanted, await documentToDocx(comparisonDocument(before, after, comparison)), sources);
    if (job.json)
      terminal.out(
        `${jsonText({
          before: first,
          after: second,
          unchanged: jsonCount(comparison.unchanged),
          changes: comparison.changes.map((change) => ({ ...changeToJson(change), said: lineChangeText(change) })),
          written,
        })}\n`,
      );
    else terminal.out(printedComparison(comparison, written, terminal));
    return EXIT.clean;
  } catch (error) {
    return couldNotRun(error, { json: job.json, about: {} }, terminal);
  }
}

function printedComparison(comparison: SetComparison, written: string, screen: Screen): string {
  const rows = comparison.changes.map((change) => {
    const { before, after } = change;
    return [before?.code ?? '', after?.code ?? '', (after ?? before)?.name ?? '', lineChangeText(change)].map(clean);
  });
  const columns = ['Mã cũ', 'Mã mới', 'Tên', 'Thay đổi'].map((title, position) => ({
    title,
    align: 'left' as const,
    ...(position >= 2 ? { yields: true } : {}),
  }));
  return [
    `${comparisonText(comparison)}.`,
    ...(rows.length === 0 ? [] : ['', ...table(columns, rows, screen.columns)]),
    '',
    `→ ${clean(written)}`,
    '',
  ].join('\n');
}

const setToJson = ({ sheets, lines, total }: ScoringSet): Json => ({
  sheets,
  total: orNull(total),
  lines: lines.map(lineJson),
});

const lineJson = ({ code, name, max, step, steps, kind, evidence, appraiser, deadline, group, at }: SetLine): Json => ({
  code,
  name,
  max: orNull(max),
  kind,
  step: orNull(step),
  steps: steps.map(({ when, points }) => ({ when, points: orNull(points) })),
  evidence,
  appraiser,
  deadline,
  group,
  at: toA1(at),
});

const changeToJson = ({ before, after, isMoved, isRenamed, isReweighted, isRescaled }: ChangedLine) => ({
  before: before && citedJson(before),
  after: after && citedJson(after),
  moved: isMoved,
  renamed: isRenamed,
  reweighted: isReweighted,
  rescaled: isRescaled,
});

const citedJson = ({ code, name, max }: SetLine) => ({ code, name, max: orNull(max) });
