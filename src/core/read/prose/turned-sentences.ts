/** Sentences in which the criterion is not first, turned into the usual order. */
import { patternOf } from '../../values/pattern';

/** «Trong lĩnh vực cải cách tài chính công: Tiêu chí 6.1 …»: the area before the criterion. */
const AREA_BEFORE = patternOf(
  [
    String.raw`^(?:(?:trong|về|đối với|thuộc) )?lĩnh vực [\p{L}\p{M}, -]{3,120}?[:,] `,
    String.raw`(?=(?:(?:ở|tại|đối với) )?(?:tiêu chí|tctp|tc|nội dung|mục) `,
    String.raw`|\d{1,2}\.\d|(?:[\p{L}\p{M}]+ ){0,5}bị (?:trừ|mất) \d)`,
  ],
  'iu',
);

const NAMED = String.raw`(?:tiêu chí thành phần|tiêu chí|mục|tctp|tc) \d{1,2}(?:\.\d{1,2})+`;
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
  [/^(\d{1,2}(?:\.\d{1,2})+)[/)] (?=\p{L})/u, '$1. '],
  [/([–-] \d[\d.,]*) điểm trên (?:tổng (?:số )?)?(\d[\d.,]* điểm)/iu, '$1/$2'],
  // «Tiêu chí: 1.1» alone, «STT 2; Mã: 1.1; Nội dung: Kế hoạch; …»
  [/^(?:tiêu chí(?: thành phần)?|tctp): ?(\d{1,2}(?:\.\d{1,2})+)$/iu, 'Tiêu chí $1.'],
  [
    /^(?:stt:? \d{1,3}[;,] )?mã(?: số)?: ?(\d{1,2}(?:\.\d{1,2})+)[;,] (?:nội dung|tên)(?: tiêu chí)?: ?/iu,
    'Tiêu chí $1. ',
  ],
  // «1.1. (1 điểm bị trừ) Do …», «Mất 1 điểm (1.1 – Kế hoạch), …»
  [/^((?:tiêu chí )?\d{1,2}(?:\.\d{1,2})+\.?) \((\d[\d.,]* ?điểm) bị (?:trừ|mất)\) /iu, '$1 (bị trừ $2) '],
  [
    new RegExp(String.raw`^(?:bị )?(${TAKEN}) \((\d{1,2}(?:\.\d{1,2})+) ?[-–.:]? ([^()]{3,200})\)`, 'iu'),
    'Tiêu chí $2. $3 (bị $1)',
  ],
  // «Điểm trừ tại 1.1 “Kế hoạch” là 1.»
  [
    patternOf(
      [
        String.raw`^(?:số )?điểm (?:bị )?(?:trừ|mất) (?:tại|ở|của) (?:tiêu chí )?(\d{1,2}(?:\.\d{1,2})+) `,
        String.raw`[("“«]([^()"“”«»]{3,300})[)"”»] là (\d{1,4}(?:[.,]\d{1,4})?)(?: ?điểm)?(?=[.;,] )`,
      ],
      'iu',
    ),
    'Tiêu chí $1 “$2” (trừ $3 điểm)',
  ],
  // «Bị trừ điểm tại tiêu chí 1.1 do …», «Trách nhiệm về 1 điểm bị trừ ở tiêu chí 1.1 (Kế hoạch) thuộc Phòng Nội vụ. …»
  [
    patternOf(
      [
        String.raw`^(?:huyện |xã |phường |đơn vị )?bị (?:trừ|mất) điểm (?:tại|ở) (${NAMED}),? `,
        String.raw`(?:do|vì|bởi(?: vì)?) `,
      ],
      'iu',
    ),
    '$1: Nguyên nhân: ',
  ],
  [
    patternOf(
      [
        String.raw`^trách nhiệm (?:về|đối với) (\d{1,4}(?:[.,]\d{1,4})? ?điểm) bị (?:trừ|mất) (?:ở|tại) (${NAMED}) `,
        String.raw`[("“«]([^()"“”«»]{3,300})[)"”»] thuộc(?: về)? ([^.;]{3,80})[.;] `,
      ],
      'iu',
    ),
    '$2 “$3” (bị trừ $1). Trách nhiệm: $4. ',
  ],
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
  // «Hội đồng trừ 1 điểm ở tiêu chí 1.1. Kế hoạch. Lý do: …», «Lý do bị trừ 1 điểm ở tiêu chí 1.1 Kế hoạch: …»
  [
    patternOf(
      [
        String.raw`^${NOT_DENIED}[\p{L}\p{M} ]{2,40} (${TAKEN}) (?:ở|tại|đối với) (${NAMED})\.? `,
        String.raw`((?:(?! (?:do|vì|bởi) )[^:;.()"“”«»]){3,200})`,
        String.raw`\. (?=(?:nguyên nhân|l[ýí] do|trách nhiệm)(?!\p{L}))`,
      ],
      'iu',
    ),
    '$2. $3 (bị $1). ',
  ],
  [
    patternOf(
      [
        String.raw`^(?:nguyên nhân|l[ýí] do)(?: [\p{L}\p{M}]+){0,3} (${TAKEN}) (?:ở|tại|đối với) (${NAMED})\.? `,
        String.raw`[("“«]?((?:(?! (?:do|vì|bởi) )[^:;.()"“”«»]){3,200}?)[)"”»]?(?:: | là )`,
      ],
      'iu',
    ),
    '$2. $3 (bị $1). Nguyên nhân: ',
  ],
  // «Điểm trừ: 1 điểm (Tiêu chí 1.1. Kế hoạch). …», «Điểm bị trừ: 1 (1.1. Kế hoạch). …»
  [
    patternOf(
      [
        String.raw`^(?:điểm )?(?:bị )?(?:trừ|mất): ?(\d[\d.,]*(?: ?điểm)?) `,
        String.raw`\(((?:(?:tiêu chí|mục) |(?=\d+\.\d))\d[^()]{5,300})\)[.:;,] `,
      ],
      'iu',
    ),
    '$2 (trừ $1). ',
  ],
  // «Tiêu chí 1.1 Kế hoạch: không đạt điểm tối đa, nguyên nhân là … (trừ 1 điểm)»
  [
    patternOf(
      [
        String.raw`^(${NAMED}(?:(?! tiêu chí |trừ \d|[;:]).){3,300}?)[:,] (?:không|chưa) đạt `,
        String.raw`(?:điểm tối đa|đủ điểm),? (?:nguyên nhân|l[ýí] do)(?: là)?(?: do| vì)?:? (.{3,600}?) `,
        String.raw`\((?:bị )?(${TAKEN})\)\.?$`,
      ],
      'iu',
    ),
    '$1 (bị $3). Nguyên nhân: $2.',
  ],
  // «Phòng Nội vụ: để mất 1 điểm ở tiêu chí 1.1 (Kế hoạch); …»
  [
    patternOf(
      [
        String.raw`^((?:phòng|văn phòng|ban|thanh tra|trung tâm|ubnd (?:xã|phường)) [\p{L}\p{M} ,-]{2,60}):? `,
        String.raw`(?:để|làm) (${TAKEN}) (?:ở|tại) (${NAMED}) [("“«]([^()"“”«»]{3,300})[)"”»][.;,:] `,
      ],
      'iu',
    ),
    '$3 “$4” (bị $2). Trách nhiệm: $1. ',
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

export const wouldLose = (line: string): boolean => WOULD_LOSE.test(line);

/** A line without bullet in the usual order: criterion, points, text about the loss. */
export const inOrder = (line: string): string =>
  TURNED.reduce(
    (turned, [pattern, words]) => turned.replace(pattern, words),
    line.replace(OF_AREA, '$1: ').replace(AREA_BEFORE, ''),
  );
