import { type Words, words } from '../domain/words.ts';
import type { SignInFailure } from './types.ts';

type Code = SignInFailure['code'] | 'signed-out';

/**
 * Microsoft's sign-in error numbers, by what they mean for us. Numbers are for wording and may
 * change (https://learn.microsoft.com/entra/identity-platform/reference-error-codes), so every use
 * has a fallback. `signed-out`: a window is needed, and will do.
 */
const NUMBERS: Readonly<Record<Code, readonly number[]>> = {
  cancelled: [],
  offline: [],
  unexpected: [],
  'consent-required': [65001, 65004, 90008],
  'admin-consent-required': [90094, 90095],
  'other-account': [],
  'wrong-tenant': [50020, 50034, 51004, 90072],
  'app-not-found': [50011, 50194, 65002, 70001, 90002, 90038, 700011, 700016, 7000112, 9002326],
  blocked: [
    50053, 50057, 50097, 50105, 50158, 53000, 53001, 53002, 53003, 53004, 53010, 530032, 530035,
  ],
  'signed-out': [
    16000, 50055, 50058, 50072, 50074, 50076, 50078, 50079, 50126, 50144, 50173, 70008, 500121,
    700082, 700084,
  ],
};

const CODES = new Map(
  Object.entries(NUMBERS).flatMap(([code, numbers]) =>
    numbers.map((number) => [number, code as Code] as const),
  ),
);

/** The AADSTS number in an `error_description`, if there is one. */
export function findAadsts(text: string): number | undefined {
  const digits = /AADSTS(\d{4,7})/.exec(text)?.[1];
  return digits ? Number(digits) : undefined;
}

/** What a number means for us; `undefined` for one we have no words for. */
export function codeOf(aadsts: number | undefined): Code | undefined {
  return aadsts === undefined ? undefined : CODES.get(aadsts);
}

/** The failure in plain words with the way out: by number where there are words, else by kind. */
export function problemWords(failure: SignInFailure): Words {
  const { aadsts, code, message } = failure;
  if (aadsts !== undefined && CODES.has(aadsts)) return words(`sign-in.aadsts.${aadsts}`);
  return words(`sign-in.${code}`, aadsts === undefined ? { message } : { message, number: aadsts });
}

/** What a code says that somebody read in Microsoft's window, `AADSTS50011` or the number alone. */
export function explainCode(text: string): Words | undefined {
  const digits = /(?<!\d)\d{4,7}(?!\d)/.exec(text)?.[0];
  if (!digits) return undefined;
  const aadsts = Number(digits);
  if (CODES.has(aadsts)) return words(`sign-in.aadsts.${aadsts}`);
  return words('options.code.unknown', { number: digits });
}

/** All numbers that have words of their own. */
export const KNOWN_NUMBERS: readonly number[] = [...CODES.keys()];
