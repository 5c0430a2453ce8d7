/** What the pane shows of one diagnostic: its sentence, its cells, what it rests on, how it may be put right. */
import type { Address } from '../../core/values/address';
import type { Correction, Evidence, Severity } from '../../core/model/diagnostic';
import type { SetAside } from '../../core/model/set-aside';

export interface Fix extends Correction {
  /** For the record of corrections. */
  readonly why?: string;
}

export interface SuggestionView {
  readonly fixes: readonly (Fix & { /** What the cell shows now. */ readonly before: string })[];
  readonly why: string;
  /** False where somebody has to choose. */
  readonly isSure: boolean;
}

export interface DiagnosticView {
  /** Position in the sheet's list; holds until the next computation. */
  readonly id: number;
  readonly code: string;
  readonly alias: string;
  readonly severity: Severity;
  readonly message: string;
  /** The first cells. */
  readonly at: readonly Address[];
  readonly cellCount: number;
  /** Cells that are right again with it. */
  readonly consequences: number;
  /** What it rests on, cell by cell, the doubtful one first. */
  readonly evidence: readonly Evidence[];
  /** Why the officer leaves it as it is; null where it is told. */
  readonly setAside: string | null;
  /** What it is known by once it is set aside. */
  readonly mark: Omit<SetAside, 'reason'>;
  /** Alternatives: at most one of them is to be taken. */
  readonly suggestions: readonly SuggestionView[];
}
