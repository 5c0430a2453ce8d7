/**
 * The walls of the house (who may import whom) and its few rules for every file, held as data; each says what to do
 * instead.
 */
import { describe, expect, test } from '@jest/globals';
import { sourceFile, sourceFiles, type SourceFile } from './kit/source';
import { isWithin, wallOf } from './kit/walls';

/** Names that only other folders may use. */
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
    instead:
      'core is pure: no clock, no chance, no network, no Node, no page, no Office; hand the value in as an argument',
  },
  {
    except: /^(?!core\/)/,
    names: ['parseFloat', '.parseFloat', '.toFixed', '.toPrecision'],
    instead: 'points are Decimals: fromText to read, toText or toVietnamese to write',
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
    instead: 'text from a sheet is data and is shown as text; Office takes away alert and the history',
  },
  {
    except: /^(?!core\/(score|rules)\/)/,
    names: ['.grid', 'textAt', 'valueAt'],
    instead: 'what a cell holds is read in core/read; ask the score sheet: addressOf, textIn, formulaIn',
  },
  { except: /^hosts\/excel\//, names: ['Excel', 'Office'], instead: 'only hosts/excel says Excel.run' },
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
    ['cli/pane.ts', `import { TEXT } from '../taskpane/text';`],
    ['taskpane/table.ts', `import { printOutcome } from '../cli/print';`],
    ['taskpane/components/Open.tsx', `import { openXlsx } from '../../hosts/xlsx-file/xlsx-file';`],
    ['taskpane/worker/show.ts', `import { useState } from 'react';`],
    ['taskpane/paint.ts', `export const paint = (place: Element, html: string) => { place.innerHTML = html; };`],
  ])('a trespass is seen: %s, %s', (path, text) => {
    expect(trespasses(sourceFile(path, text))).toHaveLength(1);
  });

  test.each([
    `export const isDate = (cell: { readonly document: boolean }) => cell.document;`,
    `export const month = (serial: number) => new Date(serial * 86_400_000).getUTCMonth();`,
  ])('what merely looks like a forbidden name is let through: %s', (text) => {
    expect(trespasses(sourceFile('core/read/dates.ts', text))).toEqual([]);
  });
});

describe('circles', () => {
  test('no file leads back to itself through its imports, those of types among them', () => {
    expect(circles(files)).toEqual([]);
  });

  test('a circle is seen', () => {
    const two = [
      sourceFile('core/read/rows.ts', `import type { Column } from './columns';`),
      sourceFile('core/read/columns.ts', `export { rowsOf } from './rows';`),
      sourceFile('core/read/first.ts', `import { rowsOf } from './rows';`),
    ];
    expect(circles(two)).toEqual(['core/read/rows → core/read/columns → core/read/rows']);
  });
});

describe('every file', () => {
  test.each(files.map((file) => [file.path, file] as const))(
    '%s opens with what it is for, stays short and speaks English in names',
    (path, { text, names }) => {
      expect(text.startsWith('/**')).toBe(true);
      expect(text.split('\n').length - 1).toBeLessThanOrEqual(LONGEST_FILE);
      expect([...names].filter((name) => /[^ -~]/.test(name))).toEqual([]);
      expect(path).toMatch(/^([a-z0-9-]+\/)*([a-z0-9-]+|components\/[A-Z]\w+)\.tsx?$/);
    },
  );
});

/** One sentence for each forbidden import or name of the file. */
function trespasses(file: SourceFile): string[] {
  const wall = wallOf(file.path);
  if (!wall) return [`${file.path} stands in no folder that test/layers.test.ts knows: give it a wall`];
  const allowed = [wall.of, ...wall.may];
  const imports = file.imports.filter((target) => !allowed.some((each) => isWithin(target, each)));
  const names = NAMES.flatMap(({ except, names: forbidden, instead }) =>
    except.test(file.path)
      ? []
      : forbidden
          .filter((name) => file.names.has(name))
          .map((name) => `${file.path} says ${name.replace('.', '')}: ${instead}`),
  );
  return [...imports.map((target) => `${file.path} imports ${target}: ${wall.instead}`), ...names];
}

/** Each circle that a walk along the imports closes, from file to file. */
function circles(all: readonly SourceFile[]): string[] {
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
