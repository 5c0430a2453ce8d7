/**
 * Compares one unit with all units that are scored with it: the group that its index falls into and its other members,
 * its place this year and last year, and its change beside those of the others.
 */
import { allTables, standingsOf } from '../matching/most-detailed';
import type { Block } from '../model/document';
import { unitAxis } from '../model/score-sheet';
import { isInBand, type RatingBand } from '../model/settings';
import { fromText, toVietnamese, type Decimal } from '../values/decimal';
import { meanOf } from '../values/ratio';
import { inGroup, placeOf } from './places';
import { percentText } from './points';
import { cell, centred, headed, paragraph, subjectsIn, type ReportInput, type Years } from './report';
import { earlierResult, type Subject } from './subjects';
import { capitalised, count, counted, insideSentence, namesInBrackets, placed } from './wording';

/**
 * Compares the unit with its peers, by the table of all units if the workbook has one. A unit without peers gets no
 * comparison.
 */
export function amongUnits(input: ReportInput, subject: Subject, years: Years): Block[] {
  const among = peersOf(input, subject);
  const { standing, peers } = among;
  if (standing.result.publishedIndex === null) return headTable(input, standing, subject, years);
  const sentences = [
    ...groupSentence(standing, peers),
    ...meanSentence(peers, years),
    ...changeSentence(standing, peers),
    ...placeSentence(among, subject, years),
  ];
  return [...sentences.map((sentence) => paragraph(sentence)), ...headTable(input, standing, subject, years)];
}

/** The unit as it appears in the table of all units, or the subject itself if there is no such table. */
export const standingOf = (input: ReportInput, subject: Subject): Subject => peersOf(input, subject).standing;

interface Among {
  /** The unit as it appears in the table of all units. */
  readonly standing: Subject;
  /** All units that are ranked together with this one, itself included. */
  readonly peers: readonly Subject[];
}

function peersOf(input: ReportInput, subject: Subject): Among {
  const units = allTables(input.book).flatMap(({ scoreSheet: { sheet }, units: all }) =>
    all.map(({ unit }) => ({ sheet, unit: unit.position })),
  );
  const every = subjectsIn({ ...input, units });
  const isTable = ({ assessment }: Subject): boolean =>
    assessment.units.length > 1 || unitAxis(assessment.scoreSheet) === 'row';
  const same = standingsOf(input.book)(subject).map(({ unit }) => unit);
  const isSame = ({ unit }: Subject): boolean => same.includes(unit);
  const standing = isTable(subject) ? subject : (every.find((each) => isTable(each) && isSame(each)) ?? subject);
  const peers = isTable(standing)
    ? every.filter(({ assessment, unit }) => assessment === standing.assessment && unit.group === standing.unit.group)
    : every.filter((each) => !isTable(each));
  return { standing, peers };
}

/** «đơn vị trong khối xã»: only the units of the khối are compared. */
const unitsOf = ([first]: readonly Subject[]): string => `đơn vị${inGroup(first?.unit.group ?? null)}`;

/** «… thuộc Nhóm 3 (từ 70% đến dưới 80%), gồm 04 đơn vị: huyện Tuy Phước, …» */
function groupSentence({ name, result, assessment }: Subject, peers: readonly Subject[]): string[] {
  const bounds = result.rating === null ? null : boundsOf(assessment.settings.scale, result.rating);
  if (result.rating === null || bounds === null || peers.length < 2) return [];
  const members = peers.filter((each) => each.result.rating === result.rating);
  const group = /^nhóm\s/iu.test(result.rating) ? result.rating : `nhóm xếp loại ${result.rating}`;
  const who =
    members.length === peers.length
      ? `gồm tất cả ${counted(peers.length, unitsOf(peers))}`
      : `gồm ${counted(members.length, unitsOf(peers))}: ${namesInBrackets(members.map((each) => each.name))}`;
  return [`${capitalised(name)} thuộc ${group} (${bounds}), ${who}.`];
}

/** «từ 70% đến dưới 80%», «từ 90% trở lên», «trên 90%», «dưới 50%». */
function boundsOf(scale: readonly RatingBand[], label: string): string | null {
  const position = scale.findIndex((each) => each.label === label);
  const band = scale[position];
  if (!band) return null;
  const above = scale[position - 1];
  const from = `${band.inclusive ? 'từ' : 'trên'} ${toVietnamese(band.from)}%`;
  const to = above ? `${above.inclusive ? 'dưới' : 'đến'} ${toVietnamese(above.from)}%` : null;
  if (band.from <= 0) return to === null ? null : above?.inclusive ? to : `${to} trở xuống`.replace(/^đến /, 'từ ');
  if (to === null) return band.inclusive ? `${from} trở lên` : from;
  return above?.inclusive ? `${from} đến ${to}` : `${from} ${to}`;
}

const meanText = (values: readonly Decimal[], places: number): string => toVietnamese(meanOf(values, places));

function meanSentence(peers: readonly Subject[], { current }: Years): string[] {
  const known = peers.flatMap(({ result }) => result.publishedIndex ?? []);
  if (known.length < 2) return [];
  const unknown = peers.length - known.length;
  return [
    `Chỉ số trung bình ${current} của ${counted(known.length, unitsOf(peers))}: ` +
      `${meanText(known, Math.max(...peers.map(({ assessment }) => assessment.places)))}%` +
      `${unknown > 0 ? ` (chưa kể ${counted(unknown, 'đơn vị')} chưa xác định được chỉ số)` : ''}.`,
  ];
}

const changeOf = ({ change }: Subject): Decimal | null => change?.index.change ?? null;

/**
 * «Mức thay đổi chỉ số của xã A xếp thứ 4/11 đơn vị, từ tăng nhiều nhất; trung bình các đơn vị tăng 4,9 điểm phần
 * trăm.»
 */
function changeSentence(standing: Subject, peers: readonly Subject[]): string[] {
  const change = changeOf(standing);
  const all = peers.flatMap((each) => changeOf(each) ?? []);
  if (change === null || all.length < 2) return [];
  const place = all.filter((each) => each > change).length + 1;
  const mean = meanText(all, standing.assessment.places);
  const moved = mean.startsWith('−') ? `giảm ${mean.slice(1)}` : `tăng ${mean}`;
  return [
    `Mức thay đổi chỉ số của ${standing.name} xếp thứ ${placed(place, all.length)} ${unitsOf(peers)}, từ tăng nhiều ` +
      `nhất; trung bình các đơn vị ${mean === '0' ? 'không thay đổi' : `${moved} điểm phần trăm`}.`,
  ];
}

/** Last year's place, and this year's place from the table of all units if the unit's own sheet has none. */
function placeSentence({ standing, peers }: Among, subject: Subject, { current, previous }: Years): string[] {
  const { rank } = standing.result;
  const before = earlierResult(standing);
  const now = placeOf(subject) === null && standing !== subject ? placeInTable(standing, peers, current) : null;
  if (rank === null || !before || before.rank === null) return now === null ? [] : [`${now}.`];
  const moved = before.rank - rank;
  const movement = moved === 0 ? 'giữ nguyên thứ hạng' : `${moved > 0 ? 'tăng' : 'giảm'} ${count(Math.abs(moved))} bậc`;
  const then = `${previous} xếp hạng ${placed(before.rank, before.rankOf)}, ${current} ${movement}`;
  return [`${now === null ? capitalised(then) : `${now}; ${then}`}.`];
}

/** The place that the table states (the table may list only some of the units), otherwise the computed place. */
function placeInTable(standing: Subject, peers: readonly Subject[], year: string): string | null {
  const placed = placeOf(standing);
  if (!placed) return null;
  const ranked = peers.filter(({ unit }) => unit.ranked).length;
  const among = /\//.test(placed.text) || Number(placed.text) > ranked ? '' : ` trong ${counted(ranked, 'đơn vị')}`;
  return `Theo bảng «${standing.assessment.scoreSheet.sheet}», ${year} xếp hạng ${placed.text}${among}`;
}

/**
 * A table with the index of both years and the resulting classification of the head of the unit, if `Cấu hình` has a
 * scale for it.
 */
function headTable({ details }: ReportInput, standing: Subject, { result }: Subject, years: Years): Block[] {
  const bands = details.headScale.flatMap(bandIn).sort((a, b) => b.from - a.from);
  const rows = [
    [years.previous, standing.change?.index.before ?? null] as const,
    [years.current, result.publishedIndex ?? standing.result.publishedIndex] as const,
  ].filter(([, index]) => index !== null);
  if (bands.length === 0 || rows.length === 0) return [];
  return [
    {
      kind: 'table',
      widths: [20, 30, 50],
      header: [
        [
          headed('Năm đánh giá'),
          headed('Chỉ số CCHC (%)'),
          headed('Phân loại mức độ hoàn thành nhiệm vụ của người đứng đầu'),
        ],
      ],
      rows: rows.map(([year, index]) => [
        centred(capitalised(insideSentence(year))),
        centred(index === null ? '' : percentText(index, standing.assessment.places)),
        cell(bands.find((band) => index !== null && isInBand(index, band))?.label ?? ''),
      ]),
    },
  ];
}

/** «Hoàn thành tốt nhiệm vụ: từ 70». */
function bandIn(line: string): RatingBand[] {
  const match = /^(.+?)\s*[:|]\s*(trên|>(?!=))?\D*(\d+(?:[.,]\d+)?)/u.exec(line.normalize('NFC'));
  const from = fromText((match?.[3] ?? '').replace(',', '.'));
  if (match) return from === null ? [] : [{ label: match[1] ?? '', from, inclusive: match[2] === undefined }];
  const rest = /^(.+?)\s*[:|]\s*(?:còn lại|dưới)/iu.exec(line.normalize('NFC'));
  return rest ? [{ label: rest[1] ?? '', from: 0 as Decimal, inclusive: true }] : [];
}
