/** Labels of ratings as offices write them, and the band that an index falls into. */
import type { Decimal } from '../values/decimal';
import { foldText } from '../values/fold-text';
import type { Settings } from '../model/settings';

const BEFORE_LABEL = new RegExp(`^(?:${['xếp loại', 'phân loại', 'loại'].map(foldText).join('|')}) `);

const SHORT = new Map(
  [
    ['xs', 'Xuất sắc'],
    ['tb', 'Trung bình'],
  ].map(([short = '', label = '']) => [short, foldText(label)]),
);

/** «Xếp loại: TỐT» and «Tốt» are one label, and so are «TB» and «Trung bình». */
export function ratingKey(text: string): string {
  const key = foldText(text.replace(/[:.;]/g, ' ')).replace(BEFORE_LABEL, '');
  return SHORT.get(key) ?? key;
}

export const bandOf = (index: Decimal, { scale }: Settings): string | null =>
  scale.find(({ from, inclusive }) => index > from || (inclusive && index === from))?.label ?? null;
