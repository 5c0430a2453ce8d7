/** The door to .xlsx and .xlsm files: bytes in, a Book out, and the same bytes with some edits spliced in. */
import type { SheetEdits } from '../../core/model/edit';
import type { Book, Grid } from '../../core/model/grid';
import type { Host } from '../host';
import type { Codec } from './zip/codec';
import { DEFAULT_LIMITS, type Limits } from './zip/limits';
import { openPackage } from './parts/package';
import { readGrid, type Reading } from './cells/read-grid';
import { readSharedStrings, readWorkbook } from './parts/workbook';
import { readStyles } from './parts/style-table';
import { applyEdits } from './apply-edits';
import { lostSheet } from './faults';

export type { Codec } from './zip/codec';
export type { Limits } from './zip/limits';

export interface XlsxFile {
  readonly book: Book;
  /**
   * The whole file with the edits in it; the source's own bytes, unchanged, when there is nothing to do. Throws
   * HostError and does nothing otherwise.
   */
  apply(edits: readonly SheetEdits[]): Uint8Array;
}

/** Opens a file; throws HostError for whatever is no sound workbook. Grids are read when they are asked for. */
export function openXlsx(
  bytes: Uint8Array,
  codec: Codec,
  options: { readonly limits?: Partial<Limits> } = {},
): XlsxFile {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const parts = openPackage(bytes, codec, limits);
  const workbook = readWorkbook(parts);
  const reading: Reading = {
    parts,
    workbook,
    styles: once(() => readStyles(parts, workbook.styles)),
    strings: once(() => readSharedStrings(parts, workbook.sharedStrings)),
    limits,
    mostStyles: new Map(),
  };
  const sheets = workbook.sheets.flatMap(({ name, visibility, part }) =>
    part === null ? [] : [{ name, visibility, grid: once((): Grid => readGrid(reading, name, part)) }],
  );
  const unopened = workbook.sheets.filter(({ isLost }) => isLost).map(({ name }) => lostSheet(name));
  const book: Book = { sheets, unopened, structureLocked: workbook.structureLocked };
  return { book, apply: (edits) => applyEdits(reading, edits) };
}

/** A file held in memory as a Host; `bytes()` is the file as it stands after the edits. */
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

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
