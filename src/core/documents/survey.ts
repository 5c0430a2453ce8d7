/**
 * The survey part of the index (SIPAS, điều tra xã hội học) as a chapter of its own: points, percent, place, and what
 * has changed since last year.
 */
import type { Block } from '../model/document';
import { itemsBelow } from '../model/score-sheet';
import { negate, toVietnamese } from '../values/decimal';
import { areaName, areaPercent, changeOf } from './areas-table';
import { itemsTable, lossLine } from './losses';
import { POINT_FAULTS, remarksOn } from './notes';
import { pointsOf } from './points';
import { paragraph, type Years } from './report';
import { earlierArea, itemsOf, type AreaPart, type Subject } from './subjects';
import { count, insideSentence, nameOf } from './wording';

/** A chapter for each survey part of the unit; none where the index has no such part. */
export const surveyChapters = (
  subject: Subject,
  parts: readonly AreaPart[],
  years: Years,
): (readonly [title: string, blocks: Block[]])[] =>
  parts.map((part) => [
    `Kết quả ${insideSentence(nameOf(part.item))} ${years.current}`,
    [
      standingOf(subject, part, years),
      ...(itemsBelow(itemsOf(subject), part.item).length > 0 ? [itemsTable(subject, part.item)] : []),
      ...remarksOn(subject, POINT_FAULTS, (area) => area === part.item),
      // Nobody remedies an answer of the people: only what somebody wrote a cause for is said.
      ...part.deductions.filter(({ cause }) => cause !== null).flatMap((each) => lossLine(subject, each)),
    ],
  ]);

/** «… đạt 29,78/40 điểm, tỷ lệ 74,45%, đứng vị trí 9/11; tăng 7,5 điểm phần trăm và tăng 02 bậc so với năm 2020.» */
function standingOf(subject: Subject, part: AreaPart, { current, previous }: Years): Block {
  const { tally, result } = part;
  const name = `${areaName(part)} ${current} của ${subject.name}`;
  if (!tally) return paragraph(`${name} chưa xác định vì còn nội dung chưa có điểm hoặc có lỗi.`);
  if (tally.max === 0) return paragraph(`${name} không được đánh giá.`);
  const percent = areaPercent(part, subject.assessment.places);
  const place = result.rank === null ? '' : `, đứng vị trí ${result.rank}/${String(result.rankOf)}`;
  const moves = changesOf(subject, part);
  return paragraph(
    `${name} đạt ${pointsOf(tally, subject.pointPlaces)}` +
      (percent === null ? '' : `, tỷ lệ ${toVietnamese(percent)}%`) +
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
