/**
 * Takes a heading apart into words of the lexicon, and says what column they make together: «Hội đồng đánh giá» → điểm
 * thẩm định.
 */
import type { ColumnRole } from '../../model/column-role';
import { foldText, plainKey, squeeze, isNear } from '../../values/fold-text';
import { LEXICON, type LexiconEntry, type WordKind } from './lexicon';
import { isKnown, remembered } from './vocabulary';

interface Heading {
  /** What the words say together; null where they do not. */
  readonly role: ColumnRole | null;
  /** What they would say but for words that nobody knows. */
  readonly hint: ColumnRole | null;
  readonly kinds: ReadonlySet<WordKind>;
  /** Whether it may name a place: «Đoàn Kết» has a word of a body and another that nobody knows. */
  readonly mayBePlace: boolean;
}

const NOTHING: Heading = { role: null, hint: null, kinds: new Set(), mayBePlace: true };
/** Longer texts are prose, not the head of a column. */
const LONGEST_HEADING = 120;
const MOST_WORDS = 16;
const LONGEST_PHRASE = 6;
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|[\u00b9\u00b2\u00b3\u2070-\u2079*]/g;
const DIVIDERS = /[\s/,.:;&+–—-]+/;

/** «TC1», «TC 1.1 (4 điểm)»: a criterion, not who scored. */
const CRITERION = /^\s*tc\.? ?\d/iu;

/** A commune of that name, where it is capitalised like one. */
const PLACE = /^\s*Thống Nhất\s*$/u;

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
const SINGLE_WORDS: readonly string[] = [...new Set(ENTRIES.flatMap(({ plain }) => plain.split(' ')))].filter(
  (word) => word.length >= 4,
);

interface Part {
  readonly kind: WordKind | null;
  /** Whether each of its words begins with a capital and goes on without: «Thống Nhất» is a name. */
  readonly isName: boolean;
  readonly isUpper: boolean;
}

/** What a heading says; of a text without any known word nothing. */
export const parseHeading = remembered((text: string): Heading => {
  if (text.length > LONGEST_HEADING || CRITERION.test(text)) return NOTHING;
  const words = squeeze(text.normalize('NFC').replace(BRACKETS, ' '))
    .split(DIVIDERS)
    .filter((word) => word !== '');
  if (words.join('').length <= 2 || words.length > MOST_WORDS) return NOTHING;
  const parts = namesSetAside(partsOf(words));
  const kinds = new Set(parts.flatMap(({ kind }) => kind ?? []));
  // «So với chỉ tiêu» is no column of names.
  const isOther = isNumberedName(words, parts) || /^so với /iu.test(words.join(' '));
  const role = roleOfParts(parts, kinds);
  const said = role === 'name' && isOther ? null : role;
  const isWhole = parts.every(({ kind }) => kind !== null);
  const isSaid = !kinds.has('highest') && !PLACE.test(text) && (isWhole || opensClearly(said, parts));
  const isBody = [...kinds].every((kind) => kind === 'judge') && !isWhole;
  return { role: isSaid ? said : null, hint: said, kinds, mayBePlace: kinds.size === 0 || isBody || PLACE.test(text) };
});

/** «Lĩnh vực 1», «Tiêu chí 2» head the points of that area, no column of names. */
const isNumberedName = (words: readonly string[], [first, number, ...rest]: readonly Part[]): boolean =>
  first?.kind === 'name' && number !== undefined && rest.length === 0 && /^\d{1,2}$/.test(words.at(-1) ?? '');

/** A cause, a remedy or a count is told by its first words, whatever it is of. */
const opensClearly = (role: ColumnRole | null, [first]: readonly Part[]): boolean =>
  (role === 'cause' && first?.kind === 'cause') ||
  (role === 'remedy' && first?.kind === 'remedy') ||
  (role === 'evidence' && first?.kind === 'evidence') ||
  (role === 'count' && (first?.kind === 'count' || first?.kind === 'other')) ||
  (role === 'percent' && first?.kind === 'percent');

/** The longest known phrase from the left each time. */
function partsOf(words: readonly string[]): Part[] {
  const parts: Part[] = [];
  const hasMarks = words.some((word) => /[\u0300-\u036fđ]/iu.test(word.normalize('NFD')));
  for (let at = 0; at < words.length;) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    let entry: Entry | null = null;
    for (; length > 0 && entry === null; length--) entry = entryOf(words.slice(at, at + length), hasMarks);
    const taken = words.slice(at, at + (entry?.length ?? 1));
    parts.push({
      kind: entry?.kind ?? (/^(\d{1,2}|(19|20)\d\d)$/.test(taken[0] ?? '') ? 'filler' : null),
      isName: taken.every((word) => /^\p{Lu}\p{Ll}/u.test(word)),
      isUpper: taken.every((word) => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word)),
    });
    at += taken.length;
  }
  return parts;
}

/** With its marks; without them where the text has none or they were mistyped; last with one letter mistyped. */
function entryOf(words: readonly string[], hasMarks: boolean): Entry | null {
  const text = words.join(' ');
  const known = (entries: readonly Entry[] | undefined): Entry | null =>
    entries?.find(({ phrase }) => isKnown(phrase)) ?? null;
  const exact = known(BY_FOLDED.get(foldText(text)));
  if (exact) return exact;
  const plain = plainKey(text);
  // «sở» and «số», «tổ» and «to» are one without marks: short words need them where the text has any.
  if ((!hasMarks && plain.length > 1) || plain.length >= 5) {
    const same = BY_PLAIN.get(plain)?.find(
      ({ phrase }) => isKnown(phrase) && (!hasMarks || isMismarked(words, phrase)),
    );
    if (same) return same;
  }
  const mended = words.map((word) => mend(plainKey(word))).join(' ');
  return mended === plain || mended.includes('?') ? null : known(BY_PLAIN.get(mended));
}

/** «Điểm sở» is not «điểm số» with a mark mistyped: a short word with other marks is another word. */
const isMismarked = (words: readonly string[], phrase: string): boolean =>
  phrase
    .split(' ')
    .every((word, at) => word.length > 3 || foldText(word) === foldText(words[at] ?? '') || isPlain(words[at] ?? ''));

const isPlain = (word: string): boolean => foldText(word) === plainKey(word);

/** The one known word that is a slip of the finger away and begins alike; "?" where there are several. */
const mend = remembered((word: string): string => {
  if (word.length < 4 || SINGLE_WORDS.includes(word)) return word;
  const near = SINGLE_WORDS.filter((each) => each.startsWith(word.charAt(0)) && isNear(word, each));
  return near.length === 0 ? word : near.length === 1 ? (near[0] ?? word) : '?';
});

/** «Sở Nội vụ tỉnh», «Xã Thống Nhất»: what names a body belongs to the body; a name alone is no role. */
function namesSetAside(parts: readonly Part[]): Part[] {
  const isWho = (kind: WordKind | null | undefined): boolean => kind === 'own' || kind === 'judge';
  const named = parts.map((part, at): Part => {
    const before = parts[at - 1];
    const isOfBody = at > 0 && isWho(before?.kind) && part.isName && !isWho(part.kind);
    return isOfBody ? { ...part, kind: null } : part;
  });
  const acts = named.some(({ kind }) => kind !== null && ACTS.has(kind));
  if (!acts) return named;
  // «Huyện Vân Canh chấm»: the unknown words after a body are its name where an act follows.
  const kept: Part[] = [];
  let afterBody = false;
  for (const part of named) {
    if (part.kind === null && afterBody && (part.isName || part.isUpper)) continue;
    afterBody = isWho(part.kind);
    kept.push(part);
  }
  return kept;
}

function roleOfParts(parts: readonly Part[], kinds: ReadonlySet<WordKind>): ColumnRole | null {
  const has = (...wanted: readonly WordKind[]): boolean => wanted.some((kind) => kinds.has(kind));
  const first = parts.find(({ kind }) => kind !== 'filler')?.kind ?? null;
  if (has('cause')) return 'cause';
  if (first === 'remedy') return 'remedy';
  if (first === 'evidence') return 'evidence';
  if (has('count', 'other')) return 'count';
  if (has('lost')) return 'lost';
  if (has('percent')) return 'percent';
  if (first === 'name' && !has('points', 'judge', 'own', 'judgeAct', 'judgeHint', 'selfAct', 'max')) return 'name';
  if (has('passive')) return has('own') && !has('points') ? 'unit' : has('points') ? 'appraised' : null;
  // «Điểm cao nhất» may be what the best unit was given.
  if (has('max', 'highest') && !has('judgeAct', 'selfAct')) return 'max';
  return scorerOf(parts, has);
}

/** Whose score it is: what is done says more than who does it. */
function scorerOf(parts: readonly Part[], has: (...wanted: readonly WordKind[]) => boolean): ColumnRole | null {
  // «XÃ THỐNG NHẤT» may be a name.
  if (has('own') && has('judgeAct') && !has('points', 'act') && parts.every(({ isUpper }) => isUpper)) return null;
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
