/** What a first paint costs: the page's script, gzipped. Microsoft's own template ships 169 kB for a hello-world. */
import { beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, buildBundle } from '../kit/bundle';

const web = join(ROOT, 'dist', 'web');
const KILOBYTE = 1000;

beforeAll(() => buildBundle(), 180_000);

const gzipped = (name: string): number => gzipSync(readFileSync(join(web, name)), { level: 9 }).length;

test('the script of a first paint is at most 120 kB gzipped, and the page asks for no other', () => {
  const html = readFileSync(join(web, 'taskpane.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]*src="?([^\s">]+)/g)].map(([, name = '']) => name);
  expect(scripts).toEqual(['taskpane.js']);
  expect(gzipped('taskpane.js')).toBeLessThan(120 * KILOBYTE);
});

test('no part that is loaded later is larger than 120 kB gzipped, the engine with its lexicon and relations than 160', () => {
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
  const most = (name: string): number => (name === 'cchc-engine.js' ? 160 : 120) * KILOBYTE;
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
