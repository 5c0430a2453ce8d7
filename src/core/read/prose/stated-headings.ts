/**
 * Explicit headings, «Đơn vị: …» and «Trang tính: …», and the names that identify other headings and heads of losses.
 */
import { foldText, squeeze } from '../../values/fold-text';
import { nameKey } from '../../matching/keys';
import { unitKey } from '../../matching/unit-keys';
import { patternOf } from '../../values/pattern';
import { parseCode } from '../tree/codes';
import { unitLabel, type Item, type ScoreSheet } from '../../model/score-sheet';

/** Names in the workbook that confirm heads and headings. */
export interface KnownNames {
  readonly units: ReadonlySet<string>;
  /** Each name alone and after its code: a section of a report may have the name of an area under another number. */
  readonly items: ReadonlySet<string>;
}

/** Collects the names that confirm heads and headings. */
export const knownNames = (sheets: readonly ScoreSheet[]): KnownNames => ({
  units: new Set(sheets.flatMap((sheet) => sheet.units.map((each) => unitKey(unitLabel(sheet, each)))).filter(Boolean)),
  items: new Set(sheets.flatMap(({ items }) => items.filter(({ name }) => nameKey(name) !== '').flatMap(keysOf))),
});

const keysOf = ({ code, name }: Item): string[] => [nameKey(name), `${code} ${nameKey(name)}`];

export const LONGEST_NAME = 1000;
/** Line breaks: Word's soft break, and the paragraph marks of all systems. */
const BREAKS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
export const linesOf = (text: string): string[] => text.normalize('NFC').split(BREAKS);

const STATED = /^\s*(?:trang tính|đơn vị)\s*:/iu;
const SHEET = /^\s*trang tính\s*:\s*(\S.*)$/iu;

/** The names in «Trang tính: …» headings, if the text has any. */
export const sheetsIn = (text: string): string[] =>
  linesOf(text).flatMap((line) => (SHEET.exec(line)?.[1] ?? '').trim() || []);

/** Removes the text below headings of other sheets. */
export function textForSheet(text: string, sheet: string): string {
  let isOther = false;
  const sheetLines = linesOf(text).filter((line) => {
    const name = SHEET.exec(line)?.[1];
    if (name !== undefined) isOther = foldText(name) !== foldText(sheet);
    return !isOther;
  });
  return sheetLines.join('\n');
}

/** Recognizes the explicit headings «Đơn vị: …» and «Trang tính: …». */
export function statedHeading(
  raw: string,
  { units }: KnownNames,
): { kind: 'sheet' | 'unit'; text: string; isStated: boolean } | null {
  if (!STATED.test(raw) || raw.includes('\t')) return null;
  if (SHEET.test(raw)) return { kind: 'sheet', text: squeeze(raw), isStated: true };
  const name = /^đơn vị ?: ?(\S.*)$/iu.exec(squeeze(raw))?.[1];
  if (name === undefined) return null;
  const plain = name.replace(/[\s:.;]+$/, '');
  const known = [name, plain].find((each) => units.has(unitKey(each)));
  return known === undefined && raw.length > LONGEST_NAME
    ? null
    : { kind: 'unit', text: known ?? plain, isStated: known !== undefined };
}

export const CODE = /^((?:\d{1,3}|[IVX]{1,5})(?:\.\d{1,3})*)[./]?(?:[\s:–-]|$)/u;
const UNIT_PREFIX = /^(?:ubnd|[uủ][yỷ] ban nhân dân|đơn vị\s*:)\s*/iu;
const UNIT_WORD = patternOf(
  [
    String.raw`^(?:xã|phường|thị trấn|thị xã|đặc khu|huyện|quận|thành phố|sở|ban|phòng|văn phòng|chi cục`,
    String.raw`|trung tâm|thanh tra)\s+\p{L}`,
  ],
  'iu',
);
const LONGEST_UNIT = 80;
const LONGEST_HEADING = 150;

/** «1.2. UBND xã Đăk Tờ Re:», «Xã Đăk Kôi» → the unit's name; returns null for any other line. */
export function unitOf(text: string, hasBullet: boolean, { units }: KnownNames): string | null {
  if (text.length > LONGEST_UNIT) return null;
  const code = CODE.exec(text);
  const isCoded = code !== null && parseCode(code[1] ?? '') !== null;
  const name = (isCoded ? text.slice(code[0].length) : text).replace(/[\s:.;]+$/, '').trim();
  const closes = /[:]$/.test(text);
  if (hasBullet && !closes) return null;
  if (units.has(unitKey(name.replace(/^đơn vị\s*:\s*/iu, '')))) return name.replace(/^đơn vị\s*:\s*/iu, '');
  const bare = name.replace(UNIT_PREFIX, '');
  const isUnit = UNIT_WORD.test(bare) && !/[,;]/.test(bare);
  return isUnit && (isCoded || closes || (bare.length < name.length && !hasBullet))
    ? name.replace(/^đơn vị\s*:\s*/iu, '')
    : null;
}

/** Sentences that end a list of losses or introduce the next one. */
const BETWEEN = patternOf(
  [
    String.raw`^(?:trong lĩnh vực .{0,200}:|lĩnh vực (?:\d{1,2}|[IVX]{1,5}) ?[.:–-]`,
    String.raw`|theo từng nội dung|(?:đối với )?(?:các )?lĩnh vực .{0,200}điểm tối đa|bảng \d|phụ lục`,
    String.raw`|nơi nhận|kết quả (?:đánh giá|chấm điểm)`,
    // Praise.
    String.raw`|(?!do |vì )[\p{L}\p{M} ]{2,40} (?:ở|tại|của|đối với) (?:tiêu chí(?: thành phần)?|mục|tc)`,
    String.raw` \d[\d.]* ?[("“«]|[\p{L}\p{M} ]{0,40}(?:(?:đạt|giữ) (?:điểm tối đa|đủ điểm)`,
    String.raw`|không bị (?:trừ|mất)(?: [\d.,]+)? điểm) (?:ở|tại|đối với))`,
  ],
  'iu',
);

/** «# …»: a remark for human readers only. */
const HASH_LINE = /^\s*#/u;
/** «- Trang 12 -», «12»: between the pages of a PDF. */
const PAGE = /^\s*(?:[-–—]+ ?(?:trang )?\d{1,3}(?:\/\d{1,3})? ?[-–—]+|trang:? \d{1,3}(?: ?\/ ?\d{1,3})?|\d{1,3})\s*$/iu;
/** Whether a line is for human readers only or between the pages of a PDF. */
export const isAside = (line: string): boolean => HASH_LINE.test(line) || PAGE.test(line);

/** Whether a line is a heading or a sentence after which no text is about the loss before it. */
export const endsList = (text: string, hasBullet: boolean): boolean => BETWEEN.test(text) || isHeading(text, hasBullet);

/** «II. KẾT QUẢ», «2. Kết quả đánh giá trên các lĩnh vực»: numbered, and not a sentence. */
const isHeading = (text: string, hasBullet: boolean): boolean =>
  !hasBullet &&
  text.length < LONGEST_HEADING &&
  /^(?:\d{1,2}|[IVX]{1,5})\.\s+\p{Lu}/u.test(text) &&
  !/[.;,]$/.test(text);
