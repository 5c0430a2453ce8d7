/** What closes a document of Nghị định 30/2020/NĐ-CP: «./.», nơi nhận, and the signer's title, room and name. */
import { Paragraph, type FileChild, type TextRun as WordRun } from 'docx';
import type { Block, DocumentForm, TextRun } from '../core/model/document';
import { centred, sideBySide } from './docx-layout';
import { columnsOf, SIZE, STYLE, type Direction } from './docx-page';
import { blank, cleanLine, known, plain, upper } from './docx-text';

/** Share of the text's width. */
const LEFT = 0.474;
/** Room for a signature and a seal. */
const SIGNATURE = 1500;

const END = './.';

/** The last paragraph of the text, which carries «./.»; a paragraph that leads to a table ends nothing. */
export function ended(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findLastIndex(({ kind }) => kind === 'paragraph');
  const last = blocks[at];
  if (last?.kind !== 'paragraph') return blocks;
  const runs = withEnd(last.runs);
  return runs === null ? blocks : blocks.with(at, { ...last, runs });
}

function withEnd(runs: readonly TextRun[]): readonly TextRun[] | null {
  const at = runs.findLastIndex(({ text }) => text.trim() !== '');
  const last = runs[at];
  if (!last || last.blank) return [...runs, { text: END }];
  const text = last.text.trimEnd();
  if (text.endsWith(END) || text.endsWith(':')) return null;
  return [...runs.slice(0, at), { ...last, text: text.replace(/[.;,\s]+$/, '') + END }];
}

export const ending = (form: DocumentForm, direction: Direction): FileChild[] => [
  // Two tables that touch become one in Word.
  new Paragraph({ style: STYLE.centred, keepNext: true, spacing: { before: 0, after: 0 } }),
  sideBySide(columnsOf(direction, LEFT), [[recipients(form.recipients), signature(form)]]),
];

function recipients(all: readonly string[]): Paragraph[] {
  const lines = all
    .map((each) =>
      cleanLine(each)
        .replace(/^[-–+•]\s*/, '')
        .replace(/[;.,]+$/, ''),
    )
    .filter((each) => each !== '');
  const line = (children: WordRun[]): Paragraph =>
    new Paragraph({ style: STYLE.centred, alignment: 'left', indent: { left: 120, hanging: 120 }, children });
  return [
    new Paragraph({
      style: STYLE.centred,
      alignment: 'left',
      children: plain('Nơi nhận:', { size: SIZE.recipientsTitle, bold: true, italics: true }),
    }),
    ...lines.map((each, at) =>
      line(plain(`- ${each}${at === lines.length - 1 ? '.' : ';'}`, { size: SIZE.recipients })),
    ),
    ...(lines.length === 0
      ? [line([...plain('- ', { size: SIZE.recipients }), blank('nơi nhận', { size: SIZE.recipients })])]
      : []),
  ];
}

function signature({ signerTitle, signerName }: DocumentForm): Paragraph[] {
  const look = { size: SIZE.body, bold: true };
  const titles = signerTitle.map(upper).filter((each) => each !== '');
  return [
    ...(titles.length === 0
      ? [centred([blank('chức vụ người ký', look)])]
      : titles.map((each) => centred(plain(each, look)))),
    centred(known(signerName, 'họ và tên người ký', look), SIGNATURE),
  ];
}
