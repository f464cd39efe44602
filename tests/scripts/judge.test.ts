import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { domainsIn, tenantNameIn } from '@/utils/background/findings.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import { type ReadResult, readKey } from '@/utils/domain/read.ts';
import { inquire } from '@/utils/graph/index.ts';
import { judgeAll } from '@/utils/inquiry/index.ts';
import { veil } from '@/utils/report/veil.ts';
import { readEvidenceFile } from '../../scripts/lib/evidence-file.ts';
import { judgeEvidence, rejudge } from '../../scripts/lib/judge-evidence.ts';
import { makeFinishedTenant } from '../bench/finished-tenant.ts';
import { answer } from '../utils/checks/random/mini-graph.ts';
import { ACCOUNT, IDS, NOW_MS, type RandomTenant } from '../utils/checks/random/tenant.ts';
import { serveGraph } from '../utils/graph/loopback.ts';

const TENANT: RandomTenant = {
  account: {
    exists: true,
    enabled: true,
    kind: 'member',
    isReader: false,
    globalAdmin: false,
    madeMinutesAgo: 500_000,
  },
  agentGroups: [{ member: 'direct' }],
  sku: 'usable',
  licence: 'on',
  dynamics: false,
  policies: [],
  securityDefaults: true,
  perUser: 'disabled',
  methods: ['authenticator'],
  methodsAllowed: true,
  signIns: [],
  memberSinceMinutes: 400_000,
  score: 'compliant',
  blind: {},
};
const CONTEXT = {
  answers: { partnerTier: 'direct', integrationAccount: ACCOUNT },
  identity: { tenantId: IDS.tenant, userId: IDS.reader, username: 'mira', scopes: [] },
  watched: {},
  nowMs: NOW_MS,
} as const;

function collect(): Record<string, ReadResult> {
  const findings: Record<string, ReadResult> = {};
  for (;;) {
    const { pending } = judgeAll(Object.values(CHECKS), CONTEXT, findings);
    if (pending.length === 0) return findings;
    for (const read of pending) findings[readKey(read)] = answer(TENANT, read);
  }
}

const guide = 'work365-partner-center';
const CHECK_IDS = Object.keys(CHECKS);
const EVIDENCE = { ...CONTEXT, guide, findings: collect() };

/** The command itself, as its own process. */
function run(...args: string[]) {
  return spawnSync('npx', ['tsx', 'scripts/judge.ts', ...args], { encoding: 'utf8' });
}

function judge(content: unknown): string {
  return judgeEvidence(JSON.stringify(content)).join('\n');
}

test('the command prints one verdict a step for saved evidence, and ends with 0', {
  timeout: 60_000,
}, () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'judge-')), 'evidence.json');
  writeFileSync(file, JSON.stringify(EVIDENCE));
  const { status, stdout } = run(file);
  expect(status).toBe(0);
  const lines = stdout.trim().split('\n');
  expect(lines.map((line) => line.split(':')[0])).toEqual(Object.keys(CHECKS));
  expect(stdout).toContain(
    `account-exists: done – ${ACCOUNT} exists, may sign in and is no administrator.`,
  );
  expect(stdout).toContain('mfa-required: in-progress – Security defaults are on.');
});

test('the command ends with 2 and says what is missing', { timeout: 60_000 }, () => {
  const { status, stderr } = run();
  expect(status).toBe(2);
  expect(stderr).toMatch(/Name the evidence file/);
});

describe('a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'judge-'));

  test('that is not there, or is a folder, is said to be', () => {
    expect(() => readEvidenceFile(path.join(folder, 'none.json'))).toThrow(/no such file/);
    expect(() => readEvidenceFile(folder)).toThrow(/folder, not a file/);
  });

  test.each(['utf8', 'utf16le'] as const)('with a mark of byte order is read: %s', (encoding) => {
    const file = path.join(folder, encoding);
    writeFileSync(file, `\uFEFF${JSON.stringify(EVIDENCE)}`, encoding);
    expect(judgeEvidence(readEvidenceFile(file)).join('\n')).toBe(judge(EVIDENCE));
  });
});

test('without personal data it gives the same verdicts', async () => {
  const { world, context } = makeFinishedTenant();
  const loopback = await serveGraph(world);
  const { findings, outcomes } = await inquire(Object.values(CHECKS), context, loopback.ports);
  await loopback.close();
  const { scopes, ...account } = context.identity ?? CONTEXT.identity;
  const { answers, watched } = context;
  const known = { guideId: guide, guideVersion: 1, extensionVersion: '0.1.0' };
  const readAt = new Date(world.clock.nowMs()).toISOString();
  const tenant = { domains: domainsIn(findings), tenantName: tenantNameIn(findings) ?? '' };
  const seen = { readAt, answers, watched, account, scopes, steps: [], findings };
  const report = { ...known, ...tenant, ...seen };
  const statuses = (content: unknown) =>
    rejudge(JSON.stringify(content)).map(({ step, outcome }) => [step, outcome?.status]);
  expect(statuses(report)).toEqual(CHECK_IDS.map((id) => [id, outcomes[id]?.status]));
  expect(JSON.stringify(veil(report))).not.toContain(account.username);
  expect(statuses(veil(report))).toEqual(statuses(report));
});

test('what the report page exports is read too', () => {
  const { identity, nowMs, ...rest } = CONTEXT;
  const { scopes, ...account } = identity;
  const readAt = new Date(nowMs).toISOString();
  const { findings } = EVIDENCE;
  const report = { ...rest, guideId: guide, readAt, account, scopes, findings, steps: [] };
  expect(judge(report)).toBe(judge(EVIDENCE));
});

test('a step that the file has too little for is not judged', () => {
  const verdicts = judge({ ...EVIDENCE, findings: {} });
  expect(verdicts).toContain('work365-values: not judged, readings missing from the file: 1');
});

test.each([
  ['something that is not JSON', '{', /not JSON.*button "JSON"/],
  ['nothing', ' \n', /it is empty/],
  ['the report in words', '# Work 365 and Partner Center\n', /report in words.*button "JSON"/],
  ['a file of something else', '{"log":{"entries":[]}}', /no evidence file/],
  ['a list', '[]', /no evidence file/],
  ['a file without answers', { guide, nowMs: 1, findings: {} }, /answers/],
  ['a time that is none', { ...EVIDENCE, nowMs: 'today' }, /nowMs/],
  ['a finding of no kind', { ...EVIDENCE, findings: { a: { kind: 'guess' } } }, /findings\.a/],
  ['another guide', { ...EVIDENCE, guide: 'other' }, /guide other/],
])('%s is refused with the reason', (_, content, why) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  expect(() => judgeEvidence(text)).toThrow(why);
});
