/** A figure and the bounds that 95 of 100 measurements like this one would give. */
export type Estimate = Readonly<{ value: number; low: number; high: number }>;

const RESAMPLES = 2_000;

/** Middle of the values; between the two middle ones of an even number. */
export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[sorted.length / 2 - 1] ?? upper)) / 2;
}

/**
 * Quotient of two medians, with its bounds by bootstrap. What was measured in one round stays
 * together, so that a slow moment of the machine weighs on both sides of the quotient.
 *
 * @param rounds `[ours, floor]` of each round.
 */
export function ratioOf(rounds: readonly (readonly [number, number])[]): Estimate {
  const ratio = (of: readonly (readonly [number, number])[]) =>
    middle(of.map(([ours]) => ours)) / middle(of.map(([, floor]) => floor));
  const random = randomFrom(1);
  const again = Array.from({ length: RESAMPLES }, () =>
    ratio(rounds.map(() => rounds[Math.floor(random() * rounds.length)] ?? [1, 1])),
  ).toSorted((a, b) => a - b);
  const at = (part: number) => again[Math.floor(part * RESAMPLES)] ?? Number.NaN;
  return { value: ratio(rounds), low: at(0.025), high: at(0.975) };
}

/** The same numbers between 0 and 1 for the same seed (mulberry32), so that a page can be made again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
