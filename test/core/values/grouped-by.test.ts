import { expect, test } from '@jest/globals';
import { groupedBy } from '../../../src/core/values/grouped-by';

test('groups stand in the order of their first value, and a value without a key in none', () => {
  const keyOf = (word: string): string | null => (word === '' ? null : word.charAt(0));
  expect(groupedBy(['bưởi', 'cam', '', 'bơ', 'chanh'], keyOf)).toEqual([
    ['bưởi', 'bơ'],
    ['cam', 'chanh'],
  ]);
  expect(groupedBy([], keyOf)).toEqual([]);
});
