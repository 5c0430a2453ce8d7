/** A line of a `Nguyên nhân` sheet, for tests. */
import type { CauseLine } from '../../src/core/model/deduction';

export const causeLine = (unit: string, code: string, name: string, cause: string | null): CauseLine => ({
  unit,
  code,
  name,
  cause,
  responsibleBody: null,
  responsiblePerson: null,
  explanation: null,
  remedy: null,
  remedyDue: null,
  remedyStatus: null,
  sheet: 'Nguyên nhân',
  at: { row: 4, column: 2 },
});
