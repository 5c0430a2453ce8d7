/** Long regular expressions split over several lines. */

/** Joins parts into one regular expression; each part is written as in a literal, with `String.raw`. */
export const patternOf = (parts: readonly string[], flags = ''): RegExp => new RegExp(parts.join(''), flags);
