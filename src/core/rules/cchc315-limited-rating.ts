/** CCHC315 — a condition in `Cấu hình` denies a unit the band that its index reaches. */
import type { Rule } from '../model/rule';
import { loweredBecause } from '../model/rating-limits';
import { subject } from './wording';

export const limitedRating: Rule = {
  code: 'CCHC315',
  alias: 'limited-rating',
  severity: 'note',
  title: 'Xếp loại bị giới hạn theo điều kiện',
  find: function* ({ units, settings }) {
    for (const result of units) {
      const reason = result.undetermined ? null : loweredBecause(result, settings);
      if (reason === null) continue;
      const { unit, rating } = result;
      const message = `${subject(unit, null)}: xếp loại «${rating ?? ''}» ${reason}.`;
      yield { at: [unit.stated.rating?.at ?? unit.at], unit, message };
    }
  },
};
