/**
 * Limits on the structure of the code: no long line, no long file, few files used by one other file only, few files to
 * open for one line.
 */
import { expect, test } from '@jest/globals';
import { measureHouse } from './kit/house';

const { longLines, longFiles, singleUse, opened, folders } = measureHouse();

test('no line and no file is longer than fits the eye', () => {
  expect([longLines, longFiles]).toEqual([0, 0]);
});

test('at most 40 files stand by themselves for one other file of their own room (`npm run house -- --list`)', () => {
  expect(singleUse.filter(({ why }) => why === null).length).toBeLessThanOrEqual(40);
});

test('one line of «Điểm bị trừ» takes at most 14 files in three folders', () => {
  expect(opened.length).toBeLessThanOrEqual(14);
  expect(folders.size).toBeLessThanOrEqual(3);
});
