/** Tables of one unit's areas, this year beside last year, compared by percent because the sets change. */
import type { Tally } from '../model/assessment';
import { toVietnamese, type Decimal } from '../values/decimal';
import type { DocumentTable } from '../model/document';
import { roundRatio } from '../values/ratio';
import { placeOfArea } from './places';
import { fraction, shown } from './points';
import type { AreaPart, Subject } from './subjects';
import { capitalised, codeOf, insideSentence, nameOf, signed } from './wording';
import { cell, centred, headed, type Years } from './report';

/** The points of an area, or the reason why it has none. */
const tallyText = (tally: Tally | null, places: number): string =>
  tally === null ? 'Chưa xác định' : tally.max === 0 ? 'Không đánh giá' : fraction(tally, places);

/** The published percent of an area, rounded once. Null if it is unknown or if no item of the area applies. */
export const areaPercent = ({ result, tally }: AreaPart, places: number): Decimal | null =>
  tally && result.percent ? roundRatio(result.percent, places) : null;

const numberOf = ({ item }: AreaPart, position: number): string =>
  codeOf(item).replace(/\.$/, '') || String(position + 1);
export const areaName = ({ item }: AreaPart): string => capitalised(insideSentence(nameOf(item)));

const orDash = (value: Decimal | null, show: (value: Decimal) => string = toVietnamese): string =>
  value === null ? '–' : show(value);

export function yearsTable(
  { assessment: { places }, pointPlaces }: Subject,
  areas: readonly AreaPart[],
  years: Years,
): DocumentTable {
  return {
    kind: 'table',
    widths: [6, 38, 14, 10, 14, 10, 12],
    header: [
      [
        headed('TT', { down: 2 }),
        headed('Lĩnh vực', { down: 2 }),
        headed(capitalised(years.previous), { span: 2 }),
        headed(capitalised(years.current), { span: 2 }),
        headed('Tăng/giảm (điểm %)', { down: 2 }),
      ],
      [headed('Điểm/điểm tối đa'), headed('%'), headed('Điểm/điểm tối đa'), headed('%')],
    ],
    rows: areas.map((area, position) => [
      centred(numberOf(area, position)),
      cell(areaName(area)),
      centred(area.change?.earlier === null || !area.change ? '–' : tallyText(area.change.before, pointPlaces)),
      centred(orDash(area.change?.percent.before ?? null)),
      centred(tallyText(area.tally, pointPlaces)),
      centred(orDash(areaPercent(area, places))),
      centred(orDash(changeOf(area), signed)),
    ]),
  };
}

export function areasTable(subject: Subject, areas: readonly AreaPart[]): DocumentTable {
  const {
    assessment: { places },
    pointPlaces,
  } = subject;
  const placed = areas.map((area) => placeOfArea(subject, area));
  const hasRanks = placed.some((each) => each !== null);
  const areStated = placed.every((each) => each === null || each.isStated);
  return {
    kind: 'table',
    widths: [6, 44, 13, 13, 12, ...(hasRanks ? [17] : [])],
    header: [
      [
        headed('TT'),
        headed('Lĩnh vực'),
        headed('Điểm tối đa'),
        headed('Điểm đạt được'),
        headed('Tỷ lệ %'),
        ...(hasRanks ? [headed(areStated ? 'Thứ hạng (theo bảng)' : 'Thứ hạng')] : []),
      ],
    ],
    rows: areas.map((area, position) => {
      const { tally } = area;
      const place = tally && placed[position];
      const applies = tally !== null && tally.max > 0;
      return [
        centred(numberOf(area, position)),
        cell(areaName(area)),
        centred(applies ? shown(tally.max, pointPlaces) : tallyText(tally, pointPlaces)),
        centred(applies ? shown(tally.points, pointPlaces) : '–'),
        centred(orDash(areaPercent(area, places))),
        ...(hasRanks ? [centred(place ? place.text + (areStated ? '' : place.source) : '–')] : []),
      ];
    }),
  };
}

/** Percentage points since last year; null if either year is unknown. */
export const changeOf = ({ tally, change }: AreaPart): Decimal | null =>
  tally ? (change?.percent.change ?? null) : null;
