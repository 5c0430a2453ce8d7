/**
 * Headings that say so themselves, «Đơn vị: …» and «Trang tính: …», and the names by which other headings and heads of
 * losses are known.
 */
import { foldText, squeeze } from '../../values/fold-text';
import { nameKey } from '../../matching/keys';
import { unitKey } from '../../matching/unit-keys';
import { unitLabel, type Item, type ScoreSheet } from '../../model/score-sheet';

/** What the workbook knows: names make heads and headings certain. */
export interface KnownNames {
  readonly units: ReadonlySet<string>;
  /** Each also behind its code: a section of a report may be called as an area is, under another number. */
  readonly items: ReadonlySet<string>;
}

/** What makes heads and headings certain. */
export const knownNames = (sheets: readonly ScoreSheet[]): KnownNames => ({
  units: new Set(sheets.flatMap((sheet) => sheet.units.map((each) => unitKey(unitLabel(sheet, each)))).filter(Boolean)),
  items: new Set(sheets.flatMap(({ items }) => items.filter(({ name }) => nameKey(name) !== '').flatMap(keysOf))),
});

const keysOf = ({ code, name }: Item): string[] => [nameKey(name), `${code} ${nameKey(name)}`];

export const LONGEST_NAME = 1000;
/** Word's soft break, paragraph marks of all systems, and a paragraph that lost its own before the next loss. */
const BREAKS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
export const linesOf = (text: string): string[] => text.normalize('NFC').split(BREAKS);

const STATED = /^\s*(?:trang tính|đơn vị)\s*:/iu;
const SHEET = /^\s*trang tính\s*:\s*(\S.*)$/iu;

/** «Trang tính: …» as far as the text has such headings. */
export const sheetsIn = (text: string): string[] =>
  linesOf(text).flatMap((line) => (SHEET.exec(line)?.[1] ?? '').trim() || []);

/** Without what stands below the headings of other sheets. */
export function textForSheet(text: string, sheet: string): string {
  let isOther = false;
  const kept = linesOf(text).filter((line) => {
    const name = SHEET.exec(line)?.[1];
    if (name !== undefined) isOther = foldText(name) !== foldText(sheet);
    return !isOther;
  });
  return kept.join('\n');
}

/** «Đơn vị: …» and «Trang tính: …», which say so themselves. */
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
