/** What the words of a heading say for and against every role that a column of numbers may have, as log-odds. */
import type { HeaderRole } from '../words/header-words';
import type { Slot } from './slots';

export type SlotRole = 'max' | 'appraised' | 'self' | 'round' | 'lost' | 'percent' | 'other';

/** What words deny, and what half-known words deny. */
export const DENIED = -8;
const DOUBTED = -2;

/** What a heading that says one role leaves for the others. */
const LEFT: Readonly<Partial<Record<HeaderRole, Partial<Record<SlotRole, number>>>>> = {
  max: { max: 0 },
  self: { self: 0 },
  appraised: { appraised: 0, round: -0.5 },
  points: { appraised: 0, self: -0.5, round: -1, max: -1, other: -3 },
  total: { appraised: -1, self: -1, max: -1, round: -1, other: -1 },
  lost: { lost: 0 },
  percent: { percent: 0, other: -1 },
  index: { percent: 0, other: -1 },
};

/** Words that say something else altogether. */
const ELSE: Partial<Record<SlotRole, number>> = { other: 0 };

/** What the officer says of a column counts more than all its numbers. */
const STATED = 40;

export function wordOdds({ said, hint, isStated }: Slot, role: SlotRole): number {
  if (isStated && said === role) return STATED;
  if (said !== null) return (LEFT[said] ?? ELSE)[role] ?? DENIED;
  return hint === null ? 0 : ((LEFT[hint] ?? ELSE)[role] ?? DOUBTED);
}

/** What a column is then called. */
export const TOLD: Readonly<Record<SlotRole, HeaderRole>> = {
  max: 'max',
  appraised: 'appraised',
  self: 'self',
  round: 'foreign',
  lost: 'lost',
  percent: 'percent',
  other: 'count',
};
