/**
 * TypeScript and JSX as plain JavaScript: a loader of webpack, a transformer of jest, and a function for whoever else
 * loads sources. Pure JavaScript, so that one lock file serves every system; lines stay where they are.
 */
const { transform } = require('sucrase');

function translate(source, file, { modules }) {
  const transforms = [
    'typescript',
    ...(file.endsWith('x') ? ['jsx'] : []),
    ...(modules === 'commonjs' ? ['imports'] : []),
  ];
  return transform(source, {
    transforms,
    jsxRuntime: 'automatic',
    production: true,
    // Every runtime that is asked for knows the syntax of 2022.
    disableESTransforms: true,
    filePath: file,
    sourceMapOptions: { compiledFilename: file },
  });
}

module.exports = function load(source) {
  const { code, sourceMap } = translate(source, this.resourcePath, { modules: 'es' });
  this.callback(null, code, this.sourceMap ? { ...sourceMap, sourcesContent: [source] } : undefined);
};
module.exports.translate = translate;
module.exports.process = (source, file) => {
  const { code, sourceMap } = translate(source, file, { modules: 'commonjs' });
  return { code, map: sourceMap };
};
