/** The walls of the house as data: who may import whom, and what to do instead. */

export interface Wall {
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
    may: [
      'core/values',
      'core/model',
      'core/matching',
      'core/score/compare-years',
      'core/score/even-appraisal',
      // What changed in the set since last year is worded here and computed there.
      'core/sets/compare-sets',
    ],
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
    may: ['core/values', 'core/model', 'core/matching', 'core/read'],
    instead: 'core/sets reads, checks and compares criteria sets; what scores a unit by them is core/assess',
  },
  {
    of: 'core/forms',
    may: ['core/values', 'core/model', 'core/matching', 'core/sheets'],
    instead: 'core/forms draws workbooks that units fill in; it reads and computes no score',
  },
  {
    of: 'core/collect.ts',
    // A list of losses that comes back is read by its lines alone.
    may: ['core/values', 'core/model', 'core/collect', 'core/fill', 'core/causes', 'core/read/read-side-sheets'],
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
      'docx',
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
      // Two sets in one document, which no workbook's export is.
      'core/documents/reports/set-changes',
      // The words in which a finished reading is explained, here and in the pane.
      'core/read/reading-view',
      // What a list of mergers names and no table has.
      'core/score/compare-years',
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
    of: 'taskpane/worker/own-file.ts',
    may: ['fflate'],
    instead: 'the files that the page brings along are asked for by name: they need nothing but a zip',
  },
  {
    of: 'taskpane/service-worker',
    may: [],
    instead: 'the service worker is loaded by itself: it imports nothing',
  },
];

/** The wall around the room that a file stands in. */
export function wallOf(path: string): Wall | undefined {
  const name = path.replace(/\.tsx?$/, '');
  return WALLS.filter(({ of }) => of === path || isWithin(name, of)).sort((a, b) => b.of.length - a.of.length)[0];
}

/** An ending names the one file: `core/fill.ts` stands beside the folder core/fill. */
export const isWithin = (target: string, folder: string): boolean =>
  target === folder || `${target}.ts` === folder || target.startsWith(folder.endsWith(':') ? folder : `${folder}/`);
