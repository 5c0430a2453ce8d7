/**
 * Vietnamese text made comparable: one form for NFC and NFD, old and new tone placement, case and spacing; and what a
 * slip of the finger changes in it.
 */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ALL_MARKS = /[\u0300-\u036f]/g;
/** Đ as the Icelandic letter that looks the same, and characters that nobody sees. */
const LOOKALIKES = /[ðÐ]/g;
const UNSEEN = /\u00ad|\u200c|\u200d|\u2060/g;
const SPACES = /[\s\u00a0\u200b\ufeff]+/g;
const PLAIN = /^[\x21-\x7e]*$/;
/** What `squeeze` changes; most texts hold none of it. */
const LOOSE = /\s\s|[^\S ]|^ | $|\u200b|\u00ad|\u200c|\u200d|\u2060/;

const LONGEST_KNOWN = 100;
const MOST_KNOWN = 32_768;

/**
 * A national header says two words 3,321 times and is gone through several times: without this, folding took a quarter
 * of the reading.
 */
export function remembered<T extends string | object | null>(fold: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const folded = fold(text);
    if (text.length > LONGEST_KNOWN) return folded;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, folded);
    return folded;
  };
}

/**
 * For names: case, spacing and the place of a tone mark do not count, the marks themselves do. «Hoà Bình» = «HÒA  BÌNH»
 * ≠ «Hoa Binh».
 */
export const foldText = remembered((text) => {
  const spaced = squeeze(text).toLowerCase().replace(LOOKALIKES, 'đ');
  if (PLAIN.test(spaced)) return spaced;
  return spaced
    .normalize('NFD')
    .split(' ')
    .map((word) => {
      const tones = word.match(TONES);
      return tones ? word.replace(TONES, '') + tones.join('') : word;
    })
    .join(' ');
});

/** For header words: letters without any mark, so that typing habits do not matter. «Điểm tối đa» → "diem toi da". */
export const plainKey = remembered((text) => {
  const spaced = squeeze(text).toLowerCase().replace(LOOKALIKES, 'đ');
  if (PLAIN.test(spaced)) return spaced;
  return spaced.normalize('NFD').replace(ALL_MARKS, '').replaceAll('đ', 'd');
});

/** One blank for every run of blanks and line breaks, none at the ends. */
export const squeeze = (text: string): string =>
  LOOSE.test(text) ? text.replace(UNSEEN, '').replace(SPACES, ' ').trim() : text;

/** Whether one letter was changed, left out, put in, or two neighbours were swapped; equal texts are near as well. */
export function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let position = 0;
  while (position < short.length && short[position] === long[position]) position++;
  if (short.length < long.length) return short.slice(position) === long.slice(position + 1);
  const rest = position + 1;
  if (short.slice(rest) === long.slice(rest)) return true;
  return (
    short[position] === long[position + 1] &&
    short[position + 1] === long[position] &&
    short.slice(position + 2) === long.slice(position + 2)
  );
}
