/**
 * Documents that a unit names as evidence beside a score («Tài liệu kiểm chứng»), each with its number and date, and
 * whether one of them is later than its deadline.
 */
import { cellInColumn } from './beside-columns';
import { textIn, type Item, type ScoreSheet, type UnitScores } from '../score-sheet';
import type { Address } from '../../values/address';
import { squeeze } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';

export interface NamedDocument {
  /** «12/BC-UBND»; "" if the cell names none. */
  readonly number: string;
  readonly day: Date;
}

export interface StatedEvidence {
  readonly at: Address;
  readonly text: string;
  readonly documents: readonly NamedDocument[];
}

const NUMBER = /\d{1,5}(?:\/\d{4})?\/\p{Lu}[\p{L}\d]*(?:-[\p{L}\d&]+)*/gu;

const DAY = /(?<![\d/])(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})(?![\d/])/giu;

function dayOf(text: string): Date | null {
  const [, day, month, year] = new RegExp(DAY.source, 'iu').exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? date : null;
}

/** Returns null if the cell is blank or does not exist. */
export function evidenceOf(sheet: ScoreSheet, unit: UnitScores, item: Item): StatedEvidence | null {
  const at = cellInColumn(sheet, 'evidence', unit, item);
  const text = at ? textIn(sheet, at).trim() : '';
  return at && text !== '' ? { at, text, documents: documentsIn(text) } : null;
}

/** Words before a date that is not the date of a document: «số liệu đến ngày», «dự kiến ban hành ngày», «hạn gửi:». */
const OTHER_DAY = patternOf(
  [
    String.raw`(?<!\p{L})(?:từ|đến|tới|trước|sau|hết|kể từ|chậm nhất|hạn)\s*(?:là\s*|hết\s*)?(?:ngày\s*)?[:(]?\s*$`,
    String.raw`|\d{4}\s*[-–]\s*$`,
  ],
  'iu',
);
const OTHER_CLAUSE = /(?<!\p{L})(?:dự kiến|hạn|thời hạn|chậm nhất|hiệu lực)(?!\p{L})[^;,\n]*$/iu;
const RANGE = /^\s*(?:[-–]|đến|tới)\s*(?:hết\s*)?(?:ngày\s*)?\d/iu;

/** Each date of a document, with the last document number before it. */
function documentsIn(text: string): NamedDocument[] {
  const plain = text.normalize('NFC');
  const numbers = [...plain.matchAll(NUMBER)];
  const blanked = plain.replace(NUMBER, (number) => '#'.repeat(number.length));
  let from = 0;
  return [...blanked.matchAll(DAY)].flatMap((found) => {
    const day = dayOf(found[0]);
    const documentNumber =
      numbers.findLast(({ index: position }) => position >= from && position < found.index)?.[0] ?? '';
    const before = blanked.slice(from, found.index);
    const isOther =
      OTHER_DAY.test(blanked.slice(0, found.index)) ||
      RANGE.test(blanked.slice(found.index + found[0].length)) ||
      // A document number after these words begins a document: «gia hạn tại Công văn số 5/UBND ngày 05/12/2022».
      OTHER_CLAUSE.test(before.slice(before.lastIndexOf('#') + 1));
    from = found.index + found[0].length;
    return day && !isOther ? [{ number: documentNumber, day }] : [];
  });
}

/** A document later than its deadline, and by how many days. */
export interface LateDocument extends NamedDocument {
  readonly due: Date;
  readonly days: number;
}

/**
 * `deadlines` are the lines in `Cấu hình`: «15/12/2022» for all, «1.4: 04/12/2022» for the item with this code,
 * «31/12/2025 (riêng tiêu chí 1.2 và 1.3: 15/01/2026)».
 */
export function lateDocuments(
  { documents }: StatedEvidence,
  { code }: Pick<Item, 'code'>,
  deadlines: readonly string[],
): LateDocument[] {
  const due = dueOf(code, deadlines);
  if (!due) return [];
  return documents.flatMap((proof) => {
    const days = Math.round((proof.day.getTime() - due.getTime()) / DAY_LENGTH);
    return days > 0 ? [{ ...proof, due, days }] : [];
  });
}

const DAY_LENGTH = 24 * 60 * 60 * 1000;

interface Deadline {
  /** The deadline applies to items with one of these codes and the items below them; null for all. */
  readonly codes: readonly string[] | null;
  /** Null if the words are not completely understood: then their meaning is unknown. */
  readonly day: Date | null;
}

/**
 * The deadline with the longest code that is the item's or one of its parents'; null if there is none, if lines
 * disagree, or if an applicable line is not understood.
 */
function dueOf(code: string, lines: readonly string[]): Date | null {
  const known = deadlinesIn(lines).flatMap(({ codes, day }) => {
    const deadlineCode = codes === null ? '' : codes.filter((each) => isWithin(code, each)).sort(byLength)[0];
    return deadlineCode === undefined ? [] : [{ deadlineCode, day }];
  });
  const [first, ...others] = known.sort((a, b) => byLength(a.deadlineCode, b.deadlineCode));
  if (!first || known.some(({ day }) => day === null)) return null;
  const isSame = others.every(
    ({ deadlineCode, day }) => deadlineCode !== first.deadlineCode || day?.getTime() === first.day?.getTime(),
  );
  return isSame ? first.day : null;
}

const isWithin = (code: string, prefix: string): boolean => code === prefix || code.startsWith(`${prefix}.`);
const byLength = (a: string, b: string): number => b.length - a.length;

const CODE = String.raw`(?:\d{1,2}|[IVX]+)(?:\.\d+)*(?![\p{L}\d])`;
const KIND = '(?:[Tt]iêu chí(?: thành phần)?|[Ll]ĩnh vực|[Mm]ục|TC)';
const CODES = String.raw`${CODE}\.?(?:(?:\s*(?:[,;&]|và|${KIND}|các)\s*)+${CODE}\.?)*`;
const UNTIL =
  String.raw`(?:[\s:=–-]|là|[Tt]hời hạn|[Hh]ạn|nộp|gửi|báo cáo|tài liệu|minh chứng|kiểm chứng|[Cc]hậm nhất|[Tt]rước|` +
  '[Đđ]ến|hết|cuối|[Nn]gày|chung)*';
const HEAD = patternOf(
  [String.raw`^(?:[;,.():\s–-]|và|còn|[Rr]iêng|[Cc]ác|[Đđ]ối với|[Vv]ới|[Cc]ho)*${KIND}?\s*`, `(${CODES})?${UNTIL}$`],
  'u',
);
const ONLY_CODES = patternOf([String.raw`^${KIND}?\s*${CODES}$`], 'u');
const INCIDENTAL_BRACKETS = /\((?!.*(?:trừ|riêng|cấp|với|tiêu chí|lĩnh vực|mục|nhóm|cho))[^()\d]*\)/giu;
const SPANS = /(?<!\p{L})(?:đến|tới|từ|trở|trừ|ngoài|còn lại|khác)(?!\p{L})|\d\s*[-–]\s*\d/iu;

function deadlinesIn(lines: readonly string[]): Deadline[] {
  // «1.1; 1.2: 15/12/2022» is passed as two lines.
  const waiting: string[] = [];
  return lines.flatMap((raw) => {
    const line = squeeze(raw.normalize('NFC')).replace(INCIDENTAL_BRACKETS, ' ');
    if (ONLY_CODES.test(line.trim())) {
      waiting.push(line.trim());
      return [];
    }
    const sentence = [...waiting.splice(0), line].join('; ');
    return deadlinesOf(sentence);
  });
}

function deadlinesOf(line: string): Deadline[] {
  const days = [...line.matchAll(DAY)];
  const last = days.at(-1);
  if (!last) return [];
  // Words after a date may limit what it applies to.
  const tail = line.slice(last.index + last[0].length);
  if (/[\p{L}\d]/u.test(tail)) return [{ codes: null, day: null }];
  let from = 0;
  return days.map((found): Deadline => {
    const head = line.slice(from, found.index);
    const isFirst = from === 0;
    from = found.index + found[0].length;
    const understood = HEAD.exec(head);
    if (!isFirst && !/^\s*[;,.(]/.test(head)) return { codes: null, day: null };
    if (understood) return { codes: understood[1] === undefined ? null : codesIn(understood[1]), day: dayOf(found[0]) };
    const codes = SPANS.test(head) ? [] : codesIn(head);
    return { codes: codes.length > 0 ? codes : null, day: null };
  });
}

const codesIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(String.raw`(?<![\p{L}\d.])${CODE}`, 'gu'))].map(([code]) => code);

/** «05/12/2022». */
export const shownDay = (day: Date): string =>
  [day.getUTCDate(), day.getUTCMonth() + 1].map((part) => String(part).padStart(2, '0')).join('/') +
  `/${day.getUTCFullYear()}`;

/** «12/BC-UBND ngày 05/12/2022». */
export const documentInWords = ({ number, day }: NamedDocument): string =>
  `${number === '' ? 'văn bản' : number} ngày ${shownDay(day)}`;
