/** One report of a made-up district, line by line; then what it ought to state and does not. */
import { checkLines, isKnown, unitNamed, type Pattern, type Reading } from './check-lines';
import { COUNCIL_PATTERNS } from './council-patterns';
import { changeOf, lossesOf } from './figures';
import { PATTERNS, reformLosses, TABLE_PATTERNS } from './patterns';
import type { ToldDistrict, ToldUnit } from './told-district';

/** Lines without any statement about points, places or losses. */
const FIXED: readonly RegExp[] = [
  /^<mục lục>$/,
  /^Căn cứ \[…/,
  /báo cáo .+ như sau:$/,
  /^Trên đây là |^Trên cơ sở kết quả/,
  /^So sánh kết quả năm 2023 và năm 2024:$|^Kết quả năm 2024 theo từng lĩnh vực:$/,
  /^\+ (?:Lý do|Trách nhiệm|Cá nhân phụ trách|Giải pháp khắc phục): /,
  /^Ưu điểm:$/,
  /^\[…giải pháp.+…\]$|^\[…kiến nghị.+…\]$/,
  /^~ Cần rà soát trước khi trình: không so sánh được với năm 2023, vì không thấy/,
  /^Năm 2024, các đơn vị được kiểm tra trực tiếp: \[…/,
  /^Không có lĩnh vực nào(?: khác)?\.$|^Không có đơn vị nào\.$/,
  /^Không có tiêu chí nào thuộc .+ được áp dụng/,
  /^Điểm của (?:nội dung .+|lĩnh vực) chưa xác định vì còn tiêu chí chưa có điểm hoặc có lỗi/,
  /chưa xác định vì còn nội dung chưa có điểm hoặc có lỗi\.$|không được đánh giá\.$/,
  /tự chấm: chưa xác định, vì có tiêu chí chưa tự chấm\.$/,
];

const HEADINGS: Pattern = [
  /^#+ (.+)$/,
  (reading, [, text = '']) => {
    reading.heading = text;
    reading.body = undefined;
    if (reading.code === 'R1') {
      const name = /^1\.\d+\. UBND (.+)$/.exec(text)?.[1];
      if (name !== undefined) reading.unit = unitNamed(reading, name);
    }
    if (reading.code === 'R5') {
      const { onSite, byReport } = reading.district;
      const listed = (names: readonly string[]): ToldUnit[] => names.map((name) => unitNamed(reading, name));
      if (text.startsWith('2.1.')) reading.units = listed(onSite);
      else if (text.startsWith('2.2.')) reading.units = listed(byReport);
      else if (!text.startsWith('Lĩnh vực')) reading.units = reading.inspected;
    }
  },
];

export interface Checked {
  readonly wrong: readonly string[];
  readonly unknown: readonly string[];
}

export function checkReport(code: string, lines: readonly string[], district: ToldDistrict, unit: ToldUnit): Checked {
  const { now, onSite, byReport } = district;
  const named = [...onSite, ...byReport];
  const inspected =
    named.length === 0 ? now.units : named.flatMap((name) => now.units.filter((each) => each.name === name));
  const isCouncils = ['R1', 'R5'].includes(code);
  const reading: Reading = {
    ...{ code, district, inspected, header: [], heading: '', body: undefined, line: '', seen: new Set(), wrong: [] },
    unit: isCouncils ? null : unit,
    units: code === 'R1' ? now.units : code === 'R5' ? inspected : [unit],
  };
  const fixed = FIXED.map((pattern): Pattern => [pattern, () => undefined]);
  const patterns = [HEADINGS, ...fixed, ...PATTERNS, ...COUNCIL_PATTERNS, ...TABLE_PATTERNS];
  const unknown = checkLines(reading, lines, patterns);
  reading.line = 'the whole report';
  for (const each of wanted(reading)) if (!reading.seen.has(each)) reading.wrong.push(`${code}: «${each}» is missing`);
  return { wrong: reading.wrong, unknown };
}

/** What a report must state. */
function wanted(reading: Reading): string[] {
  const { code, district, units, inspected } = reading;
  const { now } = district;
  const bodies = (of: readonly ToldUnit[], isCouncils: boolean): string[] =>
    of.flatMap((unit) =>
      reformLosses(reading, unit).map(
        ({ words }) => `body ${(words?.body ?? (isCouncils ? unit.name : '')).toLocaleLowerCase('vi')}`,
      ),
    );
  if (code === 'R1')
    return [
      ...now.units.flatMap(({ name, bonus, penalty }) => [
        ...[`index ${name}`, `row ${name}`],
        ...(bonus > 0 && isKnown(reading, unitNamed(reading, name)) ? [`cộng ${name}`] : []),
        ...(penalty > 0 && isKnown(reading, unitNamed(reading, name)) ? [`trừ ${name}`] : []),
      ]),
      ...bodies(now.units, true),
    ];
  if (code === 'R5')
    return [
      ...bodies(inspected, true),
      ...inspected.flatMap((unit) => reformLosses(reading, unit).map(({ item }) => `remedy ${unit.name} ${item.code}`)),
    ];
  const [unit] = units;
  if (!unit) return [];
  const change = changeOf(district, unit, null)[2] ?? null;
  return [
    'overview',
    ...(change === null ? [] : ['change']),
    ...lossesOf(now, unit).flatMap(({ item }) => (item.isSurvey || item.level === 0 ? [] : [`loss ${item.code}`])),
    ...bodies([unit], false),
  ];
}
