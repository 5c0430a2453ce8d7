/** Vietnamese wording as in official reports: counts, lists, years, and names of units and items inside a sentence. */
import { isShortForm } from '../model/body-name';
import { shownCount, toVietnamese, type Decimal } from '../values/decimal';
import { squeeze } from '../values/fold-text';
import { codeOf, itemAbove, nameOf, titleOf as wholeTitle } from '../model/item-title';
import { areaOf, type Item } from '../model/score-sheet';

export { codeOf, nameOf };

/** The item's title, in normal case even if the sheet has it in capitals. */
export const titleOf = (item: Pick<Item, 'code' | 'name'>): string =>
  nameOf(item) === nameOf(item).toLocaleUpperCase('vi') ? areaTitle(item) : wholeTitle(item);

/** «+3,9», «−1,2», «0». */
export const signed = (value: Decimal): string => `${value > 0 ? '+' : ''}${toVietnamese(value)}`;

/** Officials write numbers below ten with a leading zero: «01 đơn vị», «12 đơn vị». */
export const count = (number: number): string => shownCount(number).padStart(2, '0');

/** «không có đơn vị nào», «01 đơn vị», «12 đơn vị». */
export const counted = (number: number, noun: string): string =>
  number === 0 ? `không có ${noun} nào` : `${count(number)} ${noun}`;

/** «5/7 lĩnh vực». */
export const ofAll = (part: number, all: number, noun: string): string =>
  `${shownCount(part)}/${shownCount(all)} ${noun}`;

/** «2/7», or «2» if the number of places is unknown. */
export const placed = (rank: number, of: number | null | undefined): string =>
  shownCount(rank) + (of === null || of === undefined ? '' : `/${shownCount(of)}`);

/** «a», «a và b», «a, b và c»; semicolons separate the parts if any of them contains a comma. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  if (parts.some((part) => /[,;]|\svà\s/u.test(part))) return parts.join('; ');
  return `${parts.slice(0, -1).join(', ')} và ${last}`;
}

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Placeholder for text that only a person can fill in; always shown as a marked blank. */
export const DOTS = '……';

const TERRITORY = /^(xã|phường|thị trấn|đặc khu|huyện|thị xã|quận|thành phố)\s+(?=\S)/iu;
const PEOPLES_COMMITTEE = /^(?:ubnd|[uủ][yỷ] ban nhân dân)\s+(?=\S)/iu;

/** «HUYỆN VÂN CANH», as in a title, becomes «Huyện Vân Canh». */
const inNameCase = (place: string): string =>
  TERRITORY.test(place) && place === place.toLocaleUpperCase('vi')
    ? place
        .split(' ')
        .map((word) => capitalised(word.toLocaleLowerCase('vi')))
        .join(' ')
    : place;

/** «Xã Đăk Kôi» becomes «UBND xã Đăk Kôi», the body that is scored; other kinds of names do not change. */
export function bodyName(name: string): string {
  const plain = inNameCase(squeeze(name).replace(PEOPLES_COMMITTEE, ''));
  const kind = TERRITORY.exec(plain)?.[1];
  return kind === undefined
    ? squeeze(name)
    : `UBND ${kind.toLocaleLowerCase('vi')} ${plain.slice(kind.length).trimStart()}`;
}

/** With more names a sentence is unreadable. */
const MOST_NAMES = 300;

/** «xã A, xã B và xã C»: in brackets, names are written without «UBND». */
export const namesInBrackets = (names: readonly string[]): string =>
  names.length > MOST_NAMES
    ? 'tên các đơn vị có trong bảng tổng hợp điểm bị trừ kèm theo'
    : listed(names.map((name) => name.replace(PEOPLES_COMMITTEE, '')));

/**
 * Joins the lines of a text for use inside a sentence, without their dashes and the final stop; «-0,5» keeps its sign.
 */
export const inOneLine = (text: string): string =>
  text
    .trim()
    .replace(/[\s.;]+$/, '')
    .replace(/^[-–•+*](?!\d)\s*/, '')
    .replace(/[\s.;:,]*[\r\n]+\s*(?:[-–•+*](?!\d)\s*)?/g, '; ');

/** The officer's text, with a full stop if it has no final punctuation. */
export const ended = (text: string): string => (/[.!?…;:,]$/.test(text) ? text : `${text}.`);

/** «UBND các xã, thị trấn» if all names are of such territories, otherwise «các đơn vị»; a single unit is named. */
export function bodiesTogether(names: readonly string[]): string {
  const [only] = names;
  if (only !== undefined && names.length === 1) return bodyName(only);
  const kinds = names.map((name) =>
    TERRITORY.exec(squeeze(name).replace(PEOPLES_COMMITTEE, ''))?.[1]?.toLocaleLowerCase('vi'),
  );
  const known = ORDER.filter((kind) => kinds.includes(kind));
  return kinds.length === 0 || kinds.includes(undefined) ? 'các đơn vị' : `UBND các ${known.join(', ')}`;
}

/** « (05 xã và 01 thị trấn; 06 cơ quan chuyên môn)»; "" if all names are of one kind. */
export function inKinds(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const plain = squeeze(name).replace(PEOPLES_COMMITTEE, '');
    const territory = TERRITORY.exec(plain)?.[1]?.toLocaleLowerCase('vi');
    const kind = territory ?? (OFFICES.test(plain) ? 'cơ quan chuyên môn' : 'đơn vị khác');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (counts.size < 2) return '';
  const listText = (kinds: readonly string[]): string =>
    listed(kinds.flatMap((kind) => (counts.has(kind) ? [counted(counts.get(kind) ?? 0, kind)] : [])));
  const parts = [listText(ORDER), listText(['cơ quan chuyên môn']), listText(['đơn vị khác'])];
  return ` (${parts.filter((part) => part !== '').join('; ')})`;
}

const OFFICES = /^(phòng|sở|ban|văn phòng|thanh tra|chi cục|bộ phận|trung tâm phục vụ)\s/iu;

const ORDER = ['xã', 'phường', 'thị trấn', 'đặc khu', 'huyện', 'thị xã', 'quận', 'thành phố'];

/** «Lĩnh vực», «Tiêu chí», «Tiêu chí thành phần». */
export const kindOf = ({ level }: Item): string =>
  level === 0 ? 'Lĩnh vực' : level === 1 ? 'Tiêu chí' : 'Tiêu chí thành phần';

/** The common noun for several items: «lĩnh vực», «tiêu chí», «tiêu chí thành phần», or both of the latter. */
export function kindsOf(items: readonly Item[]): string {
  if (items.every(({ level }) => level === 0)) return 'lĩnh vực';
  if (items.every(({ level }) => level < 2)) return 'tiêu chí';
  return items.every(({ level }) => level >= 2) ? 'tiêu chí thành phần' : 'tiêu chí, tiêu chí thành phần';
}

/**
 * «Tiêu chí 1.1. Kế hoạch …», with kind and title apart. A bullet or a letter is cited with its criterion: «Tiêu chí
 * 1.1. Kế hoạch …, nội dung a) “Chất lượng …”».
 */
export function citedAs(items: readonly Item[], item: Item): { readonly kind: string; readonly title: string } {
  const above = itemAbove(items, item);
  if (above)
    return {
      kind: kindOf(above),
      title: `${titleOf(above)}, nội dung ${codeOf(item)}${item.code === '' ? '' : ' '}“${nameOf(item)}”`,
    };
  return { kind: kindOf(item), title: titleOf(item) };
}

/** A short citation where the full title would be too long: «1.2», «1.2 “Tin bài”», «“Ban hành đúng hạn”». */
export function citedShortly(items: readonly Item[], item: Item): string {
  const above = itemAbove(items, item);
  const itemLabel = item.code === '' || above ? `“${nameOf(item)}”` : codeAmong(items, item);
  return above ? `${codeAmong(items, above)} ${itemLabel}`.trim() : itemLabel;
}

/** «II.1» where the items of every area begin at 1 again. */
function codeAmong(items: readonly Item[], item: Item): string {
  const [area, itemCode] = [areaOf(items, item), item].map((each) => codeOf(each).replace(/\.$/, ''));
  const isTold = item.parent < 0 || !area || !itemCode || itemCode.startsWith(`${area}.`);
  return isTold || !areRepeated(items) ? (itemCode ?? '') : `${area}.${itemCode}`;
}

const repeated = new WeakMap<readonly Item[], boolean>();
function areRepeated(items: readonly Item[]): boolean {
  const known = repeated.get(items);
  if (known !== undefined) return known;
  const codes = items.flatMap(({ code, parent }) => (parent < 0 || !/\d/.test(code) ? [] : [code]));
  const are = new Set(codes).size < codes.length;
  repeated.set(items, are);
  return are;
}

/** «CẢI CÁCH TTHC» → «cải cách TTHC»; in a name that is not all capitals, only the first letter becomes lower case. */
export function insideSentence(name: string): string {
  const words = name.split(' ');
  if (name !== name.toLocaleUpperCase('vi')) {
    const [first = '', second = ''] = words;
    // Proper names such as «UBND xã …» and «Phòng Nội vụ …» do not change.
    return (first.length > 1 && first === first.toLocaleUpperCase('vi')) || /^\p{Lu}\p{Ll}/u.test(second)
      ? name
      : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
  }
  return words.map((word) => (isShortForm(word) ? word : word.toLocaleLowerCase('vi'))).join(' ');
}

/** «3. Cải cách thủ tục hành chính», in normal case even if the sheet has it in capitals. */
export const areaTitle = (area: Pick<Item, 'code' | 'name'>): string =>
  [codeOf(area), capitalised(insideSentence(nameOf(area)))].filter((part) => part !== '').join(' ');

/** «tiêu chí 1.2, 1.3», «lĩnh vực 1»: each item once, in its short form and in the order of the set. */
export function citedTogether(losses: readonly { readonly items: readonly Item[]; readonly item: Item }[]): string {
  const kind = losses.every(({ item }) => item.level === 0) ? 'lĩnh vực' : 'tiêu chí';
  const inOrder = [...losses].sort((a, b) => a.item.position - b.item.position);
  return `${kind} ${[...new Set(inOrder.map(({ items, item }) => citedShortly(items, item)))].join(', ')}`;
}
