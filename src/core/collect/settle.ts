/** What becomes of every cell that something was sent for: blank cells are filled, nothing typed is overwritten. */
import type { Content } from '../model/content';
import type { Offer, SentCell, SentRole, SentState } from '../model/collection';
import { titleKey } from '../matching/keys';
import { unitKey } from '../matching/unit-keys';
import { toA1 } from '../values/address';
import { fromText, toText } from '../values/decimal';
import { groupsOf } from '../values/group';
import type { SentValue } from './sent-values';

/** What a former run took over, as its record says. */
export interface EarlierValue {
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  readonly role: SentRole;
  readonly value: string;
}

type Cited = Pick<SentCell, 'unit' | 'code' | 'name' | 'role'>;
const keyOf = ({ unit, code, name, role }: Cited): string => [unitKey(unit), titleKey(code, name), role].join('\n');

export function settle(values: readonly SentValue[], earlier: readonly EarlierValue[]): SentCell[] {
  const before = new Map(earlier.map((each) => [keyOf(each), each.value]));
  const cells = groupsOf(values, (value) => (value.at === null ? keyOf(value) : `${value.sheet}\n${toA1(value.at)}`));
  return [...cells.values()].flatMap((sent) => settleCell(sent, before) ?? []);
}

function settleCell(sent: readonly SentValue[], before: ReadonlyMap<string, string>): SentCell | null {
  const [first] = sent;
  if (!first) return null;
  const { sheet, at, unit, code, name, role, stands } = first;
  const taken = before.get(keyOf(first));
  const isOurs = taken !== undefined && shown(taken) === shown(stands);
  const offers = distinct(sent);
  const state = stateOf(sent, offers, isOurs);
  const isCollected = state === 'written' || state === 'updated' || (isOurs && stands !== '');
  return { sheet, at, unit, code, name, role, state, stands, isCollected, offers };
}

function stateOf(sent: readonly SentValue[], offers: readonly Offer[], isOurs: boolean): SentState {
  const [first] = sent;
  const [offer, another] = offers;
  if (!first || !offer) return 'present';
  const isThere = another === undefined && textOf(offer.content) === shown(first.stands);
  const refused = sent.find((each) => each.refused !== null)?.refused;
  if (refused !== null && refused !== undefined) return refused;
  if (another !== undefined) return 'conflicting';
  if (isThere) return 'present';
  if (first.isFormula) return 'formula';
  if (first.stands === '') return 'written';
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

/** A number in one spelling, a text without the blanks around it. */
function shown(text: string): string {
  const trimmed = text.trim();
  const number = fromText(trimmed.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
  return number === null ? trimmed : toText(number);
}

/** What was taken over once and is sent no more, as «Xã A · 1.2 Tên · Điểm tự chấm». */
export function withdrawnFrom(cells: readonly SentCell[], earlier: readonly EarlierValue[]): string[] {
  const sent = new Set(cells.map(keyOf));
  return earlier
    .filter((each) => !sent.has(keyOf(each)))
    .map(
      ({ unit, code, name, value }) => `${unit} · ${[code, name].filter((part) => part !== '').join(' ')}: ${value}`,
    );
}
