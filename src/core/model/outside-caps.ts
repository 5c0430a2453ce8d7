/** Points given or taken outside the set: what their lines are called, and the cap that the words of a line state. */
import { textAt } from './grid';
import { unitAxis, type ScoreSheet, type StatedResult, type UnitScores } from './score-sheet';
import { fromText, type Decimal } from '../values/decimal';
import { plainKey, squeeze } from '../values/fold-text';
import { patternOf } from '../values/pattern';

type Labelled = Pick<ScoreSheet, 'grid' | 'nameColumn' | 'codeColumn' | 'headerRows' | 'kind'>;

/** The row's name; where units are rows, the column's header. */
export function outsideLabel(sheet: Labelled, { at: { row, column } }: StatedResult): string {
  const { grid, nameColumn, codeColumn, headerRows } = sheet;
  if (unitAxis(sheet) === 'row')
    return squeeze(headerRows.map((each) => textAt(grid, each, column)).findLast((text) => text.trim() !== '') ?? '');
  return squeeze(textAt(grid, row, nameColumn) || (codeColumn === null ? '' : textAt(grid, row, codeColumn)));
}

const CAP = patternOf(
  [
    String.raw`(?:tối đa|không quá|không vượt quá|nhiều nhất|≤)\s*(?:là\s*|:\s*)?(?:được\s*)?(?:cộng|trừ)?\s*`,
    String.raw`(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:điểm|đ(?![\p{L}\p{M}]))`,
  ],
  'iu',
);

/** «(mỗi sáng kiến 1 điểm, tối đa 2 điểm)» → 2; null without one. */
export function capIn(text: string): Decimal | null {
  const number = CAP.exec(text.normalize('NFC'))?.[1];
  return number === undefined ? null : fromText(number.replace(',', '.'));
}

const HEADS = { bonus: /^(phan )?diem (cong|thuong)\b/, penalty: /^(phan )?diem (phat|tru)\b/ } as const;

/** For all of a kind together: that of its only line, else of the heading over its lines. */
function capOf(sheet: ScoreSheet, unit: UnitScores, kind: 'bonus' | 'penalty'): Decimal | null {
  const cells = unit[kind];
  const [first, another] = cells;
  if (!first) return null;
  if (!another) return capIn(outsideLabel(sheet, first)) ?? capAbove(sheet, first, kind);
  return capAbove(sheet, first, kind);
}

function capAbove(sheet: ScoreSheet, { at }: StatedResult, kind: 'bonus' | 'penalty'): Decimal | null {
  if (unitAxis(sheet) === 'row') return null;
  const last = Math.max(...sheet.items.map(({ row }) => row), ...sheet.headerRows);
  for (let row = at.row - 1; row > last; row--) {
    const label = squeeze(textAt(sheet.grid, row, sheet.nameColumn));
    if (HEADS[kind].test(plainKey(label))) return capIn(label);
  }
  return null;
}

/** What the words of the sheet state; null for what they do not. */
export function capsInWords(sheet: ScoreSheet): {
  readonly bonusCap: Decimal | null;
  readonly penaltyCap: Decimal | null;
} {
  const [unit] = sheet.units;
  if (!unit || sheet.parts) return { bonusCap: null, penaltyCap: null };
  return { bonusCap: capOf(sheet, unit, 'bonus'), penaltyCap: capOf(sheet, unit, 'penalty') };
}
