/**
 * The interface between the engine and a workbook in Excel, in a file, or in memory. Hosts only read and write; all
 * decisions are made in the engine.
 */
import type { Book } from '../core/model/workbook/grid';
import type { SheetEdits } from '../core/model/workbook/edit';

export interface Host {
  /** Every sheet in its present state. */
  readBook(): Promise<Book>;
  /** Performs all edits or none. */
  applyEdits(edits: readonly SheetEdits[]): Promise<void>;
}

/** Codes 9xx: outcomes of a host, or of a file given to it. Permanent, like the codes of rules. */
export const HOST_FAULTS = {
  'protected-sheet': 'CCHC901',
  'changed-sheet': 'CCHC902',
  'oversized-request': 'CCHC903',
  'unsupported-file': 'CCHC904',
  'damaged-file': 'CCHC905',
  'encrypted-file': 'CCHC906',
  'oversized-file': 'CCHC907',
  'signed-file': 'CCHC908',
  'blocked-cell': 'CCHC909',
  'filtered-sheet': 'CCHC910',
  'editing-cell': 'CCHC911',
  'read-only-workbook': 'CCHC912',
  'old-excel': 'CCHC913',
  'failed-read': 'CCHC914',
  'failed-write': 'CCHC915',
  'half-written': 'CCHC916',
  'later-year': 'CCHC917',
  'faulty-template': 'CCHC918',
} as const;
type HostFault = keyof typeof HOST_FAULTS;

/**
 * A failure of a host; `message` is one Vietnamese sentence: what, where, what to do. Nothing was written, except with
 * `half-written`.
 */
export class HostError extends Error {
  readonly code: string;
  constructor(
    readonly alias: HostFault,
    message: string,
  ) {
    super(message);
    this.name = 'HostError';
    this.code = HOST_FAULTS[alias];
  }
}
