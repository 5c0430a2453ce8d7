/**
 * The frame of a document of Nghị định 30/2020/NĐ-CP. Above the text: bodies, quốc hiệu and tiêu ngữ, number, place and
 * date, type, trích yếu, «Kính gửi». Below: «./.», nơi nhận, and the signer's title, signature space and name.
 */
import { Paragraph, type FileChild, type ParagraphChild, type TextRun as WordRun } from 'docx';
import { unbroken } from '../core/model/body-name';
import { dateInWords, type DocumentForm, type Block, type TextRun } from '../core/model/document';
import { centred, evenlyCentred, evenWidth, rule, sideBySide } from './docx-layout';
import { columnsOf, SIZE, STYLE, TEXT_WIDTH, type Direction } from './docx-page';
import { blank, cleanLine, dots, known, linesOf, plain, upper, type Look } from './docx-text';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Share of the text width. */
const LEFT = 0.408;
/** Length of the rule: a third to half of the line above it. */
const SHORT = 0.4;

export function letterhead(form: DocumentForm, direction: Direction): FileChild[] {
  const [left, right] = columnsOf(direction, LEFT);
  const bodies = [
    ...body(form.superiorBody, 'cơ quan chủ quản', { size: SIZE.name }, left),
    ...body(form.issuingBody, 'cơ quan ban hành', { size: SIZE.name, bold: true }, left),
    rule(
      SHORT * evenWidth(upper(linesOf(form.issuingBody ?? '').at(-1) ?? '…… [cơ quan ban hành]'), SIZE.name, left),
      left,
    ),
  ];
  const state = [
    centred(plain(NATION, { size: SIZE.name, bold: true })),
    centred(plain(MOTTO, { size: SIZE.motto, bold: true })),
    rule(evenWidth(MOTTO, SIZE.motto, right), right),
  ];
  return [
    sideBySide(
      [left, right],
      [
        [bodies, state],
        [[centred(numberRuns(form), 120)], [centred(dateRuns(form), 120)]],
      ],
    ),
    ...title(form, TEXT_WIDTH[direction]),
  ];
}

/** The name in capitals, one paragraph for each of its lines. */
function body(name: string | null, what: string, look: Look, room: number): Paragraph[] {
  const lines = linesOf(name ?? '');
  return lines.length === 0
    ? [centred([blank(what, look)])]
    : lines.map((line) => evenlyCentred(plain(upper(line), look), upper(line), SIZE.name, room));
}

const numberRuns = ({ number, symbol }: DocumentForm): ParagraphChild[] => {
  const look = { size: SIZE.numberAndDate };
  return [...plain('Số: ', look), ...known(number, 'số', look), ...plain('/', look), ...known(symbol, 'ký hiệu', look)];
};

const dateRuns = ({ place: town, date }: DocumentForm): ParagraphChild[] => {
  const look = { size: SIZE.numberAndDate, italics: true };
  const runs = known(town, 'địa danh', look);
  if (date) return [...runs, ...plain(`, ${dateInWords(date)}`, look)];
  return [
    ...runs,
    ...['ngày', 'tháng', 'năm'].flatMap((word, position) => [
      ...plain(position === 0 ? `, ${word} ` : ` ${word} `, look),
      dots(look),
    ]),
  ];
};

function title(form: DocumentForm, room: number): Paragraph[] {
  const subject = linesOf(form.subject).map(unbroken);
  const look = { size: SIZE.body, bold: true };
  return [
    centred(plain(upper(form.type), look), 360, 0),
    ...(subject.length > 0
      ? subject.map((line) => evenlyCentred(plain(line, look), line, SIZE.body, room))
      : [centred([blank('trích yếu', look)])]),
    rule(SHORT * evenWidth(subject.at(-1) ?? '…… [trích yếu]', SIZE.body, room), room),
    ...addressees(form.addressee),
  ];
}

/** A single addressee is on the line of «Kính gửi:»; several follow below it, one per line. */
function addressees(text: string | null): Paragraph[] {
  if (text === null) return [centred([])];
  const all = text
    .split(/[\n;]/)
    .map((each) => cleanLine(each).replace(/^[-–+•]\s*/, ''))
    .filter((each) => each !== '');
  const [only] = all;
  if (only === undefined) return [centred([...plain('Kính gửi: '), blank('nơi nhận báo cáo')], 240, 240)];
  if (all.length === 1) return [centred(plain(`Kính gửi: ${only}`), 240, 240)];
  return [
    new Paragraph({
      style: STYLE.centred,
      alignment: 'left',
      indent: { left: 2200 },
      spacing: { before: 240, after: 60 },
      children: plain('Kính gửi:'),
    }),
    ...all.map(
      (each, position) =>
        new Paragraph({
          style: STYLE.centred,
          alignment: 'left',
          indent: { left: 3400, hanging: 200 },
          spacing: { before: 0, after: position === all.length - 1 ? 240 : 60 },
          children: plain(`- ${each.replace(/[.,]$/, '')}${position === all.length - 1 ? '.' : ';'}`),
        }),
    ),
  ];
}

/** Share of the text width. */
const SIGNATURE_LEFT = 0.474;
/** Space for a signature and a seal. */
const SIGNATURE_ROOM = 1500;

const END = './.';

/** Adds «./.» to the last paragraph, unless it ends with «:» and thus leads to a table. */
export function ended(blocks: readonly Block[]): readonly Block[] {
  const position = blocks.findLastIndex(({ kind }) => kind === 'paragraph');
  const last = blocks[position];
  if (last?.kind !== 'paragraph') return blocks;
  const runs = withEnd(last.runs);
  return runs === null ? blocks : blocks.with(position, { ...last, runs });
}

function withEnd(runs: readonly TextRun[]): readonly TextRun[] | null {
  const position = runs.findLastIndex(({ text }) => text.trim() !== '');
  const last = runs[position];
  if (!last || last.blank) return [...runs, { text: END }];
  const text = last.text.trimEnd();
  if (text.endsWith(END) || text.endsWith(':')) return null;
  return [...runs.slice(0, position), { ...last, text: text.replace(/[.;,\s]+$/, '') + END }];
}

export const ending = (form: DocumentForm, direction: Direction): FileChild[] => [
  // Word merges two adjacent tables into one.
  new Paragraph({ style: STYLE.centred, keepNext: true, spacing: { before: 0, after: 0 } }),
  ...(form.party === undefined
    ? [sideBySide(columnsOf(direction, SIGNATURE_LEFT), [[recipients(form.recipients), signature(form)]])]
    : [
        sideBySide(columnsOf(direction, 0.5), [
          [signature({ signerTitle: [form.party], signerName: null }), signature(form)],
        ]),
        centred([]),
        ...recipients(form.recipients),
      ]),
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
    ...lines.map((each, position) =>
      line(plain(`- ${each}${position === lines.length - 1 ? '.' : ';'}`, { size: SIZE.recipients })),
    ),
    ...(lines.length === 0
      ? [line([...plain('- ', { size: SIZE.recipients }), blank('nơi nhận', { size: SIZE.recipients })])]
      : []),
  ];
}

function signature({ signerTitle, signerName }: Pick<DocumentForm, 'signerTitle' | 'signerName'>): Paragraph[] {
  const look = { size: SIZE.body, bold: true };
  const titles = signerTitle.map(upper).filter((each) => each !== '');
  return [
    ...(titles.length === 0
      ? [centred([blank('chức vụ người ký', look)])]
      : titles.map((each) => centred(plain(each, look)))),
    centred(known(signerName, 'họ và tên người ký', look), SIGNATURE_ROOM),
  ];
}
