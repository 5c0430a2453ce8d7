/**
 * Decides what happens to every cell that a value was sent for: blank cells are filled, a typed value is overwritten
 * only by a choice, and a choice holds until a file sends a value that did not exist when the choice was made.
 */
import type { Content } from '../model/content';
import {
  isOpenToChoice,
  isSettled,
  type Choice,
  type Collection,
  type Offer,
  type SentCell,
  type SentRole,
  type SentState,
} from '../model/collection';
import { titleKey } from '../matching/keys';
import { unitKey } from '../matching/unit-keys';
import { isScoredPlace, lossAt, placeLabel, type Place, type UnitInTables } from '../matching/units-in-tables';
import { toA1 } from '../values/address';
import { fromText, toText } from '../values/decimal';
import { groupsOf } from '../values/group';
import type { SentValue } from './sent-values';

/** One value in the record of a former run. */
export interface EarlierValue {
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  readonly role: SentRole;
  readonly value: string;
  /** `refused`: another value was chosen. */
  readonly became: 'written' | 'chosen' | 'refused';
}

type Cited = Pick<SentCell, 'unit' | 'code' | 'name' | 'role'>;
export const keyOf = ({ unit, code, name, role }: Cited): string =>
  [unitKey(unit), titleKey(code, name), role].join('\n');

const cellKeyOf = (cell: Cited & Pick<SentCell, 'sheet' | 'at'>): string =>
  cell.at === null ? keyOf(cell) : `${cell.sheet}\n${toA1(cell.at)}`;

export function settle(
  values: readonly SentValue[],
  earlier: readonly EarlierValue[],
  choices: readonly Choice[] = [],
): SentCell[] {
  const before = groupsOf(earlier, keyOf);
  const chosen = new Map(choices.map((choice) => [cellKeyOf(choice), choice.file]));
  return [...groupsOf(values, cellKeyOf)].flatMap(
    ([key, sent]) => settleCell(sent, before.get(keyOf(sent[0] ?? EMPTY_CITATION)) ?? [], chosen.get(key)) ?? [],
  );
}

const EMPTY_CITATION: Cited = { unit: '', code: '', name: '', role: 'self' };

/** `file` is the file whose value is chosen, null for the table's own value, and undefined if nothing is chosen. */
function settleCell(
  sent: readonly SentValue[],
  before: readonly EarlierValue[],
  file: string | null | undefined,
): SentCell | null {
  const [first] = sent;
  if (!first) return null;
  const { sheet, at, unit, code, name, role, currentText } = first;
  const isOurs = before.some(({ became, value }) => became !== 'refused' && shown(value) === shown(currentText));
  const offers = distinct(sent);
  const open = stateOf(sent, offers, isOurs);
  const decided = isOpenToChoice(open)
    ? file === undefined
      ? decidedBefore(offers, before, currentText)
      : taken(sent, file)
    : null;
  const state = decided?.state ?? open;
  const isCollected =
    state === 'written' || state === 'updated' || state === 'chosen' || (isOurs && currentText !== '');
  const ordered = decided?.offer ? [decided.offer, ...offers.filter((each) => !isSame(each, decided.offer))] : offers;
  return { sheet, at, unit, code, name, role, state, currentText, isCollected, offers: ordered };
}

interface Decided {
  readonly state: 'chosen' | 'kept';
  readonly offer: Offer | null;
}

function taken(sent: readonly SentValue[], file: string | null): Decided | null {
  if (file === null) return { state: 'kept', offer: null };
  const offer = sent.find(({ offer: { from } }) => from.file === file)?.offer;
  return offer ? { state: 'chosen', offer } : null;
}

/** The choice of a former run holds as long as the table has the chosen value and no file sends a new one. */
function decidedBefore(offers: readonly Offer[], before: readonly EarlierValue[], stands: string): Decided | null {
  const refused = new Set(before.flatMap(({ became, value }) => (became === 'refused' ? [shown(value)] : [])));
  const choice = before.find(({ became }) => became === 'chosen');
  const isStanding = choice ? shown(choice.value) === shown(stands) : refused.size > 0 && !refused.has(shown(stands));
  const others = offers.filter(({ content }) => textOf(content) !== shown(stands));
  if (!isStanding || !others.every(({ content }) => refused.has(textOf(content)))) return null;
  const offer = offers.find(({ content }) => textOf(content) === shown(stands)) ?? null;
  return choice && offer ? { state: 'chosen', offer } : { state: 'kept', offer: null };
}

const isSame = ({ content }: Offer, other: Offer | null): boolean =>
  other !== null && textOf(content) === textOf(other.content);

function stateOf(sent: readonly SentValue[], offers: readonly Offer[], isOurs: boolean): SentState {
  const [first] = sent;
  const [offer, another] = offers;
  if (!first || !offer) return 'present';
  const isThere = another === undefined && textOf(offer.content) === shown(first.currentText);
  const refused = sent.find((each) => each.refused !== null)?.refused;
  if (refused !== null && refused !== undefined) return refused;
  if (another !== undefined) return first.isFormula ? 'formula' : 'conflicting';
  if (isThere) return 'present';
  if (first.isFormula) return 'formula';
  if (first.currentText === '') return 'written';
  return isOurs ? 'updated' : 'typed';
}

/** Each value once, with the first file that sends it. */
function distinct(sent: readonly SentValue[]): Offer[] {
  const byText = new Map<string, Offer>();
  for (const { offer } of sent) if (!byText.has(textOf(offer.content))) byText.set(textOf(offer.content), offer);
  return [...byText.values()];
}

const textOf = (content: Content): string =>
  content.kind === 'number' ? content.value : content.kind === 'text' ? shown(content.text) : content.formula;

/** A number in one spelling, or a text without the blanks around it. */
function shown(text: string): string {
  const trimmed = text.trim();
  const number = fromText(trimmed.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
  return number === null ? trimmed : toText(number);
}

/** Whether the value is to be written; a chosen value may already be in the table. */
export const isToBeWritten = ({ state, currentText, offers: [offer] }: SentCell): boolean =>
  state === 'written' ||
  state === 'updated' ||
  (state === 'chosen' && offer !== undefined && textOf(offer.content) !== shown(currentText));

/**
 * Values that were taken over once and are no longer sent, as «Xã A · 1.2 Tên: 0,5». A list of losses sends no scores,
 * so it withdraws none.
 */
export function withdrawnFrom(cells: readonly SentCell[], earlier: readonly EarlierValue[]): string[] {
  const sent = new Set(cells.map(keyOf));
  const kinds = new Set(cells.map(isScore));
  return earlier
    .filter((each) => each.became !== 'refused' && !sent.has(keyOf(each)) && kinds.has(isScore(each)))
    .map(
      ({ unit, code, name, value }) => `${unit} · ${[code, name].filter((part) => part !== '').join(' ')}: ${value}`,
    );
}

const isScore = ({ role }: Cited): boolean => role === 'self' || role === 'appraised';

/** What was sent for one unit of the table, and what is missing. */
export function unitReport(
  target: UnitInTables,
  files: readonly string[],
  cells: readonly SentCell[],
): Omit<Collection['units'][number], 'untaken'> {
  const isScore = ({ role }: SentCell): boolean => role === 'self' || role === 'appraised';
  // If only lists of losses were sent, only missing reasons are reported.
  const wanted = cells.length === 0 || cells.some(isScore) ? isScoredPlace : isUnexplained;
  const answers = wanted === isScoredPlace ? cells.filter(isScore) : cells.filter(({ role }) => EXPLAINS.has(role));
  const answered = new Set(answers.map(({ code, name }) => `${code} ${name}`));
  return {
    unit: target.name,
    files,
    settled: cells.filter(({ state }) => isSettled(state)).length,
    open: cells.filter(({ state }) => !isSettled(state)).length,
    missing:
      files.length === 0
        ? []
        : target.places
            .filter((place) => wanted(place) && !answered.has(`${place.item.code} ${place.item.name}`))
            .map(placeLabel),
  };
}

const EXPLAINS: ReadonlySet<string> = new Set(['cause', 'explanation']);
const isUnexplained = (place: Place): boolean => lossAt(place)?.cause === null && lossAt(place)?.explanation === null;
