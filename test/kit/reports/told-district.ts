/**
 * A made-up district: its criteria set, the points of each unit in both years, causes, bodies and measures. The
 * worksheets are written from this truth, and the figures of the reports worked out anew. Points are whole hundredths.
 */
import { toA1Range } from '../../../src/core/values/address';
import type { CellValue, Grid } from '../../../src/core/model/workbook/grid';
import { gridOf } from '../grid';
import { randomOf, type Random } from '../generate/random';

export interface ToldItem {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly area: string;
  readonly parent: string | null;
  readonly isLeaf: boolean;
  /** Of a leaf. */
  readonly max: number;
  readonly isSurvey: boolean;
}

export type ToldScore = number | 'KĐG' | null;

export interface ToldWords {
  readonly cause: string | null;
  readonly body: string | null;
  readonly person: string | null;
  readonly remedy: string | null;
  readonly due: string | null;
  readonly status: string | null;
}

export interface ToldUnit {
  readonly name: string;
  readonly group: string | null;
  readonly self: ReadonlyMap<string, ToldScore>;
  readonly appraised: ReadonlyMap<string, ToldScore>;
  readonly bonus: number;
  readonly penalty: number;
  readonly words: ReadonlyMap<string, ToldWords>;
}

export interface ToldYear {
  readonly year: number;
  readonly items: readonly ToldItem[];
  readonly units: readonly ToldUnit[];
}

export interface ToldDistrict {
  readonly now: ToldYear;
  readonly before: ToldYear | null;
  readonly onSite: readonly string[];
  readonly byReport: readonly string[];
}

/** What a district has; each is drawn by the seed where it is not given. */
export interface Wishes {
  readonly units?: number;
  readonly groups?: boolean;
  readonly before?: boolean;
  readonly survey?: boolean;
  /** Of a hundred leaves, how many lose points. */
  readonly losing?: number;
  readonly unknown?: boolean;
  readonly notApplicable?: boolean;
  readonly outside?: boolean;
  readonly ties?: boolean;
  readonly words?: boolean;
  /** The first unit has no point at all. */
  readonly nought?: boolean;
}

const AREAS = [
  'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH',
  'Cải cách thể chế',
  'CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
  'Cải cách tổ chức bộ máy',
  'Cải cách chế độ công vụ',
  'CẢI CÁCH TÀI CHÍNH CÔNG',
  'Xây dựng chính quyền số',
];
const DEEDS = ['Ban hành kế hoạch', 'Báo cáo định kỳ', 'Tự kiểm tra', 'Tuyên truyền', 'Công khai', 'Giải quyết hồ sơ'];
const CAUSES = [
  'Gửi báo cáo chậm so với quy định',
  'Chưa ban hành kế hoạch; chưa giao nhiệm vụ',
  'Còn hồ sơ quá hạn, chưa xin lỗi',
  'Tỷ lệ hồ sơ trực tuyến thấp',
  'Nội dung báo cáo còn chung chung.',
  'Chưa bố trí đủ công chức',
];
const BODIES = [
  'Văn phòng HĐND và UBND',
  'Phòng Kinh tế',
  'Phòng Văn hóa - Xã hội',
  'Trung tâm Phục vụ hành chính công',
];
const REMEDIES = [
  'Ban hành kế hoạch ngay trong quý I',
  'Phân công công chức theo dõi hằng tuần',
  'Rà soát, cập nhật hồ sơ',
];
const STATUSES = ['Chưa khắc phục', 'Đang khắc phục', 'Đã khắc phục'];
const NAMES = ['An', 'Bình', 'Chánh', 'Đông', 'Giang', 'Hòa', 'Khánh', 'Lâm', 'Minh', 'Nghĩa', 'Phong', 'Quang', 'Sơn'];
const SECOND = ['Thạnh', 'Phước', 'Lộc', 'Mỹ', 'Tân', 'Hưng', 'Thới', 'Trung', 'Tây', 'Nam', 'Hải'];
export const SURVEY_NAME = 'Chỉ số hài lòng của người dân (SIPAS)';

function itemsOf(draw: Random, hasSurvey: boolean): ToldItem[] {
  const areas = AREAS.slice(0, 2 + draw.below(6));
  const items: ToldItem[] = [];
  const put = (code: string, name: string, parent: ToldItem | null, isLeaf: boolean, isSurvey = false): ToldItem => {
    const level = parent ? parent.level + 1 : 0;
    const item: ToldItem = {
      ...{ code, name, level, isLeaf, isSurvey },
      ...{ area: parent?.area ?? code, parent: parent?.code ?? null },
      max: isLeaf ? draw.pick([50, 100, 100, 150, 200, 300]) * (isSurvey ? 5 : 1) : 0,
    };
    items.push(item);
    return item;
  };
  areas.forEach((name, at) => {
    const area = put(`${at + 1}`, name, null, draw.chance(0.08));
    if (area.isLeaf) return;
    for (let each = 1; each <= 1 + draw.below(4); each++) {
      const code = `${area.code}.${each}`;
      const criterion = put(code, `${draw.pick(DEEDS)} nhóm ${code.replace('.', '')}`, area, draw.chance(0.7));
      for (let part = 1; !criterion.isLeaf && part <= 2 + draw.below(2); part++)
        put(`${code}.${part}`, `${draw.pick(DEEDS)} phần ${code.replace('.', '')}${part}`, criterion, true);
    }
  });
  if (hasSurvey) put(`${areas.length + 1}`, SURVEY_NAME, null, true, true);
  return items;
}

function unitOf(draw: Random, name: string, group: string | null, items: readonly ToldItem[], wish: Wishes): ToldUnit {
  const losing = (wish.losing ?? 35) / 100;
  const appraised = new Map<string, ToldScore>();
  const self = new Map<string, ToldScore>();
  const words = new Map<string, ToldWords>();
  const outOf = wish.notApplicable && draw.chance(0.3) ? draw.pick(items.filter((each) => each.level === 0)).code : '';
  for (const item of items.filter(({ isLeaf }) => isLeaf)) {
    const score = item.area === outOf && !item.isSurvey ? 'KĐG' : scoreOf(draw, item, wish.nought ? 1 : losing);
    appraised.set(item.code, wish.nought && score !== 'KĐG' ? 0 : score);
    self.set(item.code, score === 'KĐG' ? score : Math.max(score, draw.chance(0.8) ? item.max : 0));
    if (score === 'KĐG' || score === item.max || item.isSurvey || wish.words === false) continue;
    const isTold = draw.chance(0.8);
    const remedy = draw.chance(0.4) ? draw.pick(REMEDIES) : null;
    words.set(item.code, {
      cause: isTold ? draw.pick(CAUSES) : null,
      body: draw.chance(0.6) ? draw.pick(BODIES) : null,
      person: draw.chance(0.2) ? 'công chức phụ trách' : null,
      ...{ remedy, due: remedy && draw.chance(0.7) ? draw.pick(['31/3/2025', 'Quý I năm 2025']) : null },
      status: remedy && draw.chance(0.7) ? draw.pick(STATUSES) : null,
    });
  }
  const unknown = wish.unknown && draw.chance(0.25) ? draw.pick([...appraised.keys()]) : null;
  if (unknown !== null) appraised.set(unknown, null);
  return {
    ...{ name, group, self, appraised, words },
    bonus: wish.outside && draw.chance(0.4) ? draw.pick([25, 50, 100]) : 0,
    penalty: wish.outside && draw.chance(0.4) ? draw.pick([50, 100, 200]) : 0,
  };
}

const scoreOf = (draw: Random, { max, code }: ToldItem, losing: number): number =>
  draw.chance(code.endsWith('1') ? losing / 2 : losing)
    ? draw.pick([0, max / 2, max - 25, max - 7].map(Math.floor))
    : max;

/** A district by its seed; `wish` overrides what the seed would draw. */
export function toldDistrict(seed: number, given: Wishes = {}): ToldDistrict {
  const draw = randomOf(seed);
  const wish: Wishes = {
    units: 2 + draw.below(12),
    groups: draw.chance(0.4),
    before: draw.chance(0.6),
    survey: draw.chance(0.4),
    losing: draw.pick([10, 35, 35, 70]),
    unknown: draw.chance(0.4),
    notApplicable: draw.chance(0.5),
    outside: draw.chance(0.5),
    ties: draw.chance(0.4),
    words: draw.chance(0.85),
    ...given,
  };
  const items = itemsOf(draw, wish.survey === true);
  const names = Array.from({ length: wish.units ?? 1 }, (_, at) => {
    const isWard = wish.groups ? at * 2 < (wish.units ?? 1) : at % 5 === 4;
    const second = at < NAMES.length ? '' : ` ${SECOND[Math.floor(at / NAMES.length) - 1] ?? ''}`;
    return `${isWard ? 'Phường' : 'Xã'} ${NAMES[at % NAMES.length] ?? ''}${second}`;
  });
  const groupOf = (name: string): string | null =>
    wish.groups ? (name.startsWith('Phường') ? 'Khối phường' : 'Khối xã') : null;
  const units = names.map((name, at) =>
    unitOf(draw, name, groupOf(name), items, { ...wish, nought: wish.nought === true && at === 0 }),
  );
  if (wish.ties && units.length > 2) units.splice(2, 1, { ...units[1]!, name: names[2]!, group: groupOf(names[2]!) });
  const earlier = items
    .filter(({ code, isLeaf }) => !isLeaf || !code.endsWith('3') || code.length === 1)
    .map((item) => (item.isLeaf && draw.chance(0.2) ? { ...item, max: item.max * 2 } : item))
    .filter((item, _, all) => item.isLeaf || all.some(({ parent }) => parent === item.code));
  const then = names.slice(draw.chance(0.3) ? 1 : 0).map((name) => ({
    ...unitOf(draw, name, groupOf(name), earlier, { ...wish, outside: false, words: false, nought: false }),
  }));
  const inspected = names.filter(() => draw.chance(0.6));
  const half = Math.floor(inspected.length / 2);
  return {
    now: { year: 2024, items, units },
    before: wish.before ? { year: 2023, items: earlier, units: then } : null,
    onSite: inspected.slice(0, half),
    byReport: inspected.slice(half),
  };
}

const cellOf = (score: ToldScore | undefined): CellValue =>
  score === undefined || score === null ? null : score === 'KĐG' ? score : score / 100;

/** Each name above its two columns, each khối above its units. */
function mergesOf(units: readonly ToldUnit[], hasGroups: boolean): string[] {
  const named = hasGroups ? 3 : 2;
  const at = (row: number, first: number, last: number): string =>
    toA1Range({ top: row - 1, bottom: row - 1, left: 3 + 2 * first, right: 4 + 2 * last });
  const spans = units.flatMap(({ group }, first) =>
    hasGroups && group !== units[first - 1]?.group
      ? [
          at(
            2,
            first,
            units.findLastIndex((each) => each.group === group),
          ),
        ]
      : [],
  );
  return [...units.map((_, each) => at(named, each, each)), ...spans];
}

/** Items down, a unit's self-score and appraised score across, and the sheet «Nguyên nhân». */
export function sheetsOf({ year, items, units }: ToldYear): Grid[] {
  const hasGroups = units.some(({ group }) => group !== null);
  const outside = (label: string, of: (unit: ToldUnit) => number): CellValue[][] =>
    units.some((unit) => of(unit) > 0)
      ? [[null, label, null, ...units.flatMap((unit) => [null, of(unit) === 0 ? null : of(unit) / 100])]]
      : [];
  const table = gridOf(
    [
      [`BẢNG TỔNG HỢP CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM ${year}`],
      ...(hasGroups
        ? [
            [
              null,
              null,
              null,
              ...units.flatMap(({ group }, at) => [group === units[at - 1]?.group ? null : group, null]),
            ],
          ]
        : []),
      ['TT', 'Nội dung', 'Điểm tối đa', ...units.flatMap(({ name }) => [name, null])],
      [null, null, null, ...units.flatMap(() => ['Tự chấm', 'Thẩm định'])],
      ...items.map(({ code, name, isLeaf, max }): CellValue[] => [
        code,
        name,
        isLeaf ? max / 100 : null,
        ...units.flatMap(({ self, appraised }) => [cellOf(self.get(code)), cellOf(appraised.get(code))]),
      ]),
      ...outside('Điểm cộng', ({ bonus }) => bonus),
      ...outside('Điểm trừ', ({ penalty }) => penalty),
    ],
    { sheet: `Năm ${year}`, merges: mergesOf(units, hasGroups) },
  );
  const lines = units.flatMap(({ name, words }) =>
    [...words].map(([code, { cause, body, person, remedy, due, status }]): CellValue[] => [
      ...[name, code, items.find((each) => each.code === code)?.name ?? '', cause, body, person, remedy, due, status],
    ]),
  );
  const heads =
    'Đơn vị|Mã|Tiêu chí|Nguyên nhân|Trách nhiệm|Cá nhân phụ trách|Giải pháp khắc phục|Thời hạn|Tình trạng'.split('|');
  return [table, ...(lines.length > 0 ? [gridOf([heads, ...lines], { sheet: 'Nguyên nhân' })] : [])];
}
