/** Points beside the set, line by line as a unit's tables have them; which line of one table is which of another. */
import { outsideLabel } from '../model/beside/outside-caps';
import type { ScoreSheet, StatedResult, UnitScores } from '../model/score-sheet';
import { nameKey } from './keys';
import { tableOf, type UnitInTables } from './units-in-tables';

type Side = 'self' | 'appraised';

export interface OutsidePoints {
  readonly table: ScoreSheet;
  readonly unit: UnitScores;
  readonly role: Side;
  readonly kind: 'bonus' | 'penalty';
  readonly label: string;
  readonly cell: StatedResult;
}

export function outsidePointsOf({ places }: UnitInTables): OutsidePoints[] {
  const sides = new Map(places.map((place) => [place.unit, tableOf(place)]));
  return [...sides].flatMap(([unit, table]) =>
    (['self', 'appraised'] as const).flatMap((role) => {
      const source = role === unit.awardedRole ? unit : role === 'self' ? unit.selfOutside : undefined;
      return (['bonus', 'penalty'] as const).flatMap((kind) =>
        (source?.[kind] ?? []).map((cell) => ({ table, unit, role, kind, label: outsideLabel(table, cell), cell })),
      );
    }),
  );
}

/** The only line of that name, else the only one of its kind in both tables; null where nobody can tell. */
export function outsidePlace(
  from: OutsidePoints,
  sent: readonly OutsidePoints[],
  { role, lines }: { readonly role: Side | null; readonly lines: readonly OutsidePoints[] },
): OutsidePoints | null {
  const alike = lines.filter((line) => line.kind === from.kind && line.role === role);
  const named = alike.filter((line) => labelKey(line) === labelKey(from));
  const isOnly = sent.filter((line) => line.kind === from.kind && line.role === from.role).length === 1;
  const [only, another] = named.length === 0 && isOnly ? alike : named;
  return only && !another ? only : null;
}

/** «Điểm thưởng (tối đa 2 điểm)» is «- Điểm thưởng». */
const labelKey = ({ label }: OutsidePoints): string =>
  nameKey(label.replace(/^\s*[-–+•*]\s*/u, '').replace(/\([^()]*\)\s*$/u, ''));
