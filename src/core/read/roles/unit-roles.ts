/** Roles and questions for columns that a table of units leaves open. */
import { columnName } from '../../values/address';
import type { HeaderRole } from '../words/header-words';
import { ITEM_HEADER_ROLES, wordOdds, type SlotRole } from './word-odds';
import type { UnitColumn } from './unit-columns';
import { NO_POINTS } from '../words/rounds';

interface FoundRole {
  readonly role: HeaderRole;
  readonly owner: string | null;
  readonly because: string;
}
export type Roles = Map<number, FoundRole>;

export interface ColumnQuestion {
  readonly about: readonly UnitColumn[];
  readonly question: string;
  readonly because: string;
}

/** Odds by which the best reading must exceed the next one with other points. */
export const MARGIN = 2;

export const nameOf = ({ column, path }: UnitColumn): string =>
  path.length === 0 ? columnName(column) : `${columnName(column)} «${path.join(' / ')}»`;

/** In a table of units a percentage of the whole is the index. */
export const UNIT_HEADER_ROLES: Readonly<Record<SlotRole, HeaderRole>> = { ...ITEM_HEADER_ROLES, percent: 'index' };
export const BECAUSE: Readonly<Record<SlotRole, string>> = {
  max: 'không đơn vị nào có điểm cao hơn',
  appraised: 'các số không vượt điểm tối đa',
  self: 'không thấp hơn điểm thẩm định ở đơn vị nào',
  round: 'là một vòng chấm trước',
  lost: 'bằng điểm tối đa trừ điểm',
  percent: 'bằng điểm chia điểm tối đa',
  other: NO_POINTS,
};

/** The odds of a role by the words of a heading. */
export const oddsOf = (
  { headingRole, hint }: { readonly headingRole: HeaderRole | null; readonly hint: HeaderRole | null },
  role: SlotRole,
): number => wordOdds({ headingRole, hint, label: '', columns: [], isShared: false, isStated: false }, role);
