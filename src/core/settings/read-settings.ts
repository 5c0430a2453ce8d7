/** The `Cấu hình` sheet: one setting a row, and the rating scale as a small table below its heading. */
import { ZERO, type Decimal } from '../values/decimal';
import { plainKey, squeeze } from '../values/fold-text';
import { isBlank, textAt, type Grid } from '../model/grid';
import type { MarkMeaning, RatingBand, Settings } from '../model/settings';
import { parseNumber } from '../read/parse-number';

type Patch = Partial<Settings>;

const KEYS: readonly (readonly [RegExp, (value: string, known: Patch) => Patch])[] = [
  [/^(so chu so thap phan|so (chu so )?le|lam tron)/, (value) => optional('places', wholeNumber(value))],
  [
    /^(xep hang khi bang|cach xep hang|dong hang|khi bang diem)/,
    (value) => ({
      ties: /(1 ?[,;] ?2 ?[,;] ?2 ?[,;] ?4)|nhay|rank|cach hang/.test(plainKey(value)) ? 'competition' : 'dense',
    }),
  ],
  [
    /^xep hang theo/,
    (value) => ({ rankBy: /(?<!chua |khong )lam tron|cong bo/.test(plainKey(value)) ? 'rounded' : 'exact' }),
  ],
  [
    /^ky hieu (khong ap dung|khong danh gia|kdg)/,
    (value, known) => ({ marks: withMarks(known, value, 'notApplicable') }),
  ],
  [/^ky hieu chua cham/, (value, known) => ({ marks: withMarks(known, value, 'notYetScored') })],
  [
    /^ky hieu (khong diem|diem khong|0 diem|diem 0|bang 0)/,
    (value, known) => ({ marks: withMarks(known, value, 'zero') }),
  ],
  [/^ty trong (diem )?tham dinh/, (value) => optional('appraisedShare', numberOf(value))],
  [/^diem (thuong|cong) toi da/, (value) => optional('bonusCap', numberOf(value))],
  [/^diem (phat|tru) toi da/, (value) => optional('penaltyCap', numberOf(value))],
  [/^(nguong|muc|vach) .*linh vuc/, (value) => optional('areaLine', numberOf(value))],
  [/^buoc diem/, (value) => optional('step', numberOf(value))],
  [/^(cach )?ghi ket qua/, (value) => ({ results: /gia tri|so/.test(plainKey(value)) ? 'values' : 'formulas' })],
];

const SCALE = /^(thang )?(muc )?xep loai|^thang (diem )?(xep loai|danh gia)/;

/** Settings that the sheet states; what it does not state keeps its default. */
export function readSettings(grid: Grid): Patch {
  let patch: Patch = {};
  for (let row = 0; row < Math.min(grid.rowCount, 500); row++) {
    const [key = '', value = ''] = cells(grid, row);
    if (key === '') continue;
    if (SCALE.test(plainKey(key))) {
      const scale = /^khong/.test(plainKey(value)) ? [] : readScale(grid, row + 1);
      if (scale.length > 0 || /^khong/.test(plainKey(value))) patch = { ...patch, scale, scaleFrom: 'workbook' };
      continue;
    }
    if (value === '') continue;
    const setting = settingOf(key);
    if (setting) patch = { ...patch, ...setting(value, patch) };
  }
  return patch;
}

function settingOf(key: string): ((value: string, known: Patch) => Patch) | null {
  const plain = plainKey(key);
  return KEYS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Non-blank cells of a row, from the left, without a leading ordinal number. */
function cells(grid: Grid, row: number): string[] {
  const texts = (grid.values[row] ?? [])
    .map((value, column) => (isBlank(value) ? '' : squeeze(textAt(grid, row, column))))
    .filter((text) => text !== '');
  const isNumbered = /^\d{1,3}\.?$/.test(texts[0] ?? '') && /\p{L}/u.test(texts[1] ?? '');
  return isNumbered ? texts.slice(1) : texts;
}

/** Headings that may stand between «Thang xếp loại» and its first band. */
const MOST_HEADINGS = 2;

/** «Tốt | 80», «Tốt | ≥ 80», «Khá | trên 70», «Yếu | dưới 50» until the first row that is no band, headings before them left out; highest first. */
function readScale(grid: Grid, first: number): RatingBand[] {
  const bands: RatingBand[] = [];
  for (let row = first; row < grid.rowCount; row++) {
    const [label = '', bound = '', included = ''] = cells(grid, row);
    if (settingOf(label)) break;
    const band = label === '' ? null : readBand(label, bound, included);
    if (band) bands.push(band);
    else if (bands.length > 0 || row - first >= MOST_HEADINGS) break;
  }
  return bands.sort((a, b) => b.from - a.from);
}

function readBand(label: string, bound: string, included: string): RatingBand | null {
  const text = bound.normalize('NFC').toLowerCase();
  if (/^(dưới|<|còn lại|nhỏ hơn)/.test(text)) return { label, from: ZERO, inclusive: true };
  const number = numberOf(
    text.replace(/^(từ|trên|≥|>=|>|lớn hơn( hoặc bằng)?)\s*/u, '').replace(/\s*(trở lên|đến.*|-.*)$/u, ''),
  );
  if (number === null) return null;
  const strict =
    /^(trên|>(?!=)|lớn hơn(?! hoặc bằng))/.test(text) ||
    /^(không|>(?!=))/u.test(included.normalize('NFC').toLowerCase());
  return { label, from: number, inclusive: !strict };
}

const numberOf = (text: string): Decimal | null => parseNumber(text)?.value ?? null;

function wholeNumber(text: string): number | null {
  const match = /\d+/.exec(text);
  const places = match ? Number(match[0]) : null;
  return places !== null && places <= 6 ? places : null;
}

const optional = <K extends keyof Settings>(key: K, value: Settings[K] | null): Patch =>
  value === null ? {} : { [key]: value };

/** Marks are divided by blanks, commas or semicolons: «x; -; /». */
function withMarks(known: Patch, value: string, meaning: MarkMeaning): ReadonlyMap<string, MarkMeaning> {
  const marks = new Map(known.marks ?? []);
  for (const mark of value.split(/[\s;,]+/)) if (mark !== '') marks.set(plainKey(mark), meaning);
  return marks;
}
