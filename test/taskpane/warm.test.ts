/** Getting the engine ready must never stand in anybody's way. */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Codec } from '../../src/hosts/xlsx-file/codec';
import { nodeCodec } from '../../src/hosts/xlsx-file/codec-node';
import { warm } from '../../src/taskpane/engine/warm';
import { ROOT } from '../kit/bundle';

const SAMPLE = new Uint8Array(readFileSync(join(ROOT, 'assets', 'samples', 'don-vi-theo-cot.xlsx')));

/** How often the sheet was packed while warming up, which each filling in does at least once. */
async function packedUntil(isWanted: (step: number) => boolean): Promise<number> {
  let packed = 0;
  let asked = 0;
  const codec: Codec = { inflateRaw: nodeCodec.inflateRaw, deflateRaw: (bytes) => { packed += 1; return nodeCodec.deflateRaw(bytes); } };
  await warm(codec, SAMPLE, () => isWanted(asked++));
  return packed;
}

test('warming up goes through the whole work, and ends with the step during which somebody calls', async () => {
  // Reading, looking, filling in: the third step packs.
  expect(await packedUntil((step) => step < 2)).toBe(0);
  const once = await packedUntil((step) => step < 3);
  expect(once).toBeGreaterThan(0);
  expect(await packedUntil((step) => step < 6)).toBe(2 * once);
  expect(await packedUntil(() => false)).toBe(0);
});

test('between two rounds a message that came meanwhile is heard', async () => {
  let heard = false;
  setTimeout(() => { heard = true; }, 0);
  let atEnd = 0;
  await warm(nodeCodec, SAMPLE, () => { atEnd += 1; return !heard; });
  expect(heard).toBe(true);
  expect(atEnd).toBeLessThan(6);
});
