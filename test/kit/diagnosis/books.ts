/** Clean workbooks of every family: one table, or tables that restate each other's numbers. */
import {
  FAMILIES,
  UNITS,
  board,
  flat,
  idOf,
  itemsAsRows,
  outOf,
  quotient,
  scored,
  sum,
  tree,
  unitsAsRows,
  type Board,
  type CleanBook,
  type Node,
} from './clean-sheets';
import { chance, type Chance } from './random';

export function cleanBook(seed: number): CleanBook {
  const luck = chance(seed);
  const family = FAMILIES[seed % FAMILIES.length] ?? 'one-unit';
  switch (family) {
    case 'rows':
      return unitsAsRows(luck);
    case 'out-of':
      return outOf(luck);
    case 'summary':
      return detailsAndSummary(luck);
    case 'years':
      return comparedYears(luck);
    case 'losses':
      return listOfLosses(luck);
    case 'one-unit':
    case 'columns':
    case 'columns-of-three':
      return itemsAsRows(luck, family);
  }
}

type Points = ReadonlyMap<Node, number | null>;
const pointsOf = (points: Points, node: Node): number => points.get(node) ?? 0;

/** One unit's own table; the sums above a score continue in the other sheet. */
function detailSheet(
  sheet: number,
  unit: number,
  areas: readonly Node[],
  points: Points,
  again: (area: Node) => readonly string[],
): Board {
  const drawn = board(sheet);
  const { put, state } = drawn;
  const nodes = flat(areas);
  put(0, 0, 'BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025');
  put(1, 0, `Đơn vị: UBND xã ${UNITS[unit] ?? unit}`);
  ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định', 'Điểm bị trừ'].forEach((text, column) => put(3, column, text));
  const rowOf = new Map(nodes.map((node, place) => [node, 4 + place]));
  const last = 4 + nodes.length;
  for (const node of nodes) {
    const row = rowOf.get(node) ?? 0;
    const isLeaf = node.children.length === 0;
    const own = pointsOf(points, node);
    const over = nodes.filter((each) => each !== node && node.code.startsWith(`${each.code}.`)).reverse();
    const [area = node] = over.slice(-1);
    const above = [...over.map((each) => idOf(rowOf.get(each) ?? 0, 3, sheet)), idOf(last, 3, sheet), ...again(area)];
    put(row, 0, node.code);
    put(row, 1, node.name);
    state(row, 2, { kind: isLeaf ? 'max' : 'area-max', value: node.max, unit: -1, above: [] });
    state(row, 3, { kind: isLeaf ? 'score' : 'subtotal', value: own, unit, max: node.max, above });
    if (own < node.max) state(row, 4, { kind: isLeaf ? 'loss' : 'area-loss', value: node.max - own, unit, above: [] });
  }
  put(last, 1, 'Tổng điểm');
  state(last, 2, { kind: 'area-max', value: sum(areas.map(({ max }) => max)), unit: -1, above: [] });
  const total = sum(areas.map((area) => pointsOf(points, area)));
  state(last, 3, { kind: 'total', value: total, unit, above: [] });
  return drawn;
}

/** One sheet per unit, and one of all units by area. */
function detailsAndSummary(luck: Chance): CleanBook {
  const areas = tree(luck, luck.is(0.5));
  const units = Array.from({ length: 3 + luck.below(4) }, (_, unit) => unit);
  const points = units.map(() => scored(luck, areas, 0.55 + luck.below(35) / 100, false));
  const last = units.length;
  const total = 2 + areas.length;
  const details = units.map((unit) =>
    detailSheet(unit, unit, areas, points[unit] ?? new Map(), (area) => [
      idOf(2 + unit, 2 + areas.indexOf(area), last),
      idOf(2 + unit, total, last),
      idOf(2 + unit, total + 1, last),
    ]),
  );
  const { rows, cells, put, state } = board(last);
  put(0, 0, 'KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CÁC XÃ NĂM 2025');
  const heads = areas.map(({ name, max }) => `${name} (${String(max / 100).replace('.', ',')} điểm)`);
  ['STT', 'Đơn vị', ...heads, 'Tổng điểm', 'Chỉ số (%)'].forEach((text, column) => put(1, column, text));
  const whole = sum(areas.map(({ max }) => max));
  for (const unit of units) {
    const row = 2 + unit;
    put(row, 0, unit + 1);
    put(row, 1, `UBND xã ${UNITS[unit] ?? unit}`);
    const own = areas.map((area) => pointsOf(points[unit] ?? new Map(), area));
    const over = [idOf(row, total, last), idOf(row, total + 1, last)];
    own.forEach((value, place) => state(row, 2 + place, { kind: 'again', value, unit, above: over }));
    state(row, total, { kind: 'total', value: sum(own), unit, above: over.slice(1) });
    state(row, total + 1, { kind: 'index', value: quotient(sum(own), whole), unit, max: whole, above: [] });
  }
  return {
    family: 'summary',
    sheets: [
      ...details.map((each, unit) => ({ name: UNITS[unit] ?? String(unit), rows: each.rows })),
      { name: 'Kết quả các xã', rows },
    ],
    cells: [...details.flatMap((each) => each.cells), ...cells],
  };
}

/** A unit's table, and a comparison of its areas with the year before. */
function comparedYears(luck: Chance): CleanBook {
  const areas = tree(luck, luck.is(0.5));
  const points = scored(luck, areas, 0.55 + luck.below(35) / 100, false);
  const detail = detailSheet(0, 0, areas, points, (area) =>
    [4, 5, 6].map((column) => idOf(3 + areas.indexOf(area), column, 1)),
  );
  const { rows, cells, put, state } = board(1);
  put(0, 0, 'SO SÁNH KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024 VÀ NĂM 2025');
  ['TT', 'Lĩnh vực', 'Năm 2024', null, 'Năm 2025', null, 'Tăng/giảm (%)'].forEach((text, column) =>
    put(1, column, text),
  );
  const parts = 'Điểm chỉ số/ điểm tối đa';
  [null, null, parts, '%', parts, '%', null].forEach((text, column) => put(2, column, text));
  put(0, 7, `Đơn vị: UBND xã ${UNITS[0] ?? ''}`);
  areas.forEach((area, place) => {
    const row = 3 + place;
    const most = area.max + 25 * luck.below(9);
    const before = Math.floor(most * (0.5 + luck.below(50) / 100));
    const own = pointsOf(points, area);
    const [then, now] = [quotient(before, most), quotient(own, area.max)];
    put(row, 0, area.code);
    put(row, 1, area.name);
    put(row, 2, `${String(before / 100).replace('.', ',')}/${String(most / 100).replace('.', ',')}`);
    put(row, 3, then / 100);
    const over = [idOf(row, 5, 1), idOf(row, 6, 1)];
    state(row, 4, { kind: 'again', value: own, unit: 0, above: over, of: area.max });
    state(row, 5, { kind: 'percent', value: now, unit: 0, max: area.max, above: over.slice(1) });
    state(row, 6, { kind: 'change', value: now - then, unit: 0, above: [] });
  });
  return {
    family: 'years',
    sheets: [
      { name: 'Chấm điểm', rows: detail.rows },
      { name: 'So sánh', rows },
    ],
    cells: [...detail.cells, ...cells],
  };
}

/** Areas as totals, and below them only the items that lost points. */
export function listOfLosses(luck: Chance): CleanBook {
  const areas = tree(luck, false);
  const points = scored(luck, areas, 0.4 + luck.below(30) / 100, false);
  const { rows, cells, put, state } = board();
  put(0, 0, 'BẢNG TỔNG HỢP ĐIỂM BỊ TRỪ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025');
  put(1, 0, `Đơn vị: UBND xã ${luck.of(UNITS)}`);
  ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định', 'Điểm bị trừ'].forEach((text, column) => put(3, column, text));
  let row = 4;
  const last = 4 + areas.length + sum(areas.map(({ children }) => children.filter((each) => isLost(each)).length));
  function isLost(node: Node): boolean {
    return pointsOf(points, node) < node.max;
  }
  for (const node of flat(areas)) {
    const isArea = node.level === 0;
    if (!isArea && !isLost(node)) continue;
    const own = pointsOf(points, node);
    put(row, 0, node.code);
    put(row, 1, node.name);
    state(row, 2, { kind: isArea ? 'area-max' : 'max', value: node.max, unit: -1, above: [] });
    const above = isArea ? [idOf(last, 3)] : [];
    state(row, 3, { kind: isArea ? 'subtotal' : 'score', value: own, unit: 0, max: node.max, above });
    if (isLost(node)) state(row, 4, { kind: isArea ? 'area-loss' : 'loss', value: node.max - own, unit: 0, above: [] });
    row++;
  }
  put(last, 1, 'Tổng điểm');
  state(last, 2, { kind: 'area-max', value: sum(areas.map(({ max }) => max)), unit: -1, above: [] });
  const total = sum(areas.map((area) => pointsOf(points, area)));
  state(last, 3, { kind: 'total', value: total, unit: 0, above: [] });
  return { family: 'losses', sheets: [{ name: 'Bảng tổng hợp', rows }], cells };
}
