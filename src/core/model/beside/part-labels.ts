/**
 * Labels of the parts of a text about a loss, with or without a colon: «Lý do: …», «b) Trách nhiệm thuộc về …», «Cá
 * nhân phụ trách - …».
 */
import type { Cause, Remedy } from '../deduction';
import { patternOf } from '../../values/pattern';

export type LossWords = Cause & Remedy;

/** No words about a loss. */
export const NO_WORDS: LossWords = {
  cause: null,
  responsibleBody: null,
  responsiblePerson: null,
  explanation: null,
  remedy: null,
  remedyDue: null,
  remedyStatus: null,
};
export type LossPart = keyof LossWords;

const BODY = '(?:(?:các )?(?:đơn vị|cơ quan)|bộ phận|đầu mối|tập thể|chủ thể|nơi|(?:các )?phòng|phòng, ban)';
const PERSON = '(?:cá nhân|người(?: đứng đầu)?|cán bộ|công chức|viên chức|chuyên viên|lãnh đạo|đồng chí)';
const DOES =
  '(?:phụ trách|chịu trách nhiệm|tham mưu|chủ trì|được (?:giao|phân công)|trực tiếp|liên quan|thực hiện|soạn thảo)';
const SCORED_BODY = '(?:các )?(?:đơn vị|cơ quan|địa phương|ubnd(?: xã| phường| huyện)?|xã|phường|phòng|sở)';
const REASON = '(?:nguyên nhân|lý do|lí do)';
const FAULT = '(?:tồn tại|hạn chế|khuyết điểm|vướng mắc|bất cập)';

const WAY = '(?:(?:phương )?hướng|cách(?: thức)?|phương án|kế hoạch) (?:khắc phục|xử lý)';

const NAMED =
  '(?:ubnd (?:các|xã \\p{L}|phường \\p{L}|huyện \\p{L})|(?:phòng|sở|ban) \\p{L}|văn phòng|chi cục|trung tâm)';
/** «Trách nhiệm thuộc về UBND các xã: Phú An, …»: the body is not part of the label. */
const NOT_ITS = String.raw`(?! (?:thuộc(?: về)? (?!về)\S|của ${NAMED}))`;

/** The order matters: a person's responsibility must not match as a body's. */
const OPENINGS: readonly (readonly [LossPart, string])[] = [
  ['explanation', `${REASON} giải trình`],
  ['cause', `${REASON}|(?:khó khăn, )?${FAULT}(?:, ${FAULT})?(?:, nguyên nhân)?`],
  ['explanation', `${PERSON} liên quan(?: đã|,)? giải trình`],
  ['responsiblePerson', `trách nhiệm (?:của |thuộc )?\\(?(?:cá nhân|người)|${PERSON} ${DOES}`],
  ['responsibleBody', `(?:thuộc )?trách nhiệm${NOT_ITS}|(?:ai )?chịu trách nhiệm|${BODY} ${DOES}`],
  [
    'explanation',
    `(?:ý kiến |nội dung |phần |báo cáo )?giải trình|${SCORED_BODY} giải trình|ý kiến (?:của )?${SCORED_BODY}`,
  ],
  ['remedyDue', 'thời hạn|thời gian (?:khắc phục|hoàn thành)|hạn (?:khắc phục|hoàn thành)'],
  ['remedyStatus', 'tình trạng|(?:kết quả|tiến độ) khắc phục'],
  ['remedy', `(?:giải pháp|biện pháp)|${WAY}|cam kết`],
];

/**
 * «NN: …; TN: …; CN: …»: what officers shorten in narrow cells, always with a colon. «Sở TN: …» is a name, and «khắc
 * phục» is one of these because it continues most sentences.
 */
const SHORT: readonly (readonly [LossPart, string])[] = [
  ['cause', 'nn|ld'],
  ['responsiblePerson', 'cnpt|cn'],
  ['responsibleBody', 'tn|đvpt'],
  ['explanation', 'gt'],
  ['remedy', 'gp|khắc phục'],
];
const SHORTS = SHORT.map(([, short]) => short).join('|');
const NO_NAME = '(?<!(?:phòng|sở|bộ|ban|ngành|khoa|trường|đội|tổ|số|khối) )';

const KIND = '(?:chính|chủ quan|khách quan|chủ yếu|mất điểm|bị trừ điểm|tập thể|cá nhân|của đơn vị|của xã)';
const WORDS = String.raw`(?:,? (?!và trách nhiệm)[\p{L}\p{N}][\p{L}\p{M}\p{N}/, ]{0,40}?)?`;
const ALL = OPENINGS.map(([, opening]) => opening).join('|');

/** Matches a label by its colon, by a dash at the beginning of a line, or by a verb. */
export const PART_LABEL = patternOf(
  [
    String.raw`(?<![\p{L}\p{M}])(?:(?:${ALL}|cá nhân|tập thể)${WORDS}(?: ?\([^()\n]{0,60}\))? ?\*{0,2}:\*{0,2}`,
    String.raw`|(?<=(?:^|\n)[\s*+•–-]{0,6})(?:${ALL})(?: ${KIND})? ?[–—-](?= )`,
    String.raw`|${NO_NAME}(?:${SHORTS}) ?\*{0,2}:\*{0,2}`,
    String.raw`|${REASON}(?: [\p{L}\p{M} ]{1,30}?)? (?:là do|là|do)(?=\s)`,
    String.raw`|(?:việc )?(?:bị )?(?:trừ|mất) điểm(?: này| trên| nêu trên)? là (?:do|vì)(?=\s)`,
    String.raw`|sở dĩ [\p{L}\p{M} ]{0,40}?(?:là )?(?:do|vì|bởi)(?=\s)|vì sao(?: [\p{L}\p{M} ]{1,30}?)? ?:`,
    // At the beginning of a line the word alone is enough.
    String.raw`|(?<=(?:^|\n)[\s*+•–-]{0,6})${REASON}(?= (?!của|để|nêu|trên|này|khác|như)\p{Ll})`,
    String.raw`|(?<=(?:^|[\n.;])[\s*+•–-]{0,6})(?:giải pháp|biện pháp|${WAY})`,
    String.raw`(?: [\p{L}\p{M} ]{1,30}?)? là(?=\s)`,
    String.raw`|(?<=(?:^|\n)[\s*+•–-]{0,6})(?:thời hạn|thời gian|hạn)(?: (?:hoàn thành|khắc phục|thực hiện))?(?: là)?`,
    String.raw`(?= (?:\d|quý |tháng |ngày |năm |trước |trong |thường xuyên))`,
    String.raw`|(?<=(?:^|[\n.;])[\s*+•–-]{0,6})(?:${PERSON} liên quan (?:đã )?giải trình|`,
    String.raw`(?:(?:${SCORED_BODY}|${PERSON}) (?:đã )?)?giải trình (?:rằng|là)|${FAULT}(?: [\p{L}\p{M} ]{1,30}?)? là`,
    String.raw`|trách nhiệm là(?: của)?)(?=\s)`,
    String.raw`|trách nhiệm(?: [\p{L}\p{M} ]{1,20}?)? thuộc(?: về)?(?=\s)`,
    String.raw`|trách nhiệm của(?= ${NAMED}[^:.;\n]{0,60}:)`,
    String.raw`|(?<=(?:^|\n)[\s*+•–-]{0,6})trách nhiệm của(?= (?:${NAMED}|ubnd))`,
    String.raw`|để xảy ra [\p{L}\p{M}, ]{0,60}?trách nhiệm(?: [\p{L}\p{M} ]{1,20}?)? (?:của|thuộc(?: về)?)(?=\s)`,
    String.raw`|(?<=[.;\n]\s*[-–+]?\s*)thuộc trách nhiệm(?: [\p{L}\p{M} ]{1,20}?)? (?:của|về)(?=\s)`,
    String.raw`|(?:${PERSON}|${BODY}) ${DOES}(?: [\p{L}\p{M} ]{1,20}?)? là(?=\s))`,
  ],
  'giu',
);

const PARTS = [
  ...OPENINGS,
  ['responsiblePerson', 'cá nhân'] as const,
  ['responsibleBody', 'tập thể|thuộc trách nhiệm|để xảy ra'] as const,
  ...SHORT.map(([part, short]) => [part, `(?:${short})(?= ?\\*{0,2}:)`] as const),
].map(([part, opening]) => [part, new RegExp(`^(?:${opening})`, 'iu')] as const);

export const partOfLabel = (label: string): LossPart =>
  PARTS.find(([, pattern]) => pattern.test(label))?.[0] ?? 'cause';

/** «(1)», «a)», «2.», «b.» before a label; does not match the end of «1.3.». */
export const ENUMERATOR =
  /(?<=(?:^|[\n.;:)+*•–-])\s*)(?<!\d\.)(?:\(?(?:\d{1,2}|[a-zđ]|[ivx]{2,4})\)|(?:\d{1,2}|[a-zđ])\.)[\s*]*$/iu;

/** «a)», «-», «+» in a cell of its own before a label. */
const MARK = /^(?:[-–+*•]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[).]?)$/iu;

/**
 * The text of a row below an item that states one part of a loss, «Lý do | Gửi chậm», «a) | Nguyên nhân: gửi
 * chậm»; null for others.
 */
export function textOfPartRow(cells: readonly string[]): string | null {
  const [first = '', ...others] = cells.filter((text) => text !== '');
  const [label, ...rest] = MARK.test(first) ? others : [first, ...others];
  if (label === undefined) return null;
  const words = label.replace(/^[-–+*•\s]+/, '');
  const text = rest.length > 0 && isLabelAlone(words) ? `${words.replace(/[\s:]+$/, '')}: ${rest.join(' ')}` : null;
  if (text !== null) return text;
  return startsWithLabel(words) ? [words, ...rest].join(' ') : null;
}

/** «Lý do mất điểm», without the text that it labels. */
export const isLabelAlone = (text: string): boolean => {
  const label = `${text.replace(/[\s:]+$/, '')}:`;
  return text.length <= LONGEST_LABEL && label.match(PART_LABEL)?.[0] === label && startsWithLabel(label);
};
const LONGEST_LABEL = 60;

/** Looks at the beginning alone: the labels that may stand anywhere take a search at every letter. */
const LABEL_FIRST = new RegExp(PART_LABEL.source, `${PART_LABEL.flags.replace('g', '')}y`);

export const startsWithLabel = (text: string): boolean => {
  LABEL_FIRST.lastIndex = 0;
  return LABEL_FIRST.test(text.slice(0, 120));
};

/** Words that open a part: inside another part they show that the two were not separated. */
const OPENS_PART = patternOf(
  [
    String.raw`(?:^|[.;:!?\n]\s*[-–+*•]?\s*|\s[-–—]\s)(nguyên nhân|lý do|lí do|trách nhiệm|cá nhân (?:phụ trách|chịu)`,
    String.raw`|người (?:phụ trách|chịu)|(?:ý kiến )?giải trình|giải pháp|biện pháp)(?![\p{L}\p{M}])`,
    String.raw`|[.;!?\n]\s[\p{L}\p{M}, ]{0,60}?(?<!tinh thần |ý thức )(trách nhiệm (?:của|thuộc))(?![\p{L}\p{M}])`,
    String.raw`|(chịu trách nhiệm|(?<=.[–—-] )(?:ông|bà|đồng chí) (?=\p{L}))`,
    // After a comma these words continue the sentence and may name the body.
    String.raw`|(?:[,;]\s*)(thuộc trách nhiệm|trực tiếp là|cá nhân là|người phụ trách là)`,
  ],
  'iu',
);

/** «Đơn vị tham gia: …»: a label that is not one of the known parts. */
const UNKNOWN_LABEL = patternOf(
  [
    String.raw`(?:^|\n|[.;)]\s)[-–+*•\s]*(?:\(?[a-zđ\d]{1,2}[.)]\s*)?`,
    String.raw`(?!(?:UBND các|Cụ thể|Bao gồm|Gồm|Trong|Như|Ví dụ|Tại|Theo|Qua)(?!\p{L}))`,
    String.raw`(\p{Lu}[\p{L}\p{M} ,-]{2,45}):\s`,
  ],
  'u',
);

/** Words about responsibility or explanation, which belong to another part; «trách nhiệm chưa cao» is a reason. */
const OTHER_PART_WORDS = patternOf(
  [
    String.raw`(thuộc trách nhiệm)`,
    String.raw`|(?<!(?:tinh thần|ý thức|thiếu|phát huy|nâng cao|quy định|phân công|quy chế) )(trách nhiệm)`,
    String.raw`(?!(?: [\p{L}\p{M}]+){0,8} (?:chưa|còn|không|thấp|hạn chế))(?!\p{L})`,
    String.raw`|(?<!\p{L})(giải trình)(?!\p{L})`,
  ],
  'iu',
);

/** The label of another part inside this part, which shows that the two were not separated. */
export const wordOfOther = (part: string): string | undefined =>
  OPENS_PART.exec(part)
    ?.slice(1)
    .find((word) => (word as string | undefined) !== undefined) ??
  part.match(PART_LABEL)?.[0] ??
  OTHER_PART_WORDS.exec(part)?.[0] ??
  UNKNOWN_LABEL.exec(part)?.[1];
