/** Bundles: one file for the command line. Each target is a function of what differs, so that a page can join. */
const path = require('node:path');
const { BannerPlugin } = require('webpack');

const root = __dirname;

/** What every bundle shares: TypeScript through swc, one file, no chunk names that change. */
const bundle = ({ name, entry, target, ecmaVersion, ...rest }) => ({
  name,
  mode: 'production',
  entry: { [name]: path.join(root, entry) },
  output: { path: path.join(root, 'dist'), filename: '[name].js' },
  target,
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: { loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript', tsx: false }, target: ecmaVersion } } },
      },
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
  ...rest,
});

const commandLine = bundle({
  name: 'cchc',
  entry: 'src/cli/main.ts',
  target: 'node20',
  ecmaVersion: 'es2022',
  // Readable in a stack trace that an officer sends in; size does not matter on a disk.
  optimization: { minimize: false },
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }), { apply: makeExecutable }],
});

/** The bundle can be started by its name. */
function makeExecutable(compiler) {
  compiler.hooks.afterEmit.tapPromise('executable', () => require('node:fs/promises').chmod(path.join(root, 'dist', 'cchc.js'), 0o755));
}

module.exports = [commandLine];
