/** The values of one unit's own workbook for the cells of the collecting table, item by item and without guesses. */
import { namesAgree } from '../matching/keys';
import { matchToSet, type TreeEntry } from '../matching/match-items';
import { cellFor, sidesBetween, SIDES, type Sides } from '../matching/match-sides';
import { outsidePointsOf, outsidePlace } from '../matching/outside-points';
import type { Content } from '../model/content';
import { SENT_ROLES, type Offer, type SentCell, type SentRole, type SentState } from '../model/collection';
import { causeCells } from '../model/beside/cause-cells';
import {
  addressOf,
  formulaIn,
  maxPointsOf,
  placeOf,
  textIn,
  unitLabel,
  type Score,
  type ScoreSheet,
} from '../model/score-sheet';
import type { StatedCause } from '../model/beside/stated-cause';
import type { Address } from '../values/address';
import { dateOf } from '../values/date-of';
import { ZERO, add, fromText, shownCount, toText, type Decimal } from '../values/decimal';
import {
  cellsWithoutResult,
  isScoredPlace,
  isShared,
  lossAt,
  placeLabel,
  tableOf,
  type Place,
  type UnitInTables,
} from '../matching/units-in-tables';

export interface SentValue extends Omit<SentCell, 'state' | 'isCollected' | 'offers'> {
  readonly isFormula: boolean;
  /** Why the value must not be written as it is; null if it may be written. */
  readonly refused: Extract<SentState, 'damaged' | 'shared' | 'other-maximum' | 'other-name'> | null;
  readonly offer: Offer;
}

interface Sent {
  readonly values: readonly SentValue[];
  /** Scored items of the file that the table does not have. */
  readonly unknown: readonly string[];
  /** Items with a score in the file whose parts are scored in the table, and of whose parts the file states none. */
  readonly unneeded: readonly string[];
  readonly notes: readonly string[];
  readonly problems: readonly string[];
}

export function sentValues(file: string, source: UnitInTables, target: UnitInTables): Sent {
  const { earlier } = matchToSet(source.entries.map(byCodeAlone), target.entries);
  const sentTo = new Set(earlier);
  /** Of a criterion of the table: all scored items below it are in the file. */
  const isWithParts = (position: number): boolean =>
    (target.entries[position]?.children ?? []).every((child) => sentTo.has(child) && isWithParts(child));
  const placeFor = (position: number): Place | null => target.places[earlier[position] ?? -1] ?? null;
  const sides = sidesBetween(source, target);
  const taken = (place: Place | null, from: Place): SentValue[] =>
    place && isScoredPlace(place) ? valuesOf(file, from, place, sides) : [];
  const values = source.places.flatMap((from, position) => taken(placeFor(position), from));
  const beside = outsideValues(file, source, target, sides);
  return {
    values: [...values, ...beside.values],
    unknown: [...unknownItems(source, placeFor), ...beside.unknown],
    unneeded: unplacedItems(source, placeFor).flatMap((position) => {
      const at = earlier[position] ?? -1;
      const from = source.places[position];
      return at >= 0 && from && !isWithParts(at) ? placeLabel(from) : [];
    }),
    notes: [
      ...sides.notes,
      ...besideLossNotes(source),
      ...(values.length > 0 && source.places.some(({ item }) => isCodeAlone(item))
        ? ['tệp chỉ ghi mã, không ghi tên tiêu chí: số được lấy theo mã']
        : []),
    ],
    problems: [...sides.problems, ...withoutResult(cellsWithoutResult(source))],
  };
}

/** «1.1.1» as the heading of a column of scores: the name of the criterion is not in the file. */
const isCodeAlone = ({ name }: { readonly name: string }): boolean => /^\d+(?:\.\d+)+\.?$/.test(name);
const byCodeAlone = (entry: TreeEntry): TreeEntry =>
  isCodeAlone(entry) ? { ...entry, code: entry.name, name: '' } : entry;

/** Told once for the unit, with the first of the texts. */
function besideLossNotes({ places }: UnitInTables): string[] {
  const texts = places.filter(isScoredPlace).flatMap(({ unit, item }) =>
    SIDES.flatMap((role): string[] => {
      const [score, max] = [unit[role]?.[item.position], maxPointsOf(unit, item)];
      const isRead = score?.kind === 'damaged' && max !== null && pointsBesideLoss(score.text, max) !== null;
      return isRead ? [score.text] : [];
    }),
  );
  const [first] = texts;
  return first === undefined
    ? []
    : [`${shownCount(texts.length)} ô ghi điểm kèm điểm trừ, như «${first}»: lấy điểm, vì cộng lại đúng điểm tối đa`];
}

const withoutResult = ([first, ...others]: readonly string[]): string[] => {
  const cells = `${first ?? ''}${others.length === 0 ? '' : ` và ${shownCount(others.length)} ô khác`}`;
  return first ? [`ô điểm ${cells} là công thức chưa có kết quả; mở tệp bằng Excel rồi lưu lại`] : [];
};

/** Points beside the set, for the lines of the table that they are meant for. */
function outsideValues(file: string, source: UnitInTables, target: UnitInTables, sides: Sides) {
  const [sent, lines] = [outsidePointsOf(source), outsidePointsOf(target)];
  const unknown: string[] = [];
  const values = sent.flatMap((from): SentValue[] => {
    const { value, text, at } = from.cell;
    const place = outsidePlace(from, sent, { role: sides.inTable(from.role), lines });
    if (text.trim() === '' || (value === ZERO && !place)) return [];
    if (!place) unknown.push(from.label);
    if (!place) return [];
    const content: Content = value === null ? { kind: 'text', text } : { kind: 'number', value: toText(value) };
    const { table, unit, label, role, cell } = place;
    const stands = textIn(table, cell.at).trim();
    const into = { ...placed(table, cell.at), unit: unitLabel(table, unit), code: '', name: label, role };
    const offer = { content, from: { file, ...placed(from.table, at) } };
    return [
      { ...into, currentText: stands, isFormula: cell.isFormula, refused: value === null ? 'damaged' : null, offer },
    ];
  });
  return { values, unknown };
}

function valuesOf(file: string, from: Place, place: Place, sides: Sides): SentValue[] {
  const refusal = refusalOf(from, place);
  const offer = (role: SentRole, content: Content, at: Address | null): Offer => ({
    content,
    from: { file, ...sentFrom(from, role, at) },
  });
  const scores = SIDES.flatMap((role): SentValue[] => {
    const score = from.unit[role]?.[from.item.position];
    const inTable = sides.inTable(role);
    const at = inTable === null ? null : cellFor(place, inTable);
    const content = score ? contentOf(score, maxPointsOf(from.unit, from.item)) : null;
    if (inTable === null || at === null || content === null) return [];
    const sourceCell = cellFor(from, role);
    const isDamaged = score?.kind === 'damaged' && content.kind === 'text';
    const refused = isDamaged ? 'damaged' : sourceCell && isShared(from, role, sourceCell) ? 'shared' : refusal;
    return [{ ...cellIn(place, inTable, at), offer: offer(role, content, sourceCell), refused }];
  });
  const words = SENT_ROLES.flatMap((role): SentValue[] => {
    if (role === 'self' || role === 'appraised') return [];
    const text = wordsOf(from, role);
    const at = wordCell(place, role);
    // If the table has no column for words, only words about losses are taken.
    if (text === null || (at === null && lossAt(from) === null)) return [];
    const sent = offer(role, { kind: 'text', text: text.text }, text.at);
    // Words about an item are valid even if its maximum differs.
    const refused = refusal === 'other-maximum' ? null : refusal;
    return [{ ...cellIn(place, role, at), offer: sent, refused }];
  });
  return [...scores, ...words];
}

/** The sheet and cell that a value comes from. Self-scores may be on a separate sheet. */
function sentFrom(from: Place, role: SentRole, origin: Address | null): { sheet: string; at: Address | null } {
  const table = tableOf(from);
  const at = origin ?? cellFor(from, role);
  const selfSheet = role === 'self' && at === null ? table.selfSheet : undefined;
  const [unit, item] = [selfSheet?.units[from.unit.position], selfSheet?.table.items[from.item.position]];
  return selfSheet && unit && item
    ? placed(selfSheet.table, addressOf(selfSheet.table, unit, item, unit.awardedRole))
    : placed(table, at);
}

/** A score out of another maximum, or of another criterion with the same code, is not valid here. */
function refusalOf(from: Place, place: Place): SentValue['refused'] {
  if (!isCodeAlone(from.item) && !namesAgree(from.item.name, place.item.name)) return 'other-name';
  const [sent, stands] = [maxPointsOf(from.unit, from.item), maxPointsOf(place.unit, place.item)];
  return sent !== null && stands !== null && sent !== stands ? 'other-maximum' : null;
}

function contentOf(score: Score, max: Decimal | null): Content | null {
  switch (score.kind) {
    case 'points':
      return { kind: 'number', value: toText(score.points) };
    case 'notApplicable':
    case 'notYetScored':
    case 'ambiguous':
      return score.text.trim() === '' ? null : { kind: 'text', text: score.text };
    case 'damaged': {
      const points = max === null ? null : pointsBesideLoss(score.text, max);
      if (points !== null) return { kind: 'number', value: toText(points) };
      const text = score.problem === 'date' ? shownDate(score.text) : score.text;
      return text.trim() === '' ? null : { kind: 'text', text };
    }
  }
}

/** «0,5 (trừ 1,5)» out of 2: both numbers together are the maximum. */
function pointsBesideLoss(text: string, max: Decimal): Decimal | null {
  const [, points, lost] = BESIDE_LOSS.exec(text.normalize('NFC').trim()) ?? [];
  if (points === undefined || lost === undefined) return null;
  const [left, gone] = [fromText(points.replace(',', '.')), fromText(lost.replace(',', '.'))];
  return left !== null && gone !== null && add(left, gone) === max ? left : null;
}
const BESIDE_LOSS =
  /^(\d+(?:[.,]\d+)?)[điểm ]*[([;,–-] *(?:bị )?(?:trừ|mất|-|–)[: ]*(\d+(?:[.,]\d+)?)[điểm ]*[)\]]?$/iu;

/** Excel makes a date of «1.5», and the cell then holds the number of a day. */
function shownDate(serial: string): string {
  const date = dateOf(Number(serial));
  return date === null ? serial : `ngày ${String(date.getUTCDate())}/${String(date.getUTCMonth() + 1)}`;
}

type WordRole = Exclude<SentRole, (typeof SIDES)[number]>;

function wordsOf({ assessment, unit, item }: Place, role: WordRole): { text: string; at: Address | null } | null {
  const stated = assessment.causes.statedFor(unit, item);
  const text = stated === null ? null : saidOf(stated, role);
  if (stated === null || text === null || text === '') return null;
  return { text, at: role === 'cause' ? (stated.columns?.at ?? null) : null };
}

const saidOf = ({ columns, note, line }: StatedCause, role: WordRole): string | null =>
  columns?.[role] ?? note?.[role] ?? line?.[role] ?? null;

/** Items with a score in the file but without a scored place in the table. Items below a taken item are part of it. */
function unplacedItems({ places, entries }: UnitInTables, placeFor: (position: number) => Place | null): number[] {
  const isTaken = (position: number): boolean => {
    const place = placeFor(position);
    if (place && isScoredPlace(place)) return true;
    const above = entries[position]?.parent ?? -1;
    return above >= 0 && isTaken(above);
  };
  return places.flatMap((place, position) => {
    const hasScore = SIDES.some((role) => {
      const score = place.unit[role]?.[place.item.position];
      return score !== undefined && contentOf(score, null) !== null;
    });
    return isScoredPlace(place) && hasScore && !isTaken(position) ? [position] : [];
  });
}

const unknownItems = (source: UnitInTables, placeFor: (position: number) => Place | null): string[] =>
  unplacedItems(source, placeFor).flatMap((position) => {
    const from = source.places[position];
    return from && placeFor(position) === null ? placeLabel(from) : [];
  });

/** The column for a word; null where what the officer typed in «Điểm bị trừ» comes before it, or there is none. */
export function wordCell(place: Place, role: WordRole): Address | null {
  if ((lossAt(place)?.line?.[role] ?? null) !== null) return null;
  return causeCells(tableOf(place)).at(place.unit, place.item, role);
}

const placed = (table: ScoreSheet, at: Address | null): { sheet: string; at: Address | null } =>
  at === null ? { sheet: table.sheet, at } : placeOf(table, at);

/** The cell that a value is meant for, and its present content in the table. */
export function cellIn(place: Place, role: SentRole, at: Address | null): Omit<SentValue, 'offer' | 'refused'> {
  const table = tableOf(place);
  const { code, name } = place.item;
  const words =
    role === 'self' || role === 'appraised' ? '' : (lossAt(place)?.[role] ?? wordsOf(place, role)?.text ?? '');
  const stands = at === null ? words : textIn(table, at).trim();
  const isFormula = at !== null && formulaIn(table, at) !== null;
  return { ...placed(table, at), unit: unitLabel(table, place.unit), code, name, role, currentText: stands, isFormula };
}
