/**
 * Splits a heading into words of the lexicon and infers the role of its column: «Hội đồng đánh giá» → điểm thẩm định.
 */
import type { ColumnRole } from '../../model/column-role';
import { foldText, plainKey, squeeze, isNear } from '../../values/fold-text';
import { LEXICON, type LexiconEntry, type WordKind } from './lexicon';
import { isKnown, remembered } from './vocabulary';

interface Heading {
  /** The role that all words together give, or null. */
  readonly role: ColumnRole | null;
  /** The role that the known words give if unknown words are ignored. */
  readonly hint: ColumnRole | null;
  readonly kinds: ReadonlySet<WordKind>;
  /** Whether it may name a place: «Đoàn Kết» has a word for a body and an unknown word. */
  readonly mayBePlace: boolean;
}

const NOTHING: Heading = { role: null, hint: null, kinds: new Set(), mayBePlace: true };
/** Longer texts are prose, not the heading of a column. */
const LONGEST_HEADING = 120;
const MOST_WORDS = 16;
const LONGEST_PHRASE = 6;
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|[\u00b9\u00b2\u00b3\u2070-\u2079*]/g;
/** «D.TC», where «Đ.TC» lost its marks. */
const SHORT_POINTS = /^D\.(?=\s?[A-Z])/;
const DIVIDERS = /[\s/,.:;&+–—-]+/;

/** «TC1», «TC 1.1 (4 điểm)»: a criterion, not the scorer. */
const CRITERION = /^\s*tc\.? ?\d/iu;

/** A commune of that name, if capitalized like one. */
const PLACE = /^\s*Thống Nhất\s*$/u;

/** «Số tài liệu đính kèm», but «Số điểm», «Số tối đa». */
const COUNTED = /^\s*(tổng )?số (?!điểm|tối đa|chuẩn|quy định|thứ tự|tt|hiệu|.*(chấm|thẩm|đánh giá))\p{L}/iu;

const ACTS = new Set<WordKind>(['act', 'selfAct', 'selfHint', 'judgeAct', 'judgeHint']);

interface Entry extends LexiconEntry {
  readonly folded: string;
  readonly plain: string;
  readonly length: number;
}

const ENTRIES: readonly Entry[] = LEXICON.map((entry) => ({
  ...entry,
  folded: foldText(entry.phrase),
  plain: plainKey(entry.phrase),
  length: entry.phrase.split(' ').length,
}));
const byText = (key: (entry: Entry) => string): ReadonlyMap<string, readonly Entry[]> => {
  const found = new Map<string, Entry[]>();
  for (const entry of ENTRIES) found.set(key(entry), [...(found.get(key(entry)) ?? []), entry]);
  return found;
};
const BY_FOLDED = byText(({ folded }) => folded);
const BY_PLAIN = byText(({ plain }) => plain);
const WORDS = new Set(ENTRIES.flatMap(({ plain }) => plain.split(' ')));
const SINGLE_WORDS: readonly string[] = [...WORDS].filter((word) => word.length >= 4);

interface Part {
  readonly kind: WordKind | null;
  /** Whether each word begins with a capital and continues in lower case: «Thống Nhất» is a name. */
  readonly isName: boolean;
  readonly isUpper: boolean;
  /** Whether it is known only by letters or diacritics that are taken for mistyped. */
  readonly isGuess: boolean;
}

/** The meaning of a heading; empty for a text without any known word. */
export const parseHeading = remembered((text: string): Heading => {
  if (text.length > LONGEST_HEADING || CRITERION.test(text)) return NOTHING;
  const words = squeeze(text.normalize('NFC').replace(BRACKETS, ' ').replace(SHORT_POINTS, 'diem '))
    .split(DIVIDERS)
    .filter((word) => word !== '');
  if (words.join('').length <= 2 || words.length > MOST_WORDS) return NOTHING;
  const parts = namesSetAside(withoutGuessesInNames(partsOf(words)));
  const kinds = new Set(parts.flatMap(({ kind }) => kind ?? []));
  // «So với chỉ tiêu» is not a column of names.
  const isOther = isNumberedName(words, parts) || /^so với /iu.test(words.join(' '));
  const role = roleOfParts(parts, kinds);
  const roleInWords = role === 'name' && isOther ? null : role;
  const isWhole = parts.every(({ kind }) => kind !== null);
  const isSaid = !kinds.has('highest') && !PLACE.test(text) && (isWhole || opensClearly(roleInWords, parts));
  const isBody = [...kinds].every((kind) => kind === 'judge') && !isWhole;
  if (COUNTED.test(text.normalize('NFC')) && !kinds.has('points'))
    return { ...NOTHING, role: 'count', hint: 'count', kinds };
  return {
    role: isSaid ? roleInWords : null,
    hint: roleInWords,
    kinds,
    mayBePlace: kinds.size === 0 || isBody || PLACE.test(text) || (roleInWords === null && isTitled(parts)),
  };
});

/** «Cấp Tiến», «Duyệt Trung»: capitalized like a name, and not all of it has a meaning in the field. */
const isTitled = (parts: readonly Part[]): boolean =>
  parts.length > 1 && parts.every(({ isName }) => isName) && parts.some(({ kind }) => kind === null);

/** «Lĩnh vực 1», «Tiêu chí 2» are headings of points of that area, not of a column of names. */
const isNumberedName = (words: readonly string[], [first, number, ...rest]: readonly Part[]): boolean =>
  first?.kind === 'name' && number !== undefined && rest.length === 0 && /^\d{1,2}$/.test(words.at(-1) ?? '');

/** The first words show a cause, a remedy or a count, whatever follows. */
const opensClearly = (role: ColumnRole | null, [first]: readonly Part[]): boolean =>
  (role === 'cause' && first?.kind === 'cause') ||
  (role === 'remedy' && first?.kind === 'remedy') ||
  (role === 'evidence' && first?.kind === 'evidence') ||
  (role === 'count' && (first?.kind === 'count' || first?.kind === 'other')) ||
  (role === 'percent' && first?.kind === 'percent');

/** Takes the longest known phrase from the left each time. */
function partsOf(words: readonly string[]): Part[] {
  const parts: Part[] = [];
  const hasMarks = words.some((word) => /[\u0300-\u036fđ]/iu.test(word.normalize('NFD')));
  for (let position = 0; position < words.length;) {
    // A phrase ends before a word of no phrase: thousands of names of units contain one.
    let length = 0;
    while (length < LONGEST_PHRASE && isOfPhrase(words[position + length])) length++;
    let entry: Entry | null = null;
    for (; length > 0 && entry === null; length--) entry = entryOf(words.slice(position, position + length), hasMarks);
    const taken = words.slice(position, position + (entry?.length ?? 1));
    const text = foldText(taken.join(' '));
    parts.push({
      isGuess: entry !== null && text !== foldText(entry.phrase) && text !== plainKey(entry.phrase),
      kind: entry?.kind ?? (/^(\d{1,2}|(19|20)\d\d)$/.test(taken[0] ?? '') ? 'filler' : null),
      isName: taken.every((word) => /^\p{Lu}\p{Ll}/u.test(word)),
      isUpper: taken.every((word) => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word)),
    });
    position += taken.length;
  }
  return parts;
}

const isOfPhrase = (word: string | undefined): boolean => word !== undefined && WORDS.has(mend(plainKey(word)));

/**
 * Looks a phrase up with its diacritics; without them if the text has none or they are mistyped; last with one letter
 * mistyped.
 */
function entryOf(words: readonly string[], hasMarks: boolean): Entry | null {
  const text = words.join(' ');
  const known = (entries: readonly Entry[] | undefined): Entry | null =>
    entries?.find(({ phrase }) => isKnown(phrase)) ?? null;
  const exact = known(BY_FOLDED.get(foldText(text)));
  if (exact) return exact;
  const plain = plainKey(text);
  // Without diacritics «sở» and «số», «tổ» and «to» are equal: short words need them if the text has any.
  if ((!hasMarks && plain.length > 1) || plain.length >= 5) {
    const same = BY_PLAIN.get(plain)?.find(
      ({ phrase }) => isKnown(phrase) && (!hasMarks || isMismarked(words, phrase)),
    );
    if (same) return same;
  }
  const mended = words.map((word) => mend(plainKey(word))).join(' ');
  return mended === plain || mended.includes('?') ? null : known(BY_PLAIN.get(mended));
}

/** «Điểm sở» is not a mistyped «điểm số»: a short word with other diacritics is another word. */
const isMismarked = (words: readonly string[], phrase: string): boolean =>
  phrase
    .split(' ')
    .every(
      (word, position) =>
        word.length > 3 || foldText(word) === foldText(words[position] ?? '') || isPlain(words[position] ?? ''),
    );

const isPlain = (word: string): boolean => foldText(word) === plainKey(word);

/** The only known word that is one typing error away and begins with the same letter; "?" if there are several. */
const mend = remembered((word: string): string => {
  if (word.length < 4 || SINGLE_WORDS.includes(word)) return word;
  const near = SINGLE_WORDS.filter((each) => each.startsWith(word.charAt(0)) && isNear(word, each));
  return near.length === 0 ? word : near.length === 1 ? (near[0] ?? word) : '?';
});

/** «Xã Ia Chim», «NẬM CHÀY»: beside an unknown word of a name the next is part of it, not a mistyped «chấm». */
const withoutGuessesInNames = (parts: readonly Part[]): Part[] => {
  const isCapital = (part: Part | undefined): boolean => part !== undefined && (part.isName || part.isUpper);
  const isUnknown = (part: Part | undefined): boolean => part?.kind === null && isCapital(part);
  return parts.map((part, position) =>
    part.isGuess && isCapital(part) && (isUnknown(parts[position - 1]) || isUnknown(parts[position + 1]))
      ? { ...part, kind: null }
      : part,
  );
};

/**
 * «Sở Nội vụ tỉnh», «Xã Thống Nhất»: the name after a word for a body belongs to the body; a name alone gives no role.
 */
function namesSetAside(parts: readonly Part[]): Part[] {
  const isWho = (kind: WordKind | null | undefined): boolean => kind === 'own' || kind === 'judge';
  const isHint = (kind: WordKind | null): boolean => kind === 'selfHint' || kind === 'judgeHint';
  let isInName = false;
  const named = parts.map((part, position): Part => {
    const isOfBody = isWho(parts[position - 1]?.kind) && part.isName && !isWho(part.kind);
    // «Xã Hòa Tự»: a word that says little by itself belongs to the name before it.
    isInName = isOfBody || (isInName && part.isName && (part.kind === null || isHint(part.kind)));
    return isInName ? { ...part, kind: null } : part;
  });
  const acts = named.some(({ kind }) => kind !== null && ACTS.has(kind));
  if (!acts) return named;
  // «Huyện Vân Canh chấm»: unknown words after a body are its name if an act follows.
  const withoutNames: Part[] = [];
  let afterBody = false;
  for (const part of named) {
    if (part.kind === null && afterBody && (part.isName || part.isUpper)) continue;
    afterBody = isWho(part.kind);
    withoutNames.push(part);
  }
  return withoutNames;
}

const isInCapitals = (parts: readonly Part[]): boolean => parts.every(({ isUpper }) => isUpper);

function roleOfParts(parts: readonly Part[], kinds: ReadonlySet<WordKind>): ColumnRole | null {
  const has = (...wanted: readonly WordKind[]): boolean => wanted.some((kind) => kinds.has(kind));
  const first = parts.find(({ kind }) => kind !== 'filler')?.kind ?? null;
  if (has('cause')) return 'cause';
  if (first === 'remedy' || first === 'evidence') return first;
  // «XÃ TRUNG BÌNH» may be a name.
  if (first === 'own' && has('other') && isInCapitals(parts) && !has('points')) return null;
  if (has('count', 'other')) return 'count';
  const plain = (['lost', 'percent'] as const).find((role) => has(role));
  if (plain) return plain;
  if (first === 'name' && !has('points', 'judge', 'own', 'judgeAct', 'judgeHint', 'selfAct', 'max')) return 'name';
  if (has('passive')) return has('own') && !has('points') ? 'unit' : has('points') ? 'appraised' : null;
  // «Điểm cao nhất» may be the score of the best unit.
  if (has('max', 'highest') && !has('judgeAct', 'selfAct')) return 'max';
  return scorerOf(parts, has);
}

/** Whose score it is: the act decides before the body. */
function scorerOf(parts: readonly Part[], has: (...wanted: readonly WordKind[]) => boolean): ColumnRole | null {
  // «XÃ THỐNG NHẤT», «XÃ TỰ DO» may be names.
  const mayBeName = has('judgeAct', 'judgeHint', 'selfHint') && !has('points', 'act', 'selfAct');
  if (has('own') && mayBeName && isInCapitals(parts)) return null;
  const isSelf = has('selfAct') || (has('selfHint') && has('points', 'own', 'act'));
  const isJudged = has('judgeAct') || (has('judgeHint') && has('points', 'judge', 'act'));
  if (isSelf !== isJudged) return isSelf ? 'self' : 'appraised';
  if (isSelf || has('name')) return null;
  if (has('act', 'points')) {
    if (has('judge')) return 'appraised';
    if (has('own')) return 'self';
    return has('points') ? 'points' : null;
  }
  return null;
}
