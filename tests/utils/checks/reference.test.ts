import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECKS } from '@/utils/checks/index.ts';
import { type Read, type ReadResult, readKey } from '@/utils/domain/read.ts';
import { judgeAll } from '@/utils/inquiry/index.ts';
import { answer } from './random/mini-graph.ts';
import { ACCOUNT, IDS, NOW_MS, type RandomTenant } from './random/tenant.ts';
import { judgeRow } from './table/judge-row.ts';

const page = readFileSync(new URL('../../../docs/reference/checks.md', import.meta.url), 'utf8');

/** A policy for a group that somebody is excluded from: every read there is gets asked for. */
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
  policies: [
    {
      state: 'enabled',
      include: 'direct-group',
      exclude: 'other-group',
      apps: 'all',
      excludedApp: 'none',
      clients: 'all',
      places: 'any',
      platforms: 'any',
      signInRisk: 'any',
      userRisk: false,
      devices: 'any',
      deviceCode: false,
      operator: 'OR',
      controls: ['mfa'],
      changedMinutesAgo: 400_000,
    },
  ],
  securityDefaults: false,
  perUser: 'disabled',
  methods: ['authenticator'],
  methodsAllowed: true,
  signIns: [],
  memberSinceMinutes: 400_000,
  score: 'compliant',
  blind: {},
};

/** Address without what differs from tenant to tenant. */
function shown({ method, version, path }: Read): string {
  const [route = ''] = path.split('?');
  const general = route
    .replace(encodeURIComponent(ACCOUNT), '{account}')
    .replace(IDS.account, '{id}');
  return `${method} /${version}${general}`;
}

function reads(): Map<string, { read: Read; steps: Set<string> }> {
  const context = {
    answers: { partnerTier: 'direct', integrationAccount: ACCOUNT },
    identity: { tenantId: IDS.tenant, userId: IDS.reader, username: 'mira', scopes: [] },
    watched: {},
    nowMs: NOW_MS,
  } as const;
  const found = new Map<string, { read: Read; steps: Set<string> }>();
  for (const check of Object.values(CHECKS)) {
    const findings: Record<string, ReadResult> = {};
    for (;;) {
      const { pending } = judgeAll([check], context, findings);
      if (pending.length === 0) break;
      for (const read of pending) {
        findings[readKey(read)] = answer(TENANT, read);
        const entry = found.get(shown(read)) ?? { read, steps: new Set<string>() };
        entry.steps.add(check.id);
        found.set(shown(read), entry);
      }
    }
  }
  return found;
}

function rowOf([address, { read, steps }]: readonly [
  string,
  Readonly<{ read: Read; steps: ReadonlySet<string> }>,
]): string {
  const list = (names: Iterable<string>) => [...names].map((name) => `\`${name}\``).join(', ');
  const roles = read.roles?.join(', ') ?? '–';
  return `| \`${address}\` | ${list(steps)} | ${list(read.scopes)} | ${roles} |`;
}

test('the reference page lists every read, with its steps, permissions and roles', () => {
  const rows = [...reads()].map(rowOf).sort();
  const section = page.slice(page.indexOf('## Reads'));
  const listed = section.split('\n').filter((line) => line.startsWith('| `'));
  expect(listed).toEqual(rows);
});

test('the reference page says of every step what makes it done', () => {
  for (const id of Object.keys(CHECKS)) expect(page).toContain(`| \`${id}\` |`);
});

test('every check names the pages that justify it', () => {
  for (const check of Object.values(CHECKS)) {
    expect(check.sources.length, check.id).toBeGreaterThan(0);
    for (const source of check.sources) expect(new URL(source).protocol).toBe('https:');
  }
});

test('every check is listed under its own id', () => {
  for (const [id, check] of Object.entries(CHECKS)) expect(check.id).toBe(id);
});

test('no read changes anything', async () => {
  const posts = [...reads().keys()].filter((address) => address.startsWith('POST'));
  expect(posts).toEqual([
    'POST /v1.0/users/{id}/checkMemberGroups',
    'POST /v1.0/identity/conditionalAccess/evaluate',
  ]);
});

test('whatever permissions the reader lacks, no check throws', async () => {
  const { outcomes } = await judgeRow({ reader: { permissions: ['User.Read'] } });
  for (const outcome of Object.values(outcomes)) {
    expect(outcome.summary.id).not.toBe('outcome.unexpected-response');
  }
});
