/** Why a unit has no index, in the same words in «Điểm bị trừ» and in every document. */
import type { Assessment, UnitResult } from '../model/assessment';
import type { Diagnostic } from '../model/diagnostic';
import type { UnitScores } from '../model/score-sheet';
import { toA1 } from '../values/address';
import { count, insideSentence } from './wording';

interface AssessedUnit {
  readonly assessment: Assessment;
  readonly unit: UnitScores;
  readonly result: UnitResult;
}

/** The errors that leave the unit without an index. */
export const faultsOf = ({ assessment, unit, result }: AssessedUnit): Diagnostic[] =>
  result.undetermined
    ? assessment.diagnostics.filter((each) => each.severity === 'error' && (each.unit === unit || each.unit === null))
    : [];

/** Why a unit has no index, from the messages of its errors; null for a unit that has one. */
export function whyUndetermined(subject: AssessedUnit, most = 3): string | null {
  const { result, unit } = subject;
  if (!result.undetermined) return null;
  const faults = faultsOf(subject);
  if (faults.length === 0)
    return result.totals.awardedTotal?.max === 0 ? 'không có tiêu chí nào được áp dụng' : 'thiếu điểm hoặc điểm tối đa';
  const reasons = faults.slice(0, most).map((each) => reasonOf(each, unit.name));
  const rest = faults.length - reasons.length;
  return `${reasons.join('; ')}${rest > 0 ? `; và ${count(rest)} lỗi khác` : ''}`;
}

/** The message of a diagnostic with its cell, but without the final stop and the unit's name at its start. */
function reasonOf({ message, at: [at] }: Diagnostic, name: string): string {
  const sentence = message.replace(/[.\s]+$/, '');
  const reason = insideSentence(
    name !== '' && sentence.startsWith(name) ? sentence.slice(name.length).replace(/^[,:]\s*/, '') : sentence,
  );
  return at && !reason.includes(toA1(at)) ? `${reason} (ô ${toA1(at)})` : reason;
}
