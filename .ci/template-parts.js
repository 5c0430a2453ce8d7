/**
 * A loader for parts of docxtemplater: what checks its options, which our types do, what explains and prints its
 * faults, which our own sentences tell, and what lists the tags of a template, which nobody asks for.
 */
const TAKES_ALL = `
const validate = (value) => ({ success: true, value });
const schema = new Proxy(() => schema, { get: (_, name) => (name === 'validate' ? validate : schema) });
module.exports = schema;
`;
/** The methods that list tags and write other kinds of files, the last of their class. */
const UNASKED = /^ {2}\}, \{\n {4}key: "getTags",[^]*?(?=^ {2}\}\]\);\n)/m;
const EXPLAINED = /^ +explanation: ".*\n/gm;
const PARTS = {
  minizod: () => TAKES_ALL,
  'error-logger': () => 'module.exports = () => {};',
  'get-tags': () => 'module.exports = {};',
  errors: (source) => source.replace(EXPLAINED, '').replace(/(new XT\w+)\("[^"]*"\)/g, '$1("")'),
  docxtemplater: (source) => source.replace(UNASKED, ''),
};

module.exports = function withoutUnasked(source) {
  const [part] = /[\w-]+(?=\.js$)/.exec(this.resourcePath);
  const code = PARTS[part](source);
  if (code === source) throw new Error(`docxtemplater has no ${part} like this`);
  return code;
};
