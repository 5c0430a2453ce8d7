/** Log-odds for and against each role of a number column, from the words of its heading. */
import type { HeaderRole } from '../words/header-words';
import { NO_POINTS } from '../words/rounds';
import type { Slot } from './slots';

export type SlotRole = 'max' | 'appraised' | 'self' | 'round' | 'lost' | 'percent' | 'other';

/** Odds of a role that the words rule out, and that partly known words rule out. */
export const DENIED = -8;
const DOUBTED = -2;

/** Odds of the other roles if the heading names one. */
const ODDS_BY_HEADING: Readonly<Partial<Record<HeaderRole, Partial<Record<SlotRole, number>>>>> = {
  max: { max: 0 },
  self: { self: 0 },
  appraised: { appraised: 0, round: -0.5 },
  points: { appraised: 0, self: -0.5, round: -1, max: -1, other: -3 },
  total: { appraised: -1, self: -1, max: -1, round: -1, other: -1 },
  lost: { lost: 0 },
  percent: { percent: 0, other: -1 },
  index: { percent: 0, other: -1 },
};

/** Words for another kind of column. */
const ELSE: Partial<Record<SlotRole, number>> = { other: 0 };

/** What the officer says of a column counts more than all its numbers. */
const STATED = 40;

export function wordOdds({ headingRole, hint, isStated }: Slot, role: SlotRole): number {
  if (isStated && headingRole === role) return STATED;
  if (headingRole !== null) return (ODDS_BY_HEADING[headingRole] ?? ELSE)[role] ?? DENIED;
  return hint === null ? 0 : ((ODDS_BY_HEADING[hint] ?? ELSE)[role] ?? DOUBTED);
}

/** The header role for each role of a slot. */
export const ITEM_HEADER_ROLES: Readonly<Record<SlotRole, HeaderRole>> = {
  max: 'max',
  appraised: 'appraised',
  self: 'self',
  round: 'foreign',
  lost: 'lost',
  percent: 'percent',
  other: 'count',
};

/** Why numbers have the role that no word gives. */
export const BECAUSE: Readonly<Record<SlotRole, string>> = {
  max: 'không ô điểm nào vượt cột này',
  appraised: 'các số cộng lên như điểm và không vượt điểm tối đa',
  self: 'các số không thấp hơn điểm thẩm định',
  round: 'là một vòng chấm trước',
  lost: 'bằng điểm tối đa trừ điểm',
  percent: 'bằng điểm chia điểm tối đa',
  other: NO_POINTS,
};

/** «Điểm ban đầu | Điểm thẩm định»: the numbers tell whether the first is the self-score. */
export const isOpen = (roles: readonly (HeaderRole | null)[]): boolean =>
  roles.includes('points') && roles.includes('appraised') && !roles.includes('self');
