/** Sentences of the reports about several units: results, strengths, shortcomings, measures by body, inspections. */
import { patternOf } from '../../../src/core/values/pattern';
import { figure, indexOf, partOf, published, ratingOf, sumOf, totalOf, type Loss } from './figures';
import {
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
  type Pattern,
  type Reading,
} from './check-lines';
import { lostBefore, lowAreas, reformLosses, shown } from './patterns';
import type { ToldItem, ToldUnit } from './told-district';

const plain = (text: string | null | undefined): string => (text ?? '').replace(/[.\s]+$/, '').toLocaleLowerCase('vi');
const parts = (text: string): number[] => text.split('/').map(figure);

/** The losses that the present part is about. */
const losses = (reading: Reading): Loss[] => reading.units.flatMap((unit) => reformLosses(reading, unit));

const RESULTS: readonly Pattern[] = [
  [
    /^- Tổng số điểm các tiêu chí, tiêu chí thành phần đơn vị tự chấm: ([\d,/]+) điểm\.$/,
    (reading, [, points = '']) => {
      const part = totalOf(reading.district.now, unitOf(reading), 'self');
      same(reading, 'self', parts(points), part && [part.points, part.max]);
    },
  ],
  [
    /^- Tổng số điểm .+ sau khi Hội đồng thẩm định(.*): ([\d,/]+) điểm \(/,
    (reading, [, onSite, points = '']) => {
      const unit = unitOf(reading);
      const part = totalOf(reading.district.now, unit);
      same(reading, 'points', parts(points), part && [part.points, part.max]);
      same(reading, 'on site', onSite !== '', reading.district.onSite.includes(unit.name));
    },
  ],
  [
    /^- Điểm (cộng|trừ) ngoài bộ tiêu chí: ([\d,]+) điểm\.$/,
    (reading, [, kind, points = '']) => {
      same(reading, 'extra', figure(points), kind === 'cộng' ? unitOf(reading).bonus : unitOf(reading).penalty);
      reading.seen.add(`${kind} ${unitOf(reading).name}`);
    },
  ],
  [
    /^- Chỉ số cải cách hành chính của đơn vị: ([\d,−]+); xếp loại (.+)\.$/,
    (reading, [, index = '', rating]) => {
      const told = published(indexOf(reading.district.now, unitOf(reading))) ?? NaN;
      same(reading, 'index', [index, rating], [shown(told), ratingOf(told)]);
      reading.seen.add(`index ${unitOf(reading).name}`);
    },
  ],
  [
    /^- Kết quả của đơn vị: chưa xác định: /,
    (reading) => {
      same(reading, 'unknown', isKnown(reading, unitOf(reading)), false);
      reading.seen.add(`index ${unitOf(reading).name}`);
    },
  ],
];

/** The units below the maximum at an item, and those that it applies to; null where a score is missing. */
function atItem(
  { district, units }: Reading,
  { code }: ToldItem,
): { all: ToldUnit[]; lost: ToldUnit[]; isKnown: boolean } {
  const known = units.map((unit) => [unit, partOf(district.now, unit, code)] as const);
  const all = known.filter(([, part]) => part !== null && part.max > 0).map(([unit]) => unit);
  const lost = known.filter(([, part]) => part !== null && part.points < part.max).map(([unit]) => unit);
  return { all, lost, isKnown: known.every(([, part]) => part !== null) };
}

const isFull = (reading: Reading, item: ToldItem): boolean => {
  const { all, lost, isKnown: known } = atItem(reading, item);
  return known && all.length > 0 && lost.length === 0;
};
const isNearlyFull = (reading: Reading, item: ToldItem): boolean => {
  const { all, lost, isKnown: known } = atItem(reading, item);
  return known && lost.length > 0 && all.length > 2 && (lost.length === 1 || lost.length * 5 <= all.length);
};

/** Items of an area that hold; of a criterion and its parts only the criterion. */
function topmost(reading: Reading, area: string, holds: (reading: Reading, item: ToldItem) => boolean): string[] {
  const chosen = reading.district.now.items.filter(
    (item) => item.area === area && !item.isSurvey && holds(reading, item),
  );
  return chosen.filter(({ parent }) => !chosen.some(({ code }) => code === parent)).map(({ code }) => code);
}

const STRENGTHS: readonly Pattern[] = [
  [
    patternOf([
      String.raw`^~ - (\d+)\. (.+?): (tất cả các đơn vị đều đạt|hầu hết các đơn vị đạt|đạt) điểm tối đ`,
      String.raw`a (?:(của lĩnh vực|đối với mọi tiêu chí)(?: \(còn (.+) chưa đạt\))?|đối với (\d+) (.+`,
      String.raw`?): (.+))\.$`,
    ]),
    (reading, [, area = '', , who = '', all = '', missing = '', count, , titles = '']) => {
      const holds = who.startsWith('hầu hết') ? isNearlyFull : isFull;
      const told = topmost(reading, area, holds);
      const printed = all === '' ? titles.split('; ') : [`${area}. `];
      same(reading, 'items', printed.map(codeIn), told);
      if (all === '') same(reading, 'count', Number(count), told.length);
      const gaps = all === '' ? printed.map((title) => /\(còn (.+) chưa đạt\)$/.exec(title)?.[1] ?? '') : [missing];
      if (holds === isNearlyFull)
        told.forEach((code, at) => {
          same(reading, 'who has not', namesIn(gaps[at] ?? ''), keysOf(atItem(reading, itemWith(reading, code)).lost));
        });
      reading.seen.add(`${holds === isFull ? 'full' : 'nearly'} ${area}`);
    },
  ],
  [
    /^~ Không có tiêu chí nào (?:mà tất cả các đơn vị đều )?đạt điểm tối đa\.$/,
    (reading) => {
      const full = reading.district.now.items.filter((item) => !item.isSurvey && isFull(reading, item));
      same(
        reading,
        'none in full',
        full.map(({ code }) => code),
        [],
      );
    },
  ],
];

/** Losses with the same cause, however it ends. */
const causedBy = (reading: Reading, cause: string): Loss[] =>
  losses(reading).filter(({ words }) => plain(words?.cause) === plain(cause));

const SHORTCOMINGS: readonly Pattern[] = [
  [
    patternOf([
      String.raw`^~ - (.+?)(?:: ((?:(?:xã|phường) [^:]+?)|tất cả các đơn vị))? \(((?:tiêu chí|lĩnh vực`,
      String.raw`) [^()]+); trừ ([\d,]+) điểm\)\.$`,
    ]),
    (reading, [, cause = '', names = '', codes = '', points = '']) => {
      const caused = causedBy(reading, cause);
      const units = reading.units.filter((unit) => caused.some((each) => each.unit === unit));
      same(reading, 'points', figure(points), sumOf(caused));
      same(reading, 'codes', codesIn(codes), codesOf(caused));
      if (names === '') same(reading, 'units', reading.units.length, 1);
      else if (names === 'tất cả các đơn vị') same(reading, 'all', units.length, reading.units.length);
      else same(reading, 'units', namesIn(names), keysOf(units));
      reading.seen.add(`cause ${plain(cause)}`);
    },
  ],
  [
    patternOf([
      String.raw`^~ - (Lĩnh vực|Tiêu chí|Tiêu chí thành phần) (\d[^:]*): (\d+)\/(\d+) đơn vị bị trừ đi`,
      String.raw`ểm(?: \((.+?)\)|(, riêng .+? đạt điểm tối đa))?(?:; năm 2023 (?:(?:đơn vị này|các đơn`,
      String.raw` vị này) )?cũng đã bị trừ điểm(?: \((.+)\))?)?\.$`,
    ]),
    (reading, [line = '', , title = '', lost, all, names = '', except = '', again = '']) => {
      const item = itemWith(reading, codeIn(title));
      const told = atItem(reading, item);
      same(reading, 'counts', [Number(lost), Number(all)], [told.lost.length, told.all.length]);
      if (names !== '') same(reading, 'units', namesIn(names), keysOf(told.lost));
      else if (except === '') same(reading, 'all', told.lost.length, reading.units.length);
      const recurring = told.lost.filter((unit) => lostBefore(reading, unit, item));
      if (again !== '') same(reading, 'again', namesIn(again), keysOf(recurring));
      else same(reading, 'again', line.includes('cũng đã') ? told.lost.length : 0, recurring.length);
      reading.seen.add(`item ${item.code}`);
    },
  ],
  [
    patternOf([
      String.raw`^~ - Ngoài ra, còn (\d+) (nguyên nhân|tiêu chí|tiêu chí thành phần|tiêu chí, tiêu chí`,
      String.raw` thành phần|lĩnh vực) khác .*ở (.+)\.$`,
    ]),
    (reading, [, count, what, where = '']) => {
      if (what === 'nguyên nhân') return;
      const open = losses(reading).filter(
        ({ words, item }) => (words?.cause ?? null) === null && !reading.seen.has(`item ${item.code}`),
      );
      same(reading, 'others', Number(count), codesOf(open).length);
      const units = new Set(open.map(({ unit }) => unit));
      const [only] = units;
      same(reading, 'where', nameKey(where), units.size === 1 && only ? nameKey(only.name) : 'một số đơn vị');
    },
  ],
  [
    /^~ Không có tiêu chí, tiêu chí thành phần nào mà quá nửa số đơn vị bị trừ điểm\.$/,
    (reading) => {
      const frequent = reading.district.now.items.filter((item) => {
        const { all, lost } = atItem(reading, item);
        return item.isLeaf && !item.isSurvey && lost.length * 2 > all.length;
      });
      same(
        reading,
        'frequent',
        frequent.map(({ code }) => code),
        [],
      );
    },
  ],
  [
    /^~ Không có tiêu chí, tiêu chí thành phần nào bị trừ điểm\.$|^Không có tiêu chí nào bị trừ điểm\.$/,
    (reading) => {
      const low = reading.code === 'R4' ? lowAreas(reading).map(({ code }) => code) : [];
      same(reading, 'no loss', losses(reading).filter(({ item }) => !low.includes(item.area)).length, 0);
    },
  ],
  [
    /^~ (.+?) bị trừ điểm tại (\d+) (.+?):$/,
    (reading, [, , count]) => {
      same(reading, 'lost at', Number(count), losses(reading).length);
    },
  ],
  [
    patternOf([
      String.raw`^~ - (Tiêu chí thành phần|Tiêu chí|Lĩnh vực) (.+?) \(trừ ([\d,]+) điểm\)(?:: (.+?))?(`,
      String.raw`; năm 2023 cũng đã bị trừ điểm)?\.$`,
    ]),
    (reading, [, , title = '', points = '', cause = '', again = '']) => {
      const loss = losses(reading).find(({ item }) => item.code === codeIn(title));
      if (!loss) throw new RangeError('no loss');
      same(reading, 'lost', figure(points), loss.points);
      same(reading, 'cause', plain(cause), plain(loss.words?.cause));
      same(reading, 'again', again !== '', lostBefore(reading, loss.unit, loss.item));
      reading.seen.add(`item ${loss.item.code}`);
    },
  ],
];

const dutiesOf = (reading: Reading): Loss[] => {
  const isCouncils = ['R1', 'R5'].includes(reading.code);
  return losses(reading).filter(({ words, unit }) => {
    const body = words?.body ?? (isCouncils ? unit.name : null);
    return reading.body === null ? body === null : body !== null && nameKey(body) === reading.body;
  });
};

const MEASURES: readonly Pattern[] = [
  [
    /^\d+\) (.+?)(?: \(((?:xã|phường|cả) .+)\))?$/,
    (reading, [, body = '', names = '']) => {
      reading.body = body.startsWith('[…') ? null : nameKey(body);
      const duties = dutiesOf(reading);
      const units = [...new Set(duties.map(({ unit }) => unit))];
      const all = /^cả (\d+) đơn vị$/.exec(names)?.[1];
      if (all !== undefined) same(reading, 'where', [Number(all), units.length], Array(2).fill(reading.units.length));
      else if (names !== '') same(reading, 'where', namesIn(names), keysOf(units));
      reading.seen.add(`body ${reading.body ?? ''}`);
    },
  ],
  [
    /^- Chịu trách nhiệm khắc phục nội dung bị trừ điểm tại (.+); tổng điểm bị trừ: ([\d,]+) điểm\.$/,
    (reading, [, codes = '', points = '']) => {
      const duties = dutiesOf(reading);
      same(reading, 'codes', codesIn(codes), codesOf(duties));
      same(reading, 'points', figure(points), sumOf(duties));
    },
  ],
  [
    /^~ - Khắc phục các tồn tại: (.+)\.$/,
    (reading, [, text = '']) => {
      const open = dutiesOf(reading).filter(({ words }) => words?.remedy === null && words.cause !== null);
      same(
        reading,
        'codes',
        [
          ...new Set(
            [...text.matchAll(/\(((?:tiêu chí|lĩnh vực) [^()]+)\)/g)].flatMap(([, codes = '']) => codesIn(codes)),
          ),
        ].sort(),
        codesOf(open),
      );
      for (const { words } of open)
        same(reading, 'cause', text.toLocaleLowerCase('vi').includes(plain(words?.cause)), true);
    },
  ],
  [
    /^- \[…giải pháp đối với (.+)…\]$/,
    (reading, [, codes = '']) => {
      const open = dutiesOf(reading).filter(
        ({ words }) => (words?.remedy ?? null) === null && (reading.body === null || (words?.cause ?? null) === null),
      );
      same(reading, 'codes', codesIn(codes), codesOf(open));
    },
  ],
  [
    /^- Thực hiện giải pháp khắc phục đã nêu đối với ((?:tiêu chí|lĩnh vực) [\d., ]+?)(?:; thời hạn: (.+))?\.$/,
    (reading, [, codes = '', dues = '']) => {
      const typed = dutiesOf(reading).filter(({ words }) => (words?.remedy ?? null) !== null);
      same(reading, 'codes', codesIn(codes), codesOf(typed));
      for (const { words } of typed) if (words?.due) same(reading, 'due', dues.includes(words.due), true);
    },
  ],
  [
    /^- (.+?) \(((?:tiêu chí|lĩnh vực) [\d., ]+)(?:; thời hạn: (.+?))?(?:; tình trạng: (.+?))?\)\.$/,
    (reading, [, remedy, codes = '', due = '', status = '']) => {
      const meant = dutiesOf(reading).filter(
        ({ words }) => words?.remedy === remedy && (words?.due ?? '') === due && plain(words?.status) === plain(status),
      );
      same(reading, 'codes', codesIn(codes), codesOf(meant));
      reading.seen.add(`measure ${reading.body ?? ''} ${remedy} ${due} ${status}`);
    },
  ],
];

const kindsText = (names: readonly string[]): string[] =>
  ['xã', 'phường'].flatMap((kind) => {
    const number = names.filter((name) => nameKey(name).startsWith(`${kind} `)).length;
    return number === 0 ? [] : [`${String(number).padStart(2, '0')} ${kind}`];
  });

const INSPECTIONS: readonly Pattern[] = [
  [
    patternOf([
      String.raw`^(?:Năm 2024, đã|- Kiểm tra (trực tiếp|qua báo cáo):) ?(?:kiểm tra )?(?:(\d+) đơn vị(`,
      String.raw`?: \((.+?)\))?(?:, trong đó:|, gồm (.+)\.)|không có đơn vị nào\.)$`,
    ]),
    (reading, [line = '', how = '', count = '0', kinds = '', names = '']) => {
      const { onSite, byReport } = reading.district;
      const told = how === '' ? [...onSite, ...byReport] : how === 'trực tiếp' ? onSite : byReport;
      same(reading, 'count', Number(count || 0), told.length);
      const kindsTold = kindsText(told);
      same(reading, 'kinds', kinds, kindsTold.length < 2 ? '' : kindsTold.join(' và '));
      if (how !== '' && !line.includes('không có')) same(reading, 'names', namesIn(names), told.map(nameKey).sort());
    },
  ],
  [
    /^- (Lĩnh vực|Tiêu chí|Tiêu chí thành phần) (\d[^:(]*?)(?:: (.+)| \(trừ ([\d,]+) điểm\)(?:: (.+))?)\.$/,
    (reading, [, , title = '', text = '', alone = '']) => {
      const code = codeIn(title);
      const told = losses(reading).filter(({ item }) => item.code === code);
      const printed = [...text.matchAll(/UBND ((?:xã|phường) [^(;:,]+?) \(trừ ([\d,]+) điểm/g)].map(
        ([, name = '', points = '']) => `${nameKey(name)} ${points}`,
      );
      const expected = told.map(({ unit, points }) => `${nameKey(unit.name)} ${shown(points)}`);
      same(
        reading,
        'found',
        alone === '' ? printed.sort() : [alone],
        alone === '' ? expected.sort() : told.map(({ points }) => shown(points)),
      );
      for (const { words } of told)
        if (words?.cause)
          same(reading, 'cause', reading.line.toLocaleLowerCase('vi').includes(plain(words.cause)), true);
      reading.seen.add(`found ${reading.heading} ${code}`);
    },
  ],
  [
    patternOf([
      String.raw`^(.+?) có (\d+) nội dung bị trừ điểm phải khắc phục(?:, trong đó: (.+?)|, chưa ghi tì`,
      String.raw`nh trạng khắc phục)? \(có phụ lục kèm theo\)\.$`,
    ]),
    (reading, [, who = '', count, statuses = '']) => {
      const told = losses(reading);
      const units = [...new Set(told.map(({ unit }) => unit))];
      same(reading, 'who', nameKey(who), units.length === 1 ? keysOf(units)[0] : 'các đơn vị');
      same(reading, 'count', Number(count), told.length);
      const counts = Object.fromEntries(
        [...statuses.matchAll(/(\d+) nội dung ([^;]+)/g)].map(([, number, status = '']) => [status, Number(number)]),
      );
      const expected: Record<string, number> = {};
      for (const { words } of told) {
        const status = words?.status?.toLocaleLowerCase('vi') ?? 'chưa ghi tình trạng';
        expected[status] = (expected[status] ?? 0) + 1;
      }
      if (statuses !== '') same(reading, 'statuses', Object.entries(counts).sort(), Object.entries(expected).sort());
      else same(reading, 'statuses', told.filter(({ words }) => words?.status).length, 0);
    },
  ],
  [
    /^- UBND (.+?): chưa xác định được đầy đủ: /,
    (reading, [, name = '']) => {
      const unit = reading.units.find((each) => nameKey(each.name) === nameKey(name));
      same(reading, 'unknown', unit !== undefined && !isKnown(reading, unit), true);
    },
  ],
  [
    /^Không có nội dung nào phải khắc phục\.$/,
    (reading) => {
      same(reading, 'nothing', losses(reading).length, 0);
    },
  ],
];

export const COUNCIL_PATTERNS: readonly Pattern[] = [
  ...RESULTS,
  ...STRENGTHS,
  ...SHORTCOMINGS,
  ...MEASURES,
  ...INSPECTIONS,
];
