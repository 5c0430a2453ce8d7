/**
 * `npm run release`: dist/cchc-VERSION.zip with everything that an office needs: the page as one file, the folder for a
 * server with its files compressed beforehand, the manifest, a guide for officers and one for IT, and SHA-256 sums.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { guides } from './guides.mjs';

const { zipSync } = createRequire(import.meta.url)('fflate');
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
/** What a server would compress on its way; pictures and workbooks are compressed already. */
const COMPRESSIBLE = /\.(html|js|css|json|xml|svg|webmanifest)$/;

const files = new Map();
files.set('cchc.html', readFileSync(join(dist, 'cchc.html')));
files.set('manifest.xml', readFileSync(join(dist, 'web', 'manifest.xml')));
for (const entry of readdirSync(join(dist, 'web'), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  const name = `web/${relative(join(dist, 'web'), path).split(sep).join('/')}`;
  const bytes = readFileSync(path);
  files.set(name, bytes);
  if (!COMPRESSIBLE.test(name)) continue;
  files.set(`${name}.gz`, gzipSync(bytes, { level: 9 }));
  files.set(
    `${name}.br`,
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  );
}
for (const [name, bytes] of await guides()) files.set(name, bytes);
const names = [...files.keys()].sort();
const sums = names.map((name) => `${createHash('sha256').update(files.get(name)).digest('hex')}  ${name}\n`).join('');
files.set('SHA256SUMS.txt', Buffer.from(sums));

// The same build gives the same file: no time of day goes into it.
const mtime = new Date(2000, 0, 1);
const packed = (name) => (/\.(gz|br|png|xlsx|docx)$/.test(name) ? 0 : 9);
const zip = zipSync(
  Object.fromEntries(
    [...names, 'SHA256SUMS.txt'].map((name) => [name, [files.get(name), { level: packed(name), mtime }]]),
  ),
);
const path = join(dist, `cchc-${version}.zip`);
writeFileSync(path, zip);
process.stdout.write(`${path}: ${files.size} tệp, ${Math.round(zip.length / 1000)} kB\n`);
