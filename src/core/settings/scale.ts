/** The rating scale in `Cấu hình`: a small table below its heading, one band per row. */
import { ZERO, type Decimal } from '../values/decimal';
import { plainKey, squeeze } from '../values/fold-text';
import type { Grid } from '../model/workbook/grid';
import type { RatingBand, Settings } from '../model/settings';
import { parseNumber } from '../read/numbers/parse-number';
import { isRating } from '../read/words/result-words';
import { levelNames, hasConditionWords } from './condition-words';
import { CONDITION, conditionsIn, join, type ReadConditions } from './rating-conditions';
import { cellsOf, type Entry, type SettingsWriter, type Stated } from './settings-sheet';

/** A band as typed. */
export interface BandView {
  readonly label: string;
  readonly from: string;
  readonly inclusive: boolean;
}

export const SCALE: Entry = {
  label: 'Thang xếp loại',
  pattern: /^(thang )?(muc )?xep loai|^thang (diem )?(xep loai|danh gia)/,
};
const NO_SCALE = 'Không xếp loại';

interface BandRow {
  readonly band: RatingBand;
  readonly row: number;
  readonly labelColumn: number;
  readonly boundColumn: number;
  /** Texts beside the bound that require more than the index. */
  readonly conditions: readonly { readonly column: number; readonly text: string }[];
}

/**
 * The start of a condition. «không bao gồm cận dưới» and «không kể cả 90» do not match: they only say whether the bound
 * is included.
 */
const OF_BOUND = /^(khong|chi|chua|tru)\b(?! ?([.,;(]|(bao|gom|ke|tinh|lay|ca|dat)\b|$))/;
const isConditionText = (text: string): boolean => hasConditionWords(text) || OF_BOUND.test(plainKey(text));
/** Headings allowed between «Thang xếp loại» and its first band. */
const MOST_HEADINGS = 2;

/** Highest band first; null for a heading with nothing below it. */
export function readScale(
  stated: Stated,
  grid: Grid,
  known: Partial<ReadConditions> = {},
): (Pick<Settings, 'scale' | 'scaleFrom'> & Partial<ReadConditions>) | null {
  if (isNone(stated)) return { scale: [], scaleFrom: 'workbook' };
  const rows = bandRows(stated, grid);
  const bands = rows.map(({ band }) => band).sort((a, b) => b.from - a.from);
  return bands.length === 0 ? null : { ...conditionsOfBands(rows, grid, known), scale: bands, scaleFrom: 'workbook' };
}

/** Conditions in the row of a band: «Xuất sắc | 95 | không tiêu chí nào 0 điểm». */
function conditionsOfBands(
  rows: readonly BandRow[],
  grid: Grid,
  { ratingConditions = [], unreadConditions = [] }: Partial<ReadConditions>,
): ReadConditions {
  const names = levelNames(rows.map(({ band }) => band));
  return rows
    .flatMap(({ band: { label }, row, conditions }) =>
      conditions.map(({ column, text }) =>
        conditionsIn(
          [
            { row, column, text: label },
            { row, column, text },
          ],
          grid,
          names,
        ),
      ),
    )
    .reduce(join, { ratingConditions, unreadConditions });
}

/**
 * Overwrites the existing bands if there are as many; otherwise empties them and adds the new ones below everything.
 */
export function writeScale(scale: readonly BandView[], stated: readonly Stated[], sheet: SettingsWriter): void {
  const old = stated.findLast((each) => readScale(each, sheet.grid) !== null);
  const bands = old ? bandRows(old, sheet.grid) : [];
  if (old && scale.length > 0 && bands.length === scale.length) {
    bands.forEach(({ row, labelColumn, boundColumn }, position) => {
      sheet.put(row, labelColumn, scale[position]?.label ?? '');
      sheet.put(row, boundColumn, boundText(scale[position]));
    });
    return;
  }
  if (old) sheet.clear(old.row, bands.at(-1)?.row ?? old.row);
  sheet.add(SCALE.label, scale.length === 0 ? NO_SCALE : '');
  for (const band of scale) sheet.add(band.label, boundText(band));
  for (const { band, conditions } of bands)
    for (const { text } of conditions) sheet.add(CONDITION.label, `${band.label}: ${text}`);
}

const boundText = (band: BandView | undefined): string =>
  band === undefined ? '' : band.inclusive ? band.from.replace(',', '.') : `trên ${band.from}`;

const isNone = ({ valueTexts }: Stated): boolean => plainKey(valueTexts[0] ?? '').startsWith('khong');

/**
 * Reads rows such as «Tốt | 80», «Tốt | ≥ 80», «Khá | trên 70», «Yếu | dưới 50» up to the first row that is not a band;
 * headings before them are skipped.
 */
function bandRows(stated: Stated, grid: Grid): BandRow[] {
  const rows: BandRow[] = [];
  if (isNone(stated)) return rows;
  const first = stated.row + 1;
  for (let row = first; row < grid.rowCount; row++) {
    const [label, bound, ...beside] = cellsOf(grid, row);
    if (row >= stated.nextRow && !goesOn(label?.text ?? '', bound?.text)) break;
    const conditions = beside.filter(({ text }) => isConditionText(text));
    const included = beside.find(({ text }) => !isConditionText(text))?.text ?? '';
    const band = label && bound ? readBand(squeeze(label.text), squeeze(bound.text), squeeze(included)) : null;
    if (label && bound && band)
      rows.push({ band, row, labelColumn: label.column, boundColumn: bound.column, conditions });
    else if (rows.length > 0 || row - first >= MOST_HEADINGS) break;
  }
  return rows;
}

/** A condition between the heading and the first band does not end the scale, and neither do the bands below it. */
const goesOn = (label: string, bound = ''): boolean =>
  CONDITION.pattern.test(plainKey(label)) || (isRating(label) && readBand(label, squeeze(bound), '') !== null);

function readBand(label: string, bound: string, included: string): RatingBand | null {
  const text = bound.normalize('NFC').toLowerCase();
  if (/^(dưới|<|còn lại|nhỏ hơn)/.test(text)) return { label, from: ZERO, inclusive: true };
  const number = numberIn(
    text.replace(/^(từ|trên|≥|>=|>|lớn hơn( hoặc bằng)?)\s*/u, '').replace(/\s*(trở lên|đến.*|-.*)$/u, ''),
  );
  if (number === null) return null;
  const strict =
    /^(trên|>(?!=)|lớn hơn(?! hoặc bằng))/.test(text) ||
    /^(không|>(?!=))/u.test(included.normalize('NFC').toLowerCase());
  return { label, from: number, inclusive: !strict };
}

export const numberIn = (text: string): Decimal | null => parseNumber(text)?.value ?? null;
