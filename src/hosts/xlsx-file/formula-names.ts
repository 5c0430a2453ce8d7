/** Functions newer than Excel 2007 carry a prefix in the file; everywhere else in the program they go by their plain names. */

const NEWER = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR ' +
    'BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT ' +
    'CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST ' +
    'F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS ' +
    'HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST ' +
    'LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE ' +
    'PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC ' +
    'RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT ' +
    'T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE ' +
    'WEIBULL.DIST WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST'
  ).split(' '),
);

/** These two carry a second prefix. */
const WORKSHEET_ONLY = new Set(['FILTER', 'SORT']);
/** Not prefixed by Excel although they are newer: the format knew them in time. */
const UNPREFIXED = new Set(['NETWORKDAYS.INTL', 'WORKDAY.INTL']);

const WORD = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|([A-Za-z][A-Za-z0-9.]*)(?=\()/g;

export const toFileFormula = (formula: string): string =>
  formula.replace(WORD, (token, word: string | undefined, at: number) => {
    if (word === undefined || /[\w.]/.test(formula[at - 1] ?? '')) return token;
    const name = word.toUpperCase();
    if (WORKSHEET_ONLY.has(name)) return `_xlfn._xlws.${word}`;
    return NEWER.has(name) && !UNPREFIXED.has(name) ? `_xlfn.${word}` : word;
  });

export const fromFileFormula = (formula: string): string =>
  formula.includes('_xl') ? formula.replace(/("(?:[^"]|"")*"?)|_xlfn\.|_xlws\./gi, (_, quoted: string | undefined) => quoted ?? '') : formula;
