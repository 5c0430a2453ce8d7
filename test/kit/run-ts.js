/**
 * Runs a TypeScript file under plain Node: `node test/kit/run-ts.js FILE.ts ARGS…`. Sources are translated as they are
 * loaded.
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { translate } = require('../../.ci/typescript.js');

require.extensions['.ts'] = (module, filename) => {
  module._compile(translate(readFileSync(filename, 'utf8'), filename, { modules: 'commonjs' }).code, filename);
};

const [, , file = '', ...rest] = process.argv;
const entry = path.resolve(file);
process.argv = [process.argv[0], entry, ...rest];
require(entry);
