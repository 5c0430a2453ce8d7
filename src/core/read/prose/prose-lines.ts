/**
 * Splits pasted text into lines without bullets and classifies each: the head of a loss, the heading of a unit, text
 * about the loss before it, or none of them.
 */
import { squeeze } from '../../values/fold-text';
import { nameKey } from '../../matching/keys';
import { withMarksOfLabels } from '../../values/lost-marks';
import { patternOf } from '../../values/pattern';
import { startsWithLabel } from '../../model/beside/part-labels';
import { FOOTNOTE, LONE_LABEL } from './split-parts';
import { CODE, isHeading, linesOf, LONGEST_NAME, statedHeading, unitOf, type KnownNames } from './stated-headings';
import { LOOSE_WORD, LOSS, QUOTES, REACHED, WORD, namedWithCode, trimName } from './loss-heads';

type LineKind = 'head' | 'sheet' | 'unit' | 'text' | 'bullet' | 'end' | 'blank';

export interface TextLine {
  readonly kind: LineKind;
  /** Without its bullet. */
  readonly text: string;
  /** As pasted. */
  readonly raw: string;
  /** «Đơn vị: …» with a name in the workbook, or «Trang tính: …»: a heading even if other text is expected. */
  readonly isStated: boolean;
}

const RUN_ON = /(?<=[.;)]) +(?=[*•+–—-] *["“”«'‘]?(?:tiêu chí|tctp|tc) )/giu;
const BULLETS = /^(?:[\s\u00a0\-–—−•*+●○▪▫■□◦‣⁃·→➔-➾►▶▸✓✔❖\uf000-\uf0ff]|\.(?=\s)|\([+*–-]\)|(?<=\*)\))+/u;

/** Not of a number that a broken line begins with: «78.4% kế hoạch», «12.5/15.9 tỷ đồng»; «2.1 tỷ lệ hồ sơ» is one. */
const SEVERAL = /^\d{1,3}\.\d(?![\d.,]*\s?(?:[%/]|(?:tỷ(?! (?:lệ|trọng|suất))|triệu|nghìn)(?!\p{L})))/u;
/** Sentences that end a list of losses or introduce the next one. */
const BETWEEN = patternOf(
  [
    String.raw`^(?:trong lĩnh vực .{0,200}:|lĩnh vực (?:\d{1,2}|[IVX]{1,5}) ?[.:–-]`,
    String.raw`|theo từng nội dung|(?:đối với )?(?:các )?lĩnh vực .{0,200}điểm tối đa|bảng \d|phụ lục`,
    String.raw`|nơi nhận|kết quả (?:đánh giá|chấm điểm)`,
    // Praise.
    String.raw`|(?!do |vì )[\p{L}\p{M} ]{2,40} (?:ở|tại|của|đối với) (?:tiêu chí(?: thành phần)?|mục|tc)`,
    String.raw` \d[\d.]* ?[("“«]|[\p{L}\p{M} ]{0,40}(?:(?:đạt|giữ) (?:điểm tối đa|đủ điểm)`,
    String.raw`|không bị (?:trừ|mất)(?: [\d.,]+)? điểm) (?:ở|tại|đối với))`,
  ],
  'iu',
);

export function readLines(text: string, known: KnownNames): TextLine[] {
  return linesOf(text)
    .flatMap((line) =>
      HASH_LINE.test(line) || PAGE.test(line)
        ? []
        : statedHeading(line, known)?.isStated === true
          ? [line]
          : line.replace(RUN_ON, '\n').split('\n'),
    )
    .map((raw) => ({
      raw: raw.trim(),
      isStated: false,
      ...(statedHeading(raw, known) ?? kindOf(withMarksOfLabels(raw), known)),
    }));
}

/** «# …»: a remark for human readers only. */
const HASH_LINE = /^\s*#/u;
/** «- Trang 12 -», «12»: between the pages of a PDF. */
const PAGE = /^\s*(?:[-–—]+ ?(?:trang )?\d{1,3}(?:\/\d{1,3})? ?[-–—]+|trang:? \d{1,3}(?: ?\/ ?\d{1,3})?|\d{1,3})\s*$/iu;
/** «[1] Theo Quyết định …» below the text. */
const BELOW_TEXT = /^\s*(?:\[\d{1,2}\]|[¹²³⁰⁴-⁹]+)\s*\p{L}/u;

/** «Trong lĩnh vực cải cách tài chính công: Tiêu chí 6.1 …»: the area before the criterion. */
const AREA_BEFORE = patternOf(
  [
    String.raw`^(?:(?:trong|về|đối với|thuộc) )?lĩnh vực [\p{L}\p{M}, -]{3,120}?[:,] `,
    String.raw`(?=(?:tiêu chí|tctp|tc|nội dung|mục) |\d{1,2}\.\d|(?:[\p{L}\p{M}]+ ){0,5}bị (?:trừ|mất) \d)`,
  ],
  'iu',
);

const NAMED = String.raw`(?:tiêu chí thành phần|tiêu chí|mục|tc) \d{1,2}(?:\.\d{1,2})+`;
const TAKEN = String.raw`(?:trừ|mất)(?: (?:trắng|cả|toàn bộ))? \d{1,4}(?:[.,]\d{1,4})? ?điểm`;
const NOT_DENIED = String.raw`(?![\p{L} ]{0,40}(?:không|chưa) (?:bị )?(?:trừ|mất|thiếu))`;
const BODY = String.raw`(?:đơn vị|địa phương|cơ quan|ubnd|các|phòng|sở|xã|phường|huyện|tỉnh)[\p{L}\p{M} ]{0,40}?`;

/** Sentences in which the criterion is not first, each with its text in the usual order. */
const TURNED: readonly (readonly [pattern: RegExp, words: string])[] = [
  // «Riêng tiêu chí 1.1 …», «Phòng xin báo cáo về tiêu chí 1.1 …», «Nội dung mất điểm số 1: Tiêu chí 1.1 …»
  [
    patternOf(
      [
        String.raw`^(?:riêng(?: đối với)?|tương tự,?|cuối cùng(?: là)?,?|ngoài ra,?|bên cạnh đó,?|đặc biệt(?: là)?,?`,
        String.raw`|tiếp theo(?: là)?,?|thứ \p{L}+,?|(?:một|hai|ba|bốn|năm|sáu) là,?|ở cấp (?:xã|huyện|tỉnh),`,
        String.raw`|điểm(?: số)?(?: của)?|[\p{L}\p{M} ]{0,40}xin báo cáo về|lĩnh vực [\dIVX]{1,4}[.:,]`,
        String.raw`|nội dung(?: (?:mất|bị trừ) điểm)?(?: số)? \d{1,2}:|về [\p{L}\p{M} ,-]{3,80}:) (?=${NAMED})`,
      ],
      'iu',
    ),
    '',
  ],
  [/^nội dung \d{1,2}: (?=.{3,200} \(tiêu chí )/iu, ''],
  // «Tại mục 1.1, Kế hoạch, đoàn trừ …», «(Tiêu chí 1.1) Kế hoạch …»
  [
    /^((?:(?:[Tt]ại|[ỞởVv]ề?|[Đđ]ối với) )?(?:[Tt]iêu chí(?: thành phần)?|[Mm]ục) \d{1,2}(?:\.\d{1,2})+), (?=\p{Lu})/u,
    '$1. ',
  ],
  [new RegExp(String.raw`^[([](${NAMED}|\d{1,2}(?:\.\d{1,2})+)[)\]] (?=\p{L})`, 'iu'), '$1. '],
  [/^(\d{1,2}(?:\.\d{1,2})+)\/ (?=\p{L})/u, '$1. '],
  // «Kế hoạch - tiêu chí 1.1 - đạt …», «Kế hoạch: (Tiêu chí 1.1 - trừ 1 điểm)», «Kế hoạch: mất 1 điểm (tiêu chí 1.1)»
  [new RegExp(String.raw`^(\p{Lu}[^:;()]{3,200}) [-–] (${NAMED}) [-–] `, 'iu'), '$2. $1 - '],
  [
    new RegExp(String.raw`^(?:về )?([^:;()]{3,200}?)[:,]? \((${NAMED}) ?[-–,;:] ?(?:bị )?(${TAKEN})\)`, 'iu'),
    '$2. $1 (bị $3)',
  ],
  [new RegExp(String.raw`^([^:;()]{3,200}): (?:bị )?(${TAKEN}) \((${NAMED})\)`, 'iu'), '$3. $1 (bị $2)'],
  // «Mất 1 điểm tiêu chí 1.1 - Kế hoạch: …»
  [
    new RegExp(String.raw`^(?:bị )?(${TAKEN}) (?:ở |tại )?(${NAMED})(?: ?[-–.:])? ?([^:;.()]{3,200})[:.] `, 'iu'),
    '$2. $3 (bị $1): ',
  ],
  // «Phòng Nội vụ xin nhận trách nhiệm về tiêu chí 1.1 “Kế hoạch” (mất 1 điểm).»
  [
    patternOf(
      [
        String.raw`^([\p{L}\p{M} -]{3,80}?)(?: xin)? (?:nhận|chịu) trách nhiệm (?:về|đối với) `,
        String.raw`(${NAMED} [^()]{3,300}?\((?:bị )?${TAKEN}\)[.;,]) `,
      ],
      'iu',
    ),
    '$2 Trách nhiệm: $1. ',
  ],
  // «Phòng Nội vụ chịu trách nhiệm về việc mất 1 điểm ở tiêu chí 1.1 “Kế hoạch”.»
  [
    patternOf(
      [
        String.raw`^([\p{L}\p{M} -]{3,80}) chịu trách nhiệm (?:về|đối với) (?:việc )?(?:bị )?(${TAKEN}) (?:ở|tại) `,
        String.raw`(${NAMED}) [("“«]([^()"“”«»]{3,300})[)"”»][.;,] `,
      ],
      'iu',
    ),
    '$3 “$4” (bị $2). Trách nhiệm: $1. ',
  ],
  [
    /(?<!không |chưa )(đạt(?: được)? \d[\d.,]*)(?: điểm)? (?:trên|trong)(?: (?:khi|điểm|tổng|số|tối đa|là))* (\d)/iu,
    '$1/$2',
  ],
  // «Trừ 1 điểm ở tiêu chí 1.1 (Kế hoạch). …»
  [
    patternOf(
      [
        String.raw`^${NOT_DENIED}(?:[\p{L}\p{M} ]{0,40}? )?(?:bị )?(${TAKEN}) (?:ở|tại|đối với|trong) (${NAMED})`,
        String.raw` [("“«]([^()"“”«»]{3,300})[)"”»]`,
      ],
      'iu',
    ),
    '$2 “$3” (bị $1)',
  ],
  // «Huyện chỉ được 0,5/1 điểm ở tiêu chí 1.1 “Kế hoạch” vì …»
  [
    patternOf(
      [
        String.raw`^(?:[\p{L}\p{M} ]{1,40} )?(?:chỉ|mới) (?:đạt|được)(?: được)? (\d[\d.,]*\/\d[\d.,]* ?điểm) `,
        String.raw`(?:ở|tại|đối với) (${NAMED}) [("“«]([^()"“”«»]{3,300})[)"”»]`,
      ],
      'iu',
    ),
    '$2 “$3” (đạt $1)',
  ],
  // «Do ban hành chậm nên tiêu chí 1.1 “Kế hoạch” bị trừ 1 điểm.»
  [
    patternOf(
      [
        String.raw`^(?:do|vì|bởi(?: vì)?) ((?:(?! nên ).){3,600}?),? nên (?:[\p{L}\p{M} ]{0,30}? )?(${NAMED}.{0,300}?)`,
        String.raw` (?:bị )?(${TAKEN})\.?$`,
      ],
      'iu',
    ),
    '$2 bị $3. Nguyên nhân: $1.',
  ],
  // «Nguyên nhân tiêu chí 1.1 Kế hoạch bị trừ 1 điểm là ban hành chậm.»
  [
    new RegExp(String.raw`^(?:nguyên nhân|l[ýí] do) (?:của )?(${NAMED}.{0,300}?) (?:bị )?(${TAKEN}) là `, 'iu'),
    '$1 (bị $2). Nguyên nhân: ',
  ],
  // «Huyện không đạt điểm tối đa tại tiêu chí 1.1 …»
  [
    patternOf(
      [
        String.raw`^[\p{L}\p{M} ]{2,40} (?:không|chưa) đạt (?:điểm tối đa|đủ điểm) `,
        String.raw`(?:tại|ở|đối với) (?=${NAMED})`,
      ],
      'iu',
    ),
    '',
  ],
  // «Điểm bị trừ ở tiêu chí 1.1 “Kế hoạch” (1 điểm) …»
  [
    patternOf(
      [
        String.raw`^${NOT_DENIED}(?=[\p{L} ]{0,40}(?:trừ|mất|thiếu))[\p{L}\p{M} ]{2,40} `,
        String.raw`(?:ở|tại|của|đối với) (${NAMED}) [("“«]([^()"“”«»]{3,300})[)"”»]`,
        String.raw` \((\d{1,4}(?:[.,]\d{1,4})? ?điểm)\)`,
      ],
      'iu',
    ),
    '$1 “$2” (bị trừ $3)',
  ],
  [new RegExp(String.raw`^(?:qua|theo|sau) [\p{L}\p{M} ]{2,40}, (?=${NAMED})`, 'iu'), ''],
  // «Đối với tiêu chí 1.1 Kế hoạch, đơn vị không đạt điểm tối đa do …»
  [
    patternOf(
      [
        String.raw`^(?:(?:đối với|tại|ở|về) )?(${NAMED}(?:(?! tiêu chí |trừ \d|[.;:]).){0,300}?)(?:, ${BODY})? `,
        String.raw`(?:không|chưa) đạt (?:điểm tối đa|đủ điểm)(?: là)? (?:do|vì|bởi(?: vì)?) `,
      ],
      'iu',
    ),
    '$1: Nguyên nhân: ',
  ],
  // «Sở dĩ tiêu chí 1.1 Kế hoạch chỉ đạt 0,5/1 điểm là vì …»
  [
    patternOf(
      [
        String.raw`^sở dĩ (${NAMED}.{0,300}?) `,
        String.raw`(?:(?:chỉ |mới )?(đạt (?:được )?[\d.,]+(?:\/[\d.,]+)? điểm)|(?:bị )?(${TAKEN}))`,
        String.raw` là (?:do|vì|bởi(?: vì)?) `,
      ],
      'iu',
    ),
    '$1: $2$3. Nguyên nhân: ',
  ],
];

/** «Tiêu chí 1.1 sẽ bị trừ 1 điểm nếu …» does not report a loss. */
const WOULD_LOSE = new RegExp(
  String.raw`^(?=.{0,200}${NAMED}).{0,300}(?<!\p{L})(?:sẽ|có thể|nguy cơ|nếu)(?: tiếp tục)? (?:bị )?${TAKEN}`,
  'iu',
);

/** «Trong lĩnh vực tài chính công: xã bị trừ 1 điểm …» is about the area. */
const BY_AREA = String.raw`^(?:\p{L}+ ){0,2}lĩnh vực ([^:;()\d]{3,120}?)(?:[:,](?: \p{L}+)?)? (?=(?:bị )?${TAKEN})`;
const OF_AREA = new RegExp(BY_AREA, 'iu');

const inOrder = (text: string): string =>
  TURNED.reduce((turned, [pattern, words]) => turned.replace(pattern, words), text);

function kindOf(raw: string, known: KnownNames): { kind: LineKind; text: string } {
  if (raw.trim() === '') return { kind: 'blank', text: '' };
  if (BELOW_TEXT.test(raw) || WOULD_LOSE.test(raw)) return { kind: 'end', text: squeeze(raw) };
  const unmarked = raw.replace(FOOTNOTE, '').replace(BULLETS, '').replace(OF_AREA, '$1: ');
  const bare = inOrder(unmarked.replace(AREA_BEFORE, ''));
  const hasBullet = raw.replace(BULLETS, '').length < raw.trimStart().length;
  const plain = withoutEnumerator(squeeze(bare));
  const text = LONE_LABEL.test(plain) ? `${plain}:` : plain;
  if (text === '') return { kind: 'blank', text };
  // A row of a table, unless it names a criterion.
  if ((raw.match(/\t/g)?.length ?? 0) >= 2 && !isNamedHead(text)) return { kind: 'end', text };
  if (isHead(text, known)) return { kind: 'head', text };
  // «UBND xã giải trình: …» is text about a loss, not a heading.
  if (startsWithLabel(text)) return { kind: hasBullet ? 'bullet' : 'text', text };
  const unit = unitOf(text, hasBullet, known);
  if (unit !== null) return { kind: 'unit', text: unit };
  if (SEVERAL.test(text) || BETWEEN.test(text) || isHeading(text, hasBullet)) return { kind: 'end', text };
  return { kind: hasBullet ? 'bullet' : 'text', text };
}

/** Removes the enumerator from «a) Tiêu chí 1.1», «(1) Lý do: …» and the asterisks from «**Lý do:** …». */
function withoutEnumerator(text: string): string {
  const rest = text.replace(/^(?:\(?(?:\d{1,2}|[a-zđ])\)|(?:\d{1,2}|[a-zđ])\.)\s*/iu, '').replace(/^\*+\s*/, '');
  const isKnown = [WORD, WITH_CODE, LONE_LABEL].some((each) => each.test(rest)) || startsWithLabel(rest);
  return rest !== text && isKnown ? rest : text;
}

/** «1. Về kế hoạch (tiêu chí 1.1): …» */
const WITH_CODE = /^[^()]{3,200} \((?:tiêu chí|mục|tc) \d/iu;

const isNamedHead = (text: string): boolean => WORD.test(text) && CODE.test(text.replace(WORD, ''));

/** Word and code; or a code, or a name that the workbook has, with points beside it. */
function isHead(text: string, { items }: KnownNames): boolean {
  const bare = text.replace(QUOTES, '').trimStart();
  const plain = bare.replace(LOOSE_WORD, '');
  const rest = plain.replace(WORD, '');
  const isNamed = rest.length < plain.length;
  const code = CODE.exec(rest);
  // «Tiêu chí 1.1 và 1.2 chưa đạt» continues as a sentence.
  if (isNamed && code && /^(?:[.:)–-]|\s*(?:[–-] )?\(?\p{Lu})/u.test(rest.slice(code[1]?.length))) return true;
  const first = plain.slice(0, LONGEST_NAME);
  const points = Math.min(...[LOSS, REACHED].map((each) => each.exec(first)?.index ?? Infinity));
  if (points === Infinity) {
    const keyOf = (name: string): string => nameKey(trimName(name.slice(0, LONGEST_NAME)));
    const behind = namedWithCode(bare);
    if (behind && items.has(`${behind.code} ${keyOf(behind.name)}`)) return true;
    if (!code || !SEVERAL.test(plain)) return isNamed && items.has(keyOf(rest));
    return items.has(`${code[1] ?? ''} ${keyOf(rest.slice(code[0].length))}`);
  }
  return (
    isNamed ||
    (code !== null && SEVERAL.test(plain)) ||
    items.has(nameKey(trimName(plain.slice(0, points)))) ||
    items.has(nameKey(namedWithCode(bare.slice(0, points + bare.length - plain.length))?.name ?? ''))
  );
}
