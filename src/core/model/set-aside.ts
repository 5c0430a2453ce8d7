/** A finding that the officer leaves as it is, with the reason; it is reported again when its numbers change. */
import { toA1 } from '../values/address';
import type { Diagnostic } from './diagnostic';
import { placeOf, type ScoreSheet } from './score-sheet';

export interface SetAside {
  readonly code: string;
  /** «Bảng tổng hợp!E4». */
  readonly place: string;
  /** «3.36 → 3.54»: the stated and the expected number. */
  readonly numbers: string;
  readonly reason: string;
}

type Table = Pick<ScoreSheet, 'sheet' | 'parts'>;
type Found = Pick<Diagnostic, 'code' | 'at' | 'actual' | 'expected'>;

/** The fields that identify a finding; the officer adds the reason. */
export const markOf = (table: Table, { code, at, actual, expected }: Found): Omit<SetAside, 'reason'> => ({
  code,
  place: at[0] ? `${placeOf(table, at[0]).sheet}!${toA1(at[0])}` : table.sheet,
  numbers: `${actual ?? ''} → ${expected ?? ''}`.trim(),
});

/** Adds the officer's reason to findings that were set aside; an error is never set aside. */
export function withSetAside<T extends Diagnostic>(
  table: Table,
  diagnostics: readonly T[],
  marks: readonly SetAside[],
): readonly T[] {
  if (marks.length === 0) return diagnostics;
  return diagnostics.map((each) => {
    const findingMark = markOf(table, each);
    const mark = each.severity === 'error' ? undefined : marks.findLast((one) => isSame(one, findingMark));
    return mark ? { ...each, setAside: mark.reason } : each;
  });
}

const isSame = (one: Omit<SetAside, 'reason'>, other: Omit<SetAside, 'reason'>): boolean =>
  one.code === other.code && one.place === other.place && one.numbers === other.numbers;

/** Whether the finding is listed among the faults: neither a consequence of another one nor set aside. */
export const isReported = ({ follows, setAside }: Pick<Diagnostic, 'follows' | 'setAside'>): boolean =>
  !follows && setAside === undefined;
