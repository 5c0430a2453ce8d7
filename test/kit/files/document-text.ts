/** A document as lines of text, as a reader sees it. */
import type { Block, DocumentTable, ReportDocument, TextRun } from '../../../src/core/model/document';

/** A blank is shown as […its label…]; a draft begins with «~ ». */
export const textOfRuns = (runs: readonly TextRun[]): string =>
  runs.map(({ text, blank }) => (blank ? `[…${text}…]` : text)).join('');

const rowText = (row: readonly { readonly runs: readonly TextRun[] }[]): string =>
  row.map(({ runs }) => textOfRuns(runs)).join(' | ');

function linesOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${block.text}`];
    case 'paragraph':
      return [`${block.draft ? '~ ' : ''}${textOfRuns(block.runs)}`];
    case 'contents':
      return ['<mục lục>'];
    case 'table':
      return [...block.header, ...block.rows].map(rowText);
  }
}

export const blocksOf = ({ sections }: ReportDocument): Block[] => sections.flatMap(({ blocks }) => blocks);
export const linesOf = (document: ReportDocument): string[] => blocksOf(document).flatMap(linesOfBlock);
export const tablesOf = (document: ReportDocument): DocumentTable[] =>
  blocksOf(document).filter((block) => block.kind === 'table');
export const tableLines = (table: DocumentTable): string[] => table.rows.map(rowText);

/** The lines under the heading that begins with `title`, up to the next heading. */
export function under(document: ReportDocument, title: string): string[] {
  const lines = linesOf(document);
  const from = lines.findIndex((line) => line.startsWith('#') && line.replace(/^#+ /, '').startsWith(title));
  if (from < 0) throw new Error(`no heading begins with «${title}»`);
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => line.startsWith('#'));
  return to < 0 ? rest : rest.slice(0, to);
}
