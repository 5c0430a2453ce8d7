/**
 * Serves dist/web to this machine alone, with the security headers of the page, and prints the address in Vietnamese.
 *   node .ci/serve.mjs [--port N] [--https]
 * --https uses office-addin-dev-certs, to load the add-in into Excel. Never reads a file outside dist/web.
 */
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip as gzipWith } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzip = promisify(gzipWith);
/** Nearly as small as the best, in a twentieth of the time: somebody waits. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Who may show the page in a frame: itself, and Excel on the web. */
const FRAMES =
  "frame-ancestors 'self' https://*.officeapps.live.com https://*.office.com https://*.office365.com " +
  'https://*.sharepoint.com https://*.microsoft365.com';

/** A server for the folder; not yet listening. `answerFirst` may answer a request itself and then returns true. */
export function pageServer(folder, { certificate = null, answerFirst = () => false } = {}) {
  const headers = {
    'Content-Security-Policy': `${policyOf(folder)}; ${FRAMES}`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
  const packed = packing();
  const answer = async (request, response) => {
    const { method, url } = request;
    const refuse = (status) =>
      response
        .writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' })
        .end(http.STATUS_CODES[status]);
    if (method !== 'GET' && method !== 'HEAD') return refuse(405);
    const file = fileFor(folder, url ?? '/');
    if (file === null || !(await stat(file).catch(() => null))?.isFile()) return refuse(404);
    const { bytes, encoding } = await packed(file, request.headers['accept-encoding']);
    response.writeHead(200, {
      ...headers,
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Length': bytes.length,
      Vary: 'Accept-Encoding',
      ...(encoding && { 'Content-Encoding': encoding }),
    });
    return response.end(method === 'HEAD' ? undefined : bytes);
  };
  const listener = (request, response) => {
    if (!answerFirst(request, response)) void answer(request, response).catch(() => response.writeHead(500).end());
  };
  return certificate ? https.createServer(certificate, listener) : http.createServer(listener);
}

/** What a server packs; pictures and workbooks are packed already. */
const PACKABLE = /\.(html|js|css|json|webmanifest|xml|svg)$/;

/** Reads files and packs them as the browser takes them; each version of a file is packed once. */
function packing() {
  const known = new Map();
  return async (file, accepted = '') => {
    const encoding = !PACKABLE.test(file)
      ? null
      : /\bbr\b/.test(accepted)
        ? 'br'
        : /\bgzip\b/.test(accepted)
          ? 'gzip'
          : null;
    const { mtimeMs } = await stat(file);
    const key = `${encoding ?? ''}:${file}`;
    const before = known.get(key);
    if (before?.mtimeMs === mtimeMs) return before;
    const plain = await readFile(file);
    const bytes = encoding === 'br' ? await brotli(plain, QUICK) : encoding === 'gzip' ? await gzip(plain) : plain;
    const now = { bytes, encoding, mtimeMs };
    known.set(key, now);
    return now;
  };
}

/** The policy that the page was built with: it names where Office.js comes from. */
function policyOf(folder) {
  return (
    /Content-Security-Policy"? content="([^"]+)"/.exec(readFileSync(join(folder, 'taskpane.html'), 'utf8'))?.[1] ??
    "default-src 'self'"
  );
}

/** Null for whatever would lead out of the folder. */
function fileFor(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://x').pathname);
  } catch {
    return null;
  }
  const file = normalize(join(folder, path === '/' ? 'taskpane.html' : path));
  return file.startsWith(folder + sep) && !path.includes('\0') ? file : null;
}

/** Listens on the first free port from `first` on; gives the port. */
export function listen(server, first) {
  return new Promise((resolve, reject) => {
    let port = first;
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || port >= first + 50) return reject(error);
      port += 1;
      return server.listen(port, '127.0.0.1');
    });
    server.on('listening', () => resolve(server.address().port));
    server.listen(port, '127.0.0.1');
  });
}

async function main() {
  const folder = fileURLToPath(new URL('../dist/web', import.meta.url));
  const words = process.argv.slice(2);
  const secure = words.includes('--https');
  const wanted = words.includes('--port') ? Number(words[words.indexOf('--port') + 1]) : 3000;
  const certificate = secure
    ? await createRequire(import.meta.url)('office-addin-dev-certs').getHttpsServerOptions()
    : null;
  const port = await listen(pageServer(folder, { certificate }), wanted);
  const page = `${secure ? 'https' : 'http'}://localhost:${port}/taskpane.html`;
  const say = (line) => process.stdout.write(`${line}\n`);
  if (secure) {
    say(`Đang phục vụ phần bổ trợ cho Excel tại ${page}`);
    say('Nạp manifest.xml vào Excel theo hướng dẫn trong README. Nhấn Ctrl+C để dừng.');
  } else {
    say(`Mở trong trình duyệt, có sẵn bảng mẫu: ${page}?sample=mot-don-vi`);
    say(`Với tệp của mình:                      ${page}`);
    say('Chỉ máy này mở được địa chỉ trên; không dữ liệu nào rời khỏi máy. Nhấn Ctrl+C để dừng.');
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
