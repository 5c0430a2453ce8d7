/** Points added or deducted outside the set: the labels of their lines, and the cap stated in a label. */
import { textAt } from '../workbook/grid';
import { unitAxis, type ScoreSheet, type StatedResult, type UnitScores } from '../score-sheet';
import { fromText, type Decimal } from '../../values/decimal';
import { plainKey, squeeze } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';

type Labelled = Pick<ScoreSheet, 'grid' | 'nameColumn' | 'codeColumn' | 'headerRows' | 'kind'>;

/** The row's name; if units are in rows, the column's header. */
export function outsideLabel(sheet: Labelled, { at: { row, column } }: StatedResult): string {
  const { grid, nameColumn, codeColumn, headerRows } = sheet;
  if (unitAxis(sheet) === 'row')
    return squeeze(headerRows.map((each) => textAt(grid, each, column)).findLast((text) => text.trim() !== '') ?? '');
  return squeeze(textAt(grid, row, nameColumn) || (codeColumn === null ? '' : textAt(grid, row, codeColumn)));
}

const CAP = patternOf(
  [
    String.raw`(?:tối đa(?:\s+không (?:vượt )?quá)?|không quá|không vượt quá|nhiều nhất|≤)`,
    String.raw`\s*(?:là\s*|:\s*)?(?:được\s*)?(?:cộng|trừ)?\s*`,
    String.raw`(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:điểm|đ(?![\p{L}\p{M}]))`,
  ],
  'giu',
);

const LETTER = String.raw`[\p{L}\p{M}\d]`;
/** There is only one year or unit, so a cap for each of these is a cap for all cases. */
const WHOLE = '(?:năm|kỳ đánh giá|đơn vị|cơ quan|địa phương|sở|huyện|xã|phường)';
const ONE =
  String.raw`(?:(?:mỗi một|mỗi|từng|(?<=[^\s].*)1|01)(?!${LETTER})|` +
  String.raw`một(?!${LETTER}|\s+(?:số|cửa|phần|trong|cách)))`;
const EACH = patternOf([`(?<!${LETTER}|[.,/])${ONE}`, String.raw`(?!\s*(?:${WHOLE}(?!${LETTER})|điểm|[.,]\d))`], 'iu');
const EACH_AFTER = patternOf(
  [
    String.raw`^\s*(?:/\s*(?:${ONE}\s*)?|(?:(?:cho|đối với|với|trên|theo)\s+)?${ONE}\s+)`,
    String.raw`(?!${WHOLE}(?!${LETTER}))(?=\p{L})(?![^,;()]*\d\s*điểm)`,
  ],
  'iu',
);
const TOTAL = patternOf(
  [`(?<!${LETTER})(?:tổng|toàn bộ|tất cả|cộng dồn|cả năm|cộng lại)(?!${LETTER})`, '(?!.*', EACH.source, ')'],
  'iu',
);
/** Ends a clause, so that the words before it do not belong to the next cap. */
const CLAUSE_END = /[,()–:-](?!\d)|\d\s*điểm|(?<!\p{L})(?:nhưng|song)(?!\p{L})/giu;
const JOINS = /^(?:\s|[.)]|và|được|cộng|trừ|điểm|thưởng|phạt|nhưng|song)*$/iu;

/**
 * The cap for all cases together: «(mỗi sáng kiến tối đa 1 điểm, tổng không quá 3 điểm)» → 3; null if there is none, or
 * if it may apply to each case.
 */
export function capIn(text: string): Decimal | null {
  const plain = text.normalize('NFC');
  const caps = [...plain.matchAll(CAP)].flatMap((found) => {
    const before = plain.slice(0, found.index);
    const scope = scopeOf(before, plain.slice(found.index + found[0].length));
    const value = fromText((found[1] ?? '').replace(',', '.'));
    return scope === 'each' || value === null ? [] : [{ value, scope, isInside: isOpen(before) }];
  });
  const ofTotal = caps.filter(({ scope }) => scope === 'total');
  const outer = caps.filter(({ isInside }) => !isInside);
  return onlyOf(ofTotal.length > 0 ? ofTotal : outer.length > 0 ? outer : caps);
}

const isOpen = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')');

/** Caps that differ, for levels or kinds of cases, are not a cap for all: returns null. */
function onlyOf(caps: readonly { readonly value: Decimal }[]): Decimal | null {
  const [first] = caps;
  return first && caps.every(({ value }) => value === first.value) ? first.value : null;
}

function scopeOf(before: string, after: string): 'total' | 'each' | 'plain' {
  if (EACH_AFTER.test(after)) return 'each';
  const sentence = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('\n')) + 1);
  const end = [...sentence.matchAll(CLAUSE_END)].at(-1);
  const clause = end ? sentence.slice(end.index + end[0].length) : sentence;
  if (TOTAL.test(clause)) return 'total';
  if (EACH.test(clause)) return 'each';
  const each = EACH.exec(sentence);
  if (!each) return 'plain';
  // «mỗi sáng kiến 1 điểm, tối đa 2 điểm»: the points of each case come first, so the cap is for all.
  return /\d\s*điểm/iu.test(sentence.slice(each.index)) && JOINS.test(clause) ? 'plain' : 'each';
}

const HEADS = { bonus: /^(phan )?diem (cong|thuong)\b/, penalty: /^(phan )?diem (phat|tru)\b/ } as const;

/** A cap stated in words for all lines of a kind together, and its row. */
export interface CapInWords {
  readonly cap: Decimal;
  readonly label: string;
  readonly row: number;
}

/** The cap in the only line of its kind, else in the heading above its lines. */
export function capInWords(sheet: ScoreSheet, unit: UnitScores, kind: 'bonus' | 'penalty'): CapInWords | null {
  const [first, another] = unit[kind];
  if (!first) return null;
  const lineCap = another ? null : capAt(outsideLabel(sheet, first), first.at.row);
  return lineCap ?? capAbove(sheet, first, kind);
}

function capAt(label: string, row: number): CapInWords | null {
  const cap = capIn(label);
  return cap === null ? null : { cap, label, row };
}

function capAbove(sheet: ScoreSheet, { at }: StatedResult, kind: 'bonus' | 'penalty'): CapInWords | null {
  if (unitAxis(sheet) === 'row') return null;
  const last = Math.max(...sheet.items.map(({ row }) => row), ...sheet.headerRows);
  for (let row = at.row - 1; row > last; row--) {
    const label = squeeze(textAt(sheet.grid, row, sheet.nameColumn));
    if (HEADS[kind].test(plainKey(label))) return capAt(label, row);
  }
  return null;
}

/** The caps that the sheet's words state; null if not stated. */
export function capsInWords(sheet: ScoreSheet): {
  readonly bonusCap: Decimal | null;
  readonly penaltyCap: Decimal | null;
} {
  const [unit] = sheet.units;
  const capOf = (kind: 'bonus' | 'penalty'): Decimal | null => (unit && capInWords(sheet, unit, kind)?.cap) ?? null;
  return { bonusCap: capOf('bonus'), penaltyCap: capOf('penalty') };
}
