/** The table of contents: a field that Word brings up to date, filled beforehand with the headings, and the bookmarks that it points to. */
import { BookmarkEnd, BookmarkStart, BuilderElement, InternalHyperlink, Paragraph, StringContainer, Tab, TabStopType, TextRun, type FileChild, type XmlComponent } from 'docx';
import type { DocumentSection } from '../core/model/document';
import { centred } from './docx-letterhead';
import { SIZE, STYLE, type Direction, TEXT_WIDTH } from './docx-page';
import { cleanLine, plain } from './docx-text';

/** What stands in a paragraph. The library's own type leaves out elements that it writes all the same. */
type Child = TextRun | InternalHyperlink;
const asChild = (element: unknown): TextRun => element as TextRun;

interface Entry {
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** Headings in the order of the document, an appendix being one of the first level. */
export const entriesOf = (sections: readonly DocumentSection[]): Entry[] =>
  sections.flatMap(({ appendix, blocks }) => [
    ...(appendix ? [{ level: 1 as const, text: `${appendix.label}. ${appendix.title}` }] : []),
    ...blocks.flatMap((block) => (block.kind === 'heading' ? [{ level: block.level, text: block.text }] : [])),
  ]);

const bookmarkName = (at: number): string => `_Toc${1000 + at}`;

/** The runs of the heading that is `at`-th in the document, so that the contents can point to it. */
export const bookmarked = (at: number, children: readonly Child[]): Child[] => [asChild(new BookmarkStart(bookmarkName(at), at + 1)), ...children, asChild(new BookmarkEnd(at + 1))];

const INSTRUCTION = 'TOC \\o "1-3" \\h \\z \\u';

export function contentsOf(entries: readonly Entry[], direction: Direction): FileChild[] {
  const paragraphs = entries.map(
    ({ level, text }, at) =>
      new Paragraph({
        style: `${STYLE.contents}${level}`,
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH[direction], leader: 'dot' }],
        children: [...(at === 0 ? begin(INSTRUCTION) : []), entry(text, bookmarkName(at)), ...(at === entries.length - 1 ? [fieldPart('end')] : [])],
      }),
  );
  return [centred(plain('MỤC LỤC', { size: SIZE.body, bold: true }), 120, 120), ...paragraphs];
}

/** Page numbers are for Word to say: until it has, none stands there. */
const entry = (text: string, anchor: string): Child =>
  new InternalHyperlink({ anchor, children: [...plain(cleanLine(text)), new TextRun({ children: [new Tab()] }), ...begin(`PAGEREF ${anchor} \\h`), fieldPart('end')] });

/** A field up to where its result starts; each part is a run of its own, which LibreOffice asks for. */
const begin = (instruction: string): TextRun[] => [fieldPart('begin'), runOf(new StringContainer('w:instrText', instruction)), fieldPart('separate')];

const fieldPart = (type: 'begin' | 'separate' | 'end'): TextRun => runOf(new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } }));

const runOf = (element: XmlComponent): TextRun => new TextRun({ children: [asChild(element)] });
