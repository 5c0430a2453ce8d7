/** The rating scale in `Cấu hình`: a small table below its heading, a band a row. */
import { ZERO, type Decimal } from '../values/decimal';
import { plainKey, squeeze } from '../values/fold-text';
import type { Grid } from '../model/grid';
import type { RatingBand, Settings } from '../model/settings';
import { parseNumber } from '../read/numbers/parse-number';
import { CONDITION, conditionIn, type ReadConditions } from './rating-conditions';
import { cellsOf, type Entry, type SettingsWriter, type Stated } from './settings-sheet';

/** A band as it is typed. */
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
  /** What stands beside the bound and is no word of its being included; "" for nothing. */
  readonly condition: string;
}

/** «không», «không bao gồm» say of a bound whether it is included; longer texts are conditions. */
const LONGEST_INCLUDED = 3;
/** Headings that may stand between «Thang xếp loại» and its first band. */
const MOST_HEADINGS = 2;

/** Highest band first; a heading with nothing below it states nothing. */
export function readScale(
  stated: Stated,
  grid: Grid,
  known: Partial<ReadConditions> = {},
): (Pick<Settings, 'scale' | 'scaleFrom'> & Partial<ReadConditions>) | null {
  if (isNone(stated)) return { scale: [], scaleFrom: 'workbook' };
  const rows = bandRows(stated, grid);
  const bands = rows.map(({ band }) => band).sort((a, b) => b.from - a.from);
  return bands.length === 0 ? null : { ...conditionsBeside(rows, grid, known), scale: bands, scaleFrom: 'workbook' };
}

/** «Xuất sắc | 95 | không tiêu chí nào 0 điểm». */
const conditionsBeside = (rows: readonly BandRow[], grid: Grid, known: Partial<ReadConditions>): ReadConditions =>
  rows.reduce<ReadConditions>(
    ({ ratingConditions, unreadConditions }, { band: { label }, row, condition }) => {
      if (condition === '') return { ratingConditions, unreadConditions };
      const where = `${grid.sheet}!${row + 1}`;
      const found = conditionIn([`${label}: ${condition}`], where);
      return found
        ? { ratingConditions: [...ratingConditions, found], unreadConditions }
        : { ratingConditions, unreadConditions: [...unreadConditions, { words: condition, where }] };
    },
    { ratingConditions: [], unreadConditions: [], ...known },
  );

/**
 * Over the bands that stand there if they are as many, else the old ones are emptied and the new ones stand below
 * everything.
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
  for (const { band, condition } of bands)
    if (condition !== '') sheet.add(CONDITION.label, `${band.label}: ${condition}`);
}

const boundText = (band: BandView | undefined): string =>
  band === undefined ? '' : band.inclusive ? band.from.replace(',', '.') : `trên ${band.from}`;

const isNone = ({ beside }: Stated): boolean => plainKey(beside[0] ?? '').startsWith('khong');

/**
 * «Tốt | 80», «Tốt | ≥ 80», «Khá | trên 70», «Yếu | dưới 50» until the first row that is no band, headings before them
 * left out.
 */
function bandRows(stated: Stated, grid: Grid): BandRow[] {
  const rows: BandRow[] = [];
  if (isNone(stated)) return rows;
  const first = stated.row + 1;
  for (let row = first; row < stated.nextRow; row++) {
    const [label, bound, included] = cellsOf(grid, row);
    const beside = squeeze(included?.text ?? '');
    const condition = beside.split(' ').length > LONGEST_INCLUDED ? beside : '';
    const band =
      label && bound ? readBand(squeeze(label.text), squeeze(bound.text), condition === '' ? beside : '') : null;
    if (label && bound && band)
      rows.push({ band, row, labelColumn: label.column, boundColumn: bound.column, condition });
    else if (rows.length > 0 || row - first >= MOST_HEADINGS) break;
  }
  return rows;
}

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
