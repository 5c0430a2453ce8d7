/**
 * Adds and removes the prefix that functions newer than Excel 2007 have in the file; the rest of the program uses their
 * plain names.
 */

const NEWER = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND ' +
    'BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV ' +
    'CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P ' +
    'COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT ' +
    'F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV ' +
    'GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ' +
    'ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT ' +
    'MODE.SNGL MUNIT NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION ' +
    'PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC ' +
    'QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P ' +
    'STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT ' +
    'TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE ' +
    'WEIBULL.DIST WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST'
  ).split(' '),
);

/** These two have a second prefix. */
const WORKSHEET_ONLY = new Set(['FILTER', 'SORT']);
/** Excel writes these newer functions without a prefix: the file format already includes them. */
const UNPREFIXED = new Set(['NETWORKDAYS.INTL', 'WORKDAY.INTL']);

const WORD = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|([A-Za-z][A-Za-z0-9.]*)(?=\()/g;

/**
 * The regular expression runs only if a newer function may be called: the result formulas of a national sheet are 11
 * million characters without any.
 */
export const toFileFormula = (formula: string): string => (mayCallNewer(formula) ? withPrefixes(formula) : formula);

function mayCallNewer(formula: string): boolean {
  for (let open = formula.indexOf('('); open >= 0; open = formula.indexOf('(', open + 1)) {
    let start = open;
    while (start > 0 && isPartOfName(formula.charCodeAt(start - 1))) start--;
    if (start < open && SHAPES[shapeOf(formula, start, open)] === 1) return true;
  }
  return false;
}

/** Length, first letter and last letter, ignoring case: enough to skip SUM and IF without extracting the name. */
const shapeOf = (text: string, start: number, end: number): number =>
  ((end - start) << 10) | ((text.charCodeAt(start) & 31) << 5) | (text.charCodeAt(end - 1) & 31);
/** 1 for each shape that a newer function has: one array lookup for every call in every formula. */
const SHAPES = new Uint8Array(1 << 15);
for (const name of [...NEWER, ...WORKSHEET_ONLY]) SHAPES[shapeOf(name, 0, name.length)] = 1;

/**
 * A–Z, a–z, 0–9 and the point; other letters, the underscore and "$" end a name here and are handled by the regular
 * expression.
 */
const isPartOfName = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 46;

const withPrefixes = (formula: string): string =>
  formula.replace(WORD, (token, word: string | undefined, position: number) => {
    if (word === undefined || /[\w.]/.test(formula[position - 1] ?? '')) return token;
    const name = word.toUpperCase();
    if (WORKSHEET_ONLY.has(name)) return `_xlfn._xlws.${word}`;
    return NEWER.has(name) && !UNPREFIXED.has(name) ? `_xlfn.${word}` : word;
  });

export const fromFileFormula = (formula: string): string =>
  formula.includes('_xl')
    ? formula.replace(/("(?:[^"]|"")*"?)|_xlfn\.|_xlws\./gi, (_, quoted: string | undefined) => quoted ?? '')
    : formula;
