/** Writes a document described as data as a .docx in the form of Nghị định 30/2020/NĐ-CP. */
import {
  Document,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
  BookmarkEnd,
  BookmarkStart,
  BuilderElement,
  InternalHyperlink,
  StringContainer,
  type XmlComponent,
} from 'docx';
import { bodyInSentence } from '../core/model/body-name';
import {
  dateInWords,
  type Block,
  type DocumentForm,
  type DocumentSection,
  type ReportDocument,
} from '../core/model/document';
import { ended, ending, letterhead } from './docx-frame';
import { centred, tableOf } from './docx-layout';
import { FIRST_LINE, INDENT, pageOf, SIZE, STYLE, STYLES, TEXT_WIDTH, type Direction } from './docx-page';
import { cleanLine, dots, linesOfRuns, marked, plain, runsOf, upper } from './docx-text';
import { repack } from './packing';

/** State carried from block to block; `headings` counts the headings written so far. */
interface Writer {
  readonly document: ReportDocument;
  readonly entries: ReturnType<typeof entriesOf>;
  headings: number;
}

export async function documentToDocx(document: ReportDocument): Promise<Uint8Array> {
  const { form, sections } = document;
  const title = [cleanLine(form.type), cleanLine(form.subject)].filter((each) => each !== '').join(' – ');
  const writer: Writer = { document, entries: entriesOf(sections), headings: 0 };
  const hasContents = sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'contents'));
  const file = new Document({
    title,
    styles: STYLES,
    compatabilityModeVersion: 15,
    // Only Word knows the page numbers of the contents; with this flag it asks the user and then fills them in.
    ...(hasContents ? { features: { updateFields: true } } : {}),
    sections: sections.map((section, position) => sectionOf(section, position, writer)),
  });
  return repack(new Uint8Array(await Packer.toArrayBuffer(file)), title);
}

function sectionOf(section: DocumentSection, position: number, writer: Writer): ISectionOptions {
  const { form, sections } = writer.document;
  const direction: Direction = section.landscape ? 'landscape' : 'portrait';
  const isLastOfBody =
    section.appendix === null && position === sections.findLastIndex(({ appendix }) => appendix === null);
  return {
    properties: pageOf(direction, position === 0),
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            style: 'Header',
            alignment: 'center',
            children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.pageNumber })],
          }),
        ],
      }),
    },
    children: [
      ...(position === 0 ? letterhead(form, direction) : []),
      ...(section.appendix ? appendixTitle(section.appendix, form, writer) : []),
      ...blocksOf(isLastOfBody ? ended(section.blocks) : section.blocks, direction, writer, isLastOfBody),
      ...(isLastOfBody ? ending(form, direction) : []),
    ],
  };
}

/** «Phụ lục», its title, and the document it belongs to. */
function appendixTitle(
  { label, title }: NonNullable<DocumentSection['appendix']>,
  form: DocumentForm,
  writer: Writer,
): FileChild[] {
  const look = { size: SIZE.body, italics: true };
  const { number, symbol, date, issuingBody } = form;
  const of = issuingBody === null ? '' : ` của ${bodyInSentence(cleanLine(issuingBody))}`;
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: 'center',
      indent: { firstLine: 0 },
      spacing: { before: 0, after: 0 },
      children: bookmarked(writer.headings++, [
        ...plain(cleanLine(label)),
        new TextRun({ text: upper(title), break: 1 }),
      ]),
    }),
    centred(
      [
        ...plain(`(Kèm theo ${sentenceCase(form.type)} số `, look),
        ...(number === null ? [dots(look)] : plain(number, look)),
        ...plain('/', look),
        ...(symbol === null ? [dots(look)] : plain(symbol, look)),
        ...(date === null
          ? ['ngày', 'tháng', 'năm'].flatMap((word) => [...plain(` ${word} `, look), dots(look)])
          : plain(` ${dateInWords(date)}`, look)),
        ...plain(`${of})`, look),
      ],
      0,
      160,
    ),
  ];
}

const sentenceCase = (text: string): string => {
  const lower = cleanLine(text).toLocaleLowerCase('vi');
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
};

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/**
 * A paragraph that introduces the next block stays on its page. So do the last blocks before the signature: closing
 * words and signature alone on a page look like a page that was lost.
 */
function blocksOf(blocks: readonly Block[], direction: Direction, writer: Writer, endsBody: boolean): FileChild[] {
  return blocks.flatMap((block, position) => {
    const next = blocks[position + 1];
    const isLast = endsBody && position >= blocks.length - 2;
    const keepNext =
      isLast || (next !== undefined && (next.kind === 'table' || leadsOn(block) || isHeadOf(block, next)));
    // Word merges two adjacent tables into one, and a section must not end with a table.
    const style = next ? STYLE.centred : STYLE.sectionEnd;
    const apart = block.kind === 'table' ? [new Paragraph({ style, ...(isLast ? { keepNext } : {}) })] : [];
    return [...blockOf(block, direction, writer, keepNext), ...apart];
  });
}

/** «… như sau:», or a bold «1) Văn phòng» above its tasks. */
const leadsOn = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  ((block.runs.at(-1)?.text ?? '').trimEnd().endsWith(':') || LEAD.test(block.runs[0]?.bold ? block.runs[0].text : ''));

/** «* Tiêu chí … (mất 0,5 điểm).» above «+ Lý do: …». */
const isHeadOf = (block: Block, next: Block): boolean => !isDetail(block) && isDetail(next);
const isDetail = (block: Block): boolean =>
  block.kind === 'paragraph' && (block.runs[0]?.text.startsWith('+ ') ?? false);

const LEAD = /^\d{1,2}[.)]\s/;

function blockOf(block: Block, direction: Direction, writer: Writer, keepNext: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          children: bookmarked(writer.headings++, plain(cleanLine(block.text))),
        }),
      ];
    case 'contents':
      return contentsOf(writer.entries);
    case 'table':
      return [tableOf(block, TEXT_WIDTH[direction], keepNext)];
    case 'paragraph': {
      const align = block.align ?? 'justify';
      const left = (block.indent ?? 0) * INDENT;
      const lines = align === 'justify' ? linesOfRuns(block.runs) : [block.runs];
      return lines.map(
        (runs, position) =>
          new Paragraph({
            style: block.draft ? STYLE.draft : STYLE.body,
            ...(align === 'justify' ? {} : { alignment: align }),
            ...(align === 'justify' && left === 0
              ? {}
              : {
                  indent: {
                    ...(left > 0 ? { left } : {}),
                    ...(align === 'justify' ? { firstLine: FIRST_LINE } : { firstLine: 0 }),
                  },
                }),
            ...(keepNext ? { keepNext } : {}),
            children: [...(block.draft && position === 0 ? [marked('[Dự thảo]'), ...plain(' ')] : []), ...runsOf(runs)],
          }),
      );
    }
  }
}

/** Content of a paragraph. The library's own type omits elements that it does write. */
type Child = TextRun | InternalHyperlink;
const asChild = (element: unknown): TextRun => element as TextRun;

interface Entry {
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** Maximum lines of the contents. In a longer list the deepest headings are left out. */
const MOST_ENTRIES = 60;

/** Headings in the order of the document; an appendix counts as a first-level heading. */
const entriesOf = (sections: readonly DocumentSection[]): Entry[] =>
  sections.flatMap(({ appendix, blocks }) => [
    ...(appendix ? [{ level: 1 as const, text: `${appendix.label}. ${appendix.title}` }] : []),
    ...blocks.flatMap((block) => (block.kind === 'heading' ? [{ level: block.level, text: block.text }] : [])),
  ]);

const bookmarkName = (position: number): string => `_Toc${1000 + position}`;

/** The runs of the heading at this position, bookmarked so that the contents can link to it. */
const bookmarked = (position: number, children: readonly Child[]): Child[] => [
  asChild(new BookmarkStart(bookmarkName(position), position + 1)),
  ...children,
  asChild(new BookmarkEnd(position + 1)),
];

/**
 * The headings without page numbers: Word and LibreOffice compute them when they update the field, and a wrong number
 * is worse than none.
 */
function contentsOf(all: readonly Entry[]): FileChild[] {
  if (all.length === 0) return [];
  const upTo = (most: number): number => all.filter(({ level }) => level <= most).length;
  const deepest = upTo(3) <= MOST_ENTRIES ? 3 : upTo(2) <= MOST_ENTRIES ? 2 : 1;
  const entries = all.flatMap((entry, heading) => (entry.level <= deepest ? [{ ...entry, heading }] : []));
  const paragraphs = entries.map(({ level, text, heading }, position) => {
    const link = new InternalHyperlink({ anchor: bookmarkName(heading), children: plain(cleanLine(text)) });
    const [begin, end] = [
      position === 0 ? fieldBegin(deepest) : [],
      position === entries.length - 1 ? [fieldPart('end')] : [],
    ];
    return new Paragraph({ style: `${STYLE.contents}${level}`, children: [...begin, link, ...end] });
  });
  return [centred(plain('MỤC LỤC', { size: SIZE.body, bold: true }), 120, 120), ...paragraphs, centred([])];
}

/** LibreOffice requires each part of a field to be a run of its own. */
const fieldBegin = (deepest: number): TextRun[] => [
  fieldPart('begin'),
  runOf(new StringContainer('w:instrText', `TOC \\o "1-${deepest}" \\h \\z \\u`)),
  fieldPart('separate'),
];

const fieldPart = (type: 'begin' | 'separate' | 'end'): TextRun =>
  runOf(new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } }));

const runOf = (element: XmlComponent): TextRun => new TextRun({ children: [asChild(element)] });
