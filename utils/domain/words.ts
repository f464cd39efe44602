/**
 * A sentence to be said in the reader's language: the id of a message in
 * `locales/<language>/messages.json` and the values it takes. Verdicts travel as `Words`, so that
 * one verdict can be read in any language, today or from a saved report.
 */
export type Words = Readonly<{
  id: string;
  values?: Readonly<Record<string, string | number>>;
}>;

/** Shorthand: `words('admin-agent.not-member', { account })`. */
export function words(id: string, values?: Readonly<Record<string, string | number>>): Words {
  return values ? { id, values } : { id };
}
