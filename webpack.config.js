/**
 * Bundles: one file for the command line, and the page (dist/web) with its worker, service worker, samples and icons.
 */
const path = require('node:path');
const { minify } = require('@swc/core');
const { BannerPlugin, Compilation, DefinePlugin, sources } = require('webpack');
const { OFFICE_JS_URL, PageFiles } = require('./.ci/page-files.js');

const root = __dirname;

/** What every bundle shares: TypeScript through swc, no chunk names that change. */
const bundle = ({ entry, target, ecmaVersion, folder, ...rest }) => ({
  mode: 'production',
  entry: Object.fromEntries(Object.entries(entry).map(([name, file]) => [name, path.join(root, file)])),
  output: { path: path.join(root, folder), filename: '[name].js', chunkFilename: '[name].js' },
  target,
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              target: ecmaVersion,
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
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
  ecmaVersion: 'es2022',
  folder: 'dist',
  // Readable in a stack trace that an officer sends in; size does not matter on a disk.
  optimization: { minimize: false },
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }), { apply: makeExecutable }],
});

const page = bundle({
  name: 'page',
  entry: { taskpane: 'src/taskpane/index.tsx', 'service-worker': 'src/taskpane/service-worker.ts' },
  target: ['web', 'es2022'],
  ecmaVersion: 'es2022',
  folder: 'dist/web',
  optimization: { minimizer: [{ apply: minifyScripts }] },
  cache: {
    type: 'filesystem',
    buildDependencies: {
      config: [__filename, path.join(root, '.ci', 'page-files.js'), path.join(root, '.ci', 'manifest.js')],
    },
  },
  plugins: [
    new DefinePlugin({ OFFICE_JS_URL: JSON.stringify(OFFICE_JS_URL) }),
    new PageFiles(root, OFFICE_JS_URL, process.env.CCHC_BASE_URL),
  ],
});

/**
 * Minifies with swc, which is installed anyway and takes a tenth of the time of webpack's own minifier: `npm start` on
 * a fresh clone waits for it.
 */
function minifyScripts(compiler) {
  const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
  const shrink = async (compilation, name) => {
    const { code } = await minify(compilation.getAsset(name).source.source().toString(), {
      compress: true,
      mangle: true,
      format: { comments: 'some' },
    });
    compilation.updateAsset(name, new sources.RawSource(code));
  };
  compiler.hooks.compilation.tap('minify', (compilation) => {
    compilation.hooks.processAssets.tapPromise({ name: 'minify', stage }, (assets) =>
      Promise.all(
        Object.keys(assets)
          .filter((name) => name.endsWith('.js'))
          .map((name) => shrink(compilation, name)),
      ),
    );
  });
}

/** The bundle can be started by its name. */
function makeExecutable(compiler) {
  compiler.hooks.afterEmit.tapPromise('executable', () =>
    require('node:fs/promises').chmod(path.join(root, 'dist', 'cchc.js'), 0o755),
  );
}

module.exports = [commandLine, page];
