import { expect, test } from '@jest/globals';
import { memoryHost } from '../kit/memory/memory-host';
import { cell, number, onSheet } from '../kit/edits';
import { grid } from '../kit/grid';

test('the memory host leaves the grids it was given as they were', async () => {
  const given = grid('a | 1', { sheet: 'S' });
  const host = memoryHost([given]);
  await host.applyEdits(onSheet('S', cell('B1', number('9'))));
  expect(given).toEqual(grid('a | 1', { sheet: 'S' }));
  expect(host.grids()[0]?.values).toEqual([['a', 9]]);
});
