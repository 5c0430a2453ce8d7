/** Labels of ratings as offices write them. */
import { foldText } from '../values/fold-text';

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
