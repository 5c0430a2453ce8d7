/**
 * Walls between rooms (which may import which), names that are forbidden in some rooms, and rules for every file; a
 * failure prints what to do instead.
 */
import { describe, expect, test } from '@jest/globals';
import { sourceFile, sourceFiles, type SourceFile } from './kit/source';
import { isWithin, wallOf } from './kit/walls';

/** Names that only files matching `except` may use. */
const NAMES: readonly { readonly except: RegExp; readonly names: readonly string[]; readonly instead: string }[] = [
  {
    except: /^(?!core\/)/,
    names: [
      'new Date()',
      '.now',
      'performance',
      'setTimeout',
      'setInterval',
      'process',
      'Buffer',
      'fetch',
      'console',
      'window',
      'document',
      'Office',
      'Excel',
      'globalThis',
      '.random',
    ],
    instead: 'core is pure: no clock, randomness, network, Node, page or Office; pass the value as an argument',
  },
  {
    except: /^(?!core\/)/,
    names: ['parseFloat', '.parseFloat', '.toFixed', '.toPrecision'],
    instead: 'points are Decimals: read them with fromText, write them with toText or toVietnamese',
  },
  {
    except: /^(?!taskpane\/)/,
    names: [
      'dangerouslySetInnerHTML',
      '.dangerouslySetInnerHTML',
      '.innerHTML',
      '.outerHTML',
      '.insertAdjacentHTML',
      'eval',
      'Function',
      'alert',
      'confirm',
      '.pushState',
      '.replaceState',
    ],
    instead: 'show text from a sheet as text, never as HTML or code; Office blocks alert, confirm and the history',
  },
  {
    except: /^(?!core\/(score|rules)\/)/,
    names: ['.grid', 'textAt', 'valueAt'],
    instead: 'read cells in core/read; here use the score sheet: addressOf, textIn, formulaIn',
  },
  { except: /^hosts\/excel\//, names: ['Excel', 'Office'], instead: 'only hosts/excel calls Excel.run' },
];

const LONGEST_FILE = 300;

const files = sourceFiles();

describe('walls', () => {
  test.each(files.map((file) => [file.path, file] as const))('%s imports only what its folder may', (_path, file) => {
    expect(trespasses(file)).toEqual([]);
  });

  test.each([
    ['core/rules/total.ts', `import { rollUp } from '../score/roll-up';`],
    ['core/read/file.ts', `import { readFileSync } from 'node:fs';`],
    ['core/model/rate.ts', `export * from '../assess';`],
    ['hosts/xlsx-file/zip/save.ts', `import { deflateRawSync } from 'node:zlib';`],
    ['hosts/excel/memory.ts', `import { openXlsx } from '../xlsx-file/xlsx-file';`],
    ['export/to-file.ts', `const fs = await import('node:fs');`],
    ['cli/total.ts', `import { rollUp } from '../core/score/roll-up';`],
    ['elsewhere/new.ts', `import { add } from '../core/values/decimal';`],
    ['core/score/clock.ts', `export const today = () => new Date();`],
    ['core/score/float.ts', `export const shown = (value: number) => value.toFixed(2);`],
    ['core/rules/peek.ts', `export const note = ({ grid }: ScoreSheet) => sheet.grid.notes;`],
    ['cli/pane.ts', `export const host = Excel.run;`],
    ['cli/pane.ts', `import { TEXT } from '../taskpane/text/text';`],
    ['taskpane/table.ts', `import { printOutcome } from '../cli/print';`],
    ['taskpane/components/Open.tsx', `import { openXlsx } from '../../hosts/xlsx-file/xlsx-file';`],
    ['taskpane/worker/show.ts', `import { useState } from 'react';`],
    ['taskpane/paint.ts', `export const paint = (place: Element, html: string) => { place.innerHTML = html; };`],
  ])('a trespass is reported: %s, %s', (path, text) => {
    expect(trespasses(sourceFile(path, text))).toHaveLength(1);
  });

  test.each([
    `export const isDate = (cell: { readonly document: boolean }) => cell.document;`,
    `export const month = (serial: number) => new Date(serial * 86_400_000).getUTCMonth();`,
  ])('an identifier that only looks like a forbidden name is allowed: %s', (text) => {
    expect(trespasses(sourceFile('core/read/dates.ts', text))).toEqual([]);
  });
});

describe('import cycles', () => {
  test('no file imports itself through other files, imports of types included', () => {
    expect(cycles(files)).toEqual([]);
  });

  test('a cycle is reported', () => {
    const two = [
      sourceFile('core/read/rows.ts', `import type { Column } from './columns';`),
      sourceFile('core/read/columns.ts', `export { rowsOf } from './rows';`),
      sourceFile('core/read/first.ts', `import { rowsOf } from './rows';`),
    ];
    expect(cycles(two)).toEqual(['core/read/rows → core/read/columns → core/read/rows']);
  });
});

describe('every file', () => {
  test.each(files.map((file) => [file.path, file] as const))(
    '%s begins with a comment, is short, and has English names',
    (path, { text, names }) => {
      expect(text.startsWith('/**')).toBe(true);
      expect(text.split('\n').length - 1).toBeLessThanOrEqual(LONGEST_FILE);
      expect([...names].filter((name) => /[^ -~]/.test(name))).toEqual([]);
      expect(path).toMatch(/^([a-z0-9-]+\/)*([a-z0-9-]+|components\/[A-Z]\w+)\.tsx?$/);
    },
  );
});

/** One sentence for each forbidden import or name in the file. */
function trespasses(file: SourceFile): string[] {
  const wall = wallOf(file.path);
  if (!wall) return [`${file.path} is in no folder with a wall: add one to test/kit/walls.ts`];
  const allowed = [wall.of, ...wall.may];
  const imports = file.imports.filter((target) => !allowed.some((each) => isWithin(target, each)));
  const names = NAMES.flatMap(({ except, names: forbidden, instead }) =>
    except.test(file.path)
      ? []
      : forbidden
          .filter((name) => file.names.has(name))
          .map((name) => `${file.path} uses ${name.replace('.', '')}: ${instead}`),
  );
  return [...imports.map((target) => `${file.path} imports ${target}: ${wall.instead}`), ...names];
}

/** Each import cycle, from file to file. */
function cycles(all: readonly SourceFile[]): string[] {
  const imports = new Map(all.map((file) => [file.path.replace(/\.tsx?$/, ''), file.imports]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (name: string, way: readonly string[]): void => {
    const start = way.indexOf(name);
    if (start >= 0) found.push([...way.slice(start), name].join(' → '));
    if (done.has(name) || start >= 0) return;
    for (const target of imports.get(name) ?? [])
      walk(imports.has(target) ? target : `${target}/index`, [...way, name]);
    done.add(name);
  };
  for (const name of imports.keys()) walk(name, []);
  return found;
}
