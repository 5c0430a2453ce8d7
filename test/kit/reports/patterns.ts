/** The sentences and rows of the reports, each with the figures that it must state. */
import { patternOf } from '../../../src/core/values/pattern';
import {
  changeOf,
  earlierUnit,
  figure,
  indexOf,
  lossesOf,
  partOf,
  peersOf,
  placeOf,
  published,
  rankOf,
  ratingOf,
  sumOf,
  totalOf,
  type Loss,
  type Part,
} from './figures';
import {
  areaNamed,
  areasOf,
  codeIn,
  codesIn,
  codesOf,
  isKnown,
  itemWith,
  keysOf,
  nameKey,
  namesIn,
  same,
  unitOf,
  unitNamed,
  type Pattern,
  type Reading,
} from './check-lines';
import type { ToldItem, ToldUnit } from './told-district';

const fraction = (part: Part | null): (number | null)[] => (part ? [part.points, part.max] : [null]);
const figures = (text: string): (number | null)[] =>
  text === '' || text === '–' || text === 'Chưa xác định' ? [null] : text.split('/').map(figure);
const orNull = (text: string): number | null => (text === '' || text === '–' ? null : figure(text));
const signedBy = (word: string, text: string): number => (word === 'giảm' ? -1 : 1) * figure(text || '0');
const mean = (values: readonly number[]): number => {
  const all = values.reduce((sum, each) => sum + each, 0);
  const half = Math.floor((2 * Math.abs(all) + values.length) / (2 * values.length));
  return all < 0 ? -half : half;
};

/** «trong khối phường», where only some of the units are meant. */
const inGroup = (reading: Reading, text: string): void => {
  const { group } = unitOf(reading);
  same(reading, 'khối', text.replace(/^ trong /, ''), group === null ? '' : group.toLocaleLowerCase('vi'));
};

const OVERVIEW: readonly Pattern[] = [
  [
    patternOf([
      String.raw`^Chỉ số cải cách hành chính năm 2024 của (.+?) đạt ([−\d,]+%) \(([\d,/]+) điểm(?:, (.`,
      String.raw`+?))?\); xếp loại ([^;]+?)(?:; xếp hạng (\d+\/\d+)(?: trong (khối .+))?)?\.$`,
    ]),
    (reading, [, name = '', index = '', points = '', extras = '', rating, rank = '', group = '']) => {
      const unit = unitOf(reading);
      const { now } = reading.district;
      const told = published(indexOf(now, unit));
      same(reading, 'unit', nameKey(name), nameKey(unit.name));
      same(reading, 'index', figure(index), told);
      same(reading, 'points', figures(points), fraction(totalOf(now, unit)));
      same(reading, 'rating', rating, ratingOf(told ?? 0));
      same(reading, 'rank', rank, now.units.length < 2 ? '' : rankOf(now, unit));
      if (rank !== '') inGroup(reading, group);
      const extra = (label: string): number => figure(new RegExp(`${label} ([\\d,]+)`).exec(extras)?.[1] ?? '0');
      same(reading, 'extras', [extra('điểm cộng'), extra('bộ tiêu chí')], [unit.bonus, unit.penalty]);
      reading.seen.add('overview');
    },
  ],
  [
    /^Chỉ số cải cách hành chính năm 2024 của (.+?) chưa xác định: /,
    (reading) => {
      same(reading, 'unknown', isKnown(reading, unitOf(reading)), false);
      reading.seen.add('overview');
    },
  ],
  [
    /^So với năm 2023 \(([−\d,]+%)\), chỉ số (không thay đổi|tăng|giảm)(?: ([\d,]+) điểm phần trăm)?\.$/,
    (reading, [, then = '', word = '', by = '']) => {
      const [before, , change] = changeOf(reading.district, unitOf(reading), null);
      same(reading, 'index then', figure(then), before);
      same(reading, 'change', signedBy(word, by), change);
      same(reading, 'word', word === 'không thay đổi', change === 0);
      reading.seen.add('change');
    },
  ],
  [
    /^(.+) thuộc nhóm xếp loại (.+?) \((.+?)\), gồm (tất cả )?(\d+) đơn vị( trong khối .+?)?(?:: (.+))?\.$/,
    (reading, [, name = '', rating, , all = '', count, group = '', names = '']) => {
      const { now } = reading.district;
      const unit = unitOf(reading);
      const of = (each: ToldUnit): string | null => {
        const index = published(indexOf(now, each));
        return index === null ? null : ratingOf(index);
      };
      const members = peersOf(now, unit).filter((each) => of(each) === of(unit));
      same(reading, 'unit', nameKey(name), nameKey(unit.name));
      same(reading, 'rating', rating, of(unit));
      same(reading, 'members', Number(count), members.length);
      same(reading, 'all', all !== '', members.length === peersOf(now, unit).length);
      if (all === '') same(reading, 'names', namesIn(names), keysOf(members));
      inGroup(reading, group);
      reading.seen.add('members');
    },
  ],
  [
    patternOf([
      String.raw`^Chỉ số trung bình năm 2024 của (\d+) đơn vị( trong khối .+?)?: ([−\d,]+%)(?: \(chưa kể (\d`,
      String.raw`+) đơn vị chưa xác định được chỉ số\))?\.$`,
    ]),
    (reading, [, count, group = '', value = '', unknown]) => {
      const peers = peersOf(reading.district.now, unitOf(reading)).map((each) =>
        published(indexOf(reading.district.now, each)),
      );
      const known = peers.flatMap((each) => (each === null ? [] : [each]));
      same(reading, 'count', Number(count), known.length);
      same(reading, 'mean', figure(value), mean(known));
      same(reading, 'unknown', Number(unknown ?? 0), peers.length - known.length);
      inGroup(reading, group);
      reading.seen.add('mean');
    },
  ],
  [
    patternOf([
      String.raw`^Mức thay đổi chỉ số của (.+) xếp thứ (\d+)\/(\d+) đơn vị( trong khối .+?)?, từ tăng nhiều `,
      String.raw`nhất; trung bình các đơn vị (tăng|giảm|không thay đổi)(?: ([\d,]+) điểm phần trăm)?\.`,
      String.raw`$`,
    ]),
    (reading, [, , place, of, group = '', word = '', by = '']) => {
      const unit = unitOf(reading);
      const all = peersOf(reading.district.now, unit).flatMap(
        (each) => changeOf(reading.district, each, null)[2] ?? [],
      );
      const change = changeOf(reading.district, unit, null)[2] ?? NaN;
      same(reading, 'place', Number(place), all.filter((each) => each > change).length + 1);
      same(reading, 'of', Number(of), all.length);
      same(reading, 'mean change', signedBy(word, by), mean(all));
      same(reading, 'word', word === 'không thay đổi', mean(all) === 0);
      inGroup(reading, group);
      reading.seen.add('changes');
    },
  ],
  [
    /^Năm 2023 xếp hạng (\d+\/\d+), năm 2024 (?:giữ nguyên thứ hạng|(tăng|giảm) (\d+) bậc)\.$/,
    (reading, [, then = '', word, by = '0']) => {
      const { now, before } = reading.district;
      const unit = unitOf(reading);
      const earlier = earlierUnit(reading.district, unit);
      const was = before && earlier ? rankOf(before, earlier) : null;
      const moved = Number((was ?? '').split('/')[0]) - Number((rankOf(now, unit) ?? '').split('/')[0]);
      same(reading, 'rank then', then, was);
      same(reading, 'moved', (word === 'giảm' ? -1 : 1) * Number(by || 0), moved);
      reading.seen.add('rank then');
    },
  ],
];

const AREAS: readonly Pattern[] = [
  [
    patternOf([
      String.raw`^Có (\d+)\/(\d+) lĩnh vực (tăng điểm chỉ số|giảm điểm chỉ số|không thay đổi|đạt điểm `,
      String.raw`tối đa)(?: so với năm 2023)?: (.+)\.$`,
    ]),
    (reading, [, count, of, what = '', names = '']) => {
      const { district } = reading;
      const unit = unitOf(reading);
      const isMeant = ({ code }: ToldItem): boolean => {
        const part = partOf(district.now, unit, code);
        if (what === 'đạt điểm tối đa') return part !== null && part.max > 0 && part.points === part.max;
        const change = changeOf(district, unit, code)[2] ?? null;
        return (
          change !== null && ['giảm điểm chỉ số', 'không thay đổi', 'tăng điểm chỉ số'][Math.sign(change) + 1] === what
        );
      };
      const told = areasOf(reading).filter(isMeant);
      const printed = areasOf(reading).filter(({ name }) =>
        names.toLocaleLowerCase('vi').includes(name.toLocaleLowerCase('vi')),
      );
      same(
        reading,
        'areas',
        printed.map(({ code }) => code),
        told.map(({ code }) => code),
      );
      same(reading, 'counts', [Number(count), Number(of)], [told.length, areasOf(reading).length]);
      reading.seen.add(`areas ${what}`);
    },
  ],
  [
    /^Có (\d+)\/(\d+) lĩnh vực cần tập trung khắc phục:$/,
    (reading, [, count, of]) => {
      same(reading, 'low areas', [Number(count), Number(of)], [lowAreas(reading).length, areasOf(reading).length]);
    },
  ],
  [
    /^Chưa kể (\d+)\/(\d+) lĩnh vực chưa xác định được điểm .+: (.+)\.$/,
    (reading, [, count, of]) => {
      const unknown = areasOf(reading).filter(
        ({ code }) => partOf(reading.district.now, unitOf(reading), code) === null,
      );
      same(reading, 'unknown areas', [Number(count), Number(of)], [unknown.length, areasOf(reading).length]);
    },
  ],
  [
    patternOf([
      String.raw`^- (.+?): đạt ([\d,]+\/[\d,]+) điểm \(([\d,]+%)\)(?:, xếp hạng (\d+\/\d+) hạng)?(?:; `,
      String.raw`bị trừ ([\d,]+) điểm:| \(trừ ([\d,]+) điểm\)\. Nguyên nhân: .+)$`,
    ]),
    (reading, [, name = '', points = '', share = '', place = '', lost = '', alone = '']) => {
      const area = areaNamed(reading, name);
      standingOfArea(reading, area, points, share, place);
      same(reading, 'lost', figure(lost || alone), sumOf(lossesOf(reading.district.now, unitOf(reading), area.code)));
      same(reading, 'is low', lowAreas(reading).includes(area), true);
    },
  ],
  [
    patternOf([
      String.raw`^([^*:]+?) đạt ([\d,/]+) điểm(?: \(năm 2023 đạt ([\d,/]+) điểm\))?(?: \(mất ([\d,]+) `,
      String.raw`điểm\))?(; không có tiêu chí bị trừ điểm)?\.$`,
    ]),
    (reading, [, name = '', points = '', then = '', lost = '', none = '']) => {
      const { district } = reading;
      const area = areaNamed(reading, name);
      const unit = unitOf(reading);
      const earlier = earlierUnit(district, unit);
      const was = district.before && earlier && district.before.items.some(({ code }) => code === area.code);
      same(reading, 'points', figures(points), fraction(partOf(district.now, unit, area.code)));
      const before = was ? partOf(district.before, earlier, area.code) : null;
      same(reading, 'then', figures(then), before && before.max > 0 ? fraction(before) : [null]);
      const losses = lossesOf(district.now, unit, area.code);
      if (lost !== '') same(reading, 'lost', figure(lost), sumOf(losses));
      same(reading, 'none', none !== '', losses.length === 0);
    },
  ],
  [
    patternOf([
      String.raw`^(.+ \(SIPAS\)) năm 2024 của (.+?) đạt ([\d,/]+) điểm, tỷ lệ ([\d,]+%)(?:, đứng vị tr`,
      String.raw`í (\d+\/\d+))?(?:; (.+) so với năm 2023)?\.$`,
    ]),
    (reading, [, name = '', , points = '', share = '', place = '', moves = '']) => {
      const area = areaNamed(reading, name);
      standingOfArea(reading, area, points, share, place);
      const change = changeOf(reading.district, unitOf(reading), area.code)[2] ?? null;
      const moved = /(tăng|giảm) ([\d,]+) điểm phần trăm/.exec(moves);
      same(
        reading,
        'survey change',
        moved ? signedBy(moved[1] ?? '', moved[2] ?? '') : moves === '' ? null : 0,
        change,
      );
    },
  ],
];

export const lowAreas = (reading: Reading): ToldItem[] =>
  areasOf(reading).filter(({ code }) => {
    const part = partOf(reading.district.now, unitOf(reading), code);
    return part !== null && part.max > 0 && part.points * 100 < part.max * 75;
  });

const areaPlace = (reading: Reading, { code }: ToldItem): string | null => {
  const { now } = reading.district;
  const unit = unitOf(reading);
  if (now.units.length < 2 || !isKnown(reading, unit)) return null;
  const ranked = peersOf(now, unit).map((each) => (isKnown(reading, each) ? partOf(now, each, code) : null));
  return placeOf(ranked, partOf(now, unit, code));
};

function standingOfArea(reading: Reading, area: ToldItem, points: string, share: string, place: string): void {
  const part = partOf(reading.district.now, unitOf(reading), area.code);
  same(reading, 'points', figures(points), fraction(part));
  same(reading, 'percent', figure(share), published(part));
  if (place !== '' || isKnown(reading, unitOf(reading)))
    same(reading, 'place', place || null, areaPlace(reading, area));
}

const LOSSES: readonly Pattern[] = [
  [
    patternOf([
      String.raw`^Theo từng nội dung cụ thể, (.+?) (?:không đạt điểm tối đa đối với (\d+) (.+) sau:|đạ`,
      String.raw`t điểm tối đa đối với (?:các tiêu chí thuộc )?nội dung (.+)\.)$`,
    ]),
    (reading, [, , count = '']) => {
      const area = areaUnderHeading(reading);
      const losses = lossesOf(reading.district.now, unitOf(reading), area.code);
      same(reading, 'losses', Number(count || 0), losses.length);
    },
  ],
  [
    /^[-+] (Tiêu chí thành phần|Tiêu chí|Lĩnh vực) (.+?) \(trừ ([\d,]+) điểm\)\. Nguyên nhân: (.+)$/,
    (reading, [, kind, title = '', points = '', cause = '']) => {
      lossLine(reading, kind ?? '', title, points, cause);
    },
  ],
  [
    /^\* (Tiêu chí thành phần|Tiêu chí|Lĩnh vực) “(.+?)”: đạt ([\d,/]+) điểm \(mất ([\d,]+) điểm\)\.$/,
    (reading, [, kind, title = '', reached = '', lost = '']) => {
      const loss = lossLine(reading, kind ?? '', title, lost, null);
      same(reading, 'reached', figures(reached), [loss.max - loss.points, loss.max]);
    },
  ],
  [
    /^Tiêu chí “(.+?)”: đạt ([\d,/]+) điểm \(mất ([\d,]+) điểm\), trong đó:$/,
    (reading, [, title = '', reached = '', lost = '']) => {
      const part = partOf(reading.district.now, unitOf(reading), codeIn(title));
      same(reading, 'reached', figures(reached), fraction(part));
      same(reading, 'lost', figure(lost), part && part.max - part.points);
    },
  ],
  [
    /^(.+?) bị trừ ([\d,]+) điểm tại (\d+) (.+?):$/,
    (reading, [, , points = '', count]) => {
      const low = lowAreas(reading).map(({ code }) => code);
      const losses = reformLosses(reading, unitOf(reading)).filter(({ item }) => !low.includes(item.area));
      same(reading, 'lost', [figure(points), Number(count)], [sumOf(losses), losses.length]);
    },
  ],
  [
    /^\* Điểm trừ ngoài bộ tiêu chí: ([\d,]+) điểm\.$/,
    (reading, [, points = '']) => {
      same(reading, 'penalty', figure(points), unitOf(reading).penalty);
    },
  ],
  [
    /^~ Cần rà soát .+: không so sánh được với năm 2023, vì chỉ số năm 2023 chưa xác định\.$/,
    (reading) => {
      const { before } = reading.district;
      const earlier = earlierUnit(reading.district, unitOf(reading));
      same(reading, 'unknown then', before && earlier && indexOf(before, earlier), null);
    },
  ],
  [
    /^Tiêu chí “(.+?)”: điểm chưa xác định, trong đó:$/,
    (reading, [, title = '']) => {
      same(reading, 'unknown', partOf(reading.district.now, unitOf(reading), codeIn(title)), null);
    },
  ],
  [
    /^Tổng điểm bị trừ ở tất cả các lĩnh vực: ([\d,]+) điểm\.$/,
    (reading, [, points = '']) => {
      same(reading, 'lost', figure(points), sumOf(reformLosses(reading, unitOf(reading))));
    },
  ],
  [
    /^(\d+) trong (\d+) mục bị trừ điểm đã bị trừ năm 2023 \(lặp lại\): (.+)\.$/,
    (reading, [, again, all, codes = '']) => {
      const losses = reformLosses(reading, unitOf(reading));
      const recurring = losses.filter(({ item }) => lostBefore(reading, unitOf(reading), item));
      same(reading, 'recurring', [Number(again), Number(all)], [recurring.length, losses.length]);
      same(reading, 'codes', codesIn(codes), codesOf(recurring));
      reading.seen.add('recurring');
    },
  ],
  [
    /^Bộ tiêu chí năm 2024 khác năm 2023: (?:(\d+) mục giữ nguyên, )?(.+?); vì vậy/,
    (reading, [, unchanged, rest = '']) => {
      const { now, before } = reading.district;
      const was = before?.items ?? [];
      const earlier = (item: ToldItem): ToldItem | undefined => was.find(({ code }) => code === item.code);
      const fresh = now.items.filter((item) => !earlier(item));
      const heavier = now.items.filter((item) => item.isLeaf && earlier(item) && earlier(item)?.max !== item.max);
      const counted = (what: RegExp): number => Number(what.exec(rest)?.[1] ?? 0);
      same(reading, 'new', counted(/(\d+) (?:mục )?mới/), fresh.length);
      same(reading, 'weight', counted(/(\d+) (?:mục )?đổi điểm tối đa/), heavier.length);
      same(reading, 'unchanged', Number(unchanged), now.items.length - fresh.length - heavier.length);
    },
  ],
];

export const reformLosses = ({ district }: Reading, unit: ToldUnit): Loss[] =>
  lossesOf(district.now, unit).filter(({ item }) => !item.isSurvey);

export function lostBefore({ district }: Reading, unit: ToldUnit, { code }: ToldItem): boolean {
  const then = earlierUnit(district, unit);
  return (
    district.before !== null && then !== null && lossesOf(district.before, then).some(({ item }) => item.code === code)
  );
}

function lossLine(reading: Reading, kind: string, title: string, points: string, cause: string | null): Loss {
  const code = codeIn(title);
  const loss = lossesOf(reading.district.now, unitOf(reading), code)[0];
  if (!loss) throw new RangeError(`no loss at ${code}`);
  same(reading, 'kind', kind, ['Lĩnh vực', 'Tiêu chí', 'Tiêu chí thành phần'][loss.item.level]);
  same(reading, 'title', title.toLocaleLowerCase('vi'), `${code}. ${loss.item.name}`.toLocaleLowerCase('vi'));
  same(reading, 'lost', figure(points), loss.points);
  if (cause !== null)
    same(reading, 'cause', cause.replace(/\.$/, ''), loss.words?.cause?.replace(/\.$/, '') ?? '[…nguyên nhân…]');
  reading.seen.add(`loss ${code}`);
  return loss;
}

const areaUnderHeading = (reading: Reading): ToldItem => areaNamed(reading, reading.heading.replace(/^[\d.]+ /, ''));

const TABLES: readonly Pattern[] = [
  [
    /^(TT|Tiêu chí|Năm đánh giá) \| /,
    (reading) => {
      reading.header = reading.line.split(' | ');
    },
  ],
  [/^Điểm\/điểm tối đa \| % \| Điểm\/điểm tối đa \| %$/, () => undefined],
  [
    /^[^|]+( \| [^|]*)+ ?(\|\s*)?$/,
    (reading) => {
      const cells = reading.line.split(' | ').map((cell) => cell.trim());
      const row = Object.fromEntries(reading.header.map((title, at) => [title, cells[at] ?? '']));
      if (reading.header[0] === 'Tiêu chí') itemRow(reading, cells);
      else if (reading.header.includes('Tăng/giảm (điểm %)')) yearsRow(reading, cells);
      else if (reading.header[1] === 'Lĩnh vực') areaRow(reading, row);
      else if (reading.header.includes('Nội dung bị trừ điểm')) remedyRow(reading, row);
      else unitRow(reading, row, cells);
    },
  ],
];

function itemRow(reading: Reading, [code = '', name, max = '', reached = '', lost = '']: readonly string[]): void {
  const item = itemWith(reading, code);
  const unit = unitOf(reading);
  const part = partOf(reading.district.now, unit, code);
  same(reading, 'name', name, item.name);
  if (part === null) {
    same(reading, 'unknown', reached, 'Chưa xác định');
    return;
  }
  if (part.max === 0) {
    same(reading, 'out', [max, reached, lost], ['–', 'Không đánh giá', '']);
    return;
  }
  same(reading, 'row', [figure(max), figure(reached)], [part.max, part.points]);
  same(reading, 'lost', lost === '' ? 0 : -figure(lost), part.max - part.points);
}

function yearsRow(
  reading: Reading,
  [, name = '', then = '', was = '', points = '', is = '', by = '']: readonly string[],
): void {
  const { district } = reading;
  const area = areaNamed(reading, name);
  const unit = unitOf(reading);
  const earlier = earlierUnit(district, unit);
  const before = district.before && earlier && district.before.items.some(({ code }) => code === area.code);
  const part = partOf(district.now, unit, area.code);
  const [share, now, change] = changeOf(district, unit, area.code);
  const known = (printed: string, told: Part | null): void => {
    if (printed === 'Không đánh giá') same(reading, 'out', told?.max, 0);
    else same(reading, 'points', figures(printed), fraction(told));
  };
  known(points, part);
  known(then, before ? partOf(district.before, earlier, area.code) : null);
  same(reading, 'percents', [orNull(was), orNull(is), orNull(by)], [share, now, change]);
}

function areaRow(reading: Reading, row: Readonly<Record<string, string>>): void {
  const area = areaNamed(reading, row['Lĩnh vực'] ?? '');
  const part = partOf(reading.district.now, unitOf(reading), area.code);
  if (part === null || part.max === 0) {
    same(reading, 'none', row['Điểm tối đa'], part ? 'Không đánh giá' : 'Chưa xác định');
    return;
  }
  same(
    reading,
    'row',
    [row['Điểm tối đa'], row['Điểm đạt được'], row['Tỷ lệ %']].map((each) => figure(each ?? '')),
    [part.max, part.points, published(part)],
  );
  const place = row['Thứ hạng'];
  if (place !== undefined) same(reading, 'place', place, `${areaPlace(reading, area)} hạng`);
}

function unitRow(reading: Reading, row: Readonly<Record<string, string>>, cells: readonly string[]): void {
  const { now } = reading.district;
  const unit = unitNamed(reading, row['Đơn vị'] ?? '');
  const index = indexOf(now, unit);
  const value = published(index);
  same(reading, 'width', cells.length, reading.header.length);
  same(reading, 'index', row['Chỉ số'], value === null ? 'Chưa xác định' : shown(value));
  same(
    reading,
    'self',
    figures(row['Điểm tự chấm'] ?? ''),
    value === null ? [null] : fraction(totalOf(now, unit, 'self')),
  );
  same(reading, 'points', figures(row['Điểm thẩm định'] ?? ''), value === null ? [null] : fraction(totalOf(now, unit)));
  same(
    reading,
    'rank',
    row['Xếp hạng'] ?? '',
    now.units.length < 2 ? (row['Xếp hạng'] ?? '') : (rankOf(now, unit) ?? ''),
  );
  if (row['Xếp loại'] !== undefined) same(reading, 'rating', row['Xếp loại'], value === null ? '' : ratingOf(value));
  const group = unit.group?.replace('Khối ', '') ?? '';
  same(reading, 'khối', nameKey(row['Khối'] ?? ''), group);
  same(
    reading,
    'extras',
    [row['Điểm cộng'], row['Điểm trừ']].map((each) => figure(each || '0')),
    [unit.bonus, unit.penalty],
  );
  for (const area of now.items.filter(({ level }) => level === 0)) {
    const title = reading.header.find((each) => each.startsWith(`${area.code}. `)) ?? '';
    const part = partOf(now, unit, area.code);
    const told = !part
      ? 'Chưa xác định'
      : part.max === 0
        ? 'Không đánh giá'
        : `${shown(part.points)}/${shown(part.max)}`;
    same(reading, title, row[title], told);
  }
  reading.seen.add(`row ${unit.name}`);
}

function remedyRow(reading: Reading, row: Readonly<Record<string, string>>): void {
  const [alone] = reading.units;
  const unit = row['Đơn vị'] === undefined ? alone : unitNamed(reading, row['Đơn vị']);
  const code = codeIn(row['Nội dung bị trừ điểm'] ?? '');
  const loss = unit && reformLosses(reading, unit).find(({ item }) => item.code === code);
  if (!loss) throw new RangeError(`no loss at ${code}`);
  same(reading, 'lost', figure(row['Điểm bị trừ'] ?? ''), loss.points);
  const { body = null, remedy = null, due = null, status = null } = loss.words ?? {};
  same(
    reading,
    'words',
    ['Trách nhiệm', 'Giải pháp khắc phục', 'Thời hạn', 'Tình trạng'].map((title) => row[title]),
    [body ?? '[…đơn vị…]', remedy ?? '[…giải pháp…]', due ?? '[…thời hạn…]', status ?? '[…tình trạng…]'],
  );
  reading.seen.add(`remedy ${loss.unit.name} ${code}`);
}

export const shown = (hundredths: number): string => {
  const [units = '', part = ''] = (Math.abs(hundredths) / 100).toFixed(2).split('.');
  const rest = part.replace(/0+$/, '');
  return `${hundredths < 0 ? '−' : ''}${units}${rest === '' ? '' : `,${rest}`}`;
};

export const PATTERNS: readonly Pattern[] = [...OVERVIEW, ...AREAS, ...LOSSES];
export const TABLE_PATTERNS = TABLES;
