/** What a report needs beside the numbers: from `Cấu hình`, and what it does not say from the letterheads of the sheets. */
import { cellKey } from '../values/address';
import type { ReportDate } from '../model/document';
import { plainKey, squeeze } from '../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from '../model/grid';
import { NO_DETAILS, type ReportDetails } from '../model/report-details';
import type { ScoreSheet } from '../model/score-sheet';
import { dateIn, numberText, readLetterhead, readNumber, type Letterhead } from '../read/read-letterhead';
import { dateOf } from '../read/repair-code';

type Patch = Partial<ReportDetails>;

/** What stands beside a key, and in the rows below it as long as they name no key: a text each. */
type Values = readonly string[];
type Reader = (values: Values) => Patch;

const joined = (values: Values): string => squeeze(values.join(' '));

const text =
  (key: 'superiorBody' | 'issuingBody' | 'place' | 'signerName'): Reader =>
  (values) => ({ [key]: joined(values) });

/** One each. */
const lines =
  (key: 'signerTitle' | 'recipients' | 'inspectedOnSite' | 'inspectedByReport', divider: RegExp): Reader =>
  (values) => ({ [key]: divided(values, divider) });

const KEYS: readonly (readonly [RegExp, Reader])[] = [
  [/^co quan (chu quan|cap tren)/, text('superiorBody')],
  [/^(co quan|don vi) (ban hanh|bao cao|lap( bang| bao cao)?)\b/, text('issuingBody')],
  [/^so( van ban| bao cao)?:?$/, readNumberSetting],
  [/^ky hieu( van ban| bao cao)?:?$/, (values) => ({ symbol: joined(values).replace(/^\/\s*/, '') })],
  [/^dia danh/, text('place')],
  [/^ngay( thang)? (ban hanh|ky|lap|bao cao)/, (values) => optional('date', readDate(joined(values)))],
  [/^nam (danh gia|cham diem|bao cao|xac dinh)|^nam:?$/, (values) => optional('year', readYear(joined(values)))],
  [/^kinh gui/, (values) => ({ addressee: divided(values, /\n/).join('\n') })],
  [/^chuc (vu|danh)/, lines('signerTitle', /[;\n]/)],
  [/^(ho (va )?ten )?nguoi ky/, text('signerName')],
  [/^noi nhan/, lines('recipients', /[;\n]/)],
  [/^can cu/, (values) => ({ grounds: divided(values, /\n/).map(withGround) })],
  [/^kiem tra truc tiep/, lines('inspectedOnSite', /[;,\n]/)],
  [/^kiem tra (thong )?qua bao cao/, lines('inspectedByReport', /[;,\n]/)],
];

/** `Cấu hình` first; of the sheets' letterheads only what all of them that say it agree on. */
export function readReportDetails(
  settings: Grid | null,
  sheets: readonly Pick<ScoreSheet, 'grid' | 'headerRows' | 'sheet'>[],
): ReportDetails {
  const heads = sheets.map(readLetterhead);
  return { ...NO_DETAILS, ...agreed(heads), ...(settings ? readSettingsOf(settings) : {}) };
}

function agreed(heads: readonly Letterhead[]): Patch {
  const keys: readonly (keyof Letterhead)[] = [
    'superiorBody',
    'issuingBody',
    'number',
    'symbol',
    'place',
    'date',
    'year',
  ];
  return Object.assign(
    {},
    ...keys.map((key) => {
      const said = heads.map((head) => head[key]).filter((each) => each !== null);
      const same = new Set(said.map((each) => JSON.stringify(each))).size === 1;
      return same ? { [key]: said[0] } : {};
    }),
  ) as Patch;
}

function readSettingsOf(grid: Grid): Patch {
  const said = new Map<Reader, string[]>();
  let open: { readonly column: number; readonly values: string[] } | null = null;
  for (let row = 0; row < Math.min(grid.rowCount, 500); row++) {
    const filled = (grid.values[row] ?? []).flatMap((value, column) => (isBlank(value) ? [] : [column]));
    if (/^\d{1,3}\.?$/.test(textAt(grid, row, filled[0] ?? 0)) && filled.length > 1) filled.shift();
    const [first] = filled;
    if (first === undefined) {
      open = null;
      continue;
    }
    // A text alone below the values of a key is one more of them, though it may begin like a key: «Căn cứ Quyết định …».
    const goesOn: boolean = open !== null && first >= open.column && filled.length === 1;
    const read: Reader | undefined = goesOn ? undefined : readerOf(textAt(grid, row, first));
    if (!goesOn) open = null;
    if (read) {
      const values: string[] = said.get(read) ?? [];
      said.set(read, values);
      open = { column: first + 1, values };
    }
    // What stands further right is a remark.
    const column = read ? filled[1] : first;
    if (column !== undefined) open?.values.push(shown(grid, row, column));
  }
  return Object.assign({}, ...[...said].map(([read, values]) => (values.length === 0 ? {} : read(values)))) as Patch;
}

function readerOf(key: string): Reader | undefined {
  const plain = plainKey(key);
  return KEYS.find(([pattern]) => pattern.test(plain))?.[1];
}

/** A date as Excel shows it, lines kept apart. */
function shown(grid: Grid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  const date = typeof value === 'number' && grid.dates.has(cellKey(row, column)) ? dateOf(value) : null;
  return date
    ? `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`
    : textAt(grid, row, column).replace(/\r\n?/g, '\n').trim();
}

const divided = (values: Values, divider: RegExp): string[] =>
  values
    .flatMap((value) => value.split(divider))
    .map((each) => squeeze(each).replace(/^[-–+•]\s*/, ''))
    .filter((each) => each !== '');

function optional<K extends 'date' | 'year'>(key: K, value: ReportDetails[K]): Patch {
  return value === null ? {} : { [key]: value };
}

/** «01», «01/BC-HĐ». */
function readNumberSetting(values: Values): Patch {
  const whole = readNumber(joined(values));
  if (whole) return { symbol: whole.symbol, ...(whole.number === null ? {} : { number: whole.number }) };
  return { number: numberText(joined(values)) };
}

/** «01/12/2022», «2022-12-01», «ngày 01 tháng 12 năm 2022». */
function readDate(value: string): ReportDate | null {
  const plain = plainKey(value);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(plain);
  if (iso) return dateIn(iso[3] ?? '', iso[2] ?? '', iso[1] ?? '');
  const match = /(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})/.exec(plain);
  return match ? dateIn(match[1] ?? '', match[2] ?? '', match[3] ?? '') : null;
}

const readYear = (value: string): number | null => {
  const match = /\b(20\d\d)\b/.exec(value);
  return match ? Number(match[1]) : null;
};

const withGround = (ground: string): string =>
  /^(can cu|thuc hien|theo|tren co so|xet)\b/.test(plainKey(ground)) ? ground : `Căn cứ ${ground}`;
