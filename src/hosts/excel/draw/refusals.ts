/** Leaves out parts of a drawing that an Excel refuses (page setup, folds, charts), but never contents. */
import type { Trimming } from './canvas';

/** `foldsBefore`: reading how rows are grouped. */
export type Spare = Trimming | 'notes' | 'foldsBefore';

const REFUSALS: readonly (readonly [Spare, RegExp])[] = [
  // Older Excels get comments instead of notes. They cannot see an existing note, which blocks a comment in the same
  // cell.
  ['notes', /comment/i],
  ['charts', /^Chart/i],
  ['folds', /\.(?:un)?group$/i],
  ['foldsBefore', /ShowOutlineLevels/i],
  ['checks', /^DataValidation/i],
  ['print', /^(?:PageLayout|Header)/i],
  ['frozen', /FreezePanes/i],
  ['filter', /^AutoFilter/i],
];

const locationOf = (error: unknown): string => {
  const cause = error instanceof Error && !(error instanceof OfficeExtension.Error) ? error.cause : error;
  return cause instanceof OfficeExtension.Error ? (cause.debugInfo.errorLocation ?? '') : '';
};

/** Does the work and repeats it without each part that Excel refuses, if that part can be left out. */
export async function withoutRefused<T>(
  without: ReadonlySet<Spare>,
  work: (without: ReadonlySet<Spare>) => Promise<T>,
  isSpare: (part: Spare) => boolean = () => true,
): Promise<T> {
  try {
    return await work(without);
  } catch (error) {
    const location = locationOf(error);
    const refused = REFUSALS.find(([part, pattern]) => !without.has(part) && pattern.test(location))?.[0];
    if (refused === undefined || !isSpare(refused)) throw error;
    return await withoutRefused(new Set([...without, refused]), work, isSpare);
  }
}
