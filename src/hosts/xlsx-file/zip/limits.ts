/**
 * How large a workbook may be before it is refused. The national workbook (1.16 million cells) takes about a fifth of
 * each.
 */
export interface Limits {
  /** The file itself. */
  readonly fileBytes: number;
  readonly entries: number;
  /** One part, inflated. */
  readonly partBytes: number;
  /**
   * Inflated ÷ packed, asked only of parts over a megabyte: a sheet's XML rarely passes 60, deflate's own bound is
   * 1032.
   */
  readonly ratio: number;
  /** Places in the rows of one sheet, blanks between filled cells included. */
  readonly cells: number;
  /**
   * Characters of shared formulas once every cell has its own: a file may state one long formula for a million cells.
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
