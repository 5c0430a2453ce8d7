/**
 * Reads .xlsx and .xlsm files: bytes in, a Book out. Writing them is a file of its own, so that the page can show a
 * workbook before the code that changes it has loaded.
 */
import type { Book, Grid } from '../../core/model/workbook/grid';
import { readGrid, type Reading } from './cells/read-grid';
import { lostSheet } from './faults';
import { openPackage } from './parts/package';
import { readStyles } from './parts/style-table';
import { readSharedStrings, readWorkbook } from './parts/workbook';
import type { Codec } from './zip/codec';
import { DEFAULT_LIMITS, type Limits } from './zip/limits';

export type { Reading } from './cells/read-grid';

/** A workbook and the parts of its file, to which edits are applied. */
export interface ReadXlsx {
  readonly book: Book;
  readonly reading: Reading;
}

/** Throws HostError if the bytes are not a sound workbook. Grids are read on demand. */
export function readXlsx(
  bytes: Uint8Array,
  codec: Codec,
  options: { readonly limits?: Partial<Limits> } = {},
): ReadXlsx {
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
  return { book, reading };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
