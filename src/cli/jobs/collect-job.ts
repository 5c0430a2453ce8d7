/**
 * One run of `tong-hop`: writes the scores that units sent into the blank cells of the table and reports all open
 * cells.
 */
import { resolve } from 'node:path';
import { isToBeWritten, planCollection, startCollecting, type Source } from '../../core/collect';
import {
  SENT_ROLE_LABELS,
  SENT_STATE_LABELS,
  isOpenToChoice,
  isSettled,
  type Choice,
  type Collection,
  type Offer,
  type SentCell,
} from '../../core/model/collection';
import { toA1 } from '../../core/values/address';
import { fromText } from '../../core/values/decimal';
import { jsonCount, jsonText, orNull, type Json } from '../../export/json-text';
import type { CollectJob } from '../requests';
import { assessFile, sentFile } from '../assess-file';
import { CliError, faultOf, type Fault } from '../fault';
import { collectedPath, findInputs, identityOf, canBeSent, type Input } from '../files';
import { HEADING, paint } from '../paint';
import { table } from '../table';
import type { Screen, Terminal } from '../terminal';
import { clean, wrap } from '../text';
import { couldNotRun, EXIT, startProgress } from '../work-through';
import { keep } from '../write-copy';

interface Collected {
  readonly collection: Collection;
  /** Null if there is nothing to write. */
  readonly copy: string | null;
  /** Sentences about the parts that a protected table cannot take. */
  readonly leftOut: readonly string[];
  /** False if there are no files, or one of them cannot be read; the others are collected all the same. */
  readonly isComplete: boolean;
}

export async function runCollect(job: CollectJob, terminal: Terminal): Promise<number> {
  try {
    const collected = await collect(job, terminal);
    if (job.json) terminal.out(`${jsonText(resultJson(job.into, collected))}\n`);
    else terminal.out(printed(job.into, collected, terminal));
    return exitCodeOf(collected);
  } catch (error) {
    return couldNotRun(error, { json: job.json, about: { into: job.into } }, terminal);
  }
}

const resultJson = (into: string, { collection, copy, leftOut }: Collected) => ({
  into,
  ...collectionToJson(collection),
  written: copy,
  notWritten: leftOut,
});

/** Names are English, as in all machine-readable output. */
const collectionToJson = ({ files, units, cells, withdrawn }: Collection): Readonly<Record<string, Json>> => ({
  files: files.map((each) => ({ ...each, count: jsonCount(each.count) })),
  units: units.map((each) => ({ ...each, settled: jsonCount(each.settled), open: jsonCount(each.open) })),
  cells: cells.map(cellJson),
  withdrawn,
});

const cellJson = ({ sheet, at, unit, code, name, role, state, currentText, offers }: SentCell): Json => ({
  sheet,
  at: at === null ? null : toA1(at),
  unit,
  code,
  name,
  role,
  state,
  stands: currentText,
  offers: offers.map(({ content, from }) => ({
    value: content.kind === 'number' ? orNull(fromText(content.value)) : content.kind === 'text' ? content.text : null,
    file: from.file,
    sheet: from.sheet,
    at: from.at === null ? null : toA1(from.at),
  })),
});

async function collect(job: CollectJob, terminal: Terminal): Promise<Collected> {
  const into = await assessFile(job.into, job);
  const { file } = into;
  const [fault] = into.assessment.diagnostics;
  if (fault && into.assessment.sheets.length === 0) throw new CliError('missing-table', fault.message);
  const inputs = findInputs(job.paths, job.out, canBeSent).filter(({ path }) => !isTable(path, job.into));
  const collector = startCollecting(file.book, into.assessment);
  for (const [from, to] of job.renamed) collector.rename(from, to);
  const progress = startProgress(inputs.length, terminal);
  let taken = 0;
  for (const [done, input] of inputs.entries()) {
    progress.show(done, input.path);
    const read = await readInput(input);
    if ('losses' in read) {
      collector.take(read);
      taken++;
    } else collector.fail(input.below, read.message);
  }
  progress.clear();
  const collection = collector.finish(choicesFor(collector.finish(), job.choices));
  const isComplete = taken > 0 && taken === inputs.length;
  if (job.isReview || taken === 0) return { collection, copy: null, leftOut: [], isComplete };
  const { edits, leftOut } = planCollection(file.book, into.assessment, collection);
  const sources = new Set([job.into, ...inputs.map(({ path }) => path)].flatMap((path) => identityOf(path) ?? []));
  const copy = edits.length === 0 ? null : keep(collectedPath(job.into, job.out), file.apply(edits), sources);
  return { collection, copy, leftOut: leftOut.map(({ message }) => message), isComplete };
}

/** Each cited cell with the file that it takes. Throws CliError for a cited cell that has no open choice. */
function choicesFor({ cells }: Collection, cited: CollectJob['choices']): Choice[] {
  return [...cited].map(([at, file]) => {
    const found = cells.filter((cell) => cell.at !== null && [toA1(cell.at), cellName(cell)].includes(at));
    const [cell, another] = found.filter(({ state }) => isOpenToChoice(state));
    if (!cell || another) {
      const why = another ? 'có ở nhiều trang tính; ghi «Trang tính!Ô»' : 'không có gì để chọn';
      throw new CliError('refused-choice', `Ô «${at}» ${why}.`);
    }
    if (file !== null && !cell.offers.some(({ from }) => from.file === file)) {
      const files = cell.offers.map(({ from }) => `«${from.file}»`).join(', ');
      throw new CliError('refused-choice', `Ô «${at}» không có số của tệp «${file}»; chọn trong ${files}, hoặc bang.`);
    }
    return { ...cell, file };
  });
}

/** Whether the file is the table itself or an earlier collected copy of it, which no unit sent. */
const isTable = (path: string, into: string): boolean =>
  identityOf(path) === identityOf(into) || resolve(collectedPath(path, null)) === resolve(collectedPath(into, null));

/** A bad file is one line of the report and does not stop the run. */
async function readInput({ path, below, fault }: Input): Promise<Source | Fault> {
  if (fault !== null) return fault;
  try {
    return await sentFile(below, path);
  } catch (error) {
    return faultOf(error);
  }
}

const openCells = ({ cells }: Collection): readonly SentCell[] => cells.filter(({ state }) => !isSettled(state));

function exitCodeOf({ collection, leftOut, isComplete }: Collected): number {
  if (!isComplete) return EXIT.couldNotRun;
  const { files, units } = collection;
  const isWhole =
    files.every(({ problems }) => problems.length === 0) &&
    units.every(({ files: sent, missing }) => sent.length > 0 && missing.length === 0);
  return isWhole && openCells(collection).length === 0 && leftOut.length === 0 ? EXIT.clean : EXIT.errorsFound;
}

function printed(into: string, collected: Collected, screen: Screen): string {
  const { collection, leftOut } = collected;
  const { files, units, withdrawn } = collection;
  const missing = units.filter((unit) => unit.files.length === 0);
  const wanting = units.filter((unit) => unit.missing.length > 0);
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [
          paint(title, HEADING, screen),
          ...lines.map((line) => wrap(`  ${clean(line)}`, screen.columns ?? Infinity, '    ')),
          '',
        ];
  return [
    paint(clean(into), HEADING, screen),
    `${String(files.length)} tệp · ${String(units.length - missing.length)}/${String(units.length)} đơn vị đã gửi · ` +
      `${String(collection.cells.length - openCells(collection).length)} ô đã lấy · ` +
      `${String(openCells(collection).length)} ô chờ quyết định`,
    '',
    ...list(
      'Chưa gửi',
      missing.flatMap(({ unit, untaken }) => (untaken.length === 0 ? unit : [])),
    ),
    ...list(
      'Đã gửi, chưa lấy được số nào',
      missing.flatMap(({ unit, untaken }) => (untaken.length > 0 ? `${unit}: ${untaken.join('; ')}` : [])),
    ),
    ...list(
      'Còn thiếu điểm',
      wanting.map(({ unit, missing: items }) => `${unit}: ${String(items.length)} tiêu chí (${items.join('; ')})`),
    ),
    ...list(
      'Cần xem lại trong các tệp',
      files.flatMap(({ file, problems }) => problems.map((each) => `${file}: ${each}`)),
    ),
    ...openTable(openCells(collection), screen),
    ...list('Gửi khác lần trước, đã ghi lại', collection.cells.flatMap(updateLines)),
    ...list('Không còn tệp nào gửi (giữ nguyên trong bảng)', withdrawn),
    ...list(
      'Đã hiểu như sau',
      files.flatMap(({ file, notes }) => notes.map((each) => `${file}: ${each}`)),
    ),
    ...list('Không ghi được', leftOut),
    ...endOf(collected),
    '',
  ].join('\n');
}

function endOf(collected: Collected): string[] {
  const { cells } = collected.collection;
  if (collected.copy !== null) return [`→ ${clean(collected.copy)}`];
  const waiting = cells.filter(isToBeWritten).length;
  if (waiting > 0) return [`Mới xem, chưa ghi: ${String(waiting)} ô sẽ được ghi.`];
  if (exitCodeOf(collected) === EXIT.clean) return ['Bảng đã có đủ, không có gì để ghi.'];
  return [
    cells.some(({ state }) => isSettled(state))
      ? 'Không có số nào mới để ghi; bảng còn những chỗ nêu trên.'
      : 'Chưa lấy được số nào, không có gì để ghi.',
  ];
}

const updateLines = ({ sheet, at, unit, code, name, state, currentText, offers: [offer] }: SentCell): string[] =>
  offer && state === 'updated'
    ? [`${cellName({ sheet, at })} · ${unit} · ${code === '' ? name : code}: ${currentText} → ${shownOf(offer)}`]
    : [];

const cellName = ({ sheet, at }: Pick<SentCell, 'sheet' | 'at'>): string =>
  at === null ? sheet : `${sheet}!${toA1(at)}`;

const sourceOf = ({ from: { file, sheet, at } }: Offer): string =>
  `${file} › ${sheet}${at === null ? '' : `!${toA1(at)}`}`;

const shownOf = ({ content }: Offer): string =>
  content.kind === 'number' ? content.value.replace('.', ',') : content.kind === 'text' ? content.text : '';

function openTable(cells: readonly SentCell[], screen: Screen): string[] {
  if (cells.length === 0) return [];
  const rows = cells.flatMap((cell) =>
    cell.offers.map((offer) => [
      cellName(cell),
      `${cell.unit} · ${cell.code === '' ? cell.name : cell.code} · ${SENT_ROLE_LABELS[cell.role]}`,
      cell.currentText,
      shownOf(offer),
      sourceOf(offer),
      SENT_STATE_LABELS[cell.state],
    ]),
  );
  const columns = ['Ô', 'Nội dung', 'Đang ghi', 'Tệp gửi', 'Nguồn', 'Kết quả'].map((title, position) => ({
    title,
    align: 'left' as const,
    ...(position === 1 || position === 4 ? { yields: true } : {}),
  }));
  return [
    paint('Chờ quyết định', HEADING, screen),
    ...table(
      columns,
      rows.map((row) => row.map(clean)),
      screen.columns,
    ),
    '',
  ];
}
