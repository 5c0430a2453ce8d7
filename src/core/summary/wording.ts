/** Vietnamese as officials write it in a report: points, counts, lists, years, and names of units and items inside a sentence. */
import type { Tally } from '../model/assessment';
import { toVietnamese, type Decimal } from '../model/decimal';
import { plainKey, squeeze } from '../model/fold-text';
import { codeOf, nameOf, nameWithin, titleOf } from '../model/item-title';
import type { Item } from '../model/score-sheet';

export { codeOf, nameOf, titleOf };

/** «75,42/94 điểm». */
export const pointsOf = ({ points, max }: Tally): string => `${fraction(points, max)} điểm`;

/** «75,42/94». */
export const fraction = (points: Decimal, max: Decimal): string => `${toVietnamese(points)}/${toVietnamese(max)}`;

/** «+3,9», «-1,2», «0». */
export const signed = (value: Decimal): string => `${value > 0 ? '+' : ''}${toVietnamese(value)}`;

/** Officials write a number under ten with its nought: «01 đơn vị», «12 đơn vị». */
export const count = (number: number): string => number.toString().padStart(2, '0');

/** «không có đơn vị nào», «01 đơn vị», «12 đơn vị». */
export const counted = (number: number, noun: string): string => (number === 0 ? `không có ${noun} nào` : `${count(number)} ${noun}`);

/** «5/7 lĩnh vực». */
export const ofAll = (part: number, all: number, noun: string): string => `${part}/${all} ${noun}`;

/** «a», «a và b», «a, b và c»; parts that hold a comma of their own are kept apart by semicolons. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  if (parts.some((part) => /[,;]|\svà\s/u.test(part))) return parts.join('; ');
  return `${parts.slice(0, -1).join(', ')} và ${last}`;
}

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** «năm 2022»; without a year the fallback, «năm nay». */
export const inYear = (year: number | null, fallback: string): string => (year === null ? fallback : `năm ${year}`);

const TERRITORY = /^(xã|phường|thị trấn|đặc khu|huyện|thị xã|quận|thành phố)\s+(?=\S)/iu;
const PEOPLES_COMMITTEE = /^(?:ubnd|[uủ][yỷ] ban nhân dân)\s+(?=\S)/iu;

/** «Xã Đăk Kôi» is scored as «UBND xã Đăk Kôi»; a name of another kind stays as it stands. */
export function bodyName(name: string): string {
  const plain = squeeze(name).replace(PEOPLES_COMMITTEE, '');
  const kind = TERRITORY.exec(plain)?.[1];
  return kind === undefined ? squeeze(name) : `UBND ${kind.toLocaleLowerCase('vi')} ${plain.slice(kind.length).trimStart()}`;
}

/** «xã A, xã B và 12 đơn vị khác»: in brackets a place goes without its committee, and a province's names are cut short. */
export function namesInBrackets(names: readonly string[], most = 20): string {
  const short = names.slice(0, most).map((name) => name.replace(PEOPLES_COMMITTEE, ''));
  const rest = names.length - short.length;
  return listed(rest > 0 ? [...short, `${rest} đơn vị khác`] : short);
}

/** A sentence of the officer's own, with its stop. */
export const ended = (text: string): string => (/[.!?…;:]$/.test(text) ? text : `${text}.`);

/** «UBND các xã, thị trấn» where all are; «các đơn vị» where they are not all of that kind. */
export function bodiesTogether(names: readonly string[]): string {
  const kinds = names.map((name) => TERRITORY.exec(squeeze(name).replace(PEOPLES_COMMITTEE, ''))?.[1]?.toLocaleLowerCase('vi'));
  const known = ORDER.filter((kind) => kinds.includes(kind));
  return kinds.length === 0 || kinds.includes(undefined) ? 'các đơn vị' : `UBND các ${known.join(', ')}`;
}

const ORDER = ['xã', 'phường', 'thị trấn', 'đặc khu', 'huyện', 'thị xã', 'quận', 'thành phố'];

/** «Lĩnh vực», «Tiêu chí», «Tiêu chí thành phần». */
export const kindOf = ({ level }: Item): string => (level === 0 ? 'Lĩnh vực' : level === 1 ? 'Tiêu chí' : 'Tiêu chí thành phần');

/** What several items are together: «tiêu chí», «tiêu chí thành phần», or both. */
export function kindsOf(items: readonly Item[]): string {
  if (items.every(({ level }) => level === 0)) return 'lĩnh vực';
  if (items.every(({ level }) => level < 2)) return 'tiêu chí';
  return items.every(({ level }) => level >= 2) ? 'tiêu chí thành phần' : 'tiêu chí, tiêu chí thành phần';
}

/** The nearest item above that has a code, criteria only: what a dash bullet belongs to. */
function codedAbove(items: readonly Item[], item: Item): Item | null {
  for (let above = items[item.parent]; above && above.level > 0; above = items[above.parent]) if (above.code !== '') return above;
  return null;
}

/** «Tiêu chí 1.1. Kế hoạch …» in two parts, title apart; a bullet is named with its criterion: «Tiêu chí 1.1. Kế hoạch …, nội dung “Chất lượng …”». */
export function citedAs(items: readonly Item[], item: Item): { readonly kind: string; readonly title: string } {
  const above = item.code === '' ? codedAbove(items, item) : null;
  if (above) return { kind: kindOf(above), title: nameWithin(titleOf(above), item.name) };
  return { kind: kindOf(item), title: titleOf(item) };
}

const SHORT_FORMS = new Set(['cchc', 'tthc', 'ubnd', 'hdnd', 'vbqppl', 'qppl', 'cntt', 'cbcc', 'cbccvc', 'iso', 'tcvn', 'sipas', 'ttđt', 'nsnn']);

/** «CẢI CÁCH TTHC» → «cải cách TTHC»; a name that is not all capitals only loses its first one. */
export function insideSentence(name: string): string {
  const words = name.split(' ');
  const isShort = (word: string): boolean => SHORT_FORMS.has(plainKey(word.replace(/[^\p{L}]/gu, '')));
  if (name !== name.toLocaleUpperCase('vi')) {
    const [first = ''] = words;
    return first.length > 1 && first === first.toLocaleUpperCase('vi') ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
  }
  return words.map((word) => (isShort(word) ? word : word.toLocaleLowerCase('vi'))).join(' ');
}

/** «3. Cải cách thủ tục hành chính», however loud the sheet says it. */
export const areaTitle = (area: Item): string => [codeOf(area), capitalised(insideSentence(nameOf(area)))].filter((part) => part !== '').join(' ');
