/** R2: the analysis of one unit's index: areas this year and last year, then item by item what was lost and why. */
import { toVietnamese } from '../../model/decimal';
import type { Block, ReportDocument } from '../../model/document';
import { areasOf, earlierResult, whyUndetermined, type AreaPart, type Subject } from '../subjects';
import { insideSentence, listed, nameOf, ofAll, pointsOf, signed } from '../wording';
import { areaName, areaPercent, areasTable, changeOf, yearsTable } from './areas-table';
import { areaWords, itemsTable } from './losses';
import { blank, formOf, heading, paragraph, subjectsIn, titleYear, yearsOf, type Report, type ReportInput, type Years } from './report';

export const UNIT_ANALYSIS: Report = { code: 'R2', file: 'phan-tich-chi-so', title: 'Báo cáo phân tích kết quả chỉ số', of: 'unit', compose };

function compose(input: ReportInput): ReportDocument {
  const { details } = input;
  const years = yearsOf(input);
  const [subject] = subjectsIn(input);
  const form = formOf(details, `Phân tích kết quả chỉ số cải cách hành chính${titleYear(details)} của ${subject?.name ?? 'đơn vị'}`);
  if (!subject) return { form, sections: [{ landscape: false, appendix: null, blocks: [paragraph(blank('đơn vị được phân tích'))] }] };
  const areas = areasOf(subject);
  const blocks: Block[] = [
    { kind: 'contents' },
    heading(1, `1. Tổng quan chung về chỉ số cải cách hành chính ${years.current}`),
    ...overviewOf(subject, years),
    ...areaSummary(subject, areas, years),
    heading(1, '2. Kết quả đánh giá trên các lĩnh vực cải cách hành chính'),
    ...areas.flatMap((area, at) => [heading(2, `2.${at + 1}. ${areaName(area)}`), itemsTable(subject, area.item), ...areaWords(subject, area)]),
    ...(areas.length === 0 ? [paragraph('Bảng tổng hợp không có điểm của từng lĩnh vực, tiêu chí.')] : []),
    heading(1, '3. Giải pháp, kiến nghị'),
    paragraph(blank('giải pháp khắc phục, kiến nghị, đề xuất')),
  ];
  return { form, sections: [{ landscape: false, appendix: null, blocks }] };
}

/** Points, index, rating, rank, and the change since last year; an undetermined unit has none of them. */
export function overviewOf(subject: Subject, years: Years): Block[] {
  const { result, change, unit } = subject;
  const why = whyUndetermined(subject);
  if (why !== null || result.publishedIndex === null || !result.totals.awardedTotal) return [paragraph(`Chỉ số cải cách hành chính ${years.current} của ${subject.name} chưa xác định: ${why ?? 'thiếu điểm'}.`)];
  const { bonus, penalty, awardedTotal } = result.totals;
  const extras = [...(bonus > 0 ? [`điểm cộng ${toVietnamese(bonus)}`] : []), ...(penalty > 0 ? [`điểm trừ ngoài bộ tiêu chí ${toVietnamese(penalty)}`] : [])];
  const place = result.rank === null ? '' : `; xếp hạng ${result.rank}${result.rankOf === null ? '' : `/${result.rankOf}`}${unit.group === null ? '' : ` trong khối ${insideSentence(unit.group)}`}`;
  const rating = result.rating === null ? '' : `; xếp loại ${result.rating}`;
  const before = earlierResult(subject)?.publishedIndex ?? null;
  const since = change?.index.change ?? null;
  return [
    paragraph(`Chỉ số cải cách hành chính ${years.current} của ${subject.name} đạt ${toVietnamese(result.publishedIndex)}% (${pointsOf(awardedTotal)}${extras.length > 0 ? `, ${listed(extras)}` : ''})${rating}${place}.`),
    ...(before === null || since === null ? [] : [paragraph(`So với ${years.before} (${toVietnamese(before)}%), chỉ số ${since === 0 ? 'không thay đổi' : `${since > 0 ? 'tăng' : 'giảm'} ${signed(since).replace(/^[+-]/, '')} điểm phần trăm`}.`)]),
  ];
}

function areaSummary({ assessment: { places }, change }: Subject, areas: readonly AreaPart[], years: Years): Block[] {
  if (areas.length === 0) return [];
  const full = areas.filter((area) => areaPercent(area, places) !== null && area.tally?.points === area.tally?.max);
  const sentence = (chosen: readonly AreaPart[], what: string): string[] =>
    chosen.length === 0 ? [] : [`${ofAll(chosen.length, areas.length, 'lĩnh vực')} ${what}: ${listed(chosen.map(({ item }) => insideSentence(nameOf(item))))}`];
  const moved = (sign: number): AreaPart[] => areas.filter((area) => { const by = changeOf(area); return by !== null && Math.sign(by) === sign; });
  const since = `so với ${years.before}`;
  const parts = [...sentence(moved(1), `tăng điểm chỉ số ${since}`), ...sentence(moved(-1), `giảm điểm chỉ số ${since}`), ...sentence(moved(0), `không thay đổi ${since}`), ...sentence(full, 'đạt điểm tối đa')];
  return [
    ...parts.map((part) => paragraph(`Có ${part}.`)),
    paragraph(change ? `So sánh kết quả ${years.before} và ${years.current}:` : `Kết quả ${years.current} theo từng lĩnh vực:`),
    change ? yearsTable(areas, places, years) : areasTable(areas, places),
  ];
}

