/**
 * When a document is long enough for a table of contents: one rule for all of them, by the pages that its blocks are
 * expected to fill.
 */
import type { Block, DocumentTable, ReportDocument, TextRun } from '../model/document';

/** Fewer pages than these are leafed through. */
const LONG = 8;
/** Fewer headings than these need no list. */
const FEWEST_HEADINGS = 4;

/** Roughly, of Times New Roman at the sizes that the form prescribes: characters across a page, and lines down it. */
const PAGE = { upright: { across: 78, down: 34 }, lying: { across: 122, down: 23 } };
/** Title, letterhead, signature. */
const FRAME = 22;
/** A line of a table is a little lower than one of the text, and narrower letters stand in it. */
const TABLE_LINE = 0.85;
const TABLE_LETTERS = 1.1;

/** Puts the contents at its head where it is long. */
export function withContents(report: ReportDocument): ReportDocument {
  const [first, ...rest] = report.sections;
  const headings = report.sections.reduce(
    (all, { blocks }) => all + blocks.filter(({ kind }) => kind === 'heading').length,
    0,
  );
  if (!first || headings < FEWEST_HEADINGS || expectedPages(report) < LONG) return report;
  return { ...report, sections: [{ ...first, blocks: [{ kind: 'contents' }, ...first.blocks] }, ...rest] };
}

const expectedPages = ({ sections }: ReportDocument): number =>
  sections.reduce((all, { landscape, blocks }, position) => {
    const { across, down } = landscape ? PAGE.lying : PAGE.upright;
    const lines = blocks.reduce((some, block) => some + linesOf(block, across), position === 0 ? FRAME : 3);
    return all + Math.ceil(lines / down);
  }, 0);

function linesOf(block: Block, across: number): number {
  switch (block.kind) {
    case 'heading':
      return wrapped(block.text, across) + 0.3;
    case 'paragraph':
      return wrapped(textOf(block.runs), across) + 0.3;
    case 'contents':
      return 0;
    case 'table':
      return tableLines(block, across);
  }
}

function tableLines({ widths, header, rows }: DocumentTable, across: number): number {
  const all = widths.reduce((sum, width) => sum + width, 0);
  return [...header, ...rows].reduce((lines, cells) => {
    let column = 0;
    const heights = cells.map(({ runs, span = 1 }) => {
      const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
      column += span;
      return wrapped(textOf(runs), Math.max(2, ((across * width) / all) * TABLE_LETTERS - 2));
    });
    return lines + Math.max(1, ...heights) * TABLE_LINE + 0.2;
  }, 0);
}

const textOf = (runs: readonly TextRun[]): string =>
  runs.map(({ text, blank }) => (blank ? `…… [${text}]` : text)).join('');
const wrapped = (text: string, across: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / across)), 0);
