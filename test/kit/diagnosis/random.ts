/** Pseudo-random numbers that are the same for the same seed. */
export interface Chance {
  /** A whole number from 0 to `below` − 1. */
  readonly below: (below: number) => number;
  readonly is: (share: number) => boolean;
  readonly of: <T>(choices: readonly T[]) => T;
}

/** Mulberry32: small, and sufficient to generate test cases. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (below) => Math.floor(next() * below),
    is: (share) => next() < share,
    of: (choices) => {
      const chosen = choices[Math.floor(next() * choices.length)];
      if (chosen === undefined) throw new RangeError('nothing to choose from');
      return chosen;
    },
  };
}
