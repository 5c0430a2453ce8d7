/** The walls between the rooms of src/ as data: what each room may import, and what to do instead. */

export interface Wall {
  /** Folder or file below src/, without its ending. A file has the wall with the longest name that fits it. */
  readonly of: string;
  /** What the room may import: folders and files below src/, packages, `node:` for all of Node; always itself. */
  readonly may: readonly string[];
  /** What to do instead; printed when the wall fails. */
  readonly instead: string;
}

const WALLS: readonly Wall[] = [
  {
    of: 'core/values',
    may: [],
    instead: 'core/values has numbers, addresses and text, and no term of the field; move such a term to core/model',
  },
  {
    of: 'core/model',
    may: ['core/values'],
    instead: 'core/model has types that several rooms share; move the computation to the room that does it',
  },
  {
    of: 'core/matching',
    may: ['core/values', 'core/model'],
    instead: 'core/matching finds the item, unit, line or criterion that is meant; let the caller decide what follows',
  },
  {
    of: 'core/read',
    may: ['core/values', 'core/model', 'core/matching'],
    instead: 'core/read only reads what the sheet holds; compute in core/score, judge in core/rules',
  },
  {
    of: 'core/settings',
    may: ['core/values', 'core/model', 'core/read'],
    instead: 'core/settings only reads and writes the sheet `Cấu hình`; put the effect of a setting where it is used',
  },
  {
    of: 'core/score',
    may: ['core/values', 'core/model', 'core/matching'],
    instead: 'core/score takes the score sheet as an argument; pass it from core/assess',
  },
  {
    of: 'core/relations',
    // To match the units and items of two tables.
    may: ['core/values', 'core/model', 'core/matching'],
    instead: 'core/relations computes which stated numbers contradict each other; word it in core/rules',
  },
  {
    of: 'core/rules',
    may: ['core/values', 'core/model', 'core/matching', 'core/relations'],
    instead: 'a rule takes totals and deductions from its RuleContext; do not compute them again with core/score',
  },
  {
    of: 'core/fill',
    may: ['core/values', 'core/model'],
    instead: 'core/fill uses the finished assessment; if something is missing in it, let core/assess add it',
  },
  {
    of: 'core/documents',
    may: [
      'core/values',
      'core/model',
      'core/matching',
      'core/score/compare-years',
      'core/score/even-appraisal',
      // Reports word the changes of a set since last year; core/sets/compare-sets computes them.
      'core/sets/compare-sets',
    ],
    instead: 'core/documents words the finished assessment; if something is missing in it, let core/assess add it',
  },
  {
    of: 'core/causes',
    may: ['core/values', 'core/model', 'core/matching', 'core/read', 'core/documents'],
    instead: 'core/causes reads, matches and plans typed and pasted causes; it judges nothing',
  },
  {
    of: 'core/corrections',
    may: ['core/values', 'core/model'],
    instead: 'core/corrections writes and records corrections that core/rules offers; find faults in core/rules',
  },
  {
    of: 'core/lift',
    may: ['core/values', 'core/model', 'core/matching', 'core/score', 'core/documents'],
    instead: 'core/lift computes how a unit could rise; show or write its result in another room',
  },
  {
    of: 'core/collect',
    // To draw its records like our other sheets.
    may: ['core/values', 'core/model', 'core/matching', 'core/sheets'],
    instead: 'core/collect decides what becomes of values that units sent; let cli or taskpane read files',
  },
  {
    of: 'core/sets',
    may: ['core/values', 'core/model', 'core/matching', 'core/read'],
    instead: 'core/sets reads, checks and compares criteria sets; score units in core/assess',
  },
  {
    of: 'core/forms',
    may: ['core/values', 'core/model', 'core/matching', 'core/sheets'],
    instead: 'core/forms draws workbooks that units fill in; read and compute scores elsewhere',
  },
  {
    of: 'core/collect.ts',
    // To read the lines of a list of losses that a unit sends back.
    may: ['core/values', 'core/model', 'core/collect', 'core/fill', 'core/causes', 'core/read/beside/read-side-sheets'],
    instead: 'core/collect.ts turns values that units sent into edits; read and compute scores elsewhere',
  },
  {
    of: 'core/sheets',
    may: ['core/values', 'core/model', 'core/matching', 'core/fill', 'core/documents'],
    instead: 'core/sheets draws our two sheets from the finished assessment; compute points in core/score',
  },
  {
    of: 'core/assess',
    may: ['core/values', 'core/model', 'core/matching', 'core/read', 'core/settings', 'core/score', 'core/rules'],
    instead: 'core/assess is pure; let its caller read and write through a host',
  },
  {
    of: 'core/year-before',
    may: ['core/values', 'core/model', 'core/matching', 'core/assess'],
    instead: 'core/year-before hands core/assess a table of last year; it reads and computes nothing itself',
  },
  {
    of: 'core/fill.ts',
    may: ['core/values', 'core/model', 'core/matching', 'core/fill', 'core/sheets'],
    instead: 'core/fill.ts turns an assessment into edits; do not read or compute anything again',
  },
  { of: 'hosts/host', may: ['core/values', 'core/model'], instead: 'the host interface uses model types only' },
  {
    of: 'hosts/marks',
    may: ['core/values', 'core/model'],
    instead: 'hosts/marks is pure code about marks that both hosts share; use model types only',
  },
  {
    of: 'hosts/excel',
    may: ['core/values', 'core/model', 'hosts/host', 'hosts/marks'],
    instead: 'a host reads and writes but never judges: pass it edits; the page loads Office.js, so do not import it',
  },
  {
    of: 'hosts/xlsx-file',
    may: ['core/values', 'core/model', 'hosts/host', 'hosts/marks', 'fflate'],
    instead:
      'a host reads and writes but never judges: pass it edits; ' +
      'put differences between browser and Node into Codec',
  },
  {
    of: 'hosts/other-files',
    may: ['core/values', 'core/model', 'hosts/host', 'hosts/xlsx-file', '@e965/xlsx'],
    instead: 'hosts/other-files only reads other file formats; write and judge elsewhere',
  },
  {
    of: 'hosts/xlsx-file/zip/codec-node',
    may: ['core/values', 'core/model', 'hosts/host', 'hosts/marks', 'hosts/xlsx-file', 'fflate', 'node:zlib'],
    instead: 'codec-node is the only file of the host that imports from Node, and only node:zlib',
  },
  {
    of: 'export',
    may: ['core/values', 'core/model', 'hosts/host', 'docx', 'fflate'],
    instead: 'an export takes model types and returns text or bytes; compute before, in core',
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
    instead: 'export/fill-template puts values into an existing document; define names in core/documents',
  },
  {
    of: 'export/template-faults',
    may: ['core/values', 'core/documents/template-values', 'hosts/host'],
    instead: 'export/template-faults words faults of a template; open and fill templates in export/fill-template',
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
    instead: 'export-files combines documents of core/documents with writers; word and compute in core',
  },
  {
    of: 'cli',
    may: [
      'core/values',
      'core/model',
      'core/matching',
      'core/settings',
      'core/assess',
      'core/year-before',
      'core/collect.ts',
      'core/forms',
      'core/sets',
      // A document about two sets, which is no export of a workbook.
      'core/documents/reports/set-changes',
      // The explanation of a reading, the same as in the pane.
      'core/read/reading-view',
      // To report units that a list of mergers names and no table has.
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
      'the command line calls assessBook, planFill, core/causes and core/lift; ' +
      'add what is missing there, do not import the rooms below',
  },
  {
    of: 'taskpane',
    may: ['core', 'hosts/host', 'react', 'react-dom'],
    instead: 'reach the workbook through the Door of the pane; do not import cli',
  },
  {
    of: 'taskpane/index',
    may: ['hosts/excel/excel-host', 'taskpane', 'react', 'react-dom'],
    instead: 'index only connects the parts and loads hosts/excel lazily; compute elsewhere',
  },
  {
    of: 'taskpane/components',
    may: ['core/values', 'core/model', 'taskpane', 'react', '@fluentui'],
    instead: 'a component shows PaneState and calls the Pane; compute in taskpane/worker, reach hosts through a Door',
  },
  {
    of: 'taskpane/worker',
    may: ['core', 'hosts/host', 'hosts/xlsx-file', 'hosts/other-files', 'export'],
    instead:
      'the worker runs the engine, without page, React and Office; ' +
      'receive commands and answer with views of the assessment',
  },
  {
    of: 'taskpane/worker/own-file.ts',
    may: ['fflate'],
    instead: 'own-file.ts fetches files of the page by name; it needs fflate only',
  },
  {
    of: 'taskpane/service-worker',
    may: [],
    instead: 'the browser loads the service worker by itself; it must import nothing',
  },
];

/** The wall of the room that a file belongs to. */
export function wallOf(path: string): Wall | undefined {
  const name = path.replace(/\.tsx?$/, '');
  return WALLS.filter(({ of }) => of === path || isWithin(name, of)).sort((a, b) => b.of.length - a.of.length)[0];
}

/** A name with an ending means one file: `core/fill.ts` is beside the folder core/fill. */
export const isWithin = (target: string, folder: string): boolean =>
  target === folder || `${target}.ts` === folder || target.startsWith(folder.endsWith(':') ? folder : `${folder}/`);
