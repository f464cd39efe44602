import type { Check, Found, Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { DIRECTORY_LAG } from './data/waits.ts';
import { type Method, methodsRead } from './reads/methods.ts';
import { type Registration, registrationRead } from './reads/registration-report.ts';
import { requireAccount } from './rules/find-account.ts';
import { blind, undecided, unreadEvidence, withNotes } from './rules/outcomes.ts';
import {
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
  const scene = { account, evidence: evidenceOf(methods, report) };
  if (methods.kind === 'fact') {
    const refused =
      report.kind === 'fact' &&
      !report.fact.isMfaCapable &&
      report.fact.isMfaRegistered &&
      !isNewerThanReport(methods.fact, report.fact);
    return say(inquiry, scene, id, { ...fromMethods(methods.fact), refused });
  }
  if (report.kind === 'fact') {
    const refused = report.fact.isMfaRegistered && !report.fact.isMfaCapable;
    return say(inquiry, scene, id, { ...fromReport(report.fact), refused });
  }
  const summary = words('mfa-registered.unreadable', { account });
  return blind(methods, methodsRead(id), summary, unreadEvidence(report));
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
type Seen = Registered & Readonly<{ refused: boolean }>;

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
    return { status: 'done', summary, evidence, ...withNotes(phoneNotes(seen)) };
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
  { worth, refused }: Seen,
  nowMs: number,
): 'none' | 'not-capable' | 'phone-retired' | undefined {
  if (worth === 'not-mfa') return 'none';
  if (refused) return 'not-capable';
  return worth === 'phone' && isPhoneRetired(nowMs) ? 'phone-retired' : undefined;
}

function phoneNotes({ worth, hasPhone }: Seen): Words[] {
  if (worth === 'phone') return [words('mfa-registered.only-phone')];
  return hasPhone ? [words('mfa-registered.also-phone')] : [];
}
