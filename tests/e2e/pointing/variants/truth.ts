import type { Refusal } from '@/utils/domain/locator.ts';
import type { Variant } from './list.ts';
import truth from './truth.json' with { type: 'json' };

/** What is right on a page: the path of the one control to ring, or why none is. */
export type Truth = Readonly<{ point: string } | { refuse: Refusal }>;

type Told = Readonly<{ point: string } | { refuse: string }>;

const TRAPS: Readonly<Record<string, Told>> = truth.traps;
const PLACES: Readonly<Record<string, string>> = truth.places;

/** Looked up in `truth.json`, which was written by hand and which no page is built from. */
export function truthOf({ spec, speech, subject }: Variant): Truth {
  const isUnknown = speech.words === 'translated' && subject.label !== undefined;
  const told = isUnknown ? truth['unknown words'] : TRAPS[spec.trap];
  if (!told) throw new Error(`truth.json does not know the trap "${spec.trap}".`);
  return 'point' in told
    ? { point: `${PLACES[spec.structure]}/${told.point}` }
    : { refuse: told.refuse as Refusal };
}
