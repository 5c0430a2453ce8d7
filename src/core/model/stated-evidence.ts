/**
 * Proofs that a unit names beside a score («Tài liệu kiểm chứng»), each with its number and date, and whether one of
 * them came after the day until which it was due.
 */
import { cellBeside } from './beside-columns';
import { textIn, type Item, type ScoreSheet, type UnitScores } from './score-sheet';
import type { Address } from '../values/address';
import { dayOf, DAY, dueOf } from './deadlines';
import { patternOf } from '../values/pattern';

export interface NamedDocument {
  /** «12/BC-UBND»; "" where the cell names none. */
  readonly number: string;
  readonly day: Date;
}

export interface StatedEvidence {
  readonly at: Address;
  readonly text: string;
  readonly documents: readonly NamedDocument[];
}

const NUMBER = /\d{1,5}(?:\/\d{4})?\/\p{Lu}[\p{L}\d]*(?:-[\p{L}\d&]+)*/gu;

/** Null where nothing stands there. */
export function evidenceOf(sheet: ScoreSheet, unit: UnitScores, item: Item): StatedEvidence | null {
  const at = cellBeside(sheet, 'evidence', unit, item);
  const text = at ? textIn(sheet, at).trim() : '';
  return at && text !== '' ? { at, text, documents: documentsIn(text) } : null;
}

/** What a day is of instead of a document: «số liệu đến ngày», «dự kiến ban hành ngày», «hạn gửi:». */
const OTHER_DAY = patternOf(
  [
    String.raw`(?<!\p{L})(?:từ|đến|tới|trước|sau|hết|kể từ|chậm nhất|hạn)\s*(?:là\s*|hết\s*)?(?:ngày\s*)?[:(]?\s*$`,
    String.raw`|\d{4}\s*[-–]\s*$`,
  ],
  'iu',
);
const OTHER_CLAUSE = /(?<!\p{L})(?:dự kiến|hạn|thời hạn|chậm nhất|hiệu lực)(?!\p{L})[^;,\n]*$/iu;
const RANGE = /^\s*(?:[-–]|đến|tới)\s*(?:hết\s*)?(?:ngày\s*)?\d/iu;

/** Each day of a document with the last number before it. */
function documentsIn(text: string): NamedDocument[] {
  const plain = text.normalize('NFC');
  const numbers = [...plain.matchAll(NUMBER)];
  const blanked = plain.replace(NUMBER, (number) => '#'.repeat(number.length));
  let from = 0;
  return [...blanked.matchAll(DAY)].flatMap((found) => {
    const day = dayOf(found[0]);
    const own = numbers.findLast(({ index }) => index >= from && index < found.index)?.[0] ?? '';
    const before = blanked.slice(from, found.index);
    const isOther =
      OTHER_DAY.test(blanked.slice(0, found.index)) ||
      RANGE.test(blanked.slice(found.index + found[0].length)) ||
      // A number behind these words begins a document: «gia hạn tại Công văn số 5/UBND ngày 05/12/2022».
      OTHER_CLAUSE.test(before.slice(before.lastIndexOf('#') + 1));
    from = found.index + found[0].length;
    return day && !isOther ? [{ number: own, day }] : [];
  });
}

/** What comes after its due day, by so many days. */
export interface LateDocument extends NamedDocument {
  readonly due: Date;
  readonly days: number;
}

/** `deadlines` as `Cấu hình` has them, a line each. */
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

/** «05/12/2022». */
export const shownDay = (day: Date): string =>
  [day.getUTCDate(), day.getUTCMonth() + 1].map((part) => String(part).padStart(2, '0')).join('/') +
  `/${day.getUTCFullYear()}`;

/** «12/BC-UBND ngày 05/12/2022». */
export const documentInWords = ({ number, day }: NamedDocument): string =>
  `${number === '' ? 'văn bản' : number} ngày ${shownDay(day)}`;
