/**
 * The survey part of the index (SIPAS, điều tra xã hội học) as its own chapter: points, percent, place, and the change
 * since last year.
 */
import { figuresOf, statedPercent, type UnitFigures } from '../matching/survey-figures';
import type { Block } from '../model/document';
import { itemsBelow } from '../model/score-sheet';
import type { Settings } from '../model/settings';
import type { Survey, SurveyFigure } from '../model/beside/survey';
import { toA1 } from '../values/address';
import { negate, roundTo, subtract, toVietnamese } from '../values/decimal';
import { areaName, areaPercent, changeOf } from './areas-table';
import { itemsTable, lossLine } from './losses';
import { POINT_FAULTS, notesOn } from './notes';
import { percentText, pointsOf } from './points';
import { paragraph, signersNote, type Years } from './report';
import { earlierArea, itemsOf, type AreaPart, type Subject } from './subjects';
import { count, insideSentence, nameOf, placed } from './wording';

const isOnly = ({ assessment }: Subject): boolean => assessment.scoreSheet.units.length === 1;

/** A chapter for each survey part of the unit, with the factors of the survey; empty if there is no survey. */
export function surveyChapters(
  subject: Subject,
  parts: readonly AreaPart[],
  years: Years,
): (readonly [title: string, blocks: Block[]])[] {
  const figures = figuresOf(subject.surveys, subject.unit.name, subject.assessment.year, isOnly(subject));
  if (parts.length === 0)
    return figures ? [[`Kết quả chỉ số hài lòng ${years.current}`, factorBlocks(subject, figures, null, years)]] : [];
  return parts.map((part, position) => [
    `Kết quả ${insideSentence(nameOf(part.item))} ${years.current}`,
    [
      standingOf(subject, part, years, position === 0 ? (figures?.unit.overall?.place ?? null) : null),
      ...(itemsBelow(itemsOf(subject), part.item).length > 0 ? [itemsTable(subject, part.item)] : []),
      ...notesOn(subject, POINT_FAULTS, (area) => area === part.item),
      ...(figures && position === 0 ? factorBlocks(subject, figures, part, years) : []),
      // Survey answers cannot be remedied, so only losses with a typed cause are listed.
      ...part.deductions.filter(({ cause }) => cause !== null).flatMap((each) => lossLine(subject, each)),
    ],
  ]);
}

/** «- Chỉ số hài lòng về Thủ tục hành chính đạt 68,16%, xếp vị trí thứ 10/11.» */
function factorBlocks(subject: Subject, figures: UnitFigures, part: AreaPart | null, years: Years): Block[] {
  const { unit, survey } = figures;
  const { current } = years;
  const sentenceOf = (figure: SurveyFigure): string => {
    const place = figure.place ?? rankAmong(survey, figure, subject.assessment.settings.ties);
    const percent = percentText(figure.percent, subject.assessment.places);
    return `đạt ${percent}${place === null ? '' : `, xếp vị trí thứ ${place}`}`;
  };
  return [
    ...(unit.overall && !part
      ? [paragraph(`Chỉ số hài lòng chung ${current} của ${subject.name} ${sentenceOf(unit.overall)}.`)]
      : []),
    ...contradiction(subject, figures, part),
    ...sinceBefore(subject, figures, part, years),
    paragraph(`Kết quả theo từng yếu tố đo lường sự hài lòng của ${subject.name}:`),
    ...unit.factors.map((figure) =>
      paragraph(
        `- ${MEASURE_NAME.test(figure.name) ? '' : 'Chỉ số hài lòng về '}${figure.name} ${sentenceOf(figure)}.`,
      ),
    ),
  ];
}

/**
 * The change of the overall percent and place between both surveys, if the points of the two years give no change: «…
 * tăng 7,5 điểm phần trăm (từ 67,37% lên 74,87%) và tăng 02 bậc (từ 11/11 lên 9/11) so với năm 2020.»
 */
function sinceBefore(
  subject: Subject,
  { survey, unit: { overall } }: UnitFigures,
  part: AreaPart | null,
  { previous }: Years,
): Block[] {
  const { surveysBefore, unit } = subject;
  const { places } = subject.assessment;
  const before = figuresOf(surveysBefore, unit.name, null, isOnly(subject))?.unit.overall;
  if (!overall || !before || (part && changeOf(part) !== null)) return [];
  const changeText = (change: number, text: string, from: string, to: string): string =>
    `${change > 0 ? 'tăng' : 'giảm'} ${text} (từ ${from} ${change > 0 ? 'lên' : 'xuống'} ${to})`;
  const since = subtract(overall.percent, before.percent);
  const [place, placeBefore] = [overall.place, before.place].map((each) => parseInt(each ?? '', 10));
  const up = (placeBefore ?? NaN) - (place ?? NaN);
  const moves = [
    since === 0
      ? 'tỷ lệ không thay đổi'
      : changeText(
          since,
          `${toVietnamese(since < 0 ? negate(since) : since)} điểm phần trăm`,
          percentText(before.percent, places),
          percentText(overall.percent, places),
        ),
    ...(up === 0 ? ['giữ nguyên vị trí'] : []),
    ...(up ? [changeText(up, `${count(Math.abs(up))} bậc`, before.place ?? '', overall.place ?? '')] : []),
  ];
  return [
    paragraph(`Theo trang tính «${survey.sheet}», chỉ số hài lòng chung ${moves.join(' và ')} so với ${previous}.`),
  ];
}

const MEASURE_NAME = /^(chỉ số|mức độ|tỷ lệ|sự hài lòng)\s/iu;

/** The place among the units of the sheet; null if the sheet has only one. */
function rankAmong({ units }: Survey, { name, percent }: SurveyFigure, ties: Settings['ties']): string | null {
  const all = units.flatMap(({ factors, overall }) =>
    [...factors, ...(overall ? [overall] : [])].filter((each) => each.name === name).map((each) => each.percent),
  );
  const counted = ties === 'dense' ? [...new Set(all)] : all;
  return all.length < 2 ? null : placed(counted.filter((each) => each > percent).length + 1, counted.length);
}

/** A note to the signer if the stated percent, or the mean of the factors, differs from the percent of the points. */
function contradiction(
  { assessment: { places }, pointPlaces }: Subject,
  figures: UnitFigures,
  part: AreaPart | null,
): Block[] {
  const {
    survey,
    unit: { overall },
  } = figures;
  const percent = part && areaPercent(part, places);
  if (!part?.tally || percent === null) return [];
  const stated = statedPercent(figures, places);
  if (roundTo(stated, places) === percent) return [];
  const what = overall
    ? `tỷ lệ ${toVietnamese(stated)}% (trang tính «${survey.sheet}», ô ${toA1(overall.at)})`
    : `trung bình các yếu tố ${toVietnamese(stated)}% (trang tính «${survey.sheet}»)`;
  return [signersNote(`: ${what} không khớp ${pointsOf(part.tally, pointPlaces)} (${toVietnamese(percent)}%).`)];
}

/** «… đạt 29,78/40 điểm, tỷ lệ 74,45%, đứng vị trí 9/11; tăng 7,5 điểm phần trăm và tăng 02 bậc so với năm 2020.» */
function standingOf(subject: Subject, part: AreaPart, { current, previous }: Years, stated: string | null): Block {
  const { tally, result } = part;
  const name = `${areaName(part)} ${current} của ${subject.name}`;
  if (!tally) return paragraph(`${name} chưa xác định vì còn nội dung chưa có điểm hoặc có lỗi.`);
  if (tally.max === 0) return paragraph(`${name} không được đánh giá.`);
  const percent = areaPercent(part, subject.assessment.places);
  // A district's own workbook has no other unit to rank it with, so the place comes from the survey sheet.
  const placeText = result.rank === null ? stated : placed(result.rank, result.rankOf);
  const place = placeText === null ? '' : `, đứng vị trí ${placeText}`;
  const moves = changesOf(subject, part);
  return paragraph(
    `${name} đạt ${pointsOf(tally, subject.pointPlaces)}` +
      (percent === null ? '' : `, tỷ lệ ${percentText(percent, subject.assessment.places)}`) +
      `${place}${moves.length === 0 ? '' : `; ${moves.join(' và ')} so với ${previous}`}.`,
  );
}

function changesOf(subject: Subject, part: AreaPart): string[] {
  const since = changeOf(part);
  const before = earlierArea(subject, part)?.rank ?? null;
  const places = before === null || part.result.rank === null ? null : before - part.result.rank;
  return [
    ...(since === null
      ? []
      : [
          since === 0
            ? 'tỷ lệ không thay đổi'
            : `${since > 0 ? 'tăng' : 'giảm'} ${toVietnamese(since < 0 ? negate(since) : since)} điểm phần trăm`,
        ]),
    ...(places === null
      ? []
      : [places === 0 ? 'giữ nguyên vị trí' : `${places > 0 ? 'tăng' : 'giảm'} ${count(Math.abs(places))} bậc`]),
  ];
}
