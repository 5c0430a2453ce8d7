/**
 * Which units were made of which: a list in words, or a sheet with a column of new names beside one of old names, where
 * a new name stands once for all of the rows below it.
 */
import { textAt, type Book, type Grid } from '../model/grid';
import type { Merger } from '../model/merger';
import { unitKey } from '../matching/unit-keys';
import { plainKey, squeeze } from '../values/fold-text';

/** «Xã mới = Xã cũ A; Xã cũ B»: a line a unit. */
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

/** Of every sheet that is such a list, with the names of these sheets. */
export function mergersInBook({ sheets }: Book): { readonly mergers: readonly Merger[]; readonly lists: string[] } {
  const found = sheets
    .filter(({ visibility }) => visibility === 'visible')
    .map((sheet) => ({ name: sheet.name, mergers: mergersInGrid(sheet.grid()) }))
    .filter(({ mergers }) => mergers.length > 0);
  return { mergers: together(found.flatMap(({ mergers }) => mergers)), lists: found.map(({ name }) => name) };
}

/** Headings without marks. */
const NOW = /^(ten )?(don vi|xa|phuong|dia phuong|dvhc)\b.*\b(moi|hien nay|sau (khi )?(sap|hop|thanh))/;
const FORMER = /\b(cu|truoc (khi )?(sap|hop|day)|hop thanh|duoc (sap nhap|hop nhat|nhap))\b/;
const LAST_HEADING_ROW = 12;
const LONGEST_HEADING = 60;
/** A national table is no such list, and takes long to look through. */
const MOST_COLUMNS = 20;

function mergersInGrid(grid: Grid): Merger[] {
  if (grid.columnCount > MOST_COLUMNS) return [];
  for (let row = 0; row < Math.min(grid.rowCount, LAST_HEADING_ROW); row++) {
    const said = Array.from({ length: grid.columnCount }, (_, column) => plainKey(textAt(grid, row, column)));
    const isHeading = (text: string): boolean => text !== '' && text.length <= LONGEST_HEADING;
    const name = said.findIndex((text) => isHeading(text) && NOW.test(text));
    const former = said.findIndex((text, column) => column !== name && isHeading(text) && FORMER.test(text));
    if (name >= 0 && former >= 0) return mergersBelow(grid, row, name, former);
  }
  return [];
}

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

const KIND = /^(?:các\s+)?(xã|phường|thị trấn|huyện|quận|thị xã|thành phố|sở|phòng|ban)(?=\s)/iu;

/** «các xã Đăk Mar, Đăk Hring và thị trấn Đăk Hà»: a kind holds for the names after it. */
function namesIn(text: string): string[] {
  let kind = '';
  return text.split(/[;,\n+]|\svà\s/u).flatMap((part) => {
    const whole = squeeze(part).replace(/^[-–•*]\s*/, '');
    if (whole === '') return [];
    const own = KIND.exec(whole)?.[1];
    if (/^các\s/iu.test(whole) && own !== undefined) kind = own;
    else if (own !== undefined) kind = '';
    const bare = whole.replace(/^các\s+/iu, '');
    return [own === undefined && kind !== '' ? `${kind} ${bare}` : bare];
  });
}

/** A unit whose former ones stand on several lines is one. */
function together(mergers: readonly Merger[]): Merger[] {
  const byKey = new Map<string, Merger>();
  for (const { name, former } of mergers) {
    const known = byKey.get(unitKey(name));
    const all = [...(known?.former ?? []), ...former];
    const once = all.filter((each, at) => all.findIndex((other) => unitKey(other) === unitKey(each)) === at);
    byKey.set(unitKey(name), { name: known?.name ?? name, former: once });
  }
  return [...byKey.values()];
}
