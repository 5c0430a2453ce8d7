/** Names of bodies in running text: «UBND xã Đăk Kôi» for «UBND XÃ ĐĂK KÔI», and without line breaks inside a name. */
import { plainKey, squeeze } from '../values/fold-text';

const KINDS = ['xã', 'phường', 'thị trấn', 'đặc khu', 'huyện', 'thị xã', 'quận', 'thành phố', 'tỉnh'] as const;

/** Abbreviations that stay in capitals. */
const SHORT_FORMS = new Set([
  'cchc',
  'tthc',
  'ubnd',
  'hdnd',
  'vbqppl',
  'qppl',
  'cntt',
  'cbcc',
  'cbccvc',
  'iso',
  'tcvn',
  'sipas',
  'ttđt',
  'nsnn',
]);
export const isShortForm = (word: string): boolean => SHORT_FORMS.has(plainKey(word.replace(/[^\p{L}]/gu, '')));

const lower = (word: string): string => (isShortForm(word) ? word : word.toLocaleLowerCase('vi'));
const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1);

const OFFICE = /^(sở|phòng|bộ)$/u;
const ENDS_NAME = /[,;]$/u;

/**
 * Converts a name in capitals to its form inside a sentence; leaves other names unchanged. «PHÒNG NỘI VỤ HUYỆN VÂN
 * CANH» → «Phòng Nội vụ huyện Vân Canh».
 */
export function bodyInSentence(name: string): string {
  const plain = squeeze(name);
  if (plain !== plain.toLocaleUpperCase('vi')) return plain;
  const words = plain.split(' ').map(lower);
  let isPlace = false;
  return words
    .map((word, position) => {
      const kind =
        word === 'xã' && words[position + 1] === 'hội'
          ? undefined
          : KINDS.find((each) => each === `${words[position - 1] ?? ''} ${word}` || each === word);
      const opensKind = KINDS.some((each) => each === `${word} ${words[position + 1] ?? ''}`);
      const isName = isPlace && !kind && !opensKind;
      isPlace = (kind !== undefined || isName) && !ENDS_NAME.test(word);
      return position === 0 || isName || (position === 1 && OFFICE.test(words[0] ?? '')) ? capital(word) : word;
    })
    .join(' ');
}

/** Each kind with a small or a capital first letter; longer kinds come first, «thị xã» before «xã». */
const ANY_KIND = [...KINDS]
  .sort((a, b) => b.length - a.length)
  .map((kind) => `[${kind.charAt(0)}${kind.charAt(0).toLocaleUpperCase('vi')}]${kind.slice(1)}`)
  .join('|');
const PLACE = new RegExp(
  `(?<!\\p{L})(?:(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) )?(?:${ANY_KIND})(?: \\p{Lu}[^\\s,;.]*)(?: ` +
    '[\\p{Lu}\\d][^\\s,;.]*)*',
  'gu',
);
/** Longer names may be broken across lines. */
const LONGEST_UNBROKEN = 40;

/** Puts non-breaking spaces inside names: «UBND huyện Vân Canh». */
export const unbroken = (text: string): string =>
  text.replace(PLACE, (name) => (name.length > LONGEST_UNBROKEN ? name : name.replaceAll(' ', '\u00a0')));
