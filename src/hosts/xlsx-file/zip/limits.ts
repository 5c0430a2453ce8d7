/**
 * Size limits above which a workbook is refused. The national workbook (1.16 million cells) uses about a fifth of each.
 */
export interface Limits {
  /** The file itself. */
  readonly fileBytes: number;
  readonly entries: number;
  /** One part, inflated. */
  readonly partBytes: number;
  /**
   * Inflated size ÷ packed size, checked only for parts over a megabyte: a sheet's XML rarely exceeds 60, deflate's
   * maximum is 1032.
   */
  readonly ratio: number;
  /** Cells in the rows of one sheet, including blanks between filled cells. */
  readonly cells: number;
  /**
   * Total characters of shared formulas after expansion to every cell: a file can apply one long formula to a million
   * cells.
   */
  readonly sharedFormulas: number;
}

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 256 << 20,
  entries: 20_000,
  partBytes: 320 << 20,
  ratio: 250,
  cells: 12_000_000,
  sharedFormulas: 60_000_000,
};
