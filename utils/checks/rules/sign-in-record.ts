import { PARTNER_CENTER_APPS } from '../data/apps.ts';
import { SIGN_INS_REACH_MS, type SignIn } from '../reads/sign-ins.ts';
import { timeOf } from './wait.ts';

/**
 * One successful sign-in. `mfa`: MFA was demanded and passed, now or earlier in the session.
 * `single`: it was not demanded. `unclear`: the record does not say, or not yet.
 */
export type SignInSeen = Readonly<{
  atMs: number;
  proof: 'mfa' | 'single' | 'unclear';
  app: string;
  isPartnerCenter: boolean;
  /** Who demanded MFA, in Microsoft's words, e.g. `multiConditionalAccess`. */
  provider: string | undefined;
  /** Policies that the record says were met. */
  metPolicyIds: readonly string[];
}>;

/** Microsoft's display texts in v1.0 and beta; a hint, never the only leg in beta. */
const SAYS_MFA = /MFA (completed|requirement satisfied)/i;
const SAYS_SKIPPED = /skipped/i;
const MFA_STEP = /multi-?\s?factor/i;
/** Methods that are MFA in one primary step, where MFA was demanded and the sign-in succeeded. */
const MFA_IN_ONE = /fido2|passkey|windows hello|platform credential|certificate|phone sign-?in/i;

/**
 * The successful sign-ins among the records of one user, newest first. One sign-in leaves several
 * rows (interrupts first, error code 0 last), tied by their correlation id: only the successful row
 * is judged, and steps passed in its siblings count for it.
 */
export function successfulSignIns(rows: readonly SignIn[], userId: string): SignInSeen[] {
  const own = rows.filter(
    (row) => !row.userId || row.userId.toLowerCase() === userId.toLowerCase(),
  );
  return own
    .filter((row) => row.status?.errorCode === 0)
    .flatMap((row) => see(row, siblingsOf(row, own)))
    .sort((one, other) => other.atMs - one.atMs);
}

/**
 * Whether every sign-in since `fromMs` would still be on record, so that an empty record means that
 * there was none. Before the account was made there was none anyhow.
 *
 * @param createdMs When the account was made, where that is shown.
 */
export function isOnRecordSince(
  fromMs: number,
  createdMs: number | undefined,
  nowMs: number,
): boolean {
  return Math.max(fromMs, createdMs ?? fromMs) >= nowMs - SIGN_INS_REACH_MS;
}

function siblingsOf(row: SignIn, rows: readonly SignIn[]): SignIn[] {
  const { correlationId } = row;
  return correlationId ? rows.filter((other) => other.correlationId === correlationId) : [row];
}

function see(row: SignIn, siblings: readonly SignIn[]): SignInSeen[] {
  const atMs = timeOf(row.createdDateTime);
  if (atMs === undefined) return [];
  const ids = [row.appId, row.resourceId].map((id) => id?.toLowerCase() ?? '');
  const met = row.appliedConditionalAccessPolicies.filter(({ result }) => result === 'success');
  const providers = row.authenticationRequirementPolicies.flatMap(
    ({ requirementProvider }) => requirementProvider ?? [],
  );
  return [
    {
      atMs,
      proof: proofOf(row, siblings),
      app: row.resourceDisplayName ?? row.appDisplayName ?? '',
      isPartnerCenter: ids.some((id) => PARTNER_CENTER_APPS.includes(id)),
      provider: providers[0],
      metPolicyIds: met.flatMap(({ id }) => id?.toLowerCase() ?? []),
    },
  ];
}

function proofOf(row: SignIn, siblings: readonly SignIn[]): SignInSeen['proof'] {
  const demanded = row.authenticationRequirement?.toLowerCase();
  if (demanded === 'singlefactorauthentication') return 'single';
  const remarks = siblings.map(({ status }) => status?.additionalDetails ?? '');
  const saysMfa = remarks.some((remark) => SAYS_MFA.test(remark));
  if (saysMfa) return 'mfa';
  if (demanded === 'multifactorauthentication' && siblings.some(passedMfa)) return 'mfa';
  return remarks.some(isSkipped) || siblings.some(skippedMfa) ? 'single' : 'unclear';
}

/** Demanded, and let go: a remembered device, a trusted address. Nothing was proved. */
function isSkipped(remark: string): boolean {
  return SAYS_SKIPPED.test(remark);
}

function skippedMfa({ authenticationDetails }: SignIn): boolean {
  return authenticationDetails.some((step) => isSkipped(step.authenticationStepResultDetail ?? ''));
}

function passedMfa({ authenticationDetails }: SignIn): boolean {
  return authenticationDetails.some((step) => {
    const detail = step.authenticationStepResultDetail ?? '';
    const method = step.authenticationMethod ?? '';
    const isMfa =
      MFA_STEP.test(step.authenticationStepRequirement ?? '') ||
      SAYS_MFA.test(detail) ||
      /previously satisfied/i.test(method) ||
      MFA_IN_ONE.test(method);
    return step.succeeded === true && isMfa && !isSkipped(detail);
  });
}
