/** The tests: which files they are, how their sources are read, and what every test file finds set up. */
const path = require('node:path');

module.exports = {
  rootDir: path.join(__dirname, '..'),
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  setupFiles: ['<rootDir>/test/kit/seed.ts'],
  testMatch: ['**/*.test.ts'],
  transform: { '\\.tsx?$': '<rootDir>/.ci/typescript.js' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Jest gives every test file a context of its own, where a global is looked up by a slow way each time it is used:
  // the engine takes half as long again. As parameters of the modules they are found at once. Date is not among them,
  // because clocks of tests replace it.
  sandboxInjectedGlobals: [
    ...['Array', 'BigInt', 'Boolean', 'DataView', 'Error', 'Infinity', 'JSON', 'Map', 'Math', 'Number', 'Object'],
    ...['Promise', 'RegExp', 'Set', 'String', 'WeakMap', 'WeakSet'],
    ...['Float64Array', 'Int32Array', 'Uint8Array', 'Uint16Array', 'Uint32Array'],
  ],
};
