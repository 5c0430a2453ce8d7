/**
 * «Đối chiếu tự chấm với thẩm định»: which units over- or under-scored themselves, which items were appraised unevenly,
 * and how firm the ranking is. It is for review and changes no points.
 */
import type { UnitResult } from '../../model/assessment';
import type { Block, DocumentCell, DocumentTable, ReportDocument } from '../../model/document';
import { unitLabel } from '../../model/score-sheet';
import {
  compareSides,
  firmnessOf,
  type ComparedSides,
  type GroupCut,
  type ItemGap,
  type NearPair,
  type OpenExplanation,
  type UnevenGroups,
} from '../../score/even-appraisal';
import { toVietnamese, type Decimal, shownCount } from '../../values/decimal';
import { roundRatio } from '../../values/ratio';
import {
  cell,
  centred,
  formOf,
  headed,
  NO_AREAS,
  numbered,
  paragraph,
  RECORD,
  titleYear,
  type Report,
  type ReportInput,
} from '../report';
import { listed, signed, titleOf } from '../wording';

export const EVEN_APPRAISAL: Report = { code: 'DOI-CHIEU', compose };

/** The maximum number of rows in a table. */
const MOST = 30;

function compose({ book, details }: ReportInput): ReportDocument {
  const compared = compareSides(book);
  const firmness = firmnessOf(book);
  const chapters: [string, Block[]][] = [
    ['Tự chấm so với thẩm định theo đơn vị', unitChapter(compared)],
    ['Tự chấm so với thẩm định theo tiêu chí', itemChapter(compared)],
    ['Những chỗ cần rà soát để thẩm định thống nhất', unevenChapter(compared)],
  ];
  const firm: [string, Block[]] = ['Mức vững của xếp hạng', firmChapter(firmness)];
  const hasBoth = compared.some(({ units }) => units.length > 0);
  const subject = `Đối chiếu điểm tự chấm với điểm thẩm định cải cách hành chính${titleYear(details)}`;
  return {
    form: formOf(details, subject, { ...RECORD, type: 'BẢNG ĐỐI CHIẾU', letters: null }),
    sections: [
      {
        landscape: true,
        appendix: null,
        blocks: [
          ...(hasBoth ? numbered([...chapters, firm]) : [paragraph(NOT_COMPARED), ...numbered([firm])]),
          paragraph('Các số liệu trên để Hội đồng rà soát; không điểm nào bị thay đổi.'),
        ],
      },
    ],
  };
}

const NOT_COMPARED = 'Bảng tổng hợp không có cả điểm tự chấm và điểm thẩm định để đối chiếu.';

const number = (value: number): DocumentCell => centred(String(value));
const points = (value: Decimal): DocumentCell => centred(toVietnamese(value));

function table(widths: readonly number[], titles: readonly string[], rows: readonly DocumentCell[][]): DocumentTable {
  return { kind: 'table', widths: [...widths], header: [titles.map((title) => headed(title))], rows };
}

const nameOfUnit = ({ assessment: { scoreSheet } }: Pick<ComparedSides, 'assessment'>, { unit }: UnitResult): string =>
  unitLabel(scoreSheet, unit);

function unitChapter(compared: readonly ComparedSides[]): Block[] {
  const all = compared.flatMap((table) => table.units.map((each) => ({ table, ...each })));
  const ordered = [...all].sort((a, b) => b.difference - a.difference);
  const higher = ordered.filter(({ difference }) => difference > 0).length;
  const lower = ordered.filter(({ difference }) => difference < 0).length;
  return [
    paragraph(
      `${shownCount(higher)}/${shownCount(all.length)} đơn vị tự chấm cao hơn điểm thẩm định, ` +
        `${lower === 0 ? 'không' : shownCount(lower)} đơn vị ${lower === 0 ? 'nào ' : ''}tự chấm thấp hơn. ` +
        'Chênh lệch là điểm tự chấm trừ điểm thẩm định của các tiêu chí có cả hai.',
    ),
    table(
      [6, 34, 15, 15, 15, 15],
      [
        'TT',
        'Đơn vị',
        'Số tiêu chí tự chấm cao hơn',
        'Số tiêu chí tự chấm thấp hơn',
        'Chênh lệch (điểm)',
        'Chỉ số thẩm định',
      ],
      ordered.map((each, position) => [
        number(position + 1),
        cell(nameOfUnit(each.table, each.result)),
        number(each.higher),
        number(each.lower),
        centred(signed(each.difference)),
        centred(indexOf(each.table, each.result.publishedIndex)),
      ]),
    ),
  ];
}

const average = ({ difference, units }: ItemGap): Decimal =>
  roundRatio({ numerator: BigInt(difference), denominator: BigInt(units) * 10n ** 10n }, 2);

function itemChapter(compared: readonly ComparedSides[]): Block[] {
  const itemised = compared.filter(({ assessment }) => assessment.scoreSheet.itemised);
  if (itemised.length === 0) return [paragraph(NO_AREAS)];
  const all = itemised.flatMap(({ items }) => items).filter(({ overall }) => overall > 0);
  if (all.length === 0) return [paragraph('Không tiêu chí nào có điểm thẩm định khác điểm tự chấm.')];
  const ordered = [...all].sort((a, b) => b.overall - a.overall).slice(0, MOST);
  return [
    paragraph(
      `${shownCount(all.length)} tiêu chí có điểm thẩm định khác điểm tự chấm` +
        `${all.length > MOST ? `; ${String(MOST)} tiêu chí chênh lệch nhiều nhất` : ''}:`,
    ),
    table(
      [6, 46, 12, 12, 12, 12],
      [
        'TT',
        'Tiêu chí',
        'Số đơn vị tự chấm cao hơn',
        'Số đơn vị tự chấm thấp hơn',
        'Tổng chênh lệch (điểm)',
        'Bình quân một đơn vị',
      ],
      ordered.map((each, position) => [
        number(position + 1),
        cell(titleOf(each.item)),
        centred(`${String(each.higher)}/${String(each.units)}`),
        centred(`${String(each.lower)}/${String(each.units)}`),
        centred(signed(each.difference)),
        centred(signed(average(each))),
      ]),
    ),
  ];
}

const APART = 'phần điểm tự chấm không được công nhận chênh nhau từ 25 điểm phần trăm trở lên.';

const cutText = ({ group, cut, units }: GroupCut): string =>
  `${group || 'không ghi khối'}: ${toVietnamese(roundRatio(cut, 2))}% (${String(units)} đơn vị)`;

const betweenGroups = (what: string, who: string, uneven: readonly UnevenGroups[]): Block[] =>
  uneven.length === 0
    ? []
    : [
        paragraph(`Giữa các ${what}: ${APART}`),
        table(
          [6, 46, 24, 24],
          ['TT', 'Tiêu chí', `${who} nhiều nhất`, `${who} ít nhất`],
          uneven.map(({ item, most, least }, position) => [
            number(position + 1),
            cell(titleOf(item)),
            ...[most, least].map((each) => cell(cutText(each))),
          ]),
        ),
      ];

const cutTable = (cuts: readonly GroupCut[]): DocumentTable =>
  table(
    [6, 50, 20, 24],
    ['TT', 'Cơ quan, người thẩm định', 'Số điểm đã thẩm định', 'Không được công nhận'],
    cuts.map(({ group, units, cut }, position) => [
      number(position + 1),
      cell(group),
      number(units),
      centred(`${toVietnamese(roundRatio(cut, 2))}%`),
    ]),
  );

function unevenChapter(compared: readonly ComparedSides[]): Block[] {
  const groups = compared.flatMap((each) => each.groups);
  const appraisers = compared.flatMap((each) => each.appraisers);
  const cuts = compared.flatMap((each) => each.cuts);
  const claims = compared.flatMap((each) => each.selfScores.map((claim) => ({ table: each, claim })));
  if (groups.length + appraisers.length + cuts.length + claims.length === 0)
    return [paragraph('Không thấy chỗ nào thẩm định không đều.')];
  const most = [...claims].sort((a, b) => b.claim.cut.length - a.claim.cut.length).slice(0, MOST);
  const units = (each: ComparedSides, results: readonly UnitResult[]): string =>
    `${shownCount(results.length)}: ${listed(results.map((result) => nameOfUnit(each, result)))}`;
  return [
    ...betweenGroups('khối', 'Khối bị trừ', groups),
    ...betweenGroups('cơ quan, người thẩm định', 'Nơi trừ', appraisers),
    ...(cuts.length === 0 ? [] : [paragraph(`Giữa các cơ quan, người thẩm định: ${APART}`), cutTable(cuts)]),
    ...(most.length === 0
      ? []
      : [
          paragraph(
            'Cùng một mức tự chấm: có đơn vị được công nhận đủ, có đơn vị bị trừ từ một nửa trở lên' +
              `${claims.length > MOST ? ` (${String(MOST)} trong ${shownCount(claims.length)} trường hợp)` : ''}.`,
          ),
          table(
            [6, 36, 12, 23, 23],
            ['TT', 'Tiêu chí', 'Điểm tự chấm', 'Được công nhận đủ', 'Bị trừ từ một nửa'],
            most.map(({ table: each, claim }, position) => [
              number(position + 1),
              cell(titleOf(claim.item)),
              points(claim.self),
              cell(units(each, claim.acceptedInFull)),
              cell(units(each, claim.cut)),
            ]),
          ),
        ]),
  ];
}

function firmChapter({ step, near, open }: ReturnType<typeof firmnessOf>): Block[] {
  const deciding = open.filter(({ passed, rating }) => passed.length > 0 || rating !== null);
  return [
    paragraph(
      near.length === 0
        ? `Không có hai đơn vị liền nhau nào cách nhau từ một bước điểm (${toVietnamese(step)}) hoặc 0,1 điểm trở ` +
            'xuống.'
        : `${shownCount(near.length)} cặp đơn vị liền nhau cách nhau không quá một bước điểm (${toVietnamese(step)}) ` +
            'hoặc 0,1 điểm: một điểm chấm khác đi là đổi hạng.',
    ),
    ...(near.length === 0 ? [] : [nearTable(near)]),
    paragraph(
      open.length === 0
        ? 'Không có mục bị trừ nào ghi giải trình.'
        : `${shownCount(open.length)} mục bị trừ có giải trình; nếu được chấp nhận riêng từng mục, ` +
            `${shownCount(deciding.length)} mục ` +
            'làm đổi thứ tự hoặc xếp loại.',
    ),
    ...(deciding.length === 0 ? [] : [openTable(deciding.slice(0, MOST))]),
  ];
}

type Table = Pick<ComparedSides, 'assessment'>;

const indexOf = ({ assessment: { places } }: Table, index: Decimal | null): string =>
  index === null ? '–' : toVietnamese(index, places);

const placeOf = (table: Table, result: UnitResult): string =>
  `${nameOfUnit(table, result)} (hạng ${String(result.rank)}; ${indexOf(table, result.publishedIndex)})`;

const nearTable = (near: readonly NearPair[]): DocumentTable =>
  table(
    [6, 38, 38, 18],
    ['TT', 'Đơn vị trên', 'Đơn vị dưới', 'Cách nhau (điểm)'],
    near.map((each, position) => [
      number(position + 1),
      cell(placeOf(each, each.above)),
      cell(placeOf(each, each.below)),
      points(each.points),
    ]),
  );

const openTable = (open: readonly OpenExplanation[]): DocumentTable =>
  table(
    [6, 22, 30, 10, 12, 20],
    ['TT', 'Đơn vị', 'Mục có giải trình', 'Được thêm', 'Chỉ số khi đó', 'Thay đổi'],
    open.map((each, position) => [
      number(position + 1),
      cell(placeOf(each, each.result)),
      cell(titleOf(each.loss.item)),
      points(each.gain),
      centred(indexOf(each, each.index)),
      cell(
        [
          ...(each.passed.length === 0 ? [] : [`vượt ${listed(each.passed.map((unit) => nameOfUnit(each, unit)))}`]),
          ...(each.rating === null ? [] : [`xếp loại ${each.rating}`]),
        ].join('; '),
      ),
    ]),
  );
