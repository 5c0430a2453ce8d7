/**
 * Finds the sheet, unit and item that lines of other sheets refer to: those of «Điểm bị trừ», where a renamed unit is
 * recognised by the cells of its scores, and those of `Nguyên nhân`.
 */
import { toA1, type Address } from '../values/address';
import type { DeductionLine, CauseLine } from '../model/deduction';
import { foldText, isNear, plainKey } from '../values/fold-text';
import { groupsOf } from '../values/group';
import { placeOf, sheetsOf, unitLabel, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';
import { otherSpellings, ownerFinder } from './find-units';
import { unitKey } from './unit-keys';
import type { CitedCause, StrayCause } from '../model/beside/stated-cause';
import { NONE, allMatches, onlyOne, type Likeness } from './answer';
import { itemFinder } from './find-items';
import { codeKey } from './keys';

const namesIn = (sheet: ScoreSheet): string[] => sheet.units.map((unit) => unitLabel(sheet, unit));
export const unitsByName = (sheet: ScoreSheet): string[] => namesIn(sheet).map(unitKey);

export const cellText = (source: { readonly sheet: string; readonly cell: string } | null | undefined): string =>
  source ? `${foldText(source.sheet)}!${source.cell}` : '';

/** A cell of the table in the form that lines use. */
export const cellIn = (table: ScoreSheet, at: Address): string =>
  cellText({ sheet: placeOf(table, at).sheet, cell: toA1(at) });

/**
 * Assigns each line to at most one sheet: the one that has its unit; if several or none do, the one that its score is
 * in.
 */
export function linesBySheet(
  sheets: readonly ScoreSheet[],
  lines: readonly DeductionLine[],
): (readonly DeductionLine[])[] {
  if (sheets.length < 2) return sheets.map(() => lines);
  const byUnit = groupsOf(
    sheets.flatMap((sheet, position) => [...new Set(unitsByName(sheet))].map((name) => ({ name, at: position }))),
    ({ name }) => name,
  );
  const spelled = otherSpellings(unitsNamed(lines), sheets.flatMap(namesIn));
  const byName = new Map(
    sheets.flatMap((sheet, position) => sheetsOf(sheet).map((name) => [foldText(name), position] as const)),
  );
  const stated = lines.map(({ source }) => byName.get(foldText(source?.sheet ?? '')));
  const named = new Set(stated);
  const parts = sheets.map((): DeductionLine[] => []);
  lines.forEach((line, position) => {
    const key = unitKey(line.unit);
    const having = (byUnit.get(spelled.get(key) ?? key) ?? []).map(({ at }) => at);
    const linked = stated[position];
    // A link does not follow a renamed sheet, so a sheet that no line links to is preferred.
    const meant =
      linked !== undefined && (having.length === 0 || having.includes(linked))
        ? linked
        : (having.find((each) => !named.has(each)) ?? having[0]);
    if (meant !== undefined) parts[meant]?.push(line);
  });
  return parts;
}

const unitsNamed = (lines: readonly DeductionLine[]): string[] => lines.map(({ unit }) => unit);

/** Returns a function that gives the unit of a line, as a key of `unitsByName`. */
export function unitOfLine(
  sheet: ScoreSheet,
  losses: readonly { readonly unit: UnitScores; readonly at: Address }[],
  lines: readonly DeductionLine[],
): (line: DeductionLine | undefined) => string {
  const units = unitsByName(sheet);
  const here = new Set(units);
  const renamed = otherSpellings(unitsNamed(lines), namesIn(sheet));
  const unknown = lines.filter(({ unit }) => !here.has(unitKey(unit)) && !renamed.has(unitKey(unit)));
  if (unknown.length > 0) {
    const byCell = new Map(losses.map(({ unit, at }) => [cellIn(sheet, at), units[unit.position] ?? ''] as const));
    const pointed = new Map<string, Set<string>>();
    for (const { unit, source } of unknown) {
      const now = source?.isLive === true ? byCell.get(cellText(source)) : undefined;
      if (now !== undefined) pointed.set(unitKey(unit), (pointed.get(unitKey(unit)) ?? new Set()).add(now));
    }
    for (const [was, [now, another]] of pointed)
      if (now !== undefined && another === undefined && isNearName(was, now)) renamed.set(was, now);
  }
  return (line) => {
    const key = unitKey(line?.unit ?? '');
    return renamed.get(key) ?? key;
  };
}

const KIND = /^(?:xa|phuong|thi tran|dac khu|huyen|thi xa|quan|thanh pho) (?=\S)/;

/**
 * Whether two names are equal apart from marks, the kind of place and words in brackets, or differ in one letter; «số
 * 1» never matches «số 2».
 */
function isNearName(was: string, now: string): boolean {
  const [a, b] = [was, now].map((name) =>
    plainKey(name.replace(/\(.*?\)/g, ''))
      .replace(KIND, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ) as [string, string];
  if (a === b) return true;
  return Math.min(a.length, b.length) > 3 && isNear(a, b) && a.replace(/\D/g, '') === b.replace(/\D/g, '');
}

interface CausesOfSheets {
  /** For each sheet, its lines in order of units. */
  readonly cited: readonly (readonly CitedCause[])[];
  readonly strays: readonly StrayCause[];
}

const SUREST: readonly Likeness[] = ['exact', 'normalised', 'near'];

/** The area of a code such as «1.2» in a table that scores areas as wholes. */
function areaOfPart(items: readonly Item[], { code }: CauseLine): Item | null {
  const root = /^([^.]+)\.\d/.exec(codeKey(code))?.[1];
  const areas = items.filter((item) => item.level === 0 && root !== undefined && codeKey(item.code) === root);
  return areas.length === 1 && areas[0]?.children.length === 0 ? areas[0] : null;
}

/** Assigns each line to the sheets that have its unit; another spelling counts only if no sheet has the exact name. */
export function matchCauses(sheets: readonly ScoreSheet[], causes: readonly CauseLine[]): CausesOfSheets {
  if (causes.length === 0) return { cited: sheets.map(() => []), strays: [] };
  const finders = sheets.map((sheet) => ({ ownersOf: ownerFinder(sheet.units), findItem: itemFinder(sheet.items) }));
  const cited = sheets.map((): CitedCause[] => []);
  const strays: StrayCause[] = [];
  for (const line of causes) {
    const owners = finders.map(({ ownersOf }) => ownersOf(line.unit));
    const by = SUREST.find((likeness) => owners.some((each) => each.kind !== 'none' && each.by === likeness));
    const among = owners.flatMap((each) => (each.kind !== 'none' && each.by === by ? allMatches(each) : []));
    // A spelling that several units share refers to none of them.
    if (by === undefined || (by !== 'exact' && among.length > 1)) {
      strays.push({ line, among: among.map(({ name }) => name) });
      continue;
    }
    finders.forEach(({ findItem }, position) => {
      const owner = owners[position] ?? NONE;
      if (owner.kind === 'none' || owner.by !== by) return;
      const { item, miscited } = findItem(line);
      const area = item.kind === 'none' ? areaOfPart(sheets[position]?.items ?? [], line) : null;
      for (const unit of allMatches(owner))
        cited[position]?.push({
          line,
          unit,
          item: area ?? onlyOne(item),
          among: allMatches(item),
          miscited,
          isOfPart: area !== null,
        });
    });
  }
  return { cited: cited.map((some) => some.sort((a, b) => a.unit.position - b.unit.position)), strays };
}
