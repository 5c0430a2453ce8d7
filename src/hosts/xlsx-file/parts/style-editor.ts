/**
 * Appends to styles.xml: copies of a cell format with another fill or number format, and the formats of drawn cells.
 * Existing items are never changed or renumbered.
 */
import type { MarkKind } from '../../../core/model/workbook/grid';
import type { CellLook } from '../../../core/model/sheet-drawing';
import { addOverride } from './content-types';
import { cellFormats, changedFormat, unlockedFormat } from './cell-formats';
import { codeOfMark, type FillCode } from './fills';
import { defaultItem, growingCodes, growingFills, paddedLength, saveLists } from './grown-list';
import { lookStyles } from './look-styles';
import type { Draft } from './package';
import { addRelationship, freeName, mainNamespace, relationshipsOf } from './relationships';
import { readStyleLists } from './style-table';
import type { Workbook } from './workbook';
import { toUtf8 } from '../zip/bytes';
import { escapeAttribute, escapeControls } from '../xml/xml-text';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

export interface StyleEditor {
  readonly fillOf: (style: number) => FillCode;
  readonly paint: (style: number, kind: MarkKind) => number;
  /** The format with its fill replaced by a plain colour or no fill. */
  readonly withFill: (style: number, fill: FillCode) => number;
  readonly withNumberFormat: (style: number, code: string) => number;
  /** A cell format with exactly this look. */
  readonly withLook: (look: CellLook) => number;
  /** A drawn format for a cell that stays editable while its sheet is protected. */
  readonly unlocked: (style: number) => number;
  /** Writes the added items, if any. */
  readonly save: () => void;
}

/** `mostUsed` is the highest format number that any cell, row or column of the workbook uses. */
export function editStyles(draft: Draft, name: string, mostUsed: number): StyleEditor {
  const lists = readStyleLists(draft, name);
  const prefix = lists.xml.root.prefix;
  const fills = growingFills(lists, prefix);
  const codes = growingCodes(lists);
  const base = paddedLength(lists.formats, [mostUsed]);
  const formats = cellFormats(lists.formats, {
    base,
    plain: defaultItem('cellXfs', 0, prefix),
    fillCodeOf: fills.codeOf,
  });
  const fillOf = (style: number): FillCode => fills.codeOf(formats.idsAt(style).fill);
  const withFill = remember((style: number, code: FillCode): number => {
    if (fillOf(style) === code) return style;
    const fill = fills.fillFor(code);
    const source = changedFormat(formats.sourceAt(style), { fillId: fill.toString(), applyFill: '1' });
    return formats.formatFor(source, { ...formats.idsAt(style), fill });
  });
  const looks = lookStyles(lists, { fills, codes, formats });
  return {
    fillOf,
    withFill,
    paint: (style, kind) => withFill(style, codeOfMark(kind)),
    withNumberFormat: remember((style: number, code: string): number => {
      const id = codes.codeFor(code);
      const ids = formats.idsAt(style);
      if (ids.numberFormat === id) return style;
      const source = changedFormat(formats.sourceAt(style), { numFmtId: id.toString(), applyNumberFormat: '1' });
      return formats.formatFor(source, { ...ids, numberFormat: id });
    }),
    withLook: looks.withLook,
    unlocked: (style) => formats.formatFor(unlockedFormat(formats.sourceAt(style)), formats.idsAt(style)),
    save: () => {
      if (formats.added.length === 0) return;
      const numberFormats = [...codes.added].map(
        ([code, id]) =>
          `<${prefix}numFmt numFmtId="${id.toString()}" formatCode="${escapeAttribute(escapeControls(code))}"/>`,
      );
      saveLists(draft, lists, [
        { list: lists.numberFormats, items: numberFormats, base: lists.numberFormats.count },
        { list: lists.fills, items: fills.added, base: fills.base() },
        { list: lists.cellStyleFormats, items: [], base: Math.max(1, lists.cellStyleFormats.count) },
        { list: lists.formats, items: formats.added, base },
        ...looks.added(),
      ]);
    },
  };
}

/** Creates the styles part if the workbook has none or has lost it; the lists are created when items are added. */
export function ensureStyles(draft: Draft, { part, styles }: Workbook): string {
  if (styles !== null) return styles;
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const lost = relationshipsOf(draft, part).find(({ kind }) => kind === 'styles')?.target ?? null;
  const name = lost ?? freeName(draft, `${folder}styles#.xml`);
  draft.write(
    name,
    toUtf8(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<styleSheet xmlns="${mainNamespace(draft, part)}"></styleSheet>`,
    ),
  );
  addOverride(draft, name, TYPE);
  if (lost === null) addRelationship(draft, part, 'styles', name);
  return name;
}

function remember<A extends string | number, B, R>(make: (a: A, b: B) => R): (a: A, b: B) => R {
  const known = new Map<A, Map<B, R>>();
  return (a, b) => {
    let row = known.get(a);
    if (!row) known.set(a, (row = new Map<B, R>()));
    let result = row.get(b);
    if (result === undefined) row.set(b, (result = make(a, b)));
    return result;
  };
}
