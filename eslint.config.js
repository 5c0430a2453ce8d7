/** Lint: everything that strict, type-aware TypeScript can find, and a few decisions of this house. */
const js = require('@eslint/js');
const officeAddins = require('eslint-plugin-office-addins');
const tseslint = require('typescript-eslint');
const jsxA11y = require('eslint-plugin-jsx-a11y');
const reactHooks = require('eslint-plugin-react-hooks');

const nodeGlobals = Object.fromEntries(
  ['module', 'require', 'process', 'URL', '__dirname', '__filename'].map((name) => [name, 'readonly']),
);

const tests = ['describe', 'it', 'test'];
const banned = ['skip', 'only', 'todo', 'failing'];

module.exports = tseslint.config(
  { ignores: ['dist/', 'coverage/', '.out/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A count may stand in a sentence; points and indices are Decimals and go through toVietnamese or toText.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A Decimal is a number with a brand; TypeScript itself refuses the minus where it has no meaning.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // Nothing here is an enum, no two classes have one shape, and these two take a quarter of the time of all rules.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `() => list.push(x)` reads better than a block.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  // The pane: rules of hooks, and every component usable by keyboard and screen reader. The worker imports no React.
  {
    files: ['src/taskpane/**/*.ts', '**/*.tsx'],
    ignores: ['src/taskpane/worker/**'],
    extends: [reactHooks.configs.flat.recommended],
  },
  { files: ['**/*.tsx'], extends: [jsxA11y.flatConfigs.strict] },
  // A page fits the eye, and a function the head.
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 60 }],
      'max-params': ['error', 5],
      complexity: ['error', 20],
      'max-lines': ['error', 300],
    },
  },
  // Prettier leaves long strings and comments as they are; no exception for strings, tables or titles.
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts', '**/*.js', '**/*.mjs'],
    rules: { 'max-len': ['error', { code: 120, comments: 120 }] },
  },
  { files: ['src/taskpane/components/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 90 }] } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test that does not run proves nothing; if a program is missing, describeWith of
      // test/kit/programs/programs.ts reports it.
      'no-restricted-properties': [
        'error',
        ...tests.flatMap((object) =>
          banned.map((property) => ({
            object,
            property,
            message: 'Every test runs, or says through describeWith why it cannot.',
          })),
        ),
      ],
      // In a test a missing value should fail on the spot.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // The dangers of Office.js, written down by those who make it; only this folder speaks to it.
    files: ['src/hosts/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    // Left out are rules that follow neither a closure nor a computed list of members; what they look for, the genuine
    // client refuses in tests.
    rules: Object.fromEntries(
      [
        'no-context-sync-in-loop',
        'call-sync-after-load',
        'no-navigational-load',
        'no-office-initialize',
        'test-for-null-using-isNullObject',
      ].map((rule) => [`office-addins/${rule}`, 'error']),
    ),
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: nodeGlobals },
  },
  { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
);
