/** A .xlsx file in memory as a host, for the tests of the contract of every host. */
import type { Host } from '../../src/hosts/host';
import { openXlsx, type Codec } from '../../src/hosts/xlsx-file/xlsx-file';

/** `bytes()` returns the file after the edits. */
export function xlsxFileHost(source: Uint8Array, codec: Codec): Host & { bytes(): Uint8Array } {
  let bytes = source;
  let file = openXlsx(bytes, codec);
  return {
    readBook: () => Promise.resolve(file.book),
    applyEdits: (edits) => {
      try {
        const after = file.apply(edits);
        if (after !== bytes) {
          file = openXlsx(after, codec);
          bytes = after;
        }
        return Promise.resolve();
      } catch (fault) {
        return Promise.reject(fault instanceof Error ? fault : new Error(String(fault)));
      }
    },
    bytes: () => bytes,
  };
}
