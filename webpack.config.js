/**
 * Bundles: one file for the command line, and the page (dist/web) with its worker, service worker, samples and icons.
 */
const os = require('node:os');
const path = require('node:path');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { BannerPlugin, DefinePlugin } = require('webpack');
const { OneFile } = require('./.ci/one-file.js');
const { OFFICE_JS_URL, PageFiles } = require('./.ci/page-files.js');

const root = __dirname;

/** What every bundle shares: no chunk names that change. */
const bundle = ({ entry, target, folder, clean = false, ...rest }) => ({
  mode: 'production',
  entry: Object.fromEntries(Object.entries(entry).map(([name, file]) => [name, path.join(root, file)])),
  // Found beside the page, wherever that lies.
  output: { path: path.join(root, folder), filename: '[name].js', chunkFilename: '[name].js', publicPath: '', clean },
  target,
  devtool: false,
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    // What fills templates reads three small parts by it; the whole program is twice as large as all that it serves.
    alias: { '@xmldom/xmldom': path.join(root, '.ci', 'few-attributes.js') },
  },
  module: {
    rules: [
      // The core does nothing by being loaded, so what nobody asks for may go.
      { test: /[\\/]src[\\/]core[\\/]/, sideEffects: false },
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: path.join(root, '.ci', 'typescript.js'),
      },
      {
        test: /[\\/]@fluentui[\\/]tokens[\\/]lib[\\/](themes[\\/]web[\\/](light|dark)Theme|tokens)\.js$/,
        use: path.join(root, '.ci', 'used-tokens.js'),
      },
      { test: /[\\/]docx[\\/]dist[\\/]index\.mjs$/, use: path.join(root, '.ci', 'docx-parts.js') },
      { test: /[\\/]@e965[\\/]xlsx[\\/]xlsx\.mjs$/, use: path.join(root, '.ci', 'spreadsheet-parts.js') },
      {
        test: /[\\/]docxtemplater[\\/]js[\\/](docxtemplater|minizod|error-logger|get-tags|errors)\.js$/,
        use: path.join(root, '.ci', 'template-parts.js'),
      },
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
  ...rest,
});

const commandLine = bundle({
  name: 'cchc',
  entry: { cchc: 'src/cli/main.ts' },
  target: 'node20',
  folder: 'dist',
  // Readable in a stack trace that an officer sends in; size does not matter on a disk.
  optimization: { minimize: false },
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }), { apply: makeExecutable }],
});

const page = bundle({
  name: 'page',
  entry: {
    taskpane: 'src/taskpane/index.tsx',
    'service-worker': 'src/taskpane/service-worker.ts',
    unpack: '.ci/unpack.mjs',
  },
  target: ['web', 'es2022'],
  folder: 'dist/web',
  // A release takes the whole folder.
  clean: true,
  optimization: {
    moduleIds: 'size',
    mangleExports: 'size',
    minimizer: [
      new MinimizerPlugin({
        extractComments: false,
        // By itself it leaves a processor to webpack, which only waits meanwhile.
        parallel: os.availableParallelism(),
        // Code in one style packs better: arrows, and calls instead of repeated bodies. Reading a property does nothing
        // else, so a value that nobody uses need not be read. A second pass takes ten seconds and saves one kB.
        terserOptions: {
          compress: { keep_fargs: false, ecma: 2020, unsafe_arrows: true, inline: 1, pure_getters: true },
        },
      }),
    ],
  },
  cache: {
    type: 'filesystem',
    buildDependencies: {
      config: [
        __filename,
        ...[
          'page-files',
          'manifest',
          'one-file',
          'docx-parts',
          'spreadsheet-parts',
          'few-attributes',
          'used-tokens',
        ].map((name) => path.join(root, '.ci', `${name}.js`)),
      ],
    },
  },
  plugins: [
    new DefinePlugin({ OFFICE_JS_URL: JSON.stringify(OFFICE_JS_URL) }),
    new PageFiles(root, OFFICE_JS_URL, process.env.CCHC_BASE_URL),
    new OneFile('../cchc.html'),
  ],
});

/** The bundle can be started by its name. */
function makeExecutable(compiler) {
  compiler.hooks.afterEmit.tapPromise('executable', () =>
    require('node:fs/promises').chmod(path.join(root, 'dist', 'cchc.js'), 0o755),
  );
}

module.exports = [commandLine, page];
