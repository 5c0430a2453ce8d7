/** Settings being edited: their differences from the workbook's settings, and whether they are valid. */
import { fromText, ONE_HUNDRED, toVietnamese, ZERO } from '../core/values/decimal';
import type { BandView, SettingsChange, SettingsView } from './worker/views';

export type Draft = Pick<
  SettingsView,
  'scale' | 'places' | 'ties' | 'rankBy' | 'notApplicable' | 'notYetScored' | 'zero' | 'results' | 'lossColours'
>;

const KEYS = ['places', 'ties', 'rankBy', 'notApplicable', 'notYetScored', 'zero', 'results', 'lossColours'] as const;

/** Only the differences, so that unchanged defaults get no line in the sheet. */
export function changesOf(settings: SettingsView, draft: Draft): SettingsChange {
  const plain = Object.fromEntries(
    KEYS.filter((key) => draft[key] !== settings[key]).map((key) => [key, draft[key]]),
  ) as SettingsChange;
  const scale = sorted(draft.scale);
  return JSON.stringify(scale) === JSON.stringify(sorted(settings.scale)) ? plain : { ...plain, scale };
}

/** False if two bands have the same name or the same lower bound. */
export function isSound({ scale }: Draft): boolean {
  const differ = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;
  const bands = sorted(scale);
  return (
    scale.every(isSoundBand) &&
    differ(bands.map(({ label }) => label.toLocaleLowerCase('vi'))) &&
    differ(bands.map(({ from }) => from))
  );
}

export const isSoundBand = ({ label, from }: BandView): boolean => label.trim() !== '' && boundOf(from) !== null;

/** «90», «89,5»: a number from 0 to 100; null for other text. */
function boundOf(text: string) {
  const bound = fromText(text.trim().replace(',', '.'));
  return bound !== null && bound >= ZERO && bound <= ONE_HUNDRED ? bound : null;
}

const sorted = (scale: readonly BandView[]): BandView[] =>
  scale
    .map(({ label, from, inclusive }) => ({
      label: label.trim(),
      from: toVietnamese(boundOf(from) ?? ZERO),
      inclusive,
    }))
    .sort((a, b) => (boundOf(b.from) ?? 0) - (boundOf(a.from) ?? 0));
