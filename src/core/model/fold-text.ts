/** Vietnamese text made comparable: one form for NFC and NFD, old and new tone placement, case and spacing. */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ALL_MARKS = /[\u0300-\u036f]/g;
const SPACES = /[\s\u00a0\u200b\ufeff]+/g;
const PLAIN = /^[\x21-\x7e]*$/;

/** For names: case, spacing and the place of a tone mark do not count, the marks themselves do. «Hoà Bình» = «HÒA  BÌNH» ≠ «Hoa Binh». */
export function foldText(text: string): string {
  const spaced = squeeze(text).toLowerCase();
  if (PLAIN.test(spaced)) return spaced;
  return spaced
    .normalize('NFD')
    .split(' ')
    .map((word) => {
      const tones = word.match(TONES);
      return tones ? word.replace(TONES, '') + tones.join('') : word;
    })
    .join(' ');
}

/** For header words: letters without any mark, so that typing habits do not matter. «Điểm tối đa» → "diem toi da". */
export function plainKey(text: string): string {
  const spaced = squeeze(text).toLowerCase();
  if (PLAIN.test(spaced)) return spaced;
  return spaced.normalize('NFD').replace(ALL_MARKS, '').replaceAll('đ', 'd');
}

/** One blank for every run of blanks and line breaks, none at the ends. */
export const squeeze = (text: string): string => text.replace(SPACES, ' ').trim();

/** «Xã A» for «UBND xã A»: the name that tells units apart. */
export const unitKey = (name: string): string =>
  foldText(name.normalize('NFC').replace(/^\s*(ubnd|[uủ][yỷ] ban nhân dân)\s+/iu, ''));
