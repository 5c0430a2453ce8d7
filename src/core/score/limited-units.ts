/** Resolves the unit names beside rating conditions to units of the tables. */
import type { ScoreSheet, UnitScores } from '../model/score-sheet';
import type { Settings, UnreadCondition } from '../model/settings';
import { allMatches, type Answer } from '../matching/answer';
import { matchesOfOneSpelling, unitFinder } from '../matching/find-units';

type Conditions = Pick<Settings, 'ratingConditions' | 'unreadConditions'>;

/** Replaces each name with that of the unit; an unknown or ambiguous name is reported and applies to no unit. */
export function resolveUnits(
  { ratingConditions: conditions, unreadConditions }: Conditions,
  sheets: readonly Pick<ScoreSheet, 'units'>[],
): Conditions {
  if (sheets.length === 0) return { ratingConditions: conditions, unreadConditions };
  const units = sheets.flatMap((sheet) => sheet.units);
  const find = unitFinder(units, ({ name }) => name);
  const unread: UnreadCondition[] = [];
  const ratingConditions = conditions.map((condition) => {
    const names = condition.units.flatMap((text) => namesIn(text, find));
    const known = names.flatMap((name) => {
      const [unit] = matchesOfOneSpelling(find(name), (each) => each.name);
      if (!unit) unread.push({ words: condition.words, where: condition.where, because: doubt(name, find(name)) });
      return unit ? [unit.name] : [];
    });
    return { ...condition, units: known };
  });
  return { ratingConditions, unreadConditions: [...unreadConditions, ...unread] };
}

function doubt(name: string, found: Answer<UnitScores>): string {
  const names = [...new Set(allMatches(found).map((each) => `«${each.name}»`))];
  return names.length === 0
    ? `không bảng nào có đơn vị «${name}»`
    : `«${name}» có thể là ${names.join(' hoặc ')}; hãy ghi đủ tên`;
}

/** Splits at commas, except within a name that contains one: «Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ». */
function namesIn(text: string, find: (name: string) => Answer<UnitScores>): string[] {
  const pieces = text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const names: string[] = [];
  for (let first = 0; first < pieces.length;) {
    let next = pieces.length;
    while (next > first + 1 && find(pieces.slice(first, next).join(', ')).kind === 'none') next--;
    names.push(pieces.slice(first, next).join(', '));
    first = next;
  }
  return names;
}
