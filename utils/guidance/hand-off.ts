import * as v from 'valibot';
import type { Answers } from '../domain/check.ts';
import type { Guide, Step } from '../domain/guide.ts';
import type { Portal } from '../domain/portal.ts';
import { signInName } from '../policy/settings.ts';
import { parseAddress } from './address.ts';
import { linkTo } from './match-page.ts';

/** Name of the fragment parameter that carries a hand-off; a portal ignores it. */
const PARAMETER = 'waymark';

const HandOff = v.object({
  guide: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  step: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  account: signInName,
});

export type HandOff = v.InferOutput<typeof HandOff>;

/**
 * A link that opens a step's page elsewhere (a private window, another profile, a colleague's
 * machine) with the guide at the right step. It carries the account's sign-in name and nothing
 * else of the tenant; proof is read again over there.
 */
export function handOffLink(
  guide: Guide,
  step: Step,
  answers: Answers,
  portals: readonly Portal[],
): string | undefined {
  const page = step.page && linkTo(step.page, portals);
  if (!page || !answers.integrationAccount) return undefined;
  const url = new URL(page);
  const cargo = { guide: guide.id, step: step.id, account: answers.integrationAccount };
  url.hash = new URLSearchParams({ [PARAMETER]: JSON.stringify(cargo) }).toString();
  return url.href;
}

/** Reads a hand-off from an address; anything malformed is no hand-off. */
export function readHandOff(address: string, guide: Guide): HandOff | undefined {
  const cargo = new URLSearchParams(parseAddress(address)?.hash.slice(1)).get(PARAMETER);
  const parsed = v.safeParse(HandOff, parseJson(cargo));
  if (!parsed.success || parsed.output.guide !== guide.id) return undefined;
  return guide.steps.some((step) => step.id === parsed.output.step) ? parsed.output : undefined;
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
