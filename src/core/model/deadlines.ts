/**
 * Until when proofs were due, as officers write it: «15/12/2022» for all, «1.4: 04/12/2022» for what has this code,
 * «31/12/2025 (riêng tiêu chí 1.2 và 1.3: 15/01/2026)».
 */
import { squeeze } from '../values/fold-text';
import { patternOf } from '../values/pattern';

export const DAY = /(?<![\d/])(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})(?![\d/])/giu;

export function dayOf(text: string): Date | null {
  const [, day, month, year] = new RegExp(DAY.source, 'iu').exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? date : null;
}

interface Deadline {
  /** Of what has one of these codes, or stands below it; null for all. */
  readonly codes: readonly string[] | null;
  /** Null where the words are not understood whole: nothing is known of what they may mean. */
  readonly day: Date | null;
}

/** The day of the longest code that the item's begins with. */
export function dueOf(code: string, lines: readonly string[]): Date | null {
  const known = deadlinesIn(lines).flatMap(({ codes, day }) => {
    const own = codes === null ? '' : codes.filter((each) => isWithin(code, each)).sort(byLength)[0];
    return own === undefined ? [] : [{ own, day }];
  });
  const [first, ...others] = known.sort((a, b) => byLength(a.own, b.own));
  if (!first || known.some(({ day }) => day === null)) return null;
  const isSame = others.every(({ own, day }) => own !== first.own || day?.getTime() === first.day?.getTime());
  return isSame ? first.day : null;
}

const isWithin = (code: string, own: string): boolean => code === own || code.startsWith(`${own}.`);
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
const SAYS_LITTLE = /\((?!.*(?:trừ|riêng|cấp|với|tiêu chí|lĩnh vực|mục|nhóm|cho))[^()\d]*\)/giu;
const SPANS = /(?<!\p{L})(?:đến|tới|từ|trở|trừ|ngoài|còn lại|khác)(?!\p{L})|\d\s*[-–]\s*\d/iu;

function deadlinesIn(lines: readonly string[]): Deadline[] {
  // «1.1; 1.2: 15/12/2022» arrives as two lines.
  const waiting: string[] = [];
  return lines.flatMap((raw) => {
    const line = squeeze(raw.normalize('NFC')).replace(SAYS_LITTLE, ' ');
    if (ONLY_CODES.test(line.trim())) {
      waiting.push(line.trim());
      return [];
    }
    const whole = [...waiting.splice(0), line].join('; ');
    return deadlinesOf(whole);
  });
}

function deadlinesOf(line: string): Deadline[] {
  const days = [...line.matchAll(DAY)];
  const last = days.at(-1);
  if (!last) return [];
  // Words behind a day may say of what it is.
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
