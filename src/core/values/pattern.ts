/** Long patterns on lines that fit the page. */

/** One pattern of parts that follow each other, each as it would stand in a literal: written with `String.raw`. */
export const patternOf = (parts: readonly string[], flags = ''): RegExp => new RegExp(parts.join(''), flags);
