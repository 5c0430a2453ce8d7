/**
 * A province that collects files: one empty bảng tổng hợp, a workbook from every commune in its own layout, some
 * damaged in known ways, and the expected content of each cell of the table.
 */
import type { CellValue, Grid } from '../../src/core/model/workbook/grid';
import { gridOf } from './grid';
import { criterionName, unitNames } from './generate/names';
import { randomOf, type Random } from './generate/random';

interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  /** In hundredths. */
  readonly max: number;
}

export type Damage =
  | 'none'
  /** The sheet has another name; this is not a fault. */
  | 'renamed sheet'
  /** The columns are in another order; this is not a fault. */
  | 'moved columns'
  /** One item has another maximum in this unit's version of the set. */
  | 'other maximum'
  /** One item is a different criterion with the same code. */
  | 'other name'
  /** A second file has another score for one item. */
  | 'sent twice'
  /** One letter of the unit's name is wrong. */
  | 'misspelt'
  /** The row of one item is missing. */
  | 'row deleted'
  /** No cell names the unit, but the file name does. */
  | 'named by its file'
  /** Scores are texts, with a comma or a point; this is not a fault. */
  | 'numbers as text'
  /** One merged cell holds the scores of an item and of the next one. */
  | 'merged scores'
  /** Before the sheet that counts there is another one with another score for one item. */
  | 'draft beside'
  /** The sheet names another commune, the file its own one. */
  | "neighbour's name"
  /** An item that is not in the set is before another one, whose code moves on. */
  | 'row added'
  /** The title states another year. */
  | 'other year'
  /** Only areas and criteria have points. */
  | 'totals only'
  /** The file is not a workbook and has no sheets. */
  | 'no workbook'
  | 'not sent';
export const DAMAGES: readonly Damage[] = [
  'renamed sheet',
  'moved columns',
  'other maximum',
  'other name',
  'sent twice',
  'misspelt',
  'row deleted',
  'named by its file',
  'numbers as text',
  'merged scores',
  'draft beside',
  "neighbour's name",
  'row added',
  'other year',
  'totals only',
  'no workbook',
  'not sent',
];

export interface SentWorkbook {
  readonly file: string;
  readonly sheets: readonly Grid[];
}

export interface Commune {
  readonly name: string;
  readonly damage: Damage;
  /** Position of the damaged item; −1 if there is none. */
  readonly item: number;
  readonly files: readonly SentWorkbook[];
  /** In hundredths, by scored item. */
  readonly scores: readonly number[];
}

export interface Province {
  readonly into: Grid;
  readonly communes: readonly Commune[];
  /** Code and row of each scored item in `into`, counted from 0. */
  readonly items: readonly { readonly code: string; readonly row: number }[];
  /** Column of the self-score of each commune in `into`. */
  readonly columns: readonly number[];
}

const points = (hundredths: number): number => hundredths / 100;

/** `share` is the share of damaged communes. */
export function provinceOf(seed: number, count: number, { areas = 5, share = 0.05 } = {}): Province {
  const random = randomOf(seed);
  const set = criteriaSet(random, areas);
  const scored = set.filter(({ level }) => level === 2);
  const names = uniqueNames(random, count);
  const communes = names.map((name, position): Commune => {
    const scores = scored.map(({ max }) => (random.chance(0.75) ? max : random.below(max / 25) * 25));
    const damage = random.chance(share) ? random.pick(DAMAGES) : 'none';
    // An item with a next item in the same criterion.
    const item = damage === 'merged scores' || damage === 'row added' ? 0 : random.below(scored.length);
    const neighbour = names[(position + 1) % names.length] ?? '';
    return {
      name,
      damage,
      item,
      scores,
      files: filesOf(random, { set, name, neighbour, scores, damage, item, position }),
    };
  });
  const head = [
    ['BẢNG TỔNG HỢP KẾT QUẢ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CẤP XÃ NĂM 2025'],
    [],
    ['STT', 'Lĩnh vực/Tiêu chí', 'Điểm tối đa', ...names.flatMap((name) => [name, null])],
    [null, null, null, ...names.flatMap(() => ['Tự chấm', 'Thẩm định'])],
  ];
  const rows = set.map(({ code, name, max }) => [code, name, points(max)]);
  const merges = names.map((_, at) => `${letters(3 + 2 * at)}3:${letters(4 + 2 * at)}3`);
  return {
    into: gridOf([...head, ...rows], { sheet: 'Bảng tổng hợp', merges }),
    communes,
    items: set.flatMap(({ code, level }, at) => (level === 2 ? [{ code, row: head.length + at }] : [])),
    columns: names.map((_, at) => 3 + 2 * at),
  };
}

function criteriaSet(random: Random, areas: number): Criterion[] {
  const set: Criterion[] = [];
  const used = new Set<string>();
  const nameOf = (code: string): string => {
    for (;;) {
      const name = criterionName(random);
      if (!used.has(name)) {
        used.add(name);
        return name;
      }
      if (used.size > 60) return `${name} theo kế hoạch số ${code}`;
    }
  };
  for (let area = 1; area <= areas; area++) {
    const own: Criterion[] = [];
    for (let criterion = 1; criterion <= random.between(3, 6); criterion++) {
      const code = `${String(area)}.${String(criterion)}`;
      const parts = Array.from({ length: random.between(2, 5) }, (_, at): Criterion => {
        const part = `${code}.${String(at + 1)}`;
        return { code: part, name: nameOf(part), level: 2, max: random.between(2, 8) * 25 };
      });
      own.push({ code, name: nameOf(code), level: 1, max: total(parts) }, ...parts);
    }
    const max = total(own.filter(({ level }) => level === 1));
    set.push({ code: String(area), name: `LĨNH VỰC SỐ ${String(area)}`, level: 0, max }, ...own);
  }
  return set;
}

const total = (parts: readonly Criterion[]): number => parts.reduce((all, { max }) => all + max, 0);

function uniqueNames(random: Random, count: number): string[] {
  const names = new Map<string, string>();
  for (let round = 0; names.size < count; round++)
    for (const name of unitNames(random, Math.min(8, count), 'communes')) {
      const numbered = round < 3 ? name : `${name} ${String(round)}`;
      // «UBND xã A» and «Xã A» are the same name.
      const key = numbered.toLowerCase().replace('ubnd ', '');
      if (names.size < count && !names.has(key)) names.set(key, numbered);
    }
  return [...names.values()];
}

interface Sending {
  readonly set: readonly Criterion[];
  readonly name: string;
  readonly neighbour: string;
  readonly scores: readonly number[];
  readonly damage: Damage;
  readonly item: number;
  readonly position: number;
}

function filesOf(random: Random, sending: Sending): SentWorkbook[] {
  const { name, damage, item, scores, position } = sending;
  const file = `${String(position + 1).padStart(3, '0')} ${name}.xlsx`;
  if (damage === 'not sent') return [];
  if (damage === 'no workbook') return [{ file, sheets: [] }];
  const again = scores.map((score, at) => (at === item ? (score === 0 ? 25 : score - 25) : score));
  if (damage === 'draft beside') {
    const sheets = [again, scores].flatMap((each) => sentSheets(random, { ...sending, scores: each }));
    return [{ file, sheets: sheets.map((sheet, at) => ({ ...sheet, sheet: at === 0 ? 'Nháp' : 'Chính thức' })) }];
  }
  const first = { file, sheets: sentSheets(random, sending) };
  if (damage !== 'sent twice') return [first];
  return [
    first,
    { file: file.replace('.xlsx', ' sửa.xlsx'), sheets: sentSheets(random, { ...sending, scores: again }) },
  ];
}

/** `areas` has a sheet for each area. */
const LAYOUTS = ['codes', 'lists', 'letterhead', 'areas'] as const;

/** Damages that concern the whole layout use the plainest one. */
const PLAIN: ReadonlySet<Damage> = new Set(['named by its file', 'draft beside', 'merged scores', "neighbour's name"]);

function sentSheets(random: Random, sending: Sending): Grid[] {
  const { name, neighbour, damage, item } = sending;
  const lines = linesOf(sending);
  const unit = damage === 'misspelt' ? misspelt(name) : damage === "neighbour's name" ? neighbour : name;
  const picked = random.pick(LAYOUTS);
  const layout = PLAIN.has(damage) ? 'codes' : picked;
  const year = damage === 'other year' ? 2024 : 2025;
  const heads: Record<(typeof LAYOUTS)[number], CellValue[][]> = {
    codes: [
      [`PHIẾU TỰ CHẤM ĐIỂM CHỈ SỐ CCHC NĂM ${String(year)}`],
      damage === 'named by its file' ? [] : [`Đơn vị: ${unit}`],
    ],
    lists: [[`BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CCHC NĂM ${String(year)} CỦA ${unit.toUpperCase()}`], []],
    letterhead: [
      [`UBND ${unit}`, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      [],
      [`BẢNG TỰ CHẤM ĐIỂM NĂM ${String(year)}`],
      [`Đơn vị: ${unit}`],
    ],
    areas: [[`PHIẾU TỰ CHẤM ĐIỂM CHỈ SỐ CCHC NĂM ${String(year)}`], [`Đơn vị: ${unit}`]],
  };
  const order = damage === 'moved columns' ? [0, 1, 4, 2, 3] : [0, 1, 2, 3, 4];
  const row = (cells: readonly CellValue[]): CellValue[] => order.map((each) => cells[each] ?? null);
  const sheet = damage === 'renamed sheet' ? 'Sheet1' : 'Tự chấm';
  const typed = (score: number, row: number): CellValue =>
    damage === 'numbers as text' ? String(points(score)).replace('.', row % 2 === 0 ? ',' : '.') : points(score);
  const tableOf = (part: typeof lines, name: string): Grid => {
    const head = heads[layout];
    const merged = part.findIndex((_, at) => part.slice(0, at + 1).filter(({ level }) => level === 2).length > item);
    const top = head.length + 2 + merged;
    return gridOf(
      [
        ...head,
        row(['STT', 'Lĩnh vực/Tiêu chí', 'Điểm tối đa', 'Điểm tự chấm', 'Giải trình']),
        ...part.map(({ code, name: title, max, score, level }, at) =>
          row([
            code,
            title,
            points(max),
            isLeftBlank(damage, level, at - merged) ? null : typed(score, at),
            level === 2 && score < max && damage !== 'totals only' ? 'Chưa thực hiện xong' : null,
          ]),
        ),
      ],
      { sheet: name, ...(damage === 'merged scores' ? { merges: [`D${String(top)}:D${String(top + 1)}`] } : {}) },
    );
  };
  if (layout !== 'areas') return [tableOf(lines, sheet)];
  const areas = lines.filter(({ level }) => level === 0).map(({ code }) => code);
  return areas.map((area) =>
    tableOf(
      lines.filter(({ code }) => code === area || code.startsWith(`${area}.`)),
      `${sheet} LV${area}`,
    ),
  );
}

const isLeftBlank = (damage: Damage, level: number, behindItem: number): boolean =>
  (damage === 'totals only' && level === 2) || (damage === 'merged scores' && behindItem === 1);

type Line = Criterion & { readonly score: number };

/** The set as in the unit's file, with sums. */
function linesOf({ set, scores, damage, item }: Sending): Line[] {
  let at = -1;
  const changed = set.flatMap((criterion): (Criterion & { readonly score: number | null })[] => {
    if (criterion.level !== 2) return [{ ...criterion, score: null }];
    at += 1;
    const own = { ...criterion, score: scores[at] ?? 0 };
    if (at !== item) return [own];
    if (damage === 'other maximum') return [{ ...own, max: criterion.max + 50 }];
    if (damage === 'other name') return [{ ...own, name: 'Xây dựng nhà văn hóa thôn, tổ dân phố' }];
    if (damage === 'row deleted') return [];
    if (damage !== 'row added') return [own];
    return [
      { ...own, name: 'Xây dựng nhà văn hóa thôn, tổ dân phố', max: 50, score: 25 },
      { ...own, code: `${criterion.code.slice(0, -1)}9` },
    ];
  });
  return summed(changed);
}

/** Criteria and areas are the sums of their children. */
function summed(set: readonly (Criterion & { readonly score: number | null })[]): Line[] {
  return set.map((criterion) => {
    if (criterion.score !== null) return { ...criterion, score: criterion.score };
    const parts = set.filter(({ code, level }) => level === 2 && code.startsWith(`${criterion.code}.`));
    return { ...criterion, max: total(parts), score: parts.reduce((all, { score }) => all + (score ?? 0), 0) };
  });
}

/** Replaces the last letter. */
const misspelt = (name: string): string => `${name.slice(0, -1)}${name.endsWith('x') ? 'v' : 'x'}`;

function letters(column: number): string {
  const first = Math.floor(column / 26) - 1;
  const last = String.fromCharCode(65 + (column % 26));
  return first < 0 ? last : `${letters(first)}${last}`;
}
