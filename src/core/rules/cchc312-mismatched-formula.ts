/**
 * CCHC312 — an officer's formula does not add up the tree: it leaves out an item, adds a parent as well as its parts,
 * or takes another unit's cell. Reported even if the numbers agree, because they no longer do once a score changes.
 */
import type { Address } from '../values/address';
import type { Rule } from '../model/rule';
import { hasFormulas } from '../model/score-sheet';
import { wrongSums, type WrongSum } from './summing-formulas';
import { ROLE_WORDS, capitalise, listCells, listItems, nameItem, subject } from './wording';

export const mismatchedFormula: Rule = {
  code: 'CCHC312',
  alias: 'mismatched-formula',
  severity: 'warning',
  title: 'Công thức cộng thiếu, cộng trùng hoặc cộng nhầm ô',
  find: function* ({ scoreSheet, settings }) {
    if (!hasFormulas(scoreSheet) || !scoreSheet.itemised) return;
    const lines = new Map<string, WrongSum[]>();
    for (const wrong of wrongSums(scoreSheet)) {
      // If the appraised part is scaled, the total is not the sum of the areas.
      if (wrong.item === null && settings.appraisedShare !== null) continue;
      const unitOfForeign = wrong.otherUnits.length > 0 ? (wrong.unit?.position ?? '') : '';
      const key = `${wrong.role} ${wrong.item?.position ?? ''} ${unitOfForeign} ${faultsOf(wrong)}`;
      lines.set(key, [...(lines.get(key) ?? []), wrong]);
    }
    for (const same of lines.values()) {
      const [first] = same;
      if (!first) continue;
      const at = same.map((each): Address => each.at);
      const unit = same.length === 1 ? first.unit : null;
      yield {
        at,
        ...(unit ? { unit } : {}),
        ...(first.item ? { item: first.item } : {}),
        message:
          `${about(first, unit !== null)}: công thức ${ROLE_WORDS[first.role]} ở ô ${listCells(at)} ` +
          `${faultsOf(first)}; sửa điểm thì tổng sẽ sai.`,
      };
    }
  },
};

function about({ unit, item }: WrongSum, isOne: boolean): string {
  if (isOne) return `${subject(unit, item)}${item ? '' : ', tổng điểm'}`;
  return item ? capitalise(nameItem(item)) : 'Tổng điểm';
}

function faultsOf({ item, missing, doubled, stray, otherUnits }: WrongSum): string {
  const sumName = item ? nameItem(item) : 'tổng';
  return [
    missing.length > 0 ? `không cộng ${listItems(missing)}` : '',
    doubled.length > 0 ? `cộng ${listItems(doubled)} hơn một lần` : '',
    stray.length > 0 ? `cộng cả ${listItems(stray)} không thuộc ${sumName}` : '',
    otherUnits.length > 0 ? `lấy ${listCells(otherUnits)} của đơn vị khác` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
