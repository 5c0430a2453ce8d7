/** Which cell format looks as a drawing wants it: one that the workbook has already, or a new one of the fonts and borders that it has. */
import type { CellLook } from '../../../core/model/sheet-drawing';
import type { CellFormats } from './cell-formats';
import {
  borderOf,
  borderXml,
  fillOfLook,
  FONT,
  fontOf,
  fontXml,
  formatXml,
  layoutOf,
  wantedBorder,
  wantedFont,
  wantedLayout,
} from './cell-looks';
import { paddedLength, type Growth } from './grown-list';
import { codeOfBuiltIn } from './number-format';
import type { GrowingCodes, GrowingFills } from './style-editor';
import type { StyleList } from './style-list';
import type { StyleLists } from './style-table';
import type { Element } from '../xml/xml-tree';

/** What the editor of styles does for every kind of format. */
export interface Growing {
  readonly fills: GrowingFills;
  readonly codes: GrowingCodes;
  readonly formats: CellFormats;
}

export interface LookStyles {
  readonly withLook: (look: CellLook) => number;
  /** Fonts and borders to be added. */
  readonly added: () => readonly Growth[];
}

/** Looks known by sight; where every cell has one of its own, a longer list would only be searched in vain. */
const MOST_SHARED = 1000;

export function lookStyles(lists: StyleLists, { fills, codes, formats }: Growing): LookStyles {
  const { xml } = lists;
  const { listed } = formats;
  const prefix = xml.root.prefix;
  const ids = (attribute: string): Int32Array[] => [
    lists.formats.idsOf(attribute),
    lists.cellStyleFormats.idsOf(attribute),
  ];
  // A font that is not ours need not be taken apart: a workbook may have tens of thousands.
  const fonts = growing(
    lists.fonts,
    FONT,
    (font) => fontOf(xml, font),
    () => ids('fontId'),
  );
  const borders = growing(
    lists.borders,
    '',
    (border) => borderOf(xml, border),
    () => ids('borderId'),
  );
  const layouts: string[] = [];
  const layoutAt = (style: number): string => (layouts[style] ??= readLayout(lists.formats.at(style)));
  const readLayout = (format: Element | null): string => (format ? layoutOf(xml, format) : '');
  const standing = (look: CellLook): number => {
    const [font, border, fill, layout] = [wantedFont(look), wantedBorder(look), fillOfLook(look), wantedLayout(look)];
    for (let style = 0; style < lists.formats.count; style++) {
      if (fonts.keyAt(listed.font[style] ?? 0) !== font || borders.keyAt(listed.border[style] ?? 0) !== border)
        continue;
      const own = formats.idsAt(style);
      // LibreOffice gives Excel's own formats numbers of its own.
      const code = codes.codeOf(own.numberFormat) ?? codeOfBuiltIn(own.numberFormat);
      if (code === look.numberFormat && fills.codeOf(own.fill) === fill && layoutAt(style) === layout) return style;
    }
    return -1;
  };
  const styleOf = (look: CellLook): number => {
    const known = standing(look);
    if (known >= 0) return known;
    const own = {
      numberFormat: codes.codeFor(look.numberFormat),
      font: fonts.place(wantedFont(look), fontXml(look, prefix)),
      border: borders.place(wantedBorder(look), borderXml(look, prefix)),
      fill: fills.fillFor(fillOfLook(look)),
    };
    return formats.formatFor(formatXml(look, prefix, own), own);
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
    added: () => [fonts.growth(), borders.growth()],
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

/** A list of the file with what is put behind it; items without that word are passed over. */
function growing(list: StyleList, word: string, keyOf: (item: Element) => string, used: () => Int32Array[]) {
  const keys: string[] = [];
  const added: string[] = [];
  let length = -1;
  const base = (): number => (length < 0 ? (length = paddedLength(list, ...used())) : length);
  const keyAt = (position: number): string => (keys[position] ??= read(position));
  const read = (position: number): string => {
    const item = list.sourceAt(position).includes(word) ? list.at(position) : null;
    return item ? keyOf(item) : '';
  };
  return {
    keyAt,
    growth: (): Growth => ({ list, items: added, base: base() }),
    place: (key: string, source: string): number => {
      for (let position = 0; position < list.count; position++) if (keyAt(position) === key) return position;
      const place = keys.indexOf(key, base());
      if (place >= 0) return place;
      keys[base() + added.length] = key;
      return base() + added.push(source) - 1;
    },
  };
}
