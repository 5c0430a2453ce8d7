/**
 * Seven communes whose published totals of 2022 are spread over the items of the sample set: points and maxima are
 * exactly the published ones, the single scores and their causes are made up. All arithmetic is in whole hundredths.
 */
import { ITEMS, type SampleItem } from './criteria';

export interface SampleScore {
  /** In hundredths; null if the item does not apply. */
  readonly self: number | null;
  readonly appraised: number | null;
  readonly cause: string | null;
  readonly body: string | null;
}

interface Published {
  readonly name: string;
  readonly self: readonly [points: number, max: number];
  readonly appraised: readonly [points: number, max: number];
  readonly notApplicable: { readonly self: readonly string[]; readonly appraised: readonly string[] };
  /** Hundredths that the self-score deducts at items that the council then left out. */
  readonly selfLostOutside: number;
  /** Losses that the published text states. */
  readonly known: Readonly<Record<string, number>>;
}

const NO_DOCUMENTS = ['2.1.1', '2.1.2'];
const NETWORK_FILES = { '7.2.3': 75 };
const DISCIPLINE = { '5.4.2': 100 };

export const COMMUNES: readonly Published[] = [
  {
    name: 'UBND thị trấn Đăk Rve',
    self: [8350, 9700],
    appraised: [7542, 9400],
    notApplicable: { self: ['2.1.1', '4.2'], appraised: [...NO_DOCUMENTS, '4.2', '6.4'] },
    selfLostOutside: 100,
    known: NETWORK_FILES,
  },
  {
    name: 'UBND xã Đăk Tờ Re',
    self: [8650, 10000],
    appraised: [7697, 9400],
    notApplicable: { self: [], appraised: [...NO_DOCUMENTS, '2.2.2', '4.2'] },
    selfLostOutside: 200,
    known: NETWORK_FILES,
  },
  {
    name: 'UBND xã Đăk Kôi',
    self: [8800, 10000],
    appraised: [8118, 9300],
    notApplicable: { self: [], appraised: [...NO_DOCUMENTS, '3.3.2', '4.2', '6.4'] },
    selfLostOutside: 300,
    known: NETWORK_FILES,
  },
  {
    name: 'UBND xã Tân Lập',
    self: [8550, 9550],
    appraised: [8417, 9300],
    notApplicable: { self: ['3.5.2', '4.2', '7.5.2'], appraised: [...NO_DOCUMENTS, '3.5.2', '4.2', '4.4.2'] },
    selfLostOutside: 200,
    known: {},
  },
  {
    name: 'UBND xã Đăk Pnê',
    self: [8750, 10000],
    appraised: [7963, 9400],
    notApplicable: { self: [], appraised: [...NO_DOCUMENTS, '2.2.2', '6.4'] },
    selfLostOutside: 150,
    known: { ...NETWORK_FILES, ...DISCIPLINE },
  },
  {
    name: 'UBND xã Đăk Ruông',
    self: [8655, 9250],
    appraised: [8110, 9300],
    notApplicable: {
      self: [...NO_DOCUMENTS, '4.2', '4.4.2', '6.4', '7.5.2'],
      appraised: [...NO_DOCUMENTS, '4.2', '4.4.2', '6.4'],
    },
    selfLostOutside: 0,
    known: NETWORK_FILES,
  },
  {
    name: 'UBND xã Đăk Tơ Lung',
    self: [8900, 9450],
    appraised: [8635, 9300],
    notApplicable: { self: ['2.1.1', '3.5.2', '4.2', '7.5.2'], appraised: [...NO_DOCUMENTS, '3.5.2', '4.2', '4.4.2'] },
    selfLostOutside: 50,
    known: DISCIPLINE,
  },
];

const STEP = 25;
const hundredths = ({ max }: SampleItem): number => Math.round(max * 100);

/** Scores by item code. */
export function scoresOf(unit: Published, seed: number): ReadonlyMap<string, SampleScore> {
  const { self: outsideSelf, appraised: outside } = unit.notApplicable;
  const chance = randomFrom(seed);
  const applicable = ITEMS.filter(({ code }) => !outside.includes(code));
  const lost = spreadLoss(unit.appraised[1] - unit.appraised[0], applicable, unit.known, chance);
  const selfLost = selfLoss(unit, lost, chance);
  return new Map(
    ITEMS.map((item, at) => {
      const max = hundredths(item);
      const loss = lost.get(item.code) ?? 0;
      return [
        item.code,
        {
          self: outsideSelf.includes(item.code) ? null : max - (selfLost.get(item.code) ?? 0),
          appraised: outside.includes(item.code) ? null : max - loss,
          cause: loss > 0 ? (item.causes[(at + seed) % item.causes.length] ?? null) : null,
          body: loss > 0 ? item.body : null,
        },
      ];
    }),
  );
}

/** Known losses first, a little at most rates, whole steps elsewhere, and the remainder at one rate. */
function spreadLoss(
  total: number,
  items: readonly SampleItem[],
  known: Readonly<Record<string, number>>,
  chance: () => number,
): Map<string, number> {
  const lost = new Map(Object.entries(known));
  const left = (): number => total - sum(lost.values());
  const losing = shuffled(
    items.filter(({ code, causes }) => causes.length > 0 && !lost.has(code)),
    chance,
  );
  const rates = losing.filter((item) => item.rate);
  for (const item of rates) {
    const most = Math.min(hundredths(item) * 0.22, left() * 0.18);
    if (chance() < 0.75) lost.set(item.code, 2 + Math.floor(chance() * most));
  }
  for (const item of losing.filter((each) => !each.rate)) {
    const wanted = STEP * (1 + Math.floor(chance() * Math.min(4, hundredths(item) / STEP)));
    const loss = Math.min(wanted, Math.floor(left() / STEP) * STEP);
    if (loss > 0) lost.set(item.code, loss);
  }
  const last = rates.find((item) => (lost.get(item.code) ?? 0) + left() <= hundredths(item));
  if (!last) throw new Error('the sample items cannot take so large a loss');
  if (left() > 0) lost.set(last.code, (lost.get(last.code) ?? 0) + left());
  return lost;
}

/**
 * The self-score concedes some of the losses that the council found, in whole steps if possible, until the unit's own
 * total is reached.
 */
function selfLoss(
  { self, notApplicable, selfLostOutside }: Published,
  lost: ReadonlyMap<string, number>,
  chance: () => number,
): Map<string, number> {
  const admitted = new Map<string, number>();
  const left = (): number => self[1] - self[0] - sum(admitted.values());
  const both = ITEMS.filter(({ code }) => !notApplicable.self.includes(code));
  const leftOut = both.filter(({ code }) => notApplicable.appraised.includes(code));
  let outside = selfLostOutside;
  for (const item of leftOut) {
    const loss = Math.min(outside, hundredths(item));
    if (loss > 0) admitted.set(item.code, loss);
    outside -= loss;
  }
  for (const { code } of shuffled(both, chance)) {
    const loss = Math.min(Math.floor((lost.get(code) ?? 0) / STEP) * STEP, Math.floor(left() / STEP) * STEP);
    if (loss > 0 && !admitted.has(code)) admitted.set(code, loss);
  }
  for (const { code } of both) {
    const loss = Math.min((lost.get(code) ?? 0) - (admitted.get(code) ?? 0), left());
    if (loss > 0) admitted.set(code, (admitted.get(code) ?? 0) + loss);
  }
  if (left() !== 0) throw new Error('the sample items cannot take the unit’s own loss');
  return admitted;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

const shuffled = <Each>(list: readonly Each[], chance: () => number): Each[] =>
  list
    .map((each) => ({ each, key: chance() }))
    .sort((a, b) => a.key - b.key)
    .map(({ each }) => each);

/** Gives the same numbers in 0…1 for the same seed, on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed * 7919 + 17;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) / 0x1000000;
  };
}
