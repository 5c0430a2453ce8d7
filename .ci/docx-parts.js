/**
 * A loader for the package docx: it carries a second zip program and the streams of Node, together a tenth of the page
 * as one file. The page zips by fflate, which it has already, and takes documents as bytes, so neither is ever run.
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

const CHANGES = [
  [/var jszip_min = [^]*?\nconst JSZip = .*\n/, BY_FFLATE],
  [/(function requireStreamBrowserify\(\) \{\n)[^]*?(\n\}\n)/, '$1  return { Stream: class {} };$2'],
  [/(var (?:lib|hash|xml)Exports = )(?=require)/, '$1/* @__PURE__ */ '],
];

module.exports = function withoutUnused(source) {
  if (basename(this.resourcePath) !== 'index.mjs') return source;
  return CHANGES.reduce((code, [what, by]) => {
    if (!what.test(code)) throw new Error(`docx has no ${String(what)}`);
    return code.replace(new RegExp(what, 'g'), by);
  }, `import { zipSync } from 'fflate';\n${source}`);
};
