/**
 * Losses and their causes in pasted prose, as reports write them: every passage that opens with a criterion, with what
 * is said of it below.
 */
import type { Decimal } from '../../values/decimal';
import type { Cause } from '../../model/deduction';
import { squeeze } from '../../values/fold-text';
import type { ProseLine } from '../../model/prose';
import { splitCodeAndName } from '../tree/codes';
import { parseNumber } from '../numbers/parse-number';
import { LOSS, REACHED, readLines, trimName, type KnownNames } from './prose-lines';
import { patternOf } from '../../values/pattern';

type Part = keyof Cause | 'other';

const LABELS: readonly (readonly [Part, RegExp])[] = [
  ['cause', /^(?:nguyên nhân|lý do|lí do)/iu],
  ['responsiblePerson', /^(?:cá nhân|người|trách nhiệm cá nhân)/iu],
  ['explanation', /^(?:ý kiến )?giải trình/iu],
  ['other', /^(?:giải pháp|biện pháp|hướng khắc phục|thời hạn|tình trạng)/iu],
  ['responsibleBody', /^/],
];
/**
 * A word that says what follows: up to its colon, with a few words or a bracket between («Cá nhân phụ trách tổng
 * hợp: …»), or by a verb of its own («Lý do là …», «Trách nhiệm thuộc về …»).
 */
const LABEL = patternOf(
  [
    String.raw`(?<![\p{L}\p{M}])(?:(?:nguyên nhân|lý do|lí do|trách nhiệm cá nhân`,
    String.raw`|(?:cá nhân|người) (?:phụ trách|chịu trách nhiệm)|trách nhiệm`,
    String.raw`|(?:đơn vị|cơ quan|bộ phận) (?:chịu trách nhiệm|phụ trách|tham mưu)|(?:ý kiến )?giải trình`,
    String.raw`|(?:giải pháp|biện pháp)(?: khắc phục)?|hướng khắc phục|thời hạn`,
    String.raw`|tình trạng)(?: [\p{L}\p{M} ]{1,40})?(?: \([^()\n]{0,60}\))? ?:`,
    String.raw`|(?:nguyên nhân|lý do|lí do)(?: chính| chủ yếu)? (?:là do|là|do)(?=\s)`,
    String.raw`|trách nhiệm(?: chính)? thuộc(?: về)?(?=\s)`,
    String.raw`|(?:cá nhân|người) (?:phụ trách|chịu trách nhiệm)(?: chính)? là(?=\s))`,
  ],
  'giu',
);

const NOBODY: KnownNames = { units: new Set(), items: new Set() };

interface Draft {
  readonly unit: string | null;
  readonly raw: string[];
  readonly lines: string[];
  hasLabel: boolean;
}

export function readProse(text: string, known: KnownNames = NOBODY): ProseLine[] {
  const found: ProseLine[] = [];
  let unit: string | null = null;
  let draft: Draft | null = null;
  let isBroken = false;
  const close = (): void => {
    if (draft) found.push(lineOf(draft));
    draft = null;
  };
  for (const line of readLines(text, known)) {
    // A name or a body below «Trách nhiệm:» is no heading.
    const awaits = draft !== null && endsInLabel(draft);
    if (line.kind === 'blank') {
      isBroken = true;
      continue;
    }
    if (line.kind === 'head') {
      close();
      draft = { unit, raw: [line.raw], lines: [line.text], hasLabel: hasLabel(line.text) };
    } else if (line.kind === 'sheet') {
      close();
      unit = null;
    } else if (awaits && draft && !line.isStated) {
      put(draft, line.raw, line.text);
    } else if (line.kind === 'unit' || line.kind === 'end') {
      close();
      if (line.kind === 'unit') unit = line.text;
    } else if (draft) {
      const isLabelled = startsWithLabel(line.text);
      if (isBroken && line.kind === 'text' && !isLabelled && isComplete(draft)) close();
      else put(draft, line.raw, line.kind === 'bullet' && !isLabelled ? `\n- ${line.text}` : line.text);
    }
    isBroken = false;
  }
  close();
  return found;
}

function put(draft: Draft, raw: string, text: string): void {
  draft.raw.push(raw);
  draft.lines.push(text);
  draft.hasLabel ||= hasLabel(text);
}

const hasLabel = (text: string): boolean => text.search(LABEL) >= 0;
const startsWithLabel = (text: string): boolean => text.slice(0, 100).search(LABEL) === 0;
const lastOf = ({ lines }: Draft): string => lines[lines.length - 1] ?? '';
const endsInLabel = (draft: Draft): boolean => lastOf(draft).endsWith(':') && hasLabel(lastOf(draft).slice(-120));

/** A paragraph of its own after a finished sentence that gave a cause speaks of something else. */
const isComplete = (draft: Draft): boolean => draft.hasLabel && /[.;!?)]$/.test(lastOf(draft));

function lineOf({ unit, raw, lines }: Draft): ProseLine {
  const parts = partsOf(lines.join(' ').replaceAll(' \n', '\n'));
  const { code, name, awarded, max, reason, ...head } = headOf(parts.head);
  const { explanation } = parts;
  const taken = withoutTaken(parts.cause);
  const lost = head.lost ?? taken.lost;
  const cause = taken.cause ?? reason;
  const [responsibleBody, responsiblePerson] = [
    withoutStop(parts.responsibleBody),
    withoutStop(parts.responsiblePerson),
  ];
  return {
    unit,
    code,
    name,
    lost,
    awarded,
    max,
    cause,
    responsibleBody,
    responsiblePerson,
    explanation,
    text: raw.join('\n'),
  };
}

/** «Huyện bị trừ 0,5 điểm tại mục này.» says how much, and not why. */
const TAKEN =
  /(?<=^|[.;!?]\s*|\n)[\p{L} ]{0,40}bị trừ (\d{1,4}(?:[.,]\d{1,4})?) điểm (?:tại|ở|đối với) [\p{L} ]{0,30}này[.;]?/iu;

function withoutTaken(cause: string | null): { readonly cause: string | null; readonly lost: Decimal | null } {
  const found = TAKEN.exec(cause ?? '');
  if (!found || cause === null) return { cause, lost: null };
  return { cause: clean(cause.replace(TAKEN, '')) || null, lost: numberIn(found[1]) };
}

/** A name is no sentence. */
const withoutStop = (name: string | null): string | null => name?.replace(/\.$/, '') ?? null;

/** The head, and what stands after each label; what a label says twice is put together. */
function partsOf(text: string): Cause & { head: string } {
  const parts: Record<Part, string | null> = {
    cause: null,
    responsibleBody: null,
    responsiblePerson: null,
    explanation: null,
    other: null,
  };
  let head = '';
  let part: Part | 'head' = 'head';
  let from = 0;
  const say = (to: number): void => {
    const said = text.slice(from, to);
    if (part === 'head') head = said;
    else parts[part] = joined(parts[part], clean(said));
  };
  for (const match of text.matchAll(LABEL)) {
    if (!opensPart(text, match.index)) continue;
    say(match.index);
    part = LABELS.find(([, pattern]) => pattern.test(match[0]))?.[0] ?? 'other';
    from = match.index + match[0].length;
  }
  say(text.length);
  return { ...parts, head };
}

/** After a stop or a bullet, or with a capital letter: «việc này thuộc trách nhiệm: …» goes on with its sentence. */
function opensPart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).trimEnd();
  return before === '' || /[.;:!?)+*•–\-"”]$/.test(before) || /\p{Lu}/u.test(text.charAt(at));
}

const joined = (one: string | null, other: string): string | null =>
  other === '' ? one : one === null ? other : `${one}\n${other}`;

/**
 * One blank for many, lines of a list kept, no bullet or separator left at either end; dots to be filled in say
 * nothing, nor does «…… [nguyên nhân]», a marked blank of our reports.
 */
function clean(text: string): string {
  const lines = text.replace(FOOTNOTE, '').split('\n').map(squeeze).join('\n');
  let [from, to] = [0, lines.length];
  while (from < to && AROUND.includes(lines.charAt(from))) from++;
  while (to > from && AROUND.includes(lines.charAt(to - 1))) to--;
  const bare = lines.slice(from, to);
  return /[\p{L}\p{N}]/u.test(bare.replace(MARKED_BLANK, '')) ? bare : '';
}

/** «báo cáo¹», «báo cáo[2]»; a square metre stays. */
const FOOTNOTE = /[¹⁰⁴-⁹]+|(?<![\p{L}]m|\bm)[²³]+|\[\d{1,2}\]/gu;
const MARKED_BLANK = /…{2} \[[^\]\n]{0,80}\]/g;
const AROUND = ' \n:;,+*•–-';

interface Head {
  readonly code: string;
  readonly name: string;
  readonly lost: Decimal | null;
  readonly awarded: Decimal | null;
  readonly max: Decimal | null;
  /** What goes on behind the points: «…, trừ 1 điểm, do ban hành chậm». */
  readonly reason: string | null;
}

const REASON = /^(?:[\s).,;:–-]|điểm|đ(?!\p{L}))*(?<!\p{L})(?:do|vì|bởi)\s+(?=\S)/iu;

/** Long enough for any name; what goes on longer is no head any more. */
const LONGEST_HEAD = 2000;

function headOf(text: string): Head {
  const head = squeeze(text).slice(0, LONGEST_HEAD);
  const lost = LOSS.exec(head);
  const reached = REACHED.exec(head);
  const end = Math.min(lost?.index ?? head.length, reached?.index ?? head.length);
  const named = head
    .slice(0, end)
    .replace(/["“”„«»‟]/g, '')
    .trim();
  const withoutWord = named.replace(/^(?:tiêu chí thành phần|tiêu chí|tctp|tc)\s*:?\s+/iu, '');
  const split = splitCodeAndName(withoutWord) ?? splitCodeAndName(`${withoutWord} .`);
  return {
    code: split?.code.text ?? '',
    name: trimName(split ? split.name : withoutWord),
    lost: numberIn(lost?.[1]),
    awarded: numberIn(reached?.[1]),
    max: numberIn(reached?.[2]),
    reason: lost ? reasonIn(head.slice(lost.index + lost[0].length)) : null,
  };
}

function reasonIn(rest: string): string | null {
  const opened = REASON.exec(rest);
  return (opened && clean(rest.slice(opened[0].length))) || null;
}

const numberIn = (text: string | undefined): Decimal | null =>
  text === undefined ? null : (parseNumber(text)?.value ?? null);
