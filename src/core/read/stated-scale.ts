/** What the texts around a table of totals say that everything is out of: «(Tổng điểm tối đa: 70 điểm)». */
import { plainKey } from '../values/fold-text';
import { fromText, type Decimal } from '../values/decimal';
import { patternOf } from '../values/pattern';
import { textAt, type Grid } from '../model/grid';

const SCALE = patternOf([
  String.raw`\b(?:thang diem|tong (?:so )?diem (?:toi da|chuan)|diem toi da cua (?:bo chi so|moi don vi|ca bo))`,
  String.raw`(?: la| bang)?:? (\d{2,4}(?:[.,]\d{1,2})?)(?! ?%)\b`,
]);
const LONGEST = 300;
/** Notes stand this close below a table. */
const ROWS_BELOW = 8;

/** Null where no text says it, and where two say different things. */
export function statedScale(grid: Grid, top: number, bottom: number): Decimal | null {
  const found = new Set<Decimal>();
  for (let row = 0; row < Math.min(grid.rowCount, bottom + 1 + ROWS_BELOW); row++) {
    if (row >= top && row <= bottom) continue;
    for (let column = 0; column < grid.columnCount; column++) {
      const text = textAt(grid, row, column);
      if (text === '' || text.length > LONGEST) continue;
      const stated = SCALE.exec(plainKey(text))?.[1];
      const value = stated === undefined ? null : fromText(stated.replace(',', '.'));
      if (value !== null) found.add(value);
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
