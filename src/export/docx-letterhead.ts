/**
 * The opening of a document of Nghị định 30/2020/NĐ-CP: bodies, quốc hiệu and tiêu ngữ, number, town and date, type,
 * trích yếu, «Kính gửi».
 */
import { Paragraph, type FileChild, type ParagraphChild } from 'docx';
import { unbroken } from '../core/model/body-name';
import { dateInWords, type DocumentForm } from '../core/model/document';
import { centred, evenlyCentred, evenWidth, rule, sideBySide } from './docx-layout';
import { columnsOf, SIZE, STYLE, TEXT_WIDTH, type Direction } from './docx-page';
import { blank, cleanLine, dots, known, linesOf, plain, upper, type Look } from './docx-text';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Share of the text's width. */
const LEFT = 0.408;
/** A third to half of the line above it. */
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

/** In capitals, a line for each that the name was given in. */
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

const dateRuns = ({ place, date }: DocumentForm): ParagraphChild[] => {
  const look = { size: SIZE.numberAndDate, italics: true };
  const place_ = known(place, 'địa danh', look);
  if (date) return [...place_, ...plain(`, ${dateInWords(date)}`, look)];
  return [
    ...place_,
    ...['ngày', 'tháng', 'năm'].flatMap((word, at) => [
      ...plain(at === 0 ? `, ${word} ` : ` ${word} `, look),
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

/** One stands beside «Kính gửi:», several below it, a line each. */
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
      (each, at) =>
        new Paragraph({
          style: STYLE.centred,
          alignment: 'left',
          indent: { left: 3400, hanging: 200 },
          spacing: { before: 0, after: at === all.length - 1 ? 240 : 60 },
          children: plain(`- ${each.replace(/[.,]$/, '')}${at === all.length - 1 ? '.' : ';'}`),
        }),
    ),
  ];
}
