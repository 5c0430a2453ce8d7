/**
 * Randomly generated clean bảng tổng hợp in several families: every stated number follows from the scores, computed
 * here in whole hundredths and independently of the program. Each number records its kind, so that mistakes can be made
 * on purpose.
 */
import type { Chance } from './random';

export type CellKind =
  | 'score'
  | 'self'
  | 'subtotal'
  | 'self-subtotal'
  | 'loss'
  | 'area-loss'
  | 'max'
  | 'area-max'
  | 'total'
  | 'percent'
  | 'change'
  | 'index'
  | 'rating'
  | 'rank'
  | 'again';

export interface NumberCell {
  /** Position of its sheet in the workbook. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  /** In hundredths; a rank as it is, a rating as its position in `RATINGS`. */
  readonly value: number;
  /** Position of the unit; −1 for a common maximum. */
  readonly unit: number;
  /** Maximum of a score, or denominator of an index, in hundredths. */
  readonly max: number | null;
  /** `idOf` of the sums that are computed from this cell, lowest level first. */
  readonly above: readonly string[];
  /** Second number of «6,46/10», in hundredths. */
  readonly of?: number;
}

export type Rows = (string | number | null)[][];

export interface CleanBook {
  readonly family: Family;
  readonly sheets: readonly { readonly name: string; readonly rows: Rows }[];
  readonly cells: readonly NumberCell[];
}

export const FAMILIES = [
  'one-unit',
  'columns',
  'columns-of-three',
  'rows',
  'out-of',
  'summary',
  'years',
  'losses',
] as const;
export type Family = (typeof FAMILIES)[number];

export interface Node {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly children: Node[];
  max: number;
}

const NAMES = [
  'Chỉ đạo điều hành',
  'Cải cách thể chế',
  'Thủ tục hành chính',
  'Tổ chức bộ máy',
  'Chế độ công vụ',
  'Tài chính công',
  'Chính quyền số',
];
export const UNITS = [
  'An Bình',
  'Bình Minh',
  'Cẩm Sơn',
  'Đông Hà',
  'Gia Lộc',
  'Hòa Thạch',
  'Kim Liên',
  'Long Phú',
  'Mỹ Hưng',
  'Ninh Sơn',
  'Phú Lâm',
  'Quang Trung',
];
const MAIN = 'Bảng tổng hợp';
const LEAF_MAXIMA = [50, 50, 100, 100, 100, 150, 200, 200, 300];

export const number = (hundredths: number): number => hundredths / 100;
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** A percentage in hundredths, half-up. */
export const quotient = (part: number, whole: number): number => Math.floor((part * 20000 + whole) / (2 * whole));
export const RATINGS = ['Xuất sắc', 'Tốt', 'Khá', 'Trung bình', 'Yếu'] as const;
const ratingOf = (index: number): number =>
  index >= 9000 ? 0 : index >= 8000 ? 1 : index >= 7000 ? 2 : index >= 5000 ? 3 : 4;

export function tree(luck: Chance, isDeep: boolean): Node[] {
  const build = (code: string, level: number, children: number): Node => {
    const node: Node = {
      code,
      name: level === 0 ? (NAMES[Number(code) - 1] ?? code).toUpperCase() : `Nội dung ${code}`,
      level,
      children: [],
      max: 0,
    };
    for (let place = 1; place <= children; place++)
      node.children.push(
        build(`${code}.${place}`, level + 1, level === 0 && isDeep && luck.is(0.5) ? 2 + luck.below(3) : 0),
      );
    node.max = children === 0 ? luck.of(LEAF_MAXIMA) : sum(node.children.map(({ max }) => max));
    return node;
  };
  return Array.from({ length: 4 + luck.below(4) }, (_, place) => build(`${place + 1}`, 0, 2 + luck.below(4)));
}

export const flat = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...flat(node.children)]);

/** Points of every node for one unit; null if it does not apply. */
export function scored(
  luck: Chance,
  nodes: readonly Node[],
  share: number,
  canSkip: boolean,
): Map<Node, number | null> {
  const points = new Map<Node, number | null>();
  const visit = (node: Node): number | null => {
    if (node.children.length > 0) {
      const below = node.children.map(visit);
      const own = below.every((each) => each === null) ? null : sum(below.map((each) => each ?? 0));
      points.set(node, own);
      return own;
    }
    const isSkipped = canSkip && luck.is(0.03);
    const own = isSkipped
      ? null
      : luck.is(share)
        ? node.max
        : luck.is(0.12)
          ? luck.below(node.max + 1)
          : Math.floor(luck.below(node.max / 25 + 1) * 25);
    points.set(node, own);
    return own;
  };
  nodes.forEach(visit);
  return points;
}

const applies = (node: Node, points: ReadonlyMap<Node, number | null>): number =>
  node.children.length > 0
    ? sum(node.children.map((child) => applies(child, points)))
    : points.get(node) === null
      ? 0
      : node.max;

export interface Board {
  readonly rows: Rows;
  readonly cells: NumberCell[];
  readonly put: (row: number, column: number, value: string | number | null) => void;
  readonly state: (
    row: number,
    column: number,
    cell: Omit<NumberCell, 'sheet' | 'row' | 'column' | 'max'> & { max?: number },
  ) => void;
}

export function board(sheet = 0): Board {
  const rows: Rows = [];
  const cells: NumberCell[] = [];
  const put = (row: number, column: number, value: string | number | null): void => {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = value;
  };
  return {
    rows,
    cells,
    put,
    state: (row, column, cell) => {
      put(row, column, written(cell));
      cells.push({ max: null, ...cell, sheet, row, column });
    },
  };
}

/** Content of the cell: a number, «6,46/10», a rank, a rating in words. */
export function written({
  kind,
  value,
  of,
}: Pick<NumberCell, 'kind' | 'value'> & { readonly of?: number | undefined }): string | number {
  if (kind === 'rating') return RATINGS[value] ?? '';
  if (kind === 'rank') return value;
  return of === undefined ? number(value) : `${comma(value)}/${comma(of)}`;
}
export const idOf = (row: number, column: number, sheet = 0): string => `${sheet}:${row},${column}`;

export function itemsAsRows(luck: Chance, family: Family): CleanBook {
  const { rows, cells, put, state } = board();
  const areas = tree(luck, true);
  const nodes = flat(areas);
  const hasCode = 0;
  const units = family === 'one-unit' ? 1 : 3 + luck.below(8);
  const hasSelf = family === 'columns-of-three' || (family === 'one-unit' && luck.is(0.5));
  const hasLoss = family === 'columns-of-three' || (family === 'one-unit' && luck.is(0.6));
  const statesParents = luck.is(0.85);
  const width = 1 + (hasSelf ? 1 : 0) + (hasLoss ? 1 : 0);
  put(0, 0, 'BẢNG TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025');
  if (family === 'one-unit') put(1, 0, `Đơn vị: UBND xã ${luck.of(UNITS)}`);
  const head = 3;
  const isTall = family === 'columns-of-three';
  const top = head + (isTall ? 2 : 1);
  put(head, hasCode, 'STT');
  put(head, 1, 'Tiêu chí, tiêu chí thành phần');
  put(head, 2, 'Điểm tối đa');
  const lastRow = top + nodes.length;
  nodes.forEach((node, place) => {
    put(top + place, 0, node.code);
    put(top + place, 1, node.name);
    const isLeaf = node.children.length === 0;
    state(top + place, 2, { kind: isLeaf ? 'max' : 'area-max', value: node.max, unit: -1, above: [] });
  });
  put(lastRow, 1, 'Tổng điểm');
  state(lastRow, 2, { kind: 'area-max', value: sum(areas.map(({ max }) => max)), unit: -1, above: [] });
  put(lastRow + 1, 1, 'Chỉ số CCHC (%)');
  put(lastRow + 2, 1, 'Xếp loại');
  const indices: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    const column = 3 + unit * width;
    const points = scored(luck, areas, 0.55 + luck.below(35) / 100, units > 1);
    const selfs = new Map([...points].map(([node, own]) => [node, own]));
    if (hasSelf) raise(luck, areas, points, selfs);
    const own = column + (hasSelf ? 1 : 0);
    const lost = own + 1;
    if (isTall) put(head, column, `UBND xã ${UNITS[unit] ?? unit}`);
    const captions = [...(hasSelf ? ['Tự chấm'] : []), 'Thẩm định', ...(hasLoss ? ['Bị trừ'] : [])];
    if (isTall || units === 1)
      captions.forEach((caption, place) =>
        put(
          isTall ? head + 1 : head,
          column + place,
          caption === 'Thẩm định' && units === 1
            ? 'Điểm thẩm định'
            : units === 1
              ? `Điểm ${caption.toLowerCase()}`
              : caption,
        ),
      );
    else put(head, column, `UBND xã ${UNITS[unit] ?? unit}`);
    const rowOf = new Map(nodes.map((node, place) => [node, top + place]));
    const chain = (node: Node, at: number): string[] => {
      const above: string[] = [];
      for (const each of nodes)
        if (each !== node && node.code.startsWith(`${each.code}.`)) above.unshift(idOf(rowOf.get(each) ?? 0, at));
      return [...(statesParents ? above : []), idOf(lastRow, at), idOf(lastRow + 1, at)];
    };
    for (const node of nodes) {
      const row = rowOf.get(node) ?? 0;
      const value = points.get(node) ?? null;
      const isLeaf = node.children.length === 0;
      if (value === null) {
        put(row, own, 'KĐG');
        if (hasSelf) put(row, column, 'KĐG');
        continue;
      }
      if (isLeaf || statesParents) {
        state(row, own, { kind: isLeaf ? 'score' : 'subtotal', value, unit, max: node.max, above: chain(node, own) });
        if (hasSelf)
          state(row, column, {
            kind: isLeaf ? 'self' : 'self-subtotal',
            value: selfs.get(node) ?? 0,
            unit,
            max: node.max,
            above: chain(node, column).slice(0, -1),
          });
      }
      const loss = applies(node, points) - value;
      if (hasLoss && loss > 0) state(row, lost, { kind: isLeaf ? 'loss' : 'area-loss', value: loss, unit, above: [] });
    }
    const total = sum(areas.map((area) => points.get(area) ?? 0));
    const whole = sum(areas.map((area) => applies(area, points)));
    const index = quotient(total, whole);
    indices.push(index);
    state(lastRow, own, { kind: 'total', value: total, unit, above: [idOf(lastRow + 1, own)] });
    state(lastRow + 1, own, { kind: 'index', value: index, unit, max: whole, above: [] });
    state(lastRow + 2, own, { kind: 'rating', value: ratingOf(index), unit, above: [] });
  }
  return { family, sheets: [{ name: MAIN, rows }], cells };
}

/** Gives some units self-scores above their appraised scores. */
function raise(
  luck: Chance,
  areas: readonly Node[],
  points: ReadonlyMap<Node, number | null>,
  selfs: Map<Node, number | null>,
): void {
  const visit = (node: Node): number | null => {
    if (node.children.length > 0) {
      const below = node.children.map(visit);
      const own = points.get(node) === null ? null : sum(below.map((each) => each ?? 0));
      selfs.set(node, own);
      return own;
    }
    const own = points.get(node) ?? null;
    const claimed = own === null ? null : luck.is(0.4) ? node.max : own;
    selfs.set(node, claimed);
    return claimed;
  };
  areas.forEach(visit);
}

export function unitsAsRows(luck: Chance): CleanBook {
  const { rows, cells, put, state } = board();
  const areas = tree(luck, false);
  const count = 4 + luck.below(9);
  const last = 2 + areas.length;
  put(0, 0, 'BẢNG TỔNG HỢP KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025');
  ['STT', 'Đơn vị', ...areas.map(({ name }) => name), 'Tổng điểm', 'Chỉ số (%)', 'Xếp loại', 'Xếp hạng'].forEach(
    (text, column) => put(3, column, text),
  );
  put(4, 1, 'Điểm tối đa');
  areas.forEach((area, place) => state(4, 2 + place, { kind: 'max', value: area.max, unit: -1, above: [] }));
  const whole = sum(areas.map(({ max }) => max));
  state(4, last, { kind: 'area-max', value: whole, unit: -1, above: [] });
  const totals = Array.from({ length: count }, (_, unit) => {
    const row = 5 + unit;
    put(row, 0, unit + 1);
    put(row, 1, `UBND xã ${UNITS[unit] ?? unit}`);
    const values = areas.map((area) => Math.floor(area.max * (0.55 + luck.below(46) / 100)));
    values.forEach((value, place) =>
      state(row, 2 + place, {
        kind: 'score',
        value,
        unit,
        max: areas[place]?.max ?? 0,
        above: [idOf(row, last), idOf(row, last + 1)],
      }),
    );
    const total = sum(values);
    state(row, last, { kind: 'total', value: total, unit, above: [idOf(row, last + 1)] });
    const index = quotient(total, whole);
    state(row, last + 1, { kind: 'index', value: index, unit, max: whole, above: [] });
    state(row, last + 2, { kind: 'rating', value: ratingOf(index), unit, above: [] });
    return total;
  });
  totals.forEach((total, unit) => {
    const rank = 1 + new Set(totals.filter((other) => other > total)).size;
    state(5 + unit, last + 3, { kind: 'rank', value: rank, unit, above: [] });
  });
  return { family: 'rows', sheets: [{ name: MAIN, rows }], cells };
}

/** A table of totals with «83,5/97 | 75,42/94 | 80,23 | Tốt». */
export function outOf(luck: Chance): CleanBook {
  const { rows, cells, put, state } = board();
  const count = 4 + luck.below(9);
  put(0, 0, 'BẢNG TỔNG HỢP KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025');
  ['STT', 'Đơn vị', 'Điểm thẩm định', 'Chỉ số (%)', 'Xếp loại'].forEach((text, column) => put(3, column, text));
  for (let unit = 0; unit < count; unit++) {
    const row = 4 + unit;
    const whole = (88 + luck.below(13)) * 100;
    const total = Math.floor(whole * (0.6 + luck.below(38) / 100)) + luck.below(40);
    put(row, 0, unit + 1);
    put(row, 1, `UBND xã ${UNITS[unit] ?? unit}`);
    state(row, 2, { kind: 'total', value: total, unit, above: [idOf(row, 3)], of: whole });
    const index = quotient(total, whole);
    state(row, 3, { kind: 'index', value: index, unit, max: whole, above: [] });
    state(row, 4, { kind: 'rating', value: ratingOf(index), unit, above: [] });
  }
  return { family: 'out-of', sheets: [{ name: MAIN, rows }], cells };
}

const comma = (hundredths: number): string => String(number(hundredths)).replace('.', ',');
