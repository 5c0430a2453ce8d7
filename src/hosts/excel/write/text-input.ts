/** Text in the form that Excel stores as text: without an apostrophe, =1+1, 4,5 and 1-5 would become something else. */

/** Words alone are safe; whatever has a digit, a sign in front, or is a truth value is not. */
const PLAIN = /^\p{L}[^\d]*$/u;
const TRUTH = /^(?:true|false)$/i;

export const textInput = (text: string): string =>
  text === '' || (PLAIN.test(text) && !TRUTH.test(text)) ? text : `'${text}`;
