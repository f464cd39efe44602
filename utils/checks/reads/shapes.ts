import * as v from 'valibot';

/** A text that Graph may leave out or send as null. */
export const text = v.nullish(v.string());
export const flag = v.nullish(v.boolean());
export const count = v.nullish(v.number());

/** A list that Graph may leave out or send as null: then empty. */
export function listOf<const Item extends v.GenericSchema>(item: Item) {
  return v.nullish(v.array(item), []);
}

/**
 * Parser of a Graph collection, `{ value: [...] }`.
 *
 * @throws ValiError when the body has another shape
 */
export function collectionOf<const Item extends v.GenericSchema>(item: Item) {
  const schema = v.object({ value: v.array(item) });
  return (body: unknown): v.InferOutput<Item>[] => v.parse(schema, body).value;
}

/** `2026-11-22T00:00:00Z`: a bound that stays the same all day, so that a read keeps its identity. */
export function daysAgo(days: number, nowMs: number): string {
  const dayMs = 86_400_000;
  const midnightMs = Math.floor(nowMs / dayMs) * dayMs - days * dayMs;
  return `${new Date(midnightMs).toISOString().slice(0, 19)}Z`;
}

/** Writes a `$filter` into an address; apostrophes of values are doubled by the caller. */
export function filter(expression: string): string {
  return `$filter=${encodeURIComponent(expression).replaceAll("'", '%27')}`;
}
