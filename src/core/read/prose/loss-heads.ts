/** How a passage of a report names its loss: words before the code, the points, the name. */
import type { Decimal } from '../../values/decimal';
import { squeeze } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';
import { parseNumber } from '../numbers/parse-number';
import { splitCodeAndName } from '../tree/codes';
import { cleanPart } from './split-parts';

export const QUOTES = /["“”„«»‟]/g;

export const WORD =
  /^(?:(?:đối với|với|tại|ở|về)\s+)?(?:tiêu chí thành phần|tiêu chí|tctp|tc)(?: số(?= \d))?\s*:?\s+(?=\S)/iu;
/** These words introduce many other things: they name a loss only with a code and points. */
export const LOOSE_WORD = /^(?:(?:đối với|tại|ở|về)\s+)?(?:mục|nội dung|điểm|khoản)\s*:?\s+(?=\d)/iu;
/** «(trừ 0,25 điểm)», «mất 0,5/1 điểm», «(-0,5đ)»; «thiếu 3 điểm cầu» and «mất 5 ngày» count something else. */
export const LOSS = patternOf(
  [
    String.raw`(?:(?<!(?:không|chưa) (?:bị )?)(?:trừ|mất(?! \d+ (?:ngày|tháng|giờ|lần))`,
    String.raw`|giảm(?= \d[\d.,]{0,8} ?điểm so với (?:điểm )?tối đa)`,
    String.raw`|(?:thiếu|hụt)(?= \d[\d.,]{0,8} ?điểm(?: (?:so với|do|vì|bởi)(?!\p{L})|(?! ?\p{L})))`,
    String.raw`(?!.{0,300}(?:trừ|mất) \d))`,
    String.raw`(?: (?:đi|tới|đến|trắng|cả|hết|toàn bộ))?(?: điểm)?(?: là)?\s{0,3}:?\s{0,3}[-–−]?|[([][-–−]`,
    String.raw`|(?<=[\s:])[-–−](?=\d{1,3}(?:[.,]\d{1,3})? ?(?:điểm|đ)(?!\p{L})))`,
    String.raw`\s{0,3}(\d{1,6}(?:[.,]\d{1,10})?)`,
    String.raw`(?:\s?\/\s?\d{1,6}(?:[.,]\d{1,10})?(?= ?(?:điểm|đ)))?`,
  ],
  'iu',
);
/** «đạt 0/0.5 điểm», «: 0,5/1 điểm». */
export const REACHED = patternOf(
  [
    String.raw`(?:đạt(?: được)?\s{0,3}:?|được(?: chấm)?\s{0,3}|(?<!\d)[:([,–-])\s{0,3}(?<!(?:trừ|mất)[: ]{1,3})`,
    String.raw`(\d{1,6}(?:[.,]\d{1,10})?)(?: ?(?:điểm|đ))?\s{0,3}\/\s{0,3}(\d{1,6}(?:[.,]\d{1,10})?)`,
    String.raw`(?:(?<=đạt[^/]{0,20}\/[^/]{0,20})|(?= ?(?:điểm|đ)(?!\p{L}))`,
    // «Kế hoạch (1,75/2)», «Kế hoạch: 1,75/2» with nothing behind.
    String.raw`|(?<=\([^()]{3,12})(?=\))|(?<=: [^:]{3,12})(?=[.;]?$))`,
  ],
  'iu',
);

/**
 * «Đối với nội dung kiểm tra công tác CCHC (tiêu chí 1.2), UBND huyện bị …»: the code is in brackets after the name.
 */
const NAME_THEN_CODE = patternOf(
  [
    String.raw`^(?:(?:đối với|về|tại|ở) )?(?:(?:nội dung|tiêu chí|mục) )?["“”„«»]?([^"“”„«»()]{3,300}?)["“”„«»]? ?`,
    String.raw`\((?:(?:tiêu chí thành phần|tiêu chí|mục|mã(?: số)?|tc) )?(\d{1,2}(?:\.\d{1,2})+)\)`,
    String.raw`(?:[,:]? ?[\p{L}\p{M} ]{0,40})?$`,
  ],
  'iu',
);

export function namedWithCode(text: string): { readonly code: string; readonly name: string } | null {
  const [, name, code] = NAME_THEN_CODE.exec(squeeze(text)) ?? [];
  return name === undefined || code === undefined ? null : { name: trimName(name), code };
}

/** Removes quotes, an opening bracket and trailing punctuation, which are not part of a name. */
export const trimName = (name: string): string =>
  squeeze(name.replace(QUOTES, ''))
    .replace(/\sĐiểm(?: bị)?$/u, '')
    .replace(/(?:[\s(:;,.–-]|\b(?:bị|đạt))+$/iu, '');

interface Head {
  readonly code: string;
  readonly name: string;
  readonly lost: Decimal | null;
  readonly awarded: Decimal | null;
  readonly max: Decimal | null;
  /** The text after the points that gives the reason: «…, trừ 1 điểm, do ban hành chậm». */
  readonly reason: string | null;
  /**
   * A sentence after the points without a connecting word: it is the reason if the text after it names who is
   * responsible.
   */
  readonly sentence: string | null;
  /** Any other text after the points. */
  readonly remainder: string | null;
}

const REASON = patternOf(
  [
    String.raw`^(?:[\s).,;:–-]|điểm|đ(?!\p{L})|so với điểm tối đa)*`,
    String.raw`(?:(?:tại|ở|đối với|trong) (?:mục|nội dung|tiêu chí|phần)`,
    String.raw`(?: này| trên| nêu trên),?\s*)?(?<!\p{L})`,
    String.raw`(?:(?:(?:với|vì)\s+)?(?:l[ýí] do|nguyên nhân)(?: chính| chủ yếu)?(?: là)?(?: do| vì)?:?`,
    String.raw`|(?:xuất phát|bắt nguồn) từ(?: việc)?`,
    String.raw`|(?:(?:đó )?là )?(?:do|vì(?! sao)|bởi(?: vì| lẽ)?):?|cụ thể(?: là)?:|với nhận xét:?)\s+(?=\S)`,
  ],
  'iu',
);

/** «Tiêu chí 1.1 Kế hoạch. Huyện bị trừ …» */
const UNIT_BEFORE_LOSS = /\. \p{Lu}[\p{L}\p{M} ]{1,40} bị $/u;

/** Long enough for any name; longer text is not part of the head. */
const LONGEST_HEAD = 2000;

export function headOf(text: string): Head {
  const head = squeeze(text).slice(0, LONGEST_HEAD);
  const lost = LOSS.exec(head);
  const reached = REACHED.exec(head);
  const [from, isOfLost] = behindPoints(lost, reached);
  const rest = from === null ? '' : head.slice(from);
  const end = Math.min(lost?.index ?? head.length, reached?.index ?? head.length);
  const behind = namedWithCode(head.slice(0, end));
  const before = behind ? `${behind.code}. ${behind.name}` : head.slice(0, end).replace(UNIT_BEFORE_LOSS, '');
  const named = before.replace(/["“”„«»‟]/g, '').trim();
  const withoutWord = named.replace(/^\*+/, '').replace(WORD, '').replace(LOOSE_WORD, '');
  const split = splitCodeAndName(withoutWord) ?? splitCodeAndName(`${withoutWord} .`);
  return {
    code: split ? split.code.text : '',
    name: trimName(split ? split.name : withoutWord),
    lost: numberIn(lost?.[1]),
    awarded: numberIn(reached?.[1]),
    max: numberIn(reached?.[2]),
    sentence: (lost && failuresIn(SENTENCE.exec(rest)?.[1] ?? '')) || null,
    // A list below the head does not continue the sentence after the points.
    reason: reasonIn(rest, text.trim().includes('\n'), isOfLost),
    remainder: leftIn(from === null ? (OTHER_LABEL.exec(head)?.[0] ?? '') : rest),
  };
}

const leftIn = (rest: string): string | null =>
  /(?:[\p{L}\p{N}][^ ]* ){3}/u.test(rest.replace(POINTS_ONLY, '')) ? cleanPart(rest) : null;

/** «Lý giải: …» after a name without points: a label that this program does not know. */
const OTHER_LABEL = /(?<=[.;] )\p{Lu}[\p{L}\p{M} ]{1,40}: \p{L}.*$/u;

/** The end of the later mention of points, and whether points were lost. */
function behindPoints(lost: RegExpExecArray | null, reached: RegExpExecArray | null): [number | null, boolean] {
  const last = lost && reached ? (lost.index > reached.index ? lost : reached) : (lost ?? reached);
  return last ? [last.index + last[0].length, lost !== null] : [null, false];
}

/** «điểm), trong đó:», «điểm so với điểm tối đa». */
const POINTS_ONLY =
  /^[\s).,;:–-]*(?:điểm|đ(?!\p{L}))?[\s).,;:–-]*(?:so với điểm tối đa|trong đó|cụ thể|như sau)?[\s).,;:–-]*/iu;

const SENTENCE = /^ ?(?:điểm|đ)? ?\)?\. (\p{Lu}.*)$/u;
const FAILS = /(?<!\p{L})(?:chưa|chậm|thiếu|không|muộn|trễ|quá hạn|sai|chỉ (?:đạt|mới|có|được)|(?<!.)mới)(?!\p{L})/iu;
/** Praise, requests and sentences about another year are not reasons. */
const NO_REASON = patternOf(
  [
    String.raw`(?<!\p{L})(?:đã|tốt|đầy đủ|đúng hạn|kiến nghị|đề nghị|năm (?:trước|ngoái)`,
    String.raw`|không (?:ngừng|để|thiếu|phát sinh|xảy ra|chậm|muộn|sai))(?!\p{L})`,
  ],
  'iu',
);
const NOT_WELL =
  /(?:chưa|không)(?: [\p{L}\p{M}]+,?){0,8}? (?:tốt|đầy đủ|đúng hạn)(?:,? (?:và )?(?:đầy đủ|đúng hạn))?/giu;

/** The sentences that report a failure. */
const failuresIn = (text: string): string =>
  text
    .split(/(?<=[.;!?]) (?=\p{Lu})/u)
    .filter((each) => FAILS.test(each) && !NO_REASON.test(each.replace(NOT_WELL, '')))
    .map(cleanPart)
    .join(' ');

/** «(-0,5đ): chậm ban hành»; words that only introduce a list do not match. */
const BEHIND_COLON = patternOf(
  [
    String.raw`^ ?(?:điểm|đ)? ?\)? ?[:–—] (?=\p{L}|\d[\d./]* (?!(?:điểm|đ)(?!\p{L}))\p{L})`,
    String.raw`(?!(?:gồm|bao gồm|cụ thể|trong đó|như sau)(?!\p{L}))(?!.*:$)`,
  ],
  'iu',
);

/** «trừ 0,5 điểm (chậm ban hành)» */
const IN_BRACKETS = /^ ?(?:điểm|đ)?,? \((\p{Ll}[^()]{5,}(?:\([^()]*\)[^()]*)*)\)[.;]?$/u;

/**
 * After points that were reached, text counts as a reason only if every sentence reports a failure, unless a connecting
 * word introduces it.
 */
function reasonIn(rest: string, isList: boolean, isOfLost: boolean): string | null {
  const led = REASON.exec(rest);
  const opened = led ?? (isList ? null : BEHIND_COLON.exec(rest));
  const words = opened ? cleanPart(rest.slice(opened[0].length)) : (IN_BRACKETS.exec(rest)?.[1] ?? null);
  if (!opened) return words !== null && failuresIn(words) === words ? words : null;
  return words && (led || isOfLost || failuresIn(words) === words) ? words : null;
}

export const numberIn = (text: string | undefined): Decimal | null =>
  text === undefined ? null : (parseNumber(text)?.value ?? null);
