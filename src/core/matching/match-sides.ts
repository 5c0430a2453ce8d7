/** Which column of scores in one table is that of another: self-scores or appraised ones. */
import { SENT_ROLE_LABELS, type SentRole } from '../model/collection';
import { addressOf } from '../model/score-sheet';
import type { Address } from '../values/address';
import { tableOf, type Place, type UnitInTables } from './units-in-tables';

export const SIDES = ['self', 'appraised'] as const;
type Side = (typeof SIDES)[number];

export interface Sides {
  /** The column of the table for a score of the file; null if the table has no such column. */
  readonly inTable: (side: Side) => Side | null;
  readonly notes: readonly string[];
  readonly problems: readonly string[];
}

/** A file with one column of scores fills the one column that the table has for the unit, whatever both are called. */
export function sidesBetween(source: UnitInTables, target: UnitInTables): Sides {
  const [sent, wanted] = [scoredSides(source), scoredSides(target)];
  const [only, another] = sent;
  const [column, second] = wanted;
  if (only !== undefined && another === undefined && column !== undefined && second === undefined && only !== column)
    return {
      inTable: () => column,
      notes: [
        `tệp chỉ có ${spoken(only)}, bảng chỉ có một cột điểm cho đơn vị này (${spoken(column)}): ` +
          'điểm được ghi vào cột đó',
      ],
      problems: [],
    };
  const unnamed =
    only === 'appraised' && another === undefined && second !== undefined ? columnWithoutSide(source) : null;
  if (unnamed)
    return {
      inTable: () => unnamed.role,
      notes: [
        `cột điểm duy nhất của tệp («${unnamed.heading}») không ghi ai chấm; được lấy là ${spoken(unnamed.role)}`,
      ],
      problems: [],
    };
  const lost = sent.filter((role) => !wanted.includes(role) && isFilled(source, role));
  return {
    inTable: (role) => (wanted.includes(role) ? role : null),
    notes: [],
    problems: lost.map((role) => `bảng không có cột ${spoken(role)}: ${spoken(role)} trong tệp không được lấy`),
  };
}

const SELF = /tự\s+(?:chấm|đánh giá|cho điểm)/iu;
const JUDGED =
  /thẩm định|hội đồng|phúc tra|thực tế|công nhận|kết luận|(?:sở|huyện|tỉnh|HĐ\p{L}*|tổ|đoàn)\s+(?:chấm|đánh giá)/iu;

/**
 * The only column of scores if its heading says nobody: self-scores in a sheet that is headed «Bảng tự chấm», else
 * appraised as everywhere. Null if the heading says who scored.
 */
function columnWithoutSide({ places: [first] }: UnitInTables): { heading: string; role: Side } | null {
  const { columns } = first?.unit ?? {};
  const sheet = first && tableOf(first);
  const all = sheet?.reading.blocks.flatMap((block) => block.columns) ?? [];
  const heading = all.find(({ column }) => column === columns?.appraised)?.heading.normalize('NFC');
  if (!sheet || heading === undefined || JUDGED.test(heading)) return null;
  const above = sheet.grid.values.slice(0, Math.min(...sheet.headerRows)).flatMap((row) => row ?? []);
  const title = [sheet.sheet, ...above.filter((each) => typeof each === 'string')].join(' ').normalize('NFC');
  return { heading, role: SELF.test(title) && !JUDGED.test(title) ? 'self' : 'appraised' };
}

const spoken = (role: SentRole): string => SENT_ROLE_LABELS[role].toLowerCase();

const scoredSides = ({ places }: UnitInTables): Side[] =>
  SIDES.filter((role) => places.some((place) => cellFor(place, role) !== null));

/** A form may hold an empty column for those who appraise it. */
const isFilled = ({ places }: UnitInTables, role: Side): boolean =>
  places.some(({ unit, item }) => {
    const score = unit[role]?.[item.position];
    return score !== undefined && (score.kind === 'points' || score.text.trim() !== '');
  });

export const cellFor = (place: Place, role: SentRole): Address | null =>
  addressOf(tableOf(place), place.unit, place.item, role);
