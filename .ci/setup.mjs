/**
 * Makes a clone ready to run. Installs the packages when node_modules is missing or differs from package-lock.json;
 * with --build, bundles the command line and the page when their sources are newer than the bundles; with --to-run,
 * leaves out packages of tests and checks, which halves the time to see the page. Does nothing when all is current.
 * Plain JavaScript without dependencies, because it runs before anything is installed. Reports on standard error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundles = ['cchc.js', 'cchc.html', join('web', 'taskpane.js')].map((name) => join(root, 'dist', name));
/** Says when the last build began: webpack leaves a bundle's own time alone where its content is the same. */
const stamp = join(root, 'dist', '.built');

const lock = packagesOf(join(root, 'package-lock.json')) ?? {};
const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
/** Whoever has the packages of the tests keeps them. */
const isLean =
  process.argv.includes('--to-run') && !Object.keys(installed ?? {}).some((path) => lock[path]?.dev === true);

// Not `npm ci`: it would throw away every installed package first, also where one has changed. The versions are those
// of the lock file all the same.
if (!packagesAreCurrent())
  run(
    'Cài các gói cần dùng (npm install)…',
    npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...(isLean ? ['--omit=dev'] : [])]),
  );
if (process.argv.includes('--build') && !bundlesAreCurrent()) {
  const began = new Date();
  run('Dựng chương trình (webpack)…', npm(['run', '--silent', 'build']));
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
}

/**
 * True when every wanted package of the lock file is installed in the same version; packages for other systems may be
 * absent.
 */
function packagesAreCurrent() {
  if (installed === null) return false;
  return Object.entries(lock).every(
    ([path, { version, optional, dev }]) =>
      path === '' ||
      (path in installed ? installed[path].version === version : optional === true || (isLean && dev === true)),
  );
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : null;
}

function bundlesAreCurrent() {
  if (![stamp, ...bundles].every((file) => existsSync(file))) return false;
  const built = statSync(stamp).mtimeMs;
  const sources = [
    ...['src', 'assets', '.ci'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
    ),
    ...['package.json', 'package-lock.json', 'webpack.config.js', 'manifest.xml'],
  ];
  return sources.every((name) => statSync(join(root, name)).mtimeMs <= built);
}

/** The npm that runs this script, so that no other version is picked up by chance. */
function npm(args) {
  const path = process.env.npm_execpath;
  return path ? [process.execPath, [path, ...args]] : ['npm', args];
}

function run(what, [file, args]) {
  process.stderr.write(`${what}\n`);
  const { status, error } = spawnSync(file, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: file === 'npm' && process.platform === 'win32',
  });
  if (status === 0) return;
  process.stderr.write(`Không thực hiện được bước trên${error ? `: ${error.message}` : ''}\n`);
  process.exit(status ?? 1);
}
