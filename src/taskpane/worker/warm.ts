/**
 * Runs the engine on a small workbook until the browser has optimised its code, so that the officer's workbook runs
 * fast.
 */
import type { Codec } from '../../hosts/xlsx-file/zip/codec';
import { createSession } from './session';

/** A small workbook that comes with the page, beside the script. */
export const WARM_SAMPLE = 'samples/don-vi-theo-cot.xlsx';

const ROUNDS = 12;
/**
 * Filling and packing take longest and need fewer rounds. They begin after the first rounds, by which time a file sent
 * at once has been read.
 */
const FILLS = { from: 3, to: 8 };
/** Time limit. Slow machines need the warm-up most, and any call of the page ends it. */
const MOST_MILLISECONDS = 5000;

/** Runs one step at a time. Between two steps the worker handles messages, and a call of the page ends the warm-up. */
export async function warm(codec: Codec, bytes: Uint8Array, isWanted: () => boolean): Promise<void> {
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    for (const step of stepsOf(codec, bytes, round >= FILLS.from && round < FILLS.to)) {
      if (!isWanted() || performance.now() - start > MOST_MILLISECONDS) return;
      await step();
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    }
  }
}

function stepsOf(codec: Codec, bytes: Uint8Array, fills: boolean): readonly (() => Promise<void> | void)[] {
  const session = createSession(codec, () => undefined);
  let sheet = '';
  return [
    () => {
      sheet = session.open({ kind: 'bytes', bytes }).sheets[0]?.sheet ?? '';
    },
    async () => {
      await session.shape(sheet);
      await session.cells(sheet, { top: 0, left: 0, bottom: 39, right: 23 });
      session.unit(sheet, 0);
      session.issues({ sheet, severity: null, search: '', limit: 60 });
      session.deductions({ sheet, by: 'unit', search: '', withoutCause: false, unit: null, limit: 80 });
    },
    ...(fills
      ? [
          async () => {
            await session.run({ kind: 'fill' }, false);
          },
        ]
      : []),
  ];
}
