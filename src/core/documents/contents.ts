/**
 * Decides whether a document is long enough for a table of contents, by the number of pages that its blocks are
 * expected to fill.
 */
import type { Block, DocumentTable, ReportDocument, TextRun } from '../model/document';

/** Number of pages from which a document gets a table of contents. */
const LONG = 8;
/** A document with fewer headings gets no table of contents. */
const FEWEST_HEADINGS = 4;

/** Approximate characters across a page and lines down it, in Times New Roman at the sizes that the form prescribes. */
const PAGE = { upright: { across: 78, down: 34 }, lying: { across: 122, down: 23 } };
/** Lines taken by letterhead, title and signature. */
const FRAME = 22;
/** A table line is slightly lower than a line of text, and its letters are narrower. */
const TABLE_LINE = 0.85;
const TABLE_LETTERS = 1.1;

/** Adds a table of contents at the start of a long document. */
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
