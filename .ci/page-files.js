/**
 * The files of the page that no bundler has to understand: the page itself with its security policy, style sheets, samples, icons,
 * and the list of all of them that the service worker keeps for use without a network.
 */
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');
const { Compilation, sources } = require('webpack');

/** SHA-256 of nothing: the empty <style> elements that Fluent fills by script, and no other inline style. See design.why.md. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Where the page finds Office.js: Microsoft's CDN, or, set by CCHC_OFFICE_JS, a path such as office/office.js for an intranet. */
const OFFICE_JS = process.env.CCHC_OFFICE_JS ?? 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** What the page may load and ask; the server sends the same words as a header. */
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
  constructor(root, officeJs) {
    this.root = root;
    this.officeJs = officeJs;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('PageFiles', (compilation) => {
      const { PROCESS_ASSETS_STAGE_ADDITIONAL, PROCESS_ASSETS_STAGE_REPORT } = Compilation;
      compilation.hooks.processAssets.tap({ name: 'PageFiles', stage: PROCESS_ASSETS_STAGE_ADDITIONAL }, () => this.copy(compilation));
      compilation.hooks.processAssets.tap({ name: 'PageFiles', stage: PROCESS_ASSETS_STAGE_REPORT }, () => listForServiceWorker(compilation));
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
    emit('taskpane.css', styles.map((file) => read(file).toString()).join('\n'));
    emit('taskpane.html', read(path.join(pane, 'taskpane.html')).toString().replace('%POLICY%', policyFor(this.officeJs)));
    emit('manifest.webmanifest', read(path.join(pane, 'manifest.webmanifest')));
    for (const file of filesIn(path.join(this.root, 'assets', 'samples'))) emit(`samples/${path.basename(file)}`, read(file));
    for (const file of filesIn(path.join(this.root, 'assets')).filter((name) => /icon-\d+\.png$/.test(name))) emit(`assets/${path.basename(file)}`, read(file));
  }
}

const filesIn = (folder) => (existsSync(folder) ? readdirSync(folder).sort().map((name) => path.join(folder, name)) : []);

/** Puts the names of all files, and one hash over what they hold, into the service worker. */
function listForServiceWorker(compilation) {
  const worker = 'service-worker.js';
  const assets = compilation.getAssets().filter(({ name }) => name !== worker && !name.endsWith('.LICENSE.txt'));
  const hash = createHash('sha256');
  for (const { name, source } of assets) hash.update(name).update(source.buffer());
  const list = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files: assets.map(({ name }) => name).sort() });
  compilation.updateAsset(worker, (source) => new sources.RawSource(source.source().toString().replace('"%PRECACHE%"', () => list)));
}

module.exports = { OFFICE_JS, PageFiles, policyFor };
