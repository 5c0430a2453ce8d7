/**
 * The walls of the house (who may import whom) and its few rules for every file, held as data; each says what to do
 * instead.
 */
import { describe, expect, test } from '@jest/globals';
import { sourceFile, sourceFiles, type SourceFile } from './kit/source';

interface Wall {
  /** Folder or file below src/, without its ending. The longest one that fits a file is the file's wall. */
  readonly of: string;
  /** What may be imported: folders and files below src/, packages, `node:` for all of Node. Its own folder always. */
  readonly may: readonly string[];
  /** Said to whoever runs into it. */
  readonly instead: string;
}

const WALLS: readonly Wall[] = [
  {
    of: 'core/values',
    may: [],
    instead:
      'core/values holds numbers, addresses and text without a word of the field; a domain word belongs to core/model',
  },
  {
    of: 'core/model',
    may: ['core/values'],
    instead: 'core/model holds nouns that everybody shares; move the verb to the folder that does the work',
  },
  {
    of: 'core/matching',
    may: ['core/values', 'core/model'],
    instead:
      'core/matching says which item, unit, line or criterion is meant; what follows from it is decided by the caller',
  },
  {
    of: 'core/read',
    may: ['core/values', 'core/model', 'core/matching'],
    instead: 'core/read only says what the sheet holds; computing and judging belong to core/score and core/rules',
  },
  {
    of: 'core/settings',
    may: ['core/values', 'core/model', 'core/read'],
    instead: 'core/settings reads and writes the sheet `Cấu hình`; what a setting does is decided where it is used',
  },
  {
    of: 'core/score',
    may: ['core/values', 'core/model', 'core/matching'],
    instead: 'core/score takes the score sheet as an argument; let core/assess hand it over',
  },
  {
    of: 'core/relations',
    // Which unit and item of two tables are the same.
    may: ['core/values', 'core/model', 'core/matching'],
    instead: 'core/relations says what must hold between stated numbers; words for it belong to core/rules',
  },
  {
    of: 'core/rules',
    may: ['core/values', 'core/model', 'core/matching', 'core/relations'],
    instead: 'a rule takes totals and deductions from its RuleContext; it never computes them through core/score again',
  },
  {
    of: 'core/fill',
    may: ['core/values', 'core/model'],
    instead: 'core/fill sees the finished assessment; let core/assess put into it what filling needs',
  },
  {
    of: 'core/documents',
    may: ['core/values', 'core/model', 'core/matching', 'core/score/compare-years'],
    instead: 'core/documents words the finished assessment; let core/assess put into it what else the words need',
  },
  {
    of: 'core/causes',
    may: ['core/values', 'core/model', 'core/matching', 'core/read', 'core/documents'],
    instead:
      'core/causes takes pasted words into the sheet: they are read, matched and planned there, and judged by nobody',
  },
  {
    of: 'core/corrections',
    may: ['core/values', 'core/model'],
    instead: 'core/corrections writes and records what core/rules offers; it finds no fault and weighs no explanation',
  },
  {
    of: 'core/lift',
    may: ['core/values', 'core/model', 'core/matching', 'core/score', 'core/documents'],
    instead: 'core/lift computes how a unit could rise; other folders ask it for the result',
  },
  {
    of: 'core/collect',
    // Its records are drawn as our other sheets are.
    may: ['core/values', 'core/model', 'core/matching', 'core/sheets'],
    instead:
      'core/collect says what becomes of values that were sent; reading a file and writing a table is for others',
  },
  {
    of: 'core/sets',
    may: ['core/values', 'core/model', 'core/matching', 'core/read', 'core/documents'],
    instead: 'core/sets reads, checks and compares criteria sets; what scores a unit by them is core/assess',
  },
  {
    of: 'core/forms',
    may: ['core/values', 'core/model', 'core/matching', 'core/sheets'],
    instead: 'core/forms draws workbooks that units fill in; it reads and computes no score',
  },
  {
    of: 'core/collect.ts',
    may: ['core/values', 'core/model', 'core/collect', 'core/fill', 'core/causes'],
    instead: 'core/collect.ts turns what was sent into edits; it computes and reads no score',
  },
  {
    of: 'core/sheets',
    may: ['core/values', 'core/model', 'core/matching', 'core/fill', 'core/documents'],
    instead: 'core/sheets draws our two sheets from the finished assessment; it computes no points',
  },
  {
    of: 'core/assess',
    may: ['core/values', 'core/model', 'core/matching', 'core/read', 'core/settings', 'core/score', 'core/rules'],
    instead: 'core/assess is pure: a host is handed to whoever calls it',
  },
  {
    of: 'core/fill.ts',
    may: ['core/values', 'core/model', 'core/matching', 'core/fill', 'core/sheets'],
    instead: 'core/fill.ts turns an assessment into edits; it computes and reads nothing again',
  },
  { of: 'hosts/host', may: ['core/values', 'core/model'], instead: 'the host interface speaks in model types' },
  {
    of: 'hosts/marks',
    may: ['core/values', 'core/model'],
    instead: 'hosts/marks is what Excel and the file have in common about marks: pure, and of model types',
  },
  {
    of: 'hosts/excel',
    may: ['core/values', 'core/model', 'hosts/host', 'hosts/marks'],
    instead:
      'hosts read and write, they never judge: hand them edits; Office.js comes from the page, not from an import',
  },
  {
    of: 'hosts/xlsx-file',
    may: ['core/values', 'core/model', 'hosts/host', 'hosts/marks', 'fflate'],
    instead:
      'hosts read and write, they never judge: hand them edits; ' +
      'what differs between browser and Node goes through Codec',
  },
  {
    of: 'hosts/other-files',
    may: ['core/values', 'core/model', 'hosts/host', 'hosts/xlsx-file', '@e965/xlsx'],
    instead: 'hosts/other-files reads what units send in other forms; it writes nothing and judges nothing',
  },
  {
    of: 'hosts/xlsx-file/zip/codec-node',
    may: ['core/values', 'core/model', 'hosts/host', 'hosts/marks', 'hosts/xlsx-file', 'fflate', 'node:zlib'],
    instead: 'only codec-node says node:zlib, and nothing else of Node',
  },
  {
    of: 'export',
    may: ['core/values', 'core/model', 'hosts/host', 'docx', 'fflate'],
    instead: 'an export is a view of the finished assessment: model types in, text or bytes out',
  },
  {
    of: 'export/fill-template',
    may: [
      'core/values',
      'core/model',
      'core/documents/template-values',
      'hosts/host',
      'hosts/xlsx-file',
      'export',
      'docxtemplater',
      'fflate',
    ],
    instead: 'export/fill-template puts values into a document that exists; what a name means is in core/documents',
  },
  {
    of: 'export/template-faults',
    may: ['core/values', 'core/documents/template-values', 'hosts/host'],
    instead: 'export/template-faults words what is wrong with a template; it opens and fills nothing',
  },
  {
    of: 'export/export-files',
    may: [
      'core/values',
      'core/model',
      'core/matching',
      'core/sheets',
      'core/documents',
      'core/lift',
      'hosts/xlsx-file',
      'export',
    ],
    instead:
      'export-files puts together what core/documents words and a writer writes; it computes nothing and words nothing',
  },
  {
    of: 'cli',
    may: [
      'core/values',
      'core/model',
      'core/matching',
      'core/settings',
      'core/assess',
      'core/collect.ts',
      'core/forms',
      'core/sets',
      // The words in which a finished reading is explained, here and in the pane.
      'core/read/reading-view',
      'core/corrections',
      'core/causes',
      'core/lift',
      'core/fill.ts',
      'hosts',
      'export',
      'node:',
      '../package.json',
    ],
    instead:
      'the command line calls assessBook, planEdits, core/causes and core/lift; ' +
      'what they lack is added there, not taken from below',
  },
  {
    of: 'taskpane',
    may: ['core', 'hosts/host', 'react', 'react-dom'],
    instead: 'the pane reaches a workbook through its Door; cli and taskpane never meet',
  },
  {
    of: 'taskpane/index',
    may: ['hosts/excel/excel-host', 'taskpane', 'react', 'react-dom'],
    instead: 'index puts the parts together: hosts/excel comes by a lazy import, nothing is computed here',
  },
  {
    of: 'taskpane/components',
    may: ['core/values', 'core/model', 'taskpane', 'react', '@fluentui'],
    instead:
      'a component shows PaneState and asks the Pane; computing and hosts belong to taskpane/worker and the doors',
  },
  {
    of: 'taskpane/worker',
    may: ['core', 'hosts/host', 'hosts/xlsx-file', 'hosts/other-files', 'export'],
    instead:
      'the engine of the page is the worker: no page, no React, no Office; ' +
      'views of the assessment go out, commands come in',
  },
  {
    of: 'taskpane/service-worker',
    may: [],
    instead: 'the service worker is loaded by itself: it imports nothing',
  },
];

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

function wallOf(path: string): Wall | undefined {
  const name = path.replace(/\.tsx?$/, '');
  return WALLS.filter(({ of }) => of === path || isWithin(name, of)).sort((a, b) => b.of.length - a.of.length)[0];
}

/** An ending names the one file: `core/fill.ts` stands beside the folder core/fill. */
const isWithin = (target: string, folder: string): boolean =>
  target === folder || `${target}.ts` === folder || target.startsWith(folder.endsWith(':') ? folder : `${folder}/`);
