/** Wording shared by all rules: names, numbers and places as officers write them. */
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

/** «lĩnh vực 1 Công tác chỉ đạo» or «tiêu chí 1.1 Kế hoạch …», shortened if it is long. */
export function nameItem(item: Item): string {
  const label = labelOf(item)
    .replace(/^[-–•+*\s]+/, '')
    .replace(/\s+/g, ' ');
  const short = label.length > LONGEST_NAME ? `${label.slice(0, LONGEST_NAME).replace(/\s+\S*$/, '')}…` : label;
  return `${item.level === 0 && item.children.length > 0 ? 'lĩnh vực' : 'tiêu chí'} ${short}`;
}

/** «Xã Đăk Kôi, tiêu chí 1.1 Kế hoạch»; without a unit name the text begins with the item. */
export const subject = (unit: UnitScores | null, item: Item | null): string =>
  capitalise(
    [unit?.name.trim() ?? '', item ? nameItem(item) : ''].filter((part) => part !== '').join(', ') ||
      'Đơn vị trong bảng',
  );

/**
 * Items by code: «1.1, 1.2, 1.3 và 4 tiêu chí khác»; with their names if they have none, or if it begins again in every
 * area: «1 Kế hoạch, 5 Sáng kiến».
 */
export function listItems(items: readonly Item[], most = 3): string {
  const named = items
    .slice(0, most)
    .map((item) => (item.code === '' || beginsAgain(item) ? nameItem(item).replace('tiêu chí ', '') : item.code));
  const rest = items.length - named.length;
  return rest > 0 ? `${named.join(', ')} và ${rest} tiêu chí khác` : named.join(', ');
}

const beginsAgain = ({ code, level }: Item): boolean => level > 0 && /^[^.\s-]+[.)]?$/.test(code);

/** «E5, F7, G9 và 12 ô khác». */
export function listCells(cells: readonly Address[], most = 3): string {
  const named = cells.slice(0, most).map(toA1);
  const rest = cells.length - named.length;
  return rest > 0 ? `${named.join(', ')} và ${rest} ô khác` : named.join(', ');
}

/** «ô E5». */
export const cell = (at: Address): string => `ô ${toA1(at)}`;

/** A number in Vietnamese notation. */
export const shown = (value: Decimal): string => toVietnamese(value);

/** A number as written in JSON and suggestions. */
export const plain = (value: Decimal): string => toText(value);

export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** The cell of the item itself, for findings that are not about one number. */
export const cellOfItem = (item: Item): Address => ({ row: item.row, column: item.column });

/** The score columns that a unit has. */
export const scoreRoles = (unit: UnitScores): readonly ('self' | 'appraised')[] => [
  ...(unit.self ? (['self'] as const) : []),
  ...(unit.appraised ? (['appraised'] as const) : []),
];

export const scoresIn = (unit: UnitScores, role: 'self' | 'appraised') => unit[role] ?? [];

/** Evidence for a rating or rank: its own cell, then the cell of the index if the sheet states one. */
export function evidenceWithIndex(
  { stated: { index } }: UnitScores,
  at: Address,
  says: string,
  shows: string,
): Evidence[] {
  return [{ at, text: says }, ...(index && index.value !== null ? [{ at: index.at, text: shows }] : [])];
}
