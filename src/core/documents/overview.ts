/** The overall result of a unit, in the words that open every report about one unit. */
import { columnName } from '../values/address';
import { negate, toVietnamese } from '../values/decimal';
import type { Block } from '../model/document';
import { outsideInWords } from './outside-set';
import { inGroup, placeOf } from './places';
import { percentText, pointsOf, shown } from './points';
import { formerNames, renamed, type Subject } from './subjects';
import { whyUndetermined } from './why-undetermined';
import { listed } from './wording';
import { paragraph, signersNote, type Years } from './report';

/**
 * Points, index, rating, rank and the change since last year; for an undetermined unit only the reason. `standing` is
 * the unit in the table of all units, where last year's index was published.
 */
export function overviewOf(subject: Subject, years: Years, standing: Subject = subject): Block[] {
  const { result, pointPlaces } = subject;
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
  const points = [pointsOf(awardedTotal, pointPlaces), ...(extras.length > 0 ? [listed(extras)] : [])].join(', ');
  const rating = result.rating === null ? '' : `; xếp loại ${result.rating}`;
  return [
    paragraph(
      `Chỉ số cải cách hành chính ${years.current} của ${subject.name} đạt ` +
        `${percentText(result.publishedIndex, subject.assessment.places)} (${points})${rating}${rankText(subject)}.`,
    ),
    ...(['bonus', 'penalty'] as const).flatMap((kind) => {
      const outside = outsideInWords(subject, kind);
      const lead = kind === 'bonus' ? 'Điểm cộng' : 'Điểm trừ ngoài bộ tiêu chí';
      return outside === '' ? [] : [paragraph(`${lead}: ${outside}.`)];
    }),
    ...changeSince(
      standing.result.publishedIndex === result.publishedIndex && standing.change ? standing : subject,
      years.previous,
    ),
  ];
}

/** «; xếp hạng 2/7 trong khối xã». */
function rankText(subject: Subject): string {
  const placed = placeOf(subject);
  if (!placed) return '';
  // A place that the officer typed is printed as in the sheet.
  if (placed.isStated) return `; xếp hạng ${placed.text} (theo bảng)`;
  return `; xếp hạng ${placed.text}${inGroup(subject.unit.group)}`;
}

function changeSince(subject: Subject, previous: string): Block[] {
  const before = subject.change?.index.before ?? null;
  const since = subject.change?.index.change ?? null;
  const former = formerNames(subject);
  if (before === null || since === null)
    return former === null
      ? whyNotCompared(subject, previous).map(signersNote)
      : [paragraph(`Không so sánh được với ${previous}: ${notCompared(subject, previous)}.`)];
  const amount = `${since > 0 ? 'tăng' : 'giảm'} ${toVietnamese(since < 0 ? negate(since) : since)} điểm phần trăm`;
  const change = since === 0 ? 'không thay đổi' : amount;
  const percent = percentText(before, subject.assessment.places);
  const then = [previous, ...renamed(subject).map((name) => `khi là ${name}`)].join(' ');
  if (former === null) return [paragraph(`So với ${then} (${percent}), chỉ số ${change}.`)];
  return [
    paragraph(
      `So với bình quân chỉ số ${previous} của các đơn vị sáp nhập thành ${subject.name} (${former}): ${percent}, ` +
        `chỉ số ${change}.`,
    ),
  ];
}

/** Why a unit that no list of mergers names is not compared, as a note to the signer. */
function whyNotCompared({ change, isCompared, name, assessment }: Subject, previous: string): string[] {
  const lead = `: không so sánh được với ${previous}, vì`;
  if (isCompared)
    return [`${lead} ${change ? `chỉ số ${previous} chưa xác định` : `không thấy ${name} trong bảng ${previous}`}.`];
  const year = (assessment.year ?? 0) - 1;
  const columns = assessment.scoreSheet.reading.blocks.flatMap(({ columns: all }) =>
    all.filter(({ heading }) => heading.includes(year.toString())),
  );
  return columns.length === 0
    ? []
    : [
        `${lead} cột ${columns.map(({ column }) => columnName(column)).join(', ')} ghi số của năm ${year} ngay trong ` +
          `bảng; hãy chép thành trang tính riêng, tiêu đề có «năm ${year}», kèm điểm tối đa của năm ấy.`,
      ];
}

/** Why the mean of the merged units is not known. */
function notCompared({ change }: Subject, previous: string): string {
  const missing = change?.former?.missing ?? [];
  return missing.length > 0
    ? `bảng ${previous} không có ${listed(missing)}`
    : `có đơn vị cũ chưa xác định được chỉ số ${previous}`;
}
