/** Warming up the engine never delays a call. */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Codec } from '../../../src/hosts/xlsx-file/zip/codec';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { WARM_SAMPLE, warm } from '../../../src/taskpane/worker/warm';
import { ROOT } from '../../kit/programs/bundle';

const SAMPLE = new Uint8Array(readFileSync(join(ROOT, 'assets', WARM_SAMPLE)));

/** How often the sheet is compressed during warm-up; each fill does it at least once. */
async function packedUntil(isWanted: (step: number) => boolean): Promise<number> {
  let packed = 0;
  let asked = 0;
  const codec: Codec = {
    inflateRaw: nodeCodec.inflateRaw,
    deflateRaw: (bytes) => {
      packed += 1;
      return nodeCodec.deflateRaw(bytes);
    },
  };
  await warm(codec, SAMPLE, () => isWanted(asked++));
  return packed;
}

test('warming up goes through the whole work, and ends with the step during which somebody calls', async () => {
  // The first three rounds only read and show views; every later round also fills, which compresses.
  expect(await packedUntil((step) => step < 8)).toBe(0);
  const once = await packedUntil((step) => step < 9);
  expect(once).toBeGreaterThan(0);
  expect(await packedUntil((step) => step < 12)).toBe(2 * once);
  expect(await packedUntil(() => false)).toBe(0);
  // Runs the whole work several times: on a busy machine this takes longer than the usual test timeout.
}, 60_000);

test('between two rounds a message that came meanwhile is heard', async () => {
  let heard = false;
  setTimeout(() => {
    heard = true;
  }, 0);
  let atEnd = 0;
  await warm(nodeCodec, SAMPLE, () => {
    atEnd += 1;
    return !heard;
  });
  expect(heard).toBe(true);
  expect(atEnd).toBeLessThan(6);
});
