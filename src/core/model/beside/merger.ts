/** A unit formed from others between two years: «Xã Đăk Mar = Xã Đăk Mar; Xã Đăk Hring». */
export interface Merger {
  /** The unit's current name. */
  readonly name: string;
  /** Units of the earlier year, in the list's order. */
  readonly former: readonly string[];
}
