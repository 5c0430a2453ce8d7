/** Which workbooks a run works on, and where each filled copy goes. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { CliError, fileError, faultOf, type Fault } from './fault';

/** Suffix of a filled copy that is written beside its source. */
const FILLED = ' (đã tính)';
/** Suffix of a table that holds the collected scores of units. */
const COLLECTED = ' (đã tổng hợp)';
/** Suffix of the folder with the exports of a workbook. */
const EXPORTED = ' (báo cáo)';
/** Suffix of the folder of forms. */
const FORMS = ' (mẫu tự chấm)';
/** Suffix of the text file that asks for causes. */
const ASKED = ' (nguyên nhân)';

export interface Input {
  /** The path to show: as typed, or the typed folder joined with the path inside it. */
  readonly path: string;
  /** Path relative to the given folder; the bare name if the file itself was given. */
  readonly below: string;
  /** Why the path leads to no workbook; null if the file can be worked on. */
  readonly fault: Fault | null;
}

const byName = new Intl.Collator('vi', { numeric: true }).compare;

/** Returns every workbook of the paths once, sub-folders included, but without `out`, filled copies and exports. */
export function findInputs(paths: readonly string[], out: string | null, isWanted = isWorkbook): Input[] {
  const inputs = new Map<string, Input>();
  for (const path of paths) {
    try {
      for (const [found, below, fault] of workbooksAt(path, out, isWanted)) {
        if (fault !== null) {
          inputs.set(resolve(found), { path: found, below, fault });
          continue;
        }
        const real = realpathSync(found);
        if (!inputs.has(real)) inputs.set(real, { path: found, below, fault: null });
      }
    } catch (error) {
      inputs.set(resolve(path), { path, below: basename(path), fault: faultOf(error) });
    }
  }
  return [...inputs.values()];
}

/** `below` is the path relative to the given folder; `fault` is why the path cannot be read. */
type Found = readonly [path: string, below: string, fault: Fault | null];

/** Every workbook at the path. A sub-folder that cannot be read is listed with its fault. */
function workbooksAt(path: string, out: string | null, isWanted: typeof isWorkbook): Found[] {
  if (!reading(path, () => statSync(path)).isDirectory()) return [[path, basename(path), null]];
  const found = walk(path, out === null ? null : resolve(out), isWanted).sort(([, a], [, b]) => byName(a, b));
  if (found.length === 0)
    throw new CliError(
      'empty-folder',
      `Trong «${path}» không có tệp bảng tính nào (.xlsx, .xlsm, .xls, .ods …) để tính.`,
    );
  return found;
}

function walk(folder: string, out: string | null, isWanted: typeof isWorkbook, below = ''): Found[] {
  return reading(folder, () => readdirSync(folder, { withFileTypes: true })).flatMap((entry): Found[] => {
    const path = join(folder, entry.name);
    const name = join(below, entry.name);
    if (entry.isDirectory()) {
      if (resolve(path) === out || isSkippedFolder(entry.name)) return [];
      try {
        return walk(path, out, isWanted, name);
      } catch (error) {
        return [[path, name, faultOf(error)]];
      }
    }
    return isWanted(entry.name) && !isFilledCopy(entry.name) && isFile(path) ? [[path, name, null]] : [];
  });
}

const isTemporary = (name: string): boolean => name.startsWith('~$') || name.startsWith('.');
const isWorkbook = (name: string): boolean => /\.(?:xls[xmb]?|ods)$/i.test(name) && !isTemporary(name);

/** A form in which a unit may send its file. Such files are read and never written. */
export const isReadable = (name: string): boolean => /\.(?:xls[xmb]?|ods|csv|docx)$/i.test(name) && !isTemporary(name);
/** Also accepts forms that cannot be read, so that the report can name them. */
export const canBeSent = (name: string): boolean =>
  isReadable(name) ||
  (/\.(?:doc[mx]?|odt|dotx?|pdf|rtf|wps|et|fods|xlt[xm]?|numbers|tsv|html?|mht|zip|rar|7z|jpe?g|png)$/i.test(name) &&
    !isTemporary(name));
export const isOfOtherForm = (name: string): boolean => isReadable(name) && !/\.xls[xm]$/i.test(name);

const isSkippedFolder = (folder: string): boolean =>
  folder === 'node_modules' || folder.normalize('NFC').endsWith(EXPORTED);

/** The name without extension and without « (2)»: «Bảng (đã tổng hợp) (2)» → «Bảng (đã tổng hợp)». */
const stemOf = (name: string): string =>
  basename(name, extname(name))
    .normalize('NFC')
    .replace(/ \(\d+\)$/, '');
const isFilledCopy = (name: string): boolean => [FILLED, COLLECTED].some((end) => stemOf(name).endsWith(end));

/**
 * The path of the collected table, beside `into` or in `out`. A table that is itself a collected copy keeps its name.
 */
export function collectedPath(into: string, out: string | null): string {
  const extension = isOfOtherForm(basename(into)) ? '.xlsx' : extname(into);
  const stem = basename(into, extname(into)).normalize('NFC');
  const bare = stemOf(into).endsWith(COLLECTED) ? stemOf(into).slice(0, -COLLECTED.length) : stem;
  return join(out ?? dirname(into), `${bare}${COLLECTED}${extension}`);
}

function reading<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw fileError('read', path, error);
  }
}

/**
 * The path of each filled copy: beside its source, or in `out` under the name of the source. Two sources never share a
 * copy.
 */
export const planCopies = (files: readonly Input[], out: string | null): ReadonlyMap<Input, string> =>
  planPlaces(files, out, FILLED, (path) => (isOfOtherForm(basename(path)) ? '.xlsx' : extname(path)));

/** The folder of each workbook's exports, by the same rules. */
export const planFolders = (files: readonly Input[], out: string | null): ReadonlyMap<Input, string> =>
  planPlaces(files, out, EXPORTED, () => '');

/** The folder of each table's forms, by the same rules. */
export const planForms = (files: readonly Input[], out: string | null): ReadonlyMap<Input, string> =>
  planPlaces(files, out, FORMS, () => '');

/** The text file that asks for the causes of each workbook, by the same rules. */
export const planTexts = (files: readonly Input[], out: string | null): ReadonlyMap<Input, string> =>
  planPlaces(files, out, ASKED, () => '.txt');

function planPlaces(
  files: readonly Input[],
  out: string | null,
  suffix: string,
  extensionOf: (path: string) => string,
): ReadonlyMap<Input, string> {
  const taken = new Set<string>();
  return new Map(
    files.map((file) => {
      const extension = extensionOf(file.path);
      // «b.xls» and «b.xlsx» never share a copy, even in two separate runs.
      const isOther = extension === '.xlsx' && isOfOtherForm(basename(file.path));
      const stem = isOther ? basename(file.path) : basename(file.path, extname(file.path));
      const wanted =
        out === null
          ? join(dirname(file.path), `${stem}${suffix}${extension}`)
          : join(out, dirname(file.below), `${stem}${extension}`);
      let copy = wanted;
      for (let count = 2; taken.has(keyOf(copy)); count += 1)
        copy = `${wanted.slice(0, wanted.length - extension.length)} (${String(count)})${extension}`;
      taken.add(keyOf(copy));
      return [file, copy];
    }),
  );
}

/** Letter case is ignored, because some file systems ignore it. */
const keyOf = (path: string): string => resolve(path).normalize('NFC').toLowerCase();

/** Device and inode: links to the same file are equal. Returns null if there is no file. */
export function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${String(dev)}:${String(ino)}`;
  } catch {
    return null;
  }
}

export const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

const isFile = (path: string): boolean => {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
};
