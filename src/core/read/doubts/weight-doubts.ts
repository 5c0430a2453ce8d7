/** Doubts about points that stand twice, once as given and once weighed by the factor of each item. */
import { columnName } from '../../values/address';
import { unitAxis, type Question, type UntoldSheet } from '../../model/score-sheet';
import { statedRoleOf, type Column, type Columns } from '../blocks/columns';
import type { UsedColumns } from '../used-columns';
import { headerKey } from '../words/header-words';
import { ask, headAt } from './sum-doubts';

const FACTOR = /^(he so|trong so)\b/;
const WEIGHED = /\b(quy doi|(sau|nhan|tinh|co)( ca)? (he so|trong so))\b/;

/** «Hệ số | Điểm chấm | Điểm sau hệ số»: the index knows no factors, so which of the two counts is not ours to say. */
export function weightDoubts(sheet: UntoldSheet, { all }: Columns, used: UsedColumns): Question[] {
  if (unitAxis(sheet) === 'row' || !all.some((each) => FACTOR.test(keyOf(each)))) return [];
  const plain = all.find((each) => used.get(each.column)?.role === 'appraised' && !WEIGHED.test(keyOf(each)));
  const weighed = all.find((each) => WEIGHED.test(keyOf(each)) && statedRoleOf(each) === null);
  if (!plain || !weighed) return [];
  const both = [weighed, plain];
  return [
    ask(
      both.map(({ column }) => headAt(sheet, column)),
      `Cột ${both.map(nameOf).join(' hay ')} là điểm được tính`,
      'bảng ghi hệ số của từng tiêu chí, mà chỉ số không nhân hệ số',
    ),
  ];
}

const keyOf = ({ path }: Column): string => headerKey(path.at(-1) ?? '');
const nameOf = ({ column, path }: Column): string => `${columnName(column)} «${path.at(-1) ?? ''}»`;
