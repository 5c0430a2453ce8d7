/** Recognizes names of units: communes, departments, offices. */
import { foldText, squeeze } from '../../values/fold-text';
import type { WordKind } from './lexicon';
import { parseHeading } from './parse-heading';
import { patternOf } from '../../values/pattern';

/** First words of the names of bodies and places. */
const BODY_WORDS: ReadonlySet<string> = new Set(
  (
    'xã phường thị tt đặc huyện quận thành tp sở ban phòng văn ubnd ủy uỷ trung chi ' +
    'cục công trường trạm bệnh viện thanh hội ' +
    'bộ tỉnh đơn cơ tổng bảo kho đài quỹ vp p x'
  )
    .split(' ')
    .map(foldText),
);
/** Kinds of territories, whose names are capitalized word by word, and of offices, whose names are not. */
const TERRITORY = patternOf(
  [
    String.raw`^((ubnd|uỷ ban nhân dân|ủy ban nhân dân)\.? ?)?((xã|phường|thị trấn|đặc khu|huyện|quận|thành phố`,
    String.raw`|thị xã|tt|tp) |(x|p|h|q|tx|tt|tp|đk)\. ?)+`,
  ],
  'iu',
);
const OFFICE = /^(sở|ban|phòng|chi cục|cục|vụ|trung tâm|văn phòng|thanh tra|công an|bệnh viện|trường|trạm) /u;

/** Offices that have no name but their territory's kind: «Thanh tra tỉnh». */
const OF_TERRITORY =
  /^(Thanh tra|Công an|Văn phòng|Bộ \S.*|Cục \S.*|Kho bạc.*|Bệnh viện.*) (tỉnh|huyện|thành phố|TP)$/u;

const NOT_OF_UNITS: readonly WordKind[] = ['act', 'selfAct', 'judgeAct', 'points', 'max', 'lost', 'percent', 'cause'];

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/^\d+[.)]?\s*/, '')
    .split(/[\s/.,-]+/)
    .filter((word) => word !== '');

/** «Xã Tân An», «3. Sở Nội vụ», «Kon Rẫy», «A»; not «Thẩm định sơ bộ», «Cột 4 năm 2024». */
export function namesUnit(text: string): boolean {
  const words = wordsOf(text);
  const { kinds } = parseHeading(text);
  const isProper = words.every((word) => /^[\p{Lu}\d(]/u.test(word));
  if (NOT_OF_UNITS.some((kind) => kinds.has(kind)) && !(kinds.has('own') && isProper)) return false;
  if (words.length === 0) return false;
  if (isProper && (!/[\p{L}]\.\p{L}/u.test(text) || words.length > 2)) return true;
  return opensWithBody(words);
}

/** «Xã Tân An (đ/c phụ trách: …)», «Xã Tân An (1)». */
const NOTE = /\s*\([^()]*\)$/u;

/** «Xã Tân An», «UBND phường 3», «Sở Nội vụ»: a kind of body with its name; not «UBND tỉnh phê duyệt». */
export const namesBody = (text: string): boolean => {
  if (text.length > 80) return false;
  const fullName = squeeze(text.normalize('NFC').replace(/[ðÐ]/g, 'Đ'))
    .replace(/^\d+[.)]?\s*/, '')
    .replace(NOTE, '');
  if (OF_TERRITORY.test(fullName)) return true;
  const name = fullName.replace(TERRITORY, '');
  if (name !== fullName) return name !== '' && name.split(/[\s-]+/).every((word) => /^[\p{Lu}\d(']/u.test(word));
  const office = OFFICE.exec(fullName.toLowerCase());
  return office !== null && /^\p{Lu}/u.test(fullName) && /^\p{Lu}/u.test(fullName.slice(office[0].length));
};

/** «Xã X/2 (mới)»: a kind of territory with any text after it; not «Xã chấm». */
export const callsTerritory = (text: string): boolean => TERRITORY.test(text) && parseHeading(text).role === null;

/** «Tân An»: a name without its kind, in words without a meaning in the field; not «A», «Cột B», «Quý II». */
export const namesPlace = (text: string): boolean =>
  text.length <= 40 &&
  parseHeading(text).mayBePlace &&
  /^\p{Lu}\p{L}+(?:[\s'-](?![IVX]+$)\p{Lu}\p{L}+)+$/u.test(squeeze(text.normalize('NFC').replace(/[ðÐ]/g, 'Đ')));

const opensWithBody = ([first = '', second = '']: readonly string[]): boolean =>
  BODY_WORDS.has(foldText(first)) && (/^[\p{Lu}\d]/u.test(second) || /^\p{Lu}/u.test(first));
