/**
 * A list of losses: areas as totals, and below them only the items that lost points (as in Vân Canh's report of 2021).
 */
import { Canvas, putTable } from './canvas';
import { headerStyle, itemTable, scoreStyle, unitOf, type Choices } from './choices';
import type { Built } from './built';
import { SHEET_NAMES, putHead, putSignatures } from './frame';
import {
  causeColumn,
  codeColumn,
  heading,
  lostColumn,
  maxColumn,
  nameColumn,
  pointsColumn,
  type ItemLine,
} from './item-lines';
import { isScored } from './model';
import { unitNames } from './names';
import { pointPlaces } from './one-unit';

export function lossesAlone(choices: Choices): Built {
  const { random } = choices;
  const table = { ...itemTable(choices, ['dotted', 'dotted-stop', 'roman-dotted']), subtotals: true };
  const [name = ''] = unitNames(random, 1, 'communes');
  const unit = { ...unitOf(random, table.criteria, { ...scoreStyle(choices), notApplicable: 0 }, name), self: null };
  const points = unit.appraised ?? [];
  const canvas = new Canvas(random.pick(SHEET_NAMES));
  const top = putHead(canvas, choices, {
    title: 'CÁC NỘI DUNG MẤT ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025',
    unit: name,
  });
  const lines = table.criteria.flatMap(({ index, level, max, ...rest }): ItemLine[] => {
    const hasLost = isScored({ index, level, max, ...rest }) && (points[index] ?? max) < max;
    return level === 0 || hasLost ? [{ kind: 'item', item: index, text: '' }] : [];
  });
  if (random.chance(0.5)) lines.push({ kind: 'total', item: -1, text: random.pick(['Tổng cộng', 'Tổng điểm']) });
  const columns = [
    codeColumn(table),
    nameColumn(table),
    maxColumn(table),
    pointsColumn(table, 'appraised', null, points, [heading(table, 'appraised')]),
    lostColumn(table, null, points, [heading(table, 'lost')]),
    ...(choices.on('cause column', 0.5) ? [causeColumn(table, null, points, [heading(table, 'cause')])] : []),
  ];
  const placed = putTable(canvas, top, 0, columns, lines, headerStyle(choices));
  putSignatures(canvas, choices);
  const own = placed.columns.map((column) => (column.role === 'appraised' ? { ...column, unit: 0 } : column));
  return {
    canvases: [canvas],
    criteria: table.criteria,
    units: [unit],
    columns: own,
    points: pointPlaces(canvas.sheet, own, lines, placed.rows),
    isItemised: true,
  };
}
