import type { Reason } from '@/utils/domain/outcome.ts';

/** What the reader can do about it, as one thing. `wait`: nothing; Waymark looks again by itself. */
export type RemedyAction =
  | 'sign-in'
  | 'grant'
  | 'ask'
  | 'by-hand'
  | 'right-tenant'
  | 'copy-support'
  | 'check-now'
  | 'wait';

export type Remedy = Readonly<{
  /** Message id of the one sentence that stands under the verdict. */
  advice: `remedy.${Reason}`;
  action: RemedyAction;
}>;

/** For every reason of "can't tell" exactly one way out. A new reason does not compile without one. */
export const REMEDIES: Readonly<Record<Reason, Remedy>> = {
  'signed-out': { advice: 'remedy.signed-out', action: 'sign-in' },
  'consent-required': { advice: 'remedy.consent-required', action: 'grant' },
  'role-missing': { advice: 'remedy.role-missing', action: 'ask' },
  'licence-missing': { advice: 'remedy.licence-missing', action: 'by-hand' },
  throttled: { advice: 'remedy.throttled', action: 'wait' },
  offline: { advice: 'remedy.offline', action: 'wait' },
  'not-in-this-cloud': { advice: 'remedy.not-in-this-cloud', action: 'by-hand' },
  'wrong-tenant': { advice: 'remedy.wrong-tenant', action: 'right-tenant' },
  'unexpected-response': { advice: 'remedy.unexpected-response', action: 'copy-support' },
  'not-measured-yet': { advice: 'remedy.not-measured-yet', action: 'check-now' },
};
