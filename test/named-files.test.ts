/** Whoever follows a file or folder that a page for readers of the code names finds it. */
import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const ROOT = join(__dirname, '..');
const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name).replaceAll('\\', '/'),
  );
const FILES = [...filesBelow('src'), ...filesBelow('test')];
const BY_NAME = new Set(FILES.map((file) => basename(file)));

/** Files by path or by name, folders from the top on, and links. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]+)`|\]\(([\w./-]+)\)/g)]
    .flatMap(([, quoted, linked]) => quoted ?? linked ?? [])
    .filter((name) => !name.includes('NNN'))
    .filter(
      (name) =>
        /\w\.(tsx?|m?js|md)$/.test(name) || /^(core|hosts|export|cli|taskpane|test|\.ci)(\/[\w-]+)*$/.test(name),
    );

const isThere = (page: string, name: string): boolean =>
  [dirname(page), 'src', ''].some((from) => existsSync(join(ROOT, from, name))) ||
  (!name.includes('/') && BY_NAME.has(name));

/** Written by the build. */
const BUILT = /^cchc[\w-]*\.js$/;

test.each(FILES.filter((file) => file.startsWith('src/') && file.endsWith('.md')))('%s names what is there', (page) => {
  const names = namedIn(readFileSync(join(ROOT, page), 'utf8'));
  expect(names.filter((name) => !BUILT.test(name) && !isThere(page, name))).toEqual([]);
});

test('a name that is not there is seen', () => {
  const names = namedIn(
    '`core/assess.ts`, `core/nowhere`, [map](README.md), `session.ts`, `Điểm bị trừ`, `nothing.ts`',
  );
  expect(names.filter((name) => !isThere('src/README.md', name))).toEqual(['core/nowhere', 'nothing.ts']);
});
