/** Recognizes rows among the units that are not units: headings of khối, and sums or averages of the units below. */
import { ONE_HUNDRED } from '../../values/decimal';
import { plainKey, squeeze } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';
import { textAt, type Grid } from '../../model/workbook/grid';
import type { ReadFact } from '../../model/score-sheet';
import type { Columns } from '../blocks/columns';
import type { ScoreReader } from '../numbers/parse-score';
import { parseCode } from '../tree/codes';
import { namesGroup } from '../words/header-words';
import { isLevel, startsFooter } from '../words/result-words';
import { namesBody } from '../words/unit-names';

/** The columns with the names and the points of units. */
export interface PlacesOfUnits {
  readonly grid: Grid;
  readonly columns: Columns;
  readonly scores: readonly number[];
  readonly read: ScoreReader;
}

const SUMMARY = patternOf([
  String.raw`^((tong|cong)( so| cong| diem)?|trung binh|binh quan|(diem )?(cao|thap) nhat`,
  String.raw`|diem (trung binh|binh quan))($|[:(]| (chung|cua|cac|khoi|toan|don vi|\d)|\d)`,
]);
/** Names of summaries of units, which are never units, even with a number. */
const STATISTIC = patternOf([
  String.raw`^((diem )?(trung binh|binh quan|trung vi)|tb)($|[:(]| (chung|cua|cac|khoi|toan|don vi|\d))`,
  // «Phường Sài Gòn» is a unit.
  String.raw`|^phuong sai($|[:(]| (diem|chung|cua|cac|khoi|toan))`,
  String.raw`|^toan (tinh|huyen|thanh pho|quoc|khoi|xa)$`,
  String.raw`|^(ty trong|trong so|he so|do lech|so (don vi|xa|phuong|huyen|so|co quan) (dat|bi|co|chua|xep|loai))\b`,
  String.raw`|^(tong|cong)( so| cong| diem)?($|[:(]| (chung|cua|cac|khoi|toan|don vi))`,
  String.raw`|^(diem )?(cao|thap) nhat($|[:(]| )`,
  String.raw`|^(muc|thang)( diem)? xep loai$`,
  String.raw`|^((xep|thu) hang|hang|vi thu)($|[:(]| (linh vuc|trong|theo|tren))`,
  String.raw`|^(dat )?(ty|ti) le( dat( duoc)?)?( ?\(?%\)?)?$|^chi so( cchc)?( ?\(?%\)?)?$`,
]);
/** «Giá trị TB (%)», «Chỉ số trung bình 3 xã», «Bình quân cụm 1»: not units, unless numbered or named like a body. */
const MEAN = /^((gia tri|chi so|diem|muc|ty le|so|diem so|ket qua) (.{0,12} )?)?(tb|trung binh|binh quan)\b/;
const isStatistic = (key: string): boolean => STATISTIC.test(key) || isLevel(key);
/** «Tổng cộng», «Bình quân khối xã» are not units. */
export const isSummaryOfUnits = (name: string): boolean => SUMMARY.test(plainKey(name)) || isStatistic(plainKey(name));

/** A numbered sum may be a unit of that name. */
export const sumsUpUnits = (key: string, code: string, label: string): boolean =>
  isStatistic(key) ||
  (!isOrdinal(code) && (SUMMARY.test(key) || startsFooter(key) || (MEAN.test(key) && !namesBody(label))));

/** Whether the row is a khối by its code or its word; a name in capitals alone may be a unit. */
export function headsGroup(code: string, name: string): boolean {
  const kind = parseCode(code)?.kind;
  return kind === 'roman' || kind === 'letter-section' || namesGroup(name === '' ? code : name);
}

export const mayHeadGroup = (code: string, name: string): boolean =>
  headsGroup(code, name) || (!isOrdinal(code) && namesGroup(name));

/** «- Xã An Lạc cũ», without a number, below the numbered commune that it has become a part of. */
export const namesPart = (code: string, name: string): boolean =>
  code === '' && /^[-–+•*]\s*\p{L}|\p{L}\s+\(?cũ\)?$/u.test(name);

/** Averages are rounded, mostly to hundredths. */
const NEAR: number = ONE_HUNDRED / 10_000 + 1;

/** «I | Khối xã | 71 | 95» over its units: their sum or average in most columns. */
export function sumsUpBelow({ grid, columns, scores, read }: PlacesOfUnits, row: number): boolean {
  const totals = scores.map(() => ({ sum: 0, count: 0 }));
  for (let below = row + 1; below < grid.rowCount; below++) {
    const name = squeeze(textAt(grid, below, columns.unit ?? 0));
    const code = columns.code === null ? '' : squeeze(textAt(grid, below, columns.code));
    if (mayHeadGroup(code, name) || sumsUpUnits(plainKey(name), code, name)) break;
    scores.forEach((column, position) => {
      const score = read.score(below, column);
      const total = totals[position];
      if (score.kind !== 'points' || !total) return;
      total.sum += score.points;
      total.count++;
    });
  }
  let [same, others] = [0, 0];
  scores.forEach((column, position) => {
    const rowScore = read.score(row, column);
    const { sum, count } = totals[position] ?? { sum: 0, count: 0 };
    if (rowScore.kind !== 'points' || count < 2) return;
    if (rowScore.points === sum || Math.abs(rowScore.points - sum / count) <= NEAR) same++;
    else others++;
  });
  return same > others;
}

export const whatOfGroup = (row: number, column: number, name: string): ReadFact => ({
  kind: 'undecided-column',
  at: [{ row, column }],
  unit: null,
  question: `Dòng ${String(row + 1)} «${name}» ghi điểm của một đơn vị, hay của cả nhóm`,
  choices: [],
  because: 'tên dòng là tên nhóm, mà các số không bằng tổng hay bình quân của các đơn vị bên dưới',
});

export const isOrdinal = (code: string): boolean => /^\d+\.?$/.test(code);
