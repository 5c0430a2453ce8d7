/** Which item of which unit a line of a `Nguyên nhân` sheet speaks of. */
import type { CauseLine } from '../model/deduction';
import type { ScoreSheet } from '../model/score-sheet';
import type { CitedCause, StrayCause } from '../model/stated-cause';
import { NONE, allMeant, onlyOne, type Likeness } from './answer';
import { itemFinder } from './find-items';
import { ownerFinder } from './find-units';

interface CausesOfSheets {
  /** Of each sheet: lines unit by unit. */
  readonly cited: readonly (readonly CitedCause[])[];
  readonly strays: readonly StrayCause[];
}

const SUREST: readonly Likeness[] = ['exact', 'normalised', 'near'];

/**
 * A line goes to the sheets that have its unit; one that has it in another spelling only where no sheet has it as it
 * stands.
 */
export function matchCauses(sheets: readonly ScoreSheet[], causes: readonly CauseLine[]): CausesOfSheets {
  if (causes.length === 0) return { cited: sheets.map(() => []), strays: [] };
  const finders = sheets.map((sheet) => ({ ownersOf: ownerFinder(sheet.units), findItem: itemFinder(sheet.items) }));
  const cited = sheets.map((): CitedCause[] => []);
  const strays: StrayCause[] = [];
  for (const line of causes) {
    const owners = finders.map(({ ownersOf }) => ownersOf(line.unit));
    const by = SUREST.find((likeness) => owners.some((each) => each.kind !== 'none' && each.by === likeness));
    const among = owners.flatMap((each) => (each.kind !== 'none' && each.by === by ? allMeant(each) : []));
    // One spelling that several units share speaks of none of them.
    if (by === undefined || (by !== 'exact' && among.length > 1)) {
      strays.push({ line, among: among.map(({ name }) => name) });
      continue;
    }
    finders.forEach(({ findItem }, position) => {
      const owner = owners[position] ?? NONE;
      if (owner.kind === 'none' || owner.by !== by) return;
      const { item, miscited } = findItem(line);
      for (const unit of allMeant(owner))
        cited[position]?.push({ line, unit, item: onlyOne(item), among: allMeant(item), miscited });
    });
  }
  return { cited: cited.map((some) => some.sort((a, b) => a.unit.index - b.unit.index)), strays };
}
