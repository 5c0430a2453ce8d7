/**
 * Losses and their causes in pasted prose, as reports write them: every passage that opens with a criterion, with what
 * is said of it below.
 */
import type { Decimal } from '../../values/decimal';
import { squeeze } from '../../values/fold-text';
import type { ProseLine } from '../../model/prose';
import { splitCodeAndName } from '../tree/codes';
import { parseNumber } from '../numbers/parse-number';
import { LOOSE_WORD, LOSS, namedWithCode, REACHED, WORD, readLines, trimName, type KnownNames } from './prose-lines';
import { patternOf } from '../../values/pattern';
import { PART_LABEL, startsWithLabel } from '../../model/part-labels';
import { cleanPart, splitParts } from './split-parts';

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
      else
        put(draft, line.raw, isLabelled ? `\n${line.text}` : line.kind === 'bullet' ? `\n- ${line.text}` : line.text);
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

const hasLabel = (text: string): boolean => text.search(PART_LABEL) >= 0;
const lastOf = ({ lines }: Draft): string => lines[lines.length - 1] ?? '';
const endsInLabel = (draft: Draft): boolean => lastOf(draft).endsWith(':') && hasLabel(lastOf(draft).slice(-120));

/** A paragraph of its own after a finished sentence that gave a cause speaks of something else. */
const isComplete = (draft: Draft): boolean => draft.hasLabel && /[.;!?)]$/.test(lastOf(draft));

function lineOf({ unit, raw, lines }: Draft): ProseLine {
  const { parts, head: opening } = splitParts(lines.join(' ').replaceAll(' \n', '\n'));
  const { code, name, awarded, max, reason, ...head } = headOf(opening);
  const { explanation, remedy, remedyDue, remedyStatus } = parts;
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
    remedy,
    remedyDue,
    remedyStatus,
    text: raw.join('\n'),
  };
}

/** «Huyện bị trừ 0,5 điểm tại mục này.» says how much, and not why. */
const TAKEN =
  /(?<=^|[.;!?]\s*|\n)[\p{L} ]{0,40}bị trừ (\d{1,4}(?:[.,]\d{1,4})?) điểm (?:tại|ở|đối với) [\p{L} ]{0,30}này[.;]?/iu;

function withoutTaken(cause: string | null): { readonly cause: string | null; readonly lost: Decimal | null } {
  const found = TAKEN.exec(cause ?? '');
  if (!found || cause === null) return { cause, lost: null };
  return { cause: cleanPart(cause.replace(TAKEN, '')) || null, lost: numberIn(found[1]) };
}

/** A name is no sentence. */
const withoutStop = (name: string | null): string | null => name?.replace(/\.$/, '') ?? null;

interface Head {
  readonly code: string;
  readonly name: string;
  readonly lost: Decimal | null;
  readonly awarded: Decimal | null;
  readonly max: Decimal | null;
  /** What goes on behind the points: «…, trừ 1 điểm, do ban hành chậm». */
  readonly reason: string | null;
}

const REASON = patternOf(
  [
    String.raw`^(?:[\s).,;:–-]|điểm|đ(?!\p{L}))*(?:(?:tại|ở|đối với|trong) (?:mục|nội dung|tiêu chí|phần)`,
    String.raw`(?: này| trên| nêu trên),?\s*)?(?<!\p{L})`,
    String.raw`(?:(?:với|vì) l[ýí] do(?: là)?:?|do|vì(?! sao)|bởi(?: vì)?|cụ thể(?: là)?:)\s+(?=\S)`,
  ],
  'iu',
);

/** Long enough for any name; what goes on longer is no head any more. */
const LONGEST_HEAD = 2000;

function headOf(text: string): Head {
  const head = squeeze(text).slice(0, LONGEST_HEAD);
  const lost = LOSS.exec(head);
  const reached = REACHED.exec(head);
  const end = Math.min(lost?.index ?? head.length, reached?.index ?? head.length);
  const behind = namedWithCode(head.slice(0, end));
  const named = (behind ? `${behind.code}. ${behind.name}` : head.slice(0, end)).replace(/["“”„«»‟]/g, '').trim();
  const withoutWord = named.replace(/^\*+/, '').replace(WORD, '').replace(LOOSE_WORD, '');
  const split = splitCodeAndName(withoutWord) ?? splitCodeAndName(`${withoutWord} .`);
  return {
    code: split?.code.text ?? '',
    name: trimName(split ? split.name : withoutWord),
    lost: numberIn(lost?.[1]),
    awarded: numberIn(reached?.[1]),
    max: numberIn(reached?.[2]),
    // A list below the head is no sentence that goes on behind the points.
    reason: lost ? reasonIn(head.slice(lost.index + lost[0].length), text.includes('\n')) : null,
  };
}

/** «(-0,5đ): chậm ban hành»; what only opens a list says nothing. */
const BEHIND_COLON = /^ ?(?:điểm|đ)? ?\)? ?: (?=\p{L})(?!(?:gồm|bao gồm|cụ thể|trong đó|như sau)(?!\p{L}))(?!.*:$)/iu;

function reasonIn(rest: string, isList: boolean): string | null {
  const opened = REASON.exec(rest) ?? (isList ? null : BEHIND_COLON.exec(rest));
  return (opened && cleanPart(rest.slice(opened[0].length))) || null;
}

const numberIn = (text: string | undefined): Decimal | null =>
  text === undefined ? null : (parseNumber(text)?.value ?? null);
