/** How a passage of a report names the loss that it speaks of: words before its code, its points, its name. */
import { squeeze } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';

export const QUOTES = /["“”„«»‟]/g;

export const WORD = /^(?:(?:đối với|tại|ở|về)\s+)?(?:tiêu chí thành phần|tiêu chí|tctp|tc)\s*:?\s+(?=\S)/iu;
/** These head many other things: a loss only with its code and its points. */
export const LOOSE_WORD = /^(?:(?:đối với|tại|ở|về)\s+)?(?:mục|nội dung|điểm|khoản)\s*:?\s+(?=\d)/iu;
/** «(trừ 0,25 điểm)», «mất 0,5/1 điểm», «(-0,5đ)»; «thiếu 3 điểm cầu» and «mất 5 ngày» count something else. */
export const LOSS = patternOf(
  [
    String.raw`(?:(?<!(?:không|chưa) (?:bị )?)(?:trừ|mất(?! \d+ (?:ngày|tháng|giờ|lần))`,
    String.raw`|(?:thiếu|hụt)(?= \d[\d.,]{0,8} ?điểm(?: (?:so với|do|vì|bởi)(?!\p{L})|(?! ?\p{L})))`,
    String.raw`(?!.{0,300}(?:trừ|mất) \d))`,
    String.raw`(?: đi)?(?: điểm)?\s{0,3}:?\s{0,3}[-–−]?|\([-–−])\s{0,3}(\d{1,6}(?:[.,]\d{1,10})?)`,
    String.raw`(?:\s?\/\s?\d{1,6}(?:[.,]\d{1,10})?(?= ?(?:điểm|đ)))?`,
  ],
  'iu',
);
/** «đạt 0/0.5 điểm», «: 0,5/1 điểm». */
export const REACHED = patternOf(
  [
    String.raw`(?:đạt(?: được)?\s{0,3}:?|(?<!\d)[:(,–-])\s{0,3}(?<!(?:trừ|mất)[: ]{1,3})`,
    String.raw`(\d{1,6}(?:[.,]\d{1,10})?)(?: điểm)?\s{0,3}\/\s{0,3}(\d{1,6}(?:[.,]\d{1,10})?)`,
    String.raw`(?:(?<=đạt[^/]{0,20}\/[^/]{0,20})|(?= ?(?:điểm|đ)(?!\p{L})))`,
  ],
  'iu',
);

/** «Đối với nội dung kiểm tra công tác CCHC (tiêu chí 1.2), UBND huyện bị …»: the code stands in brackets. */
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

/** What opens a bracket or ends in punctuation is no part of a name. */
export const trimName = (name: string): string =>
  squeeze(name.replace(QUOTES, ''))
    .replace(/\sĐiểm(?: bị)?$/u, '')
    .replace(/(?:[\s(:;,.–-]|\b(?:bị|đạt))+$/iu, '');
