/**
 * Sizes of the page: the script of the first paint, gzipped (Microsoft's own template ships 169 kB for a hello-world),
 * the page as one file, and the packages that build them, which support every system.
 */
import { beforeAll, expect, test } from '@jest/globals';
import { webLightTheme } from '@fluentui/react-components';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { crc32 } from '../../src/hosts/xlsx-file/zip/crc32';
import { ROOT, buildBundle } from '../kit/programs/bundle';
import { describeWith } from '../kit/programs/programs';
import { open } from '../kit/files/workbook-of';

const web = join(ROOT, 'dist', 'web');
const KILOBYTE = 1000;
const MEGABYTE = 1000 * KILOBYTE;

beforeAll(() => buildBundle(), 180_000);

const gzipped = (name: string): number => gzipSync(readFileSync(join(web, name)), { level: 9 }).length;

test('the script of a first paint is at most 120 kB gzipped, and the page asks for no other', () => {
  const html = readFileSync(join(web, 'taskpane.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]*src="?([^\s">]+)/g)].map(([, name = '']) => name);
  expect(scripts).toEqual(['taskpane.js']);
  expect(gzipped('taskpane.js')).toBeLessThan(120 * KILOBYTE);
});

test('no part that is loaded later is larger than 120 kB gzipped, the engine with its lexicon than 220', () => {
  const parts = readdirSync(web).filter((name) => name.endsWith('.js'));
  expect(parts).toEqual(
    expect.arrayContaining([
      'cchc-engine.js',
      'issues.js',
      'deductions.js',
      'settings.js',
      'sheet.js',
      'tasks.js',
      'export.js',
      'service-worker.js',
    ]),
  );
  const most = (name: string): number => (name === 'cchc-engine.js' ? 220 : 120) * KILOBYTE;
  expect(parts.filter((name) => gzipped(name) > most(name))).toEqual([]);
});

test('what the service worker keeps is what the build made', () => {
  const list = /JSON|files/.exec(readFileSync(join(web, 'service-worker.js'), 'utf8'))
    ? readFileSync(join(web, 'service-worker.js'), 'utf8')
    : '';
  const files = /\["?([^\]]*taskpane\.html[^\]]*)\]/.exec(list)?.[1]?.replaceAll('"', '').split(',') ?? [];
  expect(files).toEqual(
    expect.arrayContaining([
      'taskpane.html',
      'taskpane.js',
      'taskpane.css',
      'cchc-engine.js',
      'samples/mot-don-vi.xlsx',
      'manifest.webmanifest',
    ]),
  );
  expect(files.filter((name) => !existsSync(join(web, name)))).toEqual([]);
});

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const oneFile = (): string => readFileSync(join(ROOT, 'dist', 'cchc.html'), 'utf8');
const policyOf = (html: string): Map<string | undefined, string[]> => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  return new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));
};
const unpackerOf = (html: string): string => /<script id="unpacker">([^]*?)<\/script>/.exec(html)?.[1] ?? '';

test('the page as one file is at most 500 kB gzipped, names what runs in it by hashes, and asks for nothing', () => {
  const html = oneFile();
  // The gzip program compresses 0.4 % less well than Node.
  expect(gzipSync(html, { level: 9 }).length).toBeLessThan(498 * KILOBYTE);
  const policy = policyOf(html);
  const styles = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text = '']) => hashOf(text));
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(html.match(/<script(?![^>]*type="text\/plain")[^>]*>/g)).toEqual(['<script id="unpacker">']);
  expect(policy.get('script-src')).toEqual([hashOf(unpackerOf(html)), expect.stringMatching(/^'sha256-[^']+'$/)]);
  expect(policy.get('style-src')).toEqual([...styles, expect.stringMatching(/^'sha256-[^']+'$/), hashOf('')]);
  expect(policy.get('worker-src')).toEqual(['blob:']);
  expect([policy.get('connect-src'), policy.get('img-src')]).toEqual([undefined, ['data:']]);
  expect(html.match(/<(?:script|link|img)[^>]+(?:src|href)="(?!data:)[^"]*"/g)).toBeNull();
});

/** The text that PPMd has packed, as the only file of an archive of 7-Zip (7zFormat.txt of the LZMA SDK). */
function archiveOf(packed: Buffer, length: number): Buffer {
  const [END, HEADER, STREAMS, FILES, PACKS, UNPACKS, SIZE, FOLDER, UNPACKED_SIZE, NAMES] = [
    0, 1, 4, 5, 6, 7, 9, 11, 12, 17,
  ];
  const number = (value: number): number[] => [0xf0, ...[0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff)];
  const [order, memory] = [8, [0, 0, 0, 0x10]];
  const ppmd = [0x23, 3, 4, 1, 1 + memory.length, order, ...memory];
  const header = Buffer.from([
    ...[HEADER, STREAMS, PACKS, ...number(0), 1, SIZE, ...number(packed.length), END],
    ...[UNPACKS, FOLDER, 1, 0, 1, ...ppmd, UNPACKED_SIZE, ...number(length), END, END],
    ...[FILES, 1, NAMES, 5, 0, 'a'.charCodeAt(0), 0, 0, 0, END, END],
  ]);
  const start = Buffer.alloc(20);
  start.writeBigUInt64LE(BigInt(packed.length), 0);
  start.writeBigUInt64LE(BigInt(header.length), 8);
  start.writeUInt32LE(crc32(header), 16);
  const signature = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 0, 0, 0, 0]);
  signature.writeUInt32LE(crc32(start), 8);
  return Buffer.concat([signature, start, packed, header]);
}

describeWith(['sevenZip'], 'the scripts in the one file, unpacked by another program', () => {
  const unpacked = (id: string): Buffer => {
    const packing = new RegExp(`id="${id}" data-memory="\\d+" data-length="(\\d+)"[^>]*>([^<]*)<`).exec(oneFile());
    const [, length, packed = ''] = packing ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'cchc-packed-'));
    const file = join(folder, 'scripts.7z');
    writeFileSync(file, archiveOf(Buffer.from(packed, 'base64'), Number(length)));
    const scripts = execFileSync('7z', ['x', '-so', file], {
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 50 * MEGABYTE,
    });
    rmSync(folder, { recursive: true });
    return scripts;
  };
  let page = '';
  let style = '';
  let script = '';
  beforeAll(() => {
    const end = Number(/ data-script="(\d+)"/.exec(oneFile())?.[1]);
    const parts = unpacked('packed-page');
    page = parts.subarray(0, end).toString();
    style = parts.subarray(end).toString();
    script = unpacked('packed-engine').toString();
  });

  test('the first is the page, with the styles that its frame does not need, both known to the policy', () => {
    expect(page.length).toBeGreaterThan(400 * KILOBYTE);
    expect(policyOf(oneFile()).get('script-src')).toContain(hashOf(page));
    expect(style).toContain('@media print');
    expect(policyOf(oneFile()).get('style-src')).toContain(hashOf(style));
  });

  test('the second is the engine that was built', () => {
    expect(script).toContain(readFileSync(join(web, 'cchc-engine.js'), 'utf8'));
  });

  test('which brings the samples', () => {
    const text = /^self\.inlinedFiles=(.*);$/m.exec(script)?.[1] ?? '{}';
    const inlined = new Map<string, Record<string, Uint8Array>>();
    for (const [part, texts] of Object.entries(JSON.parse(text) as Record<string, Record<string, string>>)) {
      for (const [name, xml] of Object.entries(texts))
        inlined.set(name, { ...inlined.get(name), [part]: strToU8(xml) });
    }
    const folder = join(ROOT, 'assets', 'samples');
    expect([...inlined.keys()].sort()).toEqual(readdirSync(folder).map((name) => `samples/${name}`));
    const gridsOf = (bytes: Uint8Array): unknown => open(bytes).book.sheets.map((sheet) => [sheet.name, sheet.grid()]);
    for (const [name, parts] of inlined)
      expect(gridsOf(zipSync(parts))).toEqual(gridsOf(readFileSync(join(ROOT, 'assets', name))));
  });
});

test('of the variables of Fluent those that a style of the page names are there, in both themes', () => {
  const files = readdirSync(web).filter((name) => /\.(js|css)$/.test(name));
  const texts = files.map((name) => readFileSync(join(web, name), 'utf8')).join('\n');
  const named = new Set([...texts.matchAll(/var\(--(\w+)/g)].map(([, name = '']) => name));
  const known = Object.keys(webLightTheme).filter((name) => named.has(name));
  expect(known.length).toBeGreaterThan(50);
  const script = readFileSync(join(web, 'taskpane.js'), 'utf8');
  const defined = (name: string): number => script.match(new RegExp(`[{,]${name}:["\\d](?!var)`, 'g'))?.length ?? 0;
  expect(known.filter((name) => defined(name) !== 2)).toEqual([]);
});

test('nothing that builds, starts or tests is a program of one system, unless the lock file names it for all', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { os?: string[]; optional?: boolean; dev?: boolean; optionalDependencies?: object }>;
  };
  // `npm ci` refuses a lock file that lacks one of them, on any system.
  const lacking = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => ![`${path}/node_modules/${name}`, `node_modules/${name}`].some((at) => at in packages),
    ),
  );
  expect(lacking).toEqual([]);
  const bound = Object.entries(packages).filter(([, { os }]) => os !== undefined);
  expect(bound.filter(([, { optional }]) => optional !== true)).toEqual([]);
  // The packages that `npm start` installs are not bound to a system.
  expect(bound.filter(([, { dev }]) => dev !== true).map(([path]) => path)).toEqual([]);
  const systems = (of: string): Set<string> =>
    new Set(bound.filter(([path]) => path.startsWith(of)).flatMap(([, { os = [] }]) => os));
  expect([...systems('node_modules/@unrs/resolver-binding-')]).toEqual(
    expect.arrayContaining(['darwin', 'linux', 'win32']),
  );
});

test('a release holds everything that an office needs, packed beforehand for a server, with its sums', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  execFileSync(process.execPath, [join(ROOT, '.ci', 'release.mjs')], { stdio: 'ignore' });
  const files = unzipSync(readFileSync(join(ROOT, 'dist', `cchc-${version}.zip`)));
  const text = (name: string): string => new TextDecoder().decode(files[name]);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'cchc.html',
      'manifest.xml',
      'web/taskpane.html',
      'web/assets/help.html',
      ...['huong-dan-can-bo', 'huong-dan-cntt'].flatMap((name) => [`${name}.docx`, `${name}.html`]),
    ]),
  );
  expect(Buffer.from(gunzipSync(files['web/taskpane.js.gz']!))).toEqual(Buffer.from(files['web/taskpane.js']!));
  expect(Buffer.from(brotliDecompressSync(files['web/taskpane.js.br']!))).toEqual(
    Buffer.from(files['web/taskpane.js']!),
  );
  const sums = text('SHA256SUMS.txt').trim().split('\n');
  expect(sums.length).toBe(Object.keys(files).length - 1);
  for (const line of sums) {
    const [sum, name = ''] = line.split('  ');
    expect(createHash('sha256').update(files[name]!).digest('hex')).toBe(sum);
  }
  expect(text('huong-dan-can-bo.html')).toContain('data:image/png;base64,');
}, 60_000);
