/**
 * The table of contents: a field that Word updates, filled with the headings beforehand, and the bookmarks that it
 * refers to.
 */
import {
  BookmarkEnd,
  BookmarkStart,
  BuilderElement,
  InternalHyperlink,
  Paragraph,
  StringContainer,
  TextRun,
  type FileChild,
  type XmlComponent,
} from 'docx';
import type { DocumentSection } from '../core/model/document';
import { centred } from './docx-layout';
import { SIZE, STYLE } from './docx-page';
import { cleanLine, plain } from './docx-text';

/** What stands in a paragraph. The library's own type leaves out elements that it writes all the same. */
type Child = TextRun | InternalHyperlink;
const asChild = (element: unknown): TextRun => element as TextRun;

interface Entry {
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** A list of more lines than these is no help: the deepest headings are left out of it. */
const MOST_ENTRIES = 60;

/** Headings in the order of the document, an appendix being one of the first level. */
export const entriesOf = (sections: readonly DocumentSection[]): Entry[] =>
  sections.flatMap(({ appendix, blocks }) => [
    ...(appendix ? [{ level: 1 as const, text: `${appendix.label}. ${appendix.title}` }] : []),
    ...blocks.flatMap((block) => (block.kind === 'heading' ? [{ level: block.level, text: block.text }] : [])),
  ]);

const bookmarkName = (at: number): string => `_Toc${1000 + at}`;

/** The runs of the heading that is `at`-th in the document, so that the contents can point to it. */
export const bookmarked = (at: number, children: readonly Child[]): Child[] => [
  asChild(new BookmarkStart(bookmarkName(at), at + 1)),
  ...children,
  asChild(new BookmarkEnd(at + 1)),
];

/**
 * The headings without page numbers: Word and LibreOffice compute those when they update the field, and no number is
 * better than a wrong one.
 */
export function contentsOf(all: readonly Entry[]): FileChild[] {
  if (all.length === 0) return [];
  const upTo = (most: number): number => all.filter(({ level }) => level <= most).length;
  const deepest = upTo(3) <= MOST_ENTRIES ? 3 : upTo(2) <= MOST_ENTRIES ? 2 : 1;
  const entries = all.flatMap((entry, heading) => (entry.level <= deepest ? [{ ...entry, heading }] : []));
  const paragraphs = entries.map(({ level, text, heading }, at) => {
    const link = new InternalHyperlink({ anchor: bookmarkName(heading), children: plain(cleanLine(text)) });
    const [begin, end] = [at === 0 ? fieldBegin(deepest) : [], at === entries.length - 1 ? [fieldPart('end')] : []];
    return new Paragraph({ style: `${STYLE.contents}${level}`, children: [...begin, link, ...end] });
  });
  return [centred(plain('MỤC LỤC', { size: SIZE.body, bold: true }), 120, 120), ...paragraphs, centred([])];
}

/** Each part of a field is a run of its own, which LibreOffice asks for. */
const fieldBegin = (deepest: number): TextRun[] => [
  fieldPart('begin'),
  runOf(new StringContainer('w:instrText', `TOC \\o "1-${deepest}" \\h \\z \\u`)),
  fieldPart('separate'),
];

const fieldPart = (type: 'begin' | 'separate' | 'end'): TextRun =>
  runOf(new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } }));

const runOf = (element: XmlComponent): TextRun => new TextRun({ children: [asChild(element)] });
