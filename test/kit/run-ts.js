/** Runs a TypeScript file under plain Node: `node test/kit/run-ts.js FILE.ts ARGS…`. Sources are translated as they are loaded. */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  });
  module._compile(code, filename);
};

const [, , file = '', ...rest] = process.argv;
const entry = path.resolve(file);
process.argv = [process.argv[0], entry, ...rest];
require(entry);
