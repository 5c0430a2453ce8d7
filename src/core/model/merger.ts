/** A unit that was made of others between two years: «Xã Đăk Mar = Xã Đăk Mar; Xã Đăk Hring». */
export interface Merger {
  /** What the unit is called now. */
  readonly name: string;
  /** Units of the earlier year, as they are listed. */
  readonly former: readonly string[];
}
