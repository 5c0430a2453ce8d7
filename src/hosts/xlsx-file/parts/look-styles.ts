/** Which cell format looks as a drawing wants it: one that the workbook has already, or a new one of the fonts and borders that it has. */
import type { CellLook } from '../../../core/model/sheet-drawing';
import {
  borderOf,
  borderXml,
  fillOfLook,
  fontOf,
  fontXml,
  formatXml,
  lookOf,
  wantedBorder,
  wantedFont,
  wantedLook,
} from './cell-looks';
import type { FillCode } from './fills';
import type { StyleLists } from './style-table';

/** What the editor of styles does for every kind of format. */
export interface Formats {
  readonly fillFor: (code: FillCode) => number;
  readonly codeFor: (code: string) => number;
  readonly formatFor: (source: string) => number;
  /** As they were read. */
  readonly fillCodes: readonly FillCode[];
}

export interface LookStyles {
  readonly withLook: (look: CellLook) => number;
  /** Fonts and borders to be added, and how many there are with them. */
  readonly added: () => readonly {
    readonly list: 'fonts' | 'borders';
    readonly items: readonly string[];
    readonly count: number;
  }[];
}

/** Looks known by sight; where every cell has one of its own, a longer list would only be searched in vain. */
const MOST_SHARED = 1000;

export function lookStyles(lists: StyleLists, { fillFor, codeFor, formatFor, fillCodes }: Formats): LookStyles {
  const { xml, codes } = lists;
  const prefix = xml.root.prefix;
  const fonts = growing(() => lists.fonts.map((font) => fontOf(xml, font)));
  const borders = growing(() => lists.borders.map((border) => borderOf(xml, border)));
  let known: Map<string, number> | null = null;
  const knownLooks = (): Map<string, number> => {
    if (known) return known;
    known = new Map();
    const parts = { fonts: fonts.keys(), fills: fillCodes, borders: borders.keys(), codes };
    for (const [style, format] of lists.formats.entries()) {
      const key = lookOf(xml, format, parts);
      if (key !== null && !known.has(key)) known.set(key, style);
    }
    return known;
  };
  const styleOf = (look: CellLook): number => {
    const key = wantedLook(look);
    const style = knownLooks().get(key);
    if (style !== undefined) return style;
    const fontId = fonts.place(wantedFont(look), fontXml(look, prefix));
    const borderId = borders.place(wantedBorder(look), borderXml(look, prefix));
    const added = formatFor(
      formatXml(look, prefix, {
        code: codeFor(look.numberFormat),
        fontId,
        borderId,
        fillId: fillFor(fillOfLook(look)),
      }),
    );
    knownLooks().set(key, added);
    return added;
  };
  // Drawings share their looks among cells, as objects or at least in what these say; sheets have some twenty of them.
  const byLook = new Map<CellLook, number>();
  const byWords = new Map<string, number>();
  const remembered = (look: CellLook): number => {
    const words = wordsOf(look);
    let style = byWords.get(words);
    if (style === undefined) byWords.set(words, (style = styleOf(look)));
    if (byLook.size < MOST_SHARED) byLook.set(look, style);
    return style;
  };
  return {
    withLook: (look) => byLook.get(look) ?? remembered(look),
    added: () => [
      { list: 'fonts', items: fonts.added, count: fonts.count() },
      { list: 'borders', items: borders.added, count: borders.count() },
    ],
  };
}

const wordsOf = ({
  size,
  bold,
  italic,
  strike,
  colour,
  fill,
  border,
  horizontal,
  vertical,
  wrap,
  numberFormat,
}: CellLook): string =>
  `${size}${bold}${italic}${strike}${colour}${fill}${border}${horizontal}${vertical}${wrap}${numberFormat}`;

/** A list of the file, read when it is first needed, with what is put behind it. */
function growing(read: () => string[]) {
  let keys: string[] | null = null;
  const added: string[] = [];
  const list = (): string[] => (keys ??= read());
  return {
    added,
    keys: list,
    count: (): number => list().length,
    place: (key: string, source: string): number => {
      const at = list().indexOf(key);
      if (at >= 0) return at;
      added.push(source);
      return list().push(key) - 1;
    },
  };
}
