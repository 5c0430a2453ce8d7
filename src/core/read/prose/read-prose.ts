/**
 * Reads losses and their causes from pasted prose in the style of reports: every passage that begins with a criterion,
 * with the text about it below.
 */
import type { Decimal } from '../../values/decimal';
import { squeeze } from '../../values/fold-text';
import type { ProseLine } from '../../model/beside/prose';
import { headOf, numberIn } from './loss-heads';
import { readLines, type TextLine } from './prose-lines';
import type { KnownNames } from './stated-headings';
import { patternOf } from '../../values/pattern';
import { PART_LABEL, startsWithLabel } from '../../model/beside/part-labels';
import { cleanPart, splitParts } from './split-parts';

const NO_NAMES: KnownNames = { units: new Set(), items: new Set() };

interface Draft {
  readonly unit: string | null;
  readonly raw: string[];
  readonly lines: string[];
  hasLabel: boolean;
}

/** Rows of a table count only if no passage is found, because a report repeats them below its table. */
export function readProse(text: string, known: KnownNames = NO_NAMES): ProseLine[] {
  const prepared = text.replace(CODE_AND_NAME, 'Tiêu chí $1. ');
  const found = passagesOf(prepared, known);
  const rows = found.length > 0 ? prepared : rowsAsPassages(prepared);
  return rows === prepared ? found : passagesOf(rows, known);
}

/** «Mã tiêu chí: 1.1» with «Tên: Kế hoạch» below it. */
const CODE_AND_NAME = patternOf(
  [
    String.raw`^[\s*+•–-]*(?:mã(?: số)?(?: tiêu chí)? ?:|tiêu chí(?: thành phần)?) ?(\d{1,2}(?:\.\d{1,2})+)\.?\s*\n`,
    String.raw`[\s*+•–-]*tên(?: tiêu chí)? ?: ?(?=\S)`,
  ],
  'gimu',
);

function passagesOf(text: string, known: KnownNames): ProseLine[] {
  const found: ProseLine[] = [];
  let unit: string | null = null;
  let draft: Draft | null = null;
  let isBroken = false;
  let isCut = false;
  const close = (): void => {
    if (draft) found.push(lineOf(draft));
    draft = null;
  };
  for (const line of readLines(text, known)) {
    // A name or a body below «Trách nhiệm:» is not a heading.
    const awaits = draft !== null && endsInLabel(draft);
    if (line.kind === 'blank') {
      isBroken = true;
      continue;
    }
    if (line.kind === 'head') {
      close();
      draft = { unit, raw: [line.raw], lines: [line.text], hasLabel: hasLabel(line.text) };
    } else if (line.kind === 'sheet') {
      close();
      unit = null;
    } else if (awaits && draft && !line.isStated) {
      put(draft, line.raw, line.text);
    } else if (closes(line, draft)) {
      isCut = draft !== null && line.kind === 'unit';
      close();
      if (line.kind === 'unit') unit = line.text;
    } else if (draft === null) {
      if (isCut && startsWithLabel(line.text)) tellCut(found, line.text);
    } else if (!goesOn(draft, line, isBroken)) close();
    isBroken = false;
  }
  close();
  return found;
}

/** Adds a line to the passage; returns false if the line is about something else. */
function goesOn(draft: Draft, { kind, text, raw }: TextLine, isBroken: boolean): boolean {
  const isLabelled = startsWithLabel(text) && !endsLabel(lastOf(draft), text);
  if (isBroken && kind === 'text' && !isLabelled && isComplete(draft)) return false;
  const isOwn = isLabelled || TAKEN.exec(text)?.index === 0;
  put(draft, raw, isOwn ? `\n${text}` : kind === 'bullet' ? `\n- ${text}` : text);
  return true;
}

/** «…; Ý kiến / giải trình: …», a label that a PDF broke. */
const endsLabel = (before: string, text: string): boolean =>
  /^\p{Ll}/u.test(text) &&
  [/\S+$/, /\S+ \S+$/, /\S+ \S+ \S+$/].some((tail) => {
    const words = tail.exec(before)?.[0] ?? '';
    return /^\p{L}+(?: \p{L}+)*$/u.test(words) && startsWithLabel(`${words} ${text}`);
  });

/** «UBND HUYỆN SƠN AN 15» may be the footer of a page: labelled text after it is kept as unread. */
function tellCut(found: ProseLine[], text: string): void {
  const last = found.pop();
  if (last) found.push({ ...last, unread: text });
}

/** Turns each row of a pasted table into a passage, if a header row was pasted and labels a column as a part. */
function rowsAsPassages(text: string): string {
  let titles: readonly string[] = [];
  return text
    .split('\n')
    .map((line) => {
      const cells = line.split('\t').map((cell) => squeeze(cell));
      if (cells.length < 3) return line;
      if (isHeader(cells)) titles = cells;
      return (cells.length === titles.length && cells !== titles && rowPassage(cells, titles)) || line;
    })
    .join('\n');
}

/** A row of data may begin with a label, too: «Trách nhiệm người đứng đầu chưa cao». */
const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => startsWithLabel(`${cell}:`)) &&
  cells.some((cell) => /^(?:s?tt|mã|(?:tên )?tiêu chí|nội dung)(?!\p{L})/iu.test(cell)) &&
  !cells.some((cell) => /^\d/.test(cell));

const ROW_CODE = /^\d{1,2}(?:\.\d{1,2})+\.?$/;
/** «Nguyên nhân bị trừ» is not a column of points. */
const LOST_TITLE = /^(?:(?:số )?điểm(?!\p{L}).*)?(?:bị )?(?:trừ|mất)/iu;
const LOST_POINTS = /^[-–−]?\d{1,4}(?:[.,]\d{1,4})?$/;

function rowPassage(cells: readonly string[], titles: readonly string[]): string | null {
  const position = cells.findIndex((cell) => ROW_CODE.test(cell));
  const cellOf = (title: RegExp): string => cells[titles.findIndex((each) => title.test(each))] ?? '';
  const name = position < 0 ? '' : (cells[position + 1] ?? '');
  if (!/\p{L}/u.test(name)) return null;
  const [unit, lost] = [cellOf(/^(?:tên )?đơn vị$/iu), cellOf(LOST_TITLE).replace(/ ?(?:điểm|đ)$/iu, '')];
  const points = LOST_POINTS.test(lost) ? ` (trừ ${lost} điểm)` : '';
  // A row that only names who has to act reports no failure.
  if (/^0(?:[.,]0+)?$/.test(lost) || (points === '' && cellOf(/^(?:nguyên nhân|l[ýí] do)/iu) === '')) return null;
  const titled = titles
    .map((title, n) => `${title}: ${cells[n] ?? ''}`)
    .filter((line, n) => cells[n] !== '' && startsWithLabel(line));
  return [
    ...(unit === '' ? [] : [`Đơn vị: ${unit}`]),
    `Tiêu chí ${(cells[position] ?? '').replace(/\.$/, '')}. ${name}${points}`,
    ...titled,
  ].join('\n');
}

function put(draft: Draft, raw: string, text: string): void {
  draft.raw.push(raw);
  draft.lines.push(text);
  draft.hasLabel ||= hasLabel(text);
}

const hasLabel = (text: string): boolean => text.search(PART_LABEL) >= 0;
const lastOf = ({ lines }: Draft): string => lines[lines.length - 1] ?? '';
const endsInLabel = (draft: Draft): boolean => lastOf(draft).endsWith(':') && hasLabel(lastOf(draft).slice(-120));

/** «thiếu / phụ lục số liệu», a line that a PDF broke within a sentence, does not begin an appendix. */
const closes = ({ kind, text }: { readonly kind: string; readonly text: string }, draft: Draft | null): boolean =>
  kind === 'unit' || (kind === 'end' && (draft === null || !GOES_ON.test(`${lastOf(draft)}\n${text}`)));
const GOES_ON = patternOf(
  [
    String.raw`(?: (?:thiếu|kèm|theo|trong|tại|có|và|của|các|gửi|lập|nộp)\n(?:phụ lục|bảng)(?!.*như sau)`,
    String.raw`|[^.;:!?\n]\n\d[\d.,]* (?:đồng|điểm|hồ sơ|văn bản)(?!\p{L}| bộ))`,
  ],
  'u',
);

/** A separate paragraph after a finished sentence with a cause is about something else. */
const isComplete = (draft: Draft): boolean => draft.hasLabel && /[.;!?)]$/.test(lastOf(draft));

function lineOf({ unit, raw, lines }: Draft): ProseLine {
  const { parts, head: opening } = splitParts(lines.join(' ').replaceAll(' \n', '\n'));
  const { code, name, awarded, max, reason, sentence, remainder, ...head } = headOf(opening);
  const { explanation, remedy, remedyDue, remedyStatus } = parts;
  const taken = withoutTaken(parts.cause);
  const lost = head.lost ?? taken.lost;
  const whose = parts.responsibleBody ?? parts.responsiblePerson;
  // All points were awarded, so nothing was lost.
  const isWhole = lost === null && awarded !== null && awarded === max;
  const cause = isWhole ? null : (taken.cause ?? reason ?? (whose === null ? null : sentence));
  const unread = isWhole || cause !== null ? null : remainder;
  const [responsibleBody, responsiblePerson] = [
    withoutStop(parts.responsibleBody),
    withoutStop(parts.responsiblePerson),
  ];
  return {
    unit,
    code,
    name,
    lost,
    awarded,
    max,
    cause,
    responsibleBody,
    responsiblePerson,
    explanation,
    remedy,
    remedyDue,
    remedyStatus,
    unread,
    text: raw.join('\n'),
  };
}

/** «Huyện bị trừ 0,5 điểm tại mục này.» states the loss, not the cause. */
const TAKEN =
  /(?<=^|[.;!?]\s*|\n)[\p{L} ]{0,40}bị trừ (\d{1,4}(?:[.,]\d{1,4})?) điểm (?:tại|ở|đối với) [\p{L} ]{0,30}này[.;]?/iu;

function withoutTaken(cause: string | null): { readonly cause: string | null; readonly lost: Decimal | null } {
  const found = TAKEN.exec(cause ?? '');
  if (!found || cause === null) return { cause, lost: null };
  return { cause: cleanPart(cause.replace(TAKEN, '')) || null, lost: numberIn(found[1]) };
}

/** A name does not end in a full stop. */
const withoutStop = (name: string | null): string | null => name?.replace(/\.$/, '') ?? null;
