/**
 * The files of the page that webpack does not bundle: the page with its security policy, style sheets, samples, what
 * Excel needs to find the add-in (manifest, icons, shortcuts, help), and the list of files that the service worker
 * keeps for use offline.
 */
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');
const { Compilation, WebpackError, sources } = require('webpack');
const { hostedFiles } = require('./manifest.js');

/**
 * SHA-256 of the empty text, for the empty <style> elements that Fluent fills by script; no other inline style is
 * allowed. See design.why.md.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The address of Office.js: Microsoft's CDN, or from CCHC_OFFICE_JS_URL an intranet copy (an address, or a path below
 * the page).
 */
const OFFICE_JS_URL = process.env.CCHC_OFFICE_JS_URL || 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** What the page may load and ask; the server takes the same words out of the built page for its header. */
function policyFor(officeJs) {
  const office = /^https?:/.test(officeJs) ? ` ${new URL(officeJs).origin}` : '';
  return [
    "default-src 'self'",
    `script-src 'self'${office}`,
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

class PageFiles {
  constructor(root, officeJs, baseUrl) {
    this.root = root;
    this.officeJs = officeJs;
    this.baseUrl = baseUrl;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('PageFiles', (compilation) => {
      const { PROCESS_ASSETS_STAGE_ADDITIONAL, PROCESS_ASSETS_STAGE_REPORT } = Compilation;
      compilation.hooks.processAssets.tap({ name: 'PageFiles', stage: PROCESS_ASSETS_STAGE_ADDITIONAL }, () =>
        this.copy(compilation),
      );
      compilation.hooks.processAssets.tap({ name: 'PageFiles', stage: PROCESS_ASSETS_STAGE_REPORT }, () =>
        listForServiceWorker(compilation),
      );
    });
  }

  copy(compilation) {
    const emit = (name, content) => compilation.emitAsset(name, new sources.RawSource(content));
    const read = (file) => {
      compilation.fileDependencies.add(file);
      return readFileSync(file);
    };
    const pane = path.join(this.root, 'src', 'taskpane');
    const styles = filesIn(path.join(pane, 'styles')).filter((file) => file.endsWith('.css'));
    const [first = '', ...others] = styles.map((file) => read(file).toString());
    emit('taskpane.css', [first, ...others].join('\n'));
    emit('first.css', first);
    emit(
      'taskpane.html',
      read(path.join(pane, 'taskpane.html')).toString().replace('%POLICY%', policyFor(this.officeJs)),
    );
    const web = read(path.join(pane, 'manifest.webmanifest'));
    emit('manifest.webmanifest', web);
    for (const { src } of JSON.parse(web.toString()).icons) emit(src, read(path.join(this.root, src)));
    for (const file of filesIn(path.join(this.root, 'assets', 'samples')))
      emit(`samples/${path.basename(file)}`, read(file));
    try {
      for (const [name, content] of hostedFiles(this.baseUrl)) if (!compilation.getAsset(name)) emit(name, content);
    } catch (fault) {
      compilation.errors.push(new WebpackError(fault.message));
    }
  }
}

const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => path.join(folder, name))
    : [];

/**
 * Puts the names of all files of the page and one hash of their contents into the service worker, without those for
 * Excel only.
 */
const SERVICE_WORKER = 'service-worker.js';
/** The unpacker and the first styles are for the page as one file. */
const NOT_KEPT = new Set([SERVICE_WORKER, 'manifest.xml', 'unpack.js', 'first.css']);

function listForServiceWorker(compilation) {
  const shown = ['manifest.webmanifest', 'taskpane.html']
    .map((name) => compilation.getAsset(name).source.source().toString())
    .join('');
  const isKept = (name) =>
    name.startsWith('assets/') ? shown.includes(`"${name}"`) : !NOT_KEPT.has(name) && !name.endsWith('.LICENSE.txt');
  const assets = compilation.getAssets().filter(({ name }) => isKept(name));
  const hash = createHash('sha256');
  for (const { name, source } of assets) hash.update(name).update(source.buffer());
  const list = JSON.stringify({
    version: hash.digest('hex').slice(0, 16),
    files: assets.map(({ name }) => name).sort(),
  });
  compilation.updateAsset(
    SERVICE_WORKER,
    (source) =>
      new sources.RawSource(
        source
          .source()
          .toString()
          .replace('"%PRECACHE%"', () => list),
      ),
  );
}

module.exports = { EMPTY_STYLE, OFFICE_JS_URL, PageFiles };
