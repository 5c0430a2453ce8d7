/**
 * A loader for the package @fluentui/tokens: of its two themes the page takes the variables that its styles and the
 * few components of Fluent that it shows name, a fifth of them. The rest is a twentieth of the first script.
 */
const { readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');

/** Where styles stand, below the root. */
const STYLES = [
  'src/taskpane',
  ...['button/lib/components/Button', 'provider/lib', 'tabster/lib'].map(
    (name) => `node_modules/@fluentui/react-${name}`,
  ),
];
const EXPORTS = { 'lightTheme.js': 'webLightTheme', 'darkTheme.js': 'webDarkTheme', 'tokens.js': 'tokens' };
const USE = /(?:tokens\.|var\(--)(\w+)/g;

module.exports = function usedTokens() {
  const name = EXPORTS[path.basename(this.resourcePath)];
  if (!name) throw new Error(`${this.resourcePath} is no list of tokens`);
  const files = STYLES.map((folder) => path.join(this.rootContext, folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((file) => /\.(css|tsx?|js)$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  for (const file of files) this.addDependency(file);
  for (const folder of STYLES) this.addContextDependency(path.join(this.rootContext, folder));
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const used = new Set(texts.flatMap((text) => [...text.matchAll(USE)].map(([, token]) => token)));
  const values = Object.entries(require('@fluentui/tokens')[name]).filter(([token]) => used.has(token));
  return `export const ${name} = ${JSON.stringify(Object.fromEntries(values))};`;
};
