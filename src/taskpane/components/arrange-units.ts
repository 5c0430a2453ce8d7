/** Sorts and groups units for the list. Pure, so that the order of Vietnamese names can be tested. */
import { searcher } from '../worker/search';
import type { UnitView } from '../worker/views';

export const SORTS = ['index', 'indexUp', 'lost', 'changeUp', 'changeDown', 'name', 'sheet'] as const;
export type UnitSort = (typeof SORTS)[number];

interface Arranged {
  readonly total: number;
  readonly groups: readonly { readonly name: string | null; readonly units: readonly UnitView[] }[];
}

interface Wish {
  readonly sort: UnitSort;
  readonly isGrouped: boolean;
  readonly search: string;
}

const collator = new Intl.Collator('vi', { numeric: true });

const ORDERS: Readonly<Record<UnitSort, (a: UnitView, b: UnitView) => number>> = {
  index: (a, b) => a.order - b.order,
  // Units without an index stay last: they are neither the best nor the worst.
  indexUp: (a, b) => Number(a.index === null) - Number(b.index === null) || b.order - a.order,
  lost: (a, b) => lostOf(b) - lostOf(a) || a.order - b.order,
  changeUp: (a, b) =>
    Number(a.change === null) - Number(b.change === null) || changeOf(b) - changeOf(a) || a.order - b.order,
  changeDown: (a, b) =>
    Number(a.change === null) - Number(b.change === null) || changeOf(a) - changeOf(b) || a.order - b.order,
  name: (a, b) => collator.compare(a.name, b.name),
  sheet: (a, b) => a.unit - b.unit,
};

/** Precise enough for sorting; not used in computations. */
const lostOf = ({ lost }: UnitView): number => (lost === null ? -1 : Number(lost.replace(',', '.')));

const changeOf = ({ change }: UnitView): number =>
  change === null ? 0 : Number(change.by.replace(',', '.').replace('−', '-'));

export function arrangeUnits(units: readonly UnitView[], { sort, isGrouped, search }: Wish): Arranged {
  const matches = searcher(search);
  const found = units.filter(({ name, group }) => matches(`${name} ${group ?? ''}`)).sort(ORDERS[sort]);
  if (!isGrouped) return { total: found.length, groups: found.length === 0 ? [] : [{ name: null, units: found }] };
  const groups = new Map<string, UnitView[]>();
  // Groups in the order of the sheet.
  for (const { group } of units) groups.set(group ?? '', []);
  for (const unit of found) groups.get(unit.group ?? '')?.push(unit);
  return {
    total: found.length,
    groups: [...groups]
      .filter(([, members]) => members.length > 0)
      .map(([name, members]) => ({ name, units: members })),
  };
}
