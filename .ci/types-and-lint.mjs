/**
 * Types and lint in one pass: the program that TypeScript has checked is handed to ESLint, whose rules ask it for
 * types. Two passes (tsc, then eslint) read and check every file twice.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const told = {
  getCurrentDirectory: () => root,
  getNewLine: () => '\n',
  getCanonicalFileName: (name) => relative(root, name),
};
const fail = (faults) => {
  process.stderr.write(ts.formatDiagnosticsWithColorAndContext(faults, told));
  process.exit(1);
};

const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(
  `${root}tsconfig.json`,
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => fail([fault]) },
);
// The rules walk upwards as well.
const host = ts.createCompilerHost(options, true);
const program = ts.createProgram(fileNames, options, host);
const faults = [...errors, ...ts.getPreEmitDiagnostics(program)];
if (faults.length > 0) fail(faults);

const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: false, programs: [program] } },
  },
});
const results = await eslint.lintFiles('.');
process.stdout.write(await (await eslint.loadFormatter()).format(results));
// A warning is a fault as well.
if (results.some(({ errorCount, warningCount }) => errorCount + warningCount > 0)) process.exitCode = 1;
