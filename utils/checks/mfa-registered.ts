import type { Check, Found, Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { DIRECTORY_LAG } from './data/waits.ts';
import { type Method, methodsRead } from './reads/methods.ts';
import { type MethodsPolicy, methodsPolicyRead } from './reads/methods-policy.ts';
import { type Registration, registrationRead } from './reads/registration-report.ts';
import { isAllowed } from './rules/allowed-methods.ts';
import { requireAccount } from './rules/find-account.ts';
import type { Tri } from './rules/obstacles.ts';
import { blind, undecided, unreadEvidence, withNotes } from './rules/outcomes.ts';
import {
  counts,
  fromMethods,
  fromReport,
  isNewerThanReport,
  isPhoneRetired,
  type Registered,
} from './rules/registered.ts';
import { waitAfterAction } from './rules/wait.ts';

/** The account has a method that counts as MFA and that the tenant lets it use. */
export const check: Check = {
  id: 'mfa-registered',
  judge,
  sources: [
    'https://learn.microsoft.com/graph/api/authentication-list-methods',
    'https://learn.microsoft.com/graph/api/userregistrationdetails-get',
    'https://learn.microsoft.com/graph/api/authenticationmethodspolicy-get',
    'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods',
    'https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement',
  ],
};

function judge(inquiry: Inquiry): Outcome {
  const found = requireAccount(inquiry);
  if (found.kind === 'stop') return found.outcome;
  const { id, signInName: account } = found.account;
  const methods = inquiry.find(methodsRead(id));
  const report = inquiry.find(registrationRead(id));
  const policy = inquiry.find(methodsPolicyRead);
  const scene = { account, evidence: evidenceOf(methods, report) };
  if (methods.kind === 'fact') {
    const allowed = allowance(methods.fact, report, policy);
    return say(inquiry, scene, id, { ...fromMethods(methods.fact), allowed });
  }
  if (report.kind === 'fact') {
    const allowed = report.fact.isMfaCapable ? 'yes' : 'no';
    return say(inquiry, scene, id, { ...fromReport(report.fact), allowed });
  }
  const summary = words('mfa-registered.unreadable', { account });
  return blind(methods, methodsRead(id), summary, unreadEvidence(report));
}

/** The report knows best; where it is too old or cannot be read, the tenant's policy is asked. */
function allowance(
  methods: readonly Method[],
  report: Found<Registration>,
  policy: Found<MethodsPolicy>,
): Tri {
  if (report.kind === 'fact' && report.fact.isMfaRegistered) {
    if (!isNewerThanReport(methods, report.fact)) return report.fact.isMfaCapable ? 'yes' : 'no';
  }
  if (policy.kind !== 'fact') return 'unsure';
  return isAllowed(methods.filter(counts), policy.fact);
}

function evidenceOf(methods: Found<Method[]>, report: Found<Registration>): Evidence[] {
  const listed = methods.kind === 'fact' ? fromMethods(methods.fact).names.join(', ') : '';
  const { isMfaRegistered = false, isMfaCapable = false } =
    report.kind === 'fact' ? report.fact : {};
  const verdict = isMfaCapable ? 'capable' : 'not-capable';
  return [
    ...(methods.kind === 'fact'
      ? [methods.observe(words(listed ? 'seen.methods' : 'seen.no-methods', { methods: listed }))]
      : []),
    ...(report.kind === 'fact'
      ? [report.observe(words(`seen.report-${isMfaRegistered ? verdict : 'not-registered'}`))]
      : []),
  ];
}

type Said = Readonly<{ account: string; evidence: readonly Evidence[] }>;
type Seen = Registered & Readonly<{ allowed: Tri }>;

function say(inquiry: Inquiry, said: Said, accountId: string, seen: Seen): Outcome {
  const { account, evidence } = said;
  const values = { account, methods: seen.names.join(', ') };
  if (seen.worth === 'unknown') {
    return undecided(
      methodsRead(accountId),
      words('mfa-registered.unknown-method', values),
      evidence,
    );
  }
  const problem = problemOf(seen, inquiry.nowMs);
  if (!problem) {
    const summary = words('mfa-registered.registered', values);
    return { status: 'done', summary, evidence, ...withNotes(doneNotes(seen)) };
  }
  const watched = inquiry.watched.actionAt?.['mfa-registered'];
  const wait = waitAfterAction([watched], DIRECTORY_LAG, inquiry.nowMs);
  if (wait) {
    const summary = words('mfa-registered.not-seen-yet', values);
    return { status: 'in-progress', summary, evidence, ...wait };
  }
  return {
    status: 'not-done',
    summary: words(`mfa-registered.${problem}`, values),
    fix: words(`mfa-registered.${problem}.fix`),
    evidence,
    ...withNotes(seen.asOf ? [words('mfa-registered.report-as-of', { at: seen.asOf })] : []),
  };
}

function problemOf(
  { worth, allowed }: Seen,
  nowMs: number,
): 'none' | 'not-capable' | 'phone-retired' | undefined {
  if (worth === 'not-mfa') return 'none';
  if (allowed === 'no') return 'not-capable';
  return worth === 'phone' && isPhoneRetired(nowMs) ? 'phone-retired' : undefined;
}

function doneNotes({ worth, hasPhone, allowed }: Seen): Words[] {
  const unsure = allowed === 'unsure' ? [words('mfa-registered.maybe-not-allowed')] : [];
  if (worth === 'phone') return [words('mfa-registered.only-phone'), ...unsure];
  return [...(hasPhone ? [words('mfa-registered.also-phone')] : []), ...unsure];
}
