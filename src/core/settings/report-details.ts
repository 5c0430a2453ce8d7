/**
 * Details that a report needs besides the numbers, one entry each in `Cấu hình`; missing ones come from the letterheads
 * of the sheets.
 */
import { plainKey, squeeze } from '../values/fold-text';
import type { ReportDate } from '../model/document';
import type { SheetEdits } from '../model/workbook/edit';
import type { Book, Grid } from '../model/workbook/grid';
import { NO_DETAILS, type ReportDetails } from '../model/report-details';
import type { ScoreSheet } from '../model/score-sheet';
import { dateIn, numberText, readLetterhead, readNumber, type Letterhead } from '../read/units/read-letterhead';
import { statedIn, writeSettingsOf, type Entry } from './settings-sheet';

type Patch = Partial<ReportDetails>;
type Key = keyof ReportDetails;

/** Each as typed: lists with one entry per line, the date as day/month/year. */
export type DetailsView = Readonly<Record<Key, string>>;

/** The texts beside a label and in the rows below it, up to the next setting; one per cell. */
type Values = readonly string[];

interface DetailEntry extends Entry {
  readonly key: Key;
  readonly read: (values: Values) => Patch;
}

/** In the order in which they are added to a sheet that does not state them. */
export const DETAIL_ENTRIES: readonly DetailEntry[] = [
  text('superiorBody', 'Cơ quan chủ quản', /^co quan (chu quan|cap tren)/),
  text('issuingBody', 'Cơ quan ban hành', /^(co quan|don vi) (ban hanh|bao cao|lap( bang| bao cao)?)\b/),
  { key: 'number', label: 'Số văn bản', pattern: /^so( van ban| bao cao)?:?$/, read: readNumberSetting },
  {
    key: 'symbol',
    label: 'Ký hiệu văn bản',
    pattern: /^ky hieu( van ban| bao cao)?:?$/,
    read: (values) => ({ symbol: joined(values).replace(/^\/\s*/, '') }),
  },
  text('place', 'Địa danh', /^dia danh/),
  {
    key: 'date',
    label: 'Ngày ban hành',
    pattern: /^ngay( thang)? (ban hanh|ky|lap|bao cao)/,
    read: (values) => optional('date', readDate(joined(values))),
  },
  {
    key: 'year',
    label: 'Năm đánh giá',
    pattern: /^nam (danh gia|cham diem|bao cao|xac dinh)|^nam:?$/,
    read: (values) => optional('year', readYear(joined(values))),
  },
  {
    key: 'addressee',
    label: 'Kính gửi',
    pattern: /^kinh gui/,
    read: (values) => ({ addressee: divided(values, /\n/).join('\n') }),
  },
  lines('signerTitle', 'Chức vụ người ký', /^chuc (vu|danh)/, /[;\n]/),
  text('signerName', 'Người ký', /^(ho (va )?ten )?nguoi ky/),
  lines('recipients', 'Nơi nhận', /^noi nhan/, /[;\n]/),
  {
    key: 'grounds',
    label: 'Căn cứ',
    pattern: /^can cu/,
    read: (values) => ({ grounds: divided(values, /\n/).map(withGround) }),
  },
  standing('deployment', 'Công tác triển khai', /^(cong tac|tinh hinh|viec) trien khai/),
  standing('strengths', 'Ưu điểm', /^uu diem/),
  standing('commonCauses', 'Nguyên nhân chung', /^nguyen nhan chung/),
  standing('requests', 'Đề nghị', /^de nghi/),
  standing('proposals', 'Kiến nghị', /^(kien nghi|de xuat)/),
  standing('tasks', 'Nhiệm vụ, giải pháp', /^(nhiem vu|giai phap)/),
  lines('headScale', 'Phân loại người đứng đầu', /^(thang )?phan loai (muc do|nguoi dung dau)/, /[;\n]/),
  lines('inspectedOnSite', 'Kiểm tra trực tiếp', /^kiem tra truc tiep/, /[;,\n]/),
  lines('inspectedByReport', 'Kiểm tra qua báo cáo', /^kiem tra (thong )?qua bao cao/, /[;,\n]/),
  lines(
    'evidenceDue',
    'Hạn tài liệu kiểm chứng',
    /^(thoi )?han (nop |gui |cua )?(cac )?(tai lieu|minh chung)/,
    /[;\n]/,
  ),
  choice('withoutDraftMarks', 'Bỏ dấu dự thảo', /^bo (dau|chu) du thao/),
  choice('keepsBlanks', 'Giữ phần để trống', /^giu (phan|cho|o) (de )?trong/),
];

/** `Cấu hình` takes precedence; a value from the letterheads is used only if all sheets that state it agree. */
export function readReportDetails(
  settings: Grid | null,
  sheets: readonly Pick<ScoreSheet, 'grid' | 'headerRows' | 'sheet'>[],
): ReportDetails {
  const heads = sheets.map(readLetterhead);
  return { ...NO_DETAILS, ...agreed(heads), ...(settings ? readStated(settings) : {}) };
}

/** A setting in several rows has the values of all of them. Cells further right are notes. */
function readStated(grid: Grid): Patch {
  const values = new Map<DetailEntry, string[]>();
  for (const { entry, valueTexts, below } of statedIn(grid, DETAIL_ENTRIES))
    values.set(entry, [...(values.get(entry) ?? []), ...valueTexts.slice(0, 1), ...below]);
  return Object.assign({}, ...[...values].map(([{ read }, all]) => (all.length === 0 ? {} : read(all)))) as Patch;
}

/** Writes everything into the first cell that states the setting and empties the other rows that state it. */
export function planDetails(book: Book, change: Partial<DetailsView>): SheetEdits[] {
  const sheet = writeSettingsOf(book);
  const stated = statedIn(sheet.grid, DETAIL_ENTRIES);
  for (const entry of DETAIL_ENTRIES) {
    const value = change[entry.key]?.trim();
    if (value === undefined) continue;
    const [first, ...others] = stated.filter((each) => each.entry === entry);
    if (!first) {
      if (value !== '') sheet.add(entry.label, value);
      continue;
    }
    sheet.put(first.row, first.valueColumn, value);
    // Text beside the value is the officer's note. It is cleared only together with the value: alone it would be read
    // as the value.
    if (value === '') sheet.clear(first.row, first.row, first.valueColumn);
    sheet.clear(first.row + 1, first.lastRow);
    for (const { row, lastRow } of others) sheet.clear(row, lastRow);
  }
  return sheet.edits();
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
      const values = heads.map((head) => head[key]).filter((each) => each !== null);
      const same = new Set(values.map((each) => JSON.stringify(each))).size === 1;
      return same ? { [key]: values[0] } : {};
    }),
  ) as Patch;
}

function text(
  key: 'superiorBody' | 'issuingBody' | 'place' | 'signerName',
  label: string,
  pattern: RegExp,
): DetailEntry {
  return { key, label, pattern, read: (values) => ({ [key]: joined(values) }) };
}

/** A list, split at `divider`. */
function lines(
  key: 'signerTitle' | 'recipients' | 'headScale' | 'inspectedOnSite' | 'inspectedByReport' | 'evidenceDue',
  label: string,
  pattern: RegExp,
  divider: RegExp,
): DetailEntry {
  return { key, label, pattern, read: (values) => ({ [key]: divided(values, divider) }) };
}

function choice(key: 'withoutDraftMarks' | 'keepsBlanks', label: string, pattern: RegExp): DetailEntry {
  return {
    key,
    label,
    pattern,
    read: (values) => ({ [key]: /^(co|dung|x|✓|true|1)\b|^✓/.test(plainKey(joined(values))) }),
  };
}

/**
 * One paragraph each, as typed. A leading dash is dropped because the document adds its own; a leading «+» stays and
 * marks a paragraph that belongs to the one before.
 */
function standing(
  key: 'deployment' | 'strengths' | 'commonCauses' | 'requests' | 'proposals' | 'tasks',
  label: string,
  pattern: RegExp,
): DetailEntry {
  return { key, label, pattern, read: (values) => ({ [key]: divided(values, /\n/, /^[-–•]\s*/) }) };
}

const joined = (values: Values): string => squeeze(values.join(' '));

const divided = (values: Values, divider: RegExp, mark = /^[-–+•]\s*/): string[] =>
  values
    .flatMap((value) => value.split(divider))
    .map((each) => squeeze(each).replace(mark, ''))
    .filter((each) => each !== '');

function optional<K extends 'date' | 'year'>(key: K, value: ReportDetails[K]): Patch {
  return value === null ? {} : { [key]: value };
}

/** «01», «01/BC-HĐ». */
function readNumberSetting(values: Values): Patch {
  const documentNumber = readNumber(joined(values));
  if (documentNumber)
    return {
      symbol: documentNumber.symbol,
      ...(documentNumber.number === null ? {} : { number: documentNumber.number }),
    };
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

const withGround = (ground: string): string => (BEGINS_A_GROUND.test(plainKey(ground)) ? ground : `Căn cứ ${ground}`);

/** «Nhằm chủ động rà soát …», «Để triển khai …» stay as they are; «Đề án 06» is a document. */
const BEGINS_A_GROUND = /^(can cu|thuc hien|theo|tren co so|xet|nham|de (?!an\b|nghi\b)|qua|sau|trien khai|tiep tuc)\b/;
