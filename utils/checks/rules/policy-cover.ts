import type { Condition, Dimension } from './condition.ts';
import { MODERN_CLIENTS } from './policy-conditions.ts';

/**
 * Whether a sign-in remains that meets the conditions of no policy. `none`: each meets those of at
 * least one. `certain`: one remains that surely exists. `possible`: one remains unless places or
 * device filters overlap in a way that cannot be read.
 */
export type Gap = 'none' | 'possible' | 'certain';

/** `hidden`: the risk is not shown without Entra ID P2. `another`: a platform Microsoft does not name. */
const RISKS = ['none', 'low', 'medium', 'high', 'hidden'];
const VALUES: Readonly<Record<Dimension, readonly string[]>> = {
  client: MODERN_CLIENTS,
  platform: ['android', 'ios', 'windows', 'macos', 'linux', 'another'],
  'sign-in-risk': RISKS,
  'user-risk': RISKS,
  'insider-risk': ['none', 'minor', 'moderate', 'elevated'],
  flow: ['usual', 'devicecodeflow', 'authenticationtransfer'],
};
/** Nobody may have it in this tenant. */
const DOUBTFUL = 'hidden';

/** What is said so far of a sign-in: values it may still have, and what is or is not so. */
type Situation = Readonly<{
  values: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  /** By name: a place it comes from, or a fact. */
  so: Readonly<Record<string, boolean>>;
}>;

const PLACE = 'place ';
const DEVICE = 'device ';

function withSo(situation: Situation, name: string, is: boolean): Situation[] {
  const known = situation.so[name];
  if (known !== undefined) return known === is ? [situation] : [];
  return [{ ...situation, so: { ...situation.so, [name]: is } }];
}

/** Every way in which a sign-in of this situation does not meet the condition. */
function escapes(condition: Condition, situation: Situation, values: Situation['values']) {
  switch (condition.kind) {
    case 'values': {
      const { dimension, all, named } = condition;
      const open = situation.values[dimension] ?? values[dimension] ?? VALUES[dimension];
      const left = open.filter((value) => named.includes(value) === all);
      return left.length > 0
        ? [{ ...situation, values: { ...situation.values, [dimension]: left } }]
        : [];
    }
    case 'fact':
      return withSo(situation, condition.name, !condition.met);
    case 'places':
      return escapePlaces(condition, situation);
  }
}

/** From outside every included place, or from an excluded one. */
function escapePlaces(
  { included, excluded }: Extract<Condition, { kind: 'places' }>,
  situation: Situation,
): Situation[] {
  const outside = included.includes('all')
    ? []
    : included.reduce<Situation[]>(
        (found, place) => found.flatMap((one) => withSo(one, PLACE + place, false)),
        [situation],
      );
  return [...outside, ...excluded.flatMap((place) => withSo(situation, PLACE + place, true))];
}

/**
 * A place or a filter by itself is met by some sign-ins and not by others. How two of them overlap
 * (a named place and "all trusted places") cannot be read, so nothing is certain of both.
 */
function isCertain({ values, so }: Situation): boolean {
  const named = (prefix: string) => Object.entries(so).filter(([name]) => name.startsWith(prefix));
  const places = named(PLACE);
  const inside = places.filter(([, is]) => is).length;
  const isElsewhere = inside === 0 || (inside === 1 && places.length === 1);
  const isReal = Object.values(values).every((left) => left.some((value) => value !== DOUBTFUL));
  return isElsewhere && named(DEVICE).length <= 1 && isReal;
}

/** More steps than this, and it counts as not known: dozens of policies with many conditions each. */
const MOST_STEPS = 20_000;

/** Values that policies name and we have not heard of are values, too. */
function allValues(policies: readonly (readonly Condition[])[]): Situation['values'] {
  const values: Partial<Record<Dimension, readonly string[]>> = {};
  for (const condition of policies.flat()) {
    if (condition.kind !== 'values' || condition.dimension === 'client') continue;
    const { dimension, named } = condition;
    values[dimension] = [...new Set([...(values[dimension] ?? VALUES[dimension]), ...named])];
  }
  return values;
}

/**
 * Looks for a sign-in that no policy is about, given the conditions of each: it has to escape at
 * least one condition of every policy.
 */
export function gapOf(policies: readonly (readonly Condition[])[]): Gap {
  const values = allValues(policies);
  const fewestFirst = [...policies].sort((one, other) => one.length - other.length);
  let steps = 0;
  let isPossible = false;
  const search = (situation: Situation, index: number): boolean => {
    steps += 1;
    const conditions = fewestFirst[index];
    if (!conditions) {
      isPossible = true;
      return isCertain(situation);
    }
    return conditions.some((condition) =>
      escapes(condition, situation, values).some(
        (next) => steps < MOST_STEPS && search(next, index + 1),
      ),
    );
  };
  if (search({ values: {}, so: {} }, 0)) return 'certain';
  return isPossible || steps >= MOST_STEPS ? 'possible' : 'none';
}
