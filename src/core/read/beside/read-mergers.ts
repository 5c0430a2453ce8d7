/**
 * Reads which units were merged into which: from a list in text, or from a sheet with a column of new names beside one
 * of old names. A new name may be written once for all rows below it.
 */
import { textAt, type Book, type Grid } from '../../model/workbook/grid';
import type { Merger } from '../../model/beside/merger';
import { unitKey } from '../../matching/unit-keys';
import { plainKey, squeeze } from '../../values/fold-text';

/** «Xã mới = Xã cũ A; Xã cũ B»: one line per unit. */
export const mergersInText = (text: string): Merger[] =>
  together(
    text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .flatMap((line): Merger[] => {
        const [name = '', former = ''] = line.split(/[=←]|<-|:(?=\s)/).map(squeeze);
        return name === '' ? [] : [{ name, former: namesIn(former) }];
      }),
  );

/** The mergers in all sheets, with the names of the sheets that hold nothing else. */
export function mergersInBook({ sheets }: Book): { readonly mergers: readonly Merger[]; readonly lists: string[] } {
  const found = sheets
    .filter(({ visibility }) => visibility === 'visible')
    .map((sheet) => ({ name: sheet.name, ...mergersInGrid(sheet.grid()) }))
    .filter(({ mergers }) => mergers.length > 0);
  return {
    mergers: together(found.flatMap(({ mergers }) => mergers)),
    lists: found.filter(({ hasPoints }) => !hasPoints).map(({ name }) => name),
  };
}

/** Patterns for headings without diacritics. */
const NOW = /^(ten )?(don vi|xa|phuong|dia phuong|dvhc)\b.*\b(moi|hien nay|sau (khi )?(sap|hop|thanh))/;
const FORMER = /\b(cu|truoc (khi )?(sap|hop|day)|hop thanh|duoc (sap nhap|hop nhat|nhap))\b/;
/** «Căn cứ», «cụ thể»: without diacritics these words look like «cũ». */
const OTHER = /(?<!\p{L})c(?:ứ|ụ|ử|ủ|ư)(?!\p{L})/iu;
const NUMBER = /^\d+([.,]\d+)?(\s?[%/]\s?\d*([.,]\d+)?)?$/;
const COUNTS = /^(dan so|dien tich|quy mo|so (xa|thon|don vi|dan|ho))/;
const LAST_HEADING_ROW = 12;
const LONGEST_HEADING = 60;
/** A wider table is not a list of mergers and takes long to search. */
const MOST_COLUMNS = 20;

interface Found {
  readonly mergers: readonly Merger[];
  /** The table has numbers beside the names, which may be points. */
  readonly hasPoints: boolean;
}

const NOTHING: Found = { mergers: [], hasPoints: false };

function mergersInGrid(grid: Grid): Found {
  if (grid.columnCount > MOST_COLUMNS) return NOTHING;
  for (let row = 0; row < Math.min(grid.rowCount, LAST_HEADING_ROW); row++) {
    const keys = Array.from({ length: grid.columnCount }, (_, column) => plainKey(textAt(grid, row, column)));
    const isHeading = (text: string): boolean => text !== '' && text.length <= LONGEST_HEADING;
    const name = keys.findIndex((text) => isHeading(text) && NOW.test(text));
    if (name < 0) continue;
    const former = keys.findIndex(
      (text, column) =>
        column !== name &&
        isHeading(text) &&
        FORMER.test(text) &&
        !OTHER.test(textAt(grid, row, column).normalize('NFC')),
    );
    if (former < 0) continue;
    const others = keys.flatMap((text, column) =>
      column > name && column !== former && !COUNTS.test(text) ? [column] : [],
    );
    return {
      mergers: mergersBelow(grid, row, name, former),
      hasPoints: others.some((column) => hasNumbers(grid, row, column)),
    };
  }
  return NOTHING;
}

const hasNumbers = (grid: Grid, header: number, column: number): boolean =>
  Array.from({ length: grid.rowCount - header - 1 }, (_, position) =>
    textAt(grid, header + 1 + position, column).trim(),
  ).some((text) => NUMBER.test(text));

function mergersBelow(grid: Grid, header: number, name: number, former: number): Merger[] {
  const mergers: Merger[] = [];
  let current = '';
  for (let row = header + 1; row < grid.rowCount; row++) {
    current = squeeze(textAt(grid, row, name)) || current;
    const names = namesIn(textAt(grid, row, former));
    if (current !== '' && names.length > 0) mergers.push({ name: current, former: names });
  }
  return together(mergers);
}

const KINDS = 'xã|phường|thị trấn|huyện|quận|thị xã|thành phố|sở|phòng|ban';
const KIND = new RegExp(`^(?:các\\s+)?(${KINDS})(?=\\s)`, 'iu');
/**
 * «Sở Nông nghiệp và Môi trường» is one name: «và» separates names only if a kind follows, or if the text begins with
 * kinds.
 */
const BETWEEN = new RegExp(`[;,\\n+]|\\svà\\s(?=(?:các\\s+)?(?:${KINDS})\\s)`, 'iu');
const TERRITORIES = /^\s*các\s+(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố)\s/iu;

/** «các xã Đăk Mar, Đăk Hring và thị trấn Đăk Hà»: a kind applies to the names after it. */
function namesIn(text: string): string[] {
  let kind = '';
  const parts = text.split(TERRITORIES.test(text) ? /[;,\n+]|\svà\s/u : BETWEEN);
  return parts.flatMap((part) => {
    const fullText = squeeze(part).replace(/^[-–•*]\s*/, '');
    if (fullText === '') return [];
    const statedKind = KIND.exec(fullText)?.[1];
    if (/^các\s/iu.test(fullText) && statedKind !== undefined) kind = statedKind;
    else if (statedKind !== undefined) kind = '';
    const bare = fullText.replace(/^các\s+/iu, '');
    return [statedKind === undefined && kind !== '' ? `${kind} ${bare}` : bare];
  });
}

/** Joins a unit whose former units are on several lines. */
function together(mergers: readonly Merger[]): Merger[] {
  const byKey = new Map<string, Merger>();
  for (const { name, former } of mergers) {
    const known = byKey.get(unitKey(name));
    const all = [...(known?.former ?? []), ...former];
    const once = all.filter(
      (each, position) => all.findIndex((other) => unitKey(other) === unitKey(each)) === position,
    );
    byKey.set(unitKey(name), { name: known?.name ?? name, former: once });
  }
  return [...byKey.values()];
}
