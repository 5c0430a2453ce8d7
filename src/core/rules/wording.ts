/**
 * Words that all rules share, so that officers read one language: names, numbers and places as they would write them.
 */
import type { Evidence } from '../model/diagnostic';
import { toA1, type Address } from '../values/address';
import { toText, toVietnamese, type Decimal } from '../values/decimal';
import { labelOf, type Item, type ScoreRole, type UnitScores } from '../model/score-sheet';

const LONGEST_NAME = 70;

export const ROLE_WORDS: Readonly<Record<ScoreRole, string>> = {
  max: 'điểm tối đa',
  self: 'điểm tự chấm',
  appraised: 'điểm thẩm định',
  lost: 'điểm bị trừ',
  percent: 'tỷ lệ %',
  cause: 'nguyên nhân',
  responsibleBody: 'trách nhiệm',
  responsiblePerson: 'cá nhân phụ trách',
  explanation: 'giải trình',
  remedy: 'giải pháp khắc phục',
  remedyDue: 'thời hạn',
  remedyStatus: 'tình trạng',
};

/** «lĩnh vực 1 Công tác chỉ đạo» or «tiêu chí 1.1 Kế hoạch …», cut where it is long. */
export function nameItem(item: Item): string {
  const label = labelOf(item)
    .replace(/^[-–•+*\s]+/, '')
    .replace(/\s+/g, ' ');
  const short = label.length > LONGEST_NAME ? `${label.slice(0, LONGEST_NAME).replace(/\s+\S*$/, '')}…` : label;
  return `${item.level === 0 && item.children.length > 0 ? 'lĩnh vực' : 'tiêu chí'} ${short}`;
}

/** «Xã Đăk Kôi, tiêu chí 1.1 Kế hoạch»; a sheet of one unit that nobody named begins with the item. */
export const subject = (unit: UnitScores | null, item: Item | null): string =>
  capitalise(
    [unit?.name.trim() ?? '', item ? nameItem(item) : ''].filter((part) => part !== '').join(', ') ||
      'Đơn vị trong bảng',
  );

/** Area by area, items of one unit are told apart by code; «1.1, 1.2, 1.3 và 4 tiêu chí khác». */
export function listItems(items: readonly Item[], most = 3): string {
  const named = items
    .slice(0, most)
    .map((item) => (item.code === '' ? nameItem(item).replace('tiêu chí ', '') : item.code));
  const rest = items.length - named.length;
  return rest > 0 ? `${named.join(', ')} và ${rest} tiêu chí khác` : named.join(', ');
}

/** «E5, F7, G9 và 12 ô khác». */
export function listCells(cells: readonly Address[], most = 3): string {
  const named = cells.slice(0, most).map(toA1);
  const rest = cells.length - named.length;
  return rest > 0 ? `${named.join(', ')} và ${rest} ô khác` : named.join(', ');
}

/** «ô E5». */
export const cell = (at: Address): string => `ô ${toA1(at)}`;

/** A number as Vietnamese write it. */
export const shown = (value: Decimal): string => toVietnamese(value);

/** A number as JSON and suggestions write it. */
export const plain = (value: Decimal): string => toText(value);

export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Where an item stands when no single cell of it is meant. */
export const cellOfItem = (item: Item): Address => ({ row: item.row, column: item.column });

/** Scores of both columns that a unit has, the one that counts included. */
export const scoreRoles = (unit: UnitScores): readonly ('self' | 'appraised')[] => [
  ...(unit.self ? (['self'] as const) : []),
  ...(unit.appraised ? (['appraised'] as const) : []),
];

export const scoresIn = (unit: UnitScores, role: 'self' | 'appraised') => unit[role] ?? [];

/** What a rating or rank rests on: its own cell, then the cell of the index, where the sheet states one. */
export function besideIndex({ stated: { index } }: UnitScores, at: Address, says: string, shows: string): Evidence[] {
  return [{ at, text: says }, ...(index && index.value !== null ? [{ at: index.at, text: shows }] : [])];
}
