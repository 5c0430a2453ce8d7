/** The input of a unit's plan: the chosen losses, or the fewest that lift the unit. */
import type { BookAssessment } from '../model/assessment';
import type { PlanInput } from '../documents/reports/lift-plan';
import type { ChosenUnit } from '../documents/subjects';
import { positionsOf } from '../model/score-sheet';
import { allTables } from '../matching/most-detailed';
import { liftOf, remediedUnit } from './lift-view';

/** Null if nothing lifts the unit to the next rating or past the unit above it. `items` is null if none were chosen. */
export function planOf(book: BookAssessment, unit: ChosenUnit, items: readonly number[] | null): PlanInput | null {
  const tables = allTables(book);
  const assessment = tables.find(({ scoreSheet }) => scoreSheet.sheet === unit.sheet);
  if (!assessment) return null;
  if (items)
    return { book, unit, items, after: remediedUnit(tables, assessment, unit.unit, items), details: book.details };
  const lift = liftOf(tables, assessment, unit.unit);
  const set = lift?.rating?.sets[0] ?? lift?.rank?.sets[0];
  return set ? { book, unit, items: positionsOf(set.items), after: set.after, details: book.details } : null;
}
