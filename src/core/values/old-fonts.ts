/**
 * Vietnamese as it was typed before Unicode: bytes of the code pages TCVN3 (TCVN 5712:1993, fonts .VnTime) and VNI
 * (fonts VNI-Times), which look like Western letters in any other font.
 */

/** `capitals` are fonts .VnTimeH, whose small letters look like capitals. */
export type OldFont = 'tcvn3' | 'capitals' | 'vni';

export function oldFontOf(name: string): OldFont | null {
  const font = name.trim();
  if (/^vni[-\s]/i.test(font)) return 'vni';
  return /^\.?vn[a-z]/i.test(font) && font.startsWith('.') ? (/h$/i.test(font) ? 'capitals' : 'tcvn3') : null;
}

/** Signs that occur in no Western or Vietnamese word; a cheap test for every cell. */
const SIGNS = /\p{L}[¡-©¬-¯±-¶¸-º¼-¿×÷]|[¡-©¬-¯µ¶¸¹×]\p{L}|\p{L}[«·»]\p{L}|[ªÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]/u;
export const mayBeOld = (text: string): boolean => SIGNS.test(text);

/** Whether the text contains letters beyond the Western ones: then it is Unicode regardless of its font. */
const isUnicode = (text: string): boolean => /[Ā-῿]/u.test(text);

const TCVN3 =
  '¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị' +
  'ßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ';
/** «¡Ă¢Â»: each sign is followed by the letter that it shows. */
const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from({ length: text.length / 2 }, (_, position) => [
      text.charAt(position * 2),
      text.charAt(position * 2 + 1),
    ]),
  );
const SMALL = pairs(TCVN3);
const ALONE = pairs('ñđôơöưæỉóĩòịîỵ');

/** In VNI, the sign after a vowel encodes its tone and its other mark, here as combining marks. */
const [CIRCUMFLEX, BREVE, HORN] = ['\u0302', '\u0306', '\u031b'];
/** Acute, grave, hook, tilde, dot below. */
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const AFTER = new Map(
  [
    { signs: 'ùøûõï', marks: TONES },
    { signs: 'âáàåãä', marks: ['', ...TONES].map((tone) => CIRCUMFLEX + tone) },
    { signs: 'êéèúüë', marks: ['', ...TONES].map((tone) => BREVE + tone) },
  ].flatMap(({ signs, marks }) => Array.from(signs, (sign, position) => [sign, marks[position] ?? ''] as const)),
);

function fromVni(text: string): string {
  return text.replace(/([aeiouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöæóòî]/giu, (sign, vowel?: string, after = '') => {
    if (vowel === undefined) return likeIn(sign, ALONE.get(sign.toLowerCase()) ?? sign);
    const base = vowel.toLowerCase();
    const plain = base === 'ô' ? `o${HORN}` : base === 'ö' ? `u${HORN}` : base;
    return likeIn(vowel, `${plain}${AFTER.get(String(after).toLowerCase()) ?? ''}`.normalize('NFC'));
  });
}

const likeIn = (model: string, letter: string): string =>
  model === model.toLowerCase() ? letter : letter.toUpperCase();

/** The text as its font displays it; Unicode text is returned unchanged. */
export function fromOldFont(text: string, font: OldFont): string {
  if (isUnicode(text)) return text;
  if (font === 'vni') return fromVni(text);
  const read = Array.from(text, (sign) => SMALL.get(sign) ?? sign).join('');
  return font === 'capitals' ? read.toUpperCase() : read;
}
