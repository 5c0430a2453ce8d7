/** Typing errors in a heading that leave it clear to a person. */
import type { Random } from './random';

export const SPOILS = [
  'no-marks',
  'nfd',
  'eth',
  'zero-width',
  'soft-hyphen',
  'capitals',
  'broken-lines',
  'typo',
  'double-blank',
  'note-mark',
] as const;
export type Spoil = (typeof SPOILS)[number];

export function spoiled(random: Random, text: string, spoil: Spoil): string {
  switch (spoil) {
    case 'no-marks':
      return text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replaceAll('đ', 'd')
        .replaceAll('Đ', 'D');
    case 'nfd':
      return text.normalize('NFD');
    case 'eth':
      return text.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð');
    case 'zero-width':
      return text.split(' ').join(' \u200b');
    case 'soft-hyphen':
      return text.replace(/([\p{L}]{2})([\p{L}]{2})/u, '$1\u00ad$2');
    case 'capitals':
      return text.toLocaleUpperCase('vi');
    case 'broken-lines':
      return text.split(' ').join('\n');
    case 'double-blank':
      return ` ${text.split(' ').join('  ')} `;
    case 'note-mark':
      return `${text}${random.pick([' (1)', '*', ' (điểm)', ':', '.'])}`;
    case 'typo':
      return typo(random, text);
  }
}

/** Swaps two neighbouring letters of the longest word, or mistypes a tone. */
function typo(random: Random, text: string): string {
  const words = text.split(' ');
  const longest = words.reduce((best, word, at) => (word.length > (words[best]?.length ?? 0) ? at : best), 0);
  const word = words[longest] ?? '';
  if (word.length < 4) return text.replace('ể', 'ễ');
  const at = random.between(1, word.length - 2);
  words[longest] = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  return words.join(' ');
}
