/** One run of `doc`: describes in plain words how each workbook was read. Writes nothing. */
import type { BookAssessment } from '../../core/model/assessment';
import { SURENESS_LABELS, type Sureness } from '../../core/model/reading';
import {
  READING_WORDS,
  areaLine,
  blockTitle,
  unusedLine,
  type BlockView,
  type ColumnsView,
  type ReadingView,
} from '../../core/model/reading-view';
import { readingView } from '../../core/read/reading-view';
import { readingsToJson, unreadSheetsJson } from '../../export/reading-to-json';
import type { ReadingJob } from '../requests';
import { assessFile } from '../assess-file';
import { findInputs } from '../files';
import { HEADING, heading, paint } from '../paint';
import { printFault } from '../print';
import type { Terminal, Screen } from '../terminal';
import { clean, wrap } from '../text';
import type { Done, OutcomeFormat } from '../view';
import { attempt, workThrough } from '../work-through';
import { shownCount } from '../../core/values/decimal';

const READINGS: OutcomeFormat<Done> = {
  text: printReading,
  json: ({ book }) => ({
    sheets: book === null ? [] : readingsToJson(book),
    unreadSheets: unreadSheetsJson(book?.unreadSheets ?? []),
  }),
  notes: () => [],
};

export const runReading = (job: ReadingJob, terminal: Terminal): Promise<number> =>
  workThrough(findInputs(job.paths, null), job, terminal, READINGS, (input) =>
    attempt<Done>({ path: input.path, book: null, fault: null }, input, async (tell) => {
      tell({ book: (await assessFile(input.path, job)).assessment });
    }),
  );

/** How many units are named one by one. */
const MOST_UNITS = 12;
const COLOURS: Readonly<Record<Sureness, string>> = { sure: '32', likely: '33', undecided: '31' };

function printReading({ path, book, fault }: Done, screen: Screen): string {
  const parts = (book?.sheets ?? []).map((assessment) => printSheet(path, readingView(assessment), screen));
  const unread = book === null ? [] : unreadLines(book);
  if (unread.length > 0) {
    if (parts.length === 0) parts.push([heading(path, null, screen), READING_WORDS.noTable].join('\n'));
    parts.push(listed(READING_WORDS.unreadSheets, unread, screen));
  }
  if (fault !== null) parts.push(printFault(path, fault, screen));
  return `${parts.join('\n\n')}\n\n`;
}

function printSheet(path: string, view: ReadingView, screen: Screen): string {
  const year = view.year === null ? READING_WORDS.noYear : `năm ${view.year}`;
  const units = view.units.length > 1 ? [`${shownCount(view.units.length)} đơn vị`] : [];
  const facts = [view.layout, ...units, year].join(' · ');
  return [
    [
      heading(path, view.sheet, screen),
      facts,
      wrap(`${READING_WORDS.units}: ${unitNames(view.units)}`, widthOf(screen), '  '),
    ].join('\n'),
    ...view.blocks.map((block) => printBlock(block, screen)),
    ...(view.areas.length === 0 ? [] : [listed(treeTitle(view), view.areas.map(areaLine), screen)]),
  ].join('\n\n');
}

function printBlock(block: BlockView, screen: Screen): string {
  const lines = [
    paint(blockTitle(block), HEADING, screen),
    ...block.columns.map((each) => wrap(`  ${columnLine(each, screen)}`, widthOf(screen), '    ')),
  ];
  if (block.unused.length === 0) return lines.join('\n');
  return [...lines, '', listed(READING_WORDS.unused, block.unused.map(unusedLine), screen)].join('\n');
}

/** «E «Huyện chấm»: điểm thẩm định (chắc chắn: theo tiêu đề)». */
function columnLine({ letters, heading: text, meaning, sure, why }: ColumnsView, screen: Screen): string {
  const name = text === '' ? READING_WORDS.noHeading : `«${clean(text)}»`;
  const sureness = paint(SURENESS_LABELS[sure], COLOURS[sure], screen);
  return `${letters} ${name}: ${clean(meaning)} (${sureness}: ${clean(why)})`;
}

const treeTitle = ({ areas }: ReadingView): string =>
  [
    `${READING_WORDS.tree}: ${areas.length} lĩnh vực`,
    ...(areas.some(({ items }) => items > 0)
      ? [`${shownCount(areas.reduce((sum, { items }) => sum + items, 0))} tiêu chí chấm điểm`]
      : []),
  ].join(', ');

function unitNames(units: readonly string[]): string {
  const named = units.map((name) => (name === '' ? READING_WORDS.noUnit : clean(name)));
  const more = named.length - MOST_UNITS;
  return more <= 0 ? named.join(', ') : `${named.slice(0, MOST_UNITS).join(', ')} và ${shownCount(more)} đơn vị khác`;
}

const unreadLines = ({ unreadSheets, diagnostics }: BookAssessment): string[] => [
  ...unreadSheets.map(({ sheet, why }) => `«${sheet}»: ${why}`),
  ...diagnostics.map(({ sheet, message }) => `«${sheet}»: ${message}`),
];

const listed = (title: string, lines: readonly string[], screen: Screen): string =>
  [paint(title, HEADING, screen), ...lines.map((line) => wrap(`  ${clean(line)}`, widthOf(screen), '    '))].join('\n');

const widthOf = ({ columns }: Screen): number => columns ?? Infinity;
