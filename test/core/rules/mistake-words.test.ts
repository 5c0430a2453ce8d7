/** The message when the search for the wrong number stops before it is complete. */
import { expect, test } from '@jest/globals';
import { decimal } from '../../../src/core/values/decimal';
import { doubtOf } from '../../../src/core/rules/mistake-words';
import { diagnosis } from '../../../src/core/rules/mistakes';
import { scoreSheet } from '../../kit/score-sheet';
import { contextOf } from './try-rule';

const sheet = scoreSheet(
  'code | name | max | A.appraised\n1 | Một | 10 | 7.3\n1.1 | Hai | 4 | 3.2\n1.2 | Ba | 6 | 4.3',
);

function doubt(isComplete: boolean, isExplained: boolean): string {
  const [mistake] = diagnosis(contextOf(sheet)).mistakes;
  const [relation] = mistake?.broken ?? [];
  if (!mistake || !relation) throw new Error('the sheet has no mistake');
  const explanations = isExplained ? mistake.explanations : [];
  return doubtOf('Ô D2 ghi 7,3.', { relation, expected: decimal('7.5') }, { ...mistake, explanations, isComplete });
}

test('among what could be wrong, that not everything was looked at', () => {
  expect(doubt(false, true)).toMatch(
    /^Ô D2 ghi 7,3, lệch 0,2: hoặc .*, hoặc ô khác \(chưa xét hết mọi khả năng\); bảng không cho biết\.$/,
  );
  expect(doubt(true, true)).not.toContain('chưa xét hết');
});

test('where nothing was found, that not everything was looked at', () => {
  expect(doubt(false, false)).toBe(
    'Ô D2 ghi 7,3, lệch 0,2; bảng không cho biết ô nào sai (chưa xét hết mọi khả năng).',
  );
  expect(doubt(true, false)).toBe('Ô D2 ghi 7,3, lệch 0,2; bảng không cho biết ô nào sai.');
});
