/**
 * The list of cell formats, with new formats appended: what each format points to, and which existing format equals a
 * wanted one.
 */
import { toUtf8 } from '../zip/bytes';
import { tooManyFormats } from '../faults';
import type { FillCode } from './fills';
import { MAX_ITEMS } from './grown-list';
import type { StyleList } from './style-list';
import { splice } from '../xml/splice';
import { append, descendants, parseXml, setAttributes } from '../xml/xml-tree';

/** Ids of the style items that a format points to. */
export interface FormatIds {
  readonly numberFormat: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
}

export interface CellFormats {
  /** The ids of the formats that the file already has. */
  readonly listed: { readonly [Name in keyof FormatIds]: Int32Array };
  readonly idsAt: (style: number) => FormatIds;
  readonly sourceAt: (style: number) => string;
  /** An existing format with the same source and the same visible fill, else a new one. */
  readonly formatFor: (source: string, ids: FormatIds) => number;
  readonly added: readonly string[];
}

const PLAIN: FormatIds = { numberFormat: 0, font: 0, fill: 0, border: 0 };

/** Formats at positions below `base` count as existing; those beyond the end of the list count as `plain`. */
export function cellFormats(
  list: StyleList,
  { base, plain, fillCodeOf }: { base: number; plain: string; fillCodeOf: (fill: number) => FillCode },
): CellFormats {
  const listed = {
    numberFormat: list.idsOf('numFmtId'),
    font: list.idsOf('fontId'),
    fill: list.idsOf('fillId'),
    border: list.idsOf('borderId'),
  };
  const added: string[] = [];
  const addedIds: FormatIds[] = [];
  const idsAt = (style: number): FormatIds => {
    if (style >= list.count) return (style >= base ? addedIds[style - base] : undefined) ?? PLAIN;
    const { numberFormat, font, fill, border } = listed;
    const idIn = (ids: Int32Array): number => ids[style] ?? 0;
    return { numberFormat: idIn(numberFormat), font: idIn(font), fill: idIn(fill), border: idIn(border) };
  };
  const sourceAt = (style: number): string =>
    style < list.count ? list.sourceAt(style) : ((style >= base ? added[style - base] : undefined) ?? plain);

  // Formats are compared by their source without the fill and by their fill's code, so removing a mark leads back to
  // the original format.
  const bodies: (string | undefined)[] = [];
  const bodyAt = (style: number): string => (bodies[style] ??= bodyOf(sourceAt(style)));
  const lookalike = (source: string, ids: FormatIds): number => {
    const body = bodyOf(source);
    const fill = fillCodeOf(ids.fill);
    const looksSame = (style: number, other: FormatIds): boolean =>
      other.numberFormat === ids.numberFormat &&
      other.font === ids.font &&
      other.border === ids.border &&
      fillCodeOf(other.fill) === fill &&
      bodyAt(style) === body;
    for (let style = 0; style < list.count; style++) {
      // Skips tens of thousands of other formats without creating an object for each.
      if (listed.numberFormat[style] !== ids.numberFormat || listed.font[style] !== ids.font) continue;
      if (looksSame(style, idsAt(style))) return style;
    }
    const found = addedIds.findIndex((added, n) => looksSame(base + n, added));
    if (found >= 0) return base + found;
    return list.count < base && looksSame(list.count, PLAIN) ? list.count : -1;
  };
  return {
    listed,
    idsAt,
    sourceAt,
    formatFor: (source, ids) => {
      const known = lookalike(source, ids);
      if (known >= 0) return known;
      if (base + added.length >= MAX_ITEMS) throw tooManyFormats();
      addedIds.push(ids);
      return base + added.push(source) - 1;
    },
    added,
  };
}

const bodyOf = (source: string): string =>
  source.replace(/\s(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, '').replace(/\s+(?=\/?>)/g, '');

/** The format with changed attributes, in each of its mc:AlternateContent choices. */
export function changedFormat(source: string, changes: Readonly<Record<string, string>>): string {
  const xml = parseXml(toUtf8(source), 'styles');
  const splices = Array.from(descendants(xml.root, 'xf'), (format) => setAttributes(xml, format, changes));
  return new TextDecoder().decode(splice(xml, splices));
}

/**
 * The format with its cells unlocked, in each of its mc:AlternateContent choices; drawn formats have no `protection`
 * element yet.
 */
export function unlockedFormat(source: string): string {
  const xml = parseXml(toUtf8(source), 'styles');
  const protection = `<${xml.root.prefix}protection locked="0"/>`;
  const splices = Array.from(descendants(xml.root, 'xf'), (format) =>
    append(xml, format, protection, { applyProtection: '1' }),
  ).flat();
  return new TextDecoder().decode(splice(xml, splices));
}
