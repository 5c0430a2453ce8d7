/**
 * A loader for the package docx: it carries a second zip program, the streams of Node and a reader of XML, together an
 * eighth of the page as one file. The page zips by fflate, which it has already, takes documents as bytes and gives no
 * styles of others, so none of them is ever run.
 */
const { basename } = require('node:path');

const BY_FFLATE = `
class JSZip {
  parts = {};
  file(name, data) {
    this.parts[name] = data;
  }
  generateAsync() {
    return Promise.resolve(zipSync(this.parts, { level: 0 }).buffer);
  }
  static loadAsync() {
    throw new Error('docx opens no file here');
  }
}
`;

/** Sixty switches by which Word lays a page out as programs before it did. */
const OLD_LAYOUTS = /(?<=super\("w:compat"\);\n {4}if \(options\.version\) \{\n.*\n {4}\}\n)[^]*?(?= {2}\}\n\}\n)/;

/** Properties of texts, paragraphs, cells and sections that no document of ours states. */
const UNSTATED = [
  'strike doubleStrike emboss imprint noProof snapToGrid vanish characterSpacing scale kern effect rightToLeft',
  'emphasisMark specVanish math frame widowControl thematicBreak wordWrap overflowPunctuation bidirectional',
  'contextualSpacing suppressLineNumbers autoSpaceEastAsianText position revision insertion deletion cellMerge',
  'trackRevisions defaultTabStop lineNumbers column textDirection',
].flatMap((names) => names.split(' '));
const statementOf = (name) => {
  const condition = `if \\((?:options\\.)?${name}(?: !== void 0)?\\)`;
  return new RegExp(`\\n +${condition} \\{\\n +this\\.(?:root\\.)?push\\([^\\n]*\\);\\n +\\}(?= *\\n)`);
};

const CHANGES = [
  ...UNSTATED.map((name) => [statementOf(name), '']),
  [OLD_LAYOUTS, ''],
  [/var jszip_min = [^]*?\nconst JSZip = .*\n/, BY_FFLATE],
  [/(function requireStreamBrowserify\(\) \{\n)[^]*?(\n\}\n)/, '$1  return { Stream: class {} };$2'],
  [/var libExports = requireLib\(\);/, "var libExports = { xml2js() { throw new Error('docx reads no XML here'); } };"],
  [/(var (?:hash|xml)Exports = )(?=require)/, '$1/* @__PURE__ */ '],
];

module.exports = function withoutUnused(source) {
  if (basename(this.resourcePath) !== 'index.mjs') return source;
  return CHANGES.reduce((code, [what, by]) => {
    if (!what.test(code)) throw new Error(`docx has no ${String(what)}`);
    return code.replace(new RegExp(what, 'g'), by);
  }, `import { zipSync } from 'fflate';\n${source}`);
};
