/** Text on its way into a cell, so that Excel takes it as text: =1+1, 4,5 and 1-5 are read as something else without an apostrophe. */

/** Words alone are safe; whatever has a digit, a sign in front, or is a truth value is not. */
const PLAIN = /^\p{L}[^\d]*$/u;
const TRUTH = /^(?:true|false)$/i;

export const textInput = (text: string): string =>
  text === '' || (PLAIN.test(text) && !TRUTH.test(text)) ? text : `'${text}`;
