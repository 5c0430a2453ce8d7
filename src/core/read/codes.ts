/** Codes of criteria: 1, 1.1, 1.10, I, A, a) — read, ordered into levels, and repaired where Excel damaged them. */
import { squeeze } from '../model/fold-text';

export type CodeKind = 'letter-section' | 'roman' | 'arabic' | 'letter';

export interface Code {
  readonly text: string;
  readonly kind: CodeKind;
  /** Numbers of an Arabic code: 1.10 → [1, 10]. */
  readonly parts: readonly number[];
}

const PREFIX = /^(tiêu chí thành phần|tiêu chí|lĩnh vực|tctp|tc|lv|mục)\s*(?=\d|[ivx]+\b)/iu;
const ARABIC = /^\d{1,3}(?:[.,]\d{1,3})*\.?$/;
const ROMAN = /^[IVX]{1,5}\.?$/;
const SECTION = /^[A-HĐ]\.?$/;
const LETTER = /^[a-zđ](?:[).]|$)/u;

/** Null when the text is no code. */
export function parseCode(raw: string): Code | null {
  const text = squeeze(raw.normalize('NFC')).replace(PREFIX, '').replace(/[):]$/, (mark) => (mark === ')' ? ')' : ''));
  if (text === '' || text.length > 16) return null;
  if (ARABIC.test(text)) {
    const parts = text.replace(/\.$/, '').split(/[.,]/).map(Number);
    return { text: parts.join('.'), kind: 'arabic', parts };
  }
  if (ROMAN.test(text)) return { text: text.replace('.', ''), kind: 'roman', parts: [] };
  if (SECTION.test(text)) return { text: text.replace('.', ''), kind: 'letter-section', parts: [] };
  if (LETTER.test(text) && text.length <= 2) return { text: text.charAt(0), kind: 'letter', parts: [] };
  return null;
}

export const looksLikeCode = (text: string): boolean => parseCode(text) !== null;

/** «1.1. Kế hoạch CCHC», «I. CHỈ ĐẠO», «a) Ban hành» → code and name; null without a leading code. */
export function splitCodeAndName(text: string): { code: Code; name: string } | null {
  const match = /^\s*((?:(?:tiêu chí thành phần|tiêu chí|lĩnh vực)\s+)?(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[IVX]{1,5}[.)]|[A-HĐ]\.|[a-zđ]\)))[\s:–-]+(\S.*)$/isu.exec(
    text.normalize('NFC'),
  );
  const code = match ? parseCode((match[1] ?? '').replace(/\)$/, /[a-zđ]\)$/u.test(match[1] ?? '') ? ')' : '')) : null;
  return match && code ? { code, name: squeeze(match[2] ?? '') } : null;
}

/** Codes that may follow `previous` in the tree: its first child, its next sibling, the next sibling of each ancestor. */
export function successors(previous: readonly number[]): number[][] {
  const next: number[][] = [[...previous, 1]];
  for (let depth = previous.length; depth >= 1; depth--) {
    next.push([...previous.slice(0, depth - 1), (previous[depth - 1] ?? 0) + 1]);
  }
  return next;
}

/** 1.10 where Excel kept the number 1.1 after 1.9; null when the stated code is as good. */
export function repairNumber(stated: Code, previous: readonly number[] | null): Code | null {
  if (!previous || stated.kind !== 'arabic' || stated.parts.length !== 2) return null;
  const [whole = 0, part = 0] = stated.parts;
  const lengthened = [whole, part * 10];
  const fits = successors(previous).some((each) => each.join('.') === lengthened.join('.'));
  const fitsAsIs = successors(previous).some((each) => each.join('.') === stated.text);
  return fits && !fitsAsIs ? { text: lengthened.join('.'), kind: 'arabic', parts: lengthened } : null;
}

/** A code that Excel turned into a date: 1.2 → 1 February. The serial's day and month in the order that follows `previous`. */
export function repairDate(serial: number, previous: readonly number[] | null): Code | null {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  const [day, month] = [date.getUTCDate(), date.getUTCMonth() + 1];
  const orders = [[day, month], [month, day]];
  const following = previous ? successors(previous).map((each) => each.join('.')) : [];
  const parts = orders.find((each) => following.includes(each.join('.'))) ?? orders[0] ?? [];
  return Number.isFinite(serial) ? { text: parts.join('.'), kind: 'arabic', parts } : null;
}
