/** Finds the units and losses that the officer named in a workbook, or refuses them in one sentence. */
import { wordFinder } from '../core/matching/find-items';
import { matchesOfOneSpelling, unitFinder } from '../core/matching/find-units';
import { splitYears } from '../core/matching/split-years';
import { unitKey } from '../core/matching/unit-keys';
import { resultAt, type Assessment, type BookAssessment } from '../core/model/assessment';
import type { Deduction } from '../core/model/deduction';
import { isRemediable } from '../core/model/deduction-sheet';
import { unitLabel, itemsBelow, labelOf, type Item } from '../core/model/score-sheet';
import { toA1 } from '../core/values/address';
import type { PlannedUnit, UnitRef } from '../export/export-request';
import { CliError } from './fault';

interface Listed extends UnitRef {
  readonly assessment: Assessment;
  readonly name: string;
  readonly group: string;
}

/** Every unit of this year's sheets, in their order. */
export const allUnits = (book: BookAssessment): Listed[] => unitsOf(splitYears(book).current);

const unitsOf = ({ sheets }: BookAssessment): Listed[] =>
  sheets.flatMap((assessment) => {
    const { scoreSheet } = assessment;
    return scoreSheet.units.map((unit) => ({
      assessment,
      sheet: scoreSheet.sheet,
      unit: unit.position,
      name: unitLabel(scoreSheet, unit),
      group: unit.group ?? '',
    }));
  });

const nameOf = ({ name }: Listed): string => name;

/**
 * Returns null if no unit is named, which means all units. A unit that is only in last year's sheets can be named too.
 */
export function unitsNamed(wanted: readonly string[], book: BookAssessment, path: string): Listed[] | null {
  if (wanted.length === 0) return null;
  const all = unitsOf(book);
  const findNow = unitFinder(allUnits(book), nameOf);
  const findEver = unitFinder(all, nameOf);
  return wanted.flatMap((name) => {
    // A unit can be in several sheets.
    const now = matchesOfOneSpelling(findNow(name), nameOf);
    const found = now.length > 0 ? now : matchesOfOneSpelling(findEver(name), nameOf);
    if (found.length === 0)
      throw new CliError(
        'missing-unit',
        `Trong «${path}» không có đơn vị «${name}»; các đơn vị: ${all.map((each) => `«${each.name}»`).join(', ')}.`,
      );
    return found;
  });
}

/**
 * The losses of each named unit, or of the only unit. If a unit is in several sheets, the sheet with its losses is
 * used.
 */
export function lossesNamed(
  words: readonly string[],
  named: readonly Listed[] | null,
  book: BookAssessment,
  path: string,
): PlannedUnit[] {
  const units = new Map<string, Listed[]>();
  for (const each of named ?? allUnits(book)) {
    const key = `${unitKey(each.name)}|${each.group}`;
    const listed = units.get(key) ?? [];
    if (!listed.includes(each)) units.set(key, [...listed, each]);
  }
  if (named === null && units.size > 1)
    throw new CliError(
      'unknown-loss',
      `Trong «${path}» có ${units.size} đơn vị; hãy ghi thêm --don-vi TÊN để rõ mục cần khắc phục là của đơn vị nào.`,
    );
  return [...units.values()].map((all) => plannedUnit(words, all, path));
}

function plannedUnit(words: readonly string[], units: readonly Listed[], path: string): PlannedUnit {
  const choices = units.map((unit) => ({ unit, choice: chooseLosses(unit.assessment, unit.unit, words) }));
  const found = choices.flatMap(({ unit: { sheet, unit, name }, choice }) =>
    'items' in choice ? [{ sheet, unit, name, items: choice.items }] : [],
  );
  const [first, second] = found;
  if (first && second)
    throw new CliError(
      'unknown-loss',
      `Trong «${path}», «${first.name}» bị trừ điểm ở mục «${words.join('; ')}» trong nhiều trang tính: ` +
        `${found.map(({ sheet }) => `«${sheet}»`).join(', ')}; hãy chọn một trang tính bằng --sheet.`,
    );
  if (first) return { sheet: first.sheet, unit: first.unit, items: first.items };
  // The sheet with the most deductions of the unit gives the most useful reason.
  const [most] = [...choices].sort((a, b) => b.unit.assessment.deductions.length - a.unit.assessment.deductions.length);
  throw new CliError('unknown-loss', `Trong «${path}», ${most && 'why' in most.choice ? most.choice.why : ''}`);
}

/** Positions of items in the set, or why they are not known, as a sentence that continues «Trong «bảng.xlsx», …». */
type Choice = { readonly items: readonly number[] } | { readonly why: string };

/** Accepts «1.1», «1.1.», «Tiêu chí 1.1», «1. 1». A criterion means all of its items that lost points. */
function chooseLosses(assessment: Assessment, unit: number, words: readonly string[]): Choice {
  const { scoreSheet } = assessment;
  const result = resultAt(assessment, unit);
  const name = result ? unitLabel(scoreSheet, result.unit) : '';
  if (result?.undetermined ?? true)
    return { why: `chỉ số của «${name}» chưa xác định nên chưa tính được kết quả sau khắc phục.` };
  const losses = new Map(
    assessment.deductions.flatMap((each) => (each.unit.position === unit ? [[each.item, each] as const] : [])),
  );
  const items = new Set<number>();
  const meantBy = wordFinder(scoreSheet.items);
  for (const word of words) {
    const meant = meantBy(word);
    const [first] = meant;
    if (!first) return { why: `trang tính «${scoreSheet.sheet}» không có mục «${word}».` };
    const found = meant
      .map((item) => ({ item, losses: lossesBelow(scoreSheet.items, losses, item) }))
      .filter(({ losses }) => losses.length > 0);
    const chosen = found[0]?.losses;
    if (!chosen) return { why: `«${name}» không bị trừ điểm ở mục «${labelOf(first)}»; ${lostItems(losses)}` };
    if (found.some(({ losses }) => !isSame(losses, chosen)))
      return {
        why:
          `trang tính «${scoreSheet.sheet}» có nhiều mục «${word}» mà «${name}» bị trừ điểm: ` +
          `${found.map(({ item }) => lossInWords(item, losses.get(item))).join('; ')}. Hãy ghi rõ hơn mã ` +
          'hoặc tên của một mục.',
      };
    const fixed = chosen.find((each) => !isRemediable(each));
    if (fixed)
      return {
        why: `mục ${lossInWords(fixed.item, fixed)} của «${name}» đã ghi là không khắc ` + 'phục được.',
      };
    for (const { item } of chosen) items.add(item.position);
  }
  return { items: [...items].sort((a, b) => a - b) };
}

function lossesBelow(items: readonly Item[], losses: ReadonlyMap<Item, Deduction>, item: Item): Deduction[] {
  const below = itemsBelow(items, item);
  if (below.length === 0) return [losses.get(item) ?? []].flat();
  return below.flatMap((child) => lossesBelow(items, losses, child));
}

const isSame = (some: readonly Deduction[], others: readonly Deduction[]): boolean =>
  some.length === others.length && some.every((each, position) => each === others[position]);

/** «1.1 Kế hoạch» (ô D3): the cell is added because two items can have the same label. */
const lossInWords = (item: Item, loss: Deduction | undefined): string =>
  `«${labelOf(item)}»${loss ? ` (ô ${toA1(loss.at)})` : ''}`;

const MOST_NAMED = 40;

function lostItems(losses: ReadonlyMap<Item, Deduction>): string {
  const labels = [...losses.keys()]
    .sort((a, b) => a.position - b.position)
    .map(({ code, name }) => code || `«${name}»`);
  if (labels.length === 0) return 'đơn vị không mất điểm nào.';
  return `các mục bị trừ: ${labels.slice(0, MOST_NAMED).join(', ')}${labels.length > MOST_NAMED ? '…' : '.'}`;
}
