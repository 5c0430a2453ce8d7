/** Appends to styles.xml: the same cell format with another fill or number format, and the formats of cells that we draw. What stands there is never changed or renumbered. */
import type { MarkKind } from '../../../core/model/grid';
import type { CellLook } from '../../../core/model/sheet-drawing';
import { cellFormats, changedFormat } from './cell-formats';
import { codeOfMark, fillOfCode, NO_FILL, type FillCode } from './fills';
import { defaultItem, paddedLength, saveLists } from './grown-list';
import { lookStyles } from './look-styles';
import { BUILT_IN } from './number-format';
import type { Draft } from './package';
import { readStyleLists, type StyleLists } from './style-table';
import { escapeAttribute, escapeControls } from '../xml/xml-text';

export interface StyleEditor {
  readonly fillOf: (style: number) => FillCode;
  readonly paint: (style: number, kind: MarkKind) => number;
  /** The format with a plain colour, or none, in the place of its fill. */
  readonly withFill: (style: number, fill: FillCode) => number;
  readonly withNumberFormat: (style: number, code: string) => number;
  /** A cell format that looks exactly so. */
  readonly withLook: (look: CellLook) => number;
  /** Writes what was added, if anything. */
  readonly save: () => void;
}

/** `mostUsed` is the highest number of a format that any cell, row or column of the workbook names. */
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

export interface GrowingFills {
  readonly codeOf: (fill: number) => FillCode;
  readonly fillFor: (code: FillCode) => number;
  readonly added: readonly string[];
  readonly base: () => number;
}

/** Numbers of all cell formats and of those that named styles are made of. */
const idsIn = ({ formats, cellStyleFormats }: StyleLists, attribute: string): Int32Array[] => [
  formats.idsOf(attribute),
  cellStyleFormats.idsOf(attribute),
];

function growingFills(lists: StyleLists, prefix: string): GrowingFills {
  const { fills: list, fillCodeOf } = lists;
  const added: string[] = [];
  const addedCodes: FillCode[] = [];
  let known = -1;
  const base = (): number => (known < 0 ? (known = paddedLength(list, ...idsIn(lists, 'fillId'))) : known);
  // The first two are Excel's own, whatever stands there.
  let places: Map<FillCode, number> | null = null;
  const listed = (code: FillCode): number | undefined => {
    if (!places) {
      places = new Map();
      for (let fill = list.count - 1; fill >= 2; fill--) places.set(fillCodeOf(fill), fill);
    }
    return places.get(code);
  };
  return {
    codeOf: (fill) =>
      (fill >= list.count && added.length > 0 ? addedCodes[fill - base()] : undefined) ?? fillCodeOf(fill),
    fillFor: (code) => {
      if (code === NO_FILL) return 0;
      const old = listed(code);
      if (old !== undefined) return old;
      const place = addedCodes.indexOf(code);
      if (place >= 0) return base() + place;
      added.push(fillOfCode(code, prefix) ?? '');
      return base() + addedCodes.push(code) - 1;
    },
    added,
    base,
  };
}

export interface GrowingCodes {
  readonly codeFor: (code: string) => number;
  /** Undefined for what Excel itself has under the number. */
  readonly codeOf: (id: number) => string | undefined;
  readonly added: ReadonlyMap<string, number>;
}

function growingCodes(lists: StyleLists): GrowingCodes {
  const { codes } = lists;
  const added = new Map<string, number>();
  // 0 to 163 are Excel's own.
  let last = 163;
  let taken: Set<number> | null = null;
  const nextId = (): number => {
    // Formats may name numbers that no code stands under: those are not given one now.
    taken ??= new Set([...codes.keys(), ...idsIn(lists, 'numFmtId').flatMap((ids) => [...new Set(ids)])]);
    do last++;
    while (taken.has(last));
    return last;
  };
  return {
    codeFor: (code) => {
      const builtIn = BUILT_IN.get(code);
      if (builtIn !== undefined && (codes.get(builtIn) ?? code) === code) return builtIn;
      const known = added.get(code) ?? [...codes].find(([, each]) => each === code)?.[0];
      if (known !== undefined) return known;
      const id = nextId();
      added.set(code, id);
      return id;
    },
    codeOf: (id) => codes.get(id),
    added,
  };
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
