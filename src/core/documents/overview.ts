/** How a unit stands as a whole, in the words that open every report about one unit. */
import { negate, toVietnamese } from '../values/decimal';
import type { Block } from '../model/document';
import { pointsOf, shown } from './points';
import { earlierResult, whyUndetermined, type Subject } from './subjects';
import { insideSentence, listed } from './wording';
import { paragraph, type Years } from './report';

/** Points, index, rating, rank, and the change since last year; an undetermined unit has none of them. */
export function overviewOf(subject: Subject, years: Years): Block[] {
  const { result, change, unit, pointPlaces } = subject;
  const why = whyUndetermined(subject);
  if (why !== null || result.publishedIndex === null || !result.totals.awardedTotal)
    return [
      paragraph(
        `Chỉ số cải cách hành chính ${years.current} của ${subject.name} chưa xác định: ${why ?? 'thiếu điểm'}.`,
      ),
    ];
  const { bonus, penalty, awardedTotal } = result.totals;
  const extras = [
    ...(bonus > 0 ? [`điểm cộng ${shown(bonus, pointPlaces)}`] : []),
    ...(penalty > 0 ? [`điểm trừ ngoài bộ tiêu chí ${shown(penalty, pointPlaces)}`] : []),
  ];
  const place =
    result.rank === null
      ? ''
      : `; xếp hạng ${result.rank}${result.rankOf === null ? '' : `/${result.rankOf}`}${unit.group === null ? '' : ` trong ${/^khối\s/iu.test(unit.group) ? '' : 'khối '}${insideSentence(unit.group)}`}`;
  const rating = result.rating === null ? '' : `; xếp loại ${result.rating}`;
  const before = earlierResult(subject)?.publishedIndex ?? null;
  const since = change?.index.change ?? null;
  return [
    paragraph(
      `Chỉ số cải cách hành chính ${years.current} của ${subject.name} đạt ${toVietnamese(result.publishedIndex)}% (${pointsOf(awardedTotal, pointPlaces)}${extras.length > 0 ? `, ${listed(extras)}` : ''})${rating}${place}.`,
    ),
    ...(before === null || since === null
      ? []
      : [
          paragraph(
            `So với ${years.previous} (${toVietnamese(before)}%), chỉ số ${since === 0 ? 'không thay đổi' : `${since > 0 ? 'tăng' : 'giảm'} ${toVietnamese(since < 0 ? negate(since) : since)} điểm phần trăm`}.`,
          ),
        ]),
  ];
}
