/** Units and losses that the officer named, found in a workbook, or refused in one sentence. */
import { chooseLosses } from '../core/lift/choose-losses';
import type { Assessment, BookAssessment } from '../core/model/assessment';
import { allMeant, type Answer } from '../core/matching/answer';
import { unitFinder } from '../core/matching/find-units';
import { unitKey } from '../core/matching/unit-keys';
import { unitLabel } from '../core/model/score-sheet';
import { splitYears } from '../core/matching/split-years';
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
      unit: unit.index,
      name: unitLabel(scoreSheet, unit),
      group: unit.group ?? '',
    }));
  });

/** Null where none was named: all of them. A unit of last year's sheets alone may be named too. */
export function unitsNamed(wanted: readonly string[], book: BookAssessment, path: string): Listed[] | null {
  if (wanted.length === 0) return null;
  const all = unitsOf(book);
  const findNow = unitFinder(allUnits(book), ({ name }) => name);
  const findEver = unitFinder(all, ({ name }) => name);
  return wanted.flatMap((name) => {
    const now = meantBy(findNow(name));
    const found = now.length > 0 ? now : meantBy(findEver(name));
    if (found.length === 0)
      throw new CliError(
        'missing-unit',
        `Trong «${path}» không có đơn vị «${name}»; các đơn vị: ${all.map((each) => `«${each.name}»`).join(', ')}.`,
      );
    return found;
  });
}

/** A unit may stand in several sheets; of several units in another spelling none is meant. */
function meantBy(found: Answer<Listed>): readonly Listed[] {
  const all = allMeant(found);
  return new Set(all.map(({ name }) => unitKey(name))).size > 1 ? [] : all;
}

/**
 * The losses of each named unit, or of the only one; a unit of several sheets is taken from the sheet that holds its
 * losses.
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
    const own = units.get(key) ?? [];
    if (!own.includes(each)) units.set(key, [...own, each]);
  }
  if (named === null && units.size > 1)
    throw new CliError(
      'unknown-loss',
      `Trong «${path}» có ${units.size} đơn vị; hãy ghi thêm --don-vi TÊN để rõ mục cần khắc phục là của đơn vị nào.`,
    );
  return [...units.values()].map((places) => placeOf(words, places, path));
}

function placeOf(words: readonly string[], places: readonly Listed[], path: string): PlannedUnit {
  const choices = places.map((place) => ({ place, choice: chooseLosses(place.assessment, place.unit, words) }));
  const found = choices.flatMap(({ place: { sheet, unit, name }, choice }) =>
    'items' in choice ? [{ sheet, unit, name, items: choice.items }] : [],
  );
  const [first, second] = found;
  if (first && second)
    throw new CliError(
      'unknown-loss',
      `Trong «${path}», «${first.name}» bị trừ điểm ở mục «${words.join('; ')}» trong nhiều trang tính: ` +
        `${found.map(({ sheet }) => `«${sheet}»`).join(', ')}; hãy chọn một trang bằng --sheet.`,
    );
  if (first) return { sheet: first.sheet, unit: first.unit, items: first.items };
  // Where most is known of the unit, the reason says most.
  const [most] = [...choices].sort(
    (a, b) => b.place.assessment.deductions.length - a.place.assessment.deductions.length,
  );
  throw new CliError('unknown-loss', `Trong «${path}», ${most && 'why' in most.choice ? most.choice.why : ''}`);
}
