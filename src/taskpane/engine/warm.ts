/** Runs the whole engine on a small workbook until the browser has made its code fast, so that the officer's own is not the first that it sees. */
import type { Codec } from '../../hosts/xlsx-file/codec';
import { createSession } from './session';

const ROUNDS = 12;
/** Slow machines need it most; whoever comes meanwhile ends it. */
const MOST_MILLISECONDS = 4000;

/** One round at a time; between two of them the worker listens, and a call of somebody who waits ends it. */
export async function warm(codec: Codec, bytes: Uint8Array, isWanted: () => boolean): Promise<void> {
  const start = performance.now();
  for (let round = 0; round < ROUNDS && isWanted() && performance.now() - start < MOST_MILLISECONDS; round++) {
    runOnce(codec, bytes);
    await new Promise((resolve) => { setTimeout(resolve, 0); });
  }
}

function runOnce(codec: Codec, bytes: Uint8Array): void {
  const session = createSession(codec, () => undefined);
  const [sheet] = session.open({ kind: 'bytes', bytes }).sheets;
  if (!sheet) return;
  session.run({ kind: 'fill' }, false);
  session.shape(sheet.sheet);
  session.cells(sheet.sheet, { top: 0, left: 0, bottom: 39, right: 23 });
  session.unit(sheet.sheet, 0);
  session.diagnostics({ sheet: sheet.sheet, severity: null, search: '', limit: 60 });
  session.deductions({ sheet: sheet.sheet, by: 'unit', search: '', withoutCause: false, unit: null, limit: 80 });
}
