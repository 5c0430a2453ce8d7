/** Drop-downs of a drawn sheet among the officer's own validations, which stay wherever ours do not come to lie. */
import { rangeFromA1, toA1Range, type Area2D } from '../../../core/values/address';
import type { SheetDrawing } from '../../../core/model/sheet-drawing';
import { itemsOf, type SheetPart } from '../cells/sheet-part';
import { escapeText } from '../xml/xml-text';
import { attribute, child, descendants, deepen, sourceOf, textOf, withAttributes } from '../xml/xml-tree';

/** Excel takes no longer list in a validation itself. */
const LONGEST_LIST = 255;

/** The element `dataValidations`, whole; "" where there is nothing to say. */
export function drawChoices(sheet: SheetPart, choices: SheetDrawing['choices']): string {
  const p = sheet.root.prefix;
  const lists = new Set(choices.map(({ values }) => listFormula(values)));
  const taken = newerAreas(sheet);
  const areas = choices.map(({ area }) => area);
  const theirs = itemsOf(sheet, 'dataValidations', 'dataValidation').flatMap((element) => {
    const formula = child(element, 'formula1');
    if (formula && lists.has(textOf(sheet, formula)) && attribute(sheet, element, 'type') === 'list') return [];
    const before = areasOf(attribute(sheet, element, 'sqref') ?? '');
    const after = without(before, areas);
    if (after.length === 0) return before.length === 0 ? [sourceOf(sheet, element)] : [];
    if (after.length === before.length && after.every((area, n) => area === before[n]))
      return [sourceOf(sheet, element)];
    const tag = withAttributes(sheet.bytes, element, { sqref: after.map(toA1Range).join(' ') });
    return [tag + sourceOf(sheet, element).slice(sourceOf(sheet, { ...element, end: element.openEnd }).length)];
  });
  const ours = choices.flatMap(({ area, values }) => {
    const free = without([area], taken);
    if (free.length === 0 || values.length === 0) return [];
    return [
      `<${p}dataValidation type="list" allowBlank="1" showErrorMessage="0" ` +
        `sqref="${free.map(toA1Range).join(' ')}"><${p}formula1>${escapeText(listFormula(values))}</${p}formula1>` +
        `</${p}dataValidation>`,
    ];
  });
  const items = [...theirs, ...ours];
  if (items.length === 0) return '';
  const old = child(sheet.root, 'dataValidations');
  const count = items.length.toString();
  const tag = old
    ? withAttributes(sheet.bytes, old, { count }).replace(/\s*\/?>$/, '')
    : `<${p}dataValidations count="${count}"`;
  return `${tag}>${items.join('')}</${p}dataValidations>`;
}

/** "a,b": a value with a comma would be two, and what goes past the limit is left for the officer to type. */
function listFormula(values: readonly string[]): string {
  let list = '';
  for (const value of values) {
    const longer = list === '' ? value : `${list},${value}`;
    if (!value.includes(',') && longer.length <= LONGEST_LIST) list = longer;
  }
  return `"${list.replace(/"/g, '""')}"`;
}

/**
 * Lists that look into another sheet are kept by newer versions of Excel in an extension: two on one cell would not do.
 */
function newerAreas(sheet: SheetPart): Area2D[] {
  const extensions = child(sheet.root, 'extLst');
  if (!extensions) return [];
  return [...descendants(deepen(sheet, extensions), 'dataValidation')].flatMap((element) =>
    [...descendants(element, 'sqref')].flatMap((place) => areasOf(textOf(sheet, place))),
  );
}

const areasOf = (text: string): Area2D[] => text.split(/\s+/).flatMap((item) => rangeFromA1(item) ?? []);

/** What is left of areas when others are cut out of them; an area that none touches comes back itself. */
export const without = (areas: readonly Area2D[], others: readonly Area2D[]): Area2D[] =>
  others.reduce((left: readonly Area2D[], other) => left.flatMap((area) => cut(area, other)), areas).slice();

function cut(area: Area2D, other: Area2D): Area2D[] {
  const top = Math.max(area.top, other.top);
  const bottom = Math.min(area.bottom, other.bottom);
  const left = Math.max(area.left, other.left);
  const right = Math.min(area.right, other.right);
  if (top > bottom || left > right) return [area];
  return [
    { ...area, bottom: top - 1 },
    { top, bottom, left: area.left, right: left - 1 },
    { top, bottom, left: right + 1, right: area.right },
    { ...area, top: bottom + 1 },
  ].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}
