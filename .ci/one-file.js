/**
 * The whole page as one file that opens from a folder, a USB stick or an e-mail: scripts, styles, worker, icon and
 * samples stand in it, and its policy names them by their hashes and admits nothing else. Made of what the page's build
 * has made, so it costs no second compilation. The scripts and the samples are packed by PPMd: nothing else packs a
 * stick's file, LZMA takes a tenth more and gzip a third.
 */
const { Buffer } = require('node:buffer');
const { createHash } = require('node:crypto');
const { strFromU8, strToU8, unzipSync } = require('fflate');
const { Compilation, WebpackError, sources } = require('webpack');
const { EMPTY_STYLE } = require('./page-files.js');

const ICON = 'assets/icon-32.png';
/** Serves in this file only. */
const UNPACKER = 'unpack.js';
/** What the page shows before its script has run needs only these styles. */
const FIRST_STYLE = 'first.css';
/** What nothing asks for outside of Excel. */
const LEFT_OUT = 'excel';

class OneFile {
  constructor(name) {
    this.name = name;
  }

  apply(compiler) {
    if (compiler.options.mode !== 'production') return;
    compiler.hooks.thisCompilation.tap('OneFile', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT + 1;
      compilation.hooks.processAssets.tapPromise({ name: 'OneFile', stage }, async () => {
        try {
          if (compilation.errors.length === 0)
            compilation.emitAsset(this.name, new sources.RawSource(await pageOf(compilation)));
          compilation.deleteAsset(UNPACKER);
          compilation.deleteAsset(FIRST_STYLE);
        } catch (fault) {
          compilation.errors.push(new WebpackError(fault.message));
        }
      });
    });
  }
}

async function pageOf(compilation) {
  const bytes = (name) => Buffer.from(compilation.getAsset(name).source.buffer());
  const text = (name) => bytes(name).toString('utf8');
  const icon = `data:image/png;base64,${bytes(ICON).toString('base64')}`;
  const scripts = scriptsOf(compilation);
  // What is loaded later is put before the runtime in the page, and after it in the worker: each takes it from there.
  const script = [...scripts.page.later, ...scripts.page.first].map(text).join('\n').replaceAll(ICON, icon);
  const unpacker = inScript(text(UNPACKER));
  const style = squeezed(text(FIRST_STYLE));
  const otherStyle = squeezed(text('taskpane.css').slice(text(FIRST_STYLE).length));
  const samples = compilation.getAssets().filter(({ name }) => name.startsWith('samples/'));
  const files = byPart(samples.map(({ name }) => [name, unzipSync(bytes(name))]));
  const engine = [
    ...[...scripts.worker.first, ...scripts.worker.later].map(text),
    `self.inlinedFiles=${JSON.stringify(files)};`,
  ];
  // The styles pack better behind the script, which names their classes. The engine packs as well by itself as behind
  // the page, and is unpacked sooner.
  const { pack } = await import('./ppmd-pack.mjs');
  const packedPage = packedElement('packed-page', pack(strToU8(script + otherStyle)), strToU8(script).length);
  const packedEngine = packedElement('packed-engine', pack(strToU8(engine.join('\n'))));
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(unpacker)} ${hashOf(script)}`,
    `style-src ${hashOf(style)} ${hashOf(otherStyle)} ${EMPTY_STYLE}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts = [packedPage, packedEngine, `<script id="unpacker">${unpacker}</script>`];
  return [
    [/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, `$1${policy}`],
    [/ *<link rel="manifest"[^>]*>\n/, ''],
    [/(<link rel="icon" href=")[^"]*/, `$1${icon}`],
    [/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`],
    [/ *<script src="taskpane.js"[^>]*><\/script>\n/, ''],
    [/ *<\/body>/, `${parts.join('\n')}\n  </body>`],
  ].reduce(replaceOne, text('taskpane.html'));
}

/** `script`: if a style follows it, how many bytes the script takes. */
function packedElement(id, { packed, memory, length }, script) {
  const sizes = Object.entries({ memory, length, script }).filter(([, size]) => size !== undefined);
  const data = sizes.map(([name, size]) => ` data-${name}="${size}"`).join('');
  return `<script type="text/plain" id="${id}"${data}>${Buffer.from(packed).toString('base64')}</script>`;
}

/**
 * The parts of workbooks as texts, each part of all of them side by side, which the page zips when asked: packed once
 * and beside what is like them they take half as much. A cell beside its left neighbour needs no address, and addresses
 * are a third of the rest.
 */
function byPart(workbooks) {
  const files = {};
  for (const [workbook, parts] of workbooks)
    for (const [part, content] of Object.entries(parts))
      (files[part] ??= {})[workbook] = withoutAddresses(strFromU8(content));
  return files;
}

function withoutAddresses(sheet) {
  let next = 1;
  return sheet.replace(/<row |<c r="([A-Z]+)\d+"/g, (tag, letters) => {
    if (letters === undefined) {
      next = 1;
      return tag;
    }
    const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
    const follows = column === next;
    next = column + 1;
    return follows ? '<c' : tag;
  });
}

function replaceOne(html, [what, by]) {
  if (!what.test(html)) throw new Error(`taskpane.html has no ${String(what)}`);
  return html.replace(what, (found, kept = '') => by.replace('$1', () => (typeof kept === 'string' ? kept : '')));
}

/** Names of scripts: those that a page or a worker begins with, and those that it would load later. */
function scriptsOf({ entrypoints, asyncEntrypoints }) {
  const own = entrypoints.get('taskpane');
  const engine = asyncEntrypoints.find((each) => each.getFiles().includes('cchc-engine.js'));
  const split = (first) => {
    const later = new Set();
    const seen = new Set(asyncEntrypoints);
    const walk = (group) => {
      if (seen.has(group)) return;
      seen.add(group);
      for (const child of group.getChildren()) {
        if (seen.has(child) || child.name === LEFT_OUT) continue;
        for (const file of child.getFiles()) later.add(file);
        walk(child);
      }
    };
    seen.delete(first);
    walk(first);
    const files = first.getFiles();
    const isScript = (name) => name.endsWith('.js');
    return {
      first: files.filter(isScript),
      // Ours, which have names, before those of packages: what is alike packs better side by side.
      later: [...later]
        .filter((name) => isScript(name) && !files.includes(name))
        .sort((one, other) => /^\d/.test(one) - /^\d/.test(other)),
    };
  };
  return { page: split(own), worker: split(engine) };
}

/** A style sheet without comments and without blanks that say nothing. */
const squeezed = (css) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(': ', ':')
    .trim();

/** Between the tags of a script nothing may end it; inside of a string or an expression both are the same. */
function inScript(code) {
  if (code.includes('\r'))
    throw new Error('a script of the page has a carriage return, which browsers read as another character');
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

module.exports = { OneFile };
