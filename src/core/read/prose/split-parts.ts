/** Splits labelled text of a report, a cell or a note into its parts. The text before the first label is the head. */
import {
  ENUMERATOR,
  NO_WORDS,
  PART_LABEL,
  partOfLabel,
  startsWithLabel,
  type LossPart,
  type LossWords,
} from '../../model/beside/part-labels';
import { patternOf } from '../../values/pattern';
import { squeeze } from '../../values/fold-text';

interface SplitText {
  readonly head: string;
  readonly parts: LossWords;
}

/** Texts under a repeated label are joined. */
export function splitParts(text: string): SplitText {
  const parts: Record<LossPart, string | null> = { ...NO_WORDS };
  let head = '';
  let part: LossPart | null = null;
  let from = 0;
  const say = (to: number): void => {
    const words = to === text.length ? text.slice(from) : text.slice(from, to).replace(ENUMERATOR, '');
    if (part === null) head = words;
    else if (parts[part] === null || !AS_ABOVE.test(cleanPart(words)))
      parts[part] = joined(parts[part], cleanPart(words));
  };
  for (const match of text.matchAll(PART_LABEL)) {
    if (!opensPart(text, match.index) && !isPersonBehindBody(text.slice(0, match.index), match[0], part)) continue;
    say(match.index);
    part = partOfLabel(match[0]);
    from = match.index + match[0].length;
  }
  say(text.length);
  return { head, parts };
}

const AS_ABOVE = /^(?:như (?:trên|đã nêu)|nt)\.?$/iu;

/** «Trách nhiệm: Phòng Nội vụ, cá nhân phụ trách: bà A». */
const isPersonBehindBody = (before: string, label: string, part: LossPart | null): boolean =>
  part === 'responsibleBody' &&
  label.endsWith(':') &&
  /,\s*$/.test(before) &&
  partOfLabel(label) === 'responsiblePerson';

/**
 * A label opens a part after a stop or a bullet, or with a capital letter: «việc này thuộc trách nhiệm: …» continues
 * its sentence.
 */
function opensPart(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - 40), position);
  const bare = before.replace(ENUMERATOR, '');
  return (
    bare.trim() === '' ||
    /\n\s*$/.test(bare) ||
    /[.;:!?()+*•–\-"”]$/.test(bare.trimEnd()) ||
    /\p{Lu}/u.test(text.charAt(position))
  );
}

/** Splits the text of a cell with one role into roles by its labels. Returns null if no label opens a part. */
export function labelledWords(cell: string, role: LossPart): LossWords | null {
  const text = withoutBreaks(cell.normalize('NFC'));
  if (text.search(PART_LABEL) < 0) return null;
  const { head, parts } = splitParts(text);
  if (Object.values(parts).every((each) => each === null)) return null;
  return { ...parts, [role]: joined(cleanPart(head) || null, parts[role] ?? '') };
}

/**
 * Lines that were broken at a width, as a PDF has them, put together: those that begin in the middle of a sentence,
 * and all where none has room for the next word.
 */
export function withoutBreaks(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split(/\r?\n/);
  const widest = Math.max(...lines.map(({ length }) => length));
  const breaks = lines.slice(1).map((line, position) => ({ before: lines[position] ?? '', line }));
  const inside = breaks.filter(
    ({ before, line }) => !/[.!?]\s*$/.test(before) && !OPENS_LINE.test(line) && !startsWithLabel(line),
  );
  const isFull = ({ before, line }: (typeof breaks)[number]): boolean =>
    before.trimEnd().length + 1 + (/^\S+/.exec(line)?.[0].length ?? 0) > widest;
  const areAll = inside.length >= 3 && inside.every(isFull);
  return breaks.reduce((text, each) => {
    const goesOn = inside.includes(each) && (areAll || (/^\p{Ll}/u.test(each.line) && !/[;:]\s*$/.test(each.before)));
    return goesOn ? `${text.trimEnd()} ${each.line}` : `${text}\n${each.line}`;
  }, lines[0] ?? '');
}

/** Nothing, a bullet, a number of a list. */
const OPENS_LINE = /^\s*(?:$|[-–+*•]|\(?(?:\d{1,2}|[a-zđ])[.)]\s)/u;

const TITLES: Readonly<Record<LossPart, string>> = {
  cause: 'Nguyên nhân',
  responsibleBody: 'Trách nhiệm',
  responsiblePerson: 'Cá nhân phụ trách',
  explanation: 'Giải trình',
  remedy: 'Giải pháp',
  remedyDue: 'Thời hạn',
  remedyStatus: 'Tình trạng',
};

/** Returns the cell text of role `home` with the words of one role replaced and the others kept. */
export function withPart(present: string, home: LossPart, role: LossPart, text: string): string {
  const labelled = labelledWords(present, home);
  if (!labelled) return text;
  const words = { ...labelled, [role]: text };
  return (Object.keys(TITLES) as LossPart[])
    .flatMap((each) => (words[each] === null ? [] : [`${TITLES[each]}: ${words[each]}`]))
    .join('\n');
}

const joined = (one: string | null, other: string): string | null =>
  other === '' ? one : one === null ? other : `${one}\n${other}`;

/**
 * Reduces blanks to one, keeps the lines of a list, and removes bullets and separators at either end. Returns '' for
 * text without content, such as dots to be filled in or «…… [nguyên nhân]», a marked blank of the reports.
 */
export function cleanPart(text: string): string {
  const lines = text
    .replace(FOOTNOTE, '')
    .replace(ARROW, '')
    .split('\n')
    .map(squeeze)
    .join('\n')
    .replace(LONE_NUMBER, '');
  let [from, to] = [0, lines.length];
  while (from < to && AROUND.includes(lines.charAt(from))) from++;
  while (to > from && AROUND.includes(lines.charAt(to - 1))) to--;
  const bare = withoutLoneBracket(lines.slice(from, to)).replace(QUOTED, '$1');
  return /[\p{L}\p{N}]/u.test(bare.replace(MARKED_BLANK, '')) ? bare : '';
}

/** «1. Gửi chậm» in a list without a second entry. */
const LONE_NUMBER = /^[\s+*•–-]*1[.)] (?=\p{L})(?![^]*\n[\s+*•–-]*2[.)] )/u;
/** A text that is quoted as a whole. */
const QUOTED = /^[“«"]([^“”«»"]+)[”»"]\.?$/;

/** Removes the single bracket that «(người phụ trách: ông A)» leaves at either end. */
function withoutLoneBracket(text: string): string {
  const [opened, closed] = [text.split('(').length, text.split(')').length];
  if (closed > opened) return text.replace(/\)[.;]?$/, '');
  return opened > closed ? text.replace(/\s*\($/, '') : text;
}

/** «báo cáo¹», «báo cáo[2]», «báo cáo(3).»; square metres and «điểm b(2)» do not match. */
export const FOOTNOTE =
  /[¹⁰⁴-⁹]+|(?<!(?<!\p{L})[kdch]?m)[²³]+|\[\d{1,2}\]|(?<=(?:\p{L}{2}|%)\)?)\(\d{1,2}\)(?=[.,;:]|\s|$)/gu;
const MARKED_BLANK = /…{2} \[[^\]\n]{0,80}\]/g;
const AROUND = ' \n:;,+*•–-/|→⇒';
/** At either end of a text; «=SUM» stays. */
const ARROW = /^[\s:;,+*•–-]*=+>|=+>\s*$/g;

/** A label on a line of its own above its text. */
export const LONE_LABEL = patternOf(
  [
    '^(?:(?:nguyên nhân|l[ýí] do)(?: (?:bị )?(?:mất|trừ) điểm)?|(?:đơn vị|cá nhân|người) phụ trách|giải trình',
    '|trách nhiệm(?: của)?(?: tập thể| cá nhân)?|giải pháp(?: khắc phục)?|thời hạn)$',
  ],
  'iu',
);
