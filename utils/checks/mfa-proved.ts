import type { Check, Found, Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import type { Read } from '@/utils/domain/read.ts';
import { words } from '@/utils/domain/words.ts';
import { POLICY_LAG, SIGN_IN_LAG } from './data/waits.ts';
import { type SignIn, signInsRead } from './reads/sign-ins.ts';
import { carriedDemandReads, findCarriedDemand } from './rules/carried-demand.ts';
import { requireAccount } from './rules/find-account.ts';
import type { Carrying, LastChange } from './rules/last-change.ts';
import { blind, type Known, undecided, withNotes } from './rules/outcomes.ts';
import { isOnRecordSince, type SignInSeen, successfulSignIns } from './rules/sign-in-record.ts';
import { timeOf, waitAfterAction, waitSince } from './rules/wait.ts';

/** A sign-in of the account, after the rule took hold, whose record shows MFA. */
export const check: Check = {
  id: 'mfa-proved',
  judge,
  onRecord: true,
  sources: [
    'https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta',
    'https://learn.microsoft.com/graph/api/resources/authenticationdetail?view=graph-rest-beta',
    'https://learn.microsoft.com/entra/identity/monitoring-health/reports-faq',
    'https://learn.microsoft.com/partner-center/security/partner-security-requirements-mandating-mfa',
  ],
};

type Logs = Readonly<{ found: Found<SignIn[]>; read: Read<SignIn[]>; weaker: boolean }>;

/** Beta alone says what was demanded; v1.0 stands in only where beta does not exist or is broken. */
function findLogs(inquiry: Inquiry, accountId: string): Logs {
  const read = signInsRead('beta', accountId, inquiry.nowMs);
  const found = inquiry.find(read);
  const isBroken =
    found.kind === 'absent' ||
    (found.kind === 'unknown' &&
      ['not-in-this-cloud', 'unexpected-response'].includes(found.reason));
  if (!isBroken) return { found, read, weaker: false };
  const older = signInsRead('v1.0', accountId, inquiry.nowMs);
  return { found: inquiry.find(older), read: older, weaker: true };
}

function judge(inquiry: Inquiry): Outcome {
  const account = requireAccount(inquiry, carriedDemandReads(inquiry.nowMs));
  if (account.kind === 'stop') return account.outcome;
  const { id, signInName } = account.account;
  const { found, read, weaker } = findLogs(inquiry, id);
  const carried = findCarriedDemand(inquiry, account.account, 'mfa-proved');
  if (found.kind !== 'fact') {
    return blind(found, read, words('mfa-proved.unreadable', { account: signInName }));
  }
  if (carried.kind === 'stop') return carried.outcome;
  return judgeRecords(inquiry, {
    account: signInName,
    createdMs: timeOf(account.account.whole?.createdDateTime),
    logs: found,
    read,
    weaker,
    signIns: successfulSignIns(found.fact, id),
    demand: carried.demand,
    change: carried.change,
  });
}

type Scene = Readonly<{
  account: string;
  /** When the account was made. Absent: not shown. */
  createdMs: number | undefined;
  logs: Known<SignIn[]>;
  read: Read;
  weaker: boolean;
  signIns: readonly SignInSeen[];
  demand: Carrying;
  change: LastChange;
}>;

function judgeRecords(inquiry: Inquiry, scene: Scene): Outcome {
  const { signIns } = scene;
  const sinceMs = ruleSinceMs(scene);
  const settling = waitSince(sinceMs, POLICY_LAG, inquiry.nowMs);
  if (settling) {
    const summary = words('mfa-proved.rule-settling');
    return { status: 'in-progress', summary, evidence: [seen(scene, signIns[0])], ...settling };
  }
  const counted = signIns.filter((one) => isAfter(one, sinceMs, scene.demand));
  const proof = counted.find((one) => one.proof === 'mfa');
  const single = counted.find((one) => one.proof === 'single');
  const contradicts = single?.isPartnerCenter && proof && single.atMs > proof.atMs;
  if (proof && !contradicts) return proved(scene, proof, single);
  if (single) return singleFactor(scene, single);
  const unclear = counted.find((one) => one.proof === 'unclear');
  return unclear ? unclearRecord(inquiry, scene, unclear) : noRecord(inquiry, scene);
}

/** Since when the rule is as it is; of one that changed before all records, nobody knows. */
function ruleSinceMs({ change }: Scene): number {
  return change.carriedSinceMs ?? Number.NEGATIVE_INFINITY;
}

/**
 * After the rule took hold: ten minutes after it changed, or sooner where the record itself shows
 * that this very rule was met.
 */
function isAfter(signIn: SignInSeen, sinceMs: number, demand: Carrying): boolean {
  if (signIn.atMs >= sinceMs + POLICY_LAG.longestMs) return true;
  if (signIn.atMs < sinceMs || signIn.proof !== 'mfa') return false;
  if (demand.kind === 'per-user') return signIn.provider === 'user';
  return demand.carriers.some(({ policy }) =>
    signIn.metPolicyIds.includes(policy.id.toLowerCase()),
  );
}

function seen({ logs }: Scene, signIn: SignInSeen | undefined): Evidence {
  if (!signIn) return logs.observe(words('seen.no-sign-in'));
  const { proof, app, atMs, provider } = signIn;
  const values = { at: iso(atMs), app, provider: provider ?? '–' };
  return logs.observe(words(`seen.sign-in-${proof}`, values));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function proved(scene: Scene, proof: SignInSeen, single: SignInSeen | undefined): Outcome {
  const { account, weaker } = scene;
  const later = single && single.atMs > proof.atMs ? [single] : [];
  const notes = [
    ...(weaker ? [words('mfa-proved.weaker-record')] : []),
    ...later.map(({ app, atMs }) => words('mfa-proved.other-app-single', { app, at: iso(atMs) })),
  ];
  return {
    status: 'done',
    summary: words('mfa-proved.proved', { account, at: iso(proof.atMs), app: proof.app }),
    evidence: [seen(scene, proof), ...later.map((one) => seen(scene, one))],
    ...withNotes(notes),
  };
}

function singleFactor(scene: Scene, single: SignInSeen): Outcome {
  const values = { account: scene.account, at: iso(single.atMs), app: single.app };
  return {
    status: 'not-done',
    summary: words('mfa-proved.single-factor', values),
    fix: words('mfa-proved.single-factor.fix'),
    evidence: [seen(scene, single)],
  };
}

/** The details of MFA are added to a record later than the record itself. */
function unclearRecord(inquiry: Inquiry, scene: Scene, unclear: SignInSeen): Outcome {
  const evidence = [seen(scene, unclear)];
  const summary = words('mfa-proved.unclear', { account: scene.account, at: iso(unclear.atMs) });
  const wait = scene.weaker ? undefined : waitSince(unclear.atMs, SIGN_IN_LAG, inquiry.nowMs);
  if (wait) return { status: 'in-progress', summary, evidence, ...wait };
  return undecided(scene.read, summary, evidence);
}

function noRecord(inquiry: Inquiry, scene: Scene): Outcome {
  const { account, signIns } = scene;
  const [latest] = signIns;
  const evidence = [seen(scene, latest)];
  const watched = inquiry.watched.actionAt?.['mfa-proved'];
  const wait = waitAfterAction([watched], SIGN_IN_LAG, inquiry.nowMs);
  if (wait) {
    const summary = words('mfa-proved.not-seen-yet', { account });
    return { status: 'in-progress', summary, evidence, ...wait };
  }
  const countsFromMs = ruleSinceMs(scene) + POLICY_LAG.longestMs;
  const isKnown = latest || isOnRecordSince(countsFromMs, scene.createdMs, inquiry.nowMs);
  if (!isKnown) return beyondRecord(scene, evidence);
  return {
    status: 'not-done',
    summary: latest
      ? words('mfa-proved.only-before', { account, at: iso(latest.atMs) })
      : words('mfa-proved.none', { account }),
    fix: words('mfa-proved.none.fix', { account }),
    evidence,
  };
}

/** The account may have passed MFA before the record begins: an empty one says neither yes nor no. */
function beyondRecord({ account }: Scene, evidence: readonly Evidence[]): Outcome {
  const summary = words('mfa-proved.beyond-record', { account });
  return { status: 'cannot-tell', reason: 'not-measured-yet', summary, evidence };
}
