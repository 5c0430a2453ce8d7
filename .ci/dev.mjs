/**
 * `npm run dev`: builds the page with source maps whenever a source changes, serves it, and reloads the open pages.
 *   npm run dev [-- --https]
 * --https serves it where manifest.xml looks for it, to debug the add-in inside Excel.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { listen, pageServer } from './serve.mjs';

const require = createRequire(import.meta.url);
const webpack = require('webpack');
const page = require('../webpack.config.js').find(({ name }) => name === 'page');

const folder = fileURLToPath(new URL('../dist/dev', import.meta.url));
const secure = process.argv.includes('--https');
/** Responses of pages that wait for the next build. */
const waiting = new Set();
let isServed = false;

const compiler = webpack({
  ...page,
  mode: 'development',
  // The page's security policy forbids the maps that webpack evaluates.
  devtool: 'source-map',
  entry: { ...page.entry, taskpane: [page.entry.taskpane, fileURLToPath(new URL('dev-reload.js', import.meta.url))] },
  output: { ...page.output, path: folder },
  optimization: { minimize: false },
  cache: { type: 'memory' },
});
compiler.watch({}, (error, stats) => {
  say(error ? String(error) : stats.toString({ preset: 'errors-warnings', colors: true }));
  if (error || stats.hasErrors()) return;
  for (const response of waiting) response.write('data: built\n\n');
  if (!isServed) void serve();
  isServed = true;
});

async function serve() {
  const certificate = secure ? await require('office-addin-dev-certs').getHttpsServerOptions() : null;
  // Another port than `npm start` has: the service worker that it leaves in the browser would answer with its own
  // files.
  const port = await listen(pageServer(folder, { certificate, answerFirst }), secure ? 3000 : 3100);
  say(`${secure ? 'https' : 'http'}://localhost:${port}/taskpane.html?sample=mot-don-vi`);
}

/** True when the request is answered here: reloading, and no service worker. */
function answerFirst({ url }, response) {
  if (url === '/service-worker.js') response.writeHead(404).end();
  else if (url === '/dev-reload') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('\n');
    waiting.add(response);
    response.on('close', () => waiting.delete(response));
  } else return false;
  return true;
}

function say(line) {
  if (line !== '') process.stdout.write(`${line}\n`);
}
