/**
 * Proofs that a unit names beside a score («Tài liệu kiểm chứng»), each with its number and date, and whether one of
 * them came after the day until which it was due.
 */
import { cellBeside } from './beside-columns';
import { textIn, type Item, type ScoreSheet, type UnitScores } from './score-sheet';
import type { Address } from '../values/address';
import { squeeze } from '../values/fold-text';

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
const DAY = /(?<![\d/])(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})(?![\d/])/giu;

/** Null where nothing stands there. */
export function evidenceOf(sheet: ScoreSheet, unit: UnitScores, item: Item): StatedEvidence | null {
  const at = cellBeside(sheet, 'evidence', unit, item);
  const text = at ? textIn(sheet, at).trim() : '';
  return at && text !== '' ? { at, text, documents: documentsIn(text) } : null;
}

/** Each day with the last number before it. */
function documentsIn(text: string): NamedDocument[] {
  const plain = text.normalize('NFC');
  const numbers = [...plain.matchAll(NUMBER)];
  let from = 0;
  return [...plain.replace(NUMBER, (number) => ' '.repeat(number.length)).matchAll(DAY)].flatMap((found) => {
    const day = dayOf(found[0]);
    const own = numbers.findLast(({ index }) => index >= from && index < found.index)?.[0] ?? '';
    from = found.index;
    return day ? [{ number: own, day }] : [];
  });
}

function dayOf(text: string): Date | null {
  const [, day, month, year] = new RegExp(DAY.source, 'iu').exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? date : null;
}

/** What comes after its due day, by so many days. */
export interface LateDocument extends NamedDocument {
  readonly due: Date;
  readonly days: number;
}

/** `deadlines` as `Cấu hình` has them, a line each: «15/12/2022» for all, «1.4: 04/12/2022» for what has this code. */
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

/** The longest code that the item's begins with. */
function dueOf(code: string, deadlines: readonly string[]): Date | null {
  const lines = deadlines.flatMap((line) => {
    const own = /^(?:tiêu chí |lĩnh vực |mục )?([\dIVX]+(?:\.\d+)*)\.?\s*[:=]/iu.exec(squeeze(line))?.[1] ?? '';
    const day = dayOf(line.slice(line.indexOf(':') + 1)) ?? dayOf(line);
    return day && (own === '' || code === own || code.startsWith(`${own}.`)) ? [{ own, day }] : [];
  });
  return lines.sort((a, b) => b.own.length - a.own.length)[0]?.day ?? null;
}

/** «05/12/2022». */
export const shownDay = (day: Date): string =>
  [day.getUTCDate(), day.getUTCMonth() + 1].map((part) => String(part).padStart(2, '0')).join('/') +
  `/${day.getUTCFullYear()}`;

/** «12/BC-UBND ngày 05/12/2022». */
export const documentInWords = ({ number, day }: NamedDocument): string =>
  `${number === '' ? 'văn bản' : number} ngày ${shownDay(day)}`;
