/** Roles of the cells of an item, and of the results that a sheet may state for a whole unit. */

/** The content of a column (families A, B), or of a column in a unit's or an area's block, for one item of one unit. */
export const SCORE_ROLES = [
  'max',
  'self',
  'appraised',
  'lost',
  'percent',
  'cause',
  'responsibleBody',
  'responsiblePerson',
  'explanation',
  'remedy',
  'remedyDue',
  'remedyStatus',
] as const;
export type ScoreRole = (typeof SCORE_ROLES)[number];
export const isScoredRole = (role: string): role is ScoreRole => (SCORE_ROLES as readonly string[]).includes(role);

/** Results that a sheet may state for a unit as a whole. */
export const RESULT_ROLES = ['total', 'selfTotal', 'max', 'lost', 'index', 'rating', 'rank', 'change'] as const;
export type ResultRole = (typeof RESULT_ROLES)[number];
